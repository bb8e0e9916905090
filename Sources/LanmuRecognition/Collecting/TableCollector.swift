internal import LanmuGrid

/// Walks through a document and gathers the rows of each logical table: headers repeated at page breaks join pieces, another
/// header or a heading starts another table.
struct TableCollector: Sendable {
  private(set) var tables: [CollectedTable] = []
  private(set) var refusals: [TableRefusal] = []
  /// Paragraphs, and rows above a header, before the first table and between tables, in order.
  private(set) var paragraphs: [SurroundingParagraph] = []
  /// Paragraphs within tables that are in no cell.
  private(set) var between = TextsBetweenRows()

  let finder: HeaderFinder
  let profile: RecognitionProfile?
  /// Whether places of fields that a user has named are enough for a table whose content says too little.
  let trustsPlaces: Bool
  var current: CollectedTable?
  var captions = CaptionReading()
  private var gridIndex = 0
  private var unclearGrids: Set<Int> = []
  /// The grids of which what their cells hold told where rows end.
  private(set) var gridsCutAnew: Set<Int> = []
  var pendingBreak = false
  /// The last row of a header repeated within the current table; no row of the table's, but none of a gap either.
  private(set) var repeatedHeader: FieldRow?
  /// How the columns of the piece that is being read stand to those of the table that it continues.
  var columnMap: ColumnMap?
  /// What texts of the rows with which pieces begin suggest.
  var evidence = EvidenceTable()
  /// How many fields those drawn tables of the document have that may have lost their merged cells.
  private var ruledThrough: Set<Int> = []

  init(profile: RecognitionProfile?, trustsPlaces: Bool = false) {
    self.profile = profile
    self.trustsPlaces = trustsPlaces
    finder = HeaderFinder(profile: profile)
  }

