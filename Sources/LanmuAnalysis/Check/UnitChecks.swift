import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition

/// Units that look like slips of others, that a roster lacks, or that a reform has replaced; units named only once.
struct UnitChecks {
  let plan: Plan
  /// A user's own directory.
  let directory: UnitDirectory?
  /// That and the built-in one, as they hold on the document's date.
  private let known: UnitDirectory
  /// Names of the plan's units that ``known`` has.
  private let knownUnits: Set<String>
  let successions: SuccessionRegistry
  /// Entries that name each unit, in order.
  private let uses: [String: [PlanEntry]]

  init(plan: Plan, directory: UnitDirectory?, successions: SuccessionRegistry) {
    self.plan = plan
    self.directory = directory
    known = (directory.map { $0.adding(.builtIn) } ?? .builtIn).valid(on: plan.dateOfNames)
    knownUnits = plan.unitsListed(in: known)
    self.successions = successions
    var uses: [String: [PlanEntry]] = [:]
    for entry in plan.entries {
      for unit in Set(entry.assignments.map(\.unit)) { uses[unit, default: []].append(entry) }
    }
    self.uses = uses
  }

  func findings() -> [CheckFinding] {
    nearDuplicates() + replaced() + formerNames() + unlisted() + namedOnce()
  }

  private var bodies: [PlanUnit] { plan.units.filter { $0.kind == .unit || $0.kind == .unknown } }

  private func finding(
    _ severity: Diagnostic.Severity, _ code: String, _ unit: String, _ message: Message, _ remedy: Message
  ) -> CheckFinding {
    let entry = uses[unit]?.first
    return CheckFinding(
      severity, code: code, message: message, remedy: remedy, position: entry?.position ?? SourcePosition(),
      entry: entry?.id, path: entry?.path ?? [])
  }

  // MARK: Slips

  private func nearDuplicates() -> [CheckFinding] {
    var findings: [CheckFinding] = []
    let bodies = bodies
    let cores = bodies.map { UnitName.core($0.name) }
    let index = NearNameIndex(cores)
    for first in bodies.indices {
      for second in index.places(near: first) where second > first {
        let isAlike =
          isNear(cores[first], cores[second])
          || isMistyped((bodies[first].name, cores[first]), (bodies[second].name, cores[second]))
        guard isAlike, !areKnownApart(bodies[first], bodies[second]) else { continue }
        let rare = (uses[bodies[first].name]?.count ?? 0) < (uses[bodies[second].name]?.count ?? 0) ? first : second
        let common = rare == first ? second : first
        findings.append(
          finding(
            .warning, "check.unit.near-duplicate", bodies[rare].name,
            Message(
              zh: "单位“\(bodies[rare].name)”与“\(bodies[common].name)”名称相近",
              en: "the units “\(bodies[rare].name)” and “\(bodies[common].name)” have similar names"),
            Message(
              zh: "若为同一单位，请统一名称，或在单位名录（--units）中注明简称",
              en: "if they are one, use one name or list the other in a directory (--units)")))
      }
    }
    return findings
  }

  private func isNear(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    guard short.count >= 3, short.last == long.last else { return false }
    if NearNames.swapsNeighbours(first, second) { return true }
    if short.count >= 5, NearNames.lacksOneCharacter(short, long) { return true }
    // 县新闻中心 and 县新闻传播中心: a word was left out.
    return short.count >= 4 && long.count - short.count == 2 && short.prefix(2) == long.prefix(2)
      && short.suffix(2) == long.suffix(2) && short.isSubsequence(of: long)
  }

  /// 县财攻局 beside 县财政局: one character off a name that a directory knows, used once, and known by none itself.
  private func isMistyped(_ first: (name: String, core: String), _ second: (name: String, core: String)) -> Bool {
    let (isFirstKnown, isSecondKnown) = (knownUnits.contains(first.name), knownUnits.contains(second.name))
    guard isFirstKnown != isSecondKnown, uses[(isFirstKnown ? second : first).name]?.count == 1 else { return false }
    return first.core.count >= 3 && NearNames.differsInOne(first.core, second.core)
  }

  private func areKnownApart(_ first: PlanUnit, _ second: PlanUnit) -> Bool {
    if let one = UnitName.level(of: first.name), let two = UnitName.level(of: second.name), one != two { return true }
    guard let one = known.body(named: first.name), let two = known.body(named: second.name) else { return false }
    // Both names are known, as two bodies; only a whole name within the other may still be a slip.
    return one.name != two.name && !(first.name.hasSuffix("中心") && second.name.hasSuffix("中心"))
  }

  // MARK: Reforms

