internal import LanmuContainer
internal import LanmuDiagnostics

/// The texts that a workbook's cells share, one after the other in one buffer.
///
/// A million texts cost their bytes and a little over two more each, so that a sheet can stream beside them.
struct SharedStrings: Sendable {
  private var bytes: [UInt8] = []
  /// How many bytes each text has; 0xFFFF for those whose length stands in `longLengths`.
  private var lengths: [UInt16] = []
  /// Where every sixteenth text starts in `bytes`.
  private var anchors: [Int] = []
  private var longLengths: [Int: Int] = [:]
  /// Where the text starts that is being appended.
  private var start = 0

  var count: Int { lengths.count }
  var byteCount: Int { bytes.count }
  /// All texts. Whoever appended them has checked that they are well-formed: libxml2, or the scanner.
  var utf8: [UInt8] { bytes }

  /// Makes room beforehand. The number comes from the document, so the caller bounds it.
  mutating func reserve(bytes byteCount: Int) { bytes.reserveCapacity(byteCount) }

  /// Appends part of the text that `finishText()` will end.
  mutating func append(_ text: borrowing MarkupText) { text.append(to: &bytes) }

  /// Appends part of the text that `finishText()` will end.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) { unsafe bytes.append(contentsOf: text) }

  /// Forgets what was appended since the last text ended.
  mutating func discardText() { bytes.removeLast(bytes.count - start) }

  /// Ends a text; escapes are undone here, since they may span runs of it.
  mutating func finishText() {
    if EscapedText.needsWork(bytes[start...]) {
      let plain = EscapedText.plain(Array(bytes[start...]))
      bytes.replaceSubrange(start..., with: plain)
    }
    if lengths.count.isMultiple(of: Self.stride) { anchors.append(start) }
    let length = bytes.count - start
    if length >= Int(UInt16.max) { longLengths[lengths.count] = length }
    lengths.append(UInt16(clamping: length))
    start = bytes.count
  }

  /// Where the text of that number stands in `utf8`; `nil` if there is none.
  func place(of index: Int) -> Range<Int>? {
    guard index >= 0, index < lengths.count else { return nil }
    var place = anchors[index / Self.stride]
    for earlier in index / Self.stride * Self.stride..<index { place += length(of: earlier) }
    return place..<place + length(of: index)
  }

  private static var stride: Int { 16 }

  private func length(of index: Int) -> Int {
    let length = lengths[index]
    return length == UInt16.max ? longLengths[index] ?? Int(length) : Int(length)
  }
}
