/// Finds what is not well-formed in UTF-8 (Unicode 15, table 3-7).
enum UTF8Scan {
  /// The first offset at or after `start` at which a byte cannot be part of well-formed UTF-8; `nil` if there is none.
  static func firstFault(in bytes: [UInt8], from start: Int = 0) -> Int? {
    let span = bytes.span
    let raw = unsafe span.bytes
    let count = span.count
    var index = start
    while index < count {
      let byte = span[index]
      if byte < 0x80 {
        // Eight bytes at a step, since markup and addresses come in long runs.
        if index + 8 <= count {
          let word = unsafe UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
          let others = word & 0x8080_8080_8080_8080
          index += others == 0 ? 8 : others.trailingZeroBitCount / 8
        } else {
          index += 1
        }
        continue
      }
      // Nearly every Chinese character is one of these sequences of three.
      if byte & 0xF0 == 0xE0, byte != 0xE0, byte != 0xED, index + 3 <= count, span[index + 1] & 0xC0 == 0x80,
        span[index + 2] & 0xC0 == 0x80
      {
        index += 3
        continue
      }
      let length = sequenceLength(in: bytes, at: index)
      if length == 0 { return index }
      index += length
    }
    return nil
  }

  /// The length of the well-formed sequence at an offset; 0 if there is none.
  static func sequenceLength(in bytes: [UInt8], at index: Int) -> Int {
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch bytes[index] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }

  /// Whether there are so many sequences of several bytes, all well-formed, that the text can be nothing but UTF-8.
  static func hasManySequences(_ bytes: [UInt8]) -> Bool {
    guard firstFault(in: bytes) == nil else { return false }
    var count = 0
    for byte in bytes where byte >= 0xC2 {
      count += 1
      if count >= 4 { return true }
    }
    return false
  }

  /// How many bytes a faulty sequence takes up: the longest start of a sequence that could have become well-formed.
  static func faultLength(in bytes: [UInt8], at index: Int) -> Int {
    let expected =
      switch bytes[index] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    var length = 1
    while length < expected - 1, index + length < bytes.count, (0x80...0xBF).contains(bytes[index + length]) {
      length += 1
    }
    return length
  }
}