  /// A unit beside the one that replaced it in the same document.
  private func replaced() -> [CheckFinding] {
    var findings: [CheckFinding] = []
    let bodies = bodies
    let places = Dictionary(grouping: bodies.indices) { UnitName.core(bodies[$0].name) }
    for older in bodies {
      var facts: [Int: UnitSuccession] = [:]
      for fact in successions.successions(of: older.name) {
        for place in fact.successors.flatMap({ places[UnitName.core($0)] ?? [] })
        where facts[place] == nil && UnitName.levelsAgree(older.name, bodies[place].name) { facts[place] = fact }
      }
      for (place, fact) in facts.sorted(by: { $0.key < $1.key })
      where fact.makesSuccessor && bodies[place].name != older.name {
        let newer = bodies[place]
        let caveat = fact.basis == .generalKnowledge ? "，系一般了解，未经查证" : ""
        findings.append(
          finding(
            .note, "check.unit.replaced", older.name,
            Message(
              zh: "“\(older.name)”与其后继“\(newer.name)”同时出现（\(fact.since)：\(fact.evidence)\(caveat)）",
              en:
                "“\(older.name)” stands beside “\(newer.name)”, which followed it in \(fact.since) (\(fact.evidence)\(caveat.isEmpty ? "" : ", general knowledge, not looked up"))"
            ),
            Message(zh: "请核对旧名称是否应当更新", en: "see whether the older name should be brought up to date")))
      }
    }
    return findings
  }

  /// A name that the user's directory calls a former one on the document's date.
  private func formerNames() -> [CheckFinding] {
    guard let directory else { return [] }
    let date = plan.dateOfNames
    var units: [String: PlanUnit] = [:]
    for unit in bodies {
      for name in [unit.name] + unit.aliases where units[name.foldedKey] == nil { units[name.foldedKey] = unit }
    }
    return directory.bodies.filter { !$0.since.isEmpty && !date.isEmpty && !$0.isRenamed(after: date) }.flatMap {
      body in
      body.formerNames.compactMap { name in
        units[name.foldedKey].map { unit in
          finding(
            .note, "check.unit.former-name", unit.name,
            Message(
              zh: "“\(name)”自\(body.since)起已更名为“\(body.name)”，本文件（\(date)）仍用旧名",
              en: "“\(name)” has been “\(body.name)” since \(body.since); this document (\(date)) uses the old name"),
            Message(zh: "请改用现名称", en: "use the present name"))
        }
      }
    }
  }

  // MARK: Rosters

  /// Units with duties that the document's units table, or the user's directory, does not list.
  private func unlisted() -> [CheckFinding] {
    let listed = Set(
      plan.entries.filter { plan.tables.indices.contains($0.table) && plan.tables[$0.table].kind == .units }
        .flatMap(\.assignments).map(\.unit))
    let ownListed = directory.map { plan.unitsListed(in: $0) }
    var findings: [CheckFinding] = []
    for unit in bodies where unit.kind == .unit {
      if !listed.isEmpty, !listed.contains(unit.name) {
        findings.append(
          finding(
            .note, "check.unit.unlisted", unit.name,
            Message(
              zh: "“\(unit.name)”承担栏目，但不在文中的单位表内",
              en: "“\(unit.name)” has duties but is not in the document's table of units"),
            Message(zh: "请补入单位表，或确认其不需单列", en: "add it there, or confirm that it needs no row")))
      }
      if let ownListed, !ownListed.contains(unit.name) {
        findings.append(
          finding(
            .warning, "check.unit.unknown", unit.name,
            Message(zh: "“\(unit.name)”不在单位名录中", en: "“\(unit.name)” is not in the directory of units"),
            Message(zh: "请核对名称，或补入名录", en: "see whether the name is right, or add it to the directory")))
      }
    }
    return findings
  }

  /// Names that stand once in the whole plan and that no directory knows: one finding that lists them.
  private func namedOnce() -> [CheckFinding] {
    let listed = Set(
      plan.entries.filter { plan.tables.indices.contains($0.table) && plan.tables[$0.table].kind == .units }
        .flatMap(\.assignments).map(\.unit))
    return bodies.filter { unit in
      uses[unit.name]?.count == 1 && !listed.contains(unit.name)
        && !knownUnits.contains(unit.name)
    }.map { unit in
      finding(
        .note, "check.unit.once", unit.name,
        Message(
          zh: "“\(unit.name)”只出现一次，且不在常用单位名录中", en: "“\(unit.name)” is named only once and no directory knows it"),
        Message(zh: "请核对是否写错", en: "see whether it is a slip"))
    }
  }
}
