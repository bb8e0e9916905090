import LanmuGrid

/// A document as a Word package (ECMA-376, part 1, 17.4), with `gridSpan` and `vMerge` for its merged cells.
enum WordRendering {
  static func bytes(of document: TableDocument) -> [UInt8] {
    let blocks = document.blocks.map { block in
      switch block {
      case .paragraph(let paragraph): self.paragraph(MarkupText.escaped(paragraph.text))
      // Word wants a paragraph behind each table.
      case .table(let grid): table(grid) + "<w:p/>"
      }
    }
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let content = "<w:document xmlns:w=\"\(main)\"><w:body>\(blocks.joined())</w:body></w:document>"
    return OfficeArchive.bytes(
      main: "word/document.xml", type: "wordprocessingml.document.main", content: content, parts: [])
  }

  private static func paragraph(_ text: String) -> String {
    "<w:p><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  private static func table(_ grid: Grid) -> String {
    var rows: [[Cell]] = Array(repeating: [], count: grid.rowCount)
    // Each cell stands in all rows that it covers: in the first with its text, in the others as its continuation.
    for cell in grid.cells {
      for row in cell.row..<cell.row + cell.rowSpan { rows[row].append(cell) }
    }
    let lines = rows.enumerated().map { index, cells in
      "<w:tr>" + (index < grid.headerRowCount ? "<w:trPr><w:tblHeader/></w:trPr>" : "")
        + cells.sorted { $0.column < $1.column }.map { self.cell($0, in: index) }.joined() + "</w:tr>"
    }
    let columns = String(repeating: "<w:gridCol w:w=\"1200\"/>", count: grid.columnCount)
    return "<w:tbl><w:tblPr/><w:tblGrid>\(columns)</w:tblGrid>\(lines.joined())</w:tbl>"
  }

  private static func cell(_ cell: Cell, in row: Int) -> String {
    let isFirst = cell.row == row
    let width = cell.columnSpan > 1 ? "<w:gridSpan w:val=\"\(cell.columnSpan)\"/>" : ""
    let merge = cell.rowSpan > 1 ? (isFirst ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>") : ""
    let text = isFirst && !cell.text.isEmpty ? MarkupText.lines(of: cell.text).map(paragraph).joined() : "<w:p/>"
    return "<w:tc><w:tcPr>\(width)\(merge)</w:tcPr>\(text)</w:tc>"
  }
}
