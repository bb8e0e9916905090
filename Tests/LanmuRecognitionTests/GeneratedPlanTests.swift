import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

/// Plans of random structure, recognised with their spans and without; the floors are those that recognition keeps today.
@Suite("Generated plans")
struct GeneratedPlanTests {
  private static let seeds = UInt64(1)...60

  private struct Figures {
    var rows = 0
    var right = 0
    var wrongDoubted = 0
    var rightDoubted = 0
  }

  private func figures(_ loss: GeneratedPlan.Loss) throws -> Figures {
    var figures = Figures()
    for seed in Self.seeds {
      let plan = GeneratedPlan(seed: seed)
      let document = plan.document(loss)
      for grid in document.tables { #expect(grid.brokenInvariant() == nil) }
      let table = try #require(try PlanRecogniser().recognise(document).value.tables.first)
      let (right, doubted) = plan.compare(table, loss: loss)
      figures.rows += right.count
      figures.right += right.count { $0 }
      figures.wrongDoubted += zip(right, doubted).count { !$0 && $1 }
      figures.rightDoubted += zip(right, doubted).count { $0 && $1 }
    }
    print(
      "generated plans, \(loss.rawValue): \(figures.rows) rows, \(figures.right) right; wrong ones with a doubt "
        + "\(figures.wrongDoubted), right ones with a doubt \(figures.rightDoubted)")
    return figures
  }

  @Test("With spans every row is right, and none carries a doubt")
  func spanned() throws {
    let found = try figures(.none)
    #expect(found.right == found.rows)
    #expect(found.rightDoubted == 0)
  }

  @Test("With merged cells emptied nearly every row is right")
  func emptied() throws {
    let found = try figures(.emptied)
    #expect(found.right * 100 >= found.rows * 98)
    #expect(found.rightDoubted * 100 <= found.rows * 5)
  }

  @Test("With merged cells gone most rows are right, and most wrong ones carry a doubt")
  func dropped() throws {
    let found = try figures(.dropped)
    #expect(found.right * 100 >= found.rows * 92)
    #expect(found.wrongDoubted * 2 >= found.rows - found.right)
    #expect(found.rightDoubted * 100 <= found.rows * 8)
  }
}
