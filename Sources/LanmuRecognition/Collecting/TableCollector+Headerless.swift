internal import LanmuGrid

/// Tables above which no header stands.
extension TableCollector {
  /// Reads rows above which no header stands as one table after the other.
  ///
  /// - Parameters:
  ///   - mayBeAny: whether they need not say what is asked for, or branch, to be a plan's: above another table, a log of dates and
  ///     bodies stands as often.
  ///   - captions: the rows above the header that follows, if one does.
  mutating func takeHeaderless(
    _ grid: Grid, allOf rows: ArraySlice<FieldRow>, mayBeAny: Bool, above captions: ArraySlice<FieldRow> = []
  ) {
    var rest = rows
    while !rest.isEmpty {
      rest = rest[takeHeaderless(grid, rows: rest, mayBeAny: mayBeAny, above: captions)...]
    }
  }

  /// Reads rows above which no header stands as a table without one, or says why they are none.
  ///
  /// - Returns: the row at which a further table starts, or the end.
  private mutating func takeHeaderless(
    _ grid: Grid, rows: ArraySlice<FieldRow>, mayBeAny: Bool, above captionsBelow: ArraySlice<FieldRow>
  ) -> Int {
    let texts = rows.dropLast(2).prefix { $0.filledCount <= 1 }
    // Numbered headings right above the body are those of its first section, and no sentences of a preface.
    let headings = texts.reversed().prefix { row in
      row.filled.first.map { CellText.startsListItem($0.label) && CaptionReading.isHeading($0.label) } ?? false
    }
    .prefix { !Self.isCountedOn($0, in: captionsBelow) }
    let titles = texts.dropLast(Self.sectionCount(of: Array(headings), above: rows))
    let (above, body) = SignOffForm.parted(rows, titles: titles.count)
    let isBelowHeading = captions.hasHeading || titles.contains(where: CaptionReading.isCaption)
    guard let header = header(ofHeaderless: body, of: grid, isBelowHeading: isBelowHeading),
      mayBeAny || Self.isSurelyPlan(header)
    else {
      refuse(rows, of: grid)
      return rows.endIndex
    }
    open(header, grid: grid, above: above)
    for index in body.indices.dropFirst(header.rowCount) {
      if isTail(body[index...]) {
        for row in body[index...] { take(TableDocument.Paragraph(text: Self.text(of: row))) }
        break
      }
      if isBelowGap(body[index]), CaptionReading.isCaption(body[index]) { return index }
      if let list = foreignList(body[...], below: index) {
        for row in body[index..<list] { take(TableDocument.Paragraph(text: Self.text(of: row))) }
        return list
      }
      if let form = SignOffForm.start(in: body, at: index) {
        for title in body[index..<form] { note(Self.text(of: title)) }
        refuse(body[form...], of: grid)
        break
      }
      append(body[index], isPieceStart: false)
    }
    return rows.endIndex
  }

  /// How many of the headings above the body, the nearest first, are those of its first section, and not of the whole: one
  /// above another from which none of the rows counts on heads all that is below.
  private static func sectionCount(of headings: [FieldRow], above rows: ArraySlice<FieldRow>) -> Int {
    guard headings.count > 1 else { return headings.count }
    let further = rows.prefix(mostRowsOfSection).filter { $0.filledCount == 1 }
    let title = headings.indices.dropFirst().first { index in
      SectionNumber(headings[index].filled[0].label) != nil && !isCountedOn(headings[index], in: further[...])
    }
    return title ?? headings.count
  }

  /// A section is hardly longer; where many tables stand in one grid, each looks ahead.
  private static let mostRowsOfSection = 2000

  /// Whether the captions of the next table have the number behind a heading's, which then titles a table as they do.
  private static func isCountedOn(_ heading: FieldRow, in captions: ArraySlice<FieldRow>) -> Bool {
    guard let first = heading.filled.first.flatMap({ SectionNumber($0.label) }) else { return false }
    return captions.contains { $0.filled.first.flatMap { SectionNumber($0.label) }?.follows(first) == true }
  }

  /// Whether a heading within text counts on from the one above the table, and parts it from rows that are all as wide as
  /// each other and as none above: those of another table, without a header.
  func headsHeaderless(_ rows: [FieldRow], at index: Int) -> Bool {
    guard !rows[index].layout.keepsSpans, rows[index].filledCount == 1, let table = current,
      rows[index].filled[0].column == 0, countsOnTitle(rows[index])
    else { return false }
    let below = rows[(index + 1)...].prefix(CollectedTable.longestReach).prefix { $0.filledCount > 1 }
    let widths = Set(below.map(\.cells.count))
    guard below.count >= HeaderlessFields.fewest, widths.count == 1 else { return false }
    return !table.rows.suffix(CollectedTable.longestReach).contains { widths.contains($0.row.cells.count) }
  }

  /// Whether fields say what is asked for, or labels stand on several levels.
  private static func isSurelyPlan(_ header: TableHeader) -> Bool {
    header.fields.contains { $0.meaning == .requirement } || header.fields.count { $0.meaning == .level } > 1
  }

  /// What the fields of rows without a header are: those of the table before, if the rows stand in them, else what their
  /// content says.
  private func header(
    ofHeaderless rows: ArraySlice<FieldRow>, of grid: Grid, isBelowHeading: Bool
  ) -> TableHeader? {
    guard let first = rows.first, !finder.isForeign(first), !SignOffForm.isWhole(rows) else { return nil }
    if let before = current ?? tables.last, isBelowHeading, StrayTable.matches(rows, below: before) { return nil }
    if let before = current ?? tables.last, var header = before.header, PieceFit.stands(rows, of: grid, below: before) {
      header.rowCount = 0
      return header
    }
    let mayHaveHeader = profile?.general.headerRows != 0
    let found = HeaderlessFields(Array(rows), mayHaveHeader: mayHaveHeader).header
    guard let profile else { return found }
    return profile.header(of: rows, width: grid.columnCount, found: found, trustsPlaces: trustsPlaces)
  }
}
