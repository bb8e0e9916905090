internal import LanmuGrid

/// How the raw text of a cell is read: markup left inside, white space within CJK words, line breaks.
enum CellText {
  /// The beginning of a text, as doubts quote it.
  static func excerpt(_ text: String, atMost count: Int = 16) -> String {
    text.count <= count ? text : String(text.prefix(count)) + "…"
  }

  /// Text for comparing and for labels: no white space, no markup, no bookmarks, no star.
  static func label(_ raw: String) -> String {
    guard raw.unicodeScalars.contains(where: { isSpace($0) || isStar($0) || opensMarkup($0) }) else { return raw }
    var result = String.UnicodeScalarView()
    for scalar in withoutMarkup(raw).unicodeScalars where !isSpace(scalar) && !isStar(scalar) {
      result.append(scalar)
    }
    return String(result)
  }

  /// Text of a field: markup removed, white space inside CJK text removed, paragraph breaks kept as single `\n`.
  ///
  /// - Parameter keepsSpaces: leaves a single space where white space, or a joined break, stands inside CJK text: it may
  ///   part names.
  static func field(_ raw: String, joinsWrappedLines: Bool = false, keepsSpaces: Bool = false) -> String {
    guard raw.unicodeScalars.contains(where: { isSpace($0) || opensMarkup($0) }) else { return raw }
    var lines: [String] = []
    for line in withoutMarkup(raw).unicodeScalars.split(whereSeparator: isLineBreak) {
      let tightened = tighten(line, keepsSpaces: keepsSpaces)
      guard !tightened.isEmpty else { continue }
      if joinsWrappedLines, let previous = lines.last, isWrapped(previous, before: tightened) {
        lines[lines.count - 1] =
          keepsSpaces && touchesWide(previous, tightened) ? previous + " " + tightened : joined(previous, tightened)
      } else {
        lines.append(tightened)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Whether a raw label carries the star of assessed columns.
  static func isStarred(_ raw: String) -> Bool { raw.unicodeScalars.contains(where: isStar) }

  /// Whether a label cell says that there is no label (——, —, -, /).
  static func isDash(_ label: String) -> Bool {
    !label.isEmpty && label.unicodeScalars.allSatisfy { "—-–－―─/／".unicodeScalars.contains($0) }
  }

  /// Whether a label stands in lenticular brackets.
  static func isBracketed(_ label: String) -> Bool { label.hasPrefix("【") && label.hasSuffix("】") }

  /// Two halves of a text that a break cut, put together; a space stays only between two Latin words.
  static func joined(_ first: String, _ second: String) -> String {
    guard let left = first.unicodeScalars.last, let right = second.unicodeScalars.first else { return first + second }
    return isLatinWord(left) && isLatinWord(right) ? first + " " + second : first + second
  }

  private static func touchesWide(_ first: String, _ second: String) -> Bool {
    first.unicodeScalars.last.map(isWide) == true || second.unicodeScalars.first.map(isWide) == true
  }

  /// What stands between the round brackets around a text; `nil` where there are none.
  static func insideBrackets(_ text: String) -> String? {
    guard let first = text.first, let last = text.last, "(（".contains(first), "）)".contains(last) else { return nil }
    return String(text.dropFirst().dropLast())
  }

  /// How many round brackets a text opens more than it closes.
  static func openBrackets(in text: String) -> Int {
    text.unicodeScalars.reduce(0) {
      $0 + ("(（".unicodeScalars.contains($1) ? 1 : ")）".unicodeScalars.contains($1) ? -1 : 0)
    }
  }

  // MARK: - Characters

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  static func isStar(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x2605 || scalar.value == 0x2606 }

  /// Ideographs, kana and the full-width forms among which written Chinese has no spaces.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF, 0x2018...0x201D, 0x2014,
      0x2026, 0x2460...0x24FF, 0x2605, 0x2606:
      true
    default: false
    }
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isLatinWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  private static func tighten(_ line: Substring.UnicodeScalarView, keepsSpaces: Bool) -> String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in line {
      if isSpace(scalar) {
        pendingSpace = true
        continue
      }
      if pendingSpace, let last = result.last, keepsSpaces || !isWide(last) && !isWide(scalar) {
        result.append(" ")
      }
      pendingSpace = false
      result.append(scalar)
    }
    return String(result)
  }

  /// Whether a drawn line break only wraps the text: the line before does not end a sentence or a list item.
  private static func isWrapped(_ previous: String, before next: String) -> Bool {
    guard let end = previous.unicodeScalars.last else { return false }
    if "。；;：:！？!?".unicodeScalars.contains(end) { return false }
    return !startsListItem(next)
  }

  /// Whether a text starts with a list number: `1.`, `（一）`, `①`, `一、`.
  static func startsListItem(_ text: String) -> Bool { afterListNumber(text) != nil }

  /// A text without the list number with which it starts; as it is if there is none.
  static func withoutListNumber(_ text: String) -> String { afterListNumber(text).map { String($0) } ?? text }

  private static func afterListNumber(_ text: String) -> Substring.UnicodeScalarView? {
    var scalars = text.unicodeScalars[...]
    guard let first = scalars.popFirst() else { return nil }
    if (0x2460...0x2473).contains(first.value) { return scalars }
    var bracketed = false
    var current = first
    if first == "(" || first == "（" {
      bracketed = true
      guard let inner = scalars.popFirst() else { return nil }
      current = inner
    }
    var digits = 0
    while ("0"..."9").contains(current) || ChineseNumeral.isNumeral(current), digits < 3 {
      digits += 1
      guard let following = scalars.popFirst() else { return nil }
      current = following
    }
    guard digits > 0 else { return nil }
    if bracketed { return current == ")" || current == "）" ? scalars : nil }
    guard "、.．)）".unicodeScalars.contains(current) else { return nil }
    let isDecimal = current == "." && scalars.first.map { "0123456789".unicodeScalars.contains($0) } == true
    return isDecimal ? nil : scalars
  }

  // MARK: - Markup

  private static func opensMarkup(_ scalar: Unicode.Scalar) -> Bool { scalar == "<" || scalar == "[" || scalar == "&" }

  /// The text without tags that look like HTML, `[bookmark: …]` and `&nbsp;`; tags that end a block become line breaks.
  private static func withoutMarkup(_ raw: String) -> String {
    let scalars = raw.unicodeScalars
    guard scalars.contains(where: opensMarkup) else { return raw }
    var result = String.UnicodeScalarView()
    var index = scalars.startIndex
    while index < scalars.endIndex {
      if let (end, breaksLine) = tagEnd(in: scalars, at: index) {
        if breaksLine { result.append("\n") }
        index = end
        continue
      }
      result.append(scalars[index])
      index = scalars.index(after: index)
    }
    return String(result)
  }

  /// Tags longer than this are taken for text, so that a lone `<` costs nothing.
  private static let longestTag = 400

  private static func tagEnd(
    in scalars: String.UnicodeScalarView, at start: String.UnicodeScalarView.Index
  ) -> (end: String.UnicodeScalarView.Index, breaksLine: Bool)? {
    switch scalars[start] {
    case "<":
      var index = scalars.index(after: start)
      var name = ""
      if index < scalars.endIndex, scalars[index] == "/" { index = scalars.index(after: index) }
      guard index < scalars.endIndex, scalars[index].isASCII, scalars[index].properties.isAlphabetic else { return nil }
      var count = 0
      var readingName = true
      while index < scalars.endIndex, count < longestTag {
        let scalar = scalars[index]
        if scalar == ">" {
          return (scalars.index(after: index), blockTags.contains(name.lowercased()))
        }
        if scalar == "<" { return nil }
        if readingName, scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          name.unicodeScalars.append(scalar)
        } else {
          readingName = false
        }
        index = scalars.index(after: index)
        count += 1
      }
      return nil
    case "[":
      let tail = scalars[start...].prefix(longestTag)
      guard String(String.UnicodeScalarView(tail.prefix(10))).lowercased() == "[bookmark:",
        let close = tail.firstIndex(of: "]")
      else { return nil }
      return (scalars.index(after: close), false)
    case "&":
      guard String(String.UnicodeScalarView(scalars[start...].prefix(6))) == "&nbsp;" else { return nil }
      return (scalars.index(start, offsetBy: 6), false)
    default:
      return nil
    }
  }

  private static let blockTags: Set<String> = ["p", "li", "ol", "ul", "br", "div", "tr"]
}
