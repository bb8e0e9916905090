import LanmuContainer
import Testing

@Suite("Package relationships")
struct PackageRelationshipTests {
  @Test(
    "targets lead to parts, however they are written",
    arguments: [
      ("styles.xml", "word/styles.xml"), ("/word/styles.xml", "word/styles.xml"), ("../xl/a.xml", "xl/a.xml"),
      ("..\\xl\\a.xml", "xl/a.xml"), ("./a%20b.xml", "word/a%20b.xml"), ("/a.xml#x", "a.xml"),
      ("../../../a.xml", "a.xml"),
    ])
  func targets(target: String, expected: String) {
    let relationship = PackageRelationship(id: "r", type: "x/styles", target: target, isExternal: false)
    #expect(relationship.candidateNames(from: "word/document.xml").first == expected)
    #expect(relationship.kind == "styles")
  }

  @Test("percent signs are taken as written first, then decoded")
  func percent() {
    let relationship = PackageRelationship(id: "r", type: "", target: "%E8%A1%A8.xml", isExternal: false)
    #expect(relationship.candidateNames(from: nil) == ["%E8%A1%A8.xml", "表.xml"])
  }

  @Test("external targets and mere fragments lead nowhere", arguments: ["http://x/y", "#a", ""])
  func external(target: String) {
    #expect(PackageRelationship(id: "", type: "", target: target, isExternal: true).candidateNames(from: nil).isEmpty)
    if target != "http://x/y" {
      #expect(
        PackageRelationship(id: "", type: "", target: target, isExternal: false).candidateNames(from: nil).isEmpty)
    }
  }
}
