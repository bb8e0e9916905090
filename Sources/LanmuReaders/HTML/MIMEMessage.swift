/// A MIME message cut into its parts (RFC 2045, RFC 2046), as browsers and office programs save a page with all it needs.
///
/// Multiparts within multiparts are opened, to a small depth. Bodies are decoded; headers are unfolded, their names in
/// lower case.
struct MIMEMessage {
  struct Part {
    var headers: [String: String]
    var body: [UInt8]

    /// The media type without parameters, in lower case.
    var mediaType: String {
      (headers["content-type"] ?? "text/plain").prefix { $0 != ";" }.trimmed.lowercased()
    }

    /// A parameter of the content type, such as `charset`.
    func parameter(_ name: String) -> String? {
      guard let header = headers["content-type"], let semicolon = header.firstIndex(of: ";") else { return nil }
      for field in Self.parameters(header[semicolon...]) where field.name == name { return field.value }
      return nil
    }

    private static func parameters(_ text: Substring) -> [(name: String, value: String)] {
      var result: [(String, String)] = []
      var rest = text
      while rest.first == ";" {
        rest = rest.dropFirst().drop { $0.isWhitespace }
        let name = rest.prefix { $0 != "=" && $0 != ";" }
        rest = rest.dropFirst(name.count)
        guard rest.first == "=" else { continue }
        rest = rest.dropFirst()
        var value: Substring
        if rest.first == "\"" {
          value = rest.dropFirst().prefix { $0 != "\"" }
          rest = rest.dropFirst(value.count + 2)
        } else {
          value = rest.prefix { $0 != ";" }
          rest = rest.dropFirst(value.count)
        }
        result.append((name.trimmed.lowercased(), value.trimmed))
        rest = rest.drop { $0 != ";" }
      }
      return result
    }
  }

  private static let maximumDepth = 4
  private static let maximumParts = 4096

  /// The parts that hold something themselves, in order.
  private(set) var parts: [Part] = []
  /// Whether the closing boundary was missing.
  private(set) var isCut = false

  init(_ bytes: [UInt8]) {
    collect(bytes[...], depth: 0)
  }

  private mutating func collect(_ bytes: ArraySlice<UInt8>, depth: Int) {
    guard parts.count < Self.maximumParts else { return }
    let (headers, bodyStart) = Self.headers(of: bytes)
    var part = Part(headers: headers, body: [])
    let body = bytes[bodyStart...]
    if part.mediaType.hasPrefix("multipart/"), let boundary = part.parameter("boundary"), !boundary.isEmpty,
      depth < Self.maximumDepth
    {
      for piece in pieces(of: body, boundary: Array("--\(boundary)".utf8)) { collect(piece, depth: depth + 1) }
      return
    }
    switch headers["content-transfer-encoding"]?.trimmed.lowercased() {
    case "base64": part.body = TransferDecoding.base64(body)
    case "quoted-printable": part.body = TransferDecoding.quotedPrintable(body)
    default: part.body = Array(body)
    }
    parts.append(part)
  }

  /// What stands between lines that are the boundary.
  private mutating func pieces(of bytes: ArraySlice<UInt8>, boundary: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    var index = bytes.startIndex
    var isClosed = false
    while index < bytes.endIndex, !isClosed {
      let lineEnd = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = bytes[index..<lineEnd]
      let next = min(lineEnd + 1, bytes.endIndex)
      if line.first == 0x2D, line.starts(with: boundary) {
        if let start, start <= index { pieces.append(bytes[start..<index]) }
        start = next
        isClosed = line.dropFirst(boundary.count).starts(with: [0x2D, 0x2D])
      }
      index = next
    }
    if !isClosed {
      isCut = true
      if let start { pieces.append(bytes[start...]) }
    }
    return pieces
  }

  private static func headers(of bytes: ArraySlice<UInt8>) -> ([String: String], Int) {
    var headers: [String: String] = [:]
    var index = bytes.startIndex
    var name = ""
    while index < bytes.endIndex {
      let lineEnd = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let next = min(lineEnd + 1, bytes.endIndex)
      let text = String(decoding: bytes[index..<lineEnd], as: UTF8.self)
      index = next
      let line = text.trimmed
      if line.isEmpty {
        // Blank lines before the first header are passed over.
        if headers.isEmpty { continue }
        break
      }
      if text.first == " " || text.first == "\t" {
        headers[name, default: ""] += " " + line
      } else if let colon = line.firstIndex(of: ":") {
        name = line[..<colon].lowercased()
        headers[name] = line[line.index(after: colon)...].trimmed
      }
    }
    return (headers, index)
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
