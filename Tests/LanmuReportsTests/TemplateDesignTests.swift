import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuWorkbook
import Testing

@testable import LanmuReports

/// What designers put around the rows of a template: merged areas, breaks, formulas, drawings.
@Suite struct TemplateDesignTests {
  private static func filled(_ sheet: Sheet) throws -> WorkbookParts {
    let outcome = try TemplateFiller(TemplateTests.record).fill(TemplateTests.parts(Workbook(sheets: [sheet])))
    #expect(outcome.diagnostics.isEmpty)
    return outcome.value
  }

  private static func root(_ parts: WorkbookParts) throws -> RawMarkup.Element {
    try #require(try parts.markup(parts.sheets[0].part)).root
  }

  private static func merges(_ root: RawMarkup.Element) -> Set<String> {
    Set(root.first("mergeCells")?.elements.compactMap { $0["ref"] } ?? [])
  }

  @Test func equalNeighboursInMergedCellsBecomeOneArea() throws {
    var sheet = Sheet(name: "表")
    sheet.merge(CellArea(rows: 0...0, columns: 0...1), "{.频道|合并相同}", OfficialStyle.body)
    sheet.set(0, 2, "{.栏目}")
    let root = try Self.root(Self.filled(sheet))
    #expect(Self.merges(root) == ["A1:B2", "A3:B4"])
  }

  @Test func equalNeighboursEndAtThePageBreaksOfTheTemplate() throws {
    var sheet = Sheet(name: "表")
    sheet.set(0, 0, "{#频道}")
    sheet.set(1, from: 0, ["{文号}共同{.栏目|合并相同}", "一"])
    sheet.set(2, from: 0, ["{单位|合并相同}", "二"])
    sheet.set(3, from: 0, ["{单位|合并相同}", "三"])
    sheet.set(4, 0, "{/频道}")
    sheet.page.rowBreaks = [3]
    let parts = try Self.filled(sheet)
    let root = try Self.root(parts)
    // Each channel has two tasks, then the two rows of the unit, parted by the break that repeats with them.
    #expect(root.first("rowBreaks")?.elements.compactMap { $0["id"] } == ["3", "7"])
    #expect(Self.merges(root).isEmpty)
  }

  @Test func equalNeighboursStandAgainOnEveryPage() throws {
    let tasks = (1...120).map { TemplateRecord([("栏目", .text("栏目\($0)")), ("频道", .text("甲"))]) }
    var sheet = Sheet(name: "表")
    sheet.set(0, from: 0, ["频道", "栏目"])
    sheet.set(1, from: 0, ["{.频道|合并相同}", "{.栏目}"])
    sheet.page.repeatedRows = 0...0
    let record = TemplateRecord(defaultList: "任务", [("任务", .list(tasks))])
    let outcome = try TemplateFiller(record).fill(TemplateTests.parts(Workbook(sheets: [sheet])))
    let root = try Self.root(outcome.value)
    let breaks = root.first("rowBreaks")?.elements.compactMap { $0["id"].flatMap { Int($0) } } ?? []
    // A4 upright has room for some 45 rows of 15 points.
    #expect(breaks.count == 2 && breaks.allSatisfy { (35...100).contains($0) })
    let areas = Self.merges(root).compactMap { SheetReference($0)?.rows }.sorted { $0.lowerBound < $1.lowerBound }
    #expect(areas.map(\.lowerBound) == [2] + breaks.map { $0 + 1 })
    #expect(areas.map(\.upperBound) == breaks + [121])
    let cells = root.first("sheetData")?.elements.flatMap(\.elements) ?? []
    #expect(cells.count { $0["r"]?.hasPrefix("A") == true && $0.text == "甲" } == 3, "the text stands on each page")
  }

