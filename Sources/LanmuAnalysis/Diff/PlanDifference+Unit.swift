public import LanmuDiagnostics
public import LanmuPlan

extension PlanDifference {
  /// What changes for one unit: the entries that it answers for before or after, by itself or as a member of a group.
  ///
  /// The name may be any of the unit's names in either plan. The result is for showing; only the whole difference can be
  /// applied.
  /// - Throws: `diff.unit` (exit category data) if neither plan names such a unit.
  public func limited(to name: String, old: Plan, new: Plan) throws(LanmuError) -> PlanDifference {
    let names = try Self.names(of: name, renamed: units.renamed, plans: [old, new])
    func concerns(_ entry: PlanEntry) -> Bool {
      entry.assignments.contains { names.contains(ComparableText.hash($0.unit)) }
    }
    var limited = self
    limited.unit = name
    limited.added = added.filter { concerns($0.entry) }
    limited.removed = removed.filter { concerns($0.entry) }
    limited.changed = changed.filter { concerns($0.old) || concerns($0.new) }
    // Branches keep their places unless nothing of the unit's stands under them.
    var places: [Int: Int] = [:]
    limited.branches = []
    for (place, branch) in branches.enumerated() {
      let carried = limited.changed.filter { $0.branch == place }.count
      guard carried > 0 else { continue }
      places[place] = limited.branches.count
      var copy = branch
      copy.entries = carried
      limited.branches.append(copy)
    }
    for index in limited.changed.indices {
      limited.changed[index].branch = limited.changed[index].branch.flatMap { places[$0] }
    }
    func ours(_ unit: String) -> Bool { names.contains(ComparableText.hash(unit)) }
    limited.units.renamed = units.renamed.filter { ours($0.old) || ours($0.new) }
    limited.units.added = units.added.filter(ours)
    limited.units.removed = units.removed.filter(ours)
    limited.unshown = []
    limited.hidden = HiddenCounts()
    for change in changed + unshown where concerns(change.old) || concerns(change.new) {
      for field in change.hidden { limited.hidden.count(field.weight) }
      if change.hasOpenPath { limited.hidden.count(.reading) }
    }
    let own = limited.changed.filter(\.isCountedAlone).count
    let whole = limited.changed.filter { $0.part == .whole }.count
    let kept = Set(new.entries.filter(concerns).map(\.id))
    limited.reordered = reordered.filter { kept.contains($0) }
    limited.summary = Summary(
      added: limited.added.count, removed: limited.removed.count, changed: limited.changed.count,
      unchanged: max(0, new.entries.filter(concerns).count - limited.added.count - whole),
      changes: limited.added.count + limited.removed.count + own + limited.branches.count + limited.units.renamed.count
        + documentFields.count,
      reordered: limited.reordered.count)
    return limited
  }

  /// Every name of the unit, and the groups that it is a member of, as hashes.
  private static func names(
    of name: String, renamed: [UnitChanges.Renaming], plans: [Plan]
  ) throws(LanmuError) -> Set<UInt64> {
    var names: Set<UInt64> = [ComparableText.hash(name)]
    var known = false
    // Twice, since a renaming may lead to a name whose aliases were passed already.
    for _ in 0..<2 {
      for plan in plans {
        for unit in plan.units {
          let all = ([unit.name] + unit.aliases).map(ComparableText.hash)
          if !names.isDisjoint(with: all) {
            names.formUnion(all)
            known = true
          }
        }
        for entry in plan.entries where !known {
          known = entry.assignments.contains { names.contains(ComparableText.hash($0.unit)) }
        }
      }
      for renaming in renamed {
        let both = [ComparableText.hash(renaming.old), ComparableText.hash(renaming.new)]
        if !names.isDisjoint(with: both) { names.formUnion(both) }
      }
    }
    guard known else { throw unknown(name, plans) }
    for plan in plans {
      for group in plan.units
      where group.kind == .group && group.members.contains(where: { names.contains(ComparableText.hash($0)) }) {
        names.insert(ComparableText.hash(group.name))
      }
    }
    return names
  }

  private static func unknown(_ name: String, _ plans: [Plan]) -> LanmuError {
    let wanted = ShingleSet(name)
    var seen: Set<String> = []
    let near = plans.flatMap(\.units).map(\.name).filter { seen.insert($0).inserted }
      .map { ($0, ShingleSet($0).likeness(to: wanted)) }
      .filter { $0.1 > 0.2 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(3).map(\.0)
    let list = near.joined(separator: "、")
    return LanmuError(
      LanmuError.Code("diff.unit"), .data,
      message: Message(zh: "两个方案都没有单位“\(name)”", en: "Neither plan names a unit “\(name)”"),
      remedy: near.isEmpty
        ? Message(zh: "用 lanmu units 查看方案中的单位", en: "See the plan's units with lanmu units")
        : Message(zh: "相近的有：\(list)", en: "Near it are: \(list)"))
  }
}
