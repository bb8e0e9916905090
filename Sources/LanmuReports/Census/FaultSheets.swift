import LanmuAnalysis
import LanmuWorkbook

extension CensusReport {
  /// Columns with a fault, sorted by the unit that must act, then by days.
  private var faults: [(row: Int, column: ColumnResult)] {
    var order: [String: Int] = [:]
    for (place, unit) in census.units.enumerated() { order[unit.unit] = place }
    func rank(_ column: ColumnResult) -> Int { column.accountable.first.flatMap { order[$0] } ?? Int.max }
    return census.columns.enumerated().map { (LedgerPlace.firstRow + $0.offset, $0.element) }
      .filter { !$0.1.problems.isEmpty && $0.1.problems != ["空白", "长期未更新"] }
      .sorted { left, right in
        (rank(left.1), -left.1.daysOver, left.0) < (rank(right.1), -right.1.daysOver, right.0)
      }
  }

  /// 逾期未更新栏目: what is sent round.
  func overdueSheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.overdue, title: "逾期未更新栏目（\(census.month.chineseText)）",
      subtitle: "监测时间点：\(census.asOf.text)　按责任单位排列；整改情况、完成日期、复核人由各单位和信息中心填写",
      fields: [
        .init("序号", 5), .init("责任单位", 18, OfficialStyle.body), .init("栏目路径", 34, OfficialStyle.body), .init("类别", 9),
        .init("问题类型", 20, OfficialStyle.body), .init("网址", 18, OfficialStyle.body),
        .init("最后更新日期", 11, OfficialStyle.date),
        .init("未更新天数", 8, OfficialStyle.number), .init("逾期天数", 8, OfficialStyle.number),
        .init("整改时限", 11, OfficialStyle.date),
        .init("整改情况", 10, OfficialStyle.inputCenter), .init("完成日期", 11, OfficialStyle.inputDate),
        .init("复核人", 8, OfficialStyle.inputText),
      ])
    let limit = calendar.deadline(workingDays: 10, after: census.asOf).date
    var breaks: [Int] = []
    var lastUnit: String?
    for (index, fault) in faults.enumerated() {
      let row = list.nextRow
      let unit = fault.column.accountable.first ?? "未明确单位"
      if let lastUnit, lastUnit != unit, faults.count > 25 { breaks.append(row) }
      lastUnit = unit
      let source = { (field: LedgerPlace.Field) in
        CellArea(row: fault.row, column: field.rawValue).reference(inSheet: SheetTitle.ledger)
      }
      let column = fault.column
      list.append([
        .count(index + 1), .text(column.accountable.isEmpty ? "未明确单位" : column.accountable.joined(separator: "、")),
        .text(column.path.joined(separator: " / ")), .text(column.columnClass.chineseName),
        .text(column.problems.joined(separator: "、")), .optionalText(column.lastLink),
        column.lastUpdate == nil ? .text("—") : .formula(source(.last), column.lastUpdate),
        column.lastUpdate == nil
          ? .text("—") : .formula(source(.idle), Double(column.lastUpdate.map { census.asOf.days(since: $0) } ?? 0)),
        .formula(source(.over), Double(column.daysOver)), .date(limit), .empty, .empty, .empty,
      ])
      list.edit { sheet in
        sheet.links.append(
          Hyperlink(
            row: row, column: 2, .cell(sheet: SheetTitle.ledger, row: fault.row, column: 0), tip: "查看栏目更新情况"))
        if !column.lastLink.isEmpty { sheet.links.append(Hyperlink(row: row, column: 5, .address(column.lastLink))) }
      }
    }
    if list.isEmpty {
      list.note(census.volume == nil ? "未提供发布记录，无法判定。" : "本期没有逾期未更新栏目。", OfficialStyle.body)
      return list.finished(filter: false)
    }
    let rows = list.firstRow...list.lastRow
    list.edit { sheet in
      sheet.conditionalFormats.append(
        ConditionalFormat(CellArea(rows: rows, columns: 8...8), .dataBar(Color(0xF4B183))))
      Self.offer(["未反馈", "整改中", "已整改", "申请延期", "已撤栏目"], rows: rows, column: 10, on: &sheet)
      sheet.page.rowBreaks = breaks
    }
    return list.finished()
  }

  /// 空白栏目: the list behind the veto.
  func blankSheet() -> Sheet {
    let declared = census.recordsSince != nil
    var list = ListSheet(
      name: SheetTitle.blank,
      title: declared ? "空白栏目（\(census.month.chineseText)）" : "期内无发布的栏目（\(census.month.chineseText)）",
      subtitle: declared
        ? "\(coverage)；期间没有任何信息的栏目列为空白"
        : "\(coverage)；下列栏目在所提供的记录中没有信息，是否空白请人工核对",
      fields: [
        .init("序号", 5), .init("栏目路径", 38, OfficialStyle.body), .init("网址", 20, OfficialStyle.inputText),
        .init("责任单位", 22, OfficialStyle.body), .init("方案要求", 18, OfficialStyle.body),
        .init("开设日期", 11, OfficialStyle.inputDate),
        .init("发现日期", 11, OfficialStyle.date), .init("处理意见", 11, OfficialStyle.inputCenter),
        .init("备注", 24, OfficialStyle.body),
      ])
    let blanks = census.columns.enumerated().filter { _, column in
      declared
        ? column.isBlank
        : column.lastUpdate == nil && (column.reason == "期内无发布" || column.reason == "栏目待对应")
    }
    for (index, blank) in blanks.enumerated() {
      let row = list.nextRow
      let column = blank.element
      list.append([
        .count(index + 1), .text(column.path.joined(separator: " / ")), .empty,
        .text(column.accountable.isEmpty ? "未明确单位" : column.accountable.joined(separator: "、")),
        .optionalText(column.ruleText),
        .empty, .date(census.asOf), .empty,
        .optionalText(
          [!declared || column.state == .blank ? column.reason : column.nationalReason, column.remark].filter {
            !$0.isEmpty
          }.joined(
            separator: "；")),
      ])
      list.edit {
        $0.links.append(
          Hyperlink(
            row: row, column: 1, .cell(sheet: SheetTitle.ledger, row: LedgerPlace.firstRow + blank.offset, column: 0)))
      }
    }
    if list.isEmpty {
      list.note(census.volume == nil ? "未提供发布记录，无法判定。" : "本期没有这样的栏目。", OfficialStyle.body)
      return list.finished(filter: false)
    }
    let rows = list.firstRow...list.lastRow
    list.edit { Self.offer(["补充内容", "合并", "撤销"], rows: rows, column: 7, on: &$0) }
    return list.finished()
  }

  /// A drop-down over the rows of a column.
  static func offer(_ words: [String], rows: ClosedRange<Int>, column: Int, on sheet: inout Sheet) {
    sheet.validations.append(
      Validation(
        CellArea(rows: rows, columns: column...column), .list(words), errorTitle: "请从列表中选择",
        error: "可选：" + words.joined(separator: "、")))
  }
}
