/// Collects decoded UTF-8 and the bad sequences of a text, with the line and column of each.
struct DecodingSink {
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private(set) var utf8: [UInt8] = []
  private(set) var bad = BadSequences()
  /// Up to where lines were counted already.
  private var counted = 0
  private var line = 1
  private var lineStart = 0

  init(capacity: Int) { utf8.reserveCapacity(capacity) }

  mutating func append(_ bytes: some Sequence<UInt8>) { utf8.append(contentsOf: bytes) }

  mutating func append(_ scalar: Unicode.Scalar) {
    utf8.append(contentsOf: UTF8.encode(scalar) ?? .init(Self.replacement))
  }

  mutating func appendFault(_ bytes: ArraySlice<UInt8>, offset: Int) {
    bad.count += 1
    if bad.first.count < BadSequences.kept {
      for index in counted..<utf8.count where utf8[index] == 0x0A {
        line += 1
        lineStart = index + 1
      }
      counted = utf8.count
      // A character is counted by its first byte: every byte that does not continue a sequence.
      let column = utf8[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
      bad.first.append(BadSequence(offset: offset, line: line, column: column, bytes: Array(bytes.prefix(4))))
    }
    utf8.append(contentsOf: Self.replacement)
  }
}

/// Decodes whole texts; what is bad becomes U+FFFD and is written down.
enum SequenceDecoders {
  static func utf8(_ bytes: [UInt8], from start: Int) -> DecodingSink {
    var sink = DecodingSink(capacity: bytes.count)
    var index = start
    while let fault = UTF8Scan.firstFault(in: bytes, from: index) {
      sink.append(bytes[index..<fault])
      let length = UTF8Scan.faultLength(in: bytes, at: fault)
      sink.appendFault(bytes[fault..<fault + length], offset: fault)
      index = fault + length
    }
    sink.append(bytes[index...])
    return sink
  }

  static func utf16(_ bytes: [UInt8], from start: Int, isBigEndian: Bool) -> DecodingSink {
    var sink = DecodingSink(capacity: bytes.count * 3 / 2)
    func unit(_ index: Int) -> UInt16 {
      isBigEndian
        ? UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]) : UInt16(bytes[index + 1]) << 8 | UInt16(bytes[index])
    }
    var index = start
    while index + 1 < bytes.count {
      let first = unit(index)
      if let scalar = Unicode.Scalar(first) {
        sink.append(scalar)
        index += 2
      } else if first < 0xDC00, index + 3 < bytes.count, (0xDC00...0xDFFF).contains(unit(index + 2)),
        let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit(index + 2)) - 0xDC00))
      {
        sink.append(scalar)
        index += 4
      } else {
        sink.appendFault(bytes[index..<index + 2], offset: index)
        index += 2
      }
    }
    if index < bytes.count { sink.appendFault(bytes[index...], offset: index) }
    return sink
  }

  /// Decodes with the platform's converter (POSIX `iconv`); `nil` if it does not know the encoding.
  static func converted(_ bytes: [UInt8], from start: Int, encoding: TextEncoding) -> DecodingSink? {
    guard let converter = TextConverter(from: encoding.converterName) else { return nil }
    var sink = DecodingSink(capacity: bytes.count * 3 / 2)
    var index = start
    while index < bytes.count {
      let step = converter.convert(bytes, from: index)
      sink.append(step.output)
      let isStuck = step.nextOffset == index
      index = step.nextOffset
      if step.isStopped || isStuck, index < bytes.count {
        // A bad sequence costs one byte, so that the next good character is found again.
        sink.appendFault(bytes[index..<index + 1], offset: index)
        index += 1
      }
    }
    return sink
  }
}
