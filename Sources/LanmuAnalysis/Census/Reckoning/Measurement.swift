internal import LanmuPlan

/// Measures what the indicators ask for; what no input tells stays unmeasured.
package struct Measurement {
  /// A measured value with the rows that it stands on.
  struct Value {
    var number: Double
    var evidence: [String] = []
  }

  let input: CensusInput
  let columns: [ColumnResult]
  let letters: LetterReport?
  let probes: [ProbeResult]?
  let links: [LinkResult]?
  let activities: [Activity]

  func value(of measure: Measure) -> Value? {
    switch measure {
    case .probeFailurePercent: return probeFailures()
    case .homeItems: return homeItems()
    case .staleNewsAndNotices: return stale([.news, .notices, .policies], firstLevelOnly: false)
    case .staleNewsAndFirstLevelNotices: return staleFirstLevel()
    case .staleNews: return stale([.news], firstLevelOnly: false)
    case .staleNotices: return stale([.notices, .policies], firstLevelOnly: false)
    case .staleYearly: return stale([.personnel, .plans], firstLevelOnly: false)
    case .longStale: return counted { $0.problems.contains("长期未更新") }
    case .blank:
      guard input.recordsSince != nil else { return nil }
      return counted { $0.isBlank }
    case .overdue: return counted { $0.state == .overdue }
    case .lettersOverThreeMonths:
      return letters.map { report in
        Value(
          number: Double(report.overThreeMonths),
          evidence: report.items.filter(\.isOverThreeMonths).map { "\($0.number) \($0.received.text) \($0.unit)" })
      }
    case .lettersInYear: return letters.map { Value(number: Double($0.receivedInYear)) }
    case .deadHomeLinks: return dead(onHomePage: true)
    case .deadOtherLinks: return dead(onHomePage: false)
    case .consultationsInYear: return activities(.consultation)
    case .interviewsInYear: return activities(.interviews)
    case .daysSinceStatistics: return daysSinceStatistics()
    }
  }

  private func probeFailures() -> Value? {
    let days = (probes ?? []).filter { $0.date > input.asOf.adding(days: -7) }
    let total = days.reduce(0) { $0 + $1.probes }
    guard total > 0 else { return nil }
    let failures = days.reduce(0) { $0 + $1.failures }
    let thin = days.filter { !$0.isEnough }.map { "\($0.date.text) 仅探测\($0.probes)次" }
    return Value(
      number: 100 * Double(failures) / Double(total), evidence: ["7日探测\(total)次，失败\(failures)次"] + thin)
  }

  private func homeItems() -> Value? {
    guard let records = input.records else { return nil }
    let wanted = Set(input.rules.parameters.homeColumns.map { ColumnPath($0).joined })
    let home = columns.filter { wanted.contains(ColumnPath(labels: $0.path).joined) }
    guard !home.isEmpty else { return nil }
    let paths = Set(home.flatMap(\.systemPaths))
    let span = input.asOf.adding(days: -14)...input.asOf
    var items = 0
    for cell in records.cells where cell.path >= 0 && paths.contains(ColumnPath(records.paths[cell.path]).text) {
      items += cell.days.count(in: span)
    }
    return Value(number: Double(items), evidence: home.map { $0.path.joined(separator: " / ") })
  }

  private var isMeasured: Bool { input.records != nil }

  private func counted(_ isFault: (ColumnResult) -> Bool) -> Value? {
    guard isMeasured else { return nil }
    let faults = columns.filter(isFault)
    return Value(number: Double(faults.count), evidence: faults.map { $0.path.joined(separator: " / ") })
  }

  private func stale(_ classes: [ColumnClass], firstLevelOnly: Bool) -> Value? {
    counted { classes.contains($0.columnClass) && ($0.nationalState == .overdue || $0.nationalState == .blank) }
  }

  /// News columns one by one; columns of notices and policies by the outermost label that says so: several columns below
  /// one first-level column are in order together.
  private func staleFirstLevel() -> Value? {
    guard var result = stale([.news], firstLevelOnly: true) else { return nil }
    var branches: [String: [ColumnResult]] = [:]
    var order: [String] = []
    for column in columns {
      guard let branch = Self.branch(of: column) else { continue }
      if branches[branch] == nil { order.append(branch) }
      branches[branch, default: []].append(column)
    }
    for branch in order {
      let states = (branches[branch] ?? []).map(\.nationalState)
      let isFresh = states.contains { $0 == .ok || $0 == .due || $0 == .notMeasured || $0 == .notApplicable }
      if !isFresh {
        result.number += 1
        result.evidence.append(branch)
      }
    }
    return result
  }

  /// The first-level column of notices or policies that a column lies in; `nil` for columns of other classes.
  package static func branch(of column: ColumnResult) -> String? {
    guard column.columnClass == .notices || column.columnClass == .policies else { return nil }
    let depth = column.path.firstIndex { ColumnClass(path: [$0]) == column.columnClass } ?? column.path.count - 1
    return column.path.isEmpty ? nil : column.path[...max(0, depth)].joined(separator: " / ")
  }

  private func dead(onHomePage: Bool) -> Value? {
    links.map { links in
      let dead = links.filter { $0.isDead && $0.isOnHomePage == onHomePage }
      return Value(number: Double(dead.count), evidence: dead.map(\.address))
    }
  }

  private func activities(_ columnClass: ColumnClass) -> Value? {
    // Without such a column in the plan there is nothing to count.
    guard isMeasured, columns.contains(where: { $0.columnClass == columnClass }), isYearCovered else { return nil }
    let own = activities.filter { $0.columnClass == columnClass }
    return Value(number: Double(own.count), evidence: own.map { "\($0.published.text) \($0.title)" })
  }

  private var isYearCovered: Bool {
    let start = input.asOf.adding(months: -12)
    if let since = input.recordsSince { return since <= start }
    return input.records?.period.map { $0.lowerBound <= start } ?? false
  }

  private func daysSinceStatistics() -> Value? {
    guard isMeasured else { return nil }
    let days = columns.filter { $0.columnClass == .statistics }.compactMap(\.lastUpdate)
    return days.max().map { Value(number: Double(input.asOf.days(since: $0)), evidence: [$0.text]) }
  }
}
