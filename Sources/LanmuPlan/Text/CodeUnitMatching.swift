/// In this module texts are searched by their code units, not by characters as the standard library does.
///
/// The words of names and of rules of time are compared many thousand times a document. None of them is written in more than
/// one canonical form, nor is any a part of a longer character, so both ways find the same; working out canonical
/// equivalence and the borders of characters would take most of the time of reading a plan.
extension String {
  var count: Int { self[...].count }

  func hasPrefix(_ prefix: String) -> Bool { self[...].hasPrefix(prefix) }

  func hasSuffix(_ suffix: String) -> Bool { self[...].hasSuffix(suffix) }

  func contains(_ word: String) -> Bool { self[...].firstRange(of: word) != nil }

  func firstRange(of word: String) -> Range<Index>? { self[...].firstRange(of: word) }
}

extension Substring {
  /// The number of characters; ASCII and the ideographs between U+4000 and U+9FFF join with none of their kind, so that a text
  /// of these alone is counted by its code units.
  var count: Int {
    let view = utf8
    let units = view.span
    var count = 0
    for place in units.indices {
      switch units[place] {
      case 0x80...0xBF: continue
      case 0x00...0x0C, 0x0E...0x7F, 0xE4...0xE9: count += 1
      default: return distance(from: startIndex, to: endIndex)
      }
    }
    return count
  }

  func hasPrefix(_ prefix: String) -> Bool {
    let (own, other) = (utf8, prefix.utf8)
    let text = own.span
    let head = other.span
    guard head.count <= text.count else { return false }
    for place in head.indices where text[place] != head[place] { return false }
    return true
  }

  func hasSuffix(_ suffix: String) -> Bool {
    let (own, other) = (utf8, suffix.utf8)
    let text = own.span
    let tail = other.span
    let start = text.count - tail.count
    guard start >= 0 else { return false }
    for place in tail.indices where text[start + place] != tail[place] { return false }
    return true
  }

  func contains(_ word: String) -> Bool { firstRange(of: word) != nil }

  func firstRange(of word: String) -> Range<Index>? {
    let (own, other) = (utf8, word.utf8)
    let text = own.span
    let pattern = other.span
    guard !pattern.isEmpty else { return startIndex..<startIndex }
    guard pattern.count <= text.count else { return nil }
    next: for start in 0...text.count - pattern.count where text[start] == pattern[0] {
      for place in 1..<pattern.count where text[start + place] != pattern[place] { continue next }
      let lower = own.index(own.startIndex, offsetBy: start)
      return lower..<own.index(lower, offsetBy: pattern.count)
    }
    return nil
  }
}
