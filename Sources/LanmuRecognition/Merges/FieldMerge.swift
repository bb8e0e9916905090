/// Carries the values of one field down to the empty cells that they covered, as `MergeDecision` says.
struct FieldMerge {
  /// What is the same for all fields of a table.
  struct Table {
    let decision: MergeDecision
    let rows: [AlignedRow]
    /// For each row, its labels.
    let paths: [[String]]
    /// For each row, whether it has no content of its own.
    let saysNothing: [Bool]
    let habits: MergeHabits
    /// What tells empty cells from merged ones where both are there; `nil` where merged ones are not gone.
    let shown: ShownBlanks?
  }

  /// The last text of the field, and what begins between it and the row that is looked at.
  private struct OpenValue {
    let raw: String
    let row: Int
    var crossesChannel = false
    var crossesParent = false
    var crossesBranch = false
    /// Whether a row stands between that has content of its own.
    var crossesOwn = false
  }

  /// What is asked once of the field.
  struct Habits {
    let evidence: MergeEvidence
    /// What the field says for its empty cells being merged, wherever they stand.
    let ofField: Double
    /// What it says for cells of the field to be merged that they are gone, where others are empty and still there.
    let gaps: Double
    /// Whether it is a field of units left of all levels, each of whose cells stands beside all columns that the unit keeps.
    let isOutermost: Bool
    /// The field that names who leads, where this one names who is responsible.
    let lead: Int?
    /// For each row without a text, the one with which the field goes on if that is the first of a page.
    let continued: [String?]
    /// How the author shares demands; `nil` for other fields.
    let shared: SharedRequirementHabit?
    /// How remarks stand beside rows that share all else; `nil` for other fields.
    let remarks: RemarksBesideShared?
    /// Whether it is a field of times that hardly a row leaves empty: who merges times at all does so in many rows.
    let isSeldomEmpty: Bool
    /// Whether not each row needs a value of its own, so that equal ones may be written again at will.
    let mayRewrite: Bool
  }

  let table: Table
  let column: Int
  let habits: Habits
  var meaning: FieldMeaning { table.decision.columns[column].meaning }
  /// Whether the field says something beside the plan itself.
  var isAside: Bool { meaning == .remarks || meaning == .other }

  func carry(into result: inout [MergeDecision.FilledRow]) {
    let keptRows = table.decision.keptRows
    var value: OpenValue?
    for (index, row) in table.rows.enumerated() {
      let slot = row.slots[column]
      if slot.hasText {
        value = OpenValue(raw: slot.raw, row: index)
        continue
      }
      if isAside, keptRows?.showsBlank(column, in: row) == true { value = nil }
      guard var above = value else { continue }
      pass(index, &above)
      value = above
      let remains = table.decision.remains(of: slot, in: row, column: column)
      // A row that says nothing is covered, unless its empty cells are there though covered ones are gone.
      if table.saysNothing[index], remains != .shownEmpty {
        fillSilent(index, below: above, into: &result[index])
      } else if !isAside || !carryGone(above, to: row, into: &result[index]) {
        fillSpeaking(index, remains, below: above, into: &result[index])
      }
    }
  }

  /// Notes what begins with a row below the value.
  private func pass(_ index: Int, _ value: inout OpenValue) {
    if !table.saysNothing[index] { value.crossesOwn = true }
    let boundary = table.habits.boundaries[index]
    if boundary == .channel { value.crossesChannel = true }
    if boundary != .none { value.crossesParent = true }
    if table.habits.beginsBranch(of: column, at: index) { value.crossesBranch = true }
  }

  /// Fills the field of a row that has no content of its own.
  private func fillSilent(_ index: Int, below above: OpenValue, into result: inout MergeDecision.FilledRow) {
    let limit = table.decision.limits.merge
    guard let remarks = habits.remarks else {
      result.raws[column] = above.raw
      // One row alone may as well have been left without anything, and so may one that begins a branch: its times say so for all.
      let isOwn = meaning == .requirement && isAlone(index) && requirement(above).mayBeOwn(besides: table.paths[index])
      let crosses = above.crossesParent && (meaning == .update || meaning == .supply)
      if Self.silent < limit, isOwn || crosses {
        result.doubts.append(doubt(carried: true, above: above.raw, probability: Self.silent))
      }
      return
    }
    // No merged cell reaches past a row with texts of its own and no remarks.
    guard !above.crossesOwn else { return }
    if remarks.leaning > 0 { result.raws[column] = above.raw }
    let probability = Likelihood.probability(ofLeaning: abs(remarks.leaning))
    if probability < limit {
      result.doubts.append(doubt(carried: remarks.leaning > 0, above: above.raw, probability: probability))
    } else if remarks.leaning < 0 {
      carryGone(above, to: table.rows[index], into: &result)
    }
  }

