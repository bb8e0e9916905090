/// The two content transfer encodings of MIME that change bytes (RFC 2045, 6.7 and 6.8).
enum TransferDecoding {
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 1
      if count == 4 {
        result.append(UInt8(truncatingIfNeeded: bits >> 16))
        result.append(UInt8(truncatingIfNeeded: bits >> 8))
        result.append(UInt8(truncatingIfNeeded: bits))
        bits = 0
        count = 0
      }
    }
    if count == 2 { result.append(UInt8(truncatingIfNeeded: bits >> 4)) }
    if count == 3 {
      result.append(UInt8(truncatingIfNeeded: bits >> 10))
      result.append(UInt8(truncatingIfNeeded: bits >> 2))
    }
    return result
  }

  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    func digit(_ index: Int) -> UInt8? {
      guard index < bytes.endIndex else { return nil }
      switch bytes[index] {
      case 0x30...0x39: return bytes[index] - 0x30
      case 0x41...0x46: return bytes[index] - 0x41 + 10
      case 0x61...0x66: return bytes[index] - 0x61 + 10
      default: return nil
      }
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == 0x3D else {
        result.append(bytes[index])
        index += 1
        continue
      }
      if let high = digit(index + 1), let low = digit(index + 2) {
        result.append(high << 4 | low)
        index += 3
        continue
      }
      // A soft line end, possibly with white space before it.
      var end = index + 1
      while end < bytes.endIndex, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
      if end < bytes.endIndex, bytes[end] == 0x0A {
        index = end + 1
      } else if end >= bytes.endIndex {
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
