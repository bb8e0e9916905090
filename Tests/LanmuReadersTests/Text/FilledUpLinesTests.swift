import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Cells on lines of their own, of rows that lost some and were filled up")
struct FilledUpLinesTests {
  private static let labels = KnownLabels { ["编号", "栏目", "频道", "单位", "时限", "备注"].contains($0) ? 1 : 0 }

  private func texts(_ text: String) -> [String] {
    rows(text).map { row in row.map(\.text).joined(separator: "|") }
  }

  private func widths(_ text: String) -> [Int] { rows(text).map(\.count) }

  /// A cell of the text, `-`, or of what fills its row up, `+`.
  private func padding(_ text: String) -> [String] {
    rows(text).map { row in row.map { $0.isPadding ? "+" : "-" }.joined() }
  }

  private func rows(_ text: String) -> [[Cell]] { table(text).map(Self.rows) ?? [] }

  private func table(_ text: String) -> Grid? { TextReader(labels: Self.labels).read(text).value.tables.first }

  private static func rows(_ grid: Grid) -> [[Cell]] {
    (0..<grid.rowCount).map { row in grid.cells.filter { $0.row == row } }
  }

  /// Rows of four fields; those that lost cells end in a run of bars, and whole ones in nothing.
  private let filledUp = """
    频道 |
    栏目 |
    单位 |
    备注 |
    政务 |
    要闻 |
    甲局 |
    |
    公告 |
    甲局 |
    | |
    快讯 |
    试行 | ||
    民生 |
    出行 |
    乙局 |
    拟建 |
    就学 |
    | ||
    """

  @Test("Runs of bars fill up rows of one width, of which whole ones have none")
  func countedOut() {
    let expected = ["频道|栏目|单位|备注", "政务|要闻|甲局|", "公告|甲局||", "快讯|试行||", "民生|出行|乙局|拟建"]
    #expect(texts(filledUp) == expected + ["就学|||"])
    #expect(table(filledUp)?.rowLimits == .told)
  }

  @Test("Which bars only fill up is told by the blank behind an empty cell's own one")
  func padding() {
    #expect(padding(filledUp) == ["----", "----", "---+", "--++", "----", "--++"])
    #expect(table(filledUp)?.layout == .dropped)
    // Bars without a blank between them leave open whether a cell is among them.
    let tight = filledUp.replacing("| |", with: "||")
    #expect(padding(tight) == Array(repeating: "----", count: 6))
  }

  @Test("Runs of bars that end here and there count out nothing")
  func elsewhere() {
    let text = filledUp.replacing("试行 | ||", with: "试行 | |")
    #expect(widths(text) != [4, 4, 4, 4, 4, 4])
  }

  @Test("Runs of bars after every second row do not make one of two, where labels are known")
  func everySecondRow() {
    let pairs = (1...4).map { "频道\($0) |\n要闻 |\n甲局 |\n试行 |\n公告 |\n乙局 |\n| |" }
    let text = (["频道 |\n栏目 |\n单位 |\n备注 |\n政务 |\n出行 |\n| |"] + pairs).joined(separator: "\n")
    #expect(widths(text) == Array(repeating: 4, count: 10))
  }

  @Test("A first cell that looks like a label ends no header that is as wide as runs of bars tell")
  func labelLikeCell() {
    let likely = KnownLabels { $0 == "政务频道" ? 0.85 : ["频道", "栏目", "单位", "备注"].contains($0) ? 1 : 0 }
    let text = filledUp.replacing("政务", with: "政务频道")
    #expect(TextReader(labels: likely).read(text).value.tables.map { [$0.rowCount, $0.columnCount] } == [[6, 4]])
  }

  @Test("A run of bars that fills up a row of the header or a heading alone ends no other rows", arguments: [5, 12])
  func runsInFewRows(count: Int) {
    let rows = (1...count).flatMap { ["\($0)", "栏目\($0)", "甲局", "每周"] }
    let body = rows.map { $0 + " |" }
    let header = ["编号 |", "栏目 |", "单位 |", "时限 |"]
    let section = ["一、政务 |", "|||"]
    #expect(widths((header + section + body).joined(separator: "\n")) == Array(repeating: 4, count: count + 2))
    let divided = ["编号 |", "频道 |", "单位 |", "|", "栏目 |", "备注 |", "||"]
    #expect(widths((divided + body).joined(separator: "\n")) == Array(repeating: 4, count: count + 2))
  }

  // MARK: - Between blank lines

  /// Rows of four fields between blank lines with bars between cells, and one more behind those that were filled up.
  private let parted = [
    "编号|栏目|单位|备注", "1|要闻|甲局|试行", "2|公告|||", "3|快讯|乙局||", "4|出行|||", "5|就学|丙局|拟建",
  ]

  private func lines(_ rows: [String]) -> String {
    rows.map { $0.replacing("|", with: "\n|\n").replacing("\n\n", with: "\n") }.joined(separator: "\n\n")
  }

  @Test("The bar behind a row that was filled up is no field more than whole rows have")
  func closingBar() {
    #expect(widths(lines(parted)) == [4, 4, 4, 4, 4, 4])
    #expect(table(lines(parted))?.layout == .dropped)
    // A last field that holds a text anywhere is one.
    #expect(table(lines(parted + ["6|上学|丁局||甲"]))?.columnCount == 5)
  }

  @Test("Nor where the last field is empty throughout, if rows are filled up by one cell or many")
  func emptyLastField() {
    let rows = ["编号|栏目|单位|时限|备注", "1|要闻|甲局|每月|", "2|公告||||", "3|快讯|乙局|||", "4|||||", "5|就学|丙局|每周|"]
    let found = table(lines(rows))
    #expect(found?.columnCount == 5)
    #expect(found?.layout == .dropped)
  }

  @Test("A few rows that start with an empty cell leave rows filled up, of which most end in some, by one or many")
  func emptyFirstCells() {
    let header = "频道|栏目|单位|时限|备注|"
    let whole = (1...3).map { "频道\($0)|栏目\($0)|甲局|每月|试行|" }
    let short = (4...6).flatMap { ["栏目\($0)|乙局|每周|||", "要闻\($0)|丙局||||"] }
    let rows = [header] + whole + short
    #expect(table(lines(rows + ["|丁局|每年|||"]))?.layout == .dropped)
    // Where merged cells are left empty, many rows do.
    #expect(table(lines(rows + ["|丁局|每年|||", "|甲局|每年|||"]))?.layout == .cellPerLine)
  }

  @Test("Without a header, too, and a title right above the first number is none of its row")
  func closingBarBelowTitle() {
    let rows = ["1|要闻|甲局|", "2|公告|||", "3|快讯|乙局||", "4|出行|||", "5|就学|丙局|拟建", "6|求职|||", "7|用水|||"]
    let found = table("某县官网分工\n" + lines(rows))
    #expect(found?.columnCount == 4)
    #expect(found?.rowCount == 7)
    #expect(found?.cells.first?.text == "1")
    #expect(found?.cells.first?.line == 2)
  }

  @Test("Empty cells within rows, which leave runs of bars at the same place of each, do not end them")
  func runsWithinRows() {
    let header = "栏目 |\n单位 |\n频道 |\n时限 |\n编号 |\n备注 |"
    let rows = ["文件", "解读", "任免"].map { "\($0) |\n甲局 | |\n每月 |\n发布\($0) |\n新增 |" }
    #expect(widths(([header] + rows).joined(separator: "\n")) == [6, 6, 6, 6])
  }
}
