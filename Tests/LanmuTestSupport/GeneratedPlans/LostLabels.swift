/// The rows of a plan whose labels may stand at other levels as well, once cells are gone: some cells of levels are gone from
/// the start of the row, some from its middle or end, and nothing tells how many of each.
///
/// Only a label that comes again tells its level: what stands below several others is named by none of them.
struct LostLabels {
  /// The rows' places in the plan.
  private(set) var rows: Set<Int> = []

  init(_ plan: [GeneratedPlan.Row], _ table: DrawnTable, _ dialect: TextDialect) {
    guard dialect.losesCells else { return }
    let columns = table.labelColumns
    let lines = table.kinds.indices.filter { table.kinds[$0] == .entry }
    func isShown(_ line: Int, _ column: Int) -> Bool {
      table.starts(line, column) && !(dialect == .droppedBlanks && table.places[line][column].text.isEmpty)
    }
    let losesInner = lines.contains { line in
      // A cell is gone behind one that is shown.
      let first = columns.first { isShown(line, $0) } ?? columns.upperBound
      return (first..<columns.upperBound).contains { !isShown(line, $0) }
    }
    guard losesInner else { return }
    for (index, line) in lines.enumerated() where columns.contains(where: { !isShown(line, $0) }) {
      if index > 0, plan[index - 1].path.count > 1, !Self.recurs(plan[index].path, in: plan) { rows.insert(index) }
    }
  }

  /// Rows whose levels are open, with those that go on below a label of such a row.
  static func extended(_ open: Set<Int>, in table: DrawnTable) -> Set<Int> {
    guard !open.isEmpty else { return open }
    let lines = table.kinds.indices.filter { table.kinds[$0] == .entry }
    let places = Dictionary(uniqueKeysWithValues: lines.enumerated().map { ($1, $0) })
    var open = open
    for (index, line) in lines.enumerated() where !open.contains(index) {
      let above = table.labelColumns.map { table.places[line][$0].row }.filter { $0 < line }
      if above.contains(where: { places[$0].map(open.contains) ?? false }) { open.insert(index) }
    }
    return open
  }

  /// Whether a path's last label ends other paths, too, always at its level.
  private static func recurs(_ path: [String], in plan: [GeneratedPlan.Row]) -> Bool {
    let others = plan.filter { $0.path.last == path.last && $0.path != path }
    return !others.isEmpty && others.allSatisfy { $0.path.count == path.count }
  }
}
