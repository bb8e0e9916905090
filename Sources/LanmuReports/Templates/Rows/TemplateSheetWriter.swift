internal import LanmuContainer
internal import LanmuDiagnostics
internal import LanmuWorkbook

/// Writes one filled sheet: rows for records, and everything around them moved along.
struct TemplateSheetWriter {
  let template: TemplateSheet
  let name: String
  let newName: String
  let scope: TemplateScope
  let styles: TemplateStyles
  let map: RowMap
  private let lines: [TemplateExpansion.Line]
  private(set) var diagnostics: [Diagnostic] = []
  private var moves: [String: SheetMove] = [:]
  private var columnWidths: [Int: Double] = [:]
  private var defaultWidth = SheetFitting.standardColumnWidth
  private var areas: [SheetReference] = []
  /// Where charts are asked for by name; rows count from 1.
  private(set) var chartPlaces: [(name: String, source: Int, row: Int, column: Int)] = []
  private var equalTexts = EqualNeighbours()

  init(_ template: TemplateSheet, name: String, newName: String, scope: TemplateScope, styles: TemplateStyles) {
    self.template = template
    self.name = name
    self.newName = newName
    self.scope = scope
    self.styles = styles
    let expansion = TemplateExpansion(template, scope)
    lines = expansion.lines
    var map = RowMap()
    for line in lines { map.append(line.source) }
    self.map = map
    for problem in expansion.problems {
      note("template.block", problem.message, row: problem.row, column: column(in: problem.row) { $0 == .open })
    }
    for absent in expansion.withoutList {
      diagnostics.append(
        Diagnostic(
          .note, code: "template.list",
          message: Message(
            zh: "没有名为“\(absent.list)”的列表，该行不输出", en: "there is no list \(absent.list); its row is left out"),
          position: SourcePosition(
            sheet: name, row: absent.row - 1, column: column(in: absent.row) { $0 == .item(list: absent.list) })))
    }
  }

  /// The first column of a template's row with a placeholder of a kind.
  private func column(in row: Int, _ isWanted: (Placeholder.Kind) -> Bool) -> Int? {
    template.rows[row]?.cells.first { $0.placeholders.contains { isWanted($0.kind) } }?.column
  }

  /// The sheet's markup, and in `parts` everything that stands beside it.
  ///
  /// `moves` tells what becomes of the template's sheets, for formulas that speak of them.
  mutating func fill(
    _ parts: inout WorkbookParts, _ target: WorkbookParts.SheetPart, moves: [String: SheetMove]
  ) throws(LanmuError) -> RawMarkup {
    self.moves = moves
    readColumns()
    areas = (template.markup.root.first("mergeCells")?.elements ?? []).compactMap {
      $0["ref"].flatMap { SheetReference($0) }
    }
    var markup = template.markup
    let designed = markup.root.first("sheetFormatPr")?["defaultRowHeight"].flatMap { Double($0) }
    let standard = designed ?? SheetFitting.standardRowHeight
    var rows: [FilledRow?] = []
    rows.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() { rows.append(row(line, number: index + 1, standard: standard)) }
    let merged = mergeEqual(&rows, standard: standard, titleRows: parts.titleRows(ofSheet: name))
    setRows(rows, in: &markup.root)
    setMerges(merged.areas, in: &markup.root)
    var surroundings = TemplateSurroundings(map: map, sheet: name, newName: newName, scope: scope, moves: moves)
    let pageStarts = lines.indices.filter { lines[$0].startsPage || merged.splits.contains($0 + 1) }
    surroundings.move(&markup.root, pageStarts: pageStarts)
    try surroundings.moveRelated(of: target.part, in: &parts)
    diagnostics += surroundings.diagnostics
    return markup
  }

  /// The rows as one piece of markup: a tree of all cells would take longer to build than to fill.
  private func setRows(_ rows: [FilledRow?], in root: inout RawMarkup.Element) {
    guard let place = root.firstIndex("sheetData"), case .element(var data) = root.children[place] else { return }
    var bytes: [UInt8] = []
    for case .some(let row) in rows { row.write(to: &bytes) }
    data.children = bytes.isEmpty ? [] : [.raw(String(decoding: bytes, as: UTF8.self))]
    root.children[place] = .element(data)
  }

  private mutating func note(_ code: String, _ message: Message, row: Int, column: Int? = nil) {
    diagnostics.append(
      Diagnostic(
        .warning, code: code, message: message,
        position: SourcePosition(sheet: name, row: row - 1, column: column)))
  }

  // MARK: Rows

