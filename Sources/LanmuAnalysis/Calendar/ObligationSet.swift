public import LanmuPlan

/// All that a plan demands of a column in time: one or several obligations that must hold together.
public struct ObligationSet: Sendable, Hashable {
  /// Never empty.
  public private(set) var obligations: [Obligation]
  /// The rule behind each obligation; `nil` where the plan has none.
  public private(set) var rules: [TimeRule]
  /// Whether a rule was chosen among several that speak of kinds of content (动态每周，其他5个月).
  public private(set) var isChosen = false

  /// The obligations of an entry's update field, or of the rules in its requirement where the plan has no such field.
  public init(_ entry: PlanEntry) {
    self.init(rules: entry.update.rules, subject: entry.path.joined(separator: "/"))
    guard obligations.contains(where: Self.isYearOfDays),
      entry.path.contains(where: { label in Self.yearlyDocuments.contains { label.contains($0) } })
    else { return }
    // A year's plan, budget or report is due once in a calendar year, not twelve months after the last one.
    obligations = obligations.map { Self.isYearOfDays($0) ? .period(.year, atLeast: 1) : $0 }
  }

  private static func isYearOfDays(_ obligation: Obligation) -> Bool {
    obligation == .rolling(TimeSpan(1, .year)) || obligation == .rolling(TimeSpan(12, .month))
  }

  private static let yearlyDocuments = ["年报", "年度报告", "预算", "决算", "规划计划"]

  /// `subject` is the text in which the words of a rule's scope are looked for: the column's path.
  public init(rules: [TimeRule], subject: String) {
    let bound = rules.filter { Obligation($0).isCalendarBound }
    guard !bound.isEmpty else {
      self.rules = Self.ranked(rules)
      obligations = rules.isEmpty ? [.undetermined] : self.rules.map { Obligation($0) }
      return
    }
    let scoped = bound.filter { !$0.scope.isEmpty || !$0.condition.isEmpty }
    var chosen = bound.filter { $0.scope.isEmpty && $0.condition.isEmpty }
    if !scoped.isEmpty {
      isChosen = true
      if let named = scoped.first(where: { Self.names($0.scope, in: subject) }) {
        chosen = [named]
      } else if chosen.isEmpty, let longest = bound.max(by: { Self.length($0) < Self.length($1) }) {
        // Which kind of content the column holds is not known: the longer window, flagged, accuses nobody wrongly.
        chosen = [longest]
      }
    }
    self.rules = chosen
    obligations = Self.joined(chosen.map { Obligation($0) })
  }

  /// Whether it is due by a day of each year.
  package var isYearly: Bool { obligations.contains(where: \.isYearly) }

  public var isCalendarBound: Bool { obligations.contains { $0.isCalendarBound } }

  /// The earliest of the obligations' due dates; `nil` if one of them is not met by any day, or none has a calendar.
  public func dueDate(afterItemsOn items: [CivilDate], calendar: WorkingCalendar) -> DueDate? {
    var earliest: DueDate?
    for obligation in obligations where obligation.isCalendarBound {
      guard let due = obligation.dueDate(afterItemsOn: items, calendar: calendar) else { return nil }
      earliest = min(earliest ?? due, due)
    }
    return earliest
  }

  /// The item among the newest that the due date is counted from; `nil` unless one obligation alone decides it.
  package func countedFrom(_ items: [CivilDate]) -> CivilDate? {
    let bound = obligations.filter(\.isCalendarBound)
    guard bound.count == 1, let obligation = bound.first, items.count >= obligation.itemsAsked else { return nil }
    return items[obligation.itemsAsked - 1]
  }

  package var itemsNeeded: Int { obligations.map(\.itemsNeeded).max() ?? 1 }

  /// Without a calendar the first rule that says most decides the state: what a person must set, then what to follow.
  private static func ranked(_ rules: [TimeRule]) -> [TimeRule] {
    func rank(_ rule: TimeRule) -> Int {
      switch Obligation(rule) {
      case .follows: 0
      case .pending: 1
      case .availability: 2
      case .onDemand: 3
      default: 4
      }
    }
    guard let best = rules.min(by: { rank($0) < rank($1) }) else { return [] }
    return [best]
  }

  /// Fixed months beside a window are one obligation: overdue only if both fail. A day of the year says when “yearly” is.
  private static func joined(_ given: [Obligation]) -> [Obligation] {
    let hasDay = given.contains { if case .yearly = $0 { true } else { false } }
    let obligations = given.filter { obligation in
      !hasDay
        || ![.rolling(TimeSpan(1, .year)), .rolling(TimeSpan(12, .month)), .period(.year, atLeast: 1)].contains(
          obligation)
    }
    var windows = obligations.filter { if case .rolling = $0 { true } else { false } }
    var result: [Obligation] = []
    for obligation in obligations {
      switch obligation {
      case .months(let months, nil):
        if case .rolling(let span)? = windows.first {
          windows.removeFirst()
          result.append(.months(months, within: span))
        } else {
          result.append(obligation)
        }
      case .rolling: continue
      default: result.append(obligation)
      }
    }
    return result + windows
  }

  private static func names(_ scope: String, in subject: String) -> Bool {
    guard !scope.isEmpty else { return false }
    var core = scope
    for suffix in ["栏目", "类", "信息"] where core.hasSuffix(suffix) && core.count > suffix.count {
      core.removeLast(suffix.count)
    }
    return subject.contains(core)
  }

  /// A rough length in days, to tell the longer of two windows.
  private static func length(_ rule: TimeRule) -> Int {
    func days(_ span: TimeSpan) -> Int {
      let count = min(span.count, 10_000)
      switch span.unit {
      case .day, .workday: return count
      case .week: return 7 * count
      case .month: return 30 * count
      case .year: return 365 * count
      }
    }
    switch rule.kind {
    case .interval(let every, let atLeast): return days(every) / max(1, atLeast)
    case .months(let months): return 365 / max(1, months.count)
    case .annual: return 365
    default: return 0
    }
  }
}
