/// Finds the kernels of rules in one clause. Kernels with a number or a period win over adverbs (每年定期更新 is yearly).
struct TimeKernelFinder {
  let text: FoldedText
  let tokens: [TimeToken]
  let context: TimeRuleParser.Context

  func kernels() -> [TimeKernel] {
    guard tokens.contains(where: \.isMeaningful), !holdsImpossibleTime else { return [] }
    let periodic = periodicKernels()
    if !periodic.isEmpty { return periodic }
    return adverbKernel().map { [$0] } ?? []
  }

  /// 13月, 2月30日, 0天, 999999999年: no time that a calendar has, so nothing around it can be trusted either.
  private var holdsImpossibleTime: Bool {
    tokens.indices.contains { index in
      if let number = tokens[index].number { return isImpossible(number, at: index) }
      let isFigure =
        tokens[index].kind == .other && tokens[index].range.count > 1
        && ("0"..."9").contains(text.scalars[tokens[index].range.lowerBound])
        && ("0"..."9").contains(text.scalars[tokens[index].range.upperBound - 1])
      let isDecimal = text.scalars[tokens[index].range].count(where: { $0 == "." }) < 2
      return isFigure && isDecimal && unit(behind: index) != nil && !text.scalars[tokens[index].range].contains(":")
    }
  }

  private func unit(behind index: Int) -> TimeUnit? {
    token(index + 1)?.word == .piece ? token(index + 2)?.unit : token(index + 1)?.unit
  }

  private func isImpossible(_ number: Int, at index: Int) -> Bool {
    guard let unit = unit(behind: index) else { return false }
    if number == 0 || number > 10_000 { return true }
    guard let next = token(index + 1), unit == .month, words(next.range) == "月" || words(next.range) == "月份" else {
      return false
    }
    if number > 12 { return true }
    guard let day = token(index + 2)?.number, token(index + 3)?.unit == .day || isScalar(index + 3, in: ["号"]) else {
      return false
    }
    return day > MonthDay.longestMonth(number)
  }

  private func periodicKernels() -> [TimeKernel] {
    var found: [TimeKernel] = []
    var index = 0
    var consumed = 0
    while index < tokens.count {
      if tokens[index].isMeaningful, let match = PeriodMatcher(finder: self, consumed: consumed).match(at: index) {
        if let kernel = match.kernel {
          // 每月数据于次月10日前公布 says one thing twice.
          let repeats = found.last.map { $0.kind == kernel.kind && isConnection(kernel.prefix) } ?? false
          if !repeats { found.append(kernel) }
          consumed = match.end
        }
        index = max(match.end, index + 1)
      } else {
        index += 1
      }
    }
    // Each rule's words run to where the next rule's begin; the last one's to the end of the clause.
    for place in found.indices {
      let end = place + 1 < found.count ? found[place + 1].prefix.lowerBound : clauseRange.upperBound
      found[place].textRange = found[place].prefix.lowerBound..<max(end, found[place].prefix.upperBound)
    }
    // 第二、四季度: the noun behind the last figure belongs to each of them.
    for place in found.indices.dropLast().reversed() {
      let range = found[place].textRange
      let next = found[place + 1]
      guard case .annual = found[place].kind, case .annual = next.kind, words(range).hasSuffix("、"),
        !tokens.contains(where: { range.contains($0.range.lowerBound) && $0.unit != nil && $0.unit != .year })
      else { continue }
      found[place].textRange = range.lowerBound..<next.textRange.upperBound
    }
    return found
  }

  /// Whether words between two kernels only tie them: no scope of its own.
  private func isConnection(_ range: Range<Int>) -> Bool {
    range.count <= 3 || ["数据", "信息", "内容"].contains { words(range).hasPrefix($0) }
  }

  var clauseRange: Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  func token(_ index: Int) -> TimeToken? { tokens.indices.contains(index) ? tokens[index] : nil }

  func start(of index: Int) -> Int {
    index < tokens.count ? tokens[index].range.lowerBound : clauseRange.upperBound
  }

  func words(_ range: Range<Int>) -> String { text.original(range) }

  func isScalar(_ index: Int, in scalars: Set<Unicode.Scalar>) -> Bool {
    guard let token = token(index), token.range.count == 1 else { return false }
    return scalars.contains(text.scalars[token.range.lowerBound])
  }

