/// Finds the start tag behind which a scanner may begin, in the head of a part.
enum StartTagSearch {
  enum Result: Hashable {
    /// The place behind the tag.
    case found(end: Int)
    case missing
    /// The part has something that has to be left to libxml2.
    case unsuitable
  }

  /// Searches the bytes, which are all that a part begins with.
  ///
  /// Unsuitable are parts in another encoding than UTF-8, with comments, sections, declarations or instructions before the
  /// tag, and those whose first mention of the name is anything but the plain start tag. Without these a `<` can only be the
  /// start of a tag, if the head is well formed at all, of which libxml2 makes sure.
  static func run(in bytes: ArraySlice<UInt8>, name: StaticString, allowsAttributes: Bool) -> Result {
    var index = bytes.startIndex
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { index += 3 }
    if bytes[index...].starts(with: "<?xml ".utf8) {
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { return .missing }
      guard isUTF8(String(decoding: bytes[index..<end], as: UTF8.self)) else { return .unsuitable }
      index = end + 1
    }
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard start + 1 < bytes.endIndex else { return .missing }
      if bytes[start + 1] == UInt8(ascii: "!") || bytes[start + 1] == UInt8(ascii: "?") { return .unsuitable }
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { return .missing }
      let tag = bytes[start + 1..<end]
      if mentions(name, in: tag) {
        guard starts(tag, with: name), tag.last != UInt8(ascii: "/") else { return .unsuitable }
        let rest = tag.dropFirst(name.utf8CodeUnitCount)
        guard rest.isEmpty || (allowsAttributes && rest.first == 0x20) else { return .unsuitable }
        return .found(end: end + 1)
      }
      index = end + 1
    }
    return .missing
  }

  private static func isUTF8(_ declaration: String) -> Bool {
    guard let place = declaration.firstRange(of: "encoding") else { return true }
    let value = declaration[place.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
    return value.prefix { $0 != "\"" && $0 != "'" }.lowercased() == "utf-8"
  }

  private static func starts(_ tag: ArraySlice<UInt8>, with name: StaticString) -> Bool {
    guard tag.count >= name.utf8CodeUnitCount else { return false }
    for index in 0..<name.utf8CodeUnitCount where unsafe tag[tag.startIndex + index] != name.utf8Start[index] {
      return false
    }
    return true
  }

  private static func mentions(_ name: StaticString, in tag: ArraySlice<UInt8>) -> Bool {
    var rest = tag
    while rest.count >= name.utf8CodeUnitCount {
      if starts(rest, with: name) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
