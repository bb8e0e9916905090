/// A worksheet as a value: cells by row, and everything that belongs to the sheet.
///
/// Rows and columns count from 0. Cells of a row are kept in column order, and setting a place twice replaces it.
/// Heights of rows that say nothing are computed when the sheet is written, so that wrapped text and text in merged areas
/// is never clipped.
package struct Sheet: Sendable, Hashable {
  package enum Visibility: Sendable, Hashable { case visible, hidden }

  /// As shown on the tab; `SheetName.safe` makes one from any text. Names are checked when the workbook is written.
  package var name: String
  package var visibility = Visibility.visible
  /// The sheet's columns from 0; those beyond the array have the default width.
  package var columns: [SheetColumn] = []
  package var rows: [SheetRow] = []
  /// Merged areas; use `merge`, which also styles every covered cell.
  package var merges: [CellArea] = []
  package var validations: [Validation] = []
  /// In order of priority.
  package var conditionalFormats: [ConditionalFormat] = []
  package var links: [Hyperlink] = []
  package var notes: [CellNote] = []
  package var charts: [PlacedChart] = []
  package var pictures: [Picture] = []
  package var page = PageSetup()
  /// `nil` for a sheet that anybody may edit.
  package var protection: SheetProtection?
  /// How many rows and columns stay in view while the rest scrolls.
  package var frozenRows = 0
  package var frozenColumns = 0
  /// The filter's area, its header row included.
  package var autofilter: CellArea?
  package var tabColor: Color?
  /// Percent, from 10 to 400.
  package var zoom = 100
  package var showsGridlines = true
  /// Whether rows without a height of their own get one computed from their text.
  package var fitsRowHeights = true

  package init(name: String) {
    self.name = name
  }

  /// Puts a value into a place.
  package mutating func set(_ row: Int, _ column: Int, _ value: CellValue, _ style: CellStyle? = nil) {
    guard row >= 0, column >= 0, row < CellArea.maximumRowCount, column < CellArea.maximumColumnCount else { return }
    grow(to: row)
    rows[row].set(column, value, style)
  }

  /// Puts text into a place; empty text leaves an empty cell of that style.
  package mutating func set(_ row: Int, _ column: Int, text: String, _ style: CellStyle? = nil) {
    set(row, column, .optionalText(text), style)
  }

  /// Puts values side by side into a row, from `column` on.
  package mutating func set(_ row: Int, from column: Int, _ values: [CellValue], _ style: CellStyle? = nil) {
    for (offset, value) in values.enumerated() { set(row, column + offset, value, style) }
  }

  /// Merges an area: the value stands in its first cell, and all its cells get the style.
  package mutating func merge(_ area: CellArea, _ value: CellValue, _ style: CellStyle? = nil) {
    guard area.isValid else { return }
    for row in area.firstRow...area.lastRow {
      for column in area.firstColumn...area.lastColumn {
        set(row, column, row == area.firstRow && column == area.firstColumn ? value : .empty, style)
      }
    }
    if !area.isSingleCell { merges.append(area) }
  }

  /// The cell at a place, if anything was set there.
  package subscript(row row: Int, column column: Int) -> SheetCell? {
    guard rows.indices.contains(row) else { return nil }
    return rows[row].cells.first { $0.column == column }
  }

  /// Sets the width of columns, in widths of the digit 0 of the standard font (a Chinese character of 10 points takes 1.9).
  package mutating func setWidth(_ width: Double, columns range: ClosedRange<Int>) {
    guard range.lowerBound >= 0, range.upperBound < CellArea.maximumColumnCount else { return }
    while columns.count <= range.upperBound { columns.append(SheetColumn()) }
    for column in range { columns[column].width = .fixed(width) }
  }

  /// Sets the widths of the first columns, one after the other.
  package mutating func setWidths(_ widths: [Double]) {
    for (column, width) in widths.enumerated() { setWidth(width, columns: column...column) }
  }

  /// Sets a row's height in points; at most 409.5.
  package mutating func setHeight(_ height: Double, row: Int) {
    guard row >= 0, row < CellArea.maximumRowCount else { return }
    grow(to: row)
    rows[row].height = height
  }

  private mutating func grow(to row: Int) {
    while rows.count <= row { rows.append(SheetRow()) }
  }
}

/// A column of a worksheet.
package struct SheetColumn: Sendable, Hashable {
  package enum Width: Sendable, Hashable {
    case standard
    /// In widths of the digit 0 of the standard font, from 0 to 255.
    case fixed(Double)
    /// As wide as its longest line, within the bounds.
    case fitting(minimum: Double, maximum: Double)
  }

  package var width = Width.standard
  package var isHidden = false

  package init(width: Width = .standard, isHidden: Bool = false) {
    self.width = width
    self.isHidden = isHidden
  }
}

/// A row of a worksheet.
package struct SheetRow: Sendable, Hashable {
  /// In column order, each column at most once.
  package private(set) var cells: [SheetCell] = []
  /// Points; `nil` lets the writer compute it.
  package var height: Double?
  package var isHidden = false

  package init(_ cells: [SheetCell] = [], height: Double? = nil) {
    self.height = height
    if cells.indices.dropFirst().allSatisfy({ cells[$0 - 1].column < cells[$0].column }) {
      self.cells = cells
      return
    }
    self.cells.reserveCapacity(cells.count)
    for cell in cells { set(cell.column, cell.value, cell.style) }
  }

  package mutating func set(_ column: Int, _ value: CellValue, _ style: CellStyle?) {
    let cell = SheetCell(column: column, value: value, style: style)
    guard let last = cells.last, last.column >= column else {
      cells.append(cell)
      return
    }
    let place = cells.firstIndex { $0.column >= column } ?? cells.endIndex
    if place < cells.endIndex, cells[place].column == column {
      cells[place] = cell
    } else {
      cells.insert(cell, at: place)
    }
  }
}

/// A value at its place in a row.
package struct SheetCell: Sendable, Hashable {
  package var column: Int
  package var value: CellValue
  package var style: CellStyle?

  package init(column: Int, value: CellValue, style: CellStyle? = nil) {
    self.column = column
    self.value = value
    self.style = style
  }
}
