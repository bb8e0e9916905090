/// Rows that blank lines part, one cell a line, with bars only between the cells of a row: none stands behind its last cell.
///
/// An empty cell leaves nothing between its bars, and no blank line stands within a row. A text without a bar is a row of its
/// own between others, and ends the table where no row follows soon.
struct RowsBetweenBlanks {
  private(set) var lines: Range<Int>
  private(set) var rows: [[FoundField]] = []
  /// Page numbers, which belong to no row.
  private(set) var paragraphs: [TextPiece] = []
  /// The last bare number that counted a page.
  private var page: Int?
  /// Up to where lines were read, also if they are no such rows.
  private(set) var reach: Int
  /// Whether the lines are such rows.
  private(set) var isFound = false
  /// Whether rows that lost covered cells were filled up at their ends again, with a bar more than whole ones have.
  private(set) var areFilledUp = false

  /// Whether each row has as many cells as nearly all of a table above, which blank lines part as well.
  func goOn(from width: Int) -> Bool {
    rows.count >= Self.fewestLike && width >= Self.fewestCells && rows.allSatisfy { $0.count == width }
  }

  /// How many cells nearly all rows have.
  var usualWidth: Int? {
    rows.map(\.count).mostFrequent().flatMap { width in
      Self.isMost(rows.count { $0.count == width }, of: rows) ? width : nil
    }
  }

  /// A lone row may be as wide by chance.
  private static let fewestLike = 2

  init(_ text: TextLines, free: [Bool], from first: Int, after claimed: Int, labels: KnownLabels) {
    var start = first
    while start > claimed, free[start - 1], !text.lines[start - 1].isBlank { start -= 1 }
    lines = start..<start
    reach = first + 1
    var blocks: [[FoundField]] = []
    var widths: Set<Int> = []
    var waiting: [[FoundField]] = []
    var index = start
    while index < text.count, free[index], waiting.count <= Self.mostTexts {
      if text.lines[index].isBlank {
        index += 1
        continue
      }
      var end = index
      while end < text.count, free[end], !text.lines[end].isBlank { end += 1 }
      reach = end
      guard let cells = takeCells(of: index..<end, in: text) else { return }
      if cells.count > 1 {
        // So many cells are a whole table whose rows no blank lines part.
        if cells.count > RowWidthGuess.mostColumns * 2 { break }
        if !blocks.isEmpty, opensTable(cells, labels: labels) { break }
        if !waiting.isEmpty, startsTable(cells, below: widths, labels: labels) { break }
        blocks.append(cells)
        widths.insert(cells.count)
        rows += waiting + [cells]
        waiting = []
        lines = start..<end
      } else if let cell = cells.first {
        if PageFurniture.captionsTable(cell.text) || PageFurniture.titlesTable(cell.text) { break }
        waiting.append([cell])
      }
      index = end
    }
    paragraphs.removeAll { !lines.contains($0.line) }
    guard !rows.isEmpty else { return }
    leaveTitle(labels: labels)
    dropClosingBars()
    isFound = Self.areRows(rows.filter { $0.count > 1 }, areFilledUp: areFilledUp, labels: labels)
  }

  /// Drops the bars behind the last cells of rows that were filled up, where whole rows, which end in a text, have none there.
  ///
  /// Where the last field is empty throughout, none ends in a text; then rows must be filled up by one cell or many.
  private mutating func dropClosingBars() {
    let width = rows.reduce(0) { max($0, $1.count) }
    let longest = rows.indices.filter { rows[$0].count == width }
    let whole = rows.filter { $0.count == width - 1 }
    let ends = Set(longest.map { rows[$0].reversed().prefix(while: \.text.isEmpty).count })
    guard width > Self.fewestCells, longest.count >= Self.fewestEnding, !whole.isEmpty,
      whole.contains(where: { $0.last?.text.isEmpty == false }) || ends.count >= Self.fewestEnds,
      longest.allSatisfy({ rows[$0].suffix(2).allSatisfy(\.text.isEmpty) }),
      rows.allSatisfy({ $0.count == 1 || $0.count >= width - 1 })
    else { return }
    for row in longest { rows[row].removeLast() }
    areFilledUp = !rows.contains { PipeDialect.startsEmpty($0) }
  }

