import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

/// Plans of random structure, recognised with their spans and without; the floors are those that recognition keeps today.
@Suite("Generated plans")
struct GeneratedPlanTests {
  private static let seeds = UInt64(1)...60

  private func score(_ loss: GeneratedPlan.Loss) throws -> RecoveryScore {
    var score = RecoveryScore()
    for seed in Self.seeds {
      let plan = GeneratedPlan(seed: seed)
      let document = plan.document(loss)
      for grid in document.tables { #expect(grid.brokenInvariant() == nil) }
      let table = try #require(try PlanRecogniser().recognise(document).value.tables.first)
      score.add(table, of: plan, hidesBlanks: loss != .none, losesCells: loss == .dropped)
    }
    print(
      "generated plans, \(loss.rawValue): \(score.rows) rows, \(score.rightRows) right; \(score.wrongFields) wrong fields, "
        + "\(score.wrongDoubted) with a doubt, \(score.wrongInDoubtedRows) in rows with one; "
        + "\(score.rightFields) right fields, \(score.rightDoubted) with a doubt")
    return score
  }

  @Test("With spans every row is right, and none carries a doubt")
  func spanned() throws {
    let found = try score(.none)
    #expect(found.rightRows == found.rows)
    #expect(found.rightDoubted == 0)
  }

  @Test("With merged cells emptied nearly every row is right, and what is wrong carries a doubt")
  func emptied() throws {
    let found = try score(.emptied)
    #expect(found.rightRows * 100 >= found.rows * 98)
    #expect(found.wrongDoubted == found.wrongFields)
    #expect(found.rightDoubted * 100 < found.rightFields)
  }

  @Test("With merged cells gone most rows are right, and most wrong fields carry a doubt, but few right ones")
  func dropped() throws {
    let found = try score(.dropped)
    #expect(found.rightRows * 100 >= found.rows * 92)
    #expect(found.wrongInDoubtedRows * 100 >= found.wrongFields * 95)
    #expect(found.wrongDoubted * 100 >= found.wrongFields * 93)
    #expect(found.rightDoubted * 100 < found.rightFields * 5)
  }

  @Test(
    "A requirement that rows share speaks of the branch that holds them all",
    arguments: [GeneratedPlan.Shape.even, .uneven])
  func sharedRequirements(shape: GeneratedPlan.Shape) {
    var shared = 0
    for seed in Self.seeds {
      let rows = GeneratedPlan(seed: seed, shape: shape).rows
      for (above, row) in zip(rows, rows.dropFirst()) {
        guard let text = row.texts[.requirement], above.texts[.requirement] == text, above.path[0] == row.path[0] else {
          continue
        }
        shared += 1
        let common = zip(above.path, row.path).prefix { $0 == $1 }.map(\.0)
        #expect(common.contains { text.contains($0) }, "seed \(seed): \(text)")
      }
    }
    #expect(shared > 0)
  }

  @Test("Where empty cells are gone as well, labels that come once leave their level open")
  func openLevels() {
    var ending = 0
    for seed in Self.seeds {
      let plan = GeneratedPlan(seed: seed, shape: .uneven)
      let open = plan.openFields(in: .text(.droppedBlanks)).map { $0.contains(.level) }
      let endsEarly = plan.rows.indices.filter { $0 > 0 && plan.rows[$0].path.count == 2 }
      ending += endsEarly.count
      #expect(endsEarly.allSatisfy { open[$0] }, "seed \(seed)")
      #expect(open.first == false, "seed \(seed)")
      #expect(!plan.openFields(in: .text(.dropped)).contains { $0.contains(.level) }, "seed \(seed)")
    }
    #expect(ending > 0)
  }
}
