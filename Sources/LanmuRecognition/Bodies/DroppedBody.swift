internal import LanmuDiagnostics

/// Reads the rows of a table whose merged cells are gone, so that cells keep their order but not their places.
///
/// All readings of all rows are weighed together, a few times over: what one pass makes of the document – which fields rows
/// fill, how deep they go, at which level a label stands, how fields are worded – is what the next one expects. What remains
/// open is a doubt, with the probability of the reading chosen.
struct DroppedBody: Sendable {
  let columns: [LogicalColumn]
  /// Whether rows are padded with empty cells at their end.
  let isPadded: Bool

  /// A row as it was read.
  struct Reading: Sendable {
    /// The column of each cell; `nil` for an empty one that stands for nothing.
    var columnOfCell: [Int?]
    var path: [String]
    var pathProbability: Double
    var rival: [String]?
    /// For each column, what it holds and how probable that is; `nil` for levels.
    var guesses: [FieldValues.Guess?]
  }

  private static let passes = 3
  /// Wider tables, and rows of more cells, are not weighed: their cost would be out of proportion.
  static let mostColumns = 64
  static let mostLevels = 8
  private static let mostCells = 64

  func read(
    _ rows: [[AlignableCell]], breaks: [RowBreak], cost: ContentCost
  ) -> (readings: [Reading], steps: Int) {
    let cells = rows.map { row in
      let cells = isPadded ? Self.trimmed(row) : row
      return cells.count <= Self.mostCells ? cells : []
    }
    let isEven = !isPadded && Self.isEven(rows)
    let cutsEnds = isPadded || !rows.contains { $0.last?.isEmpty == true }
    func read(_ belief: LossModel.Belief) -> Pass {
      passes(
        over: cells, breaks: breaks, cost: cost, isEven: isEven, cutsEnds: cutsEnds, belief: belief)
    }
    var belief = LossModel.Belief()
    let outermost = columns.levels.first ?? 0
    belief.keepsCovered = Self.keepsCovered(cells, outermost: outermost)
    var pass = read(belief)
    var steps = pass.counts.steps
    if pass.counts.hidden > Self.leastHidden {
      // Whether levels that a branch lacks are written as empty cells, or covered from the left, is the habit of a whole
      // table; from what single rows say alone, only the habit that most of them begin with can be learnt.
      var writing = belief
      writing.writesLevels = true
      let written = read(writing)
      steps += written.counts.steps
      let margin = Self.keepsBlanks(cells) ? Self.writtenMarginAmongBlanks : Self.writtenMargin
      if written.counts.evidence > pass.counts.evidence + margin {
        pass = written
        belief.writesLevels = true
      }
    }
    var outlook = Outlook(pass)
    if columns.levels.count > 2 {
      // How deep most branches go decides, without words that tell levels apart, where all labels of a table stand.
      belief.deepShare = LossModel.Belief.shallowShare
      let shallow = read(belief)
      let advantage = shallow.counts.evidence - pass.counts.evidence
      steps += shallow.counts.steps
      func beyond(_ margin: Double) -> Double { advantage - max(Self.leastShallowMargin, margin * Double(rows.count)) }
      outlook.weigh(shallow, advantage: beyond(Self.shallowMargin), open: beyond(Self.openShallowMargin))
    }
    var values = FieldValues(columns: columns)
    let outcome = rows.indices.map { index in
      let isTooWide = cells[index].isEmpty && rows[index].contains { !$0.isEmpty }
      return isTooWide
        ? byPlace(rows[index], below: outlook.pass.path(of: index))
        : result(of: index, in: outlook, width: rows[index].count, values: &values)
    }
    return (outcome, steps)
  }

  // MARK: - Passes