  /// - Parameter readsHidden: whether hidden worksheets and columns are read, too.
  mutating func collect(_ document: TableDocument, readsHidden: Bool) {
    ruledThrough = RuledThroughGrid.widths(in: document)
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): take(paragraph)
      case .table(let grid):
        if readsHidden || grid.visibility == .visible {
          if document.format == "xlsx" { captions.startSheet(grid.name) }
          let shown = readsHidden ? grid : HiddenColumns.left(outOf: grid)
          if !takeNested(shown) { takeTable(shown) }
        }
        gridIndex += 1
      }
    }
    close()
  }

  mutating func close() {
    if var table = current {
      table.joinHalves()
      table.unclearGrids = unclearGrids
      tables.append(table)
    }
    current = nil
    between.tableEnds()
    columnMap = nil
    repeatedHeader = nil
    pendingBreak = false
  }

  // MARK: - Paragraphs

  mutating func take(_ paragraph: TableDocument.Paragraph) {
    let text = CellText.field(paragraph.text)
    guard !text.isEmpty else { return }
    note(text, headingLevel: paragraph.headingLevel, line: paragraph.line)
    guard current != nil else { return }
    current?.paragraphsBelow.append(text)
    // Of a grid that is read as a whole, paragraphs among its lines come behind it.
    between.take(text, line: paragraph.line, isWithin: isAboveLastRow(paragraph.line))
  }

  /// Keeps a text that stands outside all tables.
  mutating func note(_ text: String, headingLevel: Int = 0, line: Int? = nil) {
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

  /// Takes a table as it can be read best: with the spans that its rules lost, or with rows cut anew.
  private mutating func takeTable(_ grid: Grid) {
    if ruledThrough.contains(grid.columnCount), let ruled = RuledThroughGrid.lostSpans(of: grid) {
      take(ruled)
    } else if let unmarked = UnmarkedRows(grid) ?? UnmarkedRows(numberedIn: grid) {
      gridsCutAnew.insert(gridIndex)
      take(unmarked.grid)
      for paragraph in unmarked.below { take(paragraph) }
    } else {
      take(grid)
    }
  }

  mutating func take(_ grid: Grid) {
    var rows = grid.fieldRows(gridIndex: gridIndex)
    // On a worksheet, who printed the document and when stands in the last row.
    let imprint = rows.last.flatMap { isImprint($0, below: rows.dropLast()) ? $0 : nil }
    if imprint != nil { rows.removeLast() }
    takeRows(rows, of: grid)
    if let imprint { take(TableDocument.Paragraph(text: Self.text(of: imprint))) }
  }

  /// Whether a row of a worksheet begins with who had the document printed, holds nothing else, and no merged cell reaches it.
  private func isImprint(_ row: FieldRow, below rows: ArraySlice<FieldRow>) -> Bool {
    guard row.layout == .spanned, row.filledCount == 1, row.filled[0].column == 0,
      SurroundingText.isImprint(Self.text(of: row))
    else { return false }
    return !rows.suffix(CollectedTable.longestReach).contains { $0.bottom >= row.row }
  }

  /// Takes the rows of a grid one by one.
  ///
  /// What a user has said comes first; then what heads another table, since it ends the one above. Where no table is open, a
  /// row can only begin one, and all that is asked behind takes one for granted: whether the row repeats its header, whether
  /// what is left is none of it (signatures, a form, a list of something else), and whether a piece without a header goes on
  /// with it. What passes all of this is one of its rows.
  private mutating func takeRows(_ found: [FieldRow], of grid: Grid) {
    var rows = found
    guard !rows.isEmpty else { return }
    if SignOffForm.isWhole(rows[...]), finder.header(in: rows, at: 0)?.isPlan != true {
      refuse(rows[...], of: grid)
      return
    }
    if grid.rowLimits == .unclear { unclearGrids.insert(gridIndex) }
    var index = 0
    // Where the rows begin that belong to no table yet; `nil` while there is a table to which they could belong.
    var searchStart = current == nil ? 0 : nil
    var isPieceStart = true
    let overview = RowOverview(rows)
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
      if headsHeaderless(rows, at: index) {
        close()
        note(Self.text(of: rows[index]))
        index += 1
        searchStart = index
        continue
      }
      if let start = searchStart {
        guard let end = openFirst(rows, at: index, below: start, of: grid, overview) else {
          index += 1
          continue
        }
        index = end
        (isPieceStart, searchStart) = (false, nil)
        continue
      }
      if let count = takeHeader(rows, at: index, grid: grid, isPieceStart: isPieceStart) {
        index += count
        if current?.rows.isEmpty == false { repeatedHeader = rows[min(index, rows.count) - 1] }
        if pendingBreak, index < rows.count { rows[index].takeOver(from: rows[index - count..<index]) }
        isPieceStart = false
        continue
      }
      if isTail(rows[index...]) {
        for row in rows[index...] { take(TableDocument.Paragraph(text: Self.text(of: row))) }
        return
      }
      if !isPieceStart, let form = SignOffForm.start(in: rows[...], at: index) {
        for title in rows[index..<form] { note(Self.text(of: title)) }
        close()
        refuse(rows[form...], of: grid)
        return
      }
      if !isPieceStart, !rows[index].layout.keepsSpans, finder.isStrictlyForeign(rows[index]) {
        if let title = current?.removeTitleAtEnd() { note(Self.text(of: title)) }
        close()
        searchStart = index
        index += 1
        continue
      }
      if isPieceStart, !continues(grid, with: rows[index...], widest: overview.widestFrom[index]) {
        close()
        searchStart = index
        isPieceStart = false
        continue
      }
      // Below a running head a piece begins as it does without one.
      let isRow = append(rows[index], isPieceStart: index == 0)
      isPieceStart = isPieceStart && !isRow
      index += 1
    }
    if let searchStart { takeHeaderless(grid, allOf: rows[searchStart...], mayBeAny: true) }
  }

  /// Opens the table whose header starts at a row below others that belong to no table yet.
  ///
  /// - Parameter start: where those begin.
  /// - Returns: the row behind the header; `nil` if none of a plan starts here.
  private mutating func openFirst(
    _ rows: [FieldRow], at index: Int, below start: Int, of grid: Grid, _ overview: RowOverview
  ) -> Int? {
    let wide = overview.wideAbove[index] - overview.wideAbove[start]
    let isBody = wide > 1
    let demand: HeaderDemand =
      isBody && !isBelowHeading(rows, at: index, firstOfWidth: overview.firstOfWidth)
      ? .nearlyAll : wide == 1 && !Self.holdForm(rows[start..<index]) ? .nearlyAllBelowHeading : .most
    guard let found = finder.header(in: rows, at: index, demand: demand), found.isPlan else { return nil }
    let above = rows[start..<index]
    let captionCount = isBody ? above.reversed().prefix { $0.filledCount <= 1 }.count : above.count
    // Rows that are as many as a table's are another one.
    if isBody {
      takeHeaderless(
        grid, allOf: above.dropLast(captionCount), mayBeAny: false, above: above.suffix(captionCount))
    }
    open(found, grid: grid, above: above.suffix(captionCount))
    return index + found.rowCount
  }

  mutating func open(_ header: TableHeader, grid: Grid, above: ArraySlice<FieldRow>) {
    close()
    for row in above { note(Self.text(of: row)) }
    current = CollectedTable(
      header: header, layout: grid.layout, width: grid.columnCount, title: captions.title,
      hasCaption: captions.hasCaption, rows: [])
    current?.divide()
    captions.startedTable()
  }

  /// Adds a row to the current table, or notes that it is only a running head.
  ///
  /// - Returns: whether it is one of the table's.
  @discardableResult
  mutating func append(_ row: FieldRow, isPieceStart: Bool) -> Bool {
    var row = row
    if let text = TextsBetweenRows.removeText(aboveNumberOf: &row, below: current?.header) {
      take(TableDocument.Paragraph(text: text, line: row.filled.first?.line))
    }
    if captions.isRunningHead(row, below: current?.header) {
      note(Self.text(of: row))
      pendingBreak = true
      return false
    }
    let breaks = isPieceStart && current?.rows.isEmpty == false
    let mapped = columnMap?.applied(to: row) ?? row
    current?.append(CollectedTable.BodyRow(row: mapped, followsBreak: breaks || pendingBreak))
    current?.paragraphsBelow = []
    current?.notesWithin += between.rowFollows()
    pendingBreak = false
    captions.startedTable()
    return true
  }

  private func isAboveLastRow(_ line: Int?) -> Bool {
    guard let line, let last = current?.rows.last?.row.filled.first?.line else { return false }
    return line < last
  }

  /// Whether one of the rows above a header is a line of a form, and none of a table: 填报单位：, 日期：.
  private static func holdForm(_ rows: ArraySlice<FieldRow>) -> Bool {
    rows.contains { row in
      row.filledCount > 2 && row.filled.contains { $0.label.contains("：") || $0.label.contains(":") }
    }
  }

  static func text(of row: FieldRow) -> String {
    row.filled.map { CellText.field($0.raw) }.joined(separator: " ")
  }

  /// Says of rows why they are no plan; what stands above them or among them alone in its row is text around tables.
  mutating func refuse(_ rows: ArraySlice<FieldRow>, of grid: Grid) {
    refusals += TableRefusal.refusals(grid: gridIndex, of: grid, rows: rows)
    // A form of a line or two may stand between a plan's title and its table.
    if rows.count(where: { $0.filledCount > 1 }) > 1 {
      if let last = paragraphs.last, CaptionReading.headsPart(last.text) {
        paragraphs[paragraphs.count - 1].titlesOther = true
      }
      captions.startedTable()
    }
    for row in rows.prefix(HeaderFinder.searchDepth) where row.filledCount == 1 { note(Self.text(of: row)) }
  }
}
