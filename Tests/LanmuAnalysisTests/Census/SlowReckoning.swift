import LanmuAnalysis
import LanmuPlan

/// States reckoned without any of the census's arithmetic: by walking through the days, one by one.
struct SlowReckoning {
  let calendar: WorkingCalendar

  /// Whether the rule holds on a day, by its definition; `nil` where it asks no calendar.
  func holds(_ rule: TimeRule, days: [CivilDate], on day: CivilDate) -> Bool? {
    let known = days.filter { $0 <= day }
    switch rule.text {
    case "2周内更新": return any(known, from: back(day, days: 14))
    case "每50天至少更新一次": return any(known, from: back(day, days: 50))
    case "1个月内更新": return any(known, from: back(day, months: 1))
    case "6个月内更新": return any(known, from: back(day, months: 6))
    case "1年内": return any(known, from: back(day, months: 12))
    case "一年六次以上": return known.filter { $0 >= back(day, months: 12) }.count >= 6
    case "每周至少1条": return any(known, from: lastWeek(day))
    case "每月": return any(known, from: lastMonth(day))
    case "每天": return any(known, from: lastWorkingDay(before: day))
    case "每5个工作日至少1次":
      guard let last = known.last else { return false }
      var worked = 0
      var walk = last
      while walk < day {
        walk = next(walk)
        if calendar.isWorkingDay(walk) { worked += 1 }
      }
      return worked <= 5
    case "一年更新一次（次年1月底前）":
      guard !known.isEmpty else { return false }
      // The last 31 January before the day: that year must have an item.
      var walk = previous(day)
      while !(walk.month == 1 && walk.day == 31) { walk = previous(walk) }
      return known.contains { $0.year >= walk.year }
    case "每年2月、8月":
      guard !known.isEmpty else { return false }
      // The last month of the two that is over: an item in it or since.
      var walk = previous(firstOfMonth(day))
      while walk.month != 2 && walk.month != 8 { walk = previous(firstOfMonth(walk)) }
      return any(known, from: firstOfMonth(walk))
    default: return nil
    }
  }

  private func any(_ days: [CivilDate], from start: CivilDate) -> Bool { days.contains { $0 >= start } }
  private func next(_ day: CivilDate) -> CivilDate { day.adding(days: 1) }
  private func previous(_ day: CivilDate) -> CivilDate { day.adding(days: -1) }

  private func back(_ day: CivilDate, days: Int) -> CivilDate {
    var walk = day
    for _ in 0..<days { walk = previous(walk) }
    return walk
  }

  /// The same number in an earlier month, or that month's last day; found by walking.
  private func back(_ day: CivilDate, months: Int) -> CivilDate {
    var walk = day
    for _ in 0..<months { walk = previous(firstOfMonth(walk)) }
    while walk.day > day.day { walk = previous(walk) }
    return walk
  }

  private func firstOfMonth(_ day: CivilDate) -> CivilDate {
    var walk = day
    while walk.day != 1 { walk = previous(walk) }
    return walk
  }

  private func lastMonth(_ day: CivilDate) -> CivilDate { firstOfMonth(previous(firstOfMonth(day))) }

  private func lastWeek(_ day: CivilDate) -> CivilDate {
    var walk = day
    while walk.weekday != 1 { walk = previous(walk) }
    walk = previous(walk)
    while walk.weekday != 1 { walk = previous(walk) }
    return walk
  }

  private func lastWorkingDay(before day: CivilDate) -> CivilDate {
    var walk = previous(day)
    while !calendar.isWorkingDay(walk) { walk = previous(walk) }
    return walk
  }
}
