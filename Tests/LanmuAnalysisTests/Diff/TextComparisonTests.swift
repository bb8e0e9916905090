import LanmuAnalysis
import LanmuPlan
import Testing

/// How changed words are marked in changed texts.
@Suite struct TextComparisonTests {
  private func segments(_ old: String, _ new: String, units: [String] = []) throws -> [TextSegment] {
    let known = units.map { PlanUnit(name: $0) }
    let before = PlanSketch.plan([PlanSketch.entry("甲/乙", old)], units: known)
    let after = PlanSketch.plan([PlanSketch.entry("甲/乙", new)], units: known)
    let difference = try after.difference(from: before, options: DifferenceOptions(ignoring: .none))
    return difference.changed.first?.fields.first?.segments ?? []
  }

  private func pieces(_ segments: [TextSegment], _ operation: TextSegment.Operation) -> [String] {
    segments.filter { $0.operation == operation }.map(\.text)
  }

  @Test(arguments: [
    ("每季度发布3次山川数据", "每季度发布13次山川数据", "3次", "13次"),
    ("2个工作日内发布", "12个工作日内发布", "2个工作日", "12个工作日"),
    ("按桂政发〔2018〕66号办理", "按桂政发〔2019〕66号办理", "桂政发〔2018〕66号", "桂政发〔2019〕66号"),
    ("由区岚溪局审核内容", "由区岚谷局审核内容", "区岚溪局", "区岚谷局"),
    ("于2021年1月31日前发布", "于2022年1月31日前发布", "2021年1月31日", "2022年1月31日"),
    ("取前3—6个月数据", "取前3—9个月数据", "3—6个月", "3—9个月"),
  ])
  func keepsWhatBelongsTogether(old: String, new: String, deleted: String, inserted: String) throws {
    let result = try segments(old, new, units: ["区岚溪局", "区岚谷局"])
    #expect(pieces(result, .delete) == [deleted])
    #expect(pieces(result, .insert) == [inserted])
  }

  @Test func insertsAWholeClause() throws {
    let result = try segments("发布山川概况；发布河流名录。", "发布山川概况；发布森林分布图；发布河流名录。")
    #expect(pieces(result, .delete).isEmpty)
    #expect(pieces(result, .insert) == ["发布森林分布图；"])
  }

  @Test func cutsNoCharacter() throws {
    let result = try segments("发布𠮷字👨‍👩‍👧与e\u{301}", "发布𠮶字👨‍👩‍👦与e\u{302}")
    for segment in result { #expect(!segment.text.isEmpty) }
    #expect(result.oldText == "发布𠮷字👨‍👩‍👧与e\u{301}")
    #expect(result.newText == "发布𠮶字👨‍👩‍👦与e\u{302}")
    #expect(pieces(result, .delete).joined().contains("👨‍👩‍👧"))
  }

  @Test func segmentsGiveBothTexts() throws {
    var words = SyntheticPlan(seed: 77)
    for _ in 0..<200 {
      let old = words.sentence()
      var characters = Array(old)
      for _ in 0..<Int.random(in: 1...6, using: &words.numbers) {
        let place = Int.random(in: 0..<characters.count, using: &words.numbers)
        if words.numbers.chance(50) {
          characters.remove(at: place)
        } else {
          characters.insert(contentsOf: Array(words.freshWord(2)), at: place)
        }
        if characters.isEmpty { characters = ["空"] }
      }
      let new = String(characters)
      let result = try segments(old, new)
      guard !result.isEmpty else { continue }
      #expect(result.oldText == old)
      #expect(result.newText == new)
    }
  }
}
