/// Finds where rows begin in a stream of cells whose covered ones are gone.
///
/// Labels are covered from the outermost level inwards, so that those of a row's own are the last ones; of the other fields any
/// may be covered. The likeliest cut is found by dynamic programming over the place of each cell, and how often each field is
/// covered is learned from it, a few times. Time is linear in the cells.
struct StreamRowSearch {
  private let columns: [LogicalColumn]
  /// The first level, and the first field behind the last one.
  private let outermost: Int
  private let data: Int

  init(columns: [LogicalColumn]) {
    self.columns = columns
    outermost = columns.levels.first ?? 0
    data = (columns.levels.last ?? 0) + 1
  }

  /// The rows; `nil` if whole rows fit about as well, or none fits well.
  ///
  /// - Parameters:
  ///   - texts: the cells' texts without white space.
  ///   - breaks: the cells with which a row begins for certain.
  ///   - areWhole: whether there are as many cells as fill whole rows.
  func rows(_ texts: [String], breaks: Set<Int>, areWhole: Bool) -> (rows: [[StreamCut.Place]], isClear: Bool)? {
    guard let (cut, prices) = search(texts, breaks: breaks) else { return nil }
    let rows = cut.rows
    let costs = texts.indices.map { prices[$0][cut.columns[$0]] }
    let filled = Double(texts.count { !$0.isEmpty })
    let price = texts.indices.reduce(0.0) { texts[$1].isEmpty ? $0 : $0 + costs[$1] }
    guard rows.contains(where: { $0.count < columns.count }), price <= Self.dearest * filled else { return nil }
    // Whole rows cover nothing.
    let whole = texts.indices.reduce(0.0) { $0 + prices[$1][$1 % columns.count] }
    let lost = Double(rows.reduce(0) { $0 + columns.count - $1.count })
    let clear = max(Self.clear, (areWhole ? Self.clearOfWhole : Self.clearShare) * filled)
    guard costs.reduce(0, +) + Self.lostCell * lost + clear < whole else { return nil }
    let unfit = costs.count { $0 > Self.unfit }
    return (rows, Double(unfit) <= Self.fewUnfit * filled)
  }

  /// How badly the likeliest cut of some cells fits, a cell on the average.
  func misfit(_ texts: [String]) -> Double {
    guard let found = search(texts, breaks: []) else { return .infinity }
    return found.cut.cost / Double(texts.count)
  }

  /// The likeliest cut, and what each text costs in each field beside it.
  private func search(_ texts: [String], breaks: Set<Int>) -> (cut: StreamCut, prices: [[Double]])? {
    let content = StreamPrices(texts, columns: columns)
    var habits = StreamHabits(of: columns, data: data)
    // No cell of the first row is covered by any above it.
    var places = Array(columns.indices.prefix(texts.count))
    var best: (cut: StreamCut, prices: [[Double]])?
    for round in 0..<Self.rounds {
      let prices = content.prices(learnedFrom: places)
      let cutter = StreamCutter(columns: columns, habits: habits, outermost: outermost, data: data)
      guard let cut = cutter.cut(prices, breaks: breaks) else { return nil }
      best = (cut, prices)
      if round > 0, cut.columns == places { break }
      places = cut.columns
      habits = StreamHabits(of: columns, from: cut.rows, outermost: outermost, data: data)
    }
    return best
  }

  /// So many times a stream is cut at the most: few cuts still change after the third, and two more are for those.
  private static let rounds = 5
  /// The most that texts may cost on the average where they were put: a text that may stand anywhere costs little more than this.
  static let dearest = 1.3
  /// From this price on a text does not fit its field, and the share of such texts in a cut that is clear.
  private static let unfit = 2.6
  private static let fewUnfit = 0.02
  /// What a lost cell counts where whole rows are possible: each one is a freedom that whole rows do not have.
  private static let lostCell = 0.3
  /// By how much a cut must be better than whole rows in all, and by how much a cell: more where there are as many cells as
  /// whole rows need, which covered ones seldom leave.
  private static let clear = 8.0
  private static let clearShare = 0.25
  private static let clearOfWhole = 0.5
}
