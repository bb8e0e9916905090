internal import LanmuDiagnostics
internal import LanmuGrid

/// The rows of a table in which merged cells are empty fields, but rows lost some of these, or got some too many, here and there.
///
/// Every row is read in all ways that a few lost fields explain. What each costs (its texts in their fields, the fields that it
/// fills, what it lost) adds up to a likelihood, and the rows above and below decide along with it. What a table is like is
/// learnt from its own rows, in several passes.
///
/// Tables whose misfits are all short rows that fit further right, while no row shows a level that its branch lacks and hardly
/// one has moved within the table's width, are left to `LostBody` (`LostStarts`): only where they stand tells rows whose label
/// covers two fields from such as lost the first, and the likelihood of lost fields takes both alike. Those whose merged cells
/// are gone are left to `DroppedBody`; but a table without levels, in which no merged label can be gone, is read here whatever
/// its layout, and so is one whose rows lost fields behind their labels alone (`InnerLosses`).
struct DriftedBody: Sendable {
  let body: LostBody
  var columns: [LogicalColumn] { body.columns }
  private var layout: Grid.Layout { body.layout }

  private static let passes = 3
  /// In wider tables, the ways of losing fields are too many to weigh.
  private static let mostColumns = 16
  /// Readings of the whole table that are worse by more than this count for nothing.
  private static let widestMargin = 6.0
  /// From what price of a row's texts on joined or strayed cells are thought of, and what it costs that there are some.
  private static let dear = 9.0
  private static let strayPrice = 3.0
  private static let mostStrayed = 4
  /// The rows of tables with lost fields are told apart by their depth more than by their neighbours'.
  private static let stepPrice = 0.35

  /// Whether rows do not fit their places, those of the header's width only if they fit others, and empty fields are kept in
  /// general, or there are no levels, whose merged cells might be gone.
  func explains(_ rows: [[AlignableCell]], cost: ContentCost) -> Bool {
    let aligner = RowAligner(columns: columns, regime: .indexed)
    let inner = InnerLosses(columns: columns, cost: cost)
    let losesInner = inner.explainShortRows(rows, layout: layout)
    guard columns.count <= Self.mostColumns, aligner.levelColumns.isEmpty || layout == .delimited || losesInner,
      aligner.levelColumns.isEmpty
        || WidthRegime(layout: layout, rows: rows, columns: columns, cost: cost) == .indexed
    else { return false }
    if losesInner { return true }
    let misfits = rows.filter { cells in
      cells.contains { !$0.isEmpty }
        && aligner.readingByPlace(cells, cost: cost, limit: LostBody.placeLimit) == nil
        && (cells.count != columns.count || DriftHabit.isRatherMoved(cells, aligner: aligner, cost: cost)
          || inner.explain(cells))
    }
    guard let deepest = aligner.levelColumns.last else { return !misfits.isEmpty }
    let showsLacking = rows.contains { cells in
      cells.count == columns.count && cells[deepest].isEmpty && aligner.levelColumns.contains { !cells[$0].isEmpty }
    }
    let mostMoved = max(1, aligner.levelColumns.count)
    if misfits.count(where: { $0.count == columns.count }) >= Self.leastMoved { return true }
    return misfits.contains { cells in
      cells.count != columns.count
        && (showsLacking
          || !(1...mostMoved).contains {
            aligner.readingByPlace(cells, movedBy: $0, cost: cost, limit: LostBody.placeLimit) != nil
          })
    }
  }

  /// So many rows that have moved within the table's width are enough to tell how they do.
  private static let leastMoved = 2

  /// What one pass over all rows makes of a table.
  struct Pass {
    var levels: LevelPass
    var candidates: [[DriftAligner.Candidate]]
    /// For each row, the probability of each of its readings.
    var probabilities: [[Double]]
    /// For each row, the probability of its path.
    var paths: [Double]
    /// How many steps from one row to the next were weighed.
    var steps: Int
  }

  func read(
    _ rows: [CollectedTable.BodyRow], _ cells: [[AlignableCell]], cost plain: ContentCost
  ) -> LostBody.Reading {
    let aligner = RowAligner(columns: columns, regime: .indexed)
    var pass = passed(rows, cells, aligner: aligner, plain: plain, mayCover: false)
    var otherwise: LevelPass?
    var steps = pass.steps
    let kept = counted(pass).keepingCovered
    // A table writes the fields that its labels cover throughout, or not at all.
    if kept < Self.leastKept, pass.candidates.contains(where: { $0.contains(where: \.event.mayCover) }) {
      let covering = passed(rows, cells, aligner: aligner, plain: plain, mayCover: true)
      steps += covering.steps
      otherwise = covering.levels
      if covering.levels.cost < pass.levels.cost {
        otherwise = pass.levels
        pass = covering
      }
    }
    // The outermost level that rows above may have opened instead, had they not moved.
    var open: (level: Int, doubt: Doubt)?
    let result = rows.indices.map { index in
      var row = aligned(rows[index], cells[index], at: index, pass)
      let first = pass.levels.reading(index).firstLevel
      if let rivals = open, first <= rivals.level { open = nil }
      if let rival = body.rival(of: index, in: pass.levels, or: otherwise), row.rival == nil {
        if rival.choice.probability < body.limits.path { row.rival = rival.choice }
      }
      if let doubt = coveringDoubt(pass, index, kept: kept) {
        let shift = pass.candidates[index][pass.levels.choices[index].reading].event.shift
        let level = max(0, first + min(-1, shift.places))
        open = (min(level, open?.level ?? level), doubt)
        if row.rival == nil { row.doubts.append(doubt) }
      } else if row.rival == nil, let open {
        // What stands below a row that has perhaps not moved stands below its labels as these were then.
        row.doubts.append(DisplacedCells(columns: columns).slip(above: open.doubt.probability))
      }
      return row
    }
    return LostBody.Reading(rows: result, steps: steps)
  }

