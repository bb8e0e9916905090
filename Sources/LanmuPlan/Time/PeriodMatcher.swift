/// Kernels with a number, a period or a date: 每月, 2周内, 信息形成之日起3个工作日内, 每年2月、8月, 次年1月底前.
struct PeriodMatcher {
  let finder: TimeKernelFinder
  /// The token at which this kernel's own words may begin: the end of the kernel before.
  let consumed: Int

  /// A match consumes tokens up to `end`; without a kernel they are no rule (a year in a date).
  struct Match {
    var kernel: TimeKernel?
    var end: Int
  }

  private var context: TimeRuleParser.Context { finder.context }
  private func token(_ index: Int) -> TimeToken? { finder.token(index) }

  func match(at index: Int) -> Match? {
    every(at: index) ?? byUnit(at: index) ?? calendar(at: index) ?? counted(at: index) ?? spanned(at: index)
      ?? unitAlone(at: index) ?? sameDay(at: index)
  }

  private func kernel(_ kind: TimeRule.Kind, at index: Int, end: Int, prefixEnd: Int? = nil) -> Match {
    var kernel = finder.make(kind, at: prefixEnd ?? index, from: consumed)
    kernel.isUpdate = true
    return Match(kernel: kernel, end: end)
  }

  // MARK: Spans

  /// 3个工作日, 3—6个月 (its far end), 一年半, 半年.
  func span(at index: Int) -> (span: TimeSpan, end: Int, isMonthName: Bool)? {
    if let unit = token(index)?.unit, [.halfYear, .halfMonth].contains(unit), let span = unit.span(1) {
      return (span, index + 1, false)
    }
    guard var number = token(index)?.number else { return nil }
    var next = index + 1
    if finder.isScalar(next, in: ["-", "至", "到"]), let far = token(next + 1)?.number {
      number = far
      next += 2
    }
    var hasPiece = false
    if token(next)?.word == .piece {
      hasPiece = true
      next += 1
    }
    guard let token = token(next), let unit = token.unit else { return nil }
    if unit == .halfMonth, let months = TimeUnit.month.span(number) {
      // 一个半月: the half belongs to the month.
      return (TimeSpan(months.count * 30 + 15, .day), next + 1, false)
    }
    if unit == .halfYear, hasPiece || number > 1 { return nil }
    guard var span = unit.span(number) else { return nil }
    next += 1
    if finder.isScalar(next, in: ["半"]), let half = unit.half {
      span =
        unit == .year ? TimeSpan(span.count * 12 + half.count, .month) : TimeSpan(span.count * 30 + half.count, .day)
      next += 1
    }
    let isMonthName = unit == .month && !hasPiece && token.range.count <= 2 && finder.words(token.range).hasPrefix("月")
    return (span, next, isMonthName)
  }

  // MARK: 每

  private func every(at index: Int) -> Match? {
    guard token(index)?.word == .every else { return nil }
    var next = index + 1
    if token(next)?.word == .piece { next += 1 }
    if token(next)?.word == .yearEnd {
      return kernel(.annual(by: MonthDay(month: 12, day: 31), yearOffset: 0), at: index, end: next + 1)
    }
    if let found = span(at: next) { return interval(found.span, at: index, from: found.end) }
    guard let unit = token(next)?.unit else { return nil }
    let skips = finder.words(finder.tokens[index].range) == "隔"
    guard let span = unit.span(skips ? 2 : 1) else { return nil }
    next += 1
    if unit == .year, let dated = YearPlace(finder: finder).place(at: next, yearOffset: 0) {
      return kernel(dated.kind, at: index, end: dated.end)
    }
    if unit == .week, let days = weekdays(at: next) {
      return interval(days.isRange ? TimeSpan(1, .workday) : span, at: index, from: days.end)
    }
    return interval(span, at: index, from: dayWithin(at: next))
  }

