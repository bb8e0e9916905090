internal import LanmuGrid

/// Walks through a document and gathers the rows of each logical table: headers repeated at page breaks join pieces, another
/// header or a heading starts another table.
struct TableCollector: Sendable {
  /// Why a grid was not taken for part of a plan.
  struct Refusal: Sendable {
    var grid: Int
    var rows: Int
    var columns: Int
    var firstTexts: [String]
  }

  private(set) var tables: [CollectedTable] = []
  private(set) var refusals: [Refusal] = []
  /// Paragraphs, and rows above a header, before the first table and between tables, in order.
  private(set) var paragraphs: [SurroundingParagraph] = []

  private let finder = HeaderFinder()
  private let profile: RecognitionProfile?
  private var current: CollectedTable?
  /// Headings since the last row of the current table.
  private var pendingHeadings: [String] = []
  private var gridIndex = 0

  init(profile: RecognitionProfile?) { self.profile = profile }

  mutating func collect(_ document: TableDocument) {
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): take(paragraph)
      case .table(let grid):
        take(grid)
        gridIndex += 1
      }
    }
    close()
  }

  private mutating func close() {
    if let current { tables.append(current) }
    current = nil
  }

  // MARK: - Paragraphs

  private mutating func take(_ paragraph: TableDocument.Paragraph) {
    let text = CellText.field(paragraph.text)
    guard !text.isEmpty else { return }
    paragraphs.append(
      SurroundingParagraph(
        text: text, headingLevel: paragraph.headingLevel, line: paragraph.line,
        tablesBefore: tables.count + (current == nil ? 0 : 1)))
    current?.paragraphsBelow.append(text)
    pendingHeadings.append(text)
  }

  // MARK: - Grids

  private mutating func take(_ grid: Grid) {
    let rows = grid.fieldRows(gridIndex: gridIndex)
    guard !rows.isEmpty else { return }
    var index = 0
    var startsPiece = true
    var above: [String] = []
    while index < rows.count {
      if let pinned = profile?.headerRows, current == nil || startsPiece, index == 0, pinned > 0, pinned <= rows.count,
        let header = profile?.header(of: Array(rows.prefix(pinned)))
      {
        open(header, grid: grid, above: above)
        index = pinned
        startsPiece = false
        continue
      }
      let row = rows[index]
      if let header = current?.header, header.isRepeated(by: row) {
        index += skipRepeatedHeader(rows, at: index, header: header)
        startsPiece = false
        markBreak()
        continue
      }
      let isSearching = current == nil || (startsPiece && index < HeaderFinder.searchDepth)
      if isSearching || mayStartTable(row), let found = finder.header(in: rows, at: index, isStrict: !isSearching) {
        if let header = current?.header, header.isSame(as: found), !hasHeadingBetween(grid) {
          markBreak()
        } else {
          open(found, grid: grid, above: above)
        }
        index += found.rowCount
        startsPiece = false
        above = []
        continue
      }
      if startsPiece, current != nil, !continues(grid, from: rows, at: index) { close() }
      startsPiece = startsPiece && current == nil
      if current == nil {
        above.append(row.filled.map { CellText.field($0.raw) }.joined(separator: " "))
        if index >= HeaderFinder.searchDepth || index == rows.count - 1 {
          takeHeaderless(grid, rows: rows, above: above)
          return
        }
      } else {
        append(row, isPieceStart: index == 0)
      }
      index += 1
    }
  }

  /// Whether another header is worth looking for within a table: three short cells or more, no number in front.
  private func mayStartTable(_ row: FieldRow) -> Bool {
    let filled = row.filled
    return filled.count >= 3 && filled.allSatisfy { $0.label.unicodeScalars.count <= 16 }
  }

  private mutating func open(_ header: TableHeader, grid: Grid, above: [String]) {
    close()
    for text in above where !text.isEmpty {
      paragraphs.append(SurroundingParagraph(text: text, headingLevel: 0, line: nil, tablesBefore: tables.count))
      pendingHeadings.append(text)
    }
    current = CollectedTable(
      header: header, layout: grid.layout, width: grid.columnCount, title: pendingHeadings.last { isHeading($0) } ?? "",
      rows: [])
    pendingHeadings = []
  }

  private mutating func append(_ row: FieldRow, isPieceStart: Bool) {
    let breaks = isPieceStart && current?.rows.isEmpty == false
    current?.rows.append(CollectedTable.BodyRow(row: row, followsBreak: breaks || pendingBreak))
    current?.paragraphsBelow = []
    pendingBreak = false
    pendingHeadings = []
  }

  private var pendingBreak = false
  private mutating func markBreak() { pendingBreak = true }

  private func skipRepeatedHeader(_ rows: [FieldRow], at start: Int, header: TableHeader) -> Int {
    var count = 1
    while count < header.rowCount, start + count < rows.count, header.isRepeated(by: rows[start + count]) { count += 1 }
    return count
  }

  // MARK: - Pieces

  private func isHeading(_ text: String) -> Bool {
    text.unicodeScalars.count <= 60 && !SurroundingText.isFurniture(text)
  }

  /// Whether a heading between two pieces says that another table begins.
  private func hasHeadingBetween(_ grid: Grid) -> Bool {
    pendingHeadings.contains { text in
      text.unicodeScalars.count <= 50 && !SurroundingText.isFurniture(text)
        && (CellText.startsListItem(text) || SurroundingText.isPlanTitle(text))
    }
  }

  /// Whether a grid without a header of its own continues the current table.
  private func continues(_ grid: Grid, from rows: [FieldRow], at index: Int) -> Bool {
    guard let current, !hasHeadingBetween(grid) else { return false }
    let widest = rows.map { $0.filled.count }.max() ?? 0
    let fields = current.header?.fields.count ?? current.width
    return widest <= max(fields, current.width) + 1 && abs(grid.columnCount - current.width) <= 2 && widest >= 2
      || grid.layout == current.layout && !grid.layout.keepsSpans && widest <= current.width + 1
  }

  private mutating func takeHeaderless(_ grid: Grid, rows: [FieldRow], above: [String]) {
    guard let header = HeaderlessFields(rows).header else {
      refusals.append(
        Refusal(
          grid: gridIndex, rows: grid.rowCount, columns: grid.columnCount,
          firstTexts: rows.first?.filled.prefix(4).map { CellText.field($0.raw) } ?? []))
      for text in above where !text.isEmpty {
        paragraphs.append(
          SurroundingParagraph(text: text, headingLevel: 0, line: nil, tablesBefore: tables.count))
      }
      return
    }
    close()
    current = CollectedTable(
      header: header, layout: grid.layout, width: grid.columnCount, title: pendingHeadings.last { isHeading($0) } ?? "",
      rows: [])
    pendingHeadings = []
    for row in rows { append(row, isPieceStart: false) }
  }
}
