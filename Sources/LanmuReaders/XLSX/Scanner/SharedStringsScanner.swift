internal import LanmuContainer
internal import LanmuDiagnostics

/// Reads the texts within `sst` as Excel, WPS, LibreOffice and the usual libraries write them, rich ones included.
struct SharedStringsScanner: BlockScanner {
  static var elementName: StaticString { "sst" }
  static var allowsAttributes: Bool { true }

  private let session: SharedStringsSession
  private let limits: ResourceLimits
  private let position: SourcePosition

  init(session: SharedStringsSession, limits: ResourceLimits, position: SourcePosition) {
    self.session = session
    self.limits = limits
    self.position = position
  }

  var isAtBlock: Bool { session.isAtTable }

  func handover(lineFeeds: Int) -> [UInt8] { Array(repeating: 0x0a, count: lineFeeds) }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws(LanmuError) -> ScanProgress {
    guard let start = bytes.baseAddress else { return ScanProgress(wantsMore: true) }
    var cursor = unsafe MarkupCursor(start: start, count: bytes.count)
    var clean = unsafe cursor.place
    var lineFeeds = 0
    // Taken out of the session, so that the loop changes a value of its own.
    var strings = session.strings
    session.strings = SharedStrings()
    defer { session.strings = strings }
    while true {
      cursor.skipWhiteSpace()
      lineFeeds = cursor.lineFeeds
      unsafe clean = unsafe cursor.place
      guard try takesItem(&cursor, &strings) else {
        strings.discardText()
        return ScanProgress(count: unsafe clean - start, lineFeeds: lineFeeds, wantsMore: cursor.isAtEnd)
      }
    }
  }

  private func takesItem(
    _ cursor: inout MarkupCursor, _ strings: inout SharedStrings
  ) throws(LanmuError) -> Bool {
    guard cursor.takes("<si"), let end = cursor.takesTagEnd() else { return false }
    if end == .open {
      cursor.skipWhiteSpace()
      while !cursor.sees("</") {
        if cursor.sees("<t") {
          guard try takesTextElement(&cursor, &strings) else { return false }
        } else if cursor.sees("<ph") {
          guard cursor.takes("<phoneticPr"), cursor.skipsAttributes() == .closed else { return false }
        } else {
          guard try takesRun(&cursor, &strings) else { return false }
        }
        cursor.skipWhiteSpace()
      }
      guard cursor.takes("</si>") else { return false }
    }
    strings.finishText()
    return true
  }

  /// Takes a run of rich text: its properties, which hold only empty elements, and its text.
  private func takesRun(
    _ cursor: inout MarkupCursor, _ strings: inout SharedStrings
  ) throws(LanmuError) -> Bool {
    guard cursor.takes("<r>") else { return false }
    cursor.skipWhiteSpace()
    if cursor.sees("<rPr") {
      guard cursor.takes("<rPr"), let end = cursor.takesTagEnd() else { return false }
      if end == .open {
        cursor.skipWhiteSpace()
        while !cursor.sees("</") {
          guard cursor.takes("<"), cursor.skipsName(), cursor.skipsAttributes() == .closed else {
            return false
          }
          cursor.skipWhiteSpace()
        }
        guard cursor.takes("</rPr>") else { return false }
      }
      cursor.skipWhiteSpace()
    }
    guard try takesTextElement(&cursor, &strings) else { return false }
    cursor.skipWhiteSpace()
    return cursor.takes("</r>")
  }

  private func takesTextElement(
    _ cursor: inout MarkupCursor, _ strings: inout SharedStrings
  ) throws(LanmuError) -> Bool {
    guard cursor.takes("<t") else { return false }
    if cursor.byte == 0x20 {
      guard cursor.takes(#" xml:space="preserve""#) else { return false }
    }
    guard let end = cursor.takesTagEnd() else { return false }
    guard end == .open else { return true }
    guard let text = unsafe cursor.takesText(), cursor.takes("</t>") else { return false }
    guard strings.byteCount + text.count <= limits.textBytes else { throw .tooMuchText(at: position) }
    unsafe strings.append(text)
    return true
  }
}