  /// Whether a heading stands right above the first of a header's labels, or above a title alone in its row.
  private func opensTable(_ cells: [FoundField], labels: KnownLabels) -> Bool {
    let parts = cells[0].text.split(separator: "\n").map(String.init)
    guard parts.count > 1, let heading = parts.first, let label = parts.last else { return false }
    return (PageFurniture.headsSection(heading) || PageFurniture.captionsTable(heading))
      && (labels.strength(of: label) == 1 || cells.dropFirst().allSatisfy(\.text.isEmpty))
  }

  /// Whether cells below a text are the labels of another table, longer or shorter than this one's, or all cells of one whose
  /// rows no blank lines part.
  private func startsTable(_ cells: [FoundField], below widths: Set<Int>, labels: KnownLabels) -> Bool {
    guard cells.count > 1, let widest = widths.max(), !widths.contains(cells.count) else { return false }
    let strengths = cells.lazy.map(\.text).filter { !$0.isEmpty }.map(labels.strength(of:))
    if cells.count >= widest * 2, strengths.first == 1, strengths.dropFirst().first ?? 0 > 0 { return true }
    return cells.allSatisfy { labels.strength(of: $0.text) > 0 }
  }

  /// Whether what stands between blank lines are rows: the first of several texts begins with one, since no bar opens it, and
  /// further signs of any kind tell it.
  private static func areRows(_ blocks: [[FoundField]], areFilledUp: Bool, labels: KnownLabels) -> Bool {
    let header = blocks.first { cells in cells.count { !$0.text.isEmpty } > 1 }
    guard blocks.count > 1, let header, header.first?.text.isEmpty == false else { return false }
    let known = header.count { labels.strength(of: $0.text) > 0 }
    // A header that ends in an empty cell has known labels, and rows of its length; many of one length need no header.
    if header.last?.text.isEmpty == true {
      let isKnown = known * 3 >= header.count { !$0.text.isEmpty } * 2
      guard isKnown || blocks.count >= fewestClear else { return false }
      // Whole rows without the bar that closes those that were filled up show all the same that none closes them.
      return areEven(blocks, below: header, areFilledUp: areFilledUp)
    }
    // Known labels, and no row that exceeds them by much.
    if known * 3 >= header.count * 2, blocks.allSatisfy({ $0.count <= header.count + mostSpanned }) { return true }
    // Known labels, some with empty cells behind them over which they reach, and nearly all rows as long.
    let labelled = header.count { !$0.text.isEmpty }
    if labelled >= fewestCells, known * 3 >= labelled * 2, isMost(blocks.count { $0.count == header.count }, of: blocks)
    {
      return true
    }
    guard blocks.contains(where: { $0.count >= fewestCells }) else { return false }
    // No bar beside any blank line.
    if blocks.count >= fewestClear, blocks.allSatisfy(isClear) { return true }
    // So many rows that are as long, of which some end in a text, are no pages, whatever their cells hold.
    if blocks.count >= fewestClear, header.count <= mostCells, areEven(blocks, below: header, areFilledUp: areFilledUp)
    {
      return true
    }
    // Few texts of two lines, as the ends of several rows would be.
    let torn = blocks.count { $0.contains { $0.text.utf8.contains(Byte.lineFeed) } }
    guard torn * 10 <= blocks.count * 2 else { return false }
    // No bar behind the last text of most rows, or nearly all as long as the header.
    let endingInText = blocks.count { $0.last?.text.isEmpty == false }
    return endingInText * 10 >= blocks.count * 6 || isMost(blocks.count { $0.count == header.count }, of: blocks)
  }

  /// Whether rows have as many cells as a header that ends in an empty one, which its last label spans, while no bar closes
  /// them: some end in a text.
  private static func areEven(_ blocks: [[FoundField]], below header: [FoundField], areFilledUp: Bool) -> Bool {
    let even = blocks.count { $0.count == header.count }
    let ending = blocks.count { $0.last?.text.isEmpty == false }
    return blocks.count >= fewestEven && header.count >= fewestCells && isMost(even, of: blocks)
      && (areFilledUp || ending >= fewestEnding && ending * endingRows >= blocks.count)
  }

  /// Whether nearly all of some rows are so many.
  private static func isMost(_ count: Int, of blocks: [[FoundField]]) -> Bool {
    count * most.of >= blocks.count * most.are
  }

