internal import LanmuDiagnostics
internal import LanmuGrid

/// Turns the collected rows of one table into the rows of a plan.
struct PlanTableReader: Sendable {
  let collected: CollectedTable
  let limits: DoubtLimits

  /// The table as recognised; `nil` if it has no row that could be an entry.
  func read() -> RecognisedTable? {
    if let filledUp = FilledUpRows.candidate(collected) {
      let reader = PlanTableReader(collected: filledUp, limits: limits)
      if reader.rowsHaveStrayed { return reader.table() }
    }
    return table()
  }

  /// Whether rows that seem to end in empty fields were filled up behind cells that left their places.
  private var rowsHaveStrayed: Bool {
    guard let whole = collected.header else { return false }
    var evidence = EvidenceTable()
    let columns = resolved(withoutMargin(whole), evidence: &evidence).columns
    let rows = separated(SpecialRows(columns: columns, rows: collected.rows)).rows
    return FilledUpRows.haveStrayed(
      rows.map { LostBody.alignable($0.row, evidence: &evidence) }, columns: columns)
  }

  private func table() -> RecognisedTable? {
    guard let whole = collected.header else { return nil }
    let header = withoutMargin(whole)
    var evidence = EvidenceTable()
    let resolver = resolved(header, evidence: &evidence)
    let columns = resolver.columns
    let special = SpecialRows(columns: columns, rows: collected.rows)
    var (bodyRows, notes, sections) = separated(special)
    var title = CellText.label(collected.title)
    if header.rowCount == 0, let heading = soleHeading(sections, above: bodyRows),
      !isTitled || !isSectionOnly(heading)
    {
      // Without a header nothing but the first row parts a caption from a section, and one section groups nothing.
      title = heading
      sections = [:]
    } else if isFirstSection(title, of: sections, in: bodyRows) {
      for body in bodyRows.prefix(while: { sections[RowPlace($0.row)] == nil }) { sections[RowPlace(body.row)] = title }
      title = ""
    }
    guard !bodyRows.isEmpty else { return nil }
    var torn: TornRows?
    if !collected.layout.keepsSpans {
      let joined = TornRows(bodyRows.filter { $0.row.filledCount > 0 }, columns: columns)
      (bodyRows, torn) = (joined.rows, joined)
    }

    let isIndexed =
      collected.layout == .dropped && LostBody.keepsPlaces(bodyRows, columns: columns, evidence: &evidence)
    let layout = isIndexed ? .delimited : collected.layout
    let read =
      layout.keepsSpans
      ? LostBody.Reading(rows: SpannedBody(columns: columns).read(bodyRows))
      : LostBody(columns: columns, layout: layout, limits: limits).read(bodyRows, evidence: &evidence)
    var rows = read.rows
    for index in rows.indices {
      let place = RowPlace(rows[index])
      rows[index].section = sections[place] ?? ""
      if special.mayBeHeadings.contains(place) { rows[index].doubts.append(.loneLabel) }
      if collected.unclearGrids.contains(rows[index].grid) {
        // Rows that were cut anew are filled up.
        rows[index].doubts.append(.unclearRows(width: collected.layout == .dropped ? nil : collected.width))
      }
    }
    if let torn { for index in rows.indices { rows[index].doubts += torn.doubts(of: rows[index]) } }
    rows = CutRows(columns: columns).joined(rows)
    if layout.keepsSpans { ContinuedPages(columns: columns).carry(into: &rows) }

    let levelColumns = columns.indices.filter { columns[$0].meaning == .level }
    RepeatMarks(columns: columns).resolve(&rows)
    let builder = PathBuilder(
      levelColumns: levelColumns, keepsSpans: collected.layout.keepsSpans,
      naming: columns.indices.filter { [.requirement, .target].contains(columns[$0].meaning) })
    let labelled = builder.labelled(rows)
    if builder.carriesBlanks(rows) {
      RepeatedValues(columns: columns, paths: labelled.map(\.path)).carry(into: &rows)
    }
    for index in rows.indices {
      if let doubt = rows[index].rival?.doubt(at: labelled[index].path) { rows[index].doubts.insert(doubt, at: 0) }
      if let doubt = labelled[index].carried { rows[index].doubts.append(doubt) }
    }
    let texts = texts(of: rows, labelled: labelled, columns: columns, layout: layout)
    if !collected.layout.keepsSpans {
      let damaged = DamagedLabels().doubts(rows, labelled: labelled, levelColumns: levelColumns)
      for index in rows.indices { rows[index].doubts += damaged[index] }
    }
    if [.spanned, .delimited].contains(collected.layout), let leaf = levelColumns.last {
      for index in rows.indices where rows[index].slots[leaf].state == .own {
        rows[index].doubts += [ListedLabels.doubt(of: rows[index].slots[leaf].raw)].compactMap(\.self)
      }
    }
    let written = WrittenPaths(labelled.lazy.flatMap(\.path))
    let entries = rows.indices.map { index in
      var entry = recognised(rows[index], labelled: labelled[index], texts: texts[index], columns: columns)
      entry.doubts += written.doubts(of: entry.path)
      entry.path = written.expanded(entry.path)
      if entry.path.isEmpty, resolver.kind == .columns { entry.doubts.append(.noLabel) }
      return entry
    }
    notes += NoteBelow.lines(collected.paragraphsBelow)
    var table = RecognisedTable(
      kind: resolver.kind, title: title, header: columns.isEmpty ? [] : labels(of: header),
      fields: fieldMeanings(header, columns: columns), rows: entries, note: notes.joined(separator: "\n"),
      spansLost: !collected.layout.keepsSpans, cellsLost: read.cellsLost, headerRows: header.rowCount,
      levels: levelColumns.count)
    table.alignmentSteps = read.steps
    return table
  }

