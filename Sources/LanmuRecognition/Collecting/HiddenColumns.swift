internal import LanmuDiagnostics
internal import LanmuGrid

/// Columns of a worksheet that are not shown: keys, lists to choose from, what an earlier year said. Whoever reads the sheet
/// does not see them, and they are no part of the plan, unless nothing that is shown is one.
enum HiddenColumns {
  /// The table as it is shown, with its columns where they were.
  static func left(outOf grid: Grid) -> Grid {
    guard !grid.hiddenColumns.isEmpty else { return grid }
    var shown = grid
    shown.cells.removeAll { isHidden($0, in: grid) }
    return shown
  }

  /// Whether such columns hold anything.
  static func hold(textIn grid: Grid) -> Bool {
    !grid.hiddenColumns.isEmpty && !filled(in: grid).isEmpty
  }

  private static func filled(in grid: Grid) -> [Cell] {
    grid.cells.filter { !$0.text.isEmpty && isHidden($0, in: grid) }
  }

  /// A merged cell is shown if any of its columns is.
  private static func isHidden(_ cell: Cell, in grid: Grid) -> Bool {
    (cell.column..<cell.column + cell.columnSpan).allSatisfy(grid.hiddenColumns.contains)
  }

  /// A warning if they hold what is surely the label of a plan's field, such as that of units.
  static func diagnostic(of grid: Grid, at table: Int) -> Diagnostic {
    let namesField = filled(in: grid).contains { cell in
      HeaderLexicon.match(CellText.label(cell.text)).map { match in
        match.strength == 1 && ![.number, .other, .remarks].contains(match.meaning)
      } ?? false
    }
    return Diagnostic(
      namesField ? .warning : .note, code: "column.hidden",
      message: Message(
        zh: "工作表“\(grid.name)”中隐藏的列未读", en: "the hidden columns of the worksheet “\(grid.name)” were not read"),
      position: SourcePosition(sheet: grid.name, table: table, column: filled(in: grid).map(\.column).min()))
  }
}
