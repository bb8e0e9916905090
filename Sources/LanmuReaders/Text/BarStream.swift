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

  private(set) var lines: Range<Int>
  private(set) var paragraphs: [TextPiece] = []
  private(set) var pieces: [Piece] = []
  /// Whether a cell so far has several lines.
  private(set) var hasTornPiece = false
  /// Whether a blank line stands between the text of a cell so far and its bar.
  private var hasPartedBar = false
  private var barLines = 0
  private var rowLines = 0

  /// Whether hardly a line holds more than one cell.
  var isCellPerLine: Bool { barLines >= 4 && rowLines * 10 <= barLines * 2 }

  let labels: KnownLabels

  init(_ text: TextLines, free: [Bool], from first: Int, after claimed: Int, labels: KnownLabels) {
    self.labels = labels
    lines = first..<first
    var index = first
    var current = Piece(barLine: first)
    if let start = FirstBarredCell(text, free: free, bar: first, after: claimed, labels: labels).start {
      current.parts = (start..<first).map { FoundField(text: text.trimmedText(line: $0), line: $0 + 1) }
      current.slots = current.parts
      lines = start..<first
    }
    var unbarred = 0
    var blanks = 0
    // The blank lines around a page number end nothing.
    var isBelowPage = false
    // Blank lines right before a bar alone are empty cells, unless others part texts.
    var blankBefore: Int?
    var beforeBars: [Int] = []
    var partsTexts = false
    while index < text.count, free[index] {
      let line = text.lines[index]
      if line.isBlank {
        blanks += 1
        if blanks > 3 { break }
        current.slots.append(FoundField(text: "", line: index + 1))
        if current.parts.isEmpty, !pieces.isEmpty {
          pieces[pieces.count - 1].isBlankBehind = true
          blankBefore = pieces.count
        }
        index += 1
        continue
      }
      if let place = blankBefore {
        if text.bytes[text.bytes.trimmed(line.range).lowerBound] == Byte.pipe {
          beforeBars.append(place - 1)
        } else {
          partsTexts = true
        }
        blankBefore = nil
      }
      if line.pipes == 0 {
        unbarred += 1
        if unbarred > 24 || (blanks > 1 && !current.parts.isEmpty) { break }
        let content = text.trimmedText(line: index)
        if PageFurniture.isPageNumber(content) || isBarePageNumber(text, line: index, free: free) {
          paragraphs.append(TextPiece(line: index, content: .paragraph(content)))
          current.pageNumber = current.slots.count
          if current.parts.isEmpty, !pieces.isEmpty { pieces[pieces.count - 1].isPageBehind = true }
          isBelowPage = true
        } else {
          let parting = isBelowPage ? 0 : blanks
          if ends(before: content, text: text, line: index, current: &current, blanks: parting) { break }
          current.parts.append(FoundField(text: content, line: index + 1))
          current.slots.append(FoundField(text: content, line: index + 1))
          isBelowPage = false
        }
      } else {
        if text.bytes[text.bytes.trimmed(line.range).lowerBound] != Byte.pipe,
          ends(
            before: text.trimmedText(line: index), text: text, line: index, current: &current,
            blanks: isBelowPage ? 0 : blanks)
        {
          break
        }
        unbarred = 0
        isBelowPage = false
        barLines += 1
        addBars(text, line: index, current: &current)
        lines = lines.lowerBound..<index + 1
      }
      blanks = 0
      index += 1
    }
    if keepsLines {
      findSurplusBlanks()
    } else if !partsTexts {
      for place in beforeBars { pieces[place].isBlankBehind = false }
    }
    closeLast(current, text: text)
  }

  /// Whether the table ends above a line; a heading that stands there is then no cell of it.
  private func ends(before content: String, text: TextLines, line: Int, current: inout Piece, blanks: Int) -> Bool {
    guard
      endsTable(before: content, current: current, blanks: blanks) || isAboveHeader(current, text: text, line: line)
    else { return false }
    if blanks == 0 { current.parts.removeLast() }
    return true
  }

  /// Whether each bar has a line of its own, and each cell one as well, blank if it is empty.
  private var keepsLines: Bool { pieces.allSatisfy { $0.isAlone && !$0.slots.isEmpty } }

  /// Where each cell keeps a line, only a blank line above the cell's own parts something.
  private mutating func findSurplusBlanks() {
    for place in pieces.indices.dropLast() {
      let slots = pieces[place + 1].slots
      pieces[place].isBlankBehind = slots.count > 1 && slots[0].text.isEmpty
    }
  }

  private mutating func addBars(_ text: TextLines, line index: Int, current: inout Piece) {
    let fields = PipeFields.cut(text, line: index, isBordered: false)
    let range = text.bytes.trimmed(text.lines[index].range)
    let endsWithBar = text.bytes[range.upperBound - 1] == Byte.pipe
    let filled = fields.count { !$0.text.isEmpty }
    if filled > 1 { rowLines += 1 }
    let isOnlyBars = filled == 0
    let bars = text.lines[index].pipes
    if isOnlyBars {
      current.barLine = index
      current.endsLine = true
      current.isAlone = bars == 1
      current.isPadded = bars > 1
      hasTornPiece = hasTornPiece || current.parts.count > 1
      hasPartedBar = hasPartedBar || !current.parts.isEmpty && current.slots.last?.text.isEmpty == true
      pieces.append(current)
      current = Piece(barLine: index)
      // The bars behind the first close the cells that pad a row.
      if bars > 1 {
        pieces[pieces.count - 1].endsLine = false
        pieces[pieces.count - 1].isPadded = false
        pieces[pieces.count - 1].isParted = text.bytes[range.lowerBound + 1] != Byte.pipe
        for place in 1..<bars {
          let isLast = place == bars - 1
          pieces.append(Piece(barLine: index, endsLine: isLast, isPadded: isLast, fillsUp: true))
        }
      }
      return
    }
    for (place, field) in fields.enumerated() {
      if !field.text.isEmpty {
        current.parts.append(field)
        current.slots.append(field)
      }
      let isLast = place == fields.count - 1
      if isLast, !endsWithBar { break }
      current.barLine = index
      current.endsLine = isLast
      current.fillsUp = place > 0 && filled == 1 && !fields[0].text.isEmpty
      hasTornPiece = hasTornPiece || current.parts.count > 1
      pieces.append(current)
      current = Piece(barLine: index)
    }
  }

  /// Whether a number alone counts a page: blank lines stand beside it, or a known label below it, and a text follows, or the bar
  /// of an empty cell.
  private func isBarePageNumber(_ text: TextLines, line: Int, free: [Bool]) -> Bool {
    guard !pieces.isEmpty, PageFurniture.isBareNumber(text.trimmedText(line: line)) else { return false }
    guard let next = (line + 1..<text.count).prefix(4).first(where: { !text.lines[$0].isBlank }), free[next] else {
      return false
    }
    let label = Self.firstCell(text.trimmedText(line: next))
    if label.isEmpty {
      // Bars on lines of their own, none of which a blank line parts from its cell's text.
      return text.lines[line - 1].isBlank && next > line + 1 && pieces.count >= Self.manyPieces && !hasPartedBar
        && pieces.suffix(Self.manyPieces).allSatisfy(\.isAlone) && text.isBar(next)
    }
    return text.lines[line - 1].isBlank || next > line + 1 || labels.strength(of: label) == 1
  }

  /// What stands before the first bar of a line.
  static func firstCell(_ content: String) -> String {
    String(content.prefix { $0 != "|" }.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// The text behind the last bar is the last cell of a table whose bars stand between cells: its first line.
  private mutating func closeLast(_ last: Piece, text: TextLines) {
    guard let part = last.parts.first, isBetweenCells || opensLines, pieces.last?.isBlankBehind != true else { return }
    var piece = last
    piece.parts = [part]
    piece.isClosed = false
    pieces.append(piece)
    lines = lines.lowerBound..<max(lines.upperBound, part.line)
  }

  /// Whether bars mostly stand at the start of a line, before the next cell's text.
  private var opensLines: Bool { pieces.count { !$0.endsLine } * 2 > pieces.count }

  /// Whether pieces with the end of one row and the start of the next in them show that bars stand only between cells.
  private var isBetweenCells: Bool { pieces.contains { $0.parts.count > 1 } }

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
    if opensLines, closing >= 2 { return (split { $0.endsLine }, .told) }
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
