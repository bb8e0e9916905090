import Lanmu
import LanmuReports
import Testing

/// What the census says in several places, or of several inputs, has to agree.
@Suite struct CensusConsistencyTests {
  private static func entry(_ id: String, _ path: [String], _ rule: TimeRule, _ unit: String) -> PlanEntry {
    PlanEntry(
      id: id, path: path, update: TimedText(text: rule.text, rules: [rule]),
      assignments: [Assignment(unit: unit, role: .responsible)])
  }

  private static let monthly = TimeRule(.interval(every: TimeSpan(1, .month), atLeast: 1), text: "1个月内更新")

  private func request(_ entries: [PlanEntry], _ records: [String]) throws -> CensusRequest {
    var request = CensusRequest(
      plan: Plan(
        title: "某县门户网站保障方案", tables: [PlanTable(kind: .columns)], units: ["甲局", "乙局", "丙局"].map { PlanUnit(name: $0) },
        entries: entries),
      month: try #require(CivilMonth(parsing: "2026-11")),
      rules: try #require(try RuleSetReader.ruleSet(named: "census-2015")))
    request.recordsSince = CivilDate(parsing: "2025-01-01")
    request.records = [Self.source(["栏目,标题,发布时间,单位"] + records, "records.csv")]
    return request
  }

  private static func source(_ lines: [String], _ name: String) -> ByteSource {
    .memory(Array((lines.joined(separator: "\n") + "\n").utf8), name: name)
  }

  /// A column without a time limit may be blank all the same: one number in the notice, the indicator and the trend.
  @Test func blankColumnsAreCountedOnce() throws {
    let entries = [
      Self.entry("1", ["甲", "工作"], Self.monthly, "甲局"),
      Self.entry("2", ["甲", "地图"], TimeRule(.follows(target: ""), text: "同步更新"), "乙局"),
    ]
    let census = try CensusMaker.census(try request(entries, ["甲>工作,一,2026-11-20,甲局"])).value
    #expect(census.indicators.first { $0.indicator.code == "F5" }?.value == 1)
    #expect(census.trend.last?.blank == 1)
    #expect(CensusNotice.summary(census).english.contains("1 blank"))
    let notice = CensusNotice.text(census)
    #expect(notice.contains("空白1个（其中1个方案未定时限，不计入按期率）；按期率100.0%"))
    #expect(notice.contains("| 乙局 | 甲 / 地图 | 空白、长期未更新 | — | — |"))
  }

  /// A mailbox that has letters is in use, though nothing is published in it.
  @Test func aMailboxWithLettersIsNotBlank() throws {
    let rule = TimeRule(.after(event: "收到", within: TimeSpan(5, .workday)), text: "5个工作日内答复")
    var request = try request([Self.entry("1", ["互动", "县长信箱"], rule, "甲局")], ["乙>工作,一,2026-11-20,甲局"])
    #expect(try CensusMaker.census(request).value.columns[0].state == .blank)
    let letter = "1,县长信箱,2026-11-20,2026-11-19,甲局"
    request.letters = [Self.source(["编号,栏目,收到时间,答复时间,承办单位", letter, "2,县长信箱,2026-11-20,2026-11-24,甲局"], "letters.csv")]
    let census = try CensusMaker.census(request).value
    #expect(census.columns[0].state == .notApplicable)
    #expect(census.columns[0].reason == "按件计时")
    #expect(!census.columns[0].isBlank)
    // The answer before its letter counts as answered and tells nothing about the time.
    #expect(census.letters?.total.answered == 2)
    #expect(census.letters?.total.onTime == 1)
    #expect(census.letters?.total.averageWorkingDays == 2)
    #expect(CensusJSON.text(census).contains(#""event":"收到","within":{"count":5,"unit":"workday"}"#))
  }

  /// 县长信箱 is another mailbox than 信箱: its letters say nothing of that one, and have no limit by it.
  @Test func lettersCountForTheirOwnMailbox() throws {
    func entry(_ id: String, _ label: String, _ days: Int) -> PlanEntry {
      let rule = TimeRule(.after(event: "收到", within: TimeSpan(days, .workday)), text: "\(days)个工作日内答复")
      return Self.entry(id, ["互动", label], rule, "甲局")
    }
    var request = try request([entry("1", "信箱", 5), entry("2", "县长信箱", 15)], ["乙>工作,一,2026-11-20,甲局"])
    request.letters = [
      Self.source(["编号,栏目,收到时间,答复时间,承办单位", "1,互动 > 县长信箱,2026-11-02,2026-11-13,甲局"], "letters.csv")
    ]
    let census = try CensusMaker.census(request).value
    #expect(census.columns.map(\.state) == [.blank, .notApplicable])
    #expect(census.letters?.total.onTime == 1)
  }

  @Test func aCensusOfALaterMonthIsNotThePreviousOne() throws {
    let entries = [Self.entry("1", ["甲", "工作"], Self.monthly, "甲局")]
    var request = try request(entries, ["甲>工作,一,2026-11-20,甲局"])
    let november = CensusJSON.text(try CensusMaker.census(request).value)
    request.previous = .memory(Array(november.utf8), name: "november.json")
    do {
      _ = try CensusMaker.census(request)
      Issue.record("no error")
    } catch {
      #expect(error.code.rawValue == "census.previous")
      #expect(error.position.file == "november.json")
    }
  }

  /// Of units with the same rate the one with a blank column ranks behind the one that is late.
  @Test func aBlankColumnWeighsMoreThanALateOne() throws {
    let entries = [
      Self.entry("1", ["甲", "工作"], Self.monthly, "甲局"), Self.entry("2", ["甲", "会议"], Self.monthly, "乙局"),
      Self.entry("3", ["甲", "活动"], Self.monthly, "丙局"),
    ]
    let census = try CensusMaker.census(
      try request(entries, ["甲>会议,一,2026-10-20,乙局", "甲>活动,一,2026-11-20,丙局"])
    ).value
    #expect(census.units.map(\.unit) == ["甲局", "乙局", "丙局"])
    #expect(census.units.map(\.rank) == [3, 2, 1])
  }

  /// Deductions of months in which different things were measured do not compare.
  @Test func monthsCompareOnlyOverTheSameIndicators() throws {
    let entries = [Self.entry("1", ["甲", "工作"], Self.monthly, "甲局")]
    var first = try request(entries, ["甲>工作,一,2026-10-20,甲局"])
    first.month = try #require(CivilMonth(parsing: "2026-10"))
    var second = try request(entries, ["甲>工作,一,2026-11-20,甲局"])
    second.previous = .memory(Array(CensusJSON.text(try CensusMaker.census(first).value).utf8), name: "october.json")
    let same = try CensusMaker.census(second).value
    #expect(same.trend[0].compares(with: same.trend[1]))
    // A dead link of the month before is none of this month's.
    second.links = [
      Self.source(
        [
          "位置,链接地址,所在页面,返回码,发现日期", "首页,http://x/1,http://x/,404,2026-10-31",
          "首页,http://x/2,http://x/,404,2026-11-02",
        ], "links.csv")
    ]
    let other = try CensusMaker.census(second).value
    #expect(!other.trend[0].compares(with: other.trend[1]))
    #expect(other.links?.map(\.address) == ["http://x/2"])
    #expect(
      CensusJSON.text(other).contains(
        #"{"kind":"beforeMonth","count":1,"rows":[{"file":"links.csv","row":2,"text":"2026-10-31"}]}"#))
  }

  @Test func twoMonthsOfASiteAreOneSite() throws {
    let entries = [Self.entry("1", ["甲", "工作"], Self.monthly, "甲局")]
    var roll = CensusRoll()
    for month in ["2026-10", "2026-11"] {
      var request = try request(entries, ["甲>工作,一,2026-10-20,甲局"])
      request.month = try #require(CivilMonth(parsing: month))
      try roll.add(.memory(Array(CensusJSON.text(try CensusMaker.census(request).value).utf8), name: month))
    }
    #expect(roll.json.contains(#""totals":{"sites":1,"#))
    #expect(roll.diagnostics.map(\.code) == ["census.months"])
    #expect(roll.summary.english.hasPrefix("2026-10, 2026-11: 1 sites, 2 results"))
  }
}