  /// Fills the field of a row that has content of its own, or whose empty cell is there though covered ones are gone.
  private func fillSpeaking(
    _ index: Int, _ remains: MergeEvidence.Remains, below above: OpenValue, into result: inout MergeDecision.FilledRow
  ) {
    let evidence = evidence(of: index, remains, below: above)
    if evidence.isMerged {
      result.raws[column] = above.raw
      // What was perhaps read in the wrong field is carried down with its doubt.
      let doubts = table.rows[above.row].doubts
      if let moved = doubts.first(where: { $0.field == meaning && DisplacedCells.codes.contains($0.code) }) {
        result.doubts.append(
          DisplacedCells(columns: table.decision.columns).doubt(
            column, carried: above.raw, probability: moved.probability))
      }
    }
    let surety = evidence.isMerged ? suretyMerged(index, remains, evidence) : suretyEmpty(remains, evidence)
    let probability = Likelihood.probability(ofLeaning: surety)
    let limits = table.decision.limits
    if probability < (evidence.isMerged || isSeldomMissed ? limits.merge : limits.blank) {
      result.doubts.append(doubt(carried: evidence.isMerged, above: above.raw, probability: probability))
    }
  }

  /// What says for a row's empty cell to be merged with the value above.
  private struct CellEvidence {
    /// The logarithm of the odds.
    var leaning: Double
    /// How much of it few texts say.
    var sparse: Double
    /// Whether the words of the value above are against it.
    var isUnsure: Bool
    /// Whether the field's cells are merged or empty alike, as those of a unit left of all levels are.
    var isBound: Bool
    /// Whether it is a time that hardly a row lacks.
    var isSeldom: Bool
    var isMerged: Bool { leaning > 0 }
  }

  private func evidence(
    of index: Int, _ remains: MergeEvidence.Remains, below above: OpenValue
  ) -> CellEvidence {
    let place = place(of: index, remains, below: above)
    let isBound = habits.isOutermost && !place.followsLead
    let sparse = isBound ? 0 : habits.evidence.sparseLeaning(meaning, at: place)
    let (leaning, isUnsure) = leaning(index, at: place, isBound: isBound, sparse: sparse, below: above)
    let isSeldom = habits.isSeldomEmpty && !isBound && remains != .gone
    return CellEvidence(
      leaning: leaning - (isSeldom ? Self.againstSeldom : 0), sparse: sparse, isUnsure: isUnsure, isBound: isBound,
      isSeldom: isSeldom)
  }

  /// How sure it is that a cell was merged: what only few texts tell stays in doubt.
  private func suretyMerged(_ index: Int, _ remains: MergeEvidence.Remains, _ evidence: CellEvidence) -> Double {
    var told = max(evidence.leaning - evidence.sparse, min(evidence.leaning, Self.sparseSurety))
    if evidence.isSeldom || remains == .keptEmpty && !evidence.isBound && mayBeLeft(in: table.rows[index]) {
      told = min(told, Self.sparseSurety)
    }
    return max(0, told - (evidence.isUnsure ? Self.unsure : 0))
  }

  /// How sure it is that a cell was empty: few are in doubt where no branch begins that could tell, and any where it takes the
  /// words of a demand to tell.
  private func suretyEmpty(_ remains: MergeEvidence.Remains, _ evidence: CellEvidence) -> Double {
    let told = -evidence.leaning
    let isByNumber = !habits.evidence.hasStarts && habits.evidence.share < Self.few
    let isByWords = meaning == .requirement && evidence.isUnsure && told < Self.clearlyEmpty
    let isHardlyTold = isByNumber || isByWords
    return !isSeldomMissed && remains != .shownEmpty && isHardlyTold ? min(told, Self.hardlyTold) : told
  }

  /// Whether most columns do without the field.
  private var isSeldomMissed: Bool { isAside || meaning == .cooperating }

  /// What says for a row's empty cell to be merged with the value above, and whether the words of that are against it.
  private func leaning(
    _ index: Int, at place: MergeEvidence.Place, isBound: Bool, sparse: Double, below above: OpenValue
  ) -> (leaning: Double, isUnsure: Bool) {
    var leaning =
      isBound
      ? place.cell == .shownEmpty ? -Self.outermost : Self.outermost
      : habits.evidence.leaning(meaning, at: place) + sparse
    leaning += habits.ofField
    // The habits of a field take all its empty cells together, also those that are there.
    let gaps = habits.gaps
    if place.cell == .gone, gaps > 0 { leaning = isAside ? max(leaning + gaps, gaps + Self.goneAlone) : leaning + gaps }
    if let next = habits.continued[index], next == CellText.label(above.raw) { leaning += Self.spanLeaning }
    guard let shared = habits.shared else { return (leaning, false) }
    let requirement = requirement(above)
    leaning += Self.leaning(of: requirement, to: table.paths[index], by: shared)
    let isUnsure = requirement.mayBeOwn(besides: table.paths[index])
    // It takes more than the words of others to leave no doubt.
    if isUnsure, shared.namesOwn { leaning = max(leaning - Self.ownAmongOwn, min(leaning, -Self.toldByOthers)) }
    return (leaning, isUnsure)
  }

