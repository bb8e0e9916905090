import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Sections within sections")
struct NestedSectionTests {
  @Test("A heading that begins to count in another manner stands below the one above it, until that counts on")
  func nested() throws {
    let table = try RecognisedTable(
      """
      工作任务 | 工作要求 | 牵头单位 | 责任单位
      一、紧扣规划开好局 | | |
      （一）做好规划公开 | | |
      1.主动公开规划 | 公开规划纲要和专项规划。 | 区发改局 | 各有关单位
      （二）做好市场公开 | | |
      2.公开监管规则 | 公开监管的规则和标准。 | 区市场监管局 | 各有关单位
      二、紧扣政策落地 | | |
      3.加强政策解读 | 解读率达100%。 | 区府办 | 各镇
      （一）办好热线 | | |
      4.公开热线数据 | 公布热线的办理情况。 | 区信访局 | 各镇
      """, layout: .delimited)
    #expect(
      table.rows.map { $0.path.dropLast() } == [
        ["一、紧扣规划开好局", "（一）做好规划公开"], ["一、紧扣规划开好局", "（二）做好市场公开"], ["二、紧扣政策落地"], ["二、紧扣政策落地", "（一）办好热线"],
      ])
  }

  @Test("A heading that does not begin to count closes all above it")
  func unordered() throws {
    let table = try RecognisedTable(
      """
      栏目 | 具体内容 | 更新时效 | 责任单位
      一、公开 | | |
      职能 | 公布职能。 | 每年 | 县教育局
      （三）服务 | | |
      指南 | 公布指南。 | 每月 | 县民政局
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["一、公开", "职能"], ["（三）服务", "指南"]])
  }
}
