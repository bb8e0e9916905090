import LanmuContainer
import LanmuDiagnostics
import LanmuGrid

/// A document of another kind that stands whole in a Word document (`w:altChunk`; ECMA-376 part 1, 17.17.2).
///
/// Web editors that "export to Word" write nothing else: the package then holds one page of HTML or a web archive.
struct WordForeignContent: Sendable, Hashable {
  let relationship: String
  let position: SourcePosition

  /// Reads what is embedded; `nil` if it is of a kind that cannot be read here.
  func read(
    from package: borrowing OfficePackage, relationships: [PackageRelationship], limits: ResourceLimits
  ) throws(LanmuError) -> Outcome<TableDocument>? {
    guard let relationship = relationships.first(where: { $0.id == relationship }),
      let part = package.part(of: relationship, from: package.mainPart.name),
      let bytes = try package.archive.bytes(of: part.name)
    else { return nil }
    let type = package.contentTypes.type(of: part.name)?.lowercased() ?? ""
    let source = ByteSource.memory(bytes, name: package.archive.displayName)
    let suffix = ByteSource.memory([], name: part.name).fileExtension
    var outcome: Outcome<TableDocument>
    if type.contains("rfc822") || type.contains("multipart") || suffix.hasPrefix("mht") {
      outcome = try MHTMLReader(limits: limits).read(source)
    } else if type.contains("html") || suffix.hasPrefix("htm") || suffix == "xhtml" {
      outcome = try HTMLReader(limits: limits).read(source)
    } else {
      return nil
    }
    for index in outcome.diagnostics.indices { outcome.diagnostics[index].position.part = part.name }
    return outcome
  }
}

extension WordBodyVisitor {
  /// Takes note of an embedded document; one within a table cannot be a part of the cell's text and is left out.
  mutating func startForeignContent(_ element: borrowing MarkupElement) throws(LanmuError) {
    try deliverCarriedText(element)
    if tables.isEmpty, let relationship = element.attribute("id", in: .officeRelationships) {
      blocks.append(.foreign(WordForeignContent(relationship: relationship, position: place(element))))
    } else {
      diagnostics.noteForeignContent(at: place(element))
    }
    omit()
  }
}
