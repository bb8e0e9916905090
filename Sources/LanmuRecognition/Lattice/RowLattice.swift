/// All ways in which the cells of one row may stand in the columns of the table, each with its likelihood.
///
/// Cells and columns keep their order, so the ways form a lattice of cells × columns. Sums over all of them, and the best
/// one, take time O(cells × columns) for each set of levels and each first new level.
struct RowLattice: Sendable {
  let cells: [AlignableCell]
  let frame: Frame

  /// What is the same for all rows of a table in one pass.
  struct Frame: Sendable {
    let columns: [LogicalColumn]
    let levelColumns: [Int]
    let levelOfColumn: [Int?]
    /// Columns from here on are no levels.
    let zoneEnd: Int
    /// Columns before it that are neither levels nor numbers, and whose meaning says what they may hold.
    let weighedInZone: [Int]
    let model: LossModel
    let mentions: MentionHabit
    /// Whether empty cells at the end of rows were cut off, so that a field behind the last cell may have been empty.
    let cutsEnds: Bool
    /// Whether rows were filled up to one length, so that empty cells may stand for nothing.
    let isEven: Bool
    /// How much likelier or less likely than usual it is that a cell is a piece of the one before.
    let joinWeight: Double

    init(
      columns: [LogicalColumn], model: LossModel, mentions: MentionHabit, cutsEnds: Bool, isEven: Bool,
      joinWeight: Double
    ) {
      self.joinWeight = joinWeight
      self.columns = columns
      self.model = model
      self.mentions = mentions
      self.cutsEnds = cutsEnds
      self.isEven = isEven
      levelColumns = columns.indices.filter { columns[$0].meaning == .level }
      var levels: [Int?] = Array(repeating: nil, count: columns.count)
      for (level, column) in levelColumns.enumerated() { levels[column] = level }
      levelOfColumn = levels
      zoneEnd = (levelColumns.last ?? -1) + 1
      weighedInZone = (0..<zoneEnd).filter { ![.level, .number, .other].contains(columns[$0].meaning) }
    }
  }

  /// How likely each text is in each column: cell × columns + column.
  private let likelihoods: [Double]
  /// How likely it is that a cell has no column of its own: an empty one that stands for nothing, a piece of the one before;
  /// cell × columns + the column of the one before.
  private let strays: [Double]
  private let lastFilled: Int
  /// For each first new level, the likelihood of all that stands from a cell and from a column behind the levels on.
  let tails: [[Double]]

  /// - Parameters:
  ///   - naming: for each cell, whether it names another one (`MentionHabit.naming`).
  ///   - learned: for each cell, the column in which an earlier pass has learned it.
  init(_ cells: [AlignableCell], naming: [Bool], learned: [Int?], frame: Frame, cost: ContentCost) {
    self.cells = cells
    self.frame = frame
    let width = frame.columns.count
    lastFilled = cells.lastIndex { !$0.isEmpty } ?? -1
    let isComplete = cells.count { !$0.isEmpty } <= width
    var likelihoods = Array(repeating: 1.0, count: cells.count * width)
    var strays = Array(repeating: 0.0, count: cells.count * width)
    for (index, cell) in cells.enumerated() {
      if cell.isEmpty {
        let stray = index > lastFilled ? Self.strayEnd : Self.strayBlank
        for column in 0..<width {
          strays[index * width + column] = frame.isEven ? stray : min(stray, Self.strayOfUnevenRow)
        }
      } else {
        let prices = cost.prices(cell.text, cell.evidence, learnedIn: learned[index])
        for column in 0..<width {
          likelihoods[index * width + column] =
            Likelihood.exponential(-Self.contentWeight * min(Self.greatestPrice, prices[column]))
            * (naming[index] ? frame.mentions.weight(as: frame.columns[column].meaning) : 1)
        }
        // Where there are fields enough for all cells, a cell is hardly ever a piece of another.
        let price = cell.joinPrice + (isComplete ? Self.completePrice : 0)
        let join = index == 0 ? 0 : frame.joinWeight * Likelihood.exponential(-price)
        for column in 0..<width {
          // What is no label is no piece of one either, unless it is a note on it, and no number's piece is other than a number.
          let isTold = [.level, .number].contains(frame.columns[column].meaning) && !cell.evidence.isNote
          let odd = isTold ? prices[column] - Self.labelPrice : 0
          strays[index * width + column] =
            join * Likelihood.exponential(-Self.contentWeight * min(Self.greatestPrice, max(0, odd)))
        }
      }
    }
    self.likelihoods = likelihoods
    self.strays = strays
    var tails: [[Double]] = []
    let height = cells.count + 1
    for first in 0...frame.levelColumns.count {
      var sums = Array(repeating: 0.0, count: (width + 1 - frame.zoneEnd) * height)
      for column in (frame.zoneEnd...width).reversed() {
        let base = (column - frame.zoneEnd) * height
        for cell in (0..<height).reversed() {
          var sum = column == width && cell == cells.count ? 1.0 : 0
          if column < width {
            sum += sums[base + height + cell] * Self.skip(column, firstNew: first, atEnd: cell == cells.count, frame)
            if cell < cells.count {
              sum +=
                sums[base + height + cell + 1]
                * Self.match(cells[cell], likelihoods[cell * width + column], column, firstNew: first, frame)
            }
          }
          if cell < cells.count, column > 0 || cells[cell].isEmpty {
            sum += sums[base + cell + 1] * strays[cell * width + max(0, column - 1)]
          }
          sums[base + cell] = sum
        }
      }
      tails.append(sums)
    }
    self.tails = tails
  }

