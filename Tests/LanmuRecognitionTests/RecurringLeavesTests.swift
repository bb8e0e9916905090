import Testing

@testable import LanmuRecognition

/// How much likelier it is around a row than elsewhere that a last label comes again.
@Suite("Runs of recurring labels")
struct RecurringLeavesTests {
  @Test("Where all labels come again, none does, or none tells, no row differs from others")
  func noContrast() {
    for isAgain in [true, false, nil] as [Bool?] {
      #expect(RecurringLeaves(Array(repeating: isAgain, count: 20)).odds == Array(repeating: 1, count: 20))
    }
    #expect(RecurringLeaves([]).odds.isEmpty)
  }

  @Test("Rows in a run of labels that come again have higher odds than rows in one of labels that do not")
  func runs() {
    let odds = RecurringLeaves(Array(repeating: true, count: 30) + Array(repeating: false, count: 30)).odds
    #expect(odds[10] > 1 && odds[50] < 1)
    #expect(odds[10] > odds[29] && odds[30] > odds[50])
  }

  @Test("A row whose neighbours come once has lower odds than those near it, where labels come once or again together")
  func neighbours() {
    let isAgain = (0..<12).flatMap { _ in [true, true, true, true, false, false, false] }
    let odds = RecurringLeaves(isAgain).odds
    #expect(odds[40] < 0.5 && odds[37] > 1)
    #expect(odds[40] < odds[39] && odds[40] < odds[41])
  }

  @Test("Eight rows above and below count as near, the ninth does not")
  func reach() {
    var isAgain = Array(repeating: false as Bool?, count: 40)
    isAgain[20] = true
    isAgain[39] = true
    let odds = RecurringLeaves(isAgain).odds
    #expect(odds[12] > 1 && odds[28] > 1)
    #expect(odds[11] < 1 && odds[29] < 1)
  }

  @Test("A row says nothing for itself, and one that tells nothing is weighed by the others all the same")
  func ownRow() {
    var isAgain = Array(repeating: false as Bool?, count: 40)
    isAgain[5] = true
    // Of the others none comes again.
    #expect(RecurringLeaves(isAgain).odds[5] == 1)
    isAgain[30] = true
    isAgain[31] = nil
    #expect(RecurringLeaves(isAgain).odds[5] < 1)
    #expect(RecurringLeaves(isAgain).odds[31] > 1)
  }

  @Test("What stands in another branch is no neighbour, and a row that tells nothing parts none")
  func branches() {
    let branch: [Bool?] = [true, true, true, nil, true, false, nil, false]
    let isAgain = (0..<6).flatMap { _ in branch }
    let begins = Set((0..<6).flatMap { [8 * $0, 8 * $0 + 5] })
    let odds = RecurringLeaves(isAgain, beginningAt: begins).odds
    #expect(odds[29] < RecurringLeaves(isAgain).odds[29] && odds[29] < 1)
    #expect(odds[28] > 1)
  }
}
