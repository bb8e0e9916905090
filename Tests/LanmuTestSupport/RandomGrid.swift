package import LanmuGrid

extension Grid {
  /// A grid of up to 9 × 7 places with random spans, the same for every seed.
  ///
  /// Each row and each column begins some cell, as in tables that somebody has drawn; every cell has a text.
  package static func random(seed: UInt64) -> Grid {
    var generator = SeededGenerator(seed: seed)
    let rows = Int.random(in: 1...9, using: &generator)
    let columns = Int.random(in: 1...7, using: &generator)
    let likelihood: Double = [0, 0.15, 0.3].randomElement(using: &generator) ?? 0
    var covered = Array(repeating: Array(repeating: false, count: columns), count: rows)
    var cells: [Cell] = []
    for row in 0..<rows {
      for column in 0..<columns where !covered[row][column] {
        // Neither the first column nor the first row grows along the other, so that no row and no column is superfluous.
        var width = 1
        while row > 0, column + width < columns, !covered[row][column + width], generator.happens(likelihood) {
          width += 1
        }
        var height = 1
        while column > 0, row + height < rows, generator.happens(likelihood) { height += 1 }
        for y in row..<row + height {
          for x in column..<column + width { covered[y][x] = true }
        }
        let text = ["栏目", "更新", "A&B<C", "一\n二", "★ 甲", "“引”"].randomElement(using: &generator) ?? ""
        cells.append(
          Cell(row: row, column: column, rowSpan: height, columnSpan: width, text: "\(text)\(row).\(column)"))
      }
    }
    return Grid(rowCount: rows, columnCount: columns, cells: cells)
  }

  /// For each row the cells that cross it, from left to right.
  package var crossings: [[Cell]] {
    (0..<rowCount).map { row in
      cells.filter { $0.row <= row && row < $0.row + $0.rowSpan }.sorted { $0.column < $1.column }
    }
  }
}
