/// Rows of which all empty fields that they ended in were cut off: they keep the empty fields that they begin with, end in texts,
/// and fit their places as well as any further right.
///
/// The counterpart of `TrimmedStarts`. It asks for less, since a row whose end was cut keeps its places: rows that fit them may
/// be short for no other reason, while one that fits further right may have lost any of its cells.
struct TrimmedEnds: Sendable {
  let columns: [LogicalColumn]
  /// What a cell may cost where it stands, odd as its words may be.
  let limit: Double

  /// How many empty fields each row lost; `nil` unless all rows end in a text, enough of them are short, enough begin with an
  /// empty field, and nearly all short ones fit their places.
  func losses(_ rows: [[AlignableCell]], cost: ContentCost) -> [Int]? {
    guard let outermost = columns.levels.first else { return nil }
    let width = columns.count
    var (short, keeping, fitting) = (0, 0, 0)
    for row in rows where row.contains(where: { !$0.isEmpty }) {
      guard row.count <= width, row.last?.isEmpty == false else { return nil }
      if row.count > outermost, row[outermost].isEmpty { keeping += 1 }
      guard row.count < width else { continue }
      short += 1
      if TrimmedStarts.fits(row, in: columns, movedBy: 0, limit: limit, cost: cost) { fitting += 1 }
    }
    guard short >= Self.least, keeping >= Self.least, (short - fitting) * Self.unfitAmongShort <= short else {
      return nil
    }
    // A row of empty cells alone, which was not looked at, may be of any width.
    return rows.map { $0.isEmpty ? 0 : max(0, width - $0.count) }
  }

  /// So few rows that lost their ends, or kept their starts, tell nothing.
  private static let least = 5
  /// At most one short row in so many fits its places badly by chance, where none has lost anything but its end.
  private static let unfitAmongShort = 10
}