  /// How likely it is that a cell has no column of its own where the one before it stands left of a column.
  func stray(_ cell: Int, before column: Int) -> Double { strays[cell * frame.columns.count + max(0, column - 1)] }

  /// What a label costs as one.
  private static let labelPrice = 0.3
  /// No text is so odd that it could not stand in a column at all.
  private static let greatestPrice = 7.0
  /// The prices of content are low for likelihoods: measured, they say more than they claim.
  private static let contentWeight = 1.3

  // MARK: - Sums

  /// For each first new level, the likelihood of the row if it has labels of its own in just these levels.
  func likelihoods(of set: LevelSet) -> [Double] {
    let front = front(of: set)
    return tails.map { tail in front.indices.reduce(0) { $0 + front[$1] * tail[$1] } }
  }

  /// For each cell, the likelihood of all ways in which the cells before it fill the columns up to the last level.
  private func front(of set: LevelSet) -> [Double] {
    guard let last = set.levels.last, last + 1 < frame.levelColumns.count else {
      return front(of: set, showsRest: false)
    }
    let shown = front(of: set, showsRest: true)
    let hidden = front(of: set, showsRest: false)
    let share = frame.model.shownShare
    return shown.indices.map { share * shown[$0] + (1 - share) * hidden[$0] }
  }

  private func front(of set: LevelSet, showsRest: Bool) -> [Double] {
    let height = cells.count + 1
    var sums = Array(repeating: 0.0, count: height)
    sums[0] = 1
    for column in 0..<frame.zoneEnd {
      for cell in cells.indices where column > 0 || cells[cell].isEmpty {
        sums[cell + 1] += sums[cell] * stray(cell, before: column)
      }
      for cell in (0..<height).reversed() {
        let stay = sums[cell] * skip(column, of: set, showsRest, atEnd: cell == cells.count)
        sums[cell] = stay + (cell > 0 ? sums[cell - 1] * match(cell - 1, column, of: set, showsRest) : 0)
      }
    }
    return sums
  }

  // MARK: - Weights

  /// How likely it is that a row shows one of the levels that its branch lacks, and not another: they go together.
  private static let brokenRest = 0.03
  /// How likely it is that a level has an empty cell in a row without labels.
  private static let emptyLevel = 0.1
  /// How likely it is that an empty cell stands for nothing: behind the last text, and before it.
  private static let strayEnd = 0.5
  private static let strayBlank = 0.02
  /// The same where rows have just the cells that they have left.
  private static let strayOfUnevenRow = 0.005
  /// What it costs to read a cell as a piece of another where there are fields enough for all.
  private static let completePrice = 2.5

  private static func skip(_ column: Int, firstNew: Int, atEnd: Bool, _ frame: Frame) -> Double {
    let place = frame.model.place(firstNew, column)
    return frame.model.missing[place] + (atEnd && frame.cutsEnds ? frame.model.blank[place] : 0)
  }

  private static func match(
    _ cell: AlignableCell, _ likelihood: Double, _ column: Int, firstNew: Int, _ frame: Frame
  ) -> Double {
    let place = frame.model.place(firstNew, column)
    return cell.isEmpty ? frame.model.blank[place] : frame.model.own[place] * likelihood
  }