  /// By how much the logarithm of a table's likelihood must be greater for most of its branches to be taken for shallow, for
  /// each row and at least.
  private static let shallowMargin = 0.1
  private static let leastShallowMargin = 4.5
  /// The same for each row, for this to be left in doubt.
  private static let openShallowMargin = 0.05
  /// Where no more rows than these lack a level, nothing depends on the habit.
  private static let leastHidden = 0.5
  /// By how much the logarithm of a table's likelihood must be greater for levels to be taken for written out.
  private static let writtenMargin = 1.5
  /// The same where empty cells are kept elsewhere, so that only labels that cover the level below hide one.
  private static let writtenMarginAmongBlanks = -6.0

  /// Whether rows keep the cells that they have left empty between others.
  private static func keepsBlanks(_ rows: [[AlignableCell]]) -> Bool {
    rows.count { row in zip(row, row.dropFirst()).contains { $0.isEmpty && !$1.isEmpty } } >= 2
  }

  /// Whether many rows begin with an empty cell where the outermost label would stand.
  private static func keepsCovered(_ rows: [[AlignableCell]], outermost: Int) -> Bool {
    let filled = rows.filter { row in row.contains { !$0.isEmpty } }
    let covered = filled.count { $0.count > outermost && $0[outermost].isEmpty }
    return covered >= leastCovered && covered * 4 >= filled.count
  }

  private static let leastCovered = 3

  /// What all passes make of the rows.
  ///
  /// - Parameter belief: what is taken to be true of the table, whatever its rows say.
  private func passes(
    over cells: [[AlignableCell]], breaks: [RowBreak], cost: ContentCost, isEven: Bool, cutsEnds: Bool,
    belief: LossModel.Belief
  ) -> Pass {
    let levelColumns = columns.levels
    let sets = LevelSet.all(of: levelColumns.count)
    let naming = MentionHabit.naming(cells)
    let kinds = cells.map(FieldKind.kinds)
    let lists = Set(cells.joined().filter { CellText.listsNames($0.raw) }.map { ExactText($0.text) })
    let channelWeights = RepeatedUnits.channelWeights(cells)
    let counts = RowCounts.counts(cells)
    let (entries, held) = (RowCounts.entries(cells), HeldBranches(cells, breaks: breaks).levels)
    let certainlyShown = cells.count { showsMissingLevel($0, cost: cost) }
    var pass = Pass(
      model: LossModel(
        columns: columns, levelCount: levelColumns.count, certainlyShown: certainlyShown, belief: belief),
      labels: LabelTable(), lattices: [],
      rows: [], verdicts: [], counts: LossModel.Counts(levels: levelColumns.count, columns: columns.count), placed: [])
    var lessons = Lessons(cells: cells, naming: naming, cost: cost)
    var steps = 0
    for turn in 0..<Self.passes {
      let frame = RowLattice.Frame(
        columns: columns, model: pass.model, mentions: lessons.mentions, cutsEnds: cutsEnds, isEven: isEven,
        joinWeight: lessons.joinWeight)
      pass.lattices = cells.indices.map { row in
        RowLattice(
          cells[row], naming: naming[row], learned: lessons.learned[row], frame: frame, cost: lessons.cost)
      }
      pass.rows = cells.indices.map { index in
        var row = HierarchyChain.Row(readings: [], above: breaks[index])
        (row.readings, row.scale) = readings(of: pass.lattices[index], sets: sets, labels: &pass.labels)
        row.channelWeight = channelWeights[index]
        row.count = counts[index]
        (row.isEntry, row.held) = (entries[index], held[index])
        row.repeatsFields = index > 0 && !kinds[index].isEmpty && kinds[index] == kinds[index - 1]
        return row
      }
      let known = lessons.weighLabels(of: &pass)
      let chain = HierarchyChain(
        model: pass.model,
        kinship: LabelKinship(
          pass.labels, recurs: known.recurs, isList: { lists.contains(ExactText($0)) }, closing: lessons.closing))
      pass.counts = LossModel.Counts(levels: levelColumns.count, columns: columns.count)
      pass.verdicts = chain.verdicts(pass.rows, counts: &pass.counts)
      steps += pass.counts.steps
      pass.placed = cells.indices.map { shares(of: $0, in: &pass) }
      guard turn < Self.passes - 1 else { break }
      pass.model = LossModel(
        columns: columns, levelCount: levelColumns.count, certainlyShown: certainlyShown, counts: pass.counts,
        belief: belief)
      lessons.take(from: pass, columns: columns)
    }
    pass.counts.steps = steps
    return pass
  }

