internal import LanmuGrid

/// How the cells of rows relate to the columns of a table whose spans are lost.
enum WidthRegime: Sendable {
  /// Merged cells are empty fields: a field's place is its column, unless the row has drifted.
  case indexed
  /// Merged cells are gone: a row's cells keep their order only.
  case dropped

  /// Judged by whether the texts of short rows fit the columns of their places: they do where a merged cell is an empty
  /// field, and hardly ever where it is gone.
  init(layout: Grid.Layout, rows: [[AlignableCell]], columns: [LogicalColumn], cost: ContentCost) {
    if layout == .dropped {
      self = .dropped
      return
    }
    let outermost = columns.firstIndex { $0.meaning == .level } ?? 0
    var indented = 0
    var strayed = 0
    for cells in rows {
      let isIndented =
        cells.count > outermost && cells[outermost].isEmpty && cells[outermost...].contains { !$0.isEmpty }
      guard isIndented || cells.count < columns.count else { continue }
      if Self.fits(cells, width: columns.count, cost: cost) {
        if isIndented { indented += 1 }
      } else if cells.count < columns.count {
        strayed += 1
      }
    }
    self = strayed > indented && strayed * Self.leastStrayed >= rows.count ? .dropped : .indexed
  }

  /// One row in so many, at least, has lost cells where a table has; fewer have drifted.
  private static let leastStrayed = 8
  /// A text that costs more than this in the column of its place belongs elsewhere.
  private static let greatestPrice = 2.2

  /// Whether each text of a row fits the column of its place.
  static func fits(_ cells: [AlignableCell], width: Int, cost: ContentCost) -> Bool {
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      guard column < width, cost.price(cell.text, cell.evidence, in: column) <= greatestPrice else { return false }
    }
    return true
  }
}
