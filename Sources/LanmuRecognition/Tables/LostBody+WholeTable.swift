internal import LanmuGrid

/// What is judged of a whole table whose spans are lost, before its rows are read one by one.
extension LostBody {
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
