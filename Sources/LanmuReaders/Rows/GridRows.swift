package import LanmuDiagnostics
package import LanmuGrid

/// Rows of grids that are already held, for formats that are read whole.
package enum GridRows {
  /// Hands each row of each table to `body`, as `RowStream.forEachRow(in:limits:_:)` does.
  package static func forEachRow(of document: TableDocument, _ body: RowStream.Body) throws(LanmuError) {
    for (table, grid) in document.tables.enumerated() {
      var row = TabularRow(sheet: grid.name, isHidden: grid.visibility != .visible, table: table, row: -1)
      var step = RowStreamStep.proceed
      for cell in grid.cells {
        if cell.row != row.row {
          if row.row >= 0 {
            step = try body(row)
            if step != .proceed { break }
          }
          row.row = cell.row
          row.line = cell.line
          row.texts.removeAll()
        }
        guard cell.column >= row.texts.count else { continue }
        row.texts.pad(to: cell.column)
        row.texts.append(cell.text)
      }
      if step == .proceed, row.row >= 0 { step = try body(row) }
      if step == .stop { return }
    }
  }
}
