internal import LanmuGrid

/// The number with which the heading of a section starts: 一、…, 一. …, （二）…, 第三部分….
struct SectionNumber: Sendable, Equatable {
  let value: Int
  /// What stands before and behind the number.
  private let opening: Unicode.Scalar?
  private let closing: Unicode.Scalar

  /// `nil` for a text that starts with no such number.
  init?(_ heading: String) {
    var scalars = SimplifiedForms.scalars(of: heading)[...]
    opening = scalars.first.flatMap { Self.openings[$0] }
    if opening != nil { scalars.removeFirst() }
    let numerals = scalars.prefix(while: ChineseNumeral.isNumeral)
    guard let number = ChineseNumeral.value(of: numerals) else { return nil }
    guard let next = scalars.dropFirst(numerals.count).first else { return nil }
    switch opening {
    case "第": guard "部章节类篇".unicodeScalars.contains(next) else { return nil }
    case "（": guard next == "）" || next == ")" else { return nil }
    default: guard "、.．".unicodeScalars.contains(next), scalars.count > numerals.count + 1 else { return nil }
    }
    closing = next == ")" ? "）" : next == "." ? "．" : next
    value = number
  }

  /// Whether another number is counted in the same way: not 一、 and （一）.
  func isCounted(as other: SectionNumber) -> Bool { opening == other.opening && closing == other.closing }

  /// Whether it is the next number after another, counted in the same way.
  func follows(_ other: SectionNumber) -> Bool { isCounted(as: other) && value == other.value + 1 }

  private static let openings: [Unicode.Scalar: Unicode.Scalar] = ["第": "第", "（": "（", "(": "（"]
}
