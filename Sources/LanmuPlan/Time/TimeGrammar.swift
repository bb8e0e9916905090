/// The reading of one text: items, sentences, clauses.
struct TimeGrammar {
  let text: FoldedText
  let context: TimeRuleParser.Context
  /// Brackets within brackets deeper than this are not looked into.
  var depth = 0
  var rules: [TimeRule] = []
  private(set) var remainders: [String] = []
  private(set) var asides: [String] = []

  init(text: FoldedText, context: TimeRuleParser.Context, depth: Int = 0) {
    self.text = text
    self.context = context
    self.depth = depth
  }

  mutating func read(_ range: Range<Int>) -> TimeRuleReading {
    let tokens = TimeTokenizer(text: text).tokens(in: range)
    for item in items(of: tokens) {
      var scope = ""
      for sentence in item.split(whereSeparator: { $0.kind == .stop }) {
        readSentence(Array(sentence), inherited: &scope)
      }
    }
    return TimeRuleReading(rules: rules, remainders: remainders, asides: asides)
  }

  /// Numbered items (1. 2. / (1) / 一、), their numbers taken off; the whole text where nothing is numbered.
  private func items(of tokens: [TimeToken]) -> [[TimeToken]] {
    var result: [[TimeToken]] = []
    var current: [TimeToken] = []
    var index = 0
    while index < tokens.count {
      let atStart = current.isEmpty || current.last?.kind == .stop
      if let length = itemNumber(in: tokens, at: index, atStart: atStart) {
        if !current.isEmpty { result.append(current) }
        current = []
        index += length
        continue
      }
      current.append(tokens[index])
      index += 1
    }
    if !current.isEmpty { result.append(current) }
    return result
  }

  private func itemNumber(in tokens: [TimeToken], at index: Int, atStart: Bool) -> Int? {
    let token = tokens[index]
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    switch token.kind {
    case .number:
      guard let next else { return nil }
      if scalar(of: next) == "." {
        let afterDot = index + 2 < tokens.count ? tokens[index + 2] : nil
        if afterDot?.number != nil, afterDot?.range.lowerBound == next.range.upperBound { return nil }
        return 2
      }
      // 二、 opens an item only at the start of a sentence; 2、8月 does not, since 8 is a number.
      if atStart, next.kind == .listMark || scalar(of: next) == ")", index + 2 < tokens.count,
        tokens[index + 2].number == nil
      {
        return 2
      }
      return nil
    case .bracket:
      let inner = inside(token)
      guard inner.count <= 3, !inner.isEmpty else { return nil }
      let isNumber = inner.allSatisfy {
        TimeLexicon.digits[text.scalars[$0]] != nil || text.scalars[$0] == "十" || ("0"..."9").contains(text.scalars[$0])
      }
      return isNumber ? 1 : nil
    case .other:
      return token.range.count == 1 && ("①"..."⑳").contains(text.scalars[token.range.lowerBound]) ? 1 : nil
    default: return nil
    }
  }

  private func scalar(of token: TimeToken) -> Unicode.Scalar? {
    token.range.count == 1 ? text.scalars[token.range.lowerBound] : nil
  }

  private func inside(_ token: TimeToken) -> Range<Int> {
    let closes = token.range.count > 1 && [")", "”", "》"].contains(text.scalars[token.range.upperBound - 1])
    return token.range.lowerBound + 1..<max(token.range.lowerBound + 1, token.range.upperBound - (closes ? 1 : 0))
  }

  // MARK: Sentences

  /// Clauses between commas; a colon ends what the clauses behind it are about.
  private mutating func readSentence(_ tokens: [TimeToken], inherited: inout String) {
    let clauses = tokens.split(whereSeparator: { $0.kind == .comma || $0.kind == .colon })
      .flatMap { context.isProse ? [Array($0)] : cutAtVerbs(Array($0)) }
    var frame = SentenceFrame(inheritedScope: inherited)
    let firstRule = rules.count
    var readings = clauses.map { clause -> [TimeKernel] in
      TimeKernelFinder(text: text, tokens: clause.filter { $0.kind != .bracket }, context: context).kernels()
    }
    for index in readings.indices.dropLast() where readings[index].count == 1 && readings[index][0].isOpen {
      guard let next = readings[index + 1].first, next.isUpdate else { continue }
      switch next.kind {
      case .prompt, .after: readings[index] = []
      case .interval where next.isDeadline: readings[index] = []
      default: continue
      }
    }
    for (index, clause) in clauses.enumerated() {
      let brackets = clause.filter { $0.kind == .bracket }
      let kernels = readings[index]
      if kernels.isEmpty, readBracketsOfParts(brackets, in: clause) { continue }
      if kernels.isEmpty {
        let isLast = !readings[(index + 1)...].contains { !$0.isEmpty }
        pass(clause, isLast: isLast, isFirst: index == 0, in: &frame)
        for bracket in brackets { readBracket(bracket, scope: frame.scopeText, startingAt: rules.count) }
        continue
      }
      let first = rules.count
      for (place, kernel) in kernels.enumerated() {
        add(kernel, isFirst: place == 0, clause: clause, frame: &frame)
      }
      for bracket in brackets { readBracket(bracket, scope: frame.currentScope, startingAt: first) }
    }
    dropIdleRegular(from: firstRule)
    joinEqualPeriods(from: firstRule)
    if !frame.exempt.isEmpty, !context.isProse {
      rules.append(TimeRule(.unknown, text: frame.exempt))
      remainders.append(frame.exempt)
    }
    flush(&frame)
    if !frame.currentScope.isEmpty { inherited = frame.currentScope }
  }

