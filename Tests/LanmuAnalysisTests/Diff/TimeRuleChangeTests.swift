import LanmuAnalysis
import LanmuPlan
import Testing

/// Whether times became stricter or laxer.
@Suite struct TimeRuleChangeTests {
  private func change(
    _ old: (String, TimeRule.Kind), _ new: (String, TimeRule.Kind), ignoring: IgnoredNoise = .typography
  ) throws -> FieldChange? {
    let before = PlanSketch.plan([PlanSketch.entry("甲/乙", "某事", update: old.0, rules: [old.1])])
    let after = PlanSketch.plan([PlanSketch.entry("甲/乙", "某事", update: new.0, rules: [new.1])])
    return try after.difference(from: before, options: DifferenceOptions(ignoring: ignoring)).changed.first?.fields
      .first
  }

  private static let halfYear = TimeRule.Kind.interval(every: TimeSpan(6, .month), atLeast: 1)

  @Test func sameSpanInOtherWordsIsNoChange() throws {
    #expect(try change(("6个月内更新", Self.halfYear), ("每半年更新一次", Self.halfYear)) == nil)
    let twice = TimeRule.Kind.interval(every: TimeSpan(1, .year), atLeast: 2)
    #expect(try change(("6个月内更新", Self.halfYear), ("一年2次以上", twice)) == nil)
    let days = TimeRule.Kind.interval(every: TimeSpan(14, .day), atLeast: 1)
    let weeks = TimeRule.Kind.interval(every: TimeSpan(2, .week), atLeast: 1)
    #expect(try change(("14天内更新", days), ("2周内更新", weeks)) == nil)
  }

  @Test func otherWordsBesideTheSameRuleAreWording() throws {
    let found = try change(("6个月内更新", Self.halfYear), ("6个月内更新，由专人核对", Self.halfYear))
    #expect(found?.effect == .reworded)
    #expect(found?.weight == .wording)
  }

  @Test func tellsDirection() throws {
    let month = ("1个月内更新", TimeRule.Kind.interval(every: TimeSpan(1, .month), atLeast: 1))
    #expect(try change(("半年内更新", Self.halfYear), month)?.effect == .tightened)
    #expect(try change(month, ("半年内更新", Self.halfYear))?.effect == .loosened)
    #expect(try change(month, ("实时更新", .realtime))?.effect == .tightened)
    #expect(try change(month, ("按需更新", .asNeeded))?.effect == .loosened)
    let three = ("3个工作日内提供", TimeRule.Kind.after(event: "信息形成", within: TimeSpan(3, .workday)))
    let five = ("5个工作日内提供", TimeRule.Kind.after(event: "信息形成", within: TimeSpan(5, .workday)))
    #expect(try change(five, three)?.effect == .tightened)
    #expect(try change(month, ("按上级要求更新", .external(authority: "上级")))?.effect == .changed)
    let january = ("次年1月底前", TimeRule.Kind.annual(by: MonthDay(month: 1, day: 31), yearOffset: 1))
    let march = ("次年3月底前", TimeRule.Kind.annual(by: MonthDay(month: 3, day: 31), yearOffset: 1))
    #expect(try change(january, march)?.effect == .loosened)
  }
}
