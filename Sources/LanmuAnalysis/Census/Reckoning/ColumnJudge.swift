internal import LanmuPlan

/// Judges one column on the day of monitoring, by the plan and by the national windows.
package struct ColumnJudge: Sendable {
  package let asOf: CivilDate
  package let recordsSince: CivilDate?
  /// The days of all rows of the export; `nil` without an export.
  package let recordsPeriod: ClosedRange<CivilDate>?
  package let calendar: WorkingCalendar
  package let rules: RuleSet

  package init(
    asOf: CivilDate, recordsSince: CivilDate?, recordsPeriod: ClosedRange<CivilDate>?, calendar: WorkingCalendar,
    rules: RuleSet
  ) {
    self.asOf = asOf
    self.recordsSince = recordsSince
    self.recordsPeriod = recordsPeriod
    self.calendar = calendar
    self.rules = rules
  }

  package struct Verdict: Sendable, Hashable {
    package var state: ColumnResult.State
    package var reason = ""
    package var due: DueDate?
  }

  /// What is known of a column beside its items.
  package struct Circumstances: Sendable, Hashable {
    /// Whether the content system has the column.
    package var isMatched = true
    /// Whether some unmatched column of the system looks like it.
    package var hasSuggestion = false
    package var isExempt = false
    package var hasUndatedItems = false
    /// Whether the log of letters has some of this column: it is in use, whatever was published in it.
    package var hasLetters = false

    package init(
      isMatched: Bool = true, hasSuggestion: Bool = false, isExempt: Bool = false, hasUndatedItems: Bool = false,
      hasLetters: Bool = false
    ) {
      self.isMatched = isMatched
      self.hasSuggestion = hasSuggestion
      self.isExempt = isExempt
      self.hasUndatedItems = hasUndatedItems
      self.hasLetters = hasLetters
    }
  }

  /// The state by the plan. `items` are the days of the newest items, newest first.
  package func planVerdict(
    _ set: ObligationSet, items: [CivilDate], columnClass: ColumnClass, circumstances: Circumstances
  ) -> Verdict {
    if circumstances.isExempt { return Verdict(state: .notApplicable, reason: "豁免") }
    guard set.isCalendarBound else { return unbound(set, items: items, circumstances: circumstances) }
    if recordsPeriod == nil && recordsSince == nil { return Verdict(state: .notMeasured, reason: "未提供数据") }
    if let missing = withoutItems(items, circumstances: circumstances, since: start(of: set)) { return missing }
    guard let due = set.dueDate(afterItemsOn: items, calendar: calendar) else {
      // Fewer items than the rule counts: that is known only if the export covers the whole window.
      let covered = start(of: set).map { isCovered(from: $0) } ?? false
      return covered ? Verdict(state: .overdue, reason: "次数不足") : Verdict(state: .notMeasured, reason: "期内次数不足")
    }
    return judged(due, newest: items.first, isYearly: set.isYearly)
  }

  /// The state by the national window of the column's class.
  package func nationalVerdict(
    items: [CivilDate], columnClass: ColumnClass, circumstances: Circumstances
  ) -> Verdict {
    if circumstances.isExempt { return Verdict(state: .notApplicable, reason: "豁免") }
    if recordsPeriod == nil && recordsSince == nil { return Verdict(state: .notMeasured, reason: "未提供数据") }
    guard let window = rules.window(for: columnClass) else {
      if items.isEmpty, !circumstances.hasUndatedItems, columnClass.carriesArticles, isBlank(circumstances) {
        return Verdict(state: .blank, reason: blankReason)
      }
      return Verdict(state: .notApplicable, reason: "无国办期限")
    }
    let start = DueDate.windowStart(window.within, endingOn: asOf, calendar: calendar)
    if let missing = withoutItems(items, circumstances: circumstances, since: start) { return missing }
    guard let newest = items.first else { return Verdict(state: .notMeasured) }
    return judged(
      DueDate.last(after: newest, within: window.within, calendar: calendar), newest: newest, isYearly: false)
  }

  /// Whether an overdue column was last updated longer ago than the parameter allows.
  package func isLongStale(last: CivilDate?) -> Bool {
    guard let last else { return true }
    return last < asOf.adding(months: -rules.parameters.longStaleMonths)
  }

  private func judged(_ due: DueDate, newest: CivilDate?, isYearly: Bool) -> Verdict {
    if asOf > due.date { return Verdict(state: .overdue, due: due) }
    let window = newest.map { due.date.days(since: $0) } ?? 0
    let left = due.date.days(since: asOf)
    return Verdict(state: left <= amberDays(window: window, isYearly: isYearly) ? .due : .ok, due: due)
  }

  /// Amber is the last fifth of the window, or the last days set by the rules if these are more, but never half of it;
  /// for what is due by a day of each year it is the last quarter before that day.
  package func amberDays(window: Int, isYearly: Bool) -> Int {
    if isYearly { return 92 }
    return max(window / 5, min(rules.parameters.amberDays, window / 2))
  }

  private func unbound(_ set: ObligationSet, items: [CivilDate], circumstances: Circumstances) -> Verdict {
    switch set.obligations.first ?? .undetermined {
    case .onDemand, .perItem:
      if items.isEmpty, !circumstances.hasUndatedItems, isBlank(circumstances), recordsPeriod != nil {
        return Verdict(state: .blank, reason: blankReason)
      }
      if case .perItem? = set.obligations.first { return Verdict(state: .notApplicable, reason: "按件计时") }
      return Verdict(state: .notApplicable, reason: "按需")
    case .availability: return Verdict(state: .notApplicable, reason: "按可用性")
    case .follows: return Verdict(state: .notApplicable, reason: "待确认")
    case .undetermined: return Verdict(state: .notApplicable, reason: "方案未定")
    default: return Verdict(state: .notApplicable, reason: "待确认")
    }
  }

  /// The verdict on a column without dated items; `nil` for one that has some.
  private func withoutItems(_ items: [CivilDate], circumstances: Circumstances, since start: CivilDate?) -> Verdict? {
    guard items.isEmpty else { return nil }
    if circumstances.hasUndatedItems { return Verdict(state: .overdue, reason: "无日期信息") }
    if circumstances.hasSuggestion { return Verdict(state: .notMeasured, reason: "栏目待对应") }
    if isBlank(circumstances) { return Verdict(state: .blank, reason: blankReason) }
    if circumstances.isMatched, let start, isCovered(from: start) { return Verdict(state: .overdue, reason: "期内无发布") }
    return Verdict(state: .notMeasured, reason: "期内无发布")
  }

  private func isBlank(_ circumstances: Circumstances) -> Bool {
    recordsSince != nil && !circumstances.hasSuggestion && !circumstances.hasLetters
  }

  private var blankReason: String { recordsSince.map { "自\($0.text)起无发布" } ?? "" }

  private func isCovered(from start: CivilDate) -> Bool {
    if let recordsSince { return start >= recordsSince }
    return recordsPeriod.map { start >= $0.lowerBound } ?? false
  }

  /// The first day of the longest window that ends on the day of monitoring.
  private func start(of set: ObligationSet) -> CivilDate? {
    set.obligations.compactMap { obligation -> CivilDate? in
      switch obligation {
      case .rolling(let span), .count(_, let span): DueDate.windowStart(span, endingOn: asOf, calendar: calendar)
      case .period(let period, _): period.lastCompleted(on: asOf, calendar: calendar).lowerBound
      case .yearly: asOf.adding(months: -12)
      case .months(_, let span):
        span.map { DueDate.windowStart($0, endingOn: asOf, calendar: calendar) } ?? asOf.adding(months: -12)
      default: nil
      }
    }.min()
  }
}
