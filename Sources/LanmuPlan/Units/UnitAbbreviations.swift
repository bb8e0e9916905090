import LanmuRecognition

/// Names of units by what they may be shortened to, so that a document's names need not be compared each with each.
///
/// A name shortens another if both begin with the same character and end alike (局; 办 for 办公室), and if what stands before
/// the ending skips characters of the longer name and keeps their order: 文体新广局 for 文化体育新闻出版广电局.
struct UnitAbbreviations {
  /// Endings of a short name beside those of the long one; the first pair that fits counts.
  private static let endings = [
    ("局", "局"), ("办", "办公室"), ("委", "委员会"), ("办", "办"), ("中心", "中心"), ("办公室", "办公室"), ("会", "会"),
  ]
  private static let longEndings = Set(endings.map(\.1))

  private struct Key: Hashable {
    var ending: String
    var first: Character
    var member: Character
  }

  /// Places of the names under each character that stands before their ending.
  private var places: [Key: [Int]] = [:]

  /// `names` are without place and level.
  init(of names: [String]) {
    for (place, name) in names.enumerated() {
      for ending in UnitAbbreviations.longEndings where name.hasSuffix(ending) {
        let stem = name.dropLast(ending.count)
        guard let first = stem.first else { continue }
        for member in Set(stem) { places[Key(ending: ending, first: first, member: member), default: []].append(place) }
      }
    }
  }

  /// Places, in order, of the names that `short` may shorten; ``shortens(_:_:)`` says whether it does.
  ///
  /// Only names that hold the character of `short` that fewest names hold are looked at.
  func places(perhapsShortenedBy short: String) -> [Int] {
    var found: Set<Int> = []
    for (ending, longEnding) in UnitAbbreviations.endings where short.hasSuffix(ending) {
      let stem = short.dropLast(ending.count)
      guard let first = stem.first else { continue }
      let holders = stem.map { places[Key(ending: longEnding, first: first, member: $0)] ?? [] }
      found.formUnion(holders.min { $0.count < $1.count } ?? [])
    }
    return found.sorted()
  }

  /// Whether one name shortens another; both without place and level.
  static func shortens(_ short: String, _ long: String) -> Bool {
    guard let (shortStem, longStem) = stems(short, long), shortStem.count >= 2, shortStem.first == longStem.first,
      shortStem.count < longStem.count, !longStem.contains(shortStem)
    else { return false }
    return shortStem.isSubsequence(of: longStem)
  }

  private static func stems(_ short: String, _ long: String) -> (String, String)? {
    for (one, two) in endings where short.hasSuffix(one) && long.hasSuffix(two) {
      return (String(short.dropLast(one.count)), String(long.dropLast(two.count)))
    }
    return nil
  }
}
