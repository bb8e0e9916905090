/// What may be typed into cells, and what is said when something else is typed.
package struct Validation: Sendable, Hashable {
  package enum Rule: Sendable, Hashable {
    /// One of these texts, offered as a drop-down. The writer keeps them on a hidden sheet behind a defined name.
    case list([String])
    /// One of the texts in an area or behind a defined name (`=states`), offered as a drop-down.
    case listFormula(String)
    case wholeNumber(ClosedRange<Int>)
    case decimal(ClosedRange<Double>)
    case day(ClosedRange<SheetDay>)
    /// Days between two formulas (`=$B$3`, `=TODAY()`).
    case dayFormulas(first: String, last: String)
    case textLength(ClosedRange<Int>)
    /// A formula that is true of the first cell if its content is allowed.
    case custom(String)
    /// Anything: only the prompt matters.
    case any
  }

  package enum Strictness: Sendable, Hashable {
    case refuse, warn, inform
  }

  package var area: CellArea
  package var rule: Rule
  package var strictness: Strictness
  /// Shown while the cell is selected: a title of at most 32 and a text of at most 255 characters.
  package var promptTitle: String
  package var prompt: String
  /// Shown when something else is typed; the same limits.
  package var errorTitle: String
  package var error: String

  package init(
    _ area: CellArea, _ rule: Rule, strictness: Strictness = .refuse, promptTitle: String = "", prompt: String = "",
    errorTitle: String = "", error: String = ""
  ) {
    self.area = area
    self.rule = rule
    self.strictness = strictness
    self.promptTitle = promptTitle
    self.prompt = prompt
    self.errorTitle = errorTitle
    self.error = error
  }
}
