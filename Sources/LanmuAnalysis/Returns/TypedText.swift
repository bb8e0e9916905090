/// What clerks type, read as generously as it can be without guessing.
enum TypedText {
  /// Full-width letters, digits and signs as ASCII; white space at the ends gone, runs of it one blank.
  static func folded(_ text: String) -> String {
    var result = ""
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "\u{3000}" || scalar == "\u{200B}" || scalar == "\u{FEFF}" {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace {
        result.append(" ")
        pendingSpace = false
      }
      if (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0) {
        result.unicodeScalars.append(ascii)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A label without everything that editing changes: white space, brackets and signs.
  static func key(_ text: String) -> String {
    String(String.UnicodeScalarView(folded(text).unicodeScalars.filter { $0.properties.isAlphabetic || isDigit($0) }))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  /// One of the words of a list: the word itself, or a text that begins with it.
  static func choice<Choice: RawRepresentable & CaseIterable>(_ text: String) -> Choice?
  where Choice.RawValue == String {
    let key = key(text)
    guard !key.isEmpty else { return nil }
    if let exact = Choice.allCases.first(where: { TypedText.key($0.rawValue) == key }) { return exact }
    let close = Choice.allCases.filter { key.hasPrefix(TypedText.key($0.rawValue)) }
    return close.count == 1 ? close.first : nil
  }

  /// A whole number, also with 条 behind it or in Chinese numerals; `nil` for anything else.
  static func count(_ text: String) -> Int? {
    var rest = folded(text).replacing(",", with: "").replacing(" ", with: "")[...]
    for unit in ["条", "篇", "次", "件", "个"] where rest.hasSuffix(unit) { rest = rest.dropLast(unit.count) }
    if let number = Int(rest), (0...99_999_999).contains(number) { return number }
    if let number = Double(rest), let whole = Int(exactly: number), (0...99_999_999).contains(whole) { return whole }
    return chineseCount(rest)
  }

  private static func chineseCount(_ text: Substring) -> Int? {
    let digits: [Character: Int] = [
      "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    let parts = text.split(separator: "十", omittingEmptySubsequences: false)
    func digit(_ part: Substring, empty: Int) -> Int? {
      part.isEmpty ? empty : part.count == 1 ? part.first.flatMap { digits[$0] } : nil
    }
    switch parts.count {
    case 1: return text.isEmpty ? nil : digit(text, empty: 0)
    case 2:
      guard let tens = digit(parts[0], empty: 1), let ones = digit(parts[1], empty: 0) else { return nil }
      return tens * 10 + ones
    default: return nil
    }
  }

  /// A date in any of its spellings. A bare number is a day of the worksheet's own calendar, as left behind when a
  /// date's cell loses its format.
  static func date(_ text: String, year: Int?) -> CivilDate? {
    let folded = folded(text)
    if let date = CivilDate(parsing: folded, assumedYear: year) { return date }
    if let serial = Double(folded), (36_526...73_050).contains(serial) {
      return CivilDate(year: 1899, month: 12, day: 30)?.adding(days: Int(serial))
    }
    // 12.5 and 12-5 name month and day as 12月5日 does.
    let parts = folded.split { ".-/".contains($0) }
    if parts.count == 2, let year, let month = Int(parts[0]), let day = Int(parts[1]), folded.count <= 5 {
      return CivilDate(year: year, month: month, day: day)
    }
    return nil
  }
}
