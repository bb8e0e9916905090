/// A link that did not open, as often as the checks found it.
package struct BrokenLink: Sendable, Hashable {
  package var address: String
  package var text: String
  package var page: String
  package var column: String
  package var unit: String
  package var kind: String
  package var isOnHomePage: Bool
  package var code: String
  package var days: Set<CivilDate>

  /// Certain: gone for good by its code, or seen on two days; else only suspected.
  package var isDead: Bool { ["404", "410"].contains(code) || days.count > 1 }

  package var first: CivilDate? { days.min() }
  package var last: CivilDate? { days.max() }
}

/// The checks of links.
package struct LinkLog: Sendable {
  package private(set) var broken: [BrokenLink] = []
  package private(set) var rows = 0
  package private(set) var problems = ProblemLog()
  package private(set) var period: ClosedRange<CivilDate>?
  package private(set) var unlisted = 0
  package let monitoringDay: CivilDate
  private var places: [String: Int] = [:]

  private static let listed = 200_000

  /// Earlier checks belong to an earlier census.
  package let firstDay: CivilDate

  package init(firstDay: CivilDate, monitoringDay: CivilDate) {
    self.firstDay = firstDay
    self.monitoringDay = monitoringDay
  }

  package mutating func add(_ fields: [String], map: FieldMap, at place: RowPlace) {
    func field(_ name: InputField) -> String {
      guard let column = map[name], column < fields.count else { return "" }
      return LabelText.trimmed(fields[column])
    }
    if fields.allSatisfy(\.isEmpty) { return }
    rows += 1
    var date: CivilDate?
    let dateText = field(.found)
    if !dateText.isEmpty {
      date = CivilDate(parsing: dateText)
      if date == nil { problems.add(.dateUnreadable, at: place, text: dateText) }
    }
    if let date {
      if date > monitoringDay {
        problems.add(.dateAfterMonitoring, at: place, text: dateText)
        return
      }
      if date < firstDay {
        problems.add(.beforeMonth, at: place, text: dateText)
        return
      }
      period = period.map { min($0.lowerBound, date)...max($0.upperBound, date) } ?? date...date
    }
    guard let code = Self.failure(code: field(.code), result: field(.result)) else { return }
    let key = field(.link) + "\n" + field(.page)
    if let known = places[key] {
      if let date { broken[known].days.insert(date) }
      if ["404", "410"].contains(code) { broken[known].code = code }
      return
    }
    guard broken.count < Self.listed else {
      unlisted += 1
      return
    }
    places[key] = broken.count
    let path = map.pathColumns.compactMap { $0 < fields.count ? LabelText.trimmed(fields[$0]) : nil }
    let position = field(.position)
    broken.append(
      BrokenLink(
        address: field(.link), text: field(.title), page: field(.page),
        column: path.filter { !$0.isEmpty }.joined(separator: RecordLedger.separator), unit: field(.unit),
        kind: field(.kind), isOnHomePage: position.contains("首页") || position == "1", code: code,
        days: date.map { [$0] } ?? []))
  }

  /// The code of a failed check; `nil` for one that opened. Everything below 400 opens, redirects included.
  private static func failure(code: String, result: String) -> String? {
    if let number = Int(code) { return (100..<400).contains(number) ? nil : code }
    let said = code.isEmpty ? result : code
    switch said.lowercased() {
    case "", "正常", "成功", "可用", "通过", "ok", "true", "是": return nil
    default: return said
    }
  }
}
