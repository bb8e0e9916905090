internal import LanmuGrid

/// Lays merged areas over a sheet's cells, so that no place is covered twice.
///
/// Areas and cells are swept together from the top: for each grid column it is known down to which row the last area covers
/// it. The cost is the sum of the areas' widths, whatever their heights.
struct MergedAreas {
  /// Places that the areas cover together.
  private(set) var placeCount = 0
  private var areas: [CellArea] = []

  /// - Parameters:
  ///   - areas: as they stand in the document.
  ///   - placeLimit: places that they may cover together.
  init(_ areas: [CellArea], placeLimit: Int, problems: inout WorksheetProblem.Tally) {
    let order = areas.indices.sorted { left, right in
      let first = areas[left].first
      let second = areas[right].first
      return (first.row, first.column, left) < (second.row, second.column, right)
    }
    var coveredUntil: [Int] = []
    for index in order {
      let area = areas[index]
      if area.rowSpan == 1, area.columnSpan == 1 { continue }
      let places = area.rowSpan * area.columnSpan
      guard places <= placeLimit - placeCount else {
        problems.add(.mergeTooLarge, row: area.first.row, column: area.first.column)
        continue
      }
      if coveredUntil.count <= area.last.column {
        coveredUntil += repeatElement(-1, count: area.last.column + 1 - coveredUntil.count)
      }
      let columns = area.first.column...area.last.column
      guard columns.allSatisfy({ coveredUntil[$0] < area.first.row }) else {
        problems.add(.mergesOverlap, row: area.first.row, column: area.first.column)
        continue
      }
      for column in columns { coveredUntil[column] = area.last.row }
      self.areas.append(area)
      placeCount += places
    }
  }

  var rowCount: Int { areas.reduce(0) { max($0, $1.last.row + 1) } }
  var columnCount: Int { areas.reduce(0) { max($0, $1.last.column + 1) } }

  /// The cells with their spans; cells that an area covers are dropped, and areas without a cell get an empty one.
  ///
  /// - Parameter cells: in row-major order, one for each place, all unmerged.
  func applied(to cells: [Cell], problems: inout WorksheetProblem.Tally) -> [Cell] {
    guard !areas.isEmpty else { return cells }
    var result: [Cell] = []
    result.reserveCapacity(cells.count + areas.count)
    var coveredUntil = [Int](repeating: -1, count: columnCount)
    var next = 0
    func begin(_ area: CellArea, text: String) {
      result.append(
        Cell(
          row: area.first.row, column: area.first.column, rowSpan: area.rowSpan, columnSpan: area.columnSpan, text: text
        ))
      for column in area.first.column...area.last.column { coveredUntil[column] = area.last.row }
    }
    for cell in cells {
      let place = (cell.row, cell.column)
      while next < areas.count, (areas[next].first.row, areas[next].first.column) < place {
        begin(areas[next], text: "")
        next += 1
      }
      if next < areas.count, (areas[next].first.row, areas[next].first.column) == place {
        begin(areas[next], text: cell.text)
        next += 1
      } else if cell.column < coveredUntil.count, coveredUntil[cell.column] >= cell.row {
        problems.add(.coveredText, row: cell.row, column: cell.column)
      } else {
        result.append(cell)
      }
    }
    for area in areas[next...] { begin(area, text: "") }
    return result
  }
}
