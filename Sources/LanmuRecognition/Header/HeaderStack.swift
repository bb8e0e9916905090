/// The rows of a header whose spans are lost, laid over each other: where a label of the upper row stood over several fields,
/// empty cells follow it, and the labels below it fill just these places.
struct HeaderStack: Sendable {
  /// By place, the label that stands lowest so far, and the one above it.
  private(set) var labels: [String]
  private(set) var groups: [String]
  /// By place, the start of the group over it; `nil` where nothing is divided.
  private var groupStart: [Int?]

  /// - Parameter width: how many fields the widest row of the header has; one that ends in a group may be cut behind its label.
  init(_ row: FieldRow, width: Int) {
    labels = row.cells.map(\.label)
    labels += Array(repeating: "", count: max(0, width - labels.count))
    groups = Array(repeating: "", count: labels.count)
    groupStart = Array(repeating: nil, count: labels.count)
    markGroups(in: labels.indices, of: labels)
  }

  /// Whether a row fills just the places that the rows above leave open.
  ///
  /// - Parameter next: the row below it; a label that stands alone may be a group that only the next row divides.
  func isCompleted(by row: FieldRow, above next: FieldRow?) -> Bool {
    let below = row.cells.map(\.label)
    let filled = below.indices.filter { !below[$0].isEmpty }
    guard !filled.isEmpty, below.count <= labels.count,
      filled.allSatisfy({ groupStart[$0] != nil && below[$0].unicodeScalars.count <= 20 })
    else { return false }
    // Every group that the row divides has a label at its start.
    let divided = Set(filled.compactMap { groupStart[$0] })
    guard divided.isSubset(of: filled) else { return false }
    guard filled.count >= 2 else {
      guard let next, next.grid == row.grid, next.row == row.row + 1 else { return false }
      let isKnown = HeaderLexicon.match(below[filled[0]]) != nil
      let known = next.filled.count { HeaderLexicon.match($0.label) != nil }
      guard isKnown || known > 0 && known * 2 >= next.filledCount else { return false }
      var deeper = self
      deeper.add(row)
      return deeper.isCompleted(by: next, above: nil)
    }
    let known = filled.count { HeaderLexicon.match(below[$0]) != nil }
    if known * 2 >= filled.count { return true }
    // A row that leaves all else open is no entry: of an entry more than parts of two fields is filled.
    let undivided = labels.indices.count { place in
      !labels[place].isEmpty && groupStart[place].map { $0 == place && !divided.contains($0) } ?? true
    }
    let isWhole = groupStart.indices.allSatisfy { place in
      groupStart[place].map { !divided.contains($0) } ?? true || below.indices.contains(place) && !below[place].isEmpty
    }
    return undivided >= (known > 0 ? 2 : 3) && isWhole && filled.allSatisfy { below[$0].unicodeScalars.count <= 8 }
  }

  mutating func add(_ row: FieldRow) {
    let below = row.cells.map(\.label)
    let before = groupStart
    for (index, label) in below.enumerated() where labels.indices.contains(index) && before[index] != nil {
      guard let start = before[index] else { continue }
      if label.isEmpty { continue }
      groups[index] = index == start ? labels[start] : groups[start]
      labels[index] = label
    }
    groupStart = Array(repeating: nil, count: labels.count)
    // Within a group that the row has divided, its labels may be groups again.
    for start in Set(before.compactMap({ $0 })) {
      let places = before.indices.filter { before[$0] == start }
      guard let last = places.last, below.indices.contains(start), !below[start].isEmpty else { continue }
      markGroups(in: start..<last + 1, of: below + Array(repeating: "", count: max(0, last + 1 - below.count)))
    }
  }

  private mutating func markGroups(in range: Range<Int>, of labels: [String]) {
    var start: Int?
    for index in range {
      if !labels[index].isEmpty {
        start = index
      } else if let start {
        groupStart[start] = start
        groupStart[index] = start
      }
    }
  }
}
