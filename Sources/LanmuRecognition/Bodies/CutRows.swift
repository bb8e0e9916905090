internal import LanmuDiagnostics
internal import LanmuGrid

/// Puts together again what a page break, or a line's end, cut in two: a row whose second half has no labels, a sentence that goes
/// on in a row of its own, a value within brackets.
struct CutRows: Sendable {
  let columns: [LogicalColumn]

  /// Joins second halves to the rows that they belong to; a joined row carries a doubt.
  func joined(_ rows: [AlignedRow]) -> [AlignedRow] {
    var result: [AlignedRow] = []
    var wasJoined = false
    let areSentences = areMostlySentences(rows)
    let standAlone = standAloneOnlyBelowGaps(rows)
    for var row in rows {
      if let last = result.last,
        isSecondHalf(row, of: last) || isRest(row, of: last) || countsOn(row, from: last)
          || areSentences && completesSentence(row, of: last) || standAlone && goesOnBelowGap(row, from: last)
      {
        append(row, to: &result[result.count - 1])
        wasJoined = true
      } else {
        // What stood below the second half now stands below the break.
        if wasJoined { row.followsBreak = true }
        wasJoined = false
        result.append(row)
      }
    }
    joinOpenBrackets(&result)
    return result
  }

  /// What names a row: its labels and its number, or the unit where the table has neither.
  private var names: Set<FieldMeaning> {
    let labels: Set<FieldMeaning> = [.level, .number]
    return columns.contains { labels.contains($0.meaning) } ? labels : [.responsible, .lead]
  }

  /// A row right below a page break that has no label of its own and goes on where a text above stopped in mid-sentence.
  private func isSecondHalf(_ row: AlignedRow, of above: AlignedRow) -> Bool {
    guard row.followsBreak else { return false }
    let own = row.slots.indices.filter { row.slots[$0].state == .own }
    guard !own.isEmpty, own.allSatisfy({ !names.contains(columns[$0].meaning) }) else { return false }
    guard row.slots.indices.allSatisfy({ columns[$0].meaning != .level || row.slots[$0].state != .covered }) else {
      return false
    }
    return own.allSatisfy { index in
      let slot = above.slots[index]
      return slot.hasText && !endsSentence(slot.label) && !areWholeTimes(slot.label, row.slots[index].label)
    }
  }

  /// A row without a label or unit of its own that makes a time of what above it is none, and goes on with every other text that
  /// it has: a page break cut it off, though no header says so.
  private func isRest(_ row: AlignedRow, of above: AlignedRow) -> Bool {
    let keepers: Set<FieldMeaning> = [.responsible, .lead, .cooperating, .number, .level, .target]
    let own = row.slots.indices.filter { row.slots[$0].state == .own }
    guard own.count >= 2, own.allSatisfy({ !keepers.contains(columns[$0].meaning) && above.slots[$0].state == .own }),
      own.allSatisfy({ !endsSentence(above.slots[$0].label) })
    else { return false }
    return own.contains { index in
      let (first, rest) = (above.slots[index].label, row.slots[index].label)
      return [.update, .supply].contains(columns[index].meaning) && TextEvidence(first).time < 1
        && TextEvidence(first + rest).time >= 1
    }
  }

  /// Whether a row holds nothing but the rest of a requirement that was cut within an item of its list, and counts the next ones;
  /// or below a page break the next items.
  private func countsOn(_ row: AlignedRow, from above: AlignedRow) -> Bool {
    guard let (first, rest) = loneRequirement(of: row, below: above) else { return false }
    guard ItemNumbers(rest).goOn(from: ItemNumbers(first)) else { return false }
    return CellText.startsListItem(rest) ? row.followsBreak : !endsSentence(first)
  }

  /// Whether a row below blank lines, which seldom part rows, holds nothing but the end of the sentence in which the requirement
  /// above stops.
  private func completesSentence(_ row: AlignedRow, of above: AlignedRow) -> Bool {
    guard isBelowGap(row, above), let (first, rest) = loneRequirement(of: row, below: above) else { return false }
    return !endsSentence(first) && endsSentence(rest)
  }

  /// Whether a row below a page's end holds nothing but a requirement that begins no list, below one that stops without a mark.
  private func goesOnBelowGap(_ row: AlignedRow, from above: AlignedRow) -> Bool {
    guard isBelowGap(row, above), let (first, rest) = loneRequirement(of: row, below: above) else { return false }
    return !endsSentence(first) && !CellText.startsListItem(rest)
      && row.slots.indices.allSatisfy { columns[$0].meaning != .level || row.slots[$0].state == .blank }
  }

