import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Fields between bars")
struct PipeDialectTests {
  private func grid(_ text: String) -> Grid? { TextReader().read(text).value.tables.first }

  @Test("Rows with as many bars and none at the end show that bars stand between fields only")
  func openRows() {
    let table = grid("频道 | 单位 | 时限 |\n文字 | 图片 |  |\n新闻 | 甲局 | 乙局 | 每月\n公告 | 甲局 | 丙局 |\n")
    #expect(table?.columnCount == 4)
    #expect(table?.cells.count { $0.row == 3 } == 4)
  }

  @Test("A space behind the last bar stands before an empty field, as before any other")
  func spacedEnds() {
    #expect(grid("频道 | 单位 |  | \n新闻 | 甲局 |  | \n公告 | 乙局 | 丙局 | \n")?.columnCount == 4)
  }

  @Test("Where every line ends in a bar, the bar closes its last field")
  func closedRows() {
    #expect(grid("频道 | 单位 | 时限 |\n新闻 | 甲局 | 每月 |\n公告 | 乙局 ||\n")?.columnCount == 3)
  }

  @Test("Pieces of a padded row that a line end tore apart are one row")
  func tornRows() {
    let rows = (1...6).map { "栏目\($0) | 发布信息 | 甲局 |\n" }.joined()
    let table = grid("栏目 | 内容 | 单位 | 时限\n" + rows + "快讯 | 发布动\n态 | 乙局 |\n")
    #expect(table?.rowCount == 8)
    #expect(table?.cells.first { $0.row == 7 && $0.column == 1 }?.text == "发布动\n态")
  }

  @Test("Below a numbered heading, rows of another width than all those above are another table's")
  func tablesOfDifferentWidths() {
    let text = """
      渔港 | 泊位 | 登载泊位的位置。 | 海洋局 | 每月 |
      航标 | 登载航标的位置。 | 海事局 | 每月 ||
      盐业 | 盐价 | 登载食盐的价格。 | 商务局 | 每周 |
      盐场 | 登载盐场的位置。 | 商务局 | 每周 ||
      二、各单位所负责的栏目
      责任单位 | 栏目 |
      海洋局 | 泊位、潮汐、航标。 |
      商务局 | 盐价、盐场、粮油。 |

      """
    let labels = KnownLabels { ["责任单位", "栏目"].contains($0) ? 1 : 0 }
    let tables = TextReader(labels: labels).read(text).value.tables
    #expect(tables.map(\.rowCount) == [4, 3])
    #expect(tables.map(\.columnCount) == [5, 2])
  }

  @Test("So are rows below the heading of any section if most of the first one's texts are labels, and all are short")
  func widerTableBelowSection() {
    let text = """
      大类|中类|内容要求|责任部门
      海洋|泊位|登载泊位的位置。|海洋局
      |航标|登载航标的位置。|海事局
      商贸||登载食盐的价格。|商务局
      （二）考核指标
      评估维度|一级指标|考核要点|牵头部门|配合部门|备注
      内容|更新|每周有新的要闻。|海洋局|海事局|新增
      ||每月有新的快讯。|商务局|海事局|

      """
    let labels = KnownLabels { ["大类", "中类", "内容要求", "责任部门", "一级指标", "牵头部门", "配合部门", "备注"].contains($0) ? 1 : 0 }
    let tables = TextReader(labels: labels).read(text).value.tables
    #expect(tables.map(\.rowCount) == [4, 3])
    #expect(tables.map(\.columnCount) == [4, 6])
  }
}
