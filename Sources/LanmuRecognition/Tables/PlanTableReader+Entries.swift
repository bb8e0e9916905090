internal import LanmuGrid

/// What the entries of a table are: empty cells filled where they were merged, fields joined by what they mean.
extension PlanTableReader {
  /// The entries of a table, in the order of its rows.
  func entries(of reading: Reading, labelled: [PathBuilder.LabelledRow], body: Body) -> [RecognisedRow] {
    let columns = body.columns
    // Values are filled by what the rows say, before doubts about their labels are added.
    let texts = texts(of: reading, labelled: labelled, columns: columns)
    let labelDoubts = labelDoubts(reading.rows, labelled: labelled, columns: columns)
    let written = WrittenPaths(labelled.lazy.flatMap(\.path))
    let unnamed = UnnamedUnits(columns, below: body.header)
    return reading.rows.indices.map { index in
      var row = reading.rows[index]
      row.doubts += labelDoubts[index]
      var entry = recognised(row, labelled: labelled[index], texts: texts[index], columns: columns)
      entry.doubts += written.doubts(of: entry.path) + unnamed.doubts(of: entry.texts)
      entry.path = written.expanded(entry.path)
      if entry.path.isEmpty, body.kind == .columns { entry.doubts.append(.noLabel) }
      return entry
    }
  }

  /// For each row, what is open of its labels by their own words: those that lost characters, and lists of several.
  private func labelDoubts(
    _ rows: [AlignedRow], labelled: [PathBuilder.LabelledRow], columns: [LogicalColumn]
  ) -> [[Doubt]] {
    var doubts =
      collected.layout.keepsSpans
      ? Array(repeating: [], count: rows.count)
      : DamagedLabels().doubts(rows, labelled: labelled, levelColumns: columns.levels)
    if [.spanned, .delimited].contains(collected.layout), let leaf = columns.levels.last {
      for index in rows.indices where rows[index].slots[leaf].state == .own {
        if let doubt = ListedLabels.doubt(of: rows[index].slots[leaf].raw) { doubts[index].append(doubt) }
      }
    }
    return doubts
  }

  /// The texts of each row, after merged values have been carried down.
  private func texts(
    of reading: Reading, labelled: [PathBuilder.LabelledRow], columns: [LogicalColumn]
  ) -> [MergeDecision.FilledRow] {
    let (rows, layout) = (reading.rows, reading.layout)
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
