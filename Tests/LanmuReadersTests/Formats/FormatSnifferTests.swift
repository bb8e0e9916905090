import LanmuContainer
import LanmuDiagnostics
import LanmuReaders
import Testing

@Suite("Formats")
struct FormatSnifferTests {
  private func format(_ text: String, name: String = "input") throws -> SourceFormat {
    try DocumentReader().format(of: .memory(Array(text.utf8), name: name))
  }

  @Test(
    "Content decides before the name",
    arguments: [
      ("<!DOCTYPE html><p>", "a.txt", SourceFormat.html), ("\u{FEFF}  <HTML>", "a.doc", .html),
      ("<table><tr><td>x", "a.xls", .html), ("<p>频道</p>\t栏目\n", "a.tsv", .tsv), ("频道\t栏目\n", "a.docx", .text),
      ("{\\rtf1 x}", "a.doc", .rtf), ("%PDF-1.7\n", "a.docx", .pdf), ("{\"schema\":\"lanmu-plan/1\"}", "-", .json),
      ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "a.mht", .mhtml),
      ("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "a.xml", .officeXML),
      ("a,b\n", "a.csv", .csv), ("a,b\n", "a.CSV", .csv), ("a,b\n", "-", .text), ("频道", "a.htm", .html),
    ])
  func sniffed(text: String, name: String, expected: SourceFormat) throws {
    #expect(try format(text, name: name) == expected)
  }

  @Test(
    "What cannot be read says why",
    arguments: [
      ([], "input.empty"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "format.unknown"),
      ([0x50, 0x4B, 0x05, 0x06] + Array(repeating: 0, count: 18), "format.zip"),
      ([0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "zip.truncated"), (compoundFile("EncryptedPackage"), "format.encrypted"),
      (compoundFile("PowerPoint Document"), "format.presentation"), ([0x1F, 0x8B, 8, 0], "format.unknown"),
      (Array("ID3".utf8) + [4, 0, 0, 0, 0, 0, 0x23, 0xFF, 0xFB, 0x90, 0], "format.unknown"),
    ] as [([UInt8], String)])
  func refused(bytes: [UInt8], code: String) {
    let error = #expect(throws: LanmuError.self) { try DocumentReader().read(.memory(bytes, name: "input")) }
    #expect(error?.code.rawValue == code)
    #expect(error?.category == .data)
    #expect(error?.position.file == "input")
  }

  @Test("PDF and plans are named, with a remedy")
  func named() {
    #expect(throws: LanmuError.self) { try DocumentReader().read(.memory(Array("%PDF-1.4".utf8), name: "a")) }
    let error = #expect(throws: LanmuError.self) {
      try DocumentReader().read(.memory(Array("{\"a\":1}".utf8), name: "a"))
    }
    #expect(error?.code.rawValue == "format.plan")
  }

  @Test("No such file, and a directory")
  func files() {
    let missing = #expect(throws: LanmuError.self) { try DocumentReader().read(.file(path: "/nonexistent/plan.docx")) }
    #expect(missing?.category == .noInput)
    let directory = #expect(throws: LanmuError.self) { try DocumentReader().read(.file(path: "/")) }
    #expect(directory?.code.rawValue == "input.directory")
  }

  @Test("Word 97 and Excel 97 are known by their streams")
  func compound() throws {
    #expect(try DocumentReader().format(of: .memory(Self.compoundFile("WordDocument"), name: "a.wps")) == .doc)
    #expect(try DocumentReader().format(of: .memory(Self.compoundFile("Workbook"), name: "a")) == .xls)
    #expect(throws: LanmuError.self) {
      try DocumentReader().format(of: .memory(Self.compoundFile("Other"), name: "a.et"))
    }
  }

  /// A compound file's header, and one directory entry of that name.
  private static func compoundFile(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 504)
    var entry = Array(name.utf16).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    entry += Array(repeating: 0, count: 128 - entry.count)
    entry[64] = UInt8((name.utf16.count + 1) * 2)
    bytes += entry
    return bytes
  }
}
