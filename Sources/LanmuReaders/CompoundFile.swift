/// The names in the directory of a compound file (\[MS-CFB\] 2.6), the container of Office 97 and of encrypted packages.
///
/// Directory entries are 128 bytes long and lie at multiples of 128, wherever the directory's sectors are; so the entries
/// that matter are found without following the sector chains, which a broken file may have lost.
struct CompoundFile {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let sought = ["EncryptedPackage", "WordDocument", "Workbook", "Book", "PowerPoint Document"]

  let names: Set<String>

  init(_ bytes: [UInt8]) {
    var names: Set<String> = []
    for start in stride(from: 512, to: bytes.count - 127, by: 128) {
      // The length of the name in bytes, its terminator included, stands behind the 64 bytes of the name.
      let length = Int(bytes[start + 64]) | Int(bytes[start + 65]) << 8
      guard (10...42).contains(length) else { continue }
      for name in Self.sought where length == (name.utf8.count + 1) * 2 {
        let isSame = name.utf8.enumerated().allSatisfy { place, byte in
          bytes[start + place * 2] == byte && bytes[start + place * 2 + 1] == 0
        }
        if isSame { names.insert(name) }
      }
    }
    self.names = names
  }
}
