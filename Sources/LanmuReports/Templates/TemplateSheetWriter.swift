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
  private var defaultWidth = 8.43
  private var areas: [SheetReference] = []
  /// The heights of the new rows, in points.
  private var heights: [Double] = []
  /// The rows with which pages begin in the midst of equal neighbours; rows count from 1.
  private var splits: Set<Int> = []
  /// Where charts are asked for by name; rows count from 1.
  private(set) var chartPlaces: [(name: String, source: Int, row: Int, column: Int)] = []
  /// Texts of cells whose equal neighbours are merged, by column, then row from 1.
  private var mergeTexts: [Int: [Int: String]] = [:]

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
    for problem in expansion.problems { note("template.block", problem.message, row: problem.row) }
    for absent in expansion.withoutList {
      diagnostics.append(
        Diagnostic(
          .note, code: "template.list",
          message: Message(
            zh: "没有名为“\(absent.list)”的列表，该行不输出", en: "there is no list \(absent.list); its row is left out"),
          position: SourcePosition(sheet: name, row: absent.row - 1)))
    }
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
    var data: [RawMarkup.Node] = []
    let standard = template.markup.root.first("sheetFormatPr")?["defaultRowHeight"].flatMap { Double($0) } ?? 15
    for (index, line) in lines.enumerated() {
      let row = row(line, number: index + 1)
      heights.append(row.map { Self.height(of: $0, standard: standard) } ?? standard)
      if let row { data.append(.element(row)) }
    }
    let merged = mergeEqual(&data, titleRows: parts.titleRows(ofSheet: name))
    if let place = markup.root.firstIndex("sheetData"), case .element(var element) = markup.root.children[place] {
      element.children = data
      markup.root.children[place] = .element(element)
    }
    setMerges(merged, in: &markup.root)
    var surroundings = TemplateSurroundings(map: map, sheet: name, newName: newName, scope: scope, moves: moves)
    let pageStarts = lines.indices.filter { lines[$0].startsPage || splits.contains($0 + 1) }
    surroundings.move(&markup.root, pageStarts: pageStarts)
    try surroundings.moveRelated(of: target.part, in: &parts)
    diagnostics += surroundings.diagnostics
    return markup
  }

  private static func height(of row: RawMarkup.Element, standard: Double) -> Double {
    ["1", "true"].contains(row["hidden"] ?? "") ? 0 : row["ht"].flatMap { Double($0) } ?? standard
  }

  private mutating func note(_ code: String, _ message: Message, row: Int, column: Int? = nil) {
    diagnostics.append(
      Diagnostic(
        .warning, code: code, message: message,
        position: SourcePosition(sheet: name, row: row - 1, column: column)))
  }

  // MARK: Rows

  private mutating func row(_ line: TemplateExpansion.Line, number: Int) -> RawMarkup.Element? {
    guard let source = template.rows[line.source] else { return nil }
    var element = source.element
    element["r"] = String(number)
    var height = 0.0
    element.children = source.cells.map { cell in
      let (filled, text) = self.cell(cell, line, number: number)
      if let text { height = max(height, neededHeight(text, cell, row: line.source)) }
      return .element(filled)
    }
    let designed = element["ht"].flatMap { Double($0) }
    if height > (designed ?? 15) {
      element["ht"] = Self.number(min(height, 409))
      element["customHeight"] = "1"
    }
    return element
  }

  /// The cell with its values, and the text that was filled in, if any.
  private mutating func cell(
    _ cell: TemplateSheet.Cell, _ line: TemplateExpansion.Line, number: Int
  ) -> (RawMarkup.Element, String?) {
    var element = cell.element
    element["r"] = CellArea.reference(row: number - 1, column: cell.column)
    if let formula = cell.formula {
      // The old value would be wrong; the new one is computed when all sheets are filled.
      let moved = map.rewrite(
        formula, from: line.source, to: number, sheet: name, newName: newName, moves: moves)
      element.children = [
        .element(RawMarkup.Element("f", arrayAttributes(cell, line, number), [.raw(RawMarkup.escaped(moved))]))
      ]
      element["t"] = nil
      return (element, nil)
    }
    guard let string = cell.string else { return (element, nil) }
    let (pieces, placeholders) = (cell.pieces, cell.placeholders)
    guard !placeholders.isEmpty else { return (element, nil) }
    for placeholder in placeholders { check(placeholder, line, row: number, column: cell.column) }
    if placeholders.count == 1, pieces.count == 1 {
      let value = TemplateText.value(placeholders[0], line.scope)
      if placeholders[0].mergesEqual { mergeTexts[cell.column, default: [:]][number] = value?.text ?? "" }
      switch value {
      case .number(let value) where value.isFinite:
        Self.set(&element, number: value)
        return (element, nil)
      case .day(let day) where styles[element["s"]].isDate:
        Self.set(&element, number: Double(day.serial))
        return (element, nil)
      case .runs(let runs):
        let format = styles[element["s"]]
        Self.set(&element, string: runs.map { Self.marked($0, format) }, isEmpty: runs.isEmpty)
        return (element, value?.text)
      default: break
      }
    } else if let merging = placeholders.first(where: \.mergesEqual) {
      mergeTexts[cell.column, default: [:]][number] = TemplateText.value(merging, line.scope)?.text ?? ""
    }
    let text = TemplateText.plain(pieces, line.scope)
    Self.set(&element, string: Self.filled(string, text, line.scope), isEmpty: text.isEmpty)
    return (element, text)
  }

  /// What makes a formula one over whole areas, with the cells that show it.
  private func arrayAttributes(
    _ cell: TemplateSheet.Cell, _ line: TemplateExpansion.Line, _ number: Int
  ) -> [(name: String, value: String)] {
    guard let formula = cell.element.first("f"), formula["t"] == "array",
      let area = formula["ref"].flatMap({ SheetReference($0) })
    else { return [] }
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

  /// The string with its runs where each placeholder lies within one run; as one run otherwise.
  private static func filled(_ string: RawMarkup.Element, _ whole: String, _ scope: TemplateScope) -> [RawMarkup.Node] {
    let runs = string.elements.filter { $0.localName == "r" }
    guard runs.count > 1 else {
      let properties = runs.first?.first("rPr").map { [RawMarkup.Node.element($0)] } ?? []
      return properties.isEmpty ? [text(whole)] : [.element(RawMarkup.Element("r", [], properties + [text(whole)]))]
    }
    let pieces = runs.map { run in (run, TemplateText.plain(run.first("t")?.text ?? "", scope)) }
    guard pieces.map(\.1).joined() == whole else {
      let properties = runs[0].first("rPr").map { [RawMarkup.Node.element($0)] } ?? []
      return [.element(RawMarkup.Element("r", [], properties + [text(whole)]))]
    }
    return pieces.filter { !$0.1.isEmpty }.map { run, filled in
      let properties = run.first("rPr").map { [RawMarkup.Node.element($0)] } ?? []
      return .element(RawMarkup.Element("r", [], properties + [text(filled)]))
    }
  }

  /// A piece of text in the cell's font, with its marks.
  private static func marked(_ run: TextRun, _ format: TemplateStyles.Format) -> RawMarkup.Node {
    let style = run.style.properties
    var properties: [RawMarkup.Node] = []
    func add(_ name: String, _ attributes: [(name: String, value: String)] = []) {
      properties.append(.element(RawMarkup.Element(name, attributes)))
    }
    if style.bold { add("b") }
    if style.struckThrough { add("strike") }
    add("sz", [("val", number(format.fontSize))])
    if let color = style.fontColor { add("color", [("rgb", color.hexadecimal)]) }
    add("rFont", [("val", RawMarkup.escaped(format.fontName))])
    return .element(
      RawMarkup.Element("r", [], [.element(RawMarkup.Element("rPr", [], properties)), text(run.text)]))
  }

  private static func text(_ text: String) -> RawMarkup.Node {
    .element(RawMarkup.Element("t", [("xml:space", "preserve")], [.raw(RawMarkup.escaped(CellContent.limited(text)))]))
  }

  private static func set(_ element: inout RawMarkup.Element, string: [RawMarkup.Node], isEmpty: Bool) {
    guard !isEmpty else {
      element["t"] = nil
      element.children = []
      return
    }
    element["t"] = "inlineStr"
    element.children = [.element(RawMarkup.Element("is", [], string))]
  }

  private static func set(_ element: inout RawMarkup.Element, number value: Double) {
    element["t"] = nil
    element.children = [.element(RawMarkup.Element("v", [], [.raw(number(value))]))]
  }

  private static func number(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? "\(value)"
  }

  // MARK: Heights

  private mutating func readColumns() {
    if let width = template.markup.root.first("sheetFormatPr")?["defaultColWidth"].flatMap({ Double($0) }) {
      defaultWidth = width
    }
    for column in template.markup.root.first("cols")?.elements ?? [] {
      guard let first = column["min"].flatMap({ Int($0) }), let last = column["max"].flatMap({ Int($0) }), first >= 1,
        first <= last, let width = column["width"].flatMap({ Double($0) })
      else { continue }
      let isHidden = ["1", "true"].contains(column["hidden"] ?? "")
      for index in first...min(last, first + 1000) { columnWidths[index - 1] = isHidden ? 0 : width }
    }
  }

  private func neededHeight(_ text: String, _ cell: TemplateSheet.Cell, row: Int) -> Double {
    let format = styles[cell.element["s"]]
    guard format.wraps else { return 0 }
    var columns = cell.column...cell.column
    if let area = areas.first(where: { $0.rows.contains(row) && $0.firstColumn == cell.column }) {
      guard area.rows.count == 1 else { return 0 }
      columns = area.firstColumn...area.lastColumn
    }
    let widths = columns.map { columnWidths[$0] ?? defaultWidth }
    guard widths.contains(where: { $0 > 0 }) else { return 0 }
    return TextFitting.height(of: text, columnWidths: widths, fontSize: format.fontSize, indent: format.indent)
  }

  // MARK: Merged areas

  /// Merges equal neighbours below each other, a column's areas within those of the merging columns to its left, and
  /// never across a page break, whether the template has it or a page is full: there the text stands again.
  private mutating func mergeEqual(
    _ data: inout [RawMarkup.Node], titleRows: ClosedRange<Int>?
  ) -> [SheetReference] {
    guard !mergeTexts.isEmpty else { return [] }
    var result: [SheetReference] = []
    var breaks = Set(lines.indices.filter { lines[$0].startsPage }.map { $0 + 1 })
    for item in template.markup.root.first("rowBreaks")?.elements ?? [] {
      guard let row = item["id"].flatMap({ Int($0) }) else { continue }
      for run in map.runs(row...row) { breaks.insert(run.upperBound + 1) }
    }
    let lastColumn = template.rows.values.compactMap { $0.cells.last?.column }.max() ?? 0
    let titleHeight = titleRows.map { rows in
      rows.reduce(0.0) { sum, row in sum + map.rows(of: row).reduce(0.0) { $0 + heights[$1 - 1] } }
    }
    let pages = TemplatePages(
      template.markup.root, widths: (0...lastColumn).map { columnWidths[$0] ?? defaultWidth },
      titleHeight: titleHeight ?? 0)
    let full = pages.starts(heights: heights, breaks: breaks)
    breaks.formUnion(full)
    var outer: Set<Int> = []
    var emptied: Set<[Int]> = []
    for (column, texts) in mergeTexts.sorted(by: { $0.key < $1.key }) {
      var starts: Set<Int> = []
      var row = 1
      while row <= lines.count {
        guard let text = texts[row] else {
          row += 1
          continue
        }
        // Where a page would tear equal neighbours apart, it ends for certain.
        if full.contains(row), !text.isEmpty, texts[row - 1] == text { splits.insert(row) }
        var end = row
        while texts[end + 1] == text, !text.isEmpty, !breaks.contains(end + 1), !outer.contains(end + 1) { end += 1 }
        starts.insert(row)
        if end > row, var area = SheetReference(CellArea.reference(row: row - 1, column: column)) {
          area.rows = row...end
          // A cell that is merged with its neighbours in the row stays so.
          area.lastColumn = designed(at: column, row: row)?.lastColumn ?? column
          result.append(area)
          for covered in row + 1...end { emptied.insert([covered, column]) }
        }
        row = end + 1
      }
      outer.formUnion(starts)
    }
    guard !emptied.isEmpty else { return result }
    for index in data.indices {
      guard case .element(var row) = data[index], let number = row["r"].flatMap({ Int($0) }) else { continue }
      for place in row.children.indices {
        guard case .element(var cell) = row.children[place],
          let column = cell["r"].flatMap({ SheetReference.cell($0)?.column }),
          emptied.contains([number, column])
        else { continue }
        cell["t"] = nil
        cell.children = []
        row.children[place] = .element(cell)
      }
      data[index] = .element(row)
    }
    return result
  }

  /// The area within one row that the template's cell behind a new one opens.
  private func designed(at column: Int, row: Int) -> SheetReference? {
    let source = map.source(of: row)
    return areas.first { $0.firstColumn == column && $0.rows == source...source }
  }

  private func setMerges(_ added: [SheetReference], in root: inout RawMarkup.Element) {
    let covered = Set(added.flatMap { area in area.rows.map { [$0, area.firstColumn] } })
    var references = areas.flatMap { area in
      map.merged(area.rows).filter { !covered.contains([$0.lowerBound, area.firstColumn]) }.map { area.text(rows: $0) }
    }
    references += added.map { $0.text(rows: $0.rows) }
    let prefix = root.name.contains(":") ? root.name.prefix { $0 != ":" } + ":" : ""
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
