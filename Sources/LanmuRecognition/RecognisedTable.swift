/// One logical table of a plan: pieces that page breaks split are joined, merged cells are carried down.
public struct RecognisedTable: Sendable, Hashable {
  /// What the table's rows say.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Which unit keeps which website column.
    case columns
    /// For each unit, its columns.
    case units
    /// Assessment indicators broken down to columns and units.
    case indicators
  }

  public var kind: Kind
  /// The heading line above the table; empty if there is none.
  public var title: String
  /// The header's labels from left to right, white space removed; empty if the table has no header.
  public var header: [String]
  /// The meaning of each field, in the order of `header`.
  public var fields: [FieldMeaning]
  public var rows: [RecognisedRow]
  /// A note row or paragraph that belongs to the table; empty if there is none.
  public var note: String
  /// Whether merged cells were lost before the table was read, so that its rows were put together by evidence.
  public var spansLost: Bool
  /// Whether covered cells were left out of the rows besides, so that a cell's place in its row does not tell its field.
  public var cellsLost: Bool
  /// How many rows the header takes; 0 for a table without one.
  public var headerRows: Int
  /// How many grid columns hold labels of levels.
  public var levels: Int
  /// How many steps from one row to the next were weighed to find the places of labels: a bounded number for each row.
  package var alignmentSteps = 0

  public init(
    kind: Kind, title: String, header: [String], fields: [FieldMeaning], rows: [RecognisedRow], note: String = "",
    spansLost: Bool = false, cellsLost: Bool = false, headerRows: Int = 0, levels: Int = 0
  ) {
    self.kind = kind
    self.title = title
    self.header = header
    self.fields = fields
    self.rows = rows
    self.note = note
    self.spansLost = spansLost
    self.cellsLost = cellsLost
    self.headerRows = headerRows
    self.levels = levels
  }
}

/// One leaf row: its labels outermost first, and the text of each field that it has.
///
/// Merged values are carried down already; a field whose cell was really empty is absent from `texts`. Texts keep the
/// document's characters, without white space inside CJK text and without markup; paragraph breaks stay as `\n`. Only texts of
/// units keep single spaces: whether these part names is known when the names are.
public struct RecognisedRow: Sendable, Hashable {
  /// Labels of the levels, outermost first; empty and dash-only ones left out, ★ and white space removed.
  public var path: [String]
  /// Whether the deepest label carried ★.
  public var starred: Bool
  public var texts: [FieldMeaning: String]
  /// Place of the row in the grid (0-based), and the 1-based line of its first non-empty cell of its own in a text input.
  public var row: Int
  public var line: Int?
  /// Place of the grid in the document, from 0.
  public var grid: Int
  public var doubts: [Doubt]
  /// The entry's id, where the document is a plan that was written with ids; empty elsewhere.
  public var identifier = ""

  public init(
    path: [String], starred: Bool = false, texts: [FieldMeaning: String], row: Int, line: Int? = nil, grid: Int = 0,
    doubts: [Doubt] = []
  ) {
    self.path = path
    self.starred = starred
    self.texts = texts
    self.row = row
    self.line = line
    self.grid = grid
    self.doubts = doubts
  }
}
