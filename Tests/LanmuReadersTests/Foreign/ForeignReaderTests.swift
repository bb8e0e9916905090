import Foundation
import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Foreign formats")
struct ForeignReaderTests {
  private static let hasOffice = ExternalProgram(named: ["soffice", "libreoffice"]) != nil

  private func sketch(_ text: String, name: String) throws -> [String] {
    try DocumentReader().read(.memory(Array(text.utf8), name: name)).value.tables.map(\.sketch)
  }

  /// Documents of the corpus, under the extensions that Office and WPS give them.
  @Test(
    "Formats that LibreOffice reads", .enabled(if: hasOffice),
    arguments: [
      ("merges.doc", "doc"), ("merges.doc", "wps"), ("merges.odt", "odt"), ("merges.rtf", "rtf"),
      ("web-page.odt", "odt"),
      ("workbook.xls", "xls"), ("workbook.xls", "et"), ("workbook.xlsb", "xlsb"), ("workbook.ods", "ods"),
    ])
  func format(document: String, suffix: String) throws {
    let path = CorpusTests.root.appending(path: "foreign/\(document)").path
    let bytes = try ByteSource.file(path: path).bytes(limit: 1 << 20)
    let outcome = try DocumentReader().read(.memory(bytes, name: "plan.\(suffix)"))
    let grid = try #require(outcome.value.tables.first)
    let isWorkbook = document.hasPrefix("workbook")
    let times = document == "workbook.xlsb" ? ("每周", "及时") : isWorkbook ? ("2026-11-05", "25%") : ("每周⏎两次", "及时")
    #expect(grid.sketch == "栏目 | < | 更新\n新闻中心 | 要闻 | \(times.0)\n^ | 公告 | \(times.1)")
    #expect(outcome.value.format == SourceFormat(name: suffix)?.rawValue)
    #expect(outcome.diagnostics.allSatisfy { $0.position.file == "plan.\(suffix)" })
    if ["xls", "ods"].contains(suffix) { #expect(outcome.value.tables.map(\.visibility) == [.visible, .hidden]) }
  }

  @Test("RTF", .enabled(if: hasOffice))
  func richText() throws {
    let row = { (cells: [String]) in
      "\\trowd\\cellx2000\\cellx4000 " + cells.map { "\\intbl \($0)\\cell " }.joined() + "\\row\n"
    }
    let text =
      "{\\rtf1\\ansi\\ansicpg936\\uc1\n" + row(["\\u26639?\\u30446?", "unit"]) + row(["news", "one"])
      + "\\pard end\\par}"
    #expect(try sketch(text, name: "plan.rtf") == ["栏目 | unit\nnews | one"])
  }

  @Test("Edges that are a twentieth of a point apart are one", .enabled(if: hasOffice))
  func slivers() throws {
    let row = { (edges: [Int], name: String) in
      "\\trowd" + edges.map { "\\cellx\($0)" }.joined() + " "
        + edges.indices.map { "\\intbl \(name)\($0)\\cell " }.joined() + "\\row\n"
    }
    let text =
      "{\\rtf1\\ansi\n" + row([1200, 2399, 3600, 4799], "a") + row([1200, 2400, 3600, 4800], "b") + "\\pard end\\par}"
    #expect(try sketch(text, name: "plan.rtf") == ["a0 | a1 | a2 | a3\nb0 | b1 | b2 | b3"])
  }

  @Test(
    "What no table can be read from says why",
    arguments: [
      ("encrypted.docx", "format.encrypted"), ("encrypted.xlsx", "format.encrypted"), ("lines.pdf", "format.pdf"),
    ])
  func refused(document: String, code: String) {
    let path = CorpusTests.root.appending(path: "foreign/\(document)").path
    let error = #expect(throws: LanmuError.self) { try DocumentReader().read(.file(path: path)) }
    #expect(error?.code.rawValue == code)
    #expect(error?.remedy.text(in: .chinese).isEmpty == false && error?.remedy.text(in: .english).isEmpty == false)
  }

  @Test("The XML of Excel 2003", .enabled(if: hasOffice))
  func spreadsheetXML() throws {
    let text = """
      <?xml version="1.0"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="s"><Table><Row><Cell ss:MergeDown="1"><Data ss:Type="String">新闻</Data></Cell>
      <Cell><Data ss:Type="String">要闻</Data></Cell></Row>
      <Row><Cell ss:Index="2"><Data ss:Type="String">公告</Data></Cell></Row></Table></Worksheet></Workbook>
      """
    #expect(try sketch(text, name: "plan.xls") == ["新闻 | 要闻\n^ | 公告"])
  }

  @Test("What LibreOffice cannot read is an error that says so", .enabled(if: hasOffice))
  func unreadable() {
    let bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0xAA, count: 2000)
    #expect(throws: LanmuError.self) { try DocumentReader().read(.memory(bytes, name: "broken.xls")) }
  }
}
