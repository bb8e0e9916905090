/// Which labels of a document come more than once, and at which levels such labels stand.
///
/// Labels of outer branches seldom come twice; those of the deepest level often do (政策法规 under many a branch).
struct LabelHabits: Sendable {
  private let levelCount: Int
  /// For each label, the number of rows in which it may be one, page breaks apart.
  private var occurrences: [Int]
  /// How often any label stands at a level, and how often one that comes more than once.
  private var all: [Double]
  private var recurring: [Double]

  /// - Parameter rows: for each row that does not follow a page break, the labels that its readings may give it.
  init(levelCount: Int, labelCount: Int, rows: [Set<Int>]) {
    self.levelCount = levelCount
    occurrences = Array(repeating: 0, count: labelCount)
    for labels in rows { for label in labels { occurrences[label] += 1 } }
    all = Array(repeating: 0, count: levelCount)
    recurring = all
  }

  /// Notes that a label stands at a level with a probability.
  mutating func note(_ label: Int, level: Int, probability: Double) {
    all[level] += probability
    if recurs(label) { recurring[level] += probability }
  }

  /// Whether a label comes more than once.
  func recurs(_ label: Int) -> Bool { label < occurrences.count && occurrences[label] > 1 }

  /// How likely it is that a label at a level comes as often as this one does: once, or more than once.
  func weight(_ label: Int, level: Int) -> Double {
    let usual = level == levelCount - 1 && level > 0 ? 0.35 : level == 0 ? 0.04 : 0.12
    let share = (recurring[level] + Self.usualWeight * usual) / (all[level] + Self.usualWeight)
    return recurs(label) ? share : 1 - share
  }

  /// How many labels the expectation weighs as much as.
  private static let usualWeight = 6.0
}
