/// Eight bytes of a text, looked at together: most texts need no closer look.
struct EightBytes {
  /// The first byte in the lowest bits.
  let bits: UInt64

  /// The highest bit of each byte.
  static let highest: UInt64 = 0x8080_8080_8080_8080

  init(bits: UInt64) { self.bits = bits }

  /// - Precondition: There are eight bytes from `offset` on.
  init(_ bytes: Span<UInt8>, at offset: Int) {
    bits = UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The highest bit of each byte that is this one.
  func places(of byte: UInt8) -> UInt64 {
    let difference = bits ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    let lower = ~Self.highest
    return ~(((difference & lower) &+ lower) | difference | lower)
  }

  /// The highest bit of each byte that opens a character of several bytes.
  var leads: UInt64 { bits & (bits << 1) & Self.highest }

  /// The highest bit of each byte beyond ASCII.
  var others: UInt64 { bits & Self.highest }
}
