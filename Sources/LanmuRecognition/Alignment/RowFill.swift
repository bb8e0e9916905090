/// Whether the cells of a row whose spans are lost leave any field open to which one of them could belong.
struct RowFill: Sendable {
  let columns: [LogicalColumn]

  /// Whether every field has a text.
  func isComplete(_ cells: [AlignableCell]) -> Bool {
    let filled = cells.count { !$0.isEmpty }
    return filled == columns.count && cells.prefix(filled).allSatisfy { !$0.isEmpty }
  }

  /// Whether every field has a text but outer levels, which a label above covers: no cell could have moved.
  func isFull(_ cells: [AlignableCell]) -> Bool {
    guard cells.count >= columns.count, cells.dropFirst(columns.count).allSatisfy(\.isEmpty) else { return false }
    let empty = columns.indices.filter { cells[$0].isEmpty }
    guard let last = empty.last else { return true }
    guard columns.indices.contains(last + 1), columns[last + 1].meaning == .level else { return false }
    return empty.elementsEqual(columns.indices.filter { $0 <= last && columns[$0].meaning == .level })
  }
}
