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
    let outermost = columns.levels.first ?? 0
    var indented = 0
    var strayed = 0
    var rather = 0
    var lacksCells = 0
    for cells in rows {
      let isIndented =
        cells.count > outermost && cells[outermost].isEmpty && cells[outermost...].contains { !$0.isEmpty }
      guard isIndented || cells.count < columns.count else { continue }
      if !isIndented, cells.contains(where: { !$0.isEmpty }) { lacksCells += 1 }
      if Self.fits(cells, width: columns.count, cost: cost) {
        if isIndented {
          indented += 1
        } else if Self.fitsBetterElsewhere(cells, width: columns.count, cost: cost) || Self.keepsEnd(cells)
          || Self.isBareLabel(cells, columns)
        {
          rather += 1
        }
      } else if cells.count < columns.count {
        strayed += 1
      }
    }
    // Where no row keeps the empty cell of a label that goes on, those that only fit better elsewhere, end in one, or are a label
    // and nothing else, lost cells, too.
    if indented == 0 { strayed += rather }
    // Where each cell has lines of its own, none is cut off at a row's end: what short rows lack was covered, though others keep
    // such cells.
    if layout == .indented, lacksCells >= Self.leastLacking, lacksCells * Self.lackingRows >= rows.count {
      self = .dropped
      return
    }
    self = strayed > indented && strayed * Self.leastStrayed >= rows.count ? .dropped : .indexed
  }

  /// One row in so many, at least, has lost cells where a table has; fewer have drifted.
  private static let leastStrayed = 8
  /// So many rows at least, and one in so many, lack cells where merged ones are gone in some rows only.
  private static let leastLacking = 3
  private static let lackingRows = 20

  /// Whether a row that lacks cells ends in an empty one: what it lacks was not cut off at its end.
  private static func keepsEnd(_ cells: [AlignableCell]) -> Bool {
    cells.last?.isEmpty == true && cells.contains { !$0.isEmpty }
  }

  /// Whether a label is all that a row has beside its number, in a table of several levels: it fits the place of the outermost one
  /// whatever its own is, and what only the row of an inner one shares with those above is gone.
  static func isBareLabel(_ cells: [AlignableCell], _ columns: [LogicalColumn]) -> Bool {
    let levels = columns.levels
    guard levels.count > 1 else { return false }
    return cells.count == levels[0] + 1
      && cells.indices.allSatisfy { place in
        !cells[place].isEmpty && (place == levels[0] || columns[place].meaning == .number)
      }
  }

  /// Whether each text of a row fits the column of its place.
  static func fits(_ cells: [AlignableCell], width: Int, cost: ContentCost) -> Bool {
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      guard column < width, cost.price(cell.text, cell.evidence, in: column) <= ContentCost.oddPrice else {
        return false
      }
    }
    return true
  }

  /// Whether the cells of a row that does not fit its places, in their order, all fit columns there or further right, so that it
  /// may have lost some; where they do not, its words are odd, like a label that ends as units do.
  static func fitsFurtherRight(_ cells: [AlignableCell], width: Int, cost: ContentCost) -> Bool {
    guard cells.count < width else { return false }
    var next = 0
    for cell in cells {
      if !cell.isEmpty {
        let prices = cost.prices(cell.text, cell.evidence)
        guard let column = prices[min(next, width)..<width].firstIndex(where: { $0 <= ContentCost.oddPrice }) else {
          return false
        }
        next = column
      }
      next += 1
    }
    return true
  }

  /// Whether the texts of a row that has fewer cells than the table fields fit far better further right, as units do that
  /// stand where labels could.
  static func fitsBetterElsewhere(_ cells: [AlignableCell], width: Int, cost: ContentCost) -> Bool {
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    guard filled.first == 0, filled.count > 1 else { return false }
    return strays(cells, width: width, cost: cost)
  }

  /// Whether the texts of a row that has fewer cells than the table fields cost far more in their places than in the same order
  /// further right.
  static func strays(_ cells: [AlignableCell], width: Int, cost: ContentCost) -> Bool {
    guard cells.count < width else { return false }
    var byPlace = 0.0
    // By column, what the texts so far cost at least if the last of them stands no further right.
    var least = Array(repeating: 0.0, count: width + 1)
    for place in cells.indices where !cells[place].isEmpty {
      let prices = cost.prices(cells[place].text, cells[place].evidence)
      byPlace += prices[place]
      var next = Array(repeating: Double.infinity, count: width + 1)
      for column in place..<width {
        next[column + 1] = min(next[column], least[column] + prices[column])
      }
      least = next
    }
    return byPlace - least[width] > farBetter
  }

  /// By how much texts must be cheaper elsewhere to belong there.
  private static let farBetter = 0.75
}
