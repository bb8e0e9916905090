import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Cells as paragraphs without bars")
struct BareCellsDialectTests {
  private let labels = KnownLabels {
    ["频道", "栏目", "内容", "时限", "单位"].contains($0) ? 1 : $0 == "情况" ? 0.85 : 0
  }

  private func tables(_ cells: [String], above: [String] = []) -> [Grid] {
    let text = (above + cells).map { $0 + "\n\n" }.joined()
    return TextReader(labels: labels).read(text).value.tables
  }

  private let cells = [
    "频道", "栏目", "内容", "时限", "政务", "要闻", "发布要闻", "每周", "\u{A0}", "公告", "1.发布公告", "2.公开名单", "每月", "民生", "出行",
    "发布路况", "每天",
  ]

  @Test("Four labels and more are a header; white space is an empty cell, the next number of a list no cell of its own")
  func cellsInOrder() throws {
    let table = try #require(tables(cells, above: ["栏目设置", "现印发给你们。"]).first)
    #expect(table.columnCount == 1 && table.rowLimits == .guessed)
    #expect(table.cells.count == 16)
    #expect(table.cells[8].text == "" && table.cells[10].text == "1.发布公告\n2.公开名单")
    #expect(table.cells[0].line == 5)
  }

  @Test("A paragraph that begins with “and” is the rest of the label above it, and no cell")
  func brokenLabels() throws {
    let broken = cells.flatMap { $0 == "公告" ? ["规范性文件", "及解读"] : $0 == "出行" ? ["出行", "、路况"] : [$0] }
    let table = try #require(tables(broken).first)
    #expect(table.cells.count == 16)
    #expect(table.cells[9].text == "规范性文件\n及解读" && table.cells[13].text == "出行\n、路况")
  }

  @Test("Words that begin as such a rest does are cells", arguments: ["及时更新", "和平区教育局", "和美乡村", "与文件同步发布"])
  func joiningWords(word: String) throws {
    let table = try #require(tables(cells.map { $0 == "出行" ? word : $0 }).first)
    #expect(table.cells.count == 16 && table.cells[13].text == word)
  }

  @Test("Fewer labels, or such as are not known, head no table")
  func noHeader() {
    #expect(tables(Array(cells.dropFirst())).isEmpty)
    #expect(tables(["频道", "情况", "情况", "情况"] + cells.dropFirst(4)).isEmpty)
    #expect(tables(["频道", "现有", "内容", "时限"] + cells.dropFirst(4)).isEmpty)
  }

  @Test("Labels above a few paragraphs are no table")
  func shortText() {
    #expect(tables(Array(cells.prefix(12))).isEmpty)
  }

  @Test("A note below ends the table, and white space between all paragraphs is no cell")
  func ends() throws {
    let filled = cells.map { $0 == "\u{A0}" ? "按期" : $0 }
    let plain = try #require(tables(filled).first)
    let text = (filled + ["注：以上各栏目由县府办解释。"]).joined(separator: "\n \n")
    let outcome = TextReader(labels: labels).read(text)
    #expect(outcome.value.tables.first?.cells.map(\.text) == plain.cells.map(\.text))
    #expect(outcome.diagnostics.map(\.message.chinese) == ["文本没有标明各行的起止，由程序推断，请核对"])
  }
}
