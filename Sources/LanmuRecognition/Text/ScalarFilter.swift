/// A first look at whether a set may hold a character: a quick no for nearly all that it does not hold.
///
/// Texts are searched for words character by character, and hardly any character begins one; asking a dictionary at each
/// place would take most of the time.
package struct ScalarFilter: Sendable {
  /// One bit for each of the last twelve bits of a character's number; Chinese characters seldom share them by chance.
  private var bits = [UInt64](repeating: 0, count: 64)

  package init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { insert(scalar.value) }
  }

  /// The same for the values of scalars.
  package init(values: some Sequence<UInt32>) {
    for value in values { insert(value) }
  }

  package mutating func insert(_ scalar: Unicode.Scalar) { insert(scalar.value) }

  private mutating func insert(_ value: UInt32) { bits[Int(value >> 6) & 63] |= 1 << UInt64(value & 63) }

  /// False only for what the set does not hold.
  package func mayHold(_ scalar: Unicode.Scalar) -> Bool { mayHold(scalar.value) }

  package func mayHold(_ value: UInt32) -> Bool { bits[Int(value >> 6) & 63] >> UInt64(value & 63) & 1 == 1 }
}
