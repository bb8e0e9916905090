package import LanmuContainer
package import LanmuDiagnostics
package import LanmuGrid

/// Reads a workbook (`.xlsx`, `.xlsm`, `.xltx`; strict or transitional) into one grid for each worksheet.
///
/// Rows and columns are those of the sheet, and several tables on one sheet stay one grid. Grids are in the workbook's order,
/// bear the sheets' names, and say whether the sheet is hidden and which columns are. Only cells with text, and merged areas, are listed: a sheet
/// with one cell in its last corner costs one cell.
///
/// Numbers are the shortest text that reads back equal. Where a number format makes a date, a time, a percentage or a code
/// with leading zeros of them, they are as shown, dates and times of day as ISO 8601.
package struct XLSXReader {
  package var limits: ResourceLimits
  /// Whether canonical sheets are read by the byte scanner; the result is the same without it, only slower.
  package var usesScanner: Bool

  package init(limits: ResourceLimits = .standard, usesScanner: Bool = true) {
    self.limits = limits
    self.usesScanner = usesScanner
  }

  /// - Throws: the errors of `OfficePackage` and `MarkupReader`; `xlsx.noWorkbook`, `xlsx.binary`, `xlsx.tooManyCells`,
  ///   `xlsx.tooMuchText`.
  package func read(_ source: ByteSource) throws(LanmuError) -> Outcome<TableDocument> {
    let spreadsheet = try Spreadsheet(source, limits: limits, usesScanner: usesScanner)
    var diagnostics = spreadsheet.diagnostics
    var blocks: [TableDocument.Block] = []
    var cellsLeft = limits.cells
    var textLeft = limits.textBytes
    var placesLeft = limits.coveredPlaces
    for (table, sheet) in spreadsheet.sheets.enumerated() {
      var position = spreadsheet.package.archive.position(of: sheet.part)
      let receiver = GridReceiver(cellLimit: cellsLeft, textLimit: textLeft, limits: limits, position: position)
      var reading = try WorksheetReader(limits: limits, usesScanner: usesScanner).read(
        sheet.part, of: spreadsheet.package.archive, values: spreadsheet.values, into: receiver)
      for _ in 0..<reading.receiver.unreadableAreas { reading.problems.add(.mergeUnreadable, row: 0, column: 0) }
      for _ in 0..<reading.receiver.skippedAreas { reading.problems.add(.mergeTooLarge, row: 0, column: 0) }
      textLeft -= reading.receiver.textBytes
      let cells = reading.receiver.takeCells(problems: &reading.problems)
      cellsLeft -= cells.count
      let merges = MergedAreas(reading.receiver.areas, placeLimit: placesLeft, problems: &reading.problems)
      placesLeft -= merges.placeCount
      let merged = merges.applied(to: cells, problems: &reading.problems)
      let columnCount = max(merges.columnCount, cells.reduce(0) { max($0, $1.column + 1) })
      let grid = Grid(
        name: sheet.name, rowCount: max(merges.rowCount, (cells.last?.row ?? -1) + 1), columnCount: columnCount,
        visibility: sheet.visibility, hiddenColumns: reading.receiver.hiddenColumns(of: columnCount), cells: merged)
      blocks.append(.table(grid))
      position.sheet = sheet.name
      position.table = table
      if let fault = reading.fault { diagnostics.append(fault.diagnostic(at: position)) }
      diagnostics += reading.problems.diagnostics(at: position)
    }
    return Outcome(TableDocument(format: "xlsx", blocks: blocks), diagnostics: diagnostics)
  }
}
