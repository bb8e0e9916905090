internal import LanmuPlan

/// The details behind the summary: probes, links, activities, supply deadlines.
struct DetailReckoning {
  let input: CensusInput
  let entries: [PlanEntry]
  let matching: ColumnMatching
  let ledgerUnits: [String?]

  func probes() -> [ProbeResult]? {
    guard let log = input.probes else { return nil }
    let days = log.sorted
    return days.map { day in
      let week = days.filter { $0.date <= day.date && $0.date > day.date.adding(days: -7) }
      return ProbeResult(
        date: day.date, probes: day.probes, failures: day.failures, longest: day.longest,
        weekProbes: week.reduce(0) { $0 + $1.probes }, weekFailures: week.reduce(0) { $0 + $1.failures })
    }
  }

  func links(columns: [ColumnResult], units names: inout CensusUnitNames) -> [LinkResult]? {
    guard let log = input.links else { return nil }
    let paths = log.broken.map(\.column)
    let found = ColumnMatching(
      paths: paths, entries: entries.map { ($0.id, $0.path) }, units: &names, aliases: input.mapping.columns)
    var responsible: [String: String] = [:]
    for column in columns { responsible[column.entry] = column.accountable.joined(separator: "、") }
    return zip(log.broken, found.matches).map { link, match in
      let entry = link.column.isEmpty ? nil : match?.entries.first.map { entries[$0] }
      let named = link.unit.isEmpty ? nil : names.unit(named: link.unit) ?? link.unit
      return LinkResult(
        isOnHomePage: link.isOnHomePage, kind: link.kind, text: link.text, address: link.address, page: link.page,
        column: entry.map { $0.path.joined(separator: " / ") } ?? link.column,
        unit: named ?? entry.flatMap { responsible[$0.id] } ?? "", code: link.code, found: link.first,
        days: max(1, link.days.count), isDead: link.isDead)
    }.sorted { left, right in
      if left.isOnHomePage != right.isOnHomePage { return left.isOnHomePage }
      return (left.unit, left.address, left.page) < (right.unit, right.address, right.page)
    }
  }

  func activities() -> [Activity] {
    guard let records = input.records else { return [] }
    return records.items.compactMap { item in
      guard item.path >= 0 else { return nil }
      let path = ColumnPath(records.paths[item.path])
      let columnClass = ColumnClass(path: path.labels)
      guard columnClass == .interviews || columnClass == .consultation, item.published > input.asOf.adding(months: -12)
      else {
        return nil
      }
      return Activity(
        columnClass: columnClass, title: item.title, unit: unit(item.unit), published: item.published, path: path.text)
    }.sorted { ($0.columnClass.rawValue, $0.published, $0.title) < ($1.columnClass.rawValue, $1.published, $1.title) }
  }

  func supplies() -> [SupplyResult] {
    guard let records = input.records else { return [] }
    let month = input.month.firstDay...input.month.lastDay
    return records.items.compactMap { item in
      guard item.path >= 0, let event = item.event, month.contains(item.published) else { return nil }
      let path = ColumnPath(records.paths[item.path])
      let entry = matching.matches[item.path]?.entries.first.map { entries[$0] }
      let span = entry.flatMap { Self.limit($0, title: item.title) }
      let due = span.map { DueDate.deadline($0, after: event, calendar: input.calendar) }
      let late = due.map { max(0, input.calendar.workingDays(from: $0.date, to: item.published)) } ?? 0
      return SupplyResult(
        title: item.title, column: entry.map { $0.path.joined(separator: " / ") } ?? path.text, unit: unit(item.unit),
        event: event, limit: span.map(Self.text) ?? "", due: due, published: item.published, workingDaysLate: late)
    }.sorted { ($1.workingDaysLate, $0.column, $0.title) < ($0.workingDaysLate, $1.column, $1.title) }
  }

  private func unit(_ place: Int) -> String {
    guard place >= 0, let records = input.records else { return "" }
    return ledgerUnits[place] ?? records.units[place]
  }

  /// The deadline of an item: of the rule whose scope the title or the path names, else of the longest.
  private static func limit(_ entry: PlanEntry, title: String) -> TimeSpan? {
    var spans: [(TimeSpan, Bool)] = []
    for rule in entry.supply.rules + entry.update.rules {
      guard case .after(_, let within) = rule.kind else { continue }
      let named = !rule.scope.isEmpty && (title.contains(rule.scope) || entry.path.contains { $0.contains(rule.scope) })
      spans.append((within, named))
    }
    if let named = spans.first(where: \.1) { return named.0 }
    return spans.map(\.0).max { $0.count < $1.count }
  }

  static func text(_ span: TimeSpan) -> String {
    switch span.unit {
    case .day: "\(span.count)天"
    case .workday: "\(span.count)个工作日"
    case .week: "\(span.count)周"
    case .month: "\(span.count)个月"
    case .year: "\(span.count)年"
    }
  }
}
