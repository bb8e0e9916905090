/// The probes of the home page on one day.
package struct ProbeDay: Sendable, Hashable {
  package var date: CivilDate
  package var probes = 0
  package var failures = 0
  /// Seconds; the longest of the day.
  package var longest: Double = 0
}

/// The availability probes, added up by day.
package struct ProbeLog: Sendable {
  package private(set) var rows = 0
  package private(set) var problems = ProblemLog()
  package let monitoringDay: CivilDate
  private var days: [CivilDate: ProbeDay] = [:]

  /// A page that is not open after so many seconds counts as failed (the census's own limit).
  package static let limitSeconds: Double = 15

  package init(monitoringDay: CivilDate) { self.monitoringDay = monitoringDay }

  package var sorted: [ProbeDay] { days.values.sorted { $0.date < $1.date } }

  package var period: ClosedRange<CivilDate>? {
    guard let first = days.keys.min(), let last = days.keys.max() else { return nil }
    return first...last
  }

  package mutating func add(_ fields: [String], map: FieldMap, at place: RowPlace) {
    func field(_ name: InputField) -> String {
      guard let column = map[name], column < fields.count else { return "" }
      return LabelText.trimmed(fields[column])
    }
    if fields.allSatisfy(\.isEmpty) { return }
    rows += 1
    guard let date = CivilDate(parsing: field(.time)) else {
      problems.add(field(.time).isEmpty ? .dateMissing : .dateUnreadable, at: place, text: field(.time))
      return
    }
    if date > monitoringDay {
      problems.add(.dateAfterMonitoring, at: place, text: field(.time))
      return
    }
    let seconds = Self.seconds(field(.duration))
    var failed = seconds.map { $0 >= Self.limitSeconds } ?? false
    if let code = Int(field(.code)) {
      if !(100..<400).contains(code) { failed = true }
    } else {
      switch field(.result).lowercased() {
      case "失败", "否", "不可用", "超时", "无法访问", "异常", "false", "fail", "failed", "error", "timeout": failed = true
      default: if let code = Int(field(.result)), !(100..<400).contains(code), code != 1 { failed = true }
      }
    }
    var day = days[date] ?? ProbeDay(date: date)
    day.probes += 1
    if failed { day.failures += 1 }
    if let seconds { day.longest = max(day.longest, seconds) }
    days[date] = day
  }

  /// `3.2`, `3.2秒`, `3200ms`.
  private static func seconds(_ text: String) -> Double? {
    let folded = LabelText.fold(text)
    let digits = folded.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = Double(digits), value.isFinite, value >= 0, value < 1e9 else { return nil }
    return folded.hasSuffix("ms") || folded.hasSuffix("毫秒") ? value / 1000 : value
  }
}
