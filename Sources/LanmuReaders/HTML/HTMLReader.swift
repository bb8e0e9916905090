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
    var stream = MemoryByteStream(HTMLPreparation.prepared(decoded.utf8))
    var visitor = HTMLVisitor(limits: limits)
    let ending = try MarkupReader.readHTML(&stream, at: SourcePosition(file: name), visitor: &visitor)
    let blocks = visitor.finish()
    var diagnostics = decoded.diagnostics + visitor.diagnostics
    if let fault = ending.fault { diagnostics.append(fault.diagnostic(at: SourcePosition(file: name))) }
    return Outcome(TableDocument(format: format.rawValue, blocks: blocks), diagnostics: diagnostics)
  }
}
