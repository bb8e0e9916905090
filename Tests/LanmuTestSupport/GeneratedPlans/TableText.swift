/// The lines of a drawn table in a dialect of text that knows no merged cells.
struct TableText {
  private struct Row {
    var kind: DrawnTable.RowKind
    var cells: [String]
  }

  private let table: DrawnTable
  private let dialect: TextDialect
  private let severity: Severity
  private var draw: SeededGenerator
  /// What rows lose and where pages end is drawn apart from `draw`, so that the same rows drift whatever else is drawn.
  private var lossDraw: SeededGenerator

  init(_ table: DrawnTable, _ dialect: TextDialect, _ severity: Severity, seed: UInt64) {
    self.table = table
    self.dialect = dialect
    self.severity = severity
    draw = SeededGenerator(seed: seed)
    lossDraw = SeededGenerator(seed: seed ^ 0xBA5E)
  }

  var lines: [String] {
    var copy = self
    return copy.makeLines()
  }

  private mutating func makeLines() -> [String] {
    let header = Array(table.places.indices.prefix(table.headerRowCount))
    let body = Array(table.places.indices.dropFirst(table.headerRowCount))
    guard dialect.hasPages else {
      var rows = header.map { row($0) }
      for index in body {
        var row = row(index)
        if dialect == .delimitedDrifted, row.kind == .entry, draw.happens(severity.driftedRows) { drift(&row.cells) }
        rows.append(row)
      }
      return rows.enumerated().flatMap { lines(of: $0.element.cells, isFirst: $0.offset == 0) }
    }
    return pageLines(header: header, body: body)
  }

  // MARK: - Rows

  private mutating func row(_ index: Int) -> Row {
    let keepsCovered = !dialect.losesCells || table.kinds[index] == .entry && keepsCells()
    let cells = (0..<table.width).compactMap { column -> String? in
      let text = table.places[index][column].text
      if !table.starts(index, column) { return keepsCovered ? "" : nil }
      return dialect == .droppedBlanks && text.isEmpty ? nil : text
    }
    return Row(kind: table.kinds[index], cells: cells)
  }

  private mutating func keepsCells() -> Bool { severity.lostRows < 1 && !lossDraw.happens(severity.lostRows) }

  private mutating func drift(_ cells: inout [String]) {
    if cells.first == "", draw.happens(0.5) {
      cells.append(cells.removeFirst())
    } else if draw.happens(0.5) {
      cells.insert("", at: 0)
    } else {
      while cells.last == "" { cells.removeLast() }
    }
  }

  // MARK: - Pages

  private mutating func pageLines(header: [Int], body: [Int]) -> [String] {
    var lines: [String] = []
    let size = Int.random(in: 7...14, using: &lossDraw)
    let repeatsLabels = lossDraw.happens(0.6)
    let pages = stride(from: 0, to: body.count, by: size).map { Array(body[$0..<min($0 + size, body.count)]) }
    for (number, page) in pages.enumerated() {
      if number > 0 { lines += ["— \(number) —", ""] }
      var rows = header.map { row($0) }
      if number > 0, lossDraw.happens(0.3), let last = rows.indices.last {
        rows[last].cells = rows[last].cells.map { lossDraw.happens(0.2) ? Self.reworded($0) : $0 }
      }
      let entries = page.map { row($0) }
      rows += number > 0 && repeatsLabels ? rewritten(entries, of: page) : entries
      if dialect == .pagesDrifted, lossDraw.happens(severity.driftedPages) { driftPage(&rows) }
      lines += rows.flatMap { self.lines(of: $0.cells, isFirst: false) }
    }
    return lines
  }

  /// A page's rows, the first with the labels that go on from the page before.
  private func rewritten(_ rows: [Row], of page: [Int]) -> [Row] {
    guard let first = page.first, table.kinds[first] == .entry else { return rows }
    var rows = rows
    for column in 0..<table.width where table.labelColumns.contains(column) && table.places[first][column].row < first {
      rows[0].cells[column] = table.places[first][column].text
    }
    return rows
  }

  /// A header's label as another page spells it.
  private static func reworded(_ label: String) -> String {
    label.count == 2 ? label.map(String.init).joined(separator: " ") : label
  }

  /// Lets all entries of a page slip: leading empty fields moved to the end, or one came in at the start.
  private mutating func driftPage(_ rows: inout [Row]) {
    let losesStart = lossDraw.happens(0.7)
    for index in rows.indices where rows[index].kind == .entry {
      if losesStart {
        let empty = rows[index].cells.prefix { $0.isEmpty }.count
        rows[index].cells.removeFirst(empty)
        rows[index].cells += Array(repeating: "", count: empty)
      } else {
        rows[index].cells.insert("", at: 0)
        if rows[index].cells.last == "" { rows[index].cells.removeLast() }
      }
    }
  }

  // MARK: - Lines

  private mutating func lines(of cells: [String], isFirst: Bool) -> [String] {
    let width = table.width
    let flat = cells.map { $0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ") }
    switch dialect {
    case .delimited, .delimitedShort, .delimitedDrifted, .pages, .pagesDrifted: return [flat.joined(separator: "\t")]
    case .markup: return [cells.map { markedUp($0) }.joined(separator: "\t")]
    case .commas: return [cells.map { Self.quoted($0, ",") }.joined(separator: ",")]
    case .semicolons: return [cells.map { Self.quoted($0, ";") }.joined(separator: ";")]
    case .bars: return [flat.joined(separator: "|")]
    case .markdown:
      let rule = "|" + String(repeating: " --- |", count: width)
      let line = "| " + cells.map { $0.replacing("\n", with: "<br>") }.joined(separator: " | ") + " |"
      guard isFirst else { return [line] }
      // A table without a header has an empty one.
      return table.headerRowCount > 0 ? [line, rule] : ["|" + String(repeating: "  |", count: width), rule, line]
    case .indented, .indentedShort: return cells.map { "\t" + $0 } + [""]
    case .dropped, .droppedBlanks:
      return [flat.joined(separator: " | ") + " " + String(repeating: "|", count: max(1, width - cells.count + 1))]
    case .cellPerLine: return cells.map { $0.isEmpty ? "|" : $0 + " |" } + [""]
    case .barPerLine: return cells.flatMap { $0.isEmpty ? ["|"] : [$0, "|"] } + [""]
    case .boxed: return []
    }
  }

  private static func quoted(_ text: String, _ delimiter: Character) -> String {
    guard text.contains(where: { $0 == delimiter || $0 == "\"" || $0 == "\n" }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private mutating func markedUp(_ text: String) -> String {
    guard !text.isEmpty else { return lossDraw.happens(0.1) ? "<br>" : "" }
    let paragraphs = text.split(separator: "\n")
    if paragraphs.count > 1, lossDraw.happens(0.3) {
      return "<ol>" + paragraphs.map { "<li>\($0)</li>" }.joined() + "</ol>"
    }
    if paragraphs.count > 1, lossDraw.happens(0.5) { return paragraphs.joined(separator: "<br>") }
    if paragraphs.count > 1 || lossDraw.happens(0.2) { return paragraphs.map { "<p>\($0)</p>" }.joined() }
    return lossDraw.happens(0.03) ? "[bookmark: _Toc\(lossDraw.next() % 1000)]" + text : text
  }
}
