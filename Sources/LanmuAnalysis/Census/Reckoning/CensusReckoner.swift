internal import LanmuDiagnostics
internal import LanmuPlan

/// Makes a census of its inputs; the same inputs give the same census.
package enum CensusReckoner {
  package static func census(of given: CensusInput) -> Census {
    var input = given
    input.records?.finish()
    let reckoning = ColumnReckoning(input)
    var names = reckoning.unitNames
    var columns = reckoning.columns
    let entries = ColumnReckoning.columnEntries(of: input.plan)
    let details = DetailReckoning(
      input: input, entries: entries, matching: reckoning.matching, ledgerUnits: reckoning.ledgerUnits)
    let letters = input.letters.map { LetterReckoning(input, log: $0, entries: entries).report(units: &names) }
    let probes = details.probes()
    let links = details.links(columns: columns, units: &names)
    markBroken(&columns, links: links ?? [])
    let activities = details.activities()
    let indicators = IndicatorReckoning(
      rules: input.rules,
      measurement: Measurement(
        input: input, columns: columns, letters: letters, probes: probes, links: links, activities: activities))
    let results = indicators.results()
    let units = UnitReckoning(input, columns: columns, ledgerUnits: reckoning.ledgerUnits).units(letters: letters)
    let classes = entries.map { entry in (entry.path, ColumnClass(path: entry.path)) }
    let volume = input.records.map { records in
      VolumeReckoning(
        input, records: records, matching: reckoning.matching, entries: classes, ledgerUnits: reckoning.ledgerUnits
      ).report(units: units)
    }
    let supplies = details.supplies()
    var census = Census(
      month: input.month, asOf: input.asOf, site: input.site.isEmpty ? siteName(input.plan) : input.site,
      planTitle: input.plan.title, documentNumber: input.plan.documentNumber, rules: input.rules,
      recordsSince: input.recordsSince, inputs: input.inputs, columns: columns, units: units, indicators: results,
      score: indicators.score(results), volume: volume, letters: letters, activities: activities, probes: probes,
      links: links, supplies: supplies, itemsWithoutEvent: max(0, (volume?.total ?? 0) - supplies.count),
      rectifications: RectificationReckoning(input: input, columns: columns).list(), problems: problems(input),
      unmatched: unmatched(input, reckoning, entries), unknownUnits: unknownUnits(input, reckoning),
      matches: matches(input, reckoning, entries), previous: input.previous, trend: [],
      contradictions: input.mapping.misdirections(in: input.plan).map(\.chinese) + contradictions(input, columns))
    census.trend = trend(of: census, previous: input.previous)
    return census
  }

  /// A plan's title names its site: what stands before 门户网站 or 网站.
  private static func siteName(_ plan: Plan) -> String {
    for word in ["政府门户网站", "人民政府网站", "政府网站", "门户网站", "网站"] {
      guard let range = plan.title.firstRange(of: word) else { continue }
      var head = String(plan.title[..<range.lowerBound])
      for opening in ["关于印发", "关于", "印发"] where head.contains(opening) {
        if let found = head.firstRange(of: opening) { head = String(head[found.upperBound...]) }
      }
      return head.filter { $0 != "《" && $0 != "<" } + word
    }
    if !plan.issuer.isEmpty { return plan.issuer }
    // A site without a name would be one with every other in a roll-up; the name of standard input says nothing, though.
    let file = plan.source.file.split(separator: "/").last.map(String.init) ?? ""
    return !plan.title.isEmpty ? plan.title : file == "-" ? "" : file
  }

  /// Columns that must work at all times are judged by the link checks.
  private static func markBroken(_ columns: inout [ColumnResult], links: [LinkResult]) {
    let dead = Set(links.filter(\.isDead).map(\.column))
    guard !dead.isEmpty else { return }
    for place in columns.indices where columns[place].reason == "按可用性" {
      guard dead.contains(columns[place].path.joined(separator: " / ")) else { continue }
      columns[place].state = .overdue
      columns[place].reason = "链接不可用"
      columns[place].problems.append("链接不可用")
    }
  }

  private static func problems(_ input: CensusInput) -> ProblemLog {
    var log = input.records?.problems ?? ProblemLog()
    let others = [input.readingProblems, input.letters?.problems, input.links?.problems, input.probes?.problems]
    for other in others.compactMap({ $0 }) {
      log.merge(other)
    }
    return log
  }

  private static func unmatched(
    _ input: CensusInput, _ reckoning: ColumnReckoning, _ entries: [PlanEntry]
  ) -> [UnmatchedColumn] {
    guard let records = input.records else { return [] }
    var items: [Int: Int] = [:]
    for cell in records.cells { items[cell.path, default: 0] += cell.total }
    func text(_ path: Int) -> String { ColumnPath(records.paths[path]).text }
    func planText(_ entry: Int) -> String { entries[entry].path.joined(separator: " / ") }
    return reckoning.matching.unmatchedEntries.map { entry, suggestion in
      UnmatchedColumn(side: .plan, path: planText(entry), suggestion: suggestion.map(text) ?? "", items: 0)
    }
      + reckoning.matching.unmatchedPaths.map { path, suggestion in
        UnmatchedColumn(
          side: .system, path: text(path), suggestion: suggestion.map { planText($0) } ?? "", items: items[path] ?? 0)
      }.sorted { ($1.items, $0.path) < ($0.items, $1.path) }
  }

  private static func unknownUnits(_ input: CensusInput, _ reckoning: ColumnReckoning) -> [UnknownUnit] {
    guard let records = input.records else { return [] }
    var items: [Int: Int] = [:]
    for cell in records.cells where cell.unit >= 0 && reckoning.ledgerUnits[cell.unit] == nil {
      items[cell.unit, default: 0] += cell.total
    }
    return items.map { UnknownUnit(name: records.units[$0.key], items: $0.value) }
      .sorted { ($1.items, $0.name) < ($0.items, $1.name) }
  }

  private static func matches(
    _ input: CensusInput, _ reckoning: ColumnReckoning, _ entries: [PlanEntry]
  ) -> [MatchedColumn] {
    guard let records = input.records else { return [] }
    return reckoning.matching.matches.enumerated().compactMap { place, match in
      guard let match, let entry = match.entries.first else { return nil }
      return MatchedColumn(
        systemPath: ColumnPath(records.paths[place]).text, path: entries[entry].path.joined(separator: " / "),
        way: match.way.chineseName, unit: match.unit ?? "")
    }
  }

  /// Returned sheets against the export: a unit says updated, the export has nothing that new.
  private static func contradictions(_ input: CensusInput, _ columns: [ColumnResult]) -> [String] {
    var byEntry: [String: ColumnResult] = [:]
    for column in columns where byEntry[column.entry] == nil { byEntry[column.entry] = column }
    var result: [String] = []
    for entry in input.returns ?? [] where entry.status == "已更新" {
      guard let column = byEntry[entry.entry], let claimed = entry.updatedOn, claimed <= input.asOf else { continue }
      if let last = column.lastUpdate, last >= claimed { continue }
      let found = column.lastUpdate.map { "最后更新为\($0.text)" } ?? "没有发布记录"
      result.append(
        "\(entry.unit)回执称“\(column.path.joined(separator: " / "))”于\(claimed.text)更新，发布系统\(found)（\(entry.place.file)第\(entry.place.row)行）"
      )
    }
    if let records = input.records, let period = records.period, records.rows > 0,
      period.upperBound < input.month.firstDay || period.lowerBound > input.month.lastDay
    {
      result.append("发布记录的日期为\(period.lowerBound.text)至\(period.upperBound.text)，不含\(input.month.chineseText)")
    }
    return result
  }

  private static func trend(of census: Census, previous: PreviousCensus?) -> [TrendPoint] {
    let own = TrendPoint(
      month: census.month, deducted: census.score.deducted, vetoed: census.score.vetoed,
      overdue: census.count(.overdue), blank: census.columns.count(where: \.isBlank), items: census.volume?.total ?? 0,
      rate: census.onTimeRate, measured: census.indicators.filter { $0.value != nil }.map(\.indicator.code))
    let earlier = (previous?.trend ?? []).filter { $0.month < census.month }
    return Array((earlier + [own]).suffix(12))
  }
}
