/// How rows that lost empty fields among their levels follow each other: whole pages drift together in some documents, rows
/// one by one in others.
///
/// Only rows that had such fields say anything: one that begins with the outermost label stands between two that have moved
/// without ending what moved them.
struct LossRuns: Sendable {
  /// What rows that had empty fields among their levels did, and what the row before them had done.
  struct Counts: Sendable {
    private var rows = 0.0
    private var shifts: [LabelShift: Double] = [:]
    private var steps: [Step: Double] = [:]
    private var before: [LabelShift: Double] = [:]

    /// Remembers how a row moved, and how the row before it did; `nil` where none is known.
    mutating func note(_ shift: LabelShift, after previous: LabelShift?) {
      rows += 1
      shifts[shift, default: 0] += 1
      guard let previous else { return }
      before[previous, default: 0] += 1
      steps[Step(shift, after: previous), default: 0] += 1
    }

    /// How often a step was seen, and how often it were if rows did not heed each other.
    fileprivate func seen(_ step: Step) -> (times: Double, expected: Double) {
      // Counts are whole numbers, so that the order of the sum does not matter.
      var expected = 0.0
      for (previous, times) in before {
        for (shift, share) in shifts where Step(shift, after: previous) == step { expected += times * share }
      }
      return (steps[step] ?? 0, expected / max(1, rows))
    }
  }

  /// What a row does after another.
  fileprivate enum Step: CaseIterable {
    case keepsOn, ends, goesOn, begins

    init(_ shift: LabelShift, after previous: LabelShift) {
      self =
        shift.places == 0
        ? (previous.places == 0 ? .keepsOn : .ends) : (shift.isLike(previous) ? .goesOn : .begins)
    }
  }

  private let prices: [Step: Double]

  /// What is taken to be true where nothing is counted: what moved one row moves the next, too.
  static let usual = LossRuns(prices: [.goesOn: -0.9, .begins: 0.4])

  private init(prices: [Step: Double]) { self.prices = prices }

  init(_ counts: Counts) {
    var prices: [Step: Double] = [:]
    for step in Step.allCases {
      let (times, expected) = counts.seen(step)
      let ratio = (times + Self.caution * (step == .goesOn ? Self.usualCompany : 1)) / (expected + Self.caution)
      prices[step] = -max(-Self.most, min(Self.most, Likelihood.logarithm(ratio)))
    }
    self.prices = prices
  }

  /// What it costs that a row moved so after another, beside what it costs anywhere.
  func price(of shift: LabelShift, after previous: LabelShift) -> Double {
    prices[Step(shift, after: previous)] ?? 0
  }

  private static let caution = 2.0
  /// How much likelier a row is taken to have lost what the one before it lost, before any is seen.
  private static let usualCompany = 1.5
  private static let most = 2.5
}
