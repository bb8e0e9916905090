import LanmuPlan
import Testing

@testable import LanmuAnalysis

/// What a text of time says beyond its rules.
@Suite struct TimeWordingTests {
  private static let monthly = [TimeRule(.interval(every: TimeSpan(1, .month), atLeast: 1), text: "每月")]
  private static let weekly = [TimeRule(.interval(every: TimeSpan(1, .week), atLeast: 1), text: "每周")]
  private static let quarterly = [TimeRule(.interval(every: TimeSpan(3, .month), atLeast: 1), text: "每季度")]

  /// The day of the month is in no rule, and yet moving it is a change.
  @Test(
    arguments: [
      ("每月20日前提供", "每月15日前提供", monthly, FieldChange.Effect.tightened),
      ("每月二十日前提供", "每月十五日前提供", monthly, .tightened),
      ("每月1日前提供", "每月5日前提供", monthly, .loosened),
      ("每月5号前", "每月8号前", monthly, .loosened),
      ("每月上旬", "每月下旬", monthly, .loosened),
      ("每月10日前", "每月底前", monthly, .loosened),
      ("每季度首月10日前", "每季度末月10日前", quarterly, .loosened),
      ("每周一更新", "每周五更新", weekly, .changed),
    ]
  )
  func aDayThatNoRuleHoldsIsAChange(old: String, new: String, rules: [TimeRule], effect: FieldChange.Effect) {
    let weigher = FieldWeigher(names: RenamedUnitNames(), sameDuties: true, reorderedDuties: false)
    let (weight, found) = weigher.weigh(.supply, old, new, rules, rules)
    #expect(weight == .substance)
    #expect(found == effect)
  }

  @Test func theSameDayInOtherNumeralsIsNone() {
    #expect(TimeWording.unsaidDays("每月二十日前提供", Self.monthly) == [20])
    #expect(TimeWording.unsaidDays("每月20日前提供", Self.monthly) == [20])
    #expect(TimeWording.unsaidDays("每月一次", Self.monthly).isEmpty)
  }

  @Test func aSpanIsNoDay() {
    let within = [TimeRule(.after(event: "信息形成", within: TimeSpan(5, .day)), text: "5日内")]
    for text in ["信息形成之日起5日内提供", "信息形成之日起5日之内提供", "信息形成之日起五日以内提供"] {
      #expect(TimeWording.unsaidDays(text, within).isEmpty)
    }
    #expect(TimeWording.unsaidDays("每月5日以前", Self.monthly) == [5])
    for text in ["每周1次", "每周一次", "每周更新"] { #expect(TimeWording.unsaidDays(text, Self.weekly).isEmpty) }
  }

  @Test func aNumberThatTheRuleHoldsIsNone() {
    let twoWeeks = [TimeRule(.interval(every: TimeSpan(2, .week), atLeast: 1), text: "2周内更新")]
    for text in ["2周内更新", "14天内更新", "两周内更新", "十四天内更新"] {
      #expect(TimeWording.unsaidDays(text, twoWeeks).isEmpty)
    }
  }
}
