import LanmuGrid

/// Tables of Markdown (GitHub Flavored Markdown 4.10): a header, a line of dashes, and rows, their cells between bars.
struct MarkdownDialect: TextDialect {
  func claims(in text: TextLines, free: [Bool]) -> [TextClaim] {
    var claims: [TextClaim] = []
    var index = 1
    while index < text.count {
      guard free[index], free[index - 1], text.lines[index - 1].pipes > 0, Self.isDelimiterRow(text, line: index),
        let claim = claim(in: text, free: free, delimiterRow: index)
      else {
        index += 1
        continue
      }
      claims.append(claim)
      index = claim.lines.upperBound + 1
    }
    return claims
  }

  private func claim(in text: TextLines, free: [Bool], delimiterRow: Int) -> TextClaim? {
    let header = PipeFields.cut(text, line: delimiterRow - 1, isBordered: true, escapes: true)
    let dashes = PipeFields.cut(text, line: delimiterRow, isBordered: true)
    guard header.count == dashes.count, header.count >= 2 else { return nil }
    var table = FoundTable(layout: .delimited, rows: [header], headerRowCount: 1)
    var index = delimiterRow + 1
    while index < text.count, free[index], text.lines[index].pipes > 0 {
      // The header again, at a page's head, is a row like any other; its dashes are not.
      if !Self.isDelimiterRow(text, line: index) {
        table.rows.append(PipeFields.cut(text, line: index, isBordered: true, escapes: true))
      }
      index += 1
    }
    let trailing = table.rows.count { $0.last?.text.isEmpty ?? true }
    let leading = table.rows.count { $0.first?.text.isEmpty ?? true }
    let padded = table.rows.count {
      $0.count > 2 && ($0.last?.text.isEmpty ?? true) && !($0.first?.text.isEmpty ?? true)
    }
    if leading == 0, trailing * 2 > table.rows.count, padded == trailing { table.layout = .dropped }
    return TextClaim(
      lines: delimiterRow - 1..<index, pieces: [TextPiece(line: delimiterRow - 1, content: .found(table))])
  }

  /// The text of a line without the marks that make it a heading (`## …`), and the heading's level; 0 for other lines.
  static func heading(_ line: String) -> (text: String, level: Int) {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.dropFirst(level).first == " " else { return (line, 0) }
    var text = line.dropFirst(level).drop { $0 == " " }
    // A heading may be closed by marks as well.
    let closed = text.reversed().drop { $0 == "#" }
    if closed.count < text.count, closed.first == " " { text = text.prefix(closed.count) }
    while text.last == " " { text.removeLast() }
    return text.isEmpty ? (line, 0) : (String(text), level)
  }

  /// Whether a line is made of dashes, bars and colons: `|---|:-:|`.
  private static func isDelimiterRow(_ text: TextLines, line index: Int) -> Bool {
    let line = text.lines[index]
    guard line.pipes > 0 else { return false }
    var dashes = 0
    for byte in text.bytes[line.range] {
      switch byte {
      case Byte.hyphen: dashes += 1
      case Byte.pipe, Byte.colon, Byte.space, Byte.tab: break
      default: return false
      }
    }
    return dashes >= 2
  }
}
