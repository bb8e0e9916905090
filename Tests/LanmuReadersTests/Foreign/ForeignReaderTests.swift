import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Foreign formats", .serialized)
struct ForeignReaderTests {
  private static let hasOffice = ExternalProgram(named: ["soffice", "libreoffice"]) != nil

  private func sketch(_ text: String, name: String) throws -> [String] {
    try DocumentReader().read(.memory(Array(text.utf8), name: name)).value.tables.map(\.sketch)
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
