/// How often the rows of one table lost empty fields, and where, or got some too many.
///
/// Each empty field is lost at a rate of its own kind. The rates are learnt from the table itself, reading by reading, each
/// weighed by how probable it is.
struct LossHabit: Sendable {
  /// Where in its row an empty field stands.
  enum Place: Int, Sendable, CaseIterable {
    /// Before the first label.
    case before
    /// Behind the first label, where levels stand.
    case behind
    /// Among the other fields.
    case field
  }

  /// What became of the empty fields of one row, by one of its readings.
  struct Event: Sendable {
    /// How many fields were empty, and how many of these were lost, by their place.
    var empty = Array(repeating: 0.0, count: Place.allCases.count)
    var lost = Array(repeating: 0.0, count: Place.allCases.count)
    /// How many empty fields the row got too many before its first cell, and behind it.
    var surplusAtStart = 0
    var surplusInside = 0
    /// How many empty fields that it lost before its labels stand behind them instead.
    var slid = 0
    /// How many more empty cells than fields stand at the row's end.
    var excessAtEnd = 0
    /// Whether the row ends in text although fields behind it are empty.
    var isTrimmed = false
    /// Whether all that the row lacks are the levels behind its labels, which the last of these may cover.
    var mayCover = false
    /// Whether the row keeps empty fields for all levels behind its labels.
    var keepsCovered = false

    var losses: Double { lost.reduce(0, +) - Double(slid) }

    /// How many more fields were lost beside the first one of a gap, and how often a gap was not lost as a whole.
    fileprivate var further = 0.0
    fileprivate var stopped = 0.0

    /// Remembers how many of the fields that stand together were lost.
    mutating func noteGap(of count: Int, losing lost: Int) {
      guard lost > 0, count > 1 else { return }
      further += Double(lost - 1)
      if lost < count { stopped += 1 }
    }

    /// How the row's labels have moved.
    var shift: LabelShift {
      let (before, room) = (lost[Place.before.rawValue].rounded(), empty[Place.before.rawValue])
      return LabelShift(places: -Int(before), reachesStart: before == room, tells: room > 0)
    }
  }

  /// What was seen of one table, in rows and parts of rows.
  struct Counts: Sendable {
    fileprivate var rows = 0.0
    fileprivate var empty = Array(repeating: 0.0, count: Place.allCases.count)
    fileprivate var lost = Array(repeating: 0.0, count: Place.allCases.count)
    fileprivate var surplusAtStart = 0.0
    fileprivate var surplusInside = 0.0
    fileprivate var trimmed = 0.0
    fileprivate var withLosses = 0.0
    fileprivate var filledUp = 0.0
    fileprivate var further = 0.0
    fileprivate var stopped = 0.0
    fileprivate var covering = 0.0
    /// Rows that keep the empty fields that their labels would cover.
    private(set) var keepingCovered = 0.0
    /// What rows did after each other.
    var runs = LossRuns.Counts()

    mutating func note(_ event: Event, weight: Double) {
      rows += weight
      if event.keepsCovered { keepingCovered += weight }
      if event.mayCover, event.losses == 0 { covering += weight }
      for place in empty.indices {
        empty[place] += weight * event.empty[place]
        lost[place] += weight * event.lost[place]
      }
      further += weight * event.further
      stopped += weight * event.stopped
      if event.surplusAtStart > 0 { surplusAtStart += weight }
      if event.surplusInside > 0 { surplusInside += weight }
      if event.losses > 0 {
        withLosses += weight
        if event.excessAtEnd > 0 { filledUp += weight }
      } else if event.isTrimmed {
        trimmed += weight
      }
    }
  }

  /// Whether a label may cover the levels behind it so that their fields are gone.
  let mayCover: Bool
  /// By place, the share of empty fields that were lost.
  let lossRates: [Double]
  private let surplusAtStart: Double
  private let surplusInside: Double
  private let trimmed: Double
  private let filledUp: Double
  private let covering: Double
  /// How likely another field of a gap is lost where one is.
  private let together: Double
  /// What it costs that rows lost, or kept, what they did after each other.
  let runs: LossRuns

