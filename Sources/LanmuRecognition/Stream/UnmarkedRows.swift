internal import LanmuGrid

/// A table with one cell a line in which covered cells are gone and nothing tells where rows end: its rows are as long as they
/// happen to be, and a header's width says nothing of them.
///
/// Where the cells in their order fit the header's fields much better as rows that lack some than as whole ones, the table is
/// cut anew, into rows that are filled up where merged cells are gone.
enum UnmarkedRows {
  /// The grid cut anew; `nil` if its rows are told, or whole ones fit about as well, or none fits well.
  static func cut(_ grid: Grid) -> Grid? {
    guard grid.hasGuessedRows, grid.layout == .cellPerLine, grid.cells.count <= mostCells else { return nil }
    var cells = grid.cells
    while cells.last?.text.isEmpty == true { cells.removeLast() }
    let labels = cells.map { CellText.label($0.text) }
    guard let header = header(of: labels, width: grid.columnCount), !keepsCovered(labels, grid, below: header),
      cells.count * header.columns.count * header.columns.count <= mostSteps
    else {
      return nil
    }
    // As many cells as fill rows of the header's width are likely whole rows.
    let areWhole = grid.columnCount == header.columns.count && grid.cells.count % grid.columnCount == 0
    if areWhole, areFilledUp(grid) { return nil }
    let (body, breaks) = withoutRepeats(labels, header: header)
    let search = StreamRowSearch(columns: header.columns)
    guard
      let found = search.rows(body.map { labels[$0] }, breaks: breaks, areWhole: areWhole)
    else { return nil }
    // Paragraphs are a table's cells only where all that a table has is there.
    if grid.columnCount == 1, !found.isClear || !isSound(found.rows, header: header) { return nil }
    var result = grid.cut(cells, header: header, rows: found.rows.map { row in row.map { cells[body[$0.cell]] } })
    result.hasUnclearRows = !found.isClear
    return result
  }

  /// Whether covered cells are there as empty ones: in the header itself, or in rows that come out even.
  private static func keepsCovered(_ labels: [String], _ grid: Grid, below header: StreamHeader) -> Bool {
    if header.end < labels.count, labels[header.end].isEmpty { return true }
    let empty = grid.cells.count { $0.text.isEmpty }
    return grid.columnCount > 1 && grid.cells.count % grid.columnCount == 0
      && empty * Self.leastEmpty >= grid.cells.count
  }

  /// One cell in so many is empty where covered ones are.
  private static let leastEmpty = 8

  /// Whether several rows end in two empty cells or more, as those do that are filled up.
  private static func areFilledUp(_ grid: Grid) -> Bool {
    let last = grid.columnCount - 1
    guard last > 1 else { return false }
    let ends = grid.cells.indices.dropFirst().count {
      grid.cells[$0].column == last && grid.cells[$0].text.isEmpty && grid.cells[$0 - 1].text.isEmpty
    }
    return ends * mostPerEnd >= grid.rowCount
  }

  /// One row in so many ends in empty cells where rows are filled up.
  private static let mostPerEnd = 10

  /// Whether the first row is whole, as it must be, and nearly all others have a label of their own and something about it.
  private static func isSound(_ rows: [[StreamRowSearch.Place]], header: StreamHeader) -> Bool {
    let labels = header.columns.indices.filter { header.columns[$0].meaning == .level }
    let sound = rows.count { row in
      row.contains { labels.contains($0.column) } && row.contains { !labels.contains($0.column) }
    }
    return rows.first?.count == header.columns.count && sound * 10 >= rows.count * 9
  }

  /// The header below which the first cells fit best, of all those that the labels at the start may be.
  private static func header(of labels: [String], width: Int) -> StreamHeader? {
    let headers = StreamHeader.readings(of: labels, width: width).filter {
      labels.count >= $0.end + $0.columns.count * leastRows
    }
    guard headers.count > 1 else { return headers.first }
    let misfits = headers.map { header in
      StreamRowSearch(columns: header.columns).misfit(Array(labels[header.end...].prefix(sampleSize)))
    }
    // The plainest one stands first.
    var best = 0
    for index in headers.indices where misfits[index] < misfits[best] - clearlyBetter { best = index }
    return headers[best]
  }

  private static let sampleSize = 200
  private static let clearlyBetter = 0.1
  /// Longer streams, and those of many fields, are left as they are: each cell is tried in each field below each other.
  private static let mostCells = 20_000
  private static let mostSteps = 1_000_000
  private static let leastRows = 3

  /// The places of the body's cells without headers that a page break repeats, and those before which a row must begin.
  private static func withoutRepeats(_ labels: [String], header: StreamHeader) -> (body: [Int], breaks: Set<Int>) {
    let words = Array(labels[header.start..<header.end])
    var body: [Int] = []
    var breaks: Set<Int> = []
    var index = header.end
    while index < labels.count {
      if labels[index] == words[0], Array(labels[index...].prefix(words.count)) == words {
        breaks.insert(body.count)
        index += words.count
      } else {
        body.append(index)
        index += 1
      }
    }
    return (body, breaks)
  }
}

extension Grid {
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
