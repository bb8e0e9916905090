internal import LanmuContainer
internal import LanmuDiagnostics
internal import LanmuWorkbook

/// Puts the charts that a template asks for by name where it asks for them, over the cells in which it lists their fields.
struct ChartPlacement {
  /// A filled sheet: what it was in the template, and where its rows are now.
  struct FilledSheet {
    var template: TemplateSheet
    var part: String
    var original: String
    var name: String
    var map: RowMap
    /// Where charts are asked for, by their names; rows count from 1.
    var places: [(name: String, source: Int, row: Int, column: Int)]
  }

  let sheets: [FilledSheet]
  let scope: TemplateScope
  private(set) var diagnostics: [Diagnostic] = []

  init(_ sheets: [FilledSheet], _ scope: TemplateScope) {
    self.sheets = sheets
    self.scope = scope
  }

  /// Adds the charts to the package and to the sheets' markups, which are in the order of `sheets`.
  mutating func place(
    _ charts: [String: TemplateChart], in parts: inout WorkbookParts, _ markups: inout [RawMarkup]
  ) throws(LanmuError) {
    for index in sheets.indices {
      for place in sheets[index].places {
        guard let chart = charts[place.name] else { continue }
        guard let sources = sources(of: chart, wantedBy: place, on: sheets[index]) else { continue }
        try add(ChartMarkup.part(chart.chart, sources), at: place, on: index, in: &parts, &markups[index])
      }
    }
  }

  // MARK: Sources

  /// The cells of a chart's fields; `nil`, with a word about it, where the template does not list one of them.
  private mutating func sources(
    of chart: TemplateChart, wantedBy place: (name: String, source: Int, row: Int, column: Int), on sheet: FilledSheet
  ) -> [ChartMarkup.Source]? {
    var sources: [ChartMarkup.Source] = []
    for source in chart.sources {
      guard let values = formula(of: source.values) else {
        diagnostics.append(
          Diagnostic(
            .warning, code: "template.chart",
            message: Message(
              zh: "图表“\(place.name)”没有数据：模板中没有 {\(source.values.list).\(source.values.name)}",
              en:
                "chart \(place.name) has nothing to draw: the template lists no {\(source.values.list).\(source.values.name)}"
            ),
            position: SourcePosition(sheet: sheet.original, row: place.source - 1, column: place.column)))
        return nil
      }
      sources.append(ChartMarkup.Source(values: values, categories: source.categories.flatMap(formula)))
    }
    return sources
  }

  /// Where the template lists a field, as a formula has it; the first place counts.
  private func formula(of field: TemplateChart.Field) -> String? {
    for sheet in sheets {
      for (number, row) in sheet.template.rows.sorted(by: { $0.key < $1.key }) {
        guard let cell = row.cells.first(where: { lists(field, $0) }) else { continue }
        let rows = sheet.map.stretched(number, number)
        let area = CellArea(
          rows: rows.lowerBound - 1...rows.upperBound - 1, columns: cell.column...cell.column)
        return area.reference(inSheet: sheet.name)
      }
    }
    return nil
  }

  private func lists(_ field: TemplateChart.Field, _ cell: TemplateSheet.Cell) -> Bool {
    cell.placeholders.contains { placeholder in
      guard case .item(let list) = placeholder.kind else { return false }
      let named = list.isEmpty ? scope.records.last?.defaultList ?? "" : scope.aliases[list] ?? list
      return named == field.list && (scope.aliases[placeholder.name] ?? placeholder.name) == field.name
    }
  }

  // MARK: Parts

  private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let spreadsheet = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"

  private func add(
    _ chart: RawMarkup, at place: (name: String, source: Int, row: Int, column: Int), on index: Int,
    in parts: inout WorkbookParts, _ sheet: inout RawMarkup
  ) throws(LanmuError) {
    let chartPart = parts.freeName(like: "xl/charts/chart1.xml")
    parts.set(chartPart, chart)
    try parts.addContentType("application/vnd.openxmlformats-officedocument.drawingml.chart+xml", to: chartPart)
    let (drawingPart, known) = try drawing(of: sheets[index].part, in: &parts, &sheet)
    let id = try parts.addRelationship(from: drawingPart, type: Self.relationships + "/chart", to: chartPart)
    var drawing = known
    let prefix = drawing.root.prefix
    let number = drawing.root.children.count + 1000
    drawing.root.children.append(
      .element(anchor(prefix, id: id, number: number, name: place.name, area: area(of: place, on: sheets[index]))))
    parts.set(drawingPart, drawing)
  }

