/// Where in a document last labels come more than once.
///
/// They do so in runs (the same columns below each of many departments): a leaf that comes again among others that do says
/// little of its level, and so does one that comes once among others that come once.
struct RecurringLeaves: Sendable {
  /// For each row, by how much higher the odds are around it than in the whole document that a last label comes again.
  let odds: [Double]

  /// Takes time linear in the number of rows.
  ///
  /// - Parameters:
  ///   - isAgain: for each row, whether its last label comes more than once; `nil` where it tells nothing.
  ///   - begins: the rows that begin a branch: what stands above them belongs to another.
  init(_ isAgain: [Bool?], beginningAt begins: Set<Int> = []) {
    var sums = [(again: 0, all: 0)]
    for own in isAgain {
      let last = sums[sums.count - 1]
      sums.append((last.again + (own == true ? 1 : 0), last.all + (own == nil ? 0 : 1)))
    }
    let neighbours = Neighbours(isAgain, beginningAt: begins)
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

  /// How often a last label comes again between two of its branch of which it is known whether they do: those of one branch are
  /// mostly alike.
  private struct Neighbours {
    private let isAgain: [Bool?]
    private let places: [Int]
    private var again = Array(repeating: 0.0, count: 9)
    private var all = Array(repeating: 0.0, count: 9)

    init(_ isAgain: [Bool?], beginningAt begins: Set<Int>) {
      self.isAgain = isAgain
      // Rows that tell nothing part no neighbours. What stands above the row that a branch begins with belongs to another, and tells
      // nothing of it; the last row of a branch has that row next to it.
      var places = Array(repeating: 0, count: isAgain.count)
      var nearest: Bool?
      for row in isAgain.indices {
        if begins.contains(row) { nearest = nil }
        places[row] = 3 * Self.kind(nearest)
        nearest = isAgain[row] ?? nearest
      }
      nearest = nil
      for row in isAgain.indices.reversed() {
        places[row] += Self.kind(nearest)
        nearest = begins.contains(row) ? isAgain[row] : isAgain[row] ?? nearest
      }
      self.places = places
      for (row, own) in isAgain.enumerated() {
        guard let own else { continue }
        all[places[row]] += 1
        if own { again[places[row]] += 1 }
      }
    }

    private static func kind(_ isAgain: Bool?) -> Int { isAgain.map { $0 ? 1 : 2 } ?? 0 }

    /// The share of last labels between such neighbours that come again, the row's own left out.
    ///
    /// - Parameter usual: the share among those around, whatever their neighbours.
    func share(of row: Int, usual: Double) -> Double {
      let place = places[row]
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
