import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import Testing

@Suite("Plans whose cells are lost")
struct LostCellTests {
  private func table(_ sketch: String, layout: Grid.Layout) throws -> RecognisedTable {
    let grid = Grid(sketch: sketch, layout: layout)
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)]))
    return try #require(found.value.tables.first)
  }

  @Test("An empty second cell is no merged label where short rows do not fit their places")
  func emptyCellsInShortRows() throws {
    let table = try table(
      """
      序号 | 频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      1 | 政务 | 动态 | 发布动态的有关信息。 | 每周更新 | 信息中心
      快讯 | 发布快讯的有关信息。 | 每月更新 | 教育局
      公告 | | 每季度 | 民政局
      2 | 民生 | 出行 | 发布出行的有关信息。 | 每月更新 | 交通局
      停车 | | 及时更新 | 公安局
      住房 | 发布住房的有关信息。 | 每半年更新
      """, layout: .delimited)
    let paths = [["政务", "动态"], ["政务", "快讯"], ["政务", "公告"], ["民生", "出行"], ["民生", "停车"], ["民生", "住房"]]
    #expect(table.rows.map(\.path) == paths)
    #expect(table.rows.map { $0.texts[.number] ?? "" } == ["1", "1", "1", "2", "2", "2"])
  }

  @Test("A short sentence that names the label before it is its requirement")
  func namedLabels() throws {
    let table = try table(
      """
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 动态 | 及时发布动态的有关信息 | 每周更新 | 信息中心
      快讯 | 及时发布快讯的有关信息 | 教育局
      民生 | 出行 | 出行相关政策及其解读材料 | 每月更新 | 交通局
      住房 | 住房相关政策及其解读材料 | 住建局
      """, layout: .dropped)
    #expect(table.rows.map(\.path) == [["政务", "动态"], ["政务", "快讯"], ["民生", "出行"], ["民生", "住房"]])
    #expect(table.rows.map { $0.texts[.update] ?? "" } == ["每周更新", "每周更新", "每月更新", "每月更新"])
  }
}
