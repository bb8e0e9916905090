import LanmuDiagnostics
public import LanmuPlan

/// Looks a plan through for what it forgot and for what its reading is unsure of: guesses, entries nobody answers for, rules
/// nobody can check, names that look like slips, two views that contradict each other.
///
/// Findings come in the order of the plan, those about the whole plan last. A finding is a fact about the plan as read,
/// or a doubt of the reading; whether it is meant is for a person to say.
public struct PlanCheck: Sendable {
  /// What is known about units beside the plan; a user's own directory makes units that it lacks findings.
  public var directory: UnitDirectory?
  public var successions: SuccessionRegistry

  public init(directory: UnitDirectory? = nil, successions: SuccessionRegistry = .builtIn) {
    self.directory = directory
    self.successions = successions
  }

  public func findings(in plan: Plan) -> [CheckFinding] {
    var findings: [CheckFinding] = []
    let entries = EntryChecks(plan: plan)
    let texts = TextChecks(plan: plan)
    let doubts = DoubtChecks(plan: plan)
    for (place, entry) in plan.entries.enumerated() {
      findings += doubts.findings(at: place)
      findings += entries.findings(in: entry)
      findings += texts.brackets(in: entry)
    }
    findings += entries.uncheckableRules()
    findings += entries.tablesWithoutTime()
    findings += entries.repeatedColumns()
    findings += LabelChecks(plan: plan).findings()
    findings += UnitChecks(plan: plan, directory: directory, successions: successions).findings()
    findings += texts.documentNumbers()
    return findings
  }
}

extension PlanEntry {
  /// The entry's labels as people name it; a units table's entry by its unit.
  var label: String { path.isEmpty ? responsible : path.joined(separator: "／") }
}
