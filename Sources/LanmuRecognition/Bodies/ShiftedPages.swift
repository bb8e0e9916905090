internal import LanmuGrid

/// Pages of a table between delimiters on which all rows have the same empty field too many, so that they reach one field beyond
/// the header's last, unless the field that they ended in is gone.
///
/// Row by row, each could as well have got its empty field behind labels that it lost; that all rows of a page have it, and fit
/// without it, tells that the page has moved as a whole from there on. Where rows fit without another field as well, it is told
/// by the fields that rows elsewhere fill, and by where the same labels stand there, or not at all.
struct ShiftedPages: Sendable {
  let columns: [LogicalColumn]
  private let aligner: RowAligner
  private let cost: ContentCost

  init(columns: [LogicalColumn], cost: ContentCost) {
    self.columns = columns
    self.cost = cost
    aligner = RowAligner(columns: columns, regime: .indexed)
  }

  /// Takes the empty field off the rows of such pages.
  ///
  /// - Parameter rows: the rows to which the cells belong.
  /// - Returns: whether there are such pages.
  @discardableResult
  func restore(_ cells: inout [[AlignableCell]], of rows: [CollectedTable.BodyRow]) -> Bool {
    guard cells.contains(where: isTooWide) || pages(rows).contains(where: { beginsEmpty(cells[$0]) }) else {
      return false
    }
    let habits = Habits(columns, rows: cells.filter { $0.count <= columns.count && fits($0) })
    var hasMoved = false
    for page in pages(rows) {
      if let place = surplus(cells[page], habits: habits) {
        remove(place, from: page, of: &cells)
        hasMoved = true
      } else {
        // What parts pages may be lost with their headers.
        for run in page.split(whereSeparator: { !isTooWide(cells[$0]) }) {
          if restore(run, of: &cells, habits: habits) {
            hasMoved = true
            continue
          }
          // Each page may have moved from another field on; all that parts them are the lines of their numbers.
          for part in Self.parts(of: run, in: cells) where part.count < run.count {
            if restore(part, of: &cells, habits: habits) { hasMoved = true }
          }
        }
      }
    }
    return hasMoved
  }

  private func pages(_ rows: [CollectedTable.BodyRow]) -> [Range<Int>] {
    let starts = rows.indices.filter { $0 == 0 || rows[$0].followsBreak }
    return zip(starts, starts.dropFirst() + [rows.endIndex]).map { $0..<$1 }
  }

  /// Takes the empty field off rows of which none is as wide as the table; those that end in an empty one may be a page's own.
  private func restore(_ run: Range<Int>, of cells: inout [[AlignableCell]], habits: Habits) -> Bool {
    guard let first = run.first(where: { cells[$0].last?.isEmpty == false }),
      let last = run.last(where: { cells[$0].last?.isEmpty == false }),
      let place = surplus(cells[first...last], habits: habits), place > 0
    else { return false }
    remove(place, from: first..<last + 1, of: &cells)
    return true
  }

  /// Rows between which other lines of the text stand.
  private static func parts(of run: Range<Int>, in cells: [[AlignableCell]]) -> [Range<Int>] {
    let starts = run.filter { index in
      guard index > run.lowerBound, let last = cells[index - 1].lazy.compactMap(\.line).max(),
        let next = cells[index].lazy.compactMap(\.line).min()
      else { return index == run.lowerBound }
      return next > last + 1
    }
    return zip(starts, starts.dropFirst() + [run.upperBound]).map { $0..<$1 }
  }

  private func isTooWide(_ row: [AlignableCell]) -> Bool { row.count == columns.count + 1 }

  /// Rows that are no wider than the table have moved with their page only if they begin with the empty field, and lost one that
  /// they ended in.
  private func remove(_ place: Int, from page: Range<Int>, of cells: inout [[AlignableCell]]) {
    let haveLostEnds = cells[page].count(where: isTooWide) * 2 <= page.count
    for index in page where !cells[index].isEmpty && (place == 0 || isTooWide(cells[index])) {
      cells[index].remove(at: place)
      if haveLostEnds, cells[index].count < columns.count { cells[index].append(.empty) }
    }
  }

