/// What tells, for one grid column, whether its empty cells were covered from above or were empty: a logistic regression.
///
/// The weights were fitted to invented plans of four generators and to real ones whose merged cells are known; empty cells
/// that are open by their truth counted a third. Of the others, 99.5 % are told right in invented plans that took no part in
/// the fitting. What fields tell before anything else was raised by hand afterwards, by the fewest empty cells told wrongly in
/// plans of three further generators, so that the share no longer holds as it stands. All logarithms are natural.
struct MergeEvidence: Sendable {
  /// How much oftener cells are empty within a parent than where one begins, and than where a channel begins.
  var withinParents: Double
  var withinChannels: Double
  /// The same over all fields.
  var tableWithinParents: Double
  var tableWithinChannels: Double
  /// How many branches begin with a value that no other row of theirs has; 0 unless all do.
  var coincidences: Double
  /// Values equal to the one above, and how many would be by chance.
  var repeats: Double
  var repeatsExpected: Double
  /// Cells that are empty where a channel begins.
  var emptyFirsts: Double
  /// Odds of an empty cell.
  var share: Double
  /// What the other fields show: values printed again, odds of an empty cell.
  var otherRepeats: Double
  var otherShare: Double

  /// What is left of an empty cell.
  enum Remains: Sendable {
    /// It is there, as those are that others cover.
    case keptEmpty
    /// It is there, where covered cells are gone, all or some (`ShownBlanks`).
    case shownEmpty
    /// It is gone, where empty ones are there.
    case gone
    /// It is gone, where empty ones would be as well.
    case unknown
  }

  /// Where an empty cell stands, seen from the value above it.
  struct Place: Sendable {
    var cell: Remains
    /// What it says for being covered that an empty cell is there.
    var shownLeaning: Double
    var startsChannel: Bool
    /// Whether another channel, or only another parent, begins between the value and the cell.
    var crossesChannel: Bool
    var crossesParent: Bool
    /// Whether the cell would name who is responsible, and the row names who leads.
    var followsLead: Bool
  }

  /// The logarithm of the odds that an empty cell of a field was covered by the value above it.
  func leaning(_ meaning: FieldMeaning, at place: Place) -> Double {
    let withinParents = Self.bounded(tableWithinParents)
    let withinChannels = Self.bounded(tableWithinChannels)
    var sum = Self.prior(meaning)
    sum += 0.6 * Self.bounded(self.withinParents) + 0.78 * Self.bounded(self.withinChannels)
    sum += 0.46 * withinParents + 0.76 * withinChannels
    sum -= 0.18 * Self.damped(repeats)
    if repeats == 0 { sum += 0.4 * Likelihood.logarithm(1 + repeatsExpected) }
    sum -= 0.56 * Self.damped(emptyFirsts)
    if meaning != .remarks, coincidences > 2 { sum += Self.coincidence * min(Self.mostCoincidences, coincidences) }
    sum -= 0.22 * share
    sum += 0.33 * otherShare - 0.4 * Self.damped(otherRepeats)
    if place.startsChannel { sum -= 0.54 }
    if place.crossesChannel {
      sum -= 2.06 + 1.82 * withinChannels
    } else if place.crossesParent {
      sum -= 0.45 + 0.88 * withinParents
    }
    if place.followsLead { sum -= 1.14 }
    switch place.cell {
    case .keptEmpty: break
    case .shownEmpty: sum += place.shownLeaning
    case .gone: sum += 1.1
    case .unknown: sum += 0.7
    }
    return sum
  }

  /// What it says for each branch that values stand just where branches begin; set by hand.
  private static let coincidence = 1.3
  private static let mostCoincidences = 4.0

  private static func bounded(_ value: Double) -> Double { max(-3, min(3, value)) }

  /// A count, of which the first few say most; large tables have many of everything.
  private static func damped(_ count: Double) -> Double { Likelihood.logarithm(1 + min(12, count)) }

  /// How likely the field is to be merged at all: every column has somebody responsible, few have remarks. Numbers,
  /// cooperating units and fields of no known meaning were not fitted.
  private static func prior(_ meaning: FieldMeaning) -> Double {
    switch meaning {
    case .number: 12
    case .responsible: 3.4
    case .lead: 2.5
    case .requirement: 2.37
    case .update: 2.1
    case .supply: 1.2
    case .mode: 1.85
    case .target: 1.5
    case .cooperating: 0
    case .level, .other: -3
    case .remarks: -4.43
    }
  }
}
