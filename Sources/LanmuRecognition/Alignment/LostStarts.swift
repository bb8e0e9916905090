/// Stretches of a table in which the rows that begin with an empty field have lost it, so that their cells stand one field
/// too far left.
///
/// A row that is one field short may also have a label that covers two fields. Such rows stand anywhere, and among rows that
/// keep the empty field that they begin with; rows that have slipped stand together, and between them no such row is left.
/// Where a table writes the fields that a label covers as empty ones, no label makes a row short, and any may have slipped.
struct LostStarts: Sendable {
  /// The empty fields that a row lost before its first label.
  struct Loss: Sendable {
    /// The cell before which they stood.
    var place: Int
    var count: Int
    /// How likely the row lost them, from 0 to 1.
    var probability: Double
  }

  /// The rows that have slipped.
  private(set) var losses: [Int: Loss] = [:]

  /// - Parameter limit: what a cell may cost where it stands.
  init(_ rows: [[AlignableCell]], aligner: RowAligner, cost: ContentCost, limit: Double) {
    guard aligner.levelColumns.count > 1 else { return }
    findStretches(rows, aligner: aligner, cost: cost, limit: limit)
    findSingle(rows, aligner: aligner, cost: cost, limit: limit)
  }

  /// Finds short rows where those whose labels end early are known to be as wide as all others.
  private mutating func findSingle(
    _ rows: [[AlignableCell]], aligner: RowAligner, cost: ContentCost, limit: Double
  ) {
    let width = aligner.columns.count
    let deepest = aligner.levelColumns.count - 1
    let covering = rows.count { cells in
      cells.count == width
        && aligner.readingByPlace(cells, cost: cost, limit: limit)?.levels.last.map { $0 < deepest } == true
    }
    guard covering > 0 else { return }
    let probability = Self.writesCovered(Double(covering))
    let outermost = aligner.levelColumns[0]
    let keeping = rows.count { $0.count == width && $0[outermost].isEmpty }
    var found: [Int: Loss] = [:]
    for (row, cells) in rows.enumerated() where losses[row] == nil {
      let count = width - cells.count
      guard !cells.isEmpty, (1...deepest).contains(count) else { continue }
      let place = aligner.firstMovable(in: cells)
      guard
        let moved = aligner.readingByPlace(cells, movedBy: count, from: place, cost: cost, limit: limit),
        !moved.levels.isEmpty
      else { continue }
      // Where a label ends early, the empty fields behind it may be those of which some are lost.
      if moved.levels.last != deepest { continue }
      // One that the row keeps behind its label may be a level's as well as a field's, and then another one is lost.
      let behind = aligner.levelColumns[deepest] - count + 1
      if cells.indices.contains(behind), cells[behind].isNothing { continue }
      if let placed = aligner.readingByPlace(cells, cost: cost, limit: limit), placed.cost < moved.cost { continue }
      found[row] = Loss(place: place, count: count, probability: probability)
    }
    // Where merged labels are gone, hardly a row begins with an empty one; where they are empty, enough keep them.
    if found.count <= keeping * Self.mostLost { losses.merge(found) { old, _ in old } }
  }

  /// How likely a table writes the fields that a label covers, from 0 to 1, if so many rows do.
  ///
  /// It writes them throughout or not at all: each row that does counts for several.
  static func writesCovered(_ rows: Double) -> Double { (rows + mixed) / (rows + 2 * mixed) }

  /// How little is expected of tables that write what a label covers in some rows and not in others.
  private static let mixed = 0.2

  /// How many rows at most lost the empty field that they began with, for each that has kept it.
  private static let mostLost = 3

  private mutating func findStretches(
    _ rows: [[AlignableCell]], aligner: RowAligner, cost: ContentCost, limit: Double
  ) {
    let width = aligner.columns.count
    let kinds = rows.map { Self.kind(of: $0, width: width, aligner: aligner, cost: cost, limit: limit) }
    let short = kinds.count { $0 == .slipped || $0 == .otherShort }
    let kept = kinds.count { $0 == .keepsStart }
    var stretches: [(rows: Range<Int>, evidence: Double)] = []
    var start = 0
    while let first = kinds[start...].firstIndex(of: .slipped) {
      let end = kinds[first...].firstIndex(of: .keepsStart) ?? rows.count
      let last = (kinds[first..<end].lastIndex(of: .slipped) ?? first) + 1
      let slipped = kinds[first..<last].count { $0 == .slipped }
      let whole = kinds[first..<last].count { $0 == .whole }
      // How much likelier so many short rows stand so close together, and whole rows between them all begin with a label, if
      // the rows have slipped than if short and whole rows are mixed by chance.
      let closeness = Likelihood.logarithm(Double(rows.count) / Double(last - first))
      let keptShare = (Double(kept) + 1) / Double(kinds.count { $0 == .whole || $0 == .keepsStart } + 2)
      let evidence =
        Double(slipped - 1) * closeness - Double(whole) * Likelihood.logarithm(1 - keptShare) - Self.prior
      stretches.append((first..<last, evidence))
      start = end
    }
    let sure = stretches.filter { $0.evidence > 0 }
    let explained = sure.reduce(0) { sum, stretch in sum + kinds[stretch.rows].count { $0 == .slipped } }
    guard explained * 4 >= short * 3 else { return }
    let unsplit = kept == 0 ? Self.unsplitEvidence(labels: kinds.count { $0 == .whole }) : 0
    for stretch in sure {
      let probability = 1 - 0.5 * Likelihood.exponential(-stretch.evidence - unsplit)
      for row in stretch.rows
      where kinds[row] == .slipped || Self.isRatherMoved(rows[row], width: width, aligner: aligner, cost: cost) {
        losses[row] = Loss(place: 0, count: 1, probability: probability)
      }
    }
  }

  /// How much speaks against it that each label of a table has one row only, as it had if no row below it has slipped and none
  /// keeps its empty field: most have several.
  private static func unsplitEvidence(labels: Int) -> Double {
    (0..<labels).reduce(0) { sum, label in
      sum - Likelihood.logarithm((single + Double(label)) / (single + several + Double(label)))
    }
  }

  /// Of how many labels it is taken to be known, before any is seen, that they have one row or several.
  private static let single = 2.0
  private static let several = 3.0

  /// What the evidence must outweigh: rows slip seldom.
  private static let prior = 1.0

  /// Whether a row that stands among such as have slipped fits the header better if it has, too, odd as its words may be.
  private static func isRatherMoved(
    _ cells: [AlignableCell], width: Int, aligner: RowAligner, cost: ContentCost
  ) -> Bool {
    guard cells.count == width - 1,
      let moved = aligner.readingByPlace(cells, movedBy: 1, cost: cost, limit: .infinity)
    else { return false }
    let placed = aligner.readingByPlace(cells, cost: cost, limit: .infinity)
    return placed.map { moved.cost < $0.cost } ?? true
  }

  private enum Kind { case keepsStart, whole, slipped, otherShort, silent }

  private static func kind(
    of cells: [AlignableCell], width: Int, aligner: RowAligner, cost: ContentCost, limit: Double
  ) -> Kind {
    guard let first = cells.first, cells.contains(where: { !$0.isEmpty }) else { return .silent }
    guard cells.count < width else { return first.isEmpty ? .keepsStart : .whole }
    guard cells.count == width - 1,
      let moved = aligner.readingByPlace(cells, movedBy: 1, cost: cost, limit: limit), !moved.levels.isEmpty
    else { return .otherShort }
    let placed = aligner.readingByPlace(cells, cost: cost, limit: limit)
    return placed.map { $0.cost < moved.cost } == true ? .otherShort : .slipped
  }
}
