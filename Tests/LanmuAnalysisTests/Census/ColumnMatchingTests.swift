import LanmuAnalysis
import LanmuPlan
import Testing

/// Columns of the content system find their entries, and nothing is matched by a coin's toss.
@Suite struct ColumnMatchingTests {
  private static let entries: [(id: String, path: [String])] = [
    ("1", ["新闻中心", "工作动态"]), ("2", ["政务公开", "规划计划", "工作计划"]), ("3", ["政务公开", "财政信息"]), ("4", ["公开平台", "机构职能"]),
    ("5", ["政策", "部门文件"]), ("6", ["部门", "部门文件"]), ("7", ["专题栏目"]),
  ]

  private func match(_ path: String, aliases: [String: String] = [:]) -> ColumnMatching.Match? {
    var units = CensusUnitNames([PlanUnit(name: "县财政局"), PlanUnit(name: "青石镇")])
    return ColumnMatching(paths: [path], entries: Self.entries, units: &units, aliases: aliases).matches[0]
  }

  @Test(arguments: [
    ("新闻中心>工作动态", 0, ColumnMatching.Way.exact), ("首页 > 新闻中心 > 工作动态", 0, .folded), ("新闻中心／ 工作动态", 0, .exact),
    ("工作动态", 0, .unique), ("政务公开/工作计划", 1, .unique), ("政务公开->财政信息->预算公开", 2, .parent), ("财政", 2, .unique),
    ("公开平台>县财政局>机构职能", 3, .unit), ("公开平台>隆安县财政局>机构职能", 3, .unit),
  ])
  func finds(path: String, entry: Int, way: ColumnMatching.Way) {
    #expect(match(path)?.entries == [entry])
    #expect(match(path)?.way == way)
  }

  @Test(arguments: ["部门文件", "通知", "人大/部门文件", "工作总结"])
  func leavesTheRestToAPerson(path: String) { #expect(match(path) == nil) }

  @Test func aliasesDecide() {
    #expect(match("快讯", aliases: ["快讯": "新闻中心/工作动态"])?.way == .alias)
    #expect(match("快讯", aliases: ["快讯": "1"])?.entries == [0])
    #expect(match("工作动态", aliases: ["工作动态": ""]) == nil)
  }

  @Test func unitsAreKnownByPlaceNamesInFront() {
    var units = CensusUnitNames(
      [PlanUnit(name: "县财政局", aliases: ["财政局"]), PlanUnit(name: "县人社局"), PlanUnit(name: "县社保局")],
      aliases: ["人力社保": "县人社局"])
    #expect(units.unit(named: "隆安县财政局") == "县财政局")
    #expect(units.unit(named: "财政局") == "县财政局")
    #expect(units.unit(named: "人力社保") == "县人社局")
    #expect(units.unit(named: "保局") == nil)
    #expect(units.unit(named: "新华社") == nil)
  }
}
