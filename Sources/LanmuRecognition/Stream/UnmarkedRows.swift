internal import LanmuGrid

/// A table with one cell a line in which covered cells are gone and nothing tells where rows end: its rows are as long as they
/// happen to be, and a header's width says nothing of them.
///
/// Where the cells in their order fit the header's fields much better as rows that lack some than as whole ones, the table is
/// cut anew, into rows that are filled up where merged cells are gone.
struct UnmarkedRows {
  /// The table with its rows cut anew.
  let grid: Grid
  /// The paragraphs below that look like cells.
  let below: [TableDocument.Paragraph]

  /// Cuts a grid anew; `nil` if its rows are told, or whole ones fit about as well, or none fits well.
  init?(_ grid: Grid) {
    guard grid.rowLimits != .told, grid.layout == .cellPerLine, grid.cells.count <= Self.mostCells else { return nil }
    var cells = grid.cells
    if let whole = WholeRowsBelowHeader(cells.map { CellText.label($0.text) }, width: grid.columnCount) {
      below = []
      self.grid = grid.cut(cells, by: NumberedStream(whole))
      return
    }
    while cells.last?.text.isEmpty == true { cells.removeLast() }
    var labels = cells.map { CellText.label($0.text) }
    let isOfParagraphs = grid.columnCount == 1
    if !Self.areCounted(grid), let numbered = NumberedStream(labels, areParagraphs: isOfParagraphs) {
      below = cells[numbered.lines.upperBound...].map { TableDocument.Paragraph(text: $0.text, line: $0.line) }
      self.grid = grid.cut(cells, by: numbered)
      return
    }
    if let headerless = HeaderlessStream(labels) {
      below = []
      self.grid = grid.cut(cells, rows: headerless.rows)
      return
    }
    guard let header = Self.header(of: labels, width: grid.columnCount) else { return nil }
    // A reader that finds nothing between cells takes each paragraph for a row of one cell. Below such cells, and only there,
    // a paragraph that is none looks like one.
    let end = isOfParagraphs ? TextBelowStream.start(in: labels, below: header.columns) : cells.count
    below = cells[end...].map { TableDocument.Paragraph(text: $0.text, line: $0.line) }
    cells.removeSubrange(end...)
    labels.removeSubrange(end...)
    guard !Self.keepsCovered(labels, grid, below: header) else { return nil }
    // Whether an empty cell is one of the row, or stands for a covered one, nothing tells.
    let keepsEmpty = labels.count(where: \.isEmpty) * Self.leastEmpty >= labels.count
    // As many cells as fill rows of the header's width are likely whole rows.
    let areWhole = grid.columnCount == header.columns.count && Self.comeOutEven(grid)
    if Self.comeOutEven(grid), !areWhole, grid.columnCount > header.columns.count,
      StreamHeaderSearch.mayFillRow(labels[header.start...].prefix(grid.cells.count { $0.row == 0 }))
    {
      return nil
    }
    let (body, breaks) = Self.withoutRepeats(labels, header: header)
    if areWhole, Self.areNumbered(body.map { labels[$0] }, below: header) { return nil }
    let search = StreamRowSearch(columns: header.columns)
    guard let found = search.rows(body.map { labels[$0] }, breaks: breaks, areWhole: areWhole) else { return nil }
    // Paragraphs are a table's cells only where all that a table has is there.
    if isOfParagraphs, !found.isClear || !Self.isSound(found.rows, header: header) { return nil }
    var result = grid.cut(cells, header: header, rows: found.rows.map { row in row.map { cells[body[$0.cell]] } })
    result.rowLimits = found.isClear && !keepsEmpty ? .guessed : .unclear
    self.grid = result
  }

  /// Cuts a grid whose rows were guessed too narrow for its header by the numbers with which they begin, where nothing else tells
  /// where they end; `nil` if none do.
  init?(numberedIn grid: Grid) {
    guard grid.rowLimits != .told, grid.layout == .cellPerLine, grid.cells.count <= Self.mostCells,
      grid.columnCount > 1, !Self.areCounted(grid),
      let numbered = NumberedStream(grid.cells.map { CellText.label($0.text) }, areParagraphs: false, below: 1),
      numbered.width > grid.columnCount
    else { return nil }
    below = []
    self.grid = grid.cut(grid.cells, by: numbered)
  }

