/// A text as an array of Unicode scalar values, from which pieces can be cut at the borders of characters.
///
/// Arrays of `Character` cost many times as much, and nearly all characters of a plan are single scalars: the borders of
/// grapheme clusters are looked for only in texts that hold a scalar which may join its neighbour.
struct ScalarText: Sendable {
  let scalars: [UInt32]
  private let bytes: [UInt8]
  /// The place in `bytes` of each scalar, and of the end.
  private let offsets: [Int]
  /// Whether a character starts at each scalar; `nil` where every scalar is a character.
  private let starts: [Bool]?

  init(_ text: String) {
    bytes = Array(text.utf8)
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(bytes.count / 2)
    offsets.reserveCapacity(bytes.count / 2)
    var offset = 0
    var isPlain = true
    for scalar in text.unicodeScalars {
      scalars.append(scalar.value)
      offsets.append(offset)
      offset += UTF8.width(scalar)
      if !Self.standsAlone(scalar.value) { isPlain = false }
    }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
    starts = isPlain ? nil : Self.starts(text, count: scalars.count)
  }

  private static func starts(_ text: String, count: Int) -> [Bool] {
    var starts = Array(repeating: false, count: count)
    var place = 0
    for character in text {
      starts[place] = true
      place += character.unicodeScalars.count
    }
    return starts
  }

  /// The first place from this one on at which a character starts.
  func border(from place: Int) -> Int {
    guard let starts else { return place }
    var border = place
    while border < starts.count, !starts[border] { border += 1 }
    return border
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[offsets[range.lowerBound]..<offsets[range.upperBound]], as: UTF8.self)
  }

  func holds(_ other: [UInt32], at place: Int) -> Bool {
    guard place + other.count <= scalars.count else { return false }
    for index in other.indices where scalars[place + index] != other[index] { return false }
    return true
  }

  /// Scalars that make a character by themselves beside any other such: ideographs, and common letters and punctuation.
  private static func standsAlone(_ value: UInt32) -> Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x20...0x7E, 0x0A, 0x3000...0x3029, 0x3030...0x3096, 0x30A1...0x30FF, 0x3400...0x4DBF,
      0xFF01...0xFF5E, 0xA1...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2030...0x205E, 0x2160...0x22FF, 0x2460...0x25FF:
      true
    default: false
    }
  }
}
