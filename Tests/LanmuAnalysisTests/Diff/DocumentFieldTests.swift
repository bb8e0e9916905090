import LanmuAnalysis
import LanmuPlan
import LanmuRecognition
import Testing

/// Fields that only one of the documents has.
@Suite struct DocumentFieldTests {
  private func plan(_ fields: [FieldMeaning], _ change: (inout PlanEntry) -> Void = { _ in }) -> Plan {
    var entries = ["一类", "二类", "三类"].map { PlanSketch.entry("甲/\($0)", "发布\($0)之事") }
    for index in entries.indices { change(&entries[index]) }
    var plan = PlanSketch.plan(entries)
    plan.tables[0].fields = fields
    return plan
  }

  @Test func aFieldOfTheNewDocumentIsOneChange() throws {
    let old = plan([.level, .level, .requirement])
    let new = plan([.level, .level, .requirement, .update]) {
      $0.update = TimedText(text: "及时更新", rules: [TimeRule(.prompt, text: "及时更新")])
    }
    let difference = try new.difference(from: old)
    #expect(difference.changed.isEmpty)
    #expect(difference.documentFields == [DocumentField(.update, isAdded: true, entries: 3)])
    #expect(difference.summary.changes == 1)
    #expect(try old.difference(from: new).documentFields == [DocumentField(.update, isAdded: false, entries: 3)])
  }

  @Test func anEmptyFieldIsThereAllTheSame() throws {
    let fields: [FieldMeaning] = [.level, .level, .requirement, .remarks]
    let difference = try plan(fields) { $0.remarks = "新增" }.difference(from: plan(fields))
    #expect(difference.documentFields.isEmpty)
    #expect(difference.summary.changed == 3)
  }

  @Test func cooperatingUnitsAreCompared() throws {
    let old = plan([.level, .cooperating]) { $0.cooperating = "岚溪局" }
    let new = plan([.level, .cooperating]) { $0.cooperating = "柏桥局" }
    let difference = try new.difference(from: old)
    #expect(difference.changed.flatMap(\.fields).map(\.field) == [.cooperating, .cooperating, .cooperating])
  }
}
