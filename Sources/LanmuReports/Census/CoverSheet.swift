import LanmuAnalysis
import LanmuWorkbook

extension CensusReport {
  /// 封面: what is wrong, who must act, how it compares with last month; then what it stands on, and who signs.
  func coverSheet() -> Sheet {
    var sheet = Sheet(name: SheetTitle.cover)
    sheet.setWidths([14, 12, 12, 12, 12, 12, 14])
    sheet.showsGridlines = false
    sheet.page = PageSetup(orientation: .portrait)
    sheet.page.pagesTall = 1
    let wide = 0...6
    sheet.merge(CellArea(rows: 0...0, columns: wide), .text(title), OfficialStyle.title)
    sheet.setHeight(40, row: 0)
    sheet.merge(
      CellArea(rows: 1...1, columns: wide),
      .text(
        "报告期：\(census.month.firstDay.text)至\(census.month.lastDay.text)　监测时间点：\(census.asOf.text)　依据：\(census.rules.title)"
      ),
      OfficialStyle.subtitle)
    let verdict = OfficialStyle.heading.with {
      $0.fontSize = 14
      $0.wraps = true
      $0.borders = .all(.medium)
      $0.fill = census.score.vetoed ? OfficialStyle.overdueFill : OfficialStyle.neutralFill
      $0.indent = 1
    }
    let summaryCell = CellArea(row: totalRow + 1, column: 2).reference(inSheet: SheetTitle.summary)
    sheet.merge(
      CellArea(rows: 2...2, columns: wide), .formula("\"结论：\"&\(summaryCell)", "结论：" + scoreText), verdict)
    sheet.setHeight(34, row: 2)
    var row = 3
    faultLines(&sheet, &row)
    comparison(&sheet, &row)
    actors(&sheet, &row)
    inputs(&sheet, &row)
    signatures(&sheet, &row)
    return sheet
  }

  private func heading(_ text: String, _ sheet: inout Sheet, _ row: inout Int) {
    sheet.merge(CellArea(rows: row...row, columns: 0...6), .text(text), OfficialStyle.heading)
    sheet.setHeight(20, row: row)
    row += 1
  }

  /// Vetoes and early warnings in one line each.
  private func faultLines(_ sheet: inout Sheet, _ row: inout Int) {
    heading("一、问题", &sheet, &row)
    let serious = census.indicators.filter { $0.verdict == .vetoed || $0.verdict == .warned }
    let deducted = census.indicators.filter { $0.verdict == .deducted }
    var lines: [(String, Color?)] = serious.map { result in
      let unit = result.indicator.measure?.unit ?? ""
      let value = result.value.map { Self.literal(Self.rounded($0)) + unit } ?? ""
      return (
        "【\(result.verdict.chineseName)】\(result.indicator.name)：\(value)（界限\(Self.literal(result.indicator.limit))\(unit)）",
        result.verdict == .vetoed ? OfficialStyle.overdueFill : OfficialStyle.dueFill
      )
    }
    if !deducted.isEmpty {
      let parts = deducted.map { "\($0.indicator.name)\(Self.fixed($0.points))分" }
      lines.append(("【扣分】" + parts.joined(separator: "，"), nil))
    }
    if lines.isEmpty { lines.append((census.volume == nil ? "未提供发布记录，栏目未作判定。" : "自动检查部分没有发现否决、预警和扣分事项。", nil)) }
    if !census.score.unmeasured.isEmpty {
      lines.append(("【待人工】\(census.score.unmeasured.count)项指标没有数据，须人工检查后填入“人工检查”表", OfficialStyle.openFill))
    }
    for (line, fill) in lines {
      let style = OfficialStyle.body.with { $0.fill = fill }
      sheet.merge(CellArea(rows: row...row, columns: 0...6), .text(line), style)
      row += 1
    }
  }

