import LanmuPlan
import LanmuRecognition

/// Matches the entries of two plans without keys: what is equal first, then whole branches, then what is most alike.
///
/// Each step only looks at what the steps before it left. Steps before the last are linear in the number of entries; the
/// last scores a bounded number of candidates for each entry and solves small blocks exactly. Ties go to the earlier place.
struct EntryMatcher {
  var state: MatchState
  private let old: [PlanEntry]
  private let new: [PlanEntry]
  private let misread: MisreadRowMatcher?

  init(old: Plan, new: Plan) {
    self.old = old.entries
    self.new = new.entries
    misread = MisreadRowMatcher(old: old, new: new)
    state = MatchState(old: Self.features(of: old), new: Self.features(of: new))
  }

  private static func features(of plan: Plan) -> [EntryFeatures] {
    concurrentRuns(of: plan.entries.count, atLeast: 64) { run in
      plan.entries[run].map { entry in
        let kind = plan.tables.indices.contains(entry.table) ? plan.tables[entry.table].kind : .columns
        return EntryFeatures(entry, kind: kind.rawValue.utf8.count)
      }
    }.flatMap { $0 }
  }

  mutating func run() {
    state.matchIdentical()
    // The same place and the same demands: only units, times or remarks may differ.
    state.matchEqual(score: 0.98, unique: false) { EntryFeatures.key($0.path, $0.body, UInt64($0.table)) }
    state.matchEqual(score: 0.97) { $0.hasRequirement ? EntryFeatures.key($0.path, $0.requirement) : nil }
    let distinct = requirementCounts()
    // A place that stands once on each side is the same column, unless its content plainly went elsewhere.
    let free = freeRequirements()
    state.matchEqual(
      score: 0.95,
      where: { state, left, right in
        let one = state.old[left]
        let other = state.new[right]
        guard one.requirement != other.requirement, one.hasRequirement || other.hasRequirement else { return true }
        let leaves = one.hasRequirement && distinct[one.requirement] == 2 && free.new.contains(one.requirement)
        let comes = other.hasRequirement && distinct[other.requirement] == 2 && free.old.contains(other.requirement)
        return !(leaves || comes)
      },
      key: { $0.path })
    // Entries that moved whole, and those whose label alone changed.
    state.matchEqual(score: 0.92) { EntryFeatures.key($0.leaf, $0.body, $0.units) }
    state.matchEqual(score: 0.91) { $0.hasRequirement ? EntryFeatures.key($0.parent, $0.body, $0.units) : nil }
    state.matchEqual(score: 0.9) {
      $0.hasRequirement && distinct[$0.requirement] == 2 ? EntryFeatures.key($0.leaf, $0.requirement) : nil
    }
    state.matchEqual(score: 0.9) {
      $0.hasRequirement && distinct[$0.requirement] == 2 ? EntryFeatures.key($0.parent, $0.requirement) : nil
    }
    misread?.match(&state)
    CarriedEntries.match(&state)
    BranchMatcher.match(&state, withRequirements: true)
    BranchMatcher.match(&state, withRequirements: false)
    CarriedEntries.match(&state)
    state.matchEqual(score: 0.85) { $0.hasRequirement && distinct[$0.requirement] == 2 ? $0.requirement : nil }
    CandidateMatcher(old: old, new: new, counts: distinct).match(&state)
    PartedEntries(old: old, new: new).release(&state)
  }

  /// How often each requirement stands in both plans together: 2 for one that tells an entry apart.
  private func requirementCounts() -> [UInt64: Int] {
    var left: [UInt64: Int] = [:]
    var right: [UInt64: Int] = [:]
    for entry in state.old where entry.hasRequirement { left[entry.requirement, default: 0] += 1 }
    for entry in state.new where entry.hasRequirement { right[entry.requirement, default: 0] += 1 }
    return left.merging(right) { one, other in one == 1 && other == 1 ? 2 : one + other + 1 }
      .mapValues { $0 }
  }

  private func freeRequirements() -> (old: Set<UInt64>, new: Set<UInt64>) {
    (
      Set(state.freeOld.map { state.old[$0].requirement }), Set(state.freeNew.map { state.new[$0].requirement })
    )
  }
}
