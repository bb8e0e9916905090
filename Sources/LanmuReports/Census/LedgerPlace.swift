import LanmuAnalysis
import LanmuWorkbook

/// Where things stand on 栏目更新情况, for the formulas of other sheets.
struct LedgerPlace {
  /// The sheet's columns.
  enum Field: Int, CaseIterable {
    case number, channel, first, second, third, columnClass, lead, responsible, cooperating, text, mode, count, unit,
      last
    case title, thisMonth, thisYear, idle, due, over, state, national, remark
    // Helpers, hidden: what the formulas of the row need.
    case fixedState, undatedState, amber, nationalCount, nationalUnit, nationalDue, nationalFixed, nationalUndated,
      isBlank
    case isLongStale, accountable, nationalAmber
    case countedFrom, onHomePage, leads, keeps, helps, branch, branchFault
  }

  static let firstRow = 3
  let columns: [ColumnResult]

  var lastRow: Int { Self.firstRow + max(columns.count, 1) - 1 }

  static func letters(_ field: Field) -> String { CellArea.letters(ofColumn: field.rawValue) }

  /// A cell of the same row, `$N4`.
  static func cell(_ field: Field, row: Int) -> String { "$" + letters(field) + String(row + 1) }

  /// A field's cells over all rows, with the sheet's name.
  func range(_ field: Field) -> String {
    CellArea(rows: Self.firstRow...lastRow, columns: field.rawValue...field.rawValue).reference(
      inSheet: SheetTitle.ledger)
  }
}
