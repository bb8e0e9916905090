/// Whole rows that stand one field too far left or right: they lost the empty field that they began with, or have one too
/// many.
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
        Self.moves(cells, width).contains(where: {
          aligner.readingByPlace(cells, movedBy: $0, cost: cost, limit: limit) != nil
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

  /// The readings of a row in which all of its cells stand one place further right or left, priced against the one in which
  /// they stand in their places.
  func readings(_ cells: [AlignableCell], besides placed: RowReading, cost: ContentCost) -> [RowReading] {
    let width = aligner.columns.count
    let here = price(placed)
    return Self.moves(cells, width).compactMap { move in
      guard
        var reading = aligner.readingByPlace(cells, movedBy: move, cost: cost, limit: Self.greatestPrice),
        !reading.levels.isEmpty
      else { return nil }
      reading.cost += movePrice + price(reading) - here
      return reading
    }
  }

  /// The ways in which a row may have moved: where its cells would stand, counted from where they do.
  private static func moves(_ cells: [AlignableCell], _ width: Int) -> [Int] {
    guard let first = cells.first, cells.contains(where: { !$0.isEmpty }) else { return [] }
    var moves: [Int] = []
    if first.isEmpty { moves.append(-1) }
    if (cells.lastIndex { !$0.isEmpty } ?? -1) + 1 < width { moves.append(1) }
    return moves
  }

  private func price(_ reading: RowReading) -> Double {
    var prices = emptyPrices
    for (place, column) in reading.columnOfCell.enumerated() where reading.filled.contains(place) {
      if let column { prices[column] = filledPrices[column] }
    }
    return prices.reduce(0, +)
  }
}
