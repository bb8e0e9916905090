import LanmuAnalysis
import LanmuDiagnostics
import LanmuPlan
import Testing

@Suite struct WorkingCalendarTests {
  let calendar = WorkingCalendar.national

  func day(_ text: String) throws -> CivilDate { try #require(CivilDate(parsing: text)) }

  // Counted from the State Council office's notices for these years.
  @Test(arguments: [
    (2018, 250), (2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248),
  ])
  func countsAYear(year: Int, workingDays: Int) throws {
    let first = try day("\(year)-01-01")
    #expect(calendar.workingDays(from: first.adding(days: -1), to: try day("\(year)-12-31")) == workingDays)
  }

  // Each event lies before a holiday with make-up days, where counting Monday to Friday is wrong.
  @Test(arguments: [
    ("2025-09-26", 3, "2025-09-30"), ("2026-02-13", 3, "2026-02-25"), ("2026-05-08", 3, "2026-05-12"),
    ("2026-09-30", 20, "2026-11-03"), ("2018-09-21", 7, "2018-10-08"),
  ])
  func reckonsDeadlines(event: String, days: Int, due: String) throws {
    let deadline = calendar.deadline(workingDays: days, after: try day(event))
    #expect(deadline.date.text == due)
    #expect(!deadline.isProvisional)
    #expect(calendar.workingDays(from: try day(event), to: deadline.date) == days)
  }

  // Make-up days are weekend days; every year has its seven holidays.
  @Test(arguments: 2018...2026)
  func aYearIsConsistent(year: Int) throws {
    var date = try day("\(year)-01-01")
    let last = try day("\(year)-12-31")
    var names = ""
    while date <= last {
      if let special = calendar.specialDay(on: date) {
        #expect(!special.isWorked || date.weekday > 5, "\(date.text) is worked as any weekday is")
        #expect(!special.basis.isEmpty)
        names += special.name
      }
      date = date.adding(days: 1)
    }
    for holiday in ["元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆"] where !names.contains(holiday) {
      // In 2020 the Mid-Autumn Festival fell on National Day and has no entry of its own.
      #expect(year == 2020 && holiday == "中秋", "\(year): \(holiday)")
    }
  }

  // Days that everybody remembers: the extended Spring Festival of 2020, and make-up weekends of each year.
  @Test(arguments: [
    ("2018-12-29", true), ("2018-12-31", false), ("2019-05-05", true), ("2020-01-31", false), ("2020-02-03", true),
    ("2021-02-07", true), ("2021-02-20", true), ("2021-10-09", true), ("2022-10-08", true), ("2022-10-07", false),
    ("2023-04-23", true), ("2023-10-06", false), ("2024-02-18", true), ("2024-02-09", true), ("2025-01-26", true),
    ("2025-10-08", false), ("2025-09-28", true), ("2026-02-14", true), ("2026-02-23", false), ("2026-05-09", true),
  ])
  func knownDays(date: String, isWorked: Bool) throws {
    #expect(calendar.isWorkingDay(try day(date)) == isWorked)
  }

  @Test func marksWhatNoNoticeCovers() throws {
    let deadline = calendar.deadline(workingDays: 5, after: try day("2026-12-28"))
    #expect(deadline.date.text == "2027-01-04")
    #expect(deadline.isProvisional)
    #expect(calendar.isProvisional(try day("2017-12-31")))
    #expect(!calendar.isProvisional(try day("2026-12-31")))
  }

  // Guangxi's 三月三 of 2021: three days off, one make-up Sunday.
  @Test func regionalDaysOverride() throws {
    let local = calendar.overriding(rows: [
      ["日期", "休/班", "名称", "依据"], ["2021-04-14至2021-04-16", "休", "三月三", "自治区通知"], ["2021-04-18", "班", "三月三", "自治区通知"],
      ["明天", "休"],
    ])
    #expect(local.value.isWorkingDay(try day("2021-04-18")))
    #expect(!local.value.isWorkingDay(try day("2021-04-15")))
    #expect(calendar.isWorkingDay(try day("2021-04-15")))
    #expect(local.value.deadline(workingDays: 2, after: try day("2021-04-13")).date.text == "2021-04-19")
    #expect(local.diagnostics.map(\.code) == ["calendar.row"])
    #expect(local.diagnostics.first?.position.row == 3)
    #expect(calendar.specialDay(on: try day("2019-05-02"))?.basis == "国办发明电〔2019〕3号")
  }

  @Test func periods() throws {
    let monday = try day("2026-11-23")
    #expect(CalendarPeriod.week.span(containing: try day("2026-11-29"), calendar: calendar).lowerBound == monday)
    #expect(CalendarPeriod.week.lastCompleted(on: monday, calendar: calendar).upperBound.text == "2026-11-22")
    #expect(
      CalendarPeriod.tenDays.span(containing: try day("2026-02-28"), calendar: calendar).lowerBound.text == "2026-02-21"
    )
    #expect(CalendarPeriod.quarter.lastCompleted(on: monday, calendar: calendar).lowerBound.text == "2026-07-01")
    #expect(
      CalendarPeriod.halfMonth.lastCompleted(on: try day("2026-03-10"), calendar: calendar).lowerBound.text
        == "2026-02-16")
  }
}