  private static let most = (are: 9, of: 10)
  /// Cells of two fields stand beside each other in lists as well.
  private static let fewestCells = 3
  /// So many rows, the header among them, are of its length by more than chance.
  private static let fewestEven = 3
  /// So many rows at least, and one in so many of all, end in a text where no bar closes rows.
  private static let fewestEnding = 2
  private static let fewestEnds = 3
  private static let endingRows = 10

  /// Whether the blank lines around cells part rows: each that stood for an empty cell would have a bar beside it, and those
  /// of pages would have many cells between them.
  private static func isClear(_ cells: [FoundField]) -> Bool {
    cells.count <= mostCells && [cells.first, cells.last].allSatisfy { $0?.text.isEmpty == false }
  }

  /// So many rows tell that blank lines part them.
  private static let fewestClear = 6
  /// Few plans have more fields, while between the blank lines of two pages stand the cells of many rows.
  private static let mostCells = 12

  /// By so many cells rows may exceed a header whose labels span several fields.
  private static let mostSpanned = 3
  /// So many texts without a bar may stand between two rows.
  private static let mostTexts = 6

  /// Takes the cells between the bars of lines that no blank one parts, and page numbers out of them; `nil` if a line holds
  /// more than one cell.
  private mutating func takeCells(of range: Range<Int>, in text: TextLines) -> [FoundField]? {
    var cells: [[FoundField]] = [[]]
    for line in range {
      let fields = PipeFields.cut(text, line: line, isBordered: false)
      guard text.lines[line].pipes <= 1, fields.count == 1 || fields[0].text.isEmpty else { return nil }
      if text.lines[line].pipes == 0, PageFurniture.isPageNumber(fields[0].text) {
        paragraphs.append(TextPiece(line: line, content: .paragraph(fields[0].text)))
        continue
      }
      if !fields[0].text.isEmpty { cells[cells.count - 1].append(fields[0]) }
      if text.lines[line].pipes == 1 { cells.append(Array(fields.dropFirst())) }
    }
    if cells.count == 1, cells[0].isEmpty { return [] }
    // A page's number may stand right above a row.
    if !rows.isEmpty, let first = cells[0].first, cells[0].count > 1, PageFurniture.isBareNumber(first.text),
      let number = Int(first.text), number == 1 || page.map({ number == $0 + 1 }) ?? true
    {
      page = number
      paragraphs.append(TextPiece(line: first.line - 1, content: .paragraph(first.text)))
      cells[0].removeFirst()
    }
    return cells.map { parts in
      parts.isEmpty ? FoundField(text: "", line: range.lowerBound + 1) : BarStream.joined(parts[...])
    }
  }

  /// Leaves the lines right above the first known label, or above the first of running numbers, to the text around the table.
  private mutating func leaveTitle(labels: KnownLabels) {
    let parts = rows[0][0].text.split(separator: "\n").map(String.init)
    guard parts.count > 1, let label = parts.last else { return }
    let isNumber = label == "1" && rows.count > 1 && rows[1][0].text == "2"
    // Beside labels beyond doubt, a text that could be one is.
    let isHeader = labels.nameFields(rows[0].dropFirst().map(\.text))
    let own =
      isNumber || isHeader && PageFurniture.namesTable(parts[parts.count - 2])
      ? 1 : Self.labelLines(parts, least: isHeader ? .leastNonzeroMagnitude : 1, labels: labels)
    guard own > 0, own < parts.count else { return }
    let above = parts.count - own
    rows[0][0] = FoundField(text: parts.suffix(own).joined(separator: "\n"), line: rows[0][0].line + above)
    lines = lines.lowerBound + above..<lines.upperBound
  }

  /// How many lines above the first bar a label takes: as many as are one no less surely than fewer of them.
  private static func labelLines(_ parts: [String], least: Double, labels: KnownLabels) -> Int {
    func strength(_ count: Int) -> Double { labels.strength(of: parts.suffix(count).joined()) }
    guard let first = (1...min(parts.count, mostLabelLines)).first(where: { strength($0) >= least }) else { return 0 }
    var count = first
    while count < parts.count, strength(count + 1) >= strength(count) { count += 1 }
    return count
  }

  private static let mostLabelLines = 3
}
