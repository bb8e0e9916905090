/// Which entries stand in another order than before.
enum OrderComparison {
  /// The fewest pairs that must be taken out so that the others keep their order.
  static func displaced(_ pairs: [IndexPair]) -> [IndexPair] {
    // Patience: for each length the least last place of a rising run.
    var tails: [Int] = []
    var previous = Array(repeating: -1, count: pairs.count)
    for place in pairs.indices {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].old < pairs[place].old { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[place] = tails[low - 1] }
      if low == tails.count { tails.append(place) } else { tails[low] = place }
    }
    var kept: Set<Int> = []
    var place = tails.last ?? -1
    while place >= 0 {
      kept.insert(place)
      place = previous[place]
    }
    return pairs.indices.filter { !kept.contains($0) }.map { pairs[$0] }
  }
}
