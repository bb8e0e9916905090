import LanmuDiagnostics
package import LanmuGrid

/// A grid drawn with box characters, merged areas open inside, texts wrapped for the width of their characters.
package struct GridDrawing {
  /// Display columns that one grid column takes at most; longer texts are wrapped.
  private static let widestColumn = 26

  private let grid: Grid
  /// For each row and column the place of its cell in `grid.cells`, or a number below 0 of its own for an empty place.
  private let owners: [[Int]]
  private let widths: [Int]
  private var heights: [Int]
  private var wrapped: [[String]]

  package init(_ grid: Grid) {
    self.grid = grid
    var owners = (0..<grid.rowCount).map { row in
      (0..<grid.columnCount).map { column in -1 - row * grid.columnCount - column }
    }
    for (index, cell) in grid.cells.enumerated() {
      for row in cell.row..<cell.row + cell.rowSpan {
        for column in cell.column..<cell.column + cell.columnSpan { owners[row][column] = index }
      }
    }
    self.owners = owners
    var widths = [Int](repeating: 2, count: grid.columnCount)
    for cell in grid.cells where cell.columnSpan == 1 {
      let longest = cell.text.split(separator: "\n").map(\.displayWidth).max() ?? 0
      widths[cell.column] = max(widths[cell.column], min(longest, Self.widestColumn))
    }
    self.widths = widths
    wrapped = []
    heights = [Int](repeating: 1, count: grid.rowCount)
    wrapped = grid.cells.map { cell in
      Self.wrap(cell.text, width: Self.width(of: cell.column..<cell.column + cell.columnSpan, in: widths))
    }
    for (cell, lines) in zip(grid.cells, wrapped) where cell.rowSpan == 1 {
      heights[cell.row] = max(heights[cell.row], lines.count)
    }
    for (cell, lines) in zip(grid.cells, wrapped) where cell.rowSpan > 1 {
      // The rules that a merged cell runs over hold a line of its text each.
      let room = heights[cell.row..<cell.row + cell.rowSpan].reduce(cell.rowSpan - 1, +)
      if lines.count > room { heights[cell.row + cell.rowSpan - 1] += lines.count - room }
    }
  }

  package var text: String {
    guard grid.rowCount > 0, grid.columnCount > 0 else { return "" }
    var text = ""
    /// How many lines of each cell's area have been drawn.
    var drawn = [Int](repeating: 0, count: grid.cells.count)
    for row in 0..<grid.rowCount {
      text += ruleAbove(row, drawn: &drawn) + "\n"
      for _ in 0..<heights[row] { text += line(in: row, drawn: &drawn) + "\n" }
    }
    return text + ruleAbove(grid.rowCount, drawn: &drawn) + "\n"
  }

  private func line(in row: Int, drawn: inout [Int]) -> String {
    var text = ""
    var column = 0
    while column < grid.columnCount {
      let end = endOfCell(row, column)
      text += "│ " + nextLine(of: owners[row][column], over: column..<end, drawn: &drawn) + " "
      column = end
    }
    return text + "│"
  }

  private func ruleAbove(_ row: Int, drawn: inout [Int]) -> String {
    var text = ""
    var column = 0
    while column < grid.columnCount {
      text += junction(row, column)
      if isOpen(row, column) {
        let end = endOfCell(row, column)
        text += " " + nextLine(of: owners[row][column], over: column..<end, drawn: &drawn) + " "
        column = end
      } else {
        text += String(repeating: "─", count: widths[column] + 2)
        column += 1
      }
    }
    return text + junction(row, grid.columnCount)
  }

  private func nextLine(of owner: Int, over columns: Range<Int>, drawn: inout [Int]) -> String {
    let width = Self.width(of: columns, in: widths)
    guard owner >= 0 else { return String(repeating: " ", count: width) }
    let lines = wrapped[owner]
    let index = drawn[owner]
    drawn[owner] += 1
    return (index < lines.count ? lines[index] : "").padded(toDisplayWidth: width)
  }

  private func endOfCell(_ row: Int, _ column: Int) -> Int {
    var end = column + 1
    while end < grid.columnCount, owners[row][end] == owners[row][column] { end += 1 }
    return end
  }

  /// Whether one cell covers the place above the rule over `row` and the place below it.
  private func isOpen(_ row: Int, _ column: Int) -> Bool {
    row > 0 && row < grid.rowCount && owners[row - 1][column] == owners[row][column]
  }

  /// The character where the rule above `row` meets the line left of `column`.
  private func junction(_ row: Int, _ column: Int) -> String {
    let left = column > 0 && !isOpen(row, column - 1)
    let right = column < grid.columnCount && !isOpen(row, column)
    let up = row > 0 && isWall(row - 1, column)
    let down = row < grid.rowCount && isWall(row, column)
    return switch (left, right, up, down) {
    case (true, true, true, true): "┼"
    case (true, true, true, false): "┴"
    case (true, true, false, true): "┬"
    case (true, true, false, false): "─"
    case (false, true, true, true): "├"
    case (false, true, true, false): "└"
    case (false, true, false, _): "┌"
    case (true, false, true, true): "┤"
    case (true, false, true, false): "┘"
    case (true, false, false, _): "┐"
    case (false, false, _, _): "│"
    }
  }

  private func isWall(_ row: Int, _ column: Int) -> Bool {
    column == 0 || column == grid.columnCount || owners[row][column - 1] != owners[row][column]
  }

  private static func width(of columns: Range<Int>, in widths: [Int]) -> Int {
    widths[columns].reduce(3 * (columns.count - 1), +)
  }

  private static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var used = 0
      for character in paragraph {
        let needed = String(character).displayWidth
        if used + needed > width, !line.isEmpty {
          lines.append(line)
          line = ""
          used = 0
        }
        line.append(character == "\t" ? " " : character)
        used += character == "\t" ? 1 : needed
      }
      lines.append(line)
    }
    return lines
  }
}
