/// Whole numbers in Chinese characters.
package enum ChineseNumerals {
  /// The characters of one way of writing numbers: digits from 0, the powers of ten below 10,000, and 10,000 and its square.
  struct Characters: Sendable {
    let digits: [Character]
    let tens: [String]
    let myriads: [String]
    /// Whether 10 is written 十 and not 一十.
    let dropsOneBeforeTen: Bool
    /// Whether 100 and 1000 are written 百 and 千 too (as in Japan).
    let dropsOneBeforeHundreds: Bool
    /// Whether a gap inside the number is bridged by a zero: 一百〇一, 一百零一.
    let zero: String

    static let simplified = Characters(
      digits: Array("〇一二三四五六七八九"), tens: ["", "十", "百", "千"], myriads: ["", "万", "亿"], dropsOneBeforeTen: true,
      dropsOneBeforeHundreds: false, zero: "零")
    static let traditional = Characters(
      digits: Array("〇一二三四五六七八九"), tens: ["", "十", "百", "千"], myriads: ["", "萬", "億"], dropsOneBeforeTen: true,
      dropsOneBeforeHundreds: false, zero: "零")
    static let japanese = Characters(
      digits: Array("〇一二三四五六七八九"), tens: ["", "十", "百", "千"], myriads: ["", "万", "億"], dropsOneBeforeTen: true,
      dropsOneBeforeHundreds: true, zero: "")
    static let legalSimplified = Characters(
      digits: Array("零壹贰叁肆伍陆柒捌玖"), tens: ["", "拾", "佰", "仟"], myriads: ["", "萬", "亿"], dropsOneBeforeTen: false,
      dropsOneBeforeHundreds: false, zero: "零")
    static let legalTraditional = Characters(
      digits: Array("零壹貳參肆伍陸柒捌玖"), tens: ["", "拾", "佰", "仟"], myriads: ["", "萬", "億"], dropsOneBeforeTen: false,
      dropsOneBeforeHundreds: false, zero: "零")
    static let legalJapanese = Characters(
      digits: Array("零壱弐参四伍六七八九"), tens: ["", "拾", "百", "阡"], myriads: ["", "萬", "億"], dropsOneBeforeTen: false,
      dropsOneBeforeHundreds: false, zero: "")
    static let korean = Characters(
      digits: Array("영일이삼사오육칠팔구"), tens: ["", "십", "백", "천"], myriads: ["", "만", "억"], dropsOneBeforeTen: true,
      dropsOneBeforeHundreds: true, zero: "")
  }

  /// By place values: 一百二十三. `value` is at least 0; from 10¹² on it is written digit by digit.
  static func counting(_ value: Int, _ characters: Characters) -> String {
    guard value > 0 else { return String(characters.digits[0]) }
    guard value < 1_000_000_000_000 else { return digitByDigit(value, zero: characters.digits[0]) }
    var text = ""
    var owesZero = false
    for group in [2, 1, 0] {
      let part = [value % 10_000, value / 10_000 % 10_000, value / 100_000_000][group]
      guard part > 0 else {
        owesZero = !text.isEmpty
        continue
      }
      for power in [3, 2, 1, 0] {
        let digit = [part % 10, part / 10 % 10, part / 100 % 10, part / 1000][power]
        guard digit > 0 else {
          owesZero = !text.isEmpty
          continue
        }
        if owesZero { text += characters.zero }
        owesZero = false
        let isBare =
          digit == 1
          && (power == 1 && characters.dropsOneBeforeTen && text.isEmpty
            || power >= 1 && characters.dropsOneBeforeHundreds)
        if !isBare { text.append(characters.digits[digit]) }
        text += characters.tens[power]
      }
      text += characters.myriads[group]
    }
    return text
  }

  /// Digit for digit: 一二三, with `zero` for 0.
  static func digitByDigit(_ value: Int, zero: Character) -> String {
    String(
      String(value).compactMap { character -> Character? in
        guard let digit = character.wholeNumberValue else { return nil }
        return digit == 0 ? zero : Characters.simplified.digits[digit]
      })
  }

  /// 一 … 九十九 by place values, beyond that digit for digit.
  static func countingBelowHundred(_ value: Int, zero: Character) -> String {
    value < 100 ? counting(value, .simplified) : digitByDigit(value, zero: zero)
  }
}
