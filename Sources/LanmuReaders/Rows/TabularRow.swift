package import LanmuGrid

/// One row of a table while the rows stream by: its fields as text, and where it stands.
///
/// `fields[n]` is the text of grid column `n`; a field without a cell is empty, and the row ends behind its last cell. Text
/// is what the `tables` output shows: numbers as the shortest text that reads back equal, dates as ISO 8601
/// (`2024-03-05`, with a time of day `2024-03-05T08:30:00`), times of day `08:30:00`, percentages and codes with leading
/// zeros as shown, booleans `TRUE` and `FALSE`. Dates of text inputs are as they were typed. Merged areas have their text
/// in their first place only.
package struct TabularRow: Sendable, Hashable {
  /// The worksheet's or table's name; empty for inputs that have none.
  package var sheet: String
  /// Whether that worksheet is shown.
  package var isHidden: Bool
  /// The table's place in the document, from 0; a worksheet's is its place among the worksheets.
  package var table: Int
  /// The row of the sheet or text table, from 0.
  package var row: Int
  /// The fields as they stand in memory; `fields` makes strings of them.
  package var texts: FieldTexts
  /// The 1-based line of a text input on which the row starts.
  package var line: Int?

  package init(
    sheet: String = "", isHidden: Bool = false, table: Int = 0, row: Int = 0, fields: [String] = [], line: Int? = nil
  ) {
    self.sheet = sheet
    self.isHidden = isHidden
    self.table = table
    self.row = row
    texts = FieldTexts(fields)
    self.line = line
  }

  package var fields: [String] { texts.strings }

  /// The text of a grid column; empty behind the row's end.
  package subscript(column: Int) -> String { texts[column] }
}

/// What the receiver of a row wants next.
package enum RowStreamStep: Sendable, Hashable {
  case proceed
  /// Enough of this sheet or table; the next one follows.
  case nextTable
  /// Enough of the document.
  case stop
}
