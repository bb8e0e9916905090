extension TimeRule {
  /// The rule in canonical Chinese; parsing it again gives the same rule, its `text` aside.
  ///
  /// An `unknown` rule prints the words that it came from.
  public var canonicalText: String {
    var result = ""
    if !scope.isEmpty { result += scope + "：" }
    if !condition.isEmpty {
      result += condition + (ScopeReader.isCondition(condition) && !isDeadlineWithoutEvent ? "，" : "的情况下，")
    }
    result += kindText
    if !exceptions.isEmpty { result += "（例外：" + exceptions.map(\.canonicalText).joined(separator: "；") + "）" }
    return result
  }

  /// 结束后，3天内 would make the condition the event.
  private var isDeadlineWithoutEvent: Bool {
    if case .after(let event, _) = kind { event.isEmpty } else { false }
  }

  private var kindText: String {
    switch kind {
    case .interval(let every, let atLeast):
      return "每\(every.canonicalText)至少更新\(atLeast)次"
    case .months(let months): return "每年" + months.map { "\($0)月" }.joined(separator: "、") + "更新"
    case .annual(let by, let yearOffset):
      return (yearOffset == 0 ? "每年" : "次年") + "\(by.month)月\(by.day)日前更新"
    case .after(let event, let within):
      return (event.isEmpty ? "" : event + "之日起") + "\(within.canonicalText)内提供"
    case .onChange: return "有变动时更新"
    case .prompt: return "及时更新"
    case .realtime: return "实时更新"
    case .asNeeded: return "按需更新"
    case .regular: return "定期更新"
    case .follows(let target): return target.isEmpty ? "同步更新" : "与“\(target)”同步更新"
    case .external(let authority): return "按\(authority)要求更新"
    case .unknown: return text
    }
  }
}

extension TimeSpan {
  /// The span in Chinese: 3个工作日, 2周, 1个月.
  public var canonicalText: String {
    switch unit {
    case .day: "\(count)天"
    case .workday: "\(count)个工作日"
    case .week: "\(count)周"
    case .month: "\(count)个月"
    case .year: "\(count)年"
    }
  }
}
