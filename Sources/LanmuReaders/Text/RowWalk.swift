/// A walk through rows that have so many bars each, from one limit of rows to the next.
struct RowWalk {
  /// How many bars a row has.
  let period: Int
  private(set) var gaps: BarGaps
  /// The first bar of the row that was reached.
  private(set) var start = 0
  /// The lines of each cell, but for the first one of all.
  private(set) var rows: [[(slots: [Int], bar: Int)]] = [[]]
  /// The lines of page numbers.
  private(set) var numbers: [Int] = []
  /// The rows behind which a limit's lines may be parted between its two cells in more than one way.
  private(set) var tornLimits: [Int] = []
  /// Behind the last cell's last line.
  private(set) var end = 0

  private var isBroken = false
  private var directLimits = 0
  private var partedLimits = 0
  private var shortRows = 0
  /// By the number of bars before a cell in its row, in how many rows it has several lines.
  private var tornCells: [Int]

  init(_ gaps: BarGaps, period: Int) {
    (self.gaps, self.period) = (gaps, period)
    tornCells = Array(repeating: 0, count: period + 1)
  }

  /// Whether rows were found: limits with a line for either cell and nothing else, and hardly any other.
  var isSound: Bool {
    !isBroken && rows.count >= (period > 1 ? Self.fewestRows : Self.fewestPairs) && directLimits > 0
      && max(partedLimits, shortRows) * Self.fewOf <= rows.count && chance <= Self.likelyChance && !holdsShorterRows
  }

  /// How likely it is that all limits hold several lines only as other cells do.
  private var chance: Double {
    let share = Double(tornCells.reduce(0, +)) / Double(max(1, rows.count * (period - 1)))
    var chance = 1.0
    for _ in rows.indices.dropLast() where chance > Self.likelyChance { chance *= share }
    return chance
  }

  /// Whether cells have several lines only after every so many bars within rows, as the limits of shorter rows do: in nearly
  /// all rows, or in several places of each.
  private var holdsShorterRows: Bool {
    let torn = tornCells.indices.filter { tornCells[$0] > 0 }
    return (1..<max(1, period)).contains { shorter in
      guard period % shorter == 0 else { return false }
      if shorter > 1, torn.count > 1, period / shorter > 2, torn.allSatisfy({ $0 % shorter == 0 }) { return true }
      return stride(from: shorter, to: period, by: shorter).allSatisfy {
        tornCells[$0] * Self.mostOf >= rows.count * Self.most
      }
    }
  }

  /// A header, and two rows below it.
  private static let fewestRows = 3
  /// The same of rows with one bar each, which leave nothing to count.
  private static let fewestPairs = 5
  /// At most one in so many rows ends otherwise than by a line for either cell, or lacks bars.
  private static let fewOf = 10
  private static let likelyChance = 0.01
  private static let (most, mostOf) = (8, 10)

  mutating func run() {
    while takeRow() {}
  }

  /// Takes a row; `false` if it is the table's last, or none.
  private mutating func takeRow() -> Bool {
    var inner = 0
    while inner < period - 1, let gap = gaps.gap(start + inner), gaps.isCell(gap) { inner += 1 }
    if inner == period - 1 {
      guard let gap = gaps.gap(start + inner) else { return finish(after: inner, last: nil) }
      if let limit = gaps.limit(gap), !(limit.isParted || limit.isTorn) || fits(start + period) {
        return close(at: limit, after: inner)
      }
      if let last = gaps.end(in: gap) { return finish(after: inner, last: last) }
    }
    // The row lacks its last bars where a whole one follows.
    for short in 0..<inner {
      guard let gap = gaps.gap(start + short), let limit = gaps.limit(gap), !limit.isParted, fits(start + short + 1)
      else {
        continue
      }
      shortRows += 1
      return close(at: limit, after: short)
    }
    guard inner < period - 1 else { return fail() }
    guard let gap = gaps.gap(start + inner) else { return finish(after: inner, last: nil) }
    if let limit = gaps.limit(gap), !limit.isParted, fits(start + inner + 1) {
      shortRows += 1
      return close(at: limit, after: inner)
    }
    if let last = gaps.end(in: gap) { return finish(after: inner, last: last) }
    return fail()
  }

  private mutating func fail() -> Bool {
    isBroken = true
    return false
  }

  /// Whether a whole row begins with the cell before a bar.
  private mutating func fits(_ start: Int) -> Bool {
    guard start < gaps.bars.count else { return false }
    for place in start..<start + period - 1 {
      guard let gap = gaps.gap(place), gaps.isCell(gap) else { return false }
    }
    guard let gap = gaps.gap(start + period - 1) else { return true }
    return gaps.limit(gap) != nil || gaps.end(in: gap) != nil
  }

  private mutating func takeCells(_ count: Int) {
    for place in start..<start + count {
      guard let gap = gaps.gap(place) else { return }
      if gap.slots.count > 1 { tornCells[place - start + 1] += 1 }
      rows[rows.count - 1].append((gap.slots, gaps.bars[place]))
    }
  }

  private mutating func close(at limit: BarGaps.Limit, after inner: Int) -> Bool {
    takeCells(inner)
    let bar = start + inner
    if limit.isTorn { tornLimits.append(rows.count - 1) }
    if limit.isParted { partedLimits += 1 } else if limit.isDirect(gaps) { directLimits += 1 }
    rows[rows.count - 1].append((limit.last, gaps.bars[bar]))
    rows.append([(limit.first, gaps.bars[bar + 1])])
    numbers += limit.numbers
    start = bar + 1
    return true
  }

  /// Ends the table with a row of so many cells behind its first one, and a last one.
  private mutating func finish(after inner: Int, last: [Int]?) -> Bool {
    takeCells(inner)
    let bar = gaps.bars[start + inner]
    if inner < period - 1 { shortRows += 1 }
    let slots = last ?? gaps.lastCell(below: bar, isTorn: tornCells.contains { $0 > 0 })
    rows[rows.count - 1].append((slots, bar))
    end = (slots.last ?? bar) + 1
    return false
  }
}

extension BarGaps.Limit {
  /// Whether a text stands right above another, so that no blank line parts rows.
  fileprivate func isDirect(_ gaps: BarGaps) -> Bool {
    guard let above = last.last, let below = first.first, !isTorn, numbers.isEmpty else { return false }
    return below == above + 1 && !gaps.isBlank(above) && !gaps.isBlank(below)
  }
}
