import LanmuDiagnostics

/// Where a plan names each of its units first.
struct UnitUses {
  private var positions: [String: SourcePosition] = [:]

  fileprivate init(_ plan: Plan) {
    for entry in plan.entries {
      for assignment in entry.assignments where positions[assignment.unit] == nil {
        let origin = entry.origin
        positions[assignment.unit] = SourcePosition(line: origin.line, table: origin.table, row: origin.row)
      }
    }
  }

  /// The position of the first entry with a duty of the unit; an empty one if there is none.
  func position(of unit: String) -> SourcePosition { positions[unit] ?? SourcePosition() }
}

extension Plan {
  func firstUses() -> UnitUses { UnitUses(self) }
}
