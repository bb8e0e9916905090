/// Finds where rows begin in a stream of cells whose covered ones are gone.
///
/// Labels are covered from the outermost level inwards, so that those of a row's own are the last ones; of the other fields any
/// may be covered. The likeliest cut is found by dynamic programming over the place of each cell, and how often each field is
/// covered is learned from it, a few times. Time is linear in the cells.
struct StreamRowSearch {
  /// A cell of a row and the field that it fills.
  struct Place: Hashable {
    var cell: Int
    var column: Int
  }

  private let columns: [LogicalColumn]
  /// The first level, and the first field behind the last one.
  private let outermost: Int
  private let data: Int

  init(columns: [LogicalColumn]) {
    self.columns = columns
    outermost = columns.firstIndex { $0.meaning == .level } ?? 0
    data = (columns.lastIndex { $0.meaning == .level } ?? 0) + 1
  }

  /// What it costs that a field is covered, or holds a cell, and that a row begins at a field.
  private struct Habits {
    var covered: [Double]
    var present: [Double]
    /// By the first level, or field behind the levels, in which a row has a cell of its own.
    var start: [Double]
  }

  /// The rows; `nil` if whole rows fit about as well, or none fits well.
  ///
  /// - Parameters:
  ///   - texts: the cells' texts without white space.
  ///   - breaks: the cells with which a row begins for certain.
  ///   - areWhole: whether there are as many cells as fill whole rows.
  func rows(_ texts: [String], breaks: Set<Int>, areWhole: Bool) -> (rows: [[Place]], isClear: Bool)? {
    guard let (places, prices, _) = search(texts, texts.map { TextEvidence($0) }, breaks: breaks) else { return nil }
    let rows = rows(of: places)
    let price = places.indices.reduce(0.0) { texts[$1].isEmpty ? $0 : $0 + prices[$1][places[$1]] }
    let filled = texts.count { !$0.isEmpty }
    guard rows.contains(where: { $0.count < columns.count }), price <= Self.dearest * Double(filled) else { return nil }
    // Whole rows cover nothing.
    let whole = texts.indices.reduce(0.0) { $0 + prices[$1][$1 % columns.count] }
    let lost = Double(rows.reduce(0) { $0 + columns.count - $1.count })
    let all = places.indices.reduce(0.0) { $0 + prices[$1][places[$1]] }
    let clear = max(Self.clear, (areWhole ? Self.clearOfWhole : Self.clearShare) * Double(filled))
    guard all + Self.lostCell * lost + clear < whole else { return nil }
    let unfit = places.indices.count { prices[$0][places[$0]] > Self.unfit }
    return (rows, Double(unfit) <= Self.fewUnfit * Double(filled))
  }

  /// How badly the likeliest cut of some cells fits, a cell on the average.
  func misfit(_ texts: [String]) -> Double {
    guard let found = search(texts, texts.map { TextEvidence($0) }, breaks: []) else { return .infinity }
    return found.cost / Double(texts.count)
  }

  /// The field of each cell in the likeliest cut, what each text costs in each field, and what the cut costs.
  private func search(
    _ texts: [String], _ evidence: [TextEvidence], breaks: Set<Int>
  ) -> (places: [Int], prices: [[Double]], cost: Double)? {
    var habits = Habits(
      covered: columns.indices.map { Self.cover(of: columns[$0].meaning) },
      present: columns.map { _ in 0 },
      start: columns.indices.map { $0 < data ? Self.usualStart : $0 == data ? Self.labelless : Self.torn })
    var best: (places: [Int], prices: [[Double]], cost: Double)?
    for round in 0..<Self.rounds {
      var content = ContentCost(columns: columns)
      // No cell of the first row is covered by any above it.
      let places = best?.places ?? Array(columns.indices.prefix(texts.count))
      for (cell, column) in places.enumerated() where !texts[cell].isEmpty {
        content.learn(texts[cell], evidence[cell], in: column)
      }
      let prices = texts.indices.map { cell in
        texts[cell].isEmpty
          ? columns.map { Self.emptyPrice($0.meaning) }
          : self.prices(
            of: texts[cell], evidence[cell], by: content, learnedIn: cell < places.count ? places[cell] : nil)
      }
      guard let found = cut(prices, breaks: breaks, habits: habits) else { return nil }
      best = (found.places, prices, found.cost)
      if round > 0, found.places == places { break }
      habits = learned(from: rows(of: found.places))
    }
    return best
  }

  private static let rounds = 5
  /// The most that a text may cost on the average where it was put.
  private static let dearest = 1.3
  /// From this price on a text does not fit its field, and the share of such texts in a cut that is clear.
  private static let unfit = 2.6
  private static let fewUnfit = 0.02
  /// What a lost cell counts where whole rows are possible, and by how much others must be better.
  private static let lostCell = 0.3
  private static let clear = 8.0
  private static let clearShare = 0.25
  private static let clearOfWhole = 0.5

  // MARK: - Costs

  private static let usualStart = 0.4
  /// What it costs at first that a row has no label of its own, or not even what comes first behind the labels.
  private static let labelless = 2.5
  private static let torn = 5.0
  /// What it costs that the first row lacks a cell.
  private static let lackingFirst = 6.0

