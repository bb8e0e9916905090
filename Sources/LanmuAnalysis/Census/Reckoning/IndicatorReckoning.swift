/// Holds measured values against the rules.
struct IndicatorReckoning {
  let rules: RuleSet
  let measurement: Measurement

  func results() -> [IndicatorResult] {
    rules.indicators.map { indicator in
      guard let measure = indicator.measure else {
        return IndicatorResult(indicator, value: nil, points: 0, verdict: .unmeasured, note: "由人工检查")
      }
      guard let value = measurement.value(of: measure) else {
        return IndicatorResult(indicator, value: nil, points: 0, verdict: .unmeasured, note: Self.missing(measure))
      }
      let points = indicator.points(at: value.number)
      return IndicatorResult(
        indicator, value: value.number, points: points, verdict: verdict(indicator, at: value.number, points: points),
        evidence: value.evidence)
    }
  }

  func score(_ results: [IndicatorResult]) -> CensusScore {
    let deducted = results.filter { $0.indicator.kind == .deduction }.reduce(0) { $0 + $1.points }
    let earned = results.filter { $0.indicator.kind == .bonus }.reduce(0) { $0 + $1.points }
    return CensusScore(
      vetoed: results.contains { $0.verdict == .vetoed }, deducted: deducted, points: max(0, rules.full - deducted),
      earned: earned, unmeasured: results.filter { $0.verdict == .unmeasured }.map(\.indicator.code))
  }

  private func verdict(_ indicator: Indicator, at value: Double, points: Double) -> IndicatorResult.Verdict {
    let applies = indicator.applies(to: value)
    switch indicator.kind {
    case .veto: return applies ? .vetoed : indicator.isEarlyWarning(at: value) ? .warned : .passed
    case .deduction:
      return applies && points > 0 ? .deducted : indicator.isEarlyWarning(at: value) ? .warned : .passed
    case .bonus: return applies && points > 0 ? .earned : .passed
    }
  }

  private static func missing(_ measure: Measure) -> String {
    switch measure {
    case .homeItems: "未设首页栏目，或未提供发布记录"
    case .blank: "未声明导出起始日（--records-since），不作空白判定"
    case .consultationsInYear, .interviewsInYear: "方案无此类栏目，或发布记录不足一年"
    default: "未提供数据"
    }
  }
}
