package import LanmuContainer
package import LanmuDiagnostics
package import LanmuGrid

/// Reads Word documents (`.docx`, `.docm`, `.dotx`, `.dotm`; ECMA-376, transitional and strict).
///
/// The body is read in one pass without a tree. Tables of headers, footnotes and text boxes are not part of the body; nested
/// tables follow the table that holds them, and their text is not part of the outer cell's.
package struct DOCXReader: Sendable {
  private let limits: ResourceLimits
  private let narrowestColumn: Int

  /// - Parameter narrowestColumn: the width, in twentieths of a point, below which a column of a table's grid is no column
  ///   but two edges that were meant to be one. Word's own documents are read with 0: what they say, they mean.
  package init(limits: ResourceLimits = .standard, narrowestColumn: Int = 0) {
    self.limits = limits
    self.narrowestColumn = narrowestColumn
  }

  /// - Throws: the errors of `OfficePackage`, and of `read(_:)` on a package.
  package func read(_ source: ByteSource) throws(LanmuError) -> Outcome<TableDocument> {
    try read(OfficePackage(source, limits: limits))
  }

  /// Reads a package that is open.
  ///
  /// - Throws: `docx.notWord` if its main part is no Word document; `markup.broken` if that is broken before any content;
  ///   `limit.exceeded`; the errors of the archive. Content before a fault is kept, with a diagnostic of severity `error`.
  package func read(_ package: borrowing OfficePackage) throws(LanmuError) -> Outcome<TableDocument> {
    let main = package.mainPart
    let position = package.archive.position(of: main)
    guard package.kind != .workbook, package.kind != .binaryWorkbook, package.kind != .presentation else {
      throw .notWord(at: position)
    }
    let relationships = try package.relationships(of: main.name)
    var diagnostics = package.diagnostics + relationships.diagnostics
    var stylesVisitor = WordStylesVisitor()
    try readPart("styles", relationships.value, of: package, into: &stylesVisitor, &diagnostics)
    var numberingVisitor = WordNumberingVisitor()
    try readPart("numbering", relationships.value, of: package, into: &numberingVisitor, &diagnostics)
    var visitor = WordBodyVisitor(
      limits: limits, part: position, styles: stylesVisitor.styles, numbering: numberingVisitor.numbering,
      narrowestColumn: narrowestColumn)
    let ending = try MarkupReader.readXML(main, of: package.archive, visitor: &visitor)
    visitor.finish()
    if let fault = ending.fault {
      guard !visitor.blocks.isEmpty else { throw fault.error(at: position) }
      diagnostics.append(fault.diagnostic(at: position))
    }
    guard visitor.isWordDocument else { throw .notWord(at: position) }
    var foreign: [WordForeignContent: [TableDocument.Block]] = [:]
    var limitsLeft = limits
    limitsLeft.cells -= visitor.cellCount
    for case .foreign(let content) in visitor.blocks {
      if let outcome = try content.read(from: package, relationships: relationships.value, limits: limitsLeft) {
        limitsLeft.cells -= outcome.value.cellCount
        foreign[content] = outcome.value.blocks
        diagnostics += outcome.diagnostics
      } else {
        visitor.diagnostics.noteForeignContent(at: content.position)
      }
    }
    return Outcome(visitor.document(foreign: foreign), diagnostics: diagnostics + visitor.diagnostics.list)
  }

  /// Reads the part that a relationship of the main part leads to; a document without one does without.
  private func readPart<Visitor: MarkupVisitor>(
    _ kind: String, _ relationships: [PackageRelationship], of package: borrowing OfficePackage,
    into visitor: inout Visitor, _ diagnostics: inout [Diagnostic]
  ) throws(LanmuError) {
    let main = package.mainPart
    guard let relationship = relationships.first(where: { $0.kind == kind && !$0.isExternal }) else { return }
    guard let part = package.part(of: relationship, from: main.name) else {
      diagnostics.append(
        Diagnostic(
          .warning, code: "package.part.missing",
          message: Message(
            zh: "缺少部件“\(relationship.target)”，其中的设置（如自动编号、样式）未能采用",
            en: "The part “\(relationship.target)” is missing; what it lays down (numbering, styles) is not applied"),
          position: package.archive.position(of: main)))
      return
    }
    let ending = try MarkupReader.readXML(part, of: package.archive, visitor: &visitor)
    if let fault = ending.fault { diagnostics.append(fault.diagnostic(at: package.archive.position(of: part))) }
  }
}

extension LanmuError {
  package static func notWord(at position: SourcePosition) -> LanmuError {
    LanmuError(
      Code("docx.notWord"), .data, message: Message(zh: "这不是Word文档", en: "This is not a Word document"),
      remedy: Message(zh: "请核对文件格式，或去掉--from选项", en: "Check the format, or leave out --from"), position: position)
  }
}
