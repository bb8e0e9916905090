import LanmuAnalysis
import LanmuDiagnostics
import LanmuGrid
import LanmuReports
import LanmuWorkbook
import Testing

/// The way back: sheets as they were sent out, filled in as clerks do.
@Suite struct ReturnTests {
  private static func grids(_ workbook: Workbook) -> [Grid] {
    workbook.sheets.map { sheet in
      var cells: [Cell] = []
      for (row, line) in sheet.rows.enumerated() {
        for cell in line.cells where !cell.value.plainText.isEmpty {
          cells.append(Cell(row: row, column: cell.column, text: cell.value.plainText))
        }
      }
      return Grid(
        name: sheet.name, rowCount: sheet.rows.count, columnCount: 20,
        visibility: sheet.visibility == .hidden ? .hidden : .visible, cells: cells)
    }
  }

  /// The workbook of a unit with answers by the order of its tasks; columns as on the sheet.
  private static func file(_ report: TaskSheetReport, _ unit: Int, _ answers: [[String]]) -> ReturnCollection.File {
    var grids = grids(report.workbook(at: unit))
    let first = 7
    for (index, answer) in answers.enumerated() {
      for (offset, text) in answer.enumerated() where !text.isEmpty {
        grids[0].cells.append(Cell(row: first + index, column: 12 + offset, text: text))
      }
    }
    return ReturnCollection.File(name: report.fileNames[unit], grids: grids)
  }

  private static let report = TaskSheetSample.set().map { TaskSheetReport($0) }
  private static let today = CivilDate(year: 2026, month: 12, day: 31)