  /// Whether covered cells are there as empty ones: in the header itself, or in rows that come out even.
  static func keepsCovered(_ labels: [String], _ grid: Grid, below header: StreamHeader) -> Bool {
    if header.end < labels.count, labels[header.end].isEmpty { return true }
    let empty = grid.cells.count { $0.text.isEmpty }
    // Rows narrower than the labels that are surely a header's were guessed, and come out even by chance.
    let isSure = { (label: String) in HeaderLexicon.match(label)?.strength == 1 }
    let sure = max(labels[header.start...].prefix(while: isSure).count, labels[header.parts[0]].count(where: isSure))
    return grid.columnCount > 1 && grid.columnCount >= sure && comeOutEven(grid)
      && empty * Self.leastEmpty >= grid.cells.count && mayBeWhole(labels, grid, below: header)
  }

  /// Whether rows that are as wide as their header hold what its labels say.
  private static func mayBeWhole(_ labels: [String], _ grid: Grid, below header: StreamHeader) -> Bool {
    let width = header.columns.count
    guard grid.columnCount == width, header.start % width == 0, header.end == header.start + width else { return true }
    let texts = Array(labels[header.end...].prefix(sampleSize))
    let prices = StreamPrices(texts, columns: header.columns).prices(learnedFrom: texts.indices.map { $0 % width })
    let filled = texts.indices.filter { !texts[$0].isEmpty }
    let price = filled.reduce(0.0) { $0 + prices[$1][$1 % width] }
    return price <= StreamRowSearch.dearest * Double(filled.count)
  }

  /// Whether the rows behind the header's begin with running numbers, all of them.
  private static func areCounted(_ grid: Grid) -> Bool {
    var numbers: [Int?] = Array(repeating: nil, count: grid.rowCount)
    for cell in grid.cells where cell.column == 0 {
      numbers[cell.row] = TextEvidence(CellText.label(cell.text)).ordinal?.major
    }
    guard let start = numbers.firstIndex(where: { $0 != nil }), start <= tallestHeader,
      case let counted = numbers[start...], counted.count > 1
    else { return false }
    return counted.enumerated().allSatisfy { $1 == $0 + 1 }
  }

  private static let tallestHeader = 3

  /// Whether all rows have as many cells, but for those from which on the header returns with more or fewer fields.
  private static func comeOutEven(_ grid: Grid) -> Bool {
    var counts = Array(repeating: 0, count: grid.rowCount)
    var firsts = Array(repeating: "", count: grid.rowCount)
    for cell in grid.cells {
      counts[cell.row] += 1
      if cell.column == 0 { firsts[cell.row] = CellText.label(cell.text) }
    }
    guard let name = firsts.first, !name.isEmpty else { return false }
    return counts.indices.dropFirst().allSatisfy { counts[$0] == counts[$0 - 1] || firsts[$0] == name }
  }

  /// Whether each row of the header's width begins with its number, so that none lacks a cell: rows that do have their numbers in
  /// any place.
  private static func areNumbered(_ body: [String], below header: StreamHeader) -> Bool {
    guard header.columns.first?.meaning == .number else { return false }
    return !body.isEmpty
      && stride(from: 0, to: body.count, by: header.columns.count).allSatisfy { TextEvidence(body[$0]).isNumber }
  }

  /// One cell in so many is empty where covered ones are: labels that are merged over two rows and more leave as many.
  static let leastEmpty = 8

  /// Whether the first row is whole, as it must be, and nearly all others have a label of their own and something about it.
  static func isSound(_ rows: [[StreamCut.Place]], header: StreamHeader) -> Bool {
    let labels = header.columns.levels
    let sound = rows.count { row in
      row.contains { labels.contains($0.column) } && row.contains { !labels.contains($0.column) }
    }
    // A remark that is not there leaves no cell.
    let values = header.columns.indices.prefix(header.columns.firstTrailingRemarks)
    return rows.first.map { $0.map(\.column).starts(with: values) } ?? false
      && sound * leastSound.of >= rows.count * leastSound.are
  }

  /// Of so many rows, so many have a label and something about it: a few share both with the one above.
  static let leastSound = (are: 9, of: 10)

  // MARK: - Header

  /// The header below which the first cells fit best, of all those that the labels at the start may be.
  private static func header(of labels: [String], width: Int) -> StreamHeader? {
    let headers = tried(StreamHeaderSearch(labels, width: width).readings, over: labels.count)
    guard headers.count > 1 else { return headers.first }
    let misfits = headers.map { header in
      StreamRowSearch(columns: header.columns).misfit(Array(labels[header.end...].prefix(sampleSize)))
    }
    // The plainest one stands first.
    var best = 0
    for index in headers.indices where misfits[index] < misfits[best] - clearlyBetter { best = index }
    return headers[best]
  }

