import LanmuPlan

/// Finds entries that were split into several or merged into one.
///
/// An entry without a counterpart is a part of another's if what it demands stood there before and no longer does, or
/// if both labels are parts of the old one and they demand the same, or if units that shared an entry have one each.
struct PartFinder {
  struct Finding {
    enum Kind { case split, merged }

    var kind: Kind
    /// The pair that the parts belong to.
    var main: IndexPair
    /// Places of new entries for a split, of old ones for a merge.
    var parts: [Int]
  }

  let old: [PlanEntry]
  let new: [PlanEntry]
  let state: MatchState

  func find() -> [Finding] {
    let splits = find(
      parts: state.freeNew, in: new, features: state.new, wholes: old, wholeFeatures: state.old, partner: state.newOfOld
    )
    let merges = find(
      parts: state.freeOld, in: old, features: state.old, wholes: new, wholeFeatures: state.new, partner: state.oldOfNew
    )
    let taken = Set(splits.keys.map { IndexPair($0, state.newOfOld[$0]) })
    return splits.keys.sorted().map {
      Finding(kind: .split, main: IndexPair($0, state.newOfOld[$0]), parts: splits[$0] ?? [])
    }
      + merges.keys.sorted().map {
        Finding(kind: .merged, main: IndexPair(state.oldOfNew[$0], $0), parts: merges[$0] ?? [])
      }.filter { !taken.contains($0.main) }
  }

  /// Parts by the place of the whole that they belong to; `partner` leads from a whole to its main part.
  private func find(
    parts: [Int], in side: [PlanEntry], features: [EntryFeatures], wholes: [PlanEntry], wholeFeatures: [EntryFeatures],
    partner: [Int]
  ) -> [Int: [Int]] {
    guard !parts.isEmpty else { return [:] }
    // Only an entry that itself became another can have lost a part.
    // In large plans a quarter of the shingles, the same on both sides, is enough to find the candidates.
    let mask: UInt64 = wholes.count > 3_000 ? 3 : 0
    var byShingle: [UInt64: [Int]] = [:]
    var byParent: [UInt64: [Int]] = [:]
    var sets: [Int: ShingleSet] = [:]
    var index = ShingleIndex()
    for place in wholes.indices where partner[place] != MatchState.none {
      let one = wholeFeatures[place]
      let other = features[partner[place]]
      guard one.path != other.path || one.body != other.body || one.units != other.units else { continue }
      let set = ShingleSet([wholes[place].requirement, wholes[place].target])
      sets[place] = set
      index.add(set)
      for shingle in set.values where shingle & mask == 0 { byShingle[shingle, default: []].append(place) }
      byParent[one.parent, default: []].append(place)
    }
    guard !sets.isEmpty else { return [:] }
    var found: [Int: [Int]] = [:]
    for part in parts {
      let set = ShingleSet([side[part].requirement, side[part].target])
      var votes: [Int: Int] = [:]
      let asked = set.values.filter { $0 & mask == 0 }
      for shingle in asked {
        guard let places = byShingle[shingle], places.count <= 64 else { continue }
        for place in places { votes[place, default: 0] += 1 }
      }
      var candidates = votes.filter { $0.value * 2 >= asked.count }.keys.sorted {
        (votes[$1] ?? 0, $0) < (votes[$0] ?? 0, $1)
      }.prefix(8).map { $0 }
      if let siblings = byParent[features[part].parent], siblings.count <= 64 { candidates += siblings }
      func fits(_ place: Int) -> Bool {
        guard let wholeSet = sets[place] else { return false }
        let main = partner[place]
        if hasClauses(side[part], of: wholes[place], beside: side[main]) { return true }
        let mainSet = ShingleSet([side[main].requirement, side[main].target])
        return isPart(
          features[part], set, of: wholeFeatures[place], wholeSet, beside: features[main], mainSet, index)
      }
      // Where several entries demanded the same, the labels say which of them it was.
      let named = candidates.filter { areNamed(features[part], wholeFeatures[$0]) }
      if let whole = named.first(where: fits) ?? candidates.first(where: fits) {
        found[whole, default: []].append(part)
      }
    }
    for (whole, parts) in found where parts.count > 1 {
      let exact = parts.filter { hasClauses(side[$0], of: wholes[whole], beside: side[partner[whole]]) }
      let told =
        exact.isEmpty || exact.count == parts.count
        ? parts : withoutTold(parts, exact, in: side, beside: side[partner[whole]], index)
      found[whole] = withoutDoubles(told, features, of: wholeFeatures[whole])
    }
    return found
  }

