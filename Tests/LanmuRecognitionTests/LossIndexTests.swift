import Testing

@testable import LanmuRecognition

/// Labels that lost characters, found by what they lost.
@Suite("Lost characters")
struct LossIndexTests {
  private let index = {
    var index = LossIndex()
    for (number, label) in ["府信息公开", "政府信公开", "信政府息公开", "政府"].enumerated() { index.insert(label, as: number) }
    return index
  }()

  @Test("A label is found by the whole one: without its first characters, without inner ones, and in another order")
  func losses() {
    #expect(Set(index.candidates(of: "政府信息公开")) == [0, 1, 2])
  }

  @Test("What lacks more than two characters is another label")
  func others() {
    #expect(!index.candidates(of: "政府信息").contains(0))
    #expect(index.candidates(of: "政府网站年度工作报表").isEmpty)
  }
}
