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
      let telling = rows.count { row in
        let told = stands(row.cells, furtherBy: excess, below: header)
        return told.count > 1 && told.allSatisfy(\.self) && row.cells.first?.label.isEmpty == false
          && hasOnlyEmptyLevels(row.cells, header, excess: excess)
      }
      // Rows that open branches as wide as the header, and hold all in its fields, are not all of shallow ones.
      return telling > 0 && telling >= rows.count { fits($0, below: header) }
    }
  }

  /// Whether a row has a cell for each of the header's fields and its contents stand in them.
  private func fits(_ row: FieldRow, below header: TableHeader) -> Bool {
    guard row.cells.count == header.fields.count else { return false }
    let told = tellingCells(row.cells, below: header)
    return told.count > 1 && told.allSatisfy { fields, held in fields.contains(where: held.contains) }
  }

  /// The first cell that demands what the one before it names.
  static func demand(_ cells: [FieldCell]) -> Int? {
    cells.indices.dropFirst().first { MentionHabit.demands(cells[$0].label, cells[$0 - 1].label) }
  }
}
