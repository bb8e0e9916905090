/// One cell of a grid: the anchor of the area that it covers, and its text.
///
/// `row` and `column` count from 0 and name the area's upper left place; spans are at least 1. `text` keeps paragraph and
/// line breaks as `\n`. `line` is the 1-based line of a text input on which the cell's text starts. `isPadding` says that
/// the source shows an empty cell to be none, but to fill its row up to the table's width (dialect 3).
public struct Cell: Sendable, Hashable {
  public var row: Int
  public var column: Int
  public var rowSpan: Int
  public var columnSpan: Int
  public var text: String
  public var line: Int?
  public var isPadding: Bool

  public init(
    row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, text: String, line: Int? = nil,
    isPadding: Bool = false
  ) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.text = text
    self.line = line
    self.isPadding = isPadding
  }

  /// Whether the cell covers more than one place.
  public var isMerged: Bool { rowSpan > 1 || columnSpan > 1 }
}
