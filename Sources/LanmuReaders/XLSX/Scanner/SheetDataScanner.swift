internal import LanmuContainer
internal import LanmuDiagnostics

/// Reads the rows within `sheetData` as Excel, WPS, LibreOffice and the usual libraries write them.
struct SheetDataScanner<Receiver: CellReceiver>: BlockScanner {
  static var elementName: StaticString { "sheetData" }
  static var allowsAttributes: Bool { false }

  private let session: WorksheetSession<Receiver>
  private var isInRow = false
  /// The start tag of the row in which the scanner is.
  private var rowTag: [UInt8] = []
  /// Line feeds read since that tag.
  private var lineFeedsInRow = 0

  init(session: WorksheetSession<Receiver>) { self.session = session }

  var isAtBlock: Bool { session.isAtSheetData }

  func handover(lineFeeds: Int) -> [UInt8] {
    // The row has started already: libxml2's report of it must not start another.
    session.resumesRow = isInRow
    guard isInRow else { return Array(repeating: 0x0a, count: lineFeeds) }
    let before = max(0, lineFeeds - lineFeedsInRow - rowTag.count { $0 == 0x0a })
    return Array(repeating: 0x0a, count: before) + rowTag + Array(repeating: 0x0a, count: lineFeedsInRow)
  }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws(LanmuError) -> ScanProgress {
    guard let start = bytes.baseAddress, var cells = session.cells else { return ScanProgress(wantsMore: true) }
    // Taken out of the session, so that the loop changes a value of its own.
    session.cells = nil
    defer { session.cells = cells }
    var cursor = unsafe MarkupCursor(start: start, count: bytes.count)
    var clean = unsafe cursor.place
    var lineFeeds = 0
    var tagStart = unsafe cursor.place
    var hasNewRow = false
    while !cells.receiver.isFinished {
      cursor.skipWhiteSpace()
      lineFeeds = cursor.lineFeeds
      unsafe clean = unsafe cursor.place
      if isInRow {
        if cursor.sees("<c") {
          guard try takesCell(&cursor, &cells) else { break }
        } else {
          guard cursor.takes("</row>") else { break }
          isInRow = false
        }
      } else {
        guard takesRow(&cursor, &cells) else { break }
        if isInRow {
          unsafe tagStart = unsafe clean
          hasNewRow = true
        }
      }
      unsafe clean = unsafe cursor.place
      lineFeeds = cursor.lineFeeds
    }
    if isInRow {
      // Only the row that is still open has to be remembered.
      if hasNewRow {
        var tag = unsafe MarkupCursor(start: tagStart, count: bytes.count - (tagStart - start))
        _ = tag.takes("<row")
        _ = tag.skipsAttributes()
        rowTag = unsafe Array(UnsafeBufferPointer(start: tagStart, count: tag.place - tagStart))
        lineFeedsInRow = 0
        unsafe tagStart = unsafe tag.place
      }
      lineFeedsInRow += unsafe UnsafeBufferPointer(start: tagStart, count: clean - tagStart).count { $0 == 0x0a }
    }
    return ScanProgress(count: unsafe clean - start, lineFeeds: lineFeeds, wantsMore: cursor.isAtEnd)
  }

  /// Takes a row's start tag.
  private mutating func takesRow(_ cursor: inout MarkupCursor, _ cells: inout WorksheetCells<Receiver>) -> Bool {
    guard cursor.takes("<row") else { return false }
    var names = AttributeNames()
    var number: Int?
    while true {
      let before = unsafe cursor.place
      cursor.skipWhiteSpace()
      if cursor.byte == UInt8(ascii: ">") || cursor.byte == UInt8(ascii: "/") {
        guard let end = cursor.takesTagEnd() else { return false }
        cells.startRow(number: number)
        isInRow = end == .open
        return true
      }
      guard unsafe cursor.place != before,
        let name = unsafe cursor.takesAttributeName(), unsafe names.inserts(name),
        let value = unsafe cursor.takesAttributeValue()
      else { return false }
      if name.count == 1, unsafe name[0] == UInt8(ascii: "r") {
        guard let digits = unsafe Self.number(value, digits: 7) else { return false }
        number = digits
      }
    }
  }

  private func takesCell(
    _ cursor: inout MarkupCursor, _ cells: inout WorksheetCells<Receiver>
  ) throws(LanmuError) -> Bool {
    guard cursor.takes("<c") else { return false }
    var cell = WorksheetCells<Receiver>.Source()
    var hasReference = false
    var hasStyle = false
    var hasKind = false
    while true {
      guard cursor.byte == 0x20 else { break }
      cursor.skipWhiteSpace()
      guard let name = unsafe cursor.takesAttributeName(), name.count == 1 else { return false }
      switch unsafe name[0] {
      case UInt8(ascii: "r") where !hasReference:
        hasReference = true
        guard let value = unsafe cursor.takesAttributeValue(), let reference = unsafe CellReference(value) else {
          return false
        }
        cell.reference = reference
      case UInt8(ascii: "s") where !hasStyle:
        hasStyle = true
        guard let value = unsafe cursor.takesAttributeValue(), let style = unsafe Self.number(value, digits: 9) else {
          return false
        }
        cell.style = style
      case UInt8(ascii: "t") where !hasKind:
        hasKind = true
        guard let value = unsafe cursor.takesAttributeValue() else { return false }
        cell.kind = unsafe CellKind(value.span)
      default: return false
      }
    }
    guard let end = cursor.takesTagEnd() else { return false }
    var value = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    if end == .open {
      guard unsafe takesChildren(&cursor, of: &cell, value: &value), cursor.takes("</c>") else { return false }
    }
    try cells.finishCell(cell, value: unsafe value.span)
    return true
  }

  /// Takes a formula, and then a value or an inline string.
  private func takesChildren(
    _ cursor: inout MarkupCursor, of cell: inout WorksheetCells<Receiver>.Source,
    value: inout UnsafeBufferPointer<UInt8>
  ) -> Bool {
    cursor.skipWhiteSpace()
    if cursor.sees("<f") {
      guard cursor.takes("<f"), let end = cursor.skipsAttributes() else { return false }
      cell.hasFormula = true
      if end == .open { guard unsafe cursor.takesText() != nil, cursor.takes("</f>") else { return false } }
      cursor.skipWhiteSpace()
    }
    if cursor.sees("<v") {
      guard cursor.takes("<v"), let end = cursor.takesTagEnd() else { return false }
      cell.hasValue = true
      if end == .open {
        guard let text = unsafe cursor.takesText(), cursor.takes("</v>") else { return false }
        unsafe value = unsafe text
        cell.mayHoldEscapes = cursor.mayHoldEscapes
      }
      cursor.skipWhiteSpace()
    } else if cursor.sees("<i") {
      guard cursor.takes("<is><t") else { return false }
      if cursor.byte == 0x20 {
        guard cursor.takes(#" xml:space="preserve""#) else { return false }
      }
      guard let end = cursor.takesTagEnd() else { return false }
      cell.hasValue = true
      cell.kind = .inlineString
      if end == .open {
        guard let text = unsafe cursor.takesText(), cursor.takes("</t>") else { return false }
        unsafe value = unsafe text
        cell.mayHoldEscapes = cursor.mayHoldEscapes
      }
      guard cursor.takes("</is>") else { return false }
      cursor.skipWhiteSpace()
    }
    return true
  }

  /// A whole number of few digits.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, digits limit: Int) -> Int? {
    guard bytes.count > 0, bytes.count <= limit else { return nil }
    var number = 0
    for index in 0..<bytes.count {
      let digit = unsafe bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
