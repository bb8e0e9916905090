import LanmuPlan
import Testing

/// A rule printed in canonical Chinese and parsed again is the same rule, its words aside.
@Suite("Printing and parsing rules")
struct TimeRuleRoundTripTests {
  private static let scopes = ["", "动态信息类", "政策文件", "业务工作", "其他栏目", "部门文件和通知公告"]
  private static let conditions = ["", "如无变动", "意见征集结束后", "部门增设专栏", "遇重大活动时"]
  private static let units: [TimeSpan.Unit] = [.day, .workday, .week, .month, .year]

  private static func kinds() -> [TimeRule.Kind] {
    var kinds: [TimeRule.Kind] = [
      .onChange, .prompt, .realtime, .asNeeded, .regular, .follows(target: ""), .follows(target: "工作动态"),
      .external(authority: ""), .external(authority: "自治区"), .months([2, 8]), .months([1]), .months([3, 6, 9, 12]),
    ]
    for unit in units {
      for count in [1, 2, 3, 10, 15, 20, 50, 100] {
        kinds.append(.interval(every: TimeSpan(count, unit), atLeast: 1))
        kinds.append(.interval(every: TimeSpan(count, unit), atLeast: count + 1))
        kinds.append(.after(event: "", within: TimeSpan(count, unit)))
        kinds.append(.after(event: "信息形成或变更", within: TimeSpan(count, unit)))
      }
    }
    for month in 1...12 {
      for offset in 0...1 { kinds.append(.annual(by: MonthDay(month: month, day: month + 10), yearOffset: offset)) }
    }
    return kinds
  }

  @Test func everyKindWithEveryScopeAndCondition() {
    for kind in Self.kinds() {
      for scope in Self.scopes {
        for condition in Self.conditions {
          // A change under a condition of its own is no canonical rule: the condition is the change.
          check(TimeRule(kind, scope: scope, condition: condition, text: ""))
        }
      }
    }
  }

  @Test func whatNoRuleUnderstandsKeepsItsWords() {
    let rule = TimeRule(.unknown, text: "视天气而论")
    #expect(TimeRuleParser().parse(rule.canonicalText).rules == [rule])
  }

  @Test func exceptions() {
    let exceptions = [
      TimeRule(.external(authority: "法律法规"), text: ""),
      TimeRule(.after(event: "作出决定", within: TimeSpan(7, .workday)), scope: "行政许可事项", text: ""),
    ]
    for kind in Self.kinds() { check(TimeRule(kind, scope: "政策文件", exceptions: exceptions, text: "")) }
  }

  private func check(_ rule: TimeRule) {
    let text = rule.canonicalText
    let parsed = TimeRuleParser().parse(text).rules.map(Self.withoutText)
    #expect(parsed == [Self.withoutText(rule)], "\(text)")
  }

  private static func withoutText(_ rule: TimeRule) -> TimeRule {
    TimeRule(
      rule.kind, scope: rule.scope, condition: rule.condition, exceptions: rule.exceptions.map(withoutText), text: "")
  }
}
