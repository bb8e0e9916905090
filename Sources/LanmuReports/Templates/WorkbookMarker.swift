internal import LanmuContainer
package import LanmuDiagnostics
internal import LanmuWorkbook

/// Marks cells of somebody else's workbook: a fill, a note that says what was expected, and a list of all marks in front.
///
/// The workbook is patched in place, so that everything else stays as its owner left it.
package struct WorkbookMarker {
  package struct Mark: Sendable {
    package var sheet: String
    /// From 0.
    package var row: Int
    package var column: Int
    package var note: String

    package init(sheet: String, row: Int, column: Int, note: String) {
      self.sheet = sheet
      self.row = row
      self.column = column
      self.note = note
    }
  }

  private static let fill = Color(0xFF9999)

  private var parts: WorkbookParts
  private var stylesPart = ""
  private var styles: ForeignStyles

  package init(_ parts: WorkbookParts) throws(LanmuError) {
    self.parts = parts
    stylesPart = parts.order.first { $0.hasSuffix("/styles.xml") } ?? ""
    styles = ForeignStyles(try parts.markup(stylesPart))
  }

  /// The marked workbook, with the list on a sheet in front.
  package mutating func mark(_ marks: [Mark], list: MarkList) throws(LanmuError) -> WorkbookParts {
    for (name, marks) in Dictionary(grouping: marks, by: \.sheet).sorted(by: { $0.key < $1.key }) {
      guard let sheet = parts.sheets.first(where: { $0.name == name }), var markup = try parts.markup(sheet.part) else {
        continue
      }
      let places = Dictionary(marks.map { ([$0.row, $0.column], $0.note) }) { $0 + "\n" + $1 }
      fill(places.keys.map { ($0[0], $0[1]) }, in: &markup.root)
      try addNotes(
        places.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
          CellNoteText(row: $0.key[0], column: $0.key[1], text: $0.value)
        },
        to: sheet.part, &markup.root)
      parts.set(sheet.part, markup)
    }
    try add(list)
    if let styles = styles.markup { parts.set(stylesPart, styles) }
    try parts.finish(recalculates: false)
    return parts
  }

  // MARK: Fills

  private mutating func fill(_ places: [(row: Int, column: Int)], in root: inout RawMarkup.Element) {
    guard let index = root.firstIndex("sheetData"), case .element(var data) = root.children[index] else { return }
    var open = Dictionary(grouping: places, by: \.row).mapValues { Set($0.map(\.column)) }
    var number = 0
    for rowIndex in data.children.indices {
      guard case .element(var row) = data.children[rowIndex] else { continue }
      number = row["r"].flatMap { Int($0) } ?? number + 1
      guard var columns = open.removeValue(forKey: number - 1) else { continue }
      for cellIndex in row.children.indices {
        guard case .element(var cell) = row.children[cellIndex],
          let place = cell["r"].flatMap({ SheetReference.cell($0) }),
          columns.remove(place.column) != nil
        else { continue }
        cell["s"] = String(styles.twin(of: cell["s"].flatMap { Int($0) } ?? 0, fill: Self.fill))
        row.children[cellIndex] = .element(cell)
      }
      for column in columns.sorted() {
        let reference = CellArea.reference(row: number - 1, column: column)
        let cell = RawMarkup.Element(
          prefix(root) + "c", [("r", reference), ("s", String(styles.twin(of: 0, fill: Self.fill)))])
        let after = row.children.firstIndex {
          if case .element(let other) = $0, let place = other["r"].flatMap({ SheetReference.cell($0) }) {
            place.column > column
          } else {
            false
          }
        }
        row.children.insert(.element(cell), at: after ?? row.children.endIndex)
      }
      data.children[rowIndex] = .element(row)
    }
    root.children[index] = .element(data)
  }

  private func prefix(_ element: RawMarkup.Element) -> String {
    element.prefix
  }

  // MARK: Notes

  /// Notes on cells. Notes of the sheet's own stay: on their cells the new text stands below the old one.
  private mutating func addNotes(
    _ notes: [CellNoteText], to part: String, _ root: inout RawMarkup.Element
  ) throws(LanmuError) {
    guard !notes.isEmpty else { return }
    let targets = try parts.targets(of: part)
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    var framed = notes
    let drawing = root.first("legacyDrawing")?["id"].flatMap { targets[$0]?.part }
    if root.firstIndex("legacyDrawing") != nil, drawing == nil { return }
    var merged: (part: String, comments: RawMarkup)?
    if let known = targets.values.first(where: { $0.type.hasSuffix("/comments") })?.part,
      var comments = try parts.markup(known)
    {
      let noted = CellNoteParts.references(comments)
      framed.removeAll { noted.contains($0.reference) }
      CellNoteParts.add(notes, to: &comments)
      merged = (known, comments)
    }
    if let drawing, let bytes = parts.bytes[drawing] {
      guard let shapes = CellNoteParts.addShapes(framed, to: bytes, part: drawing) else { return }
      parts.set(drawing, shapes)
    } else {
      let shapes = parts.freeName(like: "xl/drawings/vmlDrawing1.vml")
      parts.set(shapes, CellNoteParts.shapes(framed))
      try parts.addContentType("application/vnd.openxmlformats-officedocument.vmlDrawing", to: shapes)
      let id = try parts.addRelationship(from: part, type: base + "vmlDrawing", to: shapes)
      insertDrawing(id, in: &root)
    }
    if let merged {
      parts.set(merged.part, merged.comments)
    } else {
      let comments = parts.freeName(like: "xl/comments1.xml")
      parts.set(comments, CellNoteParts.comments(notes))
      try parts.addContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml", to: comments)
      _ = try parts.addRelationship(from: part, type: base + "comments", to: comments)
    }
  }

  private func insertDrawing(_ id: String, in root: inout RawMarkup.Element) {
    let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let drawing = RawMarkup.Element(prefix(root) + "legacyDrawing", [("xmlns:r", relationships), ("r:id", id)])
    // The schema's order: only these come after.
    let after = [
      "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
    ]
    .compactMap { root.firstIndex($0) }.min()
    root.children.insert(.element(drawing), at: after ?? root.children.endIndex)
  }

  // MARK: The list

  private mutating func add(_ list: MarkList) throws(LanmuError) {
    guard let model = parts.sheets.first else { return }
    let safe = SheetName.safe(list.name, taken: parts.sheets.map(\.name))
    let sheet = try parts.addSheet(named: safe, like: model, isHidden: false)
    parts.sheets.removeLast()
    parts.sheets.insert(sheet, at: 0)
    parts.shiftLocalNames(by: 1)
    parts.showFirstSheet()
    parts.addLocalName(
      "_xlnm.Print_Titles", "\(CellArea.quoted(safe))!$1:$\(MarkList.headRows)", ofSheet: 0)
    parts.set(sheet.part, list.worksheet(&styles))
  }
}
