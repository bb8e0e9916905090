/// Text lent to a visitor: UTF-8 in the parser's own buffer.
///
/// It cannot be copied and is only ever borrowed, so it does not outlive the call.
@safe
@usableFromInline
package struct MarkupText: ~Copyable {
  private let start: UnsafePointer<UInt8>
  package let byteCount: Int

  @unsafe
  init(start: UnsafePointer<UInt8>, byteCount: Int) {
    unsafe self.start = start
    self.byteCount = byteCount
  }

  package var string: String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: byteCount), as: UTF8.self)
  }

  /// Whether it is nothing but spaces, tabs and line ends.
  package var isWhiteSpace: Bool {
    for index in 0..<byteCount {
      switch unsafe start[index] {
      case 0x20, 0x09, 0x0a, 0x0d: continue
      default: return false
      }
    }
    return true
  }

  package func append(to bytes: inout [UInt8]) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: byteCount))
  }

  package func append(to text: inout String) {
    text += string
  }
}
