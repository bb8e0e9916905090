/// Whole numbers in English words, as Word's `cardinalText` and `ordinalText` write them.
enum EnglishNumerals {
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
  private static let irregular = [
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
  ]

  /// `nil` outside 0 … 999,999.
  static func cardinal(_ value: Int) -> String? {
    switch value {
    case 0..<20: return small[value]
    case 20..<100: return tens[value / 10] + (value % 10 > 0 ? "-" + small[value % 10] : "")
    case 100..<1_000:
      return small[value / 100] + " hundred" + (cardinal(value % 100).map { value % 100 > 0 ? " " + $0 : "" } ?? "")
    case 1_000..<1_000_000:
      let rest = value % 1_000
      return (cardinal(value / 1_000) ?? "") + " thousand" + (cardinal(rest).map { rest > 0 ? " " + $0 : "" } ?? "")
    default: return nil
    }
  }

  static func ordinal(_ value: Int) -> String? {
    guard let words = cardinal(value) else { return nil }
    let cut = words.lastIndex { $0 == " " || $0 == "-" }.map { words.index(after: $0) } ?? words.startIndex
    let last = String(words[cut...])
    let head = words[..<cut]
    if let form = irregular[last] { return head + form }
    return head + (last.hasSuffix("y") ? last.dropLast() + "ieth" : last + "th")
  }
}
