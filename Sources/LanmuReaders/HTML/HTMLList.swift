internal import LanmuGrid

/// A list that is open, and the number that its next item gets.
struct HTMLList {
  /// How the numbers of an ordered list look.
  enum Style {
    case none, decimal, lowerAlpha, upperAlpha, lowerRoman, upperRoman, chinese
  }

  var style: Style
  private var next: Int
  private let step: Int

  init(style: Style, start: Int?, isReversed: Bool) {
    self.style = style
    step = isReversed ? -1 : 1
    next = start ?? 1
  }

  /// The number before an item's text, empty where the list has none; `value` sets it.
  mutating func marker(value: Int?) -> String {
    let number = value ?? next
    next = number.addingReportingOverflow(step).partialValue
    switch style {
    case .none: return ""
    case .decimal: return "\(number). "
    case .lowerAlpha: return letters(number).map { $0 + ". " } ?? "\(number). "
    case .upperAlpha: return letters(number).map { $0.uppercased() + ". " } ?? "\(number). "
    case .lowerRoman: return roman(number).map { $0 + ". " } ?? "\(number). "
    case .upperRoman: return roman(number).map { $0.uppercased() + ". " } ?? "\(number). "
    case .chinese: return ChineseNumeral.text(of: number).map { $0 + "、" } ?? "\(number)、"
    }
  }

  /// The style of a list by its `type` attribute and the `list-style` of its `style` attribute.
  static func style(type: String?, css: String?) -> Style {
    if let css = css?.lowercased(), let place = css.firstRange(of: "list-style") {
      let rest = css[place.upperBound...].prefix { $0 != ";" }
      let styles: [(String, Style)] = [
        ("none", .none), ("lower-alpha", .lowerAlpha), ("lower-latin", .lowerAlpha), ("upper-alpha", .upperAlpha),
        ("upper-latin", .upperAlpha), ("lower-roman", .lowerRoman), ("upper-roman", .upperRoman), ("decimal", .decimal),
        ("cjk-", .chinese), ("chinese", .chinese), ("disc", .none), ("circle", .none), ("square", .none),
      ]
      if let style = styles.first(where: { rest.contains($0.0) }) { return style.1 }
    }
    switch type {
    case "a": return .lowerAlpha
    case "A": return .upperAlpha
    case "i": return .lowerRoman
    case "I": return .upperRoman
    default: return .decimal
    }
  }

  private func letters(_ number: Int) -> String? {
    guard number > 0 else { return nil }
    var rest = number
    var result = ""
    while rest > 0 {
      rest -= 1
      result = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(rest % 26))) + result
      rest /= 26
    }
    return result
  }

  private func roman(_ number: Int) -> String? {
    guard (1...3999).contains(number) else { return nil }
    let digits = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
      (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var result = ""
    for (value, text) in digits {
      while rest >= value {
        result += text
        rest -= value
      }
    }
    return result
  }
}
