import LanmuGrid

/// Dialect 2: each cell starts on a line of its own with a tab, runs on over the lines that follow, and a blank line
/// before a tab line starts a row.
///
/// Blank lines also stand inside cells (between paragraphs) and at their ends. What follows decides: text that runs on
/// into the next tab line without a blank line continues its cell, and two groups of cells that only together have the
/// width of a row are one row.
struct IndentedDialect: TextDialect {
  let labels: KnownLabels

  func claims(in text: TextLines, free: [Bool]) -> [TextClaim] {
    var claims: [TextClaim] = []
    var index = 0
    while index < text.count {
      guard free[index], text.lines[index].isIndented else {
        index += 1
        continue
      }
      var region = IndentedRegion(
        text: text, free: free, labels: labels, start: index, followsTable: claims.last?.lines.upperBound)
      if let claim = region.read() { claims.append(claim) }
      index = max(region.end, index + 1)
    }
    return claims
  }
}

/// The lines from the first tab line on that may belong to one table of indented cells.
private struct IndentedRegion {
  let text: TextLines
  let free: [Bool]
  let labels: KnownLabels
  let start: Int
  /// The line behind the table before this one, if there is one.
  let followsTable: Int?
  /// The line behind the last one that belongs to the region.
  var end: Int
  private var rows: [[FoundField]] = []
  private var paragraphs: [TextPiece] = []
  private var foreignLines = 0

  init(text: TextLines, free: [Bool], labels: KnownLabels, start: Int, followsTable: Int?) {
    self.text = text
    self.free = free
    self.labels = labels
    self.start = start
    self.followsTable = followsTable
    end = start
  }

  mutating func read() -> TextClaim? {
    let widths = groupWidths()
    collectRows(commonWidths: Self.common(widths), greatestWidth: widths.max() ?? 1)
    let tabLines = (start..<end).count { text.lines[$0].isIndented }
    let manyTabs = (start..<end).count { text.lines[$0].isIndented && text.lines[$0].tabs > 1 }
    guard manyTabs * 5 <= tabLines, foreignLines * 10 <= end - start else { return nil }
    rejoinLists()
    if !rejoinCountedRows() { rejoinSplitRows() }
    let wideRows = rows.count { $0.count >= 2 }
    let continues = followsTable != nil && wideRows >= 1
    guard wideRows >= 2 || continues, wideRows * 2 >= rows.count || isHeaded else { return nil }
    let piece = TextPiece(line: start, content: .found(FoundTable(layout: .indented, rows: rows)))
    return TextClaim(lines: start..<end, pieces: [piece] + paragraphs)
  }

  private var isHeaded: Bool {
    labels.head(
      rows.first, above: rows.dropFirst().first, ofRowsUpTo: rows.reduce(0) { max($0, $1.count) })
  }

  /// How many cells the groups of tab lines have, a blank line before a tab line starting a group.
  ///
  /// The groups are counted up to the first text that two blank lines set apart, unless it stands in the first of them, and no
  /// more than a hundred: enough to know the table's widths.
  private func groupWidths() -> [Int] {
    var widths: [Int] = []
    var blanks = 1
    var index = start
    while index < text.count, free[index] {
      let line = text.lines[index]
      if line.isIndented {
        if blanks > 0 { widths.append(1) } else { widths[widths.count - 1] += 1 }
        if widths.count > 100 { break }
        blanks = 0
      } else if line.isBlank {
        blanks += 1
      } else {
        if blanks > 1, widths.count > 1 { break }
        blanks = 0
      }
      index += 1
    }
    return widths
  }

  /// The widths that at least every eighth group has.
  private static func common(_ widths: [Int]) -> ClosedRange<Int> {
    let frequent = widths.occurrences().filter { $0.key > 1 && $0.value * 8 >= widths.count }.keys
    guard let low = frequent.min(), let high = frequent.max() else {
      let width = widths.max() ?? 1
      return width...width
    }
    return low...high
  }

  private mutating func collectRows(commonWidths: ClosedRange<Int>, greatestWidth: Int) {
    var index = start
    var blanks = 1
    while index < text.count, free[index] {
      let line = text.lines[index]
      if line.isIndented {
        let field = FoundField(text: text.trimmedText(line: index), line: index + 1)
        if blanks > 0 { rows.append([field]) } else { rows[rows.count - 1].append(field) }
        blanks = 0
        end = index + 1
        index += 1
      } else if line.isBlank {
        blanks += 1
        index += 1
      } else if blanks == 0 {
        if line.tabs > 0 { foreignLines += 1 }
        append(index)
        end = index + 1
        index += 1
      } else {
        let run = textRun(from: index)
        // A header in two pieces, perhaps below titles, is as wide as the widest row, and no narrower row tells that it is not a
        // row and another.
        let isHeader =
          run.touchesCell && rows.dropLast().allSatisfy { $0.count == 1 }
          && rows[rows.count - 1].count + run.nextWidth == greatestWidth
        let widths = isHeader ? greatestWidth...greatestWidth : commonWidths
        guard continuesCell(run, blanksBefore: blanks, commonWidths: widths) else { return }
        for place in run.lines where !text.lines[place].isBlank { append(place) }
        blanks = run.touchesCell ? 0 : 1
        end = run.lastLine + 1
        index = run.lines.upperBound
      }
    }
  }

