internal import CLibXLSXWriter
internal import LanmuDiagnostics

/// Writes one sheet: its set-up, then its rows in order, then what lies over them.
@safe struct SheetWriter {
  let worksheet: UnsafeMutablePointer<lxw_worksheet>
  let workbook: UnsafeMutablePointer<lxw_workbook>
  let sheet: Sheet
  let isStreaming: Bool
  private(set) var rowCount = 0
  private var fitting: SheetFitting
  private var pendingMerges: [ClosedRange<Int>] = []
  private var cutTexts = 0

  init(
    _ worksheet: UnsafeMutablePointer<lxw_worksheet>, of workbook: UnsafeMutablePointer<lxw_workbook>, sheet: Sheet,
    isStreaming: Bool
  ) {
    unsafe self.worksheet = unsafe worksheet
    unsafe self.workbook = unsafe workbook
    self.sheet = sheet
    self.isStreaming = isStreaming
    fitting = SheetFitting(sheet)
  }

  mutating func begin(
    _ styles: inout StyleTable, _ lists: inout DropDownLists, _ diagnostics: inout [Diagnostic]
  ) throws(LanmuError) {
    try checkMerges()
    try writeColumns()
    let heights = fitting.heights(of: sheet)
    try writePage(rowBreaks: Pagination.rowBreaks(of: sheet, heights: heights, fitting: fitting), &diagnostics)
    writeView()
    try writeValidations(&lists)
    try writeConditionalFormats(&styles)
    // Links come first: the library writes their address as text, which the cells' own values then replace.
    if !isStreaming { try writeLinks(&diagnostics) }
    let merges = Dictionary(grouping: sheet.merges) { isStreaming ? $0.lastRow : $0.firstRow }
    for (index, row) in sheet.rows.enumerated() {
      // Held in memory, merging overwrites the area, so it comes before the first row; streamed, earlier rows are closed.
      for area in merges[index] ?? [] { try merge(area) }
      try write(row, height: heights[index], &styles, &diagnostics)
    }
    for (row, areas) in merges where row >= sheet.rows.count {
      for area in areas { try merge(area) }
    }
  }

  mutating func append(
    _ row: SheetRow, _ styles: inout StyleTable, _ diagnostics: inout [Diagnostic]
  ) throws(LanmuError) {
    var merged: [Int: Int] = [:]
    for columns in pendingMerges {
      try merge(CellArea(rows: rowCount...rowCount, columns: columns))
      for column in columns { merged[column] = column == columns.lowerBound ? columns.upperBound : -1 }
    }
    pendingMerges = []
    let height = row.height ?? (sheet.fitsRowHeights ? fitting.height(of: row, mergedColumns: merged) : nil)
    try write(row, height: height, &styles, &diagnostics)
  }

  mutating func mergeInNextRow(columns: ClosedRange<Int>) {
    if columns.count > 1 { pendingMerges.append(columns) }
  }

  mutating func end(_ styles: inout StyleTable, _ diagnostics: inout [Diagnostic]) throws(LanmuError) {
    try writeNotes()
    try writePictures()
    try writeCharts()
    if cutTexts > 0 {
      diagnostics.append(
        Diagnostic(
          .warning, code: "workbook.textCut",
          message: Message(
            zh: "\(cutTexts)个单元格的内容超过 32767 字，已截断", en: "\(cutTexts) cells hold more than 32767 characters and were cut"
          ),
          position: SourcePosition(sheet: sheet.name)))
    }
  }

  private mutating func write(
    _ row: SheetRow, height: Double?, _ styles: inout StyleTable, _ diagnostics: inout [Diagnostic]
  ) throws(LanmuError) {
    let index = rowCount
    guard index < CellArea.maximumRowCount else {
      throw WriterFault.invalid(
        Message(zh: "行数超过 1048576", en: "more than 1048576 rows"), sheet: sheet.name, row: index)
    }
    if height != nil || row.isHidden {
      try setHeight(height, isHidden: row.isHidden, row: index, &diagnostics)
    }
    let cells = row.cells.span
    for place in cells.indices { try write(cells[place], row: index, &styles, &diagnostics) }
    rowCount += 1
  }

