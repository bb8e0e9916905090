import LanmuContainer
import LanmuGrid

/// A table's cells as they stand in the page, and the grid that the standard forms of them.
///
/// The algorithm is that of WHATWG HTML 4.9.12.1, with two departures that browsers make as well or a grid demands: a cell
/// reaches no further down than the rows of its group, and where cells would overlap, the later one is cut back.
struct HTMLTableModel {
  struct Cell {
    var text = ""
    var rowSpan: Int
    var columnSpan: Int
    var isHeader: Bool
  }

  struct RowGroup {
    enum Kind { case head, body, foot }
    var kind: Kind
    var rows: [[Cell]] = []
  }

  var caption = ""
  var groups: [RowGroup] = []
  /// Where the table stands in another: that table's place, and which of its cells, counted in document order.
  var parent: (table: Int, group: Int, row: Int, cell: Int)?

  /// The grid, and for each group, row and cell its anchor; `nil` for a cell for which there was no room.
  struct Formed {
    var grid: Grid
    var anchors: [[[(row: Int, column: Int)?]]]
    /// Whether limits cut something off.
    var isCut: Bool
  }

  func formed(limits: ResourceLimits) -> Formed {
    var former = Former(limits: limits)
    var anchors: [[[(row: Int, column: Int)?]]] = Array(repeating: [], count: groups.count)
    // The feet come last, wherever they stand.
    let order = groups.indices.filter { groups[$0].kind != .foot } + groups.indices.filter { groups[$0].kind == .foot }
    for index in order { anchors[index] = former.add(groups[index]) }
    let grid = Grid(
      name: caption, rowCount: former.rowCount, columnCount: former.columnCount,
      headerRowCount: headerRowCount(order: order, of: former.rowCount), cells: former.cells)
    return Formed(grid: grid, anchors: anchors, isCut: former.isCut)
  }

  /// The rows of a leading `thead`, or the leading rows that hold nothing but `th`.
  private func headerRowCount(order: [Int], of rowCount: Int) -> Int {
    guard let first = order.first else { return 0 }
    if groups[first].kind == .head, !groups[first].rows.isEmpty { return min(groups[first].rows.count, rowCount) }
    let rows = order.flatMap { groups[$0].rows }
    let leading = rows.prefix { !$0.isEmpty && $0.allSatisfy(\.isHeader) }
    return leading.count < rows.count ? leading.count : 0
  }
}

/// Puts cells into places row by row.
private struct Former {
  let limits: ResourceLimits
  var rowCount = 0
  var columnCount = 0
  var cells: [Cell] = []
  var isCut = false
  /// For each grid column, the first row that no cell from above covers.
  private var freeFrom: [Int] = []
  private var covered = 0

  init(limits: ResourceLimits) { self.limits = limits }

  mutating func add(_ group: HTMLTableModel.RowGroup) -> [[(row: Int, column: Int)?]] {
    let groupEnd = min(rowCount + group.rows.count, limits.rows)
    var anchors: [[(row: Int, column: Int)?]] = []
    for row in group.rows {
      guard rowCount < limits.rows else {
        isCut = true
        anchors.append(Array(repeating: nil, count: row.count))
        continue
      }
      anchors.append(add(row, groupEnd: groupEnd))
      rowCount += 1
    }
    // Cells end with their group at the latest, so the next group finds all grid columns free.
    return anchors
  }

  private mutating func add(_ row: [HTMLTableModel.Cell], groupEnd: Int) -> [(row: Int, column: Int)?] {
    var column = 0
    return row.map { cell in
      while column < freeFrom.count, freeFrom[column] > rowCount { column += 1 }
      let rowSpan = cell.rowSpan == 0 ? groupEnd - rowCount : min(cell.rowSpan, groupEnd - rowCount)
      var columnSpan = min(max(1, cell.columnSpan), 1000)
      for further in 1..<max(1, columnSpan)
      where column + further < freeFrom.count && freeFrom[column + further] > rowCount {
        columnSpan = further
        break
      }
      covered += rowSpan * columnSpan
      guard column + columnSpan <= limits.columns, covered <= limits.coveredPlaces, cells.count < limits.cells else {
        isCut = true
        return nil
      }
      while freeFrom.count < column + columnSpan { freeFrom.append(0) }
      for place in column..<column + columnSpan { freeFrom[place] = rowCount + rowSpan }
      columnCount = max(columnCount, column + columnSpan)
      let anchor = (row: rowCount, column: column)
      if !cell.text.isEmpty || rowSpan > 1 || columnSpan > 1 {
        cells.append(
          Cell(row: rowCount, column: column, rowSpan: rowSpan, columnSpan: columnSpan, text: cell.text))
      }
      column += columnSpan
      return anchor
    }
  }
}
