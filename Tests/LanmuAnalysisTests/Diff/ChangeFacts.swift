import LanmuAnalysis
import LanmuPlan

/// What a difference reports, as facts that can be counted against those of a mutator.
enum ChangeFacts {
  static func facts(of difference: PlanDifference) -> Set<String> {
    var facts: Set<String> = []
    for placed in difference.added { facts.insert("added " + placed.entry.id.dropFirst()) }
    for placed in difference.removed { facts.insert("removed " + placed.entry.id) }
    var splitWholes: Set<Int> = []
    for change in difference.changed where change.part != .whole { splitWholes.insert(change.branch ?? -1) }
    for change in difference.changed {
      let id = change.old.id
      // The parts of a split entry stand for one fact.
      if let branch = change.branch, splitWholes.contains(branch) { continue }
      if !change.carried {
        if change.renamed { facts.insert("renamed \(id)") }
        if change.moved { facts.insert("moved \(id)") }
      }
      for field in change.fields where field.field != .responsible && field.field != .lead {
        facts.insert("\(field.field.rawValue) \(id)")
      }
      guard let duties = change.assignments else { continue }
      for duty in duties.added { facts.insert("gains \(id) \(duty.unit)") }
      for duty in duties.removed {
        // The mutator renames units first: what an entry loses has its new name by then.
        let renamed = difference.units.renamed.first { $0.old == duty.unit }
        facts.insert("loses \(id) \(renamed?.new ?? duty.unit)")
      }
      for role in duties.roleChanged { facts.insert("role \(id) \(role.unit)") }
    }
    for (place, branch) in difference.branches.enumerated() {
      if splitWholes.contains(place) {
        facts.insert("branch \(branch.kind.rawValue) \(branch.oldPath.dropLast() + ["*"])")
      } else {
        facts.insert("branch \(branch.kind.rawValue) \(branch.oldPath)")
      }
    }
    for unit in difference.units.renamed { facts.insert("unit \(unit.old) → \(unit.new)") }
    return facts
  }
}
