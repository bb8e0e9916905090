/// What the ledger holds for one column, or for one unit's part of it, joined over the content system's columns.
package struct ColumnTally: Sendable {
  package var total = 0
  package var undated = 0
  package var last: CivilDate?
  /// The newest item over all of the columns.
  package var newestItem = NewestItem()
  package var days = DayCounts()
  /// Items of the month by the unit's place in the ledger.
  package var byUnit: [Int: Int] = [:]
  package var paths: [Int] = []

  package init() {}

  package mutating func add(_ cell: RecordCell, month: ClosedRange<CivilDate>) {
    total += cell.total
    undated += cell.undated
    if let day = cell.last { last = max(last ?? day, day) }
    days.merge(cell.days)
    let inMonth = cell.days.count(in: month)
    if inMonth > 0 { byUnit[cell.unit, default: 0] += inMonth }
  }

  /// The days of the newest items, newest first; the newest is known even before the ledger's horizon.
  package func newest(_ number: Int, upTo end: CivilDate) -> [CivilDate] {
    let found = days.newest(number, upTo: end)
    if found.isEmpty, let last, last <= end { return [last] }
    return found
  }
}
