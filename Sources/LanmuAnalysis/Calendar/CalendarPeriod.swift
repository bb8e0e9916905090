/// A stretch of the calendar that returns: a week, a month, a quarter.
public enum CalendarPeriod: String, Sendable, Hashable, CaseIterable {
  case workday
  /// Monday to Sunday.
  case week
  /// 旬: days 1–10, 11–20, and the rest of the month.
  case tenDays
  /// 半月: days 1–15 and the rest of the month.
  case halfMonth
  case month
  case quarter
  case halfYear
  case year

  /// The period in which a day lies; a day off belongs to the working day before it.
  public func span(containing date: CivilDate, calendar: WorkingCalendar) -> ClosedRange<CivilDate> {
    let (year, month, day) = date.components
    func months(_ count: Int) -> ClosedRange<CivilDate> {
      let first = CivilDate(year: year, month: (month - 1) / count * count + 1, day: 1) ?? date
      return first...first.adding(months: count).adding(days: -1)
    }
    switch self {
    case .workday:
      let first = calendar.lastWorkingDay(onOrBefore: date)
      return first...max(date, calendar.firstWorkingDay(onOrAfter: first.adding(days: 1)).adding(days: -1))
    case .week:
      let first = date.adding(days: 1 - date.weekday)
      return first...first.adding(days: 6)
    case .tenDays:
      let part = min(2, (day - 1) / 10)
      let first = date.adding(days: part * 10 + 1 - day)
      return first...(part == 2 ? date.lastOfMonth : first.adding(days: 9))
    case .halfMonth:
      return day <= 15
        ? date.firstOfMonth...date.firstOfMonth.adding(days: 14) : date.firstOfMonth.adding(days: 15)...date.lastOfMonth
    case .month: return months(1)
    case .quarter: return months(3)
    case .halfYear: return months(6)
    case .year: return months(12)
    }
  }

  /// The period before the one in which a day lies: the last that is over on that day.
  public func lastCompleted(on date: CivilDate, calendar: WorkingCalendar) -> ClosedRange<CivilDate> {
    // A working day is over when the next day begins, be it a day off.
    if self == .workday, !calendar.isWorkingDay(date) { return span(containing: date, calendar: calendar) }
    return span(containing: span(containing: date, calendar: calendar).lowerBound.adding(days: -1), calendar: calendar)
  }

  public var chineseName: String {
    switch self {
    case .workday: "工作日"
    case .week: "周"
    case .tenDays: "旬"
    case .halfMonth: "半月"
    case .month: "月"
    case .quarter: "季度"
    case .halfYear: "半年"
    case .year: "年"
    }
  }
}
