/// What stands in a column, on the whole.
struct ColumnContent: Sendable {
  var count: Int
  var time: Double
  var units: Double
  /// Share of items that end as only bodies do.
  var bodies: Double
  var prose: Double
  var number: Double
  var length: Double
  var mode: Double
  /// Share of cells that are addresses, telephone numbers or the like.
  var contact: Double
  /// Share of cells too long, or with commas in them, to be labels.
  var phrases: Double
  /// Share of cells that are but a tick, a cross, a box, a yes or no, or a count (≥2, 4条).
  var marks: Double
  /// Share of cells that hold a list.
  var lists: Double
  /// Share of cells that could be names of persons.
  var people: Double
  /// Share of cells that say when content is supplied, and not when it is updated.
  var supplies: Double
  /// Whether its numbers, if there are any, go up from the beginning, as running numbers do, and scores and telephones do not.
  var isCounting: Bool
  /// Whether its numbers rise from 1 on, some rows perhaps missing: 1, 2, 5.
  var isRising: Bool

  init(_ evidence: [TextEvidence]) {
    count = evidence.count
    let total = Double(max(1, evidence.count))
    func share(_ value: (TextEvidence) -> Double) -> Double { evidence.reduce(0) { $0 + value($1) } / total }
    time = share { $0.time }
    units = share { $0.units }
    bodies = share { $0.bodies }
    prose = share { $0.isProse ? 1 : 0 }
    number = share { $0.isNumber ? 1 : 0 }
    length = share { Double($0.length) }
    mode = share { $0.isMode ? 1 : 0 }
    contact = share { $0.isContact ? 1 : 0 }
    phrases = share { $0.isProse || $0.length > 16 ? 1 : 0 }
    marks = share { $0.isMark ? 1 : 0 }
    lists = share { $0.items > 1 ? 1 : 0 }
    people = share { $0.isPerson ? 1 : 0 }
    supplies = share { $0.isSupply && $0.time > 0 ? 1 : 0 }
    let ordinals = evidence.compactMap(\.ordinal)
    let steps = zip(ordinals, ordinals.dropFirst())
    let up = steps.count { $1 > $0 || $1.isFirst }
    isRising = ordinals.count >= Self.shortestRun && ordinals[0] == Ordinal.one && steps.allSatisfy { $0 < $1 }
    let isMostlyUp = ordinals.first.map { $0.major <= 10 } ?? true && up * 4 >= max(0, ordinals.count - 1) * 3
    // 1, 1, 1, 2, 2, 3: the number of each branch, written again on each of its rows.
    let numbers = ordinals.indices.filter { $0 == 0 || ordinals[$0 - 1] != ordinals[$0] }.map { ordinals[$0] }
    let counts =
      numbers.count >= Self.shortestRun && numbers[0] == Ordinal.one
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    isCounting = isMostlyUp || counts
  }

  /// Fewer numbers may be scores or levels.
  private static let shortestRun = 3

  /// Whether its texts say more than names do: lists, or sentences.
  var saysMoreThanNames: Bool { prose > 0.35 || phrases > 0.25 || length > 14 || lists > 0.5 }

  /// Whether they are short names throughout, of which none says how often, how many or who.
  var areNames: Bool {
    count >= Self.shortestRun && length < Self.longestNames && prose == 0 && lists == 0 && time == 0
      && likeliest == .level
  }

  private static let longestNames = 7.0

  /// The meaning that fits best; `nil` for an empty column.
  var likeliest: FieldMeaning? {
    guard count > 0 else { return nil }
    if number > 0.8 { return isCounting ? .number : .other }
    // 文化局 and 史志办 begin as names of persons do.
    if contact > 0.6 || marks > 0.6 || people > 0.8 && bodies < 0.5 { return .other }
    if time > 0.6 { return .update }
    if units > 0.7 { return .responsible }
    if mode > 0.6, length <= 10 { return .mode }
    if saysMoreThanNames { return .requirement }
    return .level
  }
}
