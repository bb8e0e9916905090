import LanmuAnalysis
import LanmuDiagnostics
import LanmuPlan
import Testing

/// What is a change, and what is none.
@Suite struct DifferenceTests {
  private typealias Sketch = PlanSketch

  private func compare(
    _ old: [PlanEntry], _ new: [PlanEntry], ignoring: IgnoredNoise = .typography
  ) throws -> PlanDifference {
    try Sketch.plan(new).difference(from: Sketch.plan(old), options: DifferenceOptions(ignoring: ignoring))
  }

  @Test(arguments: [
    ("发布 山川 信息", "发布山川信息"), ("发布（山川）信息", "发布(山川)信息"), ("ＡＢＣ网站", "ABC网站"), ("山川\n概况", "山川概况"),
    ("⼈事任免", "人事任免"),
  ])
  func layoutIsNoChange(old: String, new: String) throws {
    let difference = try compare([Sketch.entry("甲/乙", old)], [Sketch.entry("甲/乙", new)], ignoring: .none)
    #expect(difference.isEmpty)
    #expect(difference.hidden.total == 0)
  }

  @Test func punctuationIsHiddenAndCounted() throws {
    let old = [Sketch.entry("甲/乙", "发布“山川”；发布概况。")]
    let new = [Sketch.entry("甲/乙", "发布「山川」、发布概况")]
    let difference = try compare(old, new)
    #expect(difference.isEmpty)
    #expect(difference.hidden.typography == 1)
    #expect(try compare(old, new, ignoring: .none).summary.changed == 1)
  }

  @Test func wordingIsHiddenOnDemandOnly() throws {
    let old = [Sketch.entry("甲/乙", "发布本区山川相关信息")]
    let new = [Sketch.entry("甲/乙", "公布我区山川有关信息")]
    #expect(try compare(old, new).summary.changed == 1)
    let hidden = try compare(old, new, ignoring: .wording)
    #expect(hidden.isEmpty)
    #expect(hidden.hidden.wording == 1)
  }

  @Test func negationIsNeverMereWording() throws {
    let difference = try compare(
      [Sketch.entry("甲/乙", "应当发布山川信息")], [Sketch.entry("甲/乙", "不得发布山川信息")], ignoring: .wording)
    #expect(difference.summary.changed == 1)
  }

  @Test func otherOrderIsNoChangeButTold() throws {
    let entries = ["甲/一类", "甲/二类", "甲/三类"].map { Sketch.entry($0, "发布\($0)内容") }
    let difference = try compare(entries, [entries[2], entries[0], entries[1]])
    #expect(difference.isEmpty)
    #expect(difference.summary.reordered == 1)
  }

  @Test func wholeBranchIsOneChange() throws {
    let old = ["岚溪/柏桥/枫谷", "岚溪/柏桥/霁川", "岚溪/榆桐/梓蔚"].map { Sketch.entry($0, "发布\($0.last ?? "甲")之事") }
    var new = old
    for index in 0..<2 { new[index].path[1] = "沅澄" }
    let difference = try compare(old, new)
    #expect(difference.branches.map(\.kind) == [.renamed])
    #expect(difference.branches.first?.entries == 2)
    #expect(difference.changed.allSatisfy { $0.branch == 0 && $0.carried })
    #expect(difference.summary.changes == 1)
  }

  @Test func swappedLeadIsTwoRoles() throws {
    let old = [Sketch.entry("甲/乙", "某事", units: [Sketch.unit("区岚局", .lead), Sketch.unit("区溪局", .cooperating)])]
    let new = [Sketch.entry("甲/乙", "某事", units: [Sketch.unit("区溪局", .lead), Sketch.unit("区岚局", .cooperating)])]
    let duties = try #require(try compare(old, new).changed.first?.assignments)
    #expect(duties.added.isEmpty && duties.removed.isEmpty)
    #expect(Set(duties.roleChanged.map(\.unit)) == ["区岚局", "区溪局"])
  }

  @Test func changedScopeIsNeitherGainNorLoss() throws {
    let old = [Sketch.entry("甲/乙", "某事", units: [Sketch.unit("区岚局")])]
    let new = [Sketch.entry("甲/乙", "某事", units: [Sketch.unit("区岚局", scope: "山川部分")], responsible: "区岚局（山川部分）")]
    let duties = try #require(try compare(old, new).changed.first?.assignments)
    #expect(duties.added.isEmpty && duties.removed.isEmpty)
    #expect(duties.scopeChanged.map(\.new) == ["山川部分"])
  }

  @Test func appliesAndReverts() throws {
    for seed in UInt64(100)...112 {
      let (old, new, _) = DifferenceRecallTests.edited(seed: seed, entries: 120, rounds: 3)
      let difference = try new.difference(from: old)
      let forward = try difference.applied(to: old)
      let backward = try difference.reverted(from: new)
      #expect(forward.entries.map(\.path) == new.entries.map(\.path))
      #expect(forward.entries.map(\.requirement) == new.entries.map(\.requirement))
      #expect(forward.entries.map(\.assignments) == new.entries.map(\.assignments))
      #expect(backward.entries.map(\.path) == old.entries.map(\.path))
      #expect(backward.entries.map(\.update) == old.entries.map(\.update))
    }
  }

  @Test func refusesAnotherPlan() throws {
    let difference = try compare([Sketch.entry("甲/乙", "某事")], [Sketch.entry("甲/乙", "另一事")])
    #expect(throws: LanmuError.self) { _ = try difference.applied(to: Sketch.plan([Sketch.entry("甲/乙", "第三事")])) }
  }

  @Test func isTheSameInEveryRun() throws {
    let (old, new, _) = DifferenceRecallTests.edited(seed: 7, entries: 200, rounds: 4)
    let first = try new.difference(from: old)
    for _ in 0..<3 { #expect(try new.difference(from: old) == first) }
  }

  @Test func plansWithoutEntriesCompare() throws {
    #expect(try compare([], []).isEmpty)
    #expect(try compare([], [Sketch.entry("甲")]).summary.added == 1)
    #expect(try compare([Sketch.entry("甲")], []).summary.removed == 1)
  }
}
