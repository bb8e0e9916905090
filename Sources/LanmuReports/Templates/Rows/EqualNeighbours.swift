internal import LanmuWorkbook

/// Equal texts below each other, which become one merged cell: a column's areas within those of the merging columns to its
/// left, and never across a page break, whether the template has it or a page is full. There the text stands again.
struct EqualNeighbours {
  struct Merged {
    var areas: [SheetReference] = []
    /// The rows with which pages begin in the midst of equal neighbours; rows count from 1.
    var splits: Set<Int> = []
  }

  /// By column, then row from 1.
  private var texts: [Int: [Int: String]] = [:]

  var isEmpty: Bool { texts.isEmpty }

  mutating func note(_ text: String, column: Int, row: Int) {
    texts[column, default: [:]][row] = text
  }

  /// - Parameters:
  ///   - breaks: the rows before which the sheet breaks anyhow.
  ///   - fullPages: the rows with which a page begins because the one before is full.
  ///   - lastColumn: the last column that a cell of a column and row takes.
  func merged(
    rowCount: Int, breaks: Set<Int>, fullPages: Set<Int>, lastColumn: (_ column: Int, _ row: Int) -> Int
  ) -> Merged {
    var result = Merged()
    let breaks = breaks.union(fullPages)
    var outer: Set<Int> = []
    for (column, texts) in texts.sorted(by: { $0.key < $1.key }) {
      var starts: Set<Int> = []
      var row = 1
      while row <= rowCount {
        guard let text = texts[row] else {
          row += 1
          continue
        }
        // Where a page would tear equal neighbours apart, it ends for certain.
        if fullPages.contains(row), !text.isEmpty, texts[row - 1] == text { result.splits.insert(row) }
        var end = row
        while texts[end + 1] == text, !text.isEmpty, !breaks.contains(end + 1), !outer.contains(end + 1) { end += 1 }
        starts.insert(row)
        if end > row {
          result.areas.append(
            SheetReference(columns: column...max(column, lastColumn(column, row)), rows: row...end))
        }
        row = end + 1
      }
      outer.formUnion(starts)
    }
    return result
  }
}
