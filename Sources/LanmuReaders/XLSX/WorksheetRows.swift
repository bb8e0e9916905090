package import LanmuContainer
package import LanmuDiagnostics
internal import LanmuGrid

/// The rows of a workbook's worksheets as a stream.
package struct WorksheetRows {
  package var limits: ResourceLimits
  /// Whether canonical sheets are read by the byte scanner; the result is the same without it, only slower.
  package var usesScanner: Bool

  package init(limits: ResourceLimits = .standard, usesScanner: Bool = true) {
    self.limits = limits
    self.usesScanner = usesScanner
  }

  /// Hands each row that holds a cell to `body`, sheet by sheet in the workbook's order.
  ///
  /// - Throws: as `XLSXReader.read(_:)`, and what `body` throws.
  package func forEachRow(in source: ByteSource, _ body: RowStream.Body) throws(LanmuError) -> [Diagnostic] {
    let spreadsheet = try Spreadsheet(source, limits: limits, usesScanner: usesScanner)
    var diagnostics = spreadsheet.diagnostics
    for (table, sheet) in spreadsheet.sheets.enumerated() {
      let step = try read(sheet, table: table, of: spreadsheet, diagnostics: &diagnostics, body)
      if step == .stop { break }
    }
    return diagnostics
  }

  private func read(
    _ sheet: Spreadsheet.Sheet, table: Int, of spreadsheet: borrowing Spreadsheet, diagnostics: inout [Diagnostic],
    _ body: RowStream.Body
  ) throws(LanmuError) -> RowStreamStep {
    // The receiver keeps the closure for the length of this call only.
    let outcome = withoutActuallyEscaping(body) { body -> Result<(RowStreamStep, [Diagnostic]), LanmuError> in
      do throws(LanmuError) {
        let receiver = RowReceiver(
          sheet: sheet.name, isHidden: sheet.visibility != .visible, table: table, body: body)
        var reading = try WorksheetReader(limits: limits, usesScanner: usesScanner).read(
          sheet.part, of: spreadsheet.package.archive, values: spreadsheet.values, into: receiver)
        try reading.receiver.flush()
        var position = spreadsheet.package.archive.position(of: sheet.part)
        position.sheet = sheet.name
        position.table = table
        var noticed = reading.fault.map { [$0.diagnostic(at: position)] } ?? []
        noticed += reading.problems.diagnostics(at: position)
        return .success((reading.receiver.step, noticed))
      } catch {
        return .failure(error)
      }
    }
    let (step, noticed) = try outcome.get()
    diagnostics += noticed
    return step
  }
}
