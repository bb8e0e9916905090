internal import LanmuContainer
package import LanmuAnalysis
package import LanmuDiagnostics

/// The notes on the cells of a workbook that people have written.
package enum WorkbookNotes {
  /// Marks of this program's own, set on a returned sheet, are left out.
  package static func notes(in parts: WorkbookParts) throws(LanmuError) -> [ReturnCollection.Note] {
    var notes: [ReturnCollection.Note] = []
    for sheet in parts.sheets {
      for target in try parts.targets(of: sheet.part).values where target.type.hasSuffix("/comments") {
        guard let markup = try parts.markup(target.part) else { continue }
        let authors = (markup.root.first("authors")?.elements ?? []).map(\.text)
        for comment in markup.root.first("commentList")?.elements ?? [] {
          let author = comment["authorId"].flatMap { Int($0) }
          guard author.map({ authors.indices.contains($0) && authors[$0] == CellNoteParts.author }) != true,
            let place = comment["ref"].flatMap({ SheetReference.cell($0) }), let text = comment.first("text")?.text,
            !text.isEmpty
          else { continue }
          notes.append(
            ReturnCollection.Note(sheet: sheet.name, row: place.row - 1, column: place.column, text: text))
        }
      }
    }
    return notes.sorted { ($0.sheet, $0.row, $0.column) < ($1.sheet, $1.row, $1.column) }
  }
}