  /// Whether a condition says that something changed (如有变动, 变更后), and not that nothing did.
  static func speaksOfChange(_ condition: String) -> Bool {
    let says = ["变更", "变动", "变化", "调整", "修改", "修订", "改动", "有新", "有最新"].contains { condition.contains($0) }
    return says && !["无变", "没有", "未变", "不变", "无调整"].contains { condition.contains($0) }
  }

  // MARK: Adverbs

  private func adverbKernel() -> TimeKernel? {
    follows() ?? realtime() ?? onChange() ?? asNeeded() ?? demandedTime() ?? prompt() ?? regular() ?? external()
  }

  func make(_ kind: TimeRule.Kind, at index: Int, from start: Int = 0) -> TimeKernel {
    let verbs = tokens[min(index, tokens.count)...].compactMap(\.word)
    return TimeKernel(
      kind: kind, prefix: self.start(of: start)..<self.start(of: index), textRange: clauseRange,
      isUpdate: verbs.contains { $0 == .update || $0 == .change } && !verbs.contains(.deliver))
  }

  private func first(_ word: TimeWord) -> Int? { tokens.firstIndex { $0.word == word } }

  /// Whether a verb stands soon behind a token; in prose an adverb alone says nothing.
  private func hasVerb(after index: Int, within reach: Int = 4) -> Bool {
    tokens[min(index + 1, tokens.count)...].prefix(reach).contains { $0.isWord(.update, .deliver, .change) }
  }

  private func realtime() -> TimeKernel? {
    guard let index = first(.realtime) else { return nil }
    // 有变化即时更新: at once, whenever it changes.
    if words(tokens[index].range) == "即时", tokens[..<index].contains(where: { $0.word == .change }) { return nil }
    if context.isProse, !words(tokens[index].range).hasPrefix("自动"), !hasVerb(after: index, within: 2) { return nil }
    return make(.realtime, at: index)
  }

  private func asNeeded() -> TimeKernel? {
    guard let index = first(.asNeeded) else { return asCircumstancesDemand() }
    if context.isProse, !hasVerb(after: index) || first(.prompt) != nil { return nil }
    if first(.prompt) != nil, token(index + 1)?.isWord(.update) != true { return nil }
    return make(.asNeeded, at: index)
  }

  /// 根据业务开展情况更新: in words of its own.
  private func asCircumstancesDemand() -> TimeKernel? {
    guard !context.isProse, first(.prompt) == nil, let start = tokens.firstIndex(where: { $0.isWord(.according, .by) }),
      let verb = tokens[start...].lastIndex(where: { $0.isWord(.update) })
    else { return nil }
    let about = words(tokens[start].range.upperBound..<tokens[verb].range.lowerBound)
    let grounds = ["情况", "进展", "进度", "实际", "需要", "需求"]
    return grounds.contains(where: about.hasSuffix) ? make(.asNeeded, at: start) : nil
  }

  private func prompt() -> TimeKernel? {
    for (index, token) in tokens.enumerated() where token.word == .prompt {
      let listed = self.token(index + 1)?.kind == .listMark
      if context.isProse, listed, index > 0, tokens[index - 1].kind != .listMark { continue }
      var kernel = make(.prompt, at: index)
      let before = index > 0 ? tokens[index - 1] : nil
      if before?.isWord(.update, .deliver) == true, self.token(index + 1)?.isWord(.update, .deliver) != true {
        kernel.isPredicate = true
        kernel.isUpdate = before?.word == .update
      }
      return kernel
    }
    return nil
  }

  private func regular() -> TimeKernel? {
    guard let index = first(.regular) else { return nil }
    if context.isProse {
      let word = words(tokens[index].range)
      guard word.hasPrefix("定期") || word.hasSuffix("一定周期") else { return nil }
    }
    return make(.regular, at: index)
  }

  // MARK: Changes

