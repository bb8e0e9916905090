/// A number below a hundred in Chinese numerals: 七, 十, 十二, 三十, 四十五.
package enum ChineseNumeral {
  /// The number that numerals make up; `nil` if they make up none, or there are others among them.
  package static func value(of numerals: some Sequence<Unicode.Scalar>) -> Int? {
    let parts = Array(numerals).split(separator: "十", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.count <= 1 }) else { return nil }
    let values = parts.map { part in part.first.map { digits.firstIndex(of: $0).map { $0 + 1 } } ?? 0 }
    guard let first = values[0] else { return nil }
    guard values.count == 2 else { return first > 0 ? first : nil }
    guard let ones = values[1] else { return nil }
    return max(1, first) * 10 + ones
  }

  /// A number from 1 to 99 in numerals (十 for 10, 二十一 for 21); `nil` for any other.
  package static func text(of number: Int) -> String? {
    guard (1...99).contains(number) else { return nil }
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    var scalars = String.UnicodeScalarView()
    if tens > 1 { scalars.append(digits[tens - 1]) }
    if tens > 0 { scalars.append("十") }
    if ones > 0 { scalars.append(digits[ones - 1]) }
    return String(scalars)
  }

  package static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { scalar == "十" || digits.contains(scalar) }

  private static let digits = Array("一二三四五六七八九".unicodeScalars)
}
