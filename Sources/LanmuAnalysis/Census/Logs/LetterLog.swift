/// A letter from a citizen, as the log of the mailbox tells it.
package struct Letter: Sendable, Hashable {
  package var number: String
  package var column: String
  package var title: String
  package var unit: String
  package var status: String
  package var received: CivilDate
  package var answered: CivilDate?
}

/// The letters of the mailboxes.
package struct LetterLog: Sendable {
  package private(set) var letters: [Letter] = []
  package private(set) var problems = ProblemLog()
  package private(set) var rows = 0
  package private(set) var unlisted = 0
  package let monitoringDay: CivilDate

  /// More letters than a province has in a year; beyond it they are only counted.
  private static let listed = 500_000

  package init(monitoringDay: CivilDate) { self.monitoringDay = monitoringDay }

  package var period: ClosedRange<CivilDate>? {
    guard let first = letters.map(\.received).min(), let last = letters.map(\.received).max() else { return nil }
    return first...last
  }

  package mutating func add(_ fields: [String], map: FieldMap, at place: RowPlace) {
    func field(_ name: InputField) -> String {
      guard let column = map[name], column < fields.count else { return "" }
      return LabelText.trimmed(fields[column])
    }
    if fields.allSatisfy(\.isEmpty) { return }
    rows += 1
    guard let received = CivilDate(parsing: field(.received)) else {
      problems.add(field(.received).isEmpty ? .dateMissing : .dateUnreadable, at: place, text: field(.received))
      return
    }
    if received > monitoringDay {
      problems.add(.dateAfterMonitoring, at: place, text: received.text)
      return
    }
    var answered: CivilDate?
    let answerText = field(.answered)
    if !answerText.isEmpty {
      answered = CivilDate(parsing: answerText)
      if answered == nil, !["未答复", "未回复", "-", "无"].contains(answerText) {
        problems.add(.dateUnreadable, at: place, text: answerText)
      }
    }
    if let date = answered, date < received { problems.add(.answeredBeforeReceived, at: place, text: answerText) }
    // What is answered after the day of monitoring was open on it.
    if let date = answered, date > monitoringDay { answered = nil }
    guard letters.count < Self.listed else {
      unlisted += 1
      return
    }
    let path = map.pathColumns.compactMap { $0 < fields.count ? LabelText.trimmed(fields[$0]) : nil }
    letters.append(
      Letter(
        number: field(.number), column: path.filter { !$0.isEmpty }.joined(separator: RecordLedger.separator),
        title: field(.title), unit: field(.unit), status: field(.status), received: received, answered: answered))
  }
}
