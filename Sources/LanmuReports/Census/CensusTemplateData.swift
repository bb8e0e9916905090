package import LanmuAnalysis
package import LanmuWorkbook

/// A census as the values of a template: an office's own form, filled with the month's figures.
///
/// Everything that the program's own workbook shows is there under the words that stand on it (`WorkbookRecord`): the list
/// 逾期未更新栏目 with its 责任单位, 栏目路径 and so on. Besides, for forms of one's own:
///
/// Values: 网站, 月份, 监测时间点, 依据, 结论, 栏目数, 按期, 逾期, 空白, 按期率, 发布量, 上月发布量, 扣分. Lists: 栏目, 逾期栏目, 单位, 指标.
package enum CensusTemplateData {
  package static func record(of census: Census, calendar: WorkingCalendar = .national) -> TemplateRecord {
    var record = figures(of: census)
    record.add(WorkbookRecord.record(of: CensusReport.workbook(of: census, calendar: calendar)))
    return record
  }

  /// The built-in template's first draft, made of a census that has every kind of data.
  package static func draft(of census: Census) -> Workbook {
    // Days of a month are of no fixed number; the template has them in the list 每日发布.
    TemplateDraft.workbook(
      of: CensusReport.workbook(of: census), title: "网站普查工作报表模板", omitting: ["每日条数"])
  }

  /// The English names of the placeholders.
  package static let aliases: [String: String] = [
    "site": "网站", "month": "月份", "asOf": "监测时间点", "rules": "依据", "verdict": "结论", "columnCount": "栏目数",
    "onTime": "按期", "overdue": "逾期", "blank": "空白", "rate": "按期率", "items": "发布量", "itemsLastMonth": "上月发布量",
    "deducted": "扣分", "columns": "栏目", "overdueColumns": "逾期栏目", "units": "单位", "indicators": "指标",
    "days": "每日发布", "order": "序号", "path": "栏目路径", "channel": "频道", "column": "栏目名称", "class": "类别",
    "responsible": "责任单位", "update": "更新要求", "lastUpdate": "最后更新", "due": "应更新日期", "daysOver": "逾期天数",
    "state": "状态", "problems": "问题", "remarks": "备注", "unit": "单位名称", "rank": "名次",
  ]

  private static func figures(of census: Census) -> TemplateRecord {
    TemplateRecord(
      defaultList: "栏目",
      [
        ("网站", .text(census.site)), ("月份", .text(census.month.chineseText)), ("监测时间点", day(census.asOf)),
        ("依据", .text(census.rules.title)), ("结论", .text(CensusReport.scoreText(of: census))),
        ("栏目数", .number(Double(census.columns.count))),
        ("按期", .number(Double(census.count(.ok) + census.count(.due)))),
        ("逾期", .number(Double(census.count(.overdue)))),
        ("空白", .number(Double(census.count(.blank)))), ("按期率", census.onTimeRate.map { .number($0) } ?? .text("—")),
        ("发布量", census.volume.map { .number(Double($0.total)) } ?? .text("未提供数据")),
        ("上月发布量", census.volume.map { .number(Double($0.totalLastMonth)) } ?? .text("未提供数据")),
        ("扣分", .number(census.score.deducted)), ("栏目", .list(census.columns.enumerated().map(column))),
        (
          "逾期栏目",
          .list(census.columns.filter { $0.state == .overdue || $0.state == .blank }.enumerated().map(column))
        ),
        (
          "每日发布",
          .list(
            (census.volume?.days ?? []).map {
              TemplateRecord([("日期", day($0.date)), ("条数", .number(Double($0.items)))])
            })
        ),
        ("单位", .list(census.units.map(unit))), ("指标", .list(census.indicators.map(indicator))),
      ])
  }

  private static func day(_ date: CivilDate?) -> TemplateRecord.Value {
    guard let date else { return .text("") }
    let (year, month, number) = date.components
    return SheetDay(year: year, month: month, day: number).map { .day($0) } ?? .text(date.text)
  }

  private static func column(_ place: Int, _ column: ColumnResult) -> TemplateRecord {
    TemplateRecord([
      ("序号", .number(Double(place + 1))), ("栏目路径", .text(column.path.joined(separator: " / "))),
      ("频道", .text(column.path.first ?? "")), ("栏目名称", .text(column.path.last ?? "")),
      ("类别", .text(column.columnClass.chineseName)), ("责任单位", .text(column.accountable.joined(separator: "、"))),
      ("更新要求", .text(column.ruleText)), ("最后更新", day(column.lastUpdate)), ("应更新日期", day(column.dueOn?.date)),
      ("本月更新数", .number(Double(column.itemsThisMonth))), ("逾期天数", .number(Double(column.daysOver))),
      ("状态", .text(column.stateText)), ("问题", .text(column.problems.joined(separator: "、"))),
      ("备注", .text(column.remark)),
    ])
  }

  private static func unit(_ unit: UnitResult) -> TemplateRecord {
    TemplateRecord([
      ("单位名称", .text(unit.unit)), ("单位类别", .text(unit.category.chineseName)),
      ("名次", unit.rank.map { .number(Double($0)) } ?? .text("—")), ("承担栏目", .number(Double(unit.columns))),
      ("按期数", .number(Double(unit.onTime))), ("逾期数", .number(Double(unit.overdue))),
      ("空白数", .number(Double(unit.blank))),
      ("单位按期率", unit.rate.map { .number($0) } ?? .text("—")), ("本月发布", .number(Double(unit.items))),
    ])
  }

  private static func indicator(_ result: IndicatorResult) -> TemplateRecord {
    TemplateRecord([
      ("一级指标", .text(result.indicator.group)), ("二级指标", .text(result.indicator.name)),
      ("监测结果", result.value.map { .number(CensusReport.rounded($0)) } ?? .text("未提供数据")),
      ("判定标准", .text(result.indicator.standard)), ("判定", .text(result.verdict.chineseName)),
      ("指标扣分", .number(result.points)),
    ])
  }
}
