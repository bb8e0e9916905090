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

  /// How many fields those drawings of a document have that may have lost their merged cells: none that has as many shows one
  /// that reaches down. Where others do, these must lack their first labels all the same, as hardly any row does but below one
  /// that reaches down: each table is drawn in its own way.
  static func widths(in document: TableDocument) -> Set<Int> {
    var drawn: Set<Int> = []
    var lackingFirst: [Int: Int] = [:]
    for case .table(let grid) in document.blocks where grid.layout == .boxDrawing {
      if grid.cells.contains(where: { $0.rowSpan > 1 }) { drawn.insert(grid.columnCount) }
      let first = isNumbered(grid) ? 1 : 0
      let begun = Set(grid.cells.filter { $0.column == first && !$0.text.isEmpty }.map(\.row))
      let filled = Set(grid.cells.filter { !$0.text.isEmpty }.map(\.row))
      lackingFirst[grid.columnCount, default: 0] += filled.subtracting(begun).count
    }
    return Set(lackingFirst.keys.filter { drawn.isEmpty || lackingFirst[$0, default: 0] >= fewestLacking })
      .subtracting(drawn)
  }

  /// Whether rows begin with their number, behind which the labels stand.
  private static func isNumbered(_ grid: Grid) -> Bool {
    let texts = grid.cells.filter { $0.column == 0 && !$0.text.isEmpty }.map { TextEvidence(CellText.label($0.text)) }
    return texts.count(where: \.isNumber) * 2 > texts.count
  }

  /// One row may lack its first cell by a slip, or stand in the header.
  private static let fewestLacking = 3

  /// Whether a row with several cells has empty ones.
  private static func lacksTexts(_ row: [Cell?]) -> Bool {
    let filled = row.map { $0.map { !$0.text.isEmpty } ?? false }
    guard let last = filled.lastIndex(of: true) else { return false }
    return last > 0 && filled.contains(false)
  }
}
