import LanmuContainer
import LanmuDiagnostics
import Testing

/// Pieces of a stream join to the text that is decoded at once, wherever they are cut.
@Suite("Streamed text")
struct TextStreamTests {
  private func streamed(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> (text: String, warnings: Int) {
    var stream = try TextStream.open(.memory(bytes, name: "t.csv"), encoding: encoding)
    var utf8: [UInt8] = []
    var end = 0
    while try stream.next(appendingTo: &utf8) {
      #expect(String(validating: utf8[end...], as: UTF8.self) != nil)
      end = utf8.count
    }
    return (String(decoding: utf8, as: UTF8.self), stream.diagnostics.count)
  }

  /// Lines of odd lengths over several pieces, so that their ends cut characters of each length.
  private static let lines = (0..<24_000).map { number in
    "第\(number)行" + String(repeating: "栏", count: number % 7) + (number % 5 == 0 ? "𠀀" : "") + "a\n"
  }.joined()

  @Test func utf16IsNotCutWithinSurrogates() throws {
    let units = Self.lines.utf16
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let ownLittle = try streamed(little, .utf16LittleEndian)
    #expect(ownLittle.text == Self.lines)
    #expect(ownLittle.warnings == 0)
    #expect(try streamed(big, .utf16BigEndian).text == Self.lines)
  }

  @Test func doubleByteTextIsNotCutWithinCharacters() throws {
    // 栏目保障 in GB 2312, and a letter in each other line to move the pieces' ends.
    let gbk: [UInt8] = [0xC0, 0xB8, 0xC4, 0xBF, 0xB1, 0xA3, 0xD5, 0xCF]
    var bytes: [UInt8] = []
    var text = ""
    for number in 0..<60_000 {
      bytes += gbk + (number % 2 == 0 ? [0x61] : []) + [0x0A]
      text += "栏目保障" + (number % 2 == 0 ? "a" : "") + "\n"
    }
    let own = try streamed(bytes, .gb18030)
    #expect(own.text == text)
    #expect(own.warnings == 0)
  }

  @Test func aTextWithoutLineEndsIsWhole() throws {
    let gbk: [UInt8] = [0xC0, 0xB8, 0xC4, 0xBF, 0x61]
    let own = try streamed(Array(repeating: gbk, count: 150_000).flatMap { $0 }, .gb18030)
    #expect(own.text == String(repeating: "栏目a", count: 150_000))
  }

  @Test func utf8IsNotCutWithinSequences() throws {
    let own = try streamed(Array(Self.lines.utf8), .utf8)
    #expect(own.text == Self.lines)
    #expect(own.warnings == 0)
  }
}
