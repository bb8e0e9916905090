import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition
import Testing

/// Names of one document as units: what is one body, and what never is.
@Suite("One body, one unit")
struct UnitRegisterTests {
  /// The units of a plan whose entries have these unit texts, as name=alias,alias.
  private func units(_ texts: [String], title: String = "", directory: UnitDirectory? = nil) -> [String] {
    PlanAssembler(directory: directory).assemble(document(texts, title: title)).value.units.map {
      ([$0.name] + $0.aliases).joined(separator: "=")
    }
  }

  private func document(_ texts: [String], title: String = "") -> RecognisedDocument {
    let rows = texts.enumerated().map { index, text in
      RecognisedRow(path: ["栏目\(index)"], texts: [.responsible: text], row: index)
    }
    return RecognisedDocument(
      title: title,
      tables: [RecognisedTable(kind: .columns, title: "", header: [], fields: [.level, .responsible], rows: rows)])
  }

  @Test func placeAndLevelDoNotMatter() {
    #expect(units(["县教育局", "教育局", "白水县教育局"], title: "白水县人民政府网站方案") == ["县教育局=教育局=白水县教育局"])
  }

  @Test func marketSupervisionKeepsItsFirstCharacter() {
    #expect(units(["市市场监管局", "市场监管局"]) == ["市市场监管局=市场监管局"])
  }

  @Test func aDirectoryKnowsShortAndFullNames() {
    #expect(units(["县人社局", "县人社局", "人力资源和社会保障局"]) == ["县人社局=人力资源和社会保障局"])
    #expect(units(["县编办", "县编办", "编委办"]) == ["县编办=编委办"])
  }

  @Test func anAbbreviationWithoutRivalIsTheSameBody() {
    #expect(units(["县城建环卫局", "县城建环卫局", "城市建设环境卫生局"]) == ["县城建环卫局=城市建设环境卫生局"])
  }

  @Test func rivalsAreNeverMerged() {
    #expect(units(["县城建局", "城市建设局", "城乡建设局"]).count == 3)
    #expect(units(["县人社局", "县社保局"]).count == 2)
    #expect(units(["县政府办", "县政务办"]).count == 2)
    #expect(units(["县农业局", "县农业机械化管理局", "县农业农村局"]).count == 3)
  }

  @Test func levelsAreNeverMixed() {
    #expect(units(["市教育局", "县教育局", "县财政局"]).count == 3)
  }

  @Test func aReformDoesNotMergeUnitsOfOneDocument() {
    #expect(units(["县国土资源局", "县自然资源局"]).count == 2)
    #expect(units(["县环保局", "县生态环境局"]).count == 2)
  }

  @Test func bracketsGiveASecondName() {
    #expect(units(["高新园（东门镇）", "高新园"]) == ["高新园=东门镇=高新园（东门镇）"])
  }

  @Test func aSecondNameThatStandsApartIsAUnitOfItsOwn() {
    let outcome = PlanAssembler().assemble(document(["县自然资源局（县林业局）", "县林业局"]))
    #expect(outcome.value.units.map(\.name) == ["县自然资源局", "县林业局"])
    #expect(outcome.value.units[0].aliases == ["县自然资源局（县林业局）"])
    #expect(outcome.diagnostics.map(\.code) == ["unit.second-name"])
    // A shorter form of the name before the brackets is the same body.
    #expect(units(["县行政审批和政务信息管理局（审管局）", "审管局"]).count == 1)
  }

  @Test func aUserDirectoryDecides() {
    let directory = UnitDirectory(bodies: [UnitDirectory.Body(name: "白水智慧城市运营中心", aliases: ["智慧中心"])])
    #expect(units(["智慧中心", "白水智慧城市运营中心"], directory: directory).count == 1)
  }

  @Test func groupsAreClosedByTheUnitsTable() {
    var document = document(["各部门", "各镇", "各有关部门", "各单位"])
    let rows = ["教育局", "东门镇、西门镇"].enumerated().map { index, name in
      RecognisedRow(path: [], texts: [.responsible: name, .requirement: "通知公告"], row: index)
    }
    document.tables.append(
      RecognisedTable(kind: .units, title: "", header: [], fields: [.responsible, .requirement], rows: rows))
    let plan = PlanAssembler().assemble(document).value
    let members = Dictionary(uniqueKeysWithValues: plan.units.map { ($0.name, $0.members) })
    #expect(members["各部门"] == ["教育局"])
    #expect(members["各镇"] == ["东门镇", "西门镇"])
    #expect(members["各有关部门"] == [])
    #expect(members["各单位"] == ["教育局", "东门镇", "西门镇"])
  }

