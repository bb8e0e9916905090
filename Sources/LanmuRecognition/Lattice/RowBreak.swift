/// What parts a row of a table from the rows above.
enum RowBreak: Sendable {
  case none
  /// A page, of which a repeated header or the start of a further grid tells.
  case page
  /// The heading of a section, past which no merged cell reaches.
  case section

  init(_ row: CollectedTable.BodyRow) { self = row.startsSection ? .section : row.followsBreak ? .page : .none }
}