  /// Leaves out parts that only resemble what the whole demands where the parts whose very clauses it has say all of it.
  private func withoutTold(
    _ parts: [Int], _ exact: [Int], in side: [PlanEntry], beside main: PlanEntry, _ index: ShingleIndex
  ) -> [Int] {
    let told = ShingleSet(([main] + exact.map { side[$0] }).flatMap { [$0.requirement, $0.target] })
    return parts.filter { part in
      let own = ShingleSet([side[part].requirement, side[part].target])
      return exact.contains(part) || index.containment(of: own, in: told) < 0.6
    }
  }

  private func areNamed(_ part: EntryFeatures, _ whole: EntryFeatures) -> Bool {
    guard let one = part.labels.last, let other = whole.labels.last else { return false }
    return LabelRelation.isNamed(one, in: other) || LabelRelation.isNamed(other, in: one)
  }

  /// Leaves of parts that demand the same the one that the whole names or stands beside: a clause has one origin.
  ///
  /// Where the whole demands just that itself, its parts differ in their units or labels, and all of them stay.
  private func withoutDoubles(_ parts: [Int], _ features: [EntryFeatures], of whole: EntryFeatures) -> [Int] {
    func rank(_ part: Int) -> Int {
      (areNamed(features[part], whole) ? 2 : 0) + (features[part].parent == whole.parent ? 1 : 0)
    }
    var best: [UInt64: Int] = [:]
    for part in parts where features[part].requirement != whole.requirement {
      let requirement = features[part].requirement
      if let other = best[requirement], rank(other) >= rank(part) { continue }
      best[requirement] = part
    }
    return parts.filter { best[features[$0].requirement] == $0 || features[$0].requirement == whole.requirement }
  }

  /// Whether the part has clauses that the whole had and its main part no longer has, and little else.
  private func hasClauses(_ part: PlanEntry, of whole: PlanEntry, beside main: PlanEntry) -> Bool {
    let own = ClauseSet(part)
    guard !own.isEmpty else { return false }
    let before = ClauseSet(whole)
    let kept = ClauseSet(main)
    let taken = own.intersection(before)
    let lost = before.subtracting(kept)
    return taken.weight * 5 >= own.weight * 4 && taken.intersection(lost).weight * 5 >= own.weight * 3
      && lost.subtracting(own).weight * 4 <= before.weight
  }

  private func isPart(
    _ part: EntryFeatures, _ partSet: ShingleSet, of whole: EntryFeatures, _ wholeSet: ShingleSet,
    beside main: EntryFeatures, _ mainSet: ShingleSet, _ index: ShingleIndex
  ) -> Bool {
    let near = part.parent == main.parent || part.parent == whole.parent
    if part.hasRequirement, whole.requirement != main.requirement, partSet.values.count >= 3 {
      let inWhole = index.containment(of: partSet, in: wholeSet)
      let inMain = index.containment(of: partSet, in: mainSet)
      let bothSet = mainSet.union(partSet)
      return inWhole >= 0.8 && inMain <= 0.5 && index.containment(of: wholeSet, in: bothSet) >= 0.75
    }
    guard near, part.requirement == whole.requirement, main.requirement == whole.requirement else { return false }
    if part.path == whole.path {
      return part.unitNames.allSatisfy { whole.unitNames.contains($0) } && main.unitNames != whole.unitNames
        && !part.unitNames.isEmpty
    }
    guard main.leaf != whole.leaf, let wholeLabel = whole.labels.last, let partLabel = part.labels.last,
      let mainLabel = main.labels.last
    else { return false }
    let label = Set(ComparableText.typography(wholeLabel))
    let one = Set(ComparableText.typography(partLabel))
    let other = Set(ComparableText.typography(mainLabel))
    guard label.count >= 2 else { return false }
    // 通知公告 into 通知 and 公告, or 公示 into 公示（一） and 公示（二）.
    let pieces = one.isSubset(of: label) && other.isSubset(of: label) && one.union(other).count * 4 >= label.count * 3
    return pieces || (label.isSubset(of: one) && label.isSubset(of: other))
  }
}
