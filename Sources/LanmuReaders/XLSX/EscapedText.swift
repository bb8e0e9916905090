/// Text of a worksheet, in which characters that XML cannot hold are written `_xHHHH_` (ECMA-376 part 1, 22.9.2.19).
enum EscapedText {
  /// Undoes the escapes and writes every line break as one line feed.
  ///
  /// `_x005F_` is an escaped underscore: what follows it is taken as it stands. A pair of surrogates is one character; a
  /// lone one, which no text can hold, becomes U+FFFD.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard needsWork(bytes[...]) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    var highSurrogate: UInt32?
    func flush() {
      if highSurrogate != nil { result += [0xef, 0xbf, 0xbd] }
      highSurrogate = nil
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "_"), let unit = escape(at: index, in: bytes) else {
        flush()
        result.append(bytes[index])
        index += 1
        continue
      }
      index += 7
      switch unit {
      case 0xd800...0xdbff:
        flush()
        highSurrogate = unit
      case 0xdc00...0xdfff:
        if let high = highSurrogate {
          append(0x10000 + (high - 0xd800) << 10 + (unit - 0xdc00), to: &result)
          highSurrogate = nil
        } else {
          result += [0xef, 0xbf, 0xbd]
        }
      default:
        flush()
        append(unit, to: &result)
      }
    }
    flush()
    return withLineFeeds(result)
  }

  /// Whether the text holds an underscore before an `x`, or a carriage return.
  static func needsWork(_ bytes: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0d || (byte | 0x20 == UInt8(ascii: "x") && previous == UInt8(ascii: "_")) { return true }
      previous = byte
    }
    return false
  }

  private static func escape(at index: Int, in bytes: [UInt8]) -> UInt32? {
    guard index + 6 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_") else {
      return nil
    }
    var unit: UInt32 = 0
    for byte in bytes[index + 2..<index + 6] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    return unit
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    bytes += String(Character(scalar)).utf8
  }

  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0d) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0a, index > 0, bytes[index - 1] == 0x0d { continue }
      result.append(byte == 0x0d ? 0x0a : byte)
    }
    return result
  }
}
