/// The encoding of bytes that say nothing of it themselves, found out from their first megabyte.
struct EncodingGuess {
  let encoding: TextEncoding

  init(_ bytes: [UInt8]) {
    let sample = bytes.count > 1 << 20 ? Array(bytes[..<(1 << 20)]) : bytes
    if let wide = Self.wideEncoding(sample) {
      encoding = wide
    } else if Self.isUTF8(bytes) {
      encoding = .utf8
    } else if Self.isWestern(sample) {
      encoding = .windows1252
    } else {
      encoding = Self.big5Share(sample) > Self.gb18030Share(sample) ? .big5 : .gb18030
    }
  }

  /// UTF-16 without a byte order mark: one of every two bytes of ASCII is zero, and Chinese lies in few blocks.
  private static func wideEncoding(_ bytes: [UInt8]) -> TextEncoding? {
    guard bytes.count >= 4, bytes.contains(0) else { return nil }
    // Stray zeros in what is UTF-8 otherwise make no wide text: that would have many, or bytes that are no UTF-8.
    let zeros = bytes.count { $0 == 0 }
    if zeros * 4 < bytes.count, UTF8Scan.firstFault(in: bytes) == nil { return nil }
    var little = 0
    var big = 0
    let pairs = bytes.count / 2
    for index in 0..<pairs {
      if isUsual(high: bytes[index * 2 + 1], low: bytes[index * 2]) { little += 1 }
      if isUsual(high: bytes[index * 2], low: bytes[index * 2 + 1]) { big += 1 }
    }
    guard max(little, big) * 10 >= pairs * 8, little != big else { return nil }
    return little > big ? .utf16LittleEndian : .utf16BigEndian
  }

  /// Whether a UTF-16 unit is of a usual block: ASCII text, Latin 1, general and CJK punctuation, ideographs, full-width.
  private static func isUsual(high: UInt8, low: UInt8) -> Bool {
    switch high {
    case 0x00: (0x20...0x7E).contains(low) || low == 0x09 || low == 0x0A || low == 0x0D || low >= 0xA0
    case 0x20, 0x21, 0x24, 0x25, 0x26, 0x30, 0xFF: true
    case 0x4E...0x9F: true
    default: false
    }
  }

  /// Well-formed UTF-8, or UTF-8 with so few faults that it can be nothing else.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    var faults = 0
    var index = 0
    var sequences = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = UTF8Scan.sequenceLength(in: bytes, at: index)
      if length > 0 {
        sequences += 1
        index += length
      } else {
        faults += 1
        index += UTF8Scan.faultLength(in: bytes, at: index)
        if faults > 64, faults * 20 > sequences { return false }
      }
    }
    return faults == 0 || faults * 20 <= sequences || (faults == 1 && sequences >= 4)
  }

  /// Whether high bytes stand alone between ASCII, as accented letters do.
  private static func isWestern(_ bytes: [UInt8]) -> Bool {
    var single = 0
    var runs = 0
    var length = 0
    for byte in bytes {
      if byte >= 0x80 {
        length += 1
      } else if length > 0 {
        runs += 1
        if length == 1 { single += 1 }
        length = 0
      }
    }
    return runs > 0 && single * 10 >= runs * 8
  }

  /// The share of double bytes that are usual in GB 18030: punctuation, lines of drawn tables, and the frequent characters of
  /// GB 2312.
  private static func gb18030Share(_ bytes: [UInt8]) -> Double {
    share(bytes) { lead, trail in
      guard trail >= 0xA1 else { return false }
      return (0xB0...0xD7).contains(lead) || (0xA1...0xA3).contains(lead)
        || lead == 0xA9 && (0xA4...0xEF).contains(trail)
    }
  }

  /// The share of double bytes that are usual in Big5: punctuation, and the frequent characters of level 1.
  private static func big5Share(_ bytes: [UInt8]) -> Double {
    share(bytes) { lead, trail in
      guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return false }
      return (0xA4...0xC6).contains(lead) || (0xA1...0xA2).contains(lead)
    }
  }

  private static func share(_ bytes: [UInt8], isUsual: (UInt8, UInt8) -> Bool) -> Double {
    var pairs = 0
    var usual = 0
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] < 0x81 {
        index += 1
        continue
      }
      pairs += 1
      if isUsual(bytes[index], bytes[index + 1]) { usual += 1 }
      index += 2
    }
    return pairs == 0 ? 0 : Double(usual) / Double(pairs)
  }
}
