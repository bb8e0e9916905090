/// A text prepared for matching: white space gone, width and kinds of brackets, quotes and dashes made one.
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
      if scalar.properties.isWhitespace || FoldedText.invisible.contains(scalar) { continue }
      if scalar == "\"" || scalar == "＂" {
        append(quoteOpen ? "”" : "“", scalar)
        quoteOpen.toggle()
        continue
      }
      append(FoldedText.fold(scalar), scalar)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ original: Unicode.Scalar) {
    scalars.append(scalar)
    originals.append(original)
  }

  package var count: Int { scalars.count }

  /// The document's own characters of a part, line breaks left out.
  package func original(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in originals[range] where scalar != "\n" { view.append(scalar) }
    return String(view)
  }

  /// The folded characters of a part.
  package func folded(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private static let invisible: Set<Unicode.Scalar> = ["\u{200B}", "\u{FEFF}", "\u{200E}", "\u{200F}", "\u{00AD}"]

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "[", "]", "［", "］": return scalar == "[" || scalar == "［" ? "(" : ")"
    case "\u{FF01}"..."\u{FF5E}": return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case "〔", "【", "﹝", "﹙", "〖", "❲": return "("
    case "〕", "】", "﹞", "﹚", "〗", "❳": return ")"
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
  /// The text folded for comparing names and labels: no white space, no ★, one width, one kind of brackets, lower case.
  package var foldedKey: String {
    let text = FoldedText(self)
    var view = String.UnicodeScalarView()
    for scalar in text.scalars where scalar != "\n" && scalar != "★" {
      view.append(
        contentsOf: scalar.isASCII ? scalar.properties.lowercaseMapping.unicodeScalars : "\(scalar)".unicodeScalars)
    }
    return String(view)
  }
}
