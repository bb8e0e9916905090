/// Weighs all hierarchies that the rows of a table may form, from the first row to the last.
///
/// A hidden Markov model: the state is the path of open labels, kept while it is among the likeliest. A forward pass sums
/// over all histories and remembers the best, a backward pass gives each reading its probability in the light of the whole
/// table. Cost is linear in the number of rows.
struct HierarchyChain: Sendable {
  /// One reading of a row's labels.
  struct Reading: Sendable {
    var set: LevelSet
    /// The numbers of the labels, in the order of the set's levels.
    var labels: [Int]
    /// How likely the row's cells are, by the first new level.
    var likelihoods: [Double]
    /// How much likelier than on average each label is at its level.
    var labelWeights: [Double]
    /// Whether the row fills any field beside its labels.
    var hasFields: Bool
    /// Whether the row has an empty cell for the level before its first label, which says that its branch lacks that one.
    var showsSkipped = false
    /// The numbers of the texts of cells that others were joined to, to make up labels.
    var joinedTo: [Int] = []
  }

  struct Row: Sendable {
    var readings: [Reading]
    var above: RowBreak
    /// The logarithm of the likelihood by which those of its readings were divided.
    var scale = 0.0
    /// Whether the row fills the same fields as the row above, as far as the kinds of its texts tell.
    var repeatsFields = false
    /// How much less likely than elsewhere the row's units are where a channel begins: 1, or less if they are those of the
    /// row above.
    var channelWeight = 1.0
    /// The number of outer levels at which the row opens nothing new (`HeldBranches`).
    var held = 0
    /// Whether the row's number says that it has a label of its own.
    var isEntry = false
    /// What the row's number says, where rows are counted branch by branch.
    var count: RowCounts.Count?
  }

  /// What is made of one row.
  struct Verdict: Sendable {
    /// Index of the chosen reading, and the first level at which it opens something new.
    var reading: Int
    var firstNew: Int
    var path: [Int]
    /// The probability of the chosen path.
    var probability: Double
    /// The likeliest other path.
    var rival: (path: [Int], probability: Double)?
    /// The probability of each reading with each first new level: reading × (levels + 1) + level.
    var shares: [Double]
  }

  let model: LossModel
  let kinship: LabelKinship

  /// States kept after each row.
  private static let beamWidth = 20
  /// A state this much less likely than all together is given up.
  private static let negligible = 0.000_02

  private struct State {
    var path: Int
    /// The open label of each level, -1 where there is none.
    var open: [Int]
    var depth: Int
    /// Whether the row fills any field beside its labels.
    var hasFields: Bool
    /// The marks of the labels that came under the open branch of each level.
    var members: [UInt64]
    /// The probability of all histories that lead here, and the relative likelihood of the best.
    var sum: Double
    var best: Double
    var origin: Step
  }

  /// A step from a state of the row above.
  private struct Step {
    var parent: Int
    var reading: Int
    var firstNew: Int
    var weight: Double
  }

  private struct Edge {
    var step: Step
    var target: Int
  }

  private struct Layer {
    var states: [State]
    var edges: [Edge]
    /// How many steps were weighed.
    var steps: Int
    /// The logarithm of the row's likelihood after the rows above it.
    var evidence: Double
  }

  // MARK: - Forward

  /// The verdicts on all rows, and how often each shape of rows follows each depth, as added to the counts.
  func verdicts(_ rows: [Row], counts: inout LossModel.Counts) -> [Verdict] {
    var tree = PathTree()
    let levels = model.levelCount
    var layers: [Layer] = []
    layers.reserveCapacity(rows.count)
    var states = [
      State(
        path: PathTree.root, open: Array(repeating: -1, count: levels), depth: -1, hasFields: false,
        members: Array(repeating: 0, count: levels), sum: 1, best: 1,
        origin: Step(parent: -1, reading: 0, firstNew: 0, weight: 1))
    ]
    for row in rows {
      let layer = advanced(states, by: row, tree: &tree)
      states = layer.states
      layers.append(layer)
      counts.steps += layer.steps
      counts.evidence += layer.evidence + row.scale
    }
    return traced(layers, rows: rows, tree: tree, counts: &counts)
  }