  /// 每月10日前, 每季度首月15日前: the day within the period, passed over.
  private func dayWithin(at index: Int) -> Int {
    for next in index..<min(index + 4, finder.tokens.count) where token(next)?.number != nil {
      let isDay = token(next + 1)?.unit == .day || finder.isScalar(next + 1, in: ["号"])
      if isDay, token(next + 2)?.isWord(.before, .within, .update, .deliver, .end) != false { return next + 2 }
      break
    }
    return index
  }

  /// 每周一, 每周一、三、五, 每周一至周五: days of the week, unless a counter or a unit follows (每周一次).
  private func weekdays(at index: Int) -> (end: Int, isRange: Bool)? {
    var next = index
    var found = false
    var isRange = false
    while let token = token(next) {
      let isDay = token.number.map { (1...6).contains($0) } ?? (token.unit == .day)
      guard isDay else { break }
      if self.token(next + 1)?.word == .times || self.token(next + 1)?.unit != nil
        || self.token(next + 1)?.word == .piece
      {
        break
      }
      found = true
      next += 1
      if self.token(next)?.kind == .listMark || self.token(next)?.word == .same { next += 1 }
      if finder.isScalar(next, in: ["至", "到", "-"]) {
        isRange = true
        next += 1
      }
      if self.token(next)?.unit == .week { next += 1 }
    }
    return found ? (next, isRange) : nil
  }

  /// A period with the number of items that a clause asks for.
  private func interval(_ span: TimeSpan, at index: Int, from next: Int) -> Match {
    let tail = count(from: next)
    return kernel(.interval(every: span, atLeast: tail.count ?? 1), at: index, end: tail.end)
  }

  /// The number of items behind a period: 至少更新2次, 不少于6次, 六次以上; and where the period's words end.
  private func count(from index: Int) -> (count: Int?, end: Int) {
    var next = index
    var end = index
    var more = false
    while let token = token(next) {
      if let number = token.number {
        if let result = countEnd(at: next, number: number, more: more) { return (result.count, result.end) }
        if self.token(next + 1)?.unit != nil || self.token(next + 1)?.word == .piece { break }
      }
      if token.isWord(.every, .since, .by, .lately) { break }
      if token.word == .moreThan { more = true }
      if token.kind == .listMark, token.range.count == 1 {
        // A list may hold further rules; nouns in a list do not matter.
        if finder.tokens[next...].contains(where: { $0.isWord(.every, .by) }) { break }
      }
      if token.isWord(.within, .filler, .atLeast, .moreThan, .update, .deliver, .orMore, .when, .prompt, .regular) {
        end = next + 1
      }
      next += 1
    }
    return (nil, end)
  }

  private func countEnd(at index: Int, number: Int, more: Bool) -> (count: Int, end: Int)? {
    var next = index + 1
    if finder.isScalar(next, in: ["-", "至", "到"]), token(next + 1)?.number != nil { next += 2 }
    if token(next)?.word == .piece { next += 1 }
    guard token(next)?.word == .times, number >= 1 else { return nil }
    next += 1
    if token(next)?.word == .orMore { next += 1 }
    let inclusive = finder.mentionsInclusive
    return (more && !inclusive ? number + 1 : number, next)
  }

  // MARK: 按月, 6次/年, 季度更新

  private func byUnit(at index: Int) -> Match? {
    guard token(index)?.word == .by, let unit = token(index + 1)?.unit, let span = unit.span(1) else { return nil }
    let next = token(index + 2)
    let fits =
      next == nil || next?.kind == .listMark
      || next?.isWord(.update, .deliver, .filler, .regular, .times, .prompt) == true
    guard fits, !context.isProse || finder.tokens[(index + 2)...].contains(where: { $0.isWord(.update, .deliver) })
    else {
      return nil
    }
    return interval(span, at: index, from: index + 2)
  }

