package import LanmuDiagnostics
package import LanmuPlan

extension CensusMapping {
  /// What the mapping file names and the plan does not have: a slip there would leave items out.
  package func misdirections(in plan: Plan) -> [Message] {
    let index = EntryIndex(ColumnReckoning.columnEntries(of: plan).map { ($0.id, $0.path) })
    let lost = columns.filter { !$0.value.isEmpty && index.entries(named: $0.value).isEmpty }
    let known = Set(plan.units.flatMap { [$0.name] + $0.members })
    let strange = units.filter { !known.contains($0.value) }
    return lost.sorted { $0.key < $1.key }.map { name, target in
      Message(
        zh: "对照表把“\(name)”对应到方案中没有的栏目“\(target)”，未作对应",
        en: "The mapping file leads “\(name)” to the column “\(target)”, which the plan does not have")
    }
      + strange.sorted { $0.key < $1.key }.map { name, unit in
        Message(
          zh: "对照表把“\(name)”对应到方案中没有的单位“\(unit)”",
          en: "The mapping file takes “\(name)” for the unit “\(unit)”, which the plan does not have")
      }
  }
}
