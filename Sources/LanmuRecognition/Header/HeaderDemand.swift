/// How surely a row must be a header to be taken for one.
enum HeaderDemand: Sendable {
  /// Most cells are known words: where no table is open.
  case most
  /// Nearly all cells are, some of them to the letter: within a table, right below a heading across it.
  case nearlyAllBelowHeading
  /// Nearly all cells are to the letter: within the body of another table.
  case nearlyAll
}
