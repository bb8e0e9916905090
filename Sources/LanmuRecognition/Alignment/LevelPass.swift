/// What one search through all rows of a table arrived at.
struct LevelPass: Sendable {
  var rows: [LevelSearch.Row]
  var choices: [LevelSearch.Choice]
  /// Cost of the chosen readings together; passes over the same rows at the same prices compare by it.
  var cost: Double
  /// How many steps from one row to the next were weighed.
  var steps: Int

  /// Whether any row could be read in more than one way.
  var isOpen: Bool { rows.contains { $0.readings.count > 1 } }

  func reading(_ row: Int) -> RowReading { rows[row].readings[choices[row].reading] }
  func labels(_ row: Int) -> [String] { rows[row].labels[choices[row].reading] }

  /// The level at which the labels of numbered rows start, if numbers stand on some rows only.
  var numberedLevel: Int? {
    var counts: [Int: Int] = [:]
    var numbered = 0
    for (row, choice) in zip(rows, choices) where row.isNumbered[choice.reading] {
      numbered += 1
      if let first = row.readings[choice.reading].levels.first { counts[first, default: 0] += 1 }
    }
    guard numbered >= 2, numbered * 10 <= rows.count * 8,
      let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), usual.value * 3 >= numbered * 2
    else { return nil }
    return usual.key
  }
}
