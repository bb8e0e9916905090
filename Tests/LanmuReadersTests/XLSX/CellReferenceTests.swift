import Testing

@testable import LanmuReaders

@Suite("Cell references and escaped text")
struct CellReferenceTests {
  @Test(
    "References",
    arguments: [
      ("A1", 0, 0), ("Z9", 8, 25), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383), ("$B$7", 6, 1), ("b7", 6, 1),
    ])
  func references(text: String, row: Int, column: Int) {
    #expect(CellReference(text.utf8) == CellReference(row: row, column: column))
  }

  @Test(
    "What is no reference, or lies outside every worksheet",
    arguments: [
      "", "A", "1", "A0", "1A", "XFE1", "A1048577", "A1B", "AAAA1", "A-1", "甲1", "$", "A1$", "A99999999999999999999",
    ])
  func noReferences(text: String) {
    #expect(CellReference(text.utf8) == nil)
  }

  @Test("Areas, their corners in any order")
  func areas() {
    let area = CellArea("D9:B7".utf8)
    #expect(area?.first == CellReference(row: 6, column: 1))
    #expect(area?.rowSpan == 3 && area?.columnSpan == 3)
    #expect(CellArea("B7".utf8)?.rowSpan == 1)
    for text in ["", "B7:", ":B7", "A1:B2:C3", "A:C"] { #expect(CellArea(text.utf8) == nil) }
  }

  @Test(
    "Escaped characters",
    arguments: [
      ("_x000D_\n", "\n"), ("a_x000D_b", "a\nb"), ("_x0041_", "A"), ("_x005F_x000D_", "_x000D_"), ("_x4e2d_文", "中文"),
      ("_x00g0_", "_x00g0_"), ("_x0041", "_x0041"), ("_xD83D__xDE00_", "😀"), ("_xD83D_x", "\u{FFFD}x"),
      ("_xDE00_", "\u{FFFD}"), ("__x0041_", "_A"), ("a\r\nb\rc", "a\nb\nc"), ("普通", "普通"),
    ])
  func escapes(text: String, expected: String) {
    #expect(String(decoding: EscapedText.plain(Array(text.utf8)), as: UTF8.self) == expected)
  }
}
