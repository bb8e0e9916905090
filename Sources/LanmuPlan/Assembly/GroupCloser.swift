import LanmuRecognition

/// Fills in the members of groups: from a user's directory, else from brackets behind the group's name, else from the document's
/// own table of units.
///
/// 各有关部门 and groups that a clause describes stay open.
struct GroupCloser {
  let directory: UnitDirectory

  func close(_ plan: inout Plan) {
    let roster = roster(of: plan)
    for index in plan.units.indices where plan.units[index].kind == .group {
      let name = plan.units[index].name.foldedKey
      let listed = directory.bodies.filter { $0.groups.contains { $0.foldedKey == name } }
        .map { unitName(of: $0, in: plan) }
      if !listed.isEmpty {
        plan.units[index].members = listed
      } else if let named = takeNamedMembers(of: plan.units[index].name, in: &plan) {
        plan.units[index].members = named
      } else if !UnitWords.isOpenGroup(name) {
        plan.units[index].members = members(of: name, in: roster)
      }
    }
  }

  /// The bodies that brackets behind a group's name list where it is first named: 各乡镇（东门镇、西门镇）. They say who the group
  /// is and limit it to nothing, unless other brackets stand behind it elsewhere.
  private func takeNamedMembers(of group: String, in plan: inout Plan) -> [String]? {
    let scopes = plan.entries.lazy.flatMap(\.assignments).filter { $0.unit == group }.map(\.scope)
    guard let scope = scopes.first, !scope.isEmpty, scopes.allSatisfy({ $0.isEmpty || $0 == scope }) else { return nil }
    let names = scope.split(whereSeparator: { "、，,".contains($0) }).map(String.init)
    guard names.count > 1, names.allSatisfy({ UnitWords.endsAsUnit($0.foldedKey) && !UnitWords.isGroup($0.foldedKey) })
    else { return nil }
    for entry in plan.entries.indices {
      for place in plan.entries[entry].assignments.indices where plan.entries[entry].assignments[place].unit == group {
        plan.entries[entry].assignments[place].scope = ""
      }
    }
    return names.map { name in
      let key = name.foldedKey
      return plan.units.first { ([$0.name] + $0.aliases).contains { $0.foldedKey == key } }?.name ?? name
    }
  }

  /// The plan's own name for a body of the directory; the directory's where the plan does not name it.
  private func unitName(of body: UnitDirectory.Body, in plan: Plan) -> String {
    let names = Set(([body.name] + body.aliases).map(\.foldedKey))
    let unit = plan.units.first { unit in
      unit.kind != .group && ([unit.name] + unit.aliases).contains { names.contains($0.foldedKey) }
    }
    return unit?.name ?? body.name
  }

  /// The units of the plan's units table, in its order.
  private func roster(of plan: Plan) -> [String] {
    var names: [String] = []
    for entry in plan.entries where plan.tables.indices.contains(entry.table) && plan.tables[entry.table].kind == .units
    {
      for assignment in entry.assignments where assignment.from == nil && !names.contains(assignment.unit) {
        if plan.units.contains(where: { $0.name == assignment.unit && $0.kind == .unit }) {
          names.append(assignment.unit)
        }
      }
    }
    return names
  }

  private func members(of group: String, in roster: [String]) -> [String] {
    let towns = roster.filter { name in ["镇", "乡", "街道", "街道办", "街道办事处"].contains { name.hasSuffix($0) } }
    let departments = roster.filter { !towns.contains($0) }
    if group.hasSuffix("街道") {
      return group.contains("镇") || group.contains("乡") ? towns : towns.filter { $0.contains("街道") }
    }
    if group.hasSuffix("镇") || group.hasSuffix("乡") || group.hasSuffix("镇街") {
      return towns.filter { !$0.contains("街道") || group.contains("街") }
    }
    if group.hasSuffix("部门") { return departments }
    if ["各单位", "各责任单位", "各政务单位", "各保障单位", "各成员单位"].contains(group) { return roster }
    return []
  }
}
