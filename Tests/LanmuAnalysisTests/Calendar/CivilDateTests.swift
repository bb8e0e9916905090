import LanmuAnalysis
import Testing

@Suite struct CivilDateTests {
  @Test func countsDaysLikeASlowCalendar() throws {
    var date = try #require(CivilDate(year: 1899, month: 12, day: 31))
    for year in 1900...2105 {
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (month, length) in [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in 1...length {
          date = date.adding(days: 1)
          try #require(date.components == (year, month + 1, day))
          try #require(CivilDate(year: year, month: month + 1, day: day) == date)
        }
      }
    }
    #expect(CivilDate(parsing: "1970-01-01")?.dayNumber == 0)
    #expect(CivilDate(parsing: "2026-11-21")?.weekday == 6)
    #expect(CivilDate(year: 2026, month: 2, day: 29) == nil)
    #expect(CivilDate.earliest.text == "0001-01-01")
    #expect(CivilDate.latest.text == "9999-12-31")
    #expect(CivilDate.latest.adding(days: .max) == .latest)
  }

  @Test(arguments: [
    ("2026-12-05", "2026-12-05"), ("2026年12月5日", "2026-12-05"), ("2026.12.5", "2026-12-05"),
    ("2026/12/5", "2026-12-05"),
    ("2026-12-05 10:30", "2026-12-05"), ("2026-12-05 10:30:59", "2026-12-05"),
    ("2026/12/05 10:30:59.123", "2026-12-05"),
    ("2026年12月5日 上午10时", "2026-12-05"), ("２０２６年１２月５日", "2026-12-05"), ("二〇二六年十二月五日", "2026-12-05"),
    ("二○二六年二月二十一日", "2026-02-21"), ("20261205", "2026-12-05"), ("20261205103000", "2026-12-05"),
    ("2026 年 12 月 5 日", "2026-12-05"), ("2026-12-5（星期六）", "2026-12-05"), ("2026-12-04T16:00:00Z", "2026-12-05"),
    ("2026-12-04T15:59:59Z", "2026-12-04"), ("2026-12-05T00:00:00+08:00", "2026-12-05"), ("2026年12月5号", "2026-12-05"),
  ])
  func readsSpellings(text: String, date: String) { #expect(CivilDate(parsing: text)?.text == date) }

  @Test(arguments: [
    "", "昨天", "2026-13-01", "2026-02-30", "12/5/2026", "26-12-5", "2026", "2026年12月", "2026-12-05x", "0000-00-00",
    "12月5日",
    "99999999999999999999", "2026-12-05 25:70", "-", "十十十年",
  ])
  func refusesTheRest(text: String) { #expect(CivilDate(parsing: text) == nil) }

  @Test func assumesAYearWhereAsked() {
    #expect(CivilDate(parsing: "12月5日", assumedYear: 2026)?.text == "2026-12-05")
    #expect(CivilMonth(parsing: "2026-11")?.lastDay.text == "2026-11-30")
    #expect(CivilMonth(parsing: "2026年2月")?.lastDay.text == "2026-02-28")
    #expect(CivilMonth(parsing: "2026-13") == nil)
    #expect(CivilDate(parsing: "2026-03-31")?.adding(months: -1).text == "2026-02-28")
    #expect(CivilDate(parsing: "2024-12-31")?.adding(months: 2).text == "2025-02-28")
  }
}
