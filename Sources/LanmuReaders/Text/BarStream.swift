import LanmuGrid

/// Lines of text and bars as one stream of cells, for tables that have one cell a line.
struct BarStream {
  /// A cell as the bars part it from the next.
  struct Piece {
    var parts: [FoundField] = []
    /// The same with a blank field for each blank line.
    var slots: [FoundField] = []
    /// Before which of the slots a page number stands.
    var pageNumber: Int?
    /// The line of the bar behind the piece.
    var barLine: Int
    /// The bar stands at the end of its line.
    var endsLine = false
    /// The bar is all that its line holds.
    var isAlone = false
    /// More than one bar follows.
    var isPadded = false
    /// An empty cell whose bar stands behind another's in the same line, with nothing but such bars behind it.
    var fillsUp = false
    /// A blank parts the first bar of a line that holds nothing else from those behind it: it closes an empty cell.
    var isParted = false
    /// A blank line follows, with the next text behind it.
    var isBlankBehind = false
    /// A page number follows.
    var isPageBehind = false
    /// Whether a bar closes the piece; the last of a table may have none.
    var isClosed = true
  }

  /// The lines that the cells take.
  private(set) var lines: Range<Int>
  /// Page numbers between the cells.
  let paragraphs: [TextPiece]
  private(set) var pieces: [Piece]
  /// Whether hardly a line holds more than one cell.
  let isCellPerLine: Bool
  let labels: KnownLabels

  init(_ text: TextLines, free: [Bool], from first: Int, after claimed: Int, labels: KnownLabels) {
    var walk = BarWalk(text, free: free, from: first, after: claimed, labels: labels)
    walk.run(from: first)
    (lines, paragraphs, pieces) = (walk.lines, walk.paragraphs, walk.pieces)
    isCellPerLine = walk.isCellPerLine
    self.labels = labels
  }

  /// Whether bars mostly stand at the start of a line, before the next cell's text.
  static func opensLines(_ pieces: [Piece]) -> Bool { pieces.count { !$0.endsLine } * 2 > pieces.count }

  /// The rows, and whether the text tells where they end, or how surely that was guessed.
  mutating func rows() -> ([[FoundField]], Grid.RowLimits) {
    if hasBrokenCells, let groups = groupsBetweenBlanks() { return (groups, .told) }
    if let counted = CountedLines(pieces) { return (counted.rows(), .told) }
    if let filledUp = RowsFilledUp(pieces, labels: labels) { return (filledUp.rows(), .told) }
    if let between = RowsBetweenBars(pieces, labels: labels) {
      let (rows, isGuessed) = between.rows()
      return (rows, isGuessed ? .unclear : .told)
    }
    if let groups = groupsBetweenBlanks() { return (groups, .told) }
    let closing = pieces.count { $0.endsLine }
    if Self.opensLines(pieces), closing >= 2 { return (split { $0.endsLine }, .told) }
    if let groups = groupsBetweenRuns() { return (groups, .told) }
    dropTextBelow()
    let cells = pieces.map { Self.cell($0) }
    var rows: [[FoundField]] = []
    var limits = Grid.RowLimits.guessed
    let places = WidenedHeader(cells.map(\.text), labels: labels).places
    for (start, end) in zip([0] + places, places + [cells.count]) {
      let page = Array(cells[start..<end])
      let guess = RowWidthGuess(page, runs: runEnds(start..<end), labels: labels)
      let starts = stride(from: 0, to: page.count, by: guess.width)
      rows += starts.map { Array(page[$0..<min($0 + guess.width, page.count)]) }
      if !guess.isClear { limits = .unclear }
    }
    return (rows, limits)
  }

  /// The cells between runs of bars as rows, unless these fill up but some rows, so that others stand together.
  private func groupsBetweenRuns() -> [[FoundField]]? {
    guard pieces.contains(where: \.isPadded) else { return nil }
    let groups = split { $0.isPadded }
    let most = labelBlock(groups).map { $0 * 2 } ?? .max
    return arePages(groups) || groups.contains { $0.count >= most } ? nil : groups
  }

