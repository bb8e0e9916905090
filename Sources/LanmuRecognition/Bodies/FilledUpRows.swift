internal import LanmuGrid

/// Rows between delimiters that lost their covered cells and were filled up at their ends again.
///
/// They look like rows that keep their places and end in empty fields; that their texts do not fit those places, while none
/// begins with an empty field, tells the two apart.
enum FilledUpRows {
  /// One row in so many, at most, begins with an empty field though covered cells are gone.
  private static let mostLeading = 20
  /// One row in so many, at least, is filled up.
  private static let leastFilledUp = 8
  /// One in so many of the rows that end in an empty field, at least, does not fit its places.
  private static let leastStrayed = 3

  /// The table with rows that need not keep their places, if its fields leave that open.
  static func candidate(_ collected: CollectedTable) -> CollectedTable? {
    guard collected.layout == .delimited, let header = collected.header, header.rowCount > 0 else { return nil }
    let rows = collected.rows.lazy.map(\.row).filter { $0.filledCount > 1 }
    var count = 0
    var leading = 0
    var ending = 0
    for row in rows {
      count += 1
      if row.cells[0].label.isEmpty { leading += 1 }
      if row.cells.count >= header.fields.count, row.cells[row.cells.count - 1].label.isEmpty { ending += 1 }
    }
    guard ending >= 2, ending * leastFilledUp >= count, leading * mostLeading <= count else { return nil }
    var copy = collected
    copy.layout = .dropped
    for index in copy.rows.indices { copy.rows[index].row.layout = .dropped }
    return copy
  }

  /// Whether texts do not fit their places, in the table as in the rows that end in empty fields.
  static func haveStrayed(_ rows: [[AlignableCell]], columns: [LogicalColumn]) -> Bool {
    var cost = ContentCost(columns: columns)
    cost.adapt(to: rows, arePadded: true)
    let ending = rows.filter { $0.count >= columns.count && $0.last?.isEmpty == true }
    let strayed = ending.count { row in
      !WidthRegime.fits(row, width: columns.count, cost: cost)
        || WidthRegime.fitsBetterElsewhere(DroppedBody.trimmed(row), width: columns.count, cost: cost)
    }
    guard strayed >= 2, strayed * leastStrayed >= ending.count else { return false }
    let trimmed = rows.map(DroppedBody.trimmed)
    return WidthRegime(layout: .delimited, rows: trimmed, columns: columns, cost: cost) == .dropped
  }
}
