internal import LanmuGrid

/// Where one table ends and another begins within a grid, and which grids are pieces of one table.
extension TableCollector {
  /// Where the header stands to which a row with a single text, and others like it below, are the heading: several tables on
  /// one worksheet. `nil` for a row that is no such heading.
  func headerBelowCaption(_ rows: [FieldRow], at index: Int, isPieceStart: Bool) -> Int? {
    if repeatsTopLabel(rows, at: index) { return nil }
    if isRepeatedAboveHeader(rows, at: index) { return index + 1 }
    // Below a gap, whole paragraphs may stand above the next heading.
    let mayBeProse = rows[index].layout.keepsSpans && isBelowGap(rows[index]) && rows[index].filled.count == 1
    guard let header = current?.header, mayBeProse || CaptionReading.isCaption(rows[index]),
      !isWithinTable(rows[index])
    else { return nil }
    if !rows[index].layout.keepsSpans {
      if isSectionAtPageEnd(rows, at: index, header: header) { return nil }
      return tableBelowCaption(rows, at: index, header: header)
        ?? headerBelowLines(rows, below: index, header: header)
    }
    if let list = foreignList(rows[...], below: index) { return list }
    guard let next = rows[index...].prefix(Self.longestInterval).firstIndex(where: { $0.filled.count > 1 }),
      mayBeProse || rows[index..<next].allSatisfy(CaptionReading.isCaption)
    else { return nil }
    if header.isRepeated(by: rows[next]) { return next }
    if isPieceStart, rows[index..<next].contains(where: { titlesTable(across: $0, of: header) }) { return next }
    let isApart =
      isPieceStart || isBelowGap(rows[index]) || reaches(rows[next], beyond: header)
      || rows[index..<next].contains { countsAnother($0) || countsOnTitle($0) }
    let demand = isApart ? HeaderDemand.most : demand(below: rows[index], of: header)
    return finder.header(in: rows, at: next, demand: demand).map { _ in next }
  }

  /// Where the header of a list of something else stands below notes and a signature on a worksheet, which a gap parts from
  /// the table above, or below its heading, if it is one beyond doubt.
  func foreignList(_ rows: ArraySlice<FieldRow>, below index: Int) -> Int? {
    guard rows[index].filled.count == 1,
      let next = rows[index...].prefix(Self.longestInterval).firstIndex(where: { $0.filled.count > 1 }),
      isBelowGap(rows[index]) ? finder.isForeign(rows[next]) : finder.isStrictlyForeign(rows[next])
    else { return nil }
    return next
  }

  /// Whether a row holds nothing but a text that stood outside the tables before, or the line of a form, right above the header,
  /// which returns below it.
  private func isRepeatedAboveHeader(_ rows: [FieldRow], at index: Int) -> Bool {
    guard let header = current?.header, index + 1 < rows.count, rows[index].filledCount == 1,
      header.isRepeated(by: rows[index + 1]), !isWithinTable(rows[index])
    else { return false }
    let cell = rows[index].filled[0]
    return captions.haveHeld(cell.label) || cell.column == 0 && CaptionReading.isFormLine(cell.label)
  }

  /// Whether a page ends in the heading of the table's next section, so that the header below it is the table's own.
  private func isSectionAtPageEnd(_ rows: [FieldRow], at index: Int, header: TableHeader) -> Bool {
    index + 1 < rows.count && header.isRepeated(by: rows[index + 1]) && !titlesTable(rows[index])
      && current?.continuesSections(rows[index]) == true
  }

  /// Whether merged cells of the table reach down into a row.
  private func isWithinTable(_ row: FieldRow) -> Bool { current?.reaches(into: row) == true }

  /// So many rows of single texts may stand between two tables of a worksheet.
  private static let longestInterval = 12

