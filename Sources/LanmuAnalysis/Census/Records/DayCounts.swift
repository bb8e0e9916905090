/// How many items were published on which day, in as little room as the days need.
package struct DayCounts: Sendable, Hashable {
  private var days: [Int32] = []
  private var counts: [Int32] = []
  private var compactAt = 64

  package init() {}

  package var isEmpty: Bool { days.isEmpty }

  package mutating func add(_ date: CivilDate, count: Int32 = 1) {
    if let last = days.last, last == date.dayNumber {
      counts[counts.count - 1] &+= count
      return
    }
    days.append(date.dayNumber)
    counts.append(count)
    if days.count >= compactAt {
      compact()
      compactAt = max(64, 2 * days.count)
    }
  }

  package mutating func merge(_ other: DayCounts) {
    for (day, count) in zip(other.days, other.counts) {
      days.append(day)
      counts.append(count)
    }
    compact()
  }

  /// Sorts by day and joins equal days.
  package mutating func compact() {
    let order = days.indices.sorted { days[$0] < days[$1] }
    var newDays: [Int32] = []
    var newCounts: [Int32] = []
    for index in order {
      if let last = newDays.last, last == days[index] {
        newCounts[newCounts.count - 1] &+= counts[index]
      } else {
        newDays.append(days[index])
        newCounts.append(counts[index])
      }
    }
    days = newDays
    counts = newCounts
  }

  /// Days in order with their counts; only after `compact()`.
  package var sorted: [(date: CivilDate, count: Int)] {
    zip(days, counts).map { (CivilDate(clampingDayNumber: Int($0)), Int($1)) }
  }

  /// The number of items in a span of days.
  package func count(in span: ClosedRange<CivilDate>) -> Int {
    var total = 0
    for (day, count) in zip(days, counts) where day >= span.lowerBound.dayNumber && day <= span.upperBound.dayNumber {
      total += Int(count)
    }
    return total
  }

  /// The days of the newest items up to a day, newest first, a day once for each item.
  package func newest(_ number: Int, upTo end: CivilDate) -> [CivilDate] {
    var result: [CivilDate] = []
    for (day, count) in zip(days, counts).reversed() where day <= end.dayNumber {
      for _ in 0..<count {
        if result.count >= number { return result }
        result.append(CivilDate(clampingDayNumber: Int(day)))
      }
    }
    return result
  }
}
