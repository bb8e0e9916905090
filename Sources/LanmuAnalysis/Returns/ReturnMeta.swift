internal import LanmuGrid

/// What the hidden sheet of a returned workbook says.
struct ReturnMeta: Sendable {
  struct Row: Sendable, Hashable {
    var entry: String
    var number: String
    var path: String
    var unit: String
    var sheet: String
  }

  var isIndex = false
  var month: CivilMonth?
  var fingerprint = ""
  /// In the sheet's order, with the name of the unit's sheet.
  var units: [(unit: String, sheet: String)] = []
  var rows: [Row] = []

  /// The first hidden sheet among the grids of a workbook; `nil` if it was removed or never was.
  init?(_ grids: [Grid]) {
    for grid in grids {
      guard let head = grid.cells.first(where: { $0.row == 0 && $0.column == 0 })?.text else { continue }
      guard head == TaskSheetMarks.sheetHead || head == TaskSheetMarks.indexHead else { continue }
      isIndex = head == TaskSheetMarks.indexHead
      read(grid)
      return
    }
    return nil
  }

  private mutating func read(_ grid: Grid) {
    var lines: [Int: [Int: String]] = [:]
    for cell in grid.cells { lines[cell.row, default: [:]][cell.column] = cell.text }
    for (_, line) in lines.sorted(by: { $0.key < $1.key }) {
      func text(_ column: Int) -> String { line[column] ?? "" }
      switch text(0) {
      case "month": month = CivilMonth(parsing: text(1))
      case "fingerprint": fingerprint = text(1)
      case "unit": units.append((text(1), text(2)))
      case "row": rows.append(Row(entry: text(1), number: text(2), path: text(3), unit: text(4), sheet: text(5)))
      default: break
      }
    }
  }
}
