/// A cut of a stream of cells into rows.
struct StreamCut {
  /// A cell of a row and the field that it fills.
  struct Place: Hashable {
    var cell: Int
    var column: Int
  }

  /// By cell, the field that it fills, and whether a row begins with it.
  private(set) var columns: [Int]
  private(set) var begins: [Bool]
  /// What the cut costs in all.
  private(set) var cost: Double

  var rows: [[Place]] {
    var rows: [[Place]] = []
    for cell in columns.indices {
      if begins[cell] { rows.append([]) }
      rows[rows.count - 1].append(Place(cell: cell, column: columns[cell]))
    }
    return rows
  }
}

/// Finds the cheapest cut, by dynamic programming over the field of each cell; takes time O(cells × fields²).
struct StreamCutter {
  private let columns: [LogicalColumn]
  private let habits: StreamHabits
  /// The first level, and the first field behind the last one.
  private let outermost: Int
  private let data: Int
  /// The first of the fields for remarks behind all others; the first row, too, may end before it.
  private let remarks: Int

  /// What it costs that all fields from one up to another are covered.
  private let skips: [[Double]]
  /// By the field of the cell before, what it costs that those between it and another of the row are covered; infinite where
  /// they cannot be.
  private let gaps: [[Double]]
  /// What it costs that a row begins at a field.
  private let openings: [Double]

  init(columns: [LogicalColumn], habits: StreamHabits, outermost: Int, data: Int) {
    (self.columns, self.habits, self.outermost, self.data) = (columns, habits, outermost, data)
    remarks = columns.firstTrailingRemarks
    skips = habits.skips(from: data)
    let skips = skips
    gaps = columns.indices.map { last in
      columns.indices.map { column in
        if column <= last { return .infinity }
        if last < outermost { return habits.start[column] + skips[data][column] }
        if last < data { return column == last + 1 ? 0 : last == data - 1 ? skips[data][column] : .infinity }
        return skips[last + 1][column]
      }
    }
    let number = outermost > 0 ? habits.covered[0] : 0
    openings = columns.indices.map { column in
      column < outermost ? 0 : number + habits.start[column] + skips[data][column]
    }
  }

  /// What it costs that the first row lacks a cell, which nothing above it covers.
  private static let lackingFirst = 6.0

  /// - Parameters:
  ///   - prices: by cell, what it costs in each field.
  ///   - breaks: the cells with which a row begins for certain.
  func cut(_ prices: [[Double]], breaks: Set<Int>) -> StreamCut? {
    guard let first = prices.first else { return nil }
    // By the field of the last cell so far, what the cheapest way there costs.
    var cost = columns.indices.map { first[$0] + presence($0) + ($0 == 0 ? 0 : Self.lackingFirst) }
    // By cell and field, the field of the cell before, and whether a row begins in between.
    var steps: [[Step]] = [columns.map { _ in Step(last: 0, begins: true) }]
    for cell in prices.indices.dropFirst() {
      let end = cheapestEnd(cost, from: data - 1)
      var next = cost
      var taken: [Step] = []
      for column in columns.indices {
        let within = breaks.contains(cell) ? nil : cheapestWay(to: column, cell: cell, from: cost)
        let anew = end.flatMap { beginning(at: column, cell: cell, above: $0, from: cost) }
        let (total, step) = Self.cheaper(within, anew) ?? (.infinity, Step(last: 0, begins: true))
        next[column] = total + prices[cell][column] + presence(column)
        taken.append(step)
      }
      steps.append(taken)
      cost = next
    }
    // The stream may break off anywhere.
    guard let last = cheapestEnd(cost, from: 0) else { return nil }
    return traced(steps, from: last.column, cost: last.cost)
  }

  private struct Step {
    var last: Int
    var begins: Bool
  }

  /// What it costs that a field holds a cell. How often levels do is told by where rows begin.
  private func presence(_ column: Int) -> Double {
    column < data && column >= outermost ? 0 : habits.present[column]
  }

  /// The field in which a row ends at the least cost, of those from one on.
  private func cheapestEnd(_ cost: [Double], from first: Int) -> (column: Int, cost: Double)? {
    var best: (column: Int, cost: Double)?
    for column in first..<columns.count {
      let total = cost[column] + skips[column + 1][columns.count]
      if total < best?.cost ?? .infinity { best = (column, total) }
    }
    return best
  }

  private func cheapestWay(to column: Int, cell: Int, from cost: [Double]) -> (cost: Double, step: Step)? {
    var best: (cost: Double, step: Step)?
    for last in 0..<column {
      let total = cost[last] + gaps[last][column] + lack(cell, in: column, behind: last)
      if total < best?.cost ?? .infinity { best = (total, Step(last: last, begins: false)) }
    }
    return best
  }

  private func beginning(
    at column: Int, cell: Int, above end: (column: Int, cost: Double), from cost: [Double]
  ) -> (cost: Double, step: Step)? {
    guard cell < columns.count else {
      return (end.cost + openings[column], Step(last: end.column, begins: true))
    }
    // The first row may end here or there at a cost of its own.
    var best: (cost: Double, step: Step)?
    for last in (data - 1)..<columns.count {
      let isWhole = last == cell - 1 && last + 1 >= remarks
      let total =
        cost[last] + skips[last + 1][columns.count] + openings[column]
        + (isWhole ? 0 : lack(cell, in: column, behind: last))
      if total < best?.cost ?? .infinity { best = (total, Step(last: last, begins: true)) }
    }
    return best
  }

  /// What it costs that the first row lacks the field behind a cell, where all before it had a cell each.
  private func lack(_ cell: Int, in column: Int, behind last: Int) -> Double {
    cell < columns.count && last == cell - 1 && column != cell ? Self.lackingFirst : 0
  }

  private static func cheaper(
    _ one: (cost: Double, step: Step)?, _ other: (cost: Double, step: Step)?
  ) -> (cost: Double, step: Step)? {
    guard let one, let other else { return one ?? other }
    return other.cost < one.cost ? other : one
  }

  private func traced(_ steps: [[Step]], from last: Int, cost: Double) -> StreamCut {
    var column = last
    var fields = Array(repeating: 0, count: steps.count)
    var begins = Array(repeating: true, count: steps.count)
    for cell in steps.indices.reversed() {
      let step = steps[cell][column]
      (fields[cell], begins[cell]) = (column, step.begins)
      column = step.last
    }
    return StreamCut(columns: fields, begins: begins, cost: cost)
  }
}

extension [LogicalColumn] {
  /// The first of the fields for remarks behind all others; where there is none, the end.
  var firstTrailingRemarks: Int { (lastIndex { $0.meaning != .remarks } ?? -1) + 1 }
}