  private func advanced(_ states: [State], by row: Row, tree: inout PathTree) -> Layer {
    var steps: [Step] = []
    var total = 0.0
    for (parent, state) in states.enumerated() {
      for (index, reading) in row.readings.enumerated() {
        let (weight, firstNew) = weight(of: reading, after: state, in: row)
        guard weight > 0 else { continue }
        steps.append(Step(parent: parent, reading: index, firstNew: firstNew, weight: weight))
        total += state.sum * weight
      }
    }
    if steps.isEmpty, !row.readings.isEmpty {
      // Nothing fits; the row is read by itself.
      let first = row.readings[0].set.levels.first ?? model.levelCount
      steps = states.indices.map { Step(parent: $0, reading: 0, firstNew: first, weight: 1) }
      total = states.reduce(0) { $0 + $1.sum }
    }
    let limit = total * Self.negligible
    let scale = total > 0 ? 1 / total : 0
    var places: [Int: Int] = [:]
    var next: [State] = []
    var edges: [Edge] = []
    for var step in steps {
      let share = states[step.parent].sum * step.weight
      guard share > limit else { continue }
      step.weight *= scale
      let path = path(after: states[step.parent], row.readings[step.reading], firstNew: step.firstNew, tree: &tree)
      let best = states[step.parent].best * step.weight
      if let place = places[path] {
        next[place].sum += share * scale
        if best > next[place].best {
          next[place] = state(path, after: states[step.parent], row, step, sum: next[place].sum, best: best)
        }
        edges.append(Edge(step: step, target: place))
      } else {
        places[path] = next.count
        edges.append(Edge(step: step, target: next.count))
        next.append(state(path, after: states[step.parent], row, step, sum: share * scale, best: best))
      }
    }
    return pruned(
      Layer(
        states: next, edges: edges, steps: states.count * row.readings.count,
        evidence: Likelihood.logarithm(max(total, .leastNormalMagnitude))))
  }

  /// The likeliest states only, with sums and bests that stay within the range of numbers.
  private func pruned(_ layer: Layer) -> Layer {
    var layer = layer
    if layer.states.count > Self.beamWidth {
      let order = layer.states.indices.sorted { (layer.states[$0].sum, $1) > (layer.states[$1].sum, $0) }
      var places: [Int: Int] = [:]
      for (place, index) in order.prefix(Self.beamWidth).enumerated() { places[index] = place }
      layer.states = order.prefix(Self.beamWidth).map { layer.states[$0] }
      layer.edges = layer.edges.compactMap { edge in
        places[edge.target].map { Edge(step: edge.step, target: $0) }
      }
    }
    let best = layer.states.reduce(0) { max($0, $1.best) }
    for index in layer.states.indices { layer.states[index].best /= best > 0 ? best : 1 }
    return layer
  }

  private func path(after state: State, _ reading: Reading, firstNew: Int, tree: inout PathTree) -> Int {
    guard firstNew < model.levelCount else { return state.path }
    var path = tree.trunk(of: state.path, above: firstNew)
    for (place, level) in reading.set.levels.enumerated() where level >= firstNew {
      path = tree.child(of: path, level: level, label: reading.labels[place])
    }
    return path
  }

  private func state(
    _ path: Int, after state: State, _ row: Row, _ step: Step, sum: Double, best: Double
  ) -> State {
    var new = state
    (new.path, new.sum, new.best, new.origin) = (path, sum, best, step)
    let reading = row.readings[step.reading]
    new.hasFields = reading.hasFields
    guard step.firstNew < model.levelCount else { return new }
    for level in step.firstNew..<model.levelCount {
      new.open[level] = -1
      if level > step.firstNew { new.members[level] = 0 }
    }
    for (place, level) in reading.set.levels.enumerated() where level >= step.firstNew {
      new.open[level] = reading.labels[place]
      new.members[level] |= kinship.marks(of: reading.labels[place])
      new.depth = level
    }
    return new
  }

  // MARK: - Weights

