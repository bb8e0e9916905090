/// A place in bytes of XML that are read without libxml2, and the few productions that canonical parts are made of.
///
/// Each step succeeds only on what is certainly well formed and means the same to libxml2; on anything else, also on what is
/// merely unusual, it fails, and libxml2 reads on from the last clean place. So no check here may be laxer than XML 1.0 (fifth
/// edition); it may be stricter. A NUL byte stands behind the last byte: no document may hold one, so every loop ends there.
@safe
struct MarkupCursor {
  private(set) var place: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  /// Line feeds that were passed, those of steps that failed included.
  private(set) var lineFeeds = 0
  /// Whether the last text may hold an escape of its own (`_x000D_`) or a carriage return; texts without need no look.
  private(set) var mayHoldEscapes = false
  /// Text whose references are resolved; used where the bytes themselves cannot be lent.
  private(set) var decoded: [UInt8] = []

  /// - Parameter count: bytes before the NUL byte.
  init(start: UnsafePointer<UInt8>, count: Int) {
    unsafe place = start
    unsafe end = start + count
  }

  var byte: UInt8 { unsafe place[0] }

  /// Whether a step failed because the bytes end, and not because of what they are.
  var isAtEnd: Bool { unsafe place >= end }

  mutating func skipWhiteSpace() {
    while true {
      switch unsafe place[0] {
      case 0x20, 0x09, 0x0d: unsafe place += 1
      case 0x0a:
        lineFeeds += 1
        unsafe place += 1
      default: return
      }
    }
  }

  // Always inlined, so that the comparison with a literal becomes one with constants.
  /// Takes exactly these ASCII characters. After a failure the place is that of the first other byte.
  @inline(__always)
  mutating func takes(_ word: StaticString) -> Bool {
    let start = unsafe word.utf8Start
    for index in 0..<word.utf8CodeUnitCount {
      guard unsafe place[0] == start[index] else { return false }
      unsafe place += 1
    }
    return true
  }

  /// Whether these ASCII characters stand here; the place stays.
  @inline(__always)
  func sees(_ word: StaticString) -> Bool {
    let start = unsafe word.utf8Start
    for index in 0..<word.utf8CodeUnitCount where unsafe place[index] != start[index] { return false }
    return true
  }

  enum TagEnd { case open, closed }

  /// Takes the end of a start tag, `>` or `/>`.
  mutating func takesTagEnd() -> TagEnd? {
    if unsafe place[0] == UInt8(ascii: ">") {
      unsafe place += 1
      return .open
    }
    guard unsafe place[0] == UInt8(ascii: "/") else { return nil }
    unsafe place += 1
    guard unsafe place[0] == UInt8(ascii: ">") else { return nil }
    unsafe place += 1
    return .closed
  }

  /// Takes an attribute name of ASCII letters and digits, and `="`. Prefixes and namespace declarations are not taken,
  /// but for the one prefixed attribute that Excel writes on every row.
  mutating func takesAttributeName() -> UnsafeBufferPointer<UInt8>? {
    let start = unsafe place
    guard Self.isLetter(unsafe place[0]) else { return nil }
    while unsafe Self.isLetter(unsafe place[0]) || place[0] &- UInt8(ascii: "0") < 10 { unsafe place += 1 }
    if unsafe place[0] == UInt8(ascii: ":") {
      unsafe place = start
      guard takes("x14ac:dyDescent") else { return nil }
    }
    let name = unsafe UnsafeBufferPointer(start: start, count: place - start)
    if unsafe name.count == 5 && name[0] == UInt8(ascii: "x") && name[1] == UInt8(ascii: "m") { return nil }
    guard takes("=\"") else { return nil }
    return unsafe name
  }

  /// Takes an attribute's value and the quote behind it: printable ASCII without references.
  mutating func takesAttributeValue() -> UnsafeBufferPointer<UInt8>? {
    let start = unsafe place
    while true {
      let byte = unsafe place[0]
      if byte == UInt8(ascii: "\"") {
        let value = unsafe UnsafeBufferPointer(start: start, count: place - start)
        unsafe place += 1
        return unsafe value
      }
      guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&") else { return nil }
      unsafe place += 1
    }
  }

  /// Takes all attributes of a start tag, whatever they are, up to its end; fails if one stands twice.
  mutating func skipsAttributes() -> TagEnd? {
    var names = AttributeNames()
    while true {
      let before = unsafe place
      skipWhiteSpace()
      if unsafe place[0] == UInt8(ascii: ">") || place[0] == UInt8(ascii: "/") { return takesTagEnd() }
      guard unsafe place != before, let name = unsafe takesAttributeName(), unsafe names.inserts(name),
        unsafe takesAttributeValue() != nil
      else { return nil }
    }
  }

  /// Takes an element name of ASCII letters and digits without a prefix.
  mutating func skipsName() -> Bool {
    let start = unsafe place
    guard Self.isLetter(unsafe place[0]) else { return false }
    while unsafe Self.isLetter(unsafe place[0]) || place[0] &- UInt8(ascii: "0") < 10 { unsafe place += 1 }
    return unsafe place > start
  }

