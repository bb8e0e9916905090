public import LanmuDiagnostics
public import LanmuPlan

extension PlanDifference {
  /// The entries of the old plan made into those of the new one.
  ///
  /// Texts are put together from the changes' segments, paths of carried entries from their branch's, duties from those
  /// added, removed and changed. Ids, numbers, origins, confidence and doubts are those of the documents, no part of a
  /// difference; where an entry is in both plans they stay as in the one that is given.
  /// - Throws: `diff.mismatch` if the plan is not the one that the difference starts from.
  public func applied(to plan: Plan) throws(LanmuError) -> Plan {
    var entries: [Int: PlanEntry] = Dictionary(minimumCapacity: pairs.count + added.count)
    for pair in pairs {
      guard plan.entries.indices.contains(pair.old) else { throw Self.mismatch }
      entries[pair.new] = plan.entries[pair.old]
    }
    try forEachChange { change throws(LanmuError) in
      guard plan.entries.indices.contains(change.oldIndex) else { throw Self.mismatch }
      let made = try remade(plan.entries[change.oldIndex], by: change, forward: true)
      if change.part == .mergedIn {
        // The whole is made from its main predecessor; what a merged one gives must agree with it.
        guard made.path == change.new.path else { throw Self.mismatch }
      } else {
        entries[change.newIndex] = made
      }
    }
    for placed in added { entries[placed.index] = placed.entry }
    return try self.plan(plan, entries)
  }

  /// The entries of the new plan made into those of the old one.
  ///
  /// - Throws: `diff.mismatch` if the plan is not the one that the difference leads to.
  public func reverted(from plan: Plan) throws(LanmuError) -> Plan {
    var entries: [Int: PlanEntry] = Dictionary(minimumCapacity: pairs.count + removed.count)
    for pair in pairs {
      guard plan.entries.indices.contains(pair.new) else { throw Self.mismatch }
      entries[pair.old] = plan.entries[pair.new]
    }
    try forEachChange { change throws(LanmuError) in
      guard plan.entries.indices.contains(change.newIndex) else { throw Self.mismatch }
      let made = try remade(plan.entries[change.newIndex], by: change, forward: false)
      if change.part == .splitOff {
        guard made.path == change.old.path else { throw Self.mismatch }
      } else {
        entries[change.oldIndex] = made
      }
    }
    for placed in removed { entries[placed.index] = placed.entry }
    return try self.plan(plan, entries)
  }

  /// Shown and unshown changes, none of them copied: each holds two entries whole.
  func forEachChange(_ body: (EntryChange) throws(LanmuError) -> Void) throws(LanmuError) {
    for place in changed.indices { try body(changed[place]) }
    for place in unshown.indices { try body(unshown[place]) }
  }

  private func plan(_ plan: Plan, _ entries: [Int: PlanEntry]) throws(LanmuError) -> Plan {
    var copy = plan
    copy.entries = []
    copy.entries.reserveCapacity(entries.count)
    for index in 0..<entries.count {
      guard let entry = entries[index] else { throw Self.mismatch }
      copy.entries.append(entry)
    }
    return copy
  }

  private func remade(_ entry: PlanEntry, by change: EntryChange, forward: Bool) throws(LanmuError) -> PlanEntry {
    var made = entry
    made.path = try path(entry.path, change, forward)
    for field in [change.fields, change.hidden].joined() {
      let before = field.field == .starred ? field.old : field.segments.oldText
      let after = field.field == .starred ? field.new : field.segments.newText
      let expected = forward ? before : after
      guard made.text(of: field.field) == expected else { throw Self.mismatch }
      made.set(field.field, to: forward ? after : before, rules: forward ? field.newRules : field.oldRules)
    }
    if let assignments = change.assignments {
      let (from, to) = forward ? (assignments.old, assignments.new) : (assignments.new, assignments.old)
      guard made.assignments == from else { throw Self.mismatch }
      made.assignments = to
    }
    return made
  }

  /// The path on the other side: as the branch's for carried entries.
  private func path(_ path: [String], _ change: EntryChange, _ forward: Bool) throws(LanmuError) -> [String] {
    let (from, to) = forward ? (change.old.path, change.new.path) : (change.new.path, change.old.path)
    guard path == from else { throw Self.mismatch }
    guard change.carried, let number = change.branch, branches.indices.contains(number) else { return to }
    let branch = branches[number]
    let (starts, ends) = forward ? (branch.oldPaths, branch.newPaths) : (branch.newPaths, branch.oldPaths)
    let explained = starts.contains { start in
      ends.contains { end in
        start.count <= path.count && end.count <= to.count
          && Self.folded(end + path.dropFirst(start.count)) == Self.folded(to)
      }
    }
    guard explained else { throw Self.mismatch }
    return to
  }

  private static func folded(_ path: [String]) -> [UInt64] { path.map(ComparableText.hash) }

  static let mismatch = LanmuError(
    LanmuError.Code("diff.mismatch"), .data,
    message: Message(zh: "差异不是从这个方案算起的", en: "The difference does not start from this plan"),
    remedy: Message(zh: "请用比较时的原方案", en: "Use the plan that was compared"))
}

extension PlanEntry {
  func text(of field: FieldChange.Field) -> String {
    switch field {
    case .requirement: requirement
    case .target: target
    case .supply: supply.text
    case .update: update.text
    case .mode: mode
    case .lead: lead
    case .responsible: responsible
    case .cooperating: cooperating
    case .remarks: remarks
    case .starred: starred ? "true" : "false"
    }
  }

  /// A requirement's rules stand elsewhere (`requirementRules`, or `update.rules` without a time field).
  mutating func set(_ field: FieldChange.Field, to text: String, rules: [TimeRule]) {
    switch field {
    case .requirement: requirement = text
    case .target: target = text
    case .supply: supply = TimedText(text: text, rules: rules)
    case .update: update = TimedText(text: text, rules: rules)
    case .mode: mode = text
    case .lead: lead = text
    case .responsible: responsible = text
    case .cooperating: cooperating = text
    case .remarks: remarks = text
    case .starred: starred = text == "true"
    }
  }
}
