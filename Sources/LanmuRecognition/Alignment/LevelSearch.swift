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
  /// What is chosen, and how sure it is.
  struct Choice: Sendable {
    /// Index of the reading in the row's list.
    var reading: Int
    /// The best reading of another path that nearly fits as well, and by how much it is worse.
    var rival: (reading: Int, path: [String], margin: Double)?
    var path: [String]
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
    /// For each reading, what the fields that it fills cost by the level of its first new label; empty while unknown.
    var coverage: [[Double]]
    var followsBreak: Bool
  }

  private struct State {
    var open: [String?]
    var leaf: Int
    var shift: Int
    /// How many of the usual fields the row was missing.
    var missing: Double
    var cost: Double
    var parent: Int
    var reading: Int

    var key: StateKey { StateKey(open: open, shift: shift) }
  }

  private struct StateKey: Hashable {
    var open: [String?]
    var shift: Int
  }

  func choose(_ rows: [Row]) -> (choices: [Choice], cost: Double) {
    guard !rows.isEmpty else { return ([], 0) }
    var layers: [[State]] = []
    layers.reserveCapacity(rows.count)
    var beam = [
      State(
        open: Array(repeating: nil, count: levelCount), leaf: -1, shift: 0, missing: 0, cost: 0, parent: -1, reading: -1
      )
    ]
    var inner = InnerLabels()
    var innerBefore: [InnerLabels] = []
    for row in rows {
      innerBefore.append(inner)
      // States are made only of the candidates that are kept: most are dropped by their cost alone.
      var candidates: [Candidate] = []
      for (parent, state) in beam.enumerated() {
        for index in row.readings.indices {
          let price = transition(from: state, at: index, of: row, inner: inner)
          if price < .infinity {
            candidates.append(Candidate(cost: state.cost + price, parent: parent, reading: index))
          }
        }
      }
      if candidates.isEmpty, let best = beam.first {
        candidates = [Candidate(cost: best.cost + 10, parent: 0, reading: 0)]
      }
      beam = kept(candidates, from: beam, row: row)
      layers.append(beam)
      for labels in row.labels { inner.note(labels) }
    }
    return (traced(layers, rows: rows, inner: innerBefore), layers.last?.first?.cost ?? 0)
  }

  // MARK: - States

  private func advanced(
    _ state: State, by reading: RowReading, labels: [String], missing: Double, cost: Double, _ parent: Int, _ index: Int
  ) -> State {
    var open = state.open
    if let first = reading.levels.first {
      for level in first..<levelCount { open[level] = nil }
      for (place, level) in reading.levels.enumerated() { open[level] = labels[place] }
    }
    return State(
      open: open, leaf: reading.levels.last ?? state.leaf,
      shift: reading.levels.isEmpty ? state.shift : reading.labelShift,
      missing: missing, cost: cost, parent: parent, reading: index)
  }

  private struct Candidate {
    var cost: Double
    var parent: Int
    var reading: Int
  }

  /// The cheapest states, one for each open path.
  private func kept(_ candidates: [Candidate], from beam: [State], row: Row) -> [State] {
    let sorted = candidates.sorted { ($0.cost, $0.parent, $0.reading) < ($1.cost, $1.parent, $1.reading) }
    var states: [State] = []
    var keys: Set<StateKey> = []
    for candidate in sorted where states.count < Self.beamWidth {
      let index = candidate.reading
      let state = advanced(
        beam[candidate.parent], by: row.readings[index], labels: row.labels[index], missing: row.missingCarriers[index],
        cost: candidate.cost, candidate.parent, index)
      if keys.insert(state.key).inserted { states.append(state) }
    }
    return states
  }

  // MARK: - Prices

  private func transition(from state: State, at index: Int, of row: Row, inner: InnerLabels) -> Double {
    let reading = row.readings[index]
    let labels = row.labels[index]
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
    if first > 0, state.open[first - 1] == nil {
      let hasOuter = state.open[..<first].contains { $0 != nil }
      price += regime == .dropped ? 4 : hasOuter ? 0.3 : 1.5
    }
    if state.leaf >= 0 {
      let step = Double(leaf - state.leaf)
      if regime == .indexed {
        price += 0.5 * abs(step)
      } else if reading.levels.count == 1 {
        price += 0.7 * abs(step)
      } else {
        // A merged cell that ends right above says that a group ends, and perhaps the one around it, too.
        let groupEnds = state.missing - missing > 0.3
        price += 0.15 * abs(step) + (groupEnds && step >= 0 ? 0.4 : 0)
      }
    }
    if regime == .indexed, reading.labelShift != 0 {
      // Rows drift together: what moved one row moves the next, too.
      price += reading.labelShift == state.shift ? -0.9 : 0.4
    }
    for (place, level) in reading.levels.enumerated() {
      let label = labels[place]
      let isInner = place < reading.levels.count - 1
      if let open = state.open[level], Self.isSameLabel(open, label) {
        if isInner { price -= 0.5 }
      } else if isInner, inner.contains(label, fuzzily: row.followsBreak) {
        // An outer label that was there before, yet is not open now, would begin a second time.
        price += 4
      } else if state.open.contains(where: { $0 == label }), isInner || reading.levels.count == 1 {
        price += isInner ? 2 : 0.6
      }
    }
    if let previous = state.open[first], let label = labels.first {
      price -= 0.9 * Self.similarity(previous, label)
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

  /// Whether two labels are the same label, the first characters of one perhaps lost at a page break.
  static func isSameLabel(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    // Two characters of difference are at most eight bytes.
    guard abs(one.utf8.count - other.utf8.count) <= 8 else { return false }
    let (short, long) = one.unicodeScalars.count <= other.unicodeScalars.count ? (one, other) : (other, one)
    let (shortCount, longCount) = (short.unicodeScalars.count, long.unicodeScalars.count)
    guard shortCount >= 4, longCount - shortCount <= 2 else { return false }
    var rest = long.unicodeScalars[...]
    for scalar in short.unicodeScalars {
      guard let place = rest.firstIndex(of: scalar) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  /// How much two labels have in common at their ends, from 0 to 1: 数据查询 and 数据开放 are siblings.
  static func similarity(_ one: String, _ other: String) -> Double {
    guard one.unicodeScalars.first == other.unicodeScalars.first || one.unicodeScalars.last == other.unicodeScalars.last
    else { return 0 }
    let (first, second) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    let most = min(first.count, second.count)
    guard most > 0, one != other else { return 0 }
    // A label that holds another whole is rather its child than its sibling.
    guard !first.starts(with: second), !second.starts(with: first), !first.reversed().starts(with: second.reversed()),
      !second.reversed().starts(with: first.reversed())
    else { return 0 }
    var prefix = 0
    while prefix < most, first[prefix] == second[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < most - prefix, first[first.count - 1 - suffix] == second[second.count - 1 - suffix] { suffix += 1 }
    let share = Double(prefix + suffix) / Double(max(first.count, second.count))
    return prefix + suffix >= 2 ? min(1, share * 1.4) : 0
  }

  // MARK: - Result

  private func traced(_ layers: [[State]], rows: [Row], inner: [InnerLabels]) -> [Choice] {
    guard let best = layers.last?.first else { return [] }
    var choices: [Choice] = []
    var state = best
    for layer in layers.indices.reversed() {
      choices.append(Choice(reading: state.reading, rival: nil, path: state.open.compactMap(\.self)))
      guard layer > 0 else { break }
      state = layers[layer - 1][state.parent]
    }
    choices.reverse()
    if rows.contains(where: { $0.readings.count > 1 }) {
      addRivals(to: &choices, layers: layers, rows: rows, inner: inner)
    }
    return choices
  }

  /// For each row, the cheapest history of the whole table that reads the row otherwise, among the states that were kept.
  private func addRivals(to choices: inout [Choice], layers: [[State]], rows: [Row], inner: [InnerLabels]) {
    guard let final = layers.last, let total = final.first?.cost else { return }
    var costToGo = Array(repeating: 0.0, count: final.count)
    for layer in layers.indices.reversed() {
      let states = layers[layer]
      if layer < layers.count - 1 {
        let row = rows[layer + 1]
        var below: [StateKey: Double] = [:]
        for (index, state) in layers[layer + 1].enumerated() { below[state.key] = costToGo[index] }
        let nextBest = layers[layer + 1].first?.cost ?? .infinity
        costToGo = states.map { state in
          var least = Double.infinity
          for (index, reading) in row.readings.enumerated() {
            let labels = row.labels[index]
            let price = transition(from: state, at: index, of: row, inner: inner[layer + 1])
            // What is far behind at once does not catch up; looking it up would cost more than all the rest.
            guard state.cost + price - nextBest < Self.doubtMargin + 2 else { continue }
            let target = advanced(
              state, by: reading, labels: labels, missing: row.missingCarriers[index], cost: 0, 0, 0)
            if let rest = below[target.key] { least = min(least, price + rest) }
          }
          return least
        }
      }
      for (index, state) in states.enumerated() {
        let margin = state.cost + costToGo[index] - total
        guard margin < Self.doubtMargin, margin < (choices[layer].rival?.margin ?? .infinity) else { continue }
        let path = state.open.compactMap(\.self)
        if path != choices[layer].path { choices[layer].rival = (state.reading, path, max(0, margin)) }
      }
    }
  }

  /// A rival that is worse by less than this leaves a doubt.
  static let doubtMargin = 2.0
}

/// Labels that had labels below them in some row.
private struct InnerLabels {
  private var labels: Set<String> = []

  mutating func note(_ row: [String]) {
    for label in row.dropLast() { labels.insert(label) }
  }

  /// - Parameter fuzzily: also counts labels that have lost a few characters, as happens at page breaks; linear then.
  func contains(_ label: String, fuzzily: Bool) -> Bool {
    labels.contains(label) || fuzzily && labels.contains { LevelSearch.isSameLabel($0, label) }
  }
}
