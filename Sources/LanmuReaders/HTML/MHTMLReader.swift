package import LanmuContainer
package import LanmuDiagnostics
package import LanmuGrid

/// Reads web archives (RFC 2557): the pages of one MIME message.
///
/// A workbook saved as an archive has a page for each sheet beside a frame that holds none of them; so every page with a
/// table is read, or the first page if none has one.
package struct MHTMLReader: Sendable {
  package var limits: ResourceLimits
  package var encoding: TextEncoding?

  package init(limits: ResourceLimits = .standard, encoding: TextEncoding? = nil) {
    self.limits = limits
    self.encoding = encoding
  }

  package func read(_ source: ByteSource) throws(LanmuError) -> Outcome<TableDocument> {
    let name = source.displayName
    let message = MIMEMessage(try source.bytes(limit: limits.textBytes))
    let pages = message.parts.filter { $0.mediaType == "text/html" || $0.mediaType == "application/xhtml+xml" }
    var reader = HTMLReader(limits: limits, encoding: encoding)
    var documents: [Outcome<TableDocument>] = []
    for page in pages {
      let carried = page.parameter("charset").flatMap { TextEncoding(label: $0) }
      let document = try reader.read(page.body, name: name, carried: carried, format: .mhtml)
      reader.limits.cells -= document.value.cellCount
      documents.append(document)
    }
    guard let first = documents.first else { throw .messageWithoutPage(name) }
    let withTables = documents.filter { !$0.value.tables.isEmpty }
    let read = withTables.isEmpty ? [first] : withTables
    var blocks: [TableDocument.Block] = []
    var tables = 0
    for document in read {
      for block in document.value.blocks {
        guard case .table(var grid) = block else {
          blocks.append(block)
          continue
        }
        grid.nestedIn?.table += tables
        blocks.append(.table(grid))
      }
      tables += document.value.tables.count
    }
    var diagnostics = read.flatMap(\.diagnostics)
    if message.isCut { diagnostics.append(.missingMessagePart()) }
    return Outcome(TableDocument(format: SourceFormat.mhtml.rawValue, blocks: blocks), diagnostics: diagnostics)
  }
}
