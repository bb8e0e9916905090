internal import LanmuGrid

/// What is judged of a whole table whose spans are lost, before its rows are read one by one.
extension LostBody {
  /// Whether rows that look as if they were padded at their ends are not: their cells stand in their places, and what is empty
  /// was empty or merged there.
  static func keepsPlaces(
    _ rows: [CollectedTable.BodyRow], columns: [LogicalColumn], evidence: inout EvidenceTable
  ) -> Bool {
    var cost = ContentCost(columns: columns)
    let sample = rows.lazy.map(\.row).filter { !$0.filled.isEmpty && $0.filled.count < columns.count }
    var short: [[AlignableCell]] = []
    for row in sample.prefix(placeSample) { short.append(alignable(row, evidence: &evidence)) }
    // Where no row lacks a cell, there is no place that a cell could have left.
    if short.isEmpty { return true }
    if keepsCovered(short, columns: columns) { cost.adapt(to: short, arePadded: false) }
    // A label alone fits the place of the outermost one whatever its own is.
    short.removeAll { WidthRegime.isBareLabel(DroppedBody.trimmed($0), columns) }
    let strayed = short.count { row in
      !WidthRegime.fits(row, width: columns.count, cost: cost)
        && WidthRegime.fitsFurtherRight(DroppedBody.trimmed(row), width: columns.count, cost: cost)
    }
    return short.count >= leastShort && strayed * mostStrayed <= short.count
  }

  /// Whether many rows leave the outermost level empty beside a deeper label: covered cells are there, and not gone.
  private static func keepsCovered(_ short: [[AlignableCell]], columns: [LogicalColumn]) -> Bool {
    let levels = columns.levels
    guard let outermost = levels.first else { return false }
    let covered = short.count { row in
      row.count > outermost && row[outermost].isEmpty
        && levels.dropFirst().contains { row.indices.contains($0) && !row[$0].isEmpty }
    }
    return covered >= leastShort && covered * 5 >= short.count
  }

  /// Rows looked at, and how few of them tell anything.
  private static let placeSample = 120
  private static let leastShort = 3
  /// At most one row in so many stands in other places by chance.
  private static let mostStrayed = 20

  /// What may be true of a whole table, to be decided by how well its rows can be read so: whether it writes levels out that a
  /// row does not have, or what made its short rows short.
  ///
  /// - Parameter haveSlipped: whether some rows surely lost the empty fields that they began with: then others lost theirs, too.
  func attempts(_ regime: WidthRegime, habits: DocumentHabits, haveSlipped: Bool) -> [RowAligner] {
    switch regime {
    case .dropped:
      [true, false].map {
        RowAligner(columns: columns, regime: regime, habits: habits, showsMissingLevels: $0)
      }
    case .indexed:
      (haveSlipped ? [.slipped] : [.slipped, .covering]).map {
        RowAligner(columns: columns, regime: regime, habits: habits, shortage: $0)
      }
    }
  }

  /// For each level, the share of rows in their places whose labels begin there or further left.
  func beginningShares(_ placed: [RowReading?], aligner: RowAligner) -> [Double] {
    let firsts = placed.compactMap { $0?.levels.first }
    return aligner.levelColumns.indices.map { level in
      Double(firsts.count { $0 <= level } + 1) / Double(firsts.count + 2)
    }
  }

  /// The next likely reading of a row: another one in the same pass, or the one of a pass that took something else to be true of
  /// the whole table and explains it nearly as well.
  func rival(
    of row: Int, in pass: LevelPass, or otherwise: LevelPass?
  ) -> (choice: AlignedRow.Rival, reading: RowReading)? {
    let choice = pass.choices[row]
    let own = choice.rival.map { rival in
      let closeness = max(0, 1 - rival.margin / pass.rows[row].doubtMargin)
      return (
        choice: AlignedRow.Rival(path: rival.path, probability: 1 - 0.5 * closeness),
        reading: pass.rows[row].readings[rival.reading]
      )
    }
    guard let otherwise, otherwise.cost - pass.cost < Self.tableMargin, otherwise.choices[row].path != choice.path
    else { return own }
    let closeness = 1 - (otherwise.cost - pass.cost) / Self.tableMargin
    let probability = 1 - 0.5 * closeness
    if let own, own.choice.probability <= probability { return own }
    return (
      choice: AlignedRow.Rival(path: otherwise.choices[row].path, probability: probability),
      reading: otherwise.reading(row)
    )
  }

  /// What is taken to be true of a whole table is in doubt if it explains its rows better by less than this.
  private static let tableMargin = 4.0

  /// Finds the fields that hold other texts than their header says, by the rows that stand in their places: what moved rows
  /// bring from the field beside it is no habit of a field.
  func adapt(_ cost: inout ContentCost, to rows: [[AlignableCell]]) {
    guard layout != .dropped else { return cost.adapt(to: rows, arePadded: true) }
    let aligner = RowAligner(columns: columns, regime: .indexed)
    let plain = cost
    cost.adapt(to: rows.filter { !DriftHabit.isRatherMoved($0, aligner: aligner, cost: plain) }, arePadded: false)
  }
}
