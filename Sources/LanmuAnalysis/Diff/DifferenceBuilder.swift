import LanmuPlan
import LanmuRecognition

/// Puts a difference together: pairs of entries, units, changes of each pair, branches, splits and merges.
struct DifferenceBuilder {
  private let old: Plan
  private let new: Plan
  private let options: DifferenceOptions
  private var units: UnitCorrespondence
  private let state: MatchState
  private let comparison: TextComparison
  private let documentFields: [DocumentField]
  private var readings: RowReadings?

  init(old: Plan, new: Plan, options: DifferenceOptions) {
    self.old = old
    self.new = new
    self.options = options
    var matcher = EntryMatcher(old: old, new: new)
    matcher.run()
    state = matcher.state
    units = UnitCorrespondence(old: old, new: new, state: matcher.state, options: options)
    let names = (old.units + new.units).flatMap { [$0.name] + $0.aliases }
    documentFields = DocumentFieldFinder.find(old: old, new: new)
    comparison = TextComparison(tokenizer: TextTokenizer(units: names, unitNames: units.names))
  }

  mutating func build() -> PlanDifference {
    var pairs: [IndexPair] = []
    for (right, left) in state.oldOfNew.enumerated() where left != MatchState.none {
      pairs.append(IndexPair(left, right))
    }
    // Whoever asks for everything is shown what lost cells leave open too.
    if options.ignoring != .none { readings = RowReadings(old: old, new: new, names: units.names, pairs: pairs) }
    var changes = changes(of: pairs)
    // By their places: a change holds two entries whole, and would be copied to be looked at.
    let open = Set(changes.indices.filter { changes[$0].hasOpenPath }.map { changes[$0].newIndex })
    let placed = pairs.filter { !open.contains($0.new) && !differsInUnitNamesAlone($0) }
    var branches = BranchDetector(state: state, pairs: placed, old: old.entries, new: new.entries)
    branches.detect()
    let parts = PartFinder(old: old.entries, new: new.entries, state: state).find()
    var branchList = branches.changes
    let known = Dictionary(uniqueKeysWithValues: changes.indices.map { (changes[$0].newIndex, $0) })
    for pair in pairs {
      guard let placement = branches.placements[pair.new] else { continue }
      let place = known[pair.new] ?? changes.count
      if place == changes.count { changes.append(bare(pair, part: .whole)) }
      placement.apply(to: &changes[place])
    }
    changes += extra(parts, pairs, &changes, &branchList)
    return assemble(pairs, changes, branchList, parts)
  }

  /// Whether the labels differ in the names of renamed units and in nothing else.
  private func differsInUnitNamesAlone(_ pair: IndexPair) -> Bool {
    guard !units.names.isEmpty, state.old[pair.old].path != state.new[pair.new].path else { return false }
    let before = old.entries[pair.old].path
    let after = new.entries[pair.new].path
    guard before.count == after.count else { return false }
    return zip(before, after).allSatisfy { one, other in
      units.names.tokenized(ComparableText.typography(one)) == units.names.tokenized(ComparableText.typography(other))
    }
  }

  // MARK: Pairs

  /// The changes of all pairs that differ, in their order; no pair's depends on another's.
  private func changes(of pairs: [IndexPair]) -> [EntryChange] {
    concurrentRuns(of: pairs.count, atLeast: 64) { run in
      // A copy for each run, since bodies once found are remembered.
      var builder = self
      return pairs[run].compactMap { builder.change($0, part: .whole) }
    }.flatMap { $0 }
  }

  private func bare(_ pair: IndexPair, part: EntryChange.Part) -> EntryChange {
    EntryChange(
      old: old.entries[pair.old], new: new.entries[pair.new], oldIndex: pair.old, newIndex: pair.new, part: part,
      score: part == .whole ? state.scores[pair.old] : 0.8)
  }