  private func collect(_ files: [ReturnCollection.File]) throws -> ReturnCollection {
    ReturnCollection(files, .init(today: try #require(Self.today)))
  }

  @Test(arguments: ["2026-12-05", "2026.12.5", "12月5日", "2026/12/5", "２０２６年１２月５日", "46361", "12.5", "20261205"])
  func datesInEverySpelling(text: String) throws {
    let report = try #require(Self.report)
    let collection = try collect([Self.file(report, 0, [["已更新 ", text, "３条", "http://x.cn/a"]])])
    let answer = try #require(collection.returns.first)
    #expect(answer.updatedOn?.text == "2026-12-05")
    #expect(answer.count == 3)
    #expect(answer.knownStatus == .updated)
    #expect(collection.problems.map(\.kind) == [.noAnswer], "the second task is open")
  }

  @Test func rowsAreFoundWhereverTheyStand() throws {
    let report = try #require(Self.report)
    var file = Self.file(report, 1, [["已更新", "2026-12-01", "1"], ["无变动无需更新"]])
    let expected = report.set.sheets[1].tasks.prefix(2).map(\.entry)
    // Rows in reverse, columns moved by one, the sheet renamed.
    let last = file.grids[0].rowCount
    for index in file.grids[0].cells.indices {
      if file.grids[0].cells[index].row >= 7 {
        file.grids[0].cells[index].row = last + 7 - file.grids[0].cells[index].row
      }
      file.grids[0].cells[index].column += 1
    }
    file.grids[0].cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    file.grids[0].name = "我的清单"
    let found = try collect([file]).returns
    #expect(Set(found.map(\.entry)) == Set(expected))
    #expect(found.allSatisfy { $0.unit == "县司法局" })
  }

  @Test func rowsWithoutIdsAreFoundByNumberAndPath() throws {
    let report = try #require(Self.report)
    var file = Self.file(report, 1, [["已更新", "2026-12-01", "1"], ["无变动无需更新"]])
    file.grids[0].cells.removeAll { $0.column == 0 || ($0.column == 2 && $0.row == 8) }
    let found = try collect([file]).returns
    #expect(found.map(\.entry) == report.set.sheets[1].tasks.prefix(2).map(\.entry))
  }

  @Test func aTableCopiedIntoAWorkbookOfItsOwnIsReadByTheIndex() throws {
    let report = try #require(Self.report)
    let index = ReturnCollection.File(name: "index", grids: Self.grids(report.index()))
    var file = Self.file(report, 1, [["已更新", "2026-12-01", "1"], ["无变动无需更新"]])
    file.grids.removeAll { $0.visibility == .hidden }
    file.grids[0].cells.removeAll { $0.column == 0 }
    let collection = try collect([file, index])
    #expect(collection.returns.map(\.entry) == report.set.sheets[1].tasks.prefix(2).map(\.entry))
    #expect(collection.returns.allSatisfy { $0.unit == "县司法局" && $0.month?.text == "2026-12" })
    #expect(collection.returns.allSatisfy { $0.label.contains(" / ") })
    #expect(!collection.problems.contains { $0.kind == .rowMissing || $0.kind == .rowUnknown })
  }

  @Test func everyFaultIsReported() throws {
    let report = try #require(Self.report)
    let file = Self.file(
      report, 1,
      [
        ["办好了"], ["已更新", "上周五"], ["已更新", "2027-01-05"], ["已更新"], ["", "2026-12-02"], ["已更新", "2026-12-03", "若干"],
        ["正在办理"], ["正在办理", "", "", "", "领导出差"],
      ])
    let kinds = try collect([file]).problems.filter { $0.kind != .noAnswer }.map(\.kind)
    #expect(
      kinds == [
        .statusUnknown, .dateUnreadable, .dateOutside, .dateMissing, .statusMissing, .countUnreadable, .reasonMissing,
        .reasonUnknown,
      ])
  }

  @Test func silentUnitsSecondAnswersAndOtherMonths() throws {
    let report = try #require(Self.report)
    let index = ReturnCollection.File(name: "index", grids: Self.grids(report.index()))
    let first = Self.file(report, 0, [["已更新", "2026-12-01"], ["无变动无需更新"]])
    var second = Self.file(report, 0, [["无变动无需更新"], ["无变动无需更新"]])
    second.name = "second.xlsx"
    var other = Self.file(report, 1, [["无变动无需更新"]])
    for index in other.grids[0].cells.indices where other.grids[0].cells[index].text == "lanmu-month:2026-12" {
      other.grids[0].cells[index].text = "lanmu-month:2026-11"
    }
    let collection = try collect([index, first, second, other])
    let kinds = collection.problems.map(\.kind)
    #expect(kinds.count { $0 == .answeredTwice } == 1)
    #expect(kinds.count { $0 == .otherMonth } == 1)
    #expect(collection.problems.filter { $0.kind == .noReturn }.map(\.unit) == ["城关镇", "石桥镇"])
    #expect(collection.returns.count { $0.unit == "县政府办公室" } == 2)
  }

  @Test func addedFieldsComeBackUnderTheirLabels() throws {
    let report = try #require(Self.report)
    var file = Self.file(report, 0, [["已更新", "2026-12-01", "1"], ["无变动无需更新"]])
    for (row, texts) in [(6, ["审核人", "备注"]), (7, ["李四", "另有一条"]), (8, ["王五", ""])] {
      for (offset, text) in texts.enumerated() where !text.isEmpty {
        file.grids[0].cells.append(Cell(row: row, column: 18 + offset, text: text))
      }
    }
    let collection = try collect([file])
    let answers = collection.returns
    #expect(answers.map(\.fields) == [[.init(label: "审核人", text: "李四")], [.init(label: "审核人", text: "王五")]])
    #expect(answers.map(\.remarks) == ["另有一条", ""])
    let sheet = try #require(ReturnReport(collection).workbook.sheets.first { $0.name == "填报明细" })
    let place = try #require(sheet.rows[1].cells.firstIndex { $0.value == "审核人" })
    #expect(sheet.rows[2].cells[place].value == "李四")
  }

  /// What a template's designer shows of the plan besides is no answer of the unit.
  @Test func fieldsThatATemplateFillsAreNoAnswers() throws {
    let report = try #require(Self.report)
    var file = Self.file(report, 0, [["已更新", "2026-12-01", "1"]])
    for (row, text) in [(6, "频道"), (7, "新闻中心"), (8, "政务公开")] {
      file.grids[0].cells.append(Cell(row: row, column: 18, text: text))
    }
    file.grids.append(
      Grid(
        name: "_lanmu_design", rowCount: 2, columnCount: 1, visibility: .hidden,
        cells: [Cell(row: 0, column: 0, text: "lanmu-task-design"), Cell(row: 1, column: 0, text: "label 频道")]))
    let collection = try collect([file])
    #expect(collection.returns.map(\.fields) == [[]])
    #expect(collection.problems.map(\.kind) == [.noAnswer])
  }

  @Test func whatStandsAroundTheTableIsKept() throws {
    let report = try #require(Self.report)
    var file = Self.file(report, 0, [["已更新", "2026-12-01", "1"], ["无变动无需更新"]])
    func put(_ text: String, beside label: String, offset: Int) throws {
      let place = try #require(file.grids[0].cells.first { $0.text == label })
      file.grids[0].cells.append(Cell(row: place.row, column: place.column + offset, text: text))
    }
    try put("张三", beside: "联络员", offset: 2)
    try put("０９９３－１２３４５６７", beside: "联系电话", offset: 1)
    try put("表头旁的话", beside: "期次", offset: 12)
    for index in file.grids[0].cells.indices where file.grids[0].cells[index].text == "填报人：" {
      file.grids[0].cells[index].text = "填报人：李四"
    }
    file.grids.append(
      Grid(name: "补充", rowCount: 1, columnCount: 1, cells: [Cell(row: 0, column: 0, text: "另一张表")]))
    file.notes = [ReturnCollection.Note(sheet: file.grids[0].name, row: 7, column: 13, text: "批注")]
    let collection = try collect([file])
    #expect(
      collection.units.first?.fields == [
        .init(label: "联络员", text: "张三"), .init(label: "联系电话", text: "0993-1234567"),
        .init(label: "填报人", text: "李四"),
      ])
    #expect(collection.problems.filter { $0.kind == .unplaced }.map(\.text) == ["表头旁的话", "批注", "另一张表"])
  }