  private func onChange() -> TimeKernel? {
    if let index = first(.onChange) {
      let next = token(index + 1)
      // 及时公开…动态调整信息: the word is part of a name.
      let isName = context.isProse && (next?.kind == .other || first(.prompt).map { $0 < index } == true)
      if !isName {
        // 如有变动即更新: what happens is said by the word itself.
        let start = tokens[..<index].lastIndex { !$0.isWord(.occurs, .ifWord) }.map { $0 + 1 } ?? 0
        return make(.onChange, at: start)
      }
    }
    for (index, token) in tokens.enumerated() where token.word == .change || isUpdateUsedAsChange(index) {
      guard changeEnd(after: index) != nil else { continue }
      // The words 有/发生/出现, 如 and 因 before the change belong to it.
      var start = index
      var reach = 0
      var back = index - 1
      while back >= 0, reach < 6 {
        if tokens[back].isWord(.occurs, .ifWord) {
          start = back
        } else if tokens[back].isWord(.according, .same, .by) {
          start = back
          break
        } else if tokens[back].kind == .listMark, back > 0, !tokens[back - 1].isWord(.change, .update) {
          break
        } else if tokens[back].kind == .listMark || tokens[back].word == .change || tokens[back].word == .update {
          start = min(start, back)
        } else {
          reach += 1
        }
        back -= 1
      }
      if start < index, tokens[start].kind == .listMark { start += 1 }
      // 机构调整或人员变动时: of two changes the first keeps its noun.
      if start < index, tokens[start].word == .change, isScalar(start + 1, in: ["或", "及"]) { start = 0 }
      if saysNo(before: index) { return nil }
      var kernel = make(.onChange, at: start)
      kernel.isOpen = !tokens[(index + 1)...].contains { $0.isWord(.update, .change) }
      return kernel
    }
    return nil
  }

  /// 有更新时, 有发布即: a verb of updating behind 有.
  private func isUpdateUsedAsChange(_ index: Int) -> Bool {
    guard tokens[index].word == .update, index > 0 else { return false }
    return tokens[index - 1].isWord(.occurs) && token(index + 1)?.isWord(.when, .after, .filler, .prompt) == true
  }

  private func saysNo(before index: Int) -> Bool {
    let start = clauseRange.lowerBound
    let words = self.words(start..<tokens[index].range.lowerBound)
    return ["无", "没有", "未", "不"].contains { words.hasSuffix($0) }
  }

  /// The verb that a change asks for: change, then 时/后/即/的/及时…, then a verb of updating or the end of a time field.
  private func changeEnd(after index: Int) -> Int? {
    var next = index + 1
    var linked = false
    while let token = token(next) {
      if token.isWord(.when, .after, .filler, .prompt, .realtime, .change, .occurs) {
        linked = true
      } else if token.isWord(.update) {
        if self.token(next + 1)?.isWord(.when, .after) == true { return nil }
        if tokens[next...].contains(where: { $0.word == .deliver }) { return nil }
        return linked || opensChange(before: index) ? next : nil
      } else if token.kind != .listMark, !["内容", "信息", "事项"].contains(words(token.range)) {
        return nil
      }
      next += 1
    }
    return context.isProse || !linked || tokens.last?.word == .prompt ? nil : next
  }

  /// 有变动更新, 根据变化更新: what stands before the change makes it one.
  private func opensChange(before index: Int) -> Bool {
    let before = tokens[..<index]
    if before.contains(where: { $0.isWord(.occurs, .ifWord) }) { return true }
    let isChange = ["变化", "变动", "变更"].contains { words(tokens[index].range).hasPrefix($0) }
    return isChange && before.contains { $0.isWord(.according, .same, .by) }
  }

  // MARK: Other people's clocks

