internal import LanmuAnalysis
internal import LanmuPlan
internal import LanmuWorkbook

/// One unit's task sheet as a worksheet: head block, summary, duties, fields to fill in, sign-off, notes.
struct TaskSheetLayout {
  private let task: TaskSheet
  private let widths: [Double]
  private var sheet: Sheet
  private var row = 0

  private static let first = TaskSheetField.order.column
  private static let last = TaskSheetField.person.column

  init(_ task: TaskSheet, named name: String) {
    self.task = task
    sheet = Sheet(name: name)
    widths = TaskSheetWidths.widths(of: task)
  }

  /// The sheet; rows of tasks begin at `firstTaskRow`.
  mutating func build() -> Sheet {
    sheet.setWidths(widths)
    sheet.columns[TaskSheetField.identifier.column].isHidden = true
    writeHead()
    writeHeader()
    TaskSheetMeta.mark(&sheet, task)
    let firstTaskRow = row
    for (index, task) in self.task.tasks.enumerated() { write(task, order: index + 1) }
    let tasks = firstTaskRow...(row - 1)
    addRules(tasks)
    writeSignOff()
    writeNotes()
    sheet.page = TaskSheetWidths.page
    sheet.page.repeatedRows = (firstTaskRow - 2)...(firstTaskRow - 1)
    sheet.page.keptTogether = [tasks.upperBound + 1...tasks.upperBound + 3]
    sheet.page.footer.left = HeaderFooter.Part(self.task.unit)
    sheet.page.footer.right = HeaderFooter.Part(self.task.month.chineseText)
    sheet.frozenRows = firstTaskRow
    sheet.frozenColumns = TaskSheetField.path.column + 1
    sheet.protection = SheetProtection(
      allowsFormattingRows: true, allowsFormattingColumns: true, allowsHyperlinks: true)
    sheet.showsGridlines = false
    return sheet
  }

  private mutating func writeHead() {
    let title = "\(task.unit)网站栏目保障任务清单（\(task.month.chineseText)）"
    sheet.merge(area(Self.first, Self.last), .text(title), OfficialStyle.title)
    row += 1
    headRow([
      ("计划名称", .optionalText(task.planTitle), nil), ("文号", .optionalText(task.documentNumber), nil),
      ("期次", .text(task.month.chineseText), nil), ("信息中心联系人", .empty, TaskSheetStyle.headInput),
    ])
    headRow([
      ("承担单位", .text(task.unit), nil), ("下发日期", .text(task.issuedOn.chineseText), nil),
      ("反馈截止", .text(task.returnBy.chineseText), nil), ("分管领导", .empty, TaskSheetStyle.headInput),
    ])
    let answers = row
    headRow([
      ("联络员", .empty, TaskSheetStyle.headInput), ("联系电话", .empty, TaskSheetStyle.headInputText),
      ("保密审查", .empty, TaskSheetStyle.headInput), ("按需栏目年度核对", .empty, TaskSheetStyle.headInput),
    ])
    for (columns, list) in [
      (Self.headColumns[2].value, TaskSheetWords.secrecyAnswers),
      (Self.headColumns[3].value, TaskSheetWords.yearlyAnswers),
    ] {
      sheet.validations.append(
        Validation(
          CellArea(rows: answers...answers, columns: columns.lowerBound...columns.lowerBound), .list(list),
          errorTitle: "请从列表中选择", error: "请从下拉列表中选择一项。"))
    }
    sheet.merge(area(Self.first, Self.last), .text(TaskSheetWords.summary(task)), TaskSheetStyle.summary)
    row += 1
  }

  /// Labels and values of the head block, four pairs a row.
  private static let headColumns: [(label: ClosedRange<Int>, value: ClosedRange<Int>)] = [
    (1...2, 3...6), (7...7, 8...9), (10...10, 11...12), (13...14, 15...17),
  ]

  private mutating func headRow(_ pairs: [(label: String, value: CellValue, style: CellStyle?)]) {
    for (place, pair) in zip(Self.headColumns, pairs) {
      sheet.merge(area(place.label.lowerBound, place.label.upperBound), .text(pair.label), TaskSheetStyle.headLabel)
      sheet.merge(
        area(place.value.lowerBound, place.value.upperBound), pair.value, pair.style ?? TaskSheetStyle.headValue)
    }
    row += 1
  }

