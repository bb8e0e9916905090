package import LanmuContainer
package import LanmuDiagnostics

/// The rows of a workbook's worksheets as a stream.
package enum WorksheetRows {
  /// Hands each row that holds a cell to `body`, sheet by sheet in the workbook's order.
  package static func forEachRow(
    in source: ByteSource, limits: ResourceLimits, _ body: RowStream.Body
  ) throws(LanmuError) -> [Diagnostic] {
    []
  }
}
