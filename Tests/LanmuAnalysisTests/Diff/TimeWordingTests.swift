import LanmuPlan
import Testing

@testable import LanmuAnalysis

@Suite struct TimeWordingTests {
  /// The day of the month is in no rule, and yet moving it is a change.
  @Test func aNumberThatNoRuleHoldsIsAChange() {
    let monthly = [TimeRule(.interval(every: TimeSpan(1, .month), atLeast: 1), text: "每月")]
    #expect(TimeWording.unsaidNumbers("每月20日前提供", monthly) == [20])
    #expect(TimeWording.unsaidNumbers("每月15日前提供", monthly) == [15])
    let weigher = FieldWeigher(names: RenamedUnitNames(), sameDuties: true, reorderedDuties: false)
    let (weight, _) = weigher.weigh(.supply, "每月20日前提供", "每月15日前提供", monthly, monthly)
    #expect(weight == .substance)
  }

  @Test func aNumberThatTheRuleHoldsIsNone() {
    let twoWeeks = [TimeRule(.interval(every: TimeSpan(2, .week), atLeast: 1), text: "2周内更新")]
    #expect(TimeWording.unsaidNumbers("2周内更新", twoWeeks).isEmpty)
    #expect(TimeWording.unsaidNumbers("14天内更新", twoWeeks).isEmpty)
  }
}
