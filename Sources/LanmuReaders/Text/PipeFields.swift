/// Cuts a line at its upright bars.
enum PipeFields {
  /// The fields of a line, white space around them removed.
  ///
  /// A bar at the very end closes the last field. With `isBordered`, a bar at the very start opens the first one; else an
  /// empty field stands before it. `escapes` takes `\|` for a bar of the text, and other marks behind a backslash for
  /// themselves, and marks of emphasis for none, as Markdown does.
  static func cut(_ text: TextLines, line index: Int, isBordered: Bool, escapes: Bool = false) -> [FoundField] {
    let bytes = text.bytes
    let range = bytes.trimmed(text.lines[index].range)
    var fields: [FoundField] = []
    var start = range.lowerBound
    if isBordered, start < range.upperBound, bytes[start] == Byte.pipe { start += 1 }
    var place = start
    while place < range.upperBound {
      if escapes, bytes[place] == Byte.backslash, place + 1 < range.upperBound, bytes[place + 1] == Byte.pipe {
        place += 2
        continue
      }
      if bytes[place] == Byte.pipe {
        fields.append(field(text, start..<place, line: index, escapes: escapes))
        start = place + 1
      }
      place += 1
    }
    if start < range.upperBound || fields.isEmpty {
      fields.append(field(text, start..<range.upperBound, line: index, escapes: escapes))
    }
    return fields
  }

  /// How many empty fields at a line's end have no cell's place: a cell stands between two spaces even where it is empty
  /// (`文字 |  | ||`), and what fills the line up does not.
  static func padding(_ text: TextLines, line index: Int) -> Int {
    let bytes = text.bytes
    let range = bytes.trimmed(text.lines[index].range)
    var end = range.upperBound
    var count = 0
    while end > range.lowerBound, bytes[end - 1] == Byte.pipe {
      end -= 1
      let start = bytes[range.lowerBound..<end].lastIndex(of: Byte.pipe).map { $0 + 1 } ?? range.lowerBound
      guard end - start < 2, bytes.trimmed(start..<end).isEmpty else { break }
      count += 1
      end = start
    }
    return count
  }

  private static func field(_ text: TextLines, _ range: Range<Int>, line: Int, escapes: Bool) -> FoundField {
    let content = text.trimmedText(range)
    return FoundField(text: escapes ? unescaped(MarkdownEmphasis.removed(from: content)) : content, line: line + 1)
  }

  /// The text without the backslashes before ASCII punctuation (CommonMark 2.4).
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(Byte.backslash) else { return text }
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped, !isPunctuation(scalar) { result.append("\\") }
      result.append(scalar)
      isEscaped = false
    }
    if isEscaped { result.append("\\") }
    return String(result)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "!"..."/", ":"..."@", "["..."`", "{"..."~": true
    default: false
    }
  }
}
