/// How often one unit stands in a new entry where another stood in the old one; units by the hashes of their names.
struct SubstitutionEvidence {
  /// Where the one stands in the other's place in the list.
  private var counts: [UInt64: [UInt64: Int]] = [:]
  /// Where the one goes and the other comes, in whatever place.
  private var together: [UInt64: [UInt64: Int]] = [:]
  private var gone: [UInt64: Int] = [:]
  private var come: [UInt64: Int] = [:]

  init(state: MatchState) {
    for (left, right) in state.newOfOld.enumerated() where right != MatchState.none {
      let before = state.old[left].unitNames
      let after = state.new[right].unitNames
      guard before != after else { continue }
      let lost = before.filter { !after.contains($0) }
      let gained = after.filter { !before.contains($0) }
      for name in lost { gone[name, default: 0] += 1 }
      for name in gained { come[name, default: 0] += 1 }
      for one in lost {
        for other in gained { together[one, default: [:]][other, default: 0] += 1 }
      }
      if lost.count == gained.count {
        for (one, other) in zip(lost, gained) { counts[one, default: [:]][other, default: 0] += 1 }
      } else if lost.count == 1 || gained.count == 1 {
        // Which of several took the place is told by its place in the list.
        for one in lost {
          for other in gained where before.firstIndex(of: one) == after.firstIndex(of: other) {
            counts[one, default: [:]][other, default: 0] += 1
          }
        }
      }
    }
  }

  func count(_ old: UInt64, _ new: UInt64) -> Int { counts[old]?[new] ?? 0 }

  /// Units that came where a unit went, the most frequent first, and among those the one that took its place most often.
  func heirs(of old: UInt64) -> [(name: UInt64, count: Int)] {
    let heirs = (together[old] ?? [:]).map { (name: $0.key, count: $0.value, places: count(old, $0.key)) }
    return heirs.sorted { ($1.count, $1.places, $0.name) < ($0.count, $0.places, $1.name) }.map { ($0.name, $0.count) }
  }

  /// For units that no new entry names the one that came for them most often, if no old entry names it.
  func likelyHeirs(_ state: MatchState) -> [UInt64: UInt64] {
    let before = Set(state.old.lazy.flatMap(\.unitNames))
    let after = Set(state.new.lazy.flatMap(\.unitNames))
    var heirs: [UInt64: UInt64] = [:]
    for name in before.subtracting(after) {
      guard let heir = self.heirs(of: name).first, !before.contains(heir.name),
        heir.count * 2 > departures(of: name), heir.count * 2 > arrivals(of: heir.name)
      else { continue }
      heirs[name] = heir.name
    }
    return heirs
  }

  /// In how many matched entries a unit stood that it no longer does.
  func departures(of name: UInt64) -> Int { gone[name] ?? 0 }

  func arrivals(of name: UInt64) -> Int { come[name] ?? 0 }
}