  /// 每周更新、政策文件及时更新: a list mark behind a verb parts two rules, where the second goes by an adverb.
  private func cutAtVerbs(_ clause: [TimeToken]) -> [[TimeToken]] {
    for (index, token) in clause.enumerated() where token.kind == .listMark && index > 1 {
      let left = clause[..<index]
      let right = clause[(index + 1)...]
      guard clause[index - 1].isWord(.update, .deliver, .times),
        left.contains(where: { $0.unit != nil }), !right.contains(where: { $0.unit != nil }),
        right.contains(where: { $0.isWord(.prompt, .realtime, .asNeeded, .regular, .onChange, .change) })
      else { continue }
      return [Array(left), Array(right)]
    }
    return [clause]
  }

  /// A clause without a rule: kept for the rule that follows it, or reported.
  private mutating func pass(_ clause: [TimeToken], isLast: Bool, isFirst: Bool, in frame: inout SentenceFrame) {
    guard let range = span(of: clause) else { return }
    if amendCount(clause) { return }
    let words = text.original(range)
    if words.hasSuffix("顺延"), !rules.isEmpty, rules[rules.count - 1].condition.isEmpty {
      rules[rules.count - 1].condition = words
      return
    }
    if TimeGrammar.pointsToLaw(words), rules.last?.exceptions.isEmpty == false || !frame.exceptions.isEmpty { return }
    if let rule = lawRule(in: range) {
      if rules.isEmpty { frame.exceptions.append(rule) } else { rules[rules.count - 1].exceptions.append(rule) }
      return
    }
    let opens = clause.first?.isWord(.except) == true
    let closes = clause.last?.isWord(.exceptEnd) == true
    if opens || closes, let exemption = exemption(in: clause) {
      switch exemption {
      case .law(let rule) where isLast && !rules.isEmpty: rules[rules.count - 1].exceptions.append(rule)
      case .law(let rule): frame.exceptions.append(rule)
      case .part where isLast && !rules.isEmpty:
        if !limitToWorkdays(from: rules.count - 1, exempting: words) { rules[rules.count - 1].scope += "（\(words)）" }
      case .part: frame.exempt = words
      }
      return
    }
    frame.pending.append((range, isFirst))
    if isLast { flush(&frame) }
  }

  /// Reports clauses that no rule took up.
  private mutating func flush(_ frame: inout SentenceFrame) {
    defer { frame.pending = [] }
    guard !context.isProse else { return }
    for (range, _) in frame.pending {
      let words = text.original(range)
      if rules.contains(where: { $0.kind != .unknown }), TimeGrammar.isAside(words) {
        asides.append(words)
        continue
      }
      rules.append(TimeRule(.unknown, text: words))
      remainders.append(words)
    }
  }

  private mutating func add(_ kernel: TimeKernel, isFirst: Bool, clause: [TimeToken], frame: inout SentenceFrame) {
    var kernel = kernel
    let own = ScopeReader(text: text, context: context).read(kernel.prefix, before: kernel)
    var start = kernel.textRange.lowerBound
    if isFirst { takeUpPending(for: &kernel, own: own, start: &start, frame: &frame) }
    var condition = own.condition.isEmpty ? frame.condition : own.condition
    var scope = own.scope
    if scope.isEmpty {
      let inherits = !condition.isEmpty && frame.scopeText.isEmpty
      scope = frame.scopeText.isEmpty ? (inherits ? frame.inheritedScope : "") : frame.scopeText
    }
    if TimeGrammar.isEachDay(kernel.kind), scope.hasPrefix("除"), TimeGrammar.namesHolidays(scope) {
      kernel.kind = .interval(every: TimeSpan(1, .workday), atLeast: 1)
      scope = ""
    }
    frame.currentScope = scope
    if case .prompt = kernel.kind, kernel.isUpdate, TimeKernelFinder.speaksOfChange(condition) {
      kernel.kind = .onChange
      condition = ""
    }
    if !frame.exempt.isEmpty {
      if TimeGrammar.isEachDay(kernel.kind), TimeGrammar.namesHolidays(frame.exempt) {
        kernel.kind = .interval(every: TimeSpan(1, .workday), atLeast: 1)
      } else {
        scope = scope.isEmpty ? frame.exempt : frame.exempt + "，" + scope
      }
      frame.exempt = ""
    }
    if kernel.isDeadline, case .interval(let every, 1) = kernel.kind, let event = ScopeReader.occasion(condition) {
      kernel.kind = .after(event: event, within: every)
      condition = ""
    }
    let exceptions = frame.exceptions
    frame.exceptions = []
    rules.append(
      TimeRule(
        kernel.kind, scope: scope, condition: condition, exceptions: exceptions,
        text: bareText(start..<kernel.textRange.upperBound)))
  }

