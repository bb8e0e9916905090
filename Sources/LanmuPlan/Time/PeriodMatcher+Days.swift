/// Days named within a period: 每月10日前, 逢5日、10日, 每周一、三、五.
extension PeriodMatcher {
  /// 每月10日前, 每季度首月15日前, 每月1日、15日: the days within the period, and how many they are.
  func daysWithin(at index: Int) -> (end: Int, count: Int) {
    // 每季度第一个月的10日: the month is told first.
    let reach = token(index)?.word == .ordinal ? 7 : 4
    func isDay(_ place: Int) -> Bool { token(place)?.unit == .day || finder.isScalar(place, in: ["号"]) }
    let places = index..<min(index + reach, finder.tokens.count)
    guard var next = places.first(where: { token($0)?.number != nil && isDay($0 + 1) }) else { return (index, 0) }
    var end = index
    var count = 0
    while token(next)?.number != nil, isDay(next + 1) {
      count += 1
      end = next + 2
      // 25日至28日: within these days.
      if finder.isScalar(end, in: ["-", "至", "到"]), token(end + 1)?.number != nil, isDay(end + 2) { end += 3 }
      guard token(end)?.kind == .listMark || token(end)?.word == .same || finder.isScalar(end, in: ["及"]) else { break }
      next = end + 1
    }
    let closes =
      token(end)?.isWord(.before, .within, .update, .deliver, .end, .filler) != false || finder.isScalar(end, in: ["各"])
    return count > 0 && closes ? (end, count) : (index, 0)
  }

  /// 逢5日、10日更新: as often in each month as days are named; 逢周一更新: as often in each week.
  func onDays(at index: Int) -> Match? {
    guard token(index)?.word == .onDays else { return nil }
    if token(index + 1)?.unit == .week {
      // 逢周一更新: behind 逢 the figure is the day, and no count (周一更).
      let only = token(index + 2)?.number.map { (1...6).contains($0) } == true ? (end: index + 3, count: 1) : nil
      let named = weekdays(at: index + 2)
      guard named?.isRange != true, let days = named.map({ (end: $0.end, count: $0.count) }) ?? only else { return nil }
      return interval(TimeSpan(1, .week), at: index, from: days.end, atLeast: days.count)
    }
    var next = index + 1
    var count = 0
    var hasUnit = false
    while let number = token(next)?.number, (1...31).contains(number) {
      count += 1
      next += 1
      hasUnit = token(next)?.unit == .day || finder.isScalar(next, in: ["号"])
      if hasUnit { next += 1 }
      guard token(next)?.kind == .listMark || token(next)?.word == .same || finder.isScalar(next, in: ["及"]),
        token(next + 1)?.number != nil
      else { break }
      next += 1
    }
    guard hasUnit else { return nil }
    return interval(TimeSpan(1, .month), at: index, from: next, atLeast: count)
  }

  /// 每周一, 每周一、三、五, 每周一至周五: days of the week, unless a counter or a unit follows (每周一次).
  func weekdays(at index: Int) -> (end: Int, isRange: Bool, count: Int)? {
    var next = index
    var count = 0
    var isRange = false
    // 每周3-5条 counts items.
    if let number = token(index)?.number, countEnd(at: index, number: number, more: false) != nil { return nil }
    while let token = token(next) {
      let isDay = token.number.map { (1...6).contains($0) } ?? (token.unit == .day)
      guard isDay else { break }
      if self.token(next + 1)?.word == .times || self.token(next + 1)?.unit != nil
        || self.token(next + 1)?.word == .piece
      {
        break
      }
      count += 1
      next += 1
      if self.token(next)?.kind == .listMark || self.token(next)?.word == .same { next += 1 }
      if finder.isScalar(next, in: ["至", "到", "-"]) {
        isRange = true
        next += 1
      }
      if self.token(next)?.unit == .week { next += 1 }
    }
    return count > 0 ? (next, isRange, count) : nil
  }
}
