/// Words with a meaning each, found in folded text by longest match.
package struct Lexicon<Meaning: Sendable>: Sendable {
  private struct Word: Sendable {
    var scalars: [Unicode.Scalar]
    var meaning: Meaning
  }

  /// Words by their first scalar, longest first.
  private var words: [Unicode.Scalar: [Word]] = [:]

  package init(_ list: [(meaning: Meaning, words: String)]) {
    for (meaning, text) in list {
      for word in text.split(separator: " ") { add(String(word), meaning) }
    }
    for (first, entries) in words { words[first] = entries.sorted { $0.scalars.count > $1.scalars.count } }
  }

  private mutating func add(_ word: String, _ meaning: Meaning) {
    let scalars = Array(word.unicodeScalars)
    guard let first = scalars.first else { return }
    words[first, default: []].append(Word(scalars: scalars, meaning: meaning))
  }

  /// The longest word that stands at a place and ends before `limit`.
  package func longest(
    in text: [Unicode.Scalar], at place: Int, limit: Int
  ) -> (meaning: Meaning, end: Int)? {
    guard place < limit, let candidates = words[text[place]] else { return nil }
    next: for word in candidates where place + word.scalars.count <= limit {
      for offset in 1..<max(word.scalars.count, 1) where text[place + offset] != word.scalars[offset] { continue next }
      return (word.meaning, place + word.scalars.count)
    }
    return nil
  }
}
