/// What it costs to read a text as the content of a field: near 0 for what belongs there, above 4 for what hardly can.
///
/// The scale is that of negative logarithms of likelihoods, so costs of the cells of a row add up.
struct ContentCost: Sendable {
  private let columns: [LogicalColumn]
  /// How often texts were seen in each column in rows whose reading is beyond doubt.
  private var known: [[ExactText: Int]]
  private var wording: FieldWording
  private let hasSupply: Bool
  private let hasMode: Bool
  /// By column, whether its label says that persons stand in it (联络员, 经办人).
  private let namesPersons: [Bool]
  /// How much of what is known of requirements is prose; 0 until anything is known.
  private var proseShare = 0.0
  private var requirementCount = 0.0
  /// By column, what it holds instead of what its meaning lets expect; `nil` where it holds just that.
  private var oddities: [Oddity?]
  /// By column, what a dash costs there.
  private var dashPrices: [Double]

  /// What fields hold whose texts say little of what the header says: days as bare numbers, numbers as codes.
  private enum Oddity: Sendable { case numbers, points, anything }

  init(columns: [LogicalColumn]) {
    self.columns = columns
    known = Array(repeating: [:], count: columns.count)
    wording = FieldWording(columns: columns)
    hasSupply = columns.contains { $0.meaning == .supply }
    hasMode = columns.contains { $0.meaning == .mode }
    namesPersons = columns.map { $0.meaning == .other && HeaderPhrase.namesPersons($0.label) }
    oddities = columns.map { $0.meaning == .other && HeaderPhrase.namesPoints($0.label) ? .points : nil }
    dashPrices = columns.map { $0.meaning == .number ? Self.numberDash : Self.dash }
  }

  /// Finds the columns whose texts are other than their meaning lets expect, in the rows that lack no cell: where most are, the
  /// header is right all the same, and they are what the field holds.
  ///
  /// - Parameter arePadded: whether rows that lack cells are as wide as the others.
  mutating func adapt(to rows: [[AlignableCell]], arePadded: Bool) {
    let width = columns.count
    let isWhole = { (row: [AlignableCell]) in
      arePadded
        ? row.count >= width && row.prefix(width).allSatisfy { !$0.isEmpty }
          && row.dropFirst(width).allSatisfy(\.isEmpty) : row.count == width
    }
    let whole = Array(rows.lazy.filter(isWhole).prefix(Self.sampleSize))
    // A row that ends in a text has not moved to the left.
    let closed = whole.filter { $0.last?.isEmpty == false }
    let placed = closed.count >= Self.leastWhole ? closed : whole
    for column in columns.indices where columns[column].meaning != .level {
      let cells = placed.map { $0[column] }.filter { !$0.isEmpty }
      guard cells.count >= Self.leastWhole else { continue }
      let odd = cells.count { base($0.text, $0.evidence, in: column) > Self.oddPrice }
      guard odd * 2 > cells.count else { continue }
      oddities[column] = cells.count { $0.evidence.isNumber } * 2 > cells.count ? .numbers : .anything
    }
    // Rows that are not filled up end in cells of their own, empty ones too.
    let isUnpadded = { (row: [AlignableCell]) in row.count >= width && !row.prefix(width).contains(where: \.isPadding) }
    let tellsPadding = arePadded && rows.contains { $0.contains(where: \.isPadding) }
    learnDashes(of: tellsPadding ? Array(rows.lazy.filter(isUnpadded).prefix(Self.sampleSize)) : whole)
  }

  /// Finds where a table has its dashes: where levels do without a label in row after row, or fields without a text, those that
  /// never do rather have none elsewhere either.
  private mutating func learnDashes(of rows: [[AlignableCell]]) {
    var counts = columns.indices.map { column in rows.count { $0[column].evidence.isDash } }
    // A level may be the only one that some row does without.
    let levels = columns.levels
    let ofLevels = levels.reduce(0) { $0 + counts[$1] }
    for level in levels { counts[level] = ofLevels }
    guard rows.count >= Self.leastWhole, counts.contains(where: { $0 >= Self.leastDashes }) else { return }
    for column in columns.indices where counts[column] == 0 && columns[column].meaning != .number {
      dashPrices[column] = Self.strangeDash
    }
  }

