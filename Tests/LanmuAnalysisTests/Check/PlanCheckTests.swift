import LanmuAnalysis
import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition
import Testing

@Suite("Checking plans")
struct PlanCheckTests {
  private func row(
    _ path: [String], update: String = "每周", unit: String = "县教育局", requirement: String = "内容", at row: Int = 0
  ) -> RecognisedRow {
    let texts: [FieldMeaning: String] = [.update: update, .responsible: unit, .requirement: requirement]
    return RecognisedRow(path: path, texts: texts.filter { !$0.value.isEmpty }, row: row, line: row + 1)
  }

  private func plan(_ rows: [RecognisedRow], units: [String] = []) -> Plan {
    var tables = [
      RecognisedTable(
        kind: .columns, title: "", header: ["栏目", "要求", "时限", "单位"],
        fields: [.level, .requirement, .update, .responsible],
        rows: rows)
    ]
    if !units.isEmpty {
      let rows = units.enumerated().map { index, name in
        RecognisedRow(path: [], texts: [.responsible: name, .requirement: "通知"], row: index)
      }
      tables.append(RecognisedTable(kind: .units, title: "", header: [], fields: [], rows: rows))
    }
    return PlanAssembler().assemble(RecognisedDocument(title: "甲县政府网站方案", tables: tables)).value
  }

  private func codes(_ rows: [RecognisedRow], units: [String] = [], directory: UnitDirectory? = nil) -> [String] {
    PlanCheck(directory: directory).findings(in: plan(rows, units: units)).map(\.code)
  }

  @Test func aPlanInOrderHasNoFindings() {
    #expect(codes([row(["新闻", "要闻"]), row(["新闻", "通知公告"], unit: "县政府办牵头，各镇配合")]) == [])
  }

  @Test func anEntryWithoutAUnit() throws {
    let findings = PlanCheck().findings(in: plan([row(["a"], unit: "", at: 6), row(["b"], unit: "——")]))
    #expect(findings.map(\.code) == ["check.unit.missing", "check.unit.none-named"])
    #expect(findings[0].position == SourcePosition(line: 7, table: 0, row: 6))
    #expect(findings[0].path == ["a"])
  }

  @Test func anEntryWithoutARuleOfTime() {
    #expect(codes([row(["a"]), row(["b"], update: "")]) == ["check.time.missing"])
  }

  @Test func aTableWithoutTimesIsToldOnce() {
    #expect(codes([row(["a"], update: ""), row(["b"], update: "")]) == ["check.time.no-field"])
  }

  @Test func rowsOfOneLabelAreOneColumn() {
    #expect(codes([row(["a"], requirement: "甲"), row(["a"], requirement: "乙"), row(["b"])]) == [])
  }

  private func doubt(
    _ field: FieldMeaning, _ code: String, _ text: String = "疑", sure: Double = 0.6, rival: [String] = []
  ) -> Doubt {
    Doubt(field: field, code: code, message: Message(zh: text, en: text), probability: sure, rival: rival)
  }

  @Test func aCellThatMayHaveBeenMergedIsTheReadersDoubtAndANoteBelow() {
    var open = row(["b"], unit: "")
    open.doubts = [doubt(.responsible, "merge.refused")]
    let findings = PlanCheck().findings(in: plan([row(["a"]), open, row(["c"], unit: ""), row(["d"])]))
    #expect(findings.map(\.code) == ["check.doubt.merge.refused", "check.unit.missing"])
    #expect(findings.map(\.severity) == [.warning, .note])
  }

  @Test func aGuessIsToldOnceForTheEntriesInARowThatShareIt() {
    var rows = ["a", "b", "c", "d"].enumerated().map { row([$1], at: $0) }
    rows[0].doubts = [doubt(.update, "merge.recovered", sure: 0.8)]
    rows[1].doubts = [doubt(.update, "merge.recovered", sure: 0.7), doubt(.requirement, "merge.recovered")]
    rows[3].doubts = [doubt(.update, "merge.recovered")]
    let read = plan(rows)
    let findings = PlanCheck().findings(in: read)
    #expect(findings.map(\.entry) == [0, 1, 3].map { read.entries[$0].id })
    #expect(findings.map(\.others) == [[read.entries[1].id], [], []])
    #expect(findings.map(\.probability) == [0.7, 0.6, 0.6])
    #expect(findings[0].message.chinese == "“a”起连续 2 个栏目存疑：疑（把握 70%）")
    #expect(findings[0].position == SourcePosition(line: 1, table: 0, row: 0))
  }

  @Test func doubtsOfABranchesPlaceAreToldOnce() {
    var rows = [["a", "b"], ["a", "c"], ["d", "e"]].enumerated().map { row($1, at: $0) }
    for place in rows.indices {
      rows[place].doubts = [doubt(.level, "level.placed", "疑\(place)", rival: ["z", rows[place].path[1]])]
    }
    #expect(PlanCheck().findings(in: plan(rows)).map(\.others.count) == [1, 0])
  }

  @Test func aLabelThatReadsLikeADamagedOneIsNoSecondFinding() {
    var rows = [row(["信息公开目录", "a"]), row(["信息公开录", "b"])]
    rows[1].doubts = [doubt(.level, "label.damaged")]
    #expect(PlanCheck().findings(in: plan(rows)).map(\.code) == ["check.doubt.label.damaged"])
  }

