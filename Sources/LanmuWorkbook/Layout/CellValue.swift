/// What a cell holds.
///
/// Text stays text whatever it looks like (`=1+1`, `+86`, `@x`, `http://…`); only `.formula` is a formula, and links are
/// set apart (`Sheet.links`).
package enum CellValue: Sendable, Hashable {
  case empty
  case text(String)
  /// A finite number; one that is not finite is written as an empty cell with a diagnostic.
  case number(Double)
  case boolean(Bool)
  /// A day, shown by the style's number format (`yyyy-mm-dd`).
  case day(SheetDay)
  case formula(Formula)
  /// Text in several fonts.
  case rich([TextRun])

  /// The text that a reader sees, as far as it does not depend on a number format.
  package var plainText: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .number(let number): CellValue.plainText(of: number)
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .day(let day): day.isoText
    case .formula(let formula): formula.result.plainText
    case .rich(let runs): runs.map(\.text).joined()
    }
  }

  static func plainText(of number: Double) -> String {
    if let whole = Int64(exactly: number) { return String(whole) }
    return String(number)
  }
}

extension CellValue: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self = .text(text) }
}

extension CellValue {
  /// A whole number.
  package static func count(_ number: Int) -> CellValue { .number(Double(number)) }

  /// Text, or an empty cell for empty text.
  package static func optionalText(_ text: String?) -> CellValue {
    guard let text, !text.isEmpty else { return .empty }
    return .text(text)
  }
}

/// A piece of text in its own font; only the font properties of `style` count.
package struct TextRun: Sendable, Hashable {
  package var text: String
  package var style: CellStyle

  package init(_ text: String, style: CellStyle) {
    self.text = text
    self.style = style
  }
}
