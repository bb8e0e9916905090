/// A text as a key of a table or a member of a set: equal to another one only if all of its code units are.
///
/// A `String` compares and hashes by canonical equivalence, which takes most of the time of looking a Chinese text up. Texts
/// of one document that look alike are written alike, so their code units tell them apart as well.
package struct ExactText: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func == (left: Self, right: Self) -> Bool {
    let (own, other) = (left.text.utf8, right.text.utf8)
    let (one, two) = (own.span, other.span)
    guard one.count == two.count else { return false }
    for place in one.indices where one[place] != two[place] { return false }
    return true
  }

  /// Eight code units at a time go into the hasher, whose seed keeps hostile texts from colliding.
  package func hash(into hasher: inout Hasher) {
    let view = text.utf8
    let units = view.span
    var word: UInt64 = 0
    for place in units.indices {
      word = word << 8 | UInt64(units[place])
      if place & 7 == 7 {
        hasher.combine(word)
        word = 0
      }
    }
    hasher.combine(word)
    hasher.combine(units.count)
  }
}
