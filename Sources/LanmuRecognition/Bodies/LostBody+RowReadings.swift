/// The readings of single rows among which a search through the whole table chooses.
extension LostBody {
  /// A cell that fits its place worse than this may stand elsewhere.
  static let placeLimit = ContentCost.oddPrice
  /// A cell that fits its place worse than this hardly stands there, however odd the words of a table are.
  static let oddLimit = 4.4

  /// Whether nearly all rows are complete, by a measure of it, and fit their places: then the table lost nothing, and the
  /// place of a cell says more than odd words in it.
  func holdsPlaces(
    _ rows: [[AlignableCell]], _ placed: [RowReading?], where isComplete: ([AlignableCell]) -> Bool
  ) -> Bool {
    let complete = rows.indices.filter { isComplete(rows[$0]) }
    let fitting = complete.count { placed[$0].map { $0.dearest <= Self.placeLimit } ?? false }
    return complete.count * 10 >= rows.count * 9 && fitting * 4 >= complete.count * 3
  }

  /// How readily cells are believed to stand in other places than their own.
  struct Strays: Sendable {
    /// What a cell may cost in its place in a row that is full.
    var placeLimit: Double
    /// What it costs that a row as wide as the header has drifted.
    var price: Double
    /// How whole rows have moved, where some have.
    var drift: DriftHabit?
  }

  func drift(
    _ rows: [[AlignableCell]], _ placed: [RowReading?], aligner: RowAligner, cost: ContentCost
  ) -> DriftHabit? {
    guard aligner.regime == .indexed, !holdsPlaces(rows, placed, where: fill.isComplete) else { return nil }
    return DriftHabit(rows, placed: placed, aligner: aligner, cost: cost, limit: Self.placeLimit)
  }

  /// The price of the share of rows that do not fit their places: where all others do, odd words are likelier than a drift, and
  /// all the more where no row is short or too long.
  func strayPrice(_ rows: [[AlignableCell]], _ placed: [RowReading?]) -> Double {
    let isEven = rows.allSatisfy { $0.count == columns.count }
    let whole = placed.compactMap(\.self)
    let straying = whole.count { $0.dearest > Self.placeLimit }
    let price = Likelihood.price((Double(straying) + 0.5) / Double(whole.count + 1))
    return max(0, price - (isEven ? 0 : Self.usualStrayPrice))
  }

  /// What alignments cost in any case covers a drift of one row in seven.
  private static let usualStrayPrice = 2.0

  private func keepsPlaces(_ reading: RowReading, _ cells: [AlignableCell]) -> Bool {
    cells.indices.allSatisfy { cells[$0].isEmpty || reading.columnOfCell[$0] == $0 }
  }

  /// For each row with a cell for every field, the reading in which each cell stands in its place.
  func readingsByPlace(_ rows: [[AlignableCell]], aligner: RowAligner, cost: ContentCost) -> [RowReading?] {
    rows.map { cells in
      guard fill.isComplete(cells) || aligner.regime == .indexed && cells.count == columns.count else { return nil }
      return aligner.readingByPlace(cells, cost: cost, limit: .infinity)
    }
  }

  func searchRow(
    _ cells: [AlignableCell], byPlace placed: RowReading?, body: CollectedTable.BodyRow, aligner: RowAligner,
    cost: ContentCost, habits: DocumentHabits?, strays: Strays
  ) -> LevelSearch.Row {
    var readings: [RowReading] = []
    var mayHaveMoved = false
    if let placed, placed.dearest <= (fill.isFull(cells) ? strays.placeLimit : Self.placeLimit) {
      readings = [placed] + (strays.drift?.readings(cells, besides: placed, cost: cost) ?? [])
      mayHaveMoved = readings.count > 1
      if let habits, readings.count > 1 {
        for index in readings.indices { readings[index].cost += habits.mentionPrice(cells, by: readings[index]) }
      }
    } else {
      readings = aligner.readings(cells, cost: cost)
      // That it stands in its places is a reading of a row as well, odd as its words may be there.
      if let placed, placed.dearest <= Self.oddLimit, !readings.contains(where: { keepsPlaces($0, cells) }) {
        readings.append(placed)
      }
      readings += strays.drift?.readings(misplaced: cells, cost: cost, limit: Self.placeLimit) ?? []
      if let habits {
        for index in readings.indices { readings[index].cost += habits.mentionPrice(cells, by: readings[index]) }
      }
      if placed != nil {
        for index in readings.indices where !keepsPlaces(readings[index], cells) {
          readings[index].cost += strays.price
        }
      }
      readings.sort { ($0.cost, $0.firstLevel, $0.levels.count) < ($1.cost, $1.firstLevel, $1.levels.count) }
      if let least = readings.first?.cost {
        readings = Array(readings.prefix { $0.cost <= least + Self.readingMargin }.prefix(Self.mostReadings))
      }
      if readings.isEmpty, let fixed = aligner.readingByPlace(cells, cost: cost, limit: .infinity) {
        readings = [fixed]
      }
      if readings.isEmpty { readings = [lastResort(cells, aligner: aligner)] }
    }
    return LevelSearch.Row(
      readings: readings, labels: readings.map { labels(of: cells, by: $0, aligner: aligner) },
      missingCarriers: readings.map { missing(cells, by: $0, presence: habits?.presence) },
      isNumbered: readings.map { reading in
        cells.indices.contains { place in
          !cells[place].isEmpty && reading.columnOfCell[place].map { columns[$0].meaning == .number } == true
        }
      },
      hasFields: readings.map { reading in
        cells.indices.contains { place in
          !cells[place].isEmpty
            && reading.columnOfCell[place].map { ![.level, .number].contains(columns[$0].meaning) } == true
        }
      },
      coverage: readings.map { reading in
        habits?.coverage?.prices(ofFilled: reading.columnOfCell.compactMap { $0 }) ?? []
      }, followsBreak: body.followsBreak, mayHaveMoved: mayHaveMoved)
  }

  /// A reading for rows that no alignment fits: each cell in its place, what is over in the last field.
  func lastResort(_ cells: [AlignableCell], aligner: RowAligner) -> RowReading {
    RowReading(
      columnOfCell: cells.indices.map { min($0, columns.count - 1) }, firstLevel: aligner.levelColumns.count,
      levels: [],
      cost: 20, labelShift: .unmoved)
  }

  func labels(of cells: [AlignableCell], by reading: RowReading, aligner: RowAligner) -> [String] {
    reading.levels.map { level in
      let column = aligner.levelColumns[level]
      return cells.indices.filter { reading.columnOfCell[$0] == column }.map { cells[$0].text }.joined()
    }
  }

  private func missing(_ cells: [AlignableCell], by reading: RowReading, presence: [Double]?) -> Double {
    let carriers = columns.indices.filter { [.update, .responsible, .supply, .lead].contains(columns[$0].meaning) }
    return carriers.reduce(0) { sum, column in
      let isPresent = cells.indices.contains { reading.columnOfCell[$0] == column }
      return isPresent ? sum : sum + (presence?[column] ?? 0.8)
    }
  }

  /// Readings of a row that cost this much more than the cheapest are not considered.
  private static let readingMargin = 7.0
  private static let mostReadings = 14
}
