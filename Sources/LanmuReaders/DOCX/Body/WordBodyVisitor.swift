import LanmuContainer
import LanmuDiagnostics
import LanmuGrid

/// Reads the main part of a Word document in one pass: paragraphs and tables in reading order.
///
/// It holds the open tables, the open paragraph and little else, so that memory does not grow with what was read but for the
/// result. The parts of the grammar stand in extensions: tables, paragraphs, runs.
struct WordBodyVisitor: MarkupVisitor {
  enum Name: String, MarkupName {
    case document, body, altChunk, subDoc
    case paragraph = "p"
    case run = "r"
    case text = "t"
    case table = "tbl"
    case tableRow = "tr"
    case tableCell = "tc"
    // Properties
    case pPr, rPr, trPr, tcPr, numPr
    case pStyle, rStyle, numId, ilvl, outlineLvl, vanish
    case gridBefore, tblHeader, gridSpan, vMerge, hMerge, cellDel
    // Tracked changes
    case del, moveFrom
    // Content of runs
    case tab, ptab, br, cr, noBreakHyphen, sym, symEx, fldChar, instrText
    // Passed over with all that they hold
    case delText, delInstrText, rt, rubyPr, tblPr, tblPrEx, tblGrid, gridCol, sdtPr, sdtEndPr, customXmlPr, smartTagPr,
      sectPr
    case pPrChange, rPrChange, tcPrChange, trPrChange, tblPrChange, tblPrExChange, tblGridChange, sectPrChange
    case numberingChange, tabs, ctrlPr, drawing, pict, object
  }

  /// The properties that are being read.
  enum Scope: Sendable { case paragraph, paragraphMark, run, row, cell, list, other }

  /// Why a subtree is passed over, and so what is worth noticing in it.
  enum Omission: Sendable { case plain, drawing, coveredCell }

  enum TextTarget: Sendable { case none, paragraph, fieldCode }

  enum Block: Sendable {
    case paragraph(TableDocument.Paragraph)
    case table(Int)
    /// Another document, by the relationship that leads to it.
    case foreign(WordForeignContent)
  }

  let limits: ResourceLimits
  let part: SourcePosition
  let styles: WordStyles
  let numbering: WordNumbering
  /// Columns narrower than this, in twentieths of a point, are no columns.
  let narrowestColumn: Int
  var counter: WordListCounter
  var diagnostics = WordDiagnostics()

  var blocks: [Block] = []
  var grids: [Grid?] = []
  var tables: [WordTableFrame] = []
  var heading = ""
  var isWordDocument = false

  var scopes: [Scope] = []
  var alternatives = AlternateContent()
  var omission = Omission.plain
  var omittedDepth = 0
  var sawOmittedText = false
  /// Whether text in the cell that is passed over is worth a note: a merge hides it; a deletion is meant.
  var notesOmittedText = false

  /// A cell has started and its properties are not all known.
  var awaitsPlacement = false
  var ignoresCell = false

  var paragraph = WordParagraph()
  var fields = WordFieldStack()
  var run = WordRun()
  var textTarget = TextTarget.none
  var textStart = 0
  var preservesSpace = false
  var code: [UInt8] = []

  var cellCount = 0
  var coveredPlaces = 0
  var textBytes = 0

  init(
    limits: ResourceLimits, part: SourcePosition, styles: WordStyles, numbering: WordNumbering, narrowestColumn: Int = 0
  ) {
    self.narrowestColumn = narrowestColumn
    self.limits = limits
    self.part = part
    self.styles = styles
    self.numbering = numbering
    counter = WordListCounter(numbering: numbering, styles: styles)
  }

