package import LanmuAnalysis
package import LanmuWorkbook

/// Several sites' censuses as a workbook: the sites, their units, their faulty columns, and a sheet for each site.
package enum RollReport {
  /// More sheets than a workbook can be leafed through; beyond, the lists of all sites serve with their filters.
  private static let sitesWithSheets = 60

  package static func workbook(of sites: [SiteResult]) -> Workbook {
    let order = worstFirst(sites)
    var names = ["网站汇总", "单位", "问题栏目"]
    var ownSheets: [String?] = []
    for site in order {
      guard order.count <= sitesWithSheets, site.unitLines != nil else {
        ownSheets.append(nil)
        continue
      }
      names.append(SheetName.safe(site.site, taken: names))
      ownSheets.append(names.last)
    }
    var workbook = Workbook()
    workbook.sheets = [overview(order, ownSheets: ownSheets)]
    if order.contains(where: { $0.unitLines != nil }) { workbook.sheets += [units(order), faults(order)] }
    for (site, name) in zip(order, ownSheets) {
      if let name { workbook.sheets.append(sheet(of: site, name: name)) }
    }
    workbook.properties = DocumentProperties(title: title(order), subject: "普查汇总", company: "")
    return workbook
  }

  /// Vetoed sites first, then by faulty columns; equal ones in the roll-up's own order.
  static func worstFirst(_ sites: [SiteResult]) -> [SiteResult] {
    sites.enumerated().sorted { left, right in
      (left.element.vetoed ? 0 : 1, -left.element.overdue - left.element.blank, left.offset)
        < (right.element.vetoed ? 0 : 1, -right.element.overdue - right.element.blank, right.offset)
    }.map(\.element)
  }

  private static func title(_ sites: [SiteResult]) -> String {
    let months = Set(sites.map(\.month)).sorted()
    let span = months.count > 1 ? "\(months.first ?? "")至\(months.last ?? "")" : months.first ?? ""
    return "网站普查汇总（\(span)）"
  }

  private static func overview(_ sites: [SiteResult], ownSheets: [String?]) -> Sheet {
    var list = ListSheet(
      name: "网站汇总", title: title(sites),
      subtitle:
        "共\(SiteResult.siteCount(sites))个网站、\(sites.count)份结果，单项否决\(sites.count { $0.vetoed })份；否决在前，其余按逾期和空白栏目由多到少；栏目状态按方案期限判定",
      fields: [
        .init("序号", 5), .init("网站", 30, OfficialStyle.link), .init("月份", 9), .init("监测时间点", 12),
        .init("栏目", 7, OfficialStyle.number), .init("按期", 7, OfficialStyle.number),
        .init("逾期", 7, OfficialStyle.number), .init("空白", 7, OfficialStyle.number),
        .init("未测", 7, OfficialStyle.number), .init("不计时限", 8, OfficialStyle.number),
        .init("按期率", 8, OfficialStyle.percent), .init("单位", 6, OfficialStyle.number),
        .init("发布量", 9, OfficialStyle.number), .init("判定", 26), .init("否决项", 30, OfficialStyle.body),
      ])
    for (index, site) in sites.enumerated() {
      let row = list.nextRow
      let number = row + 1
      let rate = "IF(F\(number)+G\(number)+H\(number)=0,\"—\",F\(number)/(F\(number)+G\(number)+H\(number)))"
      list.append([
        .count(index + 1), .text(site.site.isEmpty ? "（未命名）" : site.site), .text(site.month), .text(site.asOf),
        .count(site.columns), .count(site.ok), .count(site.overdue), .count(site.blank), .count(site.notMeasured),
        .count(site.notApplicable),
        site.rated == 0 ? .formula(rate, "—") : .formula(rate, Double(site.ok) / Double(site.rated)),
        .count(site.units), .count(site.items), .text(RollNotice.verdict(site)),
        .optionalText(site.vetoes?.joined(separator: "、")),
      ])
      if let name = ownSheets[index] {
        list.edit { $0.links.append(Hyperlink(row: row, column: 1, .cell(sheet: name, row: 0, column: 0))) }
      }
    }
    guard !list.isEmpty else {
      list.note("没有普查结果", OfficialStyle.body)
      return list.finished(filter: false)
    }
    let rows = list.firstRow...list.lastRow
    totals(sites, rows: rows, &list)
    list.edit { sheet in
      sheet.frozenColumns = 2
      sheet.conditionalFormats.append(
        ConditionalFormat(
          CellArea(rows: rows, columns: 6...7),
          .number(.greater, 0, CellStyle().with { $0.fill = OfficialStyle.overdueFill })))
      sheet.conditionalFormats.append(
        ConditionalFormat(CellArea(rows: rows, columns: 10...10), .dataBar(Color(0xA9D08E))))
    }
    return list.finished(until: rows.upperBound)
  }

  private static func totals(_ sites: [SiteResult], rows: ClosedRange<Int>, _ list: inout ListSheet) {
    func sum(_ column: Int, _ value: (SiteResult) -> Int) -> CellValue {
      .formula(
        "SUM(\(CellArea(rows: rows, columns: column...column).reference()))",
        Double(sites.reduce(0) { $0 + value($1) }))
    }
    let number = list.nextRow + 1
    let rate = "IF(F\(number)+G\(number)+H\(number)=0,\"—\",F\(number)/(F\(number)+G\(number)+H\(number)))"
    let rated = sites.reduce(0) { $0 + $1.rated }
    let style = OfficialStyle.total.with { $0.borders = .all(.thin) }
    list.append(
      [
        .empty, .text("合计"), .empty, .empty, sum(4) { $0.columns }, sum(5) { $0.ok }, sum(6) { $0.overdue },
        sum(7) { $0.blank }, sum(8) { $0.notMeasured }, sum(9) { $0.notApplicable },
        rated == 0
          ? .formula(rate, "—") : .formula(rate, Double(sites.reduce(0) { $0 + $1.ok }) / Double(rated)),
        sum(11) { $0.units }, sum(12) { $0.items }, .text("单项否决\(sites.count { $0.vetoed })份"), .empty,
      ],
      styles: Dictionary(
        uniqueKeysWithValues: (0...14).map { ($0, $0 == 10 ? style.with { $0.numberFormat = "0.0%" } : style) }))
  }

  private static let unitFields: [ListSheet.Field] = [
    .init("单位", 26, OfficialStyle.body), .init("负责栏目", 9, OfficialStyle.number),
    .init("按期", 8, OfficialStyle.number), .init("逾期", 8, OfficialStyle.number),
    .init("空白", 8, OfficialStyle.number), .init("按期率", 9, OfficialStyle.percent),
    .init("本月发布", 9, OfficialStyle.number),
  ]

  private static func unitCells(_ unit: SiteResult.Unit) -> [CellValue] {
    let rated = unit.onTime + unit.overdue + unit.blank
    return [
      .text(unit.unit), .count(unit.columns), .count(unit.onTime), .count(unit.overdue), .count(unit.blank),
      rated == 0 ? .text("—") : .number(Double(unit.onTime) / Double(rated)), .count(unit.items),
    ]
  }

  private static func faultCells(_ fault: SiteResult.Fault) -> [CellValue] {
    [
      .text(fault.path.joined(separator: " / ")), .text(fault.state == "blank" ? "空白" : "逾期"),
      .text(fault.lastUpdate ?? "—"), .count(fault.daysOver), .optionalText(fault.units.joined(separator: "、")),
    ]
  }

  private static func units(_ sites: [SiteResult]) -> Sheet {
    var list = ListSheet(
      name: "单位", title: "各网站单位保障情况", subtitle: title(sites),
      fields: [.init("网站", 28, OfficialStyle.body)] + unitFields)
    for site in sites {
      for unit in site.unitLines ?? [] { list.append([.text(site.site)] + unitCells(unit)) }
    }
    return list.finished()
  }

  private static let faultFields: [ListSheet.Field] = [
    .init("栏目", 44, OfficialStyle.body), .init("状态", 8), .init("最后更新", 12),
    .init("逾期天数", 9, OfficialStyle.number), .init("责任单位", 30, OfficialStyle.body),
  ]

  private static func faults(_ sites: [SiteResult]) -> Sheet {
    var list = ListSheet(
      name: "问题栏目", title: "各网站逾期和空白栏目", subtitle: title(sites),
      fields: [.init("网站", 28, OfficialStyle.body)] + faultFields)
    for site in sites {
      for fault in site.faults ?? [] { list.append([.text(site.site)] + faultCells(fault)) }
    }
    if list.isEmpty {
      list.note("没有逾期和空白栏目。", OfficialStyle.body)
      return list.finished(filter: false)
    }
    return list.finished()
  }

  /// A site's own table: its units, then its faulty columns.
  private static func sheet(of site: SiteResult, name: String) -> Sheet {
    var list = ListSheet(
      name: name, title: site.site,
      subtitle:
        "\(site.month)　栏目\(site.columns)个，按期\(site.ok)，逾期\(site.overdue)，空白\(site.blank)　\(RollNotice.verdict(site))",
      fields: unitFields)
    for unit in site.unitLines ?? [] { list.append(unitCells(unit)) }
    let last = max(list.lastRow, list.headerRow)
    list.skipRow()
    let heading = list.nextRow
    let faults = site.faults ?? []
    list.edit { sheet in
      // A day stands below a count here.
      sheet.setWidth(12, columns: 3...3)
      sheet.merge(CellArea(rows: heading...heading, columns: 0...6), .text("逾期和空白栏目"), OfficialStyle.heading)
      let header = ["栏目", "", "状态", "最后更新", "逾期天数", "责任单位", ""]
      for (column, name) in header.enumerated() { sheet.set(heading + 1, column, .text(name), OfficialStyle.header) }
      sheet.merge(CellArea(rows: heading + 1...heading + 1, columns: 0...1), .text("栏目"), OfficialStyle.header)
      sheet.merge(CellArea(rows: heading + 1...heading + 1, columns: 5...6), .text("责任单位"), OfficialStyle.header)
      for (offset, fault) in faults.enumerated() {
        let row = heading + 2 + offset
        let cells = faultCells(fault)
        sheet.merge(CellArea(rows: row...row, columns: 0...1), cells[0], OfficialStyle.body)
        sheet.set(row, 2, cells[1], OfficialStyle.center)
        sheet.set(row, 3, cells[2], OfficialStyle.center)
        sheet.set(row, 4, cells[3], OfficialStyle.number)
        sheet.merge(CellArea(rows: row...row, columns: 5...6), cells[4], OfficialStyle.body)
      }
      sheet.links.append(Hyperlink(row: 0, column: 0, .cell(sheet: "网站汇总", row: 0, column: 0), tip: "回到网站汇总"))
    }
    for _ in 0..<(2 + faults.count) { list.skipRow() }
    if faults.isEmpty { list.note("没有逾期和空白栏目。", OfficialStyle.body) }
    return list.finished(until: last)
  }
}
