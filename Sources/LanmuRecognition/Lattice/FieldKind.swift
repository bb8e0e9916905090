/// What a text is, as far as the text alone tells.
enum FieldKind: Sendable {
  case time, units, demand, other

  /// The kinds of the cells of a row, from the first that surely is no label on.
  static func kinds(_ cells: [AlignableCell]) -> [FieldKind] {
    let filled = cells.filter { !$0.isEmpty }
    guard let first = filled.firstIndex(where: { kind($0.evidence) != .other }) else { return [] }
    return filled[first...].map { kind($0.evidence) }
  }

  private static func kind(_ evidence: TextEvidence) -> FieldKind {
    if evidence.time > 0.5 { return .time }
    if evidence.bodies > 0.5 { return .units }
    return evidence.isProse || evidence.isDuty ? .demand : .other
  }
}
