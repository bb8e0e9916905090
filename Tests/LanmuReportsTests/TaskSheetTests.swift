import LanmuAnalysis
import LanmuPlan
import LanmuReports
import LanmuWorkbook
import Testing

@Suite struct TaskSheetTests {
  @Test func groupsAreResolvedAndIdleUnitsListed() throws {
    let set = try #require(TaskSheetSample.set())
    #expect(set.sheets.map(\.unit) == ["县政府办公室", "县司法局", "城关镇", "石桥镇"])
    #expect(set.idleUnits == ["县气象局"])
    let town = try #require(set.sheets.first { $0.unit == "石桥镇" })
    #expect(town.tasks.map(\.isCooperation) == [false, true], "cooperation comes last")
    #expect(town.tasks.allSatisfy { $0.roles.allSatisfy { $0.group == "各镇" } })
    #expect(set.issuedOn.text == "2026-12-01")
    #expect(set.returnBy.text == "2026-12-31")
  }

  @Test func censusOrdersWhatPresses() throws {
    let set = try #require(TaskSheetSample.set(census: true))
    let office = try #require(set.sheets.first)
    #expect(office.tasks.map(\.state) == [.overdue, .blank])
    let bureau = set.sheets[1]
    #expect(bureau.tasks.first?.state == .blank)
    #expect(bureau.tasks.last?.state == .onDemand)
    #expect(bureau.count(of: .lead) == 9)
  }

  @Test func dueDatesWithoutCensus() throws {
    let set = try #require(TaskSheetSample.set())
    let window = try #require(set.sheets[0].tasks.first { $0.entry == "1f0c5a7be2d34c11" })
    #expect(window.due == .afterLastUpdate("2周内更新"), "nobody knows when the window began")
    let month = try #require(set.sheets[1].tasks.first { $0.entry == "2b1c5a7be2d34c12" })
    #expect(month.due.date?.text == "2026-12-31")
  }

  @Test func workbookHoldsWhatCollectingNeeds() throws {
    let set = try #require(TaskSheetSample.set())
    let report = TaskSheetReport(set)
    #expect(report.fileNames.first == "县政府办公室网站栏目保障任务清单（2026年12月）.xlsx")
    let workbook = report.workbook(at: 1)
    #expect(workbook.sheets.map(\.name) == ["任务清单", "任务说明", "_meta"])
    let identifiers = workbook.sheets[0].rows.compactMap { row in
      row.cells.first { $0.column == 0 && $0.value.plainText.hasPrefix("lanmu:") }
    }
    #expect(identifiers.count == set.sheets[1].tasks.count)
    #expect(workbook.sheets[0].protection != nil)
    let one = report.oneWorkbook()
    #expect(Set(one.sheets.map(\.name)).count == one.sheets.count)
  }
}
