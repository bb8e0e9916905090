public import LanmuPlan

/// The last day on which something is still in order, with what a reader of the date should know.
public struct DueDate: Sendable, Hashable, Comparable {
  public var date: CivilDate
  /// Reckoned over days that no notice covers yet (暂按周一至周五计).
  public var isProvisional: Bool

  public init(_ date: CivilDate, isProvisional: Bool = false) {
    self.date = date
    self.isProvisional = isProvisional
  }

  public static func < (left: DueDate, right: DueDate) -> Bool { left.date < right.date }

  /// The last working day on or before the date: what people can act on.
  public func workingDay(in calendar: WorkingCalendar) -> CivilDate { calendar.lastWorkingDay(onOrBefore: date) }

  /// The first day of the window that ends on a day: in order is what was published on it or later.
  ///
  /// Months and years are counted back by the calendar and clamped to the month's end (the census's own definition:
  /// two months before 1 March begin on 1 January). Working days count back from the last one.
  public static func windowStart(_ span: TimeSpan, endingOn day: CivilDate, calendar: WorkingCalendar) -> CivilDate {
    let count = bounded(span.count)
    switch span.unit {
    case .day: return day.adding(days: -count)
    case .week: return day.adding(days: -7 * count)
    case .month: return day.adding(months: -count)
    case .year: return day.adding(months: -12 * count)
    case .workday: return calendar.start(ofWorkingDays: count, endingOn: day)
    }
  }

  /// Whether a column last updated on `last` is in order on a day.
  public static func isInOrder(
    last: CivilDate, within span: TimeSpan, on day: CivilDate, calendar: WorkingCalendar
  ) -> Bool {
    last >= windowStart(span, endingOn: day, calendar: calendar)
  }

  /// The last day on which a column last updated on `last` is in order.
  ///
  /// Not the same as adding the months: after 28 February one month is kept until 31 March, because each of these days
  /// less one month is clamped to 28 February.
  public static func last(after last: CivilDate, within span: TimeSpan, calendar: WorkingCalendar) -> DueDate {
    let count = bounded(span.count)
    switch span.unit {
    case .day: return DueDate(last.adding(days: count))
    case .week: return DueDate(last.adding(days: 7 * count))
    case .month: return DueDate(lastMonthly(after: last, months: count))
    case .year: return DueDate(lastMonthly(after: last, months: 12 * count))
    case .workday:
      let next = calendar.deadline(workingDays: count + 1, after: last)
      return DueDate(next.date.adding(days: -1), isProvisional: next.isProvisional)
    }
  }

  /// The last day in time for what is due within a span after an event; working days end on a working day.
  public static func deadline(_ span: TimeSpan, after event: CivilDate, calendar: WorkingCalendar) -> DueDate {
    guard span.unit == .workday else { return last(after: event, within: span, calendar: calendar) }
    let deadline = calendar.deadline(workingDays: bounded(span.count), after: event)
    return DueDate(deadline.date, isProvisional: deadline.isProvisional)
  }

  private static func lastMonthly(after last: CivilDate, months: Int) -> CivilDate {
    let target = last.adding(months: months)
    return last.isLastOfMonth ? target.lastOfMonth : target
  }

  private static func bounded(_ count: Int) -> Int { min(max(0, count), 9_998) }
}
