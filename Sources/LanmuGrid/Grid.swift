/// A table as it stands in a document: cells with spans, nothing interpreted.
///
/// Cells are in row-major order of their anchors and no place is covered twice. Where spans are known (`layout.keepsSpans`),
/// empty unmerged cells may be left out. Where they are lost, the cells are the fields as found, one after the other from
/// column 0, empty ones included; a row may be shorter than `columnCount`, and a field's column is then only its place in the row.
public struct Grid: Sendable, Hashable {
  /// How the table was written, and so how far its cells' places can be trusted.
  public enum Layout: String, Sendable, Hashable, CaseIterable {
    /// Spans are part of the source: DOCX, XLSX, HTML.
    case spanned
    /// Dialect 1: delimited fields; merged cells are empty or missing, columns may have drifted.
    case delimited
    /// Dialect 2: indented cells, a blank line before each row.
    case indented
    /// Dialect 3: covered cells dropped, rows padded to the table's width.
    case dropped
    /// Dialect 4: one cell a line.
    case cellPerLine
    /// Dialect 5: drawn with box characters; its rules show the spans.
    case boxDrawing

    public var keepsSpans: Bool { self == .spanned || self == .boxDrawing }
  }

  /// How it is known where rows end.
  public enum RowLimits: Sendable, Hashable {
    /// The source tells it.
    case told
    /// The source does not, and one guess is clearly better than all others.
    case guessed
    /// The source does not, and other rows would fit about as well.
    case unclear
  }

  /// Whether a worksheet is shown.
  public enum Visibility: String, Sendable, Hashable { case visible, hidden, veryHidden }

  /// The table and the place in it in which a nested table stands; all count from 0.
  public struct Nesting: Sendable, Hashable {
    public var table: Int
    public var row: Int
    public var column: Int

    public init(table: Int, row: Int, column: Int) {
      self.table = table
      self.row = row
      self.column = column
    }
  }

  /// The worksheet's name, or the heading above the table; empty if there is none.
  public var name: String
  public var rowCount: Int
  public var columnCount: Int
  /// How many leading rows the source itself marks as header; 0 where it marks none.
  public var headerRowCount: Int
  public var layout: Layout
  /// Whether the source tells where rows end, or how clearly it was guessed.
  public var rowLimits: RowLimits
  public var visibility: Visibility
  /// The columns that the source does not show, of those that the table has.
  public var hiddenColumns: Set<Int>
  public var nestedIn: Nesting?
  public var cells: [Cell]

  public init(
    name: String = "", rowCount: Int, columnCount: Int, headerRowCount: Int = 0, layout: Layout = .spanned,
    rowLimits: RowLimits = .told, visibility: Visibility = .visible,
    hiddenColumns: Set<Int> = [], nestedIn: Nesting? = nil, cells: [Cell]
  ) {
    self.name = name
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.headerRowCount = headerRowCount
    self.layout = layout
    self.rowLimits = rowLimits
    self.visibility = visibility
    self.hiddenColumns = hiddenColumns
    self.nestedIn = nestedIn
    self.cells = cells
  }
}
