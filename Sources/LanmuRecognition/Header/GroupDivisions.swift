/// The ways in which the labels of a header's second row, in their order, divide labels of the first one, in theirs, where both
/// rows list only their own labels: for each number of labels that are divided, the likeliest way.
///
/// Exact, by dynamic programming over the labels of the first row; takes time O(above × below² × (below + groups)), since each
/// run of labels below is read for each label above.
struct GroupDivisions {
  /// By how many labels are divided, one more than the place, for each label above the labels below that divide it; `nil` where
  /// labels cannot be parted so.
  private(set) var ways: [[Range<Int>]?] = []
  /// How many runs of labels were tried below a label.
  private(set) var steps = 0

  /// A label over a single one is not divided by it.
  static let shortestRun = 2

  /// - Parameter most: how many labels may be divided at most; at least 1.
  init(of above: ArraySlice<HeaderWord>, by below: ArraySlice<HeaderWord>, most: Int) {
    let top = Array(above)
    let count = below.count
    // By how many labels below are placed and how many above divided, the cheapest way to have come so far.
    let none = Array(repeating: Double.infinity, count: most + 1)
    var cost = Array(repeating: none, count: count + 1)
    cost[0][0] = 0
    // By label above, the same places, and how many of the labels below divide it in that way.
    var taken: [[[Int]]] = []
    for group in top {
      var next = cost
      var runs = Array(repeating: Array(repeating: 0, count: most + 1), count: count + 1)
      for first in 0..<count where cost[first].contains(where: { $0 < .infinity }) {
        for end in stride(from: first + Self.shortestRun, through: count, by: 1) {
          steps += 1
          let own = group.cost(of: below[(below.startIndex + first)..<(below.startIndex + end)])
          for groups in 1...most where cost[first][groups - 1] + own < next[end][groups] {
            next[end][groups] = cost[first][groups - 1] + own
            runs[end][groups] = end - first
          }
        }
      }
      taken.append(runs)
      cost = next
    }
    ways = (1...most).map { groups in
      guard cost[count][groups] <= HeaderWord.greatestCost * Double(count) else { return nil }
      return Self.way(back: taken, from: count, groups: groups)
    }
  }

  private static func way(back taken: [[[Int]]], from count: Int, groups: Int) -> [Range<Int>] {
    var (end, groups) = (count, groups)
    var way: [Range<Int>] = []
    for runs in taken.reversed() {
      let run = runs[end][groups]
      way.append(end - run..<end)
      if run > 0 { (end, groups) = (end - run, groups - 1) }
    }
    return way.reversed()
  }
}
