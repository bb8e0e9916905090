import LanmuAnalysis
import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition
import LanmuReports
import LanmuWorkbook
import Testing

/// The written forms of a difference.
@Suite struct ChangeReportTests {
  private static func entry(_ path: [String], _ requirement: String, _ unit: String) -> PlanEntry {
    PlanEntry(
      id: path.joined(), path: path, requirement: requirement, responsible: unit,
      assignments: [Assignment(unit: unit, role: .responsible)])
  }

  private static func plan(_ entries: [PlanEntry]) -> Plan {
    Plan(
      title: "岚溪方案", source: PlanSource(file: "a.txt"), tables: [PlanTable(kind: .columns)], entries: entries)
  }

  private func difference() throws -> PlanDifference {
    let old = Self.plan([
      Self.entry(["岚溪", "柏桥"], "发布山川概况及3项数据", "区柏局"), Self.entry(["岚溪", "枫谷"], "发布<河流>名录", "区枫局"),
    ])
    let new = Self.plan([
      Self.entry(["岚溪", "柏桥"], "发布山川概况及5项数据", "区柏局"), Self.entry(["岚溪", "霁川"], "发布\"森林\"&图", "区霁局"),
    ])
    return try new.difference(from: old)
  }

  @Test func textIsPlainWithoutATerminal() throws {
    let text = ChangeText(language: .chinese, usesColour: false).text(of: try difference())
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("[-3项-]{+5项+}"))
    #expect(text.contains("新增 1，删除 1，变更 1，未变 0"))
    #expect(ChangeText(language: .english, usesColour: true).text(of: try difference()).contains("\u{1B}[32m"))
  }

  @Test func textPassesNoCommandsToTheTerminal() throws {
    let old = Self.plan([Self.entry(["岚溪", "柏桥"], "发布山川概况", "区柏局")])
    let new = Self.plan([Self.entry(["岚溪", "柏桥"], "发布山川\u{1B}[2J概况与图\u{07}", "区柏局")])
    let text = ChangeText(language: .chinese, usesColour: false).text(of: try new.difference(from: old))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{07}"))
  }

  @Test func workbookHasItsSheetsAndMarks() throws {
    let workbook = ChangeWorkbook.workbook(of: try difference())
    #expect(workbook.sheets.map(\.name) == ["变化一览", "逐条对照", "按单位", "单位更名"])
    let runs = workbook.sheets[1].rows.flatMap(\.cells).compactMap { cell -> [TextRun]? in
      if case .rich(let runs) = cell.value { runs } else { nil }
    }.flatMap { $0 }
    #expect(runs.contains { $0.text == "3项" && $0.style.properties.struckThrough })
    #expect(runs.contains { $0.text == "5项" && $0.style.properties.bold })
  }

  @Test func aUnitIsToldOfBranchesThatCarryItsEntries() throws {
    let old = Self.plan(["柏桥", "枫谷"].map { Self.entry(["岚溪", "霁川", $0], "发布\($0)名录", "区柏局") })
    let new = Self.plan(["柏桥", "枫谷"].map { Self.entry(["岚溪", "澄塘", $0], "发布\($0)名录", "区柏局") })
    let sheet = ChangeWorkbook.workbook(of: try new.difference(from: old)).sheets[2]
    let texts = sheet.rows.flatMap(\.cells).map(\.value.plainText)
    #expect(texts.contains("岚溪 › 澄塘") && texts.contains("原为：岚溪 › 霁川（2 个条目）"))
  }

  @Test func pageNeedsNothingFromElsewhere() throws {
    let page = ChangeHTML().text(of: try difference())
    for needle in ["src=", "href=", "@import", "url("] { #expect(!page.contains(needle)) }
    #expect(page.contains("发布&lt;河流&gt;名录"))
    #expect(page.contains("data-units=\"区霁局\""))
    #expect(page.contains("发布&quot;森林&quot;&amp;图"))
  }

  @Test func markdownEscapesItsOwnMarks() throws {
    let text = ChangeMarkdown().text(of: try difference())
    #expect(text.contains("~~3项~~**5项**"))
    #expect(text.contains("发布\\<河流\\>名录"))
  }

  @Test func jsonFollowsTheContract() throws {
    let text = String(decoding: try ChangeJSON.encode(try difference()), as: UTF8.self)
    for key in [
      "\"schema\" : \"lanmu-diff/1\"", "\"summary\"", "\"added\"", "\"removed\"", "\"segments\"", "\"roleChanged\"",
    ] {
      #expect(text.contains(key))
    }
  }
}
