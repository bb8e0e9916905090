internal import LanmuAnalysis
internal import LanmuPlan
internal import LanmuWorkbook

/// The index: every unit with its counts, a link to its sheet, and the fields that track what came back.
struct TaskIndexLayout {
  private static let labels = [
    "序号", "单位", "类别", "任务数", "牵头", "责任", "协调组织", "配合", "逾期", "即将到期", "空白", "任务清单", "是否反馈", "反馈日期", "备注",
  ]
  private static let widths: [Double] = [5, 21, 6.5, 6, 5, 5, 6, 5, 5, 6, 5, 55, 9, 11, 14]
  private static let linkColumn = 11
  /// Some programs do not wrap links, so that their column is as wide as the longest one.
  private static let linkWidth = SheetColumn.Width.fitting(minimum: 24, maximum: 66)

  let set: TaskSheetSet
  /// Where each unit's sheet is, in the order of `set.sheets`.
  let links: [Link]

  struct Link {
    var text: String
    var target: Hyperlink.Target
  }

  func sheet(named name: String) -> Sheet {
    var sheet = Sheet(name: name)
    let last = Self.widths.count - 1
    sheet.setWidths(Self.widths)
    sheet.columns[Self.linkColumn].width = Self.linkWidth
    sheet.merge(
      CellArea(rows: 0...0, columns: 0...last), .text("网站栏目保障任务清单目录（\(set.month.chineseText)）"), OfficialStyle.title)
    var source = set.planTitle
    if !set.documentNumber.isEmpty { source += "（\(set.documentNumber)）" }
    let subtitle =
      (source.isEmpty ? "" : "依据：\(source)　") + "下发日期：\(set.issuedOn.chineseText)　反馈截止：\(set.returnBy.chineseText)"
    sheet.merge(CellArea(rows: 1...1, columns: 0...last), .text(subtitle), OfficialStyle.subtitle)
    for (column, label) in Self.labels.enumerated() { sheet.set(2, column, .text(label), OfficialStyle.header) }
    var row = 3
    for (index, task) in set.sheets.enumerated() {
      write(task, links[index], order: index + 1, row: row, in: &sheet)
      row += 1
    }
    for (index, unit) in set.idleUnits.enumerated() {
      writeIdle(unit, order: set.sheets.count + index + 1, row: row, in: &sheet)
      row += 1
    }
    writeTotals(rows: 3..<row, in: &sheet)
    addTracking(rows: 3..<row, in: &sheet)
    sheet.page = .landscapeTable
    sheet.page.repeatedRows = 2...2
    sheet.frozenRows = 3
    sheet.frozenColumns = 2
    if row > 3 { sheet.autofilter = CellArea(rows: 2...row - 1, columns: 0...last) }
    sheet.showsGridlines = false
    return sheet
  }

  private static func counts(_ task: TaskSheet) -> [Int?] {
    let states: [Int?] =
      task.hasCensus ? [task.count(of: .overdue), task.count(of: .due), task.count(of: .blank)] : [nil, nil, nil]
    let roles: [Int?] = [
      task.tasks.count, task.count(of: .lead), task.count(of: .responsible), task.count(of: .coordinating),
      task.count(of: .cooperating) + task.count(of: .technical),
    ]
    return roles + states
  }

  private func write(_ task: TaskSheet, _ link: Link, order: Int, row: Int, in sheet: inout Sheet) {
    sheet.set(row, 0, .count(order), OfficialStyle.number)
    sheet.set(row, 1, .text(task.unit), OfficialStyle.body)
    sheet.set(row, 2, .text(task.kind.chineseName), OfficialStyle.center)
    for (offset, count) in Self.counts(task).enumerated() {
      sheet.set(row, 3 + offset, count.map { .count($0) } ?? "—", OfficialStyle.number)
    }
    sheet.set(row, Self.linkColumn, .text(link.text), OfficialStyle.link)
    sheet.links.append(Hyperlink(row: row, column: Self.linkColumn, link.target, tip: "打开任务清单"))
    sheet.set(row, 12, "未反馈", OfficialStyle.inputCenter)
    sheet.set(row, 13, .empty, OfficialStyle.inputDate)
    sheet.set(row, 14, .empty, OfficialStyle.input)
  }

  private func writeIdle(_ unit: String, order: Int, row: Int, in sheet: inout Sheet) {
    sheet.set(row, 0, .count(order), OfficialStyle.number)
    sheet.set(row, 1, .text(unit), OfficialStyle.body)
    sheet.set(row, 2, "—", OfficialStyle.center)
    for column in 3...10 { sheet.set(row, column, .count(0), OfficialStyle.number) }
    sheet.set(row, Self.linkColumn, "方案未安排任务，不发清单", OfficialStyle.body)
    sheet.set(row, 12, "—", OfficialStyle.center)
    sheet.set(row, 13, .empty, OfficialStyle.center)
    sheet.set(row, 14, .empty, OfficialStyle.input)
  }

  private func writeTotals(rows: Range<Int>, in sheet: inout Sheet) {
    guard !rows.isEmpty else { return }
    let row = rows.upperBound
    sheet.merge(CellArea(rows: row...row, columns: 0...2), "合计", OfficialStyle.total)
    let counts = set.sheets.map(Self.counts)
    for offset in 0..<8 {
      let column = 3 + offset
      let area = CellArea(rows: rows.lowerBound...rows.upperBound - 1, columns: column...column)
      let values = counts.compactMap { $0[offset] }
      if offset >= 5, values.isEmpty {
        sheet.set(row, column, "—", OfficialStyle.total)
      } else {
        let sum = Formula("=SUM(\(area.reference()))", number: Double(values.reduce(0, +)))
        sheet.set(row, column, .formula(sum), OfficialStyle.total.with { $0.numberFormat = "0" })
      }
    }
    let answers = CellArea(rows: rows.lowerBound...rows.upperBound - 1, columns: 12...12).reference()
    sheet.set(row, Self.linkColumn, .text("共 \(set.sheets.count) 份清单"), OfficialStyle.total)
    sheet.set(
      row, 12,
      .formula(Formula("=COUNTIF(\(answers),\"已反馈\")&\"/\(set.sheets.count)\"", text: "0/\(set.sheets.count)")),
      OfficialStyle.total)
    sheet.set(row, 13, .empty, OfficialStyle.total)
    sheet.set(row, 14, .empty, OfficialStyle.total)
  }

  private func addTracking(rows: Range<Int>, in sheet: inout Sheet) {
    guard !set.sheets.isEmpty else { return }
    let area = CellArea(rows: 3...2 + set.sheets.count, columns: 12...12)
    sheet.validations.append(
      Validation(area, .list(TaskSheetWords.receiptAnswers), errorTitle: "是否反馈", error: "请从下拉列表中选择一项。"))
    sheet.conditionalFormats += [
      ConditionalFormat(area, .equalsText("已反馈", CellStyle().with { $0.fill = OfficialStyle.onTimeFill })),
      ConditionalFormat(area, .equalsText("退回修改", CellStyle().with { $0.fill = OfficialStyle.dueFill })),
    ]
  }
}

extension PlanUnit.Kind {
  /// The kind as the index names it.
  var chineseName: String {
    switch self {
    case .unit: "单位"
    case .group: "集体"
    case .vendor: "技术方"
    case .unknown: "待确认"
    }
  }
}
