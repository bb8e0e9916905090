/// Which rows a template's rows have become. Rows count from 1.
struct RowMap {
  /// The template's row behind each new row, in order.
  private(set) var sources: [Int] = []
  private var places: [Int: [Int]] = [:]

  mutating func append(_ source: Int) {
    sources.append(source)
    places[source, default: []].append(sources.count)
  }

  func rows(of source: Int) -> [Int] { places[source] ?? [] }

  /// The first new row at or after what a template's row has become; rows below the table move with its end.
  func first(_ source: Int) -> Int {
    if let first = places[source]?.first { return first }
    guard let last = sources.max(), source <= last else { return source + shiftBelow }
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
    guard let end = sources.max(), source <= end else { return source + shiftBelow }
    var before = source - 1
    while before > 0 {
      if let last = places[before]?.last { return last }
      before -= 1
    }
    return 0
  }

  private var shiftBelow: Int { sources.count - (sources.max() ?? 0) }

  /// The new rows of an area of the template, as runs of neighbours.
  func runs(_ area: ClosedRange<Int>) -> [ClosedRange<Int>] {
    if let end = sources.max(), area.lowerBound > end {
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
  func rewrite(_ formula: String, from oldRow: Int, to newRow: Int, sheet: String, renamed: [String: String]) -> String
  {
    FormulaReferences.rewrite(formula) { reference in
      var copy = reference
      if let name = reference.sheet {
        if name != sheet {
          guard let new = renamed[name] else { return nil }
          copy.sheet = new
          return copy
        }
        copy.sheet = renamed[name] ?? name
      }
      let instance = rows(of: oldRow).firstIndex(of: newRow)
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
          copy.first.row = self.first(reference.first.row)
          copy.last?.row = max(self.last(last.row), copy.first.row)
        }
      } else {
        copy.first.row = moved(reference.first.row) ?? self.first(reference.first.row)
      }
      return copy
    }
  }
}