  @Test func anAnswerMergedOverRowsIsOneForEach() throws {
    let report = try #require(Self.report)
    var file = Self.file(report, 1, [["已更新", "2026-12-01"], ["已更新"], ["已更新"]])
    let date = try #require(file.grids[0].cells.firstIndex { $0.text == "2026-12-01" })
    file.grids[0].cells[date].rowSpan = 3
    #expect(try collect([file]).returns.map { $0.updatedOn?.text } == ["2026-12-01", "2026-12-01", "2026-12-01"])
  }

  /// A clerk merges a cell down to the foot of the sheet: no task stands there to be answered.
  @Test func anAnswerMergedBeyondTheTasksAnswersNoMore() throws {
    let report = try #require(Self.report)
    var file = Self.file(report, 1, [["已更新", "2026-12-01"], ["已更新"], ["已更新"]])
    let date = try #require(file.grids[0].cells.firstIndex { $0.text == "2026-12-01" })
    file.grids[0].rowCount = 10_000
    file.grids[0].cells[date].rowSpan = 9000
    let collection = try collect([file])
    #expect(collection.returns.count == report.set.sheets[1].tasks.count)
    #expect(collection.returns.allSatisfy { $0.updatedOn?.text == "2026-12-01" })
    #expect(!collection.problems.contains { $0.kind == .rowUnknown })
  }

  @Test func aSecondAnswerWithAnotherRemarkIsTold() throws {
    let report = try #require(Self.report)
    let first = Self.file(report, 0, [["已更新", "2026-12-01", "1"], ["无变动无需更新"]])
    var second = first
    second.name = "second.xlsx"
    second.grids[0].cells.append(Cell(row: 7, column: 18, text: "链接已失效"))
    let twice = try collect([first, second]).problems.filter { $0.kind == .answeredTwice }
    #expect(twice.map(\.text) == ["已更新；链接已失效"])
  }

  @Test func theIndexKnowsTheTasksOfEveryUnit() throws {
    let report = try #require(Self.report)
    let index = ReturnCollection.File(name: "index", grids: Self.grids(report.index()))
    let collection = try collect([index])
    #expect(collection.units.map(\.unit) == report.set.sheets.map(\.unit))
    #expect(collection.units.map(\.tasks) == report.set.sheets.map(\.tasks.count))
  }

  @Test func nothingOfAReturnedFileIsLost() throws {
    let report = try #require(Self.report)
    var file = Self.file(report, 0, [["已更新", "2026-12-01", "1", "", "", "", "补充说明"], ["无变动无需更新"]])
    let below = file.grids[0].rowCount
    file.grids[0].cells.append(Cell(row: below + 2, column: 3, text: "另：栏目地址已变"))
    let collection = try collect([file])
    #expect(collection.returns.first?.remarks == "补充说明")
    #expect(collection.problems.contains { $0.kind == .unplaced && $0.text == "另：栏目地址已变" })
    #expect(!collection.problems.contains { $0.kind == .unplaced && $0.text.contains("填写") })
  }
}
