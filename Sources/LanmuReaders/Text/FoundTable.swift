import LanmuDiagnostics
import LanmuGrid

/// A field of a text dialect: its text and the 1-based line on which that starts (for an empty one, its delimiter's line).
struct FoundField: Sendable, Hashable {
  var text: String
  var line: Int
  /// Whether it only fills its row up to the table's width.
  var isPadding = false
}

/// A table of a dialect that lost its spans: the fields of each row as they were found.
struct FoundTable: Sendable {
  var layout: Grid.Layout
  var rows: [[FoundField]] = []
  var headerRowCount = 0
  /// How it is known where rows end.
  var rowLimits = Grid.RowLimits.told

  /// The fields as cells, one after the other from column 0.
  func grid(name: String) -> Grid {
    var cells: [Cell] = []
    cells.reserveCapacity(rows.reduce(0) { $0 + $1.count })
    for (row, fields) in rows.enumerated() {
      for (column, field) in fields.enumerated() {
        cells.append(
          Cell(
            row: row, column: column, text: field.text, line: field.line, isPadding: field.isPadding))
      }
    }
    return Grid(
      name: name, rowCount: rows.count, columnCount: rows.reduce(0) { max($0, $1.count) },
      headerRowCount: min(headerRowCount, rows.count), layout: layout,
      rowLimits: rowLimits, cells: cells)
  }
}

/// What a dialect found in a text: a table, or a line within its tables that is none of their rows.
struct TextPiece: Sendable {
  enum Content: Sendable {
    case paragraph(String)
    case found(FoundTable)
    case grid(Grid)
    /// What a page holds; its tables are counted from 0 where they stand in one another.
    case page([TableDocument.Block])
  }

  /// The 0-based line at which the piece takes its place in the reading order.
  var line: Int
  var content: Content

  /// How many fields most rows of a table have that lost its spans.
  var width: Int? {
    guard case .found(let table) = content else { return nil }
    return table.rows.map(\.count).mostFrequent()
  }

  /// Whether it is the caption of a table that is counted.
  var captionsTable: Bool {
    guard case .paragraph(let text) = content else { return false }
    return PageFurniture.captionsTable(text) || PageFurniture.titlesTable(text)
  }

  var headsSection: Bool {
    guard case .paragraph(let text) = content else { return false }
    return PageFurniture.headsSection(text)
  }

  /// Whether it is text that no page number and the like makes.
  var isProse: Bool {
    guard case .paragraph(let text) = content else { return false }
    return !PageFurniture.isPageNumber(text) && !PageFurniture.isBareNumber(text)
  }
}

/// The lines that a dialect takes for itself, and what it made of them.
struct TextClaim: Sendable {
  var lines: Range<Int>
  var pieces: [TextPiece]
  var diagnostics: [Diagnostic] = []
}
