internal import LanmuDiagnostics

/// Decides, for the fields of a table whose spans are lost, whether an empty cell was covered from above or was empty.
///
/// The evidence is the author's habit over the whole column and the whole table (`MergeHabits`), weighed by `MergeEvidence`.
/// A row with no content of its own is always covered, since a row that says nothing makes no sense.
struct MergeDecision: Sendable {
  let columns: [LogicalColumn]
  /// Whether merged cells are gone from the rows, so that an empty cell that is there may tell that it was empty.
  let showsBlanks: Bool
  /// Whether rows lack cells, be it those that were merged or empty ones as well.
  let lacksCells: Bool
  /// Whether rows are padded at their end, so that nothing is known of fields behind the last cell with text.
  let hidesTrailing: Bool
  /// Rows that keep their merged cells beside such as lost theirs; `nil` where all keep or lose them.
  var keptRows: KeptRows?
  let limits: DoubtLimits

  /// Texts of one row by column, after merged values have been carried down.
  struct FilledRow: Sendable {
    var raws: [String?]
    var doubts: [Doubt]
  }

  /// - Parameters:
  ///   - rows: the aligned rows.
  ///   - firstNew: for each row, the place among the levels of its first label that was not open above.
  ///   - paths: for each row, its labels.
  func filled(_ rows: [AlignedRow], firstNew: [Int?], paths: [[String]]) -> [FilledRow] {
    var result = rows.map { row in
      FilledRow(raws: row.slots.map { $0.hasText ? $0.raw : nil }, doubts: [])
    }
    let dataColumns = columns.indices.filter { columns[$0].meaning != .level }
    let weighty = dataColumns.filter { ![.number, .remarks, .other].contains(columns[$0].meaning) }
    let saysNothing = rows.map { row in !weighty.contains { row.slots[$0].hasText } }
    let shown = showsBlanks ? ShownBlanks(rows, columns: columns, hidesTrailing: hidesTrailing) : nil
    let habits = MergeHabits(
      rows: rows, firstNew: firstNew, paths: paths, columnCount: columns.count,
      levelColumns: columns.levels,
      weighty: dataColumns.filter { Self.speaksForTable(columns[$0].meaning) })
    for column in dataColumns {
      carry(column, rows: rows, habits: habits, paths: paths, saysNothing: saysNothing, shown: shown, into: &result)
    }
    for index in rows.indices {
      for (column, guess) in rows[index].guesses.enumerated() {
        guard let guess, let doubt = placement(column, guess, in: rows[index], read: result[index].raws[column]) else {
          continue
        }
        // One doubt a field says enough.
        result[index].doubts.removeAll { $0.field == doubt.field }
        result[index].doubts.append(doubt)
      }
    }
    return result
  }

  // MARK: - Misplaced cells

  /// The doubt about a field of a row that lacks cells, or that inherits from one: whether the text chosen stands here.
  private func placement(_ column: Int, _ guess: FieldValues.Guess, in row: AlignedRow, read raw: String?) -> Doubt? {
    let text = raw.map(CellText.label) ?? ""
    guard let rival = guess.rival, rival != text else { return nil }
    // Whether a field without a cell was merged or empty is decided by the habits of its column.
    let isOpen = text.isEmpty && row.slots[column].state != .blank
    let probability = Calibration.value(
      isOpen ? 1 - guess.rivalProbability : guess.probability, of: columns[column].meaning)
    guard probability < limits.value, !isOpen || guess.text != rival else { return nil }
    let (chineseName, name) = (columns[column].name.chinese, columns[column].name.english)
    let isOwn = row.slots[column].state == .own
    let (chosenChinese, chosen) =
      text.isEmpty
      ? ("按空白处理", "was left empty")
      : isOwn
        ? ("读作本行的“\(CellText.excerpt(text))”", "was read as this row's “\(CellText.excerpt(text))”")
        : ("沿用上面的“\(CellText.excerpt(text))”", "was taken from above (“\(CellText.excerpt(text))”)")
    let (otherChinese, other) =
      rival.isEmpty ? ("为空", "be empty") : ("是“\(CellText.excerpt(rival))”", "be “\(CellText.excerpt(rival))”")
    return Doubt(
      field: columns[column].meaning, code: "cell.placed",
      message: Message(
        zh: "\(isOwn ? "本行" : "本行或上面的行")缺格，“\(chineseName)”\(chosenChinese)；也可能\(otherChinese)",
        en: "\(isOwn ? "the row lacks" : "this row or one above lacks") cells; “\(name)” \(chosen), but may \(other)"),
      probability: probability)
  }

