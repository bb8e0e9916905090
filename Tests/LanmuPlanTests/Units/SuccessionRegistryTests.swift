import LanmuPlan
import Testing

@Suite("Successions")
struct SuccessionRegistryTests {
  private let registry = SuccessionRegistry.builtIn

  @Test(
    arguments: [
      ("区国土资源局", "区自然资源局"), ("县环保局", "县生态环境局"), ("县卫计局", "县卫生健康局"), ("县卫计局", "县卫健局"), ("区安监局", "区应急局"),
      ("区工商质监局", "区市场监管局"), ("县食药监局", "县市场监督管理局"), ("农业局", "县农业农村局"), ("县扶贫办", "县乡村振兴局"), ("市大数据发展局", "市数据局"),
    ])
  func namesBeforeAndAfter(_ older: String, _ newer: String) {
    #expect(registry.relation(between: older, and: newer) != nil)
    #expect(registry.relation(between: newer, and: older) == nil)
  }

  @Test func differentLevelsAreNotRelated() {
    #expect(registry.relation(between: "市环保局", and: "县生态环境局") == nil)
  }

  @Test func unrelatedNames() {
    #expect(registry.relation(between: "县教育局", and: "县财政局") == nil)
    #expect(registry.successor(of: "县教育局") == nil)
  }

  @Test func aUsersRenamingsComeFirst() {
    let own = UnitDirectory(bodies: [UnitDirectory.Body(name: "县数字局", formerNames: ["县环保局"], since: "2024-03-01")])
    #expect(registry.adding(own).successor(of: "县环保局") == "县数字局")
    #expect(registry.adding(UnitDirectory(bodies: [])).successor(of: "县环保局") == "生态环境局")
  }

  @Test func everyLineOfTheDataFileIsARecord() {
    #expect(registry.records.count >= 41)
    #expect(registry.records.count { $0.basis == .generalKnowledge } <= 5)
  }

  @Test func everyRecordHasItsEvidence() {
    for record in registry.records {
      #expect(!record.predecessors.isEmpty && !record.successors.isEmpty && !record.evidence.isEmpty)
      #expect(record.since.count == 7)
      #expect(Set(record.predecessors).isDisjoint(with: record.successors))
    }
  }
}
