/// Matches the entries that a branch carries along, once most of the branch's entries are matched.
struct CarriedEntries {
  /// For each old branch, how many of its entries stand below each new one under the same labels.
  private var votes: [UInt64: [UInt64: Int]] = [:]

  private init(_ state: MatchState) {
    for (left, right) in state.newOfOld.enumerated() where right != MatchState.none {
      let one = state.old[left]
      let other = state.new[right]
      var old = one.labels.count - 1
      var new = other.labels.count - 1
      while old > 0, new > 0, one.labelHashes[old] == other.labelHashes[new] {
        votes[one.prefixes[old - 1], default: [:]][other.prefixes[new - 1], default: 0] += 1
        old -= 1
        new -= 1
      }
    }
  }

  /// Matches each free entry to the free one that stands where its branch went, if there is just one.
  static func match(_ state: inout MatchState) {
    let left = state.freeOld
    let right = state.freeNew
    guard !left.isEmpty, !right.isEmpty else { return }
    let carried = CarriedEntries(state)
    let places = Dictionary(right.map { (state.new[$0].path, [$0]) }, uniquingKeysWith: +)
    for place in left {
      guard let path = carried.path(of: state.old[place], where: { places[$0] != nil }),
        let found = places[path], found.count == 1, state.isFree(new: found[0])
      else { continue }
      state.match(place, found[0], score: 0.88)
    }
  }

  /// Where an entry would stand if it had gone with its branch, the innermost branch first.
  private func path(of entry: EntryFeatures, where exists: (UInt64) -> Bool) -> UInt64? {
    var depth = entry.labels.count - 1
    while depth > 0 {
      let targets = (votes[entry.prefixes[depth - 1]] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      for (target, _) in targets {
        var path = FoldedHash(target)
        for label in entry.labelHashes[depth...] { path.combine(label) }
        if exists(path.value) { return path.value }
      }
      depth -= 1
    }
    return nil
  }
}
