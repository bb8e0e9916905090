/// Finds labels that are another label but for at most two characters that it has more.
///
/// A label is known by the sum of its characters' weights, from which each loss of a character is a subtraction: a look-up
/// for each pair of characters of the other label, however many labels there are. What is found is to be checked, since
/// labels of the same characters in another order have the same sum, and others may.
struct LossIndex: Sendable {
  private var numbers: [UInt64: [Int]] = [:]

  /// Labels kept of those that have the same sum; no document needs more, however it was made.
  private static let mostEqual = 4
  /// Losses are not looked for in longer labels.
  private static let longestLabel = 40

  var isEmpty: Bool { numbers.isEmpty }

  /// Adds a label that may have lost characters, by a number of the caller's.
  mutating func insert(_ label: String, as number: Int) {
    let sum = label.unicodeScalars.reduce(UInt64(0)) { $0 &+ Self.weight($1) }
    if numbers[sum, default: []].count < Self.mostEqual { numbers[sum, default: []].append(number) }
  }

  /// The numbers of labels that may be this one without some characters, or with all of them; perhaps more than once.
  func candidates(of whole: String) -> [Int] {
    guard !numbers.isEmpty else { return [] }
    let weights = whole.unicodeScalars.map(Self.weight)
    let sum = weights.reduce(0, &+)
    var found = numbers[sum] ?? []
    guard weights.count <= Self.longestLabel else { return found }
    for first in weights.indices {
      let rest = sum &- weights[first]
      if let known = numbers[rest] { found += known }
      for second in weights[(first + 1)...] {
        if let known = numbers[rest &- second] { found += known }
      }
    }
    return found
  }

  /// A number as good as random (the finalizer of SplitMix64, Steele et al. 2014).
  private static func weight(_ scalar: Unicode.Scalar) -> UInt64 {
    var mixed = UInt64(scalar.value) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
