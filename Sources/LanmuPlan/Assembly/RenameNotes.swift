import LanmuDiagnostics

/// Says where a user's directory renames a body from a day that the document does not reach, or has no date to compare with.
struct RenameNotes {
  let directory: UnitDirectory
  /// A plan with its units.
  let plan: Plan

  func diagnostics() -> [Diagnostic] {
    let date = plan.dateOfNames
    let renamed = directory.bodies.filter { !$0.since.isEmpty && (date.isEmpty || $0.isRenamed(after: date)) }
    guard renamed.contains(where: { !$0.formerNames.isEmpty }) else { return [] }
    let firstUses = UnitUses(plan.entries)
    let names = namesByCore()
    return renamed.flatMap { body in
      body.formerNames.compactMap { name in
        let fitting = names[UnitName.core(name)]?.first { UnitName.levelsAgree($0.name, name) }
        return fitting.map {
          note(about: $0.unit, now: body, date: date, position: firstUses.position(of: $0.unit.name))
        }
      }
    }
  }

  /// The names of the plan's units, in the plan's order, by what is left of each without place and level.
  private func namesByCore() -> [String: [(name: String, unit: PlanUnit)]] {
    var names: [String: [(name: String, unit: PlanUnit)]] = [:]
    for unit in plan.units {
      for name in [unit.name] + unit.aliases { names[UnitName.core(name), default: []].append((name, unit)) }
    }
    return names
  }

  private func note(
    about unit: PlanUnit, now body: UnitDirectory.Body, date: String, position: SourcePosition
  ) -> Diagnostic {
    if date.isEmpty {
      return Diagnostic(
        .note, code: "unit.rename-undated",
        message: Message(
          zh: "文件没有日期，“\(unit.name)”按单位名录视为“\(body.name)”（自\(body.since)起更名）",
          en:
            "the document has no date; “\(unit.name)” was taken as “\(body.name)”, its name from \(body.since) on by the directory"
        ),
        position: position)
    }
    return Diagnostic(
      .note, code: "unit.rename-later",
      message: Message(
        zh: "单位名录中“\(body.name)”自\(body.since)起使用，本文件日期为\(date)，“\(unit.name)”仍作原单位",
        en:
          "by the directory “\(body.name)” is in use from \(body.since) on; this document is of \(date), so “\(unit.name)” stays a unit of its own"
      ),
      position: position)
  }
}
