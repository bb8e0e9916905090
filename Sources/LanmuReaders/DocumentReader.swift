public import LanmuContainer
public import LanmuDiagnostics
public import LanmuGrid

/// Reads a document of any supported format into paragraphs and tables.
///
/// The format is found out from the bytes, and from the name where these leave it open; `format` overrides both. What a
/// broken part of a document costs is told in the diagnostics; only what makes the result untrustworthy is thrown.
public struct DocumentReader: Sendable {
  public var limits: ResourceLimits
  /// The encoding of text, HTML and their like, where the user demands one.
  public var encoding: TextEncoding?
  /// What labels of fields are known.
  public var labels: KnownLabels

  public init(limits: ResourceLimits = .standard, encoding: TextEncoding? = nil, labels: KnownLabels = .none) {
    self.limits = limits
    self.encoding = encoding
    self.labels = labels
  }

  /// The format of a document.
  ///
  /// - Throws: `input.*` where it cannot be read, `format.*` where nothing can be read from it.
  public func format(of source: ByteSource) throws(LanmuError) -> SourceFormat {
    try FormatSniffer(limits: limits).format(of: source)
  }

  /// - Throws: `LanmuError` with the document's name in its position.
  public func read(_ source: ByteSource, format: SourceFormat? = nil) throws(LanmuError) -> Outcome<TableDocument> {
    do {
      let known = if let format { format } else { try self.format(of: source) }
      var outcome = try document(source, format: known)
      for index in outcome.diagnostics.indices where outcome.diagnostics[index].position.file == nil {
        outcome.diagnostics[index].position.file = source.displayName
      }
      return outcome
    } catch {
      throw error.inFile(source.displayName)
    }
  }

  private func document(_ source: ByteSource, format: SourceFormat) throws(LanmuError) -> Outcome<TableDocument> {
    switch format {
    case .text, .csv, .tsv: return try text(source, format: format)
    case .docx: return try DOCXReader(limits: limits).read(source)
    case .xlsx: return try XLSXReader(limits: limits).read(source)
    case .html: return try HTMLReader(limits: limits, encoding: encoding).read(source)
    case .mhtml: return try MHTMLReader(limits: limits, encoding: encoding).read(source)
    case .pdf: throw .portableDocument(source.displayName)
    case .json: throw .planIsNoDocument(source.displayName)
    case .doc, .xls, .rtf, .odt, .ods, .xlsb, .officeXML:
      return try ForeignReader(limits: limits).read(source, format: format)
    }
  }

  private func text(_ source: ByteSource, format: SourceFormat) throws(LanmuError) -> Outcome<TableDocument> {
    let bytes = try source.bytes(limit: limits.textBytes)
    guard !bytes.isEmpty else { throw .inputEmpty(source.displayName) }
    let decoded = try TextDecoder(forced: encoding).decode(bytes)
    // What may end a line or a field is counted before any of it is held.
    let ends = decoded.utf8.count { byte in
      switch byte {
      case Byte.lineFeed, Byte.carriageReturn, Byte.tab, Byte.comma, Byte.semicolon, Byte.pipe: true
      default: false
      }
    }
    guard ends < limits.cells else {
      throw .limitExceeded(Message(zh: "行与字段数", en: "lines and fields"), limit: limits.cells, at: SourcePosition())
    }
    var outcome = TextReader(format: format, labels: labels, limits: limits).read(utf8: decoded.utf8)
    outcome.diagnostics = decoded.diagnostics + outcome.diagnostics
    return outcome
  }
}
