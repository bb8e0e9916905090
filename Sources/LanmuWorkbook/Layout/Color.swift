/// An sRGB color, written as in style sheets: `Color(0xD9E1F2)`.
package struct Color: Sendable, Hashable {
  /// Red, green and blue, eight bits each, red highest.
  package let rgb: UInt32

  package init(_ rgb: UInt32) {
    self.rgb = rgb & 0xFF_FFFF
  }

  package static let black = Color(0x000000)
  package static let white = Color(0xFFFFFF)
}
