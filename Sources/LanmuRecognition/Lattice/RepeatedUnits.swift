/// What it says of a row that it names the units of the row above again: hardly ever does a channel begin there.
///
/// In real plans one row in three within a channel has the units of the row above, and one in twenty where a channel begins.
enum RepeatedUnits {
  /// The shares of rows that do so, and how many rows the expectation weighs as much as.
  private static let leastShare = 0.05
  private static let usualShare = 0.35
  private static let usualWeight = 10.0

  /// For each row, how much less likely its units are where a channel begins: 1, or less if they are those of the row above.
  static func channelWeights(_ rows: [[AlignableCell]]) -> [Double] {
    let units = rows.map { row in row.last { !$0.isEmpty && $0.evidence.bodies > 0.5 }?.text }
    var counts: [String: Int] = [:]
    var named = 0
    for case let text? in units {
      counts[text, default: 0] += 1
      named += 1
    }
    let repeats = units.indices.map { $0 > 0 && units[$0] != nil && units[$0] == units[$0 - 1] }
    // Where few units do everything, rows share them by chance.
    let squares = counts.values.reduce(0) { $0 + $1 * $1 }
    let chance = Double(squares) / Double(max(1, named * named))
    let share = (Double(repeats.count { $0 }) + usualShare * usualWeight) / (Double(named) + usualWeight)
    let weight = min(1, max(leastShare, chance) / share)
    return repeats.map { $0 ? weight : 1 }
  }
}
