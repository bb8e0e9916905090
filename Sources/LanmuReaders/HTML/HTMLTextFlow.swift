/// Text as it flows into lines: white space collapsed, breaks where blocks and `<br>` make them.
///
/// A line end of the source is white space like any other. CSS Text 3 (4.1.3) leaves it to browsers whether it vanishes
/// between Chinese characters; most make a space of it.
struct HTMLTextFlow {
  private var bytes: [UInt8] = []
  private var breaks = 0
  private var endsBlock = false
  private var hasSpace = false

  var isEmpty: Bool { bytes.isEmpty }
  var byteCount: Int { bytes.count }

  /// A line end that a `<br>` makes.
  mutating func breakLine() {
    breaks += 1
    hasSpace = false
  }

  /// A block starts or ends here.
  mutating func breakBlock() {
    endsBlock = true
    hasSpace = false
  }

  mutating func append(_ text: [UInt8], keepsWhiteSpace: Bool) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D, 0x0C:
        if keepsWhiteSpace {
          if byte == 0x0A {
            breaks += 1
          } else if byte != 0x0D {
            startText()
            bytes.append(byte)
          }
        } else {
          hasSpace = true
        }
        index += 1
      default:
        var end = index + 1
        while end < text.count, text[end] > 0x20 { end += 1 }
        if hasSpace, !bytes.isEmpty, breaks == 0, !endsBlock { bytes.append(0x20) }
        startText()
        appendVisible(text[index..<end])
        index = end
      }
    }
  }

  /// Text that the page does not hold itself, such as the number of a list item.
  mutating func appendGenerated(_ text: String) {
    startText()
    bytes.append(contentsOf: text.utf8)
    hasSpace = false
  }

  /// The text so far, without white space at its ends and at the ends of its lines; the flow starts anew.
  mutating func finish() -> String {
    defer { self = HTMLTextFlow() }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { bytes[bytes.trimmed($0.startIndex..<$0.endIndex)] }[...]
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
  }

  private mutating func startText() {
    let count = max(breaks, endsBlock ? 1 : 0)
    if count > 0, !bytes.isEmpty { bytes.append(contentsOf: repeatElement(0x0A, count: min(count, 4))) }
    breaks = 0
    endsBlock = false
    hasSpace = false
  }

  /// C1 control characters in a page are always bytes of windows-1252 taken for Latin 1 (WHATWG HTML 13.2.5.80).
  private mutating func appendVisible(_ run: ArraySlice<UInt8>) {
    guard run.contains(0xC2) else {
      bytes.append(contentsOf: run)
      return
    }
    var index = run.startIndex
    while index < run.endIndex {
      if run[index] == 0xC2, index + 1 < run.endIndex, (0x80...0x9F).contains(run[index + 1]) {
        let scalar = Self.windows1252[Int(run[index + 1]) - 0x80]
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
        index += 2
      } else {
        bytes.append(run[index])
        index += 1
      }
    }
  }

  private static let windows1252: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
