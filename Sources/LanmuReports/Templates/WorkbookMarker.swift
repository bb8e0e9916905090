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

  private static let fill = "FFFF9999"

  private var parts: WorkbookParts
  private var stylesPart = ""
  private var styles: RawMarkup?
  /// The marked twin of a cell style, by the style's number.
  private var twins: [Int: Int] = [:]
  private var fillIndex: Int?

  package init(_ parts: WorkbookParts) throws(LanmuError) {
    self.parts = parts
    stylesPart = parts.order.first { $0.hasSuffix("/styles.xml") } ?? ""
    styles = try parts.markup(stylesPart)
  }

  /// The marked workbook. `list` are the lines of the sheet in front, the first its header.
  package mutating func mark(_ marks: [Mark], list: [[String]], listName: String) throws(LanmuError) -> WorkbookParts {
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
    try addList(list, named: listName)
    if let styles { parts.set(stylesPart, styles) }
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
        cell["s"] = String(twin(of: cell["s"].flatMap { Int($0) } ?? 0))
        row.children[cellIndex] = .element(cell)
      }
      for column in columns.sorted() {
        let reference = CellArea.reference(row: number - 1, column: column)
        let cell = RawMarkup.Element(prefix(root) + "c", [("r", reference), ("s", String(twin(of: 0)))])
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
    element.name.contains(":") ? element.name.prefix { $0 != ":" } + ":" : ""
  }

  /// The number of a style like another, with the mark's fill.
  private mutating func twin(of style: Int) -> Int {
    if let known = twins[style] { return known }
    guard var root = styles?.root, let place = root.firstIndex("cellXfs"),
      case .element(var formats) = root.children[place],
      let fillIndex = fillNumber(in: &root)
    else { return style }
    let all = formats.elements
    guard all.indices.contains(style) || !all.isEmpty else { return style }
    var twin = all.indices.contains(style) ? all[style] : all[0]
    twin["fillId"] = String(fillIndex)
    twin["applyFill"] = "1"
    formats.children.append(.element(twin))
    formats["count"] = String(all.count + 1)
    root.children[place] = .element(formats)
    styles?.root = root
    twins[style] = all.count
    return all.count
  }

  private mutating func fillNumber(in root: inout RawMarkup.Element) -> Int? {
    if let fillIndex { return fillIndex }
    guard let place = root.firstIndex("fills"), case .element(var fills) = root.children[place] else { return nil }
    let prefix = prefix(root)
    let count = fills.elements.count
    fills.children.append(
      .element(
        RawMarkup.Element(
          prefix + "fill", [],
          [
            .element(
              RawMarkup.Element(
                prefix + "patternFill", [("patternType", "solid")],
                [
                  .element(RawMarkup.Element(prefix + "fgColor", [("rgb", Self.fill)])),
                  .element(RawMarkup.Element(prefix + "bgColor", [("indexed", "64")])),
                ]))
          ])))
    fills["count"] = String(count + 1)
    root.children[place] = .element(fills)
    fillIndex = count
    return count
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

  private mutating func addList(_ lines: [[String]], named name: String) throws(LanmuError) {
    guard let model = parts.sheets.first else { return }
    let safe = SheetName.safe(name, taken: parts.sheets.map(\.name))
    let sheet = try parts.addSheet(named: safe, like: model, isHidden: false)
    parts.sheets.removeLast()
    parts.sheets.insert(sheet, at: 0)
    parts.shiftLocalNames(by: 1)
    parts.showFirstSheet()
    let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let widths = [6.0, 18, 10, 40, 24, 40]
    let columns = widths.enumerated().map { index, width in
      RawMarkup.Node.element(
        RawMarkup.Element(
          "col", [("min", "\(index + 1)"), ("max", "\(index + 1)"), ("width", "\(width)"), ("customWidth", "1")]))
    }
    let header = wrapped(twinOf: nil)
    let rows = lines.enumerated().map { index, line -> RawMarkup.Node in
      var height = 15.0
      let cells = line.enumerated().map { column, text -> RawMarkup.Node in
        let width = widths.indices.contains(column) ? widths[column] : 8.43
        height = max(height, TextFitting.height(of: text, columnWidths: [width], fontSize: 11, indent: 0))
        return .element(
          RawMarkup.Element(
            "c",
            [
              ("r", CellArea.reference(row: index, column: column)),
              ("s", String(index == 0 ? twin(of: header) : header)),
              ("t", "inlineStr"),
            ],
            [
              .element(
                RawMarkup.Element(
                  "is", [],
                  [
                    .element(
                      RawMarkup.Element(
                        "t", [("xml:space", "preserve")], [.raw(RawMarkup.escaped(CellContent.limited(text)))]))
                  ]))
            ]))
      }
      return .element(
        RawMarkup.Element(
          "row", [("r", "\(index + 1)"), ("ht", "\(min(height, 400))"), ("customHeight", "1")], cells))
    }
    let root = RawMarkup.Element(
      "worksheet", [("xmlns", namespace)],
      [
        .element(RawMarkup.Element("sheetPr", [], [.element(RawMarkup.Element("pageSetUpPr", [("fitToPage", "1")]))])),
        .element(RawMarkup.Element("cols", [], columns)), .element(RawMarkup.Element("sheetData", [], rows)),
        .element(
          RawMarkup.Element(
            "pageSetup", [("paperSize", "9"), ("orientation", "landscape"), ("fitToHeight", "0")])),
      ])
    parts.set(sheet.part, RawMarkup(root: root))
  }

  /// A style that wraps text.
  private mutating func wrapped(twinOf style: Int?) -> Int {
    guard var root = styles?.root, let place = root.firstIndex("cellXfs"),
      case .element(var formats) = root.children[place]
    else { return 0 }
    let prefix = prefix(root)
    formats.children.append(
      .element(
        RawMarkup.Element(
          prefix + "xf",
          [
            ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0"), ("xfId", "0"),
            ("applyAlignment", "1"),
          ], [.element(RawMarkup.Element(prefix + "alignment", [("vertical", "center"), ("wrapText", "1")]))])))
    let count = formats.elements.count
    formats["count"] = String(count)
    root.children[place] = .element(formats)
    styles?.root = root
    return count - 1
  }
}
