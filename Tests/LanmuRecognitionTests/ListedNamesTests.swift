import Testing

@testable import LanmuRecognition

@Suite("Names listed in one label")
struct ListedNamesTests {
  @Test(
    "Parts that share a pair of characters are names; a name broken over lines has no such parts",
    arguments: [
      ("选登来信 来信统计 来信排行", true), ("月度数据\n季度数据\n年度数据", true), ("县直各部门 主动公开 平台入口", false),
      ("机构 设置", false), ("来信选登 来信统计", false), ("政 府 公 报", false), ("", false),
    ])
  func lists(_ raw: String, isList: Bool) {
    #expect(CellText.listsNames(raw) == isList)
  }

  @Test(
    "Units that only white space parts are parted; a name drawn apart, or a body with its office, stays whole",
    arguments: [
      ("县教育局 县民政局　各乡镇", "县教育局\n县民政局\n各乡镇"), ("县水务局 县政府办公室", "县水务局\n县政府办公室"), ("县 教 育 局", "县 教 育 局"),
      ("县委 宣传部", "县委 宣传部"),
      ("县教育局 基础教育科", "县教育局 基础教育科"), ("县政府 办公室", "县政府 办公室"), ("县住房和城乡 建设局", "县住房和城乡 建设局"),
      ("县教育局 负责提供", "县教育局 负责提供"), ("县教育局", "县教育局"),
    ])
  func units(_ raw: String, parted: String) {
    #expect(CellText.partingUnits(raw) == parted)
  }
}
