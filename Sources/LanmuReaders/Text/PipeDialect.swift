import LanmuGrid

/// Dialect 3, and fields between upright bars in general: one row a line.
///
/// Where covered cells were dropped and rows padded at the end, empty fields stand only at the ends of rows; where merged
/// cells were left as empty fields, they stand at the starts. That tells the layouts apart.
struct PipeDialect: TextDialect {
  let labels: KnownLabels

  func claims(in text: TextLines, free: [Bool]) -> [TextClaim] {
    var claims: [TextClaim] = []
    var last: (table: FoundTable, end: Int)?
    var index = 0
    while index < text.count {
      guard free[index], text.lines[index].pipes > 0 else {
        index += 1
        continue
      }
      var region = collect(from: index, in: text, free: free, readsOpenCells: true)
      let closed = ClosedRows(region.rows, strays: region.paragraphs, in: text)
      if closed == nil { region = collect(from: index, in: text, free: free, readsOpenCells: false) }
      if let claim = claim(region, closed: closed, after: last, in: text) {
        claims.append(claim)
        if case .found(let table) = claim.pieces[0].content { last = (table, claim.lines.upperBound) }
      }
      index = max(region.lines.upperBound, index + 1)
    }
    return claims
  }

  private struct Region {
    var lines: Range<Int>
    /// The lines with a bar.
    var rows: [Int] = []
    var paragraphs: [TextPiece] = []
  }

  private static let mostStrays = 8
  /// A cell hardly has more lines.
  private static let longestCell = 64

  /// Lines with bars, and at most two lines in a row among them that have none, page numbers aside.
  ///
  /// - Parameter readsOpenCells: whether more may stand in a cell that no bar closes.
  private func collect(from start: Int, in text: TextLines, free: [Bool], readsOpenCells: Bool) -> Region {
    var region = Region(lines: start..<start)
    var strays: [TextPiece] = []
    var isBelowBlank = false
    var index = start
    let header = text.trimmedText(line: start)
    while index < text.count, free[index] {
      let line = text.lines[index]
      if line.pipes > 0 {
        // A stray line before a repeated header ends the piece, so that it keeps its place between the pieces.
        if !strays.isEmpty, text.trimmedText(line: index) == header { break }
        // So does the caption of another table.
        if strays.contains(where: \.captionsTable), index + 1 < text.count, text.lines[index + 1].pipes > 0 { break }
        // So does one that blank lines set apart, unless it is a page number: what follows it may be another table.
        if isBelowBlank, strays.contains(where: \.isProse), index + 1 < text.count, text.lines[index + 1].pipes > 0 {
          break
        }
        // So do texts above another header, if it is known.
        if strays.contains(where: \.isProse), let last = region.rows.last,
          startsTable(at: index, below: last, in: text)
        {
          break
        }
        // So does a numbered heading between rows of one width and rows of another.
        if strays.contains(where: \.headsSection), isHeader(index, in: text),
          beginsOtherWidth(at: index, below: region, in: text)
        {
          break
        }
        isBelowBlank = false
        region.paragraphs += strays
        strays = []
        region.rows.append(index)
        region.lines = start..<index + 1
      } else if !line.isBlank {
        strays.append(TextPiece(line: index, content: .paragraph(text.trimmedText(line: index))))
        let isWithinCell = readsOpenCells && !isBelowBlank && hasOpenCell(region, in: text)
        let most = isWithinCell ? Self.longestCell : Self.mostStrays
        if !isWithinCell && strays.count(where: \.isProse) > 2 || strays.count > most { break }
      } else {
        isBelowBlank = true
      }
      index += 1
    }
    return region
  }

  /// Whether the last row lacks the bar that closes the rows above.
  private func hasOpenCell(_ region: Region, in text: TextLines) -> Bool {
    guard let last = region.rows.last, region.rows.count > 1 else { return false }
    return !ClosedRows.isClosed(last, in: text) && ClosedRows.isClosed(region.rows[0], in: text)
  }

  /// Whether all texts between a line's bars are known labels, or most of many short ones are.
  private func isHeader(_ line: Int, in text: TextLines) -> Bool {
    let texts = PipeFields.cut(text, line: line, isBordered: true).map(\.text).filter { !$0.isEmpty }
    let known = texts.count { labels.strength(of: $0) > 0 }
    if texts.count >= 2, known == texts.count { return true }
    return known >= Self.fewestKnown && known * 2 > texts.count
      && texts.allSatisfy { $0.unicodeScalars.count <= Self.longestLabel }
  }

