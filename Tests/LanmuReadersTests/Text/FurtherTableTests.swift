import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Further tables below one with a cell a line")
struct FurtherTableTests {
  private static let labels = KnownLabels {
    ["编号", "频道", "栏目", "单位", "时限"].contains($0) ? 1 : $0 == "考评项目" ? 0.85 : 0
  }

  private func tables(_ text: String) -> [Grid] { TextReader(labels: Self.labels).read(text).value.tables }

  private func sizes(_ text: String) -> [[Int]] { tables(text).map { [$0.rowCount, $0.columnCount] } }

  /// Each cell's text with a bar behind it.
  private func closed(_ rows: [String]) -> String {
    rows.joined(separator: "|").replacing("|", with: " |\n") + " |\n"
  }

  /// Cells with bars between them, and blank lines between rows.
  private func parted(_ rows: [String]) -> String {
    rows.map { row in
      row.replacing("|", with: "\n|\n").split(separator: "\n").joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private let torn = ["频道|栏目|单位", "政务|要闻|甲局、\n乙局", "民生|出行|丙局"]

  @Test("A numbered heading above known labels begins one, though cells above are broken over lines")
  func headingBelowTornCells() {
    let below = closed(["编号|单位|栏目|时限", "1|甲局|要闻|每周", "2|乙局|公告|每月"])
    #expect(sizes(closed(torn) + "（二）各单位栏目\n" + below) == [[3, 3], [3, 4]])
  }

  @Test("So does one that names a table, above a label that is likely")
  func nameOfTable() {
    let below = closed(["考评项目|说明", "政务|要闻", "民生|出行"])
    #expect(sizes(closed(torn) + "（二）考核指标责任分解\n" + below) == [[3, 3], [3, 2]])
  }

  @Test("The heading is no last cell of the table above, where bars stand between cells alone")
  func headingBehindEmptyCell() {
    let rows = ["编号|栏目|单位", "1|要闻|甲局", "2|公告|乙局", "3|快讯|"].joined(separator: "\n").replacing("|", with: " |\n")
    let found = tables(rows + "（二）各单位负责栏目一览\n" + closed(["单位|栏目", "甲局|要闻", "乙局|公告"]))
    #expect(found.map(\.columnCount) == [3, 2])
    #expect(found.first?.cells.last?.text.isEmpty == true)
  }

  @Test("Below rows between blank lines, labels with many cells behind them begin one whose rows no blank lines part")
  func withoutBlanksBelow() {
    let above = parted(["频道|栏目|单位", "政务|要闻|甲局", "民生|出行|丙局"])
    let below = closed(["单位|栏目", "甲局|要闻", "乙局|公告", "丙局|出行"])
    #expect(sizes(above + "\n\n注：试行。\n二、各单位栏目\n\n" + below) == [[3, 3], [4, 2]])
  }

  @Test("Below a table whose rows no blank lines part, they part those of the next")
  func withBlanksBelow() {
    let above = closed(["频道|栏目|单位"] + (1...24).map { "频道\($0)|栏目\($0)|甲局" })
    let below = parted(["单位|栏目|时限", "甲局||每周", "乙局|公告|", "丙局|出行|每月"])
    #expect(sizes(above + "\n二、各单位栏目\n\n" + below) == [[25, 3], [4, 3]])
  }

  @Test("A further table of rows as wide as those between blank lines above needs neither a header nor many rows")
  func furtherRowsBetweenBlanks() {
    let above = parted(["频道|栏目|单位|备注"] + (1...6).map { "频道\($0)|栏目\($0)|甲局|" })
    let below = parted(["政务|要闻|乙局|", "|公告|丙局|"])
    #expect(sizes("附表1 甲类\n\n" + above + "\n\n\n附表2 乙类\n\n" + below + "\n") == [[7, 4], [2, 4]])
  }
}
