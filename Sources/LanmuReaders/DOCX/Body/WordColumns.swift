/// The columns of a table's grid (`w:tblGrid`), those left out that are too narrow to be seen.
///
/// Converters place each cell by its distance from the page's edge. Where rounding moves an edge by a twentieth of a point
/// from one row to the next, the grid gets a column of that width, and cells seem to span it.
struct WordColumns: Sendable {
  /// For each edge from the left the number of counting columns before it; empty where all columns count.
  private var places: [Int] = []
  private(set) var count = 0
  /// How many columns count so far.
  private var counting = 0

  mutating func append(width: Int, narrowest: Int) {
    let isNarrow = width >= 0 && width < narrowest && counting > 0
    if isNarrow, places.isEmpty { places = Array(0...count) }
    count += 1
    if !isNarrow { counting += 1 }
    if !places.isEmpty { places.append(counting) }
  }

  /// The counting column that begins at an edge of the grid, edges counted from 0.
  func place(ofEdge edge: Int) -> Int {
    guard !places.isEmpty else { return edge }
    return edge < places.count ? places[max(0, edge)] : counting + edge - count
  }
}
