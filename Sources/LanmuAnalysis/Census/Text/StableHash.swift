/// A hash of text that is the same in every run and on every machine, unlike `Hasher`.
///
/// Used to notice repeated rows without keeping their text. Eight bytes at a step, each mixed by a multiplication, with the
/// finisher of MurmurHash3 (A. Appleby, public domain).
struct StableHash {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  var value: UInt64 {
    var hash = state
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ (hash >> 33)
  }

  mutating func combine(_ number: UInt64) {
    let mixed = (state ^ number) &* 0x9FB2_1C65_1E98_DF25
    state = mixed ^ (mixed >> 29)
  }

  /// Its length first, so that two texts in a row are not their joined text.
  mutating func combine(_ text: Span<UInt8>) {
    combine(UInt64(text.count))
    let bytes = unsafe text.bytes
    var index = 0
    while index + 8 <= bytes.byteCount {
      combine(unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    guard index < text.count else { return }
    var rest: UInt64 = 0
    while index < text.count {
      rest = rest << 8 | UInt64(text[index])
      index += 1
    }
    combine(rest)
  }

  mutating func combine(_ text: String) { combine(Array(text.utf8).span) }
}
