internal import LanmuContainer
internal import LanmuDiagnostics
internal import LanmuGrid

/// Gathers a worksheet's cells and merged areas for a grid.
struct GridReceiver: CellReceiver {
  private(set) var cells: [Cell] = []
  private(set) var areas: [CellArea] = []
  private var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var unreadableAreas = 0
  private(set) var skippedAreas = 0
  private(set) var textBytes = 0
  private var isInOrder = true
  private let cellLimit: Int
  private let textLimit: Int
  private let limits: ResourceLimits
  private let position: SourcePosition

  /// - Parameters:
  ///   - cellLimit: cells that the document may still have.
  ///   - textLimit: bytes of text that it may still have.
  init(cellLimit: Int, textLimit: Int, limits: ResourceLimits, position: SourcePosition) {
    self.cellLimit = cellLimit
    self.textLimit = textLimit
    self.limits = limits
    self.position = position
  }

  var isFinished: Bool { false }

  mutating func receive(_ text: Span<UInt8>, row: Int, column: Int) throws(LanmuError) {
    guard cells.count < cellLimit else { throw .tooManyCells(at: position, limit: limits.cells) }
    textBytes += text.count
    guard textBytes <= textLimit else { throw .tooMuchText(at: position) }
    if let last = cells.last, (last.row, last.column) >= (row, column) { isInOrder = false }
    cells.append(Cell(row: row, column: column, text: CellValues.checked(text)))
  }

  mutating func receiveHidden(columns: ClosedRange<Int>) {
    // A sheet lists its columns once and in order; ranges that overlap others tell nothing new.
    if hiddenColumns.last.map({ $0.upperBound < columns.lowerBound }) ?? true { hiddenColumns.append(columns) }
  }

  /// Which of so many columns are not shown.
  func hiddenColumns(of count: Int) -> Set<Int> {
    var hidden: Set<Int> = []
    for columns in hiddenColumns where columns.lowerBound < count {
      hidden.formUnion(columns.lowerBound...min(columns.upperBound, count - 1))
    }
    return hidden
  }

  mutating func receive(_ area: CellArea) {
    guard area.last.row < limits.rows, area.last.column < limits.columns else {
      unreadableAreas += 1
      return
    }
    // More areas than a sheet has rows are nobody's layout; and each may add an empty cell.
    guard areas.count < limits.rows, areas.count < cellLimit - cells.count else {
      skippedAreas += 1
      return
    }
    areas.append(area)
  }

  mutating func receiveUnreadableArea() { unreadableAreas += 1 }

  /// The cells in row-major order, one for each place: of several the last counts.
  mutating func takeCells(problems: inout WorksheetProblem.Tally) -> [Cell] {
    var result: [Cell] = []
    swap(&result, &cells)
    guard !isInOrder else { return result }
    let order = result.indices.sorted { left, right in
      (result[left].row, result[left].column, left) < (result[right].row, result[right].column, right)
    }
    var sorted: [Cell] = []
    sorted.reserveCapacity(result.count)
    for index in order {
      let cell = result[index]
      if let last = sorted.last, last.row == cell.row, last.column == cell.column {
        problems.add(.duplicateCell, row: cell.row, column: cell.column)
        sorted[sorted.count - 1] = cell
      } else {
        sorted.append(cell)
      }
    }
    return sorted
  }
}
