import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition

/// Entries without a unit or a rule of time, rules nobody can check, contradictory roles, empty branches, repeated columns.
struct EntryChecks {
  let plan: Plan
  /// Tables with a time field.
  private let timedTables: Set<Int>
  /// Entries whose empty unit or time may have been merged with the row above, by their places among the entries.
  private let maybeMergedUnits: Set<String>
  private let maybeMergedTimes: Set<String>

  init(plan: Plan) {
    self.plan = plan
    maybeMergedUnits = Self.maybeMerged(in: plan, fields: [.lead, .responsible]) { $0.lead + $0.responsible }
    maybeMergedTimes = Self.maybeMerged(in: plan, fields: [.update, .supply]) { $0.update.text + $0.supply.text }
    timedTables = Set(plan.entries.filter { !$0.update.text.isEmpty || !$0.supply.text.isEmpty }.map(\.table))
  }

  func findings(in entry: PlanEntry) -> [CheckFinding] {
    guard kind(of: entry) != .units else { return [] }
    if isEmptyBranch(entry) {
      return [
        finding(
          .warning, "check.branch.empty", entry,
          Message(zh: "栏目“\(entry.label)”除名称外没有任何内容", en: "“\(entry.label)” has nothing but its name"),
          Message(zh: "请补全内容、时限和单位，或删去该栏目", en: "complete it or take it out"))
      ]
    }
    return unit(of: entry) + time(of: entry) + roles(of: entry)
  }

  private func kind(of entry: PlanEntry) -> RecognisedTable.Kind? {
    plan.tables.indices.contains(entry.table) ? plan.tables[entry.table].kind : nil
  }

  private func finding(
    _ severity: Diagnostic.Severity, _ code: String, _ entry: PlanEntry, _ message: Message, _ remedy: Message
  ) -> CheckFinding {
    CheckFinding(
      severity, code: code, message: message, remedy: remedy, position: entry.position, entry: entry.id,
      path: entry.path)
  }

  private func isEmptyBranch(_ entry: PlanEntry) -> Bool {
    [entry.requirement, entry.target, entry.supply.text, entry.update.text, entry.mode, entry.lead, entry.responsible]
      .allSatisfy(\.isEmpty) && entry.cooperating.isEmpty && entry.assignments.isEmpty
  }

  /// The ids of entries that leave fields empty where the reader doubted that, and of those below them that do so too.
  private static func maybeMerged(
    in plan: Plan, fields: Set<FieldMeaning>, text: (PlanEntry) -> String
  ) -> Set<String> {
    var found: Set<String> = []
    var runsOn = false
    var table: Int?
    for entry in plan.entries {
      if entry.table != table || !text(entry).isEmpty { runsOn = false }
      table = entry.table
      guard text(entry).isEmpty else { continue }
      if entry.doubts.contains(where: { doubt in doubt.field.map(fields.contains) ?? false }) { runsOn = true }
      if runsOn { found.insert(entry.id) }
    }
    return found
  }

  /// Whether the reading of one of the fields is a finding already.
  private func isDoubted(_ entry: PlanEntry, _ fields: Set<FieldMeaning>) -> Bool {
    entry.doubts.contains { doubt in doubt.field.map(fields.contains) ?? false }
  }

  private func unit(of entry: PlanEntry) -> [CheckFinding] {
    guard entry.assignments.isEmpty, !isDoubted(entry, [.lead, .responsible]) else { return [] }
    let said = entry.lead + entry.responsible
    if maybeMergedUnits.contains(entry.id) {
      return [
        finding(
          .note, "check.unit.missing", entry,
          Message(
            zh: "栏目“\(entry.label)”的单位一格为空，可能与上一行是合并单元格",
            en: "“\(entry.label)” has no unit of its own; its cell may have been merged with the row above"),
          Message(zh: "请对照原件，补上责任单位", en: "compare the original and name a unit"))
      ]
    }
    if said.isEmpty {
      return [
        finding(
          .warning, "check.unit.missing", entry,
          Message(zh: "栏目“\(entry.label)”没有责任单位", en: "nobody answers for “\(entry.label)”"),
          Message(zh: "请明确责任单位", en: "name a unit"))
      ]
    }
    return [
      finding(
        .note, "check.unit.none-named", entry,
        Message(
          zh: "栏目“\(entry.label)”的责任单位写作“\(said)”，没有指明单位",
          en: "the unit of “\(entry.label)” is given as “\(said)”, which names none"),
        Message(zh: "请确认是否确实不需要责任单位", en: "confirm that no unit is meant"))
    ]
  }

  private func time(of entry: PlanEntry) -> [CheckFinding] {
    let rules = entry.update.rules + entry.supply.rules + entry.requirementRules
    if rules.isEmpty, entry.update.text.isEmpty, entry.supply.text.isEmpty {
      guard timedTables.contains(entry.table), !isDoubted(entry, [.update, .supply]) else { return [] }
      if maybeMergedTimes.contains(entry.id) {
        return [
          finding(
            .note, "check.time.missing", entry,
            Message(
              zh: "栏目“\(entry.label)”的时限一格为空，可能与上一行是合并单元格",
              en: "“\(entry.label)” has no rule of time of its own; its cell may have been merged with the row above"),
            Message(zh: "请对照原件，补上更新时限", en: "compare the original and add one"))
        ]
      }
      return [
        finding(
          kind(of: entry) == .columns ? .warning : .note, "check.time.missing", entry,
          Message(zh: "栏目“\(entry.label)”没有更新或提供时限", en: "“\(entry.label)” has no rule of time"),
          Message(zh: "请补充更新时限，否则只能按国家普查口径判断", en: "add one; until then only the national windows apply"))
      ]
    }
    return []
  }

