internal import LanmuGrid

/// Tells a small table of another kind below a heading (what costs how many points) from a piece of the plan above that lost
/// its header at a page break.
///
/// It is narrower than the plan, every cell of it is filled, and its first row labels numbers that count no rows; nothing in
/// it is a body or a time.
enum StrayTable {
  /// - Parameters:
  ///   - rows: what stands below the heading, its own first row being its header if it has one.
  ///   - table: the plan above.
  static func matches(_ rows: ArraySlice<FieldRow>, below table: CollectedTable) -> Bool {
    let block = rows.drop { $0.filledCount <= 1 }.prefix { $0.filledCount > 1 }
    guard let first = block.first, block.count >= leastRows, first.filledCount >= 2 else { return false }
    let places = first.filled.map(\.column)
    let width = max(table.header?.fields.count ?? 0, table.width)
    guard places.count < width,
      block.allSatisfy({ row in row.filled.map(\.column) == places && row.filled.allSatisfy(isSingle) }),
      first.filled.allSatisfy(isLabel), Set(first.filled.map(\.label)).count == places.count
    else { return false }
    let contents = places.indices.map { index in
      ColumnContent(block.dropFirst().map { TextEvidence($0.filled[index].label) })
    }
    guard contents.allSatisfy({ $0.bodies < Self.hardly && $0.time < Self.mostly }) else { return false }
    return contents.dropFirst().contains { $0.number > Self.surely }
  }

  /// Two rows may agree by chance.
  private static let leastRows = 3
  private static let longestLabel = 12
  private static let hardly = 0.2
  private static let mostly = 0.6
  private static let surely = 0.8

  private static func isSingle(_ cell: FieldCell) -> Bool { cell.columnSpan == 1 && cell.rowSpan == 1 }

  private static func isLabel(_ cell: FieldCell) -> Bool {
    let evidence = TextEvidence(cell.label)
    return evidence.length <= longestLabel && !evidence.isNumber && !evidence.isProse && !evidence.isDash
      && evidence.items == 1 && evidence.bodies == 0
  }
}
