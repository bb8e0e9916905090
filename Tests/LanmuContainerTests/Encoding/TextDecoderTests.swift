import LanmuContainer
import LanmuDiagnostics
import Testing

@Suite("Decoding")
struct TextDecoderTests {
  private func text(_ bytes: [UInt8], forced: TextEncoding? = nil, declared: TextEncoding? = nil) throws -> String {
    String(decoding: try TextDecoder(forced: forced, declared: declared).decode(bytes).utf8, as: UTF8.self)
  }

  private static let gbk: [UInt8] = [0xC0, 0xB8, 0xC4, 0xBF, 0xB1, 0xA3, 0xD5, 0xCF]
  private static let big5: [UInt8] = [0xC4, 0xE6, 0xA5, 0xD8, 0xAB, 0x4F, 0xBB, 0xD9]

  @Test("By content")
  func content() throws {
    #expect(try text(Self.gbk) == "栏目保障")
    #expect(try text(Self.big5) == "欄目保障")
    #expect(try text(Array("栏目".utf8)) == "栏目")
    #expect(try text([0x0F, 0x68, 0xEE, 0x76, 0x0A, 0x00]) == "栏目\n")
    #expect(try text([0x68, 0x0F, 0x76, 0xEE, 0x00, 0x0A]) == "栏目\n")
    #expect(try text(Array("caf".utf8) + [0xE9, 0x20, 0x61, 0xE0, 0x20]) == "café aà ")
    #expect(try TextDecoder().decode(Self.gbk).evidence == .content)
  }

  @Test("A drawn table in GB 18030, whose lines read as frequent characters of Big5")
  func drawnTable() throws {
    let rule: [UInt8] = [0xA9, 0xC0, 0xA9, 0xA4, 0xA9, 0xA4, 0xA9, 0xE0, 0xA9, 0xA4, 0xA9, 0xA4, 0xA9, 0xC8]
    #expect(try text(rule + Self.gbk) == "├──┼──┤栏目保障")
  }

  @Test("By a byte order mark")
  func mark() throws {
    #expect(try text([0xEF, 0xBB, 0xBF, 0x61]) == "a")
    #expect(try text([0xFF, 0xFE, 0x0F, 0x68]) == "栏")
    #expect(try text([0xFE, 0xFF, 0x68, 0x0F]) == "栏")
    #expect(try text([0xFF, 0xFE, 0x42, 0xD8, 0xB7, 0xDF]) == "𠮷")
    #expect(try text([0x84, 0x31, 0x95, 0x33] + Self.gbk) == "栏目保障")
  }

  @Test("Four bytes of GB 18030, and the supplement of Big5")
  func wide() throws {
    #expect(try text([0x95, 0x32, 0x90, 0x31], forced: .gb18030) == "\u{20087}")
    #expect(try text([0x81, 0x30, 0x81, 0x30], forced: .gb18030) == "\u{80}")
    #expect(try text([0x88, 0x62], forced: .big5) == "Ê̄")
  }

  @Test("The user's word beats all; a declaration that the bytes contradict is overruled")
  func precedence() throws {
    #expect(try text(Self.gbk, declared: .gb18030) == "栏目保障")
    let utf8 = Array("栏目保障方案".utf8)
    let overruled = try TextDecoder(declared: .gb18030).decode(utf8)
    #expect(String(decoding: overruled.utf8, as: UTF8.self) == "栏目保障方案")
    #expect(overruled.diagnostics.map(\.code) == ["encoding.declaration"])
    #expect(try TextDecoder(forced: .gb18030).decode(utf8).evidence == .forced)
  }

  @Test("A bad sequence is told with offset, line and column")
  func badSequence() throws {
    let bytes = Array("一行\n第二".utf8) + [0xFF] + Array("行，余下的文字都是好的，所以可以读取".utf8)
    let decoded = try TextDecoder().decode(bytes)
    #expect(String(decoding: decoded.utf8, as: UTF8.self).hasPrefix("一行\n第二\u{FFFD}行"))
    #expect(decoded.diagnostics.first?.position.line == 2)
    #expect(decoded.diagnostics.first?.message.english.contains("line 2, column 3 (byte offset 13, FF)") == true)
  }

  @Test("Text that is another encoding altogether is refused, with the first place")
  func wrongEncoding() {
    let bytes = Array(repeating: Self.gbk, count: 40).flatMap { $0 }
    let error = #expect(throws: LanmuError.self) { try TextDecoder(forced: .utf8).decode(bytes) }
    #expect(error?.code.rawValue == "encoding.invalid")
    #expect(error?.message.english.contains("line 1, column 1 (byte offset 0") == true)
  }

  @Test("Unfinished sequences at the end")
  func unfinished() throws {
    for cut: [UInt8] in [[0xE6, 0xA0], [0xF0, 0x9F]] {
      #expect(try text(Array("栏目保障".utf8) + cut).hasPrefix("栏目保障\u{FFFD}"))
    }
    #expect(try text(Self.gbk + [0xC0], forced: .gb18030) == "栏目保障\u{FFFD}")
    #expect(try text([0x0F, 0x68, 0xEE], forced: .utf16LittleEndian) == "栏\u{FFFD}")
    #expect(try text([0x42, 0xD8], forced: .utf16LittleEndian) == "\u{FFFD}")
  }

  @Test(
    "Labels", arguments: [("GB2312", "GB18030"), (" utf8 ", "UTF-8"), ("x-gbk", "GB18030"), ("Big5-HKSCS", "Big5")])
  func labels(label: String, name: String) {
    #expect(TextEncoding(label: label)?.name == name)
  }

  @Test("An unknown label is none")
  func unknownLabel() { #expect(TextEncoding(label: "klingon") == nil) }

  @Test("Long texts cross the converter's pieces without loss")
  func longText() throws {
    let bytes = Array(repeating: [0x61] + Self.gbk, count: 30_000).flatMap { $0 }
    #expect(try text(bytes) == String(repeating: "a栏目保障", count: 30_000))
  }
}
