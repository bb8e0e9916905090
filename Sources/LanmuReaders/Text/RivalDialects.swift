/// Two dialects of which either may claim lines that are the other's: the one that makes sense of more lines goes first.
///
/// Fields between semicolons hold lists between commas, and the other way round.
struct RivalDialects: TextDialect {
  let one: any TextDialect
  let other: any TextDialect

  func claims(in text: TextLines, free: [Bool]) -> [TextClaim] {
    let (first, second) = (one.claims(in: text, free: free), other.claims(in: text, free: free))
    let isOther = second.lineCount > first.lineCount
    let claims = isOther ? second : first
    guard !claims.isEmpty, !(isOther ? first : second).isEmpty else { return claims + (isOther ? first : second) }
    var left = free
    for claim in claims { for line in claim.lines { left[line] = false } }
    return claims + (isOther ? one : other).claims(in: text, free: left)
  }
}

extension [TextClaim] {
  fileprivate var lineCount: Int { reduce(0) { $0 + $1.lines.count } }
}
