internal import LanmuAnalysis
internal import LanmuPlan
package import LanmuWorkbook

/// The first draft of the built-in template: the task sheet's own layout with placeholders for values.
///
/// `Templates/tasks.xlsx` began as this draft and is from then on a document like any other, edited in Excel or WPS. A new draft
/// is made with `lanmu template draft tasks -o FILE`.
package enum TaskTemplateDraft {
  private static let firstDayName = "_lanmu_month"

  package static func workbook() -> Workbook? {
    guard let month = CivilMonth(year: 2026, month: 1) else { return nil }
    // Every field has the longest kind of value, so that its column is wide enough for all of them.
    let sample = TaskSheet(
      unit: "{单位}", kind: .unit, planTitle: "{计划名称}", documentNumber: "{文号}", planFingerprint: "{方案指纹}", month: month,
      issuedOn: month.firstDay, returnBy: month.lastDay, hasCensus: true,
      tasks: [
        UnitTask(
          entry: "{.条目}", number: "{.任务编号}", path: ["{.栏目路径}"], starred: false,
          roles: [.init(role: .responsible, scope: "{.承担范围}", duty: "", group: "{.角色}")], requirement: "{.工作要求}",
          update: "{.更新要求}{.更新要求}", supply: "{.提供时限}", mode: "", remarks: "", state: .onDemand, daysOver: 0,
          lastUpdate: month.firstDay,
          due: .day(DueDate(month.lastDay, isProvisional: true), workingDay: month.lastDay))
      ])
    let name = "任务清单"
    var layout = TaskSheetLayout(sample, named: name)
    let tasks = tasks(layout.build())
    let notes = notes(RequirementSheet.sheet(sample, named: "任务说明"))
    let meta = meta(named: TaskSheetMeta.sheetName, sheet: name)
    return Workbook(
      sheets: [tasks, notes, meta],
      definedNames: [
        DefinedName(firstDayName, area: CellArea(row: 6, column: 1), inSheet: TaskSheetMeta.sheetName)
      ], properties: DocumentProperties(title: "任务清单模板"))
  }

  private static func replace(_ sheet: inout Sheet, _ row: Int, _ column: Int, _ value: CellValue) {
    sheet.set(row, column, value, sheet[row: row, column: column]?.style)
  }

  private static func tasks(_ built: Sheet) -> Sheet {
    var sheet = built
    replace(&sheet, 0, 1, "{单位}网站栏目保障任务清单（{期次}）")
    replace(&sheet, 1, 0, .text(TaskSheetMarks.month + "{月份}"))
    replace(&sheet, 1, 11, "{期次}")
    replace(&sheet, 2, 8, "{下发日期}")
    replace(&sheet, 2, 11, "{反馈截止}")
    replace(&sheet, 4, 1, "{摘要}")
    let row = 7
    let values: [(TaskSheetField, CellValue)] = [
      (.order, "{.序号}"), (.role, "{.角色}"), (.scope, "{.承担范围}"), (.requirement, "{.工作要求}"), (.update, "{.更新要求}"),
      (.lastUpdate, "{.上次更新}"), (.due, "{.应更新日期}"), (.state, "{.当前状态}"),
    ]
    for (field, value) in values { replace(&sheet, row, field.column, value) }
    sheet.set(row, TaskSheetField.state.column, "{.当前状态}", OfficialStyle.center)
    let state = CellArea(row: row, column: TaskSheetField.state.column)
    for (word, color) in [
      ("逾期", OfficialStyle.overdueFill), ("空白", OfficialStyle.blankFill), ("即将到期", OfficialStyle.dueFill),
      ("按期", OfficialStyle.onTimeFill), ("按需", OfficialStyle.neutralFill), ("待确认", OfficialStyle.openFill),
      ("方案未定", OfficialStyle.openFill),
    ] {
      sheet.conditionalFormats.append(
        ConditionalFormat(state, .containsText(word, CellStyle().with { $0.fill = color })))
    }
    for index in sheet.validations.indices {
      if case .dayFormulas(_, let last) = sheet.validations[index].rule {
        sheet.validations[index].rule = .dayFormulas(first: "=" + firstDayName, last: last)
        sheet.validations[index].prompt = "填本月最近一次更新的日期，如 2026-12-05。"
        sheet.validations[index].error = "请填写日期，应在本月1日至今天之间，如 2026-12-05。"
      }
    }
    replace(&sheet, row + 3, 1, "{填写说明}")
    sheet.setHeight(SheetFitting.standardRowHeight, row: row)
    sheet.page.footer.left = .codes("{单位}")
    sheet.page.footer.right = .codes("{期次}")
    return sheet
  }

  private static func notes(_ built: Sheet) -> Sheet {
    var sheet = built
    replace(&sheet, 0, 0, "{单位}任务说明（{期次}）")
    let values = ["{.序号}", "{.任务编号}", "{.栏目路径}", "{.工作要求全文}", "{.更新要求全文}", "{.提供时限全文}", "{.报送方式及备注}"]
    for (column, value) in values.enumerated() { replace(&sheet, 2, column, .text(value)) }
    sheet.setHeight(SheetFitting.standardRowHeight, row: 2)
    sheet.page.footer.left = .codes("{单位}")
    return sheet
  }

  private static func meta(named name: String, sheet: String) -> Sheet {
    var meta = Sheet(name: name)
    meta.visibility = .hidden
    let rows: [[CellValue]] = [
      [.text(TaskSheetMarks.sheetHead), .count(TaskSheetMarks.version)], ["plan", "{计划名称}"], ["fingerprint", "{方案指纹}"],
      ["month", "{月份}"], ["issued", "{下发日期}"], ["returnBy", "{反馈截止}"], ["first", "{月初}"],
      ["unit", "{单位}", .text(sheet)],
      ["row", "{.条目}", "{.任务编号}", "{.路径}", "{单位}", .text(sheet)],
    ]
    for (row, values) in rows.enumerated() { meta.set(row, from: 0, values) }
    meta.set(6, 1, "{月初}", CellStyle().with { $0.numberFormat = "yyyy-mm-dd" })
    return meta
  }
}