  /// Text that lost its spans may hold pieces of cells on lines of their own; a heading is what stands like one, in the first
  /// field, right above a header.
  private func tableBelowCaption(_ rows: [FieldRow], at index: Int, header: TableHeader) -> Int? {
    var next = index + 1
    guard next < rows.count, rows[index].filled.first?.column == 0 else { return nil }
    // Below a part's heading, the document's title may be printed again.
    let isPart = rows[index].filled.first.map { SectionNumber($0.label) != nil } ?? false
    if isPart, next + 1 < rows.count, rows[next].filledCount == 1,
      rows[next].filled.allSatisfy({ SurroundingText.isPlanTitle($0.label) })
    {
      next += 1
    }
    let isApart = standsApart(rows, at: index)
    if finder.isForeign(rows[next]), isApart || finder.isStrictlyForeign(rows[next]) { return next }
    var ahead = captions
    ahead.take(Self.text(of: rows[index]))
    if ahead.startTable(rows[index].layout, after: current) || titlesTable(rows[index]) {
      if header.isRepeated(by: rows[next]) { return next }
    } else if !isApart {
      return nil
    }
    // Where covered cells are gone, rows of the body are narrower than the first one, too: a row of the table that holds words of
    // headers by chance has none to the letter.
    let namesField = rows[next].filled.contains { HeaderLexicon.match($0.label)?.strength == 1 }
    let demand = isApart && namesField ? .most : demand(below: rows[index], of: header)
    return finder.header(in: rows, at: next, demand: demand).map { _ in next }
  }

  /// Whether the text of a row that holds nothing else reads much like the title of a table, and has stood nowhere before.
  private func titlesTable(_ row: FieldRow) -> Bool {
    guard let label = row.filled.first?.label, !captions.haveHeld(label) else { return false }
    return SurroundingText.isTableTitle(label)
  }

  /// Whether a text across a piece's first row, which may head a section as well, counts the table below it or calls it one.
  private func titlesTable(across row: FieldRow, of header: TableHeader) -> Bool {
    guard row.filledCount == 1, let cell = row.filled.first, cell.reachesAcross(header.width) else { return false }
    return titlesTable(row) || CaptionReading.countsTable(cell.label) && !captions.haveHeld(cell.label)
  }

  /// Whether a row has texts right of all fields of a table, as none of the rows above it has.
  private func reaches(_ row: FieldRow, beyond header: TableHeader) -> Bool {
    guard let end = header.fields.last?.columns.upperBound, let last = row.filled.last, last.column >= end,
      let above = current?.rows.suffix(CollectedTable.longestReach)
    else { return false }
    return !above.contains { $0.row.filled.last.map { $0.column >= end } ?? false }
  }

  /// Whether a row holds nothing but the mark of a counted table (附件2) that has stood nowhere before.
  private func countsAnother(_ row: FieldRow) -> Bool {
    guard row.filledCount == 1, let label = row.filled.first?.label else { return false }
    return CaptionReading.countsTable(label) && !captions.haveHeld(label)
  }

  /// Whether the number of a heading follows that of the heading above the table.
  func countsOnTitle(_ row: FieldRow) -> Bool {
    guard let table = current, let title = SectionNumber(CellText.label(table.title)),
      let label = row.filled.first?.label
    else { return false }
    return SectionNumber(label)?.follows(title) == true
  }

  /// Where the header of another table stands if titles, notes or the line of a form part it from the numbered heading above.
  private func headerBelowLines(_ rows: [FieldRow], below heading: Int, header: TableHeader) -> Int? {
    guard Self.isNumberedHeading(rows[heading]) else { return nil }
    // A heading that counts its table, and is none that a page repeats, begins one though its header says the same again.
    let countsTable =
      rows[heading].filled.first.map { CaptionReading.countsTable($0.label) && !captions.haveHeld($0.label) } ?? false
    var index = heading + 1
    while index - heading <= Self.mostLines, index + 1 < rows.count, Self.standsAboveHeader(rows[index]) {
      let next = index + 1
      let isApart = partsWidths(rows, at: next)
      if let found = finder.header(in: rows, at: next, demand: isApart ? .most : .nearlyAllBelowHeading), found.isPlan,
        countsTable || !header.isRepeated(by: rows[next]) || header.isOtherwiseOrdered(found)
      {
        // What stands above it may be a row of the header.
        return finder.header(in: rows, at: index).map { $0.rowCount > 1 && $0.isPlan ? index : next } ?? next
      }
      index = next
    }
    return nil
  }

  /// Whether a row holds nothing but a heading in its first field that has the number of a part or of a table.
  private static func isNumberedHeading(_ row: FieldRow) -> Bool {
    guard row.filledCount == 1, let cell = row.filled.first, cell.column == 0 else { return false }
    return SectionNumber(cell.label) != nil || CaptionReading.countsTable(cell.label)
  }

