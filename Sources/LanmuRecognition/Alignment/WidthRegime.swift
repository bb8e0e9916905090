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
    // Rows that keep the places of covered labels may have lost other merged cells, and be filled up again. Where rows that
    // cover nothing have moved as well, whole rows have.
    var slid = 0
    var moved = 0
    for cells in rows {
      let isIndented =
        cells.count > outermost && cells[outermost].isEmpty && cells[outermost...].contains { !$0.isEmpty }
      guard isIndented || cells.count < columns.count else {
        if !Self.fits(cells, width: columns.count, cost: cost) { moved += 1 }
        continue
      }
      if Self.fits(cells, width: columns.count, cost: cost) {
        if isIndented { indented += 1 }
      } else if cells.count < columns.count {
        strayed += 1
      } else if isIndented, cells.last?.isEmpty == true,
        Self.fitsInOrder(cells, width: columns.count, cost: cost)
      {
        slid += 1
      }
    }
    if slid > moved * Self.leastSlid { strayed += slid }
    self = strayed > indented && strayed * Self.leastStrayed >= rows.count ? .dropped : .indexed
  }

  /// One row in so many, at least, has lost cells where a table has; fewer have drifted.
  private static let leastStrayed = 8
  /// So many rows that keep covered labels have lost cells for one other that strays, at least.
  private static let leastSlid = 3
  /// A text that costs more than this in the column of its place belongs elsewhere.
  private static let greatestPrice = 2.2

  /// Whether each text of a row fits the column of its place.
  static func fits(_ cells: [AlignableCell], width: Int, cost: ContentCost) -> Bool {
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      guard column < width, cost.price(cell.text, cell.evidence, in: column) <= greatestPrice else { return false }
    }
    return true
  }

  /// Whether each text of a row fits well some column right of its place, if not its own, while all keep their order.
  private static func fitsInOrder(_ cells: [AlignableCell], width: Int, cost: ContentCost) -> Bool {
    var next = 0
    for (place, cell) in cells.enumerated() where !cell.isEmpty {
      let columns = max(place, next)..<max(place, next, width)
      guard let column = columns.first(where: { cost.price(cell.text, cell.evidence, in: $0) <= fittingPrice })
      else { return false }
      next = column + 1
    }
    return true
  }

  /// A text that costs more does not fit a column well.
  private static let fittingPrice = 1.6
}
