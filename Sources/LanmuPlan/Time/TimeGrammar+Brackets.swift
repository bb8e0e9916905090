/// Brackets behind and between rules, and what they except.
extension TimeGrammar {
  /// Brackets behind a rule: an example, an exception, or rules of their own.
  mutating func readBracket(
    _ bracket: TimeToken, scope: String, startingAt first: Int, about place: Int? = nil
  ) {
    guard depth < 3 else { return }
    let inner = inside(bracket)
    let tokens = TimeTokenizer(text: text).tokens(in: inner)
    guard let opening = tokens.first else { return }
    if opening.isWord(.example) || scalarsStart(inner, with: "如") || scalarsStart(inner, with: "即") { return }
    let words = text.original(inner)
    let isException =
      opening.isWord(.except) || tokens.last?.isWord(.exceptEnd) == true || scalarsStart(inner, with: "例外")
      || words.contains("另有规定") || words.contains("从其规定")
    if isException {
      guard rules.count > first else { return }
      if limitToWorkdays(from: first, exempting: words) { return }
      let found = exceptions(in: tokens)
      for index in first..<rules.count {
        rules[index].exceptions += found
        if found.isEmpty { rules[index].scope += "（\(words)）" }
      }
      return
    }
    if rules.count > first, amendCount(tokens) { return }
    if words == "工作日" || words == "自然日", rules.count > first {
      if words == "工作日" { countWorkdays(from: first) }
      return
    }
    if rules.count > first, isMonthEnd(words), isMonthly(rules[rules.count - 1].kind) { return }
    var nested = TimeGrammar(text: text, context: context == .prose ? .prose : context, depth: depth + 1)
    let reading = nested.read(inner)
    let understood = reading.rules.filter { $0.kind != .unknown }
    for var rule in understood {
      if rule.scope.isEmpty { rule.scope = scope }
      rules.append(rule)
    }
    doubts += reading.doubts
    guard understood.isEmpty, !context.isProse, rules.count > first else { return }
    // A remark that is no rule limits the rule before it.
    let limited = min(place ?? rules.count - 1, rules.count - 1)
    if words.hasSuffix("类"), rules[limited].scope.isEmpty {
      rules[limited].scope = words
    } else if rules[limited].condition.isEmpty {
      rules[limited].condition = words
    }
  }

  /// 每月28日（2月为月底）: on which day of a shorter month, which a monthly rule leaves open anyway.
  private func isMonthEnd(_ words: String) -> Bool {
    words.contains("月") && ["月底", "月末", "末日", "最后一天", "最后一日"].contains(where: words.hasSuffix)
      && ["为", "按", "至", "则", "以", "是"].contains(where: words.contains)
  }

  private func isMonthly(_ kind: TimeRule.Kind) -> Bool {
    if case .interval(let every, _) = kind { every.unit == .month } else { false }
  }

  /// Whether brackets hold months or dates, and no verb that would make them a rule.
  func namesMonthsOnly(_ bracket: TimeToken) -> Bool {
    let inner = inside(bracket)
    let tokens = TimeTokenizer(text: text).tokens(in: inner)
    guard !tokens.contains(where: { $0.isWord(.update, .deliver, .every) }) else { return false }
    let kernels = TimeKernelFinder(text: text, tokens: tokens, context: context).kernels()
    return !kernels.isEmpty
      && kernels.allSatisfy {
        switch $0.kind {
        case .months, .annual: true
        default: false
        }
      }
  }

  /// 要闻（每日更新）、公告（每周更新）: each part with its rule in brackets.
  mutating func readBracketsOfParts(_ brackets: [TimeToken], in clause: [TimeToken]) -> Bool {
    guard !context.isProse, let range = span(of: clause), let last = brackets.last,
      last.range.upperBound == range.upperBound
    else { return false }
    let first = rules.count
    let reader = ScopeReader(text: text, context: context)
    var start = range.lowerBound
    for bracket in brackets {
      let scope = start < bracket.range.lowerBound ? reader.readWhole(start..<bracket.range.lowerBound).text : ""
      let before = rules.count
      readBracket(bracket, scope: ScopeReader.isGeneral(scope) ? "" : scope, startingAt: before)
      guard rules.count > before else {
        rules.removeSubrange(first...)
        return false
      }
      start = bracket.range.upperBound
    }
    return rules.count > first
  }

  private func scalarsStart(_ range: Range<Int>, with word: String) -> Bool {
    text.scalars[range].starts(with: word.unicodeScalars)
  }

  /// The exceptions that brackets hold: rules with a scope, and references to law. None if they only exempt a part.
  private func exceptions(in tokens: [TimeToken]) -> [TimeRule] {
    if let whole = span(of: tokens), scalarsStart(whole, with: "例外:"), depth < 3 {
      var nested = TimeGrammar(text: text, context: context.isProse ? .update : context, depth: depth + 1)
      return nested.read(whole.lowerBound + 3..<whole.upperBound).rules
    }
    var result: [TimeRule] = []
    for clause in tokens.split(whereSeparator: { [.comma, .stop, .colon].contains($0.kind) }).map(Array.init) {
      guard let range = span(of: clause), text.original(range) != "例外" else { continue }
      if TimeGrammar.pointsToLaw(text.original(range)) { continue }
      if let rule = lawRule(in: range) {
        result.append(rule)
        continue
      }
      if clause.contains(where: { $0.isWord(.except, .exceptEnd) }), let exemption = exemption(in: clause) {
        if case .law(let rule) = exemption { result.append(rule) }
        continue
      }
      guard depth < 3 else { continue }
      var nested = TimeGrammar(text: text, context: context.isProse ? .update : context, depth: depth + 1)
      result += nested.read(range).rules
    }
    return result
  }

  /// What a clause with 除…外 takes out.
  enum Exemption {
    /// 除法律法规另有规定外: somebody else's rule stands instead.
    case law(TimeRule)
    /// 除历史专栏外: the rule does not hold for this part.
    case part
  }

  func exemption(in clause: [TimeToken]) -> Exemption? {
    guard let range = span(of: clause) else { return nil }
    var body = clause[...]
    while let token = body.first, token.isWord(.except) { body = body.dropFirst() }
    while let token = body.last, token.isWord(.exceptEnd, .when, .filler) { body = body.dropLast() }
    guard let inner = span(of: Array(body)) else { return nil }
    if let rule = lawRule(in: inner) { return .law(TimeRule(rule.kind, text: text.original(range))) }
    return .part
  }
}
