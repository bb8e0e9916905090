internal import LanmuGrid

/// A text prepared for matching: white space gone, width and kinds of brackets, quotes and dashes made one, and traditional
/// characters simplified.
///
/// `scalars` and `originals` have the same count; `originals` are the document's own scalars. Line breaks are kept, since
/// they separate items. Brackets of every kind are `(` and `)`, quotation marks `“` and `”`, dashes `-`.
package struct FoldedText: Sendable, Hashable {
  package private(set) var scalars: [Unicode.Scalar] = []
  package private(set) var originals: [Unicode.Scalar] = []

  package init(_ text: String) {
    let view = text.unicodeScalars
    scalars.reserveCapacity(text.utf8.count / 3 + 1)
    originals.reserveCapacity(text.utf8.count / 3 + 1)
    var quoteOpen = false
    for scalar in view {
      if scalar == "\n" || scalar == "\r" {
        if scalars.last != "\n" { append("\n", "\n") }
        continue
      }
      if FoldedText.isInvisible(scalar) { continue }
      if scalar == "\"" || scalar == "＂" {
        append(quoteOpen ? "”" : "“", scalar)
        quoteOpen.toggle()
        continue
      }
      append(FoldedText.fold(scalar), scalar)
    }
  }

  /// The text without the scalars at some places, which are in rising order.
  func removing(_ places: [Int]) -> FoldedText {
    var copy = self
    for place in places.reversed() {
      copy.scalars.remove(at: place)
      copy.originals.remove(at: place)
    }
    return copy
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ original: Unicode.Scalar) {
    scalars.append(scalar)
    originals.append(original)
  }

  package var count: Int { scalars.count }

  /// The document's own characters of a part, line breaks left out.
  package func original(_ range: Range<Int>) -> String {
    FoldedText.text(of: originals[range].lazy.filter { $0 != "\n" }, atMost: range.count)
  }

  /// The folded characters of a part.
  package func folded(_ range: Range<Int>) -> String {
    FoldedText.text(of: scalars[range], atMost: range.count)
  }

  /// Pieces are cut many times a text: their bytes are put together faster than their characters.
  private static func text(of scalars: some Sequence<Unicode.Scalar>, atMost count: Int) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * count)
    for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// White space and marks without width; CJK text, being most of it, is let through at once.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x3001...0xFEFE: false
    case 0xFEFF, 0x200B, 0x200E, 0x200F, 0x00AD: true
    default: scalar.properties.isWhitespace
    }
  }

  /// Whether a folded scalar opens brackets or quotation marks, within which no list is cut.
  static func opens(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "“" || scalar == "《" }

  /// Whether a folded scalar closes brackets or quotation marks.
  static func closes(_ scalar: Unicode.Scalar) -> Bool { scalar == ")" || scalar == "”" || scalar == "》" }

  /// One width, one script, and one kind of brackets, quotation marks and dashes.
  package static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if (0x4E00...0x9FFF).contains(scalar.value) { return SimplifiedForms.form(of: scalar) }
    switch scalar {
    case "[", "]", "［", "］": return scalar == "[" || scalar == "［" ? "(" : ")"
    case "\u{FF01}"..."\u{FF5A}", "\u{FF5C}", "\u{FF5E}": return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case "〔", "【", "﹝", "﹙", "〖", "❲", "{", "｛": return "("
    case "〕", "】", "﹞", "﹚", "〗", "❳", "}", "｝": return ")"
    case "「", "『", "‘", "〝": return "“"
    case "」", "』", "’", "〞": return "”"
    case "–", "—", "―", "‐", "‑", "‒", "─", "~", "〜": return "-"
    case "﹑", "､": return "、"
    case "﹐": return ","
    case "﹔": return ";"
    case "﹕", "∶": return ":"
    case "｡": return "。"
    default: return scalar
    }
  }
}

extension String {
  /// The text folded for comparing names and labels: no white space, no ★, one width, one script, one kind of brackets, lower
  /// case.
  package var foldedKey: String {
    if isFoldedKey { return SimplifiedForms.text(self) }
    let text = FoldedText(self)
    var view = String.UnicodeScalarView()
    for scalar in text.scalars where scalar != "\n" && scalar != "★" {
      if ("A"..."Z").contains(scalar), let small = Unicode.Scalar(scalar.value + 32) {
        view.append(small)
      } else {
        view.append(scalar)
      }
    }
    return String(view)
  }

  /// Whether folding would change nothing but the script: Chinese characters, small letters, digits and plain brackets only.
  private var isFoldedKey: Bool {
    let view = utf8
    let units = view.span
    for place in units.indices {
      switch units[place] {
      case 0x61...0x7A, 0x30...0x39, 0x28, 0x29, 0x80...0xBF, 0xE5...0xE9: continue
      // Ideographs begin at U+4E00, which is E4 B8 80.
      case 0xE4 where units[place + 1] >= 0xB8: continue
      default: return false
      }
    }
    return true
  }
}
