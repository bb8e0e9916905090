internal import LanmuDiagnostics

/// Decides, for the fields of a table whose spans are lost, whether an empty cell was covered from above or was empty.
///
/// The evidence is the author's habit over the whole column and the whole table (`MergeHabits`), weighed by `MergeEvidence`.
/// A row with no content of its own is always covered, since a row that says nothing makes no sense.
struct MergeDecision: Sendable {
  let columns: [LogicalColumn]
  /// Whether merged cells are gone from the rows, so that an empty cell that is there may tell that it was empty.
  let showsBlanks: Bool
  /// Whether rows lack cells, be it those that were merged or empty ones as well.
  let lacksCells: Bool
  /// Whether rows are padded at their end, so that nothing is known of fields behind the last cell with text.
  let hidesTrailing: Bool
  /// Rows that keep their merged cells beside such as lost theirs; `nil` where all keep or lose them.
  var keptRows: KeptRows?
  let limits: DoubtLimits

  /// Texts of one row by column, after merged values have been carried down.
  struct FilledRow: Sendable {
    var raws: [String?]
    var doubts: [Doubt]
  }

  /// - Parameters:
  ///   - rows: the aligned rows.
  ///   - firstNew: for each row, the place among the levels of its first label that was not open above.
  ///   - paths: for each row, its labels.
  func filled(_ rows: [AlignedRow], firstNew: [Int?], paths: [[String]]) -> [FilledRow] {
    var result = rows.map { row in
      FilledRow(raws: row.slots.map { $0.hasText ? $0.raw : nil }, doubts: [])
    }
    let dataColumns = columns.indices.filter { columns[$0].meaning != .level }
    let weighty = dataColumns.filter { ![.number, .remarks, .other].contains(columns[$0].meaning) }
    let saysNothing = rows.map { row in !weighty.contains { row.slots[$0].hasText } }
    let shown = showsBlanks ? ShownBlanks(rows, columns: columns, hidesTrailing: hidesTrailing) : nil
    let habits = MergeHabits(
      rows: rows, firstNew: firstNew, paths: paths, columnCount: columns.count,
      levelColumns: columns.levels,
      weighty: dataColumns.filter { columns[$0].meaning.tellsMerges })
    let table = FieldMerge.Table(
      decision: self, rows: rows, paths: paths, saysNothing: saysNothing, habits: habits, shown: shown)
    for column in dataColumns { FieldMerge(column, of: table).carry(into: &result) }
    for index in rows.indices {
      for (column, guess) in rows[index].guesses.enumerated() {
        guard let guess, let doubt = placement(column, guess, in: rows[index], read: result[index].raws[column]) else {
          continue
        }
        // One doubt a field says enough.
        result[index].doubts.removeAll { $0.field == doubt.field }
        result[index].doubts.append(doubt)
      }
    }
    return result
  }

  /// What is left of an empty cell of a row.
  func remains(of slot: AlignedRow.Slot, in row: AlignedRow, column: Int) -> MergeEvidence.Remains {
    guard lacksCells else { return .keptEmpty }
    guard showsBlanks else { return .unknown }
    if slot.state == .blank { return .shownEmpty }
    return !hidesTrailing || row.slots[column...].contains(where: \.hasText) ? .gone : .unknown
  }
}
