/// Carries labels down to the rows that they cover.
struct PathBuilder: Sendable {
  let levelColumns: [Int]
  /// Whether spans are part of the source.
  let keepsSpans: Bool

  /// A row's labels, outermost first, whether the deepest is starred, and where the row's own labels start.
  struct LabelledRow: Sendable {
    var path: [String]
    var starred: Bool
    /// Place among the levels of the row's first label that was not open above; `nil` if it has none.
    var firstNew: Int?
  }

  func labelled(_ rows: [AlignedRow]) -> [LabelledRow] {
    let carriesBlanks = keepsSpans && leavesRepeatsEmpty(rows)
    var open: [(label: String, starred: Bool)?] = Array(repeating: nil, count: levelColumns.count)
    return rows.map { row in
      var firstNew: Int?
      for (level, column) in levelColumns.enumerated() {
        let slot = row.slots[column]
        if slot.state == .own {
          if firstNew == nil, open[level]?.label != slot.label || level == levelColumns.count - 1 { firstNew = level }
          if open[level]?.label == slot.label, firstNew == nil { continue }
          open[level] = CellText.isDash(slot.label) ? nil : (slot.label, CellText.isStarred(slot.raw))
          for deeper in (level + 1)..<max(level + 1, levelColumns.count)
          where row.slots[levelColumns[deeper]].state != .covered {
            open[deeper] = nil
          }
        } else if keepsSpans, slot.state != .covered, !carriesBlanks {
          // With spans known an empty cell says that there is no label here.
          open[level] = nil
        }
      }
      let labels = open.compactMap { $0 }
      return LabelledRow(
        path: labels.map(\.label), starred: labels.last?.starred ?? false, firstNew: firstNew)
    }
  }

  /// Whether the table's author left repeated labels empty instead of merging: no label is merged anywhere, and outer labels
  /// are missing beside inner ones.
  private func leavesRepeatsEmpty(_ rows: [AlignedRow]) -> Bool {
    guard levelColumns.count > 1, let outermost = levelColumns.first else { return false }
    var empty = 0
    for row in rows {
      if levelColumns.contains(where: { row.slots[$0].state == .covered }) { return false }
      let hasInner = levelColumns.dropFirst().contains { row.slots[$0].state == .own }
      if row.slots[outermost].state != .own, hasInner { empty += 1 }
    }
    return empty > 0
  }
}
