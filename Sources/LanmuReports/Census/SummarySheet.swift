import LanmuAnalysis
import LanmuWorkbook

/// Where things stand on 普查汇总.
enum SummaryPlace {
  static let firstRow = 3
  static let value = 2
  static let verdict = 4
  static let points = 5
}

extension CensusReport {
  /// Unmeasured indicators have a row on 人工检查, from which the summary takes what a person writes there.
  var manualRows: [String: Int] {
    var rows: [String: Int] = [:]
    for (place, result) in census.indicators.filter({ $0.verdict == .unmeasured }).enumerated() {
      rows[result.indicator.code] = ManualPlace.firstRow + place
    }
    return rows
  }

  var totalRow: Int { SummaryPlace.firstRow + census.indicators.count }

  /// 普查汇总: one page for the notice.
  func summarySheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.summary, title: "普查汇总（\(census.month.chineseText)）",
      subtitle: "依据：\(census.rules.title)（\(census.rules.source)）　监测时间点：\(census.asOf.text)",
      fields: [
        .init("一级指标", 13, OfficialStyle.body), .init("二级指标", 27, OfficialStyle.body), .init("监测结果", 12),
        .init("判定标准", 44, OfficialStyle.body), .init("判定", 10), .init("扣分", 8, OfficialStyle.decimal), .init("上月", 9),
        .init("来源", 11), .init("明细表", 17, OfficialStyle.link),
      ])
    let manual = manualRows
    for result in census.indicators {
      let row = list.nextRow
      let target = detail(of: result)
      list.append(
        [
          .text(result.indicator.group), .text(result.indicator.name), value(result), .text(result.indicator.standard),
          verdict(result, row: row, manualRow: manual[result.indicator.code]),
          points(result, row: row, manualRow: manual[result.indicator.code]), previousValue(result),
          .text(result.value == nil ? "人工" : result.indicator.measure?.source ?? "人工"), .text(target.sheet),
        ], styles: [2: result.indicator.measure == .probeFailurePercent ? Self.twoDecimals : OfficialStyle.number])
      list.edit {
        $0.links.append(Hyperlink(row: row, column: 8, .cell(sheet: target.sheet, row: target.row, column: 0)))
      }
    }
    let rows = list.firstRow...max(list.lastRow, list.firstRow)
    totals(rows, &list)
    list.edit { sheet in
      let verdicts = CellArea(rows: rows, columns: SummaryPlace.verdict...SummaryPlace.verdict)
      for (word, fill) in [
        ("单项否决", OfficialStyle.overdueFill), ("扣分", Color(0xF8CBAD)), ("预警", OfficialStyle.dueFill),
        ("通过", OfficialStyle.onTimeFill), ("加分", OfficialStyle.onTimeFill), ("待人工", OfficialStyle.openFill),
      ] {
        sheet.conditionalFormats.append(
          ConditionalFormat(
            verdicts,
            .equalsText(
              word,
              CellStyle().with {
                $0.fill = fill; $0.bold = word == "单项否决"
              })))
      }
    }
    trend(&list)
    list.edit { $0.page.pagesTall = 1 }
    return list.finished(filter: false)
  }

  private static let twoDecimals = OfficialStyle.center.with { $0.numberFormat = "0.00" }

  private func value(_ result: IndicatorResult) -> CellValue {
    guard let value = result.value else { return .text("未提供数据") }
    guard let expression = expression(of: result.indicator.measure, value: value) else {
      return .number(Self.rounded(value))
    }
    return .formula(expression, value)
  }

  static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// A measure as a formula over the rows of its sheet; `nil` where no sheet has them all.
  private func expression(of measure: Measure?, value: Double) -> String? {
    let national = ledger.range(.national)
    let classes = ledger.range(.columnClass)
    func stale(_ names: [ColumnClass]) -> String {
      names.flatMap { name in
        ["逾期", "空白"].map { "COUNTIFS(\(classes),\"\(name.chineseName)\",\(national),\"\($0)\")" }
      }.joined(separator: "+")
    }
    switch measure {
    case .staleNewsAndNotices: return stale([.news, .notices, .policies])
    case .staleNews: return stale([.news])
    case .staleNotices: return stale([.notices, .policies])
    case .staleYearly: return stale([.personnel, .plans])
    case .longStale: return "SUM(\(ledger.range(.isLongStale)))"
    case .blank: return "SUM(\(ledger.range(.isBlank)))"
    case .overdue: return "COUNTIF(\(ledger.range(.state)),\"逾期\")"
    case .deadHomeLinks: return linkCount(position: "首页")
    case .deadOtherLinks: return linkCount(position: "其他")
    case .probeFailurePercent: return probeExpression
    case .lettersOverThreeMonths: return letterExpression
    case .interviewsInYear: return activityExpression(.interviews)
    case .consultationsInYear: return activityExpression(.consultation)
    case .homeItems:
      return census.columns.reduce(0) { $0 + ($1.itemsOnHomePage ?? 0) } == Int(value)
        ? "SUM(\(ledger.range(.onHomePage)))" : nil
    case .daysSinceStatistics:
      return
        "\(Self.monitoringDay)-SUMPRODUCT(MAX((\(classes)=\"\(ColumnClass.statistics.chineseName)\")*\(ledger.range(.last))))"
    case .staleNewsAndFirstLevelNotices: return stale([.news]) + "+SUM(\(ledger.range(.branchFault)))"
    case .lettersInYear: return lettersInYearExpression
    case nil: return nil
    }
  }

  private func verdict(_ result: IndicatorResult, row: Int, manualRow: Int?) -> CellValue {
    let indicator = result.indicator
    let fault = indicator.kind == .veto ? "单项否决" : indicator.kind == .bonus ? "加分" : "扣分"
    if let manualRow {
      let found = CellArea(row: manualRow, column: ManualPlace.result).reference(inSheet: SheetTitle.manual)
      return .formula("IF(\(found)=\"\",\"待人工\",IF(\(found)=\"发现\",\"\(fault)\",\"通过\"))", "待人工")
    }
    let value = "$" + CellArea.letters(ofColumn: SummaryPlace.value) + String(row + 1)
    let applies = Self.condition(indicator, value)
    var otherwise = "\"通过\""
    if let warnAt = indicator.warnAt {
      let sign = indicator.comparison == .atLeast || indicator.comparison == .moreThan ? ">=" : "<="
      otherwise = "IF(\(value)\(sign)\(Self.literal(warnAt)),\"预警\",\"通过\")"
    }
    let word = indicator.kind == .veto || indicator.points > 0 ? fault : "通过"
    return .formula("IF(\(applies),\"\(word)\",\(otherwise))", result.verdict.chineseName)
  }

  private func points(_ result: IndicatorResult, row: Int, manualRow: Int?) -> CellValue {
    if result.indicator.kind == .veto { return .text("—") }
    if let manualRow {
      let cell = CellArea(row: manualRow, column: ManualPlace.points).reference(inSheet: SheetTitle.manual)
      return .formula("N(\(cell))", 0)
    }
    let value = "$" + CellArea.letters(ofColumn: SummaryPlace.value) + String(row + 1)
    let indicator = result.indicator
    var sum = indicator.perUnit ? "\(Self.literal(indicator.points))*INT(\(value))" : Self.literal(indicator.points)
    if let cap = indicator.cap { sum = "MIN(\(Self.literal(cap)),\(sum))" }
    return .formula("IF(\(Self.condition(indicator, value)),\(sum),0)", result.points)
  }

  private static func condition(_ indicator: Indicator, _ value: String) -> String {
    let sign =
      switch indicator.comparison {
      case .atLeast: ">="
      case .moreThan: ">"
      case .atMost: "<="
      case .below: "<"
      }
    let limit = "\(value)\(sign)\(literal(indicator.limit))"
    guard let exceeding = indicator.exceeding else { return limit }
    return "AND(\(value)>\(literal(exceeding)),\(limit))"
  }

  static func literal(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return String(number)
  }

  private func previousValue(_ result: IndicatorResult) -> CellValue {
    guard let previous = census.previous?.indicators[result.indicator.code] else { return .text("—") }
    return .number(Self.rounded(previous))
  }

  private func detail(of result: IndicatorResult) -> (sheet: String, row: Int) {
    guard let measure = result.indicator.measure, result.value != nil else {
      return (SheetTitle.manual, manualRows[result.indicator.code] ?? 0)
    }
    switch measure {
    case .probeFailurePercent: return (SheetTitle.probes, 0)
    case .blank: return (SheetTitle.blank, 0)
    case .staleNews, .staleNotices, .staleYearly, .staleNewsAndNotices, .staleNewsAndFirstLevelNotices, .longStale,
      .overdue:
      return (SheetTitle.overdue, 0)
    case .lettersInYear, .lettersOverThreeMonths: return (SheetTitle.letters, 0)
    case .deadHomeLinks, .deadOtherLinks: return (SheetTitle.links, 0)
    case .consultationsInYear, .interviewsInYear: return (SheetTitle.activities, 0)
    case .homeItems: return (SheetTitle.parameters, 0)
    case .daysSinceStatistics: return (SheetTitle.ledger, 0)
    }
  }

  private func totals(_ rows: ClosedRange<Int>, _ list: inout ListSheet) {
    let verdicts = CellArea(rows: rows, columns: SummaryPlace.verdict...SummaryPlace.verdict).reference(absolute: true)
    let score = census.score
    let deductions = census.indicators.enumerated().filter { $0.element.indicator.kind == .deduction }.map {
      SummaryPlace.firstRow + $0.offset
    }
    let areas = Self.runs(deductions).map {
      CellArea(rows: $0, columns: SummaryPlace.points...SummaryPlace.points).reference()
    }
    let row = list.nextRow
    let style = OfficialStyle.total.with { $0.borders = .all(.thin) }
    let sum = areas.isEmpty ? CellValue.number(0) : .formula("SUM(\(areas.joined(separator: ",")))", score.deducted)
    list.append(
      [.text("合计扣分"), .empty, .empty, .empty, .empty, sum, previousDeduction, .empty, .empty],
      styles: Dictionary(
        uniqueKeysWithValues: (0...8).map { ($0, $0 == 5 || $0 == 6 ? style.with { $0.numberFormat = "0.0" } : style) })
    )
    let cell = CellArea.reference(row: row, column: SummaryPlace.points)
    let expression =
      "IF(COUNTIF(\(verdicts),\"单项否决\")>0,\"不合格（单项否决\"&COUNTIF(\(verdicts),\"单项否决\")&\"项）\","
      + "IF(COUNTIF(\(verdicts),\"待人工\")>0,\"自动部分扣分\"&TEXT(\(cell),\"0.0\")&\"分，人工待填\"&COUNTIF(\(verdicts),\"待人工\")&\"项\","
      + "TEXT(MAX(0,\(Self.literal(census.rules.full))-\(cell)),\"0.0\")&\"分\"))"
    list.append(
      [.text("得分"), .empty, .formula(expression, scoreText), .empty, .empty, .empty, .empty, .empty, .empty],
      styles: Dictionary(uniqueKeysWithValues: (0...8).map { ($0, style) }))
    list.edit { sheet in
      sheet.merge(CellArea(rows: row...row, columns: 0...4), .text("合计扣分"), style)
      sheet.merge(CellArea(rows: row + 1...row + 1, columns: 0...1), .text("得分"), style)
      sheet.merge(CellArea(rows: row + 1...row + 1, columns: 2...8), .formula(expression, scoreText), style)
    }
  }

  /// The score in words: an incomplete total is never printed as complete.
  var scoreText: String { Self.scoreText(of: census) }

  static func scoreText(of census: Census) -> String {
    let score = census.score
    let vetoes = census.indicators.count { $0.verdict == .vetoed }
    if vetoes > 0 { return "不合格（单项否决\(vetoes)项）" }
    if !score.unmeasured.isEmpty { return "自动部分扣分\(Self.fixed(score.deducted))分，人工待填\(score.unmeasured.count)项" }
    return "\(Self.fixed(score.points))分"
  }

  /// A number with one decimal.
  static func fixed(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// Last month's deductions, as far as they stand for the same indicators as this month's.
  var previousDeduction: CellValue {
    guard let last = census.previous?.trend.last else { return .text("—") }
    return isComparable(last) ? .number(last.deducted) : .text("不可比")
  }

  func isComparable(_ point: TrendPoint) -> Bool { census.trend.last.map { point.compares(with: $0) } ?? true }

  /// Numbers that follow each other, as spans.
  static func runs(_ numbers: [Int]) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = result.last, last.upperBound + 1 == number {
        result[result.count - 1] = last.lowerBound...number
      } else {
        result.append(number...number)
      }
    }
    return result
  }

  /// The months so far: deductions, overdue and blank columns.
  private func trend(_ list: inout ListSheet) {
    list.skipRow()
    let top = list.nextRow
    let points = census.trend
    list.edit { sheet in
      sheet.merge(CellArea(rows: top...top, columns: 0...3), .text("近12个月"), OfficialStyle.heading)
      for (column, name) in ["月份", "扣分", "逾期栏目"].enumerated() {
        sheet.set(top + 1, column, .text(name), OfficialStyle.header)
      }
      for (offset, point) in points.enumerated() {
        let row = top + 2 + offset
        let marks = [point.vetoed ? "否决" : "", isComparable(point) ? "" : "所测指标不同"].filter { !$0.isEmpty }
        let mark = marks.isEmpty ? "" : "（\(marks.joined(separator: "，"))）"
        sheet.set(row, 0, .text(point.month.text + mark), OfficialStyle.center)
        sheet.set(row, 1, .number(point.deducted), OfficialStyle.decimal)
        sheet.set(row, 2, .count(point.overdue), OfficialStyle.number)
      }
      let rows = top + 2...top + 1 + max(points.count, 1)
      func source(_ column: Int) -> Chart.Source {
        .init(sheet: SheetTitle.summary, area: CellArea(rows: rows, columns: column...column))
      }
      let chart = Chart(
        points.count > 1 ? .line : .column, title: "近12个月扣分与逾期栏目",
        series: [
          .init(name: "扣分", categories: source(0), values: source(1), color: Color(0xC00000)),
          .init(name: "逾期栏目", categories: source(0), values: source(2), color: Color(0x2F5597), isDashed: true),
        ], valueAxis: .init(minimum: 0))
      sheet.charts.append(PlacedChart(chart, row: top, column: 3, width: 600, height: 260, altText: "近12个月扣分与逾期栏目数"))
    }
    for _ in 0..<16 { list.skipRow() }
  }
}
