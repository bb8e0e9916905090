import LanmuDiagnostics

/// Says where a user's directory renames a body from a day that the document does not reach, or has no date to compare with.
struct RenameNotes {
  let directory: UnitDirectory
  /// A plan with its units.
  let plan: Plan

  func diagnostics() -> [Diagnostic] {
    let date = plan.dateOfNames
    return directory.bodies.filter { !$0.since.isEmpty && (date.isEmpty || $0.isRenamed(after: date)) }.flatMap {
      body in
      body.formerNames.compactMap { name in unit(named: name).map { note(about: $0, now: body, date: date) } }
    }
  }

  private func unit(named name: String) -> PlanUnit? {
    let core = UnitName.core(name)
    return plan.units.first { unit in
      ([unit.name] + unit.aliases).contains { UnitName.core($0) == core && UnitName.levelsAgree($0, name) }
    }
  }

  private func note(about unit: PlanUnit, now body: UnitDirectory.Body, date: String) -> Diagnostic {
    let entry = plan.entries.first { $0.assignments.contains { $0.unit == unit.name } }
    let position =
      entry.map { SourcePosition(line: $0.origin.line, table: $0.origin.table, row: $0.origin.row) } ?? SourcePosition()
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
