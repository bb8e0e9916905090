import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Tables of pages within a text")
struct PageTableDialectTests {
  private func blocks(_ text: String) -> [TableDocument.Block] { TextReader().read(text).value.blocks }

  private func tables(_ text: String) -> [Grid] { TextReader().read(text).value.tables }

  @Test("A table keeps its spans, its place and the heading above it; prose around it stays prose")
  func betweenProse() throws {
    let text = """
      第一条 各栏目由下列单位保障。
      附件 栏目责任表
      <table class="grid">
      <tr><td rowspan="2">港口</td><td>泊位</td></tr>
      <TR><TD>航标</TD></TR>
      </table>
      第二条 本表自印发之日起执行。
      """
    let blocks = blocks(text)
    #expect(blocks.count == 4)
    guard case .table(let grid) = try #require(blocks.dropFirst(2).first) else {
      Issue.record("no table")
      return
    }
    #expect(grid.layout == .spanned)
    #expect(grid.name == "附件 栏目责任表")
    #expect(grid.cells.map(\.text) == ["港口", "泊位", "航标"])
    #expect(grid.cells.first?.rowSpan == 2)
    #expect(
      blocks.last == .paragraph(TableDocument.Paragraph(text: "第二条 本表自印发之日起执行。", line: 7)))
  }

  @Test("Lines of tags around it are the page's, and show none of their markup")
  func linesOfTags() {
    let blocks = blocks("<div>\n<p>附件</p>\n<table><tr><td>港口</td></tr></table>\n</div>\n联系人：略")
    let paragraphs = blocks.compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
    }
    #expect(paragraphs == ["附件", "联系人：略"])
  }

  @Test("Tables within cells name the table around them, counted over the whole text")
  func nested() {
    let inner = "<table><tr><td>港口<table><tr><td>泊位</td></tr></table></td></tr></table>"
    let tables = tables("\(inner)\n说明一\n\(inner)\n")
    #expect(tables.map(\.nestedIn?.table) == [nil, 0, nil, 2])
  }

  @Test("A table without its end goes as far as its last row; the text behind it is not lost")
  func unended() {
    let blocks = blocks("<table><tr><td>港口</td>\n<td>泊位\n</tr>\n本表由办公室解释。\n")
    guard case .table(let grid) = blocks.first, case .paragraph(let paragraph) = blocks.last else {
      Issue.record("no table and paragraph")
      return
    }
    #expect(grid.cells.map(\.text) == ["港口", "泊位"])
    #expect(paragraph.text == "本表由办公室解释。")
  }

  @Test(
    "Markup left in a cell begins no table of a page, whichever way cells are written",
    arguments: [
      "港口\t@\t海事局", "@\t泊位\t海事局", "@样式\t泊位\t海事局", "港口 | @ | 海事局", "@ | 泊位 | 海事局", "港口,@,海事局", "@,泊位,海事局",
    ])
  func leftInCells(row: String) {
    let row = row.replacing("@", with: "<table><tr><td>泊位</td></tr></table>")
    let separator = ["\t", " | ", ","].first { row.contains($0) } ?? ""
    let header = ["栏目", "内容", "单位"].joined(separator: separator)
    let tables = tables(([header] + Array(repeating: row, count: 3)).joined(separator: "\n"))
    #expect(tables.map(\.columnCount) == [3])
    #expect(tables.map(\.layout.keepsSpans) == [false])
  }

  @Test("Where each cell has lines of its own, one of markup is a cell")
  func cellsOnLines() {
    let cell = "<table><tr><td>泊位</td></tr></table>"
    let bars = (["栏目", "内容", "单位", "港口", cell, "海事局", "航标", "位置", "海事局"]).joined(separator: "\n|\n")
    #expect(!tables(bars).contains { $0.layout.keepsSpans })
    let indented = "\t栏目\n\t内容\n\t单位\n\n\t港口\n\t如下：\n\(cell)\n\t海事局\n\n\t航标\n\t位置\n\t海事局\n"
    #expect(!tables(indented).contains { $0.layout.keepsSpans })
  }

  @Test("A record of several lines in a file of records keeps its markup")
  func records() {
    let text = "栏目,内容,单位\n港口,\"如下：\n<table><tr><td>泊位</td></tr></table>\",海事局\n航标,位置,海事局\n"
    #expect(TextReader(format: .csv).read(text).value.tables.map(\.rowCount) == [3])
  }

  @Test("Prose that names the tag begins no table, and the rows of one that never ends are not lost")
  func prose() {
    let rows = "栏目\t内容\t单位\n港口\t泊位\t海事局\n航标\t位置\t海事局\n"
    #expect(tables("<table>标签不得留在单元格内。\n\(rows)").map(\.rowCount) == [3])
    let open = tables("<table>\n<tr><td>渔港</td></tr>\n\n\(rows)\n<table><tr><td>盐场</td></tr></table>\n")
    #expect(open.map(\.rowCount) == [1, 3, 1])
  }

  @Test("A heading in tags names the table below it, and those behind")
  func namesInTags() {
    let text = "附件 旧表\n<p>附件 港口一览</p>\n<table><tr><td>港口</td></tr></table>\n<table><tr><td>泊位</td></tr></table>\n"
    #expect(tables(text).map(\.name) == ["附件 港口一览", "附件 港口一览"])
  }
}
