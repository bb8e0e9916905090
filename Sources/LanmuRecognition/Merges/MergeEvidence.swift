/// What tells, for one grid column, whether its empty cells were covered from above or were empty: a logistic regression.
///
/// The weights were fitted to invented plans of four generators and to real ones whose merged cells are known; empty cells
/// that are open by their truth counted a third. Of the others, 99.5 % are told right in invented plans that took no part in
/// the fitting. What fields tell before anything else was raised by hand afterwards, by the fewest empty cells told wrongly in
/// plans of three further generators, so that the share no longer holds as it stands; so were the weights added for fields of
/// few texts and for helpers. All logarithms are natural.
struct MergeEvidence: Sendable {
  /// How much oftener cells are empty within a parent than where one begins, and than where a channel begins.
  var withinParents: Double
  var withinChannels: Double
  /// The same over all fields.
  var tableWithinParents: Double
  var tableWithinChannels: Double
  /// How many branches begin with a value that no other row of theirs has; 0 unless all do.
  var coincidences: Double
  /// How unlikely it is that values stand where branches begin by chance (`BranchStarts`).
  var branchSurprise: Double
  /// What it says for being merged that branches begin with values, or against it that they do not.
  var startsLeaning: Double
  /// Values equal to the one above, and how many would be by chance.
  var repeats: Double
  var repeatsExpected: Double
  /// Cells that are empty where a channel begins.
  var emptyFirsts: Double
  /// Whether rows write even the labels again that cover them.
  var writesOpenLabels: Bool
  /// Whether branches begin below the first row, so that places of empty cells can tell anything.
  var hasStarts: Bool
  /// Odds of an empty cell.
  var share: Double
  /// Whether equal values are often written again even below one parent, and whether they mostly are, and many of them.
  var rewritesWithin: Bool
  var mostlyRewrites: Bool
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
    /// Whether one of those branches begins between them with which values begin by more than chance.
    var crossesBranch: Bool
    /// Whether the cell would name who is responsible, and the row names who leads.
    var followsLead: Bool
    /// Whether it would do so in a table where another field names who leads.
    var isBesideLead: Bool
    /// The share of values that speak of the column beside which they stand alone.
    var ownShare: Double
  }

  /// The logarithm of the odds that an empty cell of a field was covered by the value above it, but for what few texts say
  /// (`sparseLeaning`).
  func leaning(_ meaning: FieldMeaning, at place: Place) -> Double {
    let withinParents = Self.bounded(tableWithinParents)
    let withinChannels = Self.bounded(tableWithinChannels)
    var sum = Self.prior(meaning)
    sum += startsWithin
    sum += 0.46 * withinParents + 0.76 * withinChannels
    sum -= 0.18 * Self.damped(repeats)
    if repeats == 0 { sum += 0.4 * Likelihood.logarithm(1 + repeatsExpected) }
    sum -= 0.56 * Self.damped(emptyFirsts)
    sum += counted(meaning)
    sum -= 0.22 * share
    if place.isBesideLead { sum += rewriting * max(-Self.mostAgainst, min(0, Self.againstStarts * startsLeaning)) }
    sum += 0.33 * otherShare - 0.4 * Self.damped(otherRepeats)
    if place.startsChannel { sum -= 0.54 }
    if place.crossesChannel {
      sum -= 2.06 + 1.82 * withinChannels
    } else if place.crossesParent {
      sum -= 0.45 + 0.88 * withinParents
    }
    if place.followsLead { sum -= 1.14 }
    // Each column has somebody responsible and a time: who writes labels again may merge these all the same.
    if writesOpenLabels, meaning == .requirement { sum -= Self.unmerged }
    switch place.cell {
    case .keptEmpty: break
    case .shownEmpty: sum += place.shownLeaning
    case .gone: sum += 1.1
    case .unknown: sum += 0.7
    }
    return sum
  }

  /// What it says for a cell to be merged that its field has few texts, and that these stand where branches begin: natural
  /// logarithm of the odds, to be added to `leaning`, and never certain, since plans say of a few columns alone what others do
  /// not need.
  func sparseLeaning(_ meaning: FieldMeaning, at place: Place) -> Double {
    // Where merged cells are gone, those that are there were empty, however many they are.
    guard !Self.mayBeSparse.contains(meaning), place.cell != .shownEmpty else { return 0 }
    // Rates in few branches say less than the places of few texts do: what tells more is counted, and only once.
    let surprise =
      min(Self.mostSurprise, branchSurprise) - Self.usualSurprise - max(0, startsWithin) - counted(meaning)
    let sparsity = max(0, min(Self.mostSparse, share - Self.sparse))
    // Values for single columns may stand in a field for few of them, and first in branches: what matters stands there.
    return max(0, 1 - 2 * place.ownShare) * (sparsity + (place.crossesBranch ? 0 : max(0, surprise)))
  }

  private var startsWithin: Double { 0.6 * Self.bounded(withinParents) + 0.78 * Self.bounded(withinChannels) }

  private func counted(_ meaning: FieldMeaning) -> Double {
    meaning != .remarks && coincidences > 2 ? Self.coincidence * min(Self.mostCoincidences, coincidences) : 0
  }

  /// What it says against merged values that the labels of a table are not merged; set by hand.
  private static let unmerged = 5.0
  /// What it says for each branch that values stand just where branches begin; set by hand.
  private static let coincidence = 1.3
  private static let mostCoincidences = 4.0

  /// Of fields with remarks, and of such as only some columns need, most cells may be empty.
  private static let mayBeSparse: Set<FieldMeaning> = [.remarks, .other, .number, .cooperating]
  /// How much the places of texts say at the most, and how much they seem to say in any table; set by hand.
  private static let mostSurprise = 6.0
  private static let usualSurprise = 0.5
  /// From which odds of an empty cell on they say that merged ones are among them, since no field stands in a table for few
  /// columns alone, and how much they say so at the most; set by hand.
  private static let sparse = 0.4
  private static let mostSparse = 3.5
  /// How much it says that branches begin with empty cells in a field whose equal values are written again, and at the most;
  /// only where another field names who leads: each column needs a responsible one, and not each a further one. Set by hand.
  private static let againstStarts = 1.5
  private static let mostAgainst = 6.0

  /// How surely equal values are written again by habit, not by chance.
  private var rewriting: Double {
    let surplus = max(0, repeats - repeatsExpected)
    return surplus / (surplus + 1)
  }

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
