package import LanmuPlan
package import LanmuWorkbook

/// A plan as a workbook: a sheet for each of its tables, its units, and its duties one by one.
///
/// Labels stand on every row instead of in merged cells, so that each list can be filtered and sorted.
package struct PlanWorkbook {
  private let plan: Plan
  private var workbook = Workbook()

  /// The workbook of a plan; a plan without entries gives one with an empty sheet.
  package static func workbook(of plan: Plan) -> Workbook {
    var report = PlanWorkbook(plan: plan)
    for sheet in PlanSheet.sheets(of: plan) { report.add(sheet) }
    report.addDuties()
    report.addUnits()
    if report.workbook.sheets.isEmpty { report.workbook.sheets.append(Sheet(name: "方案")) }
    report.workbook.properties = DocumentProperties(
      title: plan.title, subject: plan.documentNumber, company: plan.issuer)
    return report.workbook
  }

  private init(plan: Plan) { self.plan = plan }

  private mutating func add(_ table: PlanSheet) {
    let number = workbook.sheets.count + 1
    let name = table.title.isEmpty ? "表\(number)" : table.title
    let subtitle = [plan.documentNumber, plan.issuer, plan.issuedOn ?? ""].filter { !$0.isEmpty }.joined(separator: "　")
    addList(
      name: name, title: table.title.isEmpty ? plan.title : plan.title + "\n" + table.title, subtitle: subtitle,
      header: table.header, widths: table.fields.map(Self.width), rows: table.rows, note: table.note)
  }

  /// Who does what: a line for each duty of each unit.
  private mutating func addDuties() {
    var rows: [[String]] = []
    for entry in plan.entries {
      for assignment in entry.assignments {
        rows.append([
          assignment.unit, Self.name(of: assignment.role), entry.path.joined(separator: " › "), assignment.scope,
          entry.update.text, entry.supply.text, entry.id,
        ])
      }
    }
    guard !rows.isEmpty else { return }
    addList(
      name: "任务分解", title: "任务分解", subtitle: "每个单位在每个栏目的每项职责一行",
      header: ["单位", "角色", "栏目", "承担范围", "更新要求", "提供时限", "编号"], widths: [18, 8, 34, 18, 22, 24, 16], rows: rows)
  }

  private mutating func addUnits() {
    guard !plan.units.isEmpty else { return }
    var counts: [String: [Assignment.Role: Int]] = [:]
    for assignment in plan.entries.flatMap(\.assignments) {
      counts[assignment.unit, default: [:]][assignment.role, default: 0] += 1
    }
    let rows = plan.units.map { unit in
      [unit.name, Self.name(of: unit.kind)]
        + Assignment.Role.allCases.map { role in (counts[unit.name]?[role]).map(String.init) ?? "" }
        + [unit.aliases.joined(separator: "、"), unit.members.joined(separator: "、")]
    }
    addList(
      name: "单位", title: "单位", subtitle: "方案中出现的单位及其职责数",
      header: ["单位", "类别"] + Assignment.Role.allCases.map(Self.name) + ["别名", "成员"],
      widths: [22, 8] + Assignment.Role.allCases.map { _ in 6 } + [26, 40], rows: rows, numbers: 2..<7)
  }

  private mutating func addList(
    name: String, title: String, subtitle: String, header: [String], widths: [Double], rows: [[String]],
    note: String = "",
    numbers: Range<Int> = 0..<0
  ) {
    var sheet = Sheet(name: SheetName.safe(name, taken: workbook.sheets.map(\.name)))
    let last = header.count - 1
    sheet.merge(
      CellArea(rows: 0...0, columns: 0...last), .optionalText(title), OfficialStyle.title)
    sheet.merge(
      CellArea(rows: 1...1, columns: 0...last), .optionalText(subtitle), OfficialStyle.subtitle)
    sheet.set(2, from: 0, header.map { .text($0) }, OfficialStyle.header)
    for (index, row) in rows.enumerated() {
      for (column, text) in row.enumerated() {
        if numbers.contains(column), let number = Int(text) {
          sheet.set(index + 3, column, .count(number), OfficialStyle.number)
        } else {
          sheet.set(index + 3, column, text: text, OfficialStyle.body)
        }
      }
    }
    if !note.isEmpty {
      let row = rows.count + 3
      sheet.merge(
        CellArea(rows: row...row, columns: 0...last), .text(note), OfficialStyle.note)
    }
    sheet.setWidths(widths)
    sheet.frozenRows = 3
    sheet.autofilter = CellArea(rows: 2...max(2, rows.count + 2), columns: 0...last)
    sheet.page = .landscapeTable
    sheet.page.repeatedRows = 2...2
    workbook.sheets.append(sheet)
  }

  private static func width(of field: PlanField) -> Double {
    switch field {
    case .number: 6
    case .level: 14
    case .requirement: 44
    case .target, .doubts: 28
    case .supply: 20
    case .update, .mode: 16
    case .lead, .cooperating: 16
    case .responsible: 26
    case .remarks: 14
    case .id: 16
    }
  }

  private static func name(of role: Assignment.Role) -> String {
    switch role {
    case .lead: "牵头"
    case .responsible: "责任"
    case .cooperating: "配合"
    case .technical: "技术"
    case .coordinating: "统筹"
    }
  }

  private static func name(of kind: PlanUnit.Kind) -> String {
    switch kind {
    case .unit: "单位"
    case .group: "组"
    case .vendor: "服务商"
    case .unknown: "未识别"
    }
  }
}