  // How likely each oddity of a hierarchy is, beside what is usual; nothing is out of the question.
  /// The first row of a table has no labels.
  private static let unlabelledStart = 0.000_01
  /// A label that filled a row of its own opens a branch with the next row.
  private static let openedByLeaf = 0.01
  /// Several labels that are open are written again, from the outermost on, though no page break lies between: a page begins
  /// that nothing else shows.
  private static let repeatedBranch = 0.2
  /// The same of a label below others that are open and are not written: where a page breaks all are, from the outermost.
  private static let partlyRepeated = 0.002
  /// An inner label below a new one is that which is open below another.
  private static let sameInner = 0.05
  /// A row's first label stands below a level that has none open.
  private static let skippedLevel = 0.05
  /// A branch goes on below the heading of a section. As rare as rows without labels at the start, and so much rarer than all
  /// else: both are read only where nothing else is possible.
  private static let acrossSections = 0.000_01
  /// A row opens a branch in the midst of one that the next page goes on with.
  private static let acrossHeldBranch = 0.01
  /// A label is made up of one that is open and another cell.
  private static let joinedToOpen = 0.02
  /// How often the next member of a branch leaves out the fields that the one above it does, whatever others of its level do.
  private static let repeatedFields = 0.6

  /// How likely a reading is after what is open, and the first level at which it opens something new.
  private func weight(of reading: Reading, after state: State, in row: Row) -> (weight: Double, firstNew: Int) {
    let plain = weight(of: reading, after: state, in: row, mayBeTorn: false)
    guard row.above == .page else { return plain }
    // 副县长活动 may as well follow 县长活动 as be the same, torn.
    let torn = weight(of: reading, after: state, in: row, mayBeTorn: true)
    return torn.weight > plain.weight ? torn : plain
  }

  /// - Parameter mayBeTorn: whether labels like open ones are these, written again where a page begins, characters lost.
  private func weight(
    of reading: Reading, after state: State, in row: Row, mayBeTorn: Bool
  ) -> (weight: Double, firstNew: Int) {
    let levels = reading.set.levels
    guard let first = levels.first, let leaf = levels.last else {
      // A row without labels of its own has those of the row above.
      let shape = model.shape(above: state.depth, firstNew: model.levelCount, leaf: model.levelCount)
      return (
        state.depth >= 0
          ? reading.likelihoods[model.levelCount] * shape : Self.unlabelledStart * reading.likelihoods[0],
        model.levelCount
      )
    }
    var repeated = 0
    while repeated < levels.count, isOpen(reading.labels[repeated], at: levels[repeated], in: state, mayBeTorn) {
      repeated += 1
    }
    let firstNew = repeated < levels.count ? levels[repeated] : model.levelCount
    var weight = reading.likelihoods[firstNew]
    if row.repeatsFields, levels.count == 1, firstNew == state.depth {
      weight += Self.repeatedFields * ((reading.likelihoods.max() ?? weight) - weight)
    }
    guard weight > 0 else { return (0, firstNew) }
    weight *= model.shape(
      above: state.depth, firstNew: firstNew, leaf: firstNew < model.levelCount ? leaf : model.levelCount)
    // A label that had a row to itself does not open a branch with the next one.
    if state.depth >= 0, firstNew < model.levelCount, firstNew > state.depth, state.hasFields {
      weight *= Self.openedByLeaf
    }
    // Below a page break authors either write all open labels again, or never.
    if row.above == .page { weight *= first == 0 ? model.renewedShare : 1 - model.renewedShare }
    if row.above == .section, first > 0, state.depth >= 0 { weight *= Self.acrossSections }
    // A cell that is an open label by itself is that label, written again.
    for label in reading.joinedTo where state.open.contains(label) { weight *= Self.joinedToOpen }
    if let count = row.count { weight *= model.weight(of: count, firstNew: firstNew) }
    if repeated > 0 {
      if first > 0 {
        weight *= Self.partlyRepeated
      } else if row.above != .page {
        weight *= repeated > 1 ? max(Self.repeatedBranch, model.repeatedShare) : model.repeatedShare
      }
    } else if first > 0 {
      if row.above != .page { weight *= model.unrepeatedWeight }
      if state.open[first - 1] < 0, !reading.showsSkipped { weight *= Self.skippedLevel }
    }
    // Where inner labels are those that are open, the branch is hardly a new one: its outer label was misread above.
    for place in (repeated + 1)..<max(repeated + 1, levels.count - 1)
    where isOpen(reading.labels[place], at: levels[place], in: state, mayBeTorn) { weight *= Self.sameInner }
    if firstNew == 0, state.depth >= 0 { weight *= row.channelWeight }
    if firstNew < row.held { weight *= Self.acrossHeldBranch }
    for place in repeated..<levels.count { weight *= reading.labelWeights[place] }
    weight *= kinship.weight(
      of: reading.labels, at: levels, newFrom: repeated, isEntry: row.isEntry, open: state.open,
      members: state.members)
    return (weight, firstNew)
  }