  /// Adds a line to the cell read last, or sets a page number aside.
  private mutating func append(_ index: Int) {
    let line = text.trimmedText(line: index)
    if PageFurniture.isPageNumber(line) {
      paragraphs.append(TextPiece(line: index, content: .paragraph(line)))
      return
    }
    guard let row = rows.indices.last, let cell = rows[row].indices.last else { return }
    if rows[row][cell].text.isEmpty {
      rows[row][cell] = FoundField(text: line, line: index + 1)
    } else {
      rows[row][cell].text += "\n" + line
    }
  }

  private struct TextRun {
    /// From the first line of text up to the next tab line.
    var lines: Range<Int>
    var lastLine: Int
    /// Whether the next tab line follows without a blank line.
    var touchesCell: Bool
    /// How many cells the group that follows has; 0 at the end of the text.
    var nextWidth: Int
    var nextText: String
    /// The first lines of that group's cells.
    var nextTexts: [String] = []
  }

  private func textRun(from first: Int) -> TextRun {
    var index = first
    var last = first
    while index < text.count, free[index], !text.lines[index].isIndented {
      if !text.lines[index].isBlank { last = index }
      index += 1
    }
    var run = TextRun(lines: first..<index, lastLine: last, touchesCell: false, nextWidth: 0, nextText: "")
    guard index < text.count, free[index] else { return run }
    run.touchesCell = last == index - 1
    run.nextText = text.trimmedText(line: index)
    var next = index
    while next < text.count, free[next] {
      let line = text.lines[next]
      if line.isIndented {
        run.nextWidth += 1
        run.nextTexts.append(text.trimmedText(line: next))
      } else if line.isBlank {
        break
      }
      if run.nextWidth > 256 { break }
      next += 1
    }
    return run
  }

  /// Whether text that a blank line parts from a cell still belongs to it, or is the end of the table.
  private func continuesCell(_ run: TextRun, blanksBefore: Int, commonWidths: ClosedRange<Int>) -> Bool {
    guard let row = rows.last, let cell = row.last else { return false }
    let first = text.trimmedText(line: run.lines.lowerBound)
    // Where merged cells are missing few rows are as wide as the first one, the header.
    let widest = max(commonWidths.upperBound, rows.first?.count ?? 0)
    if run.touchesCell {
      // A list that goes on stands above nothing, however wide a row below a label over several levels becomes.
      if blanksBefore == 1, BrokenRecords.goesOn(first, from: cell.text) { return true }
      let overfull = row.count + run.nextWidth > widest
      let bothWhole = commonWidths.contains(row.count) && commonWidths.contains(run.nextWidth)
      // Nothing is broken off an empty cell, and no sentence ends in a broken label: such text stands above a further table.
      if opensTable(run) { return false }
      let standsAbove = cell.text.isEmpty || blanksBefore > 1 && labels.strength(of: run.nextText) == 1
      if standsAbove, PageFurniture.isNumberedHeading(first) { return false }
      let isAbove = cell.text.isEmpty || PageFurniture.endsSentence(first) || PageFurniture.opensPart(first)
      return !(overfull && (bothWhole || isAbove || blanksBefore > 1))
    }
    guard run.nextWidth > 0 else {
      return blanksBefore == 1 && row.count < commonWidths.lowerBound && PageFurniture.runsOn(cell.text)
    }
    if PageFurniture.isPageNumber(first), run.lines.lowerBound == run.lastLine { return true }
    if blanksBefore > 1 || opensTable(run) { return false }
    // Text that stands apart from a cell and from the labels of a table heads that table.
    if labels.nameFields(run.nextTexts) { return false }
    if run.lines.lowerBound == run.lastLine, PageFurniture.isBareNumber(first) { return false }
    if PageFurniture.opensPart(first), !PageFurniture.opensPart(cell.text) { return false }
    if let header = rows.first, rows.count > 1, header.first?.text == run.nextText, !run.nextText.isEmpty {
      return false
    }
    return run.nextWidth <= widest
  }

  /// Whether the last line of a run is the heading of a further table: `附表2`, `表2 …`, `附：…`, or `（二）…分工` above a label.
  private func opensTable(_ run: TextRun) -> Bool {
    let last = text.trimmedText(line: run.lastLine)
    if PageFurniture.headsTable(last), labels.strength(of: run.nextText) > 0 { return true }
    return PageFurniture.isHeading(last) && PageFurniture.isTableMark(last)
  }

