/// How often each field has a cell of its own, and how deep rows go, told apart by the level at which a row's labels begin
/// to be new.
///
/// Merged cells seldom reach from one channel into the next: the first row of a channel fills nearly every field, and a row
/// that opens nothing shares many with the row above. So what a row fills speaks of where its labels stand.
struct CoverageHabit: Sendable {
  /// Counts of rows, by the level of their first new label; one place more for rows without new labels.
  struct Counts: Sendable {
    fileprivate var rows: [Double]
    fileprivate var filled: [[Double]]
    /// By the level of the first new label and that of the deepest.
    fileprivate var leaves: [[Double]]

    init(levels: Int, columns: Int) {
      rows = Array(repeating: 0, count: levels + 1)
      filled = Array(repeating: Array(repeating: 0, count: columns), count: levels + 1)
      leaves = Array(repeating: Array(repeating: 0, count: levels + 1), count: levels + 1)
    }

    mutating func note(_ columns: [Int], firstNew: Int, leaf: Int) {
      rows[firstNew] += 1
      leaves[firstNew][leaf] += 1
      for column in columns { filled[firstNew][column] += 1 }
    }
  }

  /// For each level of a first new label, and for each column, what it costs to fill it and to leave it to a cell above.
  private let coverPrices: [[(filled: Double, covered: Double)]]
  /// For each level of a first new label, and each level of the deepest one, what it costs that a row is such.
  private let shapePrices: [[Double]]

  /// - Parameters:
  ///   - weighed: the columns that count; for all others a cell says nothing.
  ///   - loudness: how much more the counts weigh than where most of them are guesses.
  init(_ counts: Counts, weighed: Set<Int>, loudness: Double = 1) {
    let (coverWeight, shapeWeight) = (Self.coverWeight * loudness, Self.shapeWeight * loudness)
    let levels = counts.rows.count - 1
    let total = counts.rows.reduce(0, +)
    shapePrices = (0...levels).map { first in
      let begins = (counts.rows[first] + 6 * Self.usualShare(of: first, levels: levels)) / (total + 6)
      return (0...levels).map { leaf in
        guard first < levels, leaf < levels, leaf >= first else { return shapeWeight * Likelihood.price(begins) }
        // Before any row is seen, most branches are taken to go down to the deepest level.
        let usual = leaf == levels - 1 ? 0.7 : 0.3 / Double(max(1, levels - 1 - first))
        let ends = (counts.leaves[first][leaf] + 3 * usual) / (counts.rows[first] + 3)
        return shapeWeight * (Likelihood.price(begins) + Likelihood.price(ends))
      }
    }
    coverPrices = counts.rows.indices.map { level in
      counts.filled[level].indices.map { column in
        guard weighed.contains(column) else { return (0, 0) }
        let average = counts.filled.reduce(0) { $0 + $1[column] } / max(1, total)
        // Likewise the first row of a channel is taken to fill what is filled at all, others as much as the average.
        let usual = level == 0 ? 1 - (1 - average) * 0.4 : average
        let share = (counts.filled[level][column] + 3 * usual) / (counts.rows[level] + 3)
        return (
          coverWeight * (Likelihood.price(share) - Likelihood.price(average)),
          coverWeight * (Likelihood.price(1 - share) - Likelihood.price(1 - average))
        )
      }
    }
  }

  /// For each level at which a row could be new, the cost of filling just these columns, beside what they cost on average.
  func prices(ofFilled columns: [Int]) -> [Double] {
    let filled = Set(columns)
    return coverPrices.map { prices in
      prices.indices.reduce(0) { $0 + (filled.contains($1) ? prices[$1].filled : prices[$1].covered) }
    }
  }

  /// What it costs that a row's labels are new from one level on and reach down to another; both are the number of levels
  /// for a row without labels.
  func price(firstNew: Int, leaf: Int) -> Double { shapePrices[firstNew][leaf] }

  // Fields are not independent of each other, and the counts of a first pass are not all right: both speak in a low voice,
  // shapes in the lowest, since plans of the real world change theirs from channel to channel.
  private static let coverWeight = 0.4
  private static let shapeWeight = 0.2

  /// The share of rows that are new from a level on, before any is seen.
  private static func usualShare(of level: Int, levels: Int) -> Double {
    if level == levels { return 0.02 }
    if level == levels - 1 { return 0.6 }
    return level == 0 ? 0.12 : 0.3
  }
}