  // MARK: - Merged or empty

  private func carry(
    _ column: Int, rows: [AlignedRow], habits: MergeHabits, paths: [[String]], saysNothing: [Bool], shown: ShownBlanks?,
    into result: inout [FilledRow]
  ) {
    let meaning = columns[column].meaning
    let isAside = meaning == .remarks || meaning == .other
    let ofField = fieldLeaning(column)
    let evidence = habits.evidence(of: column, isCounted: Self.speaksForTable(meaning))
    let isOutermost = groupsLevels(column) && evidence.repeats < Self.fewRepeats
    let namesResponsible = columns.contains { $0.meaning == .responsible }
    let lead = meaning == .responsible ? columns.firstIndex { $0.meaning == .lead } : nil
    let continued = continuedTexts(column, rows, beginsPage: habits.beginsPage)
    let gaps = gapLeaning(column, rows)
    let shared = meaning == .requirement ? SharedRequirementHabit(rows, column: column, paths: paths) : nil
    let remarks = isAside ? RemarksBesideShared(rows, column: column, saysNothing: saysNothing) : nil
    // Each row needs one who is responsible and a time, and not each one who leads, or a way of its own.
    let mayRewrite = meaning == .lead && namesResponsible || meaning == .mode || meaning == .target
    var value: (raw: String, row: Int)?
    var crossesChannel = false
    var crossesParent = false
    var crossesBranch = false
    var crossesOwn = false
    for index in rows.indices {
      let slot = rows[index].slots[column]
      if slot.hasText {
        value = (slot.raw, index)
        crossesChannel = false
        crossesParent = false
        crossesBranch = false
        crossesOwn = false
        continue
      }
      if isAside, keptRows?.showsBlank(column, in: rows[index]) == true { value = nil }
      guard let above = value else { continue }
      if !saysNothing[index] { crossesOwn = true }
      let boundary = habits.boundaries[index]
      if boundary == .channel { crossesChannel = true }
      if boundary != .none { crossesParent = true }
      if habits.beginsBranch(of: column, at: index) { crossesBranch = true }
      let remains = remains(of: slot, in: rows[index], column: column)
      // A row that says nothing is covered, unless its empty cells are there though covered ones are gone.
      if saysNothing[index], remains != .shownEmpty {
        if let remarks {
          // No merged cell reaches past a row with texts of its own and no remarks.
          guard !crossesOwn else { continue }
          if remarks.leaning > 0 { result[index].raws[column] = above.raw }
          let probability = 1 / (1 + Likelihood.exponential(-abs(remarks.leaning)))
          if probability < limits.merge {
            result[index].doubts.append(
              doubt(column, carried: remarks.leaning > 0, above: above.raw, probability: probability))
          } else if remarks.leaning < 0 {
            carryGone(column, above.raw, crosses: crossesChannel, in: rows[index], into: &result[index])
          }
          continue
        }
        result[index].raws[column] = above.raw
        // One row alone may as well have been left without anything.
        if meaning == .requirement, Self.silent < limits.merge, isAlone(index, among: saysNothing),
          SharedRequirement(path: paths[above.row], text: CellText.label(above.raw)).mayBeOwn(besides: paths[index])
        {
          result[index].doubts.append(doubt(column, carried: true, above: above.raw, probability: Self.silent))
        }
        continue
      }
      if isAside, carryGone(column, above.raw, crosses: crossesChannel, in: rows[index], into: &result[index]) {
        continue
      }
      let isLed = lead.map { rows[index].slots[$0].hasText } ?? false
      let place = MergeEvidence.Place(
        cell: remains, shownLeaning: shown?.leaning(in: rows[index]) ?? 0, startsChannel: boundary == .channel,
        crossesChannel: crossesChannel, crossesParent: crossesParent,
        crossesBranch: crossesBranch, followsLead: isLed,
        isBesideLead: lead != nil, ownShare: shared?.ownShare ?? 0)
      let isBound = isOutermost && !isLed
      let sparse = isBound ? 0 : evidence.sparseLeaning(meaning, at: place)
      var leaning =
        isBound
        ? remains == .shownEmpty ? -Self.outermost : Self.outermost : evidence.leaning(meaning, at: place) + sparse
      leaning += ofField
      var isUnsure = false
      // The habits of a field take all its empty cells together, also those that are there.
      if remains == .gone, gaps > 0 { leaning = isAside ? max(leaning + gaps, gaps + Self.goneAlone) : leaning + gaps }
      if let next = continued[index], next == CellText.label(above.raw) { leaning += Self.spanLeaning }
      if let shared {
        let requirement = SharedRequirement(path: paths[above.row], text: CellText.label(above.raw))
        leaning += Self.leaning(of: requirement, to: paths[index], by: shared)
        isUnsure = requirement.mayBeOwn(besides: paths[index])
        // It takes more than the words of others to leave no doubt.
        if isUnsure, shared.namesOwn { leaning = max(leaning - Self.ownAmongOwn, min(leaning, -Self.toldByOthers)) }
      }
      if leaning > 0 {
        result[index].raws[column] = above.raw
        // What was perhaps read in the wrong field is carried down with its doubt.
        let doubts = rows[above.row].doubts
        if let moved = doubts.first(where: { $0.field == meaning && DisplacedCells.codes.contains($0.code) }) {
          result[index].doubts.append(
            DisplacedCells(columns: columns).doubt(column, carried: above.raw, probability: moved.probability))
        }
      }
      // What only few texts tell stays in doubt.
      var told = leaning > 0 ? max(leaning - sparse, min(leaning, Self.sparseSurety)) : -leaning
      // Who writes equal values again may have left this cell empty; what not each row needs is merged over several fields.
      let mayBeLeft =
        mayRewrite
        ? evidence.mostlyRewrites && meaning == .lead || evidence.rewritesWithin && isOnlyGap(column, in: rows[index])
        : evidence.rewritesWithin
      if leaning > 0, remains == .keptEmpty, !isBound, mayBeLeft { told = min(told, Self.sparseSurety) }
      let surety = max(0, told - (leaning > 0 && isUnsure ? Self.unsure : 0))
      let probability = 1 / (1 + Likelihood.exponential(-surety))
      let isSeldomMissed = isAside || meaning == .cooperating
      if probability < (leaning > 0 || isSeldomMissed ? limits.merge : limits.blank) {
        result[index].doubts.append(
          doubt(column, carried: leaning > 0, above: above.raw, probability: probability))
      }
    }
  }

