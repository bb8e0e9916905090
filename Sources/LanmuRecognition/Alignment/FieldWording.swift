/// How the texts of each field are worded in one document: which pairs of characters they hold, and how long they are.
///
/// A naive Bayes classifier over pairs of neighbouring characters, with the document itself as its only training text, so
/// that it needs no vocabulary: whatever the remarks of a plan speak of, they speak of it in each other's words. All levels
/// count as one field. Learning and reading take time linear in the text, of which only the ends count where it is long.
struct FieldWording: Sendable {
  private struct FieldCounts: Sendable {
    var pairCount = 0.0
    var textCount = 0.0
    /// Sums of the binary logarithms of the lengths, and of their squares.
    var lengthSum = 0.0
    var lengthSquares = 0.0
    /// In how many texts each sign stands: the first character, the last one, and whether the text is a list.
    var signs: [UInt64: Double] = [:]

    /// The counts of pairs, texts and lengths without one text.
    func without(_ pairs: Int, _ bits: Double) -> FieldCounts {
      var copy = self
      copy.pairCount = max(0, copy.pairCount - Double(pairs))
      copy.textCount = max(0, copy.textCount - 1)
      copy.lengthSum -= bits
      copy.lengthSquares -= bits * bits
      return copy
    }
  }

  private var fields: [FieldCounts]
  private var all = FieldCounts()
  /// The place of each pair's counts; those of all fields stand in a row in `counts`, that of the whole document behind.
  private var places: [UInt64: Int] = [:]
  private var counts: [Double] = []
  private var stride: Int { fields.count + 1 }
  /// For each grid column, the place of its counts.
  private let fieldOfColumn: [Int]
  /// By field, how often each text was learned.
  private var learned: [[ExactText: Int]]
  /// The columns of fields that hold short answers (who, when, how), where there is more than one.
  private let answerColumns: [Int]

  init(columns: [LogicalColumn]) {
    let firstLevel = columns.levels.first
    fieldOfColumn = columns.indices.map { columns[$0].meaning == .level ? firstLevel ?? $0 : $0 }
    fields = Array(repeating: FieldCounts(), count: columns.count)
    learned = Array(repeating: [:], count: columns.count)
    let answers = columns.indices.filter { Self.answers.contains(columns[$0].meaning) }
    answerColumns = answers.count > 1 ? answers : []
  }

  /// Remembers the wording of a text of a grid column; each text counts once.
  mutating func learn(_ text: String, in column: Int) {
    let field = fieldOfColumn[column]
    let times = learned[field][ExactText(text), default: 0] + 1
    learned[field][ExactText(text)] = times
    guard times == 1 else { return }
    let (pairs, length) = Self.traits(of: text)
    let bits = Self.bits(length)
    for pair in pairs {
      guard let place = places[pair] ?? makePlace(for: pair) else { continue }
      counts[place + field] += 1
      counts[place + fields.count] += 1
    }
    for sign in Self.signs(of: text) {
      fields[field].signs[sign, default: 0] += 1
      all.signs[sign, default: 0] += 1
    }
    Self.add(Double(pairs.count), bits, to: &fields[field])
    Self.add(Double(pairs.count), bits, to: &all)
  }

  /// As many counts as no plan needs; a table of hundreds of fields and thousands of rows learns no more pairs beyond.
  private static let mostCounts = 1 << 22

  private mutating func makePlace(for pair: UInt64) -> Int? {
    guard counts.count < Self.mostCounts else { return nil }
    let place = counts.count
    places[pair] = place
    counts.append(contentsOf: repeatElement(0, count: stride))
    return place
  }

  /// Whether a text of a grid column was learned there once only.
  func isSole(_ text: String, in column: Int) -> Bool { learned[fieldOfColumn[column]][ExactText(text)] == 1 }

  /// For each grid column, the logarithm of how much likelier the text is there than anywhere, tempered to within ±1 for
  /// words and for length each, and nearer to 0 the less is known of the field.
  ///
  /// - Parameter own: the column in which the text was learned from its own place only, which says nothing for it; else
  ///   `nil`.
  func advantages(of text: String, learnedIn own: Int? = nil) -> [Double] {
    guard all.textCount > 3 else { return Array(repeating: 0, count: fieldOfColumn.count) }
    let traits = KnownTraits(text, in: self, own: own.map { fieldOfColumn[$0] })
    var byField: [Double?] = Array(repeating: nil, count: fields.count)
    return fieldOfColumn.map { field in
      if let known = byField[field] { return known }
      let value = advantage(of: traits, inField: field)
      byField[field] = value
      return value
    }
  }

  /// The same for one grid column.
  func advantage(of text: String, in column: Int) -> Double {
    all.textCount > 3 ? advantage(of: KnownTraits(text, in: self, own: nil), inField: fieldOfColumn[column]) : 0
  }

