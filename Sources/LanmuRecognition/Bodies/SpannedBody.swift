internal import LanmuGrid

/// Reads the rows of a table whose spans are known: what a cell covers, it says; what is empty, is empty.
struct SpannedBody: Sendable {
  let columns: [LogicalColumn]

  func read(_ rows: [CollectedTable.BodyRow]) -> [AlignedRow] {
    let width = columns.map(\.columns.upperBound).max() ?? 0
    // For each grid column, the cell that covers it from above and the last row that it reaches.
    var covering: [(cell: FieldCell, lastRow: Int, grid: Int)?] = Array(repeating: nil, count: width)
    var result: [AlignedRow] = []
    for body in rows {
      let row = body.row
      var anchored: [FieldCell?] = Array(repeating: nil, count: width)
      for cell in row.cells where cell.column < width {
        anchored[cell.column] = cell
        let lastRow = row.row + (cell.rowSpan - 1)
        for column in cell.column..<min(width, cell.column + cell.columnSpan) {
          covering[column] = (cell, lastRow, row.grid)
        }
      }
      let slots = columns.map { column in slot(column, row: row, anchored: anchored, covering: covering) }
      guard slots.contains(where: \.hasText) else { continue }
      result.append(
        AlignedRow(grid: row.grid, row: row.row, slots: slots, followsBreak: body.followsBreak))
    }
    return result
  }

  private func slot(
    _ column: LogicalColumn, row: FieldRow, anchored: [FieldCell?],
    covering: [(cell: FieldCell, lastRow: Int, grid: Int)?]
  ) -> AlignedRow.Slot {
    var own: AlignedRow.Slot?
    var covered: AlignedRow.Slot?
    for place in column.columns where place < anchored.count {
      if let cell = anchored[place] {
        if let found = own, !found.label.isEmpty {
          // A field that the body divides further than the header does keeps all its pieces.
          if !cell.label.isEmpty {
            own?.raw += "\n" + cell.raw
            own?.label += cell.label
          }
        } else {
          own = AlignedRow.Slot(
            state: cell.label.isEmpty ? .blank : .own, raw: cell.raw, label: cell.label, line: cell.line,
            emptySince: cell.label.isEmpty ? row.row : nil)
        }
      } else if let above = covering[place], above.grid == row.grid, above.lastRow >= row.row,
        above.cell.column == place || place == column.columns.lowerBound && startsNowhere(above.cell)
      {
        if above.cell.rowSpan > 1, !isAnchoredHere(above.cell, anchored) {
          covered = AlignedRow.Slot(
            state: above.cell.label.isEmpty ? .blank : .covered, raw: above.cell.raw, label: above.cell.label,
            line: above.cell.line, emptySince: above.cell.label.isEmpty ? above.lastRow - (above.cell.rowSpan - 1) : nil
          )
        }
      }
    }
    if let own, own.state == .own { return own }
    return covered ?? own ?? .blank
  }

  /// Whether a cell starts in none of the columns; any other belongs to the one in which it starts, and not to those that it
  /// also covers.
  private func startsNowhere(_ cell: FieldCell) -> Bool {
    !columns.contains { $0.columns.contains(cell.column) }
  }

  private func isAnchoredHere(_ cell: FieldCell, _ anchored: [FieldCell?]) -> Bool {
    anchored.indices.contains(cell.column) && anchored[cell.column] != nil
  }
}
