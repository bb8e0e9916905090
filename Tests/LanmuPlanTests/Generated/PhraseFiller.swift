import LanmuTestSupport

/// Fills the places of a shape and of its meaning with the same values, in changing ways of writing.
struct PhraseFiller {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Lines `shape => meaning` of a list; a meaning may be empty.
  static func shapes(_ text: String) -> [(shape: String, meaning: String)] {
    text.split(separator: "\n").map { line in
      let parts = line.split(separator: " =>", maxSplits: 1)
      let meaning = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
      return (String(parts[0]), String(meaning))
    }
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[Int(random.next() % UInt64(list.count))] }

  /// Distinct members of a list.
  mutating func sample<Element>(_ count: Int, of list: [Element]) -> [Element] {
    var left = list
    return (0..<count).map { _ in left.remove(at: Int(random.next() % UInt64(left.count))) }
  }

  /// A number in Arabic, full-width or Chinese figures.
  mutating func writing(of number: Int, beforeCounter: Bool) -> String {
    switch random.next() % 6 {
    case 0, 1, 2: return String(number)
    case 3:
      return String(
        String.UnicodeScalarView(
          String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
    default: return PhraseFiller.chinese(number, beforeCounter: beforeCounter)
    }
  }

  static func chinese(_ number: Int, beforeCounter: Bool) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    if number == 2, beforeCounter { return "两" }
    guard number >= 10 else { return digits[number] }
    return (number < 20 ? "" : digits[number / 10]) + "十" + (number % 10 == 0 ? "" : digits[number % 10])
  }

  /// A text with its places `{key}` replaced.
  static func replace(in text: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let key = String(rest[rest.index(after: open)..<close])
      result += values[key] ?? "{" + key + "}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