  /// 2次/年, 全年不少于6次, 年度内…不少于6次.
  private func counted(at index: Int) -> Match? {
    guard let number = token(index)?.number else { return nil }
    let more = index > 0 && finder.tokens[index - 1].word == .moreThan
    guard let found = countEnd(at: index, number: number, more: more) else { return nil }
    if token(found.end)?.kind == .listMark, let unit = token(found.end + 1)?.unit, let span = unit.span(1) {
      return kernel(.interval(every: span, atLeast: found.count), at: index, end: found.end + 2)
    }
    let before = finder.tokens[consumed..<index]
    guard
      let period = before.lastIndex(where: {
        $0.word == .wholeYear || $0.unit == .year || $0.unit == .quarter || $0.unit == .month
      })
    else { return nil }
    let unit = finder.tokens[period].unit ?? .year
    guard let span = unit.span(1) else { return nil }
    return kernel(.interval(every: span, atLeast: found.count), at: period, end: found.end)
  }

  /// 季度更新, 月更, 双周更新一次: a unit without a number, in a time field only.
  private func unitAlone(at index: Int) -> Match? {
    if token(index)?.word == .thisPeriod {
      let words = finder.words(finder.tokens[index].range)
      let unit: TimeUnit = words.contains("月") ? .month : words.contains("周") ? .week : .quarter
      guard !context.isProse, let span = unit.span(1) else { return nil }
      return interval(span, at: index, from: index + 1)
    }
    guard !context.isProse, let unit = token(index)?.unit, let span = unit.span(1) else { return nil }
    if index > 0, finder.tokens[index - 1].isWord(.ordinal, .by) || finder.tokens[index - 1].number != nil {
      return nil
    }
    guard let next = token(index + 1) else {
      return index == consumed ? interval(span, at: index, from: index + 1) : nil
    }
    let isShort = finder.tokens[index].range.count == 1
    if isShort, next.word != .times, !(next.word == .within && unit == .year) { return nil }
    guard next.isWord(.update, .times, .within, .atLeast) || next.number != nil else { return nil }
    return interval(span, at: index, from: index + 1)
  }

  // MARK: Dates

  /// 次年1月底前, 年底前, 3月底前, 2月、8月; and years in dates, which are no rule.
  private func calendar(at index: Int) -> Match? {
    guard let first = token(index) else { return nil }
    if let year = first.number, year >= 1900, token(index + 1)?.unit == .year {
      // 2020年12月8日 is a day in the past, not a rule.
      var next = index + 2
      while let token = token(next), token.number != nil || token.unit != nil { next += 1 }
      return Match(kernel: nil, end: next)
    }
    let places = YearPlace(finder: finder)
    if first.isWord(.nextYear, .thisYear) {
      let offset = first.word == .nextYear ? 1 : 0
      guard let found = places.place(at: index + 1, yearOffset: offset) else {
        guard offset == 0, !context.isProse, token(index + 1)?.word == .within else { return nil }
        return interval(TimeSpan(1, .year), at: index, from: index + 2)
      }
      return kernel(found.kind, at: index, end: found.end)
    }
    if first.word == .yearEnd, !context.isProse || token(index + 1)?.word == .before {
      guard let found = places.place(at: index, yearOffset: 0) else { return nil }
      return kernel(found.kind, at: index, end: found.end)
    }
    guard first.number != nil || first.isWord(.ordinal, .firstHalf, .secondHalf) else { return nil }
    if index > 0, finder.tokens[index - 1].isWord(.since, .after) { return nil }
    guard let found = places.place(at: index, yearOffset: 0) else { return nil }
    if context.isProse {
      return finder.tokens[found.end - 1].word == .before ? kernel(found.kind, at: index, end: found.end) : nil
    }
    return kernel(found.kind, at: index, end: found.end)
  }

  // MARK: Spans from now or from an event

