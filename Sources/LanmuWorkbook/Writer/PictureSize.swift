/// A picture's size in pixels, read from its bytes.
///
/// libxlsxwriter divides by what it finds in a picture, so files that are cut off or of no size must not reach it.
package struct PictureSize: Sendable, Hashable {
  package let width: Int
  package let height: Int

  /// `nil` unless the bytes begin like a PNG, JPEG, GIF or BMP file of at least one pixel.
  package init?(_ bytes: [UInt8]) {
    func big(_ place: Int, _ count: Int) -> Int { bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) } }
    func little(_ place: Int, _ count: Int) -> Int {
      bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    var size = (0, 0)
    if bytes.count > 32, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      size = (big(16, 4), big(20, 4))
    } else if bytes.count > 12, bytes.starts(with: Array("GIF8".utf8)) {
      size = (little(6, 2), little(8, 2))
    } else if bytes.count > 32, bytes.starts(with: Array("BM".utf8)) {
      size = (little(18, 4), little(22, 4))
    } else if bytes.count > 12, bytes.starts(with: [0xFF, 0xD8]) {
      var place = 2
      while place + 9 < bytes.count, bytes[place] == 0xFF {
        let marker = bytes[place + 1]
        if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
          size = (big(place + 7, 2), big(place + 5, 2))
          break
        }
        place += 2 + max(big(place + 2, 2), 2)
      }
    }
    guard (1...100_000).contains(size.0), (1...100_000).contains(size.1) else { return nil }
    width = size.0
    height = size.1
  }
}
