/// What an empty cell says in a table from which merged cells are gone: that it was empty, unless only some of those are gone,
/// or none of the fields behind the labels.
///
/// Hardly a column is without a time or a unit. Where such fields have more empty cells than that would explain, merged ones
/// are among them, and their share says how much the cell's being there tells.
struct ShownBlanks: Sendable {
  /// The logarithm of how much likelier an empty cell is there if it was covered than if it was empty, in any row; never above 0.
  private let leaning: Double
  /// Whether as many cells behind the labels are gone as are there and empty, so that rows which lost any lost all.
  private let losesAll: Bool

  /// The logarithm of how much likelier an empty cell of a row is there if it was covered than if it was empty; never above 0.
  func leaning(in row: AlignedRow) -> Double {
    losesAll && row.slots.indices.contains { Self.isGone($0, in: row) } ? Self.surely : leaning
  }

  /// Whether a cell is gone from a row: nothing is known of what would stand behind its last text.
  private static func isGone(_ column: Int, in row: AlignedRow) -> Bool {
    row.slots[column].state == .missing && row.slots[column...].contains(where: \.hasText)
  }

  init(_ rows: [AlignedRow], columns: [LogicalColumn]) {
    var gone = 0.0
    var shown = 0.0
    var anyGone = 0
    var anyShown = 0
    // Where none is named who is responsible, it is who leads.
    let namesResponsible = columns.contains { $0.meaning == .responsible }
    let filled = namesResponsible ? Self.filled : Self.filled.union([.lead])
    let data = columns.indices.filter { ![.level, .number, .remarks, .other].contains(columns[$0].meaning) }
    for column in data {
      var counts = (gone: 0, shown: 0)
      for row in rows {
        if row.slots[column].state == .blank { counts.shown += 1 }
        if Self.isGone(column, in: row) { counts.gone += 1 }
      }
      anyGone += counts.gone
      anyShown += counts.shown
      guard filled.contains(columns[column].meaning) else { continue }
      gone += Double(counts.gone)
      shown += max(0, Double(counts.shown) - Self.empty * Double(rows.count) - 1)
    }
    losesAll = anyGone >= Self.fewest && anyGone >= anyShown
    if anyGone == 0, shown > 0 {
      leaning = Self.mostly
    } else if shown > 0 {
      leaning = max(Self.surely, min(0, Likelihood.logarithm((shown + 0.01) / (gone + shown))))
    } else {
      leaning = anyGone == 0 && anyShown >= Self.fewest ? Self.openly : Self.surely
    }
  }

  /// Fields that are seldom empty, and how often.
  private static let filled: Set<FieldMeaning> = [.responsible, .update]
  private static let empty = 0.05
  /// What an empty cell says where all merged ones are gone; fitted with the other weights of `MergeEvidence`.
  private static let surely = -5.43
  /// The same where no cell behind the labels is gone, so that perhaps none there was merged; set by hand.
  private static let openly = -2.0
  /// The same where more of the fields that are seldom empty are than usual; set by hand.
  private static let mostly = -1.0
  private static let fewest = 3
}
