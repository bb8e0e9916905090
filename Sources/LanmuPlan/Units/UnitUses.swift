import LanmuDiagnostics

/// Where a plan names each of its units first.
struct UnitUses {
  private var positions: [String: SourcePosition] = [:]

  init(_ entries: [PlanEntry]) {
    for entry in entries {
      for assignment in entry.assignments where positions[assignment.unit] == nil {
        positions[assignment.unit] = entry.position
      }
    }
  }

  /// The position of the first entry with a duty of the unit; an empty one if there is none.
  func position(of unit: String) -> SourcePosition { positions[unit] ?? SourcePosition() }
}
