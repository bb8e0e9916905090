/// Reads a row that may have lost empty fields anywhere, or got some too many: where its cells could stand, and how likely.
struct DriftAligner: Sendable {
  let aligner: RowAligner
  let losses: LossHabit
  /// For each column, what it costs that a row has a text there, and that it has none.
  let filledPrices: [Double]
  let emptyPrices: [Double]
  let depths: DepthHabit

  private var columns: [LogicalColumn] { aligner.columns }

  /// One way to read a row, and what became of its empty fields if it is right.
  struct Candidate: Sendable {
    var reading: RowReading
    var event: LossHabit.Event
    /// What its texts cost where they stand.
    var content: Double
  }

  /// - Parameter presence: for each column, the share of rows that fill it.
  init(aligner: RowAligner, losses: LossHabit, presence: [Double], depths: DepthHabit) {
    self.depths = depths
    self.aligner = aligner
    self.losses = losses
    // How deep labels go is weighed with the rows above.
    let weighs = aligner.columns.map { $0.meaning != .level }
    filledPrices = presence.indices.map { weighs[$0] ? Likelihood.price(presence[$0]) : 0 }
    emptyPrices = presence.indices.map { weighs[$0] ? Likelihood.price(1 - presence[$0]) : 0 }
  }

  /// The likely readings of a row, the cheapest first.
  ///
  /// - Parameter learned: for each cell, the column in which its text was learned from this very place.
  func candidates(_ cells: [AlignableCell], cost: ContentCost, learned: [Int?]) -> [Candidate] {
    var found = unjoined(cells, cost: cost, learned: learned)
    let note = cells.indices.dropFirst().first {
      !cells[$0].isEmpty && !cells[$0 - 1].isEmpty && cells[$0].joinPrice <= Self.greatestJoin
    }
    if let note {
      var (others, othersLearned) = (cells, learned)
      others.remove(at: note)
      othersLearned.remove(at: note)
      for var joined in unjoined(others, cost: cost, learned: othersLearned) {
        joined.reading.columnOfCell.insert(joined.reading.columnOfCell[note - 1], at: note)
        joined.reading.cost += cells[note].joinPrice
        joined.content += cells[note].joinPrice
        found.append(joined)
      }
    }
    found.sort { ($0.reading.cost, $0.reading.firstLevel) < ($1.reading.cost, $1.reading.firstLevel) }
    guard let least = found.first?.reading.cost else { return [] }
    return Array(found.prefix { $0.reading.cost <= least + Self.margin }.prefix(Self.mostReadings))
  }

  /// The readings of a row of which each cell is one of its own.
  private func unjoined(_ cells: [AlignableCell], cost: ContentCost, learned: [Int?]) -> [Candidate] {
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    guard !filled.isEmpty, filled.count <= columns.count, cells.count <= RowAligner.greatestWidth else { return [] }
    let prices = filled.map { cost.prices(cells[$0].text, cells[$0].evidence, learnedIn: learned[$0]) }
    var found: [Candidate] = []
    var places: [Int] = []
    func extend(_ edits: Int, _ content: Double) {
      let index = places.count
      guard index < filled.count else {
        if let candidate = candidate(cells, filled: filled, in: places, content: content) { found.append(candidate) }
        return
      }
      let before = index == 0 ? -1 : places[index - 1]
      let gap = filled[index] - (index == 0 ? -1 : filled[index - 1])
      let last = columns.count - (filled.count - index)
      guard before + 1 <= last else { return }
      for column in (before + 1)...last {
        let move = column - before - gap
        guard move <= Self.mostLost, -move <= Self.mostSurplus, edits + (move == 0 ? 0 : 1) <= Self.mostEdits else {
          continue
        }
        let price = prices[index][column]
        let inPlace = prices[index].indices.contains(filled[index]) ? prices[index][filled[index]] : 0
        guard price <= max(Self.greatestPrice, inPlace) else { continue }
        places.append(column)
        extend(edits + (move == 0 ? 0 : 1), content + price)
        places.removeLast()
      }
    }
    extend(0, 0)
    return found
  }

  /// A row lost at most so many fields in one place, got so many too many, and did so in so many places.
  private static let mostLost = 4
  private static let mostSurplus = 3
  private static let mostEdits = 2
  /// A cell that costs more than this where the row would have moved, and more than in its place, belongs elsewhere.
  private static let greatestPrice = 4.5
  /// Readings that cost so much more than the cheapest are not considered.
  private static let margin = 8.0
  private static let mostReadings = 16
  /// A cell that costs more than this to be read as a piece of the one before it is none.
  private static let greatestJoin = 2.0

  /// What a reading is made of while its cells are gone through from left to right.
  private struct Tally {
    var event = LossHabit.Event()
    var price: Double
    var levels: [Int] = []
    var columnOfCell: [Int?]
    var isFilled: [Bool]
    /// Whether a level behind the first label holds a dash.
    var showsMissing = false
    /// The price of the loss right behind the last label, and how many levels are empty and lost there.
    var behindLabels: (price: Double, empty: Int, lost: Int)?

    var isLabelled: Bool { !levels.isEmpty }
  }

