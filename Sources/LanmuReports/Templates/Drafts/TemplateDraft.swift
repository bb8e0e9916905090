package import LanmuWorkbook

/// The first draft of a built-in template: a workbook of ours with one row of placeholders instead of each list.
///
/// The templates in `Templates/` began as such drafts and are from then on documents like any other.
package struct TemplateDraft {
  private let outlines: [SheetOutline]
  /// The new row of each row, by sheet; rows of a list are all at its one row.
  private var places: [String: [Int]] = [:]
  /// Which rows of the old sheet the new one has; `nil` for a list's row where the sample has none.
  private var kept: [String: [Kept]] = [:]

  /// A row of standard height in pixels.
  private static let pixelsOfRow = 20

  private struct Kept {
    var row: Int
    /// The list whose row of placeholders stands here.
    var list: String?
    var isAdded = false
  }

  /// - Parameter omitting: the lists that a form cannot hold, with everything down to the next gap.
  package static func workbook(of workbook: Workbook, title: String, omitting: Set<String> = []) -> Workbook {
    let draft = TemplateDraft(workbook, omitting)
    var result = Workbook()
    result.sheets = draft.outlines.map(draft.sheet)
    result.properties = DocumentProperties(title: title)
    return result
  }

  private init(_ workbook: Workbook, _ omitting: Set<String>) {
    outlines = workbook.sheets.filter { $0.visibility == .visible }.map(SheetOutline.init)
    for outline in outlines { plan(outline, omitting) }
  }

  private mutating func plan(_ outline: SheetOutline, _ omitting: Set<String>) {
    var kept: [Kept] = []
    var places: [Int] = []
    var seen: Set<String> = []
    var isOmitting = false
    let filled = outline.rows
    for (row, part) in outline.parts.enumerated() {
      if case .heading(let name) = part { isOmitting = omitting.contains(name) }
      if isOmitting, part == .empty { isOmitting = false }
      if isOmitting {
        places.append(max(kept.count - 1, 0))
        continue
      }
      switch part {
      case .item(let list), .line(let list):
        if seen.insert(list).inserted { kept.append(Kept(row: row, list: list)) }
        places.append(kept.count - 1)
      case .header(let list):
        places.append(kept.count)
        kept.append(Kept(row: row))
        // A list that the sample leaves empty has its row all the same.
        if filled[list] == nil { kept.append(Kept(row: row, list: list, isAdded: true)) }
      default:
        places.append(kept.count)
        kept.append(Kept(row: row))
      }
    }
    self.kept[outline.sheet.name] = kept
    self.places[outline.sheet.name] = places
  }

  // MARK: Places

  /// The new place of a row, also of one below everything.
  private func place(_ row: Int, _ sheet: String) -> Int {
    guard let places = places[sheet], let last = places.last else { return row }
    return row < places.count ? places[row] : last + 1 + row - places.count
  }

  private func moved(_ area: CellArea, _ sheet: String) -> CellArea {
    var copy = area
    copy.firstRow = place(area.firstRow, sheet)
    copy.lastRow = max(copy.firstRow, place(area.lastRow, sheet))
    return copy
  }

  private func isDropped(_ row: Int, _ outline: SheetOutline) -> Bool {
    let new = place(row, outline.sheet.name)
    guard let kept = kept[outline.sheet.name], kept.indices.contains(new) else { return false }
    return kept[new].row != row
  }

  private func isItem(_ row: Int, _ outline: SheetOutline) -> Bool {
    guard outline.parts.indices.contains(row) else { return false }
    switch outline.parts[row] {
    case .item, .line: return true
    default: return false
    }
  }

  // MARK: Sheets

  private func sheet(_ outline: SheetOutline) -> Sheet {
    let old = outline.sheet
    let name = old.name
    var sheet = old
    sheet.rows = []
    for (row, kept) in (self.kept[name] ?? []).enumerated() {
      let source = kept.isAdded ? [] : outline.sheet.rows[kept.row].cells
      if let list = kept.list {
        write(list, source, outline, row: row, kept: kept, to: &sheet)
      } else {
        for cell in source {
          sheet.set(row, cell.column, value(cell, row: kept.row, outline), cell.style)
        }
        // A placeholder is longer than what it stands for; rows grow when they are filled.
        let isTotal = if case .total = outline.parts[kept.row] { true } else { false }
        let height = old.rows[kept.row].height ?? (isTotal ? SheetFitting.standardRowHeight : nil)
        if let height { sheet.setHeight(height, row: row) }
      }
    }
    sheet.merges = old.merges.filter { !isDropped($0.firstRow, outline) }.map { moved($0, name) }
    sheet.validations = old.validations.map { rule in
      var copy = rule
      copy.area = moved(rule.area, name)
      return copy
    }
    sheet.conditionalFormats = old.conditionalFormats.map { rule in
      var copy = rule
      copy.area = moved(rule.area, name)
      return copy
    }
    sheet.links = old.links.filter { !isItem($0.row, outline) }.map { link in
      var copy = link
      copy.row = place(link.row, name)
      return copy
    }
    sheet.charts = []
    for chart in old.charts {
      var copy = moved(chart, name)
      // Lists that shrink to one row would push charts beside them over each other.
      if let above = sheet.charts.last, above.column == copy.column {
        copy.row = max(copy.row, above.row + above.height / Self.pixelsOfRow + 2)
      }
      sheet.charts.append(copy)
    }
    sheet.autofilter = old.autofilter.map { moved($0, name) }
    movePage(&sheet.page, outline)
    // What stands below a list moves up by its rows, charts do not grow smaller.
    let end = sheet.charts.map { $0.row + $0.height / Self.pixelsOfRow + 1 }.max()
    if let end, let area = sheet.page.printArea { sheet.page.printArea?.lastRow = max(area.lastRow, end) }
    return sheet
  }

  private func movePage(_ page: inout PageSetup, _ outline: SheetOutline) {
    let name = outline.sheet.name
    page.printArea = page.printArea.map { moved($0, name) }
    page.repeatedRows = page.repeatedRows.map { place($0.lowerBound, name)...place($0.upperBound, name) }
    page.rowBreaks = page.rowBreaks.filter { !isItem($0, outline) }.map { place($0, name) }
    page.keptTogether = page.keptTogether.filter { !isItem($0.lowerBound, outline) }.map {
      place($0.lowerBound, name)...place($0.upperBound, name)
    }
  }

  private func moved(_ placed: PlacedChart, _ sheet: String) -> PlacedChart {
    var copy = placed
    copy.row = place(placed.row, sheet)
    for index in copy.chart.series.indices {
      let values = copy.chart.series[index].values
      copy.chart.series[index].values.area = moved(values.area, values.sheet)
      if let categories = copy.chart.series[index].categories {
        copy.chart.series[index].categories?.area = moved(categories.area, categories.sheet)
      }
    }
    return copy
  }

  /// A list's one row: a placeholder for each field, in the styles that all its rows share.
  private func write(
    _ list: String, _ source: [SheetCell], _ outline: SheetOutline, row: Int, kept: Kept, to sheet: inout Sheet
  ) {
    sheet.setHeight(SheetFitting.standardRowHeight, row: row)
    guard !kept.isAdded else {
      for (column, field) in (outline.fields[list] ?? [:]).sorted(by: { $0.key < $1.key }) {
        sheet.set(row, column, .text("{\(list).\(field)}"), OfficialStyle.body)
      }
      return
    }
    let anchors = Set(outline.anchors(kept.row).map(\.column))
    let isLine = outline.lineList(kept.row) == list
    let rows = outline.rows[list] ?? []
    for cell in source {
      let field = isLine ? (cell.column == 0 ? SheetOutline.lineField : nil) : outline.fields[list]?[cell.column]
      let text = anchors.contains(cell.column) ? field.map { "{\(list).\($0)}" } : nil
      let styles = rows.compactMap { outline.sheet[row: $0, column: cell.column]?.style }
      sheet.set(row, cell.column, .optionalText(text), Self.shared(styles) ?? cell.style)
    }
  }

  /// The first style without what the others do not share: marks of single rows.
  private static func shared(_ styles: [CellStyle]) -> CellStyle? {
    guard let first = styles.first else { return nil }
    let all = styles.map(\.properties)
    func differs(_ value: (CellStyle.Properties) -> some Equatable) -> Bool {
      all.contains { !equal(value($0), value(first.properties)) }
    }
    func equal<Value: Equatable>(_ left: Value, _ right: Value) -> Bool { left == right }
    return first.with { properties in
      if differs(\.fill) { properties.fill = nil }
      if differs(\.bold) { properties.bold = false }
      if differs(\.fontSize) { properties.fontSize = 10 }
      if differs(\.fontColor) || properties.struckThrough { properties.fontColor = nil }
      if differs(\.numberFormat) { properties.numberFormat = "General" }
      properties.struckThrough = false
    }
  }

  /// What a cell outside lists holds: words stay, what changes from month to month becomes a placeholder.
  private func value(_ cell: SheetCell, row: Int, _ outline: SheetOutline) -> CellValue {
    guard !cell.value.plainText.isEmpty else {
      // The total of a month to come is empty in the draft, and not in that month.
      if case .total = outline.parts[row], let formula = formula(cell.value, outline) { return formula }
      return .empty
    }
    let name = SheetOutline.name(outline.sheet.name)
    switch outline.parts[row] {
    case .title: return .text("{\(name)标题}")
    case .subtitle: return .text("{\(name)说明}")
    case .heading(let list):
      let text = cell.value.plainText
      return text.contains("：") ? .text("{\(list)标题}") : cell.value
    case .total(let list):
      // The row goes when the list has nothing to sum up.
      if case .text(let text) = cell.value {
        return .text(text + (cell.column == outline.anchors(row).first?.column ? "{?\(list)}" : ""))
      }
      if let formula = formula(cell.value, outline) { return formula }
      return .text("{\(WorkbookRecord.totalName(list, outline, row, cell.column))}")
    default: return formula(cell.value, outline) ?? cell.value
    }
  }

  /// A formula over whole lists, moved to where these stand now; `nil` for one over parts of them.
  private func formula(_ value: CellValue, _ outline: SheetOutline) -> CellValue? {
    guard case .formula(var formula) = value else { return nil }
    var isWhole = true
    formula.expression = FormulaReferences.rewrite(formula.expression) { reference in
      let sheet = reference.sheet ?? outline.sheet.name
      guard let target = outlines.first(where: { $0.sheet.name == sheet }) else {
        isWhole = false
        return nil
      }
      let first = reference.first.row - 1
      let last = (reference.last?.row ?? reference.first.row) - 1
      for (_, rows) in target.rows {
        guard let start = rows.first, let end = rows.last, first <= end, last >= start else { continue }
        if (first, last) != (start, end) { isWhole = false }
      }
      var copy = reference
      copy.first.row = place(first, sheet) + 1
      copy.last?.row = place(last, sheet) + 1
      return copy
    }
    return isWhole ? .formula(formula) : nil
  }
}
