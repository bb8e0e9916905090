/// The number formats of automatic lists (ECMA-376 part 1, 17.18.59; their series are those of [MS-DOCX] 2.4).
enum WordNumberFormat {
  /// The value in a format. An unknown format, and a value that a format has no sign for, is written in digits.
  static func text(_ value: Int, format: String, customFormat: String? = nil) -> String {
    let digits = String(value)
    switch format {
    case "none", "bullet": return ""
    case "decimalZero": return value >= 0 && value < 10 ? "0" + digits : digits
    case "custom": return padded(value, like: customFormat ?? "")
    case "upperRoman": return roman(value) ?? digits
    case "lowerRoman": return roman(value)?.lowercased() ?? digits
    case "upperLetter": return letters(value, Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) ?? digits
    case "lowerLetter": return letters(value, Array("abcdefghijklmnopqrstuvwxyz")) ?? digits
    case "russianUpper": return letters(value, Array("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ")) ?? digits
    case "russianLower": return letters(value, Array("абвгдежзиклмнопрстуфхцчшщыэюя")) ?? digits
    case "ordinal": return digits + ordinalSuffix(value)
    case "cardinalText": return EnglishNumerals.cardinal(value).map(capitalised) ?? digits
    case "ordinalText": return EnglishNumerals.ordinal(value).map(capitalised) ?? digits
    case "hex": return value >= 0 ? String(value, radix: 16, uppercase: true) : digits
    case "chicago": return letters(value, Array("*†‡§")) ?? digits
    case "numberInDash": return "- \(digits) -"
    case "decimalFullWidth", "decimalFullWidth2": return shifted(digits, by: 0xff10 - 0x30)
    default: return eastAsian(value, format: format) ?? digits
    }
  }

  private static func eastAsian(_ value: Int, format: String) -> String? {
    guard value >= 0 else { return nil }
    switch format {
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": return circled(value)
    case "decimalEnclosedFullstop": return sign(value, first: 0x2488, count: 20)
    case "decimalEnclosedParen": return sign(value, first: 0x2474, count: 20)
    case "ideographEnclosedCircle": return sign(value, first: 0x3220, count: 10)
    case "chineseCounting", "taiwaneseCounting": return ChineseNumerals.countingBelowHundred(value, zero: "○")
    case "chineseCountingThousand": return ChineseNumerals.counting(value, .simplified)
    case "taiwaneseCountingThousand": return ChineseNumerals.counting(value, .traditional)
    case "japaneseCounting", "koreanDigital2": return ChineseNumerals.counting(value, .japanese)
    case "ideographDigital", "japaneseDigitalTenThousand": return ChineseNumerals.digitByDigit(value, zero: "〇")
    case "taiwaneseDigital": return ChineseNumerals.digitByDigit(value, zero: "○")
    case "chineseLegalSimplified": return ChineseNumerals.counting(value, .legalSimplified)
    case "ideographLegalTraditional": return ChineseNumerals.counting(value, .legalTraditional)
    case "japaneseLegal": return ChineseNumerals.counting(value, .legalJapanese)
    case "koreanCounting", "koreanLegal", "koreanDigital": return ChineseNumerals.counting(value, .korean)
    case "ideographTraditional": return member(value, of: stems)
    case "ideographZodiac": return member(value, of: branches)
    case "ideographZodiacTraditional":
      guard value >= 1 else { return nil }
      return String([stems[(value - 1) % 10], branches[(value - 1) % 12]])
    case "aiueo": return letters(value, Array("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"))
    case "aiueoFullWidth":
      return letters(value, Array("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"))
    case "iroha":
      return letters(value, Array("ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"))
    case "irohaFullWidth":
      return letters(value, Array("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"))
    case "ganada": return letters(value, Array("가나다라마바사아자차카타파하"))
    case "chosung": return letters(value, Array("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"))
    default: return nil
    }
  }

  private static let stems = Array("甲乙丙丁戊己庚辛壬癸")
  private static let branches = Array("子丑寅卯辰巳午未申酉戌亥")

  /// ① … ⑳, ㉑ … ㉟, ㊱ … ㊿; beyond that there is no sign.
  private static func circled(_ value: Int) -> String? {
    switch value {
    case 0: "⓪"
    case 1...20: sign(value, first: 0x2460, count: 20)
    case 21...35: sign(value - 20, first: 0x3251, count: 15)
    case 36...50: sign(value - 35, first: 0x32b1, count: 15)
    default: nil
    }
  }

  private static func sign(_ value: Int, first: UInt32, count: Int) -> String? {
    guard (1...count).contains(value), let scalar = Unicode.Scalar(first + UInt32(value - 1)) else { return nil }
    return String(Character(scalar))
  }

  private static func member(_ value: Int, of series: [Character]) -> String? {
    (1...series.count).contains(value) ? String(series[value - 1]) : nil
  }

  /// a … z, aa … zz, aaa …: the series again, each sign once more. Long runs are cut off, since a number may be anything.
  private static func letters(_ value: Int, _ series: [Character]) -> String? {
    guard value >= 1, (value - 1) / series.count < 20 else { return nil }
    return String(repeating: series[(value - 1) % series.count], count: (value - 1) / series.count + 1)
  }

  private static func roman(_ value: Int) -> String? {
    guard (1...32_767).contains(value) else { return nil }
    var rest = value
    var text = ""
    for (sign, worth) in [
      ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10),
      ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
    ] {
      while rest >= worth {
        text += sign
        rest -= worth
      }
    }
    return text
  }

  /// `001, 002, …` pads to three digits.
  private static func padded(_ value: Int, like pattern: String) -> String {
    let width = min(10, pattern.prefix { $0.isASCII && $0.isNumber }.count)
    let digits = String(value)
    return value < 0 ? digits : String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func shifted(_ digits: String, by distance: UInt32) -> String {
    var text = ""
    for scalar in digits.unicodeScalars {
      guard ("0"..."9").contains(scalar), let wide = Unicode.Scalar(scalar.value + distance) else { continue }
      text.unicodeScalars.append(wide)
    }
    return text
  }

  private static func ordinalSuffix(_ value: Int) -> String {
    if (11...13).contains(abs(value % 100)) { return "th" }
    switch abs(value % 10) {
    case 1: return "st"
    case 2: return "nd"
    case 3: return "rd"
    default: return "th"
    }
  }

  private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
