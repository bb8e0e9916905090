/// The reading of one text: items, sentences, clauses.
struct TimeGrammar {
  let text: FoldedText
  let context: TimeRuleParser.Context
  /// Brackets within brackets deeper than this are not looked into.
  var depth = 0
  var rules: [TimeRule] = []
  private(set) var remainders: [String] = []
  private(set) var asides: [String] = []
  var doubts: [TimeDoubt] = []

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
    return TimeRuleReading(rules: rules, remainders: remainders, asides: asides, doubts: doubts)
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
      // A point with a figure behind it is no token unless it ends a number (`TimeTokenizer`).
      if scalar(of: next) == "." { return 2 }
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

  func inside(_ token: TimeToken) -> Range<Int> {
    let closes = token.range.count > 1 && [")", "”", "》"].contains(text.scalars[token.range.upperBound - 1])
    return token.range.lowerBound + 1..<max(token.range.lowerBound + 1, token.range.upperBound - (closes ? 1 : 0))
  }

  // MARK: Sentences

  /// Clauses between commas; a colon ends what the clauses behind it are about.
  private mutating func readSentence(_ tokens: [TimeToken], inherited: inout String) {
    // Most sentences of a requirement speak of no time at all.
    if context.isProse, rules.isEmpty, !tokens.contains(where: { $0.isMeaningful || $0.kind == .bracket }) { return }
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
      doubts += TimeDoubt.doubts(about: kernels, in: clause, of: text, context: context)
      for bracket in brackets {
        // 招生季（6—8月）每周更新: the brackets explain the words before them.
        if bracket.range.upperBound <= kernels[0].prefix.upperBound, namesMonthsOnly(bracket) { continue }
        let place = kernels.lastIndex { $0.prefix.upperBound <= bracket.range.lowerBound } ?? 0
        readBracket(bracket, scope: frame.currentScope, startingAt: first, about: first + place)
      }
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
    if let parts = listedParts(clause) { return parts }
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

  /// 审批结果7个工作日内、招标信息随时: a list of nouns, each with its time, one of them an adverb.
  private func listedParts(_ clause: [TimeToken]) -> [[TimeToken]]? {
    let parts = clause.split(whereSeparator: { $0.kind == .listMark }).map(Array.init)
    let isAdverb = { (token: TimeToken) in token.isWord(.prompt, .realtime, .asNeeded, .regular, .onChange) }
    guard parts.count > 1,
      parts.allSatisfy({ part in
        part.first?.kind == .other && part.count > 2 && part.contains { $0.unit != nil || isAdverb($0) }
      }),
      parts.contains(where: { part in part.contains(where: isAdverb) && !part.contains { $0.unit != nil } })
    else { return nil }
    return parts
  }

  /// A clause without a rule: kept for the rule that follows it, or reported.
  private mutating func pass(_ clause: [TimeToken], isLast: Bool, isFirst: Bool, in frame: inout SentenceFrame) {
    guard let range = span(of: clause) else { return }
    if amendCount(clause) { return }
    if !rules.isEmpty, rules[rules.count - 1].condition.isEmpty, text.original(range).hasSuffix("顺延") {
      rules[rules.count - 1].condition = text.original(range)
      return
    }
    let hasException = rules.last?.exceptions.isEmpty == false || !frame.exceptions.isEmpty
    if hasException, TimeGrammar.pointsToLaw(text.original(range)) { return }
    if let rule = lawRule(in: range) {
      if rules.isEmpty { frame.exceptions.append(rule) } else { rules[rules.count - 1].exceptions.append(rule) }
      return
    }
    let opens = clause.first?.isWord(.except) == true
    let closes = clause.last?.isWord(.exceptEnd) == true
    if opens || closes, let exemption = exemption(in: clause) {
      let words = text.original(range)
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
  private mutating func takeUpPending(
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
      } else if !context.isProse, holdsSpan(pending.range) {
        // 征集期不少于30日: a time of its own that no rule says.
        rules.append(TimeRule(.unknown, text: text.original(pending.range)))
        remainders.append(text.original(pending.range))
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

  /// Whether words count days, weeks or months.
  private func holdsSpan(_ range: Range<Int>) -> Bool {
    let tokens = TimeTokenizer(text: text).tokens(in: range)
    return zip(tokens, tokens.dropFirst()).contains { number, unit in
      number.number.map { $0 < 1900 } == true && unit.unit != nil
    }
  }

  /// The words of a rule without the conjunction that ties it to the clause before.
  private func bareText(_ range: Range<Int>) -> String {
    let words = text.original(range)
    for lead in ["并且", "并", "且", "、"] where words.hasPrefix(lead) && words.count > lead.count + 1 {
      return String(words.dropFirst(lead.count))
    }
    return words
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
