internal import LanmuPlan
internal import LanmuRecognition

/// Makes the rows of 栏目更新情况: the plan's columns against what was published.
struct ColumnReckoning {
  private let input: CensusInput
  private let entries: [PlanEntry]
  private let judge: ColumnJudge
  private(set) var matching: ColumnMatching
  private(set) var unitNames: CensusUnitNames
  /// The plan's unit for each unit of the ledger.
  let ledgerUnits: [String?]
  /// The entry of each column, for those who count by entry.
  private(set) var columns: [ColumnResult] = []
  private var cellsByPath: [Int: [Int]] = [:]
  private var pathsByEntry: [Int: [Int]] = [:]
  private var groups: [String: PlanUnit] = [:]
  /// Folded paths of the columns whose items stand on the home page.
  private let home: Set<String>
  /// Folded names of the mailboxes that letters came to.
  private let mailboxes: Set<String>

  init(_ input: CensusInput) {
    self.input = input
    entries = Self.columnEntries(of: input.plan)
    judge = ColumnJudge(
      asOf: input.asOf, recordsSince: input.records == nil ? nil : input.recordsSince,
      recordsPeriod: input.records.map { $0.period ?? input.asOf...input.asOf }, calendar: input.calendar,
      rules: input.rules)
    var names = CensusUnitNames(input.plan.units, aliases: input.mapping.units)
    ledgerUnits = (input.records?.units ?? []).map { names.unit(named: $0) }
    matching = ColumnMatching(
      paths: input.records?.paths ?? [], entries: entries.map { ($0.id, $0.path) }, units: &names,
      aliases: input.mapping.columns)
    unitNames = names
    home = Set(input.rules.parameters.homeColumns.map { ColumnPath($0).joined })
    let addressed = Set((input.letters?.letters ?? []).map(\.column))
    mailboxes = Set(addressed.compactMap { ColumnPath($0).leaf })
    for unit in input.plan.units where unit.kind == .group { groups[unit.name] = unit }
    for (place, cell) in (input.records?.cells ?? []).enumerated() where cell.path >= 0 {
      cellsByPath[cell.path, default: []].append(place)
    }
    for (path, match) in matching.matches.enumerated() {
      for entry in match?.entries ?? [] { pathsByEntry[entry, default: []].append(path) }
    }
    reckon()
  }

  /// The rows of the plan's tables of columns; indicators and the units' own tables list no columns of the site.
  static func columnEntries(of plan: Plan) -> [PlanEntry] {
    let columns = plan.entries.filter { entry in
      guard plan.tables.indices.contains(entry.table) else { return true }
      return plan.tables[entry.table].kind == .columns
    }
    return columns.isEmpty ? plan.entries.filter { !$0.path.isEmpty } : columns
  }

  private mutating func reckon() {
    for (place, entry) in entries.enumerated() where !entry.path.isEmpty {
      let paths = pathsByEntry[place] ?? []
      let own = paths.filter { matching.matches[$0]?.unit != nil }
      let joint = paths.filter { matching.matches[$0]?.unit == nil }
      if own.isEmpty || !joint.isEmpty { columns.append(column(place, entry, paths: joint, unit: nil)) }
      guard !own.isEmpty else { continue }
      for unit in ownUnits(of: entry, paths: own) {
        let its = own.filter { matching.matches[$0]?.unit == unit }
        columns.append(column(place, entry, paths: its, unit: unit))
      }
    }
    follow()
  }

  /// The units that have, or ought to have, a column of their own: the plan's order, then those only the system knows.
  private func ownUnits(of entry: PlanEntry, paths: [Int]) -> [String] {
    var result: [String] = []
    for assignment in entry.assignments where assignment.role == .responsible || assignment.role == .lead {
      let members = groups[assignment.unit]?.members ?? (groups[assignment.unit] == nil ? [assignment.unit] : [])
      for member in members where !result.contains(member) { result.append(member) }
    }
    for path in paths {
      if let unit = matching.matches[path]?.unit, !result.contains(unit) { result.append(unit) }
    }
    return result
  }

  private func column(_ place: Int, _ entry: PlanEntry, paths: [Int], unit: String?) -> ColumnResult {
    let tally = self.tally(paths)
    let obligations = ObligationSet(entry)
    let columnClass = self.columnClass(of: entry)
    let items = tally.newest(obligations.itemsNeeded, upTo: input.asOf)
    let suggestion = matching.unmatchedEntries.first { $0.entry == place }?.suggestion
    let circumstances = ColumnJudge.Circumstances(
      isMatched: !paths.isEmpty, hasSuggestion: paths.isEmpty && suggestion != nil, isExempt: isExempt(entry),
      hasUndatedItems: tally.undated > 0, hasLetters: hasLetters(entry))
    var verdict = judge.planVerdict(obligations, items: items, columnClass: columnClass, circumstances: circumstances)
    let national = judge.nationalVerdict(items: items, columnClass: columnClass, circumstances: circumstances)
    if unit != nil, paths.isEmpty {
      // With the export declared complete, a unit without its own column has published nothing in it.
      let missing = "发布系统无此单位栏目"
      if verdict.state == .blank {
        verdict.reason = missing + "，" + verdict.reason
      } else {
        verdict = ColumnJudge.Verdict(state: .notMeasured, reason: missing)
      }
    }
    let month = input.month.firstDay...input.month.lastDay
    let newYear = input.month.firstDay.adding(months: 1 - input.month.month)
    return ColumnResult(
      entry: entry.id, path: entry.path, ownUnit: unit, columnClass: columnClass, ruleText: Self.ruleText(entry),
      rules: obligations.rules, obligations: obligations.obligations, lastUpdate: items.first,
      lastTitle: tally.newestItem.title, lastLink: tally.newestItem.link,
      itemsThisMonth: tally.days.count(in: month),
      itemsThisYear: newYear <= input.asOf ? tally.days.count(in: newYear...input.asOf) : 0, itemsTotal: tally.total,
      itemsOnHomePage: home.contains(ColumnPath(labels: entry.path).joined)
        ? tally.days.count(in: input.asOf.adding(days: -14)...input.asOf) : nil,
      countedFrom: obligations.countedFrom(items),
      state: verdict.state, reason: verdict.reason, nationalState: national.state, nationalReason: national.reason,
      dueOn: verdict.due,
      daysOver: verdict.state == .overdue ? verdict.due.map { input.asOf.days(since: $0.date) } ?? 0 : 0,
      problems: problems(verdict, national, last: items.first, columnClass: columnClass),
      duties: duties(of: entry, tally: tally),
      systemPaths: paths.map { ColumnPath(input.records?.paths[$0] ?? "").text },
      remark: remark(obligations, due: verdict.due, suggestion: suggestion))
  }

