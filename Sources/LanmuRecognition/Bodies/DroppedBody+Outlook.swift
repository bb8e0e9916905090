/// What is made of a whole table whose merged cells are gone.
extension DroppedBody {
  /// What one pass over all rows makes of a table.
  struct Pass {
    var model: LossModel
    var labels: LabelTable
    var lattices: [RowLattice]
    var rows: [HierarchyChain.Row]
    var verdicts: [HierarchyChain.Verdict]
    var counts: LossModel.Counts
    /// For each row, the probability of each cell in each column.
    var placed: [[Double]]

    func path(of row: Int) -> [String] { verdicts[row].path.map { labels.texts[$0] } }

    /// The two likeliest paths of a row.
    func paths(of row: Int) -> [(path: [String], probability: Double)] {
      let rival = verdicts[row].rival.map { (path: $0.path.map { labels.texts[$0] }, probability: $0.probability) }
      return [(path(of: row), verdicts[row].probability)] + (rival.map { [$0] } ?? [])
    }
  }

  /// What is made of a table: by the belief about it that explains it best, and by another that explains it nearly as well.
  struct Outlook {
    private(set) var pass: Pass
    private var other: Pass?
    /// The probability of the other belief.
    private var share = 0.0

    init(_ pass: Pass) { self.pass = pass }

    /// - Parameters:
    ///   - advantage: by how much the logarithm of the likelihood is greater, what is said against the belief taken off.
    ///   - open: the same with less taken off, by which a belief that is not taken stays in doubt: what is asked of one before
    ///     it is taken says less of how likely it is.
    mutating func weigh(_ attempt: Pass, advantage: Double, open: Double) {
      func share(_ advantage: Double) -> Double { Likelihood.probability(ofLeaning: advantage / Self.overconfidence) }
      let taken = share(advantage)
      (pass, other, self.share) = taken > 0.5 ? (attempt, pass, 1 - taken) : (pass, attempt, min(0.5, share(open)))
    }

    /// Rows depend on each other in more ways than are weighed, so that likelihoods of whole tables differ by too much.
    private static let overconfidence = 2.0

    /// The path chosen for a row, how probable it is, and the likeliest other one.
    func path(of row: Int) -> (path: [String], probability: Double, rival: [String]?) {
      var paths = pass.paths(of: row)
      let chosen = paths[0].path
      if let other {
        for place in paths.indices { paths[place].probability *= 1 - share }
        for (path, probability) in other.paths(of: row) {
          if let place = paths.firstIndex(where: { $0.path == path }) {
            paths[place].probability += share * probability
          } else {
            paths.append((path, share * probability))
          }
        }
      }
      let rival = paths.dropFirst().max { $0.probability < $1.probability }
      return (chosen, paths[0].probability, rival?.path)
    }

    /// The probability of each cell of a row in each column.
    func placed(_ row: Int) -> [Double] {
      guard let other else { return pass.placed[row] }
      return zip(pass.placed[row], other.placed[row]).map { $0 * (1 - share) + $1 * share }
    }
  }

  // MARK: - Result

  /// A row that is too wide to be weighed: each cell in its place, what is over in the last field.
  func byPlace(_ cells: [AlignableCell], below path: [String]) -> Reading {
    Reading(
      columnOfCell: cells.indices.map { min($0, columns.count - 1) }, path: path, pathProbability: 0.5, rival: path,
      guesses: [])
  }

  func result(of row: Int, in outlook: Outlook, width: Int, values: inout FieldValues) -> Reading {
    let pass = outlook.pass
    let verdict = pass.verdicts[row]
    let lattice = pass.lattices[row]
    let fallback = lattice.cells.indices.map { Int?.some(min($0, columns.count - 1)) }
    let set = pass.rows[row].readings.isEmpty ? nil : pass.rows[row].readings[verdict.reading].set
    let columnOfCell = set.flatMap { lattice.best($0, firstNew: verdict.firstNew) } ?? fallback
    let extra = width - columnOfCell.count
    let (path, probability, rival) = outlook.path(of: row)
    return Reading(
      columnOfCell: columnOfCell + Array(repeating: nil, count: max(0, extra)), path: path,
      pathProbability: probability, rival: rival,
      guesses: values.advance(lattice.cells, placed: outlook.placed(row), columnOfCell: columnOfCell))
  }
}
