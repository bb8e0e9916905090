import LanmuAnalysis
import LanmuPlan
import Testing

/// Recall and precision over edit scripts that are known.
@Suite struct DifferenceRecallTests {
  struct Score {
    var expected = 0
    var reported = 0
    var found = 0
    var unchanged = 0
    var missed: [String] = []
    var wrong: [String] = []

    var recall: Double { expected == 0 ? 1 : Double(found) / Double(expected) }
    /// A line of the bench's table.
    var line: String {
      let share = unchanged == 0 ? 0 : Double(wrong.count) * 1_000 / Double(unchanged)
      return "\(expected) edits, recall \(recall), precision \(precision); \(unchanged) unchanged entries, "
        + "\(wrong.count) wrong facts, \(share) for each thousand"
    }

    var precision: Double { reported == 0 ? 1 : Double(found) / Double(reported) }

    mutating func count(_ expected: Set<String>, _ reported: Set<String>, unchanged: Int, seed: UInt64) {
      self.expected += expected.count
      self.reported += reported.count
      self.unchanged += unchanged
      found += expected.intersection(reported).count
      missed += expected.subtracting(reported).sorted().map { "\(seed): \($0)" }
      wrong += reported.subtracting(expected).sorted().map { "\(seed): \($0)" }
    }
  }

  static func edited(seed: UInt64, entries: Int, rounds: Int) -> (old: Plan, new: Plan, facts: Set<String>) {
    var words = SyntheticPlan(seed: seed)
    let old = words.plan(entries: entries)
    var mutator = PlanMutator(old, words: words)
    for _ in 0..<max(1, rounds / 2) { mutator.renameUnit() }
    for _ in 0..<rounds {
      mutator.renameBranch()
      mutator.moveBranch()
      mutator.splitBranch()
      mutator.mergeBranches()
      mutator.reorder()
      mutator.add()
      mutator.remove()
      mutator.renameLabel()
      mutator.moveEntry()
      mutator.changeTime()
      mutator.rewordTime()
      mutator.reword()
      mutator.star()
      mutator.remark()
      mutator.resetType()
      mutator.addUnit()
      mutator.dropUnit()
      mutator.handOver()
      mutator.swapRoles()
      mutator.reorderUnits()
      mutator.reorderChannels()
      mutator.splitEntry()
      mutator.mergeEntries()
    }
    return (old, mutator.plan, mutator.facts)
  }

  @Test func findsTheEditsOfAMutator() throws {
    var score = Score()
    for seed in UInt64(1)...40 {
      let (old, new, facts) = Self.edited(seed: seed, entries: 240, rounds: 3)
      let difference = try new.difference(from: old)
      score.count(facts, ChangeFacts.facts(of: difference), unchanged: difference.summary.unchanged, seed: seed)
    }
    print("differences, plans as they are: \(score.line)")
    let report: Comment = """
      recall \(score.recall), precision \(score.precision), \(score.expected) edits
      missed: \(score.missed.prefix(60))
      wrong: \(score.wrong.prefix(60))
      """
    #expect(score.recall >= 0.99, report)
    #expect(score.precision >= 0.99, report)
  }

  @Test func findsNothingInAPlanComparedWithItself() throws {
    for seed in UInt64(50)...60 {
      var words = SyntheticPlan(seed: seed)
      let plan = words.plan(entries: 300)
      let difference = try plan.difference(from: plan)
      #expect(difference.isEmpty)
      #expect(difference.summary.unchanged == 300)
    }
  }
}
