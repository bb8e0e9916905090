internal import LanmuDiagnostics
internal import LanmuGrid

/// Reads back a plan that Lanmu has written as XLSX, HTML, Markdown, CSV or TSV.
///
/// Such a plan is known by its headings and by an id on every row; it says everything on the row itself, so nothing is carried
/// down and nothing is in doubt. Other tables of the document (its duties, its units, a reader's own notes) are left out.
struct NormalizedDocument {
  private(set) var tables: [RecognisedTable] = []
  private(set) var paragraphs: [String] = []
  /// Grids that hold no entries, by place.
  private(set) var ignored: [Int] = []

  /// - Returns: `nil` if none of the document's tables has this form.
  init?(_ document: TableDocument) {
    var grid = 0
    var heading = ""
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph):
        // Markdown's headings are lines of text to a reader of tables.
        let isHeading = paragraph.headingLevel > 0 || paragraph.text.hasPrefix("#")
        let line = String(paragraph.text.trimmingPrefix { $0 == "#" || $0 == " " })
        let text = CellText.field(line)
        if tables.isEmpty { paragraphs.append(line) }
        if isHeading {
          heading = text
        } else if !tables.isEmpty, heading.isEmpty, !text.isEmpty {
          addNote(text)
        }
      case .table(let table):
        if !read(table, at: grid, heading: heading) { ignored.append(grid) }
        heading = ""
        grid += 1
      }
    }
    if tables.isEmpty { return nil }
  }

  private mutating func addNote(_ text: String) {
    let last = tables.count - 1
    tables[last].note += (tables[last].note.isEmpty ? "" : "\n") + text
  }

  // MARK: - Tables

  /// Titles stand in the few rows above the header.
  private static let headerDepth = 6

  private mutating func read(_ grid: Grid, at index: Int, heading: String) -> Bool {
    let rows = grid.fieldRows(gridIndex: index)
    for place in rows.indices.prefix(Self.headerDepth) {
      guard let header = NormalizedHeader(rows[place].cells.map(\.label)), rows[place].cells.first?.column == 0
      else { continue }
      let entries = entries(rows[(place + 1)...], header: header)
      guard !entries.isEmpty else { return false }
      let above = rows[..<place].flatMap(\.filled).flatMap { $0.raw.split(separator: "\n").map(String.init) }
      if tables.isEmpty { paragraphs += above }
      // A sheet's first lines are the plan's title and the table's; where there is one alone, it is the plan's.
      let title =
        above.count > 2 || (above.count == 2 && rows[0].filled.first?.raw.contains("\n") == true) ? above[1] : ""
      append(entries, header: header, title: heading.isEmpty ? title : heading)
      for row in rows[(place + 1)...] where row.filled.count == 1 && row.filled[0].columnSpan > 1 {
        addNote(CellText.field(row.filled[0].raw))
      }
      return true
    }
    return false
  }

  private struct Entry {
    var table: String
    var row: RecognisedRow
  }

  /// The rows that carry an id.
  private func entries(_ rows: ArraySlice<FieldRow>, header: NormalizedHeader) -> [Entry] {
    let fields = zip(header.labels, header.meanings).enumerated().map { place, field in
      LogicalColumn(meaning: field.1 ?? .other, label: field.0, columns: place..<place + 1)
    }
    let body = rows.map { CollectedTable.BodyRow(row: $0, followsBreak: false) }
    return SpannedBody(columns: fields).read(body).compactMap { row in
      let texts = row.slots.map(\.raw)
      guard let identifier = texts.last, NormalizedHeader.isIdentifier(identifier) else { return nil }
      var read = RecognisedRow(path: [], texts: [:], row: row.row, line: row.line, grid: row.grid)
      read.identifier = identifier
      for (place, meaning) in header.meanings.enumerated() {
        guard let meaning, !texts[place].isEmpty else { continue }
        if meaning == .level {
          read.path.append(CellText.label(texts[place]))
          read.starred = CellText.isStarred(texts[place])
        } else {
          read.texts[meaning] = meaning == .number ? CellText.label(texts[place]) : CellText.field(texts[place])
        }
      }
      return Entry(table: header.tablePlace.map { texts[$0] } ?? "", row: read)
    }
  }

  /// Adds the entries as one table, or as one for each name in a field of tables, however the rows were sorted.
  private mutating func append(_ entries: [Entry], header: NormalizedHeader, title: String) {
    var names: [String] = []
    var rowsByName: [String: [RecognisedRow]] = [:]
    for entry in entries {
      if rowsByName[entry.table] == nil { names.append(entry.table) }
      rowsByName[entry.table, default: []].append(entry.row)
    }
    for name in names {
      let rows = rowsByName[name] ?? []
      let isShared = header.tablePlace != nil
      // In a list of all tables, the one without any label is a list of units.
      let kind = isShared && rows.allSatisfy(\.path.isEmpty) ? .units : header.kind
      let fields = zip(header.labels, header.meanings).filter { label, meaning in
        guard let meaning else { return false }
        return !isShared || meaning == .level || rows.contains { $0.texts[meaning] != nil }
      }
      tables.append(
        RecognisedTable(
          kind: kind, title: isShared && Int(name) == nil ? name : title, header: fields.map(\.0),
          fields: fields.compactMap(\.1), rows: rows))
    }
  }
}
