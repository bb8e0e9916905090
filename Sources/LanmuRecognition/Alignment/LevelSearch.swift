/// Chooses among the readings of all rows of a table those that together make the most sensible hierarchy of labels.
///
/// A beam search from top to bottom: a state is the path of open labels. Cost is linear in the number of rows for a given
/// width of the beam.
struct LevelSearch: Sendable {
  /// States kept after each row.
  static let beamWidth = 24

  let levelCount: Int
  let regime: WidthRegime
  /// The level whose labels are numbered, where numbers are merged like labels; `nil` if each row has one, or none has.
  var numberedLevel: Int?
  /// What a first pass learnt of the fields that rows fill; `nil` in the first pass and where fields keep their places.
  var coverage: CoverageHabit?
  /// For each level, the share of rows whose labels begin there or further left; empty while unknown.
  var beginningShares: [Double] = []
  /// What it costs, where empty cells are kept, for each level that a row ends deeper or less deep than the one above.
  var stepPrice = step
  /// What it costs that a row has moved, or has not, after what the row above did.
  var runs = LossRuns.usual
  /// Whether what moved the rows above a page break says nothing of those below.
  var breaksEndRuns = false
  /// How much worse than the chosen readings others may be that are still weighed against them; the rows' own margins count
  /// for nothing then.
  var widestMargin: Double?

  /// What is chosen, and how sure it is.
  struct Choice: Sendable {
    /// Index of the reading in the row's list.
    var reading: Int
    /// The best reading of another path that nearly fits as well, and by how much it is worse.
    var rival: (reading: Int, path: [String], margin: Double)?
    var path: [String]
    /// By reading, how much worse the whole table is read with it; known only where a search is told how far to look.
    var margins: [Double] = []
    /// How likely all other paths together are, as a multiple of the one that is chosen; likewise.
    var otherPaths = 0.0
  }

  /// The rows' readings and labels as the search needs them.
  struct Row: Sendable {
    var readings: [RowReading]
    /// Label of each level for each reading, in the order of `RowReading.levels`.
    var labels: [[String]]
    /// For each reading, how many of the fields are missing that are usually filled, each by its share of filled rows.
    var missingCarriers: [Double]
    /// For each reading, whether the row has a number of its own.
    var isNumbered: [Bool]
    /// For each reading, whether the row fills any field beside its labels and its number.
    var hasFields: [Bool]
    /// For each reading, what the fields that it fills cost by the level of its first new label; empty while unknown.
    var coverage: [[Double]]
    var followsBreak: Bool
    /// Whether the row fits its place, and another as well to which it may have moved.
    var mayHaveMoved = false

    /// A rival that is worse by less than this leaves a doubt. A row that is moved although it fits its place is moved for what
    /// other rows tell, which takes more to be believed.
    var doubtMargin: Double { mayHaveMoved ? LevelSearch.movedMargin : LevelSearch.doubtMargin }
  }

  /// How the rows so far are read, as far as the next one depends on it.
  struct State {
    /// The number of the open label of each level; -1 where none is open.
    var open: [Int]
    var leaf: Int
    /// By how many places the labels above have moved; `nil` if nothing tells.
    var shift: LabelShift?
    /// How many of the usual fields the row was missing.
    var missing: Double
    var hasFields: Bool
    var coversRest: Bool
    var cost: Double
    var parent: Int
    var reading: Int

    var key: StateKey { StateKey(open: open, shift: shift) }
  }

  struct StateKey: Hashable {
    var open: [Int]
    var shift: LabelShift?
  }

