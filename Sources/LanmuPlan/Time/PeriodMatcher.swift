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

  var context: TimeRuleParser.Context { finder.context }
  func token(_ index: Int) -> TimeToken? { finder.token(index) }

  func match(at index: Int) -> Match? {
    every(at: index) ?? onDays(at: index) ?? byUnit(at: index) ?? calendar(at: index) ?? counted(at: index) ?? spanned(
      at: index)
      ?? unitAlone(at: index) ?? sameDay(at: index)
  }

  func kernel(_ kind: TimeRule.Kind, at index: Int, end: Int, prefixEnd: Int? = nil) -> Match {
    var kernel = finder.make(kind, at: prefixEnd ?? index, from: consumed)
    kernel.isUpdate = true
    kernel.coreEnd = finder.start(of: end)
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
    if token(next)?.word == .yearStart {
      return kernel(.annual(by: MonthDay(month: 1, day: 31), yearOffset: 0), at: index, end: next + 1)
    }
    if let found = span(at: next) { return interval(found.span, at: index, from: found.end) }
    guard let unit = token(next)?.unit, !endsPeriod(at: next + 1) else { return nil }
    let skips = finder.words(finder.tokens[index].range) == "隔"
    guard let span = unit.span(skips ? 2 : 1) else { return nil }
    next += 1
    if recurs(from: next) { return Match(kernel: nil, end: next) }
    if unit == .day, let start = workdays(before: index) {
      return interval(TimeSpan(1, .workday), at: start, from: next)
    }
    if unit == .year, let dated = YearPlace(finder: finder).place(at: next, yearOffset: 0) {
      return kernel(dated.kind, at: index, end: dated.end)
    }
    if unit == .week, let days = weekdays(at: next) {
      // 每周一至周五每日: the working days, told twice.
      let isTwice = days.isRange && token(days.end)?.word == .every && token(days.end + 1)?.unit == .day
      return interval(
        days.isRange ? TimeSpan(1, .workday) : span, at: index, from: days.end + (isTwice ? 2 : 0),
        atLeast: days.isRange ? 1 : days.count)
    }
    let longest = alternative(to: span, at: next)
    let days = daysWithin(at: longest.end)
    return interval(longest.span, at: index, from: days.end, atLeast: max(days.count, 1))
  }

  /// 每学期开学后10个工作日内: the period only says how often the event comes.
  private func recurs(from index: Int) -> Bool {
    guard let first = token(index), !first.isWord(.update, .deliver, .within, .atLeast, .filler, .after, .times),
      let mark = finder.tokens[index...].firstIndex(where: { $0.isWord(.after, .since) }), mark > index,
      !finder.tokens[index..<mark].contains(where: { $0.number != nil || $0.word == .times || $0.kind == .listMark })
    else { return false }
    guard let found = span(at: mark + 1) else { return false }
    return token(found.end)?.word == .within || found.end == finder.tokens.count
  }

  /// 每季度结束后: the period's end is an event.
  private func endsPeriod(at index: Int) -> Bool {
    let words = finder.words(finder.start(of: index)..<finder.clauseRange.upperBound)
    return ["结束", "终了", "届满", "期满"].contains(where: words.hasPrefix)
  }

  /// 工作日每天, 周一至周五每日: the token at which the words before 每天 that mean working days begin.
  private func workdays(before index: Int) -> Int? {
    for start in consumed..<max(consumed, index) {
      let words = finder.words(finder.start(of: start)..<finder.start(of: index))
      if PeriodMatcher.workdayWords.contains(words) { return start }
    }
    return nil
  }

  private static let workdayWords: Set<String> = [
    "工作日", "工作日内", "工作日的", "逢工作日", "在工作日", "周一至周五", "周一到周五", "星期一至星期五", "星期一到星期五", "每周一至周五",
  ]

  /// 按月度或季度, 每月或每季度: of two periods that a column may choose from, the longer is what can be held against it.
  private func alternative(to span: TimeSpan, at index: Int) -> (span: TimeSpan, end: Int) {
    var longest = span
    var end = index
    while finder.isScalar(end, in: ["或"]) {
      var next = end + 1
      if finder.isScalar(next, in: ["者"]) { next += 1 }
      if token(next)?.isWord(.every, .by) == true { next += 1 }
      if let found = self.span(at: next) {
        if found.span.roughDays > longest.roughDays { longest = found.span }
        end = found.end
      } else if let other = token(next)?.unit?.span(1) {
        if other.roughDays > longest.roughDays { longest = other }
        end = next + 1
      } else {
        break
      }
    }
    return (longest, end)
  }

  /// A period with the number of items that a clause asks for.
  func interval(_ span: TimeSpan, at index: Int, from next: Int, atLeast least: Int = 1) -> Match {
    let tail = count(from: next)
    // 每周三、周五各1条: on each of the days.
    let isEach = (next..<max(next, tail.end)).contains { finder.isScalar($0, in: ["各"]) }
    let total = tail.count.map { isEach ? $0 * least : $0 } ?? least
    return kernel(.interval(every: span, atLeast: total), at: index, end: tail.end)
  }

  /// The number of items behind a period: 至少更新2次, 不少于6次, 六次以上; and where the period's words end.
  func count(from index: Int) -> (count: Int?, end: Int) {
    var next = index
    var end = index
    var more = false
    while let token = token(next) {
      if let number = token.number {
        if let result = countEnd(at: next, number: number, more: more) { return (result.count, result.end) }
        // 每周≥2
        let isLast = next + 1 == finder.tokens.count && next > index && finder.tokens[next - 1].word == .atLeast
        if isLast, !context.isProse, number >= 1 { return (number, next + 1) }
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

  func countEnd(at index: Int, number: Int, more: Bool) -> (count: Int, end: Int)? {
    var next = index + 1
    if finder.isScalar(next, in: ["-", "至", "到"]), token(next + 1)?.number != nil { next += 2 }
    if token(next)?.word == .piece { next += 1 }
    // 半月一报, 一年一调整
    if number == 1, next == index + 1, !context.isProse, token(next)?.isWord(.update, .deliver, .change) == true,
      index > 0, finder.tokens[index - 1].unit != nil
    {
      return (1, next + 1)
    }
    guard token(next)?.word == .times, number >= 1 else { return nil }
    // 每月不超过5条 is no number that must be reached.
    if index > 0, PeriodMatcher.upperBounds.contains(finder.words(finder.tokens[index - 1].range)) { return nil }
    next += 1
    if token(next)?.word == .orMore { next += 1 }
    let inclusive = finder.mentionsInclusive
    return (more && !inclusive ? number + 1 : number, next)
  }

  private static let upperBounds: Set<String> = ["不超过", "最多", "至多", "≤", "<", "<=", "＜", "=", "不多于", "不得超过"]

  // MARK: 按月, 6次/年, 季度更新

  private func byUnit(at index: Int) -> Match? {
    guard token(index)?.word == .by, let unit = token(index + 1)?.unit, let span = unit.span(1) else { return nil }
    if let end = filing(behind: index + 2) { return Match(kernel: nil, end: end) }
    let longest = alternative(to: span, at: index + 2)
    let next = token(longest.end)
    let fits =
      next == nil || next?.kind == .listMark
      || next?.isWord(.update, .deliver, .filler, .regular, .times, .prompt) == true
    guard fits, !context.isProse || finder.tokens[(index + 2)...].contains(where: { $0.isWord(.update, .deliver) })
    else {
      return nil
    }
    return interval(longest.span, at: index, from: longest.end)
  }

  /// Where 按年份归档, 按年度分类整理 ends: what is in order by its period need not come each period.
  private func filing(behind index: Int) -> Int? {
    guard context.isProse else { return nil }
    let words = finder.words(finder.start(of: index)..<finder.clauseRange.upperBound)
    let isFiling = ["份", ""].contains { part in Self.filings.contains { words.hasPrefix(part + $0) } }
    return isFiling ? finder.tokens[index...].firstIndex { $0.kind == .listMark } ?? finder.tokens.count : nil
  }

  private static let filings = ["归档", "归类", "分类", "存档", "排列", "排序", "整理", "编目", "汇编", "分别", "展示", "进行归", "进行分"]

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
      let days = daysWithin(at: index + 1)
      return interval(span, at: index, from: days.end, atLeast: max(days.count, 1))
    }
    guard !context.isProse, let unit = token(index)?.unit, let span = unit.span(1) else { return nil }
    // 个工作日 has lost its number.
    if finder.words(finder.tokens[index].range).hasPrefix("个") { return nil }
    if index > 0, finder.tokens[index - 1].isWord(.ordinal, .by) || finder.tokens[index - 1].number != nil {
      return nil
    }
    if unit == .workday, finder.tokens[index...].prefix(4).contains(where: { $0.word == .every }) { return nil }
    if unit == .week, let days = weekdays(at: index + 1), token(days.end)?.isWord(.update, .deliver, .before) != false {
      return interval(
        days.isRange ? TimeSpan(1, .workday) : span, at: index, from: days.end, atLeast: days.isRange ? 1 : days.count)
    }
    let longest = alternative(to: span, at: index + 1)
    guard let next = token(longest.end) else {
      return index == consumed ? interval(longest.span, at: index, from: longest.end) : nil
    }
    // 日巡查、周抽查: a unit and what is done in each.
    let opensItem = index == consumed || finder.tokens[index - 1].kind == .listMark
    if opensItem, next.word == .inspect { return interval(longest.span, at: index, from: longest.end + 1) }
    // 月初更新, 季度末: a place within each period.
    if index == consumed, longest.end == index + 1, unit == .month || unit == .quarter,
      next.isWord(.beginning, .end, .middle), token(index + 2)?.isWord(.update, .deliver, .before) != false
    {
      return interval(longest.span, at: index, from: index + 2)
    }
    let isShort = finder.tokens[index].range.count == 1 && longest.end == index + 1
    let opens = index == consumed && next.word == .update
    if isShort, next.word != .times, !opens, !(next.word == .within && unit == .year) { return nil }
    let counts = next.number.map { countEnd(at: longest.end, number: $0, more: false) != nil } ?? false
    guard next.isWord(.update, .times, .within, .atLeast) || counts else { return nil }
    return interval(longest.span, at: index, from: longest.end)
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
    if let year = first.number, year >= 1900, token(index + 1)?.isWord(.yearEnd, .yearStart) == true {
      // 2023年底: once, and not every year.
      return Match(kernel: nil, end: index + 2)
    }
    let places = YearPlace(finder: finder)
    if first.isWord(.nextMonth, .nextQuarter) {
      // 次月10日前: every month has its next one.
      let days = daysWithin(at: index + 1)
      guard days.count > 0 || token(index + 1)?.isWord(.beginning, .end, .before, .middle) == true else { return nil }
      return interval(TimeSpan(first.word == .nextMonth ? 1 : 3, .month), at: index, from: days.end)
    }
    if first.isWord(.nextYear, .thisYear) {
      let offset = first.word == .nextYear ? 1 : 0
      guard let found = places.place(at: index + 1, yearOffset: offset) else {
        guard offset == 0, !context.isProse, token(index + 1)?.word == .within else { return nil }
        return interval(TimeSpan(1, .year), at: index, from: index + 2)
      }
      return kernel(found.kind, at: index, end: found.end)
    }
    if first.isWord(.yearEnd, .yearStart), !context.isProse || token(index + 1)?.word == .before {
      guard let found = places.place(at: index, yearOffset: 0) else { return nil }
      return kernel(found.kind, at: index, end: found.end)
    }
    if first.isWord(.firstHalf, .secondHalf), isDatedHalf(at: index) { return nil }
    guard first.number != nil || first.isWord(.ordinal, .firstHalf, .secondHalf) else { return nil }
    if index > 0, finder.tokens[index - 1].isWord(.since, .after) { return nil }
    guard let found = places.place(at: index, yearOffset: 0) else { return nil }
    if context.isProse {
      return finder.tokens[found.end - 1].word == .before ? kernel(found.kind, at: index, end: found.end) : nil
    }
    return kernel(found.kind, at: index, end: found.end)
  }
}

extension TimeSpan {
  /// For telling the longer of two spans only.
  fileprivate var roughDays: Int {
    switch unit {
    case .day, .workday: count
    case .week: 7 * count
    case .month: 30 * count
    case .year: 365 * count
    }
  }
}

extension TimeKernelFinder {
  /// Whether the clause's brackets say that a bound is included: 超过（含）6次.
  var mentionsInclusive: Bool {
    let words = text.folded(clauseRange)
    return words.contains("(含)") || words.contains("(含") || words.contains("含)")
  }
}
