/// What a document with dropped cells does, as far as it is known: which fields rows fill, how deep they go, and whether
/// levels that a branch does not have are written out.
///
/// Every figure starts from what plans usually do, and moves towards what the readings of the document say, each reading
/// counted by its probability.
struct LossModel: Sendable {
  let levelCount: Int
  let columnCount: Int
  /// The probability that a field has a cell of its own, has none, or has an empty one; by the first new level of the row
  /// (the number of levels for a row without new labels), then by column.
  private(set) var own: [Double]
  private(set) var missing: [Double]
  private(set) var blank: [Double]
  /// The probability of the first new level and the deepest level of a row, by the depth of the row above.
  private var shapes: [Double]
  /// The probability that a level that a branch does not have is written as an empty cell.
  private(set) var shownShare: Double
  /// How likely it is that a level that an open branch covers has an empty cell, and that it has none.
  private(set) var covered: (kept: Double, gone: Double)
  /// The probability that a row right below a page break starts with its outermost label, written again or new.
  private(set) var renewedShare: Double
  /// The probability that a row writes again the labels of the branch that it goes on with, though no page begins.
  private(set) var repeatedShare: Double
  /// The factor by which a row that does not write them is likelier than usual: below 1 where more rows do than usual.
  var unrepeatedWeight: Double { (1 - repeatedShare) / (1 - Self.usuallyRepeated) }
  /// For each level, how likely it is that a row that has labels on both sides of it has none there: that the one before covers
  /// it, and that its cell is empty.
  private(set) var gaps: [(covered: Double, blank: Double)]
  /// The probability that counting begins anew with a row, where it ever does, by the first new level of the row.
  private var recountShares: [Double]

  /// What the readings of a document add up to.
  struct Counts: Sendable {
    var own: [Double]
    var missing: [Double]
    var blank: [Double]
    var shapes: [Double]
    var shown = 0.0
    var hidden = 0.0
    /// Levels covered by open branches that left an empty cell, and that left none.
    var kept = 0.0
    var gone = 0.0
    var renewed = 0.0
    var unrenewed = 0.0
    /// Rows that go on with a branch and write its labels again, and those that do not, page breaks apart.
    var repeated = 0.0
    var unrepeated = 0.0
    /// For each level between two labels of a row, how often it is covered, has an empty cell, or a label.
    private(set) var coveredGaps: [Double]
    private(set) var blankGaps: [Double]
    private(set) var between: [Double]
    /// Rows whose numbers begin anew, and those whose numbers go on, by the first new level.
    var recounted: [Double]
    var counted: [Double]
    /// The logarithm of the likelihood of all rows, over all readings of them.
    var evidence = 0.0
    /// How many steps from one row to the next were weighed.
    var steps = 0

    init(levels: Int, columns: Int) {
      own = Array(repeating: 0, count: (levels + 1) * columns)
      missing = own
      blank = own
      shapes = Array(repeating: 0, count: (levels + 1) * (levels + 1) * (levels + 1))
      recounted = Array(repeating: 0, count: levels + 1)
      counted = recounted
      coveredGaps = Array(repeating: 0, count: levels)
      blankGaps = coveredGaps
      between = coveredGaps
    }

    /// Notes what a row has for a level between two of its labels, with the probability that it is read rightly.
    mutating func noteBetween(_ level: Int, hasLabel: Bool, hasCell: Bool, _ probability: Double) {
      between[level] += probability
      guard !hasLabel else { return }
      if hasCell { blankGaps[level] += probability } else { coveredGaps[level] += probability }
    }
  }

  /// What is taken to be true of a whole table before any of its rows is read, and what the first of several readings starts
  /// from.
  struct Belief: Sendable {
    /// Whether a level that a branch does not have is known to be written as an empty cell.
    var writesLevels = false
    /// The share of branches that go down to the deepest level.
    var deepShare = 0.7
    /// Whether many levels covered by open branches left empty cells, and how many is to be learnt.
    var keepsCovered = false

    static let shallowShare = 0.15
  }

  private let belief: Belief

