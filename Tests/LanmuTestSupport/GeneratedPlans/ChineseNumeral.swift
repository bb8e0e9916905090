/// Writes numbers as Chinese counts sections.
package enum ChineseNumeral {
  /// A number from 1 to 99: 十, 十一, 二十, 二十一.
  package static func text(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (tens, ones) = (number / 10, number % 10)
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[ones]
  }
}
