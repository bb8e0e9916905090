import LanmuPlan

/// Finds the unit of the new plan that another name, a reform or a directory gives for one of the old plan.
struct SuccessorIndex {
  private let options: DifferenceOptions
  private var byName: [UInt64: NamedUnit] = [:]
  private var byCore: [String: [NamedUnit]] = [:]
  private var byBody: [String: [NamedUnit]] = [:]

  init(units: [NamedUnit], options: DifferenceOptions) {
    self.options = options
    for unit in units where !unit.isGroup {
      for name in [unit.hash] + unit.aliases where byName[name] == nil { byName[name] = unit }
      byCore[UnitName.core(unit.name), default: []].append(unit)
      if let body = options.directory.body(named: unit.name) { byBody[body.name, default: []].append(unit) }
    }
  }

  func successor(
    of unit: NamedUnit, evidence: SubstitutionEvidence
  ) -> (NamedUnit, UnitChanges.Renaming.Reason)? {
    guard !unit.isGroup else { return nil }
    for name in [unit.hash] + unit.aliases {
      if let found = byName[name] { return (found, .alias) }
    }
    var best: (unit: NamedUnit, count: Int)?
    for succession in options.successions.successions(of: unit.name) {
      for name in succession.successors {
        for heir in byCore[UnitName.core(name)] ?? [] where UnitName.levelsAgree(unit.name, heir.name) {
          let count = evidence.count(unit.hash, heir.hash)
          // A body that was split, or lost a part, went where its duties went.
          guard succession.kind == .rename || succession.kind == .merge || count > 0 else { continue }
          if count > best?.count ?? -1 { best = (heir, count) }
        }
      }
    }
    if let best { return (best.unit, .succession) }
    guard let body = options.directory.body(named: unit.name) else { return nil }
    return byBody[body.name]?.first { UnitName.levelsAgree(unit.name, $0.name) }.map { ($0, .alias) }
  }
}