  /// - Returns: the choice for each row, what all cost together, and how many steps from one row to the next were weighed.
  func choose(_ rows: [Row]) -> (choices: [Choice], cost: Double, steps: Int) {
    guard !rows.isEmpty else { return ([], 0, 0) }
    var steps = 0
    var layers: [[State]] = []
    layers.reserveCapacity(rows.count)
    // Where a page break ends what moved the rows above it, the table's own start tells as little.
    var beam = [
      State(
        open: Array(repeating: -1, count: levelCount), leaf: -1, shift: breaksEndRuns ? nil : LabelShift.unmoved,
        missing: 0, hasFields: false,
        coversRest: false, cost: 0, parent: -1, reading: -1
      )
    ]
    let numbered = NumberedRows(rows)
    for (place, row) in rows.enumerated() {
      steps += beam.count * row.readings.count
      // States are made only of the candidates that are kept: most are dropped by their cost alone.
      var candidates: [Candidate] = []
      for (parent, state) in beam.enumerated() {
        for index in row.readings.indices {
          let price = transition(from: state, at: index, of: row, at: place, numbered)
          if price < .infinity {
            candidates.append(Candidate(cost: state.cost + price, parent: parent, reading: index))
          }
        }
      }
      if candidates.isEmpty, let best = beam.first {
        candidates = [Candidate(cost: best.cost + 10, parent: 0, reading: 0)]
      }
      beam = kept(candidates, from: beam, row: row, labels: numbered.numbers[place])
      layers.append(beam)
    }
    return (
      traced(layers, rows: rows, numbered), layers.last?.first?.cost ?? 0, steps + numbered.comparisons
    )
  }

  // MARK: - States

  func advanced(
    _ state: State, by row: Row, _ index: Int, labels: [Int], cost: Double, _ parent: Int
  ) -> State {
    let reading = row.readings[index]
    var open = state.open
    if let first = reading.levels.first {
      for level in first..<levelCount { open[level] = -1 }
      for (place, level) in reading.levels.enumerated() { open[level] = labels[place] }
    }
    return State(
      open: open, leaf: reading.levels.last ?? state.leaf,
      shift: tellsShift(reading) ? reading.labelShift : shift(above: row, state),
      missing: row.missingCarriers[index], hasFields: row.hasFields[index], coversRest: reading.coversRest, cost: cost,
      parent: parent, reading: index)
  }

  private func tellsShift(_ reading: RowReading) -> Bool { !reading.levels.isEmpty && reading.labelShift.tells }

  private func shift(above row: Row, _ state: State) -> LabelShift? {
    breaksEndRuns && row.followsBreak ? nil : state.shift
  }

  private struct Candidate {
    var cost: Double
    var parent: Int
    var reading: Int
  }

  /// The cheapest states, one for each open path.
  private func kept(_ candidates: [Candidate], from beam: [State], row: Row, labels: [[Int]]) -> [State] {
    let sorted = candidates.sorted { ($0.cost, $0.parent, $0.reading) < ($1.cost, $1.parent, $1.reading) }
    var states: [State] = []
    var keys: Set<StateKey> = []
    for candidate in sorted where states.count < Self.beamWidth {
      let index = candidate.reading
      let state = advanced(
        beam[candidate.parent], by: row, index, labels: labels[index], cost: candidate.cost, candidate.parent)
      if keys.insert(state.key).inserted { states.append(state) }
    }
    return states
  }

  // MARK: - Prices

