/// Text made fit for a worksheet.
enum CellText {
  /// The most UTF-16 units that a cell holds.
  static let maximumLength = 32_767

  /// The text as the file may hold it, and whether it had to be cut.
  ///
  /// Line ends become `\n`; NUL and the two non-characters, which XML cannot hold, are dropped. A literal `_x0041_` is
  /// escaped, because readers would take it for a character.
  static func fit(_ text: String) -> (text: String, wasCut: Bool) {
    let isPlain = isPlain(text)
    if isPlain, text.utf8.count <= maximumLength { return (text, false) }
    let result = isPlain ? text : cleaned(text)
    guard result.utf16.count > maximumLength else { return (result, false) }
    return (cut(result, to: maximumLength, mark: "……（内容过长，已截断）"), true)
  }

  /// Whether nothing of the text has to be dropped or escaped.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    var start = 0
    var previous: UInt8 = 0
    while start + 8 <= bytes.count, !EightBytes(bytes, at: start).needsCleaning(after: previous) {
      previous = bytes[start + 7]
      start += 8
    }
    for index in start..<bytes.count {
      let byte = bytes[index]
      // EF BF BE and EF BF BF are the non-characters; 5F 78 opens an escape.
      if byte == 0 || byte == 13 || (byte == 0x78 && previous == 0x5F) || (previous == 0xBF && byte & 0xFE == 0xBE) {
        return false
      }
      previous = byte
    }
    return true
  }

  private static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\0", "\u{FFFE}", "\u{FFFF}": continue
      case "\r":
        if rest.first == "\n" { rest.removeFirst() }
        result.append("\n")
      case "_" where isEscape(rest): result.append(contentsOf: "_x005F_".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text with control characters as escapes (`_x001B_`), for places where the library writes them as they are, which
  /// no XML reader takes. It escapes them itself in plain cells.
  static func marked(_ text: String) -> String {
    guard text.utf8.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let byte = UInt8(exactly: scalar.value), isControl(byte) {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Tabs and line ends aside.
  private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x0A }

  /// Whether what follows an underscore makes it an escape: `xHHHH_`.
  private static func isEscape(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let next = rest.prefix(6)
    guard next.count == 6, next.first == "x", next.last == "_" else { return false }
    return next.dropFirst().dropLast().allSatisfy { $0.properties.isASCIIHexDigit }
  }

  /// Text for a place with a limit of its own, counted in UTF-16 units: cleaned, and cut with an ellipsis.
  static func fit(_ text: String, limit: Int) -> String {
    let result = fit(text).text
    return result.utf16.count > limit ? cut(result, to: limit, mark: "…") : result
  }

  /// The beginning of a text in whole characters, with a mark behind it, in as many UTF-16 units.
  private static func cut(_ text: String, to length: Int, mark: String) -> String {
    let place = text.utf16.index(text.startIndex, offsetBy: max(length - mark.utf16.count, 0))
    return text[..<text.index(before: text.index(after: place))] + mark
  }
}

extension EightBytes {
  /// Whether one of the bytes may be, or begin, what has to be dropped or escaped.
  fileprivate func needsCleaning(after previous: UInt8) -> Bool {
    let lasts = EightBytes(bits: bits & 0xFEFE_FEFE_FEFE_FEFE).places(of: 0xBE)
    let afterBF = places(of: 0xBF) << 8 | (previous == 0xBF ? 0x80 : 0)
    return places(of: 0) | places(of: 13) | places(of: 0x5F) | (lasts & afterBF) != 0
  }
}
