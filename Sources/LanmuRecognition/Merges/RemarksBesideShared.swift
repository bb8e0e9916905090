/// What rows that share everything but their labels with the row above say of its remarks: whether these are shared as well.
///
/// Remarks belong to one column of the site as a rule, and then stand in rows that share all else as often as in others. Where
/// hardly any of many such rows has some, merged cells reach over them, too.
struct RemarksBesideShared: Sendable {
  /// The logarithm of the odds that the empty cells of those rows are covered.
  let leaning: Double

  /// - Parameters:
  ///   - rows: the aligned rows.
  ///   - column: the grid column of the remarks.
  ///   - saysNothing: for each row, whether it shares all else.
  init(_ rows: [AlignedRow], column: Int, saysNothing: [Bool]) {
    var (own, shared) = (Count(), Count())
    for (row, isShared) in zip(rows, saysNothing) {
      if isShared { shared.add(row.slots[column].hasText) } else { own.add(row.slots[column].hasText) }
    }
    // If none is shared, there are as many as elsewhere.
    let asElsewhere = shared.likelihood(ofShare: own.share)
    leaning = min(Self.most, Self.usual + shared.likelihood(ofShare: min(own.share, shared.share)) - asElsewhere)
  }

  /// How many of so many rows have remarks.
  private struct Count {
    var filled = 0.0
    var all = 0.0

    mutating func add(_ isFilled: Bool) {
      all += 1
      if isFilled { filled += 1 }
    }

    /// One more row with remarks and one without them, so that no share is certain.
    var share: Double { (filled + 1) / (all + 2) }

    func likelihood(ofShare share: Double) -> Double {
      filled * Likelihood.logarithm(share) + (all - filled) * Likelihood.logarithm(1 - share)
    }
  }

  /// How likely remarks are shared at all, and the most that can be known of it: no other plan may write remarks so. Set by hand.
  private static let usual = -4.4
  private static let most = 1.5
}
