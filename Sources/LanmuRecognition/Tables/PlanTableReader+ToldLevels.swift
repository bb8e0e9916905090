internal import LanmuGrid

/// How many levels more a table has than its header shows, told by single rows whose further cells are gone.
extension PlanTableReader {
  /// How many fields further right than the header lets expect several contents of one row stand, each as many: cells that are
  /// gone, before them or at the row's end, only ever move others to the left. The longest rows need not be longer than the
  /// header for it, since fields behind may be gone.
  func excessTold(_ header: TableHeader) -> Int? {
    guard collected.layout != .boxDrawing else { return nil }
    let rows = collected.rows.prefix(Self.placeSample).map(\.row).filter { $0.filledCount > 1 }
    return (1...Self.mostSpanned).last { excess in
      rows.contains { row in
        let told = stands(row.cells, furtherBy: excess, below: header)
        return told.count > 1 && told.allSatisfy(\.self) && row.cells.first?.label.isEmpty == false
          && hasOnlyEmptyLevels(row.cells, header, excess: excess)
      }
    }
  }

  /// The first cell that demands what the one before it names.
  static func demand(_ cells: [FieldCell]) -> Int? {
    cells.indices.dropFirst().first { MentionHabit.demands(cells[$0].label, cells[$0 - 1].label) }
  }
}
