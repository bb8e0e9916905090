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
    var released: [Int] = []
    for left in weak {
      let right = state.newOfOld[left]
      guard let own = oldClauses[left], let other = newClauses[right] else { continue }
      let shared = own.intersection(other).weight
      let splitOff = isTaken(other, from: before, except: left, shared: shared)
      let mergedIn = isTaken(own, from: after, except: right, shared: shared)
      if splitOff || mergedIn { released.append(left) }
    }
    for left in released { state.release(left) }
  }

  /// Whether nearly all of the clauses are among those that one other entry lost, or gained, and few are the pair's own.
  private func isTaken(
    _ clauses: ClauseSet, from places: [UInt64: [Int]], except own: Int, shared: Int
  ) -> Bool {
    var votes: [Int: Int] = [:]
    for clause in clauses.hashes {
      guard let holders = places[clause], holders.count <= 16 else { continue }
      for holder in holders where holder != own { votes[holder, default: 0] += clauses.length(of: clause) }
    }
    let most = votes.values.max() ?? 0
    return most * 5 >= clauses.weight * 3 && shared * 2 < most
  }
}
