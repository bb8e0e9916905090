/// What the visitor and the scanner of one worksheet part work on together, in turns.
final class WorksheetSession<Receiver: CellReceiver> {
  /// `nil` while the scanner has them.
  var cells: WorksheetCells<Receiver>?
  /// Whether the start tag of the cells has come.
  var isAtSheetData = false
  /// Whether the row that the visitor sees next was begun by the scanner.
  var resumesRow = false

  init(cells: WorksheetCells<Receiver>) { self.cells = cells }
}
