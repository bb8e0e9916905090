internal import LanmuGrid

/// Takes records from a buffer, one after the other, in memory that is used again for each.
struct RecordParse {
  struct Field {
    var range: Range<Int>
    /// Quotes stand in the field in pairs, or line ends need to be made `\n`.
    var needsUnquoting = false

    func append(from buffer: Span<UInt8>, to texts: inout FieldTexts) {
      guard needsUnquoting else { return texts.append(utf8: buffer.extracting(range)) }
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
      texts.append(utf8: bytes.span)
    }
  }

  private let delimiter: UInt8
  private let limit: Int
  /// The place behind the record.
  private(set) var position = 0
  private(set) var fields: [Field] = []
  /// How many lines the record takes up.
  private(set) var lineCount = 0
  private(set) var hasOpenQuote = false
  private(set) var isBlank = true
  /// Up to where no quote closes a field: found out once, and not looked for again.
  private var noCloserBefore = 0
  private let stops: (UInt64, UInt64, UInt64)

  init(delimiter: UInt8, quotesUpTo limit: Int) {
    self.delimiter = delimiter
    self.limit = limit
    stops = (Self.repeated(delimiter), Self.repeated(Byte.lineFeed), Self.repeated(Byte.carriageReturn))
  }

  /// Reads one record and the end of its line; `false` if the buffer ends before it.
  mutating func run(_ buffer: Span<UInt8>, from start: Int, isFinal: Bool) -> Bool {
    fields.removeAll(keepingCapacity: true)
    lineCount = 0
    hasOpenQuote = false
    isBlank = true
    noCloserBefore = 0
    var index = start
    let count = buffer.count
    while true {
      if index < count, buffer[index] == Byte.quote {
        switch closingQuote(buffer, from: index, isFinal: isFinal) {
        case .needsMore: return false
        case .at(let closing, let needsUnquoting, let lines):
          fields.append(Field(range: index + 1..<closing, needsUnquoting: needsUnquoting))
          isBlank = false
          lineCount += lines
          index = closing + 1
          while index < count, buffer[index] == Byte.space { index += 1 }
        case .none:
          index = plainField(buffer, from: index)
        }
      } else {
        index = plainField(buffer, from: index)
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

  private mutating func plainField(_ buffer: Span<UInt8>, from start: Int) -> Int {
    let end = fieldEnd(buffer, from: start)
    if isBlank {
      for index in start..<end where buffer[index] > Byte.space {
        isBlank = false
        break
      }
    }
    fields.append(Field(range: start..<end))
    return end
  }

  /// The first delimiter or line end, eight bytes at a step.
  private func fieldEnd(_ buffer: Span<UInt8>, from start: Int) -> Int {
    var index = start
    let bytes = unsafe buffer.bytes
    while index + 8 <= bytes.byteCount {
      // Little-endian on every machine, so that the lowest mark is the first byte found.
      let word = unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = Self.zeros(word ^ stops.0) | Self.zeros(word ^ stops.1) | Self.zeros(word ^ stops.2)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < buffer.count {
      let byte = buffer[index]
      if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      index += 1
    }
    return index
  }

  private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The top bit of each byte that is zero, and no other bit below the first of them.
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private enum Closing {
    case at(Int, needsUnquoting: Bool, lines: Int)
    case needsMore
    case none
  }

  private mutating func closingQuote(
    _ buffer: Span<UInt8>, from start: Int, isFinal: Bool
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