  /// So many rows that keep the fields which their labels would cover tell that these are never gone.
  private static let leastKept = 0.5

  /// The doubt about a short row that was moved to the right although its label may cover what is gone.
  private func coveringDoubt(_ pass: Pass, _ index: Int, kept: Double) -> Doubt? {
    let event = pass.candidates[index][pass.levels.choices[index].reading].event
    guard event.lost[LossHabit.Place.before.rawValue] > 0, event.excessAtEnd == 0,
      pass.candidates[index].contains(where: \.event.mayCover)
    else { return nil }
    let probability = LostStarts.writesCovered(kept)
    return probability < body.limits.path ? DisplacedCells(columns: columns).slip(probability) : nil
  }

  /// Reads all rows several times, each time by what was learnt before.
  private func passed(
    _ rows: [CollectedTable.BodyRow], _ cells: [[AlignableCell]], aligner: RowAligner, plain: ContentCost,
    mayCover: Bool
  ) -> Pass {
    var cost = plain
    body.learn(cells, aligner: aligner, cost: &cost)
    var known = Knowledge(
      cost: cost, losses: LossHabit(mayCover: mayCover),
      presence: presence(cells, aligner: aligner, cost: cost), depths: depths(cells, aligner: aligner, cost: cost),
      counting: CountedRows(cells, columns: columns),
      learned: cells.map { row in row.indices.map { row.count == columns.count ? $0 : nil } })
    var pass = searched(rows, cells, aligner: aligner, known)
    var steps = pass.steps
    for _ in 1..<Self.passes {
      known = learnt(from: pass, cells, aligner: aligner, plain: plain, mayCover: mayCover)
      pass = searched(rows, cells, aligner: aligner, known)
      steps += pass.steps
    }
    pass.steps = steps
    return pass
  }

  // MARK: - Searching

  private func searched(
    _ rows: [CollectedTable.BodyRow], _ cells: [[AlignableCell]], aligner: RowAligner, _ known: Knowledge
  ) -> Pass {
    let drift = DriftAligner(aligner: aligner, losses: known.losses, presence: known.presence, depths: known.depths)
    let candidates = cells.indices.map { row in
      self.candidates(cells[row], drift: drift, known, learned: known.learned[row]).map { candidate in
        var copy = candidate
        copy.reading.cost += known.counting.price(of: row, beginningAt: candidate.reading.firstLevel)
        return copy
      }
    }
    let searchRows = rows.indices.map { row in
      let readings = candidates[row].map(\.reading)
      return LevelSearch.Row(
        readings: readings, labels: readings.map { body.labels(of: cells[row], by: $0, aligner: aligner) },
        missingCarriers: readings.map { _ in 0 },
        isNumbered: readings.map { fills(cells[row], by: $0) { $0 == .number } },
        hasFields: readings.map { fills(cells[row], by: $0) { ![.level, .number].contains($0) } },
        coverage: readings.map { reading in
          known.coverage?.prices(ofFilled: fields(of: cells[row], by: reading)) ?? []
        }, followsBreak: rows[row].followsBreak)
    }
    var search = LevelSearch(
      levelCount: aligner.levelColumns.count, regime: .indexed, numberedLevel: known.numberedLevel,
      coverage: known.coverage)
    search.runs = known.losses.runs
    search.breaksEndRuns = true
    search.widestMargin = Self.widestMargin
    if known.coverage != nil { search.stepPrice = Self.stepPrice }
    let (choices, total, steps) = search.choose(searchRows)
    return Pass(
      levels: LevelPass(rows: searchRows, choices: choices, cost: total, steps: steps), candidates: candidates,
      probabilities: rows.indices.map { probabilities(of: searchRows[$0], choices[$0]) },
      paths: choices.map { Self.sharpened(1 / (1 + $0.otherPaths)) }, steps: steps)
  }

