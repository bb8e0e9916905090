/// One way of writing a table as text.
///
/// A dialect looks at the lines that no dialect before it has claimed, and claims those that make up its tables. Its time
/// is linear in the text; what it does not recognise, it leaves alone.
protocol TextDialect: Sendable {
  func claims(in text: TextLines, free: [Bool]) -> [TextClaim]
}

extension Sequence where Element == Int {
  /// How often each number occurs.
  func occurrences() -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for element in self { counts[element, default: 0] += 1 }
    return counts
  }

  /// The number that occurs most often, the greater of two that occur equally often; `nil` of nothing.
  func mostFrequent() -> Int? {
    occurrences().max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
