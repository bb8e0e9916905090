/// What a row adds to the counts of its table, over all ways to read it.
extension RowLattice {
  /// One way to read the row's labels, and how probable it is.
  struct Weighed: Sendable {
    var set: LevelSet
    var firstNew: Int
    var probability: Double
  }

  /// What the row adds to the counts of the document, and the probability of each cell to stand in each column (cell ×
  /// columns + column), over all ways to read its labels.
  func shares(_ readings: [Weighed], into counts: inout LossModel.Counts) -> [Double] {
    let height = cells.count + 1
    let width = frame.columns.count
    var placed = Array(repeating: 0.0, count: cells.count * width)
    // By the first new level, in the order of levels: sums of numbers depend on the order in which they are taken.
    var starts: [[Double]?] = Array(repeating: nil, count: frame.levelColumns.count + 1)
    for reading in readings where reading.probability > 0.001 {
      let front = front(of: reading.set)
      let tail = tails[reading.firstNew]
      let total = front.indices.reduce(0) { $0 + front[$1] * tail[$1] }
      guard total > 0 else { continue }
      let scale = reading.probability / total
      let scaled = front.map { $0 * scale }
      if let before = starts[reading.firstNew] {
        starts[reading.firstNew] = before.indices.map { before[$0] + scaled[$0] }
      } else {
        starts[reading.firstNew] = scaled
      }
      noteZone(reading, into: &counts, placed: &placed)
    }
    for (first, start) in starts.enumerated() {
      guard var sums = start else { continue }
      let tail = tails[first]
      for column in frame.zoneEnd..<width {
        let base = (column - frame.zoneEnd) * height
        for cell in cells.indices where column > 0 || cells[cell].isEmpty {
          sums[cell + 1] += sums[cell] * stray(cell, before: column)
        }
        var next = Array(repeating: 0.0, count: height)
        let place = frame.model.place(first, column)
        for cell in 0..<height where sums[cell] > 0 {
          let atEnd = cell == cells.count
          let skip = sums[cell] * Self.skip(column, firstNew: first, atEnd: atEnd, frame)
          next[cell] += skip
          note(skip * tail[base + height + cell], place: place, atEnd: atEnd, into: &counts)
          guard cell < cells.count else { continue }
          let likelihood = likelihoods[cell * width + column]
          let match = sums[cell] * Self.match(cells[cell], likelihood, column, firstNew: first, frame)
          next[cell + 1] += match
          let share = match * tail[base + height + cell + 1]
          if cells[cell].isEmpty { counts.blank[place] += share } else { counts.own[place] += share }
          placed[cell * width + column] += share
        }
        sums = next
      }
    }
    return placed
  }

  /// Counts a field without a cell; behind the last cell it may as well have been empty.
  private func note(_ share: Double, place: Int, atEnd: Bool, into counts: inout LossModel.Counts) {
    let model = frame.model
    let blank = atEnd && frame.cutsEnds ? model.blank[place] / (model.blank[place] + model.missing[place]) : 0
    counts.missing[place] += share * (1 - blank)
    counts.blank[place] += share * blank
  }

  /// Counts what stands up to the last level, by the best way to read it.
  ///
  /// Labels and numbers are told by the reading itself; what stands in other fields there is weighed over all ways.
  private func noteZone(_ reading: Weighed, into counts: inout LossModel.Counts, placed: inout [Double]) {
    guard let columnOfCell = best(reading.set, firstNew: reading.firstNew) else { return }
    let width = frame.columns.count
    var filled: Set<Int> = []
    for (cell, column) in columnOfCell.enumerated() {
      guard let column, column < frame.zoneEnd else { continue }
      filled.insert(column)
      if !frame.weighedInZone.contains(column) { placed[cell * width + column] += reading.probability }
    }
    if !frame.weighedInZone.isEmpty { weighZone(reading, placed: &placed) }
    for column in 0..<frame.zoneEnd {
      if let level = frame.levelOfColumn[column] {
        guard let first = reading.set.levels.first, let last = reading.set.levels.last else { continue }
        if level < first {
          if filled.contains(column) { counts.kept += reading.probability } else { counts.gone += reading.probability }
        } else if level > first, level < last {
          counts.noteBetween(
            level, hasLabel: reading.set.contains(level), hasCell: filled.contains(column), reading.probability)
        }
        guard level == last + 1 else { continue }
        if filled.contains(column) {
          counts.shown += reading.probability
        } else {
          counts.hidden += reading.probability
        }
      } else {
        let place = frame.model.place(reading.set.levels.first ?? frame.levelColumns.count, column)
        if filled.contains(column) {
          counts.own[place] += reading.probability
        } else {
          counts.missing[place] += reading.probability
        }
      }
    }
  }
}
