import LanmuAnalysis
import LanmuPlan
import LanmuRecognition
import Testing

/// What units answer about a fault, on 整改台账.
@Suite struct RectificationTests {
  private func census(_ returns: [(unit: String, status: String)]) throws -> Census {
    let rule = TimeRule(.interval(every: TimeSpan(1, .month), atLeast: 1), text: "1个月内更新")
    let plan = Plan(
      tables: [PlanTable(kind: .columns)], units: [PlanUnit(name: "甲局"), PlanUnit(name: "乙局")],
      entries: [
        PlanEntry(
          id: "1", path: ["工作", "通报"], update: TimedText(text: rule.text, rules: [rule]),
          assignments: [
            Assignment(unit: "乙局", role: .cooperating), Assignment(unit: "甲局", role: .responsible),
          ])
      ])
    let month = try #require(CivilMonth(parsing: "2026-11"))
    var input = CensusInput(
      plan: plan, month: month, recordsSince: CivilDate(parsing: "2025-01-01"), rules: CensusStateTests.rules())
    input.records = RecordLedger(month: month, monitoringDay: month.lastDay, declaredSince: input.recordsSince)
    input.returns = returns.enumerated().map { index, answer in
      CensusReturn(entry: "1", unit: answer.unit, status: answer.status, place: RowPlace(file: "r.xlsx", row: index))
    }
    return CensusReckoner.census(of: input)
  }

  /// Every answer stands there, and the state is that of the unit that answers for the column.
  @Test func theAccountableUnitAnswersFirst() throws {
    let fault = try #require(try census([("甲局", "申请延期"), ("乙局", "非本单位职责")]).rectifications.first)
    #expect(fault.status == .postponed)
    #expect(fault.response == "甲局：申请延期；乙局：非本单位职责")
    let other = try #require(try census([("乙局", "正在办理"), ("甲局", "申请延期")]).rectifications.first)
    #expect(other.response == "甲局：申请延期；乙局：正在办理")
  }

  /// The unit's own word does not make a column updated that has nothing new.
  @Test func anUpdateThatIsNotThereStaysOpen() throws {
    let fault = try #require(try census([("甲局", "已更新")]).rectifications.first)
    #expect(fault.status == .inProgress)
  }
}
