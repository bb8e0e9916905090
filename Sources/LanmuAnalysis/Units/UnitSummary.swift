import LanmuRecognition
public import LanmuPlan

/// A unit of a plan with the number of its duties.
public struct UnitSummary: Sendable, Hashable {
  public var unit: PlanUnit
  /// Entries in which the unit has a duty of its own, groups not resolved.
  public var columns: Int
  /// Entries by role; a unit may have two roles in one entry.
  public var duties: [Assignment.Role: Int]

  public init(unit: PlanUnit, columns: Int = 0, duties: [Assignment.Role: Int] = [:]) {
    self.unit = unit
    self.columns = columns
    self.duties = duties
  }

  /// The units of a plan in its order; duties in a units table do not count, since they list other columns.
  public static func summaries(of plan: Plan) -> [UnitSummary] {
    var summaries = plan.units.map { UnitSummary(unit: $0) }
    let places = Dictionary(
      plan.units.indices.map { (plan.units[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in plan.entries
    where !(plan.tables.indices.contains(entry.table) && plan.tables[entry.table].kind == .units) {
      var seen: Set<String> = []
      var counted: Set<[String]> = []
      for assignment in entry.assignments {
        guard let place = places[assignment.unit] else { continue }
        if seen.insert(assignment.unit).inserted { summaries[place].columns += 1 }
        if counted.insert([assignment.unit, assignment.role.rawValue]).inserted {
          summaries[place].duties[assignment.role, default: 0] += 1
        }
      }
    }
    return summaries
  }
}
