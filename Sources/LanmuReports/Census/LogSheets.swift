import LanmuAnalysis
import LanmuWorkbook

/// Where things stand on 互动回应.
private enum LetterPlace {
  static let firstUnitRow = 3
  static let receivedInYear = 12
}

extension CensusReport {
  /// 互动回应: letters by unit, then those that are open or were late.
  func letterSheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.letters, title: "互动回应（\(census.month.chineseText)）",
      subtitle: "来源：自动(信件)　统计截至\(census.asOf.text)；按期＝在答复时限内答复，超期含到期未答",
      fields: [
        .init("单位", 22, OfficialStyle.body), .init("上月结转", 8, OfficialStyle.number),
        .init("本月受理", 8, OfficialStyle.number),
        .init("已答复", 8, OfficialStyle.number), .init("按期", 8, OfficialStyle.number),
        .init("超期", 8, OfficialStyle.number),
        .init("在办", 8, OfficialStyle.number), .init("答复率", 11, OfficialStyle.percent),
        .init("按期率", 9, OfficialStyle.percent),
        .init("平均用时\n（工作日）", 11, OfficialStyle.decimal), .init("最长未答天数", 9, OfficialStyle.number),
        .init("超3个月", 8, OfficialStyle.number), .init("近一年来信", 8, OfficialStyle.number),
      ])
    guard let letters = census.letters else {
      list.note("未提供信件记录。", OfficialStyle.body)
      return list.finished(filter: false)
    }
    for entry in letters.units { letterRow(entry.unit, entry.counts, &list) }
    let rows = letters.units.isEmpty ? nil : Optional(list.firstRow...list.lastRow)
    // Without units the sum would stand in the first of the rows that it adds up.
    func sum(_ column: Int, _ value: Int) -> CellValue {
      guard let rows else { return .count(value) }
      return .formula("SUM(\(CellArea(rows: rows, columns: column...column).reference()))", Double(value))
    }
    let total = letters.total
    let row = list.nextRow
    list.append([
      .text("合计"), sum(1, total.carried), sum(2, total.received), sum(3, total.answered), sum(4, total.onTime),
      sum(5, total.late), sum(6, total.open), Self.answerRate(total, row: row), Self.onTimeRate(total, row: row),
      total.averageWorkingDays.map(CellValue.number) ?? .text("—"), .count(total.longestOpenDays),
      sum(11, total.overThreeMonths), sum(LetterPlace.receivedInYear, total.receivedInYear),
    ])
    if !total.hasLimit { list.note("方案和规则未设答复时限，按期率不计。") }
    let hidden = letters.items.count - min(letters.items.count, 2000)
    list.skipRow()
    let heading = list.nextRow
    let fields = ["编号", "栏目", "收到", "应答", "答复", "用时\n（工作日）", "状态"]
    let columns = [0, 1, 4, 5, 6, 7, 8]
    list.edit { sheet in
      sheet.merge(CellArea(rows: heading...heading, columns: 0...11), .text("在办和超期的信件"), OfficialStyle.heading)
      for (column, name) in zip(columns, fields) { sheet.set(heading + 1, column, .text(name), OfficialStyle.header) }
      sheet.merge(CellArea(rows: heading + 1...heading + 1, columns: 1...3), .text("栏目"), OfficialStyle.header)
      sheet.merge(CellArea(rows: heading + 1...heading + 1, columns: 8...9), .text("状态"), OfficialStyle.header)
      sheet.merge(CellArea(rows: heading + 1...heading + 1, columns: 10...11), .text("单位"), OfficialStyle.header)
      for (offset, item) in letters.items.prefix(2000).enumerated() {
        let row = heading + 2 + offset
        sheet.set(row, 0, .optionalText(item.number), OfficialStyle.center)
        sheet.merge(
          CellArea(rows: row...row, columns: 1...3), .optionalText(item.title.isEmpty ? item.column : item.title),
          OfficialStyle.body)
        sheet.set(row, 4, .date(item.received), OfficialStyle.date)
        sheet.set(row, 5, .date(item.due), OfficialStyle.date)
        sheet.set(row, 6, .date(item.answered), OfficialStyle.date)
        sheet.set(row, 7, .count(item.workingDays), OfficialStyle.number)
        sheet.merge(CellArea(rows: row...row, columns: 8...9), .text(item.status), OfficialStyle.center)
        sheet.merge(CellArea(rows: row...row, columns: 10...11), .text(item.unit), OfficialStyle.body)
      }
      if !letters.items.isEmpty {
        let area = CellArea(rows: heading + 2...heading + 1 + min(letters.items.count, 2000), columns: 8...8)
        sheet.conditionalFormats.append(
          ConditionalFormat(
            area,
            .equalsText(
              "超3个月未答",
              CellStyle().with {
                $0.fill = OfficialStyle.overdueFill; $0.bold = true
              })))
      }
      for column in [4, 5, 6] { sheet.setWidth(11, columns: column...column) }
    }
    for _ in 0..<(2 + min(letters.items.count, 2000)) { list.skipRow() }
    if hidden > 0 { list.note("另有\(hidden)件未列出。") }
    return list.finished(filter: false)
  }

  private func letterRow(_ unit: String, _ counts: LetterCounts, _ list: inout ListSheet) {
    let row = list.nextRow
    list.append([
      .text(unit), .count(counts.carried), .count(counts.received), .count(counts.answered),
      counts.hasLimit ? .count(counts.onTime) : .text("—"), counts.hasLimit ? .count(counts.late) : .text("—"),
      .count(counts.open), Self.answerRate(counts, row: row), Self.onTimeRate(counts, row: row),
      counts.averageWorkingDays.map(CellValue.number) ?? .text("—"), .count(counts.longestOpenDays),
      .count(counts.overThreeMonths), .count(counts.receivedInYear),
    ])
  }

  private static func answerRate(_ counts: LetterCounts, row: Int) -> CellValue {
    let number = String(row + 1)
    let expression = "IF(B\(number)+C\(number)=0,\"—\",D\(number)/(B\(number)+C\(number)))"
    return counts.answerRate.map { .formula(expression, $0) } ?? .formula(expression, "—")
  }

  private static func onTimeRate(_ counts: LetterCounts, row: Int) -> CellValue {
    let number = String(row + 1)
    let expression = "IF(N(E\(number))+N(F\(number))=0,\"—\",N(E\(number))/(N(E\(number))+N(F\(number))))"
    return counts.onTimeRate.map { .formula(expression, $0) } ?? .formula(expression, "—")
  }

  /// Letters over three months on 互动回应; only while all of them are listed.
  var letterExpression: String? {
    guard let letters = census.letters, letters.items.count <= 2000 else { return nil }
    let first = Self.letterListRow(letters)
    let rows = first...first + max(letters.items.count, 1) - 1
    func range(_ column: Int) -> String {
      CellArea(rows: rows, columns: column...column).reference(inSheet: SheetTitle.letters)
    }
    return "COUNTIFS(\(range(8)),\"超3个月未答\",\(range(4)),\">\"&EDATE(\(Self.monitoringDay),-12))"
  }

  /// Letters of the last year: the sum over the units on 互动回应.
  var lettersInYearExpression: String? {
    guard let letters = census.letters, !letters.units.isEmpty else { return nil }
    let row = LetterPlace.firstUnitRow + letters.units.count
    return CellArea(row: row, column: LetterPlace.receivedInYear).reference(inSheet: SheetTitle.letters)
  }

  private static func letterListRow(_ letters: LetterReport) -> Int {
    LetterPlace.firstUnitRow + letters.units.count + 1 + (letters.total.hasLimit ? 0 : 1) + 1 + 2
  }

  /// 征集访谈: the activities of the last year against the number due.
  func activitySheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.activities, title: "征集访谈（近一年，截至\(census.asOf.text)）",
      subtitle: "来源：自动(发布)　开始、结束和结果公布日期导出中没有，由人工填写",
      fields: [
        .init("序号", 6), .init("类型", 10), .init("主题", 44, OfficialStyle.body), .init("单位", 20, OfficialStyle.body),
        .init("发布日期", 11, OfficialStyle.date), .init("开始", 11, OfficialStyle.inputDate),
        .init("结束", 11, OfficialStyle.inputDate),
        .init("结果公布", 11, OfficialStyle.inputDate), .init("间隔天数", 9, OfficialStyle.number),
      ])
    for (index, activity) in census.activities.enumerated() {
      let row = list.nextRow + 1
      list.append([
        .count(index + 1), .text(activity.columnClass.chineseName), .text(activity.title), .optionalText(activity.unit),
        .date(activity.published), .empty, .empty, .empty,
        .formula("IF(OR(G\(row)=\"\",H\(row)=\"\"),\"\",H\(row)-G\(row))", ""),
      ])
    }
    if list.isEmpty { list.note(census.volume == nil ? "未提供发布记录。" : "近一年没有征集调查和在线访谈。", OfficialStyle.body) }
    let last = list.lastRow
    let isEmpty = census.activities.isEmpty
    list.skipRow()
    let due = census.rules.parameters.activitiesPerYear
    for columnClass in [ColumnClass.consultation, .interviews] {
      let own = census.activities.filter { $0.columnClass == columnClass }
      let sinceJanuary = own.count { $0.published.year == census.month.year }
      let pace = (due * census.month.month + 11) / 12
      list.note(
        "\(columnClass.chineseName)：近一年\(own.count)次，要求\(due)次；今年\(sinceJanuary)次，按进度应有\(pace)次（仅供参考）。",
        OfficialStyle.body)
    }
    return list.finished(filter: !isEmpty, until: last)
  }

  func activityExpression(_ columnClass: ColumnClass) -> String? {
    guard !census.activities.isEmpty else { return nil }
    let area = CellArea(rows: 3...2 + census.activities.count, columns: 1...1).reference(inSheet: SheetTitle.activities)
    return "COUNTIF(\(area),\"\(columnClass.chineseName)\")"
  }

  /// 站点可用性: probes by day, with the share of failures over a week.
  func probeSheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.probes, title: "站点可用性", subtitle: "来源：自动(探测)　一日探测不足20次的不符合普查要求；7日失败率3%预警，5%否决",
      fields: [
        .init("日期", 12, OfficialStyle.date), .init("次数", 8, OfficialStyle.number), .init("失败", 8, OfficialStyle.number),
        .init("失败率", 9, OfficialStyle.percent), .init("7日滚动失败率", 12, OfficialStyle.percent),
        .init("最长耗时（秒）", 11, OfficialStyle.decimal), .init("3%线", 7, OfficialStyle.percent),
        .init("5%线", 7, OfficialStyle.percent),
        .init("提示", 26, OfficialStyle.body),
      ])
    guard let probes = census.probes, !probes.isEmpty else {
      list.note("未提供探测记录。", OfficialStyle.body)
      return list.finished(filter: false)
    }
    for probe in probes {
      let number = list.nextRow + 1
      let rows = list.firstRow + 1...list.firstRow + probes.count
      let dates = "$A$\(rows.lowerBound):$A$\(rows.upperBound)"
      func sum(_ column: String) -> String {
        "SUMIFS($\(column)$\(rows.lowerBound):$\(column)$\(rows.upperBound),\(dates),\"<=\"&A\(number),\(dates),\">\"&A\(number)-7)"
      }
      list.append([
        .date(probe.date), .count(probe.probes), .count(probe.failures),
        .formula(
          "IF(B\(number)=0,0,C\(number)/B\(number))",
          probe.probes == 0 ? 0 : Double(probe.failures) / Double(probe.probes)),
        .formula("IF(\(sum("B"))=0,0,\(sum("C"))/\(sum("B")))", probe.weekShare), .number(probe.longest), .number(0.03),
        .number(0.05),
        .optionalText(probe.isEnough ? "" : "仅\(probe.probes)次，不足20次"),
      ])
    }
    let last = list.lastRow
    let rows = list.firstRow...last
    list.edit { sheet in
      func source(_ column: Int) -> Chart.Source {
        .init(sheet: SheetTitle.probes, area: CellArea(rows: rows, columns: column...column))
      }
      let chart = Chart(
        .line, title: "7日滚动失败率",
        series: [
          .init(name: "7日滚动失败率", categories: source(0), values: source(4), color: Color(0x2F5597)),
          .init(
            name: "3%预警", categories: source(0), values: source(6), color: Color(0xBF9000), hasMarkers: false,
            isDashed: true),
          .init(name: "5%否决", categories: source(0), values: source(7), color: Color(0xC00000), hasMarkers: false),
        ], categoryAxis: .init(numberFormat: "mm-dd"), valueAxis: .init(minimum: 0, numberFormat: "0%"))
      sheet.charts.append(PlacedChart(chart, row: last + 2, column: 0, width: 720, height: 280, altText: "7日滚动失败率折线图"))
      sheet.conditionalFormats.append(
        ConditionalFormat(
          CellArea(rows: rows, columns: 4...4),
          .number(
            .greaterOrEqual, 0.05,
            CellStyle().with {
              $0.fill = OfficialStyle.overdueFill; $0.bold = true
            }), stopsIfTrue: true))
      sheet.conditionalFormats.append(
        ConditionalFormat(
          CellArea(rows: rows, columns: 4...4),
          .number(.greaterOrEqual, 0.03, CellStyle().with { $0.fill = OfficialStyle.dueFill })))
    }
    for _ in 0..<18 { list.skipRow() }
    return list.finished(until: last)
  }

  var probeExpression: String? {
    guard let probes = census.probes, !probes.isEmpty else { return nil }
    let rows = 3...2 + probes.count
    func range(_ column: Int) -> String {
      CellArea(rows: rows, columns: column...column).reference(inSheet: SheetTitle.probes)
    }
    func sum(_ column: Int) -> String { "SUMIFS(\(range(column)),\(range(0)),\">\"&\(Self.monitoringDay)-7)" }
    return "100*\(sum(2))/\(sum(1))"
  }

  /// 不可用链接: certain ones and suspected ones.
  func linkSheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.links, title: "不可用链接", subtitle: "来源：自动(链接)　404、410为不可用；其余返回码在第二个检查日再次出现才算不可用，此前列为疑似",
      fields: [
        .init("序号", 5), .init("位置", 7), .init("类型", 8), .init("链接文字", 22, OfficialStyle.body),
        .init("地址", 36, OfficialStyle.body),
        .init("所在页面", 28, OfficialStyle.body), .init("栏目", 20, OfficialStyle.body),
        .init("责任单位", 16, OfficialStyle.body),
        .init("返回码", 8), .init("发现日期", 11, OfficialStyle.date), .init("检查日数", 7, OfficialStyle.number), .init("判定", 8),
        .init("扣分", 7, OfficialStyle.decimal),
      ])
    guard let links = census.links else {
      list.note("未提供链接检查记录。", OfficialStyle.body)
      return list.finished(filter: false)
    }
    for (index, link) in links.prefix(20_000).enumerated() {
      let number = list.nextRow + 1
      let points = link.isDead ? (link.isOnHomePage ? 1 : 0.1) : 0
      list.append([
        .count(index + 1), .text(link.isOnHomePage ? "首页" : "其他"), .optionalText(link.kind), .optionalText(link.text),
        .text(link.address), .optionalText(link.page), .optionalText(link.column), .optionalText(link.unit),
        .text(link.code),
        .date(link.found), .count(link.days), .text(link.isDead ? "不可用" : "疑似"),
        .formula("IF(L\(number)=\"不可用\",IF(B\(number)=\"首页\",1,0.1),0)", points),
      ])
    }
    if list.isEmpty {
      list.note("检查记录中没有不可用链接。", OfficialStyle.body)
      return list.finished(filter: false)
    }
    let firstRow = list.firstRow
    let lastRow = list.lastRow
    list.edit { sheet in
      sheet.conditionalFormats.append(
        ConditionalFormat(
          CellArea(rows: firstRow...lastRow, columns: 11...11),
          .equalsText("不可用", CellStyle().with { $0.fill = OfficialStyle.overdueFill })))
    }
    return list.finished()
  }

  func linkCount(position: String) -> String? {
    guard let links = census.links, !links.isEmpty, links.count <= 20_000 else { return nil }
    func range(_ column: Int) -> String {
      CellArea(rows: 3...2 + links.count, columns: column...column).reference(inSheet: SheetTitle.links)
    }
    return "COUNTIFS(\(range(1)),\"\(position)\",\(range(11)),\"不可用\")"
  }

  /// 公开时限: items with a date of origin against their deadline in working days.
  func supplySheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.supplies, title: "公开时限（\(census.month.chineseText)）",
      subtitle: "来源：自动(发布)　本月发布而没有形成日期的\(census.itemsWithoutEvent)条，无法判定，不计为超期；工作日见“日历”",
      fields: [
        .init("序号", 5), .init("标题", 40, OfficialStyle.body), .init("栏目", 26, OfficialStyle.body),
        .init("单位", 18, OfficialStyle.body),
        .init("形成或印发日期", 11, OfficialStyle.date), .init("时限", 10), .init("应发布日期", 11, OfficialStyle.date),
        .init("实际发布", 11, OfficialStyle.date), .init("超期工作日", 8, OfficialStyle.number), .init("结果", 9),
      ])
    for (index, item) in census.supplies.prefix(20_000).enumerated() {
      let number = list.nextRow + 1
      let late = elapsed(from: "G\(number)", to: "H\(number)")
      let isKnown = item.due.map { inCalendar($0.date) && inCalendar(item.published) } ?? false
      list.append([
        .count(index + 1), .text(item.title), .text(item.column), .optionalText(item.unit), .date(item.event),
        .optionalText(item.limit),
        due(item, number: number), .date(item.published),
        item.due == nil
          ? .text("—")
          : isKnown ? .formula("MAX(0,\(late))", Double(item.workingDaysLate)) : .count(item.workingDaysLate),
        item.due == nil
          ? .text("无时限规定")
          : .formula(
            "IF(H\(number)>G\(number),\"超期\",\"按期\")", item.published > (item.due?.date ?? item.published) ? "超期" : "按期"
          ),
      ])
    }
    if list.isEmpty {
      list.note("发布记录中没有形成或印发日期，无法判定公开时限。", OfficialStyle.body)
      return list.finished(filter: false)
    }
    let firstRow = list.firstRow
    let lastRow = list.lastRow
    list.edit { sheet in
      sheet.conditionalFormats.append(
        ConditionalFormat(
          CellArea(rows: firstRow...lastRow, columns: 9...9),
          .equalsText("超期", CellStyle().with { $0.fill = OfficialStyle.overdueFill })))
    }
    return list.finished()
  }

  private func due(_ item: SupplyResult, number: Int) -> CellValue {
    guard let due = item.due else { return .text("—") }
    let digits = item.limit.prefix { $0.isASCII && $0.isNumber }
    guard item.limit.hasSuffix("个工作日"), inCalendar(item.event), inCalendar(due.date) else { return .date(due.date) }
    return .formula(deadline(from: "E\(number)", workingDays: String(digits)), due.date)
  }
}
