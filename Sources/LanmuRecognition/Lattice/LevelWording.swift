/// How the labels of each level of a document are worded: which pairs of characters they hold.
///
/// Labels of one level are often named after one pattern (…信息, …公开), so a label is likelier where others share its
/// pairs. Each row is weighed by the other rows alone.
struct LevelWording: Sendable {
  private let levelCount: Int
  /// For each label, the numbers of its pairs.
  private let pairsOfLabel: [[Int]]
  /// Pair × levels + level: in how many labels of the level it stands, by probability.
  private var seen: [Double]
  private var all: [Double]

  init(levelCount: Int, labels: [String]) {
    self.levelCount = levelCount
    var numbers: [UInt64: Int] = [:]
    pairsOfLabel = labels.map { label in
      let scalars = [0] + label.unicodeScalars.map { UInt64($0.value) } + [0]
      return zip(scalars, scalars.dropFirst()).map { pair in
        let key = pair.0 << 32 | pair.1
        if let known = numbers[key] { return known }
        numbers[key] = numbers.count
        return numbers.count - 1
      }
    }
    seen = Array(repeating: 0, count: numbers.count * levelCount)
    all = Array(repeating: 0, count: levelCount)
  }

  mutating func note(_ label: Int, level: Int, probability: Double) {
    for pair in pairsOfLabel[label] { seen[pair * levelCount + level] += probability }
    all[level] += probability
  }

  /// How much likelier than on average a label is at a level, by its wording alone; around 1.
  ///
  /// - Parameter own: what the row itself noted of this label by level, to be left out.
  func weight(_ label: Int, level: Int, own: [Double]) -> Double {
    guard label < pairsOfLabel.count, all[level] > 0 else { return 1 }
    let own = own.isEmpty ? Array(repeating: 0, count: levelCount) : own
    let total = all.reduce(0, +)
    let base = (all[level] + 1) / (total + Double(levelCount))
    var sum = 0.0
    for pair in pairsOfLabel[label] {
      var others = 0.0
      for other in 0..<levelCount { others += max(0, seen[pair * levelCount + other] - own[other]) }
      let here = max(0, seen[pair * levelCount + level] - own[level])
      guard others > 0.01 else { continue }
      sum += Likelihood.logarithm((here + 2 * base) / (others + 2) / base)
    }
    return Likelihood.exponential(min(1.5, max(-1.5, 0.5 * sum)))
  }
}
