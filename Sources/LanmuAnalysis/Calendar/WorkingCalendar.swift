/// Which days are worked: weekends, the days off and make-up days of the State Council's yearly notices, and overrides.
///
/// Beyond the announced years (before the first and after the last day of the table) only weekends are known; what is
/// reckoned there is provisional and says so.
public struct WorkingCalendar: Sendable, Hashable {
  /// A day that differs from its weekday's habit, or is a holiday on a weekend.
  public struct SpecialDay: Sendable, Hashable {
    public var isWorked: Bool
    /// The holiday that the day belongs to or makes up for.
    public var name: String
    /// The notice or order that says so.
    public var basis: String

    public init(isWorked: Bool, name: String, basis: String) {
      self.isWorked = isWorked
      self.name = name
      self.basis = basis
    }
  }

  /// A day reckoned over the calendar.
  public struct Deadline: Sendable, Hashable {
    public var date: CivilDate
    /// Whether days beyond the announced years were counted Monday to Friday.
    public var isProvisional: Bool
  }

  /// The years of which every day is known.
  public private(set) var announced: ClosedRange<CivilDate>
  private var specialDays: [CivilDate: SpecialDay]

  public init(announced: ClosedRange<CivilDate>, specialDays: [CivilDate: SpecialDay] = [:]) {
    self.announced = announced
    self.specialDays = specialDays
  }

  public func specialDay(on date: CivilDate) -> SpecialDay? { specialDays[date] }

  public func isWorkingDay(_ date: CivilDate) -> Bool { specialDays[date]?.isWorked ?? (date.weekday <= 5) }

  /// Whether nothing but the weekday is known of this day.
  public func isProvisional(_ date: CivilDate) -> Bool { !announced.contains(date) && specialDays[date] == nil }

  /// The same calendar with some days changed; a regional notice overrides the national one.
  public func overriding(_ days: [CivilDate: SpecialDay]) -> WorkingCalendar {
    WorkingCalendar(announced: announced, specialDays: specialDays.merging(days) { _, new in new })
  }

  /// The last day on which something is in time that is due so many working days after an event.
  ///
  /// Day 1 is the first working day after the event, whatever day that was. Counts above 20,000 are taken as 20,000.
  public func deadline(workingDays count: Int, after event: CivilDate) -> Deadline {
    var date = event
    var left = min(max(0, count), 20_000)
    var provisional = false
    while left > 0, date < .latest {
      date = date.adding(days: 1)
      if isProvisional(date) { provisional = true }
      if isWorkingDay(date) { left -= 1 }
    }
    return Deadline(date: date, isProvisional: provisional)
  }

  /// The number of working days after `start`, up to and including `end`; negative if `end` is earlier.
  public func workingDays(from start: CivilDate, to end: CivilDate) -> Int {
    if end < start { return -workingDays(from: end, to: start) }
    var count = 0
    var date = start
    while date < end {
      date = date.adding(days: 1)
      if isWorkingDay(date) { count += 1 }
    }
    return count
  }

  /// The earliest day from which at most so many working days pass until `end`.
  func start(ofWorkingDays count: Int, endingOn end: CivilDate) -> CivilDate {
    var date = end
    var left = min(max(0, count), 20_000)
    while date > .earliest {
      if isWorkingDay(date) {
        guard left > 0 else { return date }
        left -= 1
      }
      date = date.adding(days: -1)
    }
    return date
  }

  public func lastWorkingDay(onOrBefore date: CivilDate) -> CivilDate {
    var day = date
    while !isWorkingDay(day), day > .earliest { day = day.adding(days: -1) }
    return day
  }

  public func firstWorkingDay(onOrAfter date: CivilDate) -> CivilDate {
    var day = date
    while !isWorkingDay(day), day < .latest { day = day.adding(days: 1) }
    return day
  }
}
