internal import LanmuContainer
internal import LanmuDiagnostics

/// Reads a worksheet part (ECMA-376 part 1, 18.3.1.99): its cells and its merged areas. The declared dimension, which many
/// writers get wrong, plays no part.
struct WorksheetVisitor<Receiver: CellReceiver>: MarkupVisitor {
  enum Name: String, MarkupName {
    case column = "col"
    case sheetData
    case row
    case cell = "c"
    case value = "v"
    case formula = "f"
    case inlineString = "is"
    case text = "t"
    case phoneticRun = "rPh"
    case mergeCell
  }

  private enum Capture { case nothing, value, inlineText }

  private let session: WorksheetSession<Receiver>
  private var isInSheetData = false
  private var isInCell = false
  private var isInInlineString = false
  private var hasInlineString = false
  private var phoneticDepth = 0
  private var capture = Capture.nothing
  private var cell = WorksheetCells<Receiver>.Source()
  private var text: [UInt8] = []
  private let limits: ResourceLimits
  private let position: SourcePosition

  init(session: WorksheetSession<Receiver>, limits: ResourceLimits, position: SourcePosition) {
    self.session = session
    self.limits = limits
    self.position = position
  }

  var isFinished: Bool { session.cells?.receiver.isFinished ?? false }

  mutating func startElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    guard let name, element.isOfSpreadsheet else { return }
    switch name {
    case .sheetData:
      isInSheetData = true
      session.isAtSheetData = true
    case .column:
      guard !session.isAtSheetData, element.onOff("hidden") == true || element.attribute("width", equals: "0"),
        // Whoever folds columns away leaves a mark that unfolds them.
        element.integer("outlineLevel") ?? 0 == 0,
        let first = element.integer("min"), let last = element.integer("max"), first >= 1, first <= last
      else { return }
      session.cells?.receiver.receiveHidden(columns: first - 1...last - 1)
    case .row:
      guard isInSheetData else { return }
      if session.resumesRow {
        session.resumesRow = false
        return
      }
      let number = element.integer("r")
      session.cells?.startRow(number: number, isUnreadable: number == nil && element.hasAttribute("r"))
    case .cell:
      guard isInSheetData else { return }
      isInCell = true
      hasInlineString = false
      text.removeAll(keepingCapacity: true)
      cell = WorksheetCells<Receiver>.Source()
      if let reference = unsafe element.bytes(of: "r") {
        cell.reference = unsafe CellReference(reference)
        cell.hasBadReference = cell.reference == nil
      }
      if let kind = unsafe element.bytes(of: "t") { cell.kind = unsafe CellKind(kind.span) }
      cell.style = element.integer("s") ?? 0
    case .value:
      guard isInCell, !hasInlineString else { return }
      cell.hasValue = true
      text.removeAll(keepingCapacity: true)
      capture = .value
    case .formula: if isInCell { cell.hasFormula = true }
    case .inlineString:
      guard isInCell else { return }
      isInInlineString = true
      hasInlineString = true
      cell.hasValue = true
      cell.kind = .inlineString
      text.removeAll(keepingCapacity: true)
    case .text: if isInInlineString, phoneticDepth == 0 { capture = .inlineText }
    case .phoneticRun: phoneticDepth += 1
    case .mergeCell:
      guard !isInSheetData else { return }
      if let area = unsafe element.bytes(of: "ref").flatMap({ unsafe CellArea($0) }) {
        session.cells?.receiver.receive(area)
      } else {
        session.cells?.receiver.receiveUnreadableArea()
      }
    }
  }

  mutating func endElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    guard let name, element.isOfSpreadsheet else { return }
    switch name {
    case .sheetData: isInSheetData = false
    case .cell:
      guard isInCell else { return }
      isInCell = false
      isInInlineString = false
      try session.cells?.finishCell(cell, value: text.span)
    case .value: if capture == .value { capture = .nothing }
    case .inlineString: isInInlineString = false
    case .text: if capture == .inlineText { capture = .nothing }
    case .phoneticRun: phoneticDepth -= 1
    case .column, .row, .formula, .mergeCell: break
    }
  }

  mutating func characters(_ run: borrowing MarkupText) throws(LanmuError) {
    guard capture != .nothing else { return }
    guard text.count + run.byteCount <= limits.wholePartBytes else { throw .tooMuchText(at: position) }
    run.append(to: &text)
  }
}
