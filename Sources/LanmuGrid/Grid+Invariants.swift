extension Grid {
  /// The first invariant that this grid breaks, in words for a developer; `nil` if it keeps them all.
  ///
  /// Cost is linear in the covered area, so call it on grids whose size was bounded when they were read.
  package func brokenInvariant() -> String? {
    var covered: Set<Place> = []
    var previous = Place(row: -1, column: -1)
    for cell in cells {
      let anchor = Place(row: cell.row, column: cell.column)
      guard previous < anchor else { return "cells out of order at \(anchor)" }
      previous = anchor
      guard cell.rowSpan >= 1, cell.columnSpan >= 1 else { return "span below 1 at \(anchor)" }
      guard cell.row >= 0, cell.column >= 0, cell.row + cell.rowSpan <= rowCount,
        cell.column + cell.columnSpan <= columnCount
      else { return "area outside the grid at \(anchor)" }
      for row in cell.row..<cell.row + cell.rowSpan {
        for column in cell.column..<cell.column + cell.columnSpan
        where !covered.insert(Place(row: row, column: column)).inserted {
          return "place (\(row), \(column)) covered twice"
        }
      }
    }
    return headerRowCount <= rowCount ? nil : "more header rows than rows"
  }

  private struct Place: Hashable, Comparable {
    var row: Int
    var column: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.row, left.column) < (right.row, right.column)
    }
  }
}
