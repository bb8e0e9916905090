internal import LanmuContainer
internal import LanmuDiagnostics

/// Reads the cells of one worksheet part into a receiver.
struct WorksheetReader {
  var limits: ResourceLimits
  var usesScanner: Bool

  /// - Returns: the receiver, the tally of problems, and where the markup broke, if it did.
  /// - Throws: the errors of `ZipArchive.withStream(of:_:)` and `MarkupReader`, and what the receiver throws.
  func read<Receiver: CellReceiver>(
    _ entry: ZipArchive.Entry, of archive: borrowing ZipArchive, values: CellValues, into receiver: Receiver
  ) throws(LanmuError) -> (receiver: Receiver, problems: WorksheetProblem.Tally, fault: MarkupFault?) {
    let session = WorksheetSession(
      cells: WorksheetCells(values: values, receiver: receiver, rowLimit: limits.rows, columnLimit: limits.columns))
    var visitor = WorksheetVisitor(session: session, limits: limits, position: archive.position(of: entry))
    let ending: MarkupEnding
    if usesScanner {
      let scanner = SheetDataScanner(session: session)
      ending = try MarkupReader.readXML(entry, of: archive, through: scanner, visitor: &visitor)
    } else {
      ending = try MarkupReader.readXML(entry, of: archive, visitor: &visitor)
    }
    let cells = session.cells
    return (cells?.receiver ?? receiver, cells?.problems ?? WorksheetProblem.Tally(), ending.fault)
  }
}
