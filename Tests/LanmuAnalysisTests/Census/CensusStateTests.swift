import LanmuAnalysis
import LanmuPlan
import LanmuRecognition
import Testing

/// The census against a slow, independent reckoning on a simulated site.
@Suite struct CensusStateTests {
  let calendar = WorkingCalendar.national

  static func rules() -> RuleSet {
    RuleSet(
      name: "test", title: "测试",
      windows: [
        .init(classes: [.news], within: TimeSpan(14, .day), problem: "动态超2周"),
        .init(classes: [.notices, .policies], within: TimeSpan(6, .month), problem: "公告文件超6个月"),
        .init(classes: [.personnel, .plans], within: TimeSpan(1, .year), problem: "人事规划超1年"),
      ],
      indicators: [
        Indicator(code: "blank", group: "", name: "", kind: .veto, measure: .blank, limit: 5),
        Indicator(code: "overdue", group: "", name: "", kind: .deduction, measure: .overdue, limit: 1),
        Indicator(
          code: "news", group: "", name: "", kind: .deduction, measure: .staleNews, limit: 1, points: 3, perUnit: true),
      ])
  }

  private func census(_ site: SimulatedSite, on day: CivilDate, since: CivilDate?) -> Census {
    var input = CensusInput(
      plan: site.plan, month: CivilMonth(containing: day), asOf: day, recordsSince: since, rules: Self.rules())
    input.records = site.ledger(asOf: day, since: since)
    return CensusReckoner.census(of: input)
  }

  /// Every obligation on every day of two years; the census runs on each column's own items.
  @Test func everyStateOnEveryDay() throws {
    let start = try #require(CivilDate(parsing: "2024-01-01"))
    let site = SimulatedSite(seed: 7, columns: 84, units: 12, start: start, months: 24)
    let slow = SlowReckoning(calendar: calendar)
    for column in site.columns {
      guard var day = column.days.first else { continue }
      let rule = try #require(column.entry.update.rules.first)
      let set = ObligationSet(column.entry)
      while day <= site.end {
        let newest = Array(column.days.filter { $0 <= day }.reversed())
        let inOrder = set.dueDate(afterItemsOn: newest, calendar: calendar).map { day <= $0.date } ?? false
        let expected = slow.holds(rule, days: column.days, on: day)
        if let expected { try #require(inOrder == expected, "\(rule.text) \(day) \(newest.first?.text ?? "")") }
        day = day.adding(days: 1)
      }
    }
  }

  @Test func plantedFaultsAreFoundInTheirMonthAndNoOthers() throws {
    let start = try #require(CivilDate(parsing: "2024-01-01"))
    let site = SimulatedSite(seed: 11, columns: 154, units: 20, start: start, months: 24)
    let slow = SlowReckoning(calendar: calendar)
    for month in 13..<24 {
      let day = start.adding(months: month).lastOfMonth
      let census = census(site, on: day, since: start)
      try #require(census.columns.count == site.columns.count)
      for (result, column) in zip(census.columns, site.columns) {
        let rule = try #require(column.entry.update.rules.first)
        let known = column.days.filter { $0 <= day }
        try #require(result.lastUpdate == known.last)
        try #require(result.itemsTotal == known.count)
        try #require(result.itemsThisMonth == known.filter { $0.monthNumber == day.monthNumber }.count)
        switch slow.holds(rule, days: column.days, on: day) {
        case nil: try #require(result.state == (known.isEmpty ? .blank : .notApplicable), "\(rule.text)")
        case true?: try #require(result.state == .ok || result.state == .due, "\(rule.text) \(day)")
        case false?: try #require(result.state == (known.isEmpty ? .blank : .overdue), "\(rule.text) \(day)")
        }
        if result.state == .overdue, let due = result.dueOn {
          try #require(result.daysOver == day.days(since: due.date))
        }
      }
      let blanks = site.columns.count { column in !column.days.contains { $0 <= day } }
      #expect(census.indicators.first { $0.indicator.code == "blank" }?.value == Double(blanks))
      let staleNews = site.columns.count { column in
        column.columnClass == .news && !column.days.contains { $0 <= day && $0 >= day.adding(days: -14) }
      }
      #expect(census.indicators.first { $0.indicator.code == "news" }?.value == Double(staleNews))
      #expect(census.unknownUnits.isEmpty)
      #expect(census.problems.total == 0)
      // Every column counts for exactly one unit here.
      #expect(census.units.reduce(0) { $0 + $1.overdue } == census.count(.overdue))
      #expect(census.units.reduce(0) { $0 + $1.items } == census.volume?.total)
    }
  }

  @Test func nothingIsBlankUntilTheExportIsDeclaredComplete() throws {
    let start = try #require(CivilDate(parsing: "2025-01-01"))
    let site = SimulatedSite(seed: 3, columns: 22, units: 4, start: start, months: 12)
    let undeclared = census(site, on: site.end, since: nil)
    #expect(undeclared.count(.blank) == 0)
    #expect(undeclared.indicators.first { $0.indicator.code == "blank" }?.verdict == .unmeasured)
    #expect(undeclared.score.unmeasured == ["blank"])
    #expect(census(site, on: site.end, since: start).count(.blank) == 2)
  }

  @Test func withoutRecordsNothingIsMeasured() throws {
    let start = try #require(CivilDate(parsing: "2025-01-01"))
    let site = SimulatedSite(seed: 3, columns: 14, units: 4, start: start, months: 12)
    let input = CensusInput(plan: site.plan, month: CivilMonth(containing: site.end), rules: Self.rules())
    let census = CensusReckoner.census(of: input)
    #expect(census.count(.ok) == 0)
    #expect(census.count(.overdue) == 0)
    #expect(
      census.columns.filter { $0.obligations.contains { $0.isCalendarBound } }.allSatisfy { $0.reason == "未提供数据" })
    #expect(census.onTimeRate == nil)
  }
}

extension CivilDate {
  var monthNumber: Int { year * 12 + month }
}
