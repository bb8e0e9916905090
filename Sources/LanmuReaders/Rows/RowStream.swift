package import LanmuContainer
package import LanmuDiagnostics

/// A document's rows one after the other, without the document being held.
///
/// This is how inputs of a million rows are read. Worksheets stream in constant memory beside their shared strings; text
/// streams line by line; formats that have no use for streaming are read whole and then walked. Rows without any cell are
/// passed over, and rows come in the order in which they are written, which for worksheets made by hand may not be rising.
package enum RowStream {
  package typealias Body = (TabularRow) throws(LanmuError) -> RowStreamStep

  /// Hands each row of each table to `body`, and returns what was noticed on the way.
  ///
  /// - Throws: the errors of the format's reader, and what `body` throws.
  package static func forEachRow(
    in source: ByteSource, limits: ResourceLimits = .standard, encoding: TextEncoding? = nil, _ body: Body
  ) throws(LanmuError) -> [Diagnostic] {
    let head = try source.prefix(1 << 16)
    guard !head.isEmpty else { throw .inputEmpty(source.displayName) }
    let format = try FormatSniffer(limits: limits).format(of: source)
    if format == .xlsx { return try WorksheetRows(limits: limits).forEachRow(in: source, body) }
    if let delimiter = try delimiter(of: head, format: format) {
      return try DelimitedRows(delimiter: delimiter, encoding: encoding).forEachRow(in: source, body)
    }
    let outcome = try DocumentReader(limits: limits, encoding: encoding).read(source, format: format)
    try GridRows.forEachRow(of: outcome.value, body)
    return outcome.diagnostics
  }

  /// The delimiter of delimited text; `nil` for any other document.
  private static func delimiter(of head: [UInt8], format: SourceFormat) throws(LanmuError) -> UInt8? {
    guard [.csv, .tsv, .text].contains(format) else { return nil }
    // The head may end within a character or a line: only whole lines are looked at.
    let whole = head.lastIndex(of: Byte.lineFeed).map { Array(head[...$0]) } ?? head
    guard let decoded = try? TextDecoder().decode(whole) else { return format == .tsv ? Byte.tab : Byte.comma }
    let text = TextLines(utf8: decoded.utf8)
    if let separator = text.separatorLine { return separator }
    let guess = DelimiterGuess(text, preferred: format == .tsv ? Byte.tab : Byte.comma)
    return format == .text && guess.agreement < 0.9 ? nil : guess.delimiter
  }
}
