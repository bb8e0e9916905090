/// A rectangle of cells; all numbers count from 0 and both ends belong to it.
package struct CellArea: Sendable, Hashable {
  package var firstRow: Int
  package var firstColumn: Int
  package var lastRow: Int
  package var lastColumn: Int

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    firstRow = rows.lowerBound
    lastRow = rows.upperBound
    firstColumn = columns.lowerBound
    lastColumn = columns.upperBound
  }

  package init(row: Int, column: Int) {
    self.init(rows: row...row, columns: column...column)
  }

  package static let maximumRowCount = 1_048_576
  package static let maximumColumnCount = 16_384

  package var isSingleCell: Bool { firstRow == lastRow && firstColumn == lastColumn }

  /// Whether the area lies within a worksheet and has at least one cell.
  package var isValid: Bool {
    firstRow >= 0 && firstColumn >= 0 && firstRow <= lastRow && firstColumn <= lastColumn
      && lastRow < CellArea.maximumRowCount && lastColumn < CellArea.maximumColumnCount
  }

  package func overlaps(_ other: CellArea) -> Bool {
    firstRow <= other.lastRow && other.firstRow <= lastRow && firstColumn <= other.lastColumn
      && other.firstColumn <= lastColumn
  }

  /// `A1:B2`, or `A1` for one cell; with `$` before each part where `absolute`.
  package func reference(absolute: Bool = false) -> String {
    let first = CellArea.reference(row: firstRow, column: firstColumn, absolute: absolute)
    if isSingleCell { return first }
    return first + ":" + CellArea.reference(row: lastRow, column: lastColumn, absolute: absolute)
  }

  /// `'Sheet name'!$A$1:$B$2`, for formulas, defined names and links.
  package func reference(inSheet sheet: String) -> String {
    CellArea.quoted(sheet) + "!" + reference(absolute: true)
  }

  /// `B3` for row 2, column 1.
  package static func reference(row: Int, column: Int, absolute: Bool = false) -> String {
    absolute ? "$\(letters(ofColumn: column))$\(row + 1)" : "\(letters(ofColumn: column))\(row + 1)"
  }

  /// `A` for 0, `AA` for 26.
  package static func letters(ofColumn column: Int) -> String {
    var rest = max(column, 0)
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// A sheet's name as formulas need it, always in quotes.
  package static func quoted(_ sheet: String) -> String {
    "'" + sheet.replacing("'", with: "''") + "'"
  }
}
