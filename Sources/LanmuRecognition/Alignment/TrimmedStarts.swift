/// Rows of which all empty fields that they began with were cut off, so that their last fields stand below each other.
///
/// Where merged cells are gone as well, rows lack some behind their labels, too: then their cells would fit better further left.
struct TrimmedStarts: Sendable {
  let columns: [LogicalColumn]
  /// What a cell may cost where it stands, odd as its words may be.
  let limit: Double

  /// How many empty fields each row lost; `nil` unless the table's rows all begin with a text, all short ones fit the end of the
  /// header, and some rows show that other empty cells are kept.
  ///
  /// - Parameter beginsSection: for each row, whether nothing above it can hold labels that it lacks.
  func losses(_ rows: [[AlignableCell]], beginsSection: [Bool], cost: ContentCost) -> [Int]? {
    let width = columns.count
    let isCounted = columns.first?.meaning == .number
    guard columns.levels.count + (isCounted ? 1 : 0) > 1 else { return nil }
    // Where covered cells are gone wherever they stood, short rows lack labels of any level, and hold no empty cell unless
    // they are filled up to the header's width.
    let keeping = rows.count { cells in
      let end = cells.count < width ? cells.count : cells.lastIndex { !$0.isEmpty } ?? 0
      return cells.prefix(end).contains(where: \.isEmpty)
    }
    guard keeping >= Self.leastKeeping else { return nil }
    var short = 0
    for (row, cells) in rows.enumerated() where !cells.isEmpty {
      guard let first = cells.first, !first.isEmpty, cells.count <= width else { return nil }
      if cells.count == width { continue }
      // A row that counts, or has nothing above it, lacks no label.
      guard !beginsSection[row], !isCounted || !first.evidence.isNumber, fitsEnd(cells, cost: cost) else { return nil }
      short += 1
    }
    guard short >= Self.leastShort, short * Self.seldom >= rows.count else { return nil }
    return rows.map { $0.isEmpty ? 0 : width - $0.count }
  }

  /// Whether the cells of a row fit the last columns, and not far better some further left.
  private func fitsEnd(_ cells: [AlignableCell], cost: ContentCost) -> Bool {
    let lost = columns.count - cells.count
    // A row of no label of its own goes on with the one above, unless what it begins with is rather a label.
    if let deepest = columns.levels.last, lost > deepest, let first = cells.first {
      let prices = cost.prices(first.text, first.evidence)
      if prices[deepest] <= prices[lost] { return false }
    }
    return Self.fits(cells, in: columns, movedBy: lost, limit: limit, cost: cost)
  }

  /// Whether the cells of a row fit so many columns further right than where they stand, and not far better where they would
  /// stand if it lost others.
  static func fits(
    _ cells: [AlignableCell], in columns: [LogicalColumn], movedBy move: Int, limit: Double, cost: ContentCost
  ) -> Bool {
    let lost = columns.count - cells.count
    var total = 0.0
    // By column, what the texts so far cost at least if the last of them stands no further right.
    var least = Array(repeating: 0.0, count: columns.count + 1)
    for (place, cell) in cells.enumerated() {
      let prices = cell.isEmpty ? Array(repeating: 0, count: columns.count) : cost.prices(cell.text, cell.evidence)
      guard prices[place + move] <= limit else { return false }
      total += prices[place + move]
      var next = Array(repeating: Double.infinity, count: columns.count + 1)
      for column in place...place + lost {
        next[column + 1] = min(next[column], least[column] + prices[column])
      }
      least = next
    }
    return total - least[columns.count] <= farBetter
  }

  /// Fewer rows with empty cells may only have been left without a value.
  private static let leastKeeping = 2
  /// So many rows at least, and one in so many of all, lack fields.
  private static let leastShort = 5
  private static let seldom = 8
  /// A row that fits better further left by more than this lacks other cells.
  private static let farBetter = 0.75
}
