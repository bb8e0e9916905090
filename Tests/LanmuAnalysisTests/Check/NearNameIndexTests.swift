import LanmuTestSupport
import Testing

@testable import LanmuAnalysis

@Suite struct NearNameIndexTests {
  /// Names over few characters, so that many of them are near each other.
  private static func names(_ count: Int, seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      String((0..<Int.random(in: 0...7, using: &random)).map { _ in "甲乙丙".randomElement(using: &random) ?? "甲" })
    }
  }

  @Test(arguments: 1...3) func everyNearPairIsFound(seed: UInt64) {
    let names = Self.names(160, seed: seed)
    let index = NearNameIndex(names)
    for (place, name) in names.enumerated() {
      let found = Set(index.places(near: place))
      for (other, second) in names.enumerated() where other != place {
        let leavesWordOut =
          name.count >= 4 && second.count == name.count + 2 && name.prefix(2) == second.prefix(2)
          && name.suffix(2) == second.suffix(2)
        let isNear =
          name == second || leavesWordOut || NearNames.lacksOneCharacter(name, second)
          || NearNames.swapsNeighbours(name, second) || NearNames.differsInOne(name, second)
        if isNear { #expect(found.contains(other), "\(name) \(second)") }
      }
      #expect(!found.contains(place))
    }
  }

  @Test func namesThatShareLittleAreNotLookedAt() {
    let index = NearNameIndex(["教育体育局", "自然资源局", "应急管理局", "教育体育厅"])
    #expect(index.places(near: 0) == [3])
    #expect(index.places(near: 1).isEmpty)
  }
}
