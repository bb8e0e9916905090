public import LanmuDiagnostics

extension WorkingCalendar {
  /// The same calendar with the days of an office's own table changed.
  ///
  /// `rows` are those of a file with the fields 日期, 休/班, 名称 and 依据, header first; 日期 may be a span (`2026-04-19至2026-04-20`).
  /// Rows that cannot be read are left out and reported, each with its place.
  public func overriding(rows: [[String]]) -> Outcome<WorkingCalendar> {
    var days: [CivilDate: SpecialDay] = [:]
    var diagnostics: [Diagnostic] = []
    for (index, row) in rows.enumerated() {
      let fields = row.map(Self.trimmed)
      if fields.allSatisfy(\.isEmpty) || (index == 0 && fields.first.map { Self.span($0) == nil } ?? true) { continue }
      guard let span = fields.first.flatMap(Self.span), fields.count > 1, let worked = Self.worked(fields[1]) else {
        diagnostics.append(
          Diagnostic(
            .warning, code: "calendar.row",
            message: Message(
              zh: "日历第\(index + 1)行读不懂，未采用：应为 日期、休/班、名称、依据",
              en: "calendar row \(index + 1) is not understood and left out: expected date, 休/班, name, basis"),
            position: SourcePosition(row: index)))
        continue
      }
      var date = span.lowerBound
      while date <= span.upperBound {
        days[date] = SpecialDay(
          isWorked: worked, name: fields.count > 2 ? fields[2] : "", basis: fields.count > 3 ? fields[3] : "")
        date = date.adding(days: 1)
      }
    }
    return Outcome(overriding(days), diagnostics: diagnostics)
  }

  private static func worked(_ text: String) -> Bool? {
    switch text {
    case "休", "放假", "休息", "0": false
    case "班", "上班", "工作", "补班", "1": true
    default: nil
    }
  }

  /// One day or a span of at most 60 days.
  private static func span(_ text: String) -> ClosedRange<CivilDate>? {
    if let date = CivilDate(parsing: text) { return date...date }
    for separator in ["至", "~", "～", "—"] {
      guard let range = text.firstRange(of: separator) else { continue }
      guard let first = CivilDate(parsing: String(text[..<range.lowerBound])),
        let last = CivilDate(parsing: String(text[range.upperBound...]), assumedYear: first.year),
        first <= last, last.days(since: first) < 60
      else { continue }
      return first...last
    }
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    var slice = text[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }
}
