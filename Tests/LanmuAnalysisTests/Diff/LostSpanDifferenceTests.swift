import LanmuAnalysis
import LanmuDiagnostics
import LanmuGrid
import LanmuPlan
import LanmuRecognition
import LanmuTestSupport
import Testing

/// What a text that has lost its merged cells leaves open, and what it does not.
@Suite struct LostSpanDifferenceTests {
  private typealias Sketch = PlanSketch

  private static func lost(_ entries: [PlanEntry]) -> Plan {
    var plan = Sketch.plan(entries)
    plan.tables[0].spansLost = true
    return plan
  }

  private let weekly = [TimeRule.Kind.interval(every: TimeSpan(1, .week), atLeast: 1)]
  private let yearly = [TimeRule.Kind.interval(every: TimeSpan(1, .year), atLeast: 1)]

  @Test func aValueCarriedIntoAnEmptyCellIsNoChange() throws {
    let old = [
      Sketch.entry("甲/乙", "发布山川概况", update: "每周更新", rules: weekly), Sketch.entry("甲/丙", "发布河流名录"),
      Sketch.entry("甲/丁", "发布森林名录"),
    ]
    var new = old
    new[2].update = new[0].update
    let difference = try Self.lost(new).difference(from: Sketch.plan(old))
    #expect(difference.isEmpty)
    #expect(difference.hidden.reading == 1)
    #expect(try Self.lost(new).difference(from: Sketch.plan(old), options: .init(ignoring: .none)).summary.changed == 1)
    // With its spans a document says what it says.
    #expect(try Sketch.plan(new).difference(from: Sketch.plan(old)).summary.changed == 1)
  }

  @Test func anotherValueIsAChange() throws {
    let old = [
      Sketch.entry("甲/乙", "发布山川概况", update: "每周更新", rules: weekly),
      Sketch.entry("甲/丙", "发布河流名录", update: "每周更新", rules: weekly),
    ]
    var new = old
    new[1].update = TimedText(text: "每年更新", rules: [TimeRule(yearly[0], text: "每年更新")])
    let difference = try Self.lost(new).difference(from: Sketch.plan(old))
    #expect(difference.changed.map(\.fields.first?.effect) == [.loosened])
  }

  @Test func cellsOneFieldOffAreNoChange() throws {
    let units = [Sketch.unit("岚溪局")]
    var old = [Sketch.entry("甲/乙", "发布山川概况", units: [Sketch.unit("柏桥局")]), Sketch.entry("甲/丙", "发布河流名录", units: units)]
    old[0].lead = "枫谷局"
    old[1].lead = "枫谷局"
    var new = old
    new[1].lead = "岚溪局"
    new[1].responsible = "柏桥局"
    new[1].assignments = [Sketch.unit("岚溪局", .lead), Sketch.unit("柏桥局")]
    let difference = try Self.lost(new).difference(from: Sketch.plan(old))
    #expect(difference.isEmpty)
    #expect(difference.hidden.reading == 2)
  }

  @Test func aSharedValueThatChangedAboveChangedHereToo() throws {
    let old = ["甲/乙", "甲/丙"].map {
      Sketch.entry($0, "发布\($0)名录", units: [Sketch.unit("岚溪局", .lead), Sketch.unit("柏桥局", .cooperating)])
    }
    let new = ["甲/乙", "甲/丙"].map {
      Sketch.entry($0, "发布\($0)名录", units: [Sketch.unit("柏桥局", .lead), Sketch.unit("岚溪局", .cooperating)])
    }
    let difference = try Self.lost(new).difference(from: Sketch.plan(old))
    #expect(difference.changed.map { $0.assignments?.roleChanged.count } == [2, 2])
  }

  @Test func anEmptyCellMaySayWhatStandsAboveIt() throws {
    let old = [
      Sketch.entry("甲/乙", "发布山川概况", update: "每年更新"), Sketch.entry("甲/丙", "发布河流名录", update: "每周更新", rules: weekly),
      Sketch.entry("甲/丁", "发布森林名录", update: "每周更新", rules: weekly),
    ]
    var new = [old[0], old[2], old[1]]
    new[2].update = TimedText()
    #expect(try Self.lost(new).difference(from: Sketch.plan(old)).isEmpty)
    new[1].update = new[0].update
    #expect(try Self.lost(new).difference(from: Sketch.plan(old)).changed.count == 2)
  }

  @Test func aBranchThatMovedUnderTheLabelBeforeItIsAChange() throws {
    let old = [
      Sketch.entry("甲/乙", "发布山川概况"), Sketch.entry("丙/丁/庚", "发布河流名录"), Sketch.entry("丙/丁/辛", "发布森林名录"),
      Sketch.entry("丙/戊", "发布湖泊名录"),
    ]
    var new = old
    new[1].path[0] = "甲"
    new[2].path[0] = "甲"
    let difference = try Self.lost(new).difference(from: Sketch.plan(old))
    #expect(difference.branches.map(\.kind) == [.moved])
  }

  @Test func aChangeOfADoubtfulReadingSaysSo() throws {
    let old = [Sketch.entry("甲/乙", "发布山川概况", update: "每周更新", rules: weekly)]
    var new = [Sketch.entry("甲/乙", "发布山川概况", update: "每年更新", rules: yearly)]
    new[0].doubts = [
      Doubt(field: .update, code: "merge.recovered", message: Message(zh: "存疑", en: "open"), probability: 0.6)
    ]
    let difference = try Self.lost(new).difference(from: Sketch.plan(old))
    #expect(difference.changed.map(\.isDoubtful) == [true])
    #expect(difference.changed.first?.fields.map(\.isDoubtful) == [true])
  }

  @Test func aPlaceThatTheReadingItselfLeavesOpenIsNoChange() throws {
    let old = [Sketch.entry("甲/乙/丙", "发布山川概况"), Sketch.entry("甲/丁/庚", "发布河流名录")]
    var new = old
    new[0].path = ["甲", "戊", "丙"]
    #expect(try Self.lost(new).difference(from: Sketch.plan(old)).isEmpty == false)
    let message = Message(zh: "也可能是别处", en: "it could stand elsewhere")
    new[0].doubts = [
      Doubt(field: .level, code: "level.placed", message: message, probability: 0.6, rival: old[0].path)
    ]
    let difference = try Self.lost(new).difference(from: Sketch.plan(old))
    #expect(difference.isEmpty)
    #expect(difference.hidden.reading == 1)
  }

  /// Plans of random structure, with their merged cells and without: false changes for each thousand entries.
  @Test(arguments: [(GeneratedPlan.Loss.emptied, 1.0), (.dropped, 15.0)])
  func theSamePlanWithoutItsSpansIsHardlyChanged(loss: GeneratedPlan.Loss, limit: Double) throws {
    var entries = 0
    var wrong = 0
    for seed in UInt64(1)...60 {
      let plan = GeneratedPlan(seed: seed)
      let old = try Self.plan(plan.document(.none))
      let difference = try Self.plan(plan.document(loss)).difference(from: old)
      entries += old.entries.count
      wrong += max(difference.added.count, difference.removed.count) + difference.changed.count
    }
    let share = Double(wrong) * 1_000 / Double(entries)
    #expect(share <= limit, "\(loss): \(wrong) of \(entries) entries")
  }

  private static func plan(_ document: TableDocument) throws -> Plan {
    PlanAssembler().assemble(try PlanRecogniser().recognise(document).value).value
  }
}