  /// How likely it is that a column up to the last level has no cell.
  func skip(_ column: Int, of set: LevelSet, _ showsRest: Bool, atEnd: Bool) -> Double {
    guard let level = frame.levelOfColumn[column] else {
      return Self.skip(column, firstNew: set.levels.first ?? frame.levelColumns.count, atEnd: atEnd, frame)
    }
    guard let first = set.levels.first, let last = set.levels.last else { return 1 }
    if level < first { return frame.model.covered.gone }
    if level > last { return showsRest ? Self.brokenRest : 1 }
    return set.contains(level) ? 0 : frame.model.gaps[level].covered
  }

  /// How likely it is that a cell stands in a column up to the last level.
  func match(_ cell: Int, _ column: Int, of set: LevelSet, _ showsRest: Bool) -> Double {
    let likelihood = likelihoods[cell * frame.columns.count + column]
    guard let level = frame.levelOfColumn[column] else {
      return Self.match(
        cells[cell], likelihood, column, firstNew: set.levels.first ?? frame.levelColumns.count, frame)
    }
    let isNothing = cells[cell].isNothing
    if set.contains(level) { return isNothing ? 0 : likelihood }
    guard isNothing else { return 0 }
    guard let first = set.levels.first, let last = set.levels.last else { return Self.emptyLevel }
    if level > last { return showsRest ? 1 : Self.brokenRest }
    return level < first ? frame.model.covered.kept : frame.model.gaps[level].blank
  }

  // MARK: - The best way

  private enum Move: UInt8 { case none, match, skip, stray }

  /// The column of each cell in the likeliest way to read the row with labels in just these levels; `nil` for a cell that
  /// stands for nothing. Returns `nil` if there is no such way.
  func best(_ set: LevelSet, firstNew: Int) -> [Int?]? {
    let hidden = best(set, firstNew: firstNew, showsRest: false)
    guard let last = set.levels.last, last + 1 < frame.levelColumns.count else { return hidden?.columnOfCell }
    let share = frame.model.shownShare
    guard let shown = best(set, firstNew: firstNew, showsRest: true) else { return hidden?.columnOfCell }
    guard let hidden, hidden.likelihood * (1 - share) >= shown.likelihood * share else { return shown.columnOfCell }
    return hidden.columnOfCell
  }

  private func best(
    _ set: LevelSet, firstNew: Int, showsRest: Bool
  ) -> (columnOfCell: [Int?], likelihood: Double)? {
    let height = cells.count + 1
    let width = frame.columns.count
    var values = Array(repeating: 0.0, count: height * (width + 1))
    var moves = Array(repeating: Move.none, count: values.count)
    values[0] = 1
    func relax(_ target: Int, _ value: Double, _ move: Move) {
      if value > values[target] {
        values[target] = value
        moves[target] = move
      }
    }
    for column in 0...width {
      for cell in 0..<height {
        let here = values[column * height + cell]
        guard here > 0 else { continue }
        if cell < cells.count, column > 0 || cells[cell].isEmpty {
          relax(column * height + cell + 1, here * stray(cell, before: column), .stray)
        }
        guard column < width else { continue }
        let isZone = column < frame.zoneEnd
        let atEnd = cell == cells.count
        let skip =
          isZone
          ? skip(column, of: set, showsRest, atEnd: atEnd) : Self.skip(column, firstNew: firstNew, atEnd: atEnd, frame)
        relax((column + 1) * height + cell, here * skip, .skip)
        guard cell < cells.count else { continue }
        let match =
          isZone
          ? match(cell, column, of: set, showsRest)
          : Self.match(cells[cell], likelihoods[cell * width + column], column, firstNew: firstNew, frame)
        relax((column + 1) * height + cell + 1, here * match, .match)
      }
    }
    guard values[values.count - 1] > 0 else { return nil }
    var columnOfCell: [Int?] = Array(repeating: nil, count: cells.count)
    var (cell, column) = (cells.count, width)
    while cell > 0 || column > 0 {
      switch moves[column * height + cell] {
      case .match:
        cell -= 1
        column -= 1
        columnOfCell[cell] = column
      case .skip: column -= 1
      case .stray:
        cell -= 1
        columnOfCell[cell] = cells[cell].isEmpty ? nil : column - 1
      case .none: return nil
      }
    }
    return (columnOfCell, values[values.count - 1])
  }

  // MARK: - Shares

  /// One way to read the row's labels, and how probable it is.
  struct Weighed: Sendable {
    var set: LevelSet
    var firstNew: Int
    var probability: Double
  }

