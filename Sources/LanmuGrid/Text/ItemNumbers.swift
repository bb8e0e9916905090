/// The numbers with which the items of a list within a text begin: 1.…；2.…, （一）…（二）…, ①…②….
package struct ItemNumbers: Sendable {
  package struct Number: Sendable {
    package var style: Style
    package var value: Int
  }

  package enum Style: Sendable {
    case circled, digits, numerals, bracketedDigits, bracketedNumerals
  }

  private let first: Number?
  private let last: Number?

  /// - Parameter text: text without white space.
  package init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var first: Number?
    var last: Number?
    var place = 0
    while place < scalars.count {
      guard place == 0 || Self.itemEnds.contains(scalars[place - 1]) || Self.circled.contains(scalars[place].value),
        let (number, end) = Self.number(in: scalars, at: place)
      else {
        place += 1
        continue
      }
      first = first ?? number
      last = number
      place = end
    }
    (self.first, self.last) = (first, last)
  }

  /// Whether items are counted on where another text stops.
  package func goOn(from above: ItemNumbers) -> Bool {
    guard let first, let last = above.last else { return false }
    return first.style == last.style && first.value == last.value + 1
  }

  /// Whether a text begins with the next number, even where that reads as a decimal: 2.3个工作日内答复.
  package func areCountedOn(by text: [Unicode.Scalar]) -> Bool {
    guard let last, last.style == .digits else { return false }
    return text.starts(with: "\(last.value + 1).".unicodeScalars)
  }

  private static let itemEnds = Set("；;。，,、：:".unicodeScalars)
  private static let circled: ClosedRange<UInt32> = 0x2460...0x2473

  /// The number that stands at a place, and the place behind it; `nil` if none does, or the place is behind the text's end.
  package static func number(in scalars: [Unicode.Scalar], at start: Int) -> (Number, end: Int)? {
    guard start < scalars.count else { return nil }
    if circled.contains(scalars[start].value) {
      return (Number(style: .circled, value: Int(scalars[start].value - circled.lowerBound) + 1), start + 1)
    }
    let isBracketed = scalars[start] == "(" || scalars[start] == "（"
    let begin = isBracketed ? start + 1 : start
    var end = begin
    while end < scalars.count, end - begin < 2, ("0"..."9").contains(scalars[end]) { end += 1 }
    let isDigits = end > begin
    if !isDigits {
      while end < scalars.count, end - begin < mostNumerals, ChineseNumeral.isNumeral(scalars[end]) { end += 1 }
    }
    guard end > begin, end < scalars.count, let value = value(of: scalars[begin..<end], isDigits) else { return nil }
    if isBracketed {
      guard scalars[end] == ")" || scalars[end] == "）" else { return nil }
      return (Number(style: isDigits ? .bracketedDigits : .bracketedNumerals, value: value), end + 1)
    }
    guard isDigits ? ".．、)）".unicodeScalars.contains(scalars[end]) : scalars[end] == "、" else { return nil }
    let isDecimal = end + 1 < scalars.count && scalars[end] == "." && ("0"..."9").contains(scalars[end + 1])
    return isDecimal ? nil : (Number(style: isDigits ? .digits : .numerals, value: value), end + 1)
  }

  private static func value(of scalars: ArraySlice<Unicode.Scalar>, _ areDigits: Bool) -> Int? {
    areDigits ? Int(String(String.UnicodeScalarView(scalars))) : ChineseNumeral.value(of: scalars)
  }

  private static let mostNumerals = 3
}
