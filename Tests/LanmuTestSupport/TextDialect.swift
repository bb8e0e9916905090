/// A way in which a plan's table reaches people as text, and what it loses on the way.
package enum TextDialect: String, Sendable, CaseIterable {
  /// Fields between tabs; merged cells are empty fields.
  case delimited = "tabs"
  /// Fields between tabs; merged cells are gone.
  case delimitedShort = "tabs, short"
  /// Fields between tabs; merged cells are empty, and some rows have slipped by a field.
  case delimitedDrifted = "tabs, drifted"
  /// Each cell on a line that starts with a tab; merged cells are empty.
  case indented = "indented"
  /// Each cell on a line that starts with a tab; merged cells are gone.
  case indentedShort = "indented, short"
  /// Merged cells are gone, and rows are padded at their end.
  case dropped = "dropped"
  /// Merged and empty cells are gone, and rows are padded at their end.
  case droppedBlanks = "dropped, no blanks"
  /// Each cell on a line of its own; merged cells are empty.
  case cellPerLine = "cell a line"
  /// A drawn table, in which rules show the merged cells.
  case boxed = "boxes"

  /// Whether merged cells cannot be told from empty ones.
  package var hidesBlanks: Bool { self != .boxed }

  /// Whether merged cells are gone, so that rows are shorter than the table.
  package var losesCells: Bool { [.delimitedShort, .indentedShort, .dropped, .droppedBlanks].contains(self) }

  fileprivate var keepsMerged: Bool { !losesCells }
}

extension GeneratedPlan {
  /// The plan as text, its table in a dialect.
  package func text(_ dialect: TextDialect) -> String {
    var generator = SeededGenerator(seed: UInt64(rows.count) &* 7919)
    var lines = ["附件1", title, ""]
    if dialect == .boxed { return (lines + boxLines()).joined(separator: "\n") + "\n" }
    var table = [header]
    for index in rows.indices {
      var cells = cells(of: index, dialect)
      if dialect == .delimitedDrifted, generator.happens(0.12) { drift(&cells, &generator) }
      table.append(cells)
    }
    for cells in table { lines += Self.lines(of: cells, width: header.count, dialect) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func cells(of index: Int, _ dialect: TextDialect) -> [String] {
    places[index].compactMap { place in
      if place.anchor != index { return dialect.keepsMerged ? "" : nil }
      return dialect == .droppedBlanks && place.text.isEmpty ? nil : place.text
    }
  }

  private func drift(_ cells: inout [String], _ generator: inout SeededGenerator) {
    if cells.first == "", generator.happens(0.5) {
      cells.append(cells.removeFirst())
    } else if generator.happens(0.5) {
      cells.insert("", at: 0)
    } else {
      while cells.last == "" { cells.removeLast() }
    }
  }

  private static func lines(of cells: [String], width: Int, _ dialect: TextDialect) -> [String] {
    switch dialect {
    case .delimited, .delimitedShort, .delimitedDrifted: [cells.joined(separator: "\t")]
    case .indented, .indentedShort: cells.map { "\t" + $0 } + [""]
    case .dropped, .droppedBlanks:
      [cells.joined(separator: " | ") + " " + String(repeating: "|", count: max(1, width - cells.count + 1))]
    case .cellPerLine: cells.map { $0.isEmpty ? "|" : $0 + " |" } + [""]
    case .boxed: []
    }
  }

  // MARK: - Boxes

  private func boxLines() -> [String] {
    let widths = header.indices.map { place in
      places.reduce(header[place].count) { max($0, $1[place].text.count) } * 2
    }
    func rule(_ left: String, _ cross: String, _ right: String, isDrawn: (Int) -> Bool) -> String {
      left
        + widths.indices.map { String(repeating: isDrawn($0) ? "─" : " ", count: widths[$0]) }.joined(separator: cross)
        + right
    }
    func body(_ texts: [String]) -> String {
      "│"
        + zip(texts, widths).map { text, width in
          text + String(repeating: " ", count: max(0, width - Self.columns(text)))
        }.joined(separator: "│") + "│"
    }
    var lines = [rule("┌", "┬", "┐") { _ in true }, body(header)]
    for (index, row) in places.enumerated() {
      lines.append(rule("├", "┼", "┤") { row[$0].anchor == index })
      lines.append(body(row.map { $0.anchor == index ? $0.text : "" }))
    }
    return lines + [rule("└", "┴", "┘") { _ in true }]
  }

  /// How many columns of a terminal a text takes.
  private static func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
}