  /// Whether an empty or dashed cell stands between a row's labels and a text that belongs right behind all levels.
  private func showsMissingLevel(_ cells: [AlignableCell], cost: ContentCost) -> Bool {
    guard let last = columns.levels.last, last + 1 < columns.count,
      let empty = cells.indices.first(where: { $0 > 0 && cells[$0].isNothing && !cells[$0 - 1].isNothing }),
      let next = cells[empty...].firstIndex(where: { !$0.isNothing }), !cells[empty - 1].evidence.isProse
    else { return false }
    let (text, evidence) = (cells[next].text, cells[next].evidence)
    return cost.price(text, evidence, in: last + 1) < Self.fittingPrice
      && cost.price(text, evidence, in: last) > Self.strangePrice
  }

  /// A text that costs less surely belongs to a field, and one that costs more hardly does.
  private static let fittingPrice = 0.8
  private static let strangePrice = 1.3

  /// Whether nearly all rows have as many cells as the longest, empty ones counted.
  private static func isEven(_ rows: [[AlignableCell]]) -> Bool {
    let most = rows.reduce(0) { max($0, $1.count) }
    return rows.count { $0.count == most } * 10 >= rows.count * 9
  }

  /// The cells of a row without the empty ones at its end.
  static func trimmed(_ cells: [AlignableCell]) -> [AlignableCell] {
    Array(cells.prefix((cells.lastIndex { !$0.isEmpty } ?? -1) + 1))
  }

  /// The readings of a row that are not out of the question, and the logarithm of the likelihood that theirs are divided by.
  private func readings(
    of lattice: RowLattice, sets: [LevelSet], labels: inout LabelTable
  ) -> (readings: [HierarchyChain.Reading], scale: Double) {
    let weighed = sets.map { ($0, lattice.likelihoods(of: $0)) }
    let most = weighed.reduce(0.0) { max($0, $1.1.max() ?? 0) }
    var readings: [HierarchyChain.Reading] = []
    for (set, likelihoods) in weighed where most > 0 && (likelihoods.max() ?? 0) > most * Self.negligible {
      let first = set.levels.first ?? lattice.frame.levelColumns.count
      guard let columnOfCell = lattice.best(set, firstNew: first) else { continue }
      var joinedTo: [Int] = []
      let numbers = set.levels.map { level in
        let column = lattice.frame.levelColumns[level]
        let texts = lattice.cells.indices.filter { columnOfCell[$0] == column }.map { lattice.cells[$0].text }
        if texts.count > 1 { joinedTo.append(labels.number(of: texts[0])) }
        return labels.number(of: texts.joined())
      }
      let skipped = first > 0 ? lattice.frame.levelColumns[first - 1] : nil
      readings.append(
        HierarchyChain.Reading(
          set: set, labels: numbers, likelihoods: likelihoods.map { $0 / most },
          labelWeights: Array(repeating: 1, count: numbers.count),
          hasFields: columnOfCell.contains { $0.map { columns[$0].meaning != .level } ?? false },
          showsSkipped: skipped.map { columnOfCell.contains($0) } ?? false, joinedTo: joinedTo))
    }
    return (readings, most > 0 ? Likelihood.logarithm(most) : 0)
  }

  private static let negligible = 0.000_05

  private func shares(of row: Int, in pass: inout Pass) -> [Double] {
    let width = pass.model.levelCount + 1
    let verdict = pass.verdicts[row]
    let weighed = verdict.shares.indices.filter { verdict.shares[$0] > 0.001 }.map { index in
      RowLattice.Weighed(
        set: pass.rows[row].readings[index / width].set, firstNew: index % width, probability: verdict.shares[index])
    }
    return pass.lattices[row].shares(weighed, into: &pass.counts)
  }
}
