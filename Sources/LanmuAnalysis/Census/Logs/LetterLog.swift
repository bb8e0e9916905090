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

  /// The place of each numbered letter of a column.
  private var places: [String: Int] = [:]

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
    let column = path.filter { !$0.isEmpty }.joined(separator: RecordLedger.separator)
    if !field(.number).isEmpty {
      let key = column + "\n" + field(.number)
      if let known = places[key] {
        repeated(known, received: received, answered: answered, at: place)
        return
      }
      places[key] = letters.count
    }
    letters.append(
      Letter(
        number: field(.number), column: column,
        title: field(.title), unit: field(.unit), status: field(.status), received: received, answered: answered))
  }

  /// A letter that stands in the logs twice counts once; the answer that one of them knows of is taken.
  private mutating func repeated(_ known: Int, received: CivilDate, answered: CivilDate?, at place: RowPlace) {
    let earlier = letters[known]
    let differs =
      earlier.received != received || (earlier.answered != nil && answered != nil && earlier.answered != answered)
    problems.add(
      differs ? .contradiction : .duplicateRow, at: place,
      text: "编号\(earlier.number)" + (differs ? "：\(earlier.summary)；\(Letter.summary(received, answered))" : ""))
    letters[known].answered = earlier.answered ?? answered
  }
}

extension Letter {
  fileprivate var summary: String { Self.summary(received, answered) }

  fileprivate static func summary(_ received: CivilDate, _ answered: CivilDate?) -> String {
    "\(received.text)收到，" + (answered.map { "\($0.text)答复" } ?? "未答复")
  }
}
