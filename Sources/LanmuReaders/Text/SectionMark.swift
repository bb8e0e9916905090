internal import LanmuGrid

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
    let scalars = text.unicodeScalars
    let opening = scalars.first.map(ChineseNumeral.isNumeral) == true ? nil : first
    let numerals = scalars.dropFirst(opening == nil ? 0 : 1).prefix(while: ChineseNumeral.isNumeral)
    guard let value = ChineseNumeral.value(of: numerals), numerals.endIndex < text.endIndex else { return nil }
    let closing = text[numerals.endIndex]
    self.value = value
    manner = Manner(opening: opening.map(Self.wide), closing: Self.wide(closing))
  }

  private static func wide(_ mark: Character) -> Character {
    switch mark {
    case "(": "（"
    case ")": "）"
    case ".": "．"
    default: mark
    }
  }
}
