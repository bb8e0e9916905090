import LanmuPlan

/// Matches rows that one of the documents, having lost its merged cells, gives in other fields or under other labels.
///
/// Such a row stands where it stood, between the same neighbours, and says the same things, if in other places. What it says
/// is weighed by length, since a requirement tells rows apart and a unit hardly does.
struct MisreadRowMatcher {
  private let old: [PlanEntry]
  private let new: [PlanEntry]

  /// Rows that are looked at for one row.
  private static let candidates = 12
  /// Beyond this a text weighs no more.
  private static let longest = 16
  private static let score = 0.86

  /// `nil` if both documents have kept their merged cells.
  init?(old: Plan, new: Plan) {
    guard (old.tables + new.tables).contains(where: \.spansLost) else { return nil }
    self.old = old.entries
    self.new = new.entries
  }

  func match(_ state: inout MatchState) {
    let left = state.freeOld
    let right = state.freeNew
    guard !left.isEmpty, !right.isEmpty else { return }
    let oldGaps = state.oldGaps
    let newGaps = state.newGaps
    var byBefore: [Int: [Int]] = [:]
    var byAfter: [Int: [Int]] = [:]
    let answers = Dictionary(uniqueKeysWithValues: zip(right, sayings(of: right, in: new)))
    for place in right {
      byBefore[newGaps[place].before, default: []].append(place)
      byAfter[newGaps[place].after, default: []].append(place)
    }
    var likely: [(weight: Int, old: Int, new: Int)] = []
    for (place, said) in zip(left, sayings(of: left, in: old)) {
      let gap = oldGaps[place]
      let near =
        (byBefore[gap.before] ?? []).prefix(Self.candidates) + (byAfter[gap.after] ?? []).prefix(Self.candidates)
      for candidate in near {
        let weight = answers[candidate].map(said.common(with:)) ?? 0
        if weight > 0 { likely.append((weight, place, candidate)) }
      }
    }
    // Rows that say most in common first: a row that is gone may say much of what its neighbour does.
    likely.sort { ($1.weight, $0.old, $0.new) < ($0.weight, $1.old, $1.new) }
    for row in likely where state.isFree(old: row.old) && state.isFree(new: row.new) {
      state.match(row.old, row.new, score: Self.score)
    }
  }

  private func sayings(of places: [Int], in entries: [PlanEntry]) -> [RowSaying] {
    concurrentRuns(of: places.count, atLeast: 64) { run in places[run].map { RowSaying(entries[$0]) } }.flatMap { $0 }
  }

  /// What a row says, in whatever field.
  private struct RowSaying {
    /// The hashes of the texts with their weights, ascending.
    private var texts: [(hash: UInt64, weight: Int)] = []
    private var whole = 0
    /// Hashes of the texts that tell rows apart: the entry's own label and its requirement.
    private let telling: [UInt64]

    init(_ entry: PlanEntry) {
      telling = [entry.path.last ?? "", entry.requirement].filter { !$0.isEmpty }.map(ComparableText.hash)
      texts.reserveCapacity(entry.path.count + FieldChange.Field.allCases.count)
      for label in entry.path { append(label) }
      for field in FieldChange.Field.allCases where field != .starred { append(entry.text(of: field)) }
      texts.sort { ($0.hash, $0.weight) < ($1.hash, $1.weight) }
      // A text that stands in several fields counts once.
      var last: UInt64?
      texts.removeAll { text in
        defer { last = text.hash }
        return text.hash == last
      }
      whole = texts.reduce(0) { $0 + $1.weight }
    }

    private mutating func append(_ text: String) {
      guard !text.isEmpty else { return }
      texts.append((ComparableText.hash(text), min(text.unicodeScalars.count, MisreadRowMatcher.longest)))
    }

    /// The weight of what both rows say; 0 if it is not half of what one of them says, or tells neither of them apart.
    func common(with other: RowSaying) -> Int {
      var weight = 0
      var isTold = false
      var place = 0
      for (hash, own) in texts {
        while place < other.texts.count, other.texts[place].hash < hash { place += 1 }
        guard place < other.texts.count else { break }
        guard other.texts[place].hash == hash else { continue }
        weight += own
        isTold = isTold || telling.contains(hash)
      }
      return isTold && weight * 2 >= min(whole, other.whole) ? weight : 0
    }
  }
}
