/// The rows of a table that are no entries, and the headings that entries stand under.
extension PlanTableReader {
  /// Entries apart from notes, furniture and section headings; the headings above each entry by its place, outermost first.
  func separated(
    _ special: SpecialRows
  ) -> (rows: [CollectedTable.BodyRow], notes: [String], sections: [RowPlace: [String]]) {
    var rows: [CollectedTable.BodyRow] = []
    var notes: [String] = []
    var sections: [RowPlace: [String]] = [:]
    var open = OpenSections()
    var pendingBreak = false
    var startsSection = false
    let lastEntry = collected.rows.lastIndex { special.kind(of: $0.row, isLast: true) == .entry } ?? -1
    for (index, body) in collected.rows.enumerated() {
      let next = index + 1 < collected.rows.count ? collected.rows[index + 1] : nil
      if next?.followsBreak == true, isRunningTitle(body.row) { continue }
      switch special.kind(of: body.row, isLast: index >= lastEntry) {
      case .entry:
        var copy = body
        copy.followsBreak = body.followsBreak || pendingBreak
        pendingBreak = false
        copy.startsSection = startsSection
        startsSection = false
        rows.append(copy)
        if !open.headings.isEmpty { sections[RowPlace(body.row)] = open.headings }
      case .section(let heading):
        // Below all entries, what a heading's place holds is a further item of the note above it.
        if index > lastEntry, !notes.isEmpty, NoteBelow.isItem(heading) { notes.append(heading) }
        // A heading written again, with or without a mark that says so, begins a page and no section.
        let plain = RepeatMarks.withoutContinuation(heading)
        if plain.isEmpty || open.headings.contains(plain) {
          pendingBreak = true
        } else {
          open.open(heading)
          (pendingBreak, startsSection) = (false, true)
        }
      case .note(let text): notes.append(text)
      case .furniture: pendingBreak = pendingBreak || body.followsBreak
      }
    }
    return (rows, notes, sections)
  }

  /// Whether a row right above a repeated header is the running title of a page: the table's own, or one that says what the
  /// whole document is; none that is numbered.
  private func isRunningTitle(_ row: FieldRow) -> Bool {
    let filled = row.filled
    guard filled.count == 1, let text = filled.first?.label, row.cells.first?.label == text else { return false }
    guard SectionNumber(text) == nil else { return false }
    return text == CellText.label(collected.title) || SurroundingText.isPlanTitle(text)
  }

  /// The heading under which all entries stand, if there is only one.
  func soleHeading(_ sections: [RowPlace: [String]], above rows: [CollectedTable.BodyRow]) -> String? {
    guard let headings = sections.values.first, headings.count == 1, sections.count == rows.count else { return nil }
    return sections.values.allSatisfy { $0 == headings } ? headings[0] : nil
  }

  /// Whether the text right above the table, which may be several lines, says what the table is.
  var isTitled: Bool {
    collected.title.split(separator: "\n").contains { SurroundingText.isPlanTitle(String($0)) }
  }

  /// Whether a heading has the number of a section, and no word for what the table itself is.
  func isSectionOnly(_ heading: String) -> Bool {
    SectionNumber(heading) != nil && !Self.tableWords.contains(where: heading.contains)
  }

  /// What a heading calls the table or the plan itself, and hardly a section of it.
  private static let tableWords = ["表", "任务", "分工", "分解", "责任", "清单", "方案", "安排", "设置", "单位", "一览", "明细"]

  /// Whether the heading above the table is that of its first section: the first heading within the table counts on from it.
  func isFirstSection(
    _ title: String, of sections: [RowPlace: [String]], in rows: [CollectedTable.BodyRow]
  ) -> Bool {
    guard let number = SectionNumber(title), let first = rows.first, sections[RowPlace(first.row)] == nil,
      let next = rows.lazy.compactMap({ sections[RowPlace($0.row)]?.first }).first.flatMap(SectionNumber.init)
    else { return false }
    return next.follows(number)
  }
}
