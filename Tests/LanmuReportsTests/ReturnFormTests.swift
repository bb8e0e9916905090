import LanmuAnalysis
import LanmuDiagnostics
import LanmuGrid
import LanmuReports
import LanmuWorkbook
import Testing

/// Hidden sheets of earlier and later forms than the one that is written now.
@Suite struct ReturnFormTests {
  private static let hiddenSheet = "_meta"

  /// A workbook as it comes back, with the hidden first columns gone, so that rows are found by the hidden sheet alone.
  private static func grids(_ workbook: Workbook) -> [Grid] {
    workbook.sheets.map { sheet in
      let isHidden = sheet.visibility == .hidden
      var cells: [Cell] = []
      for (row, line) in sheet.rows.enumerated() {
        for cell in line.cells where !cell.value.plainText.isEmpty && (isHidden || cell.column > 0) {
          cells.append(Cell(row: row, column: cell.column, text: cell.value.plainText))
        }
      }
      return Grid(
        name: sheet.name, rowCount: sheet.rows.count, columnCount: 20, visibility: isHidden ? .hidden : .visible,
        cells: cells)
    }
  }

  private static func fill(_ grid: inout Grid, row: Int, _ answer: [String]) {
    for (offset, text) in answer.enumerated() { grid.cells.append(Cell(row: row, column: 12 + offset, text: text)) }
  }

  private func collect(_ grids: [Grid]) throws -> ReturnCollection {
    let today = try #require(CivilDate(year: 2026, month: 12, day: 31))
    return ReturnCollection([.init(name: "a.xlsx", grids: grids)], .init(today: today))
  }

  @Test func firstFormOfManyUnits() throws {
    let set = try #require(TaskSheetSample.set())
    var grids = Self.grids(TaskSheetReport(set).oneWorkbook())
    let hidden = try #require(grids.firstIndex { $0.name == Self.hiddenSheet })
    var lines = [["lanmu-task-sheet", "1"], ["month", "2026-12"]]
    for sheet in set.sheets {
      lines.append(["unit", sheet.unit, sheet.unit])
      lines += sheet.tasks.map { ["row", $0.entry, $0.number, $0.pathText, sheet.unit, sheet.unit] }
    }
    grids[hidden].cells = lines.enumerated().flatMap { row, texts in
      texts.enumerated().map { Cell(row: row, column: $0.offset, text: $0.element) }
    }
    let office = try #require(grids.firstIndex { $0.name == "县司法局" })
    Self.fill(&grids[office], row: 7, ["已更新", "2026-12-01", "1"])
    let collection = try collect(grids)
    let sheet = try #require(set.sheets.first { $0.unit == "县司法局" })
    #expect(collection.returns.map(\.entry) == [sheet.tasks[0].entry])
    #expect(collection.returns.map(\.unit) == ["县司法局"])
    #expect(!collection.problems.contains { [.laterVersion, .rowMissing, .rowUnknown].contains($0.kind) })
  }

  @Test(arguments: [(form: "3", isLater: true), ("２", false), ("", false)])
  func laterForm(form: String, isLater: Bool) throws {
    let report = TaskSheetReport(try #require(TaskSheetSample.set()))
    var grids = Self.grids(report.workbook(at: 0))
    let hidden = try #require(grids.firstIndex { $0.name == Self.hiddenSheet })
    let cell = try #require(grids[hidden].cells.firstIndex { $0.row == 0 && $0.column == 1 })
    #expect(grids[hidden].cells[cell].text == "2")
    grids[hidden].cells[cell].text = form
    Self.fill(&grids[0], row: 7, ["已更新", "2026-12-01", "1"])
    let collection = try collect(grids)
    #expect(collection.returns.map(\.entry) == [report.set.sheets[0].tasks[0].entry], "answers are read all the same")
    let noted = collection.problems.filter { $0.kind == .laterVersion }
    #expect(noted.map(\.position.file) == (isLater ? ["a.xlsx"] : []))
    #expect(noted.allSatisfy { $0.message.chinese.contains("较新版本") && $0.expected != nil })
  }
}
