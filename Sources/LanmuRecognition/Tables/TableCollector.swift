internal import LanmuGrid

/// Walks through a document and gathers the rows of each logical table: headers repeated at page breaks join pieces, another
/// header or a heading starts another table.
struct TableCollector: Sendable {
  private(set) var tables: [CollectedTable] = []
  private(set) var refusals: [TableRefusal] = []
  /// Paragraphs, and rows above a header, before the first table and between tables, in order.
  private(set) var paragraphs: [SurroundingParagraph] = []

  private let finder: HeaderFinder
  private let profile: RecognitionProfile?
  /// Whether places of fields that a user has named are enough for a table whose content says too little.
  private let trustsPlaces: Bool
  private var current: CollectedTable?
  private var captions = CaptionReading()
  private var gridIndex = 0
  private var unclearGrids: Set<Int> = []
  private var pendingBreak = false
  /// How the columns of the piece that is being read stand to those of the table that it continues.
  private var columnMap: ColumnMap?

  init(profile: RecognitionProfile?, trustsPlaces: Bool = false) {
    self.profile = profile
    self.trustsPlaces = trustsPlaces
    finder = HeaderFinder(profile: profile)
  }

  /// - Parameter readsHidden: whether hidden worksheets are read, too.
  mutating func collect(_ document: TableDocument, readsHidden: Bool) {
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): take(paragraph)
      case .table(let grid):
        if readsHidden || grid.visibility == .visible {
          if document.format == "xlsx" { captions.startSheet(grid.name) }
          if !takeNested(grid) { take(RuledThroughGrid.lostSpans(of: grid) ?? grid) }
        }
        gridIndex += 1
      }
    }
    close()
  }

  private mutating func close() {
    if var table = current {
      table.joinHalves()
      table.unclearGrids = unclearGrids
      tables.append(table)
    }
    current = nil
    columnMap = nil
    pendingBreak = false
  }

  // MARK: - Paragraphs

  private mutating func take(_ paragraph: TableDocument.Paragraph) {
    let text = CellText.field(paragraph.text)
    guard !text.isEmpty else { return }
    note(text, headingLevel: paragraph.headingLevel, line: paragraph.line)
    current?.paragraphsBelow.append(text)
  }

  /// Keeps a text that stands outside all tables.
  private mutating func note(_ text: String, headingLevel: Int = 0, line: Int? = nil) {
    guard !text.isEmpty else { return }
    paragraphs.append(
      SurroundingParagraph(
        text: text, headingLevel: headingLevel, line: line, tablesBefore: tables.count + (current == nil ? 0 : 1)))
    captions.take(text)
  }

  // MARK: - Grids

  /// Puts a table within a cell of the current one into that cell; `false` for one that stands elsewhere or is a plan itself.
  private mutating func takeNested(_ grid: Grid) -> Bool {
    guard let place = grid.nestedIn, current != nil, columnMap == nil else { return false }
    let rows = grid.fieldRows(gridIndex: gridIndex)
    let isPlan = rows.indices.prefix(HeaderFinder.searchDepth).contains {
      finder.header(in: rows, at: $0)?.isPlan == true
    }
    return !isPlan && current?.insert(rows, at: place) == true
  }

  private mutating func take(_ grid: Grid) {
    let rows = grid.fieldRows(gridIndex: gridIndex)
    guard !rows.isEmpty else { return }
    if grid.hasUnclearRows { unclearGrids.insert(gridIndex) }
    var index = 0
    // Where the rows begin that belong to no table yet; `nil` while there is a table to which they could belong.
    var searchStart = current == nil ? 0 : nil
    var isPieceStart = true
    // How many rows above each one have more than two texts; counted once, since a search may go through all rows.
    let wideRows = rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1.filledCount > 2 ? 1 : 0)) }
    while index < rows.count {
      // On a worksheet, a gap is what a further grid is elsewhere.
      if isBelowGap(rows[index]) { isPieceStart = true }
      if index == 0, current == nil, let pinned = pinnedHeader(rows) {
        open(pinned, grid: grid, above: [])
        index = pinned.rowCount
        (isPieceStart, searchStart) = (false, nil)
        continue
      }
      if let next = headerBelowCaption(rows, at: index, isPieceStart: isPieceStart) {
        for caption in rows[index..<next] { note(Self.text(of: caption)) }
        index = next
        isPieceStart = true
        continue
      }
      if let start = searchStart {
        let wide = wideRows[index] - wideRows[start]
        let isBody = wide > 1
        let demand: HeaderDemand =
          isBody && !isBelowHeading(rows, at: index)
          ? .nearlyAll : wide == 1 && !Self.holdForm(rows[start..<index]) ? .nearlyAllBelowHeading : .most
        guard let found = finder.header(in: rows, at: index, demand: demand), found.isPlan else {
          index += 1
          continue
        }
        let above = rows[start..<index]
        let captionCount = isBody ? above.reversed().prefix { $0.filledCount <= 1 }.count : above.count
        // Rows that are as many as a table's are another one.
        if isBody { refuse(above.dropLast(captionCount), of: grid) }
        open(found, grid: grid, above: above.suffix(captionCount))
        index += found.rowCount
        (isPieceStart, searchStart) = (false, nil)
        continue
      }
      if let count = takeHeader(rows, at: index, grid: grid, isPieceStart: isPieceStart) {
        index += count
        isPieceStart = false
        continue
      }
      if isTail(rows[index...]) {
        for row in rows[index...] { take(TableDocument.Paragraph(text: Self.text(of: row))) }
        return
      }
      if !isPieceStart, !rows[index].layout.keepsSpans, finder.isStrictlyForeign(rows[index]) {
        close()
        searchStart = index
        index += 1
        continue
      }
      if isPieceStart, !continues(grid, with: rows[index...]) {
        close()
        searchStart = index
        isPieceStart = false
        continue
      }
      append(rows[index], isPieceStart: index == 0)
      isPieceStart = false
      index += 1
    }
    while let start = searchStart, start < rows.count { searchStart = takeHeaderless(grid, rows: rows[start...]) }
  }

  /// Takes the header at a row within or right below a table, if there is one: the table's own, repeated, or another's.
  ///
  /// - Returns: how many rows it takes.
  private mutating func takeHeader(_ rows: [FieldRow], at index: Int, grid: Grid, isPieceStart: Bool) -> Int? {
    guard let header = current?.header else { return nil }
    let row = rows[index]
    let startsTable = isPieceStart && captions.startTable(grid.layout, after: current)
    // A row of this header's labels alone repeats it, whatever the row below it looks like.
    let isWhole = header.namesAll(of: row) && header.widths.contains(row.filledCount)
    if !isWhole, header.isRepeated(by: row), !row.layout.keepsSpans, let other = finder.header(in: rows, at: index),
      other.isPlan, header.isOtherwiseOrdered(other)
    {
      open(other, grid: grid, above: [])
      return other.rowCount
    }
    if header.isRepeated(by: row) {
      let repeated = row.layout.keepsSpans || startsTable ? finder.header(in: rows, at: index) : nil
      if startsTable, let repeated {
        open(repeated, grid: grid, above: [])
        return repeated.rowCount
      }
      if row.layout.keepsSpans, let repeated, !join(repeated) {
        open(repeated, grid: grid, above: [])
        return repeated.rowCount
      }
      if !row.layout.keepsSpans { widen(by: finder.header(in: rows, at: index)) }
      pendingBreak = true
      return max(repeated?.rowCount ?? 1, repeatedRows(rows, at: index, header: header))
    }
    guard isPieceStart || mayStartTable(row),
      let found = finder.header(in: rows, at: index, demand: isPieceStart ? .most : .nearlyAll), found.isPlan
    else { return nil }
    if header.isSame(as: found), !startsTable, !row.layout.keepsSpans || join(found) {
      pendingBreak = true
    } else {
      open(found, grid: grid, above: [])
    }
    return found.rowCount
  }

  /// Whether another header is worth looking for within a table: three short cells or more, no number in front.
  private func mayStartTable(_ row: FieldRow) -> Bool {
    row.filledCount >= 3 && row.cells.allSatisfy { $0.label.unicodeScalars.count <= 16 }
  }

  /// The rows at the top of a grid, if a profile says that so many are the header, no header is found by its words, and labels
  /// that the profile names or what stands below are a plan's.
  private func pinnedHeader(_ rows: [FieldRow]) -> TableHeader? {
    guard let profile, let count = profile.general.headerRows, count > 0, count < rows.count else { return nil }
    let depth = min(rows.count, HeaderFinder.searchDepth)
    if (0..<depth).contains(where: { finder.header(in: rows, at: $0)?.isPlan == true }) { return nil }
    guard let found = finder.pinnedHeader(of: rows, at: 0, height: count) else { return nil }
    let header = profile.layout(of: found).applied(to: found)
    let isNamed = header.isPlan && header.fields.count(where: \.isPinned) >= 2
    guard isNamed || HeaderlessFields(Array(rows.dropFirst(count)), mayHaveHeader: false).header != nil else {
      return nil
    }
    return header
  }

  private func repeatedRows(_ rows: [FieldRow], at start: Int, header: TableHeader) -> Int {
    var count = 1
    while count < header.rowCount, start + count < rows.count,
      header.isRepeated(by: rows[start + count]) || header.namesAll(of: rows[start + count])
    {
      count += 1
    }
    return count
  }

  private mutating func open(_ header: TableHeader, grid: Grid, above: ArraySlice<FieldRow>) {
    close()
    for row in above { note(Self.text(of: row)) }
    current = CollectedTable(
      header: header, layout: grid.layout, width: grid.columnCount, title: captions.title,
      hasCaption: captions.hasCaption, rows: [])
    current?.divide()
    captions.startedTable()
  }

  /// Makes a further piece's header that of the table; `false` if it has levels in other places, so that it is another table.
  private mutating func join(_ repeated: TableHeader) -> Bool {
    guard let header = current?.header else { return false }
    guard let (map, joined) = ColumnMap.joining(repeated, to: header) else { return false }
    columnMap = map
    current?.header = joined
    return true
  }

  /// Adds the fields that only a repeated header has, at its end (备注); where spans are lost, places say which they are.
  private mutating func widen(by repeated: TableHeader?) {
    guard let header = current?.header, let repeated, repeated.fields.count > header.fields.count else { return }
    let meanings = header.fields.map(\.meaning)
    guard Array(repeated.fields.prefix(meanings.count).map(\.meaning)) == meanings else { return }
    let added = repeated.fields.dropFirst(meanings.count)
    guard
      added.allSatisfy({ field in
        !field.label.isEmpty && field.meaning != .level && !header.fields.contains { $0.label == field.label }
      })
    else { return }
    current?.header?.fields += added
    if current?.layout == .delimited { current?.pad(from: header.fields.count, to: repeated.fields.count) }
  }

  private mutating func append(_ row: FieldRow, isPieceStart: Bool) {
    if captions.isRunningHead(row, below: current?.header) {
      note(Self.text(of: row))
      pendingBreak = true
      return
    }
    let breaks = isPieceStart && current?.rows.isEmpty == false
    let mapped = columnMap?.applied(to: row) ?? row
    current?.append(CollectedTable.BodyRow(row: mapped, followsBreak: breaks || pendingBreak))
    current?.paragraphsBelow = []
    pendingBreak = false
    captions.startedTable()
  }

  /// Whether one of the rows above a header is a line of a form, and none of a table: 填报单位：, 日期：.
  private static func holdForm(_ rows: ArraySlice<FieldRow>) -> Bool {
    rows.contains { row in
      row.filledCount > 2 && row.filled.contains { $0.label.contains("：") || $0.label.contains(":") }
    }
  }

  private static func text(of row: FieldRow) -> String {
    row.filled.map { CellText.field($0.raw) }.joined(separator: " ")
  }

  // MARK: - Pieces

  /// Where the header stands to which a row with a single text, and others like it below, are the heading: several tables on
  /// one worksheet. `nil` for a row that is no such heading.
  private func headerBelowCaption(_ rows: [FieldRow], at index: Int, isPieceStart: Bool) -> Int? {
    // Below a gap, whole paragraphs may stand above the next heading.
    let mayBeProse = rows[index].layout.keepsSpans && isBelowGap(rows[index]) && rows[index].filled.count == 1
    guard let header = current?.header, mayBeProse || CaptionReading.isCaption(rows[index]),
      !isWithinTable(rows[index])
    else { return nil }
    if !rows[index].layout.keepsSpans { return tableBelowCaption(rows, at: index, header: header) }
    if let list = foreignListBelowGap(rows[...], at: index) { return list }
    guard let next = rows[index...].prefix(Self.longestInterval).firstIndex(where: { $0.filled.count > 1 }),
      mayBeProse || rows[index..<next].allSatisfy(CaptionReading.isCaption)
    else { return nil }
    if header.isRepeated(by: rows[next]) { return next }
    let demand = isPieceStart || isBelowGap(rows[index]) ? HeaderDemand.most : demand(below: rows[index], of: header)
    return finder.header(in: rows, at: next, demand: demand).map { _ in next }
  }

  /// Where the header of a list of something else stands below notes and a signature on a worksheet, which a gap parts from
  /// the table above.
  private func foreignListBelowGap(_ rows: ArraySlice<FieldRow>, at index: Int) -> Int? {
    guard rows[index].filled.count == 1, isBelowGap(rows[index]),
      let next = rows[index...].prefix(Self.longestInterval).firstIndex(where: { $0.filled.count > 1 }),
      finder.isForeign(rows[next])
    else { return nil }
    return next
  }

  /// Whether merged cells of the table reach down into a row, which is therefore one of its own.
  private func isWithinTable(_ row: FieldRow) -> Bool {
    guard row.layout == .spanned, let current else { return false }
    return current.rows.suffix(Self.longestReach).contains { $0.row.grid == row.grid && $0.row.bottom >= row.row }
  }

  /// So many rows of single texts may stand between two tables of a worksheet.
  private static let longestInterval = 12

  /// In so many rows above, cells are looked for that reach down.
  private static let longestReach = 40

  /// Text that lost its spans may hold pieces of cells on lines of their own; a heading is what stands like one, in the first
  /// field, right above a header.
  private func tableBelowCaption(_ rows: [FieldRow], at index: Int, header: TableHeader) -> Int? {
    let next = index + 1
    guard next < rows.count, rows[index].filled.first?.column == 0 else { return nil }
    let isApart = standsApart(rows, at: index)
    if finder.isForeign(rows[next]), isApart || finder.isStrictlyForeign(rows[next]) { return next }
    var ahead = captions
    ahead.take(Self.text(of: rows[index]))
    if ahead.startTable(rows[index].layout, after: current) {
      if header.isRepeated(by: rows[next]) { return next }
    } else if !isApart {
      return nil
    }
    return finder.header(in: rows, at: next, demand: isApart ? .most : demand(below: rows[index], of: header)).map {
      _ in
      next
    }
  }

  /// How surely a row must be a header that stands in the midst of a table, below a row with a single text.
  private func demand(below heading: FieldRow, of header: TableHeader) -> HeaderDemand {
    guard let cell = heading.filled.first else { return .nearlyAll }
    let isAcross =
      heading.layout.keepsSpans
      ? cell.columnSpan > 1 && cell.columnSpan + 1 >= header.fields.last?.columns.upperBound ?? 0
      : SectionNumber(cell.label) != nil
    return isAcross ? .nearlyAllBelowHeading : .nearlyAll
  }

  /// Whether a line without a delimiter stands in delimited text above rows that are as wide as each other, and not as wide as
  /// the table above.
  private func standsApart(_ rows: [FieldRow], at index: Int) -> Bool {
    guard rows[index].layout == .delimited, rows[index].cells.count == 1, index + 2 < rows.count,
      let last = current?.rows.last?.row
    else { return false }
    let width = rows[index + 1].cells.count
    return width == rows[index + 2].cells.count && width != last.cells.count && width < (current?.width ?? 0)
  }

  /// Whether a numbered heading stands alone on the line above a row that is as wide as the next, and not as wide as the rows
  /// above the heading.
  private func isBelowHeading(_ rows: [FieldRow], at index: Int) -> Bool {
    guard index >= 2, index + 1 < rows.count, rows[index].layout == .delimited, rows[index - 1].cells.count == 1,
      let heading = rows[index - 1].cells.first, SectionNumber(heading.label) != nil
    else { return false }
    let width = rows[index].cells.count
    return width == rows[index + 1].cells.count && width != rows[index - 2].cells.count
  }

  /// Whether empty rows stand between the table and a row of its grid.
  private func isBelowGap(_ row: FieldRow) -> Bool {
    guard row.layout == .spanned, let last = current?.rows.last?.row, last.grid == row.grid else { return false }
    return row.row > last.bottom + 1
  }

  /// Whether all rows that are left are single texts, below a gap or signed: a signature, a date, notes below the table of a
  /// worksheet.
  private func isTail(_ rest: ArraySlice<FieldRow>) -> Bool {
    guard let first = rest.first, rest.count <= 12, rest.allSatisfy({ $0.filledCount <= 1 }) else { return false }
    return isBelowGap(first)
      || SurroundingText.beginsSignature(rest.prefix(2).map(Self.text)) && !isWithinTable(first)
  }

  /// Whether a piece without a header of its own continues the current table.
  private func continues(_ grid: Grid, with rows: ArraySlice<FieldRow>) -> Bool {
    guard let current, !captions.startTable(grid.layout, after: current) || isBelowPageTitle(grid, rows: rows) else {
      return false
    }
    if let first = rows.first, finder.isForeign(first) { return false }
    if captions.hasHeading, StrayTable.matches(rows, below: current) { return false }
    let widest = rows.map(\.filledCount).max() ?? 0
    let fields = current.header?.fields.count ?? current.width
    if grid.layout == current.layout, !grid.layout.keepsSpans { return widest <= current.width + 1 }
    guard widest >= 2, widest <= max(fields, current.width) + 1, abs(grid.columnCount - current.width) <= 2 else {
      return false
    }
    return PieceFit(rows, header: current.header).isFitting
  }

  /// Whether a piece stands below the title at the top of a page: rows as wide as those of the table above, and no header.
  private func isBelowPageTitle(_ grid: Grid, rows: ArraySlice<FieldRow>) -> Bool {
    guard let current, let header = current.header, header.rowCount > 0, captions.hasOnlyTitle,
      !grid.layout.keepsSpans, grid.layout == current.layout, grid.columnCount == current.width
    else { return false }
    let all = Array(rows)
    return !all.indices.prefix(Self.longestInterval).contains { finder.header(in: all, at: $0)?.isPlan == true }
  }

  // MARK: - Tables without a header

  /// Reads rows above which no header stands as a table without one, or says why they are none.
  ///
  /// - Returns: the row at which a further table starts, or the end.
  private mutating func takeHeaderless(_ grid: Grid, rows: ArraySlice<FieldRow>) -> Int {
    let titles = rows.dropLast(2).prefix { row in
      row.filledCount <= 1 && !CellText.startsListItem(row.filled.first?.label ?? "")
    }
    let (above, body) = SignOffForm.parted(rows, titles: titles.count)
    let isBelowHeading = captions.hasHeading || titles.contains(where: CaptionReading.isCaption)
    guard let header = header(ofHeaderless: body, of: grid, isBelowHeading: isBelowHeading) else {
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
      if let list = foreignListBelowGap(body[...], at: index) {
        for row in body[index..<list] { take(TableDocument.Paragraph(text: Self.text(of: row))) }
        return list
      }
      append(body[index], isPieceStart: false)
    }
    return rows.endIndex
  }

  /// Says of rows why they are no plan; what stands above them or among them alone in its row is text around tables.
  private mutating func refuse(_ rows: ArraySlice<FieldRow>, of grid: Grid) {
    refusals += TableRefusal.refusals(grid: gridIndex, of: grid, rows: rows)
    // A form of a line or two may stand between a plan's title and its table.
    if rows.count(where: { $0.filledCount > 1 }) > 1 {
      if let last = paragraphs.last, CaptionReading.counts(last.text) {
        paragraphs[paragraphs.count - 1].titlesOther = true
      }
      captions.startedTable()
    }
    for row in rows.prefix(HeaderFinder.searchDepth) where row.filledCount == 1 { note(Self.text(of: row)) }
  }

  /// What the fields of rows without a header are: those of the table before, if the rows stand in them, else what their
  /// content says.
  private func header(
    ofHeaderless rows: ArraySlice<FieldRow>, of grid: Grid, isBelowHeading: Bool
  ) -> TableHeader? {
    guard let first = rows.first, !finder.isForeign(first) else { return nil }
    if let before = current ?? tables.last, isBelowHeading, StrayTable.matches(rows, below: before) { return nil }
    if let before = (current ?? tables.last), before.layout.keepsSpans, first.layout.keepsSpans,
      var header = before.header, let width = header.fields.last?.columns.upperBound, before.width == grid.columnCount,
      PieceFit.width(of: rows) <= width, PieceFit(rows, header: header).isFitting
    {
      header.rowCount = 0
      return header
    }
    let mayHaveHeader = profile?.general.headerRows != 0
    let found = HeaderlessFields(Array(rows), mayHaveHeader: mayHaveHeader).header
    guard let profile else { return found }
    return profile.header(of: rows, width: grid.columnCount, found: found, trustsPlaces: trustsPlaces)
  }
}
