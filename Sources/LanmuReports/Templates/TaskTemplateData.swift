package import LanmuAnalysis
internal import LanmuPlan
internal import LanmuWorkbook

/// What a template of task sheets can hold: the names of its placeholders, and their values for a unit.
package enum TaskTemplateData {
  /// The values for one unit's workbook.
  package static func record(_ sheet: TaskSheet) -> TemplateRecord {
    var record = head(sheet)
    let widths = TaskSheetWidths.widths(of: sheet)
    let tasks = sheet.tasks.enumerated().map { task($0.element, order: $0.offset + 1, widths) }
    record["任务"] = .list(tasks)
    record["频道"] = .list(channels(sheet, tasks))
    return record
  }

  /// The values for one workbook of all units: the list 各单位, whose records hold what a unit's own workbook does.
  package static func record(_ set: TaskSheetSet) -> TemplateRecord {
    var record = set.sheets.first.map(head) ?? TemplateRecord()
    record.defaultList = "各单位"
    record["各单位"] = .list(set.sheets.map(self.record))
    return record
  }

  /// The English names of the placeholders.
  package static let aliases: [String: String] = [
    "unit": "单位", "plan": "计划名称", "documentNumber": "文号", "month": "期次", "issued": "下发日期", "returnBy": "反馈截止",
    "summary": "摘要", "notes": "填写说明", "tasks": "任务", "channels": "频道", "units": "各单位", "order": "序号",
    "number": "任务编号", "column": "栏目", "path": "栏目路径", "channel": "频道名称", "role": "角色", "scope": "承担范围",
    "requirement": "工作要求", "fullRequirement": "工作要求全文", "update": "更新要求", "supply": "提供时限",
    "lastUpdate": "上次更新", "due": "应更新日期", "state": "当前状态", "mode": "报送方式", "remarks": "备注",
    "entry": "条目", "count": "任务数",
  ]

  private static func head(_ sheet: TaskSheet) -> TemplateRecord {
    func count(_ number: Int) -> TemplateRecord.Value { .number(Double(number)) }
    let hasCensus = sheet.hasCensus
    return TemplateRecord(
      defaultList: "任务",
      [
        ("单位", .text(sheet.unit)), ("类别", .text(sheet.kind.chineseName)), ("计划名称", .text(sheet.planTitle)),
        ("文号", .text(sheet.documentNumber)), ("期次", .text(sheet.month.chineseText)), ("月份", .text(sheet.month.text)),
        ("月初", day(sheet.month.firstDay)), ("下发日期", day(sheet.issuedOn, chinese: true)),
        ("反馈截止", day(sheet.returnBy, chinese: true)), ("方案指纹", .text(sheet.planFingerprint)),
        ("摘要", .text(TaskSheetWords.summary(sheet))),
        ("填写说明", .text(TaskSheetWords.notes(sheet).joined(separator: "\n"))), ("任务数", count(sheet.tasks.count)),
        ("牵头数", count(sheet.count(of: .lead))), ("责任数", count(sheet.count(of: .responsible))),
        ("配合数", count(sheet.count(of: .cooperating) + sheet.count(of: .technical))),
        ("逾期数", hasCensus ? count(sheet.count(of: .overdue)) : .text("—")),
        ("即将到期数", hasCensus ? count(sheet.count(of: .due)) : .text("—")),
        ("空白数", hasCensus ? count(sheet.count(of: .blank)) : .text("—")),
      ])
  }

  /// A task's values; texts of the plan are as long as the program's own sheet would have them.
  private static func task(_ task: UnitTask, order: Int, _ widths: [Double]) -> TemplateRecord {
    let words = TaskSheetText(task)
    func width(_ field: TaskSheetField) -> Double { widths[field.column] }
    return TemplateRecord(
      [
        ("序号", .number(Double(order))), ("条目", .text(task.entry)), ("任务编号", .text(task.number)),
        ("栏目", .text(task.path.last ?? "")), ("栏目路径", .text(words.path)), ("路径", .text(task.pathText)),
        ("频道名称", .text(task.path.first ?? "")), ("一级栏目", .text(task.path.first ?? "")),
        ("二级栏目", .text(task.path.count > 1 ? task.path[1] : "")),
        ("三级栏目", .text(task.path.count > 2 ? task.path[2...].joined(separator: " / ") : "")),
        ("角色", .text(words.roles)), ("承担范围", .text(words.scope)),
        ("工作要求", .text(TaskTextFits.requirement(task.requirement, width: width(.requirement)))),
        ("工作要求全文", .text(task.requirement)),
        ("更新要求", .text(TaskTextFits.rule(task.update, width: width(.update)))),
        ("提供时限", .text(TaskTextFits.rule(task.supply, width: width(.supply)))),
        ("更新要求全文", .text(task.update)), ("提供时限全文", .text(task.supply)),
        ("上次更新", task.lastUpdate.map { day($0) } ?? .text("—")), ("应更新日期", .text(words.due)),
        ("当前状态", .text(words.state)), ("报送方式", .text(task.mode)), ("备注", .text(task.remarks)),
        ("报送方式及备注", .text([task.mode, task.remarks].filter { !$0.isEmpty }.joined(separator: "；"))),
        ("逾期天数", .number(Double(task.daysOver))),
      ])
  }

  /// Tasks by the first label of their paths, in the order in which these first occur.
  private static func channels(_ sheet: TaskSheet, _ tasks: [TemplateRecord]) -> [TemplateRecord] {
    var order: [String] = []
    var byChannel: [String: [TemplateRecord]] = [:]
    for (task, record) in zip(sheet.tasks, tasks) {
      let name = task.path.first ?? ""
      if byChannel[name] == nil { order.append(name) }
      byChannel[name, default: []].append(record)
    }
    return order.map { name in
      let members = byChannel[name] ?? []
      return TemplateRecord(
        defaultList: "任务",
        [("名称", .text(name)), ("频道名称", .text(name)), ("任务", .list(members)), ("任务数", .number(Double(members.count)))])
    }
  }

  private static func day(_ date: CivilDate, chinese: Bool = false) -> TemplateRecord.Value {
    if chinese { return .text(date.chineseText) }
    let (year, month, day) = date.components
    return SheetDay(year: year, month: month, day: day).map { .day($0) } ?? .text(date.text)
  }
}

extension TemplateRecord {
  init(_ values: [(String, Value)]) { self.init(defaultList: "", values) }
}