  private func setHeight(
    _ height: Double?, isHidden: Bool, row: Int, _ diagnostics: inout [Diagnostic]
  ) throws(LanmuError) {
    let wanted = height ?? SheetFitting.standardRowHeight
    let points = wanted.isFinite ? min(max(wanted, 0), SheetFitting.maximumRowHeight) : SheetFitting.standardRowHeight
    if points == SheetFitting.maximumRowHeight {
      diagnostics.append(
        Diagnostic(
          .warning, code: "workbook.rowTooHigh",
          message: Message(zh: "该行内容超出最大行高，打印时可能不完整", en: "the row's text needs more than the greatest height"),
          position: SourcePosition(sheet: sheet.name, row: row)))
    }
    let code: lxw_error
    if isHidden {
      var options = lxw_row_col_options(hidden: 1, level: 0, collapsed: 0)
      code = unsafe worksheet_set_row_opt(worksheet, UInt32(row), points, nil, &options)
    } else {
      code = unsafe worksheet_set_row(worksheet, UInt32(row), points, nil)
    }
    try WriterFault.check(code, "worksheet_set_row", sheet: sheet.name, row: row)
  }

  private mutating func write(
    _ cell: SheetCell, row: Int, _ styles: inout StyleTable, _ diagnostics: inout [Diagnostic]
  ) throws(LanmuError) {
    guard cell.column >= 0, cell.column < CellArea.maximumColumnCount else {
      throw WriterFault.invalid(
        Message(zh: "列数超过 16384", en: "more than 16384 columns"), sheet: sheet.name, row: row)
    }
    let format = unsafe try styles.format(cell.style)
    let code = unsafe try write(
      cell.value, UInt32(row), UInt16(cell.column), format, &styles, &diagnostics)
    if code != LXW_NO_ERROR {
      try WriterFault.check(code, "worksheet_write", sheet: sheet.name, row: row, column: cell.column)
    }
  }

  @unsafe private mutating func write(
    _ value: CellValue, _ row: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?,
    _ styles: inout StyleTable, _ diagnostics: inout [Diagnostic]
  ) throws(LanmuError) -> lxw_error {
    switch value {
    case .empty:
      return unsafe worksheet_write_blank(worksheet, row, column, format)
    case .text(let text):
      let (fitted, wasCut) = CellText.fit(text)
      if wasCut { cutTexts += 1 }
      // The library takes empty text for a blank cell, and ignores it if that has no format. A text that is passed as it is
      // would be copied first.
      return unsafe fitted.withCString { unsafe worksheet_write_string(worksheet, row, column, $0, format) }
    case .number(let number):
      guard number.isFinite else {
        diagnostics.append(notFinite(row, column))
        return unsafe worksheet_write_blank(worksheet, row, column, format)
      }
      return unsafe worksheet_write_number(worksheet, row, column, number, format)
    case .boolean(let flag):
      return unsafe worksheet_write_boolean(worksheet, row, column, flag ? 1 : 0, format)
    case .day(let day):
      return unsafe worksheet_write_number(worksheet, row, column, Double(day.serial), format)
    case .formula(let formula):
      return unsafe try write(formula, row, column, format, &diagnostics)
    case .rich(let runs):
      return unsafe try write(runs, row, column, format, &styles)
    }
  }

  @unsafe private mutating func write(
    _ formula: Formula, _ row: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?,
    _ diagnostics: inout [Diagnostic]
  ) throws(LanmuError) -> lxw_error {
    let expression = CellText.fit(formula.expression).text
    guard !expression.isEmpty, expression != "=", expression.utf16.count <= 8192 else {
      throw WriterFault.invalid(
        Message(zh: "公式为空或超过 8192 字符", en: "a formula is empty or longer than 8192 characters"), sheet: sheet.name,
        row: Int(row), column: Int(column))
    }
    switch formula.result {
    case .number(let number):
      guard number.isFinite else {
        diagnostics.append(notFinite(row, column))
        return unsafe worksheet_write_blank(worksheet, row, column, format)
      }
      return unsafe worksheet_write_formula_num(worksheet, row, column, expression, format, number)
    case .text(let text):
      return unsafe worksheet_write_formula_str(
        worksheet, row, column, expression, format, CellText.marked(CellText.fit(text).text))
    }
  }

