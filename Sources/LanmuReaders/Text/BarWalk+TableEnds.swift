/// What of the lines without a bar belongs to no cell, so that the table ends above it.
extension BarWalk {
  /// Whether the text that waits for its bar is none of the table's when another line comes: blank lines part it from that
  /// line, or it is a heading where cells begin rows in one line, or titles another table.
  func endsTable(before content: String, current: BarStream.Piece, blanks: Int) -> Bool {
    guard let text = current.parts.last?.text, !pieces.isEmpty else { return false }
    if blanks > 0 { return true }
    guard pieces.count >= 6 else { return false }
    if PageFurniture.captionsTable(text) || isHeading(current, above: content) { return true }
    if pieces.count >= Self.manyPieces, !hasTornPiece, isBesideCells(current, above: content) { return true }
    guard current.parts.count == 1 else { return false }
    if PageFurniture.titlesTable(text) { return true }
    guard pieces.last?.isBlankBehind == true else { return false }
    return PageFurniture.opensPart(text) || PageFurniture.isTableMark(text) || text.last == "。"
  }

  /// Whether lines without a bar are none of a table's in which each cell has had a line and a bar so far: several of which one
  /// opens a part of the document, or the title of a form.
  private func isBesideCells(_ current: BarStream.Piece, above content: String) -> Bool {
    let texts = current.parts.map(\.text)
    guard let last = texts.last, texts.allSatisfy({ labels.strength(of: $0) < 1 }) else { return false }
    if PageFurniture.titlesForm(last) { return true }
    return texts.count > 1 && !closesList(content) && texts.contains(where: PageFurniture.opensPart)
  }

  /// Whether a line goes on with a list and closes the cell that holds it.
  private func closesList(_ content: String) -> Bool {
    content.utf8.contains(Byte.pipe) && PageFurniture.opensPart(content)
  }

  /// So many cells tell how a table writes them.
  static let manyPieces = 12

  /// Whether texts without a bar stand above several known labels, where all cells so far have a line and a bar each, or the
  /// text reads as the heading of a table, which no cell's first line above a label does.
  func isAboveHeader(_ current: BarStream.Piece, text: TextLines, line: Int) -> Bool {
    guard let above = current.parts.last?.text, pieces.count >= 6, labels.strength(of: above) < 1,
      !hasTornPiece || PageFurniture.headsSection(above) || PageFurniture.namesTable(above)
    else { return false }
    var first: [String] = []
    for line in text.lines.indices[line...].prefix(Self.labelLines) where first.count < Self.leastLabels {
      let cell = Self.firstCell(text.trimmedText(line: line))
      if !cell.isEmpty { first.append(cell) }
    }
    // A label broken over lines (公开⏎方式) is one of them.
    guard let label = first.first, labels.strength(of: above + label) < 1 else { return false }
    return first.count == Self.leastLabels && labels.strength(of: first[0]) == 1
      && first.count { labels.strength(of: $0) == 1 } > 1 && !first.contains { labels.strength(of: $0) == 0 }
  }

  /// So many texts tell a header, on so many lines.
  private static let leastLabels = 3
  private static let labelLines = 6

  /// Whether texts above the first label of another table are its heading, where cells have a line each, or its name.
  private func isHeading(_ current: BarStream.Piece, above content: String) -> Bool {
    guard let first = current.parts.first?.text, let last = current.parts.last?.text else { return false }
    let strength = labels.strength(of: Self.firstCell(content))
    if strength > 0, PageFurniture.headsTable(last) { return true }
    guard PageFurniture.isNumberedHeading(first) || PageFurniture.isTableMark(first) else { return false }
    return strength == 1 && !hasTornPiece
  }
}