  /// Whether a row may stand between a numbered heading and the header of its table: a title, the line of a form, a sentence.
  private static func standsAboveHeader(_ row: FieldRow) -> Bool {
    guard let line = row.filled.first, line.column == 0 else { return false }
    if CaptionReading.isCaption(row) { return true }
    if row.filledCount == 1, Sentence.isWhole(line.label, not: .caption) || CaptionReading.isFormLine(line.label) {
      return true
    }
    return row.filledCount < 3 && line.label.unicodeScalars.count > longestLabel
  }

  /// So many lines may stand there.
  private static let mostLines = 3

  /// A longer text in the first field is hardly an entry's number or label.
  private static let longestLabel = 15

  /// How surely a row must be a header that stands in the midst of a table, below a row with a single text.
  private func demand(below heading: FieldRow, of header: TableHeader) -> HeaderDemand {
    guard let cell = heading.filled.first else { return .nearlyAll }
    let isAcross =
      heading.layout.keepsSpans
      ? cell.reachesAcross(header.width)
      : Self.isNumberedHeading(heading)
    return isAcross ? .nearlyAllBelowHeading : .nearlyAll
  }

  /// Whether a line without a delimiter, or a numbered heading alone in its row, stands in delimited text above rows that are as
  /// wide as each other, and not as wide as the table above.
  private func standsApart(_ rows: [FieldRow], at index: Int) -> Bool {
    (rows[index].cells.count == 1 || Self.isNumberedHeading(rows[index])) && partsWidths(rows, at: index + 1)
  }

  /// Whether a row of text that lost its spans and the one below it are as wide as each other, and not as wide as the table
  /// above: narrower than all of it was found, or as wide as no row above the heading.
  private func partsWidths(_ rows: [FieldRow], at index: Int) -> Bool {
    guard !rows[index].layout.keepsSpans, index + 1 < rows.count, let table = current, let last = table.rows.last?.row
    else { return false }
    let width = rows[index].cells.count
    guard width == rows[index + 1].cells.count, width != last.cells.count else { return false }
    let above = table.rows.suffix(CollectedTable.longestReach)
    return width < table.width || !above.contains { $0.row.cells.count == width }
  }

  /// Whether a heading stands above a row that begins another table: on a worksheet, below a gap; in text, a numbered one above
  /// rows as wide as each other, and as no row above the heading. Lines may stand between the two.
  ///
  /// - Parameter firstOfWidth: the first of all rows that has so many cells; a search through the rows above for each heading
  ///   would be one through all of them.
  func isBelowHeading(_ rows: [FieldRow], at index: Int, firstOfWidth: [Int: Int]) -> Bool {
    guard index + 1 < rows.count else { return false }
    if rows[index].layout == .spanned { return Self.isBelowHeadingAndGap(rows, at: index) }
    guard rows[index].layout == .delimited else { return false }
    var heading = index - 1
    while heading > 0, index - heading <= Self.mostLines, !Self.isNumberedHeading(rows[heading]),
      Self.standsAboveHeader(rows[heading])
    {
      heading -= 1
    }
    guard heading > 0, Self.isNumberedHeading(rows[heading]) else { return false }
    let width = rows[index].cells.count
    return width == rows[index + 1].cells.count && firstOfWidth[width].map { $0 >= heading } ?? true
  }

  /// Whether headings alone in their rows part a worksheet's row from an empty one.
  private static func isBelowHeadingAndGap(_ rows: [FieldRow], at index: Int) -> Bool {
    let headings = rows[..<index].suffix(mostLines).reversed().prefix(while: CaptionReading.isCaption).count
    let top = index - headings
    return headings > 0 && top > 0 && rows[top].row > rows[top - 1].bottom + 1
  }

  /// Whether empty rows stand between the table and a row of its grid.
  func isBelowGap(_ row: FieldRow) -> Bool {
    guard row.layout == .spanned, let last = current?.rows.last?.row, last.grid == row.grid else { return false }
    let header = repeatedHeader.map { $0.grid == row.grid ? $0.bottom : 0 } ?? 0
    return row.row > max(last.bottom, header) + 1
  }