  private static let fewestKnown = 3
  private static let longestLabel = 12

  /// Whether all rows above a line have as many bars, as those that are filled up have, and the line and the next have others.
  private func beginsOtherWidth(at line: Int, below region: Region, in text: TextLines) -> Bool {
    guard region.rows.count >= Self.fewestEven, line + 1 < text.count, let first = region.rows.first else {
      return false
    }
    let (above, below) = (text.lines[first].pipes, text.lines[line].pipes)
    return above != below && text.lines[line + 1].pipes == below
      && region.rows.allSatisfy { text.lines[$0].pipes == above }
  }

  private static let fewestEven = 3

  /// Whether a row holds the known labels of another table: several, or two above rows that turn as narrow.
  private func startsTable(at index: Int, below last: Int, in text: TextLines) -> Bool {
    let fields = PipeFields.cut(text, line: index, isBordered: true).map(\.text).filter { !$0.isEmpty }
    if labels.nameFields(fields) { return true }
    let pipes = text.lines[index].pipes
    guard fields.count == 2, pipes != text.lines[last].pipes, index + 1 < text.count,
      pipes == text.lines[index + 1].pipes
    else { return false }
    let strengths = fields.map(labels.strength(of:))
    return !strengths.contains(0) && strengths.contains(1)
  }

  private func claim(
    _ region: Region, closed: ClosedRows?, after last: (table: FoundTable, end: Int)?, in text: TextLines
  ) -> TextClaim? {
    if let closed, isTable(closed.rows) {
      var rows = closed.rows
      let layout = layout(of: rows)
      if layout == .dropped { markPadding(of: &rows, lines: closed.lastLines[...], in: text) }
      let piece = TextPiece(line: region.lines.lowerBound, content: .found(FoundTable(layout: layout, rows: rows)))
      return TextClaim(lines: region.lines, pieces: [piece] + closed.paragraphs)
    }
    let startsWithBar = region.rows.map { index in
      text.bytes[text.bytes.trimmed(text.lines[index].range).lowerBound] == Byte.pipe
    }
    // Below a header without a border, a bar at a row's start stands behind an empty first field.
    let isBordered = startsWithBar.first == true && startsWithBar.count(where: \.self) * 10 >= region.rows.count * 9
    var rows = region.rows.map { PipeFields.cut(text, line: $0, isBordered: isBordered) }
    if !isBordered { addLastFields(to: &rows, lines: region.rows, in: text) }
    guard isTable(rows) else { return rest(rows, region, of: last, in: text) }
    var paragraphs = region.paragraphs
    var lines = region.lines
    // A bread crumb or a list of links near a table, set apart from it by other text, is no row of it.
    if let gap = paragraphs.first?.line, rows.count >= 3, region.rows[1] > gap, gap > region.rows[0],
      rows[0].count != rows[1].count
    {
      paragraphs.removeAll { $0.line < region.rows[1] }
      lines = region.rows[1]..<lines.upperBound
      rows.removeFirst()
    }
    // Rows that are padded are all as wide; shorter ones that make up a whole one are torn by a line end in a cell.
    let whole = BrokenRecords.rejoined(rows, labels: labels)
    let layout = layout(of: whole)
    if whole.count < rows.count {
      rows = whole
    } else if layout == .dropped {
      markPadding(of: &rows, lines: region.rows.suffix(rows.count), in: text)
    } else {
      // Where cells keep their places, one behind the last bar is a cell.
      for row in rows.indices {
        if let last = rows[row].indices.last { rows[row][last].isPadding = false }
      }
    }
    let piece = TextPiece(line: lines.lowerBound, content: .found(FoundTable(layout: layout, rows: rows)))
    return TextClaim(lines: lines, pieces: [piece] + paragraphs)
  }

  private func isTable(_ rows: [[FoundField]]) -> Bool {
    guard rows.count >= 2, let width = rows.map(\.count).mostFrequent(), width >= 2 else { return false }
    let filled = rows.map { row in row.count { !$0.text.isEmpty } }
    // A row that lost all cells but one is still a row if it has the fields of the others.
    let full = filled.count { $0 >= 2 }
    let padded = width >= 3 ? rows.indices.count { filled[$0] < 2 && rows[$0].count == width } : 0
    // Below a header, rows filled up to its width are rows, however many of them lost all cells but one; the header itself is
    // filled up where one of its labels stands over several fields.
    let names = rows[0].map(\.text).filter { !$0.isEmpty }
    let isNamed = labels.nameFields(names) && rows[0].count == width
    return (full + padded) * 10 >= rows.count * 7 && (full * 10 >= rows.count * 4 || isNamed)
  }