  /// The month's key figures beside last month's.
  private func comparison(_ sheet: inout Sheet, _ row: inout Int) {
    heading("二、与上月相比", &sheet, &row)
    let header = ["", "逾期栏目", "空白栏目", "按期率", "发布量（条）", "自动扣分", "待整改"]
    for (column, name) in header.enumerated() { sheet.set(row, column, .text(name), OfficialStyle.header) }
    row += 1
    let state = ledger.range(.state)
    let onTime = "(COUNTIF(\(state),\"按期\")+COUNTIF(\(state),\"即将到期\"))"
    let all = "(\(onTime)+COUNTIF(\(state),\"逾期\")+COUNTIF(\(state),\"空白\"))"
    let rate = "IF(\(all)=0,\"—\",\(onTime)/\(all))"
    let deducted = CellArea(row: totalRow, column: SummaryPlace.points).reference(inSheet: SheetTitle.summary)
    let open = census.rectifications.count { $0.status.isOpen }
    let thisMonth: [CellValue] = [
      .formula("COUNTIF(\(state),\"逾期\")", Double(census.count(.overdue))),
      census.recordsSince == nil
        ? .text("未判定")
        : .formula("SUM(\(ledger.range(.isBlank)))", Double(census.columns.count(where: \.isBlank))),
      census.onTimeRate.map { .formula(rate, $0) } ?? .formula(rate, "—"),
      census.volume.map { volume in
        let row = VolumePlace.firstUnitRow + volume.units.count + 1
        let cell = CellArea(row: row, column: census.month.month).reference(inSheet: SheetTitle.volume)
        return .formula(cell, Double(volume.total))
      } ?? .text("未提供"),
      .formula(deducted, census.score.deducted), openRectifications(open),
    ]
    let last = census.previous?.trend.last
    let lastMonth: [CellValue] = [
      last.map { .count($0.overdue) } ?? .text("—"), last.map { .count($0.blank) } ?? .text("—"),
      last?.rate.map(CellValue.number) ?? .text("—"), last.map { .count($0.items) } ?? .text("—"),
      previousDeduction,
      census.previous.map { .count($0.rectifications.count { $0.status.isOpen }) } ?? .text("—"),
    ]
    let formats = ["0", "0", "0.0%", "0", "0.0", "0"]
    for (line, values) in [("本月", thisMonth), ("上月", lastMonth)] {
      sheet.set(row, 0, .text(line), OfficialStyle.total.with { $0.borders = .all(.thin) })
      for (offset, value) in values.enumerated() {
        let style = OfficialStyle.center.with {
          $0.numberFormat = formats[offset]
          $0.fontSize = line == "本月" ? 14 : 11
          $0.bold = line == "本月"
        }
        sheet.set(row, offset + 1, value, style)
      }
      if line == "本月" { sheet.setHeight(26, row: row) }
      row += 1
    }
    guard let previous = census.previous else {
      sheet.merge(CellArea(rows: row...row, columns: 0...6), .text("未提供上月普查结果，无从比较。"), OfficialStyle.note)
      row += 1
      return
    }
    if let last, !isComparable(last) {
      let measured = Set(census.trend.last?.measured ?? [])
      let both = measured.intersection(last.measured)
      sheet.merge(
        CellArea(rows: row...row, columns: 0...6),
        .text("两月提供的数据不同（本月多测\(measured.count - both.count)项、少测\(last.measured.count - both.count)项），自动扣分不可比。"),
        OfficialStyle.note)
      row += 1
    }
    let now = Set(census.columns.filter(\.isFaulty).map(Self.key))
    let fresh = now.subtracting(previous.faulty).count
    let healed = previous.faulty.subtracting(now).count
    sheet.merge(
      CellArea(rows: row...row, columns: 0...6),
      .text("新增问题栏目\(fresh)个，已消除\(healed)个，持续\(now.intersection(previous.faulty).count)个。"), OfficialStyle.body)
    row += 1
  }

  static func key(_ column: ColumnResult) -> String { column.ownUnit.map { column.entry + "@" + $0 } ?? column.entry }

  /// The units that must act, worst first.
  private func actors(_ sheet: inout Sheet, _ row: inout Int) {
    heading("三、需要处理的单位", &sheet, &row)
    let header = ["单位", "", "逾期", "空白", "累计逾期天数", "按期率", "首要栏目"]
    for (column, name) in header.enumerated() { sheet.set(row, column, .text(name), OfficialStyle.header) }
    sheet.merge(CellArea(rows: row...row, columns: 0...1), .text("单位"), OfficialStyle.header)
    row += 1
    let faulty = census.units.filter { $0.overdue + $0.blank > 0 }.sorted { left, right in
      (left.overdue + left.blank, left.daysOver) > (right.overdue + right.blank, right.daysOver)
    }
    let ranking = rankedUnits
    for unit in faulty.prefix(8) {
      let worst = census.columns.filter {
        $0.accountable.contains(unit.unit) && ($0.state == .overdue || $0.state == .blank)
      }
      .max { $0.daysOver < $1.daysOver }
      sheet.merge(CellArea(rows: row...row, columns: 0...1), .text(unit.unit), OfficialStyle.body)
      let place = LedgerPlace.firstRow + (ranking.firstIndex { $0.unit == unit.unit } ?? 0)
      func ranked(_ column: Int, _ value: Double) -> CellValue {
        .formula(CellArea(row: place, column: column).reference(inSheet: SheetTitle.ranking), value)
      }
      sheet.set(row, 2, ranked(7, Double(unit.overdue)), OfficialStyle.number)
      sheet.set(row, 3, ranked(8, Double(unit.blank)), OfficialStyle.number)
      sheet.set(row, 4, ranked(12, Double(unit.daysOver)), OfficialStyle.number)
      sheet.set(row, 5, unit.rate.map { ranked(11, $0) } ?? .text("—"), OfficialStyle.percent)
      sheet.set(row, 6, .optionalText(worst?.path.last), OfficialStyle.body)
      row += 1
    }
    let rest = faulty.count > 8 ? "另有\(faulty.count - 8)个单位，见“各单位保障排名”和“逾期未更新栏目”。" : ""
    var lines = [faulty.isEmpty ? "没有单位有按方案逾期或空白的栏目。" : rest, nationalOnly()]
    lines.removeAll(where: \.isEmpty)
    for line in lines {
      sheet.merge(CellArea(rows: row...row, columns: 0...6), .text(line), OfficialStyle.note)
      row += 1
    }
  }

