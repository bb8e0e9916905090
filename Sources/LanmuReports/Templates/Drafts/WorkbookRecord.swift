package import LanmuWorkbook

/// A workbook of ours as the values of a template.
///
/// Each list is a list under its name (`SheetOutline`), with a record for each row; titles and lines below them are values:
/// `{栏目更新情况标题}`, `{栏目更新情况说明}`. So whatever the workbook shows can be asked for, in any order and look.
package enum WorkbookRecord {
  package static func record(of workbook: Workbook, defaultList: String = "") -> TemplateRecord {
    var record = TemplateRecord(defaultList: defaultList)
    let sheets = workbook.sheets.filter { $0.visibility == .visible }
    let outlines = Dictionary(sheets.map { ($0.name, SheetOutline($0)) }, uniquingKeysWith: { first, _ in first })
    for sheet in sheets {
      guard let outline = outlines[sheet.name] else { continue }
      add(sheet, outline, to: &record)
      record.charts.merge(TemplateChart.charts(of: sheet, outlines: outlines)) { first, _ in first }
    }
    return record
  }

  private static func add(_ sheet: Sheet, _ outline: SheetOutline, to record: inout TemplateRecord) {
    let name = SheetOutline.name(sheet.name)
    for list in outline.fields.keys { record[list] = .list([]) }
    for (list, rows) in outline.rows {
      record[list] = .list(rows.map { self.record(of: outline, row: $0, fields: outline.fields[list]) })
    }
    for (row, part) in outline.parts.enumerated() {
      let cells = outline.anchors(row)
      switch part {
      case .title: record[name + "标题"] = text(cells)
      case .subtitle: record[name + "说明"] = text(cells)
      case .heading(let list): record[list + "标题"] = text(cells)
      case .total(let list):
        for cell in cells {
          record[totalName(list, outline, row, cell.column)] = value(of: cell)
        }
      default: continue
      }
    }
  }

  /// A figure of a row of sums: 互动回应合计按期率.
  static func totalName(_ list: String, _ outline: SheetOutline, _ row: Int, _ column: Int) -> String {
    let label = outline.anchors(row).first { !$0.value.plainText.isEmpty }?.value.plainText ?? ""
    return list + SheetOutline.name(label) + (outline.fields[list]?[column] ?? "第\(column + 1)列")
  }

  private static func text(_ cells: [SheetCell]) -> TemplateRecord.Value {
    .text(cells.map(\.value.plainText).first { !$0.isEmpty } ?? "")
  }

  private static func record(of outline: SheetOutline, row: Int, fields: [Int: String]?) -> TemplateRecord {
    let cells = outline.anchors(row)
    guard let fields, outline.parts[row] != .line(outline.lineList(row)) else {
      return TemplateRecord([(SheetOutline.lineField, text(cells))])
    }
    var values: [(String, TemplateRecord.Value)] = fields.values.sorted().map { ($0, .text("")) }
    for cell in cells { if let field = fields[cell.column] { values.append((field, value(of: cell))) } }
    return TemplateRecord(values)
  }

  /// A cell's value; formulas give what they come to, marked text keeps its marks.
  static func value(of cell: SheetCell) -> TemplateRecord.Value {
    switch cell.value {
    case .empty: return .text("")
    case .text(let text):
      if let style = cell.style?.properties, style.struckThrough || style.fontColor != nil, !style.underlined {
        return .runs([TextRun(text, style: cell.style ?? CellStyle())])
      }
      return .text(text)
    case .number(let number): return .number(rounded(number, cell.style))
    case .boolean: return .text(cell.value.plainText)
    case .day(let day): return .day(day)
    case .formula(let formula):
      switch formula.result {
      case .number(let number): return .number(rounded(number, cell.style))
      case .text(let text): return .text(text)
      }
    case .rich(let runs): return .runs(runs)
    }
  }

  /// A number with no more digits than its own sheet shows.
  private static func rounded(_ number: Double, _ style: CellStyle?) -> Double {
    guard let code = style?.properties.numberFormat, code.hasPrefix("0"), !code.hasSuffix("%") else { return number }
    return FormulaText.rounded(number, code.dropFirst(2).count)
  }
}

extension SheetOutline {
  /// The list of a line of text; empty for other rows.
  func lineList(_ row: Int) -> String {
    if case .line(let list) = parts[row] { list } else { "" }
  }
}
