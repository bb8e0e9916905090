import LanmuPlan

/// Which names of the old and the new plan mean the same body, and why.
///
/// Names are one body's if a plan lists one as the other's alias, if the caller knows them as one (a directory of
/// successions), or if the plans themselves show it: a unit that vanished whose duties all went to a unit that is new. A
/// unit that goes on elsewhere, or whose duties went to a unit that had been there, handed over: that is no renaming.
struct UnitCorrespondence {
  private(set) var renamed: [UnitChanges.Renaming] = []
  private(set) var added: [String] = []
  private(set) var removed: [String] = []
  private var sets: NameSets
  /// Replaces the names of renamed units in texts.
  private(set) var names = RenamedUnitNames()

  init(old: Plan, new: Plan, state: MatchState, options: DifferenceOptions) {
    sets = NameSets()
    let oldUnits = Self.units(of: old)
    let newUnits = Self.units(of: new)
    let oldNames = Set(oldUnits.map { ComparableText.hash($0.name) })
    let newNames = Set(newUnits.map { ComparableText.hash($0.name) })
    var oldGroups = NameSets()
    var newGroups = NameSets()
    for unit in oldUnits {
      for alias in unit.aliases where unit.kind != .group { oldGroups.join(unit.name, alias) }
    }
    for unit in newUnits {
      for alias in unit.aliases where unit.kind != .group { newGroups.join(unit.name, alias) }
    }
    let evidence = SubstitutionEvidence(old: old, new: new, state: state)
    let vanished = oldUnits.filter { !newNames.contains(ComparableText.hash($0.name)) }
    let appeared = newUnits.filter { !oldNames.contains(ComparableText.hash($0.name)) }
    var taken: Set<UInt64> = []
    func rename(_ old: PlanUnit, _ new: PlanUnit, _ reason: UnitChanges.Renaming.Reason) {
      renamed.append(
        UnitChanges.Renaming(
          old: old.name, new: new.name, reason: reason, entries: evidence.count(old.name, new.name)))
      sets.join(old.name, new.name)
      taken.insert(ComparableText.hash(old.name))
    }
    // The plans' own aliases.
    for unit in vanished {
      let names = Set(([unit.name] + unit.aliases).map(ComparableText.hash))
      let found = newUnits.first { candidate in
        candidate.kind != .group
          && !names.isDisjoint(with: ([candidate.name] + candidate.aliases).map(ComparableText.hash))
      }
      if unit.kind != .group, let found { rename(unit, found, .alias) }
    }
    // What is known of reforms and of names: a body may go into one that had been there before.
    for unit in vanished where unit.kind != .group && !taken.contains(ComparableText.hash(unit.name)) {
      let heirs = newUnits.compactMap { heir in
        options.successions.relation(between: unit.name, and: heir.name).map { (unit: heir, kind: $0.kind) }
      }.filter { $0.kind == .rename || $0.kind == .merge || evidence.count(unit.name, $0.unit.name) > 0 }
      if let heir = heirs.max(by: { evidence.count(unit.name, $0.unit.name) < evidence.count(unit.name, $1.unit.name) })
      {
        rename(unit, heir.unit, .succession)
        continue
      }
      guard let body = options.directory.body(named: unit.name) else { continue }
      let other = newUnits.first {
        $0.name != unit.name && options.directory.body(named: $0.name) == body
          && UnitName.levelsAgree(unit.name, $0.name)
      }
      if let other { rename(unit, other, .alias) }
    }
    // What the plans show.
    var receivers: Set<UInt64> = Set(renamed.map { ComparableText.hash($0.new) })
    for unit in vanished where !taken.contains(ComparableText.hash(unit.name)) {
      let name = ComparableText.hash(unit.name)
      let heirs = appeared.filter { !receivers.contains(ComparableText.hash($0.name)) }
        .map { (unit: $0, count: evidence.count(unit.name, $0.name)) }
        .filter { $0.count > 0 }
      guard let best = heirs.max(by: { $0.count < $1.count }) else { continue }
      let similar = RenamedUnitNames.areForms(unit.name, best.unit.name)
      let all = evidence.departures(of: name)
      let alone = evidence.arrivals(of: ComparableText.hash(best.unit.name))
      let consistent = best.count * 5 >= all * 4 && best.count * 5 >= alone * 4
      guard consistent, best.count >= 2 || similar else { continue }
      rename(unit, best.unit, similar ? .alias : .succession)
      receivers.insert(ComparableText.hash(best.unit.name))
    }
    let oldOrder = Dictionary(oldUnits.enumerated().map { (ComparableText.hash($1.name), $0) }) { first, _ in first }
    renamed.sort { oldOrder[ComparableText.hash($0.old)] ?? 0 < oldOrder[ComparableText.hash($1.old)] ?? 0 }
    let renamedNew = Set(renamed.map { ComparableText.hash($0.new) })
    removed = vanished.filter { !taken.contains(ComparableText.hash($0.name)) }.map(\.name)
    added = appeared.filter { !renamedNew.contains(ComparableText.hash($0.name)) }.map(\.name)
    // Other names of one body within a plan are the same body at an entry too.
    sets.join(groups: oldGroups)
    sets.join(groups: newGroups)
    names = RenamedUnitNames(renamed: renamed)
  }