  /// Columns that are in order by the plan and not by the national rules, with those who keep them.
  private func nationalOnly() -> String {
    let columns = census.columns.filter { column in
      column.state != .overdue && column.state != .blank
        && (column.nationalState == .overdue || column.nationalState == .blank)
    }
    if columns.isEmpty { return "" }
    var units: [String] = []
    for unit in columns.flatMap(\.accountable) where !units.contains(unit) { units.append(unit) }
    let names = units.prefix(6).joined(separator: "、") + (units.count > 6 ? "等\(units.count)个单位" : "")
    return "另有\(columns.count)个栏目未逾方案期限，但按国办口径超期或空白" + (names.isEmpty ? "。" : "：\(names)。")
  }

  /// Open rows of 整改台账; people change their states there.
  private func openRectifications(_ open: Int) -> CellValue {
    guard !census.rectifications.isEmpty else { return .count(0) }
    let rows = LedgerPlace.firstRow...LedgerPlace.firstRow + census.rectifications.count - 1
    let states = CellArea(rows: rows, columns: 6...6).reference(inSheet: SheetTitle.rectification)
    let words = Rectification.Status.allCases.filter(\.isOpen).map { "COUNTIF(\(states),\"\($0.rawValue)\")" }
    return .formula(words.joined(separator: "+"), Double(open))
  }

  private func inputs(_ sheet: inout Sheet, _ row: inout Int) {
    heading("四、数据来源", &sheet, &row)
    for (column, name) in ["类别", "文件", "", "", "行数", "日期范围", ""].enumerated() {
      sheet.set(row, column, .text(name), OfficialStyle.header)
    }
    sheet.merge(CellArea(rows: row...row, columns: 1...3), .text("文件"), OfficialStyle.header)
    sheet.merge(CellArea(rows: row...row, columns: 5...6), .text("日期范围"), OfficialStyle.header)
    row += 1
    for kind in InputSummary.Kind.allCases {
      let own = census.inputs.filter { $0.kind == kind }
      for input in own.prefix(6) {
        sheet.set(row, 0, .text(kind.chineseName), OfficialStyle.center)
        let name = input.file.split(separator: "/").last.map(String.init) ?? input.file
        sheet.merge(CellArea(rows: row...row, columns: 1...3), .text(name), OfficialStyle.body)
        sheet.set(row, 4, .count(input.rows), OfficialStyle.number)
        let period = input.period.map { "\($0.lowerBound.text)至\($0.upperBound.text)" } ?? "—"
        sheet.merge(CellArea(rows: row...row, columns: 5...6), .text(period), OfficialStyle.center)
        row += 1
      }
      if own.isEmpty {
        sheet.set(row, 0, .text(kind.chineseName), OfficialStyle.center)
        sheet.merge(CellArea(rows: row...row, columns: 1...6), .text("未提供数据"), OfficialStyle.body)
        row += 1
      }
    }
    if census.problems.total > 0 || !census.contradictions.isEmpty {
      sheet.merge(
        CellArea(rows: row...row, columns: 0...6),
        .text("数据核对：\(census.problems.total)行输入有疑，\(census.contradictions.count)处输入互相矛盾，见“数据核对”。"), OfficialStyle.body)
      row += 1
    }
  }

  private func signatures(_ sheet: inout Sheet, _ row: inout Int) {
    row += 1
    let label = OfficialStyle.label.with { $0.horizontal = .right }
    let line = OfficialStyle.value.with { $0.borders = Borders(bottom: .thin) }
    for pair in [["编制单位", "填报人"], ["审核人", "签发人"], ["联系电话", "日期"]] {
      sheet.set(row, 0, .text(pair[0] + "："), label)
      sheet.merge(CellArea(rows: row...row, columns: 1...2), .empty, line)
      sheet.set(row, 4, .text(pair[1] + "："), label)
      sheet.merge(CellArea(rows: row...row, columns: 5...6), .empty, line)
      sheet.setHeight(24, row: row)
      row += 1
    }
    sheet.page.printArea = CellArea(rows: 0...row - 1, columns: 0...6)
  }
}