  /// Gives a rule what stands before its clause: an event, a condition, a scope. In a time field nothing is left over.
  private func takeUpPending(
    for kernel: inout TimeKernel, own: ScopeReader.Reading, start: inout Int, frame: inout SentenceFrame
  ) {
    let reader = ScopeReader(text: text, context: context)
    var scopes: [String] = []
    for (place, pending) in frame.pending.enumerated() {
      let isLast = place == frame.pending.count - 1
      let before = reader.readWhole(pending.range)
      if before.text.isEmpty || ScopeReader.isGeneral(before.text) { continue }
      if isLast, case .after(let event, let within) = kernel.kind, event.isEmpty, let name = before.event {
        kernel.kind = .after(event: name, within: within)
        start = pending.range.lowerBound
      } else if before.isCondition {
        frame.condition = before.text
        if isLast, !own.isScope { start = pending.range.lowerBound }
      } else if context.isProse, !(pending.isFirst && before.isNoun) {
        continue
      } else if own.scope.isEmpty, own.condition.isEmpty || !context.isProse {
        scopes.append(before.text)
        if before.text.count <= 24, isLast { start = pending.range.lowerBound }
      } else if !own.scope.isEmpty {
        frame.condition = before.text
      }
    }
    if !scopes.isEmpty {
      frame.scopeText = scopes.joined(separator: "，")
      frame.currentScope = frame.scopeText
    }
    frame.pending = []
  }

  /// The words of a rule without the conjunction that ties it to the clause before.
  private func bareText(_ range: Range<Int>) -> String {
    let words = text.original(range)
    for lead in ["并且", "并", "且", "、"] where words.hasPrefix(lead) && words.count > lead.count + 1 {
      return String(words.dropFirst(lead.count))
    }
    return words
  }

  // MARK: Brackets and exceptions

  /// Brackets behind a rule: an example, an exception, or rules of their own.
  private mutating func readBracket(_ bracket: TimeToken, scope: String, startingAt first: Int) {
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
    var nested = TimeGrammar(text: text, context: context == .prose ? .prose : context, depth: depth + 1)
    let reading = nested.read(inner)
    let understood = reading.rules.filter { $0.kind != .unknown }
    for var rule in understood {
      if rule.scope.isEmpty { rule.scope = scope }
      rules.append(rule)
    }
    if understood.isEmpty, !context.isProse, rules.count > first, rules[rules.count - 1].condition.isEmpty {
      // A remark that is no rule limits the rule before it.
      rules[rules.count - 1].condition = words
    }
  }

  /// 要闻（每日更新）、公告（每周更新）: each part with its rule in brackets.
  private mutating func readBracketsOfParts(_ brackets: [TimeToken], in clause: [TimeToken]) -> Bool {
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
  private enum Exemption {
    /// 除法律法规另有规定外: somebody else's rule stands instead.
    case law(TimeRule)
    /// 除历史专栏外: the rule does not hold for this part.
    case part
  }

  private func exemption(in clause: [TimeToken]) -> Exemption? {
    guard let range = span(of: clause) else { return nil }
    var body = clause[...]
    while let token = body.first, token.isWord(.except) { body = body.dropFirst() }
    while let token = body.last, token.isWord(.exceptEnd, .when, .filler) { body = body.dropLast() }
    guard let inner = span(of: Array(body)) else { return nil }
    if let rule = lawRule(in: inner) { return .law(TimeRule(rule.kind, text: text.original(range))) }
    return .part
  }

  func span(of tokens: [TimeToken]) -> Range<Int>? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }
}

/// What a sentence has said so far about the rules to come.
struct SentenceFrame {
  /// Clauses without a rule that wait for one; the first clause of a sentence may be its subject.
  var pending: [(range: Range<Int>, isFirst: Bool)] = []
  var scopeText = ""
  var currentScope = ""
  var condition = ""
  var exceptions: [TimeRule] = []
  /// 除历史专栏外: what the rules to come do not hold for.
  var exempt = ""
  let inheritedScope: String

  init(inheritedScope: String) { self.inheritedScope = inheritedScope }
}
