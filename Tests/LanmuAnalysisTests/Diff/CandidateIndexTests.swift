import Testing

@testable import LanmuAnalysis

@Suite struct CandidateIndexTests {
  private let answers: [CandidateIndex.Keys] = [
    [(1, 1), (2, 1)], [(1, 1), (3, 1)], [(1, 1), (2, 1), (3, 1)], [(9, 1)],
  ]

  @Test func bestFirstAndTheEarlierOnATie() {
    let index = CandidateIndex(answers: answers, questions: [[(1, 2), (2, 1), (3, 1), (7, 9)], [(9, 1)]], longest: 10)
    var tally = CandidateTally(entries: answers.count)
    #expect(index.candidates(for: 0, limit: 8, &tally) == [2, 0, 1])
    #expect(index.candidates(for: 0, limit: 2, &tally) == [2, 0])
    // What one question counted is no part of the next one's answer.
    #expect(index.candidates(for: 1, limit: 8, &tally) == [3])
  }

  @Test func longListsSayNothing() {
    let index = CandidateIndex(answers: answers, questions: [[(1, 5), (3, 1)]], longest: 2)
    var tally = CandidateTally(entries: answers.count)
    #expect(index.candidates(for: 0, limit: 8, &tally) == [1, 2])
  }

  @Test(arguments: ["", "-", "——", "-，", "，-", "-、-", "— —", "无", "-。1", "　", "--"])
  func marksForNothing(_ text: String) {
    let folded = ComparableText.typography(text)
    #expect(ComparableText.saysNothing(text) == folded.allSatisfy { $0 == ComparableText.dash })
  }
}
