import LanmuPlan

/// Sets entries free that were matched for want of a better one, though what they demand came from another entry.
///
/// A part of an entry that was split looks like any entry that is gone; so does an entry that was merged into another. Their
/// clauses tell: they stood in an entry that goes on without them, or stand in one that had none of them.
struct PartedEntries {
  let old: [PlanEntry]
  let new: [PlanEntry]

  /// Pairs with this score or more are left alone.
  private static let sureScore = 0.85

  func release(_ state: inout MatchState) {
    let weak = state.newOfOld.indices.filter { left in
      let right = state.newOfOld[left]
      return right != MatchState.none && state.scores[left] < Self.sureScore
        && state.old[left].requirement != state.new[right].requirement
    }
    guard !weak.isEmpty else { return }
    // Only entries whose demands changed can have lost or gained clauses.
    var before: [UInt64: [Int]] = [:]
    var after: [UInt64: [Int]] = [:]
    var oldClauses: [Int: ClauseSet] = [:]
    var newClauses: [Int: ClauseSet] = [:]
    for (left, right) in state.newOfOld.enumerated()
    where right != MatchState.none && state.old[left].requirement != state.new[right].requirement {
      let one = ClauseSet(old[left])
      let other = ClauseSet(new[right])
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
      let splitOff = isTaken(other, from: before, except: left, shared: shared) {
        !related && LabelRelation.isNamed(state.old[$0].labels.last ?? "", in: newLabel)
      }
      let mergedIn = isTaken(own, from: after, except: right, shared: shared) {
        !related && LabelRelation.isNamed(label, in: state.new[$0].labels.last ?? "")
      }
      guard splitOff || mergedIn else { continue }
      for clause in own.subtracting(other).hashes { before[clause]?.removeAll { $0 == left } }
      for clause in other.subtracting(own).hashes { after[clause]?.removeAll { $0 == right } }
      state.release(left)
    }
  }

  /// Whether nearly all of the clauses are among those that one other entry lost, or gained, and few are the pair's own.
  ///
  /// Where two entries demanded the same, the clauses tell nothing; then `isNamed` says whether the labels tell.
  private func isTaken(
    _ clauses: ClauseSet, from places: [UInt64: [Int]], except own: Int, shared: Int, isNamed: (Int) -> Bool
  ) -> Bool {
    var votes: [Int: Int] = [:]
    for clause in clauses.hashes {
      guard let holders = places[clause], holders.count <= 16 else { continue }
      for holder in holders where holder != own { votes[holder, default: 0] += clauses.length(of: clause) }
    }
    let most = votes.values.max() ?? 0
    guard most * 5 >= clauses.weight * 3 else { return false }
    return shared * 2 < most || votes.contains { $0.value == most && isNamed($0.key) }
  }
}
