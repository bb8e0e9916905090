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

  /// Characters of numerals, measure words and the phrases around them.
  private static let spoken: Set<UInt32> = Set(
    "零〇一二三四五六七八九十百两半个年月季度周星期旬日天次每内之以后前各不少于至逢更新超过按为上,-:()\"".unicodeScalars.map(\.value))
}
