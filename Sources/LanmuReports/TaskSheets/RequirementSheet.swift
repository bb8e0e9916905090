internal import LanmuAnalysis
internal import LanmuWorkbook

/// The second sheet, 任务说明: every duty's texts in full.
enum RequirementSheet {
  private static let widths: [Double] = [6, 10, 31, requirementWidth, 18, 28.5, 14]
  private static let labels = ["序号", "任务编号", "栏目路径", "工作要求（全文）", "更新要求", "提供时限", "报送方式及备注"]
  static let requirementWidth = 56.0

  static func sheet(_ task: TaskSheet, named name: String) -> Sheet {
    var sheet = Sheet(name: name)
    sheet.setWidths(widths)
    sheet.merge(
      CellArea(rows: 0...0, columns: 0...widths.count - 1), .text("\(task.unit)任务说明（\(task.month.chineseText)）"),
      OfficialStyle.title)
    for (column, label) in labels.enumerated() { sheet.set(1, column, .text(label), OfficialStyle.header) }
    var row = 2
    for (index, entry) in task.tasks.enumerated() {
      for (part, piece) in TaskTextFits.pieces(of: entry.requirement).enumerated() {
        let isFirst = part == 0
        let path = TaskSheetText(entry).path
        sheet.set(row, 0, .count(index + 1), OfficialStyle.number)
        sheet.set(row, 1, .text(entry.number), OfficialStyle.center)
        sheet.set(row, 2, .text(isFirst ? path : path + "（续）"), OfficialStyle.body)
        sheet.set(row, 3, .optionalText(piece), OfficialStyle.body)
        sheet.set(row, 4, .optionalText(isFirst ? entry.update : ""), OfficialStyle.body)
        sheet.set(row, 5, .optionalText(isFirst ? entry.supply : ""), OfficialStyle.body)
        let rest = [entry.mode, entry.remarks].filter { !$0.isEmpty }.joined(separator: "；")
        sheet.set(row, 6, .optionalText(isFirst ? rest : ""), OfficialStyle.body)
        row += 1
      }
    }
    sheet.page = .landscapeTable
    sheet.page.repeatedRows = 1...1
    sheet.page.footer.left = HeaderFooter.Part(task.unit)
    sheet.frozenRows = 2
    sheet.showsGridlines = false
    sheet.protection = SheetProtection(allowsFormattingRows: true, allowsFormattingColumns: true)
    return sheet
  }
}
