import LanmuAnalysis
import LanmuPlan
import Testing

/// Due dates against a slow reckoning that walks through the days.
@Suite struct DueDateTests {
  let calendar = WorkingCalendar.national

  func day(_ text: String) throws -> CivilDate { try #require(CivilDate(parsing: text)) }

  @Test func windowsAreCountedBackFromTheDayOfMonitoring() throws {
    // The census's own example: two months before 1 March reach back to 1 January.
    #expect(
      DueDate.windowStart(TimeSpan(2, .month), endingOn: try day("2015-03-01"), calendar: calendar).text == "2015-01-01"
    )
    #expect(
      DueDate.last(after: try day("2026-02-28"), within: TimeSpan(1, .month), calendar: calendar).date.text
        == "2026-03-31")
    #expect(
      DueDate.last(after: try day("2026-01-31"), within: TimeSpan(1, .month), calendar: calendar).date.text
        == "2026-02-28")
    #expect(
      DueDate.last(after: try day("2026-11-07"), within: TimeSpan(2, .week), calendar: calendar).date.text
        == "2026-11-21")
    // A window of calendar time that runs out inside a holiday is over all the same.
    #expect(
      DueDate.last(after: try day("2026-09-20"), within: TimeSpan(14, .day), calendar: calendar).date.text
        == "2026-10-04")
    let due = DueDate(try day("2026-10-04"))
    #expect(due.workingDay(in: calendar).text == "2026-09-30")
  }

  @Test(arguments: [
    TimeSpan(14, .day), TimeSpan(2, .week), TimeSpan(1, .month), TimeSpan(2, .month), TimeSpan(6, .month),
    TimeSpan(1, .year),
    TimeSpan(5, .workday), TimeSpan(50, .day),
  ])
  func printedDueDateIsTheLastDayThatPasses(span: TimeSpan) throws {
    var last = try day("2023-12-20")
    let end = try day("2025-03-05")
    while last < end {
      var slow = last
      // Plain loop: as long as tomorrow's window still holds the item.
      while true {
        let tomorrow = slow.adding(days: 1)
        let start: CivilDate
        switch span.unit {
        case .day: start = tomorrow.adding(days: -span.count)
        case .week: start = tomorrow.adding(days: -7 * span.count)
        case .month: start = tomorrow.adding(months: -span.count)
        case .year: start = tomorrow.adding(months: -12 * span.count)
        case .workday:
          var worked = 0
          var walk = last
          while walk < tomorrow {
            walk = walk.adding(days: 1)
            if calendar.isWorkingDay(walk) { worked += 1 }
          }
          start = worked <= span.count ? last : tomorrow
        }
        if last < start { break }
        slow = tomorrow
      }
      try #require(DueDate.last(after: last, within: span, calendar: calendar).date == slow, "\(last) \(span)")
      try #require(DueDate.isInOrder(last: last, within: span, on: slow, calendar: calendar))
      try #require(!DueDate.isInOrder(last: last, within: span, on: slow.adding(days: 1), calendar: calendar))
      last = last.adding(days: 1)
    }
  }

  @Test(arguments: CalendarPeriod.allCases, [1, 2])
  func periodsAreMissedWhenTheLastCompletedIsEmpty(period: CalendarPeriod, atLeast: Int) throws {
    let obligation = Obligation.period(period, atLeast: atLeast)
    for offset in stride(from: 0, to: 400, by: 3) {
      let last = try day("2024-01-25").adding(days: offset)
      let items = [last, last.adding(days: -9)]
      var slow = last
      while slow.days(since: last) < 900 {
        let tomorrow = slow.adding(days: 1)
        let completed = period.lastCompleted(on: tomorrow, calendar: calendar)
        if items.filter({ $0 >= completed.lowerBound }).count < atLeast { break }
        slow = tomorrow
      }
      let due = try #require(obligation.dueDate(afterItemsOn: items, calendar: calendar)).date
      if due >= last { try #require(due == slow, "\(last) \(period)") }
    }
  }

  @Test func yearlyAndFixedMonths() throws {
    let report = Obligation.yearly(by: MonthDay(month: 1, day: 31))
    #expect(report.dueDate(afterItemsOn: [try day("2026-01-20")], calendar: calendar)?.date.text == "2027-01-31")
    #expect(report.isInOrder(itemsOn: [try day("2025-01-20")], on: try day("2026-01-31"), calendar: calendar) == true)
    #expect(report.isInOrder(itemsOn: [try day("2025-01-20")], on: try day("2026-02-01"), calendar: calendar) == false)
    let months = Obligation.months([2, 8], within: TimeSpan(6, .month))
    // Published in March: the six months end in September, but August has ended without an item.
    #expect(months.dueDate(afterItemsOn: [try day("2026-03-10")], calendar: calendar)?.date.text == "2026-09-10")
    #expect(months.dueDate(afterItemsOn: [try day("2026-02-10")], calendar: calendar)?.date.text == "2026-08-31")
  }

  @Test func countsNeedEnoughItems() throws {
    let six = Obligation.count(6, within: TimeSpan(1, .year))
    let items = try ["2026-10-01", "2026-08-01", "2026-06-01", "2026-04-01", "2026-02-01", "2025-12-01"].map(day)
    #expect(six.dueDate(afterItemsOn: items, calendar: calendar)?.date.text == "2026-12-01")
    #expect(six.dueDate(afterItemsOn: Array(items.dropLast()), calendar: calendar) == nil)
  }

  @Test func wordsTellWindowsFromPeriods() {
    func obligation(_ span: TimeSpan, _ text: String, atLeast: Int = 1) -> Obligation {
      Obligation(TimeRule(.interval(every: span, atLeast: atLeast), text: text))
    }
    #expect(obligation(TimeSpan(1, .month), "1个月内更新") == .rolling(TimeSpan(1, .month)))
    #expect(obligation(TimeSpan(1, .month), "每月") == .period(.month, atLeast: 1))
    #expect(obligation(TimeSpan(50, .day), "每50天至少更新一次") == .rolling(TimeSpan(50, .day)))
    #expect(obligation(TimeSpan(5, .month), "每5个月更新一次") == .rolling(TimeSpan(5, .month)))
    #expect(obligation(TimeSpan(7, .day), "每七天至少1条") == .period(.week, atLeast: 1))
    #expect(obligation(TimeSpan(1, .day), "每天") == .period(.workday, atLeast: 1))
    #expect(obligation(TimeSpan(5, .workday), "每5个工作日至少1次") == .rolling(TimeSpan(5, .workday)))
    #expect(obligation(TimeSpan(1, .year), "1年6次以上", atLeast: 6) == .count(6, within: TimeSpan(1, .year)))
    #expect(obligation(TimeSpan(1, .year), "每年至少更新一次") == .period(.year, atLeast: 1))
    #expect(obligation(TimeSpan(3, .month), "每季度") == .period(.quarter, atLeast: 1))
  }

  @Test func scopedRulesAreChosenByTheColumn() {
    let weekly = TimeRule(.interval(every: TimeSpan(1, .week), atLeast: 1), scope: "动态信息类", text: "动态每周")
    let slow = TimeRule(.interval(every: TimeSpan(5, .month), atLeast: 1), scope: "其他", text: "其他5个月")
    let moving = ObligationSet(rules: [weekly, slow], subject: "部门/工作动态")
    #expect(moving.obligations == [.period(.week, atLeast: 1)])
    let unknown = ObligationSet(rules: [weekly, slow], subject: "部门/机构")
    #expect(unknown.obligations == [.rolling(TimeSpan(5, .month))])
    #expect(unknown.isChosen)
    #expect(ObligationSet(rules: [], subject: "").obligations == [.undetermined])
  }
}
