/// How many items were published on which day, in as little room as the days need.
///
/// An entry takes four bytes: its day, counted from 89 years before the first that was added, and the number of its items.
/// Days further away than that are taken for the nearest within.
package struct DayCounts: Sendable, Hashable {
  private var entries: [UInt32] = []
  private var base: Int32 = 0
  private var compactAt: Int32 = 64

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  package mutating func add(_ date: CivilDate, count: Int = 1) {
    if entries.isEmpty { base = date.dayNumber - 32_768 }
    let day = UInt32(UInt16(clamping: Int(date.dayNumber) - Int(base))) << 16
    var rest = count
    if let last = entries.last, last & 0xFFFF_0000 == day, Int(last & 0xFFFF) + rest <= 0xFFFF {
      entries[entries.count - 1] += UInt32(rest)
      return
    }
    while rest > 0 {
      entries.append(day | UInt32(min(rest, 0xFFFF)))
      rest -= min(rest, 0xFFFF)
    }
    if entries.count >= Int(compactAt) {
      compact()
      compactAt = Int32(clamping: max(64, 2 * entries.count))
    }
  }

  package mutating func merge(_ other: DayCounts) {
    for (date, count) in other.sorted { add(date, count: count) }
    compact()
  }

  /// Sorts by day and joins equal days.
  package mutating func compact() {
    entries.sort()
    var kept = 0
    for index in entries.indices.dropFirst() {
      let entry = entries[index]
      if entry & 0xFFFF_0000 == entries[kept] & 0xFFFF_0000, (entries[kept] & 0xFFFF) + (entry & 0xFFFF) <= 0xFFFF {
        entries[kept] += entry & 0xFFFF
      } else {
        kept += 1
        entries[kept] = entry
      }
    }
    if !entries.isEmpty { entries.removeLast(entries.count - kept - 1) }
  }

  private func day(_ entry: UInt32) -> Int { Int(base) + Int(entry >> 16) }

  /// Days in order with their counts; only after `compact()`.
  package var sorted: [(date: CivilDate, count: Int)] {
    entries.map { (CivilDate(clampingDayNumber: day($0)), Int($0 & 0xFFFF)) }
  }

  /// The number of items in a span of days.
  package func count(in span: ClosedRange<CivilDate>) -> Int {
    var total = 0
    let days = Int(span.lowerBound.dayNumber)...Int(span.upperBound.dayNumber)
    for entry in entries where days.contains(day(entry)) { total += Int(entry & 0xFFFF) }
    return total
  }

  /// The days of the newest items up to a day, newest first, a day once for each item.
  package func newest(_ number: Int, upTo end: CivilDate) -> [CivilDate] {
    var result: [CivilDate] = []
    for entry in entries.reversed() where day(entry) <= Int(end.dayNumber) {
      for _ in 0..<entry & 0xFFFF {
        if result.count >= number { return result }
        result.append(CivilDate(clampingDayNumber: day(entry)))
      }
    }
    return result
  }
}
