/// Spans that count from now or from an event: 2周内, 信息形成之日起3个工作日内, 会议结束当日.
extension PeriodMatcher {
  func spanned(at index: Int) -> Match? {
    guard let found = span(at: index) else { return nil }
    if index > 0, finder.tokens[index - 1].word == .ordinal { return nil }
    // 24小时不间断更新 is no span.
    if finder.tokens[found.end - 1].unit == .hour, token(found.end)?.word == .realtime { return nil }
    if let event = event(before: index) ?? unmarkedEvent(before: index, end: found.end) {
      return after(event, found.span, end: found.end)
    }
    let back = previousMeaningful(before: index)
    if let back, finder.tokens[back].word == .before { return Match(kernel: nil, end: found.end) }
    let isRecent = back.map { finder.tokens[$0].word == .lately } ?? false
    let tail = count(from: found.end)
    if isRecent, tail.count == nil, coversPast(behind: found.end) { return Match(kernel: nil, end: found.end) }
    if tail.count != nil || isRecent {
      return interval(found.span, at: isRecent ? back ?? index : index, from: found.end)
    }
    let behind = finder.tokens[found.end...].compactMap(\.word)
    let verb = behind.first { $0 == .update || $0 == .deliver }
    let hasWithin = token(found.end)?.word == .within
    // 征集期不少于30日: how long something lasts.
    let isDuration = index > 0 && finder.tokens[index - 1].word == .atLeast && !hasWithin && verb == nil
    if isDuration, finder.words(finder.tokens[index - 1].range).hasPrefix("不") {
      return Match(kernel: nil, end: found.end)
    }
    if let back, finder.tokens[back].word == .moreThan, finder.isScalar(found.end, in: ["未", "不"]) {
      return overdue(found.span, verb: verb, at: back, end: found.end)
    }
    if context.isProse, !hasWithin || verb == nil { return nil }
    // 动态类2周、公告类6个月: a list mark closes a span as well.
    let closes = found.end == finder.tokens.count || token(found.end)?.kind == .listMark
    if !hasWithin, verb == nil, !closes { return nil }
    if verb == .deliver || (context == .supply) || (found.span.unit == .workday && verb == .deliver) {
      // 接到转办件5个工作日内反馈: receiving something is the event.
      let before = finder.words(finder.start(of: consumed)..<finder.start(of: index))
      let receives = EventReader.receives(before)
      var match = kernel(.after(event: receives ? before : "", within: found.span), at: index, end: tail.end)
      if receives { match.kernel?.prefix = finder.start(of: consumed)..<finder.start(of: consumed) }
      return match
    }
    var match = kernel(.interval(every: found.span, atLeast: 1), at: index, end: tail.end)
    match.kernel?.isDeadline = hasWithin
    return match
  }

  /// 发布近三年预决算, 近一年内的通知: which years the information covers, and not how often it comes; 近三个月内有更新
  /// is how often.
  private func coversPast(behind end: Int) -> Bool {
    guard context.isProse else { return false }
    if token(end)?.word == .within { return finder.isScalar(end + 1, in: ["的"]) }
    // 近三年保障房分配结果: a verb with an object behind it is a part of a name.
    if token(end)?.word == .update { return token(end + 1)?.kind == .other }
    return token(end)?.word != .atLeast
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

  /// 文件印发20个工作日内: an event without 后, known by its verb.
  private func unmarkedEvent(before index: Int, end: Int) -> Int? {
    guard token(end)?.word == .within, let back = previousMeaningful(before: index) else { return nil }
    let words = finder.words(finder.start(of: consumed)..<finder.tokens[back].range.upperBound)
    return words.count >= 4 && EventReader.endsAsEvent(words) ? back + 1 : nil
  }

  private func after(_ since: Int, _ span: TimeSpan, end: Int) -> Match {
    let split = EventReader(finder: finder).event(from: consumed, to: since)
    var match = kernel(.after(event: split.event, within: span), at: since, end: end, prefixEnd: split.start)
    match.kernel?.eventScope = split.scope
    if split.event.isEmpty { match.kernel?.prefix = finder.start(of: consumed)..<finder.start(of: consumed) }
    return match
  }

  /// 会议结束当日, 次日: within a day of what stands before.
  func sameDay(at index: Int) -> Match? {
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
    let before = finder.words(finder.start(of: consumed)..<finder.start(of: since))
    if since == index, !before.isEmpty, !EventReader.endsAsEvent(before), !EventReader.receives(before) {
      // 重要信息当天发布: what is published, and nothing that happens.
      return kernel(.after(event: "", within: span), at: index, end: index + 1)
    }
    return after(since, span, end: index + 1)
  }
}
