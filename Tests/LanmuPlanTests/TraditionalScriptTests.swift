import LanmuPlan
import Testing

@Suite("Times, roles and units in traditional characters")
struct TraditionalScriptTests {
  @Test("A rule of time is read as in simplified characters, and keeps the document's words")
  func times() {
    let rules = TimeRuleParser().parse("20個工作日內").rules
    #expect(rules.map(\.kind) == TimeRuleParser().parse("20个工作日内").rules.map(\.kind))
    #expect(rules.map(\.text) == ["20個工作日內"])
  }

  @Test("A unit keeps its name, and one name is the same in both scripts")
  func names() {
    let reading = ResponsibilityParser(directory: UnitDirectory(bodies: []), documentNames: []).parse("縣財政局牽頭，縣統計局配合")
    #expect(reading.duties.map(\.name) == ["縣財政局", "縣統計局"])
    #expect(reading.duties.map(\.role) == [.lead, .cooperating])
    let labelled = ResponsibilityParser(directory: UnitDirectory(bodies: [])).parse("牽頭單位：縣財政局；配合單位：縣統計局")
    #expect(labelled.duties.map(\.role) == [.lead, .cooperating])
    #expect("縣財政局".foldedKey == "县财政局")
  }
}
