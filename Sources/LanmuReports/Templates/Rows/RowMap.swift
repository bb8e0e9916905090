/// Which rows a template's rows have become. Rows count from 1.
struct RowMap {
  /// The template's row behind each new row, in order.
  private(set) var sources: [Int] = []
  private var places: [Int: [Int]] = [:]
  private var greatest: Int?

  mutating func append(_ source: Int) {
    sources.append(source)
    greatest = max(greatest ?? source, source)
    places[source, default: []].append(sources.count)
  }

  /// The template's row behind a new row.
  func source(of row: Int) -> Int { sources.indices.contains(row - 1) ? sources[row - 1] : row }

  func rows(of source: Int) -> [Int] { places[source] ?? [] }

  /// The first new row at or after what a template's row has become; rows below the table move with its end.
  func first(_ source: Int) -> Int {
    if let first = places[source]?.first { return first }
    guard let last = greatest, source <= last else { return source + shiftBelow }
    var next = source + 1
    while next <= last {
      if let first = places[next]?.first { return first }
      next += 1
    }
    return sources.count + 1
  }

  /// The last new row at or before what a template's row has become.
  func last(_ source: Int) -> Int {
    if let last = places[source]?.last { return last }
    guard let end = greatest, source <= end else { return source + shiftBelow }
    var before = source - 1
    while before > 0 {
      if let last = places[before]?.last { return last }
      before -= 1
    }
    return 0
  }

  /// What an area's rows have become. An area of which no row is left is the row above, so that sums do not reach below.
  func stretched(_ start: Int, _ end: Int) -> ClosedRange<Int> {
    let first = self.first(start)
    let last = self.last(end)
    if last < first { return max(last, 1)...max(last, 1) }
    return first...last
  }

  private var shiftBelow: Int { sources.count - (greatest ?? 0) }

  /// The new rows of an area of the template, as runs of neighbours.
  func runs(_ area: ClosedRange<Int>) -> [ClosedRange<Int>] {
    if let end = greatest, area.lowerBound > end {
      return [area.lowerBound + shiftBelow...area.upperBound + shiftBelow]
    }
    // Areas of whole columns and the like reach beyond the rows that exist.
    if area.count > 100_000 { return [first(area.lowerBound)...max(first(area.lowerBound), area.upperBound)] }
    var runs: [ClosedRange<Int>] = []
    for (index, source) in sources.enumerated() where area.contains(source) {
      let row = index + 1
      if let last = runs.last, last.upperBound == row - 1 {
        runs[runs.count - 1] = last.lowerBound...row
      } else {
        runs.append(row...row)
      }
    }
    return runs
  }

  /// The new areas of a merged one: once for each time its rows stand together.
  func merged(_ area: ClosedRange<Int>) -> [ClosedRange<Int>] {
    if area.count == 1 { return rows(of: area.lowerBound).map { $0...$0 } }
    let starts = rows(of: area.lowerBound)
    var result: [ClosedRange<Int>] = []
    for (index, start) in starts.enumerated() {
      let limit = index + 1 < starts.count ? starts[index + 1] : Int.max
      if let end = rows(of: area.upperBound).last(where: { $0 >= start && $0 < limit }) { result.append(start...end) }
    }
    return result
  }

  /// A formula that stood in one row and now stands in another: references to the same row follow it, areas stretch.
  ///
  /// `moves` tells what has become of all sheets; that of the formula's own is this map.
  func rewrite(
    _ formula: String, from oldRow: Int, to newRow: Int, sheet: String, newName: String, moves: [String: SheetMove]
  ) -> String {
    FormulaReferences.rewrite(formula) { reference in
      var copy = reference
      if let name = reference.sheet {
        if name != sheet { return moves[name]?.moved(reference) }
        copy.sheet = newName
      }
      let instance = place(of: newRow, among: rows(of: oldRow))
      func moved(_ row: Int) -> Int? {
        if row == oldRow { return newRow }
        let candidates = rows(of: row)
        if candidates.count == 1 { return candidates[0] }
        // A row that repeats together with this one.
        if let instance, candidates.count == rows(of: oldRow).count, candidates.indices.contains(instance) {
          return candidates[instance]
        }
        return nil
      }
      if let last = reference.last {
        if let first = moved(reference.first.row), let end = moved(last.row), first <= end {
          copy.first.row = first
          copy.last?.row = end
        } else {
          let area = stretched(reference.first.row, last.row)
          copy.first.row = area.lowerBound
          copy.last?.row = area.upperBound
        }
      } else {
        copy.first.row = moved(reference.first.row) ?? self.first(reference.first.row)
      }
      return copy
    }
  }

  /// The index of a row among rows in order.
  private func place(of row: Int, among rows: [Int]) -> Int? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row ? low : nil
  }
}

/// What has become of a template's sheet: its new name, and its rows.
struct SheetMove {
  var name: String
  var map: RowMap

  /// A reference to the sheet from elsewhere: areas stretch, a cell is the first of those that it has become.
  func moved(_ reference: FormulaReferences.Reference) -> FormulaReferences.Reference {
    var copy = reference
    copy.sheet = name
    guard let last = reference.last else {
      copy.first.row = map.first(reference.first.row)
      return copy
    }
    let area = map.stretched(reference.first.row, last.row)
    copy.first.row = area.lowerBound
    copy.last?.row = area.upperBound
    return copy
  }
}
