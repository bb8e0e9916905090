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
    for place in right {
      byBefore[newGaps[place].before, default: []].append(place)
      byAfter[newGaps[place].after, default: []].append(place)
    }
    for place in left {
      let gap = oldGaps[place]
      let near =
        (byBefore[gap.before] ?? []).prefix(Self.candidates) + (byAfter[gap.after] ?? []).prefix(Self.candidates)
      let said = values(of: old[place])
      var best: (place: Int, weight: Int)?
      for candidate in near where state.isFree(new: candidate) {
        let weight = common(said, of: old[place], with: new[candidate])
        if weight > best?.weight ?? 0 { best = (candidate, weight) }
      }
      if let best { state.match(place, best.place, score: Self.score) }
    }
  }

  /// The weight of what both rows say; 0 if it is not half of what one of them says, or tells neither of them apart.
  private func common(_ said: [UInt64: Int], of one: PlanEntry, with other: PlanEntry) -> Int {
    let answered = values(of: other)
    let shared = said.filter { answered[$0.key] != nil }
    let weight = shared.values.reduce(0, +)
    let least = min(said.values.reduce(0, +), answered.values.reduce(0, +))
    let telling = [one.path.last ?? "", one.requirement].filter { !$0.isEmpty }.map(ComparableText.hash)
    return weight * 2 >= least && telling.contains { shared[$0] != nil } ? weight : 0
  }

  /// Weights by the hashes of what a row says, in whatever field.
  private func values(of entry: PlanEntry) -> [UInt64: Int] {
    var values: [UInt64: Int] = [:]
    let texts = entry.path + FieldChange.Field.allCases.filter { $0 != .starred }.map { entry.text(of: $0) }
    for text in texts where !text.isEmpty {
      values[ComparableText.hash(text)] = min(text.unicodeScalars.count, Self.longest)
    }
    return values
  }
}
