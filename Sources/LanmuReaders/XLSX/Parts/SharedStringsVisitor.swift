internal import LanmuContainer
internal import LanmuDiagnostics

/// Reads `xl/sharedStrings.xml` (ECMA-376 part 1, 18.4): the runs of rich text are joined, phonetic guides are dropped.
struct SharedStringsVisitor: MarkupVisitor {
  enum Name: String, MarkupName {
    case table = "sst"
    case item = "si"
    case text = "t"
    case phoneticRun = "rPh"
  }

  private let session: SharedStringsSession
  private let limits: ResourceLimits
  private let position: SourcePosition
  private var isInItem = false
  private var isInText = false
  private var phoneticDepth = 0

  init(session: SharedStringsSession, limits: ResourceLimits, position: SourcePosition) {
    self.session = session
    self.limits = limits
    self.position = position
  }

  mutating func startElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    guard let name, element.isOfSpreadsheet else { return }
    switch name {
    case .table: session.isAtTable = true
    case .item: isInItem = true
    case .text: isInText = isInItem && phoneticDepth == 0
    case .phoneticRun: phoneticDepth += 1
    }
  }

  mutating func endElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
    guard let name, element.isOfSpreadsheet else { return }
    switch name {
    case .table: break
    case .item:
      if isInItem { session.strings.finishText() }
      isInItem = false
    case .text: isInText = false
    case .phoneticRun: phoneticDepth -= 1
    }
  }

  mutating func characters(_ text: borrowing MarkupText) throws(LanmuError) {
    guard isInText else { return }
    guard session.strings.byteCount + text.byteCount <= limits.textBytes else { throw .tooMuchText(at: position) }
    session.strings.append(text)
  }
}

/// What the visitor and the scanner of one shared-strings part work on together, in turns.
final class SharedStringsSession {
  var strings = SharedStrings()
  /// Whether the table's start tag has come.
  var isAtTable = false
}

extension MarkupElement {
  /// Whether the element belongs to SpreadsheetML, strict or transitional; exporters that forget the namespace are meant, too.
  var isOfSpreadsheet: Bool { namespace == .spreadsheet || namespace == .none }
}
