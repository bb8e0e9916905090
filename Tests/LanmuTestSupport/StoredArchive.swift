/// A zip archive made in memory from readable parts, none of them compressed.
package enum StoredArchive {
  package static func bytes(of parts: [(name: String, content: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8)
      let offset = archive.count
      // Version 2.0, names in UTF-8, stored, 1 January 1980.
      var header: [UInt8] = []
      header.append(little: 20, bytes: 2)
      header.append(little: 0x0800, bytes: 2)
      header.append(little: 0, bytes: 2)
      header.append(little: 0, bytes: 2)
      header.append(little: 0x21, bytes: 2)
      header.append(little: checksum(of: part.content), bytes: 4)
      header.append(little: UInt32(part.content.count), bytes: 4)
      header.append(little: UInt32(part.content.count), bytes: 4)
      header.append(little: UInt32(name.count), bytes: 2)
      header.append(little: 0, bytes: 2)
      archive.append(little: 0x0403_4b50, bytes: 4)
      archive += header + name + part.content
      directory.append(little: 0x0201_4b50, bytes: 4)
      directory.append(little: 20, bytes: 2)
      directory += header
      directory.append(little: 0, bytes: 2)
      directory.append(little: 0, bytes: 2)
      directory.append(little: 0, bytes: 2)
      directory.append(little: 0, bytes: 4)
      directory.append(little: UInt32(offset), bytes: 4)
      directory += name
    }
    let start = archive.count
    archive += directory
    archive.append(little: 0x0605_4b50, bytes: 4)
    archive.append(little: 0, bytes: 4)
    archive.append(little: UInt32(parts.count), bytes: 2)
    archive.append(little: UInt32(parts.count), bytes: 2)
    archive.append(little: UInt32(directory.count), bytes: 4)
    archive.append(little: UInt32(start), bytes: 4)
    archive.append(little: 0, bytes: 2)
    return archive
  }

  /// CRC-32 as zip wants it.
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in sum >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
  }

  private static let remainders: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
  }
}

extension [UInt8] {
  fileprivate mutating func append(little value: UInt32, bytes count: Int) {
    for index in 0..<count { append(UInt8(truncatingIfNeeded: value >> (8 * UInt32(index)))) }
  }
}
