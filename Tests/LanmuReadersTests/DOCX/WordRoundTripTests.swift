import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

/// Random grids with spans, written as Word tables, read back equal.
@Suite("Random grids as Word tables")
struct WordRoundTripTests {
  @Test("read back equal", arguments: 1...120)
  func readBack(seed: Int) throws {
    var generator = WordMutationTests.Generator(state: UInt64(seed) &* 0x9e37_79b9_7f4a_7c15)
    let grids = (0..<Int.random(in: 1...3, using: &generator)).map { _ in Self.randomGrid(using: &generator) }
    let body = grids.map(Self.markup).joined(separator: "<w:p/>")
    let outcome = try DOCXReader().read(WordSource("Random\n--- body\n\(body)").source)
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.value.tables.map(\.sketch) == grids.map(\.sketch))
    #expect(outcome.value.tables == grids)
  }

  private static func randomGrid(using generator: inout some RandomNumberGenerator) -> Grid {
    let rows = Int.random(in: 1...9, using: &generator)
    let columns = Int.random(in: 1...7, using: &generator)
    var covered = Array(repeating: Array(repeating: false, count: columns), count: rows)
    var cells: [Cell] = []
    for row in 0..<rows {
      for column in 0..<columns where !covered[row][column] {
        var width = 1
        while column + width < columns, !covered[row][column + width], Int.random(in: 0..<5, using: &generator) == 0 {
          width += 1
        }
        var height = 1
        while row + height < rows, Int.random(in: 0..<4, using: &generator) == 0 { height += 1 }
        for y in row..<row + height {
          for x in column..<column + width { covered[y][x] = true }
        }
        // Every cell has a text, so that none is left out and the comparison is exact.
        let text = ["栏目", "更新", "A&B<C", "一\n二", "★ 甲"].randomElement(using: &generator) ?? ""
        cells.append(
          Cell(row: row, column: column, rowSpan: height, columnSpan: width, text: "\(text)\(row).\(column)"))
      }
    }
    return Grid(
      rowCount: rows, columnCount: columns, headerRowCount: Int.random(in: 0...min(2, rows), using: &generator),
      cells: cells)
  }

  private static func markup(_ grid: Grid) -> String {
    var text = "<w:tbl>"
    for row in 0..<grid.rowCount {
      text += "<w:tr>"
      if row < grid.headerRowCount { text += "<w:trPr><w:tblHeader/></w:trPr>" }
      let crossing = grid.cells.filter { $0.row <= row && row < $0.row + $0.rowSpan }.sorted { $0.column < $1.column }
      for cell in crossing {
        text += "<w:tc><w:tcPr><w:gridSpan w:val=\"\(cell.columnSpan)\"/>"
        if cell.rowSpan > 1 { text += cell.row == row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>" }
        text += "</w:tcPr>"
        for line in cell.row == row ? cell.text.split(separator: "\n") : [""] {
          let escaped = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
          text += "<w:p><w:r><w:t xml:space=\"preserve\">\(escaped)</w:t></w:r></w:p>"
        }
        text += "</w:tc>"
      }
      text += "</w:tr>"
    }
    return text + "</w:tbl>"
  }
}
