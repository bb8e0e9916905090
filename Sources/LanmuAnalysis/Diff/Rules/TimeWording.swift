import LanmuPlan

/// What is left of a time field's text without the words that its rules already say.
///
/// Where the rules of two texts are equal, equal remainders mean that nothing was changed (6个月内更新, 每半年更新一次).
enum TimeWording {
  static func remainder(_ text: String) -> [UInt32] {
    ComparableText.typography(text).filter { scalar in
      if scalar >= 0x30, scalar <= 0x39 { return false }
      return !spoken.contains(scalar)
    }
  }

  /// The days that a text names and its rules do not hold, in its order: the 20 of 每月20日前提供, whose rule is only 每月,
  /// the 5 of 每周五, and the days that 上旬, 月底 and 首月 end with, as days of a month.
  static func unsaidDays(_ text: String, _ rules: [TimeRule]) -> [Int] {
    var said = rules.reduce(into: Set([1])) { $0.formUnion(Self.numbers(of: $1)) }
    // The same span in another unit: 14天 for 2周, 12个月 for 1年.
    let small = said.filter { (1...100).contains($0) }
    said.formUnion(small.map { $0 * 7 } + small.map { $0 * 12 })
    let scalars = ComparableText.typography(text)
    var days: [Int] = []
    var place = 0
    while place < scalars.count {
      if let number = number(at: place, in: scalars) {
        if !said.contains(number.value) || isDay(place..<number.end, in: scalars) { days.append(number.value) }
        place = number.end
      } else {
        if place + 1 < scalars.count, let day = parts[[scalars[place], scalars[place + 1]]] { days.append(day) }
        place += 1
      }
    }
    return days
  }

  /// What another day means for who must keep it: an earlier one is stricter, where the text sets a last day at all.
  static func effect(from old: String, _ before: [Int], to new: String, _ after: [Int]) -> FieldChange.Effect {
    let differing = zip(before, after).filter { $0 != $1 }
    guard before.count == after.count, differing.count == 1, setsLastDay(old), setsLastDay(new) else { return .changed }
    return differing[0].1 < differing[0].0 ? .tightened : .loosened
  }

  private static func setsLastDay(_ text: String) -> Bool {
    text.unicodeScalars.contains { "前底末旬".unicodeScalars.contains($0) }
  }

  /// Whether a number is a day of the month (5日前, 5号之前) or of the week (周五), whatever spans the rules have.
  private static func isDay(_ range: Range<Int>, in scalars: [UInt32]) -> Bool {
    var behind = scalars[range.upperBound...]
    let front = scalars[..<range.lowerBound]
    // 周一 and 星期一, but neither 每周1次 nor 周期5天.
    if front.last == week || front.suffix(2).elementsEqual(weekday) {
      return behind.first.map(measures.contains) != true
    }
    guard let date = behind.popFirst(), dates.contains(date) else { return false }
    if let link = behind.first, links.contains(link) { behind.removeFirst() }
    return behind.first == by
  }

  /// The number in either script that begins at a place.
  private static func number(at place: Int, in scalars: [UInt32]) -> (value: Int, end: Int)? {
    var total = 0
    var current = 0
    var end = place
    while end < scalars.count, end - place < 9 {
      let scalar = scalars[end]
      if scalar >= 0x30, scalar <= 0x39 {
        current = current * 10 + Int(scalar - 0x30)
      } else if let digit = numerals[scalar] {
        current = current * 10 + digit
      } else if let unit = tens[scalar] {
        total += max(current, 1) * unit
        current = 0
      } else {
        break
      }
      end += 1
    }
    return end > place ? (total + current, end) : nil
  }

  private static func numbers(of rule: TimeRule) -> Set<Int> {
    var numbers: Set<Int> =
      switch rule.kind {
      case .interval(let every, let atLeast): [every.count, atLeast]
      case .months(let months): Set(months)
      case .annual(let day, _): [day.month, day.day]
      case .after(_, let within): [within.count]
      default: []
      }
    for exception in rule.exceptions { numbers.formUnion(self.numbers(of: exception)) }
    return numbers
  }

  private static let numerals = Dictionary(
    zip("零〇一二两三四五六七八九".unicodeScalars.map(\.value), [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9])
  ) { first, _ in first }
  private static let tens = Dictionary(zip("十百".unicodeScalars.map(\.value), [10, 100])) { first, _ in first }
  private static let week: UInt32 = 0x5468  // 周
  private static let weekday = "星期".unicodeScalars.map(\.value)
  private static let measures = Set("次个期条篇遍回天".unicodeScalars.map(\.value))
  private static let dates = Set("日号".unicodeScalars.map(\.value))
  private static let links = Set("之以".unicodeScalars.map(\.value))
  private static let by: UInt32 = 0x524D  // 前
  /// Parts of a month and of a quarter by the day on which they end.
  private static let parts = Dictionary(
    [("上旬", 10), ("中旬", 20), ("下旬", 31), ("月初", 1), ("月中", 15), ("月底", 31), ("月末", 31), ("首月", 1), ("末月", 31)]
      .map { ($0.0.unicodeScalars.map(\.value), $0.1) }
  ) { first, _ in first }

  /// Characters of numerals, measure words and the phrases around them.
  private static let spoken: Set<UInt32> = Set(
    "零〇一二三四五六七八九十百两半个年月季度周星期旬日天次每内之以后前各不少于至逢更新超过按为上,-:()\"".unicodeScalars.map(\.value))
}
