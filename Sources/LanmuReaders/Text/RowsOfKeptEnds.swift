/// Rows that no blank lines part, with bars on lines of their own only between the cells of a row, of which an empty one leaves
/// nothing within a row but keeps a blank line at its start or end.
///
/// Between two bars stands a cell or nothing; or a row's last cell and the next row's first one, a line each, blank if the cell
/// is empty. So where two lines stand, after every so many bars, rows end, however many of their cells are empty. A row may lack
/// its last bars.
struct RowsOfKeptEnds {
  private(set) var lines: Range<Int>
  private(set) var rows: [[FoundField]] = []
  /// Page numbers, which belong to no row.
  private(set) var paragraphs: [TextPiece] = []
  /// Up to where lines were read, also if they are no such rows.
  private(set) var reach: Int
  /// Whether the lines are such rows.
  private(set) var isFound = false
  /// Whether it had to be guessed for some lines which of two rows they belong to.
  private(set) var isGuessed = false

  private var gaps: BarGaps

  init(_ text: TextLines, free: [Bool], from first: Int, after claimed: Int, labels: KnownLabels) {
    gaps = BarGaps(text, free: free, from: first, labels: labels)
    lines = first..<first
    reach = first + 1
    guard gaps.startsWithBar, first == 0 || first > claimed && free[first - 1] else { return }
    for period in periods() {
      var walk = RowWalk(gaps, period: period)
      walk.run()
      gaps = walk.gaps
      // Rows that were walked through are not walked through again.
      reach = max(reach, gaps.bars[walk.start] + 1)
      guard walk.isSound else { continue }
      take(walk, after: claimed)
      return
    }
  }

  /// After how many bars rows may end: where two lines stand first, or how far apart such places are.
  private mutating func periods() -> [Int] {
    var places: [Int] = []
    for place in 0..<Self.mostBars {
      guard let gap = gaps.gap(place), places.count < Self.mostTried else { break }
      if gap.slots.count > 1 { places.append(place + 1) }
    }
    let apart = zip(places.dropFirst(), places).map { $0 - $1 }
    var found: [Int] = []
    for period in places + apart where !found.contains(period) { found.append(period) }
    return found
  }

  private static let mostBars = 64
  private static let mostTried = 4

  private mutating func take(_ walk: RowWalk, after claimed: Int) {
    let bar = gaps.bars[0]
    let start = bar == 0 ? bar : gaps.firstCell(after: claimed)
    lines = start..<walk.end
    var cells = walk.rows
    cells[0].insert((Array(start..<bar), bar), at: 0)
    partTorn(walk.tornLimits, of: &cells)
    rows = cells.map { row in
      let found = row.map { gaps.cell($0.slots, at: $0.bar) }
      // Bars that a row lacks stood before empty cells.
      let lacking = max(0, walk.period + 1 - found.count)
      return found + Array(repeating: FoundField(text: "", line: found.last?.line ?? bar + 1), count: lacking)
    }
    paragraphs = walk.numbers.map { TextPiece(line: $0, content: .paragraph(gaps.text.trimmedText(line: $0))) }
    isFound = true
  }

  /// Parts lines between a row's last cell and the next row's first one as other rows show these cells. Where none does, the
  /// last line is the first cell, which is a guess.
  private mutating func partTorn(_ limits: [Int], of cells: inout [[(slots: [Int], bar: Int)]]) {
    guard !limits.isEmpty else { return }
    let torn = Set(limits)
    let untorn = cells.indices.dropLast().filter { !torn.contains($0) }
    let lasts = Set(untorn.compactMap { row in cells[row].last.map { gaps.cell($0.slots, at: $0.bar).text } })
    let firsts = Set(untorn.map { gaps.cell(cells[$0 + 1][0].slots, at: cells[$0 + 1][0].bar).text })
    for row in limits {
      guard let last = cells[row].last, let first = cells[row + 1].first else { continue }
      let slots = last.slots + first.slots
      let place = (1..<slots.count).reversed().first { place in
        lasts.contains(gaps.cell(Array(slots[..<place]), at: last.bar).text)
          || firsts.contains(gaps.cell(Array(slots[place...]), at: first.bar).text)
      }
      if place == nil { isGuessed = true }
      let cut = place ?? slots.count - 1
      cells[row][cells[row].count - 1].slots = Array(slots[..<cut])
      cells[row + 1][0].slots = Array(slots[cut...])
    }
  }
}
