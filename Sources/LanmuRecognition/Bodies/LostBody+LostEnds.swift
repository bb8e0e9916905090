internal import LanmuGrid

/// Empty cells that rows lost at their starts and ends, where the rest of the table tells so.
///
/// There are two cases of either end, and two times at which they are told. Where every row lost the empty cells at one end, a
/// table between delimiters tells so as a whole, before anything else is known of it (`restoreTrimmed`): its starts first,
/// since rows whose starts were cut fit no places. Single rows come after, by evidence that is each end's own: those that
/// slipped to the left among others that did not, so that it may be known whether cells keep their places (`restoreStarts`),
/// and, once they are known to, those that end before the table does (`restoreEnds`).
extension LostBody {
  /// Gives rows the empty cells that all of them lost at one end.
  ///
  /// - Returns: how many each row was given at its start; `nil` if none was.
  func restoreTrimmed(
    of cells: inout [[AlignableCell]], _ rows: [CollectedTable.BodyRow], cost: ContentCost
  ) -> [Int]? {
    guard layout == .delimited else { return nil }
    let beginsSection = rows.indices.map { $0 == 0 || rows[$0].startsSection }
    let starts = TrimmedStarts(columns: columns, limit: Self.oddLimit).losses(
      cells, beginsSection: beginsSection, cost: cost)
    if let starts {
      for (row, count) in starts.enumerated() {
        cells[row].insert(contentsOf: Array(repeating: .empty, count: count), at: 0)
      }
    } else if let ends = TrimmedEnds(columns: columns, limit: Self.oddLimit).losses(cells, cost: cost) {
      for (row, count) in ends.enumerated() { cells[row] += Array(repeating: .empty, count: count) }
    }
    return starts
  }

  /// Gives rows the empty cells that they lost at their start, where surely some did.
  ///
  /// - Returns: the rows that were given some, each with how many it lost and how likely.
  func restoreStarts(of rows: inout [[AlignableCell]], cost: ContentCost) -> [Int: LostStarts.Loss] {
    guard layout != .dropped else { return [:] }
    let aligner = RowAligner(columns: columns, regime: .indexed)
    let losses = LostStarts(rows, aligner: aligner, cost: cost, limit: Self.placeLimit).losses
    for (row, loss) in losses {
      rows[row].insert(contentsOf: Array(repeating: .empty, count: loss.count), at: loss.place)
    }
    return losses
  }

  /// Gives rows the empty cells that were cut off at their ends, where a table ends no row in one and nearly all short rows fit
  /// their places: what was cut there were empty cells. Where each cell has lines of its own, none is cut if any row ends in an
  /// empty one, however short: what it lacks behind that was covered.
  func restoreEnds(of rows: inout [[AlignableCell]], aligner: RowAligner, cost: ContentCost) {
    let endsInCells = rows.contains { row in
      row.last?.isEmpty == true && (row.count == columns.count || layout != .delimited)
    }
    guard !endsInCells else { return }
    let short = rows.indices.filter { rows[$0].count < columns.count && !rows[$0].isEmpty }
    let fitting = short.filter { aligner.readingByPlace(rows[$0], cost: cost, limit: Self.placeLimit) != nil }
    guard fitting.count * 4 >= short.count * 3 else { return }
    for index in fitting {
      rows[index] += Array(repeating: .empty, count: columns.count - rows[index].count)
    }
  }
}
