import LanmuGrid

/// A table while its rows are read.
///
/// Cells stand at grid columns: a row starts behind its `gridBefore`, and each cell takes the columns of its `gridSpan`
/// (ECMA-376 part 1, 17.4). A cell that continues a vertical merge is covered if the area above it begins at the same column
/// and is as wide; otherwise the chain is broken and the cell stands for itself, as in Word.
struct WordTableFrame: Sendable {
  /// What the properties of the current cell say.
  struct CellProperties: Sendable {
    enum Merge: Sendable { case none, restart, goesOn }

    var span = 1
    var vertical = Merge.none
    var horizontal = Merge.none
    var isDeleted = false
  }

  /// Where the current cell was put.
  enum Placement: Sendable, Hashable {
    /// It is the anchor at this place of `cells`.
    case anchor(Int)
    /// A merged area covers it; what it holds is not shown.
    case covered
    /// Another area stands where it should continue one, so that it became an anchor of its own.
    case detached(Int, isUneven: Bool)
    /// It was deleted.
    case dropped
  }

  /// A vertical merge that may go on in the next row.
  private struct Chain: Sendable {
    var cell: Int
    /// The span of the anchor itself, before horizontal merges widened it.
    var ownSpan: Int
    var lastRow: Int
  }

  let index: Int
  let name: String
  let nesting: Grid.Nesting?
  private(set) var rowCount = 0
  private(set) var columnCount = 0
  private(set) var headerRowCount = 0
  private(set) var cells: [Cell] = []
  var properties = CellProperties()
  /// The row and the column at which the current cell stands.
  private(set) var row = 0
  private(set) var column = 0
  /// The text of the current cell and how many paragraphs it has.
  var text: [UInt8] = []
  var paragraphCount = 0
  /// How many fields were open when the current cell began.
  var fieldDepth = 0
  var isHeaderRow = false
  var isRowDropped = false
  /// The columns that the table lays down, where some may be too narrow to count.
  var columns = WordColumns()

  private var isRowOpen = false
  private var nextColumn = 0
  private var chains: [Int: Chain] = [:]
  private var current: Int?
  /// The anchor that the last cell of this row belongs to, and the column behind its area.
  private var left: (cell: Int, end: Int)?

  init(index: Int, name: String, nesting: Grid.Nesting?) {
    self.index = index
    self.name = name
    self.nesting = nesting
  }

  /// Starts a row. One that is still open ends first: rows within rows are against the grammar.
  mutating func startRow() {
    endRow()
    isRowOpen = true
    nextColumn = 0
    left = nil
    isHeaderRow = false
    isRowDropped = false
    row = rowCount
  }

  /// Leaves grid columns free at the row's start.
  mutating func skipColumns(_ count: Int, limit: Int) { nextColumn = min(max(0, count), limit) }

  mutating func endRow() {
    guard isRowOpen else { return }
    endCell()
    isRowOpen = false
    guard !isRowDropped else { return }
    if isHeaderRow, headerRowCount == rowCount { headerRowCount += 1 }
    rowCount += 1
  }

  /// Starts a cell. One that is still open ends first, and a row begins if none has.
  mutating func startCell(fieldDepth: Int) {
    endCell()
    if !isRowOpen { startRow() }
    properties = CellProperties()
    text.removeAll(keepingCapacity: true)
    paragraphCount = 0
    self.fieldDepth = fieldDepth
    current = nil
  }

  /// Puts the current cell into the grid, once its properties are known.
  mutating func place(columnLimit: Int) -> Placement {
    guard !properties.isDeleted, nextColumn < columnLimit else { return .dropped }
    let start = nextColumn
    nextColumn = min(start + min(max(1, properties.span), max(1, columnLimit - start)), columnLimit)
    column = columns.place(ofEdge: start)
    let span = columns.place(ofEdge: nextColumn) - column
    guard span > 0 else { return .covered }
    columnCount = max(columnCount, column + span)
    if properties.horizontal == .goesOn, let left {
      if left.end >= column + span { return .covered }
      if left.end == column, cells[left.cell].row == row {
        cells[left.cell].columnSpan += span
        self.left = (left.cell, column + span)
        return .covered
      }
    }
    var isUneven = false
    if properties.vertical == .goesOn, let chain = chains[column], chain.lastRow == row - 1 {
      let width = cells[chain.cell].columnSpan
      if width == span || (properties.horizontal == .restart && chain.ownSpan == span) {
        cells[chain.cell].rowSpan = row + 1 - cells[chain.cell].row
        chains[column]?.lastRow = row
        left = (chain.cell, column + width)
        return .covered
      }
      isUneven = true
    }
    cells.append(Cell(row: row, column: column, columnSpan: span, text: ""))
    let place = cells.count - 1
    current = place
    left = (place, column + span)
    if properties.vertical == .none {
      chains[column] = nil
      return .anchor(place)
    }
    chains[column] = Chain(cell: place, ownSpan: span, lastRow: row)
    return properties.vertical == .restart ? .anchor(place) : .detached(place, isUneven: isUneven)
  }

  mutating func appendParagraph(_ bytes: [UInt8]) {
    if paragraphCount > 0 { text.append(0x0a) }
    text += bytes
    paragraphCount += 1
  }

  mutating func endCell() {
    guard let place = current else { return }
    cells[place].text = String(decoding: text, as: UTF8.self)
    current = nil
  }

  /// The grid; `nil` if no row or no cell is left of the table.
  consuming func grid() -> Grid? {
    guard rowCount > 0, columnCount > 0 else { return nil }
    let rows = rowCount
    var kept = cells.filter { ($0.isMerged || !$0.text.isEmpty) && $0.row < rows }
    for index in kept.indices { kept[index].rowSpan = min(kept[index].rowSpan, rows - kept[index].row) }
    return Grid(
      name: name, rowCount: rows, columnCount: columnCount, headerRowCount: headerRowCount, nestedIn: nesting,
      cells: kept)
  }
}