  // MARK: - Columns

  /// A header without the empty columns that a worksheet's author left at its margin.
  private func withoutMargin(_ header: TableHeader) -> TableHeader {
    guard collected.layout.keepsSpans else { return header }
    let first = collected.rows.reduce(Int.max) { min($0, $1.row.filled.first?.column ?? $0) }
    var copy = header
    let margin = copy.fields.prefix { $0.label.isEmpty && $0.columns.upperBound <= first }.count
    if margin < copy.fields.count { copy.fields.removeFirst(margin) }
    return copy
  }

  /// The columns as they are found, if what a user has pinned down holds for them; else as it is pinned down.
  private func resolved(_ header: TableHeader, evidence: inout EvidenceTable) -> ColumnResolver {
    let content = content(of: header, evidence: &evidence)
    let found = header.unpinned
    let resolver = ColumnResolver(found, content: content, extraLevels: extraLevels(found))
    guard let layout = header.layout, !isMet(layout, header, by: resolver) else { return resolver }
    let extra = extraLevels(header)
    let pinned = ColumnResolver(header, content: content, extraLevels: extra)
    guard let levels = layout.levels, !pinned.columns.isEmpty else { return pinned }
    let missing = levels - Self.levelCount(pinned)
    if missing == 0 { return pinned }
    // Only a row that lost its spans may hold columns that its header does not show, and no more than it has cells.
    let room = collected.layout.keepsSpans ? 0 : max(extra, collected.width - header.fields.count)
    let adjusted = min(max(0, extra + missing), room)
    let corrected = ColumnResolver(header, content: content, extraLevels: adjusted)
    guard Self.levelCount(corrected) > levels else { return corrected }
    return ColumnResolver(layout.limited(header), content: content, extraLevels: 0)
  }

  private static func levelCount(_ resolver: ColumnResolver) -> Int {
    resolver.columns.count { $0.meaning == .level }
  }

  /// Whether columns are what a user has pinned down.
  private func isMet(_ layout: TableLayout, _ header: TableHeader, by resolver: ColumnResolver) -> Bool {
    let levels = Self.levelCount(resolver)
    if let pinned = layout.levels, levels > 0, levels != pinned { return false }
    let meanings = fieldMeanings(header, columns: resolver.columns)
    return header.fields.enumerated().allSatisfy { index, field in
      field.pinned.map { meanings.indices.contains(index) && meanings[index] == $0 } ?? true
    }
  }

