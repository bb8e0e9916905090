public import LanmuPlan

/// What one rule of time demands of a column, as the census reckons it.
///
/// A `TimeRule` says what the plan's words mean; an obligation says how the calendar is asked. The two differ where the
/// words do: 1个月内 is a window that rolls with the day of monitoring, 每月 a period of the calendar.
public enum Obligation: Sendable, Hashable {
  /// The newest item lies within a span before the day of monitoring.
  case rolling(TimeSpan)
  /// At least so many items within a span before the day of monitoring; more than one.
  case count(Int, within: TimeSpan)
  /// At least so many items in every period of the calendar.
  case period(CalendarPeriod, atLeast: Int)
  /// Once a year by this day.
  case yearly(by: MonthDay)
  /// In these months of each year; with a span, overdue only if that fails as well.
  case months([Int], within: TimeSpan?)
  /// Each item has a deadline of its own; the column has none.
  case perItem(within: TimeSpan, event: String)
  /// When something changes, never overdue by the calendar (按需).
  case onDemand
  /// Must work at all times: judged by probes and link checks.
  case availability
  /// As another column; empty where the text names none.
  case follows(String)
  /// A person has to set a date or a period first (待确认).
  case pending
  /// The plan says nothing (方案未定).
  case undetermined

  public init(_ rule: TimeRule) {
    switch rule.kind {
    case .interval(let every, let atLeast): self = Self.interval(every, atLeast: atLeast, text: rule.text)
    case .months(let months): self = months.isEmpty ? .pending : .months(months, within: nil)
    case .annual(let by, _): self = .yearly(by: by)
    case .after(let event, let within): self = .perItem(within: within, event: event)
    case .onChange, .prompt, .asNeeded: self = .onDemand
    case .realtime: self = .availability
    case .unknown: self = Self.count(rule.text).map { .count($0, within: TimeSpan(1, .year)) } ?? .pending
    case .regular, .external: self = .pending
    case .follows(let target): self = .follows(target)
    }
  }

  /// Whether the calendar alone can make it overdue.
  public var isCalendarBound: Bool {
    switch self {
    case .rolling, .count, .period, .yearly, .months: true
    case .perItem, .onDemand, .availability, .follows, .pending, .undetermined: false
    }
  }

  /// Whether it is due by a day of each year.
  package var isYearly: Bool {
    switch self {
    case .yearly, .period(.year, _): true
    default: false
    }
  }

  private static func interval(_ every: TimeSpan, atLeast: Int, text: String) -> Obligation {
    if let period = calendarPeriod(every, text: text) { return .period(period, atLeast: max(1, atLeast)) }
    return atLeast > 1 ? .count(atLeast, within: every) : .rolling(every)
  }

  /// 不少于6次, 超过（含）6次: a number of times without a period is that of a year, as the indicators have it.
  private static func count(_ text: String) -> Int? {
    var rest = text[...]
    guard let opening = ["不少于", "超过（含）", "超过(含)", "至少"].first(where: { rest.hasPrefix($0) }) else { return nil }
    rest = rest.dropFirst(opening.count)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard ["次", "期", "场"].contains(rest.dropFirst(digits.count)), let count = Int(digits), (2...366).contains(count)
    else { return nil }
    return count
  }

  /// 每天, 每周, 每月, 每季度, 每年 and 每七天 speak of the calendar; 每50天 and 每5个月 do not, and neither does 1个月内.
  private static func calendarPeriod(_ every: TimeSpan, text: String) -> CalendarPeriod? {
    let scalars = Array(text.unicodeScalars)
    func says(_ word: String) -> Bool { scalars.contains(word) }
    let periodic = ["每", "逐", "按年", "按月", "按季", "按周", "年度发布", "月度", "季度", "周更"].contains(where: says)
    guard periodic, !says("内") || says("每") else { return nil }
    switch (every.unit, every.count) {
    case (.day, 1), (.workday, 1): return .workday
    case (.day, 7), (.week, 1): return .week
    case (.day, 10) where says("旬"): return .tenDays
    case (.day, 15) where says("半月") || says("半个月"): return .halfMonth
    case (.month, 1): return .month
    case (.month, 3) where says("季"): return .quarter
    case (.month, 6) where says("半年"): return .halfYear
    case (.year, 1), (.month, 12): return .year
    default: return nil
    }
  }
}

extension Array where Element == Unicode.Scalar {
  fileprivate func contains(_ word: String) -> Bool {
    let letters = Array(word.unicodeScalars)
    guard !letters.isEmpty, letters.count <= count else { return false }
    return (0...(count - letters.count)).contains { self[$0..<($0 + letters.count)].elementsEqual(letters) }
  }
}
