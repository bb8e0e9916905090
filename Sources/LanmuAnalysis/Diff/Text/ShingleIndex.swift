/// Pairs of neighbouring characters as a measure of how alike texts are, rare pairs counting more than common ones.
struct ShingleIndex {
  private var frequency: [UInt64: Int32] = [:]
  private var documents = 0

  mutating func add(_ shingles: ShingleSet) {
    documents += 1
    for shingle in shingles.values { frequency[shingle, default: 0] += 1 }
  }

  func frequency(of shingle: UInt64) -> Int { Int(frequency[shingle] ?? 0) }

  /// About log₂ of documents per document that has the shingle, and a little for each.
  func weight(_ shingle: UInt64) -> Double { weight(frequency: frequency(of: shingle)) }

  /// The same for a shingle whose frequency is known.
  func weight(frequency: Int) -> Double {
    let count = max(1, frequency)
    let ratio = max(1, (documents + 1) / count)
    return 0.15 + Double(Int.bitWidth - 1 - ratio.leadingZeroBitCount)
  }

  /// As of `WeighedShingles`, for sets that are compared once.
  func likeness(_ left: ShingleSet, _ right: ShingleSet) -> Double { weighed(left).likeness(to: weighed(right)) }

  func containment(of left: ShingleSet, in right: ShingleSet) -> Double {
    weighed(left).containment(in: weighed(right))
  }

  private func weighed(_ set: ShingleSet) -> WeighedShingles { WeighedShingles(set, by: self) }
}

/// Shingles with their weights, looked up once for all the sets that they are compared with.
struct WeighedShingles {
  let set: ShingleSet
  private let frequencies: [Int]
  private let weights: [Double]
  private let whole: Double

  init(_ set: ShingleSet, by index: ShingleIndex) {
    self.set = set
    frequencies = set.values.map(index.frequency)
    weights = frequencies.map(index.weight(frequency:))
    whole = weights.reduce(0, +)
  }

  /// Twice the common weight over the weight of both: 1 for equal sets, 0 for disjoint or empty ones.
  func likeness(to other: WeighedShingles) -> Double {
    let (common, all) = overlap(other)
    return all == 0 ? 0 : 2 * common / all
  }

  /// How much of this set's weight the other one has.
  func containment(in other: WeighedShingles) -> Double { whole == 0 ? 0 : overlap(other).common / whole }

  /// The greater of both containments.
  func greaterContainment(with other: WeighedShingles) -> Double {
    let common = overlap(other).common
    return max(whole == 0 ? 0 : common / whole, other.whole == 0 ? 0 : common / other.whole)
  }

  /// The shingles that stand in the fewest texts.
  func rarest(_ count: Int) -> [UInt64] {
    guard set.values.count > count else { return set.values }
    return zip(frequencies, set.values).sorted { $0 < $1 }.prefix(count).map(\.1)
  }

  private func overlap(_ other: WeighedShingles) -> (common: Double, all: Double) {
    let left = set.values
    let right = other.set.values
    var common = 0.0
    var all = 0.0
    var i = 0
    var j = 0
    while i < left.count || j < right.count {
      if j == right.count || (i < left.count && left[i] < right[j]) {
        all += weights[i]
        i += 1
      } else if i == left.count || right[j] < left[i] {
        all += other.weights[j]
        j += 1
      } else {
        common += weights[i]
        all += 2 * weights[i]
        i += 1
        j += 1
      }
    }
    return (common, all)
  }
}

/// The distinct pairs of neighbouring characters of a text, sorted.
struct ShingleSet {
  private(set) var values: [UInt64]

  init(_ text: String) { self.init([text]) }

  init(_ texts: [String]) {
    values = []
    for text in texts {
      let scalars = ComparableText.typography(text)
      if scalars.count == 1 { values.append(UInt64(scalars[0])) }
      for place in scalars.indices.dropLast() {
        values.append(UInt64(scalars[place]) << 32 | UInt64(scalars[place + 1]))
      }
    }
    values.sort()
    var distinct: [UInt64] = []
    distinct.reserveCapacity(values.count)
    for value in values where distinct.last != value { distinct.append(value) }
    values = distinct
  }

  var isEmpty: Bool { values.isEmpty }

  func union(_ other: ShingleSet) -> ShingleSet {
    var result = self
    result.values = Set(values).union(other.values).sorted()
    return result
  }

  /// Plain Dice likeness, for texts of a few characters.
  func likeness(to other: ShingleSet) -> Double {
    var common = 0
    var i = 0
    var j = 0
    while i < values.count, j < other.values.count {
      if values[i] == other.values[j] {
        common += 1
        i += 1
        j += 1
      } else if values[i] < other.values[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let all = values.count + other.values.count
    return all == 0 ? 0 : 2 * Double(common) / Double(all)
  }
}
