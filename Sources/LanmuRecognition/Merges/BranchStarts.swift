/// How surely the texts of a field stand where branches begin, and not anywhere: the mark of cells merged over branches.
///
/// Who leaves cells empty leaves them empty in any rows. The chance that so many of the texts then stand in first rows of
/// branches is that of drawing them blindly from all rows (the hypergeometric distribution); it is the smaller, the fewer
/// texts there are and the more rows stand below each. A text in the first row of the table alone counts as well.
struct BranchStarts: Sendable {
  /// The logarithm of how unlikely it is that the texts stand as they do by chance; 0 where nothing tells.
  let surprise: Double
  /// How many labels the first row of such a branch shares with the row above at most, its section counted as one; -1 if the
  /// whole table is one branch.
  let depth: Int

  /// - Parameters:
  ///   - hasText: for each row, whether the field has a text.
  ///   - shared: for each row, how many labels it shares with the row above, its section counted as one; the first row none.
  ///   - beginsPage: rows whose text may be a merged one that is said again.
  ///   - isFlat: whether labels stand below none, so that only sections part the rows.
  init(hasText: [Bool], shared: [Int], beginsPage: [Bool], isFlat: Bool) {
    let rows = shared.count
    let firsts = (0..<rows).map { hasText[$0] && !beginsPage[$0] }
    let texts = firsts.count { $0 }
    var depths = Set(shared.dropFirst())
    if isFlat { depths.formIntersection([0]) }
    let deepest = shared.dropFirst().max() ?? 0
    depths.remove(deepest)
    let candidates = [-1] + depths.sorted()
    var best = (surprise: 0.0, depth: -1)
    guard rows > 1, texts > 0, texts < rows else {
      (surprise, depth) = best
      return
    }
    let chances = Self.Chances(upTo: rows)
    for depth in candidates {
      let starts = (0..<rows).filter { $0 == 0 || shared[$0] <= depth }
      let chance = chances.drawing(texts, of: rows, atLeast: starts.count { firsts[$0] }, among: starts.count)
      // The depth was chosen for its surprise.
      let surprise = -Likelihood.logarithm(chance) - Likelihood.logarithm(Double(candidates.count))
      if surprise > best.surprise { best = (surprise, depth) }
    }
    (surprise, depth) = best
  }

  /// Chances of drawing rows blindly, by sums of logarithms.
  private struct Chances {
    private var factorials = [0.0]

    init(upTo count: Int) {
      for number in stride(from: 1, through: count, by: 1) {
        factorials.append(factorials[number - 1] + Likelihood.logarithm(Double(number)))
      }
    }

    private func ways(_ chosen: Int, of count: Int) -> Double {
      factorials[count] - factorials[chosen] - factorials[count - chosen]
    }

    /// How likely at least so many of the drawn rows are among some of all rows.
    func drawing(_ drawn: Int, of count: Int, atLeast least: Int, among some: Int) -> Double {
      let most = min(drawn, some)
      let fewest = max(least, drawn - (count - some))
      guard fewest <= most else { return 1 }
      let sum = (fewest...most).reduce(0) { sum, hit in
        sum
          + Likelihood.exponential(ways(hit, of: some) + ways(drawn - hit, of: count - some) - ways(drawn, of: count))
      }
      return max(Self.least, min(1, sum))
    }

    private static let least = 1e-12
  }
}