  private mutating func writeHeader() {
    let inputs = TaskSheetField.status.column
    sheet.merge(area(Self.first, inputs - 1), "任务内容", OfficialStyle.header)
    sheet.merge(area(inputs, Self.last), "以下由承担单位填写", OfficialStyle.header)
    row += 1
    for field in TaskSheetField.allCases {
      sheet.set(row, field.column, .text(field.label.replacing("（", with: "\n（")), OfficialStyle.header)
    }
    row += 1
  }

  private mutating func write(_ task: UnitTask, order: Int) {
    func set(_ field: TaskSheetField, _ value: CellValue, _ style: CellStyle) {
      sheet.set(row, field.column, value, style)
    }
    let words = TaskSheetText(task)
    let body = OfficialStyle.body
    let center = OfficialStyle.center
    set(.identifier, .text(TaskSheetMarks.entry + task.entry), TaskSheetStyle.identifier)
    set(.order, .count(order), OfficialStyle.number)
    set(.number, .text(task.number), center)
    set(.path, .text(words.path), body)
    set(.role, .text(words.roles), center)
    set(.scope, .optionalText(words.scope), body)
    set(
      .requirement,
      .optionalText(TaskTextFits.requirement(task.requirement, width: widths[TaskSheetField.requirement.column])), body)
    set(.update, .optionalText(TaskTextFits.rule(task.update, width: widths[TaskSheetField.update.column])), body)
    set(.supply, .optionalText(TaskTextFits.rule(task.supply, width: widths[TaskSheetField.supply.column])), body)
    set(.lastUpdate, task.lastUpdate.map(TaskSheetStyle.value) ?? "—", OfficialStyle.date)
    set(.due, .text(words.due), center)
    set(.state, .text(words.state), TaskSheetStyle.state(task.state))
    set(.status, .empty, OfficialStyle.inputCenter)
    set(.updatedOn, .empty, OfficialStyle.inputDate)
    set(.count, .empty, TaskSheetStyle.inputCount)
    set(.link, .empty, OfficialStyle.inputText)
    set(.reason, .empty, OfficialStyle.inputCenter)
    set(.person, .empty, OfficialStyle.inputCenter)
    row += 1
  }

  private mutating func addRules(_ rows: ClosedRange<Int>) {
    func area(_ field: TaskSheetField) -> CellArea { CellArea(rows: rows, columns: field.column...field.column) }
    sheet.validations += [
      Validation(
        area(.status), .list(ReturnStatus.allCases.map(\.rawValue)), promptTitle: "办理情况", prompt: "请从下拉列表中选择。",
        errorTitle: "办理情况", error: "请从下拉列表中选择一项。"),
      Validation(
        area(.updatedOn), .dayFormulas(first: Self.dateFormula(task.month.firstDay), last: "=TODAY()"),
        promptTitle: "更新日期", prompt: "填本月最近一次更新的日期，如 \(task.month.firstDay.text)。", errorTitle: "更新日期",
        error: "请填写日期，应在\(task.month.firstDay.chineseText)至今天之间，如 \(task.month.firstDay.text)。"),
      Validation(
        area(.count), .wholeNumber(0...99_999), errorTitle: "条数", error: "请填写本月发布的条数（整数，没有则填 0）。"),
      Validation(
        area(.reason), .list(ReturnReason.allCases.map(\.rawValue)), promptTitle: "未更新原因",
        prompt: "本月没有更新的栏目，请选择原因。", errorTitle: "未更新原因", error: "请从下拉列表中选择一项。"),
    ]
  }

  private static func dateFormula(_ date: CivilDate) -> String {
    "=DATE(\(date.year),\(date.month),\(date.day))"
  }

  private mutating func writeSignOff() {
    let style = TaskSheetStyle.signOff
    sheet.setHeight(34, row: row)
    sheet.merge(area(1, 4), "填报人：", style)
    sheet.merge(area(5, 7), "审核人：", style)
    sheet.merge(area(8, 13), "单位负责人（签字、盖章）：", style)
    sheet.merge(area(14, Self.last), "　　　　年　　月　　日", TaskSheetStyle.signOffDate)
    row += 1
    sheet.setHeight(34, row: row)
    sheet.merge(area(1, 4), "信息中心接收人：", style)
    sheet.merge(area(5, 7), "接收日期：", style)
    sheet.merge(area(8, Self.last), "复核意见：", style)
    row += 1
  }

  private mutating func writeNotes() {
    let text = TaskSheetWords.notes(task).joined(separator: "\n")
    sheet.merge(area(Self.first, Self.last), .text(text), OfficialStyle.note)
    row += 1
  }

  private func area(_ first: Int, _ last: Int) -> CellArea { CellArea(rows: row...row, columns: first...last) }
}
