/// What the requirements of a table say of whether a row without one shares the one above: below which of them rows have none.
///
/// What several columns share speaks of none of them in particular, whereas cells that were left empty stand below any
/// requirement, also below those that speak of their own column.
struct SharedRequirementHabit: Sendable {
  /// What is added to the logarithm of the odds that a row shares a requirement above it that does not speak of its own column.
  let leaning: Double
  /// The share of requirements that speak of the column beside which they stand.
  let ownShare: Double
  /// Whether many requirements name the column beside which they stand: one for several would have been worded for all.
  let namesOwn: Bool

  /// - Parameters:
  ///   - rows: the aligned rows.
  ///   - column: the grid column of requirements.
  ///   - paths: for each row, its labels.
  init(_ rows: [AlignedRow], column: Int, paths: [[String]]) {
    var (own, general) = (0, 0)
    var naming = 0
    var (emptyBelowOwn, emptyBelowGeneral) = (0, 0)
    for index in rows.indices.dropLast() where rows[index].slots[column].hasText {
      let requirement = SharedRequirement(path: paths[index], text: rows[index].slots[column].label)
      let isFollowed = !rows[index + 1].slots[column].hasText && rows[index + 1].sections == rows[index].sections
      naming += requirement.namesOwn ? 1 : 0
      if requirement.speaksOfOwn {
        own += 1
        emptyBelowOwn += isFollowed ? 1 : 0
      } else {
        general += 1
        emptyBelowGeneral += isFollowed ? 1 : 0
      }
    }
    let ownShare = Double(own) / Double(max(1, own + general))
    self.ownShare = ownShare
    namesOwn = naming >= Self.fewestNaming && naming * Self.many.of >= (own + general) * Self.many.are
    guard own >= Self.fewest, emptyBelowGeneral >= Self.fewest else {
      leaning = 0
      return
    }
    let sum =
      Double(emptyBelowGeneral) * Likelihood.logarithm((1 - Self.slips) / (1 - ownShare))
      + Double(emptyBelowOwn) * Likelihood.logarithm(Self.slips / ownShare)
    leaning = max(0, min(Self.most, sum))
  }

  /// Set by hand, by plans in whose requirements hardly one that names its own column alone was shared.
  private static let fewestNaming = 6
  private static let many = (are: 1, of: 4)
  /// Of fewer requirements, chance may have put the empty cells where they are.
  private static let fewest = 3
  /// How many of the shared ones speak of the column beside which they stand first.
  private static let slips = 0.05
  /// The sum takes rows for independent, though one author wrote them all: bounded, it stays below what a text says that names
  /// all columns at once (`SharedRequirement`). Set by hand.
  private static let most = 6.0
}
