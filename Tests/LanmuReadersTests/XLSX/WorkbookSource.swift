import LanmuContainer
import LanmuTestSupport

/// A workbook as one readable text: each part behind a line `--- name`; parts that every workbook needs are filled in.
///
/// `{main}`, `{rel}` and `{strict}` stand for the namespaces. A text without any `---` is the first worksheet's `sheetData`
/// and what follows it.
struct WorkbookSource {
  private(set) var parts: [(name: String, content: [UInt8])] = []

  init(_ source: String) {
    var given: [(name: String, content: String)] = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("--- ") {
        given.append((String(line.dropFirst(4)), ""))
      } else if given.isEmpty {
        given.append(("xl/worksheets/sheet1.xml", #"<worksheet xmlns="{main}">"# + line + "\n"))
      } else {
        given[given.count - 1].content += line + "\n"
      }
    }
    if given.count == 1, given[0].content.hasPrefix("<worksheet"), !given[0].content.contains("</worksheet>") {
      given[0].content += "</worksheet>"
    }
    for (name, content) in Self.usualParts where !given.contains(where: { $0.name == name }) {
      given.append((name, content))
    }
    parts = given.filter { $0.content != "none\n" }.map { ($0.name, Array(Self.filled($0.content).utf8)) }
  }

  var source: ByteSource { .memory(StoredArchive.bytes(of: parts), name: "test.xlsx") }

  private static func filled(_ text: String) -> String {
    text.replacing("{main}", with: "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
      .replacing("{rel}", with: "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
      .replacing("{strict}", with: "http://purl.oclc.org/ooxml")
      .replacing("{package}", with: "http://schemas.openxmlformats.org/package/2006")
  }

  private static let usualParts: [(String, String)] = [
    (
      "[Content_Types].xml",
      """
      <Types xmlns="{package}/content-types"><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
      ContentType="application/xml"/><Override PartName="/xl/workbook.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
      """
    ),
    (
      "_rels/.rels",
      """
      <Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{rel}/officeDocument" \
      Target="xl/workbook.xml"/></Relationships>
      """
    ),
    (
      "xl/workbook.xml",
      """
      <workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{rel}/worksheet" \
      Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/>\
      <Relationship Id="rId3" Type="{rel}/styles" Target="styles.xml"/></Relationships>
      """
    ),
  ]
}
