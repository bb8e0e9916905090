import LanmuGrid
import Testing

@testable import LanmuRecognition

@Suite("What is learned of the wording of fields")
struct FieldWordingTests {
  private let columns = [
    LogicalColumn(meaning: .level, label: "栏目", columns: 0..<1),
    LogicalColumn(meaning: .lead, label: "牵头单位", columns: 1..<2),
    LogicalColumn(meaning: .responsible, label: "责任单位", columns: 2..<3),
  ]

  private func learned(_ texts: [(String, Int)]) -> ContentCost {
    var cost = ContentCost(columns: columns)
    for (text, column) in texts { cost.learn(text, TextEvidence(text), in: column) }
    return cost
  }

  private let others = [("县教育局", 1), ("县民政局", 1), ("县财政局", 1), ("区水利局、区文旅局", 2), ("区残联、区医保局", 2)]

  @Test("A text that was read in a field once is no evidence for reading it there again")
  func ownWitness() {
    let text = "民政局"
    let before = learned(others).prices(text, TextEvidence(text))
    for column in [1, 2] {
      let cost = learned(others + [(text, column)])
      let after = cost.prices(text, TextEvidence(text), learnedIn: column)
      #expect(zip(before, after).allSatisfy { abs($0 - $1) < 0.000_001 })
      #expect(cost.prices(text, TextEvidence(text))[column] < after[column])
    }
  }

  @Test("What another row says of the same text counts")
  func otherWitness() {
    let text = "民政局"
    let once = learned(others + [(text, 2)]).prices(text, TextEvidence(text), learnedIn: 2)
    let twice = learned(others + [(text, 2), (text, 2)]).prices(text, TextEvidence(text), learnedIn: 2)
    #expect(twice[2] < once[2])
  }
}
