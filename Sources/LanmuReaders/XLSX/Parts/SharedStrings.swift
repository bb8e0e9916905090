internal import LanmuContainer
internal import LanmuDiagnostics

/// The texts that a workbook's cells share, one after the other in one buffer.
///
/// A million texts cost their bytes and four more each, so that a sheet can stream beside them.
struct SharedStrings: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends in `bytes`.
  private var ends: [UInt32] = []

  var count: Int { ends.count }
  var byteCount: Int { bytes.count }

  /// Makes room beforehand. The numbers come from the document, so the caller bounds them.
  mutating func reserve(bytes byteCount: Int, texts: Int) {
    bytes.reserveCapacity(byteCount)
    ends.reserveCapacity(texts)
  }

  /// Appends part of the text that `finishText()` will end.
  mutating func append(_ text: borrowing MarkupText) { text.append(to: &bytes) }

  /// Appends part of the text that `finishText()` will end.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) { unsafe bytes.append(contentsOf: text) }

  /// Forgets what was appended since the last text ended.
  mutating func discardText() {
    let start = ends.last.map(Int.init) ?? 0
    bytes.removeLast(bytes.count - start)
  }

  /// Ends a text; escapes are undone here, since they may span runs of it.
  mutating func finishText() {
    let start = ends.last.map(Int.init) ?? 0
    if EscapedText.needsWork(bytes[start...]) {
      let plain = EscapedText.plain(Array(bytes[start...]))
      bytes.replaceSubrange(start..., with: plain)
    }
    ends.append(UInt32(clamping: bytes.count))
  }

  /// The text of that number; `nil` if there is none.
  func text(at index: Int) -> String? {
    guard index >= 0, index < ends.count else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    // Whoever appended the bytes has checked them: libxml2, or the scanner.
    return unsafe String(copying: UTF8Span(unchecked: bytes.span.extracting(start..<Int(ends[index]))))
  }
}
