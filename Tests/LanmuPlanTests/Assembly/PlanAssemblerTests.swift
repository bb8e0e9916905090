import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition
import Testing

@Suite("Assembling plans")
struct PlanAssemblerTests {
  private func plan(_ rows: [RecognisedRow], fields: [FieldMeaning] = []) -> Outcome<Plan> {
    PlanAssembler().assemble(
      RecognisedDocument(tables: [RecognisedTable(kind: .columns, title: "", header: [], fields: fields, rows: rows)]))
  }

  private func row(_ path: [String], _ texts: [FieldMeaning: String], _ row: Int = 0) -> RecognisedRow {
    RecognisedRow(path: path, texts: texts, row: row)
  }

  @Test func idsDoNotDependOnWidthSpacingOrPlace() {
    let one = plan([row(["新闻（要闻）", "A"], [.responsible: "甲局"])]).value.entries[0]
    let two = plan([row(["其他"], [:]), row(["新 闻(要闻)", "Ａ"], [.responsible: "乙局"], 7)]).value.entries[1]
    #expect(one.id == two.id)
    #expect(one.id.count == 16)
  }

  @Test func spacesStayInTextsOfUnitsOnlyBetweenNames() {
    let entry = plan([row(["a"], [.responsible: "县教育局 县民 政局", .lead: "县 科 协"])]).value.entries[0]
    #expect(entry.responsible == "县教育局 县民政局")
    #expect(entry.lead == "县科协")
    #expect(entry.assignments.map(\.unit) == ["县科协", "县教育局", "县民政局"])
  }

  @Test func entriesOfOnePathHaveTheirOwnIds() {
    let rows = [
      row(["a"], [.requirement: "x"]), row(["a"], [.requirement: "y"]), row(["a"], [.requirement: "x"]),
      row(["b"], [:]),
    ]
    let ids = plan(rows).value.entries.map(\.id)
    #expect(Set(ids).count == 4)
    #expect(ids[2] == ids[0] + "-2")
    // The order of entries that differ does not matter.
    #expect(plan([rows[1], rows[0], rows[3]]).value.entries.map(\.id) == [ids[1], ids[0], ids[3]])
  }

  @Test func labelsOfUnitFieldsSayTheRoles() {
    let texts: [FieldMeaning: String] = [.lead: "县委宣传部", .responsible: "县教育局", .cooperating: "县大数据中心"]
    func roles(_ labels: [String]) -> [Assignment.Role] {
      let table = RecognisedTable(
        kind: .columns, title: "", header: ["栏目"] + labels, fields: [.level, .lead, .responsible, .cooperating],
        rows: [row(["a"], texts)])
      return PlanAssembler().assemble(RecognisedDocument(tables: [table])).value.entries[0].assignments.map(\.role)
    }
    #expect(roles(["牵头单位", "责任单位", "配合单位"]) == [.lead, .responsible, .cooperating])
    #expect(roles(["统筹单位", "责任单位", "技术支持单位"]) == [.coordinating, .responsible, .technical])
  }

  @Test func rulesOfARequirementAreTheEntrysWhereThereIsNoTimeField() {
    let texts: [FieldMeaning: String] = [.requirement: "每周更新一次"]
    let without = plan([row(["a"], texts)], fields: [.level, .requirement]).value.entries[0]
    #expect(
      without.update == TimedText(rules: [TimeRule(.interval(every: TimeSpan(1, .week), atLeast: 1), text: "每周更新一次")]))
    #expect(without.requirementRules.isEmpty)
    let beside = plan([row(["a"], texts)], fields: [.level, .requirement, .update]).value.entries[0]
    #expect(beside.update == TimedText())
    #expect(beside.requirementRules.count == 1)
  }

  @Test func whatIsNotUnderstoodIsReportedWithItsPlace() {
    let outcome = plan([RecognisedRow(path: ["a"], texts: [.update: "看情况而定吧"], row: 3, line: 12)], fields: [.update])
    #expect(outcome.value.entries[0].update.rules.map(\.kind) == [.unknown])
    #expect(outcome.diagnostics.map(\.code) == ["time.unknown"])
    #expect(outcome.diagnostics[0].position == SourcePosition(line: 12, table: 0, row: 3))
  }

  @Test func confidenceIsThatOfTheWeakestGuess() {
    let doubts = [0.9, 0.6].map {
      Doubt(field: nil, code: "x", message: Message(zh: "疑", en: "doubt"), probability: $0)
    }
    let entry = plan([RecognisedRow(path: ["a"], texts: [:], row: 0, doubts: doubts)]).value.entries[0]
    #expect(entry.confidence == 0.6)
    #expect(entry.doubts == doubts)
  }

  @Test func unitsThatHelpMayHaveAFieldOfTheirOwn() {
    let entry = plan([row(["a"], [.responsible: "县教育局", .cooperating: "各镇"])]).value.entries[0]
    #expect(entry.assignments.map(\.role) == [.responsible, .cooperating])
  }
}