  mutating func startElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    if omittedDepth > 0 {
      omittedDepth += 1
      if omission == .drawing, name == .table, element.namespace == .wordprocessing {
        diagnostics.noteTableInTextBox(at: place(element))
      }
      return
    }
    if alternatives.skipsStart(element) { return }
    guard let name else {
      if awaitsPlacement, scopes.isEmpty { try placeCell(element) }
      if ignoresCell { omit(.coveredCell) }
      return
    }
    switch element.namespace {
    case .wordprocessing: break
    case .math:
      if name == .text { startText(.paragraph, element) }
      if name == .run { run = WordRun() }
      if name == .ctrlPr { omit() }
      return
    case .wordExtension:
      if name == .symEx { appendSymbol(element) }
      return
    default: return
    }
    if awaitsPlacement, name != .tcPr, scopes.isEmpty { try placeCell(element) }
    if ignoresCell {
      omit(.coveredCell)
      return
    }
    if let scope = scopes.last {
      startProperty(name, scope, element)
    } else {
      try startContent(name, element)
    }
  }

  mutating func endElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    if omittedDepth > 0 {
      omittedDepth -= 1
      return
    }
    if alternatives.skipsEnd(element) { return }
    guard let name else { return }
    switch element.namespace {
    case .wordprocessing: break
    case .math:
      if name == .text { endText() }
      return
    default: return
    }
    switch name {
    case .pPr, .rPr, .trPr, .numPr: _ = scopes.popLast()
    case .tcPr:
      _ = scopes.popLast()
      if awaitsPlacement { try placeCell(element) }
    case .text, .instrText: endText()
    case .run: run = WordRun()
    case .paragraph: try endParagraph(element)
    case .tableCell: try endCell(element)
    case .tableRow: endRow()
    case .table: try endTable(element)
    case .body: try deliverCarriedText(element)
    default: break
    }
  }

  mutating func characters(_ text: borrowing MarkupText) throws(LanmuError) {
    switch textTarget {
    case .paragraph: text.append(to: &paragraph.text)
    case .fieldCode: if code.count < 1_024 { text.append(to: &code) }
    case .none:
      if omittedDepth > 0, omission == .coveredCell, !sawOmittedText, !text.isWhiteSpace { sawOmittedText = true }
    }
  }

  /// Passes over the element that has just started.
  mutating func omit(_ reason: Omission = .plain) {
    omittedDepth = 1
    omission = reason
  }

  func place(_ element: borrowing MarkupElement) -> SourcePosition {
    var position = part
    position.line = element.line
    if let frame = tables.last {
      position.table = frame.index
      position.row = frame.row
      position.column = frame.column
    }
    return position
  }

  private mutating func startContent(_ name: Name, _ element: borrowing MarkupElement) throws(LanmuError) {
    switch name {
    case .paragraph: try startParagraph(element)
    case .run: run = WordRun()
    case .text: startText(.paragraph, element)
    case .instrText: startText(.fieldCode, element)
    case .table: try startTable(element)
    case .tableRow: try startRow(element)
    case .tableCell: try startCell(element)
    case .pPr: scopes.append(paragraph.isOpen ? .paragraph : .other)
    case .rPr: scopes.append(paragraph.isOpen ? .run : .other)
    case .trPr: scopes.append(tables.isEmpty ? .other : .row)
    case .tcPr: scopes.append(awaitsPlacement ? .cell : .other)
    case .drawing, .pict, .object: omit(.drawing)
    case .altChunk, .subDoc: try startForeignContent(element)
    case .del, .moveFrom, .delText, .delInstrText, .rt, .rubyPr, .tblPr, .tblPrEx, .sdtPr, .sdtEndPr,
      .customXmlPr, .smartTagPr, .sectPr, .pPrChange, .rPrChange, .tcPrChange, .trPrChange, .tblPrChange,
      .tblPrExChange, .tblGridChange, .sectPrChange, .numberingChange, .tabs, .ctrlPr:
      omit()
    case .tblGrid: if narrowestColumn == 0 { omit() }
    case .gridCol: addColumn(element)
    case .document: isWordDocument = true
    default: startRunContent(name, element)
    }
  }

  private mutating func startProperty(_ name: Name, _ scope: Scope, _ element: borrowing MarkupElement) {
    switch (name, scope) {
    case (.pPrChange, _), (.rPrChange, _), (.tcPrChange, _), (.trPrChange, _), (.tblPrChange, _), (.tabs, _),
      (.numberingChange, _), (.sectPr, _):
      omit()
    case (.rPr, .paragraph): scopes.append(.paragraphMark)
    case (.numPr, .paragraph): scopes.append(.list)
    case (.pPr, _), (.rPr, _), (.trPr, _), (.tcPr, _), (.numPr, _): scopes.append(.other)
    case (.pStyle, .paragraph): paragraph.style = element.attribute("val")
    case (.outlineLvl, .paragraph): paragraph.outlineLevel = element.integer("val")
    case (.numId, .list): paragraph.listInstance = element.integer("val")
    case (.ilvl, .list): paragraph.listLevel = element.integer("val")
    case (.vanish, .paragraphMark): paragraph.isMarkHidden = element.onOff("val") ?? true
    case (.del, .paragraphMark), (.moveFrom, .paragraphMark): paragraph.isMarkDeleted = true
    case (.rStyle, .run): run.style = element.attribute("val")
    case (.vanish, .run): run.isHidden = element.onOff("val") ?? true
    default: startTableProperty(name, scope, element)
    }
  }
}
