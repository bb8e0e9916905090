/// How deep the labels of a table's rows go: a row that has lost a field before its labels seems to end less deep than the others.
struct DepthHabit: Sendable {
  /// For each level, and for none, how many rows end there.
  struct Counts: Sendable {
    fileprivate var depths: [Double]

    init(levels: Int) { depths = Array(repeating: 0, count: levels + 1) }

    /// Remembers at which level the labels of a row end.
    mutating func note(_ reading: RowReading, weight: Double = 1) {
      depths[reading.levels.last ?? depths.count - 1] += weight
    }
  }

  private let prices: [Double]

  init(_ counts: Counts) {
    let deepest = counts.depths.count - 2
    let seen = counts.depths.enumerated().map { $1 + ($0 == deepest ? Self.usualDeep : Self.usualShallow) }
    let total = seen.reduce(0, +)
    prices = seen.map { Self.weight * Likelihood.price($0 / total) }
  }

  /// What it costs that the labels of a row end at a level; `nil` for a row that has none.
  func price(of leaf: Int?) -> Double { leaf.map { prices[$0] } ?? prices.last ?? 0 }

  /// How many rows of each depth are taken to be known before any is seen: most go down to the deepest level.
  private static let usualShallow = 1.0
  private static let usualDeep = 3.0
  /// Fields are not independent of each other, and depths change from branch to branch; set by hand.
  private static let weight = 0.22
}