  private func follows() -> TimeKernel? {
    if let index = first(.together), !context.isProse || words(tokens[index].range).hasSuffix("同步") {
      if let same = tokens[..<index].lastIndex(where: { $0.isWord(.same, .following) }) {
        let target = trimTarget(tokens[same].range.upperBound..<tokens[index].range.lowerBound)
        return make(.follows(target: target), at: same)
      }
      if context.isProse, !hasVerb(after: index, within: 1) { return nil }
      // 实时同步: at once, after no other column.
      if index > 0, tokens[index - 1].word == .realtime, index + 1 == tokens.count { return nil }
      let hasVerb = token(index + 1)?.isWord(.update, .deliver) == true
      let target = hasVerb ? "" : trimTarget(tokens[index].range.upperBound..<clauseRange.upperBound)
      return make(.follows(target: target), at: index)
    }
    if let index = first(.following) {
      let target = trimTarget(tokens[index].range.upperBound..<clauseRange.upperBound)
      return target.isEmpty ? nil : make(.follows(target: target), at: index)
    }
    if !context.isProse, let equal = first(.equal), let same = tokens[..<equal].lastIndex(where: { $0.word == .same }) {
      let target = trimTarget(tokens[same].range.upperBound..<tokens[equal].range.lowerBound)
      return make(.follows(target: target), at: same)
    }
    guard let start = first(.same), start + 1 < tokens.count else { return nil }
    let opening = tokens[start]
    // 更新频率同“工作动态”: a general subject may stand before.
    guard
      start == 0 || !context.isProse && ScopeReader.isGeneral(words(clauseRange.lowerBound..<opening.range.lowerBound))
    else { return nil }
    // In prose only a clause that says nothing else: 同“基础信息”栏目.
    if context.isProse, tokens[1].kind != .quotation || words(clauseRange).count > tokens[1].range.count + 3 {
      return nil
    }
    if tokens[(start + 1)...].contains(where: { $0.isWord(.change) }) { return nil }
    let target = trimTarget(opening.range.upperBound..<clauseRange.upperBound)
    return target.isEmpty ? nil : make(.follows(target: target), at: start)
  }

  /// A target without quotation marks and the verbs behind it.
  private func trimTarget(_ range: Range<Int>) -> String {
    var name = words(range)
    let tails = ["自动", "实时", "及时", "保持", "进行", "执行", "更新", "提供", "发布", "公开", "频率", "标准", "时间", "要求", "的"]
      .filter { !context.isProse || $0 != "时间" && $0 != "发布" }
    while let tail = tails.first(where: { name.hasSuffix($0) && name.count > $0.count }) { name.removeLast(tail.count) }
    if name.hasPrefix("栏目“") || name.hasPrefix("栏目\"") { name.removeFirst(2) }
    let marks: Set<Character> = ["“", "”", "\"", "「", "」", "《", "》"]
    if name.hasSuffix("栏目"), name.contains("”") || name.contains("\"") { name.removeLast(2) }
    if let first = name.first, let last = name.last, marks.contains(first), marks.contains(last) {
      name = String(name.filter { !marks.contains($0) })
    }
    return name
  }

  /// A time that somebody sets is more than an adverb: 在规定时间内及时反馈, 按上级要求及时更新.
  private func demandedTime() -> TimeKernel? {
    if first(.legalTime) != nil { return external() }
    guard !context.isProse, first(.prompt) != nil, let kernel = external(), case .external(let authority) = kernel.kind,
      !authority.isEmpty
    else { return nil }
    return kernel
  }

  private func external() -> TimeKernel? {
    if let index = first(.legalTime) {
      let name = words(tokens[index].range)
      var kernel = make(.external(authority: name.contains("法定") ? "法定" : ""), at: index)
      if let according = tokens[..<index].lastIndex(where: { $0.isWord(.according, .by) }) {
        let authority = trimAuthority(tokens[according].range.upperBound..<tokens[index].range.lowerBound)
        kernel = make(.external(authority: authority.isEmpty && name.contains("法定") ? "法定" : authority), at: according)
      }
      return kernel
    }
    guard let according = tokens.firstIndex(where: { $0.isWord(.according, .by) }) else { return nil }
    guard let demand = tokens[(according + 1)...].firstIndex(where: { $0.word == .demand }) else { return nil }
    if context.isProse {
      let says = ["要求", "规定"].contains(words(tokens[demand].range))
      guard says, according == 0, demand > according + 1, tokens[demand...].contains(where: { $0.isWord(.update) })
      else {
        return nil
      }
    }
    let authority = trimAuthority(tokens[according].range.upperBound..<tokens[demand].range.lowerBound)
    return make(.external(authority: authority), at: according)
  }

  private func trimAuthority(_ range: Range<Int>) -> String {
    var name = words(range)
    for tail in ["的", "相关", "有关", "工作", "明确", "统一", "具体", "最新", "通知"] where name.hasSuffix(tail) {
      name.removeLast(tail.count)
    }
    return name
  }
}