  /// Takes text up to the next `<`; the bytes are lent until the next step. Line ends and characters are checked, and
  /// character references and the five predefined entities are resolved.
  mutating func takesText() -> UnsafeBufferPointer<UInt8>? {
    let start = unsafe place
    var runStart = unsafe place
    var isDecoded = false
    mayHoldEscapes = false
    while true {
      let byte = unsafe place[0]
      if byte < 0x80 {
        switch byte {
        case UInt8(ascii: "<"):
          if !isDecoded { return unsafe UnsafeBufferPointer(start: start, count: place - start) }
          unsafe decoded.append(contentsOf: UnsafeBufferPointer(start: runStart, count: place - runStart))
          return unsafe decoded.withUnsafeBufferPointer { unsafe $0 }
        case UInt8(ascii: "&"):
          if !isDecoded { decoded.removeAll(keepingCapacity: true) }
          isDecoded = true
          mayHoldEscapes = true
          unsafe decoded.append(contentsOf: UnsafeBufferPointer(start: runStart, count: place - runStart))
          guard takesReference() else { return nil }
          unsafe runStart = unsafe place
        case UInt8(ascii: "]"):
          // `]]>` may not stand in text; brackets are rare enough to leave every pair of them to libxml2.
          unsafe place += 1
          if unsafe place[0] == UInt8(ascii: "]") || place >= end { return nil }
        case UInt8(ascii: "_"):
          mayHoldEscapes = true
          unsafe place += 1
        case 0x20...0x7f, 0x09: unsafe place += 1
        case 0x0a:
          lineFeeds += 1
          unsafe place += 1
        default: return nil
        }
      } else if byte > 0xe0, byte < 0xed, unsafe place[1] & 0xc0 == 0x80, unsafe place[2] & 0xc0 == 0x80 {
        // Nearly all of Chinese: three bytes from U+1000 to U+CFFF.
        unsafe place += 3
      } else {
        guard takesSequence() else { return nil }
      }
    }
  }

  /// Takes one character of two to four bytes, as UTF-8 defines them (Unicode, table 3-7), without U+FFFE and U+FFFF.
  private mutating func takesSequence() -> Bool {
    let lead = unsafe place[0]
    var second: ClosedRange<UInt8> = 0x80...0xbf
    let length: Int
    switch lead {
    case 0xe1...0xec, 0xee, 0xef: length = 3
    case 0xc2...0xdf: length = 2
    case 0xe0:
      length = 3
      second = 0xa0...0xbf
    case 0xed:
      length = 3
      second = 0x80...0x9f
    case 0xf0:
      length = 4
      second = 0x90...0xbf
    case 0xf1...0xf3: length = 4
    case 0xf4:
      length = 4
      second = 0x80...0x8f
    default: return false
    }
    guard unsafe second.contains(place[1]) else { return failsAfter(1) }
    if length > 2, unsafe place[2] & 0xc0 != 0x80 { return failsAfter(2) }
    if length > 3, unsafe place[3] & 0xc0 != 0x80 { return failsAfter(3) }
    if lead == 0xef, unsafe place[1] == 0xbf, unsafe place[2] >= 0xbe { return false }
    unsafe place += length
    return true
  }

  /// Fails at a byte further on, so that the end of the bytes is told from a wrong one.
  private mutating func failsAfter(_ count: Int) -> Bool {
    unsafe place += count
    return false
  }

  private mutating func takesReference() -> Bool {
    unsafe place += 1
    switch unsafe place[0] {
    case UInt8(ascii: "#"): return takesCharacterReference()
    case UInt8(ascii: "l"): return takesEntity("lt;", UInt8(ascii: "<"))
    case UInt8(ascii: "g"): return takesEntity("gt;", UInt8(ascii: ">"))
    case UInt8(ascii: "q"): return takesEntity("quot;", UInt8(ascii: "\""))
    case UInt8(ascii: "a"):
      unsafe place += 1
      return unsafe place[0] == UInt8(ascii: "m")
        ? takesEntity("mp;", UInt8(ascii: "&")) : takesEntity("pos;", UInt8(ascii: "'"))
    default: return false
    }
  }

  private mutating func takesEntity(_ name: StaticString, _ value: UInt8) -> Bool {
    guard takes(name) else { return false }
    decoded.append(value)
    return true
  }

  private mutating func takesCharacterReference() -> Bool {
    unsafe place += 1
    var value: UInt32 = 0
    var digits = 0
    let isHexadecimal = unsafe place[0] == UInt8(ascii: "x")
    if isHexadecimal { unsafe place += 1 }
    while unsafe place[0] != UInt8(ascii: ";") {
      let byte = unsafe place[0]
      let digit: UInt32
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal: digit = UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal: digit = UInt32(byte - UInt8(ascii: "A") + 10)
      default: return false
      }
      value = value * (isHexadecimal ? 16 : 10) + digit
      digits += 1
      guard digits <= 7 else { return false }
      unsafe place += 1
    }
    // The characters of XML 1.0, production 2.
    guard digits > 0, value >= 0x20 || value == 0x09 || value == 0x0a || value == 0x0d, value & 0xfffe != 0xfffe,
      let scalar = Unicode.Scalar(value)
    else { return false }
    unsafe place += 1
    decoded += String(Character(scalar)).utf8
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
}

/// The attribute names of one tag, to see that none stands twice.
@safe
struct AttributeNames {
  private static let limit = 16
  private var names: InlineArray<16, UnsafeBufferPointer<UInt8>> = unsafe InlineArray(
    repeating: UnsafeBufferPointer(start: nil, count: 0))
  private var count = 0

  /// `false` if the name is there already, or if there are more than anybody writes.
  mutating func inserts(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count < Self.limit else { return false }
    for index in 0..<count {
      let other = unsafe names[index]
      guard other.count == name.count else { continue }
      var place = 0
      while place < name.count, unsafe other[place] == name[place] { place += 1 }
      if place == name.count { return false }
    }
    unsafe names[count] = unsafe name
    count += 1
    return true
  }
}
