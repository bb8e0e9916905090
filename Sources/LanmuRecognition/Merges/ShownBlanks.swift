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
    losesAll && row.slots.indices.contains { Self.isGone($0, in: row, keepsEnds: keepsEnds) } ? Self.surely : leaning
  }

  /// Whether empty cells at the ends of rows are there, so that those that are not are gone.
  private let keepsEnds: Bool

  /// Whether a cell is gone from a row: nothing is known of what would stand behind its last text where ends are cut off.
  private static func isGone(_ column: Int, in row: AlignedRow, keepsEnds: Bool) -> Bool {
    row.slots[column].state == .missing && (keepsEnds || row.slots[column...].contains(where: \.hasText))
  }

  /// - Parameter hidesTrailing: whether rows are padded at their ends, so that nothing is known of what stands there.
  init(_ rows: [AlignedRow], columns: [LogicalColumn], hidesTrailing: Bool) {
    let keepsEnds = !hidesTrailing && rows.count { $0.slots.last?.state == .blank } >= Self.fewest
    self.keepsEnds = keepsEnds
    var gone = 0.0
    var shown = 0.0
    // Where none is named who is responsible, it is who leads.
    let namesResponsible = columns.contains { $0.meaning == .responsible }
    let filled = namesResponsible ? Self.filled : Self.filled.union([.lead])
    let data = columns.indices.filter { ![.level, .number, .remarks, .other].contains(columns[$0].meaning) }
    let counts = data.map { column in
      let shown = rows.count { $0.slots[column].state == .blank }
      return (gone: rows.count { Self.isGone(column, in: $0, keepsEnds: keepsEnds) }, shown: shown)
    }
    let anyGone = counts.reduce(0) { $0 + $1.gone }
    let anyShown = counts.reduce(0) { $0 + $1.shown }
    for (column, count) in zip(data, counts) where filled.contains(columns[column].meaning) {
      let more = max(0, Double(count.shown) - Self.empty * Double(rows.count) - 1)
      gone += Double(count.gone)
      // Where merged cells go, a field that lost none has none: its empty cells were empty, be they many.
      shown += anyGone >= Self.fewest ? min(more, Double(count.gone)) : more
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
