/// Rows that blank lines part and that keep a line for each cell, blank if it is empty, with bars on lines of their own only
/// between the cells of a row.
///
/// Between two bars stands a cell; or a row's last cell, a blank line and the next row's first cell, each of them blank where
/// the cell is empty. So counting tells where rows end, however many of their cells are empty.
struct RowsOfKeptLines {
  private(set) var lines: Range<Int>
  private(set) var rows: [[FoundField]] = []
  /// Page numbers, which belong to no row.
  private(set) var paragraphs: [TextPiece] = []
  /// Up to where lines were read, also if they are no such rows.
  private(set) var reach: Int
  /// How many rows end where nothing but blank lines stands beside cells.
  private var plainEnds = 0
  private var emptyCells = 0
  /// Whether a cell so far has several lines.
  private var hasTornCell = false
  private var isBroken = false

  /// Whether the lines are such rows: nearly all have as many cells, and empty ones show that they keep their lines.
  var isFound: Bool { !isBroken && plainEnds > 0 && emptyCells > 0 && isEven }

  private var isEven: Bool {
    let widths = rows.map(\.count)
    guard rows.count >= Self.fewestRows, let usual = widths.mostFrequent() else { return false }
    return widths.count { $0 == usual } * 10 >= rows.count * 8
  }

  /// A header, and two rows below it.
  private static let fewestRows = 3

  private let text: TextLines
  private let free: [Bool]
  private let labels: KnownLabels

  init(_ text: TextLines, free: [Bool], from first: Int, after claimed: Int, labels: KnownLabels) {
    (self.text, self.free, self.labels) = (text, free, labels)
    lines = first..<first
    reach = first + 1
    guard text.isBar(first), first > claimed, free[first - 1] else {
      isBroken = true
      return
    }
    let start = text.firstCell(above: first, after: claimed, free: free, labels: labels)
    lines = start..<first
    rows = [[cell(start..<first)]]
    var bar = first
    while let next = nextBar(after: bar) {
      reach = next
      guard let isOpen = take(bar + 1..<next) else {
        isBroken = true
        return
      }
      if !isOpen { return }
      bar = next
    }
    takeLast(below: bar)
  }

  // MARK: - Lines

  /// The next bar on a line of its own, unless much stands above it, or a line with bars beside text.
  private func nextBar(after bar: Int) -> Int? {
    for line in (bar + 1..<text.count).prefix(Self.mostLines) {
      guard free[line] else { return nil }
      if text.lines[line].pipes > 0 { return text.isBar(line) ? line : nil }
    }
    return nil
  }

  private static let mostLines = 40

  private func isBlank(_ line: Int) -> Bool { text.lines[line].isBlank }

  private func isPageNumber(_ line: Int) -> Bool {
    let content = text.trimmedText(line: line)
    return PageFurniture.isPageNumber(content) || PageFurniture.isBareNumber(content)
  }

  /// The lines of a cell, or the first of two blank ones.
  private func run(from line: Int, before end: Int) -> Range<Int> {
    guard line < end else { return line..<line }
    if isBlank(line) { return line..<line + 1 }
    return line..<((line..<end).first { isBlank($0) || !free[$0] } ?? end)
  }

  private func cell(_ range: Range<Int>) -> FoundField {
    let parts = range.filter { !isBlank($0) }.map { text.trimmedText(line: $0) }
    return FoundField(text: parts.joined(separator: "\n"), line: range.lowerBound + 1)
  }

  // MARK: - Cells

  /// Takes what stands between two bars; `false` if the table ends there, `nil` if the lines are no such rows.
  private mutating func take(_ gap: Range<Int>) -> Bool? {
    let last = run(from: gap.lowerBound, before: gap.upperBound)
    guard !last.isEmpty else { return nil }
    add(last)
    if last.upperBound == gap.upperBound { return true }
    // A blank line parts rows, and some line of the next row's first cell is left.
    guard isBlank(last.upperBound), last.upperBound + 1 < gap.upperBound else { return nil }
    lines = lines.lowerBound..<last.upperBound
    let below = last.upperBound + 1..<gap.upperBound
    let numbers = below.filter { $0 < gap.upperBound - 1 && isPageNumber($0) }
    let filled = below.filter { !isBlank($0) && !numbers.contains($0) }
    let first = run(from: filled.first ?? gap.upperBound - 1, before: gap.upperBound)
    if !filled.isEmpty, first.upperBound < gap.upperBound || opensTable(first) { return false }
    if numbers.isEmpty { plainEnds += 1 }
    paragraphs += numbers.map { TextPiece(line: $0, content: .paragraph(text.trimmedText(line: $0))) }
    rows.append([])
    add(first)
    return true
  }

  private mutating func add(_ range: Range<Int>) {
    let cell = cell(range)
    if cell.text.isEmpty { emptyCells += 1 }
    hasTornCell = hasTornCell || range.count > 1
    rows[rows.count - 1].append(cell)
    lines = lines.lowerBound..<range.upperBound
  }

  /// Whether lines above a bar are headings of another table and the first label in it, rather than a cell of several lines.
  private func opensTable(_ range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    let texts = range.map { text.trimmedText(line: $0) }
    return !hasTornCell || PageFurniture.opensPart(texts[0]) || PageFurniture.isTableMark(texts[0])
      || labels.strength(of: texts[texts.count - 1]) == 1
  }

  /// Takes the last cell, below the last bar.
  private mutating func takeLast(below bar: Int) {
    guard bar + 1 < text.count, free[bar + 1] else {
      rows[rows.count - 1].append(FoundField(text: "", line: bar + 1))
      lines = lines.lowerBound..<bar + 1
      return
    }
    let last = run(from: bar + 1, before: min(text.count, bar + 1 + Self.mostLines))
    add(hasTornCell ? last : last.prefix(1))
  }
}