  @Test func groupsAreClosedByBracketsBehindTheirName() {
    let plan = PlanAssembler().assemble(document(["各镇（东门镇、西门镇）", "各镇"])).value
    #expect(plan.units == [PlanUnit(name: "各镇", kind: .group, members: ["东门镇", "西门镇"])])
    #expect(plan.entries.flatMap(\.assignments).map(\.scope) == ["", ""])
    // Behind a group that was named before, or with others elsewhere, brackets limit it.
    for texts in [["各镇", "各镇（东门镇、西门镇）"], ["各镇（东门镇、西门镇）", "各镇（南门镇、北门镇）"]] {
      let limited = PlanAssembler().assemble(document(texts)).value
      #expect(limited.units.map(\.members) == [[]])
      #expect(limited.entries.last?.assignments.map(\.scope).first?.isEmpty == false)
    }
  }

  @Test func groupsAreClosedByAUserDirectory() {
    let directory = UnitDirectory(bodies: [
      UnitDirectory.Body(name: "东门街道", groups: ["各街道"]), UnitDirectory.Body(name: "西门街道", groups: ["各街道"]),
    ])
    let plan = PlanAssembler(directory: directory).assemble(document(["各街道"])).value
    #expect(plan.units == [PlanUnit(name: "各街道", kind: .group, members: ["东门街道", "西门街道"])])
  }

  @Test func kindsOfUnits() {
    let plan = PlanAssembler().assemble(document(["技术方、各镇、县教育局"])).value
    #expect(plan.units.map(\.kind) == [.vendor, .group, .unit])
  }

  @Test func everyMergeIsExplained() {
    let plan = PlanAssembler().assemble(
      document(["县人社局", "县人社局", "人力资源和社会保障局", "教育局", "县教育局", "县城建环卫局", "县城建环卫局", "城市建设环境卫生局", "高新园（东门镇）"])
    ).value
    let reasons = plan.unitExplanations().map { "\($0.alias) \($0.reason.rawValue)" }
    #expect(
      reasons == [
        "人力资源和社会保障局 directory", "教育局 sameName", "城市建设环境卫生局 abbreviation", "东门镇 brackets", "高新园（东门镇） brackets",
      ])
  }

  @Test func aLeadInALabelIsInherited() {
    let rows = [
      RecognisedRow(path: ["便民服务（县审批局牵头）", "教育"], texts: [.responsible: "县教育局"], row: 0),
      RecognisedRow(path: ["便民服务（县审批局牵头）", "数据"], texts: [.responsible: "县统计局牵头，各部门配合"], row: 1),
    ]
    let plan = PlanAssembler().assemble(
      RecognisedDocument(tables: [RecognisedTable(kind: .columns, title: "", header: [], fields: [], rows: rows)])
    ).value
    #expect(plan.entries[0].assignments.last == Assignment(unit: "县审批局", role: .lead, duty: "牵头", from: .label))
    #expect(plan.entries[1].assignments.map(\.from) == [nil, nil])
  }

  @Test func labelsMayNameWhoAnswersAndWhoHelps() {
    let rows = [
      RecognisedRow(path: ["安全生产（县应急局牵头、县消防大队配合）"], texts: [.responsible: "县教育局"], row: 0),
      RecognisedRow(path: ["环境保护（县生态环境局负责）"], texts: [.responsible: "县教育局"], row: 1),
      RecognisedRow(path: ["政务动态（图片、视频）"], texts: [.responsible: "县教育局"], row: 2),
    ]
    let plan = PlanAssembler().assemble(
      RecognisedDocument(tables: [RecognisedTable(kind: .columns, title: "", header: [], fields: [], rows: rows)])
    ).value
    #expect(
      plan.entries.map { $0.assignments.filter { $0.from == .label }.map { $0.unit + "/" + $0.role.rawValue } } == [
        ["县应急局/lead", "县消防大队/cooperating"], ["县生态环境局/responsible"], [],
      ])
  }

  @Test func dutiesInRequirementsAndTargetsAreAdded() {
    let rows = [
      RecognisedRow(
        path: ["规划"],
        texts: [.responsible: "县发改局、县府办", .requirement: "1.设置栏目；（县发改局）2.公开年度计划。（县府办牵头）", .target: "县府办“通知”栏目；通知公告"],
        row: 0)
    ]
    let plan = PlanAssembler().assemble(
      RecognisedDocument(tables: [RecognisedTable(kind: .columns, title: "", header: [], fields: [], rows: rows)])
    ).value
    #expect(
      plan.entries[0].assignments.dropFirst(2) == [
        Assignment(unit: "县发改局", role: .responsible, scope: "设置栏目", from: .requirement),
        Assignment(unit: "县府办", role: .lead, scope: "公开年度计划", duty: "牵头", from: .requirement),
        Assignment(unit: "县府办", role: .responsible, scope: "“通知”栏目", from: .target),
      ])
  }
}