  @unsafe private mutating func write(
    _ runs: [TextRun], _ row: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?,
    _ styles: inout StyleTable
  ) throws(LanmuError) -> lxw_error {
    let pieces = runs.filter { !$0.text.isEmpty }
    let whole = CellText.fit(pieces.map(\.text).joined())
    // The library counts pieces in one byte, wants at least two, and refuses what is too long with its markup.
    guard pieces.count > 1, pieces.count < 200, whole.text.utf16.count + pieces.count * 160 < CellText.maximumLength
    else {
      if whole.wasCut { cutTexts += 1 }
      return unsafe worksheet_write_string(worksheet, row, column, whole.text, format)
    }
    var arena = TextArena()
    var tuples: [lxw_rich_string_tuple] = unsafe []
    for piece in pieces {
      let pieceFormat = unsafe try styles.format(piece.style)
      unsafe tuples.append(
        unsafe lxw_rich_string_tuple(
          format: pieceFormat, string: arena.pointer(CellText.marked(CellText.fit(piece.text).text))))
    }
    let count = unsafe tuples.count
    return unsafe tuples.withUnsafeMutableBufferPointer { buffer in
      var pointers: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = unsafe []
      for index in 0..<count { unsafe pointers.append(buffer.baseAddress.map { unsafe $0 + index }) }
      unsafe pointers.append(nil)
      return unsafe worksheet_write_rich_string(worksheet, row, column, &pointers, format)
    }
  }

  private func notFinite(_ row: UInt32, _ column: UInt16) -> Diagnostic {
    Diagnostic(
      .warning, code: "workbook.notFinite",
      message: Message(zh: "数值不是有限数，单元格留空", en: "a number is not finite; its cell stays empty"),
      position: SourcePosition(sheet: sheet.name, row: Int(row), column: Int(column)))
  }

  private func merge(_ area: CellArea) throws(LanmuError) {
    try WriterFault.check(
      unsafe worksheet_merge_range(
        worksheet, UInt32(area.firstRow), UInt16(area.firstColumn), UInt32(area.lastRow), UInt16(area.lastColumn), "",
        nil), "worksheet_merge_range", sheet: sheet.name, row: area.firstRow, column: area.firstColumn)
  }

  /// Overlapping areas make Excel call the file damaged, and the library does not look.
  private func checkMerges() throws(LanmuError) {
    var active: [CellArea] = []
    for area in sheet.merges.sorted(by: { $0.firstRow < $1.firstRow }) {
      active.removeAll { $0.lastRow < area.firstRow }
      guard area.isValid, !area.isSingleCell, !active.contains(where: area.overlaps) else {
        throw WriterFault.invalid(
          Message(zh: "合并区域无效或重叠：\(area.reference())", en: "merged area \(area.reference()) is invalid or overlaps"),
          sheet: sheet.name, row: area.firstRow, column: area.firstColumn)
      }
      active.append(area)
    }
  }

  private func writeColumns() throws(LanmuError) {
    for (index, column) in sheet.columns.enumerated() {
      let width = fitting.columnWidths.indices.contains(index) ? fitting.columnWidths[index] : nil
      if width == nil && !column.isHidden { continue }
      let digits = width ?? SheetFitting.standardColumnWidth
      guard digits.isFinite, (0...255).contains(digits), index < CellArea.maximumColumnCount else {
        throw WriterFault.invalid(
          Message(zh: "列宽应在 0 至 255 之间", en: "a column's width must lie between 0 and 255"), sheet: sheet.name,
          column: index)
      }
      var options = lxw_row_col_options(hidden: column.isHidden ? 1 : 0, level: 0, collapsed: 0)
      try WriterFault.check(
        unsafe worksheet_set_column_opt(worksheet, UInt16(index), UInt16(index), digits, nil, &options),
        "worksheet_set_column", sheet: sheet.name, column: index)
    }
  }
}
