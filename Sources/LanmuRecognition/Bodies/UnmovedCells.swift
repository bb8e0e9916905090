internal import LanmuGrid

/// Which cells of delimited rows surely stand in their fields, where others have left theirs.
///
/// What stands in a field tells what the field is; where many rows lost fields, only what has not moved does.
enum UnmovedCells {
  /// Whether cells may have moved in rows as wide as the header, too: rows differ in width, or, filled up to one width, end in
  /// units that stand left of all fields for these, or hold demands where rows without an empty field hold labels.
  static func mayHaveMoved(
    _ collected: CollectedTable, below fields: [HeaderField], evidence: inout EvidenceTable
  ) -> Bool {
    guard collected.layout == .delimited else { return false }
    let rows = collected.rows.prefix(mostRows)
    if rows.count(where: { $0.row.cells.count == fields.count }) * 10 < rows.count * 9 { return true }
    if holdsMovedDemands(rows, below: fields, evidence: &evidence) { return true }
    let units = fields.firstIndex { field in field.meaning.map { $0.family == .responsible } ?? false }
    guard let units else { return false }
    var moved = 0
    for body in rows {
      guard let last = body.row.cells.lastIndex(where: { !$0.label.isEmpty }), last < units else { continue }
      if evidence.evidence(of: body.row.cells[last].label).bodies > surely { moved += 1 }
    }
    return moved >= leastMoved && moved * 10 > rows.count
  }

  /// Whether one of several fields of demands holds sentences in rows that end in an empty field, but none in those that have a
  /// text in every field, where none can have moved.
  private static func holdsMovedDemands(
    _ rows: ArraySlice<CollectedTable.BodyRow>, below fields: [HeaderField], evidence: inout EvidenceTable
  ) -> Bool {
    let demands = fields.indices.filter { fields[$0].meaning == .requirement }
    guard demands.count > 1 else { return false }
    let inPlace = rows.filter { $0.row.cells.count == fields.count }.map(\.row.cells)
    let full = inPlace.filter { cells in cells.allSatisfy { !$0.label.isEmpty } }
    let ending = inPlace.filter { $0.last?.label.isEmpty == true }
    guard full.count >= least else { return false }
    return demands.contains { field in
      !full.contains { evidence.evidence(of: $0[field].label).isProse }
        && ending.count { evidence.evidence(of: $0[field].label).isProse } >= leastMoved
    }
  }

  /// The first field of a row from which on none is empty: a row that lost a field, or has one too many, mostly has an empty one
  /// at its end or behind it.
  static func first(of row: FieldRow, width: Int, before end: Int) -> Int {
    guard row.cells.count == width else { return .max }
    return (row.cells[..<end].lastIndex { $0.label.isEmpty } ?? -1) + 1
  }

  /// So many rows in which nothing has moved tell what a field holds.
  static let least = 3

  private static let mostRows = 200
  /// So many rows at least, and more than one in ten, end too far left.
  private static let leastMoved = 2
  private static let surely = 0.8
}
