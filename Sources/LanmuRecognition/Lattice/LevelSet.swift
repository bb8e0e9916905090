/// The levels of which a row has labels of its own.
struct LevelSet: Sendable {
  /// Places among the levels, ascending.
  let levels: [Int]

  func contains(_ level: Int) -> Bool { levels.contains(level) }

  /// All sets worth considering: none, and every run of neighbouring levels; with few levels, also runs with gaps.
  static func all(of levelCount: Int) -> [LevelSet] {
    var sets = [LevelSet(levels: [])]
    if levelCount <= 4 {
      for mask in 1..<(1 << levelCount) {
        sets.append(LevelSet(levels: (0..<levelCount).filter { mask & (1 << $0) != 0 }))
      }
    } else {
      for first in 0..<levelCount {
        for last in first..<min(levelCount, first + 8) { sets.append(LevelSet(levels: Array(first...last))) }
      }
    }
    return sets
  }
}
