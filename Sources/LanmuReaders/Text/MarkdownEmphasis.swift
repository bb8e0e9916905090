/// The marks by which Markdown makes text bold or italic (CommonMark 6.2), which say nothing of what the text is.
///
/// `**` counts wherever it opens before a text and closes behind one, so that masked names and numbers keep theirs (张**、
/// 138****1234). A single mark is taken only around a whole text: plans mark columns with a star, too.
enum MarkdownEmphasis {
  /// The text without marks of emphasis; a mark behind a backslash, or without its fellow, is text.
  static func removed(from text: String) -> String {
    guard text.utf8.contains(star) || text.utf8.contains(underscore) else { return text }
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<deepest {
      guard let inner = inner(of: scalars) else { break }
      scalars = inner
    }
    return String(String.UnicodeScalarView(withoutStrongMarks(scalars)))
  }

  private static let star = UInt8(ascii: "*")
  private static let underscore = UInt8(ascii: "_")
  /// Bold within italic within bold is nested deeper than texts are.
  private static let deepest = 3

  /// What stands between equal marks around a whole text that has no other mark of the kind; `nil` if nothing is so marked.
  private static func inner(of text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard let mark = text.first, mark == "*" || mark == "_", text.last == mark else { return nil }
    let inner = text.drop { $0 == mark }
    let length = text.count - inner.count
    let end = inner.count - length
    guard (1...3).contains(length), end > 0, !inner.prefix(end).contains(mark),
      inner.suffix(length).allSatisfy({ $0 == mark }),
      inner[inner.startIndex + end - 1] != "\\", let first = inner.first, !first.properties.isWhitespace
    else { return nil }
    return Array(inner.prefix(end))
  }

  /// The text without pairs of `**`.
  private static func withoutStrongMarks(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var dropped: Set<Int> = []
    var open: Int?
    var place = 0
    while place < text.count {
      guard text[place] == "*" else {
        place += text[place] == "\\" ? 2 : 1
        continue
      }
      let end = text[place...].firstIndex { $0 != "*" } ?? text.count
      defer { place = end }
      // Longer runs hide what stood there.
      guard end - place == 2 else { continue }
      let before = place > 0 ? text[place - 1] : nil
      let after = end < text.count ? text[end] : nil
      if let start = open, flanks(before, beside: after) {
        dropped.formUnion([start, start + 1, place, place + 1])
        open = nil
      } else if flanks(after, beside: before) {
        open = place
      }
    }
    return dropped.isEmpty ? text : text.indices.filter { !dropped.contains($0) }.map { text[$0] }
  }

  /// Whether marks belong to the text on one side of them (left- and right-flanking runs).
  private static func flanks(_ inner: Unicode.Scalar?, beside outer: Unicode.Scalar?) -> Bool {
    guard let inner, !inner.properties.isWhitespace else { return false }
    guard isPunctuation(inner) else { return true }
    return outer.map { $0.properties.isWhitespace || isPunctuation($0) } ?? true
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .currencySymbol, .mathSymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}
