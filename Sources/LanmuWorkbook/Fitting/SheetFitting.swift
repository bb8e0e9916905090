/// Widths of columns and heights of rows, computed from the text in them.
///
/// Excel and WPS fit a row to its wrapped text on opening at best, and never to text in merged cells; LibreOffice differs
/// from both. So every height that matters is computed here and written down.
package struct SheetFitting {
  package static let standardColumnWidth = 8.43
  package static let standardRowHeight = 15.0
  package static let maximumRowHeight = 409.0

  /// The width of each column in digits, `nil` for the standard width.
  private(set) var columnWidths: [Double?] = []
  /// Whether each column is hidden; those beyond are not.
  private let isColumnHidden: [Bool]
  /// The columns' widths in points; those beyond have the standard width.
  private var columnPoints: [Double] = []

  private static let standardColumnPoints = TextMeasure.points(ofColumnWidth: standardColumnWidth)

  init(_ sheet: Sheet) {
    isColumnHidden = sheet.columns.map(\.isHidden)
    columnWidths = sheet.columns.map { column in
      if case .fixed(let width) = column.width { width } else { nil }
    }
    fitColumns(of: sheet)
    columnPoints = columnWidths.indices.map { TextMeasure.points(ofColumnWidth: width(ofColumn: $0)) }
  }

  func width(ofColumn column: Int) -> Double {
    columnWidths.indices.contains(column) ? columnWidths[column] ?? Self.standardColumnWidth : Self.standardColumnWidth
  }

  /// The height that a row needs for its cells, apart from those merged with other rows; `nil` if the standard one will do.
  ///
  /// `mergedWidths` gives the last column of areas that start in this row, by their first column; areas of several rows
  /// and covered cells are marked -1.
  func height(of row: SheetRow, mergedColumns: [Int: Int] = [:]) -> Double? {
    var height = 0.0
    // Through a span: a copy of each cell would count references of its text and its style.
    let cells = row.cells.span
    for index in cells.indices {
      let column = cells[index].column
      guard let style = cells[index].style, !isHidden(column) else { continue }
      var lastColumn = column
      if !mergedColumns.isEmpty, let last = mergedColumns[column] {
        if last < 0 { continue }
        lastColumn = last
      }
      if case .empty = cells[index].value { continue }
      height = max(height, neededHeight(cells[index].value, style, columns: column...lastColumn))
    }
    return height <= Self.standardRowHeight ? nil : min(height, Self.maximumRowHeight)
  }

  /// The height of a value's text, wrapped within these columns if its style wraps.
  func neededHeight(_ value: CellValue, _ style: CellStyle, columns: ClosedRange<Int>) -> Double {
    let fontSize = style.fontSize
    let line = fontSize * TextMeasure.lineHeight
    guard style.wraps else { return line + 1 }
    let text: String
    switch value {
    case .text(let content): text = content
    case .rich: text = value.plainText
    // Numbers never wrap, and their digits say nothing of how wide their format shows them.
    case .formula(let formula):
      guard case .text(let result) = formula.result else { return line + 1 }
      text = result
    default: return line + 1
    }
    var available = -TextMeasure.cellPadding - Double(style.indent) * fontSize
    for column in columns {
      available += columnPoints.indices.contains(column) ? columnPoints[column] : Self.standardColumnPoints
    }
    // A text of so few bytes fits one line whatever its characters.
    if Double(text.utf8.count) * fontSize < available, !text.utf8.contains(10) { return line + 1 }
    if TextMeasure.fitsOneLine(text, within: available, fontSize: fontSize) { return line + 3 }
    let count = TextMeasure.lineCount(of: text, within: available, fontSize: fontSize)
    return Double(count) * line + 3
  }

  private func isHidden(_ column: Int) -> Bool {
    isColumnHidden.indices.contains(column) && isColumnHidden[column]
  }

  /// Heights for all rows of a sheet that is held in memory, merged areas included.
  func heights(of sheet: Sheet) -> [Double?] {
    var mergedColumns: [Int: [Int: Int]] = [:]
    for area in sheet.merges {
      let spansRows = area.lastRow > area.firstRow
      for row in area.firstRow...area.lastRow where row < sheet.rows.count {
        for column in area.firstColumn...area.lastColumn {
          mergedColumns[row, default: [:]][column] = !spansRows && column == area.firstColumn ? area.lastColumn : -1
        }
      }
    }
    var heights = sheet.rows.enumerated().map { index, row in
      row.height ?? (sheet.fitsRowHeights ? height(of: row, mergedColumns: mergedColumns[index] ?? [:]) : nil)
    }
    guard sheet.fitsRowHeights else { return heights }
    for area in sheet.merges where area.lastRow > area.firstRow && area.lastRow < sheet.rows.count {
      guard let cell = sheet[row: area.firstRow, column: area.firstColumn], let style = cell.style else { continue }
      if case .empty = cell.value { continue }
      let needed = neededHeight(cell.value, style, columns: area.firstColumn...area.lastColumn)
      let rows = area.firstRow...area.lastRow
      let present = rows.reduce(0.0) { $0 + (heights[$1] ?? Self.standardRowHeight) }
      guard needed > present else { continue }
      // What is missing is spread over the rows that have no height of their own.
      let open = rows.filter { sheet.rows[$0].height == nil }
      guard !open.isEmpty else { continue }
      let share = (needed - present) / Double(open.count)
      for row in open {
        heights[row] = min((heights[row] ?? Self.standardRowHeight) + share, Self.maximumRowHeight)
      }
    }
    return heights
  }

  private mutating func fitColumns(of sheet: Sheet) {
    var bounds: [Int: (minimum: Double, maximum: Double)] = [:]
    for (index, column) in sheet.columns.enumerated() {
      if case .fitting(let minimum, let maximum) = column.width { bounds[index] = (minimum, max(minimum, maximum)) }
    }
    guard !bounds.isEmpty else { return }
    var widest: [Int: Double] = [:]
    let mergedAnchors = Set(sheet.merges.map { [$0.firstRow, $0.firstColumn] })
    for (rowIndex, row) in sheet.rows.enumerated() {
      for cell in row.cells where bounds[cell.column] != nil {
        if !mergedAnchors.isEmpty, mergedAnchors.contains([rowIndex, cell.column]) { continue }
        let size = cell.style?.fontSize ?? 11
        for line in cell.value.plainText.split(separator: "\n") {
          widest[cell.column] = max(widest[cell.column] ?? 0, TextMeasure.width(of: line, fontSize: size))
        }
      }
    }
    for (column, bound) in bounds {
      let needed = TextMeasure.columnWidth(ofPoints: (widest[column] ?? 0) + TextMeasure.cellPadding)
      columnWidths[column] = min(max(needed, bound.minimum), bound.maximum)
    }
  }
}
