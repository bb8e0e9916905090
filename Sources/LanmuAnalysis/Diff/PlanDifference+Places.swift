extension PlanDifference {
  /// Where entries of the old plan would stand in the new one.
  package struct NewPlaces {
    private var placeOfOld: [(old: Int, new: Int)]

    init(_ pairs: [IndexPair]) {
      placeOfOld = pairs.map { ($0.old, $0.new) }.sorted { $0.0 < $1.0 }
    }

    /// The new place of the nearest entry before an old one that is still there; -1 if there is none.
    package func place(afterOld index: Int) -> Int {
      var low = 0
      var high = placeOfOld.count
      while low < high {
        let middle = (low + high) / 2
        if placeOfOld[middle].old < index { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? -1 : placeOfOld[low - 1].new
    }
  }

  package var newPlaces: NewPlaces { NewPlaces(pairs) }
}