  private func tally(_ paths: [Int]) -> ColumnTally {
    var tally = ColumnTally()
    tally.paths = paths
    guard let records = input.records else { return tally }
    let month = input.month.firstDay...input.month.lastDay
    for path in paths {
      if records.newest[path].day > tally.newestItem.day { tally.newestItem = records.newest[path] }
      for cell in cellsByPath[path] ?? [] { tally.add(records.cells[cell], month: month) }
    }
    return tally
  }

  private func columnClass(of entry: PlanEntry) -> ColumnClass {
    let joined = ColumnPath(labels: entry.path).joined
    for (path, own) in input.rules.parameters.classes where ColumnPath(path).joined == joined { return own }
    return ColumnClass(path: entry.path)
  }

  private func hasLetters(_ entry: PlanEntry) -> Bool {
    ColumnPath(labels: entry.path).leaf.map(mailboxes.contains) ?? false
  }

  private func isExempt(_ entry: PlanEntry) -> Bool {
    if entry.path.contains(where: { $0.contains("历史专栏") || $0.contains("历史专题") || $0.contains("历史文件") }) { return true }
    let joined = ColumnPath(labels: entry.path).joined
    return input.rules.parameters.exempt.contains { ColumnPath($0).joined == joined || $0 == entry.id }
  }

  private static func ruleText(_ entry: PlanEntry) -> String {
    if !entry.update.text.isEmpty { return entry.update.text }
    return entry.update.rules.map(\.text).joined(separator: "；")
  }

  private func problems(
    _ plan: ColumnJudge.Verdict, _ national: ColumnJudge.Verdict, last: CivilDate?, columnClass: ColumnClass
  ) -> [String] {
    var result: [String] = []
    if plan.state == .overdue { result.append(plan.reason.isEmpty ? "逾期" : "逾期（\(plan.reason)）") }
    if national.state == .overdue, let window = input.rules.window(for: columnClass) { result.append(window.problem) }
    let isBlank = plan.state == .blank || national.state == .blank
    if isBlank { result.append("空白") }
    if isBlank || ((plan.state == .overdue || national.state == .overdue) && judge.isLongStale(last: last)) {
      result.append("长期未更新")
    }
    return result
  }

  private func duties(of entry: PlanEntry, tally: ColumnTally) -> [ColumnResult.Duty] {
    entry.assignments.map { assignment in
      let members = groups[assignment.unit]?.members ?? []
      var items = 0
      for (unit, count) in tally.byUnit where unit >= 0 {
        guard let name = ledgerUnits[unit] else { continue }
        if name == assignment.unit || members.contains(name) { items += count }
      }
      return ColumnResult.Duty(
        unit: assignment.unit, role: assignment.role, scope: assignment.scope, items: items,
        isPrimary: assignment.from == nil || assignment.from == .label)
    }
  }

  private func remark(_ set: ObligationSet, due: DueDate?, suggestion: Int?) -> String {
    var remarks: [String] = []
    if set.isChosen { remarks.append("期限按内容类别选定，请核对") }
    if let due {
      if due.isProvisional { remarks.append("暂按周一至周五计") }
      if let holiday = input.calendar.specialDay(on: due.date), !holiday.isWorked {
        remarks.append("到期日在\(holiday.name)假期内，此前最后一个工作日为\(due.workingDay(in: input.calendar).text)")
      }
    }
    if let suggestion, let path = input.records?.paths[suggestion] {
      remarks.append("发布系统有近似栏目：\(ColumnPath(path).text)")
    }
    return remarks.joined(separator: "；")
  }

  /// Columns that follow another take its state; those whose model is not found wait for a person.
  private mutating func follow() {
    for place in columns.indices where columns[place].state == .notApplicable {
      guard case .follows(let target)? = columns[place].obligations.first, !target.isEmpty else { continue }
      let wanted = LabelText.fold(target)
      let models = columns.indices.filter { other in
        other != place && columns[other].path.contains { LabelText.fold($0) == wanted }
      }
      let states = models.map { columns[$0].state }
      guard let worst = Self.severity.first(where: states.contains) else { continue }
      columns[place].state = worst
      columns[place].reason = "同“\(target)”"
      columns[place].dueOn = models.compactMap { columns[$0].dueOn }.min()
      columns[place].daysOver = worst == .overdue ? models.map { columns[$0].daysOver }.max() ?? 0 : 0
      if worst == .overdue { columns[place].problems.append("逾期（同“\(target)”）") }
    }
  }

  private static let severity: [ColumnResult.State] = [.overdue, .blank, .due, .ok]
}