  @Test func whatHasACalendarOrALawCanBeChecked() {
    #expect(codes([row(["a"], update: "每月更新；按自治区要求更新"), row(["b"], update: "法定时限内公开")]) == [])
  }

  @Test func rulesNobodyCanCheckAreToldOnceEach() {
    #expect(
      codes([row(["a"], update: "定期"), row(["b"], update: "定期"), row(["c"], update: "待定"), row(["d"], update: "同步更新")])
        == ["check.time.uncheckable", "check.time.uncheckable", "check.time.uncheckable"])
    #expect(codes([row(["a"], update: "及时更新"), row(["b"], update: "同“要闻”栏目")]) == [])
  }

  @Test func theSameColumnTwice() {
    #expect(codes([row(["a", "b"]), row(["a"], unit: "县教育局"), row(["a", " ｂ"])]) == ["check.column.repeated"])
  }

  @Test func aLeadThatAlsoCooperates() {
    #expect(codes([row(["a"], unit: "县教育局牵头，县民政局、教育局配合")]) == ["check.role.contradictory"])
  }

  @Test func namesThatLookLikeSlips() {
    #expect(codes([row(["a"], unit: "县智慧新城中心"), row(["b"], unit: "县智慧新城服务中心")]).contains("check.unit.near-duplicate"))
    #expect(codes([row(["信息公开目录", "a"]), row(["信息公开录", "b"])]) == ["check.label.near-duplicate"])
    #expect(codes([row(["公示名单第一批", "a"]), row(["公示名单第十一批", "b"])]).isEmpty)
    #expect(codes([row(["审批公告栏目"]), row(["审批公示栏目"])]) == [])
  }

  @Test func aUnitBesideItsSuccessor() {
    #expect(codes([row(["a"], unit: "县环保局"), row(["b"], unit: "县生态环境局")]) == ["check.unit.replaced"])
  }

  @Test func aFormerNameAfterTheDayOfTheNewOne() {
    let directory = UnitDirectory(bodies: [
      UnitDirectory.Body(name: "县教育局"),
      UnitDirectory.Body(name: "县数字局", formerNames: ["县智慧办"], since: "2024-03-01"),
    ])
    func codes(_ date: String) -> [String] {
      var plan = plan([row(["a"], unit: "县智慧办"), row(["b"])])
      plan.issuedOn = date
      return PlanCheck(directory: directory).findings(in: plan).map(\.code)
    }
    #expect(codes("2024-06-01") == ["check.unit.former-name"])
    #expect(codes("2024-01-01") == [])
  }

  @Test func unitsThatRostersLack() {
    #expect(codes([row(["a"], unit: "县教育局、县财政局")], units: ["教育局"]) == ["check.unit.unlisted"])
    let directory = UnitDirectory(bodies: [UnitDirectory.Body(name: "教育局")])
    #expect(codes([row(["a"], unit: "县教育局、县财政局")], directory: directory) == ["check.unit.unknown"])
  }

  @Test func aStrangeUnitNamedOnce() {
    #expect(codes([row(["a"], unit: "县某某协调中心")]) == ["check.unit.once"])
    #expect(codes([row(["a"], unit: "甲县教育局")]) == [])
  }

  @Test func bracketsThatDoNotMatch() {
    #expect(codes([row(["a"], requirement: "公开（含附件")]) == ["check.text.brackets"])
    #expect(codes([row(["a"], requirement: "公开“目录")]) == ["check.text.brackets"])
    #expect(codes([row(["a"], requirement: "1)公开(含附件）；2)“目录”")]) == [])
  }

  @Test func twoSpellingsOfADocumentNumber() {
    #expect(
      codes([row(["a"], requirement: "见甲政办发〔2018〕7号"), row(["b"], requirement: "见甲政办电[2018]7号")]) == [
        "check.number.spelling"
      ])
    #expect(codes([row(["a"], requirement: "见甲政办发〔2018〕7号"), row(["b"], requirement: "见甲政办发[2018]7号")]) == [])
  }

  @Test func aBranchWithNothingInIt() {
    #expect(codes([row(["a"]), row(["b"], update: "", unit: "", requirement: "")]) == ["check.branch.empty"])
  }

  @Test func jsonNamesCodeSeverityAndPlace() throws {
    let plan = plan([row(["a"], unit: "", at: 2)])
    let report = CheckReport(source: plan.source, findings: PlanCheck().findings(in: plan))
    let text = String(decoding: try report.json(language: .english), as: UTF8.self)
    #expect(text.contains("\"schema\" : \"lanmu-check/1\""))
    #expect(text.contains("\"code\" : \"check.unit.missing\""))
    #expect(text.contains("\"line\" : 3"))
  }

  @Test func dutiesAreCountedByRole() {
    let plan = plan([row(["a"], unit: "县教育局牵头，各镇配合"), row(["b"], unit: "教育局")], units: ["教育局"])
    let summary = UnitSummary.summaries(of: plan).first { $0.unit.name == "县教育局" }
    #expect(summary?.columns == 2)
    #expect(summary?.duties == [.lead: 1, .responsible: 1])
  }
}
