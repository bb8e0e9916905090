/// Reads the records of delimited text: RFC 4180, and what programs make of it.
///
/// A field is quoted only if its closing quote stands before a delimiter or the end of a line; else its quotes are text.
/// A quote that is never closed is text too, so that it costs one field and not the rest of the file.
struct DelimitedRecords {
  let text: TextLines
  let delimiter: UInt8
  /// No quote from here on closes a field: once found out, not looked for again.
  private var noCloserFrom: Int
  private var brokenQuotes: [Int] = []
  /// A line on which no quote closes a field that has a lone quote in it.
  private var breachedLine = -1

  init(_ text: TextLines, delimiter: UInt8) {
    self.text = text
    self.delimiter = delimiter
    noCloserFrom = text.bytes.count
  }

  /// The lines of the quotes that were never closed, since this was last asked.
  mutating func takeBrokenQuotes() -> [Int] {
    defer { brokenQuotes = [] }
    return brokenQuotes
  }

  /// One record, and the place of the first line behind it.
  struct Record {
    var fields: [FoundField]
    var firstLine: Int
    var nextLine: Int
    var hasQuotedField: Bool
  }

  /// Reads the record that starts with a line.
  mutating func record(at firstLine: Int) -> Record {
    let bytes = text.bytes
    var line = firstLine
    var index = text.lines[line].range.lowerBound
    var fields: [FoundField] = []
    var hasQuotedField = false
    while true {
      let fieldLine = line
      if index < text.lines[line].range.upperBound, bytes[index] == Byte.quote,
        let closing = closingQuote(from: index, line: line)
      {
        hasQuotedField = true
        fields.append(FoundField(text: unquoted(index + 1..<closing.offset), line: fieldLine + 1))
        line = closing.line
        index = closing.offset + 1
        while index < text.lines[line].range.upperBound, bytes[index] != delimiter { index += 1 }
      } else {
        let from = index
        let end = text.lines[line].range.upperBound
        while index < end, bytes[index] != delimiter { index += 1 }
        let isBlank = bytes.trimmed(from..<index).isEmpty
        fields.append(FoundField(text: isBlank ? "" : text.text(from..<index), line: fieldLine + 1))
      }
      guard index < text.lines[line].range.upperBound else { break }
      index += 1
    }
    return Record(fields: fields, firstLine: firstLine, nextLine: line + 1, hasQuotedField: hasQuotedField)
  }

  /// The quote that closes the field opened at `start`, and its line.
  ///
  /// A lone quote inside the field that closes nothing is a breach of the RFC; then only a closing quote on the same line
  /// is believed, and none in tab-separated text, whose fields often start with a quoted word.
  private mutating func closingQuote(from start: Int, line startLine: Int) -> (offset: Int, line: Int)? {
    guard start < noCloserFrom else { return nil }
    let bytes = text.bytes
    var line = startLine
    var index = start + 1
    var isBreached = false
    while index < bytes.count {
      if index >= text.lines[line].range.upperBound, index >= text.lines[line].next { line += 1 }
      if bytes[index] == Byte.quote {
        if index + 1 < bytes.count, bytes[index + 1] == Byte.quote {
          index += 2
          continue
        }
        if closes(at: index, line: line) { return (index, line) }
        if delimiter == Byte.tab || breachedLine == startLine { return nil }
        isBreached = true
      }
      if isBreached, line > startLine {
        breachedLine = startLine
        return nil
      }
      index += 1
    }
    noCloserFrom = start
    brokenQuotes.append(startLine)
    return nil
  }

  /// Whether only spaces stand between a quote and the next delimiter or the end of its line.
  private func closes(at quote: Int, line: Int) -> Bool {
    var index = quote + 1
    let end = text.lines[line].range.upperBound
    while index < end, text.bytes[index] == Byte.space { index += 1 }
    return index >= end || text.bytes[index] == delimiter
  }

  /// A quoted field's text: doubled quotes made single, line ends made `\n`.
  private func unquoted(_ range: Range<Int>) -> String {
    let bytes = text.bytes
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case Byte.quote:
        result.append(Byte.quote)
        index += index + 1 < range.upperBound && bytes[index + 1] == Byte.quote ? 2 : 1
      case Byte.carriageReturn:
        result.append(Byte.lineFeed)
        index += index + 1 < range.upperBound && bytes[index + 1] == Byte.lineFeed ? 2 : 1
      default:
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
