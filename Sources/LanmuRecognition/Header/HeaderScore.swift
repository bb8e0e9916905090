/// How much a row looks like a header.
struct HeaderScore: Sendable {
  /// Cells with text.
  var filled: Int
  /// Share of those whose words are known.
  var share: Double
  /// Sum of the strengths of known words.
  var strength: Double
  /// Number of different meanings.
  var meanings: Int
  /// Number of cells that are synonyms to the letter.
  var certain: Int
  /// Whether a cell is but a number, as those of a body are.
  var hasNumber: Bool
  /// Whether a cell ends a sentence, as what is demanded of a column does.
  var hasSentence: Bool

  init(_ row: FieldRow, profile: RecognitionProfile? = nil) {
    let cells = row.filled
    filled = cells.count
    var found: Set<FieldMeaning> = []
    var known = 0
    var sum = 0.0
    var exact = 0
    // Longer cells are body text; looking for words in them costs time and proves nothing.
    for cell in cells where cell.label.unicodeScalars.count <= 90 {
      let pinned = profile?.meaning(of: cell.label).map { HeaderLexicon.Match(meaning: $0, strength: 1) }
      guard let match = pinned ?? HeaderLexicon.match(cell.label) else { continue }
      known += 1
      sum += match.strength
      exact += match.strength == 1 ? 1 : 0
      found.insert(match.meaning)
    }
    share = cells.isEmpty ? 0 : Double(known) / Double(cells.count)
    strength = sum
    meanings = found.count
    certain = exact
    hasSentence = cells.contains { $0.label.hasSuffix("。") }
    hasNumber = cells.contains { cell in cell.label.unicodeScalars.allSatisfy { ("0"..."9").contains($0) } }
  }

  func isHeader(_ demand: HeaderDemand) -> Bool {
    guard filled >= 2, meanings >= 2, !hasNumber else { return false }
    // Names of columns and of what they hold may be words of headers, too: 内容供给, 解读形式.
    if hasSentence, certain * 2 < filled { return false }
    // Within a body, a row of a file's name, a deadline and “all departments” holds words of headers as well.
    return switch demand {
    case .most: share >= 0.6 && strength >= max(1.4, 0.5 * Double(filled))
    case .nearlyAllBelowHeading: filled >= 3 && certain >= 2 && certain * 5 >= filled * 2 && share >= 0.8
    case .nearlyAll: filled >= 3 && (share == 1 ? certain * 3 >= filled * 2 : certain * 4 >= filled * 3 && share >= 0.8)
    }
  }
}
