import LanmuGrid

/// A table as it was drawn: each place with its text, and with the upper left place of the area that covers it.
struct DrawnTable: Sendable {
  struct Place: Sendable {
    var text: String
    var row: Int
    var column: Int
  }

  /// What a row of the table is.
  enum RowKind: Sendable {
    /// A title that stands in the table's first row.
    case title
    case header, section, entry
    /// A note in the table's last row.
    case note
  }

  let width: Int
  /// The columns of labels, which are written again where a page begins.
  var labelColumns: Range<Int> = 0..<0
  /// Whether the source may mark the header's rows as such.
  var marksHeader = false
  private(set) var kinds: [RowKind] = []
  private(set) var places: [[Place]] = []

  init(width: Int) { self.width = width }

  /// Adds a row whose places name their areas by row and column of the whole table.
  mutating func append(_ kind: RowKind, _ row: [Place]) {
    kinds.append(kind)
    places.append(row)
  }

  /// Adds a row of one cell across the whole table.
  mutating func append(_ kind: RowKind, across text: String) {
    append(
      kind, (0..<width).map { _ in Place(text: text, row: places.count, column: 0) })
  }

  /// How many rows the header takes, with a title above it; 0 without a header.
  var headerRowCount: Int { kinds.contains(.header) ? kinds.prefix { $0 == .title || $0 == .header }.count : 0 }

  /// Whether an area starts at a place.
  func starts(_ row: Int, _ column: Int) -> Bool {
    places[row][column].row == row && places[row][column].column == column
  }

  /// The areas that start in a row, from left to right, with their sizes.
  func cells(of row: Int) -> [(column: Int, rowSpan: Int, columnSpan: Int, text: String)] {
    (0..<width).filter { starts(row, $0) }.map { column in
      let columnSpan = places[row][column...].prefix { $0.row == row && $0.column == column }.count
      let rowSpan = places[row...].prefix { $0[column].row == row && $0[column].column == column }.count
      return (column, rowSpan, columnSpan, places[row][column].text)
    }
  }

  /// The table as a grid that has suffered a loss.
  func grid(_ loss: GeneratedPlan.Loss) -> Grid {
    let cells = places.indices.flatMap { row -> [Cell] in
      switch loss {
      case .none:
        self.cells(of: row).map {
          Cell(row: row, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan, text: $0.text)
        }
      case .emptied:
        (0..<width).map { Cell(row: row, column: $0, text: starts(row, $0) ? places[row][$0].text : "") }
      case .dropped: self.cells(of: row).enumerated().map { Cell(row: row, column: $0, text: $1.text) }
      }
    }
    return Grid(
      rowCount: places.count, columnCount: width, headerRowCount: loss == .none && marksHeader ? headerRowCount : 0,
      layout: loss == .none ? .spanned : .delimited, cells: cells)
  }
}
