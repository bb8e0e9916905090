extension RowLattice {
  /// Adds how probable each cell is in the fields in front of the last level that are to be weighed (`Frame.weighedInZone`).
  func weighZone(_ reading: Weighed, placed: inout [Double]) {
    let isOpen = reading.set.levels.last.map { $0 + 1 < frame.levelColumns.count } ?? false
    let share = isOpen ? frame.model.shownShare : 0
    let ways = [(true, share), (false, 1 - share)].filter { $0.1 > 0 }.map { showsRest, weight in
      (weight: weight, sums: zoneSums(reading, showsRest: showsRest))
    }
    let total = ways.reduce(0.0) { $0 + $1.weight * $1.sums.total }
    guard total > 0 else { return }
    for (weight, sums) in ways {
      for column in frame.weighedInZone {
        for cell in cells.indices {
          let sum = sums.matches[cell * frame.zoneEnd + column]
          placed[cell * frame.columns.count + column] += reading.probability * weight * sum / total
        }
      }
    }
  }

  /// The likelihood of all ways in which a cell stands in a column up to the last level (cell × columns up to there + column),
  /// and of all ways together. Takes time O(cells × columns).
  private func zoneSums(_ reading: Weighed, showsRest: Bool) -> (matches: [Double], total: Double) {
    let (height, width, set) = (cells.count + 1, frame.zoneEnd, reading.set)
    var behind = Array(repeating: 0.0, count: (width + 1) * height)
    behind.replaceSubrange((width * height)..., with: tails[reading.firstNew].prefix(height))
    for column in (0..<width).reversed() {
      for cell in (0..<height).reversed() {
        var sum = behind[(column + 1) * height + cell] * skip(column, of: set, showsRest, atEnd: cell == cells.count)
        if cell < cells.count {
          sum += behind[(column + 1) * height + cell + 1] * match(cell, column, of: set, showsRest)
          if column > 0 || cells[cell].isEmpty {
            sum += behind[column * height + cell + 1] * stray(cell, before: column)
          }
        }
        behind[column * height + cell] = sum
      }
    }
    var matches = Array(repeating: 0.0, count: cells.count * width)
    var before = Array(repeating: 0.0, count: height)
    before[0] = 1
    for column in 0..<width {
      var next = Array(repeating: 0.0, count: height)
      for cell in 0..<height where before[cell] > 0 {
        next[cell] += before[cell] * skip(column, of: set, showsRest, atEnd: cell == cells.count)
        guard cell < cells.count else { continue }
        if column > 0 || cells[cell].isEmpty { before[cell + 1] += before[cell] * stray(cell, before: column) }
        let match = before[cell] * match(cell, column, of: set, showsRest)
        next[cell + 1] += match
        matches[cell * width + column] = match * behind[(column + 1) * height + cell + 1]
      }
      before = next
    }
    return (matches, behind[0])
  }
}
