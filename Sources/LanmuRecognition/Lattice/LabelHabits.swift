/// Which labels of a document come more than once, and at which levels such labels stand.
///
/// Labels of outer branches seldom come twice; those of the deepest level often do (政策法规 under many a branch).
struct LabelHabits: Sendable {
  private let levelCount: Int
  /// For each label, the number of rows in which it may be one, page breaks apart.
  private let occurrences: [Int]
  /// How often any label stands at a level, and how often one that comes more than once.
  private var all: [Double]
  private var recurring: [Double]
  /// The share of labels of the deepest level that come more than once, before any is seen.
  private let usualLeaves: Double
  private let around: RecurringLeaves

  /// - Parameters:
  ///   - rows: for each row that does not follow a page break, the labels that its readings may give it.
  ///   - leaves: the last label of each row, whatever its level; `nil` below page breaks, and where a row has none.
  ///   - begins: the rows that begin a branch.
  init(levelCount: Int, labelCount: Int, rows: [Set<Int>], leaves: [Int?], beginningAt begins: Set<Int> = []) {
    self.levelCount = levelCount
    var occurrences = Array(repeating: 0, count: labelCount)
    for labels in rows { for label in labels { occurrences[label] += 1 } }
    self.occurrences = occurrences
    all = Array(repeating: 0, count: levelCount)
    recurring = all
    let isAgain = leaves.map { leaf in leaf.map { occurrences[$0] > 1 } }
    let again = Double(isAgain.count { $0 == true })
    let share =
      (again + Self.usualWeight * Self.usualLeafShare) / (Double(isAgain.count { $0 != nil }) + Self.usualWeight)
    around = RecurringLeaves(isAgain, beginningAt: begins)
    // Last labels of shallow branches seldom come again, so that those of the deepest level do no less often.
    usualLeaves = max(Self.usualLeafShare, share)
  }

  /// Notes that a label stands at a level with a probability.
  mutating func note(_ label: Int, level: Int, probability: Double) {
    all[level] += probability
    if recurs(label) { recurring[level] += probability }
  }

  /// Whether a label comes more than once.
  func recurs(_ label: Int) -> Bool { label < occurrences.count && occurrences[label] > 1 }

  /// How likely it is that a label at a level comes as often as this one does: once, or more than once.
  ///
  /// - Parameters:
  ///   - isLast: whether it is the last label of its row, which is weighed by those around it, too.
  ///   - row: the row that the label stands in.
  ///   - own: how probably the label itself was noted at the level; each is weighed by the others alone.
  func weight(_ label: Int, level: Int, isLast: Bool, in row: Int, own: Double) -> Double {
    let isLeaf = level == levelCount - 1 && level > 0
    let usual = isLeaf ? usualLeaves : level == 0 ? Self.usualChannelShare : Self.usualInnerShare
    let recurs = recurs(label)
    let others = max(0, all[level] - own)
    let fellows = recurs ? max(0, recurring[level] - own) : recurring[level]
    var share = (fellows + Self.usualWeight * usual) / (others + Self.usualWeight)
    if isLast {
      let odds = around.odds[row] * share
      share = odds / (odds + 1 - share)
    }
    return recurs ? share : 1 - share
  }

  /// The share of labels that come more than once, by level, before any is seen.
  private static let usualChannelShare = 0.04
  private static let usualInnerShare = 0.12
  private static let usualLeafShare = 0.35
  /// How many labels the expectation weighs as much as.
  private static let usualWeight = 4.0
}
