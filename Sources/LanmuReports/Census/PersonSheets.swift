import LanmuAnalysis
import LanmuWorkbook

/// Where things stand on 人工检查.
enum ManualPlace {
  static let firstRow = 3
  static let result = 3
  static let points = 6
}

extension CensusReport {
  /// 人工检查: what no input measures; the summary takes what a person writes here.
  func manualSheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.manual, title: "人工检查（\(census.month.chineseText)）",
      subtitle: "填写“结果”和“扣分”后，“普查汇总”自动更新；未填的指标不作通过处理",
      fields: [
        .init("指标", 26, OfficialStyle.body), .init("检查要点", 46, OfficialStyle.body),
        .init("抽样对象", 18, OfficialStyle.inputText),
        .init("结果", 10, OfficialStyle.inputCenter), .init("说明", 22, OfficialStyle.inputText),
        .init("证据", 18, OfficialStyle.inputText),
        .init("扣分", 7, OfficialStyle.inputCenter), .init("检查人", 9, OfficialStyle.inputText),
        .init("日期", 11, OfficialStyle.inputDate),
      ])
    for result in census.indicators where result.verdict == .unmeasured {
      let reason = result.note == "由人工检查" ? "" : "（\(result.note)）"
      list.append([
        .text("\(result.indicator.group)：\(result.indicator.name)"), .text(result.indicator.standard + reason), .empty,
        .empty, .empty,
        .empty, .empty, .empty, .empty,
      ])
    }
    if list.isEmpty {
      list.note("各项指标都已自动检查。", OfficialStyle.body)
      return list.finished(filter: false)
    }
    let rows = list.firstRow...list.lastRow
    list.edit { sheet in
      Self.offer(["未发现", "发现", "不适用"], rows: rows, column: ManualPlace.result, on: &sheet)
      sheet.validations.append(
        Validation(
          CellArea(rows: rows, columns: ManualPlace.points...ManualPlace.points), .decimal(0...100), errorTitle: "扣分",
          error: "请填0到100之间的数"))
    }
    return list.finished(filter: false)
  }

  /// 整改台账: open faults of earlier months and this month's new ones.
  func rectificationSheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.rectification, title: "整改台账（\(census.month.chineseText)）",
      subtitle: "上期未办结的自动转入；栏目已恢复更新的标为“已整改”，请复核",
      fields: [
        .init("编号", 17), .init("首次发现月", 10), .init("问题类型", 22, OfficialStyle.body), .init("对象", 34, OfficialStyle.body),
        .init("单位", 20, OfficialStyle.body), .init("时限", 11, OfficialStyle.date),
        .init("状态", 10, OfficialStyle.inputCenter),
        .init("反馈", 24, OfficialStyle.inputText), .init("复核", 10, OfficialStyle.inputText),
        .init("累计月数", 7, OfficialStyle.number),
      ])
    for item in census.rectifications {
      list.append([
        .text(item.id), .text(item.firstMonth.text), .text(item.problem), .text(item.subject),
        .text(item.units.isEmpty ? "未明确单位" : item.units.joined(separator: "、")), .date(item.dueOn),
        .text(item.status.rawValue),
        .optionalText(item.response), .empty, .count(item.months),
      ])
    }
    if list.isEmpty {
      list.note("没有待整改的问题。", OfficialStyle.body)
      return list.finished(filter: false)
    }
    let rows = list.firstRow...list.lastRow
    list.edit { sheet in
      Self.offer(Rectification.Status.allCases.map(\.rawValue), rows: rows, column: 6, on: &sheet)
      let area = CellArea(rows: rows, columns: 6...6)
      for (word, fill) in [
        ("未反馈", OfficialStyle.overdueFill), ("整改中", OfficialStyle.dueFill), ("已整改", OfficialStyle.onTimeFill),
      ] {
        sheet.conditionalFormats.append(ConditionalFormat(area, .equalsText(word, CellStyle().with { $0.fill = fill })))
      }
      sheet.conditionalFormats.append(
        ConditionalFormat(
          CellArea(rows: rows, columns: 9...9),
          .number(
            .greaterOrEqual, 3,
            CellStyle().with {
              $0.bold = true; $0.fill = OfficialStyle.overdueFill
            })))
    }
    return list.finished()
  }

  /// 年报累计: running figures for the yearly report.
  func annualSheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.annual, title: "年报累计（\(census.month.year)年1月至\(census.month.month)月）",
      subtitle: "政府网站工作年度报表中可由程序统计的项目；空格由人工填写",
      fields: [.init("项目", 38, OfficialStyle.body)] + (1...12).map { .init("\($0)月", 7, OfficialStyle.number) } + [
        .init("合计", 8, OfficialStyle.number), .init("来源", 11),
      ])
    let zero = [Int](repeating: 0, count: 12)
    func row(_ name: String, _ months: [Int]?, _ source: String) {
      let number = list.nextRow + 1
      let values = (0..<12).map { index -> CellValue in
        guard let months, index < census.month.month else { return .empty }
        return .count(months[index])
      }
      let sum = months.map { $0.prefix(census.month.month).reduce(0, +) } ?? 0
      list.append(
        [.text(name)] + values + [.formula("SUM(B\(number):M\(number))", Double(sum)), .text(source)],
        styles: months == nil ? Dictionary(uniqueKeysWithValues: (1...12).map { ($0, OfficialStyle.inputCenter) }) : [:]
      )
    }
    let classes = census.volume?.classes
    let totals = census.volume.map { volume in
      (0..<12).map { month in volume.units.reduce(volume.others[month]) { $0 + $1.months[month] } }
    }
    let published = "自动(发布)"
    row("信息发布：总数（条）", totals, published)
    row("信息发布：概况类（条）", classes.map { $0[.basics] ?? zero }, published)
    row("信息发布：政务动态（条）", classes.map { $0[.news] ?? zero }, published)
    row("信息发布：信息公开目录（条）", nil, "人工")
    row("专栏专题：信息（条）", classes.map { $0[.topics] ?? zero }, published)
    row("专栏专题：新开设数量（个）", nil, "人工")
    row("解读回应：解读信息（条）", classes.map { $0[.interpretation] ?? zero }, published)
    row("解读回应：回应热点（次）", nil, "人工")
    row("互动交流：收到留言（条）", census.letters?.receivedByMonth, "自动(信件)")
    row("互动交流：办结留言（条）", census.letters?.answeredByMonth, "自动(信件)")
    row("互动交流：征集调查（期）", classes.map { $0[.consultation] ?? zero }, published)
    row("互动交流：在线访谈（期）", classes.map { $0[.interviews] ?? zero }, published)
    for name in ["办事服务：可全程在线办理数（项）", "安全防护：检测评估次数（次）", "移动新媒体：信息发布量（条）"] { row(name, nil, "人工") }
    return list.finished(filter: false)
  }
}
