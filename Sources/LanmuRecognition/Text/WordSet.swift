/// A fixed set of words that can be looked for in one pass over a text.
struct WordSet: Sendable {
  private let wordsByFirst: [Unicode.Scalar: [[Unicode.Scalar]]]
  private let starts: ScalarFilter
  private let longest: Int

  init(_ words: [String]) {
    var byFirst: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    for word in words {
      let scalars = Array(word.unicodeScalars)
      guard let first = scalars.first else { continue }
      byFirst[first, default: []].append(scalars)
    }
    wordsByFirst = byFirst
    starts = ScalarFilter(byFirst.keys)
    longest = byFirst.values.joined().reduce(0) { max($0, $1.count) }
  }

  /// Whether any word stands anywhere in the text.
  func occurs(in text: [Unicode.Scalar]) -> Bool {
    for start in text.indices where matchLength(in: text, at: start) > 0 { return true }
    return false
  }

  /// Length of the longest word that starts at a place of the text; 0 if none does, as behind the text's end.
  func matchLength(in text: [Unicode.Scalar], at start: Int) -> Int {
    guard start < text.count, starts.mayHold(text[start]), let words = wordsByFirst[text[start]] else { return 0 }
    var longest = 0
    for word in words where word.count > longest && start + word.count <= text.count {
      if word.indices.allSatisfy({ text[start + $0] == word[$0] }) { longest = word.count }
    }
    return longest
  }

  /// Length of the longest word with which the text ends; 0 if none does.
  func ends(_ text: ArraySlice<Unicode.Scalar>) -> Int {
    var found = 0
    for length in 1...max(1, longest) where length <= text.count {
      let start = text.endIndex - length
      guard starts.mayHold(text[start]), let words = wordsByFirst[text[start]] else { continue }
      for word in words where word.count == length {
        if word.indices.allSatisfy({ text[start + $0] == word[$0] }) { found = length }
      }
    }
    return found
  }
}
