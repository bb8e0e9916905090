package import LanmuDiagnostics

/// An office document as a package: its archive, its main part, and the relationships between its parts.
///
/// The main part is found by its relationship; where that is missing or leads nowhere, by its content type, and last by the
/// name that offices use. What had to be guessed stands in `diagnostics`.
package struct OfficePackage: ~Copyable {
  /// What the main part says the document is.
  package enum Kind: Sendable, Hashable {
    case wordDocument
    case workbook
    /// A workbook in the binary form (`.xlsb`), whose parts are not XML.
    case binaryWorkbook
    case presentation
    case other
  }

  package let archive: ZipArchive
  package let contentTypes: ContentTypes
  package let mainPart: ZipArchive.Entry
  package let kind: Kind
  package let diagnostics: [Diagnostic]

  /// - Throws: the errors of `ZipArchive`; `package.notOffice` if the archive holds no office document; `package.noMainPart`
  ///   if its main part is missing.
  package init(_ source: ByteSource, limits: ResourceLimits = .standard) throws(LanmuError) {
    let archive = try ZipArchive(source, limits: limits)
    var diagnostics: [Diagnostic] = []
    var typesVisitor = ContentTypes.Visitor()
    if let entry = archive.entry(named: "[Content_Types].xml") {
      let ending = try MarkupReader.readXML(entry, of: archive, visitor: &typesVisitor)
      if let fault = ending.fault { diagnostics.append(fault.diagnostic(at: archive.position(of: entry))) }
    }
    let types = typesVisitor.types
    let root = try Self.relationships(of: nil, in: archive)
    diagnostics += root.diagnostics
    guard let main = try Self.mainPart(of: archive, types: types, root: root.value, diagnostics: &diagnostics) else {
      let isOffice = archive.entry(named: "[Content_Types].xml") != nil || archive.entry(named: "_rels/.rels") != nil
      throw isOffice ? .noMainPart(archive.displayName) : .notOffice(archive.displayName)
    }
    kind = try Self.kind(of: main, type: types.type(of: main.name), in: archive)
    self.archive = archive
    self.contentTypes = types
    self.mainPart = main
    self.diagnostics = diagnostics
  }

  /// The relationships of a part, or of the package itself (`nil`), in the order of their part; none if it has no such part.
  package func relationships(of part: String?) throws(LanmuError) -> Outcome<[PackageRelationship]> {
    try Self.relationships(of: part, in: archive)
  }

  /// The part that a relationship leads to; `nil` if it leads outside or nowhere.
  package func part(of relationship: PackageRelationship, from sourcePart: String?) -> ZipArchive.Entry? {
    Self.part(of: relationship, from: sourcePart, in: archive)
  }

  private static func relationships(
    of part: String?, in archive: borrowing ZipArchive
  ) throws(LanmuError) -> Outcome<[PackageRelationship]> {
    var components = part?.split(separator: "/").map(String.init) ?? [""]
    components.insert("_rels", at: max(0, components.count - 1))
    guard let entry = archive.entry(named: components.joined(separator: "/") + ".rels") else { return Outcome([]) }
    var visitor = RelationshipVisitor()
    let ending = try MarkupReader.readXML(entry, of: archive, visitor: &visitor)
    var diagnostics: [Diagnostic] = []
    if let fault = ending.fault { diagnostics.append(fault.diagnostic(at: archive.position(of: entry))) }
    return Outcome(visitor.relationships, diagnostics: diagnostics)
  }

  private static func part(
    of relationship: PackageRelationship, from sourcePart: String?, in archive: borrowing ZipArchive
  ) -> ZipArchive.Entry? {
    for name in relationship.candidateNames(from: sourcePart) {
      if let entry = archive.entry(named: name) { return entry }
    }
    return nil
  }

  private static func mainPart(
    of archive: borrowing ZipArchive, types: ContentTypes, root: [PackageRelationship], diagnostics: inout [Diagnostic]
  ) throws(LanmuError) -> ZipArchive.Entry? {
    for relationship in root where relationship.kind == "officeDocument" {
      if let entry = part(of: relationship, from: nil, in: archive) { return entry }
    }
    let guesses =
      types.names { $0.hasSuffix(".main+xml") } + ["word/document.xml", "xl/workbook.xml", "xl/workbook.bin"]
    for name in guesses {
      guard let entry = archive.entry(named: name) else { continue }
      diagnostics.append(
        Diagnostic(
          .warning, code: "package.mainPart.guessed",
          message: Message(
            zh: "文件没有指明主文档部件，按名称或类型取用“\(entry.name)”",
            en: "The package does not name its main part; “\(entry.name)” was taken by its name or type"),
          position: archive.position(of: entry)))
      return entry
    }
    return nil
  }

  private static func kind(
    of main: ZipArchive.Entry, type: String?, in archive: borrowing ZipArchive
  ) throws(LanmuError) -> Kind {
    let type = type?.lowercased() ?? ""
    if type.contains("sheet.binary") { return .binaryWorkbook }
    if type.contains("wordprocessingml") || type.contains("ms-word") { return .wordDocument }
    if type.contains("spreadsheetml") || type.contains("ms-excel") { return .workbook }
    if type.contains("presentationml") || type.contains("ms-powerpoint") { return .presentation }
    var visitor = RootVisitor()
    _ = try MarkupReader.readXML(main, of: archive, visitor: &visitor)
    switch visitor.namespace {
    case .wordprocessing: return .wordDocument
    case .spreadsheet: return .workbook
    default: return .other
    }
  }

  /// Looks at the root element only.
  private struct RootVisitor: MarkupVisitor {
    enum Name: String, MarkupName { case document }

    var namespace: MarkupNamespace?
    var isFinished: Bool { namespace != nil }

    mutating func startElement(_ name: Name?, _ element: borrowing MarkupElement) throws(LanmuError) {
      namespace = element.namespace
    }
  }
}

extension LanmuError {
  package static func notOffice(_ file: String) -> LanmuError {
    LanmuError(
      Code("package.notOffice"), .data,
      message: Message(zh: "这是压缩包，但不是Word或Excel文档", en: "This is a zip archive, but no Word or Excel document"),
      remedy: Message(zh: "如果文档在压缩包内，请先解压", en: "If the document is inside the archive, unpack it first"),
      position: SourcePosition(file: file))
  }

  package static func noMainPart(_ file: String) -> LanmuError {
    LanmuError(
      Code("package.noMainPart"), .data,
      message: Message(zh: "文档缺少主文档部件", en: "The document lacks its main part"),
      remedy: Message(zh: "请重新下载，或用办公软件修复后另存", en: "Download it again, or repair it with an office program"),
      position: SourcePosition(file: file))
  }
}