  private static let leastDashes = 2
  /// What a dash costs, where a number should stand, and in a field that has none where others do.
  private static let dash = 0.4
  /// What the word for none costs in a field of units, and in any other that tells how a column is kept; set by hand.
  private static let nobody = 0.2
  private static let nothing = 0.8
  private static let numberDash = 2.0
  private static let strangeDash = 2.0

  private static let sampleSize = 100
  private static let leastWhole = 3
  /// A text that costs more than this in a field is not what its meaning lets expect, and may belong elsewhere.
  static let oddPrice = 2.2

  /// Remembers that a text stood in a column.
  mutating func learn(_ text: String, _ evidence: TextEvidence, in column: Int) {
    known[column][ExactText(text), default: 0] += 1
    wording.learn(text, in: column)
    guard columns[column].meaning == .requirement else { return }
    // A running mean that starts at none, so that the first few texts do not decide.
    requirementCount += 1
    proseShare += ((evidence.isProse ? 1 : 0) - proseShare) / (requirementCount + 2)
  }

  /// Remembers how a label is worded, wherever it stands.
  mutating func learnWording(_ text: String, in column: Int) { wording.learn(text, in: column) }

  /// The cost of a text in each column.
  ///
  /// - Parameter learnedIn: the column in which it was learned from this very place. What was read there once says nothing
  ///   for reading it so again.
  func prices(_ text: String, _ evidence: TextEvidence, learnedIn: Int? = nil) -> [Double] {
    let own = learnedIn.flatMap { wording.isSole(text, in: $0) ? $0 : nil }
    let advantages = wording.advantages(of: text, learnedIn: own)
    let signs = wording.signDisadvantages(of: text, learnedIn: own)
    return columns.indices.map {
      base(text, evidence, in: $0, isOwn: $0 == learnedIn) - Self.wordingWeight * advantages[$0]
        + Self.signWeight * signs[$0]
    }
  }

  /// The cost of a text in one column, by all but the signs that tell fields of one kind apart.
  func price(_ text: String, _ evidence: TextEvidence, in column: Int) -> Double {
    base(text, evidence, in: column) - Self.wordingWeight * wording.advantage(of: text, in: column)
  }

  /// By how much a text is cheaper in a column only because it was learned there from this very place.
  func ownSupport(_ text: String, _ evidence: TextEvidence, in column: Int) -> Double {
    guard known[column][ExactText(text)] == 1 else { return 0 }
    let own = wording.isSole(text, in: column) ? column : nil
    let unlearned =
      base(text, evidence, in: column, isOwn: true)
      - Self.wordingWeight * wording.advantages(of: text, learnedIn: own)[column]
    return max(0, unlearned - price(text, evidence, in: column))
  }

  private static let wordingWeight = 0.9
  private static let signWeight = 0.5

  /// What a number costs in a field that holds numbers for something else, and a name in one that holds names.
  private static let fittingPrice = 0.3

  /// What a text costs in a field of points: more than in one that may hold anything; set by hand.
  private static let strangePoints = 3.0

  /// What it costs that a text in lenticular brackets is a label; set by hand.
  private static let bracketedLabel = 1.5

  /// What it costs that a text with the star of assessed columns is none of them; set by hand.
  private static let starredValue = 1.5

  /// What any text costs in a field that may hold anything.
  static let otherPrice = 1.5

