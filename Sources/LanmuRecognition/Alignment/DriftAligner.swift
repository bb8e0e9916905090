/// Reads a row that may have lost empty fields anywhere, or got some too many: where its cells could stand, and how likely.
struct DriftAligner: Sendable {
  let aligner: RowAligner
  let losses: LossHabit
  /// For each column, what it costs that a row has a text there, and that it has none.
  let filledPrices: [Double]
  let emptyPrices: [Double]

  private var columns: [LogicalColumn] { aligner.columns }

  /// One way to read a row, and what became of its empty fields if it is right.
  struct Candidate: Sendable {
    var reading: RowReading
    var event: LossHabit.Event
    /// What its texts cost where they stand.
    var content: Double
  }

  /// - Parameter presence: for each column, the share of rows that fill it.
  init(aligner: RowAligner, losses: LossHabit, presence: [Double]) {
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
        guard price <= Self.greatestPrice || column == filled[index] else { continue }
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
  /// A cell that costs more than this where the row would have moved belongs elsewhere.
  private static let greatestPrice = 4.5
  /// Readings that cost so much more than the cheapest are not considered.
  private static let margin = 8.0
  private static let mostReadings = 16
  /// A cell that costs more than this to be read as a piece of the one before it is none.
  private static let greatestJoin = 2.0
  /// What it costs to believe that a level between two labels of a row was left empty.
  private static let gapPrice = 2.0

  private func candidate(
    _ cells: [AlignableCell], filled: [Int], in places: [Int], content: Double
  ) -> Candidate? {
    var event = LossHabit.Event()
    var price = content
    var levels: [Int] = []
    var isFilled = Array(repeating: false, count: columns.count)
    var columnOfCell: [Int?] = Array(repeating: nil, count: cells.count)
    var isLabelled = false
    var showsMissing = false
    /// The price of the loss right behind the last label, and how many levels are empty there.
    var behindLabels: (price: Double, empty: Int, lost: Int)?
    for (index, column) in places.enumerated() {
      let before = index == 0 ? -1 : places[index - 1]
      let cellBefore = index == 0 ? -1 : filled[index - 1]
      let gap = ((before + 1)..<column).map { self.place(of: $0, isBehindLabel: isLabelled) }
      let kept = filled[index] - cellBefore - 1
      for place in gap { event.empty[place.rawValue] += 1 }
      if kept > gap.count {
        let surplus = kept - gap.count
        if index == 0 {
          event.surplusAtStart += surplus
        } else {
          let lost = Int(event.losses.rounded())
          let slid = isLabelled && column == (aligner.levelColumns.last ?? 0) + 1 ? min(surplus, lost) : 0
          event.slid += slid
          event.surplusInside += surplus - slid
        }
      }
      let loss = losses.price(losing: max(0, gap.count - kept), of: gap)
      price += loss.price
      if isLabelled, behindLabels == nil, !gap.isEmpty {
        behindLabels = (loss.price, gap.count { $0 == .behind }, max(0, gap.count - kept))
      }
      for place in loss.lost.indices { event.lost[place] += loss.lost[place] }
      for step in 0..<min(kept, gap.count) { columnOfCell[cellBefore + 1 + step] = before + 1 + step }
      columnOfCell[filled[index]] = column
      isFilled[column] = true
      guard let level = aligner.levelColumns.firstIndex(of: column) else { continue }
      if cells[filled[index]].evidence.isDash {
        showsMissing = showsMissing || isLabelled
        continue
      }
      if let above = levels.last, above < level - 1, !isFilled[column - 1] { price += Self.gapPrice }
      levels.append(level)
      isLabelled = true
      behindLabels = nil
    }
    guard let lastCell = filled.last, let lastColumn = places.last else { return nil }
    let behind = cells.count - 1 - lastCell
    event.excessAtEnd = behind - (columns.count - 1 - lastColumn)
    event.isTrimmed = behind == 0
    for step in 0..<behind where lastColumn + 1 + step < columns.count {
      columnOfCell[lastCell + 1 + step] = lastColumn + 1 + step
    }
    event.keepsCovered = showsMissing
    var rest = losses.price(ofRest: event)
    if let behind = behindLabels, behind.empty > 0 {
      event.keepsCovered = showsMissing || behind.lost == 0
      event.mayCover =
        behind.lost == behind.empty && Int(event.losses.rounded()) == behind.lost && event.excessAtEnd == 0
      if event.mayCover, losses.mayCover {
        var covering = event
        covering.lost = event.lost.map { _ in 0 }
        let explained = losses.coveringPrice + losses.price(ofRest: covering)
        if explained < behind.price + rest {
          rest = explained - behind.price
          event = covering
        }
      }
    }
    price += rest
    for column in columns.indices { price += isFilled[column] ? filledPrices[column] : emptyPrices[column] }
    let reading = RowReading(
      columnOfCell: columnOfCell, firstLevel: levels.first ?? aligner.levelColumns.count, levels: levels, cost: price,
      labelShift: event.kind)
    return Candidate(reading: reading, event: event, content: content)
  }

  private func place(of column: Int, isBehindLabel: Bool) -> LossHabit.Place {
    guard let last = aligner.levelColumns.last, column <= last else { return .field }
    return isBehindLabel ? .behind : .before
  }
}