  private func advantage(of traits: KnownTraits, inField field: Int) -> Double {
    let isOwn = traits.own == field
    let known = isOwn ? fields[field].without(traits.pairCount, traits.bits) : fields[field]
    let all = traits.own == nil ? all : all.without(traits.pairCount, traits.bits)
    let trust = known.textCount / (known.textCount + 4)
    var words = 0.0
    for (place, share) in traits.shares {
      let seen = counts[place + field] - (isOwn ? 1 : 0)
      let likelihood = (seen + Self.smoothing * share) / (known.pairCount + Self.smoothing)
      words += Likelihood.logarithm(likelihood / share)
    }
    words = traits.pairCount == 0 ? 0 : words / Double(traits.pairCount)
    let size = Self.sizeScore(traits.bits, known) - Self.sizeScore(traits.bits, all)
    return trust * (min(1, max(-1, words / 2)) + min(1, max(-1, size / 2)))
  }

  /// For each grid column of a short answer, how much less its field is signed like the text than the best of these fields:
  /// which character it begins with and ends in, and whether it is a list. Such fields differ in little else.
  func signDisadvantages(of text: String, learnedIn own: Int? = nil) -> [Double] {
    var result = Array(repeating: 0.0, count: fieldOfColumn.count)
    guard all.textCount > 3 else { return result }
    let signs = Self.signs(of: text)
    let scores = answerColumns.map { column in
      score(signs, in: fields[fieldOfColumn[column]], learned: own == nil ? 0 : 1, own: own == column ? 1 : 0)
    }
    let most = scores.max() ?? 0
    for (column, score) in zip(answerColumns, scores) { result[column] = most - score }
    return result
  }

  /// - Parameters:
  ///   - learned: how many texts of all fields are the text itself, and `own` how many of this field: 0 or 1.
  private func score(_ signs: [UInt64], in counts: FieldCounts, learned: Double, own: Double) -> Double {
    let total = all.textCount - learned
    let sum = signs.reduce(0.0) { sum, sign in
      let seen = (all.signs[sign] ?? 0) - learned
      guard seen > 0 else { return sum }
      let share = seen / total
      let here = max(0, (counts.signs[sign] ?? 0) - own) + Self.signSmoothing * share
      return sum + Likelihood.logarithm(here / (counts.textCount - own + Self.signSmoothing) / share)
    }
    return min(Self.greatestSigns, max(-Self.greatestSigns, sum))
  }

  private static let answers: Set<FieldMeaning> = [
    .lead, .responsible, .cooperating, .supply, .update, .mode, .remarks, .other,
  ]
  /// How many texts the expectation weighs as much as, and the most that all signs together can say.
  private static let signSmoothing = 2.0
  private static let greatestSigns = 2.5

  private static func signs(of text: String) -> [UInt64] {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return [] }
    let isList = scalars.contains(where: partsItems)
    return [UInt64(first.value), 1 << 32 | UInt64(last.value), 2 << 32 | (isList ? 1 : 0)]
  }

  private static func partsItems(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "，", ",", "；", ";": true
    default: false
    }
  }

  // MARK: - Traits

  private static let smoothing = 6.0
  /// Of longer texts only the ends are compared: their middles speak of the matter, not of the field.
  private static let longestWhole = 20

  /// The traits of a text as far as the document has shown them.
  private struct KnownTraits {
    /// Places of the counts of known pairs, with each pair's share among all of the document.
    var shares: [(place: Int, share: Double)] = []
    /// How many pairs the text has, unknown ones with them.
    let pairCount: Int
    let bits: Double
    /// The field in which the text was learned from its own place only.
    let own: Int?

    init(_ text: String, in wording: FieldWording, own: Int?) {
      let (pairs, length) = FieldWording.traits(of: text)
      pairCount = pairs.count
      bits = FieldWording.bits(length)
      self.own = own
      let total = max(1, wording.all.pairCount - (own == nil ? 0 : Double(pairs.count)))
      shares.reserveCapacity(pairs.count)
      for pair in pairs {
        guard let place = wording.places[pair] else { continue }
        let count = wording.counts[place + wording.fields.count] - (own == nil ? 0 : 1)
        if count > 0 { shares.append((place, count / total)) }
      }
    }
  }

  private static func traits(of text: String) -> (pairs: [UInt64], length: Int) {
    var scalars: [UInt64] = [0]
    scalars.reserveCapacity(text.utf8.count / 3 + 2)
    for scalar in text.unicodeScalars { scalars.append(UInt64(scalar.value)) }
    scalars.append(0)
    let length = scalars.count - 2
    var pairs: [UInt64] = []
    pairs.reserveCapacity(min(scalars.count, longestWhole + 1))
    for place in 0..<scalars.count - 1 where length <= longestWhole || place < 5 || place >= scalars.count - 6 {
      pairs.append(scalars[place] << 32 | scalars[place + 1])
    }
    return (pairs, length)
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
