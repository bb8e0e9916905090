/// A formula with the value that it computes to.
///
/// The value is not optional: previews on phones and in mail programs calculate nothing and show what the file says.
package struct Formula: Sendable, Hashable {
  package enum Result: Sendable, Hashable {
    case number(Double)
    case text(String)

    var plainText: String {
      switch self {
      case .number(let number): CellValue.plainText(of: number)
      case .text(let text): text
      }
    }
  }

  /// The formula in English function names with `,` between arguments; a leading `=` may be left out.
  package var expression: String
  package var result: Result

  package init(_ expression: String, number: Double) {
    self.expression = expression
    self.result = .number(number)
  }

  package init(_ expression: String, text: String) {
    self.expression = expression
    self.result = .text(text)
  }
}