  /// - Parameters:
  ///   - counts: what was seen; nothing before the first look at a table.
  ///   - mayCover: whether it is taken to be true of the table that labels cover levels whose fields are gone.
  init(_ counts: Counts = Counts(), mayCover: Bool = false) {
    self.mayCover = mayCover
    let all = (counts.lost.reduce(0, +) + Self.usualRate * Self.caution) / (counts.empty.reduce(0, +) + Self.caution)
    lossRates = Place.allCases.map { place in
      let rate =
        (counts.lost[place.rawValue] + all * Self.caution) / (counts.empty[place.rawValue] + Self.caution)
      return min(Self.greatestRate, max(Self.leastRate, rate))
    }
    func share(_ seen: Double, of total: Double, usual: Double) -> Double {
      (seen + usual * Self.caution) / (total + Self.caution)
    }
    surplusAtStart = share(counts.surplusAtStart, of: counts.rows, usual: Self.usualSurplus)
    surplusInside = share(counts.surplusInside, of: counts.rows, usual: Self.usualSurplus)
    trimmed = share(counts.trimmed, of: counts.rows, usual: Self.usualTrimmed)
    filledUp = share(counts.filledUp, of: counts.withLosses, usual: 0.5)
    together = min(
      Self.mostTogether,
      (counts.further + Self.usualTogether * Self.cautionOfGaps)
        / (counts.further + counts.stopped + Self.cautionOfGaps))
    runs = LossRuns(counts.runs)
    covering = min(
      Self.greatestCovering,
      (counts.covering + Self.usualCovering * Self.cautionOfCovering)
        / (counts.covering + counts.keepingCovered + Self.cautionOfCovering))
  }

  private static let usualRate = 0.08
  private static let usualSurplus = 0.03
  private static let usualTrimmed = 0.03
  /// How many fields or rows the expectation weighs as much as.
  private static let caution = 8.0
  private static let usualTogether = 0.35
  private static let cautionOfGaps = 4.0
  private static let mostTogether = 0.95
  /// A table writes the fields that a label covers throughout, or not at all: few rows tell.
  private static let usualCovering = 0.15
  private static let cautionOfCovering = 1.5
  private static let greatestCovering = 0.4
  private static let leastRate = 0.004
  private static let greatestRate = 0.7

  // MARK: - Prices

  /// What it costs that so many of the empty fields in one gap were lost, and how many of each place they probably were.
  func price(losing count: Int, of gap: [Place]) -> (price: Double, lost: [Double]) {
    var expected = Array(repeating: 0.0, count: Place.allCases.count)
    guard count <= gap.count else { return (.infinity, expected) }
    // Fields that stand together are lost together: one more is likely where one is gone.
    let none = gap.reduce(1) { $0 * (1 - lossRates[$1.rawValue]) }
    if count == 0 { return (-Likelihood.logarithm(none), expected) }
    let shares = gap.indices.reduce(into: [1.0]) { shares, _ in shares.append((shares.last ?? 1) * together) }
    let odds = (1 - none) * shares[count - 1] / shares.dropLast().reduce(0, +)
    let rates = gap.reduce(0) { $0 + lossRates[$1.rawValue] }
    for place in gap { expected[place.rawValue] += Double(count) * lossRates[place.rawValue] / rates }
    return (-Likelihood.logarithm(odds), expected)
  }

  /// What all of an event costs beside its losses.
  func price(ofRest event: Event) -> Double {
    let surplus = event.surplusAtStart + event.surplusInside
    var price = 0.0
    for (count, rate) in [(event.surplusAtStart, surplusAtStart), (event.surplusInside, surplusInside)] {
      price -= Likelihood.logarithm(count > 0 ? rate : 1 - rate)
      if count > 1 { price += Self.furtherSurplus * Double(count - 1) }
    }
    if event.slid > 0 { price += Self.slide }
    let losses = Int(event.losses.rounded())
    switch event.excessAtEnd {
    case 0: price -= surplus > 0 ? -0.5 : Likelihood.logarithm(losses > 0 ? 1 - filledUp : 1 - trimmed)
    case losses where losses > 0: price -= Likelihood.logarithm(filledUp)
    case -surplus..<0: price += 0.9
    case ..<0 where event.isTrimmed: price -= Likelihood.logarithm(trimmed)
    default: price += Self.oddEnd + 0.5 * Double(abs(event.excessAtEnd))
    }
    return price
  }

  /// What it costs that the fields behind a row's labels are gone because the last of these covers them.
  var coveringPrice: Double { -Likelihood.logarithm(covering) }

  /// What it costs beside the loss that a row's labels alone moved to the left.
  private static let slide = 1.5
  private static let furtherSurplus = 1.4
  /// What it costs that a row is wider or narrower than all that became of it explains.
  private static let oddEnd = 3.5
}
