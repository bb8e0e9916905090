package import LanmuContainer
package import LanmuDiagnostics

/// Finds out a document's format: by its bytes, and by its name only where these leave it open.
package struct FormatSniffer: Sendable {
  private static let headLength = 1 << 14

  package var limits: ResourceLimits

  package init(limits: ResourceLimits = .standard) {
    self.limits = limits
  }

  /// - Throws: the errors of `ByteSource`; `input.empty`, `format.encrypted`, `format.zip`, `format.presentation`,
  ///   `format.unknown`, and the errors of a broken package.
  package func format(of source: ByteSource) throws(LanmuError) -> SourceFormat {
    let head = try source.prefix(Self.headLength)
    guard !head.isEmpty else { throw .inputEmpty(source.displayName) }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return try packageFormat(source)
    }
    if head.starts(with: CompoundFile.signature) { return try compoundFormat(source) }
    if head.prefix(1024).contains(sequence: Array("%PDF-".utf8)) { return .pdf }
    if head.starts(with: Array("{\\rtf".utf8)) { return .rtf }
    if let kind = BinaryKind(head) { throw .unknownFormat(source.displayName, kind: kind) }
    return try textFormat(head, of: source)
  }

  private func packageFormat(_ source: ByteSource) throws(LanmuError) -> SourceFormat {
    let archive = try ZipArchive(source, limits: limits)
    if let types = try archive.bytes(of: "[Content_Types].xml") {
      let known: [(String, SourceFormat)] = [
        ("sheet.binary.macroEnabled.main", .xlsb), ("wordprocessingml.document.main", .docx),
        ("wordprocessingml.template.main", .docx), ("ms-word.document.macroEnabled.main", .docx),
        ("ms-word.template.macroEnabledTemplate.main", .docx), ("spreadsheetml.sheet.main", .xlsx),
        ("spreadsheetml.template.main", .xlsx), ("ms-excel.sheet.macroEnabled.main", .xlsx),
        ("ms-excel.template.macroEnabled.main", .xlsx),
      ]
      for (type, format) in known where types.contains(sequence: Array(type.utf8)) { return format }
      if types.contains(sequence: Array("presentationml".utf8)) { throw .presentation(source.displayName) }
    }
    if archive.entry(named: "word/document.xml") != nil { return .docx }
    if archive.entry(named: "xl/workbook.xml") != nil { return .xlsx }
    if archive.entry(named: "xl/workbook.bin") != nil { return .xlsb }
    if let mark = try archive.bytes(of: "mimetype") {
      if mark.contains(sequence: Array("opendocument.text".utf8)) { return .odt }
      if mark.contains(sequence: Array("opendocument.spreadsheet".utf8)) { return .ods }
      if mark.contains(sequence: Array("opendocument.presentation".utf8)) { throw .presentation(source.displayName) }
    }
    throw .foreignZip(source.displayName)
  }

  private func compoundFormat(_ source: ByteSource) throws(LanmuError) -> SourceFormat {
    let names = CompoundFile(try source.bytes(limit: limits.wholePartBytes)).names
    if names.contains("EncryptedPackage") { throw .passwordProtected(source.displayName) }
    if names.contains("WordDocument") { return .doc }
    if names.contains("Workbook") || names.contains("Book") { return .xls }
    if names.contains("PowerPoint Document") { throw .presentation(source.displayName) }
    throw .unknownFormat(source.displayName, kind: nil)
  }

  private func textFormat(_ head: [UInt8], of source: ByteSource) throws(LanmuError) -> SourceFormat {
    let named = SourceFormat(name: source.fileExtension)
    // The end of the head may cut a character; a mark that opens the document does not stand there.
    let decoded = (try? TextDecoder().decode(head).utf8) ?? head
    // All marks are ASCII, so only its letters need be of one case.
    let text = String(decoding: decoded.map(Self.lowercased), as: UTF8.self)
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.hasPrefix("{"), start.contains("\"") { return .json }
    if Self.isMessage(text) { return .mhtml }
    if start.hasPrefix("<") {
      let isXML = start.hasPrefix("<?xml")
      if isXML, Self.officeXMLMarks.contains(where: { start.contains($0) }) { return .officeXML }
      if Self.pageMarks.contains(where: { start.hasPrefix($0) }) { return .html }
      if isXML || start.hasPrefix("<!--"), start.contains("<html") || start.contains("<table") { return .html }
      if start.contains("<table"), named != .text, named != .tsv, named != .csv { return .html }
    }
    if Self.isBinary(text) { throw .unknownFormat(source.displayName, kind: nil) }
    switch named {
    case .csv, .tsv, .html, .text: return named ?? .text
    default: return .text
    }
  }

  /// Whether what was decoded is full of control characters, as no text is.
  private static func isBinary(_ text: String) -> Bool {
    let controls = text.unicodeScalars.count { $0.value < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1B].contains($0.value) }
    return controls > 2 && controls * 20 > text.unicodeScalars.count
  }

  /// Whether a text opens with the header of a MIME message that carries a page.
  private static func isMessage(_ text: String) -> Bool {
    let head = text.utf8.prefix(4096)
    func holds(_ mark: String) -> Bool { head.contains(sequence: Array(mark.utf8)) }
    guard holds("mime-version:") || text.hasPrefix("from:") else { return false }
    return holds("content-type: multipart/") || holds("content-type:multipart/") || holds("content-type: text/html")
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

  private static let pageMarks = [
    "<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<title", "<style", "<script", "<link", "<base",
  ]
  private static let officeXMLMarks = [
    "urn:schemas-microsoft-com:office:spreadsheet", "http://schemas.microsoft.com/office/word/2003/wordml",
    "<office:document", "schemas.microsoft.com/office/2006/xmlpackage",
  ]
}

/// What kind of file bytes are that no table can be read from.
enum BinaryKind: Sendable {
  case image
  case archive
  case program

  init?(_ head: [UInt8]) {
    let images: [[UInt8]] = [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("II*\0".utf8)]
    let archives: [[UInt8]] = [[0x1F, 0x8B], Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF], Array("BZh".utf8)]
    let programs: [[UInt8]] = [[0x7F, 0x45, 0x4C, 0x46], Array("SQLite format 3".utf8)]
    if images.contains(where: { head.starts(with: $0) }) {
      self = .image
    } else if archives.contains(where: { head.starts(with: $0) }) {
      self = .archive
    } else if programs.contains(where: { head.starts(with: $0) }) {
      self = .program
    } else {
      return nil
    }
  }
}

extension Collection<UInt8> {
  /// Whether a sequence of bytes occurs.
  func contains(sequence: [UInt8]) -> Bool {
    guard let first = sequence.first, count >= sequence.count else { return sequence.isEmpty }
    var rest = self[...]
    while let place = rest.firstIndex(of: first) {
      rest = rest[place...]
      if rest.starts(with: sequence) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
