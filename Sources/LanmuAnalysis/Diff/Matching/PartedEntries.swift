import LanmuPlan

/// Sets entries free that were matched for want of a better one, though what they demand came from another entry.
///
/// A part of an entry that was split looks like any entry that is gone; so does an entry that was merged into another. Their
/// clauses tell: they stood in an entry that goes on without them, or stand in one that had none of them.
struct PartedEntries {
  let old: [PlanEntry]
  let new: [PlanEntry]

  /// Pairs with a greater score are left alone, those with this one unless nothing but their demand is the same.
  private static let sureScore = 0.85

  func release(_ state: inout MatchState) {
    let weak = state.newOfOld.indices.filter { left in
      let right = state.newOfOld[left]
      guard right != MatchState.none, state.scores[left] <= Self.sureScore else { return false }
      return areStrangers(state.old[left], state.new[right])
        || (state.scores[left] < Self.sureScore && state.old[left].requirement != state.new[right].requirement)
    }
    guard !weak.isEmpty else { return }
    // Only entries whose demands changed can have lost or gained clauses.
    var before: [UInt64: [Int]] = [:]
    var after: [UInt64: [Int]] = [:]
    var oldClauses: [Int: ClauseSet] = [:]
    var newClauses: [Int: ClauseSet] = [:]
    let asked = Set(weak)
    let pairs = state.newOfOld.enumerated().filter { left, right in
      right != MatchState.none
        && (asked.contains(left) || state.old[left].requirement != state.new[right].requirement)
    }
    let clauses = concurrentRuns(of: pairs.count, atLeast: 32) { run in
      pairs[run].map { (ClauseSet(old[$0.offset]), ClauseSet(new[$0.element])) }
    }.flatMap { $0 }
    for ((left, right), (one, other)) in zip(pairs, clauses) {
      oldClauses[left] = one
      newClauses[right] = other
      for clause in one.subtracting(other).hashes { before[clause, default: []].append(left) }
      for clause in other.subtracting(one).hashes { after[clause, default: []].append(right) }
    }
    // The least likely pair goes first: what it seemed to lose or gain is no ground for setting another free.
    for left in weak.sorted(by: { (state.scores[$0], $0) < (state.scores[$1], $1) }) {
      let right = state.newOfOld[left]
      guard let own = oldClauses[left], let other = newClauses[right] else { continue }
      let shared = own.intersection(other).weight
      let label = state.old[left].labels.last ?? ""
      let newLabel = state.new[right].labels.last ?? ""
      let related = LabelRelation.isNamed(label, in: newLabel) || LabelRelation.isNamed(newLabel, in: label)
      let kin = areKin(state.old[left], state.new[right])
      let strangers = areStrangers(state.old[left], state.new[right])
      // What demands more than it did and has kept its units is not part of an entry that has others.
      let splitOff = isTaken(other, from: before, shared: shared) {
        $0 != left && (!kin || areKin(state.old[$0], state.new[right]))
      } isTold: {
        (!related && LabelRelation.isNamed(state.old[$0].labels.last ?? "", in: newLabel))
          || (strangers && areKin(state.old[$0], state.new[right]))
      }
      let mergedIn = isTaken(own, from: after, shared: shared) {
        $0 != right && (!kin || areKin(state.old[left], state.new[$0]))
      } isTold: {
        (!related && LabelRelation.isNamed(label, in: state.new[$0].labels.last ?? ""))
          || (strangers && areKin(state.old[left], state.new[$0]))
      }
      guard splitOff || mergedIn else { continue }
      for clause in own.subtracting(other).hashes { before[clause]?.removeAll { $0 == left } }
      for clause in other.subtracting(own).hashes { after[clause]?.removeAll { $0 == right } }
      state.release(left)
    }
  }

  /// Whether two entries have neither a label nor a unit in common.
  private func areStrangers(_ one: EntryFeatures, _ other: EntryFeatures) -> Bool {
    one.leaf != other.leaf && Set(one.unitNames).isDisjoint(with: other.unitNames)
  }

  /// Whether two entries stand in one branch and have the same units.
  private func areKin(_ one: EntryFeatures, _ other: EntryFeatures) -> Bool {
    one.parent == other.parent && one.unitNames == other.unitNames && !one.unitNames.isEmpty
  }

  /// Whether nearly all of the clauses are among those that one other entry lost, or gained, and few are the pair's own.
  ///
  /// Where two entries demanded the same, the clauses tell nothing; then `isTold` says whether labels or units do.
  private func isTaken(
    _ clauses: ClauseSet, from places: [UInt64: [Int]], shared: Int, where isAsked: (Int) -> Bool, isTold: (Int) -> Bool
  ) -> Bool {
    var votes: [Int: Int] = [:]
    for clause in clauses.hashes {
      guard let holders = places[clause], holders.count <= 16 else { continue }
      for holder in holders where isAsked(holder) { votes[holder, default: 0] += clauses.length(of: clause) }
    }
    let most = votes.values.max() ?? 0
    guard most * 5 >= clauses.weight * 3 else { return false }
    return shared * 2 < most || votes.contains { $0.value == most && isTold($0.key) }
  }
}
