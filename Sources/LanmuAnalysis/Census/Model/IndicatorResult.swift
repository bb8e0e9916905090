/// An indicator with what was found.
public struct IndicatorResult: Sendable, Hashable {
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case passed, warned, vetoed, deducted, earned, unmeasured

    public var chineseName: String {
      switch self {
      case .passed: "通过"
      case .warned: "预警"
      case .vetoed: "单项否决"
      case .deducted: "扣分"
      case .earned: "加分"
      case .unmeasured: "待人工"
      }
    }
  }

  public var indicator: Indicator
  /// `nil` if no input measured it.
  public var value: Double?
  /// Points lost, or earned by a bonus.
  public var points: Double
  public var verdict: Verdict
  public var evidence: [String]
  /// Why there is no value: 未提供数据, or what a person has to look at.
  public var note: String

  public init(
    _ indicator: Indicator, value: Double?, points: Double, verdict: Verdict, evidence: [String] = [], note: String = ""
  ) {
    self.indicator = indicator
    self.value = value
    self.points = points
    self.verdict = verdict
    self.evidence = evidence
    self.note = note
  }
}

/// What the indicators come to; incomplete as long as one of them is unmeasured.
public struct CensusScore: Sendable, Hashable {
  public var vetoed: Bool
  public var deducted: Double
  /// Full marks less deductions, not below 0.
  public var points: Double
  public var earned: Double
  public var unmeasured: [String]

  public init(vetoed: Bool, deducted: Double, points: Double, earned: Double = 0, unmeasured: [String] = []) {
    self.vetoed = vetoed
    self.deducted = deducted
    self.points = points
    self.earned = earned
    self.unmeasured = unmeasured
  }
}
