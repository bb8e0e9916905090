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
      let share = (near.again + Self.usualWeight * usual) / (near.all + Self.usualWeight)
      return share * (1 - usual) / (usual * (1 - share))
    }
  }

  /// How many rows above and below count as around a row, and how many rows the whole document weighs as much as.
  private static let reach = 8
  private static let usualWeight = 12.0
}
