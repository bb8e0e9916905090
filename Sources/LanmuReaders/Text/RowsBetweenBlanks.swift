/// Rows that blank lines part, one cell a line, with bars only between the cells of a row: none stands behind its last cell.
///
/// An empty cell leaves nothing between its bars, and no blank line stands within a row. A text without a bar is a row of its
/// own between others, and ends the table where no row follows soon.
struct RowsBetweenBlanks {
  private(set) var lines: Range<Int>
  private(set) var rows: [[FoundField]] = []
  /// Page numbers, which belong to no row.
  private(set) var paragraphs: [TextPiece] = []

  /// Up to where lines were read, also if they are no such rows.
  private(set) var reach: Int
  /// Whether the lines are such rows.
  private(set) var isFound = false

  init(_ text: TextLines, free: [Bool], from first: Int, after claimed: Int, labels: KnownLabels) {
    var start = first
    while start > claimed, free[start - 1], !text.lines[start - 1].isBlank { start -= 1 }
    lines = start..<start
    reach = first + 1
    var blocks: [[FoundField]] = []
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
      guard let cells = cells(of: index..<end, in: text) else { return }
      if cells.count > 1 {
        blocks.append(cells)
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
    blocks[0] = rows.first { $0.count > 1 } ?? []
    isFound = Self.areRows(blocks, labels: labels)
  }

  /// Whether what stands between blank lines are rows: the first of several texts begins and ends with one, since no bar opens
  /// or closes it, and is a header that no other exceeds; or most end so or are as long, and few hold texts of two lines,
  /// as the ends of several rows would be.
  private static func areRows(_ blocks: [[FoundField]], labels: KnownLabels) -> Bool {
    let header = blocks.first { cells in cells.count { !$0.text.isEmpty } > 1 }
    guard blocks.count > 1, let header, blocks.contains(where: { $0.count > 2 }),
      ![header.first, header.last].contains(where: { $0?.text.isEmpty == true })
    else { return false }
    let known = header.count { labels.strength(of: $0.text) > 0 }
    if known * 3 >= header.count * 2, blocks.allSatisfy({ $0.count <= header.count }) { return true }
    let torn = blocks.count { $0.contains { $0.text.utf8.contains(Byte.lineFeed) } }
    guard torn * 10 <= blocks.count * 2 else { return false }
    let endingInText = blocks.count { $0.last?.text.isEmpty == false }
    return endingInText * 10 >= blocks.count * 6 || blocks.count { $0.count == header.count } * 10 >= blocks.count * 9
  }

  /// So many texts without a bar may stand between two rows.
  private static let mostTexts = 3

  /// The cells between the bars of lines that no blank one parts; `nil` if a line holds more than one cell.
  private mutating func cells(of range: Range<Int>, in text: TextLines) -> [FoundField]? {
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
    return cells.map { parts in
      parts.isEmpty ? FoundField(text: "", line: range.lowerBound + 1) : BarStream.joined(parts[...])
    }
  }

  /// Leaves the lines right above the first known label to the text around the table.
  private mutating func leaveTitle(labels: KnownLabels) {
    let parts = rows[0][0].text.split(separator: "\n")
    guard parts.count > 1, let label = parts.last, labels.strength(of: String(label)) == 1,
      labels.strength(of: rows[0][0].text.replacing("\n", with: "")) < 1
    else { return }
    let above = parts.count - 1
    rows[0][0] = FoundField(text: String(label), line: rows[0][0].line + above)
    lines = lines.lowerBound + above..<lines.upperBound
  }
}
