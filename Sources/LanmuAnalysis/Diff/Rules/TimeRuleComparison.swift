import LanmuPlan

/// Tells whether rules of time became stricter or laxer.
enum TimeRuleComparison {
  /// - Returns: `nil` where neither side has a rule; `reworded` for equal rules.
  static func compare(_ old: [TimeRule], _ new: [TimeRule]) -> FieldChange.Effect? {
    if old.isEmpty, new.isEmpty { return nil }
    var left = old.map(Demand.init)
    var right = new.map(Demand.init)
    for demand in left {
      if let place = right.firstIndex(of: demand), let own = left.firstIndex(of: demand) {
        right.remove(at: place)
        left.remove(at: own)
      }
    }
    if left.isEmpty, right.isEmpty { return .reworded }
    guard !(left + right).contains(where: \.isOpaque) else { return .changed }
    if left.isEmpty { return .tightened }
    if right.isEmpty { return .loosened }
    var stricter = false
    var laxer = false
    for demand in left {
      let place =
        right.firstIndex { $0.scope == demand.scope && $0.condition == demand.condition }
        ?? (left.count == 1 && right.count == 1 ? right.startIndex : nil)
      guard let place, let order = demand.compare(with: right[place]) else { return .changed }
      if order > 0 { stricter = true }
      if order < 0 { laxer = true }
      right.remove(at: place)
    }
    if !right.isEmpty { stricter = true }
    switch (stricter, laxer) {
    case (true, false): return .tightened
    case (false, true): return .loosened
    default: return .changed
    }
  }

  /// A rule without its wording, its spans in one measure.
  private struct Demand: Equatable {
    enum Measure: Equatable {
      /// Thousandths of a day for one item.
      case period(Int)
      case months([Int])
      /// Days since the beginning of the year reported on.
      case annual(Int)
      case after(event: UInt64, thousandths: Int)
      /// Words that name no span, the strictest lowest.
      case word(Int)
      case other(UInt64)
    }

    var measure: Measure
    var scope: UInt64
    var condition: UInt64
    var exceptions: [Demand]

    init(_ rule: TimeRule) {
      scope = ComparableText.hash(rule.scope)
      condition = ComparableText.hash(rule.condition)
      exceptions = rule.exceptions.map(Demand.init)
      switch rule.kind {
      case .interval(let every, let atLeast): measure = .period(Self.thousandths(every) / max(1, atLeast))
      case .months(let months): measure = .months(months)
      case .annual(let by, let offset):
        measure = .annual(min(max(offset, -99), 99) * 372 + by.month * 31 + by.day)
      case .after(let event, let within):
        measure = .after(event: ComparableText.hash(event), thousandths: Self.thousandths(within))
      case .realtime: measure = .word(0)
      case .prompt: measure = .word(1)
      case .onChange: measure = .word(2)
      case .regular: measure = .word(3)
      case .asNeeded: measure = .word(4)
      case .follows(let target): measure = .other(EntryFeatures.key(1, ComparableText.hash(target)))
      case .external(let authority): measure = .other(EntryFeatures.key(2, ComparableText.hash(authority)))
      case .unknown: measure = .other(EntryFeatures.key(3, ComparableText.hash(rule.text)))
      }
    }

    var isOpaque: Bool {
      if case .other = measure { true } else { false }
    }

    /// Months of 30 days and years of 12 months, so that half a year is six months.
    private static func thousandths(_ span: TimeSpan) -> Int {
      let count = min(max(span.count, 0), 100_000)
      switch span.unit {
      case .day: return count * 1_000
      case .workday: return count * 1_400 + 1
      case .week: return count * 7_000
      case .month: return count * 30_000
      case .year: return count * 360_000
      }
    }

    /// Above 0 if the other demand is stricter, below if it is laxer; `nil` if that cannot be told.
    func compare(with other: Demand) -> Int? {
      guard exceptions == other.exceptions else { return nil }
      switch (measure, other.measure) {
      case (.after(let one, let span), .after(let another, let next)):
        return one == another ? (span - next).signum() : nil
      case (.word(let one), .word(let another)): return (one - another).signum()
      case (.annual(let one), .annual(let another)): return (one - another).signum()
      case (.word(let word), _): return word >= 3 ? 1 : word == 0 ? -1 : nil
      case (_, .word(let word)): return word >= 3 ? -1 : word == 0 ? 1 : nil
      case (.after, _), (_, .after): return nil
      default:
        guard let one = period, let another = other.period else { return nil }
        return one == another ? nil : (one - another).signum()
      }
    }

    /// The mean time between two items.
    private var period: Int? {
      switch measure {
      case .period(let thousandths): thousandths
      case .months(let months): 360_000 / max(1, months.count)
      case .annual: 360_000
      case .after, .word, .other: nil
      }
    }
  }
}
