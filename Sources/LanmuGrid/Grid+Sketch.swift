extension Grid {
  /// A grid drawn as text, for tests: one line a row, fields between `|`; `^` is covered from above, `<` from the left.
  ///
  /// White space around fields is trimmed, and `\n` in a text is written `⏎`. Every place is drawn; empty ones stay empty.
  package init(sketch: String, layout: Layout = .spanned, headerRowCount: Int = 0, name: String = "") {
    let rows = sketch.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { field in
        String(field).trimmingSpaces().replacing("⏎", with: "\n")
      }
    }
    let width = rows.map(\.count).max() ?? 0
    func covered(_ row: Int, _ column: Int, by mark: String) -> Bool {
      row < rows.count && column < rows[row].count && rows[row][column] == mark
    }
    var cells: [Cell] = []
    for (row, fields) in rows.enumerated() {
      for (column, field) in fields.enumerated() where field != "^" && field != "<" {
        var columnSpan = 1
        while covered(row, column + columnSpan, by: "<") { columnSpan += 1 }
        var rowSpan = 1
        while covered(row + rowSpan, column, by: "^") { rowSpan += 1 }
        if field.isEmpty && rowSpan == 1 && columnSpan == 1 && layout.keepsSpans { continue }
        cells.append(Cell(row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan, text: field))
      }
    }
    self.init(
      name: name, rowCount: rows.count, columnCount: width, headerRowCount: headerRowCount, layout: layout, cells: cells
    )
  }

  /// This grid drawn as a sketch that `init(sketch:)` reads back.
  package var sketch: String {
    var places = Array(repeating: Array(repeating: "", count: columnCount), count: rowCount)
    for cell in cells {
      for row in cell.row..<cell.row + cell.rowSpan {
        for column in cell.column..<cell.column + cell.columnSpan {
          places[row][column] = column > cell.column ? "<" : row > cell.row ? "^" : cell.text.replacing("\n", with: "⏎")
        }
      }
    }
    return places.map { $0.joined(separator: " | ").trimmingSpaces(leading: false) }.joined(separator: "\n")
  }
}

extension String {
  fileprivate func trimmingSpaces(leading: Bool = true) -> String {
    var text = self[...]
    while leading, text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
