package import LanmuContainer
package import LanmuDiagnostics

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
    while true {
      while start < buffer.count {
        var parse = RecordParse(position: start)
        guard parse.run(buffer, delimiter: delimiter, isFinal: isAtEnd, quotesUpTo: Self.longestField) else { break }
        let firstLine = line
        line += parse.lineCount
        start = parse.position
        if parse.hasOpenQuote { openQuotes.append(firstLine) }
        if parse.isBlank { continue }
        row.row += 1
        row.line = firstLine
        row.fields.removeAll(keepingCapacity: true)
        for field in parse.fields { row.fields.append(field.text(in: buffer)) }
        if row.row == 0, firstLine == 1, row.fields.joined(separator: ";").hasPrefix("sep="), row.fields.count <= 2,
          row.fields[0].utf8.count <= 5, row.fields.count == 1 || row.fields[1].isEmpty
        {
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
      repeat {
        guard let piece = try stream.next() else {
          isAtEnd = true
          break
        }
        buffer.append(contentsOf: piece)
      } while buffer.count < wanted
    }
    return diagnostics(of: stream.diagnostics, openQuotes)
  }

  private func diagnostics(of decoding: [Diagnostic], _ openQuotes: [Int]) -> [Diagnostic] {
    decoding + openQuotes.prefix(20).map { .openQuote(line: $0) }
  }
}

/// One record being taken from a buffer.
struct RecordParse {
  struct Field {
    var range: Range<Int>
    /// Quotes stand in the field in pairs, or line ends need to be made `\n`.
    var needsUnquoting = false

    func text(in buffer: [UInt8]) -> String {
      guard needsUnquoting else { return String(decoding: buffer[range], as: UTF8.self) }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(range.count)
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = buffer[index]
        let next = index + 1 < range.upperBound ? buffer[index + 1] : 0
        if byte == Byte.carriageReturn {
          bytes.append(Byte.lineFeed)
          if next == Byte.lineFeed { index += 1 }
        } else {
          bytes.append(byte)
          if byte == Byte.quote, next == Byte.quote { index += 1 }
        }
        index += 1
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private(set) var position: Int
  private(set) var fields: [Field] = []
  /// How many lines the record takes up.
  private(set) var lineCount = 0
  private(set) var hasOpenQuote = false
  private(set) var isBlank = true
  /// Up to where no quote closes a field: found out once, and not looked for again.
  private var noCloserBefore = 0

  init(position: Int) { self.position = position }

  /// Reads one record and the end of its line; `false` if the buffer ends before it.
  mutating func run(_ buffer: [UInt8], delimiter: UInt8, isFinal: Bool, quotesUpTo limit: Int) -> Bool {
    var index = position
    let count = buffer.count
    while true {
      if index < count, buffer[index] == Byte.quote {
        switch closingQuote(buffer, from: index, delimiter: delimiter, isFinal: isFinal, limit: limit) {
        case .needsMore: return false
        case .at(let closing, let needsUnquoting, let lines):
          fields.append(Field(range: index + 1..<closing, needsUnquoting: needsUnquoting))
          isBlank = false
          lineCount += lines
          index = closing + 1
          while index < count, buffer[index] == Byte.space { index += 1 }
        case .none:
          index = plainField(buffer, from: index, delimiter: delimiter)
        }
      } else {
        index = plainField(buffer, from: index, delimiter: delimiter)
      }
      if index >= count {
        guard isFinal else { return false }
        lineCount += 1
        position = count
        return true
      }
      if buffer[index] == delimiter {
        index += 1
        isBlank = false
        continue
      }
      if buffer[index] == Byte.carriageReturn, index + 1 >= count, !isFinal { return false }
      let isPair = buffer[index] == Byte.carriageReturn && index + 1 < count && buffer[index + 1] == Byte.lineFeed
      position = index + (isPair ? 2 : 1)
      lineCount += 1
      return true
    }
  }

  private mutating func plainField(_ buffer: [UInt8], from start: Int, delimiter: UInt8) -> Int {
    var index = start
    let count = buffer.count
    while index < count {
      let byte = buffer[index]
      if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      if byte > Byte.space { isBlank = false }
      index += 1
    }
    fields.append(Field(range: start..<index))
    return index
  }

  private enum Closing {
    case at(Int, needsUnquoting: Bool, lines: Int)
    case needsMore
    case none
  }

  private mutating func closingQuote(
    _ buffer: [UInt8], from start: Int, delimiter: UInt8, isFinal: Bool, limit: Int
  ) -> Closing {
    guard start >= noCloserBefore else { return .none }
    var index = start + 1
    var needsUnquoting = false
    var lines = 0
    while index < buffer.count, index - start < limit {
      switch buffer[index] {
      case Byte.quote:
        if index + 1 >= buffer.count, !isFinal { return .needsMore }
        if index + 1 < buffer.count, buffer[index + 1] == Byte.quote {
          needsUnquoting = true
          index += 1
        } else {
          var behind = index + 1
          while behind < buffer.count, buffer[behind] == Byte.space { behind += 1 }
          if behind >= buffer.count {
            return isFinal ? .at(index, needsUnquoting: needsUnquoting, lines: lines) : .needsMore
          }
          let byte = buffer[behind]
          if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn {
            return .at(index, needsUnquoting: needsUnquoting, lines: lines)
          }
          // A lone quote inside: a breach, tolerated but in tab-separated text, whose fields often start with a quoted word.
          if delimiter == Byte.tab || lines > 0 {
            noCloserBefore = index
            return .none
          }
        }
      case Byte.lineFeed: lines += 1
      case Byte.carriageReturn:
        needsUnquoting = true
        if index + 1 < buffer.count, buffer[index + 1] != Byte.lineFeed { lines += 1 }
      default: break
      }
      index += 1
    }
    if index - start < limit, !isFinal { return .needsMore }
    noCloserBefore = index
    hasOpenQuote = true
    return .none
  }
}
