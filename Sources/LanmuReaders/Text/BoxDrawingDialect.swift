import LanmuDiagnostics

/// Dialect 5: tables drawn with box characters, or with `+`, `-` and `|`.
///
/// A table is a run of lines that all hold such characters, with at least one rule and one line of text between bars.
struct BoxDrawingDialect: TextDialect {
  func claims(in text: TextLines, free: [Bool]) -> [TextClaim] {
    var claims: [TextClaim] = []
    var index = 0
    while index < text.count {
      guard free[index], let isASCII = Self.opens(text, line: index) else {
        index += 1
        continue
      }
      var end = index
      while end < text.count, free[end], Self.belongs(text, line: end, isASCII: isASCII) { end += 1 }
      let byteCount = BoxCanvas.byteCount(text, lines: index..<end)
      if byteCount > BoxCanvas.maximumByteCount {
        let lost = Diagnostic.drawingTooLarge(line: index + 1, byteCount: byteCount, limit: BoxCanvas.maximumByteCount)
        claims.append(TextClaim(lines: index..<end, pieces: [], diagnostics: [lost]))
      } else if let canvas = BoxCanvas(text, lines: index..<end, isASCII: isASCII), let grid = BoxTable(canvas).grid() {
        claims.append(TextClaim(lines: index..<end, pieces: [TextPiece(line: index, content: .grid(grid))]))
      }
      index = max(end, index + 1)
    }
    return claims
  }

  /// Whether a drawn table can start here; if so, whether it is drawn in ASCII.
  private static func opens(_ text: TextLines, line index: Int) -> Bool? {
    let line = text.lines[index]
    if line.hasBoxDrawing { return false }
    let range = text.bytes.trimmed(line.range)
    guard range.count >= 3, text.bytes[range.lowerBound] == UInt8(ascii: "+"),
      text.bytes[range.upperBound - 1] == UInt8(ascii: "+")
    else { return nil }
    return text.bytes[range].allSatisfy { [UInt8(ascii: "+"), Byte.hyphen, UInt8(ascii: "=")].contains($0) }
      ? true : nil
  }

  private static func belongs(_ text: TextLines, line index: Int, isASCII: Bool) -> Bool {
    let line = text.lines[index]
    guard isASCII else { return line.hasBoxDrawing }
    let range = text.bytes.trimmed(line.range)
    guard !range.isEmpty else { return false }
    return text.bytes[range.lowerBound] == UInt8(ascii: "+") || text.bytes[range.lowerBound] == Byte.pipe
  }
}
