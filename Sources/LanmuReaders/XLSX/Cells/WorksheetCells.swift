internal import LanmuDiagnostics

/// Finds each cell's place and text, and hands it on. Whatever reads the XML, this decides what it means.
struct WorksheetCells<Receiver: CellReceiver> {
  /// A cell as its XML gives it.
  struct Source {
    /// `nil` if the attribute is missing.
    var reference: CellReference?
    /// An attribute that cannot be read.
    var hasBadReference = false
    var kind = CellKind.number
    var style = 0
    var hasFormula = false
    var hasValue = false
    /// Whether the value has to be searched for escapes.
    var mayHoldEscapes = true
  }

  let values: CellValues
  var receiver: Receiver
  var problems = WorksheetProblem.Tally()
  private let rowLimit: Int
  private let columnLimit: Int
  private var row = -1
  private var column = -1
  private var scratch: [UInt8] = []

  init(values: CellValues, receiver: Receiver, rowLimit: Int, columnLimit: Int) {
    self.values = values
    self.receiver = receiver
    self.rowLimit = rowLimit
    self.columnLimit = columnLimit
  }

  /// A row starts. `number` counts from 1; `nil` if it is missing: then the row follows the one before.
  mutating func startRow(number: Int?, isUnreadable: Bool = false) {
    column = -1
    if let number, number > 0, number <= CellReference.rowLimit {
      row = number - 1
    } else {
      row += 1
      if number != nil || isUnreadable { problems.add(.badReference, row: row, column: 0) }
    }
  }

  /// A cell ends; `value` is the text of its value, or of its inline string.
  mutating func finishCell(_ source: Source, value: Span<UInt8>) throws(LanmuError) {
    if let reference = source.reference {
      row = reference.row
      column = reference.column
    } else {
      column += 1
      if row < 0 { row = 0 }
      if source.hasBadReference { problems.add(.badReference, row: row, column: column) }
    }
    if source.hasFormula, !source.hasValue || (value.count == 0 && source.kind != .formulaString) {
      problems.add(.formulaWithoutValue, row: row, column: column)
      return
    }
    guard source.hasValue, value.count > 0 else { return }
    guard row < rowLimit, column < columnLimit else {
      problems.add(.outsideSheet, row: row, column: column)
      return
    }
    // Texts are most of what sheets hold: they are handed on as they stand.
    if source.kind == .inlineString, !source.mayHoldEscapes {
      return try receiver.receive(value, row: row, column: column)
    }
    if source.kind == .sharedString, let place = values.sharedText(value) {
      guard !place.isEmpty else { return }
      return try receiver.receive(values.sharedStrings.utf8.span.extracting(place), row: row, column: column)
    }
    var problem: WorksheetProblem?
    let text = values.text(of: value, kind: source.kind, style: source.style, scratch: &scratch, problem: &problem)
    if let problem { problems.add(problem, row: row, column: column) }
    if source.hasFormula, source.kind == .formulaString, text.hasPrefix("=DISPIMG(") {
      problems.add(.pictureCell, row: row, column: column)
    }
    guard !text.isEmpty else { return }
    try receiver.receive(text.utf8Span.span, row: row, column: column)
  }
}