  /// Whether rows that hold nothing but a requirement stand only below lines that are seldom, and where requirements are no labels,
  /// a good part of them end in a mark: such a row is not one of several requirements of a column, but the rest of one.
  private func standAloneOnlyBelowGaps(_ rows: [AlignedRow]) -> Bool {
    guard let column = columns.firstIndex(where: { $0.meaning == .requirement }) else { return false }
    var gaps = 0
    for (row, above) in zip(rows.dropFirst(), rows) {
      let isBelow = isBelowGap(row, above)
      if isBelow { gaps += 1 }
      if !isBelow, loneRequirement(of: row, below: above) != nil { return false }
    }
    guard gaps * 4 <= rows.count else { return false }
    guard !columns.levels.isEmpty else { return true }
    let texts = rows.filter { $0.slots[column].state == .own }
    return texts.count { endsSentence($0.slots[column].label) } * 2 >= texts.count
  }

  /// Whether lines of a text stand between two rows, or all but the first of the upper one's.
  private func isBelowGap(_ row: AlignedRow, _ above: AlignedRow) -> Bool {
    guard let last = above.slots.compactMap(\.line).max(), let next = row.slots.compactMap(\.line).min() else {
      return false
    }
    return next > last + 1
  }

  /// The requirement of a row that holds nothing else, and the one above it.
  private func loneRequirement(of row: AlignedRow, below above: AlignedRow) -> (first: String, rest: String)? {
    let own = row.slots.indices.filter { row.slots[$0].state == .own }
    guard own.count == 1, columns[own[0]].meaning == .requirement, above.slots[own[0]].state == .own else { return nil }
    return (above.slots[own[0]].label, row.slots[own[0]].label)
  }

  /// Whether nearly all requirements end as sentences or items do, so that one without a mark stops before its end, and lines
  /// between rows are seldom, so that a page may have ended there.
  private func areMostlySentences(_ rows: [AlignedRow]) -> Bool {
    guard let column = columns.firstIndex(where: { $0.meaning == .requirement }) else { return false }
    let texts = rows.filter { $0.slots[column].state == .own }
    guard texts.count >= Self.fewestSentences else { return false }
    let gaps = zip(rows.dropFirst(), rows).count { isBelowGap($0, $1) }
    return gaps * 4 <= rows.count && texts.count { endsSentence($0.slots[column].label) } * 5 >= texts.count * 4
  }

  /// Fewer requirements tell nothing of how their author ends them.
  private static let fewestSentences = 5

  /// Whether each of two texts says when something is done, as no half of such a text does.
  private func areWholeTimes(_ first: String, _ second: String) -> Bool {
    [first, second].allSatisfy { TextEvidence($0).time >= 1 }
  }

  private func append(_ row: AlignedRow, to above: inout AlignedRow) {
    for index in row.slots.indices where row.slots[index].state == .own {
      above.slots[index].raw = CellText.joined(above.slots[index].raw, row.slots[index].raw)
      above.slots[index].label += row.slots[index].label
      above.doubts.append(.joinedRow(columns[index].meaning, rest: row.slots[index].label))
    }
  }

  /// A value that stops within an open bracket at a page's end, and goes on in the same field after the break.
  private func joinOpenBrackets(_ rows: inout [AlignedRow]) {
    for column in columns.indices {
      var open: Int?
      for index in rows.indices where rows[index].slots[column].state == .own {
        let balance = CellText.openBrackets(in: rows[index].slots[column].label)
        if let start = open, balance < 0, index - start <= 40 {
          let whole = CellText.joined(rows[start].slots[column].raw, rows[index].slots[column].raw)
          let label = rows[start].slots[column].label + rows[index].slots[column].label
          for piece in [start, index] {
            rows[piece].slots[column].raw = whole
            rows[piece].slots[column].label = label
            rows[piece].doubts.append(
              Doubt(
                field: columns[column].meaning, code: "value.joined",
                message: Message(
                  zh: "一个值跨页被分成两段，已按括号接合", en: "a value split over a page was joined at its open bracket"),
                probability: 0.9))
          }
          open = nil
        } else {
          open = balance > 0 ? index : nil
        }
      }
    }
  }

  /// Whether a text is closed as a sentence or an item of a list is, and so does not go on in the row below; an empty one does
  /// not, either. What is a whole sentence (`Sentence`) is another question.
  private func endsSentence(_ label: String) -> Bool {
    guard let last = label.unicodeScalars.last else { return true }
    return "。；;！？!?".unicodeScalars.contains(last)
  }
}

extension Doubt {
  /// A row was taken for the rest of the one above it.
  static func joinedRow(_ field: FieldMeaning?, rest: String) -> Doubt {
    let excerpt = CellText.excerpt(rest, atMost: 12)
    return Doubt(
      field: field, code: "row.joined",
      message: Message(
        zh: "分页或换行处被截断的内容已接回本行（接上“\(excerpt)”）；也可能是单独一行",
        en: "text cut by a page or line break was joined to this row (“\(excerpt)”); it could be a row of its own"),
      probability: 0.85)
  }
}
