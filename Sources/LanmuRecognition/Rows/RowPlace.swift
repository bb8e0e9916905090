/// Where a row stands in its document, the same for the row as it was found and as it was read.
struct RowPlace: Hashable, Sendable {
  /// The grid's place in the document and the row's in the grid, from 0.
  let grid: Int
  let row: Int

  init(_ row: AlignedRow) { (grid, self.row) = (row.grid, row.row) }
  init(_ row: FieldRow) { (grid, self.row) = (row.grid, row.row) }
}
