/// What a first pass over a table tells of its author's habits, for the second pass to read by.
struct DocumentHabits: Sendable {
  /// How often each field is filled, by the level at which a row is new; `nil` where fields keep their places.
  let coverage: CoverageHabit?
  /// For each column, the share of rows that fill it.
  let presence: [Double]
  /// For each column, the share of rows that leave it empty although it has a cell.
  let blanks: [Double]
  /// The share of requirements that name the column that they stand for.
  private let mentionShare: Double
  private let requirement: Int?
  private let levelColumns: [Int]

  /// - Parameter cells: the cells of the rows that the pass went through.
  init(_ pass: LevelPass, cells: [[AlignableCell]], aligner: RowAligner) {
    let columns = aligner.columns
    let counts = CellCounts(pass, cells: cells, columnCount: columns.count)
    let rowCount = Double(max(1, cells.count))
    presence = Self.pooled(counts.filled.map { $0 / rowCount }, columns: columns)
    blanks = columns.indices.map { column in
      (counts.blank[column] + 3 * RowAligner.usualBlankShare(columns[column].meaning)) / (rowCount + 3)
    }
    coverage =
      aligner.regime == .dropped ? Self.coverage(pass, columns: columns, levels: aligner.levelColumns.count) : nil
    requirement = columns.firstIndex { $0.meaning == .requirement }
    levelColumns = aligner.levelColumns
    var (seen, mentioning) = (4.0, 1.0)
    for index in cells.indices where pass.reading(index).isSound {
      guard
        let mentions = Self.mentions(
          cells[index], by: pass.reading(index), requirement: requirement, levelColumns: levelColumns)
      else { continue }
      seen += 1
      mentioning += mentions ? 1 : 0
    }
    mentionShare = mentioning / seen
  }

  /// What it costs that the requirement of a reading names, or does not name, the reading's deepest label: authors who
  /// write “发布政策解读信息” beside 政策解读 do so again and again.
  func mentionPrice(_ cells: [AlignableCell], by reading: RowReading) -> Double {
    guard let mentions = Self.mentions(cells, by: reading, requirement: requirement, levelColumns: levelColumns) else {
      return 0
    }
    let byChance = 0.08
    let price =
      mentions
      ? Likelihood.price(mentionShare) - Likelihood.price(byChance)
      : min(1.5, Likelihood.price(1 - mentionShare) - Likelihood.price(1 - byChance))
    return 0.6 * price
  }

  // MARK: - Counting

  private struct CellCounts {
    var filled: [Double]
    var blank: [Double]

    init(_ pass: LevelPass, cells: [[AlignableCell]], columnCount: Int) {
      filled = Array(repeating: 0, count: columnCount)
      blank = filled
      for index in cells.indices {
        let reading = pass.reading(index)
        let last = cells[index].lastIndex { !$0.isEmpty } ?? -1
        for (place, cell) in cells[index].enumerated() {
          guard let column = reading.columnOfCell[place] else { continue }
          if !cell.isEmpty { filled[column] += 1 } else if place < last { blank[column] += 1 }
        }
      }
    }
  }

  /// Fields whose texts look alike share one figure: which of them a first pass preferred says nothing.
  private static func pooled(_ presence: [Double], columns: [LogicalColumn]) -> [Double] {
    var result = presence
    for kin: Set<FieldMeaning> in [[.lead, .responsible, .cooperating], [.supply, .update]] {
      let members = columns.indices.filter { kin.contains(columns[$0].meaning) }
      guard members.count > 1 else { continue }
      let mean = members.reduce(0) { $0 + presence[$1] } / Double(members.count)
      for member in members { result[member] = mean }
    }
    return result
  }

  private static func coverage(_ pass: LevelPass, columns: [LogicalColumn], levels: Int) -> CoverageHabit {
    var counts = CoverageHabit.Counts(levels: levels, columns: columns.count)
    var open = OpenLabels(levels: levels)
    for index in pass.rows.indices {
      let reading = pass.reading(index)
      let (firstNew, leaf) = open.take(pass.labels(index), by: reading)
      counts.note(reading.columnOfCell.compactMap { $0 }, firstNew: firstNew, leaf: leaf)
    }
    // Every column of the site may have remarks of its own, and each row its number: they say nothing of levels.
    let silent: Set<FieldMeaning> = [.number, .level, .remarks, .other]
    return CoverageHabit(counts, weighed: Set(columns.indices.filter { !silent.contains(columns[$0].meaning) }))
  }

  /// Whether a row's requirement names its deepest label; `nil` if it lacks either.
  private static func mentions(
    _ cells: [AlignableCell], by reading: RowReading, requirement: Int?, levelColumns: [Int]
  ) -> Bool? {
    guard let requirement, let leaf = reading.levels.last,
      let label = reading.columnOfCell.firstIndex(of: levelColumns[leaf]),
      let text = reading.columnOfCell.firstIndex(of: requirement), !cells[text].isEmpty,
      (2...20).contains(cells[label].evidence.length)
    else { return nil }
    return cells[text].text.contains(cells[label].text)
  }
}