  /// Whether a row is the table's title: a single text, no known label, above known ones. Above a long text, words need not be
  /// labels beyond doubt: it is none that was torn off them.
  private func isTitle(_ row: [FoundField], above header: [FoundField]) -> Bool {
    guard row.count == 1, labels.strength(of: row[0].text) < 1 else { return false }
    let isLong = row[0].text.unicodeScalars.count > Self.longestLabel
    return labels.nameFields(header.map(\.text), areBelowTitle: isLong)
  }

  private static let longestLabel = 16

  /// Whether a row is the heading of a section alone, and no piece of a row.
  private static func isSection(_ row: [FoundField]) -> Bool {
    row.count == 1 && PageFurniture.isHeading(row[0].text) && PageFurniture.opensSection(row[0].text)
  }

  /// Joins groups that a blank line between the items of a list has torn apart, where both together are no wider than a whole row.
  /// A cell that ends in a comma may be torn, but not behind an item.
  private mutating func rejoinLists() {
    guard let widest = rows.map(\.count).max() else { return }
    var joined: [[FoundField]] = []
    for row in rows {
      if let before = joined.last, before.count < widest, before.count + row.count - 1 <= widest,
        let last = before.last?.text, let first = row.first?.text,
        !(last.last.map { "、，,".contains($0) } ?? true),
        BrokenRecords.goesOn(first, from: last) || BrokenRecords.begins(first, below: last)
      {
        joined[joined.count - 1][before.count - 1].text += "\n" + first
        joined[joined.count - 1] += row.dropFirst()
      } else {
        joined.append(row)
      }
    }
    rows = joined
  }

  /// Joins a group to the one before where a blank line at the end of a cell has torn a row apart.
  ///
  /// Done only in a table that keeps its empty cells, so that short groups are rare and come in pairs: elsewhere they are
  /// rows. An empty cell has no end at which a blank line could stand.
  private mutating func rejoinSplitRows() {
    let widths = rows.map(\.count)
    guard let mode = widths.mostFrequent() else { return }
    let common = Set(widths.occurrences().filter { $0.key * 2 > mode && $0.value * 8 >= widths.count }.keys)
    guard let least = common.min() else { return }
    let short = widths.count { $0 < least }
    guard short > 0, short * 5 <= widths.count, Self.keepsWidths(widths, from: least) else { return }
    // Where all other rows are counted, what begins without a number is none of their beginnings.
    let whole = rows.dropFirst().filter { $0.count >= least }
    let areCounted = whole.count { PageFurniture.isBareNumber($0[0].text) } * 10 > whole.count * 9
    var joined: [[FoundField]] = []
    var mended = 0
    for row in rows {
      if let before = joined.last, before.count < least, row.count < least, before.last?.text.isEmpty == false,
        !areCounted || PageFurniture.isBareNumber(before[0].text),
        !isTitle(before, above: row), !Self.isSection(row),
        !labels.areDivided(before, by: row),
        common.contains(before.count + row.count) || before.count + row.count == mode
      {
        joined[joined.count - 1] += row
        mended += 2
      } else {
        joined.append(row)
      }
    }
    if mended * 2 >= short { rows = joined }
  }

  /// Joins groups that blank lines at the ends of cells have torn apart, however many, where each row that is whole then begins
  /// with the next number, so that no group is a row of its own.
  ///
  /// - Returns: whether that is so.
  private mutating func rejoinCountedRows() -> Bool {
    // A title of the same width, or a second row of labels, may stand there as well.
    guard let header = rows.first, header.count > 1,
      let first = rows.prefix(Self.tallestHeader + 1).firstIndex(where: { $0.first?.text == "1" }), first > 0,
      rows[..<first].allSatisfy({ $0.count == header.count })
    else { return false }
    var joined = Array(rows[..<first])
    for row in rows.dropFirst(first) {
      let before = joined[joined.count - 1]
      if joined.count > first, before.count < header.count {
        guard before.last?.text.isEmpty == false, before.count + row.count <= header.count else { return false }
        joined[joined.count - 1] += row
      } else {
        guard row[0].text == String(joined.count - first + 1) else { return false }
        joined.append(row)
      }
    }
    guard joined.count - first >= Self.fewestCounted, joined.count < rows.count,
      joined.last?.count == header.count
    else { return false }
    rows = joined
    return true
  }

  /// Fewer numbers may follow each other by chance.
  private static let fewestCounted = 3
  private static let tallestHeader = 3

  /// Whether nearly all rows that are not short have one width, or one of two, as where a table keeps its empty cells, with a
  /// header or a part of the table that is wider than the rest; rows that lost cells have any width.
  private static func keepsWidths(_ widths: [Int], from least: Int) -> Bool {
    let whole = widths.filter { $0 >= least }
    let most = whole.occurrences().values.sorted(by: >).prefix(2).reduce(0, +)
    return most * 10 >= whole.count * 9
  }
}
