/// A way in which a plan's table reaches people as text, and what it loses on the way.
package enum TextDialect: String, Sendable, CaseIterable {
  /// Fields between tabs; merged cells are empty fields.
  case delimited = "tabs"
  /// Fields between tabs; merged cells are gone.
  case delimitedShort = "tabs, short"
  /// Fields between tabs; merged cells are empty, and some rows have slipped by a field.
  case delimitedDrifted = "tabs, drifted"
  /// Fields between tabs, in pages below a header of their own; merged cells are empty, labels are written again.
  case pages = "pages"
  /// The same, with pages of which all fields have slipped.
  case pagesDrifted = "pages, drifted"
  /// Fields between tabs, with the markup of a web page left inside; merged cells are empty.
  case markup = "markup"
  /// Fields between commas, quoted as RFC 4180 says; merged cells are empty.
  case commas = "csv"
  /// Fields between semicolons; merged cells are empty.
  case semicolons = "semicolons"
  /// Fields between bars; merged cells are empty.
  case bars = "bars"
  /// A Markdown table; merged cells are empty.
  case markdown = "Markdown"
  /// Each cell on a line that starts with a tab; merged cells are empty.
  case indented = "indented"
  /// Each cell on a line that starts with a tab; merged cells are gone.
  case indentedShort = "indented, short"
  /// Merged cells are gone, and rows are padded at their end.
  case dropped = "dropped"
  /// Merged and empty cells are gone, and rows are padded at their end.
  case droppedBlanks = "dropped, no blanks"
  /// Each cell on a line of its own; merged cells are empty.
  case cellPerLine = "cell a line"
  /// Each cell on a line of its own, with a bar on a line of its own between cells; merged cells are empty.
  case barPerLine = "bar a line"
  /// A drawn table, in which rules show the merged cells.
  case boxed = "boxes"

  /// Whether merged cells cannot be told from empty ones.
  package var hidesBlanks: Bool { self != .boxed }

  /// Whether merged cells are gone, so that rows are shorter than the table.
  package var losesCells: Bool { [.delimitedShort, .indentedShort, .dropped, .droppedBlanks].contains(self) }

  /// Whether fields may stand in another column than theirs, though no cell is gone for good.
  var drifts: Bool { self == .delimitedDrifted || self == .pagesDrifted }

  var hasPages: Bool { self == .pages || self == .pagesDrifted }

  /// The name of a file in this dialect.
  var fileName: String { self == .commas || self == .semicolons ? "plan.csv" : "plan.txt" }
}

extension GeneratedPlan {
  /// The plan as text, its table in a dialect.
  package func text(_ dialect: TextDialect, severity: Severity = .usual) -> String {
    let around = linesAround
    let table =
      dialect == .boxed
      ? BoxDrawing(drawnTable, greatestWidth: structure == nil ? nil : 28).lines
      : TableText(drawnTable, dialect, severity, seed: UInt64(rows.count) &* 7919).lines
    return (around.before + table + around.after).joined(separator: "\n") + "\n"
  }
}
