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
    for (place, said) in zip(left, sayings(of: left, in: old)) {
      let gap = oldGaps[place]
      let near =
        (byBefore[gap.before] ?? []).prefix(Self.candidates) + (byAfter[gap.after] ?? []).prefix(Self.candidates)
      var best: (place: Int, weight: Int)?
      for candidate in near where state.isFree(new: candidate) {
        let weight = answers[candidate].map(said.common(with:)) ?? 0
        if weight > best?.weight ?? 0 { best = (candidate, weight) }
      }
      if let best { state.match(place, best.place, score: Self.score) }
    }
  }

  private func sayings(of places: [Int], in entries: [PlanEntry]) -> [RowSaying] {
    concurrentRuns(of: places.count, atLeast: 64) { run in places[run].map { RowSaying(entries[$0]) } }.flatMap(\.self)
  }

  /// What a row says, in whatever field.
  private struct RowSaying {
    /// Weights by the hashes of the texts.
    private var weights: [UInt64: Int] = [:]
    private var whole = 0
    /// Hashes of the texts that tell rows apart: the entry's own label and its requirement.
    private let telling: [UInt64]

    init(_ entry: PlanEntry) {
      telling = [entry.path.last ?? "", entry.requirement].filter { !$0.isEmpty }.map(ComparableText.hash)
      let texts = entry.path + FieldChange.Field.allCases.filter { $0 != .starred }.map { entry.text(of: $0) }
      for text in texts where !text.isEmpty {
        weights[ComparableText.hash(text)] = min(text.unicodeScalars.count, MisreadRowMatcher.longest)
      }
      whole = weights.values.reduce(0, +)
    }

    /// The weight of what both rows say; 0 if it is not half of what one of them says, or tells neither of them apart.
    func common(with other: RowSaying) -> Int {
      guard telling.contains(where: { other.weights[$0] != nil }) else { return 0 }
      let weight = weights.reduce(0) { $0 + (other.weights[$1.key] == nil ? 0 : $1.value) }
      return weight * 2 >= min(whole, other.whole) ? weight : 0
    }
  }
}
