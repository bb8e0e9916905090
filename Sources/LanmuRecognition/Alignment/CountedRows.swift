/// The running numbers of a table's rows: where counting begins again, a branch mostly begins, too, and none where it goes on.
///
/// At which level it does is learnt from the table.
struct CountedRows: Sendable {
  /// Whether counting begins again with a row; `nil` where it has no number to tell.
  let restarts: [Bool?]
  /// By whether counting begins again, and by the level at which a row's labels begin, what this costs.
  private var prices: [Bool: [Double]] = [:]

  init(_ rows: [[AlignableCell]], columns: [LogicalColumn]) {
    guard columns.first?.meaning == .number else {
      restarts = Array(repeating: nil, count: rows.count)
      return
    }
    var last: Ordinal?
    restarts = rows.map { cells in
      guard let cell = cells.first(where: { !$0.isEmpty }), cell.evidence.isNumber,
        let number = Ordinal(cell.text.filter { $0.isASCII && ($0.isNumber || $0 == ".") })
      else { return nil }
      defer { last = number }
      return last.map { number <= $0 } ?? true
    }
  }

  /// Learns from the levels at which the labels of all rows begin.
  mutating func learn(_ firsts: [Int], levels: Int) {
    prices = [:]
    guard restarts.contains(false), restarts.dropFirst().contains(true) else { return }
    func shares(_ isMeant: (Bool) -> Bool, prior: [Double]) -> [Double] {
      var counts = prior.map { $0 * Self.caution }
      for (first, restart) in zip(firsts, restarts) where restart.map(isMeant) == true { counts[first] += 1 }
      let total = counts.reduce(0, +)
      return counts.map { $0 / total }
    }
    let all = shares({ _ in true }, prior: Array(repeating: 1 / Double(levels + 1), count: levels + 1))
    for restart in [true, false] {
      let own = shares({ $0 == restart }, prior: all)
      prices[restart] = zip(own, all).map { Self.weight * (Likelihood.price($0) - Likelihood.price($1)) }
    }
  }

  /// What it costs that the labels of a row begin at a level, beside what it costs on average.
  func price(of row: Int, beginningAt first: Int) -> Double {
    restarts[row].flatMap { prices[$0] }.map { $0[first] } ?? 0
  }

  /// How many rows the average of the table weighs as much as.
  private static let caution = 2.0
  private static let weight = 0.8
}
