import LanmuGrid

/// Makes a grid with spans of a drawn table: a cell reaches as far as no line bounds it.
struct BoxTable {
  private let canvas: BoxCanvas
  /// The lines that part rows, as places in the canvas; a virtual one for the ends of a table without border.
  private var bands: [Range<Int>] = []
  /// For each rule between two bands and each grid column, whether the rule runs there.
  private var rules: [[Bool]] = []
  private var headerBandCount = 0

  init(_ canvas: BoxCanvas) {
    self.canvas = canvas
    collectBands()
    splitUnruledRows()
  }

  private var columnCount: Int { canvas.uprights.count - 1 }

  /// `nil` if the drawing has no text between bars.
  func grid() -> Grid? {
    guard !bands.isEmpty, columnCount >= 1 else { return nil }
    let hasBars = bands.contains { band in canvas.lines[band].contains { line in line.bars.contains { $0 != nil } } }
    guard hasBars else { return nil }
    var taken = Array(repeating: Array(repeating: false, count: columnCount), count: bands.count)
    var cells: [Cell] = []
    for row in bands.indices {
      for column in 0..<columnCount where !taken[row][column] {
        var columnSpan = 1
        while column + columnSpan < columnCount, !taken[row][column + columnSpan],
          !isBarred(band: row, upright: column + columnSpan)
        {
          columnSpan += 1
        }
        let columns = column..<column + columnSpan
        var rowSpan = 1
        while row + rowSpan < bands.count,
          columns.allSatisfy({ !rules[row + rowSpan - 1][$0] && !taken[row + rowSpan][$0] })
        {
          rowSpan += 1
        }
        for below in row..<row + rowSpan { for place in columns { taken[below][place] = true } }
        let (text, line) = content(rows: row..<row + rowSpan, columns: columns)
        if text.isEmpty, rowSpan == 1, columnSpan == 1 { continue }
        cells.append(
          Cell(row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan, text: text, line: line))
      }
    }
    guard cells.contains(where: { !$0.text.isEmpty }) else { return nil }
    return Grid(
      rowCount: bands.count, columnCount: columnCount, headerRowCount: headerBandCount, layout: .boxDrawing,
      cells: cells)
  }

  /// Whether an upright stands on most lines of a band.
  private func isBarred(band: Int, upright: Int) -> Bool {
    let lines = canvas.lines[bands[band]]
    return lines.count { $0.bars[upright] != nil } * 2 > lines.count
  }

  /// The text between uprights, line by line, those included on which a rule runs beside a merged cell. Below a cell's first
  /// row, some programs draw the uprights that it runs across: these bars are no text.
  private func content(rows: Range<Int>, columns: Range<Int>) -> (String, Int?) {
    var parts: [String] = []
    var first: Int?
    let start = bands[rows.lowerBound].lowerBound
    let end = bands[rows.upperBound - 1].upperBound
    for (order, line) in zip(start..<end, canvas.lines[start..<end]) {
      let from =
        line.bars[columns.lowerBound].map { $0 + 1 } ?? index(in: line, atOrBehind: canvas.uprights[columns.lowerBound])
      let to = line.bars[columns.upperBound] ?? index(in: line, atOrBehind: canvas.uprights[columns.upperBound])
      guard from < to else { continue }
      let drawn = order >= bands[rows.lowerBound].upperBound ? line.bars[columns].compactMap(\.self) : []
      var scalars = (from..<to).filter { !drawn.contains($0) }.map { line.characters[$0].scalar }[...]
      while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
      while let head = scalars.first, head.properties.isWhitespace { scalars.removeFirst() }
      guard !scalars.isEmpty else { continue }
      if first == nil { first = line.number }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      parts.append(String(text))
    }
    return (parts.joined(separator: "\n"), first ?? (canvas.lines[start].number))
  }

  private func index(in line: BoxCanvas.Line, atOrBehind place: Int) -> Int {
    var low = 0
    var high = line.characters.count
    while low < high {
      let middle = (low + high) / 2
      if line.characters[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Bands of text lines between the lines that hold a rule; rules next to each other count as one.
  private mutating func collectBands() {
    var start: Int?
    var pending = Array(repeating: false, count: columnCount)
    var hasDouble = false
    for (index, line) in canvas.lines.enumerated() {
      if line.hasRule {
        if let from = start {
          bands.append(from..<index)
          start = nil
          pending = Array(repeating: false, count: columnCount)
          hasDouble = false
        }
        for column in ruledColumns(of: line) { pending[column] = true }
        if line.characters.contains(where: { $0.scalar == "═" || $0.scalar == "=" }) { hasDouble = true }
      } else if start == nil {
        start = index
        if !bands.isEmpty {
          rules.append(pending)
          if hasDouble, headerBandCount == 0 { headerBandCount = bands.count }
        }
      }
    }
    if let from = start { bands.append(from..<canvas.lines.count) }
  }

  /// The grid columns through which a rule runs on a line.
  private func ruledColumns(of line: BoxCanvas.Line) -> [Int] {
    var ruled: [Int] = []
    var index = 0
    for column in 0..<columnCount {
      while index < line.characters.count, line.characters[index].place <= canvas.uprights[column] { index += 1 }
      var hasStroke = false
      var hasText = false
      while index < line.characters.count, line.characters[index].place < canvas.uprights[column + 1] {
        let character = line.characters[index]
        if !character.strokes.isDisjoint(with: .horizontal) {
          hasStroke = true
        } else if character.scalar != " " || !hasStroke {
          hasText = true
        }
        index += 1
      }
      if hasStroke, !hasText { ruled.append(column) }
    }
    return ruled
  }

  /// Where rules part only the header from the rest, each line of the rest is a row.
  private mutating func splitUnruledRows() {
    guard (1...2).contains(bands.count), let body = bands.last, body.count >= 3 else { return }
    let filled = canvas.lines[body].map { line in
      (0..<columnCount).count { column in
        let from = line.bars[column].map { $0 + 1 } ?? index(in: line, atOrBehind: canvas.uprights[column])
        let to = line.bars[column + 1] ?? index(in: line, atOrBehind: canvas.uprights[column + 1])
        return from < to && line.characters[from..<to].contains { !$0.scalar.properties.isWhitespace }
      }
    }
    let whole = filled.count { $0 * 10 >= columnCount * 6 }
    guard whole * 10 >= body.count * 8 else { return }
    bands.removeLast()
    let hadHeader = !bands.isEmpty
    for (order, index) in body.enumerated() {
      if order > 0 { rules.append(Array(repeating: true, count: columnCount)) }
      bands.append(index..<index + 1)
    }
    if hadHeader, headerBandCount == 0 { headerBandCount = 1 }
  }
}
