/// A first look at whether a set may hold a character: a quick no for nearly all that it does not hold.
///
/// Texts are searched for words character by character, and hardly any character begins one; asking a dictionary at each
/// place would take most of the time.
package struct ScalarFilter: Sendable {
  /// One bit for each of the last twelve bits of a character's number; Chinese characters seldom share them by chance.
  private var bits = [UInt64](repeating: 0, count: 64)

  package init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { bits[Int(scalar.value >> 6) & 63] |= 1 << UInt64(scalar.value & 63) }
  }

  /// False only for what the set does not hold.
  package func mayHold(_ scalar: Unicode.Scalar) -> Bool {
    bits[Int(scalar.value >> 6) & 63] >> UInt64(scalar.value & 63) & 1 == 1
  }
}
