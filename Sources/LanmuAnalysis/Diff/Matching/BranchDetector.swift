import LanmuPlan

/// Finds out which changed paths are changes of whole branches.
///
/// The part of two paths that differs, without the labels that they end in alike, names a pair of branches. A branch that
/// is gone and whose entries all went to one that is new was renamed; one that took its name along was moved; one whose
/// entries went to several new ones was split; several that went into one were merged. What is left changed by itself.
struct BranchDetector {
  /// What the path change of one entry is.
  struct Placement {
    var branch: Int?
    var carried: Bool
    var renamed: Bool
    var moved: Bool

    func apply(to change: inout EntryChange) {
      change.branch = branch
      change.carried = carried
      change.renamed = renamed
      change.moved = moved
    }
  }

  private struct Key: Hashable {
    var old: UInt64
    var new: UInt64
  }

  /// Entries whose paths differ in the same part.
  private struct Group {
    var oldLength: Int
    var newLength: Int
    var pairs: [IndexPair] = []
    var kind: BranchChange.Kind?
    var number: Int?
  }

  private(set) var changes: [BranchChange] = []
  /// By the place of the new entry, for entries whose path changed.
  private(set) var placements: [Int: Placement] = [:]

  private let state: MatchState
  private let pairs: [IndexPair]
  private let old: [PlanEntry]
  private let new: [PlanEntry]
  private var oldBranches: [UInt64: Int] = [:]
  private var newBranches: [UInt64: Int] = [:]
  private var groups: [Key: Group] = [:]
  private var order: [Key] = []

  init(state: MatchState, pairs: [IndexPair], old: [PlanEntry], new: [PlanEntry]) {
    self.state = state
    self.pairs = pairs
    self.old = old
    self.new = new
  }

  mutating func detect() {
    let changed = pairs.filter { differs($0) }
    guard !changed.isEmpty else { return }
    for entry in state.old { for prefix in entry.prefixes { oldBranches[prefix, default: 0] += 1 } }
    for entry in state.new { for prefix in entry.prefixes { newBranches[prefix, default: 0] += 1 } }
    for pair in changed { sort(pair) }
    extend()
    decide()
    place(changed)
  }

  /// Tables without levels are matched by their units; those have no path that could change.
  private func differs(_ pair: IndexPair) -> Bool {
    guard !old[pair.old].path.isEmpty || !new[pair.new].path.isEmpty else { return false }
    return state.old[pair.old].path != state.new[pair.new].path
  }

  // MARK: Grouping

  private mutating func sort(_ pair: IndexPair) {
    let (oldLength, newLength) = differingLengths(pair)
    add(pair, oldLength, newLength)
  }

  private mutating func add(_ pair: IndexPair, _ oldLength: Int, _ newLength: Int) {
    let key = key(pair, oldLength, newLength)
    if groups[key] == nil {
      groups[key] = Group(oldLength: oldLength, newLength: newLength)
      order.append(key)
    }
    groups[key]?.pairs.append(pair)
  }

  private func key(_ pair: IndexPair, _ oldLength: Int, _ newLength: Int) -> Key {
    Key(old: prefix(state.old[pair.old], oldLength), new: prefix(state.new[pair.new], newLength))
  }

  private func prefix(_ entry: EntryFeatures, _ length: Int) -> UInt64 { length > 0 ? entry.prefixes[length - 1] : 0 }

  /// How many labels are left of each path without those that both end in.
  private func differingLengths(_ pair: IndexPair) -> (Int, Int) {
    let one = state.old[pair.old].labels
    let other = state.new[pair.new].labels
    var oldLength = one.count
    var newLength = other.count
    // An entry with a new label of its own may still stand in a branch that changed.
    if oldLength > 1, newLength > 1, !same(one[oldLength - 1], other[newLength - 1]),
      state.old[pair.old].parent != state.new[pair.new].parent
    {
      oldLength -= 1
      newLength -= 1
    }
    while oldLength > 0, newLength > 0, same(one[oldLength - 1], other[newLength - 1]) {
      oldLength -= 1
      newLength -= 1
    }
    return (oldLength, newLength)
  }

  private func same(_ one: String, _ other: String) -> Bool {
    one == other || ComparableText.hash(one) == ComparableText.hash(other)
  }

  /// Takes whole sub-branches that moved out of groups whose own branch stays.
  private mutating func extend() {
    for key in order {
      guard let group = groups[key] else { continue }
      let gone = newBranches[key.old] == nil
      let fresh = oldBranches[key.new] == nil
      if gone && fresh { continue }
      var bySub: [Key: [IndexPair]] = [:]
      var subOrder: [Key] = []
      for pair in group.pairs {
        guard state.old[pair.old].labels.count > group.oldLength + 1,
          state.new[pair.new].labels.count > group.newLength + 1
        else { continue }
        let sub = self.key(pair, group.oldLength + 1, group.newLength + 1)
        guard newBranches[sub.old] == nil, oldBranches[sub.new] == nil else { continue }
        if bySub[sub] == nil { subOrder.append(sub) }
        bySub[sub, default: []].append(pair)
      }
      // Where the branch is gone and had several sub-branches, it went as a whole.
      if gone, subOrder.count != 1 || bySub.values.first?.count != group.pairs.count { continue }
      for sub in subOrder {
        guard let moved = bySub[sub] else { continue }
        groups[sub] = Group(
          oldLength: group.oldLength + 1, newLength: group.newLength + 1, pairs: moved, kind: .moved)
        order.append(sub)
        let taken = Set(moved)
        groups[key]?.pairs.removeAll { taken.contains($0) }
      }
    }
    order.removeAll { groups[$0]?.pairs.isEmpty ?? true }
  }