  /// The headers that are tried on a stream, of those that its labels may be: such as have enough cells below them, in their
  /// order, as long as all together take no more than `mostSteps` steps.
  static func tried(_ readings: [StreamHeader], over count: Int) -> [StreamHeader] {
    var steps = 0
    return readings.filter { header in
      let fields = header.columns.count
      guard count >= header.end + fields * leastRows, count * fields * fields <= mostSteps else { return false }
      steps += min(count, sampleSize) * fields * fields
      return steps <= mostSteps
    }
  }

  /// So many cells tell the header: a dozen rows and more.
  static let sampleSize = 200
  /// By how much a cell the cells must fit better below a header that is less plain.
  private static let clearlyBetter = 0.1
  /// Longer streams, and those of many fields, are left as they are: each cell is tried in each field below each other.
  static let mostCells = 20_000
  static let mostSteps = 1_000_000
  /// Fewer rows show no habit by which covered cells could be told.
  static let leastRows = 3

  /// The places of the body's cells without headers that a page break repeats, perhaps with the title above them, and those
  /// before which a row must begin.
  private static func withoutRepeats(_ labels: [String], header: StreamHeader) -> (body: [Int], breaks: Set<Int>) {
    let words = labels[header.start..<header.end]
    let titled = labels[..<header.end]
    var body: [Int] = []
    var breaks: Set<Int> = []
    var index = header.end
    while index < labels.count {
      if let repeated = [words, titled].first(where: { labels[index...].starts(with: $0) }) {
        breaks.insert(body.count)
        index += repeated.count
      } else {
        body.append(index)
        index += 1
      }
    }
    return (body, breaks)
  }
}

extension Grid {
  /// The same table with the rows that running numbers tell, in which each cell has its place.
  fileprivate func cut(_ stream: [Cell], by numbered: NumberedStream) -> Grid {
    let titles: [[Int?]] = (0..<numbered.lines.lowerBound).filter { !stream[$0].text.isEmpty }.map { [$0] }
    var grid = self
    grid.cells = []
    for (row, places) in (titles + numbered.rows).enumerated() {
      var line = places.lazy.compactMap(\.self).first.flatMap { stream[$0].line }
      // Rows that lack cells stay short, since nothing tells which.
      for column in 0..<(numbered.keepsPlaces ? numbered.width : places.count) {
        let cell = column < places.count ? places[column].map { stream[$0] } : nil
        line = cell?.line ?? line
        grid.cells.append(Cell(row: row, column: column, text: cell?.text ?? "", line: line))
      }
    }
    (grid.rowCount, grid.columnCount) = (titles.count + numbered.rows.count, numbered.width)
    (grid.layout, grid.rowLimits) = (.delimited, numbered.keepsPlaces ? .guessed : .unclear)
    return grid
  }

  /// The same table without a header, and with other rows, each filled up.
  fileprivate func cut(_ stream: [Cell], rows: [Range<Int>]) -> Grid {
    var grid = self
    grid.columnCount = rows.reduce(0) { max($0, $1.count) }
    grid.cells = rows.enumerated().flatMap { row, places in
      (0..<grid.columnCount).map { column in
        let cell = column < places.count ? stream[places.lowerBound + column] : nil
        let line = cell?.line ?? stream[places.upperBound - 1].line
        return Cell(row: row, column: column, text: cell?.text ?? "", line: line, isPadding: cell == nil)
      }
    }
    (grid.rowCount, grid.layout, grid.rowLimits) = (rows.count, .dropped, .guessed)
    return grid
  }

  /// The same table with other rows: what stands above the header, the header, and the body's cells, each row filled up.
  fileprivate func cut(_ stream: [Cell], header: StreamHeader, rows: [[Cell]]) -> Grid {
    let width = header.columns.count
    var grid = self
    grid.cells = []
    var row = 0
    func place(_ cells: [Cell]) {
      for (column, cell) in cells.enumerated() {
        grid.cells.append(Cell(row: row, column: column, text: cell.text, line: cell.line))
      }
      for column in cells.count..<max(width, cells.count) {
        grid.cells.append(Cell(row: row, column: column, text: "", line: cells.last?.line, isPadding: true))
      }
      row += 1
    }
    for title in stream[..<header.start] where !title.text.isEmpty { place([title]) }
    for part in header.parts { place(Array(stream[part])) }
    for cells in rows { place(cells) }
    grid.rowCount = row
    grid.columnCount = width
    grid.layout = .dropped
    return grid
  }
}
