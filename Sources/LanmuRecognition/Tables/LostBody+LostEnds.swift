internal import LanmuGrid

/// Empty cells that rows lost at their starts and ends, where the rest of the table tells so.
extension LostBody {
  /// Gives rows the empty cells that they lost at their start, where surely some did.
  ///
  /// This looks for single rows in a table that otherwise keeps its cells; what every row lost, `restoreTrimmedStarts` has put
  /// back before.
  ///
  /// - Returns: the rows that were given some, each with how likely it lost them.
  func restoreStarts(of rows: inout [[AlignableCell]], cost: ContentCost) -> [Int: Double] {
    guard layout != .dropped else { return [:] }
    let aligner = RowAligner(columns: columns, regime: .indexed)
    let losses = LostStarts(rows, aligner: aligner, cost: cost, limit: Self.placeLimit).losses
    for (row, loss) in losses {
      rows[row].insert(contentsOf: Array(repeating: .empty, count: loss.count), at: loss.place)
    }
    return losses.mapValues(\.probability)
  }

  /// Gives rows the empty cells that they began with, where all of these were cut off.
  ///
  /// This comes first, for whole tables between delimiters in which no row begins with an empty cell; single rows that lost
  /// their starts are left to `restoreStarts`.
  ///
  /// - Returns: how many each row was given.
  func restoreTrimmedStarts(
    of cells: inout [[AlignableCell]], _ rows: [CollectedTable.BodyRow], cost: ContentCost
  ) -> [Int]? {
    guard layout == .delimited else { return nil }
    let beginsSection = rows.indices.map { $0 == 0 || rows[$0].startsSection }
    guard
      let losses = TrimmedStarts(columns: columns, limit: Self.oddLimit).losses(
        cells, beginsSection: beginsSection, cost: cost)
    else { return nil }
    for (index, loss) in losses.enumerated() {
      cells[index].insert(contentsOf: Array(repeating: .empty, count: loss), at: 0)
    }
    return losses
  }

  /// Gives rows the empty cells that they ended in, where all of these were cut off: rows keep the empty cells that they begin
  /// with, end in texts, and fit their places as well as any further right.
  ///
  /// This comes before it is known whether cells are missing or empty, and only for tables between delimiters whose starts were not
  /// cut off (`restoreTrimmedStarts`); once cells are known to keep their places, `restoreEnds` does the same in any layout, row
  /// by row, for those that fit.
  func restoreTrimmedEnds(of cells: inout [[AlignableCell]], cost: ContentCost) {
    guard layout == .delimited, let outermost = columns.firstIndex(where: { $0.meaning == .level }) else { return }
    let width = columns.count
    var (short, keeping, fitting) = (0, 0, 0)
    for row in cells where row.contains(where: { !$0.isEmpty }) {
      guard row.count <= width, row.last?.isEmpty == false else { return }
      if row.count > outermost, row[outermost].isEmpty { keeping += 1 }
      guard row.count < width else { continue }
      short += 1
      if TrimmedStarts.fits(row, in: columns, movedBy: 0, limit: Self.oddLimit, cost: cost) { fitting += 1 }
    }
    guard short >= Self.leastTrimmed, keeping >= Self.leastTrimmed,
      (short - fitting) * Self.unfitAmongShort <= short
    else { return }
    // A row of empty cells alone, which was not looked at, may be of any width.
    for index in cells.indices where !cells[index].isEmpty && cells[index].count < width {
      cells[index] += Array(repeating: .empty, count: width - cells[index].count)
    }
  }

  /// At most one short row in so many fits its places badly by chance, where none has lost anything but its end.
  private static var unfitAmongShort: Int { 10 }

  /// So few rows that lost their ends, or kept their starts, tell nothing.
  private static var leastTrimmed: Int { 5 }

  /// Gives rows the empty cells that were cut off at their ends, where a table ends no row in one and nearly all short rows fit
  /// their places: what was cut there were empty cells. Where each cell has lines of its own, none is cut if any row ends in an
  /// empty one, however short: what it lacks behind that was covered.
  ///
  /// This comes last, once the rows are known to keep their places, and asks of no row that it keeps its start, as
  /// `restoreTrimmedEnds` does.
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