  /// Behind how many of some pieces runs of bars end that may fill up rows.
  private func runEnds(_ range: Range<Int>) -> [Int] {
    range.filter { pieces[$0].fillsUp && pieces[$0].endsLine }.map { $0 + 1 - range.lowerBound }
  }

  /// Takes the text behind the last bar for none of the table's cells if the others, with a bar each, are whole rows.
  private mutating func dropTextBelow() {
    guard let last = pieces.last, !last.isClosed else { return }
    let closed = pieces.dropLast().map { Self.cell($0) }
    let start = WidenedHeader(closed.map(\.text), labels: labels).places.last ?? 0
    let guess = RowWidthGuess(
      Array(closed[start...]), runs: runEnds(start..<closed.count), labels: labels)
    guard let bar = pieces.dropLast().last?.barLine, (closed.count - start) % guess.width == 0 else { return }
    pieces.removeLast()
    lines = lines.lowerBound..<bar + 1
  }

  /// Whether blank lines stand behind a bar after every so many pieces, and nowhere else, so that each cell has its bar, while
  /// cells in the midst of rows are broken over lines: these are no ends of rows with the next one's start.
  private var hasBrokenCells: Bool {
    let starts = pieces.indices.dropFirst().filter { pieces[$0 - 1].isBlankBehind }
    guard starts.count >= Self.fewestParted, let width = starts.first, width > 1 else { return false }
    return starts == Array(stride(from: width, to: pieces.count, by: width))
      && pieces.indices.contains { pieces[$0].parts.count > 1 && $0 % width > 0 }
  }

  /// So many rows below the first tell how wide they are.
  private static let fewestParted = 3

  /// The cells between blank lines as rows, unless these stand but beside page numbers or part pages.
  private func groupsBetweenBlanks() -> [[FoundField]]? {
    // Blank lines that stand only beside page numbers and below the table mark no rows.
    guard pieces.dropLast().contains(where: { $0.isBlankBehind && !$0.isPageBehind }) else { return nil }
    let groups = split { $0.isBlankBehind }
    guard groups.count >= 2, groups.count(where: { $0.count >= 2 }) * 10 >= groups.count * 8, !arePages(groups) else {
      return nil
    }
    return groups
  }

  /// Whether the cells between blank lines are those of several rows: too many for one, or a header with others behind it.
  private func arePages(_ groups: [[FoundField]]) -> Bool {
    if groups.contains(where: { $0.count > RowWidthGuess.mostColumns }) { return true }
    return labelBlock(groups).map { groups[0].count >= $0 * 2 } ?? false
  }

  /// How many cells the known labels at the start take.
  private func labelBlock(_ groups: [[FoundField]]) -> Int? {
    HeaderWidth(groups.joined().map(\.text), labels: labels).block
  }

  /// A piece's text as a cell: all of it, or some of its lines.
  static func cell(_ piece: Piece, parts: ArraySlice<FoundField>? = nil) -> FoundField {
    let parts = parts ?? piece.parts[...]
    guard let first = parts.first else { return FoundField(text: "", line: piece.barLine + 1) }
    return FoundField(text: parts.map(\.text).joined(separator: "\n"), line: first.line)
  }

  /// Several lines as one cell.
  static func joined(_ parts: ArraySlice<FoundField>) -> FoundField {
    FoundField(text: parts.map(\.text).joined(separator: "\n"), line: parts.first?.line ?? 1)
  }

  private func split(at isEnd: (Piece) -> Bool) -> [[FoundField]] {
    var rows: [[FoundField]] = [[]]
    for piece in pieces {
      rows[rows.count - 1].append(Self.cell(piece))
      if isEnd(piece) { rows.append([]) }
    }
    return rows.filter { !$0.isEmpty }
  }
}