  /// What the row adds to the counts of the document, and the probability of each cell to stand in each column (cell ×
  /// columns + column), over all ways to read its labels.
  func shares(_ readings: [Weighed], into counts: inout LossModel.Counts) -> [Double] {
    let height = cells.count + 1
    let width = frame.columns.count
    var placed = Array(repeating: 0.0, count: cells.count * width)
    // By the first new level, in the order of levels: sums of numbers depend on the order in which they are taken.
    var starts: [[Double]?] = Array(repeating: nil, count: frame.levelColumns.count + 1)
    for reading in readings where reading.probability > 0.001 {
      let front = front(of: reading.set)
      let tail = tails[reading.firstNew]
      let total = front.indices.reduce(0) { $0 + front[$1] * tail[$1] }
      guard total > 0 else { continue }
      let scale = reading.probability / total
      let scaled = front.map { $0 * scale }
      if let before = starts[reading.firstNew] {
        starts[reading.firstNew] = before.indices.map { before[$0] + scaled[$0] }
      } else {
        starts[reading.firstNew] = scaled
      }
      noteZone(reading, into: &counts, placed: &placed)
    }
    for (first, start) in starts.enumerated() {
      guard var sums = start else { continue }
      let tail = tails[first]
      for column in frame.zoneEnd..<width {
        let base = (column - frame.zoneEnd) * height
        for cell in cells.indices where column > 0 || cells[cell].isEmpty {
          sums[cell + 1] += sums[cell] * stray(cell, before: column)
        }
        var next = Array(repeating: 0.0, count: height)
        let place = frame.model.place(first, column)
        for cell in 0..<height where sums[cell] > 0 {
          let atEnd = cell == cells.count
          let skip = sums[cell] * Self.skip(column, firstNew: first, atEnd: atEnd, frame)
          next[cell] += skip
          note(skip * tail[base + height + cell], place: place, atEnd: atEnd, into: &counts)
          guard cell < cells.count else { continue }
          let likelihood = likelihoods[cell * width + column]
          let match = sums[cell] * Self.match(cells[cell], likelihood, column, firstNew: first, frame)
          next[cell + 1] += match
          let share = match * tail[base + height + cell + 1]
          if cells[cell].isEmpty { counts.blank[place] += share } else { counts.own[place] += share }
          placed[cell * width + column] += share
        }
        sums = next
      }
    }
    return placed
  }

  /// Counts a field without a cell; behind the last cell it may as well have been empty.
  private func note(_ share: Double, place: Int, atEnd: Bool, into counts: inout LossModel.Counts) {
    let model = frame.model
    let blank = atEnd && frame.cutsEnds ? model.blank[place] / (model.blank[place] + model.missing[place]) : 0
    counts.missing[place] += share * (1 - blank)
    counts.blank[place] += share * blank
  }

  /// Counts what stands up to the last level, by the best way to read it.
  ///
  /// Labels and numbers are told by the reading itself; what stands in other fields there is weighed over all ways.
  private func noteZone(_ reading: Weighed, into counts: inout LossModel.Counts, placed: inout [Double]) {
    guard let columnOfCell = best(reading.set, firstNew: reading.firstNew) else { return }
    let width = frame.columns.count
    var filled: Set<Int> = []
    for (cell, column) in columnOfCell.enumerated() {
      guard let column, column < frame.zoneEnd else { continue }
      filled.insert(column)
      if !frame.weighedInZone.contains(column) { placed[cell * width + column] += reading.probability }
    }
    if !frame.weighedInZone.isEmpty { weighZone(reading, placed: &placed) }
    for column in 0..<frame.zoneEnd {
      if let level = frame.levelOfColumn[column] {
        guard let first = reading.set.levels.first, let last = reading.set.levels.last else { continue }
        if level < first {
          if filled.contains(column) { counts.kept += reading.probability } else { counts.gone += reading.probability }
        } else if level > first, level < last {
          counts.noteBetween(
            level, hasLabel: reading.set.contains(level), hasCell: filled.contains(column), reading.probability)
        }
        guard level == last + 1 else { continue }
        if filled.contains(column) {
          counts.shown += reading.probability
        } else {
          counts.hidden += reading.probability
        }
      } else {
        let place = frame.model.place(reading.set.levels.first ?? frame.levelColumns.count, column)
        if filled.contains(column) {
          counts.own[place] += reading.probability
        } else {
          counts.missing[place] += reading.probability
        }
      }
    }
  }
}