  @Test func formulasSharedAcrossColumnsAndOverAreasStay() throws {
    var sheet = Sheet(name: "表")
    sheet.set(0, from: 0, ["{.数}", "{.数}"])
    sheet.set(1, 0, .formula(Formula("=SUM(A1:A1)", number: 0)))
    sheet.set(1, 1, .formula(Formula("=SUM(B1:B1)", number: 0)))
    sheet.set(2, 0, .formula(Formula("=SUM(A1:A1*B1:B1)", number: 0)))
    var parts = try TemplateTests.parts(Workbook(sheets: [sheet]))
    var markup = try #require(try parts.markup(parts.sheets[0].part))
    markup.root.transform { element in
      guard element.localName == "c", let place = element["r"], element.first("f") != nil else { return }
      switch place {
      case "A2":
        element.children = [
          .element(RawMarkup.Element("f", [("t", "shared"), ("ref", "A2:B2"), ("si", "0")], [.raw("SUM(A1:A1)")]))
        ]
      case "B2": element.children = [.element(RawMarkup.Element("f", [("t", "shared"), ("si", "0")]))]
      case "A3":
        element.children = [
          .element(RawMarkup.Element("f", [("t", "array"), ("ref", "A3")], [.raw("SUM(A1:A1*B1:B1)")]))
        ]
      default: return
      }
    }
    parts.set(parts.sheets[0].part, markup)
    let outcome = try TemplateFiller(TemplateTests.record).fill(parts)
    #expect(outcome.diagnostics.map(\.code) == ["template.formula"], "an array is for the opening program")
    let cells = try Self.root(outcome.value).first("sheetData")?.elements.flatMap(\.elements) ?? []
    let formulas = cells.compactMap { $0.first("f")?.text }
    #expect(formulas == ["SUM(A1:A4)", "SUM(B1:B4)", "SUM(A1:A4*B1:B4)"])
    #expect(cells.compactMap { $0.first("f")?["ref"] } == ["A6"])
    #expect(cells.first { $0["r"] == "B5" }?.first("v")?.text == "10")
  }

  @Test func frozenRowsAreThoseThatAreLeft() throws {
    var sheet = Sheet(name: "表")
    sheet.set(0, 0, "{单位}")
    sheet.set(1, 0, "{?文号}文号")
    sheet.set(2, from: 0, ["频道", "栏目"])
    sheet.set(3, from: 0, ["{.频道}", "{.栏目}"])
    sheet.frozenRows = 3
    let parts = try TemplateTests.parts(Workbook(sheets: [sheet]))
    let filled = try TemplateFiller(TemplateTests.record).fill(parts).value
    let view = try filled.markup("xl/worksheets/sheet1.xml")?.root.first("sheetViews")?.first("sheetView")
    #expect(view?.first("pane")?["ySplit"] == "2")
    #expect(view?.first("pane")?["topLeftCell"] == "A3")
  }

  /// Numbers that no sheet has are left as they are: rows, columns, breaks and panes at the end of what a number can be.
  @Test func numbersBeyondEverySheetDoNoHarm() throws {
    var sheet = Sheet(name: "表")
    sheet.set(0, 0, "{单位}")
    sheet.set(1, from: 0, ["{.频道}", "{.栏目}"])
    sheet.frozenRows = 1
    sheet.setWidth(12, columns: 0...1)
    var parts = try TemplateTests.parts(Workbook(sheets: [sheet]))
    var markup = try #require(try parts.markup(parts.sheets[0].part))
    let greatest = String(Int.max)
    markup.root.transform { element in
      switch element.localName {
      case "pane": element["ySplit"] = greatest
      case "sheetData":
        element.children.append(.element(RawMarkup.Element("row", [("r", greatest)])))
        element.children.append(.element(RawMarkup.Element("row", [])))
      case "cols", "rowBreaks": element.children = []
      default: return
      }
      if element.localName == "cols" {
        let column = [("min", greatest), ("max", greatest), ("width", "9")]
        element.children = [.element(RawMarkup.Element("col", column.map { (name: $0.0, value: $0.1) }))]
      }
    }
    parts.set(parts.sheets[0].part, markup)
    let filled = try TemplateFiller(TemplateTests.record).fill(parts).value
    #expect(try Self.root(filled).first("sheetViews")?.first("sheetView")?.first("pane")?["ySplit"] == greatest)
  }