  /// Where an empty cell stands, seen from the value above it.
  private func place(
    of index: Int, _ remains: MergeEvidence.Remains, below above: OpenValue
  ) -> MergeEvidence.Place {
    let row = table.rows[index]
    return MergeEvidence.Place(
      cell: remains, shownLeaning: table.shown?.leaning(in: row) ?? 0,
      startsChannel: table.habits.boundaries[index] == .channel, crossesChannel: above.crossesChannel,
      crossesParent: above.crossesParent, crossesBranch: above.crossesBranch,
      followsLead: habits.lead.map { row.slots[$0].hasText } ?? false, isBesideLead: habits.lead != nil,
      ownShare: habits.shared?.ownShare ?? 0)
  }

  /// Whether who writes equal values again may have left this cell empty; what not each row needs is merged over several fields.
  private func mayBeLeft(in row: AlignedRow) -> Bool {
    let evidence = habits.evidence
    guard habits.mayRewrite else { return evidence.rewritesWithin }
    return evidence.mostlyRewrites && meaning == .lead || evidence.rewritesWithin && isOnlyGap(in: row)
  }

  /// Gives a row the remarks above if its own cell is gone where an empty one would be there.
  ///
  /// - Returns: whether it is; in doubt all the same, since cells between may have been empty or merged.
  @discardableResult
  private func carryGone(
    _ above: OpenValue, to row: AlignedRow, into result: inout MergeDecision.FilledRow
  ) -> Bool {
    let decision = table.decision
    guard !above.crossesChannel, decision.keptRows?.isGone(column, in: row) == true else { return false }
    result.raws[column] = above.raw
    if Self.goneRemarks < decision.limits.merge {
      result.doubts.append(doubt(carried: true, above: above.raw, probability: Self.goneRemarks))
    }
    return true
  }

  /// How likely remarks whose cell is gone, where empty ones are kept, are those above; set by hand.
  private static let goneRemarks = 0.75

  /// Whether a row has a text in all other fields that speak for the table: what is merged is so over several of them.
  private func isOnlyGap(in row: AlignedRow) -> Bool {
    table.decision.columns.enumerated().allSatisfy {
      $0 == column || !$1.meaning.tellsMerges || row.slots[$0].hasText
    }
  }

  /// Whether a row that says nothing is the only one where it stands: several are merged, or a table would say nothing of any.
  private func isAlone(_ index: Int) -> Bool {
    let saysNothing = table.saysNothing
    return index > 0 && !saysNothing[index - 1] && !(index + 1 < saysNothing.count && saysNothing[index + 1])
  }

  /// The demand above, as one that other columns of the site may share.
  private func requirement(_ above: OpenValue) -> SharedRequirement {
    SharedRequirement(path: table.paths[above.row], text: CellText.label(above.raw))
  }

  /// What the requirement above says for being that of a row without one as well, by its words and by the table's habit.
  private static func leaning(
    of requirement: SharedRequirement, to path: [String], by habit: SharedRequirementHabit
  ) -> Double {
    let byWords = requirement.leaning(to: path)
    guard habit.leaning > 0, !requirement.speaksOfOwn else { return byWords }
    return byWords + habit.leaning
  }

  /// How likely remarks are merged, before it is asked where those stand that are gone; set by hand.
  private static let goneAlone = -3.0

  /// How likely a lone row that says nothing shares a requirement that speaks of another column alone, or any row that says
  /// nothing a value of another branch; set by hand.
  private static let silent = 0.8

  /// How sure the few texts of a field can make it that its empty cells are merged, and any other evidence where its equal values
  /// are written again: below every limit of doubt. Set by hand.
  private static let sparseSurety = 1.3

  /// What it says against merged times that hardly any is missing; set by hand.
  private static let againstSeldom = 1.5

  /// How sure such cells were left empty: below the limit of doubt; and logarithm of the odds of an empty cell up to which they
  /// are few, one in four. Set by hand.
  private static let hardlyTold = 2.5
  private static let few = -1.0

  /// From which leaning on more than the words of a demand speaks for an empty cell; set by hand.
  private static let clearlyEmpty = 6.0

  /// How much less sure it is that a row shares a requirement which speaks of another column alone; set by hand.
  private static let unsure = 1.0

  /// What it says against sharing a requirement which speaks of another column alone that many in the table speak of their own,
  /// and how sure that can make it; set by hand.
  private static let ownAmongOwn = 3.0
  private static let toldByOthers = 2.5

  /// How surely an empty cell of such a field is covered: a unit is left out there as seldom as an outer label.
  private static let outermost = 5.0

  /// What it says for a merged cell that a page breaks it, so that the next page begins with its value again.
  private static let spanLeaning = 4.0
}
