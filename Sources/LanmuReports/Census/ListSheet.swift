import LanmuAnalysis
import LanmuWorkbook

/// A sheet that is a titled list: title, a line below it, a header, rows.
struct ListSheet {
  struct Field {
    var title: String
    var width: Double
    var style: CellStyle

    init(_ title: String, _ width: Double, _ style: CellStyle = OfficialStyle.center) {
      self.title = title
      self.width = width
      self.style = style
    }
  }

  private(set) var sheet: Sheet
  let fields: [Field]
  let headerRow: Int
  private(set) var nextRow: Int
  /// Fields that are shown; helpers behind them are hidden.
  private let shownCount: Int

  init(name: String, title: String, subtitle: String, fields: [Field], visibleFields: Int? = nil) {
    sheet = Sheet(name: name)
    self.fields = fields
    let shown = visibleFields ?? fields.count
    shownCount = shown
    sheet.setWidths(fields.map(\.width))
    sheet.merge(CellArea(rows: 0...0, columns: 0...shown - 1), .text(title), OfficialStyle.title)
    sheet.setHeight(30, row: 0)
    sheet.merge(CellArea(rows: 1...1, columns: 0...shown - 1), .optionalText(subtitle), OfficialStyle.subtitle)
    headerRow = 2
    for (column, field) in fields.enumerated() { sheet.set(2, column, .text(field.title), OfficialStyle.header) }
    nextRow = 3
    for column in shown..<max(shown, fields.count) { sheet.columns[column].isHidden = true }
    sheet.page = .landscapeTable
    sheet.page.repeatedRows = 2...2
    sheet.frozenRows = 3
    sheet.showsGridlines = false
  }

  /// The first row of content.
  var firstRow: Int { headerRow + 1 }
  /// The last row of content; the header's own row without any.
  var lastRow: Int { nextRow - 1 }
  var isEmpty: Bool { nextRow == firstRow }

  mutating func append(_ values: [CellValue], styles: [Int: CellStyle] = [:]) {
    for (column, value) in values.enumerated() where column < fields.count {
      sheet.set(nextRow, column, value, styles[column] ?? fields[column].style)
    }
    nextRow += 1
  }

  /// A line across the sheet: a remark, or the word that there is nothing to list.
  mutating func note(_ text: String, _ style: CellStyle = OfficialStyle.note, columns: Int? = nil) {
    sheet.merge(
      CellArea(rows: nextRow...nextRow, columns: 0...(columns ?? shownCount) - 1), .text(text), style)
    nextRow += 1
  }

  mutating func skipRow() { nextRow += 1 }

  mutating func edit(_ change: (inout Sheet) -> Void) { change(&sheet) }

  /// A filter over header and rows, and the sheet as it is.
  func finished(filter: Bool = true, until last: Int? = nil) -> Sheet {
    var result = sheet
    if filter, !isEmpty {
      result.autofilter = CellArea(rows: headerRow...(last ?? lastRow), columns: 0...shownCount - 1)
    }
    // A print area over the shown columns keeps hidden helpers from taking part in fitting the page.
    result.page.printArea = CellArea(rows: 0...max(lastRow, headerRow), columns: 0...shownCount - 1)
    return result
  }

}

extension CellValue {
  /// A day of the calendar, or an empty cell.
  static func date(_ date: CivilDate?) -> CellValue {
    guard let date else { return .empty }
    let (year, month, day) = date.components
    guard let value = SheetDay(year: year, month: month, day: day) else { return .text(date.text) }
    return .day(value)
  }

  /// A formula with the number that it comes to.
  static func formula(_ expression: String, _ number: Double) -> CellValue {
    .formula(Formula(expression, number: number))
  }
  static func formula(_ expression: String, _ text: String) -> CellValue { .formula(Formula(expression, text: text)) }

  /// A formula that gives a day, or nothing.
  static func formula(_ expression: String, _ date: CivilDate?) -> CellValue {
    guard let date else { return .formula(expression, "") }
    return .formula(expression, Double(date.serial))
  }
}

extension CivilDate {
  /// The number by which worksheets know the day (1899-12-30 is 0).
  var serial: Int { Int(dayNumber) + 25_569 }
}
