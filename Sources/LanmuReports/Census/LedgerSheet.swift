import LanmuAnalysis
import LanmuPlan
import LanmuWorkbook

extension CensusReport {
  /// 栏目更新情况: one row for each column, states as formulas over the row's dates.
  func ledgerSheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.ledger, title: "栏目更新情况（\(census.month.chineseText)）",
      subtitle: "监测时间点：\(census.asOf.text)　\(coverage)", fields: Self.ledgerFields,
      visibleFields: LedgerPlace.Field.remark.rawValue + 1)
    for (index, column) in census.columns.enumerated() {
      let row = list.nextRow
      list.append(ledgerRow(column, number: index + 1, row: row))
      if !column.lastLink.isEmpty {
        list.edit {
          $0.links.append(Hyperlink(row: row, column: LedgerPlace.Field.title.rawValue, .address(column.lastLink)))
        }
      }
    }
    if census.columns.isEmpty { list.note("方案中没有栏目", OfficialStyle.body) }
    let rows = list.firstRow...max(list.lastRow, list.firstRow)
    list.edit { sheet in
      for field in [LedgerPlace.Field.state, .national] {
        sheet.conditionalFormats += Self.stateFormats(CellArea(rows: rows, columns: field.rawValue...field.rawValue))
      }
      sheet.conditionalFormats.append(
        ConditionalFormat(
          CellArea(rows: rows, columns: LedgerPlace.Field.over.rawValue...LedgerPlace.Field.over.rawValue),
          .number(
            .greater, 0,
            CellStyle().with {
              $0.bold = true; $0.fill = OfficialStyle.overdueFill
            })))
      sheet.frozenColumns = 1
      // Levels that the plan does not have take no room.
      let depth = census.columns.map(\.path.count).max() ?? 1
      if depth < 4 { sheet.columns[LedgerPlace.Field.third.rawValue].isHidden = true }
      if depth < 3 { sheet.columns[LedgerPlace.Field.second.rawValue].isHidden = true }
    }
    return list.finished()
  }

  /// What the export covers, in words.
  var coverage: String {
    if let since = census.recordsSince { return "发布记录自\(since.text)起完整" }
    guard census.volume != nil else { return "未提供发布记录" }
    return "未声明发布记录的起始日，不作空白判定"
  }

  /// Fills by state; the state is always a word as well.
  static func stateFormats(_ area: CellArea) -> [ConditionalFormat] {
    let fills: [(String, Color)] = [
      ("逾期", OfficialStyle.overdueFill), ("空白", OfficialStyle.blankFill), ("即将到期", OfficialStyle.dueFill),
      ("按期", OfficialStyle.onTimeFill), ("待确认", OfficialStyle.openFill), ("栏目待对应", OfficialStyle.openFill),
      ("按需", OfficialStyle.neutralFill),
    ]
    return fills.map { word, fill in ConditionalFormat(area, .equalsText(word, CellStyle().with { $0.fill = fill })) }
  }

  private static let ledgerFields: [ListSheet.Field] = LedgerPlace.Field.allCases.map { field in
    switch field {
    case .number: .init("序号", 4)
    case .channel: .init("频道", 10, OfficialStyle.body)
    case .first: .init("一级栏目", 10, OfficialStyle.body)
    case .second: .init("二级栏目", 10, OfficialStyle.body)
    case .third: .init("三级栏目", 9, OfficialStyle.body)
    case .columnClass: .init("类别", 8)
    case .lead: .init("牵头", 9, OfficialStyle.body)
    case .responsible: .init("责任", 13, OfficialStyle.body)
    case .cooperating: .init("配合", 8, OfficialStyle.body)
    case .text: .init("更新要求（原文）", 13, OfficialStyle.body)
    case .mode: .init("规则", 7)
    case .count: .init("期限", 5)
    case .unit: .init("单位", 5)
    case .last: .init("最后更新日期", 10, OfficialStyle.date)
    case .title: .init("最后标题", 18, OfficialStyle.body)
    case .thisMonth: .init("本月更新数", 6, OfficialStyle.number)
    case .thisYear: .init("本年累计", 5, OfficialStyle.number)
    case .idle: .init("未更新天数", 6, OfficialStyle.number)
    case .due: .init("应更新日期", 10, OfficialStyle.date)
    case .over: .init("逾期天数", 5, OfficialStyle.number)
    case .state: .init("方案状态", 8)
    case .national: .init("国办状态", 8)
    case .remark: .init("备注", 14, OfficialStyle.body)
    case .countedFrom, .nationalDue: .init(String(describing: field), 9, OfficialStyle.date)
    default: .init(String(describing: field), 9)
    }
  }

  private func ledgerRow(_ column: ColumnResult, number: Int, row: Int) -> [CellValue] {
    let labels = (0..<4).map { level -> String in
      if level == 3, column.path.count > 4 { return column.path[3...].joined(separator: " / ") }
      return level < column.path.count ? column.path[level] : ""
    }
    let rule = RuleShape(column)
    let national = nationalWindow(column)
    let amber =
      column.dueOn.map { due in amberDays(due: due.date, last: column.lastUpdate, isYearly: column.isYearly) } ?? 0
    let nationalAmber = national.due.map { amberDays(due: $0, last: column.lastUpdate, isYearly: false) } ?? 0
    let facts = LedgerFormulas(row: row, day: Self.monitoringDay)
    let branch = Measurement.branch(of: column)
    let rows = LedgerPlace.firstRow...ledger.lastRow
    let title = column.lastTitle
    return [
      .count(number), .text(labels[0]), .optionalText(labels[1]), .optionalText(labels[2]), .optionalText(labels[3]),
      .text(column.columnClass.chineseName), .optionalText(column.units(.lead, .coordinating).joined(separator: "、")),
      .optionalText(column.ownUnit ?? column.units(.responsible).joined(separator: "、")),
      .optionalText(column.units(.cooperating, .technical).joined(separator: "、")), .optionalText(column.ruleText),
      .text(rule.mode), rule.count.map(CellValue.count) ?? .empty, .optionalText(rule.unit), .date(column.lastUpdate),
      .optionalText(title), .count(column.itemsThisMonth), .count(column.itemsThisYear),
      facts.idle(column.lastUpdate.map { census.asOf.days(since: $0) }), due(column, facts),
      facts.over(column.state == .overdue ? column.daysOver : 0), facts.state(column.stateText),
      facts.national(Self.nationalText(column)), .optionalText(remark(column)),
      .optionalText(column.dueOn == nil && column.lastUpdate != nil || !column.isCalendarBound ? column.stateText : ""),
      .text(column.lastUpdate == nil ? column.stateText : "未测"), .count(amber),
      national.window.map { .count($0.count) } ?? .empty, .optionalText(national.window.map(Self.unitName) ?? ""),
      facts.nationalDue(national.window, national.due),
      .optionalText(national.window == nil || column.nationalReason == "豁免" ? Self.nationalText(column) : ""),
      .text(column.lastUpdate == nil ? Self.nationalText(column) : "未测"),
      facts.isBlank(column.isBlank),
      facts.isLongStale(
        column.problems.contains("长期未更新"), months: census.rules.parameters.longStaleMonths,
        isBound: column.isCalendarBound),
      .optionalText(Self.listed(column.accountable)), .count(nationalAmber), .date(column.countedFrom),
      column.itemsOnHomePage.map(CellValue.count) ?? .empty,
      .optionalText(Self.listed(column.ownUnit == nil ? column.units(.lead, .coordinating) : [])),
      .optionalText(Self.listed(column.ownUnit.map { [$0] } ?? column.units(.responsible))),
      .optionalText(Self.listed(column.ownUnit == nil ? column.units(.cooperating, .technical) : [])),
      .optionalText(branch ?? ""),
      branch == nil ? .empty : facts.branchFault(branchFaults.contains(number - 1), rows: rows),
    ]
  }

  /// Units as formulas look them up: each between marks, so that no name is found within another.
  static func listed(_ units: [String]) -> String { units.isEmpty ? "" : "、" + units.joined(separator: "、") + "、" }

  /// The due date as a formula over the item that it is counted from; a value where several rules decide together.
  private func due(_ column: ColumnResult, _ facts: LedgerFormulas) -> CellValue {
    let bound = column.obligations.filter(\.isCalendarBound)
    guard bound.count == 1, let obligation = bound.first, let due = column.dueOn?.date, let from = column.countedFrom,
      let expression = facts.due(
        obligation,
        workdays: { cell, count in
          self.inCalendar(from) && self.inCalendar(due.adding(days: 1))
            ? self.deadline(from: cell, workingDays: count) : nil
        })
    else { return .date(column.dueOn?.date) }
    return .formula(expression, due)
  }

  private func remark(_ column: ColumnResult) -> String {
    var parts: [String] = []
    if column.state == .overdue, !column.reason.isEmpty { parts.append(column.reason) }
    if column.state == .blank, !column.reason.isEmpty { parts.append(column.reason) }
    if !column.remark.isEmpty { parts.append(column.remark) }
    let others = column.duties.filter { $0.items > 0 }
    if others.count > 1 { parts.append("本月：" + others.map { "\($0.unit)\($0.items)条" }.joined(separator: "、")) }
    return parts.joined(separator: "；")
  }

  static func nationalText(_ column: ColumnResult) -> String {
    switch column.nationalState {
    case .notApplicable, .notMeasured:
      column.nationalReason.isEmpty ? column.nationalState.chineseName : column.nationalReason
    default: column.nationalState.chineseName
    }
  }

  func nationalWindow(_ column: ColumnResult) -> (window: TimeSpan?, due: CivilDate?) {
    guard let window = census.rules.window(for: column.columnClass)?.within else { return (nil, nil) }
    let due = column.lastUpdate.map { DueDate.last(after: $0, within: window, calendar: calendar).date }
    return (window, due)
  }

  private func amberDays(due: CivilDate, last: CivilDate?, isYearly: Bool) -> Int {
    ColumnJudge(
      asOf: census.asOf, recordsSince: nil, recordsPeriod: nil, calendar: calendar, rules: census.rules
    ).amberDays(window: last.map { due.days(since: $0) } ?? 0, isYearly: isYearly)
  }

  static func unitName(_ span: TimeSpan) -> String {
    switch span.unit {
    case .day: "天"
    case .workday: "工作日"
    case .week: "周"
    case .month: "月"
    case .year: "年"
    }
  }
}

extension ColumnResult {
  var isCalendarBound: Bool { obligations.contains { $0.isCalendarBound } }

  /// Whether it is due by a day of each year.
  var isYearly: Bool { obligations.contains(where: \.isYearly) }
}
