/// The pieces that the grammar of time rules works on; each covers a range of the folded text.
struct TimeToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case number(Int)
    case unit(TimeUnit)
    case word(TimeWord)
    /// 、 between items.
    case listMark
    /// A comma or a colon.
    case comma
    case colon
    /// Whatever ends a sentence: ; 。 a line break.
    case stop
    /// Anything in quotation marks, not looked into.
    case quotation
    /// A pair of brackets; the range is that of what is inside.
    case bracket
    case other
  }

  var kind: Kind
  /// What the token covers, brackets included.
  var range: Range<Int>

  /// Whether it is a number, a unit or a word that speaks of time: no rule's kernel begins with anything else.
  var isMeaningful: Bool {
    switch kind {
    case .number, .unit, .word: true
    case .listMark, .comma, .colon, .stop, .quotation, .bracket, .other: false
    }
  }

  var word: TimeWord? {
    if case .word(let word) = kind { word } else { nil }
  }

  var number: Int? {
    if case .number(let number) = kind { number } else { nil }
  }

  var unit: TimeUnit? {
    if case .unit(let unit) = kind { unit } else { nil }
  }

  func isWord(_ words: TimeWord...) -> Bool {
    guard let word else { return false }
    return words.contains(word)
  }
}

/// A unit of time as it is spoken of; several of them stand for a number of the units that rules know.
enum TimeUnit: Hashable, Sendable {
  case minute, hour, day, workday, week, fortnight, tenDays, halfMonth, month, bimonth, quarter, term, halfYear, year

  /// This many of the unit as a span; `nil` where the number is out of range. Rules count whole days, so hours become the
  /// days within which they end.
  func span(_ count: Int) -> TimeSpan? {
    guard count >= 1, count <= 10_000 else { return nil }
    switch self {
    case .minute: return TimeSpan((count + 24 * 60 - 1) / (24 * 60), .day)
    case .hour: return TimeSpan((count + 23) / 24, .day)
    case .day: return TimeSpan(count, .day)
    case .workday: return TimeSpan(count, .workday)
    case .week: return TimeSpan(count, .week)
    case .fortnight: return TimeSpan(2 * count, .week)
    case .tenDays: return TimeSpan(10 * count, .day)
    case .halfMonth: return TimeSpan(15 * count, .day)
    case .month: return TimeSpan(count, .month)
    case .bimonth: return TimeSpan(2 * count, .month)
    case .quarter: return TimeSpan(3 * count, .month)
    // A year has two school terms.
    case .term, .halfYear: return TimeSpan(6 * count, .month)
    case .year: return TimeSpan(count, .year)
    }
  }

  /// Half of the unit, for 一年半 and 两个半月.
  var half: TimeSpan? {
    switch self {
    case .month: TimeSpan(15, .day)
    case .year: TimeSpan(6, .month)
    default: nil
    }
  }
}

/// What a word says in a rule of time.
enum TimeWord: Hashable, Sendable {
  /// 每, 每隔
  case every
  /// 逢 before days of the month
  case onDays
  /// 按, 逐 before a unit
  case by
  /// 内, 以内
  case within
  /// 至少, 不少于
  case atLeast
  /// 超过, 多于
  case moreThan
  /// 以上
  case orMore
  /// 次, 条, 篇
  case times
  /// 更新, 发布, 公开: the column changes
  case update
  /// 巡检, 检测: somebody looks whether all is well
  case inspect
  /// 提供, 答复, 报送: somebody delivers
  case deliver
  /// 变更, 变动, 变化
  case change
  /// 动态调整, 随变随更: on change, in one word
  case onChange
  /// 及时, 尽快
  case prompt
  /// words that contain 及时 and mean something else
  case notPrompt
  case realtime
  case asNeeded
  case regular
  /// 同步
  case together
  /// 同, 与, 随 before a target
  case same
  /// 一致
  case equal
  /// 参照
  case following
  /// 按照, 根据, 依据
  case according
  /// 要求, 规定
  case demand
  /// 法定时限, 规定时间
  case legalTime
  /// 之日起
  case since
  /// 后, 之后
  case after
  case before
  /// 底, 末
  case end
  case beginning
  case middle
  case nextYear
  case thisYear
  case yearEnd
  case yearStart
  /// 全年, 年度内
  case wholeYear
  /// 第
  case ordinal
  case firstHalf
  case secondHalf
  /// 如, 若
  case ifWord
  /// 时, 的
  case when
  /// 即, 则, 就, 应, 须, 请: says nothing of time
  case filler
  /// 如, 例如 at the start of brackets; 含
  case example
  /// 除, 除外
  case except
  case exceptEnd
  /// 监测时间点前, 近, 最近
  case lately
  /// 有, 发生, 出现
  case occurs
  /// 当日
  case sameDay
  case nextDay
  case nextWorkday
  /// 次月, 次季度: before a day in it, a date of every period
  case nextMonth
  case nextQuarter
  /// 当月, 本周
  case thisPeriod
  /// 个
  case piece
}
