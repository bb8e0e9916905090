/// How the texts of each field are worded in one document: which pairs of characters they hold, and how long they are.
///
/// A naive Bayes classifier over pairs of neighbouring characters, with the document itself as its only training text, so
/// that it needs no vocabulary: whatever the remarks of a plan speak of, they speak of it in each other's words. All levels
/// count as one field. Learning and reading take time linear in the text, of which only the ends count where it is long.
struct FieldWording: Sendable {
  private struct FieldCounts: Sendable {
    var pairs: [UInt64: Double] = [:]
    var pairCount = 0.0
    var textCount = 0.0
    /// Sums of the binary logarithms of the lengths, and of their squares.
    var lengthSum = 0.0
    var lengthSquares = 0.0
  }

  private var fields: [FieldCounts]
  private var all = FieldCounts()
  /// For each grid column, the place of its counts.
  private let fieldOfColumn: [Int]
  private var learned: [Set<String>]

  init(columns: [LogicalColumn]) {
    let firstLevel = columns.firstIndex { $0.meaning == .level }
    fieldOfColumn = columns.indices.map { columns[$0].meaning == .level ? firstLevel ?? $0 : $0 }
    fields = Array(repeating: FieldCounts(), count: columns.count)
    learned = Array(repeating: [], count: columns.count)
  }

  /// Remembers the wording of a text of a grid column; each text counts once.
  mutating func learn(_ text: String, in column: Int) {
    let field = fieldOfColumn[column]
    guard learned[field].insert(text).inserted else { return }
    let (pairs, length) = Self.traits(of: text)
    let bits = Self.bits(length)
    for pair in pairs {
      fields[field].pairs[pair, default: 0] += 1
      all.pairs[pair, default: 0] += 1
    }
    Self.add(Double(pairs.count), bits, to: &fields[field])
    Self.add(Double(pairs.count), bits, to: &all)
  }

  /// For each grid column, the logarithm of how much likelier the text is there than anywhere, tempered to within ±1 for
  /// words and for length each, and nearer to 0 the less is known of the field.
  func advantages(of text: String) -> [Double] {
    guard all.textCount > 3 else { return Array(repeating: 0, count: fieldOfColumn.count) }
    let (pairs, length) = Self.traits(of: text)
    let shares = pairs.map { (all.pairs[$0] ?? 0) / max(1, all.pairCount) }
    let bits = Self.bits(length)
    var byField: [Double?] = Array(repeating: nil, count: fields.count)
    return fieldOfColumn.map { field in
      if let known = byField[field] { return known }
      let counts = fields[field]
      let trust = counts.textCount / (counts.textCount + 4)
      var words = 0.0
      for (pair, share) in zip(pairs, shares) where share > 0 {
        let likelihood = ((counts.pairs[pair] ?? 0) + Self.smoothing * share) / (counts.pairCount + Self.smoothing)
        words += Likelihood.logarithm(likelihood / share)
      }
      words = pairs.isEmpty ? 0 : words / Double(pairs.count)
      let size = Self.sizeScore(bits, counts) - Self.sizeScore(bits, all)
      let value = trust * (min(1, max(-1, words / 2)) + min(1, max(-1, size / 2)))
      byField[field] = value
      return value
    }
  }

  // MARK: - Traits

  private static let smoothing = 6.0
  /// Of longer texts only the ends are compared: their middles speak of the matter, not of the field.
  private static let longestWhole = 20

  private static func traits(of text: String) -> (pairs: [UInt64], length: Int) {
    let scalars = [0] + text.unicodeScalars.map { UInt64($0.value) } + [0]
    let length = scalars.count - 2
    let places = scalars.indices.dropLast().filter { place in
      length <= longestWhole || place < 5 || place >= scalars.count - 6
    }
    return (places.map { scalars[$0] << 32 | scalars[$0 + 1] }, length)
  }

  private static func add(_ pairs: Double, _ bits: Double, to counts: inout FieldCounts) {
    counts.pairCount += pairs
    counts.textCount += 1
    counts.lengthSum += bits
    counts.lengthSquares += bits * bits
  }

  /// Logarithm of the density of a length among those of a field, taken as normal in their logarithms.
  private static func sizeScore(_ bits: Double, _ counts: FieldCounts) -> Double {
    let mean = (counts.lengthSum + 3) / (counts.textCount + 1)
    let squares = (counts.lengthSquares + 3 * 3 + 2) / (counts.textCount + 1)
    let variance = max(0.15, squares - mean * mean)
    return -(bits - mean) * (bits - mean) / (2 * variance) - 0.5 * Likelihood.logarithm(variance)
  }

  private static func bits(_ length: Int) -> Double { Likelihood.logarithm(Double(length + 1)) * 1.442_695 }
}
