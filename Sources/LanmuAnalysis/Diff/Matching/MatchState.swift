/// Which entries of two plans are matched so far.
struct MatchState {
  let old: [EntryFeatures]
  let new: [EntryFeatures]
  private(set) var newOfOld: [Int]
  private(set) var oldOfNew: [Int]
  private(set) var scores: [Double]

  static let none = -1

  init(old: [EntryFeatures], new: [EntryFeatures]) {
    self.old = old
    self.new = new
    newOfOld = Array(repeating: Self.none, count: old.count)
    oldOfNew = Array(repeating: Self.none, count: new.count)
    scores = Array(repeating: 0, count: old.count)
  }

  mutating func match(_ left: Int, _ right: Int, score: Double) {
    newOfOld[left] = right
    oldOfNew[right] = left
    scores[left] = score
  }

  /// Sets a pair free again.
  mutating func release(_ left: Int) {
    guard newOfOld[left] != Self.none else { return }
    oldOfNew[newOfOld[left]] = Self.none
    newOfOld[left] = Self.none
    scores[left] = 0
  }

  func isFree(old index: Int) -> Bool { newOfOld[index] == Self.none }
  func isFree(new index: Int) -> Bool { oldOfNew[index] == Self.none }

  var freeOld: [Int] { newOfOld.indices.filter { newOfOld[$0] == Self.none } }
  var freeNew: [Int] { oldOfNew.indices.filter { oldOfNew[$0] == Self.none } }

  /// Matches free entries with equal keys, in order.
  ///
  /// - Parameter unique: Only where a key stands once on each side; otherwise where it stands equally often too.
  mutating func matchEqual(
    score: Double, unique: Bool = true, where accepts: (MatchState, Int, Int) -> Bool = { _, _, _ in true },
    key: (EntryFeatures) -> UInt64?
  ) {
    let left = freeOld
    let right = freeNew
    guard !left.isEmpty, !right.isEmpty else { return }
    var places: [UInt64: Group] = Dictionary(minimumCapacity: left.count)
    for index in left {
      guard let key = key(old[index]) else { continue }
      places[key, default: Group()].old.append(index)
    }
    var order: [UInt64] = []
    for index in right {
      guard let key = key(new[index]), let found = places[key] else { continue }
      if found.new.isEmpty { order.append(key) }
      places[key]?.new.append(index)
    }
    for key in order {
      guard let group = places[key] else { continue }
      let fits = unique ? group.old.count == 1 && group.new.count == 1 : group.old.count == group.new.count
      guard fits else { continue }
      for (oldIndex, newIndex) in zip(group.old, group.new) where accepts(self, oldIndex, newIndex) {
        match(oldIndex, newIndex, score: score)
      }
    }
  }

  /// Matches entries that are alike in everything, as many as both sides have.
  mutating func matchIdentical() {
    var places: [UInt64: Group] = Dictionary(minimumCapacity: old.count)
    for index in old.indices { places[identity(old[index]), default: Group()].old.append(index) }
    for index in new.indices {
      let key = identity(new[index])
      guard let group = places[key], group.taken < group.old.count else { continue }
      places[key]?.taken += 1
      match(group.old[group.taken], index, score: 1)
    }
  }

  private func identity(_ entry: EntryFeatures) -> UInt64 {
    EntryFeatures.key(entry.path, entry.body, entry.units, entry.starred ? 1 : 0, UInt64(entry.table))
  }

  private struct Group {
    var old: [Int] = []
    var new: [Int] = []
    /// How many of `old` are matched.
    var taken = 0
  }
}
