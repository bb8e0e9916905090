internal import LanmuGrid

/// The rows of one logical table, gathered from as many grids as page breaks made of it.
struct CollectedTable: Sendable {
  /// A row of the body.
  struct BodyRow: Sendable {
    var row: FieldRow
    /// Whether a repeated header, or the start of a further grid, stands right above.
    var followsBreak: Bool
    /// Whether the heading of a section stands right above.
    var startsSection = false
  }

  /// `nil` for a table without a header.
  var header: TableHeader?
  var layout: Grid.Layout
  /// Width of the grid in which the table starts.
  var width: Int
  /// The heading nearest above the table.
  var title: String
  /// Whether a heading of its own stands right above the table.
  var hasCaption: Bool
  var rows: [BodyRow]
  /// The grids in which it is not clear where rows end.
  var unclearGrids: Set<Int> = []
  /// Notes between its rows that are in no cell.
  var notesWithin: [String] = []
  /// Paragraphs right below the table.
  var paragraphsBelow: [String] = []

  /// The number of the last numbered heading that stands alone in a row of the body.
  private var lastSection: SectionNumber?

  /// How many grid columns each of several halves side by side has, and by how many they are apart; `nil` for an ordinary
  /// table.
  private var half: (columns: Int, step: Int)?
  /// Rows of the halves further right.
  private var rowsBeside: [[BodyRow]] = []

  init(
    header: TableHeader?, layout: Grid.Layout, width: Int, title: String, hasCaption: Bool = false, rows: [BodyRow]
  ) {
    (self.header, self.layout, self.width) = (header, layout, width)
    (self.title, self.hasCaption, self.rows) = (title, hasCaption, rows)
  }

  // MARK: - Halves side by side

  /// Recognises a header that says everything twice, or oftener: halves of a long table printed side by side.
  mutating func divide() {
    guard var header else { return }
    // Columns that a worksheet's author left empty at its margin belong to no half.
    header.fields.removeFirst(header.fields.prefix { $0.label.isEmpty }.count)
    header = header.withoutGaps ?? header
    guard let count = header.repetition else { return }
    self.header = header
    let first = header.fields[0].columns.lowerBound
    half = (
      header.fields[count - 1].columns.upperBound - first, header.fields[count].columns.lowerBound - first
    )
    rowsBeside = Array(repeating: [], count: header.fields.count / count - 1)
    self.header?.fields.removeSubrange(count...)
  }

  mutating func append(_ body: BodyRow) {
    if let number = Self.loneLabel(of: body.row).flatMap(SectionNumber.init) { lastSection = number }
    guard let half, let first = header?.fields.first?.columns.lowerBound else {
      rows.append(body)
      return
    }
    for place in 0...rowsBeside.count {
      let start = first + place * half.step
      var part = body
      part.row.cells = body.row.cells.filter { cell in
        cell.column >= start && cell.column < start + (cell.label.isEmpty ? half.columns : half.step)
      }
      for index in part.row.cells.indices { part.row.cells[index].column -= place * half.step }
      guard !part.row.filled.isEmpty else { continue }
      if place == 0 { rows.append(part) } else { rowsBeside[place - 1].append(part) }
    }
  }

  // MARK: - Headings

  /// Whether a text that stands alone in its row is a heading like those that part the table's body: it counts on from the last
  /// of them, or none has a number and the first row is one.
  func continuesSections(_ row: FieldRow) -> Bool {
    guard half == nil, let label = Self.loneLabel(of: row) else { return false }
    if let number = SectionNumber(label) { return lastSection.map(number.follows) ?? false }
    guard lastSection == nil, let first = rows.first?.row, first.cells.count == row.cells.count else { return false }
    return Self.loneLabel(of: first) != nil
  }

  /// What stands alone in the first field of a row.
  private static func loneLabel(of row: FieldRow) -> String? {
    guard row.filledCount == 1, let cell = row.filled.first, cell.column == 0 else { return nil }
    return cell.label
  }

  /// Takes the single text off the table's end that is the title of what stands below it, if there is one.
  mutating func removeTitleAtEnd() -> FieldRow? {
    guard half == nil, let last = rows.last?.row, last.filledCount == 1, CaptionReading.isCaption(last),
      !reaches(into: last), !isDeeperLabel(last.filled[0], in: last)
    else { return nil }
    rows.removeLast()
    return last
  }

  /// Whether the only text of a row between delimiters stands among the levels, right of the outermost, and names no table.
  private func isDeeperLabel(_ cell: FieldCell, in row: FieldRow) -> Bool {
    guard row.layout == .delimited, let fields = header?.fields, fields.indices.contains(cell.column),
      fields[cell.column].meaning == .level, fields[..<cell.column].contains(where: { $0.meaning == .level })
    else { return false }
    let label = cell.label
    return !label.hasSuffix("表") && !CaptionReading.headsPart(label) && !SurroundingText.isPlanTitle(label)
  }

  /// Whether merged cells of rows above reach down into a row, which is therefore one of the table's.
  func reaches(into row: FieldRow) -> Bool {
    row.layout == .spanned
      && rows.suffix(Self.longestReach).contains {
        $0.row.grid == row.grid && $0.row.row < row.row && $0.row.bottom >= row.row
      }
  }

  /// In so many rows above, cells are looked for that reach down.
  static let longestReach = 40

  /// Adds the texts of a table that stands within a cell of the body to that cell, one row a line; of rows of two cells, the
  /// first is a label of the second.
  ///
  /// - Returns: whether the cell's row is one of the body's.
  mutating func insert(_ nested: [FieldRow], at place: Grid.Nesting) -> Bool {
    guard half == nil,
      let index = rows.lastIndex(where: { $0.row.grid == place.table && $0.row.row == place.row })
    else { return false }
    let isLabelled = nested.count > 1 && nested.allSatisfy { $0.filledCount == 2 }
    let text = nested.map { $0.filled.map(\.raw).joined(separator: isLabelled ? "：" : "\n") }.joined(separator: "\n")
    if let cell = rows[index].row.cells.firstIndex(where: { $0.column == place.column }) {
      let raw = rows[index].row.cells[cell].raw
      rows[index].row.cells[cell].raw = CellText.label(raw).isEmpty ? text : raw + "\n" + text
      rows[index].row.cells[cell].label = CellText.label(rows[index].row.cells[cell].raw)
    } else {
      let next = rows[index].row.cells.firstIndex { $0.column > place.column } ?? rows[index].row.cells.endIndex
      rows[index].row.cells.insert(
        FieldCell(
          column: place.column, rowSpan: 1, columnSpan: 1, raw: text, label: CellText.label(text), line: nil), at: next)
    }
    return true
  }

  /// Gives rows that came before the table grew wider an empty cell in each of its new fields.
  mutating func pad(from width: Int, to newWidth: Int) {
    for index in rows.indices where rows[index].row.cells.count == width {
      rows[index].row.cells += (width..<newWidth).map { column in
        FieldCell(column: column, rowSpan: 1, columnSpan: 1, raw: "", label: "", line: nil)
      }
    }
  }

  /// Puts the rows of the halves further right below those of the first.
  mutating func joinHalves() {
    for rows in rowsBeside { self.rows += rows }
    rowsBeside = []
  }
}
