import LanmuPlan

/// Matches what no equality could: scores likely pairs and takes the pairing with the greatest sum.
struct CandidateMatcher {
  let old: [PlanEntry]
  let new: [PlanEntry]
  let counts: [UInt64: Int]

  /// Candidates that are scored for an entry, and the longest list of entries looked through for a shingle.
  private static let candidates = 12
  private static let longestList = 48
  /// Blocks up to this size are solved exactly, larger ones by taking the best pair first.
  private static let largestBlock = 160
  private static let scale = 1_000_000.0

  private struct Edge {
    var old: Int
    var new: Int
    var score: Double
  }

  func match(_ state: inout MatchState) {
    let left = state.freeOld
    let right = state.freeNew
    guard !left.isEmpty, !right.isEmpty else { return }
    let likeness = EntryLikeness(old: old, new: new, left: left, right: right, state: state, counts: counts)
    let index = likeness.candidateIndex(longest: Self.longestList)
    let edges = concurrentRuns(of: left.count, atLeast: 64) { run in
      var tally = CandidateTally(entries: right.count)
      return run.flatMap { place in
        index.candidates(for: place, limit: Self.candidates, &tally).compactMap { candidate -> Edge? in
          let score = likeness.score(place, candidate)
          return score > 0 ? Edge(old: left[place], new: right[candidate], score: score) : nil
        }
      }
    }
    resolve(edges.flatMap { $0 }, &state)
  }

  /// Splits the edges into blocks that share no entry, and solves each.
  private func resolve(_ edges: [Edge], _ state: inout MatchState) {
    var blocks = DisjointSets(count: old.count + new.count)
    for edge in edges { blocks.join(edge.old, old.count + edge.new) }
    var edgesOfBlock: [Int: [Edge]] = [:]
    for edge in edges { edgesOfBlock[blocks.find(edge.old), default: []].append(edge) }
    for block in edgesOfBlock.keys.sorted() {
      guard let edges = edgesOfBlock[block] else { continue }
      let rows = Set(edges.map(\.old)).sorted()
      let columns = Set(edges.map(\.new)).sorted()
      if max(rows.count, columns.count) <= Self.largestBlock {
        solve(edges, rows, columns, &state)
      } else {
        takeBest(edges, &state)
      }
    }
  }

  private func solve(_ edges: [Edge], _ rows: [Int], _ columns: [Int], _ state: inout MatchState) {
    let rowPlaces = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    let columnPlaces = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    var scores = Array(repeating: Array(repeating: 0, count: columns.count), count: rows.count)
    for edge in edges {
      guard let row = rowPlaces[edge.old], let column = columnPlaces[edge.new] else { continue }
      scores[row][column] = max(1, Int(edge.score * Self.scale))
    }
    for (row, column) in AssignmentSolver.solve(scores).enumerated() {
      guard let column else { continue }
      state.match(rows[row], columns[column], score: Double(scores[row][column]) / Self.scale)
    }
  }

  private func takeBest(_ edges: [Edge], _ state: inout MatchState) {
    let sorted = edges.sorted { one, other in
      if one.score != other.score { return one.score > other.score }
      return (one.old, one.new) < (other.old, other.new)
    }
    for edge in sorted where state.isFree(old: edge.old) && state.isFree(new: edge.new) {
      state.match(edge.old, edge.new, score: edge.score)
    }
  }
}

/// Sets of places that are joined step by step.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func find(_ place: Int) -> Int {
    var root = place
    while parents[root] != root { root = parents[root] }
    var step = place
    while parents[step] != root {
      let next = parents[step]
      parents[step] = root
      step = next
    }
    return root
  }

  /// The lower place becomes the root of both.
  mutating func join(_ one: Int, _ other: Int) {
    let first = find(one)
    let second = find(other)
    if first != second { parents[max(first, second)] = min(first, second) }
  }
}
