/// The strokes of a box drawing character: in which directions its lines run from its middle.
struct BoxStroke: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let up = BoxStroke(rawValue: 1)
  static let down = BoxStroke(rawValue: 2)
  static let left = BoxStroke(rawValue: 4)
  static let right = BoxStroke(rawValue: 8)
  static let horizontal: BoxStroke = [.left, .right]
  static let vertical: BoxStroke = [.up, .down]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The strokes of a character of the block U+2500–U+257F; empty for diagonals.
  init(_ scalar: Unicode.Scalar) {
    self =
      switch scalar.value {
      case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550, 0x2574, 0x2576, 0x2578, 0x257A,
        0x257C,
        0x257E:
        .horizontal
      case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577, 0x2579, 0x257B,
        0x257D,
        0x257F:
        .vertical
      case 0x250C...0x250F, 0x2552...0x2554, 0x256D: [.down, .right]
      case 0x2510...0x2513, 0x2555...0x2557, 0x256E: [.down, .left]
      case 0x2514...0x2517, 0x2558...0x255A, 0x2570: [.up, .right]
      case 0x2518...0x251B, 0x255B...0x255D, 0x256F: [.up, .left]
      case 0x251C...0x2523, 0x255E...0x2560: [.up, .down, .right]
      case 0x2524...0x252B, 0x2561...0x2563: [.up, .down, .left]
      case 0x252C...0x2533, 0x2564...0x2566: [.left, .right, .down]
      case 0x2534...0x253B, 0x2567...0x2569: [.left, .right, .up]
      case 0x253C...0x254B, 0x256A...0x256C: [.left, .right, .up, .down]
      default: []
      }
  }

  /// The strokes of the characters that stand for lines where only ASCII is to be had.
  init(ascii scalar: Unicode.Scalar) {
    self =
      switch scalar {
      case "+": [.left, .right, .up, .down]
      case "-", "=": .horizontal
      case "|": .vertical
      default: []
      }
  }
}