  /// - Parameter isOwn: whether the text was learned in the column from the very place at which it stands.
  private func base(_ text: String, _ evidence: TextEvidence, in column: Int, isOwn: Bool = false) -> Double {
    let meaning = columns[column].meaning
    var cost =
      evidence.isDash
      ? dashPrices[column] : Self.cost(evidence, as: meaning, besideSupply: hasSupply, proseShare: proseShare)
    switch oddities[column] {
    case .points where evidence.isDash: break
    case .points: cost = evidence.isNumber || evidence.isMark ? Self.fittingPrice : Self.strangePoints
    case .numbers: cost = evidence.isNumber ? Self.fittingPrice : min(cost, Self.otherPrice)
    case .anything: cost = min(cost, Self.otherPrice)
    case nil: break
    }
    // Columns of the site are starred; within a sentence a star says something else.
    if evidence.isStarred, !evidence.isProse, meaning != .level { cost += Self.starredValue }
    // A name of a person stands where the header has persons.
    if namesPersons[column], PersonName.mayBe(text, evidence) { cost = min(cost, Self.fittingPrice) }
    // 栏目链接 may name a column as well as a mode; where there is a field of modes, it rather stands there.
    if meaning == .level, hasMode, evidence.isMode { cost += 0.8 }
    guard let seen = known[column][ExactText(text)], seen > (isOwn ? 1 : 0) else { return cost }
    // A label seen once in a level may recur elsewhere; a value seen in its field is worth more.
    return meaning == .level ? max(0, cost - 0.6) : max(0, cost - 2)
  }

  private static func cost(
    _ evidence: TextEvidence, as meaning: FieldMeaning, besideSupply: Bool, proseShare: Double
  ) -> Double {
    // That nothing is due says as little of a time as of a unit.
    if evidence.isNone, ![.number, .level, .requirement].contains(meaning) {
      return meaning.family == .responsible ? nobody : nothing
    }
    switch meaning {
    case .number:
      return evidence.isNumber ? 0 : 6
    case .level:
      var cost = 0.3
      if evidence.length > 14 { cost += min(4, 0.1 * Double(evidence.length - 14)) }
      if evidence.isProse { cost += evidence.length > 24 ? 3 : 1.2 }
      cost += 3 * evidence.time
      cost += (evidence.length <= 6 ? 0.7 : 1.3) * evidence.units + 2.2 * evidence.bodies
      if evidence.isNumber { cost += 3 }
      if evidence.isNote { cost += 3 }
      if evidence.isDuty { cost += 1.2 }
      if evidence.isBracketed { cost += bracketedLabel }
      return cost
    case .requirement:
      var cost = evidence.isProse ? 0.1 : evidence.length > 20 ? 0.4 : evidence.isDuty ? 0.5 : 0.9
      if evidence.isBracketed { cost = 0.3 } else if evidence.length <= 6 { cost += 0.6 }
      if !evidence.isProse { cost += 0.8 * proseShare }
      if evidence.length <= 24 { cost += 1.6 * evidence.time }
      if !evidence.isProse { cost += 1.5 * evidence.units }
      return cost
    case .target:
      var cost = evidence.isProse ? 0.6 : 0.7
      cost += 1.2 * evidence.units
      if evidence.length <= 24 { cost += (evidence.isPlace ? 0.4 : 1.6) * evidence.time }
      return cost
    case .update:
      var cost = 0.1 + 4 * (1 - evidence.time)
      if evidence.isPlace { cost += 1.5 }
      if besideSupply && evidence.isSupply { cost += 1.5 }
      return cost
    case .supply:
      return 0.1 + 4 * (1 - evidence.time) + (evidence.isSupply ? 0 : 1)
    case .mode:
      var cost = evidence.isMode ? 0.1 : evidence.length <= 12 ? 1.4 : 3
      cost += 2 * evidence.units
      if !evidence.isMode { cost += 2.5 * evidence.time }
      return cost
    case .lead, .responsible, .cooperating:
      // A single body leads; lists and groups are responsible.
      let isList = evidence.items > 1 || evidence.isGroup
      return 0.1 + (meaning == .lead && isList ? 1.25 : 0) + 4.2 * (1 - evidence.units)
        + (evidence.isProse && evidence.units < 0.6 ? 0.8 : 0)
    case .remarks, .other:
      return evidence.isNumber ? 2 : Self.otherPrice
    }
  }
}
