internal import LanmuDiagnostics

/// Decides, for the fields of a table whose spans are lost, whether an empty cell was covered from above or was empty.
///
/// The evidence is the author's habit over the whole column: who writes equal values out again and again does not merge;
/// values that are missing right where a new channel begins were not merged into it. A row with no content of its own is always
/// covered, since a row that says nothing makes no sense.
struct MergeDecision: Sendable {
  let columns: [LogicalColumn]
  /// Whether merged cells are gone from the rows, so that an empty cell that is there was empty.
  let showsBlanks: Bool
  /// Whether rows are padded at their end, so that nothing is known of fields behind the last cell with text.
  let hidesTrailing: Bool
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
    for column in dataColumns {
      carry(
        column, rows: rows, firstNew: firstNew, paths: paths, weighty: weighty, saysNothing: saysNothing, into: &result)
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
    let name = columns[column].label
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
        zh: "\(isOwn ? "本行" : "本行或上面的行")缺格，“\(name)”\(chosenChinese)；也可能\(otherChinese)",
        en: "\(isOwn ? "the row lacks" : "this row or one above lacks") cells; “\(name)” \(chosen), but may \(other)"),
      probability: probability)
  }

  // MARK: - Merged or empty

  private func carry(
    _ column: Int, rows: [AlignedRow], firstNew: [Int?], paths: [[String]], weighty: [Int], saysNothing: [Bool],
    into result: inout [FilledRow]
  ) {
    let habit = ColumnHabit(column, rows: rows, firstNew: firstNew)
    let base = Self.prior(columns[column].meaning) + habit.leaning
    var value: (raw: String, row: Int)?
    var runIsBlank = false
    var runIsMerged = false
    for index in rows.indices {
      let slot = rows[index].slots[column]
      if slot.hasText {
        value = (slot.raw, index)
        runIsBlank = false
        runIsMerged = false
        continue
      }
      guard let above = value else { continue }
      if saysNothing[index] {
        // Remarks belong to one column of the site, even where all else is shared.
        if columns[column].meaning != .remarks && columns[column].meaning != .other {
          result[index].raws[column] = above.raw
        }
        continue
      }
      if firstNew[index] == 0 { runIsBlank = base - 3 < 0 || runIsBlank }
      var leaning = base + (runIsBlank ? -4 : 0)
      if firstNew[index] == 0 { leaning -= 3 }
      if showsBlanks {
        if slot.state == .blank { leaning -= 6 }
        if slot.state == .missing, !hidesTrailing || rows[index].slots[column...].contains(where: \.hasText) {
          leaning += 4
        }
      }
      if weighty.contains(column) {
        leaning += company(of: column, in: rows[index], weighty: weighty)
        if runIsMerged { leaning += 3 }
        if !runIsBlank, firstNew[index] != 0 {
          leaning += Self.runWeight(column, from: index, below: above.row, rows: rows, paths: paths)
        }
      }
      if columns[column].meaning == .requirement {
        leaning += kinship(
          of: CellText.label(above.raw), to: paths[index].last ?? "", besides: paths[above.row].last ?? "")
      }
      if leaning > 0 {
        result[index].raws[column] = above.raw
        runIsMerged = true
      } else {
        runIsBlank = true
      }
      if abs(leaning) < Self.doubtMargin {
        result[index].doubts.append(doubt(column, carried: leaning > 0, above: above.raw, leaning: leaning))
      }
    }
  }

  /// Leanings within this of zero leave a doubt.
  private static let doubtMargin = 1.0

  /// How likely the field is to be merged at all, before any evidence: every column has somebody responsible, few have remarks.
  private static func prior(_ meaning: FieldMeaning) -> Double {
    switch meaning {
    case .number: 3
    case .responsible: 2.5
    case .lead: 1.5
    case .update: 0.8
    case .mode: 0.8
    case .supply: 0.4
    case .target: 0.4
    case .requirement: 0.8
    case .cooperating: -0.3
    case .level, .other: -1
    case .remarks: -2.5
    }
  }

  /// What a run of empty cells says: one that starts right below the first of a group and goes on through it is one merged cell.
  private static func runWeight(
    _ column: Int, from start: Int, below valued: Int, rows: [AlignedRow], paths: [[String]]
  ) -> Double {
    guard start == valued + 1, !paths[start].isEmpty, paths[start].dropLast() == paths[valued].dropLast() else {
      return 0
    }
    let group = paths[start].dropLast()
    let run = (start..<min(rows.count, start + 8)).prefix { index in
      !rows[index].slots[column].hasText && paths[index].dropLast() == group
    }.count
    return run >= 6 ? 4 : run >= 3 ? 2.5 : 1
  }

  /// What the other fields of the row say: where several are missing together, they are merged together; where the lead has
  /// a name of its own, the responsible units of the row above are less likely to be meant.
  private func company(of column: Int, in row: AlignedRow, weighty: [Int]) -> Double {
    let others = weighty.filter { $0 != column && !row.slots[$0].hasText }.count
    var leaning = 0.6 * Double(min(3, others))
    if columns[column].meaning == .responsible, let lead = columns.firstIndex(where: { $0.meaning == .lead }) {
      leaning -= row.slots[lead].hasText ? 1.5 : 0
    }
    return leaning
  }

  /// A requirement that speaks of this row's label is shared; one that speaks of its own row's label alone is not.
  private func kinship(of text: String, to label: String, besides ownLabel: String) -> Double {
    let mine = Self.mentions(label, in: text)
    let own = Self.mentions(ownLabel, in: text)
    if mine { return own ? 1 : 1.5 }
    return own ? -0.7 : 0
  }

  private static func mentions(_ label: String, in text: String) -> Bool {
    label.unicodeScalars.count >= 2 && label.unicodeScalars.count <= 20 && text.contains(label)
  }

  private func doubt(_ column: Int, carried: Bool, above: String, leaning: Double) -> Doubt {
    let name = columns[column].label
    let excerpt = CellText.excerpt(CellText.label(above))
    let message =
      carried
      ? Message(
        zh: "“\(name)”为空，按合并单元格沿用上一行“\(excerpt)”；也可能本来就空",
        en: "“\(name)” is empty and was taken to be merged with the row above (“\(excerpt)”); it could have been empty")
      : Message(
        zh: "“\(name)”为空，按空白处理；也可能与上一行“\(excerpt)”合并",
        en: "“\(name)” is empty and was left so; it could have been merged with the row above (“\(excerpt)”)")
    return Doubt(
      field: columns[column].meaning, code: carried ? "merge.recovered" : "merge.refused", message: message,
      probability: 0.5 + 0.4 * min(1, abs(leaning)))
  }
}

/// What a column's author does with equal and missing values.
private struct ColumnHabit {
  /// Above 0 for one who merges, below for one who repeats and leaves blanks.
  var leaning: Double

  init(_ column: Int, rows: [AlignedRow], firstNew: [Int?]) {
    var repeats = 0
    var emptyWithin = 0
    var emptyAtStart = 0
    var previous: String?
    var previousIsOwn = false
    for (index, row) in rows.enumerated() {
      let slot = row.slots[column]
      if slot.hasText {
        if previousIsOwn, previous == slot.label, !row.followsBreak, firstNew[index] != 0 { repeats += 1 }
        previous = slot.label
        previousIsOwn = true
      } else {
        if firstNew[index] == 0 {
          emptyAtStart += 1
        } else if previous != nil {
          emptyWithin += 1
        }
        previousIsOwn = false
      }
    }
    leaning =
      -0.35 * Double(min(repeats, 12)) + 0.12 * Double(min(emptyWithin, 15)) - 1.1 * Double(min(emptyAtStart, 4))
  }
}
