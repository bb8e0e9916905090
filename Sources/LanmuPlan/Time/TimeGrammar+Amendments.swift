/// Clauses that are no rule and amend the one before them.
extension TimeGrammar {
  /// 法律、法规对公开期限另有规定的: somebody else's rule stands instead.
  func lawRule(in range: Range<Int>) -> TimeRule? {
    // A mark stands at the end, before three characters at most: most sentences need no search.
    guard !range.isEmpty, "定求的外者".unicodeScalars.contains(text.scalars[range.upperBound - 1]) else { return nil }
    let words = text.original(range)
    for mark in ["另有规定", "有特殊规定", "有规定", "另有要求", "有要求"] {
      guard let place = words.firstRange(of: mark) else { continue }
      let behind = words[place.upperBound...]
      guard ["", "的", "外", "除外", "的除外", "之外", "者"].contains(behind) else { return nil }
      var authority = words[..<place.lowerBound]
      for lead in ["除", "如", "若", "但", "凡"] where authority.hasPrefix(lead) {
        authority = authority.dropFirst(lead.count)
      }
      if let about = authority.firstIndex(of: "对"), about > authority.startIndex { authority = authority[..<about] }
      return TimeRule(.external(authority: String(authority)), text: words)
    }
    return nil
  }

  /// 从其规定: says again that the law goes first.
  static func pointsToLaw(_ words: String) -> Bool {
    ["从其规定", "从其要求", "依照其规定", "按其规定", "按照其规定", "依其规定", "按其要求", "从其"].contains(where: words.hasPrefix)
  }

  /// 确保内容准确, 由办公室审核: said beside the time, and no rule of it.
  static func isAside(_ words: String) -> Bool {
    let leads = [
      "确保", "并确保", "保证", "并保证", "做到", "杜绝", "避免", "防止", "做好", "并做好", "注明", "并注明", "由", "经", "须经", "需经", "并经", "不得出现",
      "严禁",
      "报", "并报", "不得", "不能", "严格", "加强",
    ]
    return leads.contains(where: words.hasPrefix)
  }

  /// 每月更新，不少于2条: a number of items behind the period that it belongs to.
  mutating func amendCount(_ clause: [TimeToken]) -> Bool {
    guard let last = rules.last, case .interval(let every, 1) = last.kind,
      let place = clause.firstIndex(where: { $0.number != nil }), place + 1 < clause.count,
      let number = clause[place].number, (1...10_000).contains(number), clause[place + 1].word == .times,
      clause[..<place].allSatisfy({ $0.isWord(.atLeast, .moreThan, .filler, .update, .deliver, .every) })
        || clause[..<place].contains(where: { $0.isWord(.atLeast) }) && !speaksOfDisplay(clause[..<place]),
      clause[(place + 2)...].allSatisfy({ $0.isWord(.orMore, .filler, .update, .deliver) })
    else { return false }
    let more = clause[..<place].contains { $0.word == .moreThan } ? 1 : 0
    rules[rules.count - 1].kind = .interval(every: every, atLeast: number + more)
    if let range = span(of: clause) { rules[rules.count - 1].text += "，" + text.original(range) }
    return true
  }

  /// 首页展示不少于6条, 配图不少于2张: how much is shown at a time, and not how much comes in a period.
  private func speaksOfDisplay(_ words: ArraySlice<TimeToken>) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    let said = text.original(first.range.lowerBound..<last.range.upperBound)
    return Self.display.contains(where: said.contains)
  }

  private static let display = ["展示", "显示", "首页", "列表", "每页", "页面", "图片", "配图", "配发", "字数"]

  /// 定期更新，每季度不少于一次: the period says what 定期 left open.
  mutating func dropIdleRegular(from first: Int) {
    guard !context.isProse, rules.count == first + 2, rules[first].kind == .regular, rules[first].condition.isEmpty,
      case .interval = rules[first + 1].kind,
      rules[first].scope == rules[first + 1].scope || rules[first + 1].scope.isEmpty
    else { return }
    rules[first + 1].scope = rules[first].scope
    rules.remove(at: first)
  }

  /// 按周发布，每周不少于2条: one period told twice.
  mutating func joinEqualPeriods(from first: Int) {
    guard rules.count == first + 2, case .interval(let every, 1) = rules[first].kind,
      case .interval(let other, _) = rules[first + 1].kind, every == other, rules[first + 1].condition.isEmpty,
      rules[first + 1].scope.isEmpty || rules[first + 1].scope == rules[first].scope
    else { return }
    rules[first].kind = rules[first + 1].kind
    rules[first].text += "，" + rules[first + 1].text
    rules.removeLast()
  }

  static func isEachDay(_ kind: TimeRule.Kind) -> Bool {
    if case .interval(let every, _) = kind { every == TimeSpan(1, .day) } else { false }
  }

  static func namesHolidays(_ words: String) -> Bool {
    ["节假日", "双休日", "休息日", "公休日", "周末"].contains(where: words.contains)
  }

  /// 每天更新（节假日除外）: each working day.
  mutating func limitToWorkdays(from first: Int, exempting words: String) -> Bool {
    guard TimeGrammar.namesHolidays(words), rules[first...].contains(where: { TimeGrammar.isEachDay($0.kind) }) else {
      return false
    }
    for index in first..<rules.count {
      guard case .interval(let every, let least) = rules[index].kind, every == TimeSpan(1, .day) else { continue }
      rules[index].kind = .interval(every: TimeSpan(1, .workday), atLeast: least)
    }
    return true
  }

  /// 5日（工作日）内: the brackets say which days are counted.
  mutating func countWorkdays(from first: Int) {
    func counted(_ span: TimeSpan) -> TimeSpan { span.unit == .day ? TimeSpan(span.count, .workday) : span }
    for index in first..<rules.count {
      switch rules[index].kind {
      case .interval(let every, let least): rules[index].kind = .interval(every: counted(every), atLeast: least)
      case .after(let event, let within): rules[index].kind = .after(event: event, within: counted(within))
      default: continue
      }
    }
  }
}
