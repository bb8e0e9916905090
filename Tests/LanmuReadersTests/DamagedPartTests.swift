import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import LanmuTestSupport
import Testing

/// Packages in which one part's bytes are no longer what their checksum says.
@Suite("Damaged parts")
struct DamagedPartTests {
  private func damaged(_ bytes: [UInt8], _ text: String, to other: String) -> ByteSource {
    var copy = bytes
    if let range = copy.firstRange(of: Array(text.utf8)) { copy.replaceSubrange(range, with: Array(other.utf8)) }
    return .memory(copy, name: "plan")
  }

  private static let word = WordSource(
    """
    A table, and styles that it could do without.
    --- body
    <w:p><w:r><w:t>before</w:t></w:r></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    --- styles
    <w:style w:styleId="s1"/>
    """)

  @Test("Without its styles a document is read, and told to be damaged")
  func styles() throws {
    let outcome = try DocumentReader().read(damaged(Self.word.bytes, "s1", to: "s2"))
    #expect(outcome.value.tables.map(\.sketch) == ["a"])
    #expect(outcome.diagnostics.map(\.code) == ["markup.broken"])
    #expect(outcome.diagnostics.first?.position.part == "word/styles.xml")
  }

  @Test("What stands in a damaged main part is read, and told to be damaged")
  func main() throws {
    let outcome = try DocumentReader().read(damaged(Self.word.bytes, "before", to: "befire"))
    #expect(outcome.value.tables.map(\.sketch) == ["a"])
    #expect(outcome.diagnostics.map(\.severity) == [.error])
  }

  @Test("A damaged sheet does not cost the others")
  func sheet() throws {
    let workbook = WorkbookSource(
      """
      --- xl/workbook.xml
      <workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="A" r:id="a"/><sheet name="B" r:id="b"/></sheets></workbook>
      --- xl/_rels/workbook.xml.rels
      <Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{rel}/worksheet" Target="a.xml"/>\
      <Relationship Id="b" Type="{rel}/worksheet" Target="b.xml"/></Relationships>
      --- xl/a.xml
      <worksheet xmlns="{main}"><sheetData><row><c><v>1</v></c></row></sheetData><drawing id="rId1"/></worksheet>
      --- xl/b.xml
      <worksheet xmlns="{main}"><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>
      """)
    let outcome = try DocumentReader().read(damaged(StoredArchive.bytes(of: workbook.parts), "rId1", to: "rId2"))
    #expect(outcome.value.tables.map(\.name) == ["A", "B"])
    #expect(outcome.value.tables.map(\.sketch) == ["1", "2"])
    #expect(outcome.diagnostics.map(\.code) == ["markup.broken"])
    #expect(outcome.diagnostics.first?.position.sheet == "A")
  }
}