  /// Gives a row the remarks above if its own cell is gone where an empty one would be there.
  ///
  /// - Returns: whether it is; in doubt all the same, since cells between may have been empty or merged.
  @discardableResult
  private func carryGone(
    _ column: Int, _ above: String, crosses: Bool, in row: AlignedRow, into result: inout FilledRow
  ) -> Bool {
    guard !crosses, keptRows?.isGone(column, in: row) == true else { return false }
    result.raws[column] = above
    if Self.goneRemarks < limits.merge {
      result.doubts.append(doubt(column, carried: true, above: above, probability: Self.goneRemarks))
    }
    return true
  }

  /// How likely remarks whose cell is gone, where empty ones are kept, are those above; set by hand.
  private static let goneRemarks = 0.75

  /// Whether a row has a text in all other fields that speak for the table: what is merged is so over several of them.
  private func isOnlyGap(_ column: Int, in row: AlignedRow) -> Bool {
    columns.indices.allSatisfy { $0 == column || !Self.speaksForTable(columns[$0].meaning) || row.slots[$0].hasText }
  }

  /// What it says for cells of a field to be merged that they are gone, where others are empty and still there.
  private func gapLeaning(_ column: Int, _ rows: [AlignedRow]) -> Double {
    guard showsBlanks, lacksCells, columns[column].meaning != .requirement else { return 0 }
    let gaps = ShownGaps(rows, column: column) { remains(of: $0.slots[column], in: $0, column: column) == .gone }
    return gaps.leaning
  }

  /// Whether a row that says nothing is the only one where it stands: several are merged, or a table would say nothing of any.
  private func isAlone(_ index: Int, among saysNothing: [Bool]) -> Bool {
    index > 0 && !saysNothing[index - 1] && !(index + 1 < saysNothing.count && saysNothing[index + 1])
  }

