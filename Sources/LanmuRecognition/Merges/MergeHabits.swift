/// What the author of a table does with equal and missing values: where cells are empty, and whether equal values are
/// written again.
///
/// Merged cells leave empty ones below them within a branch, and hardly ever where a branch begins; blanks fall anywhere.
/// Who merges equal values prints none of them twice running.
struct MergeHabits: Sendable {
  /// Where a row stands: the first of a channel, the first below another parent, or neither.
  enum Boundary: Int, Sendable {
    case channel, parent, none
  }

  /// For each row, what begins with it.
  let boundaries: [Boundary]
  /// For each row, whether it begins a page, as far as a repeated header or repeated labels show.
  let beginsPage: [Bool]
  /// For each row, how many labels it shares with the row above, its section counted as one; the first row shares none.
  private let shared: [Int]
  /// Whether all rows that go on with a branch write its labels again, as tables do that merge nothing.
  private let writesOpenLabels: Bool
  private let columns: [Column]
  /// Sums over the fields that most rows have.
  private let table: Column

  /// - Parameters:
  ///   - rows: the aligned rows.
  ///   - firstNew: for each row, the place among the levels of its first label that was not open above.
  ///   - paths: for each row, its labels.
  ///   - columnCount: the number of grid columns.
  ///   - levelColumns: the columns of labels, outermost first, and `weighty` those that speak for the table.
  init(
    rows: [AlignedRow], firstNew: [Int?], paths: [[String]], columnCount: Int, levelColumns: [Int], weighty: [Int]
  ) {
    // Where labels stand below none, each row begins one, and no branch; but no merged cell reaches past a section's row.
    let isFlat = levelColumns.count == 1
    let boundaries: [Boundary] = rows.indices.map { index in
      if index > 0, rows[index].sections != rows[index - 1].sections { return .channel }
      if isFlat, index > 0 { return .none }
      // Below a section, columns of the site that no label of a branch stands above are each other's neighbours.
      if index > 0, !rows[index].sections.isEmpty, paths[index].count == 1, paths[index - 1].count == 1 { return .none }
      if firstNew[index] == 0 { return .channel }
      guard index > 0, paths[index].dropLast() == paths[index - 1].dropLast() else { return .parent }
      return .none
    }
    self.boundaries = boundaries
    let repeatsLabels = rows.indices.map { index in
      levelColumns.prefix(firstNew[index] ?? levelColumns.count).contains { rows[index].slots[$0].hasText }
    }
    // Who writes labels again in many rows does so wherever they stand.
    let isSeldom = repeatsLabels.count { $0 } * 8 <= rows.count
    let open = rows.indices.filter { $0 > 0 && (firstNew[$0] ?? levelColumns.count) > 0 }
    writesOpenLabels = open.count >= Self.fewestOpen && open.allSatisfy { repeatsLabels[$0] || rows[$0].followsBreak }
    let beginsPage = rows.indices.map { rows[$0].followsBreak || isSeldom && repeatsLabels[$0] }
    self.beginsPage = beginsPage
    let shared = rows.indices.map { index in
      guard index > 0, rows[index].sections == rows[index - 1].sections else { return 0 }
      return 1 + zip(paths[index], paths[index - 1]).prefix { $0 == $1 }.count
    }
    self.shared = shared
    let columns = (0..<columnCount).map {
      Column($0, rows: rows, boundaries: boundaries, beginsPage: beginsPage, shared: shared, isFlat: isFlat)
    }
    self.columns = columns
    table = weighty.reduce(into: Column()) { $0.add(columns[$1]) }
  }

  /// The evidence about a grid column; what the others say is told without it if it `isCounted` among them.
  func evidence(of column: Int, isCounted: Bool) -> MergeEvidence {
    let own = columns[column]
    var others = table
    if isCounted { others.subtract(own) }
    return MergeEvidence(
      withinParents: own.ratio(of: [.none], to: .parent), withinChannels: own.ratio(of: [.none], to: .channel),
      tableWithinParents: table.ratio(of: [.none], to: .parent),
      tableWithinChannels: table.ratio(of: [.none, .parent], to: .channel),
      coincidences: own.coincidences, branchSurprise: own.branches?.surprise ?? 0, startsLeaning: own.startsLeaning,
      repeats: Double(own.repeats), repeatsExpected: Double(own.pairs) * own.likeness,
      emptyFirsts: Double(own.empty[Boundary.channel.rawValue]), writesOpenLabels: writesOpenLabels,
      hasStarts: own.hasStarts, share: own.share(of: [.channel, .parent, .none]),
      rewritesWithin: own.rewritesWithin(Self.often),
      mostlyRewrites: own.rewritesWithin(Self.mostly),
      otherRepeats: Double(others.repeats), otherShare: others.share(of: [.parent, .none]))
  }

  /// Whether a row is the first of a branch, of those with which the texts of a field begin by more than chance.
  func beginsBranch(of column: Int, at row: Int) -> Bool {
    columns[column].branches.map { shared[row] <= $0.depth } ?? false
  }

  /// Fewer rows may write labels again for another reason.
  private static let fewestOpen = 4

  /// How many values written again below one parent, and which share of those that could be, tell of a habit.
  private struct Rewriting {
    var fewest: Int
    var share: Double
  }

  /// Set by hand: of fields with as many, some authors had merged the empty cells, and about as many had left them so.
  private static let mostly = Rewriting(fewest: 10, share: 0.6)
  private static let often = Rewriting(fewest: 4, share: 0.4)

