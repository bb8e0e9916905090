import LanmuRecognition

/// Words with a meaning each, found in folded text by longest match.
package struct Lexicon<Meaning: Sendable>: Sendable {
  private struct Word: Sendable {
    var scalars: [Unicode.Scalar]
    var meaning: Meaning
  }

  /// Words by their first scalar, longest first.
  private let words: [Unicode.Scalar: [Word]]
  private let starts: ScalarFilter

  package init(_ list: [(meaning: Meaning, words: String)]) {
    var words: [Unicode.Scalar: [Word]] = [:]
    for (meaning, text) in list {
      for word in text.unicodeScalars.split(separator: " ") {
        let scalars = Array(word)
        guard let first = scalars.first else { continue }
        words[first, default: []].append(Word(scalars: scalars, meaning: meaning))
      }
    }
    self.words = words.mapValues { entries in entries.sorted { $0.scalars.count > $1.scalars.count } }
    starts = ScalarFilter(words.keys)
  }

  /// The longest word that stands at a place and ends before `limit`.
  package func longest(
    in text: [Unicode.Scalar], at place: Int, limit: Int
  ) -> (meaning: Meaning, end: Int)? {
    guard place < limit, starts.mayHold(text[place]), let candidates = words[text[place]] else { return nil }
    next: for word in candidates where place + word.scalars.count <= limit {
      for offset in 1..<max(word.scalars.count, 1) where text[place + offset] != word.scalars[offset] { continue next }
      return (word.meaning, place + word.scalars.count)
    }
    return nil
  }
}
