/// Aligns the cells of one row with the columns of the table by dynamic programming.
///
/// Cells and columns keep their order. For each place at which the labels may start and each number of labels, the
/// cheapest reading is found in time O(cells × columns), so that what is above the row may decide between them.
struct RowAligner: Sendable {
  let columns: [LogicalColumn]
  /// Columns that are levels, in order.
  let levelColumns: [Int]
  let regime: WidthRegime
  /// Rows with more cells than this are read only by place.
  static let greatestWidth = 40

  private let absencePrices: [Double]
  private let blankPrices: [Double]
  private let trailingLevelPrice: Double
  private let emptyLevelPrice: Double
  private let shortage: Shortage
  private let levelOfColumn: [Int?]
  /// Columns up to this one form the zone of labels, in which empty cells slip more easily.
  private let zoneEnd: Int

  /// What makes rows short whose merged cells are empty fields.
  enum Shortage: Sendable {
    case unknown
    /// They lost empty fields before their labels.
    case slipped
    /// Their labels cover several fields, of which one is left.
    case covering
  }

  /// - Parameters:
  ///   - habits: what an earlier pass learnt.
  ///   - showsMissingLevels: whether levels that a row does not have are written as empty or dashed cells; `nil` if that is
  ///     not known.
  init(
    columns: [LogicalColumn], regime: WidthRegime, habits: DocumentHabits? = nil, showsMissingLevels: Bool? = nil,
    shortage: Shortage = .unknown
  ) {
    self.shortage = shortage
    trailingLevelPrice = showsMissingLevels == true ? 1.8 : 0
    emptyLevelPrice = showsMissingLevels.map { $0 ? 0.1 : 1.4 } ?? 0.4
    absencePrices = columns.indices.map { index in
      guard let habits, columns[index].meaning != .number else {
        return columns[index].meaning == .number ? 0.2 : 0.5
      }
      // The dearer to miss, the more regularly a column is filled: the negative logarithm of the share of rows without it.
      return Self.surprise(1 - habits.presence[index])
    }
    blankPrices = columns.indices.map { index in
      guard let habits, columns[index].meaning != .level else { return Self.blankPrice(columns[index].meaning) }
      return Likelihood.price(habits.blanks[index])
    }
    self.columns = columns
    self.regime = regime
    levelColumns = columns.levels
    levelOfColumn = columns.levelOfColumn
    zoneEnd = (levelColumns.last ?? -1) + 1
  }

  /// The first cell of a row that can have slipped: a running number in the first column keeps its place.
  func firstMovable(in cells: [AlignableCell]) -> Int {
    columns.first?.meaning == .number && cells.first?.isEmpty == false ? 1 : 0
  }