  /// What stands in each field.
  private func content(of header: TableHeader, evidence known: inout EvidenceTable) -> [ColumnContent] {
    let keepsSpans = collected.layout.keepsSpans
    let fields = header.fields
    var evidence: [[TextEvidence]] = Array(repeating: [], count: fields.count)
    var unmoved = evidence
    let mayBeMoved = UnmovedCells.mayHaveMoved(collected, below: fields, evidence: &known)
    // Remarks are seldom filled.
    let end = fields.count - (fields.last?.meaning == .remarks ? 1 : 0)
    let whole = collected.layout == .dropped ? wholeRows(width: fields.count) : nil
    for (index, body) in collected.rows.prefix(200).enumerated() {
      let filled = body.row.filled
      if let whole, !whole.contains(index) { continue }
      // A sentence that stands alone is a note rather than one field's content.
      if filled.count == 1, fields.count > 2, filled[0].label.unicodeScalars.count > Self.longestLone { continue }
      let shift = hasDrifted(body.row.cells, below: header) ? 1 : 0
      guard keepsSpans || body.row.cells.count == fields.count + shift || filled.count == fields.count else { continue }
      let firstUnmoved = mayBeMoved ? UnmovedCells.first(of: body.row, width: fields.count, before: end) : .max
      for cell in filled {
        guard let place = fields.firstIndex(where: { $0.columns.contains(cell.column - shift) }) else { continue }
        evidence[place].append(known.evidence(of: cell.label))
        if place >= firstUnmoved { unmoved[place].append(known.evidence(of: cell.label)) }
      }
    }
    return fields.indices.map { place in
      var content = ColumnContent(evidence[place])
      guard mayBeMoved, unmoved[place].count >= UnmovedCells.least, isOpen(fields[place], among: fields) else {
        return content
      }
      // A few may have moved all the same.
      let isProse = unmoved[place].count(where: \.isProse) * 2 > unmoved[place].count
      content = ColumnContent(unmoved[place].filter { $0.isProse == isProse })
      content.count = evidence[place].count
      return content
    }
  }

  /// Whether what a field holds has a say in what it is: its label is not sure, or another one's says the same.
  private func isOpen(_ field: HeaderField, among fields: [HeaderField]) -> Bool {
    field.strength < 1 || field.meaning == .requirement && fields.count { $0.meaning == .requirement } > 1
  }

  private static let longestLone = 20

  /// The rows in which cells stand in their places though rows that lost cells are padded: those whose last field is filled, or
  /// else the first, which nothing covers.
  private func wholeRows(width: Int) -> Set<Int> {
    let tellsPadding = collected.rows.lazy.map(\.row).tellPadding
    let whole = collected.rows.indices.prefix(200).filter { index in
      let cells = collected.rows[index].row.cells
      return tellsPadding
        ? cells.count { !$0.isPadding } == width : (cells.lastIndex { !$0.label.isEmpty } ?? -1) + 1 == width
    }
    return whole.isEmpty ? [0] : Set(whole)
  }

  private func labels(of header: TableHeader) -> [String] {
    var labels = header.fields.map(\.label)
    while labels.last?.isEmpty == true { labels.removeLast() }
    return labels
  }

  private func fieldMeanings(_ header: TableHeader, columns: [LogicalColumn]) -> [FieldMeaning] {
    // A table without a header is described by its columns.
    if header.rowCount == 0, labels(of: header).isEmpty { return columns.map(\.meaning) }
    var meanings: [FieldMeaning] = []
    var index = 0
    for field in header.fields.prefix(labels(of: header).count) {
      let meaning = columns.indices.contains(index) ? columns[index].meaning : .other
      meanings.append(meaning)
      let covers = meaning == .level && field.columns.count > 1 ? field.columns.count : 1
      index += covers
      while meaning == .level, columns.indices.contains(index), columns[index].label == field.label, index >= covers,
        columns[index].meaning == .level,
        !header.fields.dropFirst(meanings.count).contains(where: { $0.label == field.label })
      {
        index += 1
      }
    }
    return meanings
  }

  // MARK: - Rows

