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
      levelColumns = columns.levels
      levelOfColumn = columns.levelOfColumn
      zoneEnd = (levelColumns.last ?? -1) + 1
      weighedInZone = (0..<zoneEnd).filter { ![.level, .number, .other].contains(columns[$0].meaning) }
    }
  }

  /// How likely each text is in each column: cell × columns + column.
  let likelihoods: [Double]
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
    let named = MentionHabit.firstNamed(cells)
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
            * (named == index ? frame.mentions.namedWeight(as: frame.columns[column].meaning) : 1)
        }
        // Where there are fields enough for all cells, a cell is hardly ever a piece of another.
        let price =
          cell.joinPrice + (isComplete ? Self.completePrice : 0)
          + (index > 0 && cell.standsAlone(behind: cells[index - 1]) ? Self.alonePrice : 0)
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

  /// What it costs more to read a body or a time as the end of what is a whole sentence without it; set by hand.
  private static let alonePrice = 5.0
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
  func front(of set: LevelSet) -> [Double] {
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

  static func skip(_ column: Int, firstNew: Int, atEnd: Bool, _ frame: Frame) -> Double {
    let place = frame.model.place(firstNew, column)
    return frame.model.missing[place] + (atEnd && frame.cutsEnds ? frame.model.blank[place] : 0)
  }

  static func match(
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
}
