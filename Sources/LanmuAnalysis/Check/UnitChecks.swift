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
  let successions: SuccessionRegistry
  /// Entries that name each unit, in order.
  private let uses: [String: [PlanEntry]]

  init(plan: Plan, directory: UnitDirectory?, successions: SuccessionRegistry) {
    self.plan = plan
    self.directory = directory
    known = (directory.map { $0.adding(.builtIn) } ?? .builtIn).valid(on: plan.dateOfNames)
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
    for first in bodies.indices {
      for second in bodies.indices where second > first {
        let isAlike = isNear(cores[first], cores[second]) || isMistyped(bodies[first], bodies[second])
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
      && short.suffix(2) == long.suffix(2) && NearNames.isSubsequence(short, of: long)
  }

  /// 县财攻局 beside 县财政局: one character off a name that a directory knows, used once, and known by none itself.
  private func isMistyped(_ first: PlanUnit, _ second: PlanUnit) -> Bool {
    let one = UnitName.core(first.name)
    let two = UnitName.core(second.name)
    guard one.count >= 3, NearNames.differsInOne(one, two) else { return false }
    let (isFirstKnown, isSecondKnown) = (plan.isListed(first, in: known), plan.isListed(second, in: known))
    guard isFirstKnown != isSecondKnown else { return false }
    return uses[(isFirstKnown ? second : first).name]?.count == 1
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
    for older in bodies {
      for newer in bodies where newer.name != older.name {
        guard let fact = successions.relation(between: older.name, and: newer.name), fact.makesSuccessor else {
          continue
        }
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
    return directory.bodies.filter { !$0.since.isEmpty && !date.isEmpty && !$0.isRenamed(after: date) }.flatMap {
      body in
      body.formerNames.compactMap { name in
        let unit = bodies.first { unit in ([unit.name] + unit.aliases).contains { $0.foldedKey == name.foldedKey } }
        return unit.map { unit in
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
      if let directory, !plan.isListed(unit, in: directory) {
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
        && !plan.isListed(unit, in: known)
    }.map { unit in
      finding(
        .note, "check.unit.once", unit.name,
        Message(
          zh: "“\(unit.name)”只出现一次，且不在常用单位名录中", en: "“\(unit.name)” is named only once and no directory knows it"),
        Message(zh: "请核对是否写错", en: "see whether it is a slip"))
    }
  }
}