  /// What it costs at first that a field is covered.
  private static func cover(of meaning: FieldMeaning) -> Double {
    switch meaning {
    case .number: 0.4
    case .requirement: 1.5
    default: 0.6
    }
  }

  /// What it costs that a text stands in each field. Lists are demands rather than labels.
  private func prices(
    of text: String, _ evidence: TextEvidence, by content: ContentCost, learnedIn: Int?
  ) -> [Double] {
    var prices = content.prices(text, evidence, learnedIn: learnedIn)
    for column in columns.indices {
      switch columns[column].meaning {
      case .level where evidence.items > 1: prices[column] += Self.listed
      case .requirement where evidence.items > 1: prices[column] -= Self.listed
      case .other: prices[column] += Self.any
      default: break
      }
    }
    return prices
  }

  private static let listed = 0.6
  /// A field that may hold anything takes no text from those that say what they hold.
  private static let any = 0.5

  private static func emptyPrice(_ meaning: FieldMeaning) -> Double {
    switch meaning {
    case .level: 0.3
    case .number: 2
    case .remarks, .other: 0.2
    default: 0.8
    }
  }

  private func learned(from rows: [[Place]]) -> Habits {
    let total = Double(rows.count)
    var own = columns.map { _ in 0.0 }
    var starts = columns.map { _ in 0.0 }
    for row in rows {
      for place in row { own[place.column] += 1 }
      if let first = row.first(where: { $0.column >= outermost }) { starts[first.column] += 1 }
    }
    func cost(_ count: Double) -> Double { -Likelihood.logarithm((count + 0.5) / (total + 1)) }
    return Habits(
      covered: own.map { cost(total - $0) }, present: own.map { cost($0) },
      start: columns.indices.map { max(cost(starts[$0]), $0 > data ? Self.torn / 2 : 0) })
  }

  // MARK: - Search

  /// The field of each cell in the cheapest cut.
  private func cut(_ prices: [[Double]], breaks: Set<Int>, habits: Habits) -> (places: [Int], cost: Double)? {
    let width = columns.count
    let skips = covers(habits)
    let openings = columns.indices.map { opens($0, habits: habits, skips: skips) }
    var cost = Array(repeating: Double.infinity, count: width)
    var from = Array(repeating: Array(repeating: -1, count: width), count: prices.count)
    for cell in prices.indices {
      var next = Array(repeating: Double.infinity, count: width)
      for column in 0..<width {
        let own = prices[cell][column] + (column < data && column >= outermost ? 0 : habits.present[column])
        if cell == 0 {
          next[column] = column == 0 ? own : own + Self.lackingFirst
          continue
        }
        for last in 0..<width where cost[last] < .infinity {
          // The first row has a cell in each field.
          let price = cell < width && last == cell - 1 && column != cell ? own + Self.lackingFirst : own
          // Within the row.
          if !breaks.contains(cell), column > last, let gap = gap(from: last, to: column, habits: habits, skips: skips)
          {
            let total = cost[last] + gap + price
            if total < next[column] {
              next[column] = total
              from[cell][column] = last
            }
          }
          // At the start of the next one.
          if last >= data - 1, let opening = openings[column] {
            let total = cost[last] + skips[last + 1][width] + opening + price
            if total < next[column] {
              next[column] = total
              from[cell][column] = last + width
            }
          }
        }
      }
      cost = next
    }
    let ends = cost.indices.map { cost[$0] + skips[$0 + 1][width] }
    guard var column = ends.indices.min(by: { ends[$0] < ends[$1] }), ends[column] < .infinity else { return nil }
    let total = ends[column]
    var places = Array(repeating: 0, count: prices.count)
    for cell in prices.indices.reversed() {
      places[cell] = column
      if cell > 0 { column = from[cell][column] % width }
    }
    return (places, total)
  }

  /// What it costs that all fields from one up to another are covered, behind the levels: what is merged over some fields is so
  /// over those beside them, as a rule.
  private func covers(_ habits: Habits) -> [[Double]] {
    let width = columns.count
    return (0...width).map { from in
      (0...width).map { to in
        let run = habits.covered[max(from, data)..<max(from, data, to)]
        let most = run.max() ?? 0
        return most + Self.beside * (run.reduce(0, +) - most)
      }
    }
  }

  private static let beside = 0.3

  /// What it costs that a row begins at a field; `nil` if it cannot.
  private func opens(_ column: Int, habits: Habits, skips: [[Double]]) -> Double? {
    if column < outermost { return 0 }
    let number = outermost > 0 ? habits.covered[0] : 0
    return number + habits.start[column] + skips[data][column]
  }

  /// What it costs that the fields between two of a row are covered; `nil` if they cannot be.
  private func gap(from last: Int, to column: Int, habits: Habits, skips: [[Double]]) -> Double? {
    if last < outermost { return habits.start[column] + skips[data][column] }
    if last < data { return column == last + 1 ? 0 : last == data - 1 ? skips[data][column] : nil }
    return skips[last + 1][column]
  }

  private func rows(of places: [Int]) -> [[Place]] {
    var rows: [[Place]] = []
    for (cell, column) in places.enumerated() {
      if rows.isEmpty || column <= rows[rows.count - 1].last?.column ?? 0 { rows.append([]) }
      rows[rows.count - 1].append(Place(cell: cell, column: column))
    }
    return rows
  }
}
