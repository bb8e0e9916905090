package import LanmuContainer
package import LanmuDiagnostics
internal import LanmuGrid

/// Streams the rows of delimited text (RFC 4180 and its usual breaches) in constant memory.
///
/// Lines of nothing but white space are passed over. A quoted field may run over lines; one that is not closed within a
/// megabyte is taken as text up to the end of its line, and said so.
package struct DelimitedRows {
  private static let longestField = 1 << 20

  package var delimiter: UInt8
  package var encoding: TextEncoding?

  package init(delimiter: UInt8, encoding: TextEncoding? = nil) {
    self.delimiter = delimiter
    self.encoding = encoding
  }

  package func forEachRow(in source: ByteSource, _ body: RowStream.Body) throws(LanmuError) -> [Diagnostic] {
    var stream = try TextStream.open(source, encoding: encoding)
    var buffer: [UInt8] = []
    var start = 0
    var line = 1
    var openQuotes: [Int] = []
    var isAtEnd = false
    var row = TabularRow(row: -1)
    var parse = RecordParse(delimiter: delimiter, quotesUpTo: Self.longestField)
    while true {
      while start < buffer.count {
        guard parse.run(buffer.span, from: start, isFinal: isAtEnd) else { break }
        let firstLine = line
        line += parse.lineCount
        start = parse.position
        if parse.hasOpenQuote { openQuotes.append(firstLine) }
        if parse.isBlank { continue }
        row.row += 1
        row.line = firstLine
        row.texts.removeAll()
        for field in parse.fields { field.append(from: buffer.span, to: &row.texts) }
        if row.row == 0, firstLine == 1, Self.namesSeparator(row.texts) {
          row.row = -1
          continue
        }
        if try body(row) != .proceed { return diagnostics(of: stream.diagnostics, openQuotes) }
      }
      if isAtEnd { break }
      // A record longer than a piece is looked at again only when there is twice as much of it: time stays linear.
      let wanted = start == 0 ? buffer.count * 2 : 0
      buffer.removeFirst(start)
      start = 0
      repeat { isAtEnd = try !stream.next(appendingTo: &buffer) } while !isAtEnd && buffer.count < wanted
    }
    return diagnostics(of: stream.diagnostics, openQuotes)
  }

  /// Whether the first line does nothing but name the separator (`sep=;`), as Excel understands it.
  private static func namesSeparator(_ texts: FieldTexts) -> Bool {
    texts.count <= 2 && texts[0].hasPrefix("sep=") && texts[0].utf8.count <= 5 && texts[1].isEmpty
  }

  private func diagnostics(of decoding: [Diagnostic], _ openQuotes: [Int]) -> [Diagnostic] {
    decoding + openQuotes.prefix(20).map { .openQuote(line: $0) }
  }
}
