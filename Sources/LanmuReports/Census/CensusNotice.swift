public import LanmuAnalysis
public import LanmuDiagnostics

/// The text of the notice that goes round (通报), with the figures filled in.
public enum CensusNotice {
  /// Markdown: situation, problems, what to do; figures only from the census, gaps said to be gaps.
  public static func text(_ census: Census) -> String {
    var text = "# 关于\(census.month.chineseText)\(census.site)普查情况的通报\n\n"
    text += "监测时间点：\(census.asOf.chineseText)。依据：\(census.rules.title)（\(census.rules.source)）。\n\n"
    text += "## 一、总体情况\n\n"
    text += situation(census)
    text += "\n## 二、存在问题\n\n"
    text += problems(census)
    text += "\n## 三、下一步要求\n\n"
    text += requests(census)
    return text
  }

  /// One line for the terminal.
  public static func summary(_ census: Census) -> Message {
    let rate = census.onTimeRate.map { "\(CensusReport.fixed($0 * 100))%" } ?? "—"
    return Message(
      zh:
        "\(census.month.text)：\(census.columns.count)个栏目，逾期\(census.count(.overdue))，空白\(census.columns.count(where: \.isBlank))，按期率\(rate)；单项否决\(census.indicators.count { $0.verdict == .vetoed })项，未测\(census.score.unmeasured.count)项；未对应栏目\(census.unmatched.count)个，有疑输入\(census.problems.total)行",
      en:
        "\(census.month.text): \(census.columns.count) columns, \(census.count(.overdue)) overdue, \(census.columns.count(where: \.isBlank)) blank, on time \(rate); \(census.indicators.count { $0.verdict == .vetoed }) vetoes, \(census.score.unmeasured.count) unmeasured; \(census.unmatched.count) columns unmatched, \(census.problems.total) doubtful rows"
    )
  }

  private static func situation(_ census: Census) -> String {
    let plan = census.planTitle.isEmpty ? "方案" : "方案《\(census.planTitle)》"
    var text = "\(plan)列栏目\(census.columns.count)个。"
    if let rate = census.onTimeRate {
      let onTime = census.count(.ok) + census.count(.due)
      let blank = census.columns.count(where: \.isBlank)
      let unrated = census.columns.count { $0.isBlank && $0.state != .blank }
      text += "按方案按期\(onTime)个，逾期\(census.count(.overdue))个"
      text += census.recordsSince == nil ? "；未声明导出起始日，未判定空白栏目" : "，空白\(blank)个"
      if unrated > 0 { text += "（其中\(unrated)个方案未定时限，不计入按期率）" }
      text += "；按期率\(CensusReport.fixed(rate * 100))%。"
      let national = census.columns.count { $0.nationalState == .overdue && $0.state != .overdue }
      if national > 0 { text += "另有\(national)个栏目未逾方案期限，但超过国办期限。" }
    } else {
      text += "没有发布记录，栏目更新情况未作判定。"
    }
    text += "\n\n"
    if let volume = census.volume {
      text += "本月发布信息\(volume.total)条，上月\(volume.totalLastMonth)条"
      if !volume.silentUnits.isEmpty { text += "；零发布单位：\(volume.silentUnits.joined(separator: "、"))" }
      text += "。\n\n"
    }
    if let letters = census.letters {
      text +=
        "本月受理信件\(letters.total.received)件，答复\(letters.total.answered)件，在办\(letters.total.open)件，超3个月未答\(letters.total.overThreeMonths)件。\n\n"
    }
    if let last = census.previous?.trend.last {
      let now = census.count(.overdue)
      text += "与上月相比，逾期栏目由\(last.overdue)个变为\(now)个，发布量由\(last.items)条变为\(census.volume?.total ?? 0)条。\n\n"
    }
    for warning in census.contradictions.prefix(5) { text += "数据提示：\(warning)。\n\n" }
    text += "判定：\(score(census))。\n"
    return text
  }

  private static func score(_ census: Census) -> String {
    let vetoes = census.indicators.filter { $0.verdict == .vetoed }.map(\.indicator.name)
    if !vetoes.isEmpty { return "不合格，单项否决：" + vetoes.joined(separator: "、") }
    if !census.score.unmeasured.isEmpty {
      return "自动检查部分扣\(CensusReport.fixed(census.score.deducted))分，另有\(census.score.unmeasured.count)项待人工检查，未出总分"
    }
    return "\(CensusReport.fixed(census.score.points))分"
  }

  /// What 逾期未更新栏目 and 空白栏目 list, by unit, the worst unit first.
  private static func problems(_ census: Census) -> String {
    let columns = census.columns.filter { !$0.problems.isEmpty }
    if columns.isEmpty { return census.volume == nil ? "没有发布记录，未作判定。\n" : "没有发现逾期和空白栏目。\n" }
    var order: [String] = []
    var byUnit: [String: [ColumnResult]] = [:]
    for column in columns {
      for unit in column.accountable.isEmpty ? [noUnit] : column.accountable {
        if byUnit[unit] == nil { order.append(unit) }
        byUnit[unit, default: []].append(column)
      }
    }
    func weight(_ unit: String) -> (Int, Int) {
      let own = byUnit[unit] ?? []
      return (own.count, own.reduce(0) { $0 + $1.daysOver })
    }
    var text = "| 单位 | 栏目 | 问题 | 最后更新 | 逾期天数 |\n| --- | --- | --- | --- | --- |\n"
    let places = order.enumerated().sorted { left, right in
      weight(left.element) == weight(right.element)
        ? left.offset < right.offset : weight(left.element) > weight(right.element)
    }
    for unit in places.map(\.element) {
      for column in byUnit[unit] ?? [] {
        let cells = [
          unit, column.path.joined(separator: " / "), column.problems.joined(separator: "、"),
          column.lastUpdate?.text ?? "—", column.daysOver == 0 ? "—" : String(column.daysOver),
        ]
        text += "| " + cells.map { $0.replacing("|", with: "／") }.joined(separator: " | ") + " |\n"
      }
    }
    return text
  }

  private static let noUnit = "（方案未定单位）"

  private static func requests(_ census: Census) -> String {
    let open = census.rectifications.filter(\.status.isOpen)
    if open.isEmpty { return "没有待整改事项。\n" }
    let due = WorkingCalendar.national.deadline(workingDays: 10, after: census.asOf)
    var text = "请上述单位于\(due.date.chineseText)前完成整改并反馈。待整改事项共\(open.count)项"
    let old = open.count { $0.months > 1 }
    text += old > 0 ? "，其中\(old)项为以前月份转入。\n" : "。\n"
    return text
  }
}