  /// The difference of two entries, shown and hidden; `nil` if they are equal in every word.
  private mutating func change(_ pair: IndexPair, part: EntryChange.Part) -> EntryChange? {
    let one = old.entries[pair.old]
    let other = new.entries[pair.new]
    let assignments = AssignmentComparison.compare(one.assignments, other.assignments, units: &units)
    let sameDuties = assignments.map { $0.isEmpty && !$0.reordered } ?? true
    let weigher = FieldWeigher(
      names: units.names, sameDuties: sameDuties && !one.assignments.isEmpty,
      reorderedDuties: assignments?.reordered ?? false)
    var fields: [FieldChange] = []
    func compare(
      _ field: FieldChange.Field, _ before: String, _ after: String, _ oldRules: [TimeRule] = [],
      _ newRules: [TimeRule] = []
    ) {
      guard before != after || oldRules != newRules else { return }
      var (weight, effect) = weigher.weigh(field, before, after, oldRules, newRules)
      if weight > .reading, let special = specialWeight(field, pair) {
        weight = special
        effect = nil
      }
      let shown = !options.ignoring.hides(weight)
      fields.append(
        FieldChange(
          field, old: before, new: after, segments: segments(before, after, shown: shown), weight: weight,
          effect: effect, oldRules: oldRules, newRules: newRules, isDoubtful: isDoubtful(field, one, other)))
    }
    let oldDemands = one.update.text.isEmpty ? one.update.rules : []
    let newDemands = other.update.text.isEmpty ? other.update.rules : []
    compare(
      .requirement, one.requirement, other.requirement, one.requirementRules + oldDemands,
      other.requirementRules + newDemands)
    compare(.target, one.target, other.target)
    compare(.supply, one.supply.text, other.supply.text, one.supply.rules, other.supply.rules)
    compare(.update, one.update.text, other.update.text, one.update.rules, other.update.rules)
    compare(.mode, one.mode, other.mode)
    compare(.lead, one.lead, other.lead)
    compare(.responsible, one.responsible, other.responsible)
    compare(.cooperating, one.cooperating, other.cooperating)
    compare(.remarks, one.remarks, other.remarks)
    if one.starred != other.starred {
      fields.append(
        FieldChange(
          .starred, old: one.text(of: .starred), new: other.text(of: .starred), segments: [],
          weight: specialWeight(.starred, pair) ?? .substance))
    }
    guard !fields.isEmpty || assignments != nil || one.path != other.path else { return nil }
    var change = bare(pair, part: part)
    change.fields = fields.filter { !options.ignoring.hides($0.weight) }
    change.hidden = fields.filter { options.ignoring.hides($0.weight) }
    change.assignments = assignments
    if let assignments {
      let isMoot = assignments.isEmpty && assignments.reordered && options.ignoring.hides(.wording)
      if isMoot || dutiesAreOpen(fields, one, other) {
        change.assignments = AssignmentChange(old: assignments.old, new: assignments.new)
      }
    }
    change.hasOpenPath = one.path != other.path && readings?.isOpenPath(pair) == true
    return change
  }

  /// The weight of a difference that is none of this entry.
  private mutating func specialWeight(_ field: FieldChange.Field, _ pair: IndexPair) -> ChangeWeight? {
    if documentFields.contains(where: { $0.field == field }) { return .document }
    return readings?.isOpen(field, pair) == true ? .reading : nil
  }

  /// Whether the duties differ only because the texts that they were read from do, and those differences are none.
  private func dutiesAreOpen(_ fields: [FieldChange], _ one: PlanEntry, _ other: PlanEntry) -> Bool {
    let sources = fields.filter { change in
      change.weight > .unitName
        && (change.field.namesUnits || [.requirement, .target, .remarks].contains(change.field))
    }
    guard sources.contains(where: { $0.weight <= .reading }), sources.allSatisfy({ $0.weight <= .reading }) else {
      return false
    }
    // Who has no duties at all in a document without such a field gains or loses none.
    return sources.allSatisfy { $0.weight == .reading } || one.assignments.isEmpty || other.assignments.isEmpty
  }

  private func isDoubtful(_ field: FieldChange.Field, _ one: PlanEntry, _ other: PlanEntry) -> Bool {
    let meaning = DocumentFieldFinder.meaning(of: field)
    return (one.doubts + other.doubts).contains { $0.field == nil || $0.field == meaning }
  }

  private func segments(_ before: String, _ after: String, shown: Bool) -> [TextSegment] {
    if shown { return comparison.segments(from: before, to: after) }
    return [TextSegment(.equal, after, oldText: before == after ? nil : before)].filter {
      !$0.text.isEmpty || $0.oldText != nil
    }
  }

  // MARK: Splits and merges

