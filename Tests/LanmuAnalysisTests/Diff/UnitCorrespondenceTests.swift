import LanmuAnalysis
import LanmuDiagnostics
import LanmuPlan
import Testing

/// Which units are the same under other names, and which handed over.
@Suite struct UnitCorrespondenceTests {
  private typealias Sketch = PlanSketch

  private func plan(_ units: [String]) -> Plan {
    Sketch.plan(units.enumerated().map { Sketch.entry("甲/第\($0)项", "发布\($0)号事", units: [Sketch.unit($1)]) })
  }

  @Test func knownReformIsToldOnce() throws {
    let difference = try plan(["区环保局", "区环保局", "区溪局"]).reversedDifference(to: plan(["区生态环境局", "区生态环境局", "区溪局"]))
    #expect(difference.changed.isEmpty)
    #expect(difference.units.renamed.map(\.new) == ["区生态环境局"])
    #expect(difference.units.renamed.first?.reason == .succession)
  }

  @Test func otherFormOfANameIsToldOnce() throws {
    let difference = try plan(["区岚溪发展局", "区溪局"]).reversedDifference(to: plan(["区岚溪局", "区溪局"]))
    #expect(difference.changed.isEmpty)
    #expect(difference.units.renamed.map(\.reason) == [.alias])
  }

  @Test func handOverToAnotherUnitIsAChange() throws {
    let difference = try plan(["区岚局", "区岚局", "区溪局"]).reversedDifference(to: plan(["区岚局", "区溪局", "区溪局"]))
    #expect(difference.units.renamed.isEmpty)
    #expect(difference.changed.count == 1)
    #expect(difference.changed.first?.assignments?.added.map(\.unit) == ["区溪局"])
  }

  /// 务 relates no two bodies, and a county's is no district's.
  @Test(arguments: [("县商务局", "县税务局"), ("县教育局", "区教研局")])
  func aLikeNameAloneIsNoRenaming(old: String, new: String) throws {
    let difference = try plan([old, "县溪局"]).reversedDifference(to: plan([new, "县溪局"]))
    #expect(difference.units.renamed.isEmpty)
    #expect(difference.changed.count == 1)
  }

  @Test func aliasWithinAPlanIsTheSameBody() throws {
    let units = [PlanUnit(name: "区岚溪办公室", aliases: ["区岚办"])]
    let old = Sketch.plan([Sketch.entry("甲/乙", "某事", units: [Sketch.unit("区岚溪办公室")])], units: units)
    let new = Sketch.plan([Sketch.entry("甲/乙", "某事", units: [Sketch.unit("区岚办")])])
    let difference = try new.difference(from: old)
    #expect(difference.changed.isEmpty)
    #expect(difference.units.renamed.map(\.reason) == [.alias])
  }

  @Test func limitedToAUnitByAnyOfItsNames() throws {
    let old = plan(["区环保局", "区溪局", "区溪局"])
    var new = plan(["区生态环境局", "区溪局", "区溪局"])
    new.entries[0].requirement = "发布全新的内容清单"
    new.entries[1].requirement = "发布别的内容目录"
    let difference = try new.difference(from: old)
    for name in ["区环保局", "区生态环境局"] {
      let limited = try difference.limited(to: name, old: old, new: new)
      #expect(limited.changed.map(\.newIndex) == [0])
      #expect(limited.units.renamed.count == 1)
    }
    #expect(throws: LanmuError.self) { _ = try difference.limited(to: "区无此局", old: old, new: new) }
  }
}

extension Plan {
  fileprivate func reversedDifference(to later: Plan) throws -> PlanDifference { try later.difference(from: self) }
}
