internal import LanmuGrid

/// The rows of a header whose spans are lost, laid over each other: where a label of the upper row stood over several fields,
/// empty cells follow it, and the labels below it fill just these places; or, where the cells below undivided labels are gone,
/// come one after the other, as many as there are places.
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

  /// The rows of a header, as long as each fills what those above it leave open; `nil` if one does not.
  ///
  /// Where empty cells are cut off, the row below one that has a single label may first show how far the label reaches.
  ///
  /// - Parameters:
  ///   - candidate: a row below them that may belong to the header, too.
  ///   - next: the row below that.
  init?(_ block: [FieldRow], before candidate: FieldRow? = nil, _ next: FieldRow? = nil) {
    guard let first = block.first else { return nil }
    let below = [candidate, candidate?.filledCount == 1 ? next : nil].compactMap(\.self)
    self.init(first, width: (block + below).map(\.cells.count).max() ?? 0)
    for (index, row) in block.enumerated().dropFirst() {
      guard isCompleted(by: row, above: index + 1 < block.count ? block[index + 1] : candidate) else { return nil }
      add(row)
    }
  }

  /// Whether a row fills just the places that the rows above leave open.
  ///
  /// - Parameter next: the row below it; a label that stands alone may be a group that only the next row divides.
  func isCompleted(by row: FieldRow, above next: FieldRow?) -> Bool {
    let below = placed(row)
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
    return undivided >= (known > 0 ? 2 : 3) && isWhole
      && filled.allSatisfy { HeaderLexicon.key(below[$0]).unicodeScalars.count <= 8 }
  }

  mutating func add(_ row: FieldRow) {
    let below = placed(row)
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

  /// A row's labels by the places that they fill.
  ///
  /// Where the cells below labels that reach down into the row are gone, its labels come one after the other, and as many of
  /// them divide a group as it has places.
  private func placed(_ row: FieldRow) -> [String] {
    let below = row.cells.map(\.label)
    let named = Array(below.prefix((below.lastIndex { !$0.isEmpty } ?? -1) + 1))
    guard row.layout == .delimited || row.layout == .indented, (2...Self.mostLabels).contains(named.count),
      !named.contains("")
    else {
      return below
    }
    var groups: [Range<Int>] = []
    for (place, start) in groupStart.enumerated() {
      guard let start else { continue }
      if groups.last?.lowerBound == start {
        groups[groups.count - 1] = start..<place + 1
      } else {
        groups.append(start..<place + 1)
      }
    }
    guard groups.count * named.count <= Self.mostTries else { return below }
    let words = named.map(HeaderWord.init)
    let heads = groups.map { HeaderWord(labels[$0.lowerBound]) }
    guard let slid = Self.likeliest(words, below: groups, heads),
      slid.cost <= HeaderWord.greatestCost * Double(named.count)
    else {
      return below
    }
    let isFitting = named.indices.allSatisfy { groupStart.indices.contains($0) && groupStart[$0] != nil }
    if isFitting {
      let own = zip(groups, heads).reduce(0.0) { sum, group in
        let run = words.indices.clamped(to: group.0)
        return run.isEmpty ? sum : sum + group.1.cost(of: words[run])
      }
      if own <= slid.cost + Self.slipCost { return below }
    }
    var result = Array(repeating: "", count: labels.count)
    for (place, label) in zip(slid.places, named) { result[place] = label }
    return result
  }

  /// The places of labels that divide some of the groups, each as a whole, in the likeliest way; `nil` if there is none.
  /// Takes O(groups × labels) steps, each of which reads a run of labels and copies the places so far.
  private static func likeliest(
    _ named: [HeaderWord], below groups: [Range<Int>], _ heads: [HeaderWord]
  ) -> (places: [Int], cost: Double)? {
    // By how many labels are placed, the best way to have come so far.
    var ways: [(places: [Int], cost: Double)?] = Array(repeating: nil, count: named.count + 1)
    ways[0] = ([], 0)
    for (group, head) in zip(groups, heads) where group.count <= named.count {
      for end in (group.count...named.count).reversed() {
        guard let way = ways[end - group.count] else { continue }
        let run = named[(end - group.count)..<end]
        let cost = way.cost + head.cost(of: run)
        if ways[end].map({ cost < $0.cost }) ?? true { ways[end] = (way.places + Array(group), cost) }
      }
    }
    return ways[named.count]
  }

  /// Wider headers are not searched: their cost would be out of proportion.
  private static let mostLabels = 64
  /// How many labels times groups are searched, which bounds the steps: as many labels as may be, below half as many groups,
  /// since each group takes two labels and more.
  private static let mostTries = mostLabels * mostLabels / 2
  /// What it costs that labels do not stand in the places where they are found.
  private static let slipCost = 0.5

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