  private func candidates(
    _ cells: [AlignableCell], drift: DriftAligner, _ known: Knowledge, learned: [Int?]
  ) -> [DriftAligner.Candidate] {
    var found = drift.candidates(cells, cost: known.cost, learned: learned)
    if found.first.map({ $0.content > Self.dear }) ?? true {
      let strayed = drift.aligner.readings(cells, cost: known.cost).prefix(Self.mostStrayed)
      found += strayed.map { reading in
        var copy = reading
        copy.cost += Self.strayPrice
        copy.labelShift = .unmoved
        copy.coversRest = false
        return DriftAligner.Candidate(reading: copy, event: LossHabit.Event(), content: reading.cost)
      }
    }
    if found.isEmpty {
      let last = body.lastResort(cells, aligner: drift.aligner)
      found = [DriftAligner.Candidate(reading: last, event: LossHabit.Event(), content: last.cost)]
    }
    if let habits = known.habits, found.count > 1 {
      for index in found.indices { found[index].reading.cost += habits.mentionPrice(cells, by: found[index].reading) }
    }
    return found
  }

  /// The probability of each reading of a row. Of readings with the same labels a search keeps the best; how much worse the
  /// others are, they cost more themselves.
  private func probabilities(of row: LevelSearch.Row, _ choice: LevelSearch.Choice) -> [Double] {
    var margins = choice.margins
    if margins.isEmpty { margins = row.readings.indices.map { $0 == choice.reading ? 0 : .infinity } }
    var best: [LabelPlaces: Int] = [:]
    let keys = row.readings.indices.map { LabelPlaces(levels: row.readings[$0].levels, labels: row.labels[$0]) }
    for index in row.readings.indices where margins[index] < margins[best[keys[index]] ?? index] + 1e-9 {
      if margins[index].isFinite { best[keys[index]] = index }
    }
    let weights = row.readings.indices.map { index -> Double in
      guard let least = best[keys[index]] else { return 0 }
      let more = max(0, row.readings[index].cost - row.readings[least].cost)
      return Likelihood.exponential(-min(margins[index], margins[least] + more))
    }
    let total = weights.reduce(0, +)
    return weights.map { total > 0 ? $0 / total : 0 }
  }

  private struct LabelPlaces: Hashable {
    var levels: [Int]
    var labels: [String]
  }

  private func fields(of cells: [AlignableCell], by reading: RowReading) -> [Int] {
    cells.indices.compactMap { cells[$0].isEmpty ? nil : reading.columnOfCell[$0] }
  }

  private func fills(_ cells: [AlignableCell], by reading: RowReading, _ isMeant: (FieldMeaning) -> Bool) -> Bool {
    fields(of: cells, by: reading).contains { isMeant(columns[$0].meaning) }
  }

  // MARK: - Results

  /// A probability as it is told: prices are cautious, and readings are right oftener than they say.
  private static func sharpened(_ probability: Double) -> Double {
    guard probability < 1 else { return 1 }
    let odds = Likelihood.logarithm(probability / (1 - probability))
    return Likelihood.probability(ofLeaning: sharpness * odds)
  }

  /// Fitted to invented plans of two generators.
  private static let sharpness = 1.4

  private func aligned(
    _ row: CollectedTable.BodyRow, _ cells: [AlignableCell], at index: Int, _ pass: Pass
  ) -> AlignedRow {
    let choice = pass.levels.choices[index]
    var reading = pass.levels.reading(index)
    reading.cost = pass.candidates[index][choice.reading].content
    var result = body.aligned(row, cells, by: reading)
    // What a row lost was empty; where rows are filled up, merged cells may be gone.
    if layout == .delimited {
      for column in columns.indices where result.slots[column].state == .missing { result.slots[column] = .blank }
    }
    if pass.paths[index] < body.limits.path, let rival = choice.rival {
      result.rival = AlignedRow.Rival(path: rival.path, probability: pass.paths[index])
    }
    let readings = pass.levels.rows[index].readings
    let texts = readings.map { text(of: cells, by: $0) }
    let displaced = DisplacedCells(columns: columns)
    for column in columns.indices where columns[column].meaning != .level {
      let others = readings.indices.filter { texts[$0][column] != texts[choice.reading][column] }
      let probability = Self.sharpened(1 - others.reduce(0) { $0 + pass.probabilities[index][$1] })
      guard probability < body.limits.value,
        let rival = others.max(by: { pass.probabilities[index][$0] < pass.probabilities[index][$1] })
      else { continue }
      let doubts = displaced.doubts(cells, readBy: reading, or: readings[rival], probability: probability)
      result.doubts += doubts.filter { doubt in
        doubt.field == columns[column].meaning && !result.doubts.contains { $0.field == doubt.field }
      }
    }
    return result
  }

  private func text(of cells: [AlignableCell], by reading: RowReading) -> [String] {
    var texts = Array(repeating: "", count: columns.count)
    for (place, cell) in cells.enumerated() {
      if let column = reading.columnOfCell[place] { texts[column] += cell.text }
    }
    return texts
  }
}