  private func candidate(
    _ cells: [AlignableCell], filled: [Int], in places: [Int], content: Double
  ) -> Candidate? {
    guard let lastCell = filled.last, let lastColumn = places.last else { return nil }
    var tally = Tally(
      price: content, columnOfCell: Array(repeating: nil, count: cells.count),
      isFilled: Array(repeating: false, count: columns.count))
    for (index, column) in places.enumerated() {
      let before = (cell: index == 0 ? -1 : filled[index - 1], column: index == 0 ? -1 : places[index - 1])
      addGap(from: before, to: (filled[index], column), &tally)
      add(cells[filled[index]], filled[index], in: column, &tally)
    }
    addEnd(behind: (lastCell, lastColumn), of: cells.count, &tally)
    addRest(&tally)
    for column in columns.indices {
      tally.price += tally.isFilled[column] ? filledPrices[column] : emptyPrices[column]
    }
    let reading = RowReading(
      columnOfCell: tally.columnOfCell, firstLevel: tally.levels.first ?? aligner.levelColumns.count,
      levels: tally.levels, cost: tally.price, labelShift: tally.event.shift)
    return Candidate(reading: reading, event: tally.event, content: content)
  }

  /// The empty fields between one text and the next: those that the row keeps, those that it lost, and those too many.
  private func addGap(
    from before: (cell: Int, column: Int), to next: (cell: Int, column: Int), _ tally: inout Tally
  ) {
    let gap = ((before.column + 1)..<next.column).map { place(of: $0, isBehindLabel: tally.isLabelled) }
    let kept = next.cell - before.cell - 1
    let lost = max(0, gap.count - kept)
    for place in gap { tally.event.empty[place.rawValue] += 1 }
    if kept > gap.count { addSurplus(kept - gap.count, before: next.column, isFirst: before.cell < 0, &tally) }
    let loss = losses.price(losing: lost, of: gap)
    tally.price += loss.price
    tally.event.noteGap(of: gap.count, losing: lost)
    if tally.isLabelled, tally.behindLabels == nil, !gap.isEmpty {
      tally.behindLabels = (loss.price, gap.count { $0 == .behind }, lost)
    }
    for place in loss.lost.indices { tally.event.lost[place] += loss.lost[place] }
    for step in 0..<min(kept, gap.count) { tally.columnOfCell[before.cell + 1 + step] = before.column + 1 + step }
  }

  private func addSurplus(_ surplus: Int, before column: Int, isFirst: Bool, _ tally: inout Tally) {
    guard !isFirst else {
      tally.event.surplusAtStart += surplus
      return
    }
    let lost = Int(tally.event.losses.rounded())
    let isBehindLevels = tally.isLabelled && column == (aligner.levelColumns.last ?? 0) + 1
    let slid = isBehindLevels ? min(surplus, lost) : 0
    tally.event.slid += slid
    tally.event.surplusInside += surplus - slid
  }

  /// A text in its column; labels open what stands behind them.
  private func add(_ cell: AlignableCell, _ place: Int, in column: Int, _ tally: inout Tally) {
    tally.columnOfCell[place] = column
    tally.isFilled[column] = true
    guard let level = aligner.levelColumns.firstIndex(of: column) else { return }
    if cell.evidence.isDash {
      tally.showsMissing = tally.showsMissing || tally.isLabelled
      return
    }
    if let above = tally.levels.last, above < level - 1, !tally.isFilled[column - 1] {
      tally.price += RowAligner.gapPrice
    }
    tally.levels.append(level)
    tally.behindLabels = nil
  }

  /// The empty cells behind the last text, beside as many fields as are left there.
  private func addEnd(behind last: (cell: Int, column: Int), of width: Int, _ tally: inout Tally) {
    let behind = width - 1 - last.cell
    tally.event.excessAtEnd = behind - (columns.count - 1 - last.column)
    tally.event.isTrimmed = behind == 0
    for step in 0..<behind where last.column + 1 + step < columns.count {
      tally.columnOfCell[last.cell + 1 + step] = last.column + 1 + step
    }
  }

  /// What is left once all losses are known: that a label covers what is gone may explain the row better.
  private func addRest(_ tally: inout Tally) {
    tally.event.keepsCovered = tally.showsMissing
    var rest = losses.price(ofRest: tally.event)
    if let behind = tally.behindLabels, behind.empty > 0 {
      tally.event.keepsCovered = tally.showsMissing || behind.lost == 0
      tally.event.mayCover =
        behind.lost == behind.empty && Int(tally.event.losses.rounded()) == behind.lost && tally.event.excessAtEnd == 0
      if tally.event.mayCover, losses.mayCover {
        var covering = tally.event
        covering.lost = tally.event.lost.map { _ in 0 }
        let explained = losses.coveringPrice + losses.price(ofRest: covering)
        if explained < behind.price + rest {
          rest = explained - behind.price
          tally.event = covering
        }
      }
    }
    tally.price += rest + depths.price(of: tally.levels.last)
  }

  private func place(of column: Int, isBehindLabel: Bool) -> LossHabit.Place {
    guard let last = aligner.levelColumns.last, column <= last else { return .field }
    return isBehindLabel ? .behind : .before
  }
}
