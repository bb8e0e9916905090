import LanmuAnalysis
import LanmuWorkbook

extension CensusReport {
  /// 各单位保障排名: each category ranked on its own, worst figures open to the eye.
  func rankingSheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.ranking, title: "各单位保障排名（\(census.month.chineseText)）",
      subtitle: "按期率＝按期÷(按期＋逾期＋空白)，即将到期计入按期；同率以空白栏目少者在前，再以逾期天数少者在前；没有时限栏目的单位列而不排",
      fields: [
        .init("名次", 5), .init("单位", 22, OfficialStyle.body), .init("类别", 10), .init("牵头栏目", 6, OfficialStyle.number),
        .init("责任栏目", 6, OfficialStyle.number), .init("配合栏目", 6, OfficialStyle.number),
        .init("按期", 6, OfficialStyle.number),
        .init("逾期", 6, OfficialStyle.number), .init("空白", 6, OfficialStyle.number),
        .init("按需", 6, OfficialStyle.number),
        .init("待确认", 6, OfficialStyle.number), .init("按期率", 8, OfficialStyle.percent),
        .init("逾期天数", 7, OfficialStyle.number),
        .init("本月发布", 7, OfficialStyle.number), .init("上月", 6, OfficialStyle.number),
        .init("增减", 6, OfficialStyle.number),
        .init("本年累计", 7, OfficialStyle.number), .init("信件受理", 6, OfficialStyle.number),
        .init("按期答复率", 8, OfficialStyle.percent),
        .init("回执", 6), .init("备注", 16, OfficialStyle.body),
      ])
    let units = rankedUnits
    var blocks: [UnitResult.Category: ClosedRange<Int>] = [:]
    for unit in units {
      let row = list.firstRow + units.distance(from: 0, to: units.firstIndex(of: unit) ?? 0)
      let start = blocks[unit.category]?.lowerBound ?? row
      blocks[unit.category] = start...row
    }
    for unit in units {
      let row = list.nextRow
      list.append(rankingRow(unit, row: row, block: blocks[unit.category] ?? row...row))
    }
    if list.isEmpty {
      list.note("方案中没有单位", OfficialStyle.body)
      return list.finished(filter: false)
    }
    let last = list.lastRow
    chart(units, &list)
    let firstRow = list.firstRow
    list.edit { sheet in
      let rate = CellArea(rows: firstRow...last, columns: 11...11)
      sheet.conditionalFormats.append(ConditionalFormat(rate, .dataBar(Color(0xA9D08E))))
      sheet.conditionalFormats.append(
        ConditionalFormat(
          CellArea(rows: firstRow...last, columns: 7...8),
          .number(
            .greater, 0,
            CellStyle().with {
              $0.bold = true; $0.fill = OfficialStyle.overdueFill
            })))
      sheet.frozenColumns = 2
    }
    return list.finished(until: last)
  }

  /// By category, best first; units without rank behind them.
  var rankedUnits: [UnitResult] {
    let categories: [UnitResult.Category] = [.department, .town, .other, .group]
    return categories.flatMap { category in
      census.units.enumerated().filter { $0.element.category == category }
        .sorted { ($0.element.rank ?? Int.max, $0.offset) < ($1.element.rank ?? Int.max, $1.offset) }.map(\.element)
    }
  }

  private func rankingRow(_ unit: UnitResult, row: Int, block: ClosedRange<Int>) -> [CellValue] {
    func cell(_ column: Int) -> String { CellArea.reference(row: row, column: column) }
    let rate = "IF(\(cell(6))+\(cell(7))+\(cell(8))=0,\"—\",\(cell(6))/(\(cell(6))+\(cell(7))+\(cell(8))))"
    let rates = CellArea(rows: block, columns: 11...11).reference(absolute: true)
    let days = CellArea(rows: block, columns: 12...12).reference(absolute: true)
    let blanks = CellArea(rows: block, columns: 8...8).reference(absolute: true)
    let equals = "\(rates),\(cell(11)),\(blanks)"
    let rankExpression =
      "IF(\(cell(11))=\"—\",\"—\",RANK(\(cell(11)),\(rates))+COUNTIFS(\(equals),\"<\"&\(cell(8)))"
      + "+COUNTIFS(\(equals),\(cell(8)),\(days),\"<\"&\(cell(12))))"
    // A name with a wildcard in it would be found in others: then the program's number stands.
    let isPlain = !unit.unit.contains { "*?~".contains($0) } && unit.unit.count < 100
    let key = "\"*、\"&\(cell(1))&\"、*\""
    func counted(_ field: LedgerPlace.Field, _ states: [String], _ value: Int) -> CellValue {
      guard isPlain else { return .count(value) }
      let units = ledger.range(field)
      let parts =
        states.isEmpty
        ? ["COUNTIF(\(units),\(key))"]
        : states.map { "COUNTIFS(\(units),\(key),\(ledger.range(.state)),\"\($0)\")" }
      return .formula(parts.joined(separator: "+"), Double(value))
    }
    let letters = unit.letters
    let isRanked = unit.category != .group
    return [
      isRanked ? unit.rank.map { .formula(rankExpression, Double($0)) } ?? .formula(rankExpression, "—") : .text("—"),
      .text(unit.unit), .text(unit.category.chineseName), counted(.leads, [], unit.leads),
      counted(.keeps, [], unit.keeps),
      counted(.helps, [], unit.helps), counted(.accountable, ["按期", "即将到期"], unit.onTime),
      counted(.accountable, ["逾期"], unit.overdue), counted(.accountable, ["空白"], unit.blank),
      counted(.accountable, ["按需", "按可用性", "按件计时", "豁免"], unit.onDemand),
      isPlain
        ? .formula(
          "COUNTIF(\(ledger.range(.accountable)),\(key))-SUM(\(cell(6)):\(cell(9)))", Double(unit.pending))
        : .count(unit.pending),
      unit.rate.map { .formula(rate, $0) } ?? .formula(rate, "—"),
      isPlain
        ? .formula(
          "SUMIFS(\(ledger.range(.over)),\(ledger.range(.accountable)),\(key),\(ledger.range(.state)),\"逾期\")",
          Double(unit.daysOver)) : .count(unit.daysOver),
      volumeCount(unit, month: census.month.month),
      census.month.month > 1
        ? volumeCount(unit, month: census.month.month - 1) : .count(unit.itemsLastMonth),
      hasVolume(unit)
        ? .formula("\(cell(13))-\(cell(14))", Double(unit.items - unit.itemsLastMonth)) : .text("—"),
      yearCount(unit),
      letters.map { letterCell(unit, column: 2, .count($0.received)) } ?? .text("—"),
      letters?.onTimeRate.map { letterCell(unit, column: 8, .number($0)) } ?? .text("—"),
      .text(unit.returned.map { $0 == 0 ? "已回未填" : "已回" } ?? (census.hasReturns ? "未回" : "—")),
      .optionalText(unit.rated == 0 ? "无时限栏目" : ""),
    ]
  }

  private func hasVolume(_ unit: UnitResult) -> Bool {
    census.volume.map { $0.hasUnits && $0.units.contains { $0.unit == unit.unit } } ?? false
  }

  /// A unit's month, taken from 信息发布量.
  private func volumeCount(_ unit: UnitResult, month: Int) -> CellValue {
    guard let volume = census.volume, volume.hasUnits else { return .text("—") }
    guard let place = volume.units.firstIndex(where: { $0.unit == unit.unit }) else { return .text("—") }
    let cell = CellArea(row: VolumePlace.firstUnitRow + place, column: month).reference(inSheet: SheetTitle.volume)
    return .formula(cell, Double(volume.units[place].months[month - 1]))
  }

  /// A unit's months of the year, taken from 信息发布量.
  private func yearCount(_ unit: UnitResult) -> CellValue {
    guard hasVolume(unit), let place = census.volume?.units.firstIndex(where: { $0.unit == unit.unit }) else {
      return hasVolume(unit) ? .count(unit.itemsThisYear) : .text("—")
    }
    let row = VolumePlace.firstUnitRow + place
    let cells = CellArea(rows: row...row, columns: 1...census.month.month).reference(inSheet: SheetTitle.volume)
    return .formula("SUM(\(cells))", Double(unit.itemsThisYear))
  }

  /// A figure of a unit's row on 互动回应.
  private func letterCell(_ unit: UnitResult, column: Int, _ value: CellValue) -> CellValue {
    guard let place = census.letters?.units.firstIndex(where: { $0.unit == unit.unit }) else { return value }
    let cell = CellArea(row: LedgerPlace.firstRow + place, column: column).reference(inSheet: SheetTitle.letters)
    switch value {
    case .number(let number): return .formula(cell, number)
    default: return value
    }
  }

  private func chart(_ units: [UnitResult], _ list: inout ListSheet) {
    // The worst twenty stand in a block of their own, since a chart can only show cells.
    let worst = units.filter { $0.category != .group && $0.rate != nil }.sorted { left, right in
      (left.rate ?? 1, -left.blank, -left.daysOver) < (right.rate ?? 1, -right.blank, -right.daysOver)
    }.prefix(15)
    guard !worst.isEmpty else { return }
    list.skipRow()
    let top = list.nextRow
    let firstRow = list.firstRow
    list.edit { sheet in
      if top < 1000 { sheet.page.rowBreaks.append(top) }
      sheet.merge(CellArea(rows: top...top, columns: 0...4), .text("按期率最低的单位（图）"), OfficialStyle.heading)
      for (offset, unit) in worst.enumerated() {
        sheet.set(top + 1 + offset, 1, .text(unit.unit), OfficialStyle.body)
        let place = firstRow + (units.firstIndex(of: unit) ?? 0)
        sheet.set(
          top + 1 + offset, 2, .formula(CellArea.reference(row: place, column: 11), unit.rate ?? 0),
          OfficialStyle.percent)
      }
      let rows = top + 1...top + worst.count
      sheet.charts.append(
        PlacedChart(
          Chart(
            .bar, title: "按期率最低的单位",
            series: [
              Chart.Series(
                name: "按期率", categories: .init(sheet: SheetTitle.ranking, area: CellArea(rows: rows, columns: 1...1)),
                values: .init(sheet: SheetTitle.ranking, area: CellArea(rows: rows, columns: 2...2)),
                color: Color(0x5B9BD5),
                showsValues: true)
            ],
            categoryAxis: .init(isReversed: true), valueAxis: .init(minimum: 0, maximum: 1, numberFormat: "0%"),
            legend: .none),
          row: top, column: 5, width: 620, height: max(240, 60 + 22 * worst.count), altText: "各单位按期率，最低的在上"))
    }
    for _ in 0..<max(18, worst.count + worst.count / 4 + 6) { list.skipRow() }
  }
}