  /// Adds the changes for parts of entries, and one branch change for each entry that was split or merged.
  private mutating func extra(
    _ parts: [PartFinder.Finding], _ pairs: [IndexPair], _ changes: inout [EntryChange],
    _ branches: inout [BranchChange]
  ) -> [EntryChange] {
    var extra: [EntryChange] = []
    let oldOfNew = Dictionary(uniqueKeysWithValues: pairs.map { ($0.new, $0.old) })
    for finding in parts {
      let number = branches.count
      let isSplit = finding.kind == .split
      let main = finding.main
      guard oldOfNew[main.new] == main.old else { continue }
      var oldPaths = [old.entries[main.old].path]
      var newPaths = [new.entries[main.new].path]
      for part in finding.parts {
        if isSplit { newPaths.append(new.entries[part].path) } else { oldPaths.append(old.entries[part].path) }
      }
      branches.append(
        BranchChange(
          isSplit ? .split : .merged, oldPaths: oldPaths, newPaths: newPaths, entries: finding.parts.count + 1))
      if let place = changes.indices.first(where: { changes[$0].newIndex == main.new }) {
        changes[place].branch = number
      } else {
        var change = bare(main, part: .whole)
        change.branch = number
        changes.append(change)
      }
      for part in finding.parts {
        let pair = isSplit ? IndexPair(main.old, part) : IndexPair(part, main.new)
        let kind: EntryChange.Part = isSplit ? .splitOff : .mergedIn
        var change = change(pair, part: kind) ?? bare(pair, part: kind)
        change.branch = number
        change.renamed = old.entries[pair.old].path.last != new.entries[pair.new].path.last
        change.moved = old.entries[pair.old].path.dropLast() != new.entries[pair.new].path.dropLast()
        extra.append(change)
      }
    }
    return extra
  }

  // MARK: The whole

  private func assemble(
    _ pairs: [IndexPair], _ changes: [EntryChange], _ branches: [BranchChange], _ parts: [PartFinder.Finding]
  ) -> PlanDifference {
    let partOld = Set(parts.filter { $0.kind == .merged }.flatMap(\.parts))
    let partNew = Set(parts.filter { $0.kind == .split }.flatMap(\.parts))
    var added: [PlanDifference.PlacedEntry] = []
    for index in new.entries.indices where state.isFree(new: index) && !partNew.contains(index) {
      added.append(.init(new.entries[index], index: index))
    }
    var removed: [PlanDifference.PlacedEntry] = []
    for index in old.entries.indices where state.isFree(old: index) && !partOld.contains(index) {
      removed.append(.init(old.entries[index], index: index))
    }
    // Changes hold both entries whole: their places are sorted, and each is copied once.
    let order = changes.indices.sorted {
      (changes[$0].newIndex, changes[$0].oldIndex) < (changes[$1].newIndex, changes[$1].oldIndex)
    }
    var visible: [EntryChange] = []
    var unshown: [EntryChange] = []
    var hidden = HiddenCounts()
    for place in order {
      for field in changes[place].hidden { hidden.count(field.weight) }
      if changes[place].hasOpenPath { hidden.count(.reading) }
      if changes[place].isVisible { visible.append(changes[place]) } else { unshown.append(changes[place]) }
    }
    let placed = Set(order.filter { changes[$0].branch != nil || changes[$0].moved }.map { changes[$0].newIndex })
    let reordered = OrderComparison.displaced(pairs.filter { !placed.contains($0.new) })
    let whole = visible.indices.count { visible[$0].part == .whole }
    let own = visible.indices.count { visible[$0].isCountedAlone }
    let summary = PlanDifference.Summary(
      added: added.count, removed: removed.count, changed: visible.count, unchanged: pairs.count - whole,
      changes: added.count + removed.count + own + branches.count + units.renamed.count + documentFields.count,
      reordered: reordered.count)
    return PlanDifference(
      old: old.source, new: new.source, oldTitle: old.title, newTitle: new.title, oldDocumentNumber: old.documentNumber,
      newDocumentNumber: new.documentNumber, summary: summary, added: added, removed: removed, changed: visible,
      branches: branches, units: UnitChanges(renamed: units.renamed, added: units.added, removed: units.removed),
      documentFields: documentFields, ignoring: options.ignoring, hidden: hidden, unit: nil,
      reordered: reordered.map { new.entries[$0.new].id },
      unshown: unshown, pairs: pairs)
  }
}
