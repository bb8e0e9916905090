public import LanmuDiagnostics

/// Words of a time field that its rules say more coarsely than the text does, or leave out.
public struct TimeDoubt: Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// Rules count whole days: 2小时内 stands as within a day.
    case partOfDay
    /// The calendar of schools is not known: 每学期 stands as six months.
    case schoolCalendar
    /// 逢5日、10日 stands as twice a month.
    case daysOfMonth
    /// Words behind a rule that may limit it and that no rule says.
    case unreadLimit
  }

  /// The words in doubt, as the document has them.
  public var text: String
  public var reason: Reason

  public init(text: String, reason: Reason) {
    self.text = text
    self.reason = reason
  }

  /// How likely the rule is what the words mean, as far as rules can say it.
  public var probability: Double {
    switch reason {
    case .partOfDay, .schoolCalendar, .daysOfMonth: 0.7
    case .unreadLimit: 0.5
    }
  }

  public var message: Message {
    switch reason {
    case .partOfDay:
      Message(
        zh: "“\(text)”短于一天，规则以天计，已按一天内处理，请人工掌握", en: "“\(text)” is less than days can say and stands as within a day")
    case .schoolCalendar:
      Message(
        zh: "“\(text)”依校历而定，学期按6个月、学年按1年处理，请核对",
        en: "“\(text)” goes by the school calendar; a term stands as six months, a school year as one year")
    case .daysOfMonth:
      Message(
        zh: "“\(text)”按每月更新相应次数处理，具体日期请人工掌握",
        en: "“\(text)” stands as that many items a month; the days are to be watched by hand")
    case .unreadLimit:
      Message(zh: "“\(text)”可能限制前面的时限，未列入规则，请核对", en: "“\(text)” may limit the time before it and is in no rule")
    }
  }
}

extension TimeDoubt {
  /// What the rules of one clause leave in doubt.
  static func doubts(
    about kernels: [TimeKernel], in clause: [TimeToken], of text: FoldedText, context: TimeRuleParser.Context
  ) -> [TimeDoubt] {
    var result: [TimeDoubt] = []
    for kernel in kernels {
      guard let core = kernel.coreEnd else { continue }
      let words = clause.filter { kernel.prefix.upperBound <= $0.range.lowerBound && $0.range.upperBound <= core }
      let read = text.original(kernel.textRange)
      if words.contains(where: { $0.word == .onDays }) { result.append(TimeDoubt(text: read, reason: .daysOfMonth)) }
      if words.contains(where: { isOfSchools($0, in: text) }) {
        result.append(TimeDoubt(text: read, reason: .schoolCalendar))
      }
      if !context.isProse, isBoundToOccasion(words, of: kernel) {
        result.append(TimeDoubt(text: read, reason: .unreadLimit))
      }
      if holdsPartOfDay(words) { result.append(TimeDoubt(text: read, reason: .partOfDay)) }
    }
    if !context.isProse, let core = kernels.last?.coreEnd {
      let rest = clause.filter { core <= $0.range.lowerBound && $0.kind != .bracket }
      if let first = rest.first, let last = rest.last, mayLimit(rest, in: text) {
        let words = text.original(first.range.lowerBound..<last.range.upperBound)
        result.append(TimeDoubt(text: words, reason: .unreadLimit))
      }
    }
    return result
  }

  private static func isOfSchools(_ token: TimeToken, in text: FoldedText) -> Bool {
    token.unit == .term || token.unit == .year && text.folded(token.range) == "学年"
  }

  /// 2小时, 每小时, 15分钟; 24小时 and 48小时 are whole days.
  private static func holdsPartOfDay(_ tokens: [TimeToken]) -> Bool {
    tokens.indices.contains { index in
      let number = index > tokens.startIndex ? tokens[index - 1].number : nil
      switch tokens[index].unit {
      case .minute: return true
      case .hour: return number.map { !$0.isMultiple(of: 24) } ?? true
      default: return false
      }
    }
  }

  /// Words that begin a limit, or a number that nothing took up.
  private static func mayLimit(_ tokens: [TimeToken], in text: FoldedText) -> Bool {
    guard let first = tokens.first, let last = tokens.last else { return false }
    let words = text.folded(first.range.lowerBound..<last.range.upperBound)
    if limits.contains(where: words.contains) { return true }
    return tokens.indices.contains { index in
      guard let number = tokens[index].number else { return false }
      // 上半年、下半年各1次, 3月底前更新一次: once by each of the dates.
      let before = index > tokens.startIndex ? tokens[index - 1] : nil
      let isOnce = number == 1 && (before.map { $0.word == .update || text.folded($0.range) == "各" } ?? true)
      return !isOnce && (index + 1 == tokens.endIndex || tokens[index + 1].word == .times)
    }
  }

  /// 每年国庆节前: a day of the year that has no date of its own.
  private static func isBoundToOccasion(_ tokens: [TimeToken], of kernel: TimeKernel) -> Bool {
    guard case .interval(let every, _) = kernel.kind, every.unit == .month || every.unit == .year else { return false }
    return tokens.indices.dropFirst().contains {
      tokens[$0].word == .before && (tokens[$0 - 1].kind == .other || tokens[$0 - 1].kind == .quotation)
    }
  }

  private static let limits = ["但", "除非", "除了", "不含", "不包括", "不包含", "否则", "直到", "直至", "仅限", "只限", "暂不", "可不"]
}
