internal import LanmuGrid

/// The rows of one logical table, gathered from as many grids as page breaks made of it.
struct CollectedTable: Sendable {
  /// A row of the body.
  struct BodyRow: Sendable {
    var row: FieldRow
    /// Whether a repeated header, or the start of a further grid, stands right above.
    var followsBreak: Bool
  }

  /// `nil` for a table without a header.
  var header: TableHeader?
  var layout: Grid.Layout
  /// Width of the grid in which the table starts.
  var width: Int
  /// The heading nearest above the table.
  var title: String
  var rows: [BodyRow]
  /// Paragraphs right below the table.
  var paragraphsBelow: [String] = []
}
