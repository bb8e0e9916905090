extension Unicode.Scalar {
  /// How many columns of a terminal or of a drawn table this character takes: 2 for wide ones, 0 for combining marks, else 1.
  ///
  /// Wide are those that Unicode Standard Annex #11 calls W or F, taken by block; ambiguous ones (box drawing, ★, “”) count 1.
  package var displayWidth: Int {
    switch value {
    case 0x20..<0x7F: 1
    case 0..<0x20, 0x7F..<0xA0: 0
    case 0x0300..<0x0370, 0x200B...0x200F, 0x20D0..<0x2100, 0xFE00..<0xFE10, 0xFE20..<0xFE30, 0xFEFF: 0
    case 0x1100..<0x1160, 0x2E80..<0x303F, 0x3041..<0x33FF, 0x3400..<0x4DC0, 0x4E00..<0xA4D0, 0xA960..<0xA980,
      0xAC00..<0xD7A4, 0xF900..<0xFB00, 0xFE10..<0xFE20, 0xFE30..<0xFE70, 0xFF01..<0xFF61, 0xFFE0..<0xFFE7,
      0x1F300..<0x1F650, 0x1F900..<0x1FA00, 0x20000..<0x3FFFE:
      2
    default: 1
    }
  }
}

extension StringProtocol {
  /// How many columns of a terminal the text takes; line breaks take none.
  package var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// The text with spaces behind it up to `width` columns; a wider text stays as it is.
  package func padded(toDisplayWidth width: Int) -> String {
    String(self) + String(repeating: " ", count: Swift.max(0, width - displayWidth))
  }

  /// As much of the text's beginning as fits into `width` columns, with `…` in place of what is left out.
  package func truncated(toDisplayWidth width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var kept = ""
    var room = width - 1
    for character in self {
      let needed = String(character).displayWidth
      guard needed <= room else { break }
      room -= needed
      kept.append(character)
    }
    return kept + "…"
  }
}
