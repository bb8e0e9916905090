import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition
import Testing

/// Who has a duty according to a requirement, and who is merely mentioned in it.
@Suite("Duties in requirements")
struct DutyScannerTests {
  /// The duties that a requirement adds to a unit field of another unit.
  private func duties(_ requirement: String) -> [String] {
    let row = RecognisedRow(path: ["甲"], texts: [.requirement: requirement, .responsible: "县档案局"], row: 0)
    let table = RecognisedTable(
      kind: .columns, title: "", header: [], fields: [.level, .requirement, .responsible], rows: [row])
    let plan = PlanAssembler().assemble(RecognisedDocument(tables: [table])).value
    return plan.entries[0].assignments.filter { $0.from == .requirement }.map { assignment in
      assignment.unit + "/" + assignment.role.rawValue + (assignment.scope.isEmpty ? "" : "{\(assignment.scope)}")
    }
  }

  @Test(arguments: [
    ("围绕中心工作发布动态，由县政府办牵头，各部门配合提供。", ["县政府办/lead", "各部门/cooperating"]),
    ("公开食品监管信息（县市场监管局）、农产品信息（县农业农村局）。", ["县市场监管局/responsible{公开食品监管信息}", "县农业农村局/responsible{农产品信息}"]),
    ("1.公开供地计划（县自然资源局）；2.公开分配结果（县住建局）。", ["县自然资源局/responsible{公开供地计划}", "县住建局/responsible{公开分配结果}"]),
    ("公开采购信息。牵头单位：县财政局；配合单位：县审计局。", ["县财政局/lead", "县审计局/cooperating"]),
    ("县公安局、县司法局要及时提供普法信息。", ["县公安局/responsible{普法信息}", "县司法局/responsible{普法信息}"]),
    ("公开划片范围，由县教育局具体负责更新。", ["县教育局/responsible"]), ("各乡镇负责公开补贴发放情况。", ["各乡镇/responsible{公开补贴发放情况}"]),
    ("公开经营情况（县国资服务中心负责）。", ["县国资服务中心/responsible{公开经营情况}"]),
    ("县卫健局、县农业农村局按职责分工公开监管信息。", ["县卫健局/responsible{监管信息}", "县农业农村局/responsible{监管信息}"]),
  ])
  func named(_ requirement: String, _ expected: [String]) { #expect(duties(requirement) == expected) }

  /// A text without a full stop in which every clause begins with a name takes no longer by the square of its length.
  @Test("Names and brackets without end", .timeLimit(.minutes(1)))
  func endless() {
    #expect(duties(String(repeating: "县财政局，", count: 20_000)).isEmpty)
    #expect(duties(String(repeating: "（", count: 100_000)).isEmpty)
  }

  @Test(arguments: [
    "转载国务院、省政府重要政策信息。", "向县政府办公室报备后公开。", "公开县财政局批复的部门预算。", "按照县财政局统一的格式公开预算。",
    "经县司法局审核后公布。", "与县人社局网站做好链接。", "县教育局批复的预算要公开。", "涉及多个部门的，由牵头部门负责公开。",
  ])
  func merelyMentioned(_ requirement: String) { #expect(duties(requirement).isEmpty) }
}