  /// Counts of one grid column.
  private struct Column: Sendable {
    /// By what begins with a row: empty cells, and rows. The first row of the table counts nowhere.
    var empty = [0, 0, 0]
    var rows = [0, 0, 0]
    /// Rows with a value but for the first of pages, which say a merged one again, and how many labels they share with the row
    /// above at most.
    private var filled = 0
    private var deepestFilled = -1
    /// Rows without a value, and how many labels they share with the row above at least.
    private var empties = 0
    private var shallowestEmpty = Int.max
    /// Neighbouring rows of a channel that both have a value, and those whose values are equal.
    var pairs = 0
    var repeats = 0
    /// The same of neighbours below one parent, which hardly a page parts.
    private var repeatsWithin = 0
    /// How likely two values of the column are equal by chance.
    var likeness = 0.0
    /// Where its texts stand.
    private(set) var branches: BranchStarts?

    init() {}

    init(
      _ column: Int, rows aligned: [AlignedRow], boundaries: [Boundary], beginsPage: [Bool], shared: [Int],
      isFlat: Bool
    ) {
      var counts: [ExactText: Int] = [:]
      var total = 0
      for (index, row) in aligned.enumerated() {
        let slot = row.slots[column]
        if slot.hasText {
          counts[ExactText(slot.label), default: 0] += 1
          total += 1
        }
        guard index > 0 else { continue }
        let boundary = boundaries[index].rawValue
        rows[boundary] += 1
        if !slot.hasText {
          empty[boundary] += 1
          empties += 1
          shallowestEmpty = min(shallowestEmpty, shared[index])
        } else if !beginsPage[index] {
          filled += 1
          deepestFilled = max(deepestFilled, shared[index])
        }
        let above = aligned[index - 1].slots[column]
        guard slot.hasText, above.hasText, boundaries[index] != .channel, !row.followsBreak else { continue }
        pairs += 1
        guard above.label == slot.label else { continue }
        repeats += 1
        if boundaries[index] == .none, !beginsPage[index] { repeatsWithin += 1 }
      }
      guard total > 0 else { return }
      likeness = counts.values.reduce(0) { $0 + Double($1 * $1) } / Double(total * total)
      branches = BranchStarts(
        hasText: aligned.map { $0.slots[column].hasText }, shared: shared, beginsPage: beginsPage, isFlat: isFlat)
    }

    /// Adds what is told of several fields together; where branches begin, each field tells for itself alone.
    mutating func add(_ other: Column) {
      for place in empty.indices {
        empty[place] += other.empty[place]
        rows[place] += other.rows[place]
      }
      repeats += other.repeats
    }

    mutating func subtract(_ other: Column) {
      for place in empty.indices {
        empty[place] -= other.empty[place]
        rows[place] -= other.rows[place]
      }
      repeats -= other.repeats
    }

    /// Whether equal values below one parent are written again so often, and so many, that cells there may have been left empty.
    func rewritesWithin(_ limit: Rewriting) -> Bool {
      repeatsWithin >= limit.fewest
        && Double(repeatsWithin) >= limit.share * Double(repeatsWithin + empty[Boundary.none.rawValue])
    }

    /// How many branches of one depth begin below the first row, if each first row of one has a value and no other row has.
    var coincidences: Double { empties >= Self.fewestRows && deepestFilled < shallowestEmpty ? Double(filled) : 0 }

    private static let fewestRows = 3

    /// The logarithm of how much likelier it is that branches begin with values, and empty cells, as they do if each was to
    /// begin with a value than if cells are empty anywhere.
    var startsLeaning: Double {
      let places = [Boundary.channel, .parent]
      let (starts, all) = (places.reduce(0) { $0 + rows[$1.rawValue] }, rows.reduce(0, +))
      let emptyStarts = places.reduce(0) { $0 + empty[$1.rawValue] }
      let share = (Double(empty.reduce(0, +)) + 0.5) / Double(all + 2)
      return Double(starts - emptyStarts) * Likelihood.logarithm((1 - Self.emptyStart) / (1 - share))
        + Double(emptyStarts) * Likelihood.logarithm(Self.emptyStart / share)
    }

    /// Whether a branch begins below the first row.
    var hasStarts: Bool { [.channel, .parent].contains { (boundary: Boundary) in rows[boundary.rawValue] > 0 } }

    /// How often a branch begins with an empty cell though its author merges within branches.
    private static let emptyStart = 0.03

    /// The logarithm of how much oftener cells are empty in some rows than in others.
    func ratio(of some: [Boundary], to others: Boundary) -> Double {
      let here = some.reduce(into: (empty: 0, rows: 0)) { sum, boundary in
        sum.empty += empty[boundary.rawValue]
        sum.rows += rows[boundary.rawValue]
      }
      let there = rate(empty[others.rawValue], rows[others.rawValue])
      return Likelihood.logarithm(rate(here.empty, here.rows) / there)
    }

    /// The logarithm of the odds that a cell is empty.
    func share(of boundaries: [Boundary]) -> Double {
      let empty = boundaries.reduce(0) { $0 + self.empty[$1.rawValue] }
      let rows = boundaries.reduce(0) { $0 + self.rows[$1.rawValue] }
      let share = Double(empty) / Double(max(1, rows))
      return Likelihood.logarithm((share + 0.02) / (1 - share + 0.02))
    }

    private func rate(_ count: Int, _ rows: Int) -> Double { (Double(count) + 0.5) / Double(rows + 1) }
  }
}
