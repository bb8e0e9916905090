internal import LanmuDiagnostics
internal import LanmuGrid

/// Reads the rows of a table whose spans are lost, by evidence over the whole table.
struct LostBody: Sendable {
  let columns: [LogicalColumn]
  let layout: Grid.Layout
  let limits: DoubtLimits
  var fill: RowFill { RowFill(columns: columns) }

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
    if layout == .delimited {
      ShiftedPages(columns: columns, cost: cost).restore(&cells, of: rows)
      CountedPages(columns: columns).restore(&cells)
      ClippedPages(columns: columns, cost: cost).restore(&cells, of: rows)
    }
    adapt(&cost, to: cells)
    return readFilledUp(rows, cells, cost: cost)
  }

  /// Reads rows after the empty cells that all of them lost at one end are put back.
  private func readFilledUp(_ rows: [CollectedTable.BodyRow], _ found: [[AlignableCell]], cost: ContentCost) -> Reading
  {
    var cells = found
    guard let losses = restoreTrimmed(of: &cells, rows, cost: cost) else {
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
      let byHeader = ContentCost(columns: columns)
      let read = rows.indices.map { flat(rows[$0], cells[$0], aligner: aligner, cost: byHeader) }
      return Reading(rows: read, cellsLost: cellsLost)
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
    // The outermost level that a row above may have opened instead, had it lost nothing before its label.
    var open: (level: Int, probability: Double)?
    let result = rows.indices.map { index in
      var row = aligned(rows[index], cells[index], by: pass.reading(index))
      let rival = rival(of: index, in: pass, or: otherwise)
      row.rival = rival?.choice
      let displaced = DisplacedCells(columns: columns)
      let first = pass.reading(index).firstLevel
      if let above = open, first <= above.level { open = nil }
      if let loss = slipped[index], loss.probability < limits.value {
        row.doubts.append(displaced.slip(loss.probability))
        open = (min(max(0, first - loss.count), open?.level ?? first), loss.probability)
      } else if let open {
        row.doubts.append(displaced.slip(above: open.probability))
      }
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

  // MARK: - Wording

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

  /// Learns the wording of the fields from the rows in which every field is filled, so that nothing can be out of place.
  func learn(_ rows: [[AlignableCell]], aligner: RowAligner, cost: inout ContentCost) {
    let plain = cost
    for cells in rows {
      let filled = cells.filter { !$0.isEmpty }
      let isComplete = filled.count == columns.count && cells.prefix(columns.count).allSatisfy { !$0.isEmpty }
      guard isComplete || aligner.regime == .indexed && cells.count == columns.count,
        aligner.readingByPlace(cells, cost: plain, limit: Self.learningLimit) != nil
      else { continue }
      for (index, cell) in cells.enumerated() where index < columns.count && !cell.isEmpty {
        cost.learn(cell.text, cell.evidence, in: index)
      }
    }
  }

  /// Where no cell fits its place worse than this, all of them teach how their fields are worded.
  private static let learningLimit = 1.9
}
