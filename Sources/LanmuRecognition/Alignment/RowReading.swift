/// One way to read a row: which column each of its cells belongs to.
struct RowReading: Sendable {
  /// Column of each cell, or `nil` for an empty cell that stands for nothing.
  var columnOfCell: [Int?]
  /// Place among the levels of the first label; the number of levels if the row has none.
  var firstLevel: Int
  /// Places among the levels of all labels, ascending.
  var levels: [Int]
  var cost: Double
  var labelShift: LabelShift
  /// Whether its last label covers the levels behind it, so that their cells are gone: then no row below can have labels there.
  var coversRest = false
  /// The price of its dearest cell, and the cells with text; known only where cells are read by their places.
  var dearest = 0.0
  var filled: Set<Int> = []

  /// Whether it costs so little that it can be learnt from.
  var isSound: Bool { cost < 4 }
}
