/// How probable each text of each field is, row by row, when what is merged is carried down.
///
/// A row's own cells are placed with some probability, and what they leave open comes from the row above: so a cell that was
/// perhaps misplaced leaves its doubt on all rows that inherit from it. One step costs time linear in the row's cells.
struct FieldValues: Sendable {
  /// What a field of a row holds, as far as it is known.
  struct Guess: Sendable {
    /// The text chosen; empty if the field is.
    var text: String
    var probability: Double
    /// The likeliest other text.
    var rival: String?
    var rivalProbability: Double
  }

  private struct Candidate {
    var text: String
    var probability: Double
  }

  private let columns: [LogicalColumn]
  /// By column, the texts that may be open, likeliest first.
  private var open: [[Candidate]]
  private var chosen: [String]

  /// Candidates kept for each field.
  private static let mostCandidates = 4
  /// What is less probable is not followed up.
  private static let negligible = 0.003

  init(columns: [LogicalColumn]) {
    self.columns = columns
    open = Array(repeating: [Candidate(text: "", probability: 1)], count: columns.count)
    chosen = Array(repeating: "", count: columns.count)
  }

  /// Goes on to the next row; returns a guess for each column, `nil` for levels.
  ///
  /// - Parameters:
  ///   - placed: the probability of each cell in each column (cell × columns + column).
  ///   - columnOfCell: the reading chosen.
  mutating func advance(_ cells: [AlignableCell], placed: [Double], columnOfCell: [Int?]) -> [Guess?] {
    var own: [Int: String] = [:]
    for (cell, column) in columnOfCell.enumerated() where cells.indices.contains(cell) {
      if let column, own[column] == nil { own[column] = cells[cell].text }
    }
    return columns.indices.map { column in
      guard columns[column].meaning != .level else { return nil }
      var candidates: [Candidate] = []
      var rest = 1.0
      for cell in cells.indices {
        let share = min(rest, placed[cell * columns.count + column])
        guard share > Self.negligible else { continue }
        Self.add(cells[cell].text, share, to: &candidates)
        rest -= share
      }
      if rest > Self.negligible {
        for candidate in open[column] { Self.add(candidate.text, candidate.probability * rest, to: &candidates) }
      }
      candidates.sort { ($0.probability, $1.text) > ($1.probability, $0.text) }
      candidates = Array(candidates.prefix(Self.mostCandidates))
      let total = candidates.reduce(0) { $0 + $1.probability }
      for index in candidates.indices { candidates[index].probability /= total > 0 ? total : 1 }
      open[column] = candidates
      chosen[column] = own[column] ?? chosen[column]
      let text = chosen[column]
      let rival = candidates.first { $0.text != text }
      return Guess(
        text: text, probability: candidates.first { $0.text == text }?.probability ?? 0, rival: rival?.text,
        rivalProbability: rival?.probability ?? 0)
    }
  }

  private static func add(_ text: String, _ probability: Double, to candidates: inout [Candidate]) {
    if let place = candidates.firstIndex(where: { $0.text == text }) {
      candidates[place].probability += probability
    } else {
      candidates.append(Candidate(text: text, probability: probability))
    }
  }
}
