internal import LanmuGrid

/// One row of a grid as recognition works on it: its cells from left to right, each with its text ready for comparing.
struct FieldRow: Sendable {
  /// Place of the grid in the document and of the row in the grid, from 0.
  var grid: Int
  var row: Int
  var layout: Grid.Layout
  /// Cells that are anchored in this row, in order of their columns; empty ones are included only where spans are lost.
  var cells: [FieldCell]
  /// Whether the source marks this row as a header row.
  var isMarkedHeader: Bool

  /// The last row that a cell anchored in this row covers, where spans are known.
  var bottom: Int { cells.reduce(row) { max($0, $1.rowSpan < FieldCell.endless ? row + $1.rowSpan - 1 : row) } }

  /// Cells with text.
  var filled: [FieldCell] { cells.filter { !$0.label.isEmpty } }

  /// How many cells have text.
  var filledCount: Int { cells.count { !$0.label.isEmpty } }

  /// Makes an empty cell of what cells of a repeated header above cover of this row and those below it: merged cells that a
  /// page break cut, drawn without a rule above them.
  mutating func takeOver(from header: ArraySlice<FieldRow>) {
    guard layout.keepsSpans else { return }
    for above in header where above.grid == grid {
      for cell in above.cells where cell.rowSpan < FieldCell.endless && above.row + cell.rowSpan > row {
        guard !cells.contains(where: { $0.column == cell.column }) else { continue }
        var rest = cell
        (rest.rowSpan, rest.raw, rest.label, rest.line) = (above.row + cell.rowSpan - row, "", "", nil)
        cells.insert(rest, at: cells.firstIndex { $0.column > rest.column } ?? cells.endIndex)
      }
    }
  }
}

/// A cell of a `FieldRow`.
struct FieldCell: Sendable {
  var column: Int
  var rowSpan: Int
  var columnSpan: Int
  /// The text as read.
  var raw: String
  /// The text without white space, markup and stars.
  var label: String
  var line: Int?
  /// Whether it only fills its row up to the table's width.
  var isPadding = false

  /// Whether it is merged over all columns of a table but one at most, which may be those of numbers or remarks.
  ///
  /// - Parameter width: how many columns the table has.
  func reachesAcross(_ width: Int) -> Bool { columnSpan > 1 && columnSpan + 1 >= width }

  /// From this length on a span is a slip of the source, which reaches beyond any table and says nothing of what it covers.
  static let endless = 10_000
}

extension Sequence<FieldRow> {
  /// Whether rows that are filled up to the table's width tell which of the empty cells at their ends are cells: some end in an
  /// empty cell that fills nothing up, and some are filled up.
  var tellPadding: Bool {
    var isFilledUp = false
    var endsInCell = false
    for row in self where row.layout == .dropped {
      guard let last = row.cells.last, last.label.isEmpty else { continue }
      isFilledUp = isFilledUp || last.isPadding
      endsInCell = endsInCell || row.cells.last { !$0.isPadding }?.label.isEmpty == true
      if isFilledUp, endsInCell { return true }
    }
    return false
  }
}

extension Grid {
  /// The rows that hold any cell, in order; cost is linear in the number of cells.
  func fieldRows(gridIndex: Int) -> [FieldRow] {
    var rows: [FieldRow] = []
    for cell in cells {
      if rows.last?.row != cell.row {
        rows.append(
          FieldRow(grid: gridIndex, row: cell.row, layout: layout, cells: [], isMarkedHeader: cell.row < headerRowCount)
        )
      }
      rows[rows.count - 1].cells.append(
        FieldCell(
          column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, raw: cell.text,
          label: CellText.label(cell.text), line: cell.line, isPadding: cell.isPadding))
    }
    return rows
  }
}