  private func spanned(at index: Int) -> Match? {
    guard let found = span(at: index) else { return nil }
    if index > 0, finder.tokens[index - 1].word == .ordinal { return nil }
    if let event = event(before: index) { return after(event, found.span, end: found.end) }
    let back = previousMeaningful(before: index)
    if let back, finder.tokens[back].word == .before { return Match(kernel: nil, end: found.end) }
    let isRecent = back.map { finder.tokens[$0].word == .lately } ?? false
    let tail = count(from: found.end)
    if tail.count != nil || isRecent {
      return interval(found.span, at: isRecent ? back ?? index : index, from: found.end)
    }
    let behind = finder.tokens[found.end...].compactMap(\.word)
    let verb = behind.first { $0 == .update || $0 == .deliver }
    let hasWithin = token(found.end)?.word == .within
    if let back, finder.tokens[back].word == .moreThan, finder.isScalar(found.end, in: ["未", "不"]) {
      return overdue(found.span, verb: verb, at: back, end: found.end)
    }
    if context.isProse, !hasWithin || verb == nil { return nil }
    if !hasWithin, verb == nil, found.end < finder.tokens.count { return nil }
    if verb == .deliver || (context == .supply) || (found.span.unit == .workday && verb == .deliver) {
      // 接到转办件5个工作日内反馈: receiving something is the event.
      let before = finder.words(finder.start(of: consumed)..<finder.start(of: index))
      let receives = ["收到", "接到", "接收"].contains(where: before.hasPrefix) && before.count > 2
      var match = kernel(.after(event: receives ? before : "", within: found.span), at: index, end: tail.end)
      if receives { match.kernel?.prefix = finder.start(of: consumed)..<finder.start(of: consumed) }
      return match
    }
    return kernel(.interval(every: found.span, atLeast: 1), at: index, end: tail.end)
  }

  /// 超过3个月未回应: not longer than that.
  private func overdue(_ span: TimeSpan, verb: TimeWord?, at index: Int, end: Int) -> Match? {
    guard let verb else { return nil }
    let kind: TimeRule.Kind = verb == .deliver ? .after(event: "", within: span) : .interval(every: span, atLeast: 1)
    return kernel(kind, at: index, end: end)
  }

  private func previousMeaningful(before index: Int) -> Int? {
    finder.tokens[consumed..<index].lastIndex { !$0.isWord(.filler, .atLeast) && $0.kind != .listMark }
  }

  /// The token 之日起 or 后 that a span counts from.
  private func event(before index: Int) -> Int? {
    guard let back = previousMeaningful(before: index) else { return nil }
    let token = finder.tokens[back]
    if token.isWord(.since, .after) { return back }
    // 形成后的3个工作日内
    if token.word == .when, back > consumed, finder.tokens[back - 1].isWord(.after, .since) { return back - 1 }
    return nil
  }

  private func after(_ since: Int, _ span: TimeSpan, end: Int) -> Match {
    let split = EventReader(finder: finder).event(from: consumed, to: since)
    var match = kernel(.after(event: split.event, within: span), at: since, end: end, prefixEnd: split.start)
    match.kernel?.eventScope = split.scope
    if split.event.isEmpty { match.kernel?.prefix = finder.start(of: consumed)..<finder.start(of: consumed) }
    return match
  }

  /// 会议结束当日, 次日: within a day of what stands before.
  private func sameDay(at index: Int) -> Match? {
    guard let word = token(index)?.word else { return nil }
    let span: TimeSpan
    switch word {
    case .sameDay, .nextDay: span = TimeSpan(1, .day)
    case .nextWorkday: span = TimeSpan(1, .workday)
    default: return nil
    }
    if context.isProse, !finder.tokens[index...].contains(where: { $0.isWord(.update, .deliver) }) { return nil }
    var since = index
    if index > consumed, finder.tokens[index - 1].isWord(.after, .when, .since) { since = index - 1 }
    return after(since, span, end: index + 1)
  }
}

extension TimeKernelFinder {
  /// Whether the clause's brackets say that a bound is included: 超过（含）6次.
  var mentionsInclusive: Bool {
    let words = text.folded(clauseRange)
    return words.contains("(含)") || words.contains("(含") || words.contains("含)")
  }
}
