/// The number with which a line of text opens a section: `二、…`, `（二）…`, `第二部分 …`.
struct SectionMark: Equatable {
  /// What stands before and behind the number.
  struct Manner: Hashable {
    fileprivate let opening: Character?
    fileprivate let closing: Character
  }

  let manner: Manner
  let value: Int

  /// `nil` for a line that opens with no such number.
  init?(_ text: String) {
    guard PageFurniture.opensSection(text), let first = text.first else { return nil }
    let opening = Self.digit(first) == nil ? first : nil
    let numerals = text.dropFirst(opening == nil ? 0 : 1).prefix { Self.digit($0) != nil }
    guard let value = Self.value(of: numerals),
      let closing = text.dropFirst((opening == nil ? 0 : 1) + numerals.count).first
    else { return nil }
    self.value = value
    manner = Manner(opening: opening.map(Self.wide), closing: Self.wide(closing))
  }

  /// 七, 十, 十二, 三十, 四十五.
  private static func value(of numerals: Substring) -> Int? {
    let digits = numerals.compactMap(digit)
    guard let first = digits.first else { return nil }
    switch digits.count {
    case 1: return first
    case 2 where first == 10 && digits[1] < 10: return first + digits[1]
    case 2 where first < 10 && digits[1] == 10: return first * 10
    case 3 where first < 10 && digits[1] == 10 && digits[2] < 10: return first * 10 + digits[2]
    default: return nil
    }
  }

  private static func digit(_ character: Character) -> Int? { digits.firstIndex(of: character).map { $0 + 1 } }

  private static func wide(_ mark: Character) -> Character {
    switch mark {
    case "(": "（"
    case ")": "）"
    case ".": "．"
    default: mark
    }
  }

  private static let digits: [Character] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
}
