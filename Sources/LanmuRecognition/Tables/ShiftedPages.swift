internal import LanmuGrid

/// Pages of a table between delimiters on which all rows have the same empty field too many, so that they reach one field beyond
/// the header's last.
///
/// Row by row, each could as well have got its empty field behind labels that it lost; that all rows of a page have it, and fit
/// without it, tells that the page has moved as a whole from there on.
struct ShiftedPages: Sendable {
  let columns: [LogicalColumn]

  /// Takes the empty field off the rows of such pages.
  ///
  /// - Parameter rows: the rows to which the cells belong.
  /// - Returns: whether there are such pages.
  @discardableResult
  func restore(_ cells: inout [[AlignableCell]], of rows: [CollectedTable.BodyRow], cost: ContentCost) -> Bool {
    let widths = cells.map(\.count)
    let aligner = RowAligner(columns: columns, regime: .indexed)
    var start = 0
    while start < rows.count {
      let end = rows[(start + 1)...].firstIndex { $0.followsBreak } ?? rows.endIndex
      if let place = surplus(cells[start..<end], aligner: aligner, cost: cost) {
        for index in start..<end where cells[index].count > place { cells[index].remove(at: place) }
      } else {
        // What parts pages may be lost with their headers; rows that end in an empty field may be those of a page of their own.
        for run in (start..<end).split(whereSeparator: { cells[$0].count != columns.count + 1 }) {
          guard let first = run.first(where: { cells[$0].last?.isEmpty == false }),
            let last = run.last(where: { cells[$0].last?.isEmpty == false }),
            let place = surplus(cells[first...last], aligner: aligner, cost: cost), place > 0
          else { continue }
          for index in first...last { cells[index].remove(at: place) }
        }
      }
      start = end
    }
    return cells.map(\.count) != widths
  }

  /// The field that all rows of a page have too many; `nil` if the page has not surely moved.
  private func surplus(_ page: ArraySlice<[AlignableCell]>, aligner: RowAligner, cost: ContentCost) -> Int? {
    let filled = page.filter { row in row.contains { !$0.isEmpty } }
    let width = columns.count
    guard filled.count >= Self.leastRows, filled.allSatisfy({ $0.count <= width + 1 }),
      filled.count(where: { $0.count == width + 1 }) * 2 > filled.count
    else { return nil }
    let misfits = filled.count { aligner.readingByPlace($0, cost: cost, limit: LostBody.placeLimit) == nil }
    guard misfits * 2 > filled.count else { return nil }
    // Where rows fit without a field further right, what lies behind it has moved, and not the whole page.
    return inner(filled, aligner: aligner, cost: cost) ?? (beginsEmpty(filled, aligner: aligner, cost: cost) ? 0 : nil)
  }

  private func beginsEmpty(_ rows: [[AlignableCell]], aligner: RowAligner, cost: ContentCost) -> Bool {
    rows.allSatisfy { row in
      row.first?.isEmpty == true
        && aligner.readingByPlace(row, movedBy: -1, cost: cost, limit: LostBody.placeLimit) != nil
    }
  }

  /// The last field right of the first that all rows leave empty and without which they fit their places.
  private func inner(_ rows: [[AlignableCell]], aligner: RowAligner, cost: ContentCost) -> Int? {
    (1...columns.count).last { place in
      rows.allSatisfy { row in
        guard row.count > place, row[place].isEmpty else { return false }
        var without = row
        without.remove(at: place)
        return aligner.readingByPlace(without, cost: cost, limit: LostBody.placeLimit) != nil
      }
    }
  }

  /// Fewer rows than these may have moved each for itself.
  private static let leastRows = 3
}