  /// The field that all rows of a page have too many; `nil` if the page has not surely moved.
  private func surplus(_ page: ArraySlice<[AlignableCell]>, habits: Habits) -> Int? {
    let filled = page.filter { row in row.contains { !$0.isEmpty } }
    let wide = filled.filter(isTooWide)
    guard filled.count >= Self.leastRows, filled.allSatisfy({ $0.count <= columns.count + 1 }) else { return nil }
    guard wide.count * 2 > filled.count else { return hasMovedRight(filled, habits: habits) ? 0 : nil }
    guard wide.count(where: { !fits($0) }) * 2 > filled.count else { return nil }
    let fitting = wide.map { row in (0...columns.count).filter { row[$0].isEmpty && fits(Self.without($0, row)) } }
    // A row that fits in no way, since its words are odd, tells nothing.
    let areOdd = fitting.count(where: \.isEmpty) * Self.rowsAnOddOne <= wide.count
    let places = (0...columns.count).filter { place in
      guard zip(wide, fitting).allSatisfy({ $0[place].isEmpty && ($1.contains(place) || areOdd && $1.isEmpty) }) else {
        return false
      }
      return place > 0 || filled.allSatisfy { isTooWide($0) || $0[0].isEmpty && fits(Self.without(0, $0)) }
    }
    let ranked = places.map { place in
      let rows = wide.map { Self.without(place, $0) }
      return (place: place, texts: rows.map { $0.map(\.text) }, price: habits.price(of: rows))
    }.sorted { ($0.price, $0.place) < ($1.price, $1.place) }
    guard let best = ranked.first else { return nil }
    let rival = ranked.first { $0.texts != best.texts }
    return rival.map { $0.price - best.price < Self.leastMargin } ?? false ? nil : best.place
  }

  /// Whether all rows of a page begin with the empty field, though few or none are too wide, since one of the empty fields that
  /// the others ended in is gone. Where none is, they hold something in a last field that is seldom filled elsewhere.
  private func hasMovedRight(_ page: [[AlignableCell]], habits: Habits) -> Bool {
    beginsEmpty(page[...]) && (page.contains(where: isTooWide) || habits.seldomReachEnd)
      && page.count { !fits(Self.without(0, $0)) } * Self.rowsOfMoved <= page.count
      && page.count { !fits($0) } * 2 >= page.count
  }

  /// Whether all rows begin with an empty field, and some hold something in the table's last one, or behind it.
  private func beginsEmpty(_ page: ArraySlice<[AlignableCell]>) -> Bool {
    page.allSatisfy { $0.isEmpty || $0.count >= columns.count && $0[0].isEmpty }
      && page.contains { $0.last?.isEmpty == false }
  }

  private static func without(_ place: Int, _ row: [AlignableCell]) -> [AlignableCell] {
    var copy = row
    copy.remove(at: place)
    return copy
  }

  private func fits(_ row: [AlignableCell]) -> Bool {
    aligner.readingByPlace(row, cost: cost, limit: LostBody.placeLimit) != nil
  }

  /// Fewer rows than these may have moved each for itself.
  private static let leastRows = 3
  /// Of so many rows, one may be odd.
  private static let rowsAnOddOne = 12
  /// The same of rows that have moved right to the end.
  private static let rowsOfMoved = 4
  /// By how much the fields that are filled must speak for one place rather than another; set by hand.
  private static let leastMargin = 3.0
}

extension ShiftedPages {
  /// What the rows of a table that stand in their places are like.
  private struct Habits {
    /// For each field, what it costs that a row has a text there, and that it has none.
    private let fills: [(filled: Double, empty: Double)]
    /// The levels at which each label stands.
    private var levels: [String: Set<Int>] = [:]
    private let levelColumns: [Int]
    /// Whether hardly a row holds something in its last field.
    let seldomReachEnd: Bool

    init(_ columns: [LogicalColumn], rows: [[AlignableCell]]) {
      let placed = rows.filter { row in row.contains { !$0.isEmpty } }
      fills = columns.indices.map { column in
        let filled = placed.count { $0.indices.contains(column) && !$0[column].isEmpty }
        let share = (Double(filled) + 0.5) / Double(placed.count + 1)
        return (filled: Likelihood.price(share), empty: Likelihood.price(1 - share))
      }
      levelColumns = columns.levels
      let reaching = placed.count { $0.count == columns.count && $0.last?.isEmpty == false }
      seldomReachEnd = placed.count >= Self.fewest && reaching * Self.seldom <= placed.count
      for row in placed {
        for level in levelColumns where row.indices.contains(level) && !row[level].isEmpty {
          levels[row[level].text, default: []].insert(level)
        }
      }
    }

    func price(of rows: [[AlignableCell]]) -> Double {
      rows.reduce(0) { sum, row in
        let fill = zip(row, fills).reduce(0) { $0 + ($1.0.isEmpty ? $1.1.empty : $1.1.filled) }
        let strangers = levelColumns.count { level in
          row.indices.contains(level) && levels[row[level].text].map { !$0.contains(level) } ?? false
        }
        return sum + fill + Self.strange * Double(strangers)
      }
    }

    private static let fewest = 6
    private static let seldom = 4

    /// What it costs that a label stands at another level than elsewhere; set by hand.
    private static let strange = 3.0
  }
}