  /// The cells that the chart covers: those merged with the placeholder's, else a common size from it on.
  private func area(
    of place: (name: String, source: Int, row: Int, column: Int), on sheet: FilledSheet
  ) -> CellArea {
    for merge in sheet.template.markup.root.first("mergeCells")?.elements ?? [] {
      guard let area = merge["ref"].flatMap({ SheetReference($0) }), area.firstColumn == place.column,
        area.rows.lowerBound == place.source
      else { continue }
      let last = max(place.row, place.row + area.rows.count - 1)
      return CellArea(rows: place.row - 1...last - 1, columns: area.firstColumn...area.lastColumn)
    }
    return CellArea(rows: place.row - 1...place.row + 13, columns: place.column...place.column + 6)
  }

  /// The sheet's drawing; a new one where it has none.
  private func drawing(
    of sheetPart: String, in parts: inout WorkbookParts, _ sheet: inout RawMarkup
  ) throws(LanmuError) -> (part: String, markup: RawMarkup) {
    let targets = try parts.targets(of: sheetPart)
    if let known = sheet.root.first("drawing")?["id"].flatMap({ targets[$0]?.part }),
      let markup = try parts.markup(known)
    {
      return (known, markup)
    }
    let part = parts.freeName(like: "xl/drawings/drawing1.xml")
    let markup = RawMarkup(
      root: RawMarkup.Element(
        "xdr:wsDr",
        [("xmlns:xdr", Self.spreadsheet), ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")]))
    parts.set(part, markup)
    try parts.addContentType("application/vnd.openxmlformats-officedocument.drawing+xml", to: part)
    let id = try parts.addRelationship(from: sheetPart, type: Self.relationships + "/drawing", to: part)
    let prefix = sheet.root.prefix
    let element = RawMarkup.Element(prefix + "drawing", [("xmlns:r", Self.relationships), ("r:id", id)])
    // The schema's order: only these come after.
    let after = [
      "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
      "tableParts", "extLst",
    ].compactMap { sheet.root.firstIndex($0) }.min()
    sheet.root.children.insert(.element(element), at: after ?? sheet.root.children.endIndex)
    return (part, markup)
  }

  private func anchor(
    _ prefix: String, id: String, number: Int, name: String, area: CellArea
  ) -> RawMarkup.Element {
    func element(
      _ name: String, _ attributes: [(name: String, value: String)] = [], _ children: [RawMarkup.Element] = []
    ) -> RawMarkup.Element {
      RawMarkup.Element(name, attributes, children.map { .element($0) })
    }
    func corner(_ name: String, row: Int, column: Int) -> RawMarkup.Element {
      let values = [("col", column), ("colOff", 0), ("row", row), ("rowOff", 0)]
      return element(
        prefix + name, [], values.map { RawMarkup.Element(prefix + $0.0, [], [.raw(String($0.1))]) })
    }
    let frame = element(
      prefix + "nvGraphicFramePr", [],
      [
        element(prefix + "cNvPr", [("id", String(number)), ("name", RawMarkup.escaped(name))]),
        element(prefix + "cNvGraphicFramePr"),
      ])
    let xfrm = element(
      prefix + "xfrm", [],
      [
        element("a:off", [("x", "0"), ("y", "0")]), element("a:ext", [("cx", "0"), ("cy", "0")]),
      ])
    let chart = element(
      "c:chart",
      [
        ("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart"), ("xmlns:r", Self.relationships),
        ("r:id", id),
      ])
    let graphic = RawMarkup.Element(
      "a:graphic", [("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")],
      [
        .element(
          element(
            "a:graphicData", [("uri", "http://schemas.openxmlformats.org/drawingml/2006/chart")], [chart]))
      ])
    return element(
      prefix + "twoCellAnchor", [("editAs", "oneCell")],
      [
        corner("from", row: area.firstRow, column: area.firstColumn),
        corner("to", row: area.lastRow + 1, column: area.lastColumn + 1),
        element(prefix + "graphicFrame", [("macro", "")], [frame, xfrm, graphic]), element(prefix + "clientData"),
      ])
  }
}
