import LanmuRecognition

/// Words that a text may begin with or end with, found by the character at that edge instead of one after the other.
///
/// Of several that fit, the one that stands first in the list is found.
struct EdgeWords: Sendable {
  private let words: [Unicode.Scalar: [String]]
  private let edges: ScalarFilter

  /// Words by their first characters, for `opening`, or by their last, for `closing`.
  private init(_ list: [String], edge: (String) -> Unicode.Scalar?) {
    var words: [Unicode.Scalar: [String]] = [:]
    for word in list {
      if let scalar = edge(word) { words[scalar, default: []].append(word) }
    }
    self.words = words
    edges = ScalarFilter(words.keys)
  }

  static func openings(_ list: [String]) -> Self { Self(list) { $0.unicodeScalars.first } }
  static func endings(_ list: [String]) -> Self { Self(list) { $0.unicodeScalars.last } }

  func opening(_ text: Substring) -> String? {
    guard let first = text.unicodeScalars.first, edges.mayHold(first) else { return nil }
    return words[first]?.first(where: text.hasPrefix)
  }

  func closing(_ text: Substring) -> String? {
    guard let last = text.unicodeScalars.last, edges.mayHold(last) else { return nil }
    return words[last]?.first(where: text.hasSuffix)
  }
}
