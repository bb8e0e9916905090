/// A place within a year: a date, a month's end, a quarter, half a year, or a list of months.
struct YearPlace {
  let finder: TimeKernelFinder

  private func token(_ index: Int) -> TimeToken? { finder.token(index) }

  func place(at index: Int, yearOffset: Int) -> (kind: TimeRule.Kind, end: Int)? {
    var index = index
    while token(index)?.isWord(.filler, .when) == true { index += 1 }
    guard let first = token(index) else { return nil }
    func annual(_ month: Int, _ day: Int, _ end: Int) -> (kind: TimeRule.Kind, end: Int) {
      (.annual(by: MonthDay(month: month, day: day), yearOffset: yearOffset), skipBounds(from: end))
    }
    switch first.word {
    case .yearEnd, .end: return annual(12, 31, index + 1)
    case .beginning, .yearStart: return annual(1, 31, index + 1)
    case .firstHalf: return annual(6, 30, index + 1)
    case .secondHalf: return annual(12, 31, index + 1)
    default: break
    }
    if let quarter = quarter(at: index) {
      return annual(quarter.number * 3, MonthDay.lastDay(of: quarter.number * 3), quarter.end)
    }
    return months(at: index, annual: annual)
  }

  private func quarter(at index: Int) -> (number: Int, end: Int)? {
    var next = index
    let isOrdinal = token(next)?.word == .ordinal
    if isOrdinal { next += 1 }
    if let number = token(next)?.number, (1...4).contains(number), let end = listsQuarters(from: next) {
      return (number, end)
    }
    // 3个季度 counts quarters, 第一个季度 names one.
    guard let number = token(next)?.number, (1...4).contains(number), let unit = token(next + 1), unit.unit == .quarter,
      isOrdinal || !finder.words(unit.range).hasPrefix("个")
    else { return nil }
    // 1季度内更新 in Arabic figures means a span, 一季度 and 第1季度 a place in the year.
    let isArabic = finder.text.scalars[finder.tokens[next].range.lowerBound].isASCII
    if isArabic, !isOrdinal, token(next + 2)?.word == .within { return nil }
    if index == 0, !isOrdinal, token(next + 2)?.isWord(.end, .before) != true { return nil }
    return (number, next + 2)
  }

  /// 第二、四季度: the place behind the first figure's mark, where the noun stands behind the last figure only.
  private func listsQuarters(from index: Int) -> Int? {
    var next = index
    while let number = token(next)?.number, (1...4).contains(number),
      token(next + 1)?.kind == .listMark
        || token(next + 1)?.word == .same || finder.isScalar(next + 1, in: ["及"])
    {
      next += 2
      if token(next)?.word == .ordinal { next += 1 }
    }
    guard next > index, let last = token(next)?.number, (1...4).contains(last), token(next + 1)?.unit == .quarter,
      !finder.words(finder.tokens[next + 1].range).hasPrefix("个")
    else { return nil }
    return index + 2
  }

  private func months(
    at index: Int, annual: (Int, Int, Int) -> (kind: TimeRule.Kind, end: Int)
  ) -> (kind: TimeRule.Kind, end: Int)? {
    var months: [Int] = []
    var next = index
    var isComplete = false
    var runsFrom: Int?
    while let number = token(next)?.number, (1...12).contains(number) {
      if let start = runsFrom, start < number {
        months += (start + 1)...number
        runsFrom = nil
      } else {
        months.append(number)
      }
      next += 1
      isComplete = false
      if let unit = token(next), unit.unit == .month, finder.words(unit.range).hasPrefix("月") {
        isComplete = true
        next += 1
      }
      let separator = next
      if finder.isScalar(separator, in: ["-", "至", "到"]) { runsFrom = number }
      let continues =
        token(separator)?.kind == .listMark || token(separator)?.word == .same || runsFrom != nil
        || finder.isScalar(separator, in: ["及"])
      guard continues, let after = token(separator + 1)?.number, (1...12).contains(after) else {
        runsFrom = nil
        break
      }
      next = separator + 1
    }
    guard isComplete, !months.isEmpty else { return nil }
    // 一月一次 counts months.
    if token(next)?.number != nil, token(next + 1)?.isWord(.times, .piece, .update) == true { return nil }
    // 1月/次: a span.
    if months.count == 1, token(next)?.kind == .listMark, token(next + 1)?.word == .times { return nil }
    if months.count == 1, let dated = dated(month: months[0], at: next, annual: annual) { return dated }
    if token(next)?.word == .within, months.count == 1 {
      return annual(months[0], MonthDay.lastDay(of: months[0]), next + 1)
    }
    return (.months(Array(Set(months)).sorted()), next)
  }

  /// The day within a month: 10日, 底, 初, 中旬, or 前 alone (before the month begins).
  private func dated(
    month: Int, at index: Int, annual: (Int, Int, Int) -> (kind: TimeRule.Kind, end: Int)
  ) -> (kind: TimeRule.Kind, end: Int)? {
    guard let token = token(index) else { return nil }
    if let day = token.number, (1...31).contains(day) {
      let hasUnit = self.token(index + 1)?.unit == .day || finder.isScalar(index + 1, in: ["号"])
      guard hasUnit else { return nil }
      return annual(month, min(day, MonthDay.longestMonth(month)), index + 2)
    }
    switch token.word {
    case .end: return annual(month, MonthDay.lastDay(of: month), index + 1)
    case .beginning: return annual(month, 10, index + 1)
    case .middle: return annual(month, 20, index + 1)
    case .before:
      let previous = month == 1 ? 12 : month - 1
      return month == 1 ? nil : annual(previous, MonthDay.lastDay(of: previous), index)
    default: break
    }
    if finder.isScalar(index, in: ["上", "下"]), self.token(index + 1)?.unit == .tenDays {
      let isFirst = finder.isScalar(index, in: ["上"])
      return annual(month, isFirst ? 10 : MonthDay.lastDay(of: month), index + 2)
    }
    return nil
  }

  private func skipBounds(from index: Int) -> Int {
    var end = index
    while token(end)?.isWord(.end, .before, .within) == true { end += 1 }
    return end
  }
}

extension MonthDay {
  /// The last day of a month in a common year.
  static func lastDay(of month: Int) -> Int { month == 2 ? 28 : longestMonth(month) }
}
