import LanmuAnalysis
import LanmuPlan
import LanmuRecognition

/// Small plans for tests.
enum PlanSketch {
  static func entry(
    _ path: String, _ requirement: String = "", update: String = "", rules: [TimeRule.Kind] = [],
    units: [Assignment] = [], responsible: String? = nil, starred: Bool = false
  ) -> PlanEntry {
    let labels = path.split(separator: "/").map(String.init)
    return PlanEntry(
      id: path, path: labels, starred: starred, requirement: requirement,
      update: TimedText(text: update, rules: rules.map { TimeRule($0, text: update) }),
      responsible: responsible ?? units.map(\.unit).joined(separator: "、"), assignments: units)
  }

  static func unit(_ name: String, _ role: Assignment.Role = .responsible, scope: String = "") -> Assignment {
    Assignment(unit: name, role: role, scope: scope)
  }

  static func plan(_ entries: [PlanEntry], units: [PlanUnit]? = nil) -> Plan {
    var seen: Set<String> = []
    let names = entries.flatMap(\.assignments).map(\.unit).filter { seen.insert($0).inserted }
    return Plan(
      tables: [PlanTable(kind: .columns)], units: units ?? names.map { PlanUnit(name: $0) }, entries: entries)
  }
}