  /// The body that a name means, as a hash; equal for all names of one body.
  mutating func body(_ name: String) -> UInt64 { sets.find(ComparableText.hash(name)) }

  /// The units of a plan; where it lists none, those that its assignments name.
  private static func units(of plan: Plan) -> [PlanUnit] {
    var seen = Set(plan.units.flatMap { [$0.name] + $0.aliases }.map(ComparableText.hash))
    var units = plan.units
    for entry in plan.entries {
      for assignment in entry.assignments where seen.insert(ComparableText.hash(assignment.unit)).inserted {
        units.append(PlanUnit(name: assignment.unit))
      }
    }
    return units
  }
}

/// Sets of names that mean one body, by hash.
struct NameSets {
  private var parents: [UInt64: UInt64] = [:]

  mutating func find(_ name: UInt64) -> UInt64 {
    var root = name
    while let parent = parents[root] { root = parent }
    if root != name { parents[name] = root }
    return root
  }

  mutating func join(_ one: String, _ other: String) { join(ComparableText.hash(one), ComparableText.hash(other)) }

  mutating func join(_ one: UInt64, _ other: UInt64) {
    let first = find(one)
    let second = find(other)
    if first != second { parents[max(first, second)] = min(first, second) }
  }

  mutating func join(groups: NameSets) {
    for (name, parent) in groups.parents { join(name, parent) }
  }
}

/// How often one unit stands in a new entry where another stood in the old one.
struct SubstitutionEvidence {
  private struct Pair: Hashable {
    var old: UInt64
    var new: UInt64
  }

  private var counts: [Pair: Int] = [:]
  private var gone: [UInt64: Int] = [:]
  private var come: [UInt64: Int] = [:]

  init(old: Plan, new: Plan, state: MatchState) {
    for (left, right) in state.newOfOld.enumerated() where right != MatchState.none {
      let before = state.old[left].unitNames
      let after = state.new[right].unitNames
      guard before != after else { continue }
      let lost = before.filter { !after.contains($0) }
      let gained = after.filter { !before.contains($0) }
      for name in lost { gone[name, default: 0] += 1 }
      for name in gained { come[name, default: 0] += 1 }
      guard lost.count == gained.count else {
        // Which of several took the place is not said; where only one is gained or lost it may still be told.
        if lost.count == 1 || gained.count == 1 {
          for one in lost {
            for other in gained where before.firstIndex(of: one) == after.firstIndex(of: other) {
              counts[Pair(old: one, new: other), default: 0] += 1
            }
          }
        }
        continue
      }
      for (one, other) in zip(lost, gained) { counts[Pair(old: one, new: other), default: 0] += 1 }
    }
  }

  func count(_ old: String, _ new: String) -> Int {
    counts[Pair(old: ComparableText.hash(old), new: ComparableText.hash(new))] ?? 0
  }

  /// In how many matched entries a unit stood that it no longer does.
  func departures(of name: UInt64) -> Int { gone[name] ?? 0 }

  func arrivals(of name: UInt64) -> Int { come[name] ?? 0 }
}
