import LanmuAnalysis
import LanmuPlan
import LanmuWorkbook

extension CensusReport {
  /// 数据核对: what the inputs leave in doubt, each with file, sheet and row.
  func checkSheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.checks, title: "数据核对（\(census.month.chineseText)）", subtitle: "列出的记录都没有丢弃；“处理”一栏说明它们怎样计入",
      fields: [
        .init("类别", 22), .init("数量", 8, OfficialStyle.number), .init("内容", 46, OfficialStyle.body),
        .init("建议或处理", 40, OfficialStyle.body),
        .init("文件", 30, OfficialStyle.body), .init("工作表", 14), .init("行", 8, OfficialStyle.number),
      ])
    for text in census.contradictions {
      list.append([.text("输入互相矛盾"), .count(1), .text(text), .text("请核对两处记录"), .empty, .empty, .empty])
    }
    for note in census.readingNotes {
      list.append([
        .text("文件读取"), .count(1), .text(note.text), .text("读得出的部分照常计入，请核对原文件"),
        .optionalText(note.place.file.split(separator: "/").last.map(String.init)), .optionalText(note.place.sheet),
        note.place.row > 0 ? .count(note.place.row) : .empty,
      ])
    }
    for kind in InputProblem.Kind.allCases {
      guard let count = census.problems.counts[kind] else { continue }
      let listed = census.problems.listed.filter { $0.kind == kind }
      let more = count > listed.count ? "（列出\(listed.count)行）" : ""
      list.append(
        [
          .text(kind.chineseName), .count(count), .text("共\(count)行\(more)"), .text(kind.treatment), .empty, .empty,
          .empty,
        ],
        styles: Dictionary(
          uniqueKeysWithValues: (0...3).map {
            (
              $0,
              OfficialStyle.body.with {
                $0.bold = true; $0.fill = OfficialStyle.neutralFill
              }
            )
          }))
      for problem in listed.prefix(ProblemLog.listedOfEachKind) {
        list.append([
          .text(kind.chineseName), .count(1), .optionalText(problem.text), .empty,
          .text(problem.place.file.split(separator: "/").last.map(String.init) ?? problem.place.file),
          .optionalText(problem.place.sheet), .count(problem.place.row),
        ])
      }
    }
    for side in [UnmatchedColumn.Side.plan, .system] {
      for column in census.unmatched where column.side == side {
        list.append([
          .text(side == .plan ? "方案有而发布系统无" : "发布系统有而方案无"), .count(side == .plan ? 1 : column.items),
          .text(column.path),
          .text(column.suggestion.isEmpty ? "没有近似栏目" : "近似栏目：\(column.suggestion)，可用 --write-map 生成对照表"), .empty,
          .empty, .empty,
        ])
      }
    }
    for unit in census.unknownUnits.prefix(1000) {
      list.append([
        .text("未识别单位"), .count(unit.items), .text(unit.name), .text("不是方案中的单位；计入“方案以外的来源”"), .empty, .empty, .empty,
      ])
    }
    if list.isEmpty {
      list.note(census.volume == nil ? "未提供发布记录。" : "没有需要核对的数据。", OfficialStyle.body)
      return list.finished(filter: false)
    }
    return list.finished()
  }

  /// 参数与口径: the open book.
  func parameterSheet() -> Sheet {
    var sheet = Sheet(name: SheetTitle.parameters)
    sheet.setWidths([22, 34, 26, 40])
    sheet.showsGridlines = false
    sheet.page = PageSetup(orientation: .landscape)
    sheet.merge(CellArea(rows: 0...0, columns: 0...3), .text("参数与口径"), OfficialStyle.title)
    sheet.set(1, 0, .text("参数"), OfficialStyle.header)
    sheet.set(1, 1, .text("含义"), OfficialStyle.header)
    sheet.set(1, 2, .text("取值"), OfficialStyle.header)
    sheet.set(1, 3, .text("说明"), OfficialStyle.header)
    var row = 2
    func line(
      _ name: String, _ meaning: String, _ value: CellValue, _ note: String, _ style: CellStyle = OfficialStyle.center
    ) {
      sheet.set(row, 0, .text(name), OfficialStyle.body)
      sheet.set(row, 1, .text(meaning), OfficialStyle.body)
      sheet.set(row, 2, value, style)
      sheet.set(row, 3, .optionalText(note), OfficialStyle.body)
      row += 1
    }
    let parameters = census.rules.parameters
    line("监测时间点", "各项期限从这一天往回算", .date(census.asOf), "改动此格，各表状态和汇总随之重算（程序另行统计的数不变）", OfficialStyle.date)
    line("报告期", "普查月份", .text(census.month.text), "")
    line("规则", "判定依据", .text(census.rules.name), census.rules.title + "，" + census.rules.source)
    line("导出起始日", "发布记录自此日起完整", .text(census.recordsSince?.text ?? "未声明"), "未声明时不判定空白，只列“期内无发布”")
    line("长期未更新", "逾期且最后更新早于几个月前", .count(parameters.longStaleMonths), "“长期未更新”没有统一的数，采用本参数；空白栏目计入")
    line("预警", "距到期几天之内", .count(parameters.amberDays), "或期限的最后五分之一；不超过期限的一半；按年的为最后一个季度")
    line("满分与及格", "", .text("\(Self.literal(census.rules.full))／\(Self.literal(census.rules.pass))"), "")
    line("征集访谈", "一年应有次数", .count(parameters.activitiesPerYear), "")
    line(
      "首页栏目", "", .text(parameters.homeColumns.isEmpty ? "未设" : "\(parameters.homeColumns.count)个"),
      parameters.homeColumns.joined(separator: "；"))
    line(
      "豁免栏目", "", .text(parameters.exempt.isEmpty ? "未设" : "\(parameters.exempt.count)个"),
      parameters.exempt.joined(separator: "；"))
    line(
      "节假日", "工作日历", .text("\(calendar.announced.lowerBound.year)—\(calendar.announced.upperBound.year)年"),
      "国务院办公厅历年通知；此后各年暂按周一至周五计")
    row += 1
    definitions(&sheet, &row)
    ruleList(&sheet, &row)
    matchList(&sheet, &row)
    sheet.page.repeatedRows = 0...0
    return sheet
  }

  private func definitions(_ sheet: inout Sheet, _ row: inout Int) {
    sheet.merge(CellArea(rows: row...row, columns: 0...3), .text("口径"), OfficialStyle.heading)
    row += 1
    let texts = [
      ("期限", "滚动期限从监测时间点按日历往回数；月份对日，月末不足取月末。到期日为仍按期的最后一天。"),
      ("周期", "每周为周一至周日，每月、每季、每年为自然周期；上一个完整周期没有信息、此后也没有的为逾期；每天按工作日计。"),
      (
        "国办期限",
        census.rules.windows.map {
          "\($0.classes.map(\.chineseName).joined(separator: "、")) \($0.within.count)\($0.within.unit == .month ? "个月" : Self.unitName($0.within))"
        }.joined(separator: "；") + "。与方案期限分别判定。"
      ),
      ("无日期的信息", "没有发布日期的信息视为未更新。"),
      ("空白", "在声明的完整导出期内没有任何信息的栏目。"),
      ("不适用", "方案没有给出日历期限：按需、待确认、方案未定、按可用性、按件计时。"),
      ("责任", "逾期记在责任单位名下；没有责任单位的记在牵头单位名下；配合单位不计。各镇、各部门等组内有人更新即为按期。"),
      ("未提供数据", "没有相应输入的指标，不作通过处理，也不出总分。"),
    ]
    for (name, text) in texts {
      sheet.set(row, 0, .text(name), OfficialStyle.body)
      sheet.merge(CellArea(rows: row...row, columns: 1...3), .text(text), OfficialStyle.body)
      row += 1
    }
    row += 1
  }

  /// How each phrase of the plan was read.
  private func ruleList(_ sheet: inout Sheet, _ row: inout Int) {
    sheet.merge(CellArea(rows: row...row, columns: 0...3), .text("更新要求的读法"), OfficialStyle.heading)
    row += 1
    for (column, name) in ["规则", "更新要求（原文）", "栏目数", "读作"].enumerated() {
      sheet.set(row, column, .text(name), OfficialStyle.header)
    }
    row += 1
    var order: [String] = []
    var groups: [String: [ColumnResult]] = [:]
    for column in census.columns {
      if groups[column.ruleText] == nil { order.append(column.ruleText) }
      groups[column.ruleText, default: []].append(column)
    }
    for text in order {
      guard let own = groups[text], let first = own.first else { continue }
      let shape = RuleShape(first)
      let unit = shape.unit == "月" ? "个月" : shape.unit
      let number = shape.count.map { "\($0)\(unit)" } ?? ""
      sheet.set(row, 0, .text(shape.mode), OfficialStyle.center)
      sheet.set(row, 1, .text(text.isEmpty ? "（空）" : text), OfficialStyle.body)
      sheet.set(row, 2, .count(own.count), OfficialStyle.number)
      sheet.set(row, 3, .text(number.isEmpty ? shape.mode : shape.mode + "：" + number), OfficialStyle.body)
      row += 1
    }
    row += 1
  }

  /// Which column of the content system was taken for which of the plan's, where the two are not spelled alike.
  private func matchList(_ sheet: inout Sheet, _ row: inout Int) {
    let inexact = census.matches.filter { $0.way != "路径一致" }
    sheet.merge(
      CellArea(rows: row...row, columns: 0...3),
      .text("栏目对应：\(census.matches.count)个，其中路径一致\(census.matches.count - inexact.count)个，其余如下，请核对"),
      OfficialStyle.heading)
    row += 1
    guard !inexact.isEmpty else { return }
    for (column, name) in ["对应方式", "发布系统栏目", "单位", "方案栏目"].enumerated() {
      sheet.set(row, column, .text(name), OfficialStyle.header)
    }
    row += 1
    for match in inexact.prefix(3000) {
      sheet.set(row, 0, .text(match.way), OfficialStyle.center)
      sheet.set(row, 1, .text(match.systemPath), OfficialStyle.body)
      sheet.set(row, 2, .optionalText(match.unit), OfficialStyle.body)
      sheet.set(row, 3, .text(match.path), OfficialStyle.body)
      row += 1
    }
  }
}
