/// White space at the ends of a text that is still bytes; blanks of no width and byte order marks count as such.
enum BlankEnds {
  /// The part of a range of well-formed UTF-8 that neither begins nor ends with white space.
  static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = leading(text, start, end)
      if length == 0 { break }
      start += length
    }
    while start < end {
      let length = trailing(text, start, end)
      if length == 0 { break }
      end -= length
    }
    return start..<end
  }

  private static func leading(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let byte = text[start]
    if byte < 0x80 { return isBlank(byte) ? 1 : 0 }
    switch byte {
    case 0xC2: return end - start >= 2 && isBlank(0xC2, text[start + 1]) ? 2 : 0
    case 0xE1...0xE3, 0xEF: return end - start >= 3 && isBlank(byte, text[start + 1], text[start + 2]) ? 3 : 0
    default: return 0
    }
  }

  private static func trailing(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let byte = text[end - 1]
    if byte < 0x80 { return isBlank(byte) ? 1 : 0 }
    if end - start >= 2, text[end - 2] == 0xC2 { return isBlank(0xC2, byte) ? 2 : 0 }
    return end - start >= 3 && isBlank(text[end - 3], text[end - 2], byte) ? 3 : 0
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// U+0085, U+00A0.
  private static func isBlank(_ first: UInt8, _ second: UInt8) -> Bool { second == 0x85 || second == 0xA0 }

  /// U+1680, U+2000 to U+200B, U+2028, U+2029, U+202F, U+205F, U+3000, and the byte order mark.
  private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE3, 0x80): third == 0x80
    case (0xE2, 0x80): (0x80...0x8B).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): third == 0x9F
    case (0xE1, 0x9A): third == 0x80
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }
}
