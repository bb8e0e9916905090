import LanmuContainer
import LanmuDiagnostics
import LanmuGrid

/// Tables in the markup of web pages within a text that is none: the body of a page, pasted between lines of prose.
///
/// A table begins on a line before whose `<table` stand tags at most, and ends with the line of its `</table>`, or with the
/// last one that holds tags of cells or rows. Lines of tags around it belong to the page as well. Spans are known as in any
/// page. Markup left in a cell, or named in prose, begins none.
struct PageTableDialect: TextDialect {
  let limits: ResourceLimits

  func claims(in text: TextLines, free: [Bool]) -> [TextClaim] {
    guard text.bytes.contains(Self.opening) else { return [] }
    var claims: [TextClaim] = []
    var index = 0
    while index < text.count {
      guard free[index], Self.opensTable(text, line: index) else {
        index += 1
        continue
      }
      var start = index
      while start > claims.last?.lines.upperBound ?? 0, free[start - 1], Self.beginsWithTag(text, line: start - 1) {
        start -= 1
      }
      var end = Self.tableEnd(text, from: index, free: free)
      while end < text.count, free[end], Self.beginsWithTag(text, line: end), !Self.opensTable(text, line: end) {
        end += 1
      }
      if let claim = claim(text, lines: start..<end) { claims.append(claim) }
      index = end
    }
    return claims
  }

  /// The page on some lines; `nil` if none of its tables has a cell.
  private func claim(_ text: TextLines, lines: Range<Int>) -> TextClaim? {
    let bytes = text.lines[lines.lowerBound].range.lowerBound..<text.lines[lines.upperBound - 1].range.upperBound
    do {
      let page = try HTMLReader(limits: limits, encoding: .utf8).read(Array(text.bytes[bytes]), name: "")
      guard page.value.cellCount > 0 else { return nil }
      let diagnostics = page.diagnostics.map { diagnostic in
        var placed = diagnostic
        placed.position = SourcePosition(line: lines.lowerBound + (diagnostic.position.line ?? 1))
        return placed
      }
      return TextClaim(
        lines: lines, pieces: [TextPiece(line: lines.lowerBound, content: .page(page.value.blocks))],
        diagnostics: diagnostics)
    } catch {
      let position = SourcePosition(line: lines.lowerBound + 1)
      let unread = Diagnostic(.error, code: error.code.rawValue, message: error.message, position: position)
      return TextClaim(lines: lines, pieces: [], diagnostics: [unread])
    }
  }

  // MARK: - Tags

  private static let opening = UInt8(ascii: "<")

  /// Whether a table begins on a line: only tags stand before its tag, and another one or nothing right behind it, as between
  /// the parts of a table; no delimiter follows the last tag, no bar stands alone beside the line, and no indented cell above.
  private static func opensTable(_ text: TextLines, line index: Int) -> Bool {
    let line = text.lines[index]
    guard !line.isBlank, text.bytes[line.range.lowerBound] != Byte.tab else { return false }
    let range = text.bytes.trimmed(line.range)
    guard text.bytes[range.lowerBound] == opening, !endsInCells(text.bytes[range]),
      !isBar(text, line: index - 1), !isBar(text, line: index + 1), index == 0 || !text.lines[index - 1].isIndented
    else { return false }
    var place = range.lowerBound
    while place < range.upperBound, text.bytes[place] == opening {
      let isTable = hasTag("table", in: text, at: place + 1, before: range.upperBound)
      let close = text.bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: ">"))
      guard let close else { return isTable }
      place = text.bytes.trimmed(close + 1..<range.upperBound).lowerBound
      if isTable { return close + 1 == range.upperBound || text.bytes[place] == opening }
    }
    return false
  }

  /// Whether a delimiter stands behind a line's last tag.
  private static func endsInCells(_ line: ArraySlice<UInt8>) -> Bool {
    line.reversed().prefix { $0 != UInt8(ascii: ">") }.contains { delimiters.contains($0) }
  }

  private static let delimiters: [UInt8] = [Byte.tab, Byte.comma, Byte.semicolon, Byte.pipe]

  private static func isBar(_ text: TextLines, line index: Int) -> Bool {
    text.lines.indices.contains(index) && text.isBar(index)
  }

  private static func beginsWithTag(_ text: TextLines, line index: Int) -> Bool {
    let range = text.bytes.trimmed(text.lines[index].range)
    guard range.count >= 3, text.bytes[range.lowerBound] == opening else { return false }
    let place = text.bytes[range.lowerBound + 1] == slash ? range.lowerBound + 2 : range.lowerBound + 1
    return isLetter(text.bytes[place]) && text.bytes[range].contains(UInt8(ascii: ">"))
  }

  /// The line behind the table that begins on a line, those within it counted.
  private static func tableEnd(_ text: TextLines, from start: Int, free: [Bool]) -> Int {
    var depth = 0
    var last = start
    for index in start..<text.count {
      guard free[index], !isParted(text, line: index) else { return last + 1 }
      let range = text.lines[index].range
      var rest = text.bytes[range]
      while let place = rest.firstIndex(of: opening) {
        rest = rest[(place + 1)...]
        let isEnd = rest.first == slash
        let name = isEnd ? place + 2 : place + 1
        if hasTag("table", in: text, at: name, before: range.upperBound) {
          depth += isEnd ? -1 : 1
          last = index
        } else if parts.contains(where: { hasTag($0, in: text, at: name, before: range.upperBound) }) {
          last = index
        }
      }
      if depth <= 0 { return index + 1 }
    }
    return last + 1
  }

  /// Whether a blank line stands above a line that is full of tabs, as no cell of a page is, but rows of text are.
  private static func isParted(_ text: TextLines, line index: Int) -> Bool {
    index > 0 && text.lines[index - 1].isBlank && text.lines[index].tabs > 1 && !beginsWithTag(text, line: index)
  }

  /// What a table whose end is missing still holds.
  private static let parts = ["td", "th", "tr", "tbody"]
  private static let slash = UInt8(ascii: "/")

  /// Whether a tag's name stands at a place, letters in either case.
  private static func hasTag(_ name: String, in text: TextLines, at place: Int, before end: Int) -> Bool {
    let length = name.utf8.count
    guard place + length <= end else { return false }
    for (offset, letter) in name.utf8.enumerated() where text.bytes[place + offset] | 0x20 != letter { return false }
    return place + length == end || !isLetter(text.bytes[place + length])
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
