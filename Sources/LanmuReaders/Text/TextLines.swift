/// A decoded text as UTF-8, cut into lines, with the few facts about each that the dialects ask for.
///
/// A line ends at LF, CRLF or a CR alone; its terminator is no part of it. NUL is dropped on the way in, since it can
/// stand for nothing in a cell.
package struct TextLines: Sendable {
  /// The text without NUL.
  let bytes: [UInt8]
  let lines: [TextLine]
  /// How many NUL bytes were dropped.
  let droppedNulls: Int

  package init(utf8 given: [UInt8]) {
    var bytes = given
    bytes.removeAll { $0 == 0 }
    droppedNulls = given.count - bytes.count
    self.bytes = bytes
    var lines: [TextLine] = []
    var start = 0
    while start < bytes.count {
      let line = TextLine(in: bytes, from: start)
      lines.append(line)
      start = line.next
    }
    self.lines = lines
  }

  package init(_ text: String) {
    self.init(utf8: Array(text.utf8))
  }

  var count: Int { lines.count }

  /// A range's text with the white space around it removed.
  func trimmedText(_ range: Range<Int>) -> String {
    text(bytes.trimmed(range))
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The whole line's text with the white space around it removed.
  func trimmedText(line index: Int) -> String {
    trimmedText(lines[index].range)
  }
}

/// One line: where it stands, and how many delimiters it holds.
struct TextLine: Sendable {
  /// The line without its terminator.
  var range: Range<Int>
  /// Where the next line starts.
  var next: Int
  var tabs = 0
  var commas = 0
  var semicolons = 0
  var pipes = 0
  /// Nothing but white space, tabs included.
  var isBlank = true
  /// Some byte of it starts a box drawing character (U+2500–U+257F).
  var hasBoxDrawing = false
  /// Starts with exactly one tab.
  var isIndented = false

  init(in bytes: [UInt8], from start: Int) {
    var index = start
    while index < bytes.count, bytes[index] != Byte.lineFeed, bytes[index] != Byte.carriageReturn {
      switch bytes[index] {
      case Byte.tab: tabs += 1
      case Byte.comma: commas += 1
      case Byte.semicolon: semicolons += 1
      case Byte.pipe: pipes += 1
      case 0xE2 where index + 1 < bytes.count && (0x94...0x95).contains(bytes[index + 1]): hasBoxDrawing = true
      default: break
      }
      index += 1
    }
    range = start..<index
    if index + 1 < bytes.count, bytes[index] == Byte.carriageReturn, bytes[index + 1] == Byte.lineFeed {
      next = index + 2
    } else {
      next = min(index + 1, bytes.count)
    }
    isBlank = bytes.trimmed(range).isEmpty
    isIndented = range.count > 0 && bytes[start] == Byte.tab && (range.count == 1 || bytes[start + 1] != Byte.tab)
  }
}

extension TextLine {
  /// Whether a line outside all tables has as many bars or tabs as the rows of one.
  func mayBeRow(of widths: Set<Int>) -> Bool {
    [pipes, tabs].contains { $0 >= 2 && widths.contains($0 + 1) }
  }
}

/// The bytes that the dialects are made of.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
  static let hyphen: UInt8 = 0x2D
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let backslash: UInt8 = 0x5C
  static let pipe: UInt8 = 0x7C
}

extension [UInt8] {
  /// The range without white space at either end: ASCII white space, the no-break and the ideographic space, the byte
  /// order mark and the zero-width space.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let width = whiteSpaceWidth(at: start, before: end)
      if width == 0 { break }
      start += width
    }
    while end > start {
      if self[end - 1] <= Byte.space {
        end -= 1
      } else if end - start >= 2, whiteSpaceWidth(at: end - 2, before: end) == 2 {
        end -= 2
      } else if end - start >= 3, whiteSpaceWidth(at: end - 3, before: end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  private func whiteSpaceWidth(at index: Int, before end: Int) -> Int {
    switch self[index] {
    case 0...Byte.space: return 1
    case 0xC2 where index + 1 < end && self[index + 1] == 0xA0: return 2
    case 0xE3 where index + 2 < end && self[index + 1] == 0x80 && self[index + 2] == 0x80: return 3
    case 0xEF where index + 2 < end && self[index + 1] == 0xBB && self[index + 2] == 0xBF: return 3
    case 0xE2 where index + 2 < end && self[index + 1] == 0x80 && self[index + 2] == 0x8B: return 3
    default: return 0
    }
  }
}
