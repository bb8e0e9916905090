/// 上半年 and 下半年 where they are no date of their own.
extension PeriodMatcher {
  /// 上半年7月15日前: the half says which data are meant; the date behind it is the rule.
  func isDatedHalf(at index: Int) -> Bool {
    var next = index + 1
    while token(next)?.isWord(.filler, .when) == true { next += 1 }
    if token(next)?.isWord(.nextYear, .thisYear) == true { return true }
    guard let month = token(next)?.number, (1...12).contains(month), token(next + 1)?.unit == .month else {
      return false
    }
    return finder.words(finder.tokens[next + 1].range).hasPrefix("月")
  }
}
