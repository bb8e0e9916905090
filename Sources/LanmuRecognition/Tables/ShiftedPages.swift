internal import LanmuGrid

/// Pages of a table between delimiters on which all rows begin with an empty field too many, so that they reach one field beyond
/// the header's last.
///
/// Row by row, each could as well have got its empty field behind labels that it lost; that all rows of a page have it, and fit
/// one field further left, tells that the page has moved as a whole.
struct ShiftedPages: Sendable {
  let columns: [LogicalColumn]

  /// Takes the empty field off the rows of such pages.
  ///
  /// - Parameter rows: the rows to which the cells belong.
  func restore(_ cells: inout [[AlignableCell]], of rows: [CollectedTable.BodyRow], cost: ContentCost) {
    let aligner = RowAligner(columns: columns, regime: .indexed)
    var start = 0
    while start < rows.count {
      let end = rows[(start + 1)...].firstIndex { $0.followsBreak } ?? rows.endIndex
      if isShifted(cells[start..<end], aligner: aligner, cost: cost) {
        for index in start..<end where !cells[index].isEmpty { cells[index].removeFirst() }
      }
      start = end
    }
  }

  private func isShifted(_ page: ArraySlice<[AlignableCell]>, aligner: RowAligner, cost: ContentCost) -> Bool {
    let filled = page.filter { row in row.contains { !$0.isEmpty } }
    let width = columns.count
    guard filled.count >= Self.leastRows,
      filled.allSatisfy({ $0.count <= width + 1 && $0.first?.isEmpty == true }),
      filled.count(where: { $0.count == width + 1 }) * 2 > filled.count
    else { return false }
    var misfits = 0
    for row in filled {
      let limit = LostBody.placeLimit
      guard aligner.readingByPlace(row, movedBy: -1, cost: cost, limit: limit) != nil else { return false }
      if aligner.readingByPlace(row, cost: cost, limit: limit) == nil { misfits += 1 }
    }
    return misfits * 2 > filled.count && !fitsWithoutInner(filled, aligner: aligner, cost: cost)
  }

  /// Whether the rows of a page fit as well without an empty field that all of them have further right: what lies behind it has
  /// moved, and not the whole page.
  private func fitsWithoutInner(_ rows: [[AlignableCell]], aligner: RowAligner, cost: ContentCost) -> Bool {
    (1...columns.count).contains { place in
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