  private mutating func row(_ line: TemplateExpansion.Line, number: Int, standard: Double) -> FilledRow? {
    guard let source = template.rows[line.source] else { return nil }
    var height = 0.0
    var contents: [FilledContent] = []
    contents.reserveCapacity(source.cells.count)
    for cell in source.cells {
      let content = content(of: cell, line, number: number)
      if case .text(let runs) = content { height = max(height, neededHeight(runs, cell, row: line.source)) }
      contents.append(content)
    }
    let designed = source.markup.height ?? standard
    return FilledRow(
      source: source, number: number,
      neededHeight: height > designed ? min(height, SheetFitting.maximumRowHeight) : nil, contents: contents)
  }

  private mutating func content(
    of cell: TemplateSheet.Cell, _ line: TemplateExpansion.Line, number: Int
  ) -> FilledContent {
    if let formula = cell.formula {
      let moved = map.rewrite(
        formula, from: line.source, to: number, sheet: name, newName: newName, moves: moves)
      return .formula(moved, attributes: arrayAttributes(cell, number))
    }
    guard !cell.placeholders.isEmpty else { return .designed }
    if cell.pieces.count == 1, let placeholder = cell.placeholders.first {
      return content(of: placeholder, in: cell, line, number: number)
    }
    for placeholder in cell.placeholders { check(placeholder, line, row: number, column: cell.column) }
    if let merging = cell.placeholders.first(where: \.mergesEqual) {
      equalTexts.note(TemplateText.value(merging, line.scope)?.text ?? "", column: cell.column, row: number)
    }
    let runs = cell.runs.map { run in
      FilledText(properties: run.properties, text: TemplateText.plain(run.pieces, line.scope))
    }
    return Self.text(runs)
  }

  /// What a cell holds that is one placeholder and nothing else: a number stays a number, a day a day.
  private mutating func content(
    of placeholder: Placeholder, in cell: TemplateSheet.Cell, _ line: TemplateExpansion.Line, number: Int
  ) -> FilledContent {
    let value = TemplateText.value(placeholder, line.scope)
    if value == nil { check(placeholder, line, row: number, column: cell.column) }
    if placeholder.mergesEqual { equalTexts.note(value?.text ?? "", column: cell.column, row: number) }
    switch value {
    case .number(let value) where value.isFinite: return .number(value)
    case .day(let day) where styles[cell.style].isDate: return .number(Double(day.serial))
    case .runs(let runs):
      let format = styles[cell.style]
      return Self.text(runs.map { FilledText(properties: properties(of: $0, format), text: $0.text) })
    default:
      return Self.text([FilledText(properties: cell.runs.first?.properties ?? "", text: value?.text ?? "")])
    }
  }

  private static func text(_ runs: [FilledText]) -> FilledContent {
    let filled = runs.count == 1 && !runs[0].text.isEmpty ? runs : runs.filter { !$0.text.isEmpty }
    return filled.isEmpty ? .empty : .text(filled)
  }

  /// What makes a formula one over whole areas, with the cells that show it.
  private func arrayAttributes(_ cell: TemplateSheet.Cell, _ number: Int) -> [(name: String, value: String)] {
    guard let area = cell.arrayArea else { return [] }
    let rows = area.rows.count == 1 ? number...number : number...max(number, map.last(area.rows.upperBound))
    return [("t", "array"), ("ref", area.text(rows: rows))]
  }

  /// A name that is unknown leaves its cell empty, which would be taken for data.
  private mutating func check(
    _ placeholder: Placeholder, _ line: TemplateExpansion.Line, row: Int, column: Int
  ) {
    switch placeholder.kind {
    case .value, .item, .chart:
      if placeholder.kind == .chart, line.scope.records.first?.charts[placeholder.name] != nil {
        chartPlaces.append((placeholder.name, line.source, row, column))
        return
      }
      guard line.scope.value(placeholder.name) == nil || placeholder.kind == .chart else { return }
      let place = SourcePosition(sheet: name, row: line.source - 1, column: column)
      guard !diagnostics.contains(where: { $0.position == place }) else { return }
      note(
        "template.unknown",
        Message(zh: "没有名为\(placeholder.source)的内容", en: "nothing is known as \(placeholder.source)"),
        row: line.source, column: column)
    default: return
    }
  }

  /// A piece of marked text in the cell's font: the markup of its properties.
  private func properties(of run: TextRun, _ format: TemplateStyles.Format) -> String {
    let style = run.style.properties
    let prefix = template.markup.root.prefix
    var properties: [RawMarkup.Node] = []
    func add(_ name: String, _ attributes: [(name: String, value: String)] = []) {
      properties.append(.element(RawMarkup.Element(prefix + name, attributes)))
    }
    if style.bold { add("b") }
    if style.struckThrough { add("strike") }
    add("sz", [("val", format.fontSize.markupText)])
    if let color = style.fontColor { add("color", [("rgb", color.hexadecimal)]) }
    add("rFont", [("val", RawMarkup.escaped(format.fontName))])
    return String(decoding: RawMarkup.Element(prefix + "rPr", [], properties).bytes, as: UTF8.self)
  }

