/// What probabilities are worth: how many of the readings that claim so much are right.
package struct Reliability: Sendable {
  /// The readings whose probability is less than a bound, and at least the bound before it.
  package struct Bin: Sendable {
    package var upperBound: Double
    package var claimed = 0.0
    package var readings = 0
    package var right = 0
  }

  package private(set) var bins: [Bin]

  package init() {
    bins = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975, 0.99, 2].map { Bin(upperBound: $0) }
  }

  package mutating func note(_ probability: Double, isRight: Bool) {
    guard let place = bins.firstIndex(where: { probability < $0.upperBound }) else { return }
    bins[place].claimed += probability
    bins[place].readings += 1
    bins[place].right += isRight ? 1 : 0
  }

  package mutating func add(_ other: Reliability) {
    for place in bins.indices {
      bins[place].claimed += other.bins[place].claimed
      bins[place].readings += other.bins[place].readings
      bins[place].right += other.bins[place].right
    }
  }
}
