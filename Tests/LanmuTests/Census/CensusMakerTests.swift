import Foundation
import Lanmu
import LanmuReports
import LanmuWorkbook
import Testing

/// The census from files to results, on inputs in memory.
@Suite struct CensusMakerTests {
  private let plan = Plan(
    title: "某县人民政府门户网站保障方案", tables: [PlanTable(kind: .columns)],
    units: [PlanUnit(name: "甲局"), PlanUnit(name: "乙镇")],
    entries: [
      Self.entry("1", ["新闻", "工作动态"], TimeRule(.interval(every: TimeSpan(2, .week), atLeast: 1), text: "2周内更新"), "甲局"),
      Self.entry("2", ["公开", "通知公告"], TimeRule(.interval(every: TimeSpan(6, .month), atLeast: 1), text: "6个月内"), "甲局"),
      Self.entry("3", ["公开", "机构"], TimeRule(.onChange, text: "有变动即更新"), "乙镇"),
    ])

  private static func entry(_ id: String, _ path: [String], _ rule: TimeRule, _ unit: String) -> PlanEntry {
    PlanEntry(
      id: id, path: path, update: TimedText(text: rule.text, rules: [rule]), responsible: unit,
      assignments: [Assignment(unit: unit, role: .responsible)])
  }

  private func request(_ rows: String) throws -> CensusRequest {
    var request = CensusRequest(
      plan: plan, month: try #require(CivilMonth(parsing: "2026-11")),
      rules: try #require(try RuleSetReader.ruleSet(named: "census-2015")))
    request.records = [.memory(Array(rows.utf8), name: "records.csv")]
    return request
  }

  private static let rows = """
    栏目,标题,发布时间,单位,链接
    新闻>工作动态,一,2026-11-10,甲局,http://x/1
    公开>通知公告,=SUM(A1),2026-11-20,甲局,http://x/2
    公开>机构,三,2024-01-02,乙镇,http://x/3
    其他>没有,四,2026-11-21,新华社,http://x/4
    新闻>工作动态,五,昨天,甲局,http://x/5

    """

  @Test func statesSideBySide() throws {
    let census = try CensusMaker.census(try request(Self.rows)).value
    #expect(census.site == "某县人民政府门户网站")
    #expect(census.columns.map(\.state) == [.overdue, .ok, .notApplicable])
    #expect(census.columns.map(\.reason) == ["", "", "按需"])
    #expect(census.columns.map(\.nationalState) == [.overdue, .ok, .notApplicable])
    #expect(census.columns[0].dueOn?.date.text == "2026-11-24")
    #expect(census.columns[0].daysOver == 6)
    #expect(census.columns[0].itemsTotal == 2)
    #expect(census.unknownUnits.map(\.name) == ["新华社"])
    #expect(census.unmatched.map(\.path) == ["其他 / 没有"])
    #expect(census.problems.counts == [.dateUnreadable: 1])
    #expect(census.problems.listed.first?.place == RowPlace(file: "records.csv", row: 6))
    #expect(census.units.first { $0.unit == "甲局" }?.rate == 0.5)
    #expect(census.score.unmeasured.contains("F1"))
  }

  @Test func sameInputsGiveTheSameBytes() throws {
    let first = CensusJSON.text(try CensusMaker.census(try request(Self.rows)).value)
    #expect(first == CensusJSON.text(try CensusMaker.census(try request(Self.rows)).value))
    #expect(first.hasPrefix("{\"schema\":\"lanmu-census/1\",\"month\":\"2026-11\""))
  }

  @Test func lastMonthComesBackIn() throws {
    var first = try request(Self.rows)
    first.month = try #require(CivilMonth(parsing: "2026-10"))
    let october = CensusJSON.text(try CensusMaker.census(first).value)
    var second = try request(Self.rows)
    second.previous = .memory(Array(october.utf8), name: "october.json")
    let census = try CensusMaker.census(second).value
    #expect(census.previous?.month.text == "2026-10")
    #expect(census.trend.map(\.month.text) == ["2026-10", "2026-11"])
    var third = try request(Self.rows)
    third.month = try #require(CivilMonth(parsing: "2026-12"))
    third.previous = .memory(Array(CensusJSON.text(census).utf8), name: "november.json")
    let december = try CensusMaker.census(third).value
    let fault = try #require(december.rectifications.first { $0.entry == "1" })
    // In October the column held an item without a date only, which counts as no update.
    #expect(fault.firstMonth.text == "2026-10")
    #expect(fault.months == 3)
    #expect(december.trend.count == 3)
  }

  @Test func theWorkbookCarriesTheCensusToNextMonth() throws {
    let census = try CensusMaker.census(try request(Self.rows)).value
    let folder = FileManager.default.temporaryDirectory.appending(path: "lanmu-census-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "november.xlsx").path
    _ = try CensusWorkbook.write(census, to: path)
    var next = try request(Self.rows)
    next.month = try #require(CivilMonth(parsing: "2026-12"))
    next.previous = .memory(try ByteSource.file(path: path).bytes(limit: 1 << 24), name: "november.xlsx")
    let december = try CensusMaker.census(next).value
    #expect(december.previous?.trend == census.trend)
    #expect(december.previous?.rectifications == census.rectifications)
  }

  @Test func rollingUpIsAssociative() throws {
    var sources: [ByteSource] = []
    for site in ["甲县", "乙县", "丙县"] {
      var request = try request(Self.rows)
      request.site = site
      sources.append(.memory(Array(CensusJSON.text(try CensusMaker.census(request).value).utf8), name: site))
    }
    func roll(_ sources: [ByteSource]) throws -> CensusRoll {
      var roll = CensusRoll()
      for source in sources { try roll.add(source) }
      return roll
    }
    let whole = try roll(sources).json
    let left = ByteSource.memory(Array(try roll([sources[0], sources[1]]).json.utf8), name: "left")
    let right = ByteSource.memory(Array(try roll([sources[1], sources[2]]).json.utf8), name: "right")
    #expect(try roll([left, sources[2]]).json == whole)
    #expect(try roll([right, sources[0]]).json == whole)
    #expect(try roll([left, right]).json == whole)
    #expect(whole.contains("\"sites\":3"))
  }

  @Test func aTableWithoutAHeaderIsAnError() throws {
    let request = try request("姓名,电话\n张三,1\n")
    #expect(
      throws: LanmuError(
        .init("census.header"), .data, message: Message(zh: "x", en: "x"), remedy: Message(zh: "x", en: "x"))
    ) {
      try CensusMaker.census(request)
    }
  }

  @Test func theWorkbookHasItsSheets() throws {
    let workbook = CensusReport.workbook(of: try CensusMaker.census(try request(Self.rows)).value)
    #expect(
      workbook.sheets.map(\.name) == [
        "封面", "普查汇总", "栏目更新情况", "逾期未更新栏目", "空白栏目", "各单位保障排名", "信息发布量", "互动回应", "征集访谈", "站点可用性", "不可用链接", "公开时限",
        "人工检查", "整改台账", "年报累计", "数据核对", "参数与口径", "日历",
      ])
    #expect(workbook.sheets.last?.visibility == .hidden)
    let ledger = try #require(workbook.sheets.first { $0.name == "栏目更新情况" })
    let titles = ledger.rows.flatMap(\.cells).compactMap { cell -> String? in
      if case .text(let text) = cell.value, text.hasPrefix("=") { text } else { nil }
    }
    #expect(titles == ["=SUM(A1)"])
    #expect(!workbook.sheets.flatMap(\.charts).isEmpty)
    let notice = CensusNotice.text(try CensusMaker.census(try request(Self.rows)).value)
    #expect(notice.contains("| 甲局 | 新闻 / 工作动态 | 逾期、动态超2周 | 2026-11-10 | 6 |"))
  }
}