  /// Rows that would be no table by themselves as the rest of one that a page break with a number parts from them; links
  /// between bars stand below a table as well.
  private func rest(
    _ rows: [[FoundField]], _ region: Region, of last: (table: FoundTable, end: Int)?, in text: TextLines
  ) -> TextClaim? {
    guard let (table, end) = last, case let gap = end..<region.lines.lowerBound, TableGap.isPageBreak(gap, in: text),
      TableGap.holdsPageNumber(gap, in: text), let width = table.rows.map(\.count).mostFrequent(), width >= 3,
      region.rows.allSatisfy({ (width - 1...width).contains(text.lines[$0].pipes) })
    else { return nil }
    var rows = rows
    for (row, line) in region.rows.enumerated() where rows[row].count == width - 1 {
      rows[row].append(FoundField(text: "", line: line + 1, isPadding: true))
    }
    if table.layout == .dropped { markPadding(of: &rows, lines: region.rows[...], in: text) }
    let piece = TextPiece(
      line: region.lines.lowerBound, content: .found(FoundTable(layout: table.layout, rows: rows)))
    return TextClaim(lines: region.lines, pieces: [piece] + region.paragraphs)
  }

  /// Where bars stand only between fields, a bar at a line's end has one more field behind it, which is empty.
  ///
  /// Rows show that which have as many bars and none at their end, or the space that stands behind each bar, the last one too.
  private func addLastFields(to rows: inout [[FoundField]], lines: [Int], in text: TextLines) {
    let bars = lines.map { text.lines[$0].pipes }
    let ends = lines.map { text.bytes.trimmed(text.lines[$0].range).upperBound }
    let isClosed = ends.map { text.bytes[$0 - 1] == Byte.pipe }
    let usual = bars.mostFrequent()
    let isOpen = lines.indices.contains { !isClosed[$0] && bars[$0] == usual }
    let spaced = lines.indices.count { isClosed[$0] && ends[$0] < text.lines[lines[$0]].range.upperBound }
    guard isOpen || spaced * 10 >= lines.count * 9 else { return }
    for (row, line) in lines.enumerated() where isClosed[row] {
      rows[row].append(FoundField(text: "", line: line + 1, isPadding: true))
    }
  }

  private func markPadding(of rows: inout [[FoundField]], lines: ArraySlice<Int>, in text: TextLines) {
    let padding = lines.map { PipeFields.padding(text, line: $0) }
    // Where a field was added behind a line's last bar, those between its bars stand in front of it.
    let added = rows.map { $0.last?.isPadding == true ? 1 : 0 }
    if padding.allSatisfy({ $0 == 0 }), zip(rows, added).contains(where: { $1 == 1 && $0.dropLast().last?.text == "" })
    {
      // Fields that were filled up look like those left empty: what is added behind the last bar is one of them.
      for row in rows.indices where added[row] == 1 { rows[row][rows[row].count - 1].isPadding = false }
      return
    }
    for row in rows.indices {
      for field in rows[row].indices.suffix(padding[row] + added[row]) where rows[row][field].text.isEmpty {
        rows[row][field].isPadding = true
      }
    }
  }

  private func layout(of rows: [[FoundField]]) -> Grid.Layout {
    let leading = rows.count(where: Self.startsEmpty)
    let width = rows.reduce(0) { max($0, $1.count) }
    let trailing = rows.count { ($0.last?.text.isEmpty ?? false) || $0.count < width }
    return leading > trailing || leading >= 2 && leading * Self.leastLeading >= rows.count ? .delimited : .dropped
  }

  /// One row in so many, at least, starts with an empty field where merged cells were left so; a covered cell that is gone
  /// leaves none.
  private static let leastLeading = 6

  /// Whether the first field is empty, or the one behind a running number.
  static func startsEmpty(_ row: [FoundField]) -> Bool {
    guard let first = row.first else { return false }
    if first.text.isEmpty { return row.contains { !$0.text.isEmpty } }
    return PageFurniture.isBareNumber(first.text) && row.count > 2 && row[1].text.isEmpty
      && row[2...].contains { !$0.text.isEmpty }
  }
}
