internal import LanmuGrid

/// A drawn table whose rules run through its merged cells, as plain grids are printed: its spans are as lost as in a text of
/// fields, whose places are sure.
enum RuledThroughGrid {
  /// The grid as fields with lost spans, if it is such a drawing: it draws no merged cell that reaches down, though some rows
  /// lack what the rows above have. Cells that reach across fields alone are no sign that it draws the others.
  static func lostSpans(of grid: Grid) -> Grid? {
    guard grid.layout == .boxDrawing,
      grid.cells.allSatisfy({ $0.rowSpan == 1 })
    else { return nil }
    var rows: [[Cell?]] = Array(repeating: Array(repeating: nil, count: grid.columnCount), count: grid.rowCount)
    for cell in grid.cells { rows[cell.row][cell.column] = cell }
    guard rows.dropFirst().contains(where: lacksTexts) else { return nil }
    var lost = grid
    lost.layout = .delimited
    lost.cells = rows.enumerated().flatMap { row, cells in
      cells.enumerated().map { column, cell in
        Cell(
          row: row, column: column,
          text: cell.map { CellText.field($0.text, joinsWrappedLines: true, keepsSpaces: true) } ?? "",
          line: cell?.line)
      }
    }
    return lost
  }

  /// Whether a drawing shows merged cells that reach down, so that others in its document, which show none, have none.
  static func drawsSpans(_ grid: Grid) -> Bool {
    grid.layout == .boxDrawing && grid.cells.contains { $0.rowSpan > 1 }
  }

  /// Whether a row with several cells has empty ones.
  private static func lacksTexts(_ row: [Cell?]) -> Bool {
    let filled = row.map { $0.map { !$0.text.isEmpty } ?? false }
    guard let last = filled.lastIndex(of: true) else { return false }
    return last > 0 && filled.contains(false)
  }
}
