/// A drawn table as lines of box characters, whose rules show the merged cells.
struct BoxDrawing {
  private let table: DrawnTable
  private let widths: [Int]

  /// - Parameter greatestWidth: how many columns of a terminal a cell takes at most before its text is broken.
  init(_ table: DrawnTable, greatestWidth: Int?) {
    self.table = table
    widths = (0..<table.width).map { column in
      let longest = table.places.reduce(0) { longest, row in max(longest, row[column].text.count) }
      return min(max(longest, 1) * 2, greatestWidth ?? .max)
    }
  }

  var lines: [String] {
    var lines: [String] = []
    for row in table.places.indices {
      lines.append(rule(above: row))
      lines += body(of: row)
    }
    return lines + [rule(above: table.places.count)]
  }

  /// Whether a vertical stroke stands left of a column in a row.
  private func isParted(_ row: Int, _ column: Int) -> Bool {
    table.places.indices.contains(row) && table.places[row][column].column == column
  }

  private func isRuled(above row: Int, _ column: Int) -> Bool {
    row == table.places.count || table.places[row][column].row == row
  }

  private func rule(above row: Int) -> String {
    let isTop = row == 0
    let isBottom = row == table.places.count
    var line = isTop ? "┌" : isBottom ? "└" : "├"
    for column in 0..<table.width {
      let isDrawn = isRuled(above: row, column)
      if column > 0 {
        switch (isParted(row - 1, column), isParted(row, column)) {
        case (true, true): line += "┼"
        case (true, false): line += "┴"
        case (false, true): line += "┬"
        case (false, false): line += isDrawn ? "─" : " "
        }
      }
      line += String(repeating: isDrawn ? "─" : " ", count: widths[column])
    }
    return line + (isTop ? "┐" : isBottom ? "┘" : "┤")
  }

  private func body(of row: Int) -> [String] {
    let starts = (0..<table.width).filter { isParted(row, $0) }
    let ends = Array(starts.dropFirst()) + [table.width]
    let cells = zip(starts, ends).map { start, end in
      let width = widths[start..<end].reduce(0, +) + end - start - 1
      return (width, table.starts(row, start) ? Self.broken(table.places[row][start].text, width) : [])
    }
    let height = max(1, cells.map(\.1.count).max() ?? 1)
    return (0..<height).map { line in
      "│"
        + cells.map { width, texts in
          let text = line < texts.count ? texts[line] : ""
          return text + String(repeating: " ", count: max(0, width - Self.columns(text)))
        }.joined(separator: "│") + "│"
    }
  }

  /// A text in lines that fit a width.
  private static func broken(_ text: String, _ width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph -> [String] in
      var lines = [""]
      for letter in paragraph {
        if columns(lines[lines.count - 1] + String(letter)) > width { lines.append("") }
        lines[lines.count - 1].append(letter)
      }
      return lines
    }
  }

  /// How many columns of a terminal a text takes.
  private static func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
}
