import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import LanmuRecognition
import LanmuTestSupport
import Testing

/// Plans of all layouts, written in each format and read by its reader; the floors are those that recognition keeps today.
@Suite("Varied plans")
struct VariedPlanTests {
  private static let seeds = UInt64(1)...60

  private func table(
    _ plan: GeneratedPlan, _ format: PlanFormat, _ severity: Severity = .usual
  ) throws
    -> RecognisedTable
  {
    let document = try DocumentReader().read(format.source(of: plan, severity: severity)).value
    return try #require(try PlanRecogniser().recognise(document).value.tables.first)
  }

  @Test(
    "With spans every row is right, and none carries a doubt but in tables made by hand", arguments: PlanFormat.spanned)
  func spanned(format: PlanFormat) throws {
    for seed in Self.seeds {
      let plan = GeneratedPlan(seed: seed, shape: .varied)
      var score = RecoveryScore()
      score.add(try table(plan, format), of: plan, in: format)
      #expect(
        score.rightRows == score.rows, "seed \(seed): \(score.faults.first.map { "\($0)" } ?? "rows are missing")")
      if !plan.isHandMade { #expect(score.rightDoubted == 0, "seed \(seed)") }
    }
  }
}
