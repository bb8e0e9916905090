internal import LanmuDiagnostics
internal import LanmuGrid

/// Hands a worksheet's cells on as rows while they are read.
struct RowReceiver: CellReceiver {
  private let body: RowStream.Body
  private var row: TabularRow
  private(set) var step = RowStreamStep.proceed

  init(sheet: String, isHidden: Bool, table: Int, body: @escaping RowStream.Body) {
    self.body = body
    row = TabularRow(sheet: sheet, isHidden: isHidden, table: table, row: -1)
  }

  var isFinished: Bool { step != .proceed }

  mutating func receive(_ text: Span<UInt8>, row place: Int, column: Int) throws(LanmuError) {
    guard step == .proceed else { return }
    if place != row.row {
      try flush()
      row.row = place
      guard step == .proceed else { return }
    }
    if column < row.texts.count {
      row.texts.replace(column, with: CellValues.checked(text))
    } else {
      row.texts.pad(to: column)
      row.texts.append(utf8: text)
    }
  }

  mutating func receiveHidden(columns: ClosedRange<Int>) {}
  mutating func receive(_ area: CellArea) {}
  mutating func receiveUnreadableArea() {}

  /// Hands on the row that is being gathered, if there is one.
  mutating func flush() throws(LanmuError) {
    guard row.row >= 0, !row.texts.isEmpty, step == .proceed else { return }
    step = try body(row)
    row.texts.removeAll()
  }
}
