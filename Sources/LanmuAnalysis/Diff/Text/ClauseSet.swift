import LanmuPlan

/// The distinct clauses of texts, without their numbers, each weighing as much as it is long.
struct ClauseSet {
  /// Length in characters by the hash of the clause's typography form.
  private var lengths: [UInt64: Int] = [:]

  init(_ texts: [String]) {
    for text in texts {
      var clause: [UInt32] = []
      for scalar in text.unicodeScalars {
        if Self.ends.contains(scalar.value) {
          add(clause)
          clause = []
        } else {
          clause.append(scalar.value)
        }
      }
      add(clause)
    }
  }

  /// What an entry demands.
  init(_ entry: PlanEntry) { self.init([entry.requirement, entry.target]) }

  private mutating func add(_ clause: [UInt32]) {
    let folded = ComparableText.typography(clause).drop(while: Self.counters.contains)
    guard folded.count > 1 else { return }
    var hash = FoldedHash()
    hash.combine(contentsOf: folded)
    lengths[hash.value] = folded.count
  }

  var isEmpty: Bool { lengths.isEmpty }
  var hashes: Dictionary<UInt64, Int>.Keys { lengths.keys }
  func length(of hash: UInt64) -> Int { lengths[hash] ?? 0 }
  var weight: Int { lengths.values.reduce(0, +) }

  func intersection(_ other: ClauseSet) -> ClauseSet { filtered { other.lengths[$0] != nil } }
  func subtracting(_ other: ClauseSet) -> ClauseSet { filtered { other.lengths[$0] == nil } }

  private func filtered(_ isKept: (UInt64) -> Bool) -> ClauseSet {
    var kept = self
    kept.lengths = lengths.filter { isKept($0.key) }
    return kept
  }

  private static let ends: Set<UInt32> = Set("。；;！？!?\n".unicodeScalars.map(\.value))
  /// What clauses are counted with: 1. （2） ③ 四、
  private static let counters: Set<UInt32> = Set(
    "0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩(),.、".unicodeScalars.map(\.value))
}
