import LanmuDiagnostics
import LanmuRecognition
import Testing

@testable import LanmuPlan

/// Bare numbers below a header that names their measure.
@Suite("Measures that headers name")
struct TimeMeasureTests {
  @Test(
    "What the header counts",
    arguments: [
      ("更新周期（天）", "7", "每7天至少更新1次"), ("更新间隔天数", "30", "每30天至少更新1次"), ("更新周期/天", "1", "每1天至少更新1次"),
      ("更新周期（单位：周）", "2", "每2周至少更新1次"), ("更新时限（以工作日计）", "5", "每5个工作日至少更新1次"), ("更新频率（次/月）", "4", "每1个月至少更新4次"),
      ("更新频率（天/次）", "10", "每10天至少更新1次"), ("每季度更新次数", "3", "每3个月至少更新3次"), ("更新周期（天）", "7~10", "每10天至少更新1次"),
      ("更新周期（天）", "≤7", "每7天至少更新1次"),
    ])
  func counted(_ header: String, _ text: String, _ meaning: String) throws {
    let measure = try #require(TimeMeasure(header: header))
    let reading = TimeRuleParser().parse(text, in: .update, measure: measure)
    #expect(reading.rules.map(\.canonicalText) == [meaning])
    #expect(reading.rules.map(\.text) == [text])
    #expect(reading.remainders.isEmpty)
  }

  @Test("What a text says itself goes before the header", arguments: ["2周", "每月4次", "及时"])
  func own(_ text: String) throws {
    let measure = try #require(TimeMeasure(header: "更新周期（天）"))
    #expect(TimeRuleParser().parse(text, in: .update, measure: measure) == TimeRuleParser().parse(text))
  }

  @Test("What makes no sense with the measure stays unknown", arguments: ["长期", "0.5", "不少于3", "7-", "-"])
  func unknown(_ text: String) throws {
    let measure = try #require(TimeMeasure(header: "更新周期（天）"))
    #expect(TimeRuleParser().parse(text, in: .update, measure: measure) == TimeRuleParser().parse(text))
  }

  @Test("Headers without a measure", arguments: ["更新周期", "更新时限（含节假日）", "更新人数", "()", "更新（次/人）"])
  func unmeasured(_ header: String) {
    #expect(TimeMeasure(header: header) == nil)
  }

  @Test("Entries of a table read its numbers by its header")
  func table() {
    let table = RecognisedTable(
      kind: .columns, title: "", header: ["栏目", "报送时限（天）", "更新频次（条/月）"], fields: [.level, .supply, .update],
      rows: [RecognisedRow(path: ["要闻"], texts: [.supply: "3", .update: "8"], row: 1)])
    var builder = EntryBuilder(table: table, index: 0)
    var diagnostics: [Diagnostic] = []
    let entry = builder.entry(for: table.rows[0], diagnostics: &diagnostics)
    #expect(entry.supply.rules.map(\.canonicalText) == ["3天内提供"])
    #expect(entry.update.rules.map(\.canonicalText) == ["每1个月至少更新8次"])
    #expect(entry.update.text == "8")
    #expect(diagnostics.isEmpty)
  }
}
