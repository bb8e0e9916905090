import LanmuAnalysis
import LanmuWorkbook

/// Where things stand on 信息发布量.
enum VolumePlace {
  static let firstUnitRow = 3
}

extension CensusReport {
  /// 信息发布量: who published how much, by month, channel and day.
  func volumeSheet() -> Sheet {
    var list = ListSheet(
      name: SheetTitle.volume, title: "信息发布量（\(census.month.chineseText)）",
      subtitle: census.volume.map { volume in
        "来源：自动(发布)　本月\(volume.total)条，上月\(volume.totalLastMonth)条"
          + (volume.hasReprints ? "，本月转载\(volume.reprinted)条" : "；导出未标明转载")
      } ?? "未提供数据",
      fields: [.init("单位", 24, OfficialStyle.body)] + (1...12).map { .init("\($0)月", 7, OfficialStyle.number) } + [
        .init("合计", 8, OfficialStyle.number)
      ])
    guard let volume = census.volume else {
      list.note("未提供发布记录。", OfficialStyle.body)
      return list.finished(filter: false)
    }
    func row(_ name: String, _ months: [Int]) {
      let place = list.nextRow
      let values = months.enumerated().map { index, count -> CellValue in
        index < census.month.month ? .count(count) : .empty
      }
      let sum = CellArea(rows: place...place, columns: 1...12).reference()
      list.append(
        [.text(name)] + values
          + [.formula("SUM(\(sum))", Double(months.prefix(census.month.month).reduce(0, +)))])
    }
    for unit in volume.units { row(unit.unit, unit.months) }
    row(volume.hasUnits ? "方案以外的来源" : "全部（导出未标明单位）", volume.others)
    let last = list.lastRow
    let totals = (0..<12).map { month in volume.units.reduce(volume.others[month]) { $0 + $1.months[month] } }
    let totalRow = list.nextRow
    let sums = (1...13).map { column -> CellValue in
      let area = CellArea(rows: list.firstRow...last, columns: column...column).reference()
      if column == 13 {
        return .formula("SUM(\(area))", Double(totals.prefix(census.month.month).reduce(0, +)))
      }
      // A month to come has no figures, and no total yet.
      let formula = "IF(COUNT(\(area))=0,\"\",SUM(\(area)))"
      return column <= census.month.month ? .formula(formula, Double(totals[column - 1])) : .formula(formula, "")
    }
    list.append(
      [.text("合计")] + sums,
      styles: Dictionary(
        uniqueKeysWithValues: (0...13).map {
          (
            $0,
            OfficialStyle.total.with {
              $0.borders = .all(.thin); $0.numberFormat = "0"
            }
          )
        }))
    let tail = max(last - 2, list.firstRow)...totalRow
    list.edit { sheet in
      // Many units and few figures: upright, the units of a county stand on one page with their total.
      sheet.page.orientation = .portrait
      sheet.page.keptTogether = [tail]
    }
    details(volume, totalRow: totalRow, last: last, &list)
    return list.finished(until: last)
  }

  private func details(_ volume: VolumeReport, totalRow: Int, last: Int, _ list: inout ListSheet) {
    list.skipRow()
    list.note(
      "零发布单位（本月）："
        + (volume.hasUnits
          ? (volume.silentUnits.isEmpty ? "无" : volume.silentUnits.joined(separator: "、")) : "导出未标明单位"),
      OfficialStyle.body)
    list.skipRow()
    let top = list.nextRow
    let channels = Array(volume.channels.prefix(20))
    list.edit { sheet in
      sheet.merge(CellArea(rows: top...top, columns: 0...3), .text("按频道（本月）"), OfficialStyle.heading)
      for (column, name) in ["频道", "条数", "占比"].enumerated() {
        sheet.set(top + 1, column, .text(name), OfficialStyle.header)
      }
      for (offset, channel) in channels.enumerated() {
        let row = top + 2 + offset
        sheet.set(row, 0, .text(channel.name), OfficialStyle.body)
        sheet.set(row, 1, .count(channel.items), OfficialStyle.number)
        let cell = CellArea.reference(row: row, column: 1)
        let total = CellArea.reference(row: totalRow, column: census.month.month, absolute: true)
        let share = volume.total == 0 ? nil : Double(channel.items) / Double(volume.total)
        sheet.set(
          row, 2,
          share.map { .formula("IF(\(total)=0,\"—\",\(cell)/\(total))", $0) }
            ?? .formula("IF(\(total)=0,\"—\",\(cell)/\(total))", "—"),
          OfficialStyle.percent)
      }
      let line = Chart(
        .line, title: "各月发布量（\(volume.year)年）",
        series: [
          Chart.Series(
            name: "条数",
            categories: .init(sheet: SheetTitle.volume, area: CellArea(rows: 2...2, columns: 1...census.month.month)),
            values: .init(
              sheet: SheetTitle.volume, area: CellArea(rows: totalRow...totalRow, columns: 1...census.month.month)),
            color: Color(0x2F5597), showsValues: true)
        ], valueAxis: .init(minimum: 0), legend: .none)
      sheet.charts.append(PlacedChart(line, row: top, column: 4, width: 510, height: 250, altText: "各月发布量折线图"))
      if !channels.isEmpty {
        let rows = top + 2...top + 1 + channels.count
        let bars = Chart(
          .bar, title: "各频道发布量（本月）",
          series: [
            Chart.Series(
              name: "条数", categories: .init(sheet: SheetTitle.volume, area: CellArea(rows: rows, columns: 0...0)),
              values: .init(sheet: SheetTitle.volume, area: CellArea(rows: rows, columns: 1...1)),
              color: Color(0x70AD47),
              showsValues: true)
          ], categoryAxis: .init(isReversed: true), valueAxis: .init(minimum: 0), legend: .none)
        sheet.charts.append(
          PlacedChart(
            bars, row: top + 14, column: 4, width: 510, height: Self.barHeight(channels.count), altText: "各频道发布量条形图"))
      }
    }
    // The charts stand beside the list, the second 14 rows below the first; a row is 20 pixels high.
    let rowCount = channels.isEmpty ? 14 : 14 + (Self.barHeight(channels.count) + 19) / 20
    for _ in 0..<max(rowCount, channels.count + 2) + 1 { list.skipRow() }
    days(volume, &list)
  }

  /// The height in pixels of a bar chart over so many channels.
  private static func barHeight(_ count: Int) -> Int { max(220, 60 + 24 * count) }

  private func days(_ volume: VolumeReport, _ list: inout ListSheet) {
    let top = list.nextRow
    list.edit { sheet in
      sheet.merge(CellArea(rows: top...top, columns: 0...3), .text("每日条数（本月）"), OfficialStyle.heading)
      // Eleven days a line keep the block on the page.
      for (offset, day) in volume.days.enumerated() {
        let row = top + 1 + offset / 11 * 2
        let column = 1 + offset % 11
        if offset % 11 == 0 {
          sheet.set(row, 0, .text("日"), OfficialStyle.header)
          sheet.set(row + 1, 0, .text("条数"), OfficialStyle.center)
        }
        sheet.set(row, column, .count(day.date.day), OfficialStyle.header)
        sheet.set(row + 1, column, .count(day.items), OfficialStyle.number)
      }
    }
    for _ in 0..<(2 + (volume.days.count + 10) / 11 * 2) { list.skipRow() }
  }
}
