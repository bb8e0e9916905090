/// Whole rows that stand too far left or right: they lost empty fields that they began with, or have one too many.
///
/// Only where some rows of a table surely have moved are the others suspected, the more readily the more have. A row that fits
/// its place may fit the next one, too: then it speaks against a move that fields would be empty that hardly ever are.
struct DriftHabit: Sendable {
  private let aligner: RowAligner
  private let movePrice: Double
  /// For each column, what it costs that a row has a text there, and that it has none.
  private let filledPrices: [Double]
  private let emptyPrices: [Double]

  /// A cell that costs more than this where its row would have moved belongs elsewhere.
  private static let greatestPrice = 3.0

  /// `nil` where no row surely has moved.
  ///
  /// - Parameters:
  ///   - placed: for each row as wide as the header, the reading in which each cell stands in its place.
  ///   - limit: what a cell may cost in its place.
  init?(
    _ rows: [[AlignableCell]], placed: [RowReading?], aligner: RowAligner, cost: ContentCost, limit: Double
  ) {
    let width = aligner.columns.count
    var moved = 0
    var filled = Array(repeating: 1.0, count: width)
    var whole = 2.0
    for (cells, reading) in zip(rows, placed) {
      if let reading, reading.dearest <= limit {
        whole += 1
        for (column, cell) in cells.prefix(width).enumerated() where !cell.isEmpty { filled[column] += 1 }
      } else if cells.count >= width,
        Self.moves(cells, aligner).contains(where: {
          aligner.readingByPlace(cells, movedBy: $0.places, from: $0.start, cost: cost, limit: limit) != nil
        })
      {
        moved += 1
      }
    }
    guard moved > 0 else { return nil }
    self.aligner = aligner
    movePrice = Likelihood.price((Double(moved) + 0.5) / (whole + Double(moved)))
    filledPrices = filled.map { Likelihood.price($0 / whole) }
    emptyPrices = filled.map { Likelihood.price(1 - $0 / whole) }
  }

  /// The readings of a row in which all of its cells stand some places further right or left, priced against the one in which
  /// they stand in their places.
  func readings(_ cells: [AlignableCell], besides placed: RowReading, cost: ContentCost) -> [RowReading] {
    // What was learned from the row itself while it was taken to stand in its place does not prove that it does.
    let here = price(placed) + ownSupport(cells, placed, cost: cost)
    return moved(cells, cost: cost, limit: Self.greatestPrice).map { reading in
      var reading = reading
      reading.cost += movePrice + price(reading) - here
      return reading
    }
  }

  /// The readings of a row that does not fit its places in which all of its cells have moved together and fit: that explains
  /// the row better than cells that moved severally.
  func readings(misplaced cells: [AlignableCell], cost: ContentCost, limit: Double) -> [RowReading] {
    guard cells.count >= aligner.columns.count else { return [] }
    return moved(cells, cost: cost, limit: limit).map { reading in
      var reading = reading
      reading.cost += Self.togetherPrice
      return reading
    }
  }

  /// What it costs that a row has moved which surely does not stand in its places, however many fields it lost: as much as if
  /// it lost a single one of those with which it begins. Were it less, no row had lost what is empty behind its labels.
  private static let togetherPrice = 0.85

  private func moved(_ cells: [AlignableCell], cost: ContentCost, limit: Double) -> [RowReading] {
    Self.moves(cells, aligner).compactMap { move in
      let reading = aligner.readingByPlace(cells, movedBy: move.places, from: move.start, cost: cost, limit: limit)
      return reading?.levels.isEmpty == false ? reading : nil
    }
  }

  /// A way in which a row may have moved.
  private struct Move {
    /// The first cell that has moved.
    var start: Int
    /// Where its cells would stand, counted from where they do.
    var places: Int
  }

  /// Whether the texts of a row fit the header better if all of them have moved.
  static func isRatherMoved(_ cells: [AlignableCell], aligner: RowAligner, cost: ContentCost) -> Bool {
    guard cells.count >= aligner.columns.count else { return false }
    let placed = aligner.readingByPlace(cells, cost: cost, limit: .infinity)?.cost ?? .infinity
    return moves(cells, aligner).contains { move in
      let moved = aligner.readingByPlace(cells, movedBy: move.places, from: move.start, cost: cost, limit: .infinity)
      return moved.map { $0.cost < placed && !$0.levels.isEmpty } ?? false
    }
  }

  /// The ways in which a row may have moved: as many places as it may have lost levels before its last one, and behind its
  /// number, which is never lost.
  private static func moves(_ cells: [AlignableCell], _ aligner: RowAligner) -> [Move] {
    guard let first = cells.first, cells.contains(where: { !$0.isEmpty }) else { return [] }
    var moves: [Move] = []
    if first.isEmpty { moves.append(Move(start: 0, places: -1)) }
    let room = aligner.columns.count - 1 - (cells.lastIndex { !$0.isEmpty } ?? -1)
    guard room > 0 else { return moves }
    let most = min(room, max(1, aligner.levelColumns.count - 1))
    return moves + (1...most).map { Move(start: aligner.firstMovable(in: cells), places: $0) }
  }

  private func ownSupport(_ cells: [AlignableCell], _ placed: RowReading, cost: ContentCost) -> Double {
    placed.filled.sorted().reduce(0) { sum, place in
      guard let column = placed.columnOfCell[place] else { return sum }
      return sum + cost.ownSupport(cells[place].text, cells[place].evidence, in: column)
    }
  }

  private func price(_ reading: RowReading) -> Double {
    var prices = emptyPrices
    for (place, column) in reading.columnOfCell.enumerated() where reading.filled.contains(place) {
      if let column { prices[column] = filledPrices[column] }
    }
    return prices.reduce(0, +)
  }
}