  // MARK: Deciding

  private mutating func decide() {
    var targets: [UInt64: [Key]] = [:]
    var sources: [UInt64: [Key]] = [:]
    for key in order where groups[key]?.kind == nil {
      targets[key.old, default: []].append(key)
      sources[key.new, default: []].append(key)
    }
    // Splits and merges take several groups each; the outermost branches come first.
    for key in order.sorted(by: isOutside) {
      guard let group = groups[key], group.number == nil else { continue }
      if group.kind == .moved {
        record([key], .moved)
        continue
      }
      let gone = newBranches[key.old] == nil && group.oldLength > 0
      let fresh = oldBranches[key.new] == nil && group.newLength > 0
      let siblings = (targets[key.old] ?? []).filter {
        isBranch($0) && oldBranches[$0.new] == nil && groups[$0]?.number == nil
      }
      let origins = (sources[key.new] ?? []).filter {
        isBranch($0) && newBranches[$0.old] == nil && groups[$0]?.number == nil
      }
      guard isBranch(key) else {
        // Rows that share one label which changed, or entries that changed by themselves.
        if gone, fresh, group.pairs.count > 1 { record([key], .renamed) }
        continue
      }
      if gone, fresh {
        if siblings.count > 1 {
          record(siblings, .split)
        } else if origins.count > 1 {
          record(origins, .merged)
        } else {
          record([key], isInPlace(group, group.pairs[0]) ? .renamed : .moved)
        }
      } else if fresh, group.pairs.count > 1 {
        record(siblings.isEmpty ? [key] : siblings, group.oldLength == 0 ? .moved : .split)
      } else if gone, group.pairs.count > 1 {
        record(origins.isEmpty ? [key] : origins, group.newLength == 0 ? .moved : .merged)
      }
    }
  }

  /// Whether the group's difference lies above the entries' own labels.
  private func isBranch(_ key: Key) -> Bool {
    guard let group = groups[key], let pair = group.pairs.first else { return false }
    return state.old[pair.old].labels.count > group.oldLength && state.new[pair.new].labels.count > group.newLength
  }

  private func isOutside(_ one: Key, _ other: Key) -> Bool {
    guard let first = groups[one], let second = groups[other] else { return false }
    if first.oldLength != second.oldLength { return first.oldLength < second.oldLength }
    let left = first.pairs.first?.new ?? 0
    let right = second.pairs.first?.new ?? 0
    return (left, one.old, one.new) < (right, other.old, other.new)
  }

  /// Whether only the branch's own label changed, under a branch that is the same or was renamed itself.
  private func isInPlace(_ group: Group, _ pair: IndexPair) -> Bool {
    guard group.oldLength == group.newLength else { return false }
    let above = key(pair, group.oldLength - 1, group.newLength - 1)
    return above.old == above.new || groups[above]?.kind == .renamed
  }

  private mutating func record(_ keys: [Key], _ kind: BranchChange.Kind) {
    var oldPaths: [[String]] = []
    var newPaths: [[String]] = []
    var entries = 0
    let largestFirst = keys.sorted { one, other in
      let first = groups[one]?.pairs.count ?? 0
      let second = groups[other]?.pairs.count ?? 0
      if first != second { return first > second }
      return (groups[one]?.pairs.first?.new ?? 0) < (groups[other]?.pairs.first?.new ?? 0)
    }
    for key in largestFirst {
      guard let group = groups[key], let pair = group.pairs.first else { continue }
      let before = Array(labels(old[pair.old], state.old[pair.old]).prefix(group.oldLength))
      let after = Array(labels(new[pair.new], state.new[pair.new]).prefix(group.newLength))
      if !oldPaths.contains(before) { oldPaths.append(before) }
      if !newPaths.contains(after) { newPaths.append(after) }
      entries += group.pairs.count
      groups[key]?.kind = kind
      groups[key]?.number = changes.count
      // What stays is one of the parts that a branch was split into, or merged from.
      if kind == .split, newBranches[key.old] != nil, !newPaths.contains(before) { newPaths.append(before) }
      if kind == .merged, oldBranches[key.new] != nil, !oldPaths.contains(after) { oldPaths.append(after) }
    }
    changes.append(BranchChange(kind, oldPaths: oldPaths, newPaths: newPaths, entries: entries))
  }

  private func labels(_ entry: PlanEntry, _ features: EntryFeatures) -> [String] {
    entry.path.isEmpty ? features.labels : entry.path
  }

  // MARK: Placing

  private mutating func place(_ changed: [IndexPair]) {
    for key in order {
      guard let group = groups[key] else { continue }
      for pair in group.pairs { placements[pair.new] = placement(pair, group) }
    }
  }

  private func placement(_ pair: IndexPair, _ group: Group) -> Placement {
    let one = state.old[pair.old]
    let other = state.new[pair.new]
    guard let number = group.number, let kind = group.kind else {
      return Placement(
        branch: nil, carried: false, renamed: one.leaf != other.leaf,
        moved: one.parent != other.parent || one.labels.count != other.labels.count)
    }
    let below = one.labels.dropFirst(group.oldLength)
    let after = other.labels.dropFirst(group.newLength)
    let carried = below.count == after.count && zip(below, after).allSatisfy { same($0, $1) }
    return Placement(
      branch: number, carried: carried, renamed: kind == .renamed || (!carried && one.leaf != other.leaf),
      moved: kind != .renamed || (!carried && below.count != after.count))
  }
}
