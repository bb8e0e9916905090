internal import LanmuGrid

/// A header of several rows that merges none of its cells, in a table whose spans are known: a label over several fields
/// stands in the first of them, and the cells beside it and below what is not divided are empty.
enum UnmergedHeader {
  /// Its rows with their empty cells, each label in its place; `nil` if a cell among them is merged.
  static func laidOut(_ block: [FieldRow]) -> [FieldRow]? {
    guard let first = block.first, first.layout.keepsSpans,
      block.allSatisfy({ row in row.cells.allSatisfy { $0.rowSpan == 1 && $0.columnSpan == 1 } })
    else { return nil }
    let width = block.reduce(0) { max($0, ($1.cells.last?.column ?? -1) + 1) }
    return block.map { laidOut($0, width: width) }
  }

  private static func laidOut(_ row: FieldRow, width: Int) -> FieldRow {
    let texts = Dictionary(row.cells.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
    var result = row
    result.cells = (0..<width).map { column in
      texts[column] ?? FieldCell(column: column, rowSpan: 1, columnSpan: 1, raw: "", label: "", line: nil)
    }
    return result
  }
}
