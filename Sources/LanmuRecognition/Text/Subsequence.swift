extension Sequence where Element: Equatable {
  /// Whether every element of this sequence stands in another one in the same order, with or without others between.
  @inlinable package func isSubsequence(of other: some Sequence<Element>) -> Bool {
    var rest = other.makeIterator()
    return allSatisfy { element in
      while let next = rest.next() {
        if next == element { return true }
      }
      return false
    }
  }
}