  /// What a field says for its empty cells being merged, wherever they stand.
  private func fieldLeaning(_ column: Int) -> Double {
    let meaning = columns[column].meaning
    // Whoever helps is the responsible one where nobody else is named, and stays a helper whom not every column needs.
    let helps = meaning == .responsible && HeaderLexicon.match(columns[column].label)?.meaning == .cooperating
    if helps { return Self.helper }
    let isByUnit = columns.levels.isEmpty
    return isByUnit && (meaning == .update || meaning == .supply) ? Self.unitTime : 0
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

  /// How likely a lone row that says nothing shares a requirement that speaks of another column alone; set by hand.
  private static let silent = 0.8

  /// How sure the few texts of a field can make it that its empty cells are merged, and any other evidence where its equal values
  /// are written again: below every limit of doubt. Set by hand.
  private static let sparseSurety = 1.3

  /// How much less sure it is that a row shares a requirement which speaks of another column alone; set by hand.
  private static let unsure = 1.0

  /// Whether a field of units stands left of all levels, so that each of its cells stands beside all columns that the unit keeps.
  private func groupsLevels(_ column: Int) -> Bool {
    guard [.responsible, .lead].contains(columns[column].meaning) else { return false }
    // In a table of units, what these keep stands in place of labels.
    let grouped = columns.levels.first ?? columns.firstIndex { [.requirement, .target].contains($0.meaning) }
    return grouped.map { column < $0 } ?? false
  }

  /// What it says for an empty cell that it would name who helps, whom fewer columns need than one who is responsible. Set by hand.
  private static let helper = -1.2

  /// Who writes a unit again, row by row, does not let one cell stand beside all columns that it keeps.
  private static let fewRepeats = 2.0

  /// What it says for an empty time in a table of units that it is merged: hardly any unit has none, where others have one. Set by hand.
  private static let unitTime = 0.3

  /// What it says against sharing a requirement which speaks of another column alone that many in the table speak of their own,
  /// and how sure that can make it; set by hand.
  private static let ownAmongOwn = 3.0
  private static let toldByOthers = 2.5

  /// How surely an empty cell of such a field is covered: a unit is left out there as seldom as an outer label.
  private static let outermost = 5.0

  /// What it says for a merged cell that a page breaks it, so that the next page begins with its value again.
  private static let spanLeaning = 4.0

  /// For each row without a text, the one with which the field goes on if that is the first of a page.
  private func continuedTexts(_ column: Int, _ rows: [AlignedRow], beginsPage: [Bool]) -> [String?] {
    var texts: [String?] = Array(repeating: nil, count: rows.count)
    var next: String?
    for index in rows.indices.reversed() {
      let slot = rows[index].slots[column]
      if slot.hasText { next = beginsPage[index] ? slot.label : nil } else { texts[index] = next }
    }
    return texts
  }

  /// Whether the empty cells of a field say how the author of the table merges.
  private static func speaksForTable(_ meaning: FieldMeaning) -> Bool {
    ![.number, .requirement, .remarks, .other, .level].contains(meaning)
  }

  private func remains(of slot: AlignedRow.Slot, in row: AlignedRow, column: Int) -> MergeEvidence.Remains {
    guard lacksCells else { return .keptEmpty }
    guard showsBlanks else { return .unknown }
    if slot.state == .blank { return .shownEmpty }
    return !hidesTrailing || row.slots[column...].contains(where: \.hasText) ? .gone : .unknown
  }

  private func doubt(_ column: Int, carried: Bool, above: String, probability: Double) -> Doubt {
    let (chineseName, name) = (columns[column].name.chinese, columns[column].name.english)
    let excerpt = CellText.excerpt(CellText.label(above))
    let message =
      carried
      ? Message(
        zh: "“\(chineseName)”为空，按合并单元格沿用上一行“\(excerpt)”；也可能本来就空",
        en: "“\(name)” is empty and was taken to be merged with the row above (“\(excerpt)”); it could have been empty")
      : Message(
        zh: "“\(chineseName)”为空，按空白处理；也可能与上一行“\(excerpt)”合并",
        en: "“\(name)” is empty and was left so; it could have been merged with the row above (“\(excerpt)”)")
    return Doubt(
      field: columns[column].meaning, code: carried ? "merge.recovered" : "merge.refused", message: message,
      probability: probability)
  }
}
