import LanmuTestSupport
import Testing

@testable import LanmuPlan

@Suite struct UnitAbbreviationsTests {
  @Test(arguments: 1...3) func everyAbbreviationIsFound(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let names = (0..<200).map { _ in
      let stem = (0..<Int.random(in: 1...6, using: &random)).map { _ in "文体广电".randomElement(using: &random) ?? "文" }
      return String(stem) + (["局", "办", "办公室", "委", "委员会", "中心", "会"].randomElement(using: &random) ?? "局")
    }
    let index = UnitAbbreviations(of: names)
    var pairs = 0
    for short in names {
      let found = Set(index.places(perhapsShortenedBy: short))
      for (place, long) in names.enumerated() where UnitAbbreviations.shortens(short, long) {
        #expect(found.contains(place), "\(short) \(long)")
        pairs += 1
      }
    }
    #expect(pairs > 20)
  }

  @Test func onlyNamesThatBeginAlikeAreLookedAt() {
    let index = UnitAbbreviations(of: ["文化体育新闻出版广电局", "自然资源局", "文物保护中心"])
    #expect(index.places(perhapsShortenedBy: "文体新广局") == [0])
  }
}
