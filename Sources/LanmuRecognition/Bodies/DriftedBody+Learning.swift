/// What is learnt of a table whose rows lost empty fields here and there, from its own rows.
extension DriftedBody {
  /// What is known of a table, to read its rows by.
  struct Knowledge {
    var cost: ContentCost
    var losses = LossHabit()
    var presence: [Double]
    var depths: DepthHabit
    var coverage: CoverageHabit?
    var habits: DocumentHabits?
    var numberedLevel: Int?
    var counting: CountedRows
    /// For each cell of each row, the column in which its text was learned there.
    var learned: [[Int?]]
  }

  /// A reading of such a probability may teach how fields are worded.
  private static let sound = 0.9
  private static let soundContent = 6.0
  private static let loudness = 1.5

  /// For each column, the share of rows in their places that fill it.
  func presence(_ rows: [[AlignableCell]], aligner: RowAligner, cost: ContentCost) -> [Double] {
    var filled = Array(repeating: 1.0, count: columns.count)
    var total = 2.0
    for cells in rows where cells.count == columns.count {
      guard aligner.readingByPlace(cells, cost: cost, limit: LostBody.placeLimit) != nil else { continue }
      total += 1
      for column in columns.indices where !cells[column].isEmpty { filled[column] += 1 }
    }
    return filled.map { $0 / total }
  }

  /// How deep labels go, by the rows that surely stand in their places: as wide as the header, fitting there, and nowhere further
  /// right.
  func depths(_ rows: [[AlignableCell]], aligner: RowAligner, cost: ContentCost) -> DepthHabit {
    let levels = aligner.levelColumns.count
    var counts = DepthHabit.Counts(levels: levels)
    for cells in rows where cells.count == columns.count {
      guard let placed = aligner.readingByPlace(cells, cost: cost, limit: LostBody.placeLimit),
        !(1...max(1, levels)).contains(where: {
          aligner.readingByPlace(
            cells, movedBy: $0, from: aligner.firstMovable(in: cells), cost: cost, limit: LostBody.placeLimit) != nil
        })
      else { continue }
      counts.note(placed)
    }
    return DepthHabit(counts)
  }

  /// The same by how all rows were read.
  func depths(of pass: Pass, levels: Int) -> DepthHabit {
    var counts = DepthHabit.Counts(levels: levels)
    for (candidates, probabilities) in zip(pass.candidates, pass.probabilities) {
      for (candidate, probability) in zip(candidates, probabilities) {
        counts.note(candidate.reading, weight: probability)
      }
    }
    return DepthHabit(counts)
  }

  /// What became of the rows' empty fields.
  func counted(_ pass: Pass) -> LossHabit.Counts {
    var counts = LossHabit.Counts()
    var previous: LabelShift?
    for row in pass.candidates.indices {
      for (candidate, probability) in zip(pass.candidates[row], pass.probabilities[row]) where probability > 0.01 {
        counts.note(candidate.event, weight: probability)
      }
      if pass.levels.rows[row].followsBreak { previous = nil }
      let reading = pass.levels.reading(row)
      guard reading.labelShift.tells, !reading.levels.isEmpty else { continue }
      counts.runs.note(reading.labelShift, after: previous)
      previous = reading.labelShift
    }
    return counts
  }

  func learnt(
    from pass: Pass, _ cells: [[AlignableCell]], aligner: RowAligner, plain: ContentCost, mayCover: Bool
  ) -> Knowledge {
    var filled = Array(repeating: 1.0, count: columns.count)
    var cost = plain
    var learned: [[Int?]] = cells.map { Array(repeating: nil, count: $0.count) }
    let levels = aligner.levelColumns.count
    var shapes = CoverageHabit.Counts(levels: levels, columns: columns.count)
    var open = OpenLabels(levels: levels)
    for row in cells.indices {
      let reading = pass.levels.reading(row)
      let held = cells[row].indices.filter { !cells[row][$0].isEmpty }
      let fields = held.compactMap { reading.columnOfCell[$0] }
      for column in Set(fields) { filled[column] += 1 }
      let choice = pass.levels.choices[row].reading
      if pass.probabilities[row][choice] >= Self.sound, pass.candidates[row][choice].content < Self.soundContent {
        for place in held {
          guard let column = reading.columnOfCell[place] else { continue }
          let cell = cells[row][place]
          learned[row][place] = column
          if columns[column].meaning == .level {
            cost.learnWording(cell.text, in: column)
          } else {
            cost.learn(cell.text, cell.evidence, in: column)
          }
        }
      }
      let (firstNew, leaf) = open.take(pass.levels.labels(row), by: reading)
      shapes.note(fields, firstNew: firstNew, leaf: leaf)
    }
    var counting = CountedRows(cells, columns: columns)
    counting.learn(cells.indices.map { pass.levels.reading($0).firstLevel }, levels: levels)
    let silent: Set<FieldMeaning> = [.level, .remarks, .other]
    let weighed = Set(columns.indices.filter { !silent.contains(columns[$0].meaning) })
    return Knowledge(
      cost: cost, losses: LossHabit(counted(pass), mayCover: mayCover),
      presence: filled.map { $0 / (Double(cells.count) + 2) }, depths: depths(of: pass, levels: levels),
      coverage: levels == 0 ? nil : CoverageHabit(shapes, weighed: weighed, loudness: Self.loudness),
      habits: DocumentHabits(pass.levels, cells: cells, aligner: aligner),
      numberedLevel: pass.levels.numberedLevel, counting: counting, learned: learned)
  }
}
