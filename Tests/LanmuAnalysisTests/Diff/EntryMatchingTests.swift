import LanmuAnalysis
import LanmuPlan
import Testing

/// Which entries belong together where several would do.
@Suite struct EntryMatchingTests {
  private typealias Sketch = PlanSketch

  @Test func aPartOfASplitEntryIsNotTheEntryThatWentBesideIt() throws {
    let old = [
      Sketch.entry("甲/概况", "发布山川工作的进展情况，包括时间；公开山川有关的名单。"),
      Sketch.entry("甲/名录", "发布河流工作的进展情况，包括时间。"),
    ]
    let new = [
      Sketch.entry("甲/概况（一）", "发布山川工作的进展情况，包括时间。"), Sketch.entry("甲/概况（二）", "公开山川有关的名单。"),
    ]
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    #expect(difference.branches.map(\.kind) == [.split])
    #expect(difference.removed.map(\.entry.path) == [["甲", "名录"]])
    #expect(difference.added.isEmpty)
  }

  @Test func anEntryGoesWithItsBranchThoughItsDemandStandsTwice() throws {
    func branch(_ name: String, unit: String) -> [PlanEntry] {
      [
        Sketch.entry("甲/\(name)/通知", "发布山川信息", units: [Sketch.unit(unit)]),
        Sketch.entry("甲/\(name)/案例", "发布山川信息", units: [Sketch.unit("柏桥局")]),
        Sketch.entry("甲/\(name)/名录", "发布河流名录", units: [Sketch.unit("柏桥局")]),
      ]
    }
    let old = branch("人事", unit: "岚溪局")
    let new = branch("干部", unit: "枫谷局") + [Sketch.entry("甲/干部/流程", "公开办理流程")]
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    #expect(difference.branches.map(\.kind) == [.renamed])
    #expect(difference.added.map(\.entry.path) == [["甲", "干部", "流程"]])
    #expect(difference.removed.isEmpty)
  }

  @Test func aRenamedUnitIsFoundThoughItsEntriesChangedOtherwiseToo() throws {
    let old = (1...4).map { Sketch.entry("甲/\($0)类", "发布\($0)类之事", units: [Sketch.unit("岚溪局"), Sketch.unit("柏桥局")]) }
    var new = old
    for index in new.indices { new[index].assignments[0].unit = "枫谷委" }
    // One entry loses its other unit besides, another gains one.
    new[0].assignments.remove(at: 1)
    new[1].assignments.append(Sketch.unit("霁川局"))
    let difference = try Sketch.plan(new).difference(from: Sketch.plan(old))
    #expect(difference.units.renamed.map(\.new) == ["枫谷委"])
    #expect(difference.changed.count == 2)
  }
}
