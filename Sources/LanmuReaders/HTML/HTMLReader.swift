package import LanmuContainer
package import LanmuDiagnostics
package import LanmuGrid

/// Reads web pages: paragraphs and tables, nested ones behind the table in which they stand.
///
/// Bytes are decoded by the user's word, a byte order mark, the carrier's and the page's own declaration, and last by their
/// content; libxml2 gets UTF-8 in every case.
package struct HTMLReader: Sendable {
  package var limits: ResourceLimits
  package var encoding: TextEncoding?

  package init(limits: ResourceLimits = .standard, encoding: TextEncoding? = nil) {
    self.limits = limits
    self.encoding = encoding
  }

  package func read(_ source: ByteSource) throws(LanmuError) -> Outcome<TableDocument> {
    let bytes = try source.bytes(limit: limits.textBytes)
    guard !bytes.isEmpty else { throw .inputEmpty(source.displayName) }
    return try read(bytes, name: source.displayName)
  }

  /// - Parameters:
  ///   - carried: the encoding that the page's carrier (a MIME header) declares.
  ///   - format: the short name that the document's format gets.
  package func read(
    _ bytes: [UInt8], name: String, carried: TextEncoding? = nil, format: SourceFormat = .html
  ) throws(LanmuError) -> Outcome<TableDocument> {
    let declared = carried ?? HTMLCharset.declared(in: bytes)
    let decoded = try TextDecoder(forced: encoding, declared: declared).decode(bytes)
    var stream = MemoryByteStream(Self.prepared(decoded.utf8))
    var visitor = HTMLVisitor(limits: limits)
    let ending = try MarkupReader.readHTML(&stream, at: SourcePosition(file: name), visitor: &visitor)
    let blocks = visitor.finish()
    var diagnostics = decoded.diagnostics + visitor.diagnostics
    if let fault = ending.fault { diagnostics.append(fault.diagnostic(at: SourcePosition(file: name))) }
    return Outcome(TableDocument(format: format.rawValue, blocks: blocks), diagnostics: diagnostics)
  }

  /// The page with what libxml2 reads otherwise than the standard written so that it reads it the same: without NUL; without
  /// the marks `<![if …]>` that Office leaves around its content, which are comments (WHATWG HTML 13.2.5.41); and with the
  /// breaks that `</p>` and `</br>` make even where nothing is open that they would end (13.2.6.4.7), and the ends of rows
  /// that had no start tag (13.2.6.4.14), of which it says nothing.
  private static func prepared(_ page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(page.count + page.count / 16)
    var index = 0
    while index < page.count {
      let byte = page[index]
      if byte == UInt8(ascii: "<"), index + 3 < page.count {
        if page[index + 1] == UInt8(ascii: "!") {
          let isComment = page[index + 2] == Byte.hyphen && page[index + 3] == Byte.hyphen
          if isComment || page[index + 2] == UInt8(ascii: "[") {
            let end =
              isComment ? commentEnd(in: page, from: index + 4) : page[index...].firstIndex(of: UInt8(ascii: ">"))
            if isComment { result.append(contentsOf: page[index..<(end ?? page.count)]) }
            index = (end ?? page.count) + (isComment ? 0 : 1)
            continue
          }
        } else if page[index + 1] == UInt8(ascii: "/") {
          if page[index + 2] | 0x20 == UInt8(ascii: "p"), page[index + 3] == UInt8(ascii: ">") {
            result.append(contentsOf: "</p><hr>".utf8)
            index += 4
            continue
          }
          if page[index + 3] | 0x20 == UInt8(ascii: "r"), index + 4 < page.count, page[index + 4] == UInt8(ascii: ">") {
            let name = page[index + 2] | 0x20
            if name == UInt8(ascii: "b") || name == UInt8(ascii: "t") {
              result.append(contentsOf: (name == UInt8(ascii: "b") ? "<br>" : "</tr>" + HTMLName.rowEndMark).utf8)
              index += 5
              continue
            }
          }
        }
      }
      if byte != 0 { result.append(byte) }
      index += 1
    }
    return result
  }

  private static func commentEnd(in page: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 2 < page.count {
      if page[index] == Byte.hyphen, page[index + 1] == Byte.hyphen, page[index + 2] == UInt8(ascii: ">") {
        return index + 3
      }
      index += 1
    }
    return nil
  }
}