  private func isOpen(_ label: Int, at level: Int, in state: State, _ mayBeTorn: Bool) -> Bool {
    let open = state.open[level]
    guard open >= 0 else { return false }
    return open == label || mayBeTorn && kinship.isSame(open, label)
  }

  // MARK: - Backward

  private func traced(
    _ layers: [Layer], rows: [Row], tree: PathTree, counts: inout LossModel.Counts
  ) -> [Verdict] {
    guard let last = layers.last else { return [] }
    var verdicts: [Verdict] = []
    verdicts.reserveCapacity(layers.count)
    var best = last.states.indices.max { last.states[$0].best < last.states[$1].best } ?? 0
    var ahead = Array(repeating: 1.0, count: last.states.count)
    for layer in layers.indices.reversed() {
      let states = layers[layer].states
      let total = states.indices.reduce(0) { $0 + states[$1].sum * ahead[$1] }
      let shares = states.indices.map { total > 0 ? states[$0].sum * ahead[$0] / total : 0 }
      // Of each row the likeliest path over all readings of the table, not that of the likeliest one: more rows are right so.
      let chosen = shares.indices.reduce(best) { shares[$1] > shares[$0] ? $1 : $0 }
      let origin = states[chosen].origin
      var verdict = Verdict(
        reading: origin.reading, firstNew: origin.firstNew, path: tree.labels(of: states[chosen].path),
        probability: shares[chosen], rival: nil,
        shares: Array(repeating: 0, count: rows[layer].readings.count * (model.levelCount + 1)))
      if let rival = shares.indices.filter({ $0 != chosen }).max(by: { shares[$0] < shares[$1] }), shares[rival] > 0 {
        verdict.rival = (tree.labels(of: states[rival].path), shares[rival])
      }
      let above = layer > 0 ? layers[layer - 1].states : []
      var before = Array(repeating: 0.0, count: max(1, above.count))
      for edge in layers[layer].edges {
        let step = edge.step
        let onward = step.weight * ahead[edge.target]
        before[step.parent] += onward
        let share = (layer > 0 ? above[step.parent].sum : 1) * onward / (total > 0 ? total : 1)
        if rows[layer].above == .page {
          let isRenewed = rows[layer].readings[step.reading].set.levels.first == 0
          if isRenewed { counts.renewed += share } else { counts.unrenewed += share }
        } else if step.firstNew > 0, let first = rows[layer].readings[step.reading].set.levels.first {
          if first == 0 { counts.repeated += share } else { counts.unrepeated += share }
        }
        if let count = rows[layer].count { counts.note(count, firstNew: step.firstNew, share) }
        verdict.shares[step.reading * (model.levelCount + 1) + step.firstNew] += share
        let leaf = step.firstNew < model.levelCount ? states[edge.target].depth : model.levelCount
        counts.note(
          share, above: layer > 0 ? above[step.parent].depth : -1, firstNew: step.firstNew, leaf: leaf, model)
      }
      verdicts.append(verdict)
      best = states[best].origin.parent
      let most = before.reduce(0, max)
      ahead = before.map { most > 0 ? $0 / most : 1 }
    }
    return verdicts.reversed()
  }
}

extension LossModel.Counts {
  fileprivate mutating func note(_ count: RowCounts.Count, firstNew: Int, _ share: Double) {
    if count == .first { recounted[firstNew] += share } else { counted[firstNew] += share }
  }

  fileprivate mutating func note(_ share: Double, above: Int, firstNew: Int, leaf: Int, _ model: LossModel) {
    shapes[model.shapePlace(above, firstNew, leaf)] += share
  }
}
