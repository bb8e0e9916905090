import Testing

@testable import LanmuWorkbook

/// Looks at eight bytes must say what looks at each of them say.
@Suite struct EightBytesTests {
  @Test func everyByteAtEveryPlace() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        for others in [0x00, 0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xFF] as [UInt8] {
          var bytes = [UInt8](repeating: others, count: 8)
          bytes[place] = byte
          let eight = EightBytes(bytes.span, at: 0)
          let expected = bytes.enumerated().filter { $0.element == byte }.map { UInt64(0x80) << (8 * $0.offset) }
          #expect(eight.places(of: byte) == expected.reduce(0, |))
          #expect(eight.leads.nonzeroBitCount == bytes.count { $0 >= 0xC0 })
          #expect(eight.others.nonzeroBitCount == bytes.count { $0 >= 0x80 })
        }
      }
    }
  }

  @Test(arguments: ["\u{FFFE}", "\u{FFFF}", "\0", "\r", "_x0041_"]) func whatACellCannotHoldIsFoundAnywhere(
    text: String
  ) {
    for before in 0..<20 {
      for filler in ["a", "字", "ﾾ"] {
        let whole = String(repeating: filler, count: before) + text + "尾"
        let fitted = CellText.fit(whole).text
        let middle = text == "\r" ? "\n" : text == "_x0041_" ? "_x005F_x0041_" : ""
        #expect(fitted == String(repeating: filler, count: before) + middle + "尾")
      }
    }
  }

  @Test func linesThatSurelyFit() {
    for count in 0..<40 {
      let text = String(repeating: "字a", count: count)
      #expect(TextMeasure.fitsOneLine(text, within: 10 * (1.55 * Double(count) + 0.31), fontSize: 10))
      #expect(!TextMeasure.fitsOneLine(text + "\n", within: 10_000, fontSize: 10))
      if count > 0 {
        #expect(!TextMeasure.fitsOneLine(text, within: 10 * (1.55 * Double(count) - 0.1), fontSize: 10))
      }
    }
  }
}