  /// - Parameters:
  ///   - certainlyShown: in how many rows an empty cell can only stand for a level that the row's branch does not have.
  ///   - counts: what an earlier pass found; `nil` before the first.
  init(
    columns: [LogicalColumn], levelCount: Int, certainlyShown: Int, counts: Counts? = nil,
    belief: Belief = Belief()
  ) {
    self.belief = belief
    self.levelCount = levelCount
    columnCount = columns.count
    let places = (levelCount + 1) * columns.count
    own = Array(repeating: 0, count: places)
    missing = own
    blank = own
    shapes = Array(repeating: 0, count: (levelCount + 1) * (levelCount + 1) * (levelCount + 1))
    let counts = counts ?? Counts(levels: levelCount, columns: columns.count)
    // A table that writes such levels out does so everywhere, while those that it hides are only ever guessed.
    let shown = counts.shown + Self.certainty * Double(certainlyShown)
    let hidden = counts.hidden / Double(1 + certainlyShown)
    shownShare =
      belief.writesLevels ? Self.surelyShown : (shown + 0.7) / (shown + hidden + (certainlyShown > 0 ? 1 : 2))
    if belief.keepsCovered {
      let seen = counts.kept + counts.gone
      let kept = (counts.kept + Self.coveredWeight * Self.usuallyKept) / (seen + Self.coveredWeight)
      covered = (kept, 1 - kept)
    } else {
      covered = (Self.seldomKept, 1)
    }
    renewedShare = (counts.renewed + 1.4) / (counts.renewed + counts.unrenewed + 2)
    repeatedShare =
      (counts.repeated + Self.repeatWeight * Self.usuallyRepeated)
      / (counts.repeated + counts.unrepeated + Self.repeatWeight)
    gaps = (0..<levelCount).map { level in
      let seen = counts.between[level] + Self.gapWeight
      return (
        (counts.coveredGaps[level] + Self.gapWeight * Self.usualGaps.covered) / seen,
        (counts.blankGaps[level] + Self.gapWeight * Self.usualGaps.blank) / seen
      )
    }
    recountShares = (0...levelCount).map { level in
      let usual = Self.usualRecounts(level, of: levelCount)
      let seen = counts.recounted[level] + counts.counted[level]
      return (counts.recounted[level] + Self.recountWeight * usual) / (seen + Self.recountWeight)
    }
    for column in columns.indices { weighFields(column, meaning: columns[column].meaning, counts: counts) }
    weighShapes(counts)
  }

  func place(_ firstNew: Int, _ column: Int) -> Int { firstNew * columnCount + column }

  /// - Parameters:
  ///   - above: the deepest level of the row above; -1 for the first row.
  ///   - firstNew: the level of the first new label; the number of levels if there is none.
  ///   - leaf: the deepest level of the row; the number of levels if it has no new label.
  func shape(above: Int, firstNew: Int, leaf: Int) -> Double { shapes[shapePlace(above, firstNew, leaf)] }

  func shapePlace(_ above: Int, _ firstNew: Int, _ leaf: Int) -> Int {
    ((above + 1) * (levelCount + 1) + firstNew) * (levelCount + 1) + leaf
  }

  /// How likely it is that a covered level has an empty cell where merged cells are gone, as long as few rows begin with one.
  private static let seldomKept = 0.1
  /// The share of covered levels with empty cells where many rows begin with one, before any is seen, and how many levels
  /// that expectation weighs as much as.
  private static let usuallyKept = 0.6
  private static let coveredWeight = 3.0

  /// The share of rows that write open labels again, before any is seen, and how many rows that expectation weighs as much as:
  /// who fills every row does so in all of a table.
  private static let usuallyRepeated = 0.06
  private static let repeatWeight = 3.0

  /// How often a row leaves out a level between two of its labels, before any is seen, and how many rows that expectation weighs
  /// as much as.
  private static let usualGaps = (covered: 0.004, blank: 0.01)
  private static let gapWeight = 4.0

  /// How surely levels are written out by who is known to do so.
  private static let surelyShown = 0.98
  /// How many guessed rows a certain one outweighs.
  private static let certainty = 3.0

  // MARK: - Numbers

  /// How likely it is that the number of a row says what it does, by the row's first new level.
  func weight(of count: RowCounts.Count, firstNew: Int) -> Double {
    count == .first ? recountShares[firstNew] : 1 - recountShares[firstNew]
  }

  /// How often counting begins anew with a branch of a level, before any is seen: it counts the rows of the outermost ones,
  /// or at times those of the next.
  private static func usualRecounts(_ level: Int, of levelCount: Int) -> Double {
    if level == 0 { return 0.8 }
    return level < levelCount - 1 ? 0.1 : 0.01
  }

  /// How many rows the expectation weighs as much as.
  private static let recountWeight = 3.0

  // MARK: - Fields

