internal import LanmuPlan

extension Obligation {
  /// The last day on which the column is still in order, after its newest items; `nil` without a calendar or items.
  ///
  /// `items` gives the days of the newest items, newest first, a day once for each item; obligations of one item look at
  /// the first alone.
  public func dueDate(afterItemsOn items: [CivilDate], calendar: WorkingCalendar) -> DueDate? {
    guard let newest = items.first else { return nil }
    switch self {
    case .rolling(let span): return DueDate.last(after: newest, within: span, calendar: calendar)
    case .count(let needed, let span):
      guard items.count >= needed, needed > 0 else { return nil }
      return DueDate.last(after: items[needed - 1], within: span, calendar: calendar)
    case .period(let period, let atLeast): return periodDue(period, atLeast: atLeast, items: items, calendar: calendar)
    case .yearly(let by): return DueDate(Self.day(by, year: newest.year + 1))
    case .months(let months, let span):
      let byMonth = Self.endOfNextMonth(in: months, after: newest)
      guard let span else { return DueDate(byMonth) }
      return max(DueDate(byMonth), DueDate.last(after: newest, within: span, calendar: calendar))
    case .perItem, .onDemand, .availability, .follows, .pending, .undetermined: return nil
    }
  }

  /// Whether the column is in order on a day; `nil` without a calendar. Items after the day do not count.
  public func isInOrder(itemsOn items: [CivilDate], on day: CivilDate, calendar: WorkingCalendar) -> Bool? {
    guard isCalendarBound else { return nil }
    let known = items.drop { $0 > day }
    guard let due = dueDate(afterItemsOn: Array(known), calendar: calendar) else { return false }
    return day <= due.date
  }

  /// How many items it asks for at a time.
  var itemsAsked: Int {
    switch self {
    case .count(let needed, _): max(1, needed)
    case .period(_, let atLeast): max(1, atLeast)
    default: 1
    }
  }

  /// How many of the newest items the obligation looks at.
  package var itemsNeeded: Int {
    switch self {
    case .count(let needed, _): min(max(1, needed), 10_000)
    case .period(_, let atLeast): min(max(1, atLeast), 5_000) * 2
    default: 1
    }
  }

  /// The end of the period after the newest that had enough items: until then the last completed one, or what came
  /// since, has enough.
  private func periodDue(
    _ period: CalendarPeriod, atLeast: Int, items: [CivilDate], calendar: WorkingCalendar
  ) -> DueDate? {
    guard atLeast > 0, items.count >= atLeast else { return nil }
    // Enough items since the start of a period keep it in order; the window that holds the newest `atLeast` items
    // begins in the period of the oldest of them.
    let oldest = items[atLeast - 1]
    if period == .workday {
      let deadline = calendar.deadline(workingDays: 1, after: oldest)
      return DueDate(deadline.date, isProvisional: deadline.isProvisional)
    }
    let held = period.span(containing: oldest, calendar: calendar)
    return DueDate(period.span(containing: held.upperBound.adding(days: 1), calendar: calendar).upperBound)
  }

  private static func day(_ monthDay: MonthDay, year: Int) -> CivilDate {
    let month = min(12, max(1, monthDay.month))
    let length = CivilDate.length(ofMonth: month, year: year)
    return CivilDate(year: year, month: month, day: min(length, max(1, monthDay.day))) ?? .latest
  }

  /// The end of the first listed month that begins after a day.
  private static func endOfNextMonth(in months: [Int], after day: CivilDate) -> CivilDate {
    var first = day.firstOfMonth
    for _ in 0..<12 {
      first = first.adding(months: 1)
      if months.contains(first.month) { return first.lastOfMonth }
    }
    return first.lastOfMonth
  }
}
