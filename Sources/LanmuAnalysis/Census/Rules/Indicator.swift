/// A line of a scoring sheet.
public struct Indicator: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case veto, deduction, bonus

    public var chineseName: String {
      switch self {
      case .veto: "单项否决"
      case .deduction: "扣分"
      case .bonus: "加分"
      }
    }
  }

  /// How a measured value is held against the limit.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    case atLeast, moreThan, atMost, below
  }

  public var code: String
  /// 一级指标
  public var group: String
  /// 二级指标
  public var name: String
  public var kind: Kind
  /// What is measured; `nil` leaves the line to a person.
  public var measure: Measure?
  public var comparison: Comparison
  public var limit: Double
  /// Values up to here do not count, because another line charges them; `nil` for none.
  public var exceeding: Double?
  /// Points for a fault, or for each where `perUnit`.
  public var points: Double
  public var perUnit: Bool
  /// The most that this line can cost or bring.
  public var cap: Double?
  /// Amber from here on; `nil` for none.
  public var warnAt: Double?
  /// The rule in words.
  public var standard: String

  public init(
    code: String, group: String, name: String, kind: Kind, measure: Measure? = nil, comparison: Comparison = .atLeast,
    limit: Double = 1, exceeding: Double? = nil, points: Double = 0, perUnit: Bool = false, cap: Double? = nil,
    warnAt: Double? = nil,
    standard: String = ""
  ) {
    self.code = code
    self.group = group
    self.name = name
    self.kind = kind
    self.measure = measure
    self.comparison = comparison
    self.limit = limit
    self.exceeding = exceeding
    self.points = points
    self.perUnit = perUnit
    self.cap = cap
    self.warnAt = warnAt
    self.standard = standard
  }

  /// Whether a value breaks the rule (or, for a bonus, earns it).
  public func applies(to value: Double) -> Bool {
    if let exceeding, value <= exceeding { return false }
    switch comparison {
    case .atLeast: return value >= limit
    case .moreThan: return value > limit
    case .atMost: return value <= limit
    case .below: return value < limit
    }
  }

  /// Points lost (or earned) at a value.
  public func points(at value: Double) -> Double {
    guard kind != .veto, applies(to: value) else { return 0 }
    let raw = perUnit ? points * value.rounded(.down) : points
    return cap.map { min($0, raw) } ?? raw
  }

  public func isEarlyWarning(at value: Double) -> Bool {
    guard let warnAt, !applies(to: value) else { return false }
    switch comparison {
    case .atLeast, .moreThan: return value >= warnAt
    case .atMost, .below: return value <= warnAt
    }
  }
}

/// What a program can measure from the inputs of a census.
public enum Measure: String, Sendable, Hashable, CaseIterable {
  /// Failed probes of the last week, in percent of all.
  case probeFailurePercent
  /// New items of the home-page columns in the last two weeks.
  case homeItems
  /// Columns of the classes with a national window that exceed it: news and notices together.
  case staleNewsAndNotices
  /// The same, first-level notice and policy columns only.
  case staleNewsAndFirstLevelNotices
  case staleNews
  case staleNotices
  /// 人事, 规划计划 columns beyond a year.
  case staleYearly
  case longStale
  case blank
  /// Letters of the last year open for more than three months.
  case lettersOverThreeMonths
  /// Letters received in the last year.
  case lettersInYear
  case deadHomeLinks
  /// Dead links elsewhere, in tenths: a tenth of a point each.
  case deadOtherLinks
  case consultationsInYear
  case interviewsInYear
  /// Days since the newest data release.
  case daysSinceStatistics
  /// Columns overdue by the plan.
  case overdue

  /// The input that it is measured from, as the sheets name sources.
  public var source: String {
    switch self {
    case .probeFailurePercent: "自动(探测)"
    case .lettersOverThreeMonths, .lettersInYear: "自动(信件)"
    case .deadHomeLinks, .deadOtherLinks: "自动(链接)"
    case .homeItems, .consultationsInYear, .interviewsInYear, .daysSinceStatistics: "自动(发布)"
    case .staleNewsAndNotices, .staleNewsAndFirstLevelNotices, .staleNews, .staleNotices, .staleYearly, .longStale,
      .blank,
      .overdue:
      "自动(方案)"
    }
  }

  /// The unit in which results are printed.
  public var unit: String {
    switch self {
    case .probeFailurePercent: "%"
    case .homeItems: "条"
    case .staleNewsAndNotices, .staleNewsAndFirstLevelNotices, .staleNews, .staleNotices, .staleYearly, .longStale,
      .blank,
      .overdue:
      "个"
    case .lettersOverThreeMonths, .lettersInYear: "件"
    case .deadHomeLinks, .deadOtherLinks: "条"
    case .consultationsInYear, .interviewsInYear: "次"
    case .daysSinceStatistics: "天"
    }
  }
}