  private mutating func weighFields(_ column: Int, meaning: FieldMeaning, counts: Counts) {
    let usual = usualShares(meaning)
    let all = (0...levelCount).reduce(into: (own: 0.0, missing: 0.0, blank: 0.0)) { sum, level in
      sum.own += counts.own[place(level, column)]
      sum.missing += counts.missing[place(level, column)]
      sum.blank += counts.blank[place(level, column)]
    }
    let weight = Self.usualWeight
    let total = all.own + all.missing + all.blank + weight
    let mean = (
      missing: (all.missing + weight * usual.missing) / total, blank: (all.blank + weight * usual.blank) / total
    )
    for level in 0...levelCount {
      let index = place(level, column)
      // Merged cells seldom reach from one channel into the next, and numbers never do: they count leaves or channels.
      let share = level > 0 ? 1 : meaning == .number ? 0.03 : 0.3
      let seen = counts.own[index] + counts.missing[index] + counts.blank[index] + weight
      missing[index] = (counts.missing[index] + weight * mean.missing * share) / seen
      blank[index] = (counts.blank[index] + weight * mean.blank) / seen
      own[index] = max(0.001, 1 - missing[index] - blank[index])
    }
  }

  /// How many rows the expectation weighs as much as.
  private static let usualWeight = 5.0

  private func usualShares(_ meaning: FieldMeaning) -> (missing: Double, blank: Double) {
    switch meaning {
    case .number: (0.2, 0.02)
    case .level: (0, 0)
    case .requirement, .target: (0.15, 0.05)
    case .responsible: (0.35, 0.02)
    case .lead: (0.3, 0.03)
    // Who helps is named less often than who leads.
    case .cooperating: (0.5, 0.08)
    case .update, .supply, .mode: (0.35, 0.08)
    case .remarks, .other: (0.15, 0.5)
    }
  }

  // MARK: - Shapes

  private mutating func weighShapes(_ counts: Counts) {
    let width = levelCount + 1
    // Over all rows, whatever stands above them.
    var begins = Array(repeating: 0.0, count: width)
    var ends = Array(repeating: 0.0, count: width * width)
    for above in 0...levelCount {
      for first in 0...levelCount {
        for leaf in 0...levelCount {
          let count = counts.shapes[(above * width + first) * width + leaf]
          begins[first] += count
          ends[first * width + leaf] += count
        }
      }
    }
    let total = begins.reduce(0, +)
    // How deep branches go, wherever they begin.
    let depths = (0..<levelCount).map { leaf in
      (0..<max(0, levelCount - 1)).reduce(0.0) { $0 + ends[$1 * width + leaf] }
    }
    let deepShare = belief.deepShare
    func independent(_ first: Int, _ leaf: Int) -> Double {
      let begin = (begins[first] + 6 * usualStart(first)) / (total + 6)
      guard first < levelCount - 1 else { return begin }
      let usual = leaf == levelCount - 1 ? deepShare : (1 - deepShare) / Double(max(1, levelCount - 1 - first))
      let deep = (depths[leaf] + 3 * usual) / (depths[first...].reduce(0, +) + 3)
      return begin * (ends[first * width + leaf] + 3 * deep) / (begins[first] + 3)
    }
    // Rows of channels without columns of their own seldom come one after the other.
    func steady(_ first: Int, _ leaf: Int) -> Double {
      leaf == 0 ? (levelCount == 1 ? 1 : 0.2) : first == leaf ? 0.7 : 0.3 / Double(leaf)
    }
    // How far rows keep the depth of the row above, as far as that is more than chance.
    var kept = Self.steadiness * Self.steadinessWeight
    var seen = Self.steadinessWeight
    for above in 0..<levelCount {
      for first in 0..<levelCount {
        for leaf in first..<levelCount {
          let count = counts.shapes[shapePlace(above, first, leaf)]
          guard count > 0 else { continue }
          seen += count
          guard leaf == above else { continue }
          let steady = Self.steadiness * steady(first, leaf)
          kept += count * steady / (steady + (1 - Self.steadiness) * independent(first, leaf))
        }
      }
    }
    let steadiness = kept / seen
    for above in -1..<levelCount {
      let weight = Self.shapeWeight
      let rows = (0..<(width * width)).reduce(0.0) { $0 + counts.shapes[(above + 1) * width * width + $1] }
      for first in 0...levelCount {
        for leaf in 0...levelCount where first == levelCount ? leaf == levelCount : leaf >= first && leaf < levelCount {
          var usual = independent(first, leaf)
          if above >= 0, first < levelCount {
            usual = (1 - steadiness) * usual + (leaf == above ? steadiness * steady(first, leaf) : 0)
          }
          if above < 0, first > 0 { usual *= 0.02 }
          let place = shapePlace(above, first, leaf)
          shapes[place] = (counts.shapes[place] + weight * usual) / (rows + weight)
        }
      }
    }
  }

  private static let steadiness = 0.4
  private static let steadinessWeight = 10.0
  private static let shapeWeight = 12.0

  /// The share of rows that are new from a level on, before any is seen.
  private func usualStart(_ level: Int) -> Double {
    if level == levelCount { return 0.03 }
    if level == levelCount - 1 { return 0.6 }
    return level == 0 ? 0.12 : 0.3
  }
}
