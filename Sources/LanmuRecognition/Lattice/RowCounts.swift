internal import LanmuGrid

/// How the numbers of rows go on from one row to the next, where they count the rows of each branch from one again.
///
/// Whoever counts so begins anew where a branch begins, and nowhere else: in which branches, the document tells.
enum RowCounts: Sendable {
  /// What the number of a row says beside the last one above it.
  enum Count: Sendable, Hashable {
    /// Counting begins anew.
    case first
    /// Counting goes on.
    case next
  }

  /// For each row, what its number says; `nil` for rows without one, and for all rows where counting never begins anew.
  static func counts(_ rows: [[AlignableCell]]) -> [Count?] {
    let (counts, isCounting) = steps(rows)
    return isCounting && counts.contains(.first) ? counts : Array(repeating: nil, count: rows.count)
  }

  /// For each row, whether it is one further than the row above by its number: an entry with a label of its own.
  static func entries(_ rows: [[AlignableCell]]) -> [Bool] {
    let (counts, isCounting) = steps(rows)
    let entries = counts.count { $0 == .next } + 1
    return counts.map { isCounting && entries * 2 >= rows.count && $0 == .next }
  }

  /// What the number of each row says, and whether the numbers count at all.
  private static func steps(_ rows: [[AlignableCell]]) -> (counts: [Count?], isCounting: Bool) {
    var last: Int?
    var numbered = 0
    let counts: [Count?] = rows.map { row in
      guard let cell = row.first(where: { !$0.isEmpty }), cell.evidence.isNumber, let number = number(cell.text) else {
        return nil
      }
      numbered += 1
      defer { last = number }
      guard let last else { return nil }
      return number == last + 1 ? .next : number == 1 ? .first : nil
    }
    let counted = counts.count { $0 != nil } + 1
    return (counts, counts.count(where: { $0 == .next }) >= leastCounted && counted * 10 >= numbered * 9)
  }

  private static let leastCounted = 3

  /// The value of a number that counts rows: 7, 07, （7） or 七.
  private static func number(_ text: String) -> Int? {
    var digits = text.unicodeScalars.filter { !"()（）.、．".unicodeScalars.contains($0) }.map { $0 }
    guard !digits.isEmpty, digits.count <= mostDigits else { return nil }
    if let value = ChineseNumeral.value(of: digits) { return value }
    digits = digits.map { ("０"..."９").contains($0) ? Unicode.Scalar($0.value - 0xFEE0) ?? $0 : $0 }
    return digits.reduce(0) { sum, digit in
      guard let sum, ("0"..."9").contains(digit) else { return nil }
      return sum * 10 + Int(digit.value - 48)
    }
  }

  private static let mostDigits = 4
}