  /// Entries apart from notes, furniture and section headings; the heading above each entry by its place.
  private func separated(
    _ special: SpecialRows
  ) -> (rows: [CollectedTable.BodyRow], notes: [String], sections: [RowPlace: String]) {
    var rows: [CollectedTable.BodyRow] = []
    var notes: [String] = []
    var sections: [RowPlace: String] = [:]
    var section = ""
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
        if !section.isEmpty { sections[RowPlace(body.row)] = section }
      case .section(let heading):
        // Below all entries, what a heading's place holds is a further item of the note above it.
        if index > lastEntry, !notes.isEmpty, NoteBelow.isItem(heading) { notes.append(heading) }
        // A heading written again, with or without a mark that says so, begins a page and no section.
        let plain = RepeatMarks.withoutContinuation(heading)
        if plain.isEmpty || plain == section {
          pendingBreak = true
        } else {
          section = heading
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
  private func soleHeading(_ sections: [RowPlace: String], above rows: [CollectedTable.BodyRow]) -> String? {
    guard let heading = sections.values.first, sections.count == rows.count else { return nil }
    return sections.values.allSatisfy { $0 == heading } ? heading : nil
  }

  /// Whether the text right above the table, which may be several lines, says what the table is.
  private var isTitled: Bool {
    collected.title.split(separator: "\n").contains { SurroundingText.isPlanTitle(String($0)) }
  }

  /// Whether a heading has the number of a section, and no word for what the table itself is.
  private func isSectionOnly(_ heading: String) -> Bool {
    SectionNumber(heading) != nil && !Self.tableWords.contains(where: heading.contains)
  }

  /// What a heading calls the table or the plan itself, and hardly a section of it.
  private static let tableWords = ["表", "任务", "分工", "分解", "责任", "清单", "方案", "安排"]

  /// Whether the heading above the table is that of its first section: the first heading within the table counts on from it.
  private func isFirstSection(
    _ title: String, of sections: [RowPlace: String], in rows: [CollectedTable.BodyRow]
  ) -> Bool {
    guard let number = SectionNumber(title), let first = rows.first, sections[RowPlace(first.row)] == nil,
      let next = rows.lazy.compactMap({ sections[RowPlace($0.row)] }).first.flatMap(SectionNumber.init)
    else { return false }
    return next.follows(number)
  }

  private func texts(
    of rows: [AlignedRow], labelled: [PathBuilder.LabelledRow], columns: [LogicalColumn], layout: Grid.Layout
  ) -> [MergeDecision.FilledRow] {
    guard !layout.keepsSpans else {
      return rows.map { row in MergeDecision.FilledRow(raws: row.slots.map { $0.hasText ? $0.raw : nil }, doubts: []) }
    }
    let isPadded = layout == .dropped
    // Editors trim the separators of empty fields off the end of a line: what is missing there alone was not merged.
    let trimsEnds = layout == .delimited
    let hasMissing = rows.contains { row in
      let end = trimsEnds ? row.slots.lastIndex(where: \.hasText) ?? 0 : row.slots.count
      return row.slots[..<end].contains { $0.state == .missing }
    }
    // An empty field where an outer label would stand says that merged cells are empty here, not gone.
    let outermost = columns.firstIndex { $0.meaning == .level } ?? 0
    let startsEmpty = rows.contains { row in
      row.slots[outermost].state == .blank && row.slots[(outermost + 1)...].contains { $0.hasText }
    }
    let data = columns.indices.filter { columns[$0].meaning != .level }
    let hasBlank = rows.contains { row in data.contains { row.slots[$0].state == .blank } }
    let lacksCells = isPadded || hasMissing && !startsEmpty
    return MergeDecision(
      columns: columns, showsBlanks: hasMissing && !startsEmpty && (!isPadded || hasBlank), lacksCells: lacksCells,
      hidesTrailing: isPadded && !collected.rows.lazy.map(\.row).tellPadding, limits: limits
    ).filled(
      rows, firstNew: labelled.map(\.firstNew), paths: labelled.map(\.path))
  }

  private func recognised(
    _ row: AlignedRow, labelled: PathBuilder.LabelledRow, texts: MergeDecision.FilledRow, columns: [LogicalColumn]
  ) -> RecognisedRow {
    var values: [FieldMeaning: String] = [:]
    for (index, column) in columns.enumerated() where column.meaning != .level {
      guard let raw = texts.raws[index] else { continue }
      let namesUnits = column.meaning.family == .responsible
      let whole =
        column.meaning == .number
        ? CellText.label(raw)
        : CellText.field(raw, joinsWrappedLines: collected.layout == .boxDrawing, keepsSpaces: namesUnits)
      guard !whole.isEmpty, let text = namesUnits ? unitsText(whole, column, besides: columns) : whole else { continue }
      if column.meaning == .other {
        let labelledText = column.label.isEmpty ? text : column.label + "：" + text
        values[.other] = values[.other].map { $0 + "\n" + labelledText } ?? labelledText
      } else if let before = values[column.meaning] {
        values[column.meaning] = before + "\n" + text
      } else {
        values[column.meaning] = text
      }
    }
    let path = (row.section.isEmpty ? [] : [row.section]) + labelled.path
    return RecognisedRow(
      path: path, starred: labelled.starred, texts: values, row: row.row, line: row.line, grid: row.grid,
      doubts: row.doubts + texts.doubts)
  }

  /// A text of a field that names units, beside others of the same meaning: what names nobody adds nothing, and technical
  /// support keeps its label beside other help. `nil` if nothing is left.
  private func unitsText(_ text: String, _ column: LogicalColumn, besides columns: [LogicalColumn]) -> String? {
    let others = columns.filter { $0.meaning == column.meaning && $0.columns != column.columns }
    guard !others.isEmpty else { return text }
    if CellText.isDash(text) || text == "无" || text == "略" { return nil }
    let isMixed = others.contains { !HeaderPhrase.namesTechnicians($0.label) }
    return isMixed && HeaderPhrase.namesTechnicians(column.label) ? column.label + "：" + text : text
  }
}