  // MARK: Heights

  /// What a template says of columns beyond is of no text.
  private static let mostColumnsOfRange = 1000

  private mutating func readColumns() {
    if let width = template.markup.root.first("sheetFormatPr")?["defaultColWidth"].flatMap({ Double($0) }) {
      defaultWidth = width
    }
    for column in template.markup.root.first("cols")?.elements ?? [] {
      guard let first = column["min"].flatMap({ Int($0) }), let last = column["max"].flatMap({ Int($0) }),
        (1...CellArea.maximumColumnCount).contains(first), first <= last,
        let width = column["width"].flatMap({ Double($0) })
      else { continue }
      let isHidden = ["1", "true"].contains(column["hidden"] ?? "")
      for index in first...min(last, first + Self.mostColumnsOfRange) { columnWidths[index - 1] = isHidden ? 0 : width }
    }
  }

  private func neededHeight(_ runs: [FilledText], _ cell: TemplateSheet.Cell, row: Int) -> Double {
    let format = styles[cell.style]
    guard format.wraps else { return 0 }
    var columns = cell.column...cell.column
    if let area = areas.first(where: { $0.rows.contains(row) && $0.firstColumn == cell.column }) {
      guard area.rows.count == 1 else { return 0 }
      columns = area.firstColumn...area.lastColumn
    }
    let widths = columns.map { columnWidths[$0] ?? defaultWidth }
    guard widths.contains(where: { $0 > 0 }) else { return 0 }
    let text = runs.count == 1 ? runs[0].text : runs.map(\.text).joined()
    return TextFitting.height(of: text, columnWidths: widths, fontSize: format.fontSize, indent: format.indent)
  }

  // MARK: Merged areas

  /// Merges equal neighbours below each other, which empties all their cells but the first.
  private mutating func mergeEqual(
    _ rows: inout [FilledRow?], standard: Double, titleRows: ClosedRange<Int>?
  ) -> EqualNeighbours.Merged {
    guard !equalTexts.isEmpty else { return EqualNeighbours.Merged() }
    let heights = rows.map { $0?.height(standard: standard) ?? standard }
    var breaks = Set(lines.indices.filter { lines[$0].startsPage }.map { $0 + 1 })
    for item in template.markup.root.first("rowBreaks")?.elements ?? [] {
      guard let row = item["id"].flatMap({ Int($0) }), (1..<CellArea.maximumRowCount).contains(row) else { continue }
      for run in map.runs(row...row) { breaks.insert(run.upperBound + 1) }
    }
    let lastColumn = template.rows.values.compactMap { $0.cells.last?.column }.max() ?? 0
    let titleHeight = titleRows.map { titles in
      titles.reduce(0.0) { sum, row in sum + map.rows(of: row).reduce(0.0) { $0 + heights[$1 - 1] } }
    }
    let pages = TemplatePages(
      template.markup.root, widths: (0...lastColumn).map { columnWidths[$0] ?? defaultWidth },
      titleHeight: titleHeight ?? 0)
    let merged = equalTexts.merged(
      rowCount: lines.count, breaks: breaks, fullPages: pages.starts(heights: heights, breaks: breaks)
    ) { column, row in
      // A cell that is merged with its neighbours in the row stays so.
      let source = map.source(of: row)
      return areas.first { $0.firstColumn == column && $0.rows == source...source }?.lastColumn ?? column
    }
    for area in merged.areas {
      for row in area.rows.dropFirst() { rows[row - 1]?.empty(column: area.firstColumn) }
    }
    return merged
  }

  private func setMerges(_ added: [SheetReference], in root: inout RawMarkup.Element) {
    let covered = Set(added.flatMap { area in area.rows.map { [$0, area.firstColumn] } })
    var references = areas.flatMap { area in
      map.merged(area.rows).filter { !covered.contains([$0.lowerBound, area.firstColumn]) }.map { area.text(rows: $0) }
    }
    references += added.map { $0.text(rows: $0.rows) }
    let prefix = root.prefix
    let list = RawMarkup.Element(
      prefix + "mergeCells", [("count", String(references.count))],
      references.map { .element(RawMarkup.Element(prefix + "mergeCell", [("ref", $0)])) })
    if let place = root.firstIndex("mergeCells") {
      if references.isEmpty { root.children.remove(at: place) } else { root.children[place] = .element(list) }
    } else if !references.isEmpty {
      // The schema's order: everything about the data itself comes before merged areas.
      let before = [
        "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
        "dataConsolidate", "customSheetViews",
      ].compactMap { root.firstIndex($0) }.max()
      root.children.insert(.element(list), at: before.map { $0 + 1 } ?? root.children.count)
    }
  }
}