  /// Rules that nobody can check, each told once with the number of its entries.
  func uncheckableRules() -> [CheckFinding] {
    var order: [String] = []
    var uses: [String: (rule: TimeRule, entries: [PlanEntry])] = [:]
    for entry in plan.entries {
      let rules = entry.update.rules + entry.supply.rules
      let isCheckable = rules.contains(where: EntryChecks.isCheckable)
      for rule in rules where EntryChecks.whyUncheckable(rule) != nil {
        // Beside a rule with a calendar, what else is demanded needs none.
        if isCheckable, rule.kind != .unknown { continue }
        if uses[rule.text] == nil { order.append(rule.text) }
        uses[rule.text, default: (rule, [])].entries.append(entry)
      }
    }
    return order.compactMap { text in
      guard let use = uses[text], let first = use.entries.first, let reason = EntryChecks.whyUncheckable(use.rule)
      else {
        return nil
      }
      let others = use.entries.count - 1
      let also = others > 0 ? "等 \(use.entries.count) 个栏目" : ""
      let alsoInEnglish = others > 0 ? " and \(others) more" : ""
      return finding(
        use.rule.kind == .unknown ? .warning : .note, "check.time.uncheckable", first,
        Message(
          zh: "“\(first.label)”\(also)的时限“\(text)”\(reason.chinese)，无法核查",
          en: "the rule “\(text)” of “\(first.label)”\(alsoInEnglish) \(reason.english) and cannot be checked"),
        Message(zh: "请写明日期或周期", en: "set a date or a period"))
    }
  }

  private static func isCheckable(_ rule: TimeRule) -> Bool {
    switch rule.kind {
    case .interval, .months, .annual: true
    default: false
    }
  }

  private static func whyUncheckable(_ rule: TimeRule) -> Message? {
    switch rule.kind {
    case .unknown: Message(zh: "含义不明", en: "is not understood")
    case .regular: Message(zh: "没有写明周期", en: "names no period")
    // 法定: the law's own periods are known.
    case .external("法定"): nil
    case .external(let authority):
      authority.isEmpty
        ? Message(zh: "没有写明按谁的要求", en: "does not say whose demand is meant")
        : Message(zh: "取决于“\(authority)”的要求", en: "depends on what “\(authority)” demands")
    case .follows(let target) where target.isEmpty: Message(zh: "没有写明与什么同步", en: "does not say what it follows")
    default: nil
    }
  }

  private func roles(of entry: PlanEntry) -> [CheckFinding] {
    let own = entry.assignments.filter { $0.from == nil }
    let leads = Set(own.filter { $0.role == .lead && $0.scope.isEmpty }.map(\.unit))
    let both = own.filter { $0.role == .cooperating && $0.scope.isEmpty && leads.contains($0.unit) }.map(\.unit)
    return both.map { unit in
      finding(
        .warning, "check.role.contradictory", entry,
        Message(
          zh: "“\(unit)”在栏目“\(entry.label)”中既牵头又配合", en: "“\(unit)” both leads and cooperates in “\(entry.label)”"),
        Message(zh: "请保留其中一种职责", en: "keep one of the roles"))
    }
  }

  // MARK: Tables and columns

  /// Tables without a time field: told once with the number of entries whose texts name no time either.
  func tablesWithoutTime() -> [CheckFinding] {
    plan.tables.indices.compactMap { index in
      guard plan.tables[index].kind != .units, !timedTables.contains(index) else { return nil }
      let entries = plan.entries.filter { $0.table == index }
      let timeless = entries.filter {
        $0.update.rules.isEmpty && $0.supply.rules.isEmpty && $0.requirementRules.isEmpty
      }
      guard let first = timeless.first else { return nil }
      return finding(
        .note, "check.time.no-field", first,
        Message(
          zh: "表中没有时限列，\(entries.count) 个条目中有 \(timeless.count) 个也没有在要求中写明时限，首个为“\(first.label)”",
          en:
            "the table has no time field, and \(timeless.count) of its \(entries.count) entries name no time in their texts either; the first is “\(first.label)”"
        ),
        Message(zh: "如需按期核查，请另行规定更新时限", en: "set rules elsewhere if they are to be checked"))
    }
  }

  /// The same column listed twice, and in a units table the same unit.
  func repeatedColumns() -> [CheckFinding] {
    var first: [String: PlanEntry] = [:]
    var findings: [CheckFinding] = []
    var previous = ""
    for entry in plan.entries {
      let name = entry.path.isEmpty ? entry.responsible : entry.path.map(\.foldedKey).joined(separator: "\u{1F}")
      guard !name.isEmpty else { continue }
      let key = "\(entry.table)\u{1E}" + name
      // Rows of one merged label, each with its own part of the column, are one column.
      let runsOn = previous == key
      previous = key
      guard let earlier = first[key] else {
        first[key] = entry
        continue
      }
      if runsOn, earlier.requirement != entry.requirement || earlier.responsible != entry.responsible { continue }
      let place = earlier.position.text(in: .chinese)
      let placeInEnglish = earlier.position.text(in: .english)
      findings.append(
        finding(
          .warning, "check.column.repeated", entry,
          Message(zh: "“\(entry.label)”已在\(place)列出", en: "“\(entry.label)” stands at \(placeInEnglish) already"),
          Message(zh: "请合并两处，或写明区别", en: "merge the two or tell them apart")))
    }
    return findings
  }
}
