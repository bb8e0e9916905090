import LanmuPlan

/// A unit with its names as hashes.
struct NamedUnit {
  var name: String
  var hash: UInt64
  /// Hashes of its other names; empty for groups, whose other names may be other groups.
  var aliases: [UInt64]
  var isGroup: Bool

  init(_ unit: PlanUnit) {
    name = unit.name
    hash = ComparableText.hash(unit.name)
    isGroup = unit.kind == .group
    aliases = isGroup ? [] : unit.aliases.map(ComparableText.hash)
  }

  /// The units of a plan, and those that its assignments name besides.
  static func units(of plan: Plan) -> [NamedUnit] {
    var units = plan.units.map(NamedUnit.init)
    var seen = Set(units.flatMap { [$0.hash] + $0.aliases })
    for entry in plan.entries {
      for assignment in entry.assignments where seen.insert(ComparableText.hash(assignment.unit)).inserted {
        units.append(NamedUnit(PlanUnit(name: assignment.unit)))
      }
    }
    return units
  }
}
