/// A hash of text that is the same in every run (FNV-1a, 64 bits), unlike `Hasher`.
///
/// Used to notice repeated rows without keeping their text.
struct StableHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func combine(_ text: String) {
    var copy = text
    copy.withUTF8 { bytes in
      for index in 0..<bytes.count { value = (value ^ UInt64(unsafe bytes[index])) &* 0x0000_0100_0000_01B3 }
    }
  }

  mutating func combine(_ number: Int32) {
    value = (value ^ UInt64(UInt32(bitPattern: number))) &* 0x0000_0100_0000_01B3
  }
}
