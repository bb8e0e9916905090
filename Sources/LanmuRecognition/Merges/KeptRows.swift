/// Rows that keep the empty cells of what is merged, beside others of the same table that lost theirs.
///
/// Where all that begin with an empty cell end in one or in a text, no end was cut off: a row that lacks its last cell lost one
/// that was merged, since an empty one would be there, as are others.
struct KeptRows: Sendable {
  private let last: Int

  /// `nil` unless rows lack their last cells for no other reason.
  init?(_ rows: [AlignedRow], outermost: Int) {
    guard let last = rows.first?.slots.indices.last else { return nil }
    self.last = last
    let kept = rows.filter { $0.slots[outermost].state == .blank }
    guard kept.allSatisfy({ $0.slots[last].state != .missing }),
      kept.count(where: { $0.slots[last].state == .blank }) >= Self.fewest
    else { return nil }
  }

  /// Whether the last cell of a row is gone that lost others, too.
  func isGone(_ column: Int, in row: AlignedRow) -> Bool {
    column == last && row.slots[last].state == .missing && row.slots.count { $0.state == .missing } > 1
  }

  /// Whether a row lost merged cells, so that an empty one that is there was empty.
  func showsBlank(_ column: Int, in row: AlignedRow) -> Bool {
    row.slots[column].state == .blank && row.slots.contains { $0.state == .missing }
  }

  /// Fewer rows may end in an empty cell by chance.
  private static let fewest = 2
}
