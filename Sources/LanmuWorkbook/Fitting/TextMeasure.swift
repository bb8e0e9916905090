/// How much room text takes, estimated without fonts: East Asian characters are one em wide, others a little over half.
///
/// The estimates are on the safe side for 宋体 and 黑体 and for the fonts that stand in for them elsewhere. Widths are in
/// em, so they are multiplied by the font's size.
enum TextMeasure {
  /// Latin letters of 宋体 are 0.5 em wide; stand-ins are up to a tenth wider.
  private static let narrow = 0.55
  /// Lines of stand-in fonts are as high as 1.44 em.
  static let lineHeight = 1.4
  private static let pointsPerPixel = 0.75

  /// A column's width in points for its width in digits: 7 pixels a digit of the standard font and 5 of padding.
  static func points(ofColumnWidth width: Double) -> Double {
    guard width > 0 else { return 0 }
    let pixels = width < 1 ? width * 12 : width * 7 + 5
    return pixels.rounded(.down) * pointsPerPixel
  }

  /// The width in digits of a column of so many points.
  static func columnWidth(ofColumnPoints points: Double) -> Double {
    (points / pointsPerPixel - 5) / 7
  }

  /// The width in digits that a column needs for a line of this many points.
  static func columnWidth(ofPoints points: Double) -> Double {
    (points / pointsPerPixel + 5) / 7
  }

  /// The points that a cell keeps free beside its text.
  static let cellPadding = 4.5

  /// The width of one line.
  static func width(of line: some StringProtocol, fontSize: Double) -> Double {
    var ems = 0.0
    for scalar in line.unicodeScalars { ems += width(of: scalar) }
    return ems * fontSize
  }

  /// Whether text surely fits one line, by a look at its bytes: no character is wider than one em, and none of ASCII than a
  /// narrow one. Most texts are settled by this.
  static func fitsOneLine(_ text: String, within available: Double, fontSize: Double) -> Bool {
    let bytes = text.utf8Span.span
    var ascii = 0
    var others = 0
    var start = 0
    while start + 8 <= bytes.count {
      let eight = EightBytes(bytes, at: start)
      if eight.places(of: 10) != 0 { return false }
      ascii += 8 - eight.others.nonzeroBitCount
      others += eight.leads.nonzeroBitCount
      start += 8
    }
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 10 { return false }
        ascii += 1
      } else if byte >= 0xC0 {
        others += 1
      }
    }
    return Double(ascii) * narrow + Double(others) <= available / fontSize - LineCounter.reserve
  }

  /// How many lines text takes in this many points, wrapped as worksheets do. At least 1.
  static func lineCount(of text: String, within available: Double, fontSize: Double) -> Int {
    var counter = LineCounter(within: available, fontSize: fontSize)
    counter.append(text)
    return counter.count
  }

  /// A character's width in em.
  static func width(of scalar: Unicode.Scalar) -> Double {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 ? 0 : value == 0xB7 || value == 0xD7 ? 1 : narrow }
    if value < 0x370 || (0x200B...0x200F).contains(value) || (0xFE00...0xFE0F).contains(value) { return 0 }
    if value < 0x1100 { return narrow + 0.05 }
    if value < 0x2000 { return value < 0x1200 ? 1 : narrow }
    return (0xFF61...0xFFDC).contains(value) ? narrow : 1
  }
}
