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
}
