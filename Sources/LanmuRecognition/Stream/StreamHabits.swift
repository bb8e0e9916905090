/// How often each field of a stream's rows is covered, as prices: what it costs that a field is covered, or holds a cell, and
/// that a row begins at a field.
struct StreamHabits {
  private(set) var covered: [Double]
  private(set) var present: [Double]
  /// By the first level, or field behind the levels, in which a row has a cell of its own.
  private(set) var start: [Double]

  /// What is expected before any row is seen: cells of one's own are free, and fields that say what is demanded are seldom
  /// covered, while numbers often are beside a label that is.
  ///
  /// The prices are no rates that add up, and deliberately low, so that the first cut does leave fields covered: alone they
  /// would say so of two numbers in three, of half the other fields and of one demand in five.
  init(of columns: [LogicalColumn], data: Int) {
    covered = columns.map { column in
      switch column.meaning {
      case .number: 0.4
      case .requirement: 1.5
      default: 0.6
      }
    }
    present = columns.map { _ in 0 }
    start = columns.indices.map { $0 < data ? Self.usualStart : $0 == data ? Self.labelless : Self.torn }
  }

  /// What some rows show: the negative logarithms of how often each thing happened.
  init(of columns: [LogicalColumn], from rows: [[StreamCut.Place]], outermost: Int, data: Int) {
    let total = Double(rows.count)
    var own = columns.map { _ in 0.0 }
    var starts = columns.map { _ in 0.0 }
    for row in rows {
      for place in row { own[place.column] += 1 }
      if let first = row.first(where: { $0.column >= outermost }) { starts[first.column] += 1 }
    }
    func cost(_ count: Double) -> Double { -Likelihood.logarithm((count + 0.5) / (total + 1)) }
    covered = own.map { cost(total - $0) }
    present = own.map { cost($0) }
    start = columns.indices.map { max(cost(starts[$0]), $0 > data ? Self.leastTorn : 0) }
  }

  /// What it costs at first that a row begins at a level, whichever it is. Deliberately low, too: alone it would say so of two
  /// rows in three, at each level.
  private static let usualStart = 0.4
  /// What it costs at first that a row has no label of its own: one in twelve may.
  private static let labelless = 2.5
  /// The same where a row lacks what comes first behind the labels, too: one in a hundred and fifty may.
  private static let torn = 5.0
  /// What such a row costs at the least: however often a cut has them, they stay as rare as rows without a label are at first.
  private static let leastTorn = torn / 2

  /// What it costs that all fields from one up to another are covered, behind the levels: what is merged over some fields is so
  /// over those beside them, as a rule.
  func skips(from data: Int) -> [[Double]] {
    (0...covered.count).map { from in
      (0...covered.count).map { to in
        let run = covered[max(from, data)..<max(from, data, to)]
        let most = run.max() ?? 0
        return most + Self.beside * (run.reduce(0, +) - most)
      }
    }
  }

  /// What a covered field beside one that is covered costs, of what it costs alone.
  private static let beside = 0.3
}