  @Test func viewsAndNotesSpeakOfSingleCells() throws {
    var sheet = Sheet(name: "表")
    sheet.set(0, from: 0, ["频道", "栏目"])
    sheet.set(1, from: 0, ["{.频道}", "{.栏目}"])
    sheet.frozenRows = 1
    sheet.frozenColumns = 1
    sheet.notes.append(CellNote(row: 1, column: 1, "注"))
    let parts = try Self.filled(sheet)
    let pane = try Self.root(parts).first("sheetViews")?.first("sheetView")?.first("pane")
    #expect(pane?["topLeftCell"] == "B2")
    let comments = try #require(parts.order.first { $0.contains("comments") })
    #expect(try parts.markup(comments)?.root.first("commentList")?.elements.first?["ref"] == "B2")
  }

  @Test func drawingsThatDoNotSizeKeepTheirHeight() throws {
    var sheet = Sheet(name: "表")
    sheet.set(0, from: 0, ["{.栏目}", "{.数}"])
    sheet.set(1, 0, "完")
    let numbers = Chart.Source(sheet: "表", area: CellArea(rows: 0...0, columns: 1...1))
    sheet.charts.append(
      PlacedChart(
        Chart(.column, title: "图", series: [.init(name: "数", categories: nil, values: numbers)]), row: 0, column: 3))
    let parts = try Self.filled(sheet)
    let drawing = try #require(parts.order.first { $0.hasPrefix("xl/drawings/drawing") })
    let anchor = try #require(try parts.markup(drawing)?.root.elements.first)
    let rows = ["from", "to"].compactMap { anchor.first($0)?.first("row").flatMap { Int($0.text) } }
    #expect(rows == [0, 14])
  }

  @Test func chartsStandWhereTheirNamesAre() throws {
    var report = Sheet(name: "发布量")
    report.set(0, 0, "发布量", OfficialStyle.title)
    report.set(1, from: 0, ["频道", "条数"], OfficialStyle.header)
    for row in 0..<3 { report.set(row + 2, from: 0, [.text("频道\(row)"), .count(row)], OfficialStyle.body) }
    func source(_ column: Int) -> Chart.Source {
      .init(sheet: "发布量", area: CellArea(rows: 2...4, columns: column...column))
    }
    report.charts.append(
      PlacedChart(
        Chart(.bar, title: "各频道发布量（本月）", series: [.init(name: "条数", categories: source(0), values: source(1))]),
        row: 0, column: 4))
    let record = WorkbookRecord.record(of: Workbook(sheets: [report]))

    var sheet = Sheet(name: "我的表")
    sheet.merge(CellArea(rows: 0...9, columns: 0...5), "{图表:各频道发布量}")
    sheet.set(10, from: 1, ["{发布量.频道}", "{发布量.条数}"])
    let outcome = try TemplateFiller(record).fill(TemplateTests.parts(Workbook(sheets: [sheet])))
    #expect(outcome.diagnostics.isEmpty)
    let parts = outcome.value
    _ = try TemplateTests.grids(parts)
    let chart = try #require(try parts.markup("xl/charts/chart1.xml")).root
    var formulas: [String] = []
    var copy = chart
    copy.transform { if $0.localName == "f" { formulas.append($0.text) } }
    #expect(formulas == ["'我的表'!$B$11:$B$13", "'我的表'!$C$11:$C$13"])
    let anchor = try #require(try parts.markup("xl/drawings/drawing1.xml")?.root.elements.first)
    #expect(["from", "to"].compactMap { anchor.first($0)?.first("row")?.text } == ["0", "10"])
    #expect(["from", "to"].compactMap { anchor.first($0)?.first("col")?.text } == ["0", "6"])

    var other = Sheet(name: "表")
    other.set(0, from: 0, ["{图表:各频道发布量}", "{图表:无此图}"])
    let codes = try TemplateFiller(record).fill(TemplateTests.parts(Workbook(sheets: [other]))).diagnostics.map(\.code)
    #expect(Set(codes) == ["template.unknown", "template.chart"])
  }
}