  func transition(
    from state: State, at index: Int, of row: Row, at place: Int, _ numbered: NumberedRows
  ) -> Double {
    let reading = row.readings[index]
    let labels = numbered.numbers[place][index]
    let missing = row.missingCarriers[index]
    let isNumbered = row.isNumbered[index]
    var price = reading.cost
    guard let first = reading.levels.first, let leaf = reading.levels.last else {
      // A row without labels of its own has those of the row above.
      guard state.leaf >= 0 else { return price + 6 }
      price += regime == .dropped ? 0.7 : 0.4
      return price + (row.coverage[index].last ?? 0) + (coverage?.price(firstNew: levelCount, leaf: levelCount) ?? 0)
    }
    if let numberedLevel, isNumbered != (first <= numberedLevel) { price += isNumbered ? 3 : 1.5 }
    if first > 0, state.open[first - 1] < 0 {
      let hasOuter = state.open[..<first].contains { $0 >= 0 }
      price += regime == .dropped ? 4 : hasOuter ? 0.3 : 1.5
    }
    if state.leaf >= 0 {
      // A label that had a row to itself does not open a branch with the next one.
      if state.coversRest {
        // That no row goes on below a label that covers the rest tells the more, the more rows begin that far right.
        let share = beginningShares.indices.contains(state.leaf) ? beginningShares[state.leaf] : 1
        price += first > state.leaf ? Self.coveringOpens : -Likelihood.price(share)
      } else if first > state.leaf {
        price += regime == .dropped ? 2 : state.hasFields ? Self.leafOpens : 0
      }
      let step = Double(leaf - state.leaf)
      if regime == .indexed {
        price += (reading.coversRest || state.coversRest ? Self.coveringStep : stepPrice) * abs(step)
      } else if reading.levels.count == 1 {
        price += 0.7 * abs(step)
      } else {
        // A merged cell that ends right above says that a group ends, and perhaps the one around it, too.
        let groupEnds = state.missing - missing > 0.3
        price += 0.15 * abs(step) + (groupEnds && step >= 0 ? 0.4 : 0)
      }
    }
    if regime == .indexed, reading.labelShift.tells, let shift = shift(above: row, state) {
      price += runs.price(of: reading.labelShift, after: shift)
    }
    for (order, level) in reading.levels.enumerated() {
      let label = labels[order]
      let isInner = order < reading.levels.count - 1
      if state.open[level] >= 0, numbered.labels.isSame(state.open[level], label) {
        if isInner { price -= 0.5 }
      } else if isInner, numbered.isInner(label, above: place, fuzzily: row.followsBreak) {
        // An outer label that was there before, yet is not open now, would begin a second time.
        price += 4
      } else if state.open.contains(label), isInner || reading.levels.count == 1 {
        price += isInner ? 2 : 0.6
      }
    }
    if state.open[first] >= 0, let label = labels.first {
      price -= 0.9 * numbered.labels.similarity(state.open[first], label)
    }
    if row.coverage[index].isEmpty {
      if regime == .dropped, first == 0 { price += 1.4 * missing }
      if regime == .dropped, first > 0, reading.levels.count > 1 { price += 0.25 * missing }
    } else {
      let newPlace = labels.indices.first { state.open[reading.levels[$0]] != labels[$0] }
      let begins = newPlace.map { reading.levels[$0] } ?? levelCount
      price += row.coverage[index][begins] + (coverage?.price(firstNew: begins, leaf: leaf) ?? 0)
    }
    return price
  }

  // MARK: - Result

  private func traced(_ layers: [[State]], rows: [Row], _ numbered: NumberedRows) -> [Choice] {
    guard let best = layers.last?.first else { return [] }
    var choices: [Choice] = []
    var state = best
    for layer in layers.indices.reversed() {
      choices.append(Choice(reading: state.reading, rival: nil, path: numbered.path(state.open)))
      guard layer > 0 else { break }
      state = layers[layer - 1][state.parent]
    }
    choices.reverse()
    if rows.contains(where: { $0.readings.count > 1 }) {
      addRivals(to: &choices, layers: layers, rows: rows, numbered)
    }
    return choices
  }

  /// What it costs, where empty cells are kept, for each level that a row ends deeper or less deep than the one above, and the
  /// same beside a label that covers the rest, which may end at any. Set by hand.
  private static let step = 0.5
  private static let coveringStep = 0.15

  /// What it costs, where empty cells are kept, that a label with fields of its own opens a branch with the next row.
  private static let leafOpens = 1.0
  /// What it costs that a row goes on below a label that covers its columns: spans do not allow it, only wrong readings do.
  private static let coveringOpens = 4.0
  /// A history that is worse by less than this leaves a doubt, and so does one by less than the second of a row that has moved.
  static let doubtMargin = 2.0
  static let movedMargin = 6.0
}
