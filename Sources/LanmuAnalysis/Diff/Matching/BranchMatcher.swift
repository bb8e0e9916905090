/// Finds branches that were renamed, moved, split or merged, by what stands under them, and matches their entries.
///
/// A branch is known by the entries below it: their labels from the branch downwards and their requirements. Pairs of
/// branches that share most are taken first, outer ones before inner ones; their entries are then matched in place.
struct BranchMatcher {
  private struct PairKey: Hashable {
    var old: UInt64
    var new: UInt64
  }

  private struct Candidate {
    var key: PairKey
    var weight: Int
    var depth: Int
    var rank: Int
    var ratio: Double
  }

  /// Entries that share a key with more branches than this tell none of them apart.
  private static let commonest = 24

  static func match(_ state: inout MatchState, withRequirements: Bool) {
    let left = state.freeOld
    let right = state.freeNew
    guard !left.isEmpty, !right.isEmpty else { return }
    let oldNodes = nodes(of: left, in: state.old)
    let newNodes = nodes(of: right, in: state.new)
    var index: [UInt64: [(node: UInt64, entry: Int)]] = [:]
    for entry in right {
      for (node, key) in keys(of: state.new[entry], withRequirements: withRequirements) {
        index[key, default: []].append((node, entry))
      }
    }
    var shared: [PairKey: Int] = [:]
    var firstSeen: [PairKey: (depth: Int, rank: Int)] = [:]
    for entry in left {
      for (depth, (node, key)) in keys(of: state.old[entry], withRequirements: withRequirements).enumerated() {
        guard let hits = index[key], hits.count <= commonest else { continue }
        for hit in hits where hit.node != node || withRequirements {
          let pair = PairKey(old: node, new: hit.node)
          shared[pair, default: 0] += 1
          if firstSeen[pair] == nil { firstSeen[pair] = (depth, firstSeen.count) }
        }
      }
    }
    let oldBranches = Set(state.old.flatMap { $0.prefixes.dropLast() })
    let newBranches = Set(state.new.flatMap { $0.prefixes.dropLast() })
    var candidates: [Candidate] = []
    for (pair, weight) in shared {
      guard let seen = firstSeen[pair], let old = oldNodes[pair.old], let new = newNodes[pair.new] else { continue }
      let smaller = min(old.count, new.count)
      let bounded = min(weight, smaller)
      let ratio = 2 * Double(bounded) / Double(old.count + new.count)
      // One entry is evidence enough only where its requirement is too and both branches are gone and new.
      let replaced = withRequirements && !newBranches.contains(pair.old) && !oldBranches.contains(pair.new)
      guard bounded * 2 >= smaller, bounded >= 2 || (ratio == 1 && replaced) else { continue }
      candidates.append(Candidate(key: pair, weight: bounded, depth: seen.depth, rank: seen.rank, ratio: ratio))
    }
    candidates.sort { one, other in
      if one.ratio != other.ratio { return one.ratio > other.ratio }
      if one.weight != other.weight { return one.weight > other.weight }
      if one.depth != other.depth { return one.depth < other.depth }
      return one.rank < other.rank
    }
    for candidate in candidates {
      guard let old = oldNodes[candidate.key.old], let new = newNodes[candidate.key.new] else { continue }
      pair(
        old.filter { state.isFree(old: $0) }, new.filter { state.isFree(new: $0) }, candidate.key, &state,
        withRequirements)
    }
  }

  /// Matches the entries of two branches by what stands below the branch, in order where it stands several times.
  private static func pair(
    _ left: [Int], _ right: [Int], _ pair: PairKey, _ state: inout MatchState, _ withRequirements: Bool
  ) {
    guard !left.isEmpty, !right.isEmpty else { return }
    var waiting: [UInt64: [Int]] = [:]
    for entry in right.reversed() {
      guard let key = key(of: state.new[entry], below: pair.new, withRequirements) else { continue }
      waiting[key, default: []].append(entry)
    }
    for entry in left {
      guard let key = key(of: state.old[entry], below: pair.old, withRequirements),
        let found = waiting[key]?.popLast()
      else { continue }
      state.match(entry, found, score: 0.9)
    }
  }

  private static func key(of entry: EntryFeatures, below node: UInt64, _ withRequirements: Bool) -> UInt64? {
    keys(of: entry, withRequirements: withRequirements).first { $0.node == node }?.key
  }

  private static func nodes(of entries: [Int], in features: [EntryFeatures]) -> [UInt64: [Int]] {
    var nodes: [UInt64: [Int]] = [:]
    for entry in entries {
      for prefix in features[entry].prefixes.dropLast() { nodes[prefix, default: []].append(entry) }
    }
    return nodes
  }

  /// For each branch above an entry: the branch, and what the entry is below it.
  private static func keys(of entry: EntryFeatures, withRequirements: Bool) -> [(node: UInt64, key: UInt64)] {
    guard entry.labels.count > 1 else { return [] }
    var keys: [(UInt64, UInt64)] = []
    var below = FoldedHash()
    if withRequirements { below.combine(entry.requirement) }
    for depth in stride(from: entry.labels.count - 1, through: 1, by: -1) {
      below.combine(entry.labelHashes[depth])
      keys.append((entry.prefixes[depth - 1], below.value))
    }
    return keys.reversed()
  }
}
