import Foundation
import Lanmu
import LanmuDiagnostics
import LanmuPlan
import LanmuReports
import LanmuWorkbook
import Testing

/// A plan that Lanmu has written is read back as it was: the same entries under the same ids, and each of them once.
@Suite struct WrittenPlanTests {
  private static func read(_ text: String, name: String) throws -> Outcome<Plan> {
    try PlanReader().read(.memory(Array(text.utf8), name: name))
  }

  private static func expectSame(_ plan: Plan, as original: Plan, _ format: String) {
    #expect(plan.entries.map(\.id) == original.entries.map(\.id), "ids of \(format)")
    for (entry, expected) in zip(plan.entries, original.entries) {
      var (entry, expected) = (entry, expected)
      (entry.origin, expected.origin) = (EntryOrigin(), EntryOrigin())
      #expect(entry == expected, "\(format): \(entry.path)")
    }
  }

  @Test(arguments: [PlanTextFormat.csv, .tsv, .html, .markdown])
  func textComesBack(format: PlanTextFormat) throws {
    let original = try SampleTests.read("plan.docx").value
    let reading = try Self.read(format.text(of: original), name: "plan." + format.rawValue)
    Self.expectSame(reading.value, as: original, format.rawValue)
    #expect(reading.value.tables.map(\.title) == original.tables.map(\.title))
    #expect(reading.value.tables.map(\.kind) == original.tables.map(\.kind))
  }

  @Test func theWorkbookComesBackWithoutItsOtherSheets() throws {
    let original = try SampleTests.read("plan.docx").value
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try PlanWorkbook.workbook(of: original).write(to: path, replacing: false)
    let reading = try PlanReader().read(contentsOf: path)
    Self.expectSame(reading.value, as: original, "xlsx")
    #expect(reading.value.title == original.title)
    #expect(reading.value.documentNumber == original.documentNumber)
    #expect(reading.value.issuer == original.issuer)
    #expect(reading.value.issuedOn == original.issuedOn)
    #expect(reading.value.tables.map(\.note) == original.tables.map(\.note))
    #expect(reading.diagnostics.filter { $0.code == "table.repeated" }.count == 2)
  }

  @Test func anIdStaysWithItsRowThoughTheRowWasEdited() throws {
    let text = """
      一级栏目,二级栏目,具体内容,更新要求,责任单位,编号
      新闻,要闻,发布要闻,每周更新,甲局,00000000000000aa
      新闻,快讯,发布快讯,每天更新,乙局,00000000000000ab
      新闻,快讯,发布快讯,每天更新,乙局,00000000000000ab
      """
    let plan = try Self.read(text, name: "plan.csv").value
    #expect(plan.entries.prefix(2).map(\.id) == ["00000000000000aa", "00000000000000ab"])
    // A row that was copied in a spreadsheet is an entry of its own.
    #expect(Set(plan.entries.map(\.id)).count == 3)
  }

  @Test func rowsMayBeSorted() throws {
    let original = try SampleTests.read("plan.docx").value
    var lines = PlanTextFormat.csv.text(of: original).split(separator: "\r\n")
    let header = lines.removeFirst()
    let sorted = lines.sorted { $0.identifier < $1.identifier }
    let plan = try Self.read(([header] + sorted).joined(separator: "\r\n"), name: "plan.csv").value
    #expect(plan.tables.count == original.tables.count)
    #expect(plan.entries.map(\.id) != original.entries.map(\.id))
    let places = Dictionary(uniqueKeysWithValues: plan.entries.map { ($0.id, $0) })
    for entry in original.entries {
      let found = try #require(places[entry.id])
      #expect(found.path == entry.path && found.assignments == entry.assignments)
    }
  }

  @Test func numbersUnder编号AreNoIds() throws {
    let text = """
      一级栏目,二级栏目,具体内容,更新要求,责任单位,编号
      新闻,要闻,发布要闻,每周更新,县办,1
      ,快讯,发布快讯,每天更新,县局,2
      """
    let plan = try Self.read(text, name: "plan.csv").value
    #expect(plan.entries.map(\.path) == [["新闻", "要闻"], ["新闻", "快讯"]])
  }
}

extension Substring {
  /// The line's last characters, its id: an order that has nothing to do with the table's.
  fileprivate var identifier: String { String(suffix(16)) }
}
