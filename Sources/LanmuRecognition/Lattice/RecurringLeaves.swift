/// Where in a document last labels come more than once.
///
/// They do so in runs (the same columns below each of many departments): a leaf that comes again among others that do says
/// little of its level, and so does one that comes once among others that come once.
struct RecurringLeaves: Sendable {
  /// For each row, by how much higher the odds are around it than in the whole document that a last label comes again.
  let odds: [Double]

  /// Takes time linear in the number of rows.
  ///
  /// - Parameter isAgain: for each row, whether its last label comes more than once; `nil` where it tells nothing.
  init(_ isAgain: [Bool?]) {
    var sums = [(again: 0, all: 0)]
    for own in isAgain {
      let last = sums[sums.count - 1]
      sums.append((last.again + (own == true ? 1 : 0), last.all + (own == nil ? 0 : 1)))
    }
    let neighbours = Neighbours(isAgain)
    odds = isAgain.indices.map { row in
      // Each row is weighed by the others alone.
      func others(_ range: Range<Int>) -> (again: Double, all: Double) {
        let (start, end) = (sums[range.lowerBound], sums[range.upperBound])
        let own = isAgain[row]
        return (
          Double(end.again - start.again - (own == true ? 1 : 0)), Double(end.all - start.all - (own == nil ? 0 : 1))
        )
      }
      let whole = others(isAgain.startIndex..<isAgain.endIndex)
      guard whole.again > 0, whole.again < whole.all else { return 1 }
      let near = others(max(0, row - Self.reach)..<min(isAgain.count, row + Self.reach + 1))
      let usual = whole.again / whole.all
      let around = (near.again + Self.usualWeight * usual) / (near.all + Self.usualWeight)
      let tellsNeighbours = min(whole.again, whole.all - whole.again) >= Self.leastContrast
      let share = tellsNeighbours ? neighbours.share(of: row, usual: around) : around
      return share * (1 - usual) / (usual * (1 - share))
    }
  }

  /// How often a last label comes again between two of which it is known whether they do: those of one branch are mostly alike.
  private struct Neighbours {
    private let isAgain: [Bool?]
    private var again = Array(repeating: 0.0, count: 9)
    private var all = Array(repeating: 0.0, count: 9)

    init(_ isAgain: [Bool?]) {
      self.isAgain = isAgain
      for (row, own) in isAgain.enumerated() {
        guard let own else { continue }
        all[place(row)] += 1
        if own { again[place(row)] += 1 }
      }
    }

    private func place(_ row: Int) -> Int { 3 * kind(row - 1) + kind(row + 1) }

    private func kind(_ row: Int) -> Int {
      guard isAgain.indices.contains(row), let again = isAgain[row] else { return 0 }
      return again ? 1 : 2
    }

    /// The share of last labels between such neighbours that come again, the row's own left out.
    ///
    /// - Parameter usual: the share among those around, whatever their neighbours.
    func share(of row: Int, usual: Double) -> Double {
      let place = place(row)
      let own = isAgain[row]
      let seen = all[place] - (own == nil ? 0 : 1)
      return (again[place] - (own == true ? 1 : 0) + RecurringLeaves.neighbourWeight * usual)
        / (seen + RecurringLeaves.neighbourWeight)
    }
  }

  /// With fewer labels that come again, or that do not, nothing is known of how those of one branch go together.
  private static let leastContrast = 4.0
  /// How many rows between such neighbours the share of those around weighs as much as.
  private static let neighbourWeight = 4.0

  /// How many rows above and below count as around a row, and how many rows the whole document weighs as much as.
  private static let reach = 8
  private static let usualWeight = 12.0
}
