import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Demands that say nothing but their label again")
struct RepeatedLabelTests {
  private let header = "主题 | 数据集名称 | 内容描述 | 提供单位 | 更新时限"

  @Test("Where covered cells are gone, a text behind its like is rather its demand than a label below itself")
  func lostCells() throws {
    let table = try RecognisedTable(
      """
      \(header)
      教育科技 | 中小学 | 公开中小学的名单。 | 教育局 | 每月
      幼儿园 | 幼儿园 | 每周
      社会民生 | 停车场 | 公开停车场的名单。 | 民政局 | 每月
      养老机构 | 公开养老机构的名单。 | 每周
      公共厕所 | 公共厕所 | 城管局 | 每天
      图书馆 | 公开图书馆的名单。 | 教育局 | 每年
      """, layout: .delimited)
    #expect(table.rows[4].path == ["社会民生", "公共厕所"])
    #expect(table.rows[4].texts[.requirement] == "公共厕所")
    #expect(table.rows[5].path == ["社会民生", "图书馆"])
  }
}
