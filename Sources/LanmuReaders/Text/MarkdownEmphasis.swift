/// The marks by which Markdown makes text bold or italic (CommonMark 6.2), which say nothing of what the text is.
///
/// `**` counts wherever it opens before a text and closes behind one. A single mark is taken only around a whole text: plans
/// mark columns with a star, too.
enum MarkdownEmphasis {
  /// The text without marks of emphasis; a mark behind a backslash, or without its fellow, is text.
  static func removed(from text: String) -> String {
    guard text.utf8.contains(star) || text.utf8.contains(underscore) else { return text }
    var scalars = Array(text.unicodeScalars)
    while let inner = inner(of: scalars) { scalars = inner }
    return String(String.UnicodeScalarView(withoutStrongMarks(scalars)))
  }

  private static let star = UInt8(ascii: "*")
  private static let underscore = UInt8(ascii: "_")

  /// What stands between equal marks around a whole text that has no other mark of the kind; `nil` if nothing is so marked.
  private static func inner(of text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard let mark = text.first, mark == "*" || mark == "_", text.last == mark else { return nil }
    let inner = text.drop { $0 == mark }
    let length = text.count - inner.count
    let end = inner.count - length
    guard (1...3).contains(length), end > 0, !inner.prefix(end).contains(mark),
      inner.suffix(length).allSatisfy({ $0 == mark }),
      let first = inner.first, !first.properties.isWhitespace
    else { return nil }
    return Array(inner.prefix(end))
  }

  /// The text without pairs of `**`.
  private static func withoutStrongMarks(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var marks: [Int] = []
    var place = 0
    while place + 1 < text.count {
      if text[place] == "\\" {
        place += 2
      } else if text[place] == "*", text[place + 1] == "*" {
        marks.append(place)
        place += 2
      } else {
        place += 1
      }
    }
    var dropped: Set<Int> = []
    var open: Int?
    for mark in marks {
      let opens = mark + 2 < text.count && !text[mark + 2].properties.isWhitespace
      let closes = mark > 0 && !text[mark - 1].properties.isWhitespace
      if let start = open, closes, mark > start + 2 {
        dropped.formUnion([start, start + 1, mark, mark + 1])
        open = nil
      } else if opens {
        open = mark
      }
    }
    return dropped.isEmpty ? text : text.indices.filter { !dropped.contains($0) }.map { text[$0] }
  }
}
