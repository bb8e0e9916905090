internal import LanmuDiagnostics

/// What takes the cells of a worksheet, in the order in which they are written.
protocol CellReceiver {
  /// Whether the rest of the sheet does not matter.
  var isFinished: Bool { get }

  /// Columns that are not shown, counted from 0; they precede the cells.
  mutating func receiveHidden(columns: ClosedRange<Int>)

  /// A cell that has text, as well-formed UTF-8; row and column count from 0 and lie inside the sheet.
  mutating func receive(_ text: Span<UInt8>, row: Int, column: Int) throws(LanmuError)

  /// A merged area; they follow the cells.
  mutating func receive(_ area: CellArea)

  /// A merged area that cannot be read.
  mutating func receiveUnreadableArea()
}
