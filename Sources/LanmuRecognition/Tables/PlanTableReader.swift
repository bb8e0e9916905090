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
      // Pages that have moved as a whole say nothing of the cells of single rows.
      if rowsHaveStrayed(ifPagesMoved: true) ?? reader.rowsHaveStrayed(ifPagesMoved: false) ?? false {
        return reader.table()
      }
    }
    return table()
  }

  /// Whether rows that seem to end in empty fields were filled up behind cells that left their places.
  ///
  /// - Parameter isAsked: whether it is asked of pages put back that had moved as a whole; the answer is `nil` if none had.
  private func rowsHaveStrayed(ifPagesMoved isAsked: Bool) -> Bool? {
    guard let whole = collected.header else { return nil }
    var evidence = EvidenceTable()
    let columns = resolved(ownHeader(whole), evidence: &evidence).columns
    let rows = separated(SpecialRows(columns: columns, rows: collected.rows)).rows
    var cells = rows.map { LostBody.alignable($0.row, evidence: &evidence) }
    if isAsked {
      let pages = ShiftedPages(columns: columns, cost: ContentCost(columns: columns))
      guard pages.restore(&cells, of: rows) else { return nil }
    }
    return FilledUpRows.haveStrayed(cells, columns: columns)
  }

  private func table() -> RecognisedTable? {
    guard let whole = collected.header else { return nil }
    let header = ownHeader(whole)
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
      for body in bodyRows.prefix(while: { sections[RowPlace($0.row)] == nil }) {
        sections[RowPlace(body.row)] = [title]
      }
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
      rows[index].sections = sections[place] ?? []
      if special.mayBeHeadings.contains(place) { rows[index].doubts.append(.loneLabel) }
      if collected.unclearGrids.contains(rows[index].grid) {
        // Rows that were cut anew are filled up.
        rows[index].doubts.append(.unclearRows(width: collected.layout == .dropped ? nil : collected.width))
      }
    }
    if let torn { for index in rows.indices { rows[index].doubts += torn.doubts(of: rows[index]) } }
    rows = CutRows(columns: columns).joined(rows)
    if layout.keepsSpans { ContinuedPages(columns: columns).carry(into: &rows) }

    let levelColumns = columns.levels
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
    let unnamed = UnnamedUnits(columns, below: header)
    let entries = rows.indices.map { index in
      var entry = recognised(rows[index], labelled: labelled[index], texts: texts[index], columns: columns)
      entry.doubts += written.doubts(of: entry.path) + unnamed.doubts(of: entry.texts)
      entry.path = written.expanded(entry.path)
      if entry.path.isEmpty, resolver.kind == .columns { entry.doubts.append(.noLabel) }
      return entry
    }
    notes += collected.notesWithin + NoteBelow.lines(collected.paragraphsBelow)
    var table = RecognisedTable(
      kind: resolver.kind, title: title, header: columns.isEmpty ? [] : labels(of: header),
      fields: fieldMeanings(header, columns: columns), rows: entries, note: notes.joined(separator: "\n"),
      spansLost: !collected.layout.keepsSpans, cellsLost: read.cellsLost, headerRows: header.rowCount,
      levels: levelColumns.count)
    table.alignmentSteps = read.steps
    return table
  }

  // MARK: - Rows

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
    let outermost = columns.levels.first ?? 0
    let startsEmpty = rows.contains { row in
      row.slots[outermost].state == .blank && row.slots[(outermost + 1)...].contains { $0.hasText }
    }
    let data = columns.indices.filter { columns[$0].meaning != .level }
    let hasBlank = rows.contains { row in data.contains { row.slots[$0].state == .blank } }
    let lacksCells = isPadded || hasMissing && !startsEmpty
    return MergeDecision(
      columns: columns, showsBlanks: hasMissing && !startsEmpty && (!isPadded || hasBlank), lacksCells: lacksCells,
      hidesTrailing: isPadded && !collected.rows.lazy.map(\.row).tellPadding,
      keptRows: startsEmpty && !isPadded ? KeptRows(rows, outermost: outermost) : nil, limits: limits
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
    let path = row.sections + labelled.path
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

extension Doubt {
  /// Nothing in the source tells where rows end, and other rows would fit about as well.
  ///
  /// - Parameter width: how many cells rows were taken to have; `nil` where what cells hold told where rows end.
  fileprivate static func unclearRows(width: Int?) -> Doubt {
    let message =
      width.map { width in
        Message(
          zh: "原文没有标明各行起止，按每行\(width)个单元格划分；也可能不是\(width)个",
          en: "the source does not say where its rows end; taken to have \(width) cells each, which could be otherwise")
      }
      ?? Message(
        zh: "原文没有标明各行起止，按各单元格的内容划分；也可能不是这样",
        en: "the source does not say where its rows end; what its cells hold told where, which could be otherwise")
    return Doubt(field: nil, code: "row.width", message: message, probability: 0.7)
  }
}