  /// The reading in which each cell stands in the column of its place, or as many places further right; `nil` if cells do not
  /// fit there.
  ///
  /// - Parameter start: the first cell that has moved; those before it stand in their places.
  func readingByPlace(
    _ cells: [AlignableCell], movedBy move: Int = 0, from start: Int = 0, cost: ContentCost, limit: Double
  ) -> RowReading? {
    var total = 0.0
    var dearest = 0.0
    var levels: [Int] = []
    var filled: Set<Int> = []
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      let column = index < start ? index : index + move
      guard columns.indices.contains(column) else { return nil }
      let price = cost.price(cell.text, cell.evidence, in: column)
      guard price <= limit else { return nil }
      total += price
      dearest = max(dearest, price)
      filled.insert(index)
      guard let level = levelOfColumn[column], !cell.evidence.isDash else { continue }
      if !levels.isEmpty, cells[index - 1].isEmpty { total += Self.gapPrice }
      levels.append(level)
    }
    let places = cells.indices.map { index in
      let column = index < start ? index : index + move
      return columns.indices.contains(column) ? column : nil
    }
    return RowReading(
      columnOfCell: places, firstLevel: levels.first ?? levelColumns.count, levels: levels, cost: total,
      labelShift: LabelShift(places: levels.isEmpty ? 0 : -move), dearest: dearest, filled: filled)
  }

  /// The cheapest reading for each first level and number of labels, cheapest first.
  func readings(_ cells: [AlignableCell], cost: ContentCost) -> [RowReading] {
    guard !cells.isEmpty, cells.count <= Self.greatestWidth else { return [] }
    let prices = cells.map { cell in
      cell.isEmpty ? [] : cost.prices(cell.text, cell.evidence)
    }
    let labelLimit = min(levelColumns.count, cells.count { !$0.isEmpty })
    var found: [RowReading] = []
    for first in 0...levelColumns.count {
      let most = min(labelLimit, levelColumns.count - first)
      let counts = first == levelColumns.count ? 0...0 : most >= 1 ? 1...most : nil
      guard let counts else { continue }
      for count in counts {
        if let reading = cheapest(cells, prices: prices, firstLevel: first, labelCount: count) { found.append(reading) }
      }
    }
    found.sort { ($0.cost, $0.firstLevel, $0.levels.count) < ($1.cost, $1.firstLevel, $1.levels.count) }
    return found
  }

  // MARK: - Dynamic programme

  private enum Move: UInt8 { case none, match, skipColumn, dropCell, join }

  private func cheapest(
    _ cells: [AlignableCell], prices: [[Double]], firstLevel: Int, labelCount: Int
  ) -> RowReading? {
    let height = cells.count + 1
    let width = columns.count + 1
    let depth = labelCount + 1
    var costs = [Double](repeating: .infinity, count: height * width * depth)
    var moves = [Move](repeating: .none, count: height * width * depth)
    func place(_ cell: Int, _ column: Int, _ labels: Int) -> Int { (cell * width + column) * depth + labels }
    func relax(_ target: Int, _ value: Double, _ move: Move) {
      if value < costs[target] {
        costs[target] = value
        moves[target] = move
      }
    }
    let deficit = columns.count - cells.count
    let lastFilled = cells.lastIndex { !$0.isEmpty } ?? -1
    // A row that ends in text may have lost empty fields behind it; one that ends in an empty field has not.
    let isTrimmed = regime == .dropped || lastFilled == cells.count - 1
    // Where there is a field for each cell, one is hardly ever a piece of another.
    let joining = regime == .indexed && cells.count <= columns.count ? Self.completePrice : 0
    costs[place(0, 0, 0)] = 0
    for cell in 0..<height {
      for column in 0..<width {
        for labels in 0..<depth {
          let here = costs[place(cell, column, labels)]
          guard here < .infinity else { continue }
          if column < columns.count {
            var price = skipPrice(
              column, cell: cell, startsEmpty: cells[0].isEmpty, followsEmpty: cell > 0 && cells[cell - 1].isEmpty,
              labels: labels, of: labelCount, firstLevel: firstLevel, deficit: deficit)
            if cell > lastFilled, isTrimmed { price = min(price, 0.1) }
            relax(place(cell, column + 1, labels), here + price, .skipColumn)
          }
          guard cell < cells.count else { continue }
          if cells[cell].isEmpty {
            if column < columns.count {
              relax(place(cell + 1, column + 1, labels), here + emptyPrice(column, after: cell > lastFilled), .match)
            }
            let price =
              cell == 0 && column == 0 && deficit < 0 && regime == .indexed
              ? Self.surplusPrice
              : dropPrice(column: column, isTrailing: cell > lastFilled, deficit: deficit, labels: labels)
            relax(place(cell + 1, column, labels), here + price, .dropCell)
            continue
          }
          if column < columns.count {
            let price = prices[cell][column]
            if let level = levelOfColumn[column], !cells[cell].evidence.isDash {
              let isAllowed = labels == 0 ? level == firstLevel : labels < labelCount
              if isAllowed && labels < labelCount {
                // Below a label of its own, a row has no label from above that an empty cell could stand for.
                let gap = regime == .indexed && labels > 0 && cells[cell - 1].isEmpty ? Self.gapPrice : 0
                relax(place(cell + 1, column + 1, labels + 1), here + price + gap, .match)
              }
            } else {
              relax(place(cell + 1, column + 1, labels), here + price, .match)
            }
          }
          if column > 0, cell > 0 {
            relax(place(cell + 1, column, labels), here + cells[cell].joinPrice + joining, .join)
          }
        }
      }
    }
    return trace(cells, costs: costs, moves: moves, place: place, firstLevel: firstLevel, labelCount: labelCount)
  }

  private func trace(
    _ cells: [AlignableCell], costs: [Double], moves: [Move], place: (Int, Int, Int) -> Int, firstLevel: Int,
    labelCount: Int
  ) -> RowReading? {
    var (cell, column, labels) = (cells.count, columns.count, labelCount)
    let total = costs[place(cell, column, labels)]
    guard total < .infinity else { return nil }
    var columnOfCell: [Int?] = Array(repeating: nil, count: cells.count)
    var levels: [Int] = []
    while cell > 0 || column > 0 {
      switch moves[place(cell, column, labels)] {
      case .match:
        cell -= 1
        column -= 1
        columnOfCell[cell] = column
        if let level = levelOfColumn[column], !cells[cell].isEmpty, !cells[cell].evidence.isDash {
          levels.append(level)
          labels -= 1
        }
      case .skipColumn: column -= 1
      case .dropCell: cell -= 1
      case .join:
        cell -= 1
        columnOfCell[cell] = column - 1
      case .none: return nil
      }
    }
    levels.reverse()
    var shift = 0
    // In a shorter row a label stands further left because cells above cover its left, not because the row has drifted.
    if regime == .indexed, cells.count >= columns.count, let level = levels.first,
      let first = columnOfCell.firstIndex(where: { $0 == levelColumns[level] })
    {
      shift = first - levelColumns[level]
    }
    let coversRest =
      shortage == .covering && cells.count < columns.count && !levels.isEmpty
      && levelColumns[((levels.last ?? 0) + 1)...].allSatisfy { !columnOfCell.contains($0) }
      && levels.last != levelColumns.count - 1
    return RowReading(
      columnOfCell: columnOfCell, firstLevel: firstLevel, levels: levels, cost: total,
      labelShift: LabelShift(places: shift),
      coversRest: coversRest)
  }

  // MARK: - Prices

  /// What it costs to believe that the empty cell at the start of a row that is too long stands for nothing.
  private static let surplusPrice = 0.3
  /// What it costs to believe that a level between two labels of a row was left empty.
  static let gapPrice = 2.0
  /// What it costs to read a cell as a piece of another in a row that has no more cells than fields.
  private static let completePrice = 2.5

  /// The negative natural logarithm of a share, between 0.1 and 2.3, by the terms of a table: exact values do not matter.
  static func surprise(_ share: Double) -> Double {
    let steps: [(Double, Double)] = [
      (0.9, 0.1), (0.75, 0.3), (0.6, 0.5), (0.45, 0.8), (0.3, 1.2), (0.2, 1.6), (0.1, 2.0),
    ]
    return steps.first { share >= $0.0 }?.1 ?? 2.3
  }

  private func skipPrice(
    _ column: Int, cell: Int, startsEmpty: Bool, followsEmpty: Bool, labels: Int, of labelCount: Int, firstLevel: Int,
    deficit: Int
  ) -> Double {
    let level = levelOfColumn[column]
    switch regime {
    case .dropped:
      guard let level else { return absencePrices[column] }
      if level < firstLevel { return 0 }
      // However many levels a label covers, it covers them once.
      return labels < labelCount ? 1.9 : level < levelColumns.count - 1 ? 0 : trailingLevelPrice
    case .indexed where shortage == .slipped && deficit > 0:
      if labels == 0, column < zoneEnd { return 0.3 }
      if level == nil { return 2 }
      // A row that keeps an empty field behind its labels has as likely lost another there as one before them.
      return followsEmpty && labels == labelCount ? 0.6 : 2
    case .indexed where shortage == .covering && column < zoneEnd && deficit > 0:
      return labels == 0 ? 2 : level == nil ? 0.9 : labels < labelCount ? 0.6 : 0.3
    case .indexed:
      // Leading cells get lost together; else the row is shorter because a label covers the columns to its right.
      if deficit > 0 {
        if labels == 0, column < zoneEnd { return cell > 0 || startsEmpty ? 1.6 : column == 0 ? 0.5 : 0.15 }
        return level == nil ? 0.9 : labels < labelCount ? 0.6 : 0.3
      }
      guard level != nil else { return 3 }
      // A row that starts with a label has rather lost a cell before it than one behind it: what is empty at the start of a
      // line is lost first.
      // One that keeps an empty field behind its labels has as likely lost another there.
      if labels == 0 || labels == labelCount && followsEmpty { return startsEmpty ? 0.7 : 1.0 }
      return startsEmpty || labels < labelCount ? 2.0 : 1.3
    }
  }

  private func emptyPrice(_ column: Int, after isTrailing: Bool) -> Double {
    switch regime {
    case .dropped:
      isTrailing ? 0 : levelOfColumn[column] != nil ? emptyLevelPrice : blankPrices[column]
    case .indexed: 0
    }
  }

  /// The share of rows in which a field is left empty, before any is seen.
  static func usualBlankShare(_ meaning: FieldMeaning) -> Double {
    Likelihood.exponential(-blankPrice(meaning)) / 2
  }

  /// What it costs to believe that a field was left empty: remarks often are, responsible units hardly ever.
  private static func blankPrice(_ meaning: FieldMeaning) -> Double {
    switch meaning {
    case .remarks, .other, .level: 0.1
    case .update, .supply, .mode, .target, .cooperating: 0.6
    case .requirement: 1
    case .lead: 1.2
    case .responsible, .number: 1.6
    }
  }

  private func dropPrice(column: Int, isTrailing: Bool, deficit: Int, labels: Int) -> Double {
    if isTrailing { return regime == .dropped ? 0 : 0.15 }
    switch regime {
    case .dropped: return 4.0
    case .indexed:
      if column <= zoneEnd { return (deficit < 0 ? 0.6 : 0.8) + (labels > 0 ? 0.3 : 0) }
      return deficit < 0 ? 1.0 : 2.5
    }
  }
}
