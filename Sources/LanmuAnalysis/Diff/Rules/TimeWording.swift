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

  /// The numbers of a text that its rules do not hold: the 20 of 每月20日前提供, whose rule is only 每月.
  static func unsaidNumbers(_ text: String, _ rules: [TimeRule]) -> [Int] {
    var said = rules.reduce(into: Set([1])) { $0.formUnion(Self.numbers(of: $1)) }
    // The same span in another unit: 14天 for 2周, 12个月 for 1年.
    let small = said.filter { (1...100).contains($0) }
    said.formUnion(small.map { $0 * 7 } + small.map { $0 * 12 })
    var numbers: [Int] = []
    var digits = ""
    for scalar in ComparableText.typography(text) + [0x20] {
      if scalar >= 0x30, scalar <= 0x39, let digit = Unicode.Scalar(scalar) {
        digits.unicodeScalars.append(digit)
      } else {
        if let number = Int(digits), !said.contains(number) { numbers.append(number) }
        digits = ""
      }
    }
    return numbers
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

  /// Characters of numerals, measure words and the phrases around them.
  private static let spoken: Set<UInt32> = Set(
    "零〇一二三四五六七八九十百两半个年月季度周星期旬日天次每内之以后前各不少于至逢更新超过按为上,-:()\"".unicodeScalars.map(\.value))
}
