/// An sRGB color, written as in style sheets: `Color(0xD9E1F2)`.
package struct Color: Sendable, Hashable {
  /// Red, green and blue, eight bits each, red highest.
  package let rgb: UInt32

  package init(_ rgb: UInt32) {
    self.rgb = rgb & 0xFF_FFFF
  }

  /// Eight digits with full opacity first, as parts of workbooks write colors: `FFD9E1F2`.
  package var hexadecimal: String {
    let digits = String(rgb, radix: 16, uppercase: true)
    return "FF" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  package static let black = Color(0x000000)
  package static let white = Color(0xFFFFFF)
}
