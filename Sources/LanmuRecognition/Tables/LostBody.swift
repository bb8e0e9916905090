internal import LanmuDiagnostics
internal import LanmuGrid

/// Reads the rows of a table whose spans are lost, by evidence over the whole table.
struct LostBody: Sendable {
  let columns: [LogicalColumn]
  let layout: Grid.Layout
  let limits: DoubtLimits
  var fill: RowFill { RowFill(columns: columns) }

  /// Readings of a row that cost this much more than the cheapest are not considered.
  private static let readingMargin = 7.0
  private static let mostReadings = 14

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
    let strayed = short.count { row in
      !WidthRegime.fits(row, width: columns.count, cost: cost)
        && WidthRegime.fitsFurtherRight(DroppedBody.trimmed(row), width: columns.count, cost: cost)
    }
    return short.count >= leastShort && strayed * mostStrayed <= short.count
  }

  /// Whether many rows leave the outermost level empty beside a deeper label: covered cells are there, and not gone.
  private static func keepsCovered(_ short: [[AlignableCell]], columns: [LogicalColumn]) -> Bool {
    let levels = columns.indices.filter { columns[$0].meaning == .level }
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

  static func alignable(_ row: FieldRow, evidence: inout EvidenceTable) -> [AlignableCell] {
    row.cells.map { cell in
      AlignableCell(
        raw: cell.raw, text: cell.label, evidence: evidence.evidence(of: cell.label), line: cell.line,
        isPadding: cell.isPadding)
    }
  }

  /// What the rows of a table were read as.
  struct Reading {
    var rows: [AlignedRow]
    /// How many steps from one row to the next were weighed to read them: so many times their number.
    var steps = 0
    /// Whether covered cells are missing from the rows.
    var cellsLost = false
  }

  func read(_ rows: [CollectedTable.BodyRow], evidence: inout EvidenceTable) -> Reading {
    var cells: [[AlignableCell]] = []
    cells.reserveCapacity(rows.count)
    for body in rows { cells.append(Self.alignable(body.row, evidence: &evidence)) }
    var cost = ContentCost(columns: columns)
    if layout == .delimited { ShiftedPages(columns: columns).restore(&cells, of: rows, cost: cost) }
    adapt(&cost, to: cells)
    return readFilledUp(rows, cells, cost: cost)
  }

  /// Reads rows after the empty cells that all of them lost at one end are put back.
  private func readFilledUp(_ rows: [CollectedTable.BodyRow], _ found: [[AlignableCell]], cost: ContentCost) -> Reading
  {
    var cells = found
    guard let losses = restoreTrimmedStarts(of: &cells, rows, cost: cost) else {
      restoreTrimmedEnds(of: &cells, cost: cost)
      return readAligned(rows, cells, cost: cost)
    }
    var reading = readAligned(rows, cells, cost: cost)
    // Whether merged cells are gone or empty, these cells are gone.
    for (index, loss) in losses.enumerated() {
      for column in 0..<loss where reading.rows[index].slots[column].state == .blank {
        reading.rows[index].slots[column] = .missing
      }
    }
    return reading
  }

  private func readAligned(
    _ rows: [CollectedTable.BodyRow], _ found: [[AlignableCell]], cost plain: ContentCost
  ) -> Reading {
    var (cells, cost) = (found, plain)
    let drifted = DriftedBody(body: self)
    if drifted.explains(cells, cost: cost) { return drifted.read(rows, cells, cost: cost) }
    // A row that lost an empty field at its start looks the same between delimiters.
    let mayReach = layout != .dropped && layout != .delimited
    let spanning = mayReach ? SpanningLabels.restored(cells, columns: columns, cost: cost) : nil
    if let spanning { cells = spanning }
    let slipped = restoreStarts(of: &cells, cost: cost)
    let regime =
      spanning == nil ? WidthRegime(layout: layout, rows: cells, columns: columns, cost: cost) : WidthRegime.indexed
    let cellsLost = regime == .dropped
    let aligner = RowAligner(columns: columns, regime: regime)
    guard !aligner.levelColumns.isEmpty else {
      return Reading(rows: rows.indices.map { flat(rows[$0], cells[$0], aligner: aligner) }, cellsLost: cellsLost)
    }
    if regime == .indexed { restoreEnds(of: &cells, aligner: aligner, cost: cost) }
    learn(cells, aligner: aligner, cost: &cost)
    if regime == .dropped, columns.count <= DroppedBody.mostColumns,
      aligner.levelColumns.count <= DroppedBody.mostLevels
    {
      return dropped(rows, cells, cost: cost)
    }
    var placed = readingsByPlace(cells, aligner: aligner, cost: cost)
    var strays = Strays(
      placeLimit: holdsPlaces(cells, placed, where: fill.isFull) ? Double.infinity : Self.placeLimit,
      price: regime == .indexed ? strayPrice(cells, placed) : 0,
      drift: drift(cells, placed, aligner: aligner, cost: cost))
    var pass = searched(rows, cells, placed, aligner: aligner, cost: cost, habits: nil, strays: strays)
    var presence: [Double]?
    var steps = pass.steps
    var otherwise: LevelPass?
    if pass.isOpen {
      // What the first pass is sure of tells the second how fields are worded and how often they are filled. In it, too,
      // tables that write missing levels out are told from those in which labels cover them.
      let habits = DocumentHabits(pass, cells: cells, aligner: aligner)
      learn(from: pass, cells: cells, cost: &cost)
      placed = readingsByPlace(cells, aligner: aligner, cost: cost)
      strays.drift = drift(cells, placed, aligner: aligner, cost: cost)
      let passes = attempts(regime, habits: habits, haveSlipped: !slipped.isEmpty).map { informed in
        searched(
          rows, cells, placed, aligner: informed, cost: cost, habits: habits, numberedLevel: pass.numberedLevel,
          strays: strays)
      }
      presence = habits.presence
      for attempt in passes { steps += attempt.steps }
      let ranked = passes.sorted { $0.cost < $1.cost }
      pass = ranked[0]
      otherwise = regime == .indexed ? ranked.dropFirst().first : nil
    }
    let result = rows.indices.map { index in
      var row = aligned(rows[index], cells[index], by: pass.reading(index))
      let rival = rival(of: index, in: pass, or: otherwise)
      row.rival = rival?.choice
      let displaced = DisplacedCells(columns: columns)
      if let probability = slipped[index], probability < limits.value { row.doubts.append(displaced.slip(probability)) }
      row.doubts += displaced.doubts(row, presence: presence, cost: cost)
      if let rival {
        row.doubts += displaced.doubts(
          cells[index], readBy: pass.reading(index), or: rival.reading, probability: rival.choice.probability)
      }
      return row
    }
    return Reading(rows: result, steps: steps, cellsLost: cellsLost)
  }

  /// Reads rows whose merged cells are gone.
  private func dropped(
    _ rows: [CollectedTable.BodyRow], _ cells: [[AlignableCell]], cost: ContentCost
  ) -> Reading {
    let tellsPadding = rows.lazy.map(\.row).tellPadding
    let cells = tellsPadding ? cells.map { row in row.filter { !$0.isPadding } } : cells
    let body = DroppedBody(columns: columns, isPadded: layout == .dropped && !tellsPadding)
    let (readings, steps) = body.read(cells, breaks: rows.map(RowBreak.init), cost: cost)
    let result = rows.indices.map { index in
      let reading = readings[index]
      var row = aligned(
        rows[index], cells[index],
        by: RowReading(columnOfCell: reading.columnOfCell, firstLevel: 0, levels: [], cost: 0, labelShift: .unmoved),
        endsInCells: tellsPadding)
      let probability = Calibration.path(reading.pathProbability)
      if probability < limits.path, let rival = reading.rival {
        row.rival = AlignedRow.Rival(path: rival, probability: probability)
      }
      row.guesses = reading.guesses
      return row
    }
    return Reading(rows: result, steps: steps, cellsLost: true)
  }

  // MARK: - Passes

  private func searched(
    _ rows: [CollectedTable.BodyRow], _ cells: [[AlignableCell]], _ placed: [RowReading?], aligner: RowAligner,
    cost: ContentCost, habits: DocumentHabits?, numberedLevel: Int? = nil, strays: Strays
  ) -> LevelPass {
    let searchRows = rows.indices.map { index in
      searchRow(
        cells[index], byPlace: placed[index], body: rows[index], aligner: aligner, cost: cost, habits: habits,
        strays: strays)
    }
    let search = LevelSearch(
      levelCount: aligner.levelColumns.count, regime: aligner.regime, numberedLevel: numberedLevel,
      coverage: habits?.coverage, beginningShares: beginningShares(placed, aligner: aligner))
    let (choices, total, steps) = search.choose(searchRows)
    return LevelPass(rows: searchRows, choices: choices, cost: total, steps: steps)
  }

  /// Learns wording from sound readings: of labels from all, of other fields where no neighbouring field is free.
  private func learn(from pass: LevelPass, cells: [[AlignableCell]], cost: inout ContentCost) {
    for index in cells.indices where pass.reading(index).isSound {
      let reading = pass.reading(index)
      for (place, cell) in cells[index].enumerated() where !cell.isEmpty {
        guard let column = reading.columnOfCell[place] else { continue }
        if columns[column].meaning == .level {
          cost.learnWording(cell.text, in: column)
        } else if isHeldInPlace(column, by: reading) {
          cost.learn(cell.text, cell.evidence, in: column)
        }
      }
    }
  }

  /// Whether a cell could not stand one field further left or right, because there are cells in those fields as well.
  private func isHeldInPlace(_ column: Int, by reading: RowReading) -> Bool {
    [column - 1, column + 1].allSatisfy { neighbour in
      !columns.indices.contains(neighbour) || columns[neighbour].meaning == .level
        || reading.columnOfCell.contains { $0 == neighbour }
    }
  }

  // MARK: - Readings

  /// Learns the wording of the fields from the rows in which every field is filled, so that nothing can be out of place.
  func learn(_ rows: [[AlignableCell]], aligner: RowAligner, cost: inout ContentCost) {
    let plain = cost
    for cells in rows {
      let filled = cells.filter { !$0.isEmpty }
      let isComplete = filled.count == columns.count && cells.prefix(columns.count).allSatisfy { !$0.isEmpty }
      guard isComplete || aligner.regime == .indexed && cells.count == columns.count,
        aligner.readingByPlace(cells, cost: plain, limit: 1.9) != nil
      else { continue }
      for (index, cell) in cells.enumerated() where index < columns.count && !cell.isEmpty {
        cost.learn(cell.text, cell.evidence, in: index)
      }
    }
  }

  /// A cell that fits its place worse than this may stand elsewhere.
  static let placeLimit = 2.2
  /// A cell that fits its place worse than this hardly stands there, however odd the words of a table are.
  static let oddLimit = 4.4

  /// Whether nearly all rows are complete, by a measure of it, and fit their places: then the table lost nothing, and the
  /// place of a cell says more than odd words in it.
  private func holdsPlaces(
    _ rows: [[AlignableCell]], _ placed: [RowReading?], where isComplete: ([AlignableCell]) -> Bool
  ) -> Bool {
    let complete = rows.indices.filter { isComplete(rows[$0]) }
    let fitting = complete.count { placed[$0].map { $0.dearest <= Self.placeLimit } ?? false }
    return complete.count * 10 >= rows.count * 9 && fitting * 4 >= complete.count * 3
  }

  /// How readily cells are believed to stand in other places than their own.
  private struct Strays: Sendable {
    /// What a cell may cost in its place in a row that is full.
    var placeLimit: Double
    /// What it costs that a row as wide as the header has drifted.
    var price: Double
    /// How whole rows have moved, where some have.
    var drift: DriftHabit?
  }

  private func drift(
    _ rows: [[AlignableCell]], _ placed: [RowReading?], aligner: RowAligner, cost: ContentCost
  ) -> DriftHabit? {
    guard aligner.regime == .indexed, !holdsPlaces(rows, placed, where: fill.isComplete) else { return nil }
    return DriftHabit(rows, placed: placed, aligner: aligner, cost: cost, limit: Self.placeLimit)
  }

  /// The price of the share of rows that do not fit their places: where all others do, odd words are likelier than a drift, and
  /// all the more where no row is short or too long.
  private func strayPrice(_ rows: [[AlignableCell]], _ placed: [RowReading?]) -> Double {
    let isEven = rows.allSatisfy { $0.count == columns.count }
    let whole = placed.compactMap(\.self)
    let straying = whole.count { $0.dearest > Self.placeLimit }
    let price = Likelihood.price((Double(straying) + 0.5) / Double(whole.count + 1))
    return max(0, price - (isEven ? 0 : Self.usualStrayPrice))
  }

  /// What alignments cost in any case covers a drift of one row in seven.
  private static let usualStrayPrice = 2.0

  private func keepsPlaces(_ reading: RowReading, _ cells: [AlignableCell]) -> Bool {
    cells.indices.allSatisfy { cells[$0].isEmpty || reading.columnOfCell[$0] == $0 }
  }

  /// For each row with a cell for every field, the reading in which each cell stands in its place.
  private func readingsByPlace(_ rows: [[AlignableCell]], aligner: RowAligner, cost: ContentCost) -> [RowReading?] {
    rows.map { cells in
      guard fill.isComplete(cells) || aligner.regime == .indexed && cells.count == columns.count else { return nil }
      return aligner.readingByPlace(cells, cost: cost, limit: .infinity)
    }
  }

  private func searchRow(
    _ cells: [AlignableCell], byPlace placed: RowReading?, body: CollectedTable.BodyRow, aligner: RowAligner,
    cost: ContentCost, habits: DocumentHabits?, strays: Strays
  ) -> LevelSearch.Row {
    var readings: [RowReading] = []
    var mayHaveMoved = false
    if let placed, placed.dearest <= (fill.isFull(cells) ? strays.placeLimit : Self.placeLimit) {
      readings = [placed] + (strays.drift?.readings(cells, besides: placed, cost: cost) ?? [])
      mayHaveMoved = readings.count > 1
      if let habits, readings.count > 1 {
        for index in readings.indices { readings[index].cost += habits.mentionPrice(cells, by: readings[index]) }
      }
    } else {
      readings = aligner.readings(cells, cost: cost)
      // That it stands in its places is a reading of a row as well, odd as its words may be there.
      if let placed, placed.dearest <= Self.oddLimit, !readings.contains(where: { keepsPlaces($0, cells) }) {
        readings.append(placed)
      }
      readings += strays.drift?.readings(misplaced: cells, cost: cost, limit: Self.placeLimit) ?? []
      if let habits {
        for index in readings.indices { readings[index].cost += habits.mentionPrice(cells, by: readings[index]) }
      }
      if placed != nil {
        for index in readings.indices where !keepsPlaces(readings[index], cells) {
          readings[index].cost += strays.price
        }
      }
      readings.sort { ($0.cost, $0.firstLevel, $0.levels.count) < ($1.cost, $1.firstLevel, $1.levels.count) }
      if let least = readings.first?.cost {
        readings = Array(readings.prefix { $0.cost <= least + Self.readingMargin }.prefix(Self.mostReadings))
      }
      if readings.isEmpty, let fixed = aligner.readingByPlace(cells, cost: cost, limit: .infinity) {
        readings = [fixed]
      }
      if readings.isEmpty { readings = [lastResort(cells, aligner: aligner)] }
    }
    return LevelSearch.Row(
      readings: readings, labels: readings.map { labels(of: cells, by: $0, aligner: aligner) },
      missingCarriers: readings.map { missing(cells, by: $0, presence: habits?.presence) },
      isNumbered: readings.map { reading in
        cells.indices.contains { place in
          !cells[place].isEmpty && reading.columnOfCell[place].map { columns[$0].meaning == .number } == true
        }
      },
      hasFields: readings.map { reading in
        cells.indices.contains { place in
          !cells[place].isEmpty
            && reading.columnOfCell[place].map { ![.level, .number].contains(columns[$0].meaning) } == true
        }
      },
      coverage: readings.map { reading in
        habits?.coverage?.prices(ofFilled: reading.columnOfCell.compactMap { $0 }) ?? []
      }, followsBreak: body.followsBreak, mayHaveMoved: mayHaveMoved)
  }

  /// A reading for rows that no alignment fits: each cell in its place, what is over in the last field.
  func lastResort(_ cells: [AlignableCell], aligner: RowAligner) -> RowReading {
    RowReading(
      columnOfCell: cells.indices.map { min($0, columns.count - 1) }, firstLevel: aligner.levelColumns.count,
      levels: [],
      cost: 20, labelShift: .unmoved)
  }

  func labels(of cells: [AlignableCell], by reading: RowReading, aligner: RowAligner) -> [String] {
    reading.levels.map { level in
      let column = aligner.levelColumns[level]
      return cells.indices.filter { reading.columnOfCell[$0] == column }.map { cells[$0].text }.joined()
    }
  }

  private func missing(_ cells: [AlignableCell], by reading: RowReading, presence: [Double]?) -> Double {
    let carriers = columns.indices.filter { [.update, .responsible, .supply, .lead].contains(columns[$0].meaning) }
    return carriers.reduce(0) { sum, column in
      let isPresent = cells.indices.contains { reading.columnOfCell[$0] == column }
      return isPresent ? sum : sum + (presence?[column] ?? 0.8)
    }
  }
}
