import LanmuGrid

/// A document drawn as text, for the expectations of the corpus: paragraphs after `¶`, tables as sketches.
///
/// A table's first line names its layout, size, and heading; its rows follow, indented. Where spans are lost, each row
/// starts with the line of its first cell.
struct DocumentSketch {
  let text: String

  init(_ document: TableDocument) {
    var lines: [String] = []
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph):
        let line = paragraph.line.map { "\($0) " } ?? ""
        let level = paragraph.headingLevel > 0 ? "h\(paragraph.headingLevel)" : ""
        lines.append("¶\(level) \(line)\(paragraph.text.replacing("\n", with: "⏎"))")
      case .table(let grid):
        lines.append(Self.title(of: grid))
        lines += Self.rows(of: grid).map { "  " + $0 }
      }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func title(of grid: Grid) -> String {
    var parts = ["# \(grid.layout.rawValue) \(grid.rowCount)×\(grid.columnCount)"]
    if grid.headerRowCount > 0 { parts.append("header \(grid.headerRowCount)") }
    if let nesting = grid.nestedIn { parts.append("nested in \(nesting.table) (\(nesting.row), \(nesting.column))") }
    if !grid.name.isEmpty { parts.append("“\(grid.name)”") }
    return parts.joined(separator: " ")
  }

  private static func rows(of grid: Grid) -> [String] {
    if grid.layout.keepsSpans {
      return grid.sketch.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return (0..<grid.rowCount).map { row in
      let cells = grid.cells.filter { $0.row == row }
      let line = cells.first?.line.map { "\($0): " } ?? ""
      return line + cells.map { $0.text.replacing("\n", with: "⏎") }.joined(separator: " | ")
    }
  }
}