  /// Whether all rows that are left are single texts, below a gap, signed, or sentences: a signature, a date, notes below the
  /// table of a worksheet.
  func isTail(_ rest: ArraySlice<FieldRow>) -> Bool {
    guard let first = rest.first, rest.count <= 12, rest.allSatisfy({ $0.filledCount <= 1 }) else { return false }
    if let cell = first.filled.first, cell.column == 0, !isWithinTable(first),
      SurroundingText.namesReaders(cell.label) && rest.allSatisfy({ $0.filled.allSatisfy { $0.column == 0 } })
        || rest.contains(where: isNumberedSentence) || isSentenceBelow(first)
    {
      return true
    }
    return isBelowGap(first)
      || SurroundingText.beginsSignature(rest.prefix(2).map(Self.text)) && !isWithinTable(first)
      || isSignedByMonth(rest) && !isWithinTable(first)
  }

  /// Whether the last two rows hold a body and, right below it, a month: 某县府办 over 2023年1月.
  private func isSignedByMonth(_ rest: ArraySlice<FieldRow>) -> Bool {
    let cells = rest.compactMap(\.filled.first)
    return rest.count == 2 && cells.count == 2 && cells[0].column == cells[1].column
      && SurroundingText.beginsSignatureOfMonth(cells.map(\.label))
  }

  /// Whether a row of fields between delimiters holds nothing but a paragraph: （一）加强领导。各单位要……。
  private func isNumberedSentence(_ row: FieldRow) -> Bool {
    guard row.layout == .delimited, row.filledCount == 1, let cell = row.filled.first, cell.column == 0 else {
      return false
    }
    return Sentence.isNumbered(cell.label)
  }

  /// Whether a row holds nothing but a sentence where the table has numbers, labels or units, none of which is a sentence: what is
  /// said below a table, in a line that was filled up with empty cells or stands right below it on a worksheet.
  private func isSentenceBelow(_ row: FieldRow) -> Bool {
    guard row.layout == .spanned || row.layout == .delimited, let table = current, !table.rows.isEmpty,
      row.layout == .spanned || row.cells.count * 2 >= table.width,
      row.filledCount == 1, let cell = row.filled.first, Self.isSentence(cell),
      let field = table.header?.fields.first?.meaning, [.number, .level, .responsible].contains(field)
    else { return false }
    let above = table.rows.suffix(CollectedTable.longestReach)
    return !above.contains { $0.row.filled.first.map(Self.isSentence) ?? false }
  }

  /// Whether a cell of the first field holds a whole sentence, which is neither a note nor one of its items.
  private static func isSentence(_ cell: FieldCell) -> Bool {
    cell.column == 0 && Sentence.isWhole(cell.label, not: .label) && !NoteBelow.opensNote(cell.label)
  }

  /// Whether a piece without a header of its own continues the current table.
  ///
  /// - Parameter widest: how many texts the widest of its rows has.
  mutating func continues(_ grid: Grid, with rows: ArraySlice<FieldRow>, widest: Int) -> Bool {
    guard let current, !captions.startTable(grid.layout, after: current) || isBelowPageTitle(grid, rows: rows) else {
      return false
    }
    if let first = rows.first, finder.isForeign(first) { return false }
    if captions.hasHeading, StrayTable.matches(rows, below: current) { return false }
    let fields = current.header?.fields.count ?? current.width
    if grid.layout == current.layout, !grid.layout.keepsSpans { return widest <= current.width + 1 }
    guard widest >= 2, widest <= max(fields, current.width) + 1, abs(grid.columnCount - current.width) <= 2 else {
      return false
    }
    return PieceFit(rows, header: current.header, evidence: &evidence).isFitting
  }

  /// Whether a piece stands below the title at the top of a page: rows as wide as those of the table above, and no header.
  private func isBelowPageTitle(_ grid: Grid, rows: ArraySlice<FieldRow>) -> Bool {
    guard let current, let header = current.header, header.rowCount > 0, captions.hasOnlyTitle,
      !grid.layout.keepsSpans, grid.layout == current.layout, grid.columnCount == current.width
    else { return false }
    let all = Array(rows)
    return !all.indices.prefix(Self.longestInterval).contains { finder.header(in: all, at: $0)?.isPlan == true }
  }
}
