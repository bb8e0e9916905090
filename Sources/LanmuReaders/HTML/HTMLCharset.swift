import LanmuContainer

/// The encoding that a page declares in its first kilobytes (WHATWG HTML 13.2.3.2, simplified to what pages do).
enum HTMLCharset {
  private static let scannedBytes = 8192

  static func declared(in bytes: [UInt8]) -> TextEncoding? {
    let head = String(decoding: bytes.prefix(scannedBytes).map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
      .lowercased()
    var rest = head[...]
    if rest.hasPrefix("<?xml"), let end = rest.firstIndex(of: ">"),
      let label = value(of: "encoding", in: rest[..<end]), let encoding = TextEncoding(label: label)
    {
      return encoding
    }
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        guard let close = rest.firstRange(of: "-->") else { return nil }
        rest = rest[close.upperBound...]
      } else if rest.hasPrefix("<meta") {
        let tag = rest.prefix { $0 != ">" }
        if let label = value(of: "charset", in: tag), let encoding = TextEncoding(label: label) { return encoding }
        rest = rest.dropFirst(tag.count)
      } else {
        rest = rest.dropFirst()
      }
    }
    return nil
  }

  /// The value behind `name=`, quoted or not.
  static func value(of name: String, in text: Substring) -> String? {
    guard let place = text.firstRange(of: name) else { return nil }
    var rest = text[place.upperBound...].drop { $0.isWhitespace }
    guard rest.first == "=" else { return value(of: name, in: text[place.upperBound...]) }
    rest = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    let label = rest.prefix { !$0.isWhitespace && !"\"';>/".contains($0) }
    return label.isEmpty ? nil : String(label)
  }
}
