/// For each place of a list, the nearest values before and after it: where a free entry stands between matched ones.
struct NeighbourGaps {
  private let gaps: [(before: Int, after: Int)]

  /// The gap of a place; equal values of two places name the same neighbour.
  subscript(place: Int) -> (before: Int, after: Int) { gaps[place] }

  /// - Parameter values: the partner of each place, or `MatchState.none`.
  init(_ values: [Int]) {
    var gaps = Array(repeating: (before: MatchState.none, after: Int.max), count: values.count)
    var last = MatchState.none
    for place in values.indices {
      gaps[place].before = last
      if values[place] != MatchState.none { last = values[place] }
    }
    last = Int.max
    for place in values.indices.reversed() {
      gaps[place].after = last
      if values[place] != MatchState.none { last = values[place] }
    }
    self.gaps = gaps
  }
}

extension MatchState {
  /// Where old entries stand, in places of the new plan.
  var oldGaps: NeighbourGaps { NeighbourGaps(newOfOld) }
  /// Where new entries stand, in places of the new plan.
  var newGaps: NeighbourGaps {
    NeighbourGaps(oldOfNew.indices.map { isFree(new: $0) ? MatchState.none : $0 })
  }
}
