internal import LanmuGrid

/// What the hidden sheets of a returned workbook say.
struct ReturnMeta: Sendable {
  struct Row: Sendable, Hashable {
    var entry: String
    var number: String
    var path: String
  }

  private(set) var isIndex = false
  /// The form of the hidden sheet; that of the oldest ones where it does not say.
  private(set) var version = 1
  private(set) var month: CivilMonth?
  private(set) var fingerprint = ""
  /// In the sheet's order, with the name of the unit's sheet.
  private(set) var units: [(unit: String, sheet: String)] = []
  private(set) var design = TaskSheetDesign()
  private var rowsByUnit: [String: [Row]] = [:]
  /// The rows of all units, each entry once.
  private var rowsByEntry: [String: Row] = [:]

  /// The first hidden sheet among the grids of a workbook; `nil` if it was removed or never was.
  init?(_ grids: [Grid]) {
    var isFound = false
    for grid in grids {
      guard let head = grid.cells.first(where: { $0.row == 0 && $0.column == 0 })?.text else { continue }
      switch head {
      case TaskSheetMarks.designHead:
        design = TaskSheetDesign(lines: grid.cells.filter { $0.row > 0 }.map(\.text))
      case TaskSheetMarks.sheetHead, TaskSheetMarks.indexHead:
        guard !isFound else { continue }
        isFound = true
        isIndex = head == TaskSheetMarks.indexHead
        read(grid)
      default: continue
      }
    }
    guard isFound || !design.isEmpty else { return nil }
  }

  /// The tasks that a unit was sent; of all units for an empty name.
  func rows(of unit: String) -> [Row] { unit.isEmpty ? Array(rowsByEntry.values) : rowsByUnit[unit] ?? [] }

  /// Whether a later version of the program made the workbook, in a form that this one does not know.
  var isOfLaterForm: Bool { version > TaskSheetMarks.version }

  func row(of entry: String) -> Row? { rowsByEntry[entry] }

  private mutating func read(_ grid: Grid) {
    var lines: [Int: [Int: String]] = [:]
    for cell in grid.cells { lines[cell.row, default: [:]][cell.column] = cell.text }
    version = lines[0]?[1].flatMap { Int(TypedText.folded($0)) } ?? version
    for (_, line) in lines.sorted(by: { $0.key < $1.key }) {
      func text(_ column: Int) -> String { line[column] ?? "" }
      switch text(0) {
      case "month": month = CivilMonth(parsing: text(1))
      case "fingerprint": fingerprint = text(1)
      case "unit": units.append((text(1), text(2)))
      case "row":
        let row = Row(entry: text(1), number: text(2), path: text(3))
        rowsByEntry[row.entry] = row
        rowsByUnit[text(4), default: []].append(row)
      case "entry": rowsByEntry[text(1)] = Row(entry: text(1), number: text(2), path: text(3))
      case "entries":
        for line in text(1).split(separator: "\n") {
          let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
          guard parts.count == 3 else { continue }
          rowsByEntry[parts[0]] = Row(entry: parts[0], number: parts[1], path: parts[2])
        }
      case "tasks":
        let entries = text(2).split(separator: " ").map(String.init)
        rowsByUnit[text(1), default: []] += entries.compactMap { rowsByEntry[$0] }
      default: break
      }
    }
  }
}
