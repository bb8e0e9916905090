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
    let oldUnits = NamedUnit.units(of: old)
    let newUnits = NamedUnit.units(of: new)
    let oldNames = Set(oldUnits.map(\.hash))
    let newNames = Set(newUnits.map(\.hash))
    let vanished = oldUnits.filter { !newNames.contains($0.hash) }
    let appeared = newUnits.filter { !oldNames.contains($0.hash) }
    let evidence = SubstitutionEvidence(state: state)
    var taken: Set<UInt64> = []
    var receivers: Set<UInt64> = []
    let directory = SuccessorIndex(units: newUnits, options: options)
    for unit in vanished {
      guard let (heir, reason) = directory.successor(of: unit, evidence: evidence) else { continue }
      rename(unit, heir, reason, evidence)
      taken.insert(unit.hash)
      receivers.insert(heir.hash)
    }
    // What the plans show: all that a unit did is now another's, and the other does nothing else that it did before.
    let fresh = Dictionary(appeared.map { ($0.hash, $0) }) { first, _ in first }
    for unit in vanished where !taken.contains(unit.hash) {
      let heirs = evidence.heirs(of: unit.hash)
      guard let best = heirs.first(where: { fresh[$0.name] != nil && !receivers.contains($0.name) }),
        let heir = fresh[best.name]
      else { continue }
      // Groups are no bodies that could hand anything over.
      let similar = RenamedUnitNames.areForms(unit.name, heir.name) || (unit.isGroup && heir.isGroup)
      // A body that goes on under a new name may well be given more to do.
      let consistent =
        best.count * 3 >= evidence.departures(of: unit.hash) * 2
        && best.count * 5 >= evidence.arrivals(of: heir.hash) * (best.count < 3 ? 4 : 3)
      guard consistent, best.count >= 2 || similar || RenamedUnitNames.areRelated(unit.name, heir.name) else {
        continue
      }
      rename(unit, heir, similar ? .alias : .succession, evidence, entries: best.count)
      taken.insert(unit.hash)
      receivers.insert(heir.hash)
    }
    let order = Dictionary(oldUnits.enumerated().map { ($1.hash, $0) }) { first, _ in first }
    let places = Dictionary(renamed.map { ($0.old, order[ComparableText.hash($0.old)] ?? 0) }) { first, _ in first }
    renamed.sort { places[$0.old] ?? 0 < places[$1.old] ?? 0 }
    removed = vanished.filter { !taken.contains($0.hash) }.map(\.name)
    added = appeared.filter { !receivers.contains($0.hash) }.map(\.name)
    // Other names of one body within a plan are the same body at an entry too.
    for unit in oldUnits + newUnits {
      for alias in unit.aliases { sets.join(unit.hash, alias) }
    }
    names = RenamedUnitNames(renamed: renamed)
  }

  private mutating func rename(
    _ old: NamedUnit, _ new: NamedUnit, _ reason: UnitChanges.Renaming.Reason, _ evidence: SubstitutionEvidence,
    entries: Int? = nil
  ) {
    renamed.append(
      UnitChanges.Renaming(
        old: old.name, new: new.name, reason: reason, entries: entries ?? evidence.count(old.hash, new.hash)))
    sets.join(old.hash, new.hash)
  }

  /// The body that a name means, as a hash; equal for all names of one body.
  mutating func body(_ name: String) -> UInt64 { sets.find(ComparableText.hash(name)) }
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

  mutating func join(_ one: UInt64, _ other: UInt64) {
    let first = find(one)
    let second = find(other)
    if first != second { parents[max(first, second)] = min(first, second) }
  }
}
