import LanmuAnalysis
import Glibc
import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import LanmuTestSupport
import LanmuWorkbook
import Testing

@testable import LanmuReports

/// Templates written by the program's own writer, filled, and read back.
@Suite struct TemplateTests {
  static func parts(_ workbook: Workbook) throws -> WorkbookParts {
    let path = "/tmp/lanmu-template-\(getpid())-\(UInt64.random(in: .min ... .max)).xlsx"
    defer { _ = unsafe unlink(path) }
    _ = try workbook.write(to: path, replacing: false)
    return try WorkbookParts(.file(path: path))
  }

  static func grids(_ parts: WorkbookParts) throws -> [Grid] {
    let path = "/tmp/lanmu-filled-\(getpid())-\(UInt64.random(in: .min ... .max)).xlsx"
    defer { _ = unsafe unlink(path) }
    try parts.write(to: path)
    for part in parts.order where part.hasSuffix(".xml") {
      if let root = try parts.markup(part)?.root { #expect(SchemaOrder.fault(in: root) == nil, "\(part)") }
    }
    return try DocumentReader().read(.file(path: path)).value.tables
  }

  static let record = TemplateRecord(
    defaultList: "任务",
    [
      ("单位", .text("县<司>法局")), ("文号", .text("")),
      (
        "任务",
        .list(
          (1...4).map {
            TemplateRecord([("栏目", .text("栏目\($0)")), ("频道", .text($0 < 3 ? "甲" : "乙")), ("数", .number(Double($0)))])
          })
      ),
      (
        "频道",
        .list(
          ["甲", "乙"].map { name in
            TemplateRecord(
              defaultList: "任务",
              [("名称", .text(name)), ("任务", .list((1...2).map { TemplateRecord([("栏目", .text("\(name)\($0)"))]) }))])
          })
      ),
    ])

  @Test func rowsRepeatAndEverythingStretches() throws {
    var sheet = Sheet(name: "{单位}清单")
    sheet.merge(CellArea(rows: 0...0, columns: 0...2), "{单位}的任务（{单位}）", OfficialStyle.title)
    sheet.set(1, from: 0, ["频道", "栏目", "数"], OfficialStyle.header)
    sheet.set(2, from: 0, ["{.频道|合并相同}", "{.栏目}", "{.数}"], OfficialStyle.body)
    sheet.set(3, 1, "合计")
    sheet.set(3, 2, .formula(Formula("=SUM(C3:C3)+C3", number: 0)))
    sheet.set(4, 0, "文号：{文号}{?文号}")
    sheet.set(5, 0, "没有文号{!文号}")
    sheet.validations.append(Validation(CellArea(row: 2, column: 2), .wholeNumber(0...9)))
    sheet.page.printArea = CellArea(rows: 0...5, columns: 0...2)
    sheet.page.repeatedRows = 1...1
    sheet.notes.append(CellNote(row: 5, column: 0, "注"))
    let outcome = try TemplateFiller(Self.record).fill(Self.parts(Workbook(sheets: [sheet])))
    #expect(outcome.diagnostics.isEmpty)
    let filled = outcome.value
    #expect(filled.sheets.map(\.name) == ["县<司>法局清单"])
    let grid = try #require(try Self.grids(filled).first)
    func text(_ row: Int, _ column: Int) -> String? { grid.cells.first { $0.row == row && $0.column == column }?.text }
    #expect(text(0, 0) == "县<司>法局的任务（县<司>法局）")
    #expect((2...5).map { text($0, 1) } == ["栏目1", "栏目2", "栏目3", "栏目4"])
    #expect((2...5).map { text($0, 2) } == ["1", "2", "3", "4"])
    let merged = grid.cells.filter { $0.rowSpan == 2 }.map { [$0.row, $0.column] }
    #expect(merged == [[2, 0], [4, 0]], "equal neighbours are merged")
    #expect(text(7, 0) == "没有文号", "the other condition's row is gone")
    let markup = try #require(try filled.markup(filled.sheets[0].part)).root
    let formula = markup.first("sheetData")?.elements.flatMap(\.elements).compactMap { $0.first("f")?.text }
    #expect(formula == ["SUM(C3:C6)+C3"])
    #expect(markup.first("dataValidations")?.elements.first?["sqref"] == "C3:C6")
    let names = filled.workbook.root.first("definedNames")?.elements.map(\.text) ?? []
    #expect(names == ["'县<司>法局清单'!$A$1:$C$8", "'县<司>法局清单'!$2:$2"])
    let comments = try #require(filled.order.first { $0.contains("comments") })
    #expect(try filled.markup(comments)?.root.first("commentList")?.elements.first?["ref"] == "A8")
  }

  @Test func blocksNest() throws {
    var sheet = Sheet(name: "表")
    sheet.set(0, 0, "{#频道|分页}")
    sheet.set(1, 0, "{频道.名称}{名称}")
    sheet.set(2, 0, "{.栏目}")
    sheet.set(3, 0, "{/频道}")
    sheet.set(4, 0, "完")
    let filled = try TemplateFiller(Self.record).fill(Self.parts(Workbook(sheets: [sheet]))).value
    let grid = try #require(try Self.grids(filled).first)
    #expect(grid.cells.map(\.text) == ["甲甲", "甲1", "甲2", "乙乙", "乙1", "乙2", "完"])
    let breaks = try filled.markup(filled.sheets[0].part)?.root.first("rowBreaks")
    #expect(breaks?.elements.compactMap { $0["id"] } == ["3"])
  }

  @Test func oneSheetForEachRecord() throws {
    var sheet = Sheet(name: "{频道.名称}")
    sheet.set(0, 0, "{.栏目}")
    let filled = try TemplateFiller(Self.record).fill(Self.parts(Workbook(sheets: [sheet]))).value
    let grids = try Self.grids(filled)
    #expect(grids.map(\.name) == ["甲", "乙"])
    #expect(grids.map { $0.cells.map(\.text) } == [["甲1", "甲2"], ["乙1", "乙2"]])
  }

  @Test func unknownNamesAndUnpairedBlocksAreTold() throws {
    var sheet = Sheet(name: "表")
    sheet.set(0, 0, "{无此项}{\"a\":1}")
    sheet.set(1, 0, "{#频道}")
    sheet.set(2, 0, "{/其他}")
    let parts = try Self.parts(Workbook(sheets: [sheet]))
    let codes = try TemplateCheck.check(parts, sample: Self.record, aliases: [:]).map(\.code)
    #expect(Set(codes) == ["template.unknown", "template.block"])
    #expect(codes.count == 3)
  }

  @Test func namesOfSheetsInFormulasAreNoPlaceholders() throws {
    var sheet = Sheet(name: "{单位}清单")
    sheet.set(0, from: 0, ["{.栏目}", "{.数}"])
    var sums = Sheet(name: "合计")
    sums.set(0, 0, .formula(Formula("=SUM('{单位}清单'!B1:B1)", number: 0)))
    let parts = try Self.parts(Workbook(sheets: [sheet, sums]))
    #expect(try TemplateCheck.check(parts, sample: Self.record, aliases: [:]).isEmpty)
  }

  @Test func blocksWithoutAnEndAreToldWithTheirCell() throws {
    var sheet = Sheet(name: "表")
    sheet.set(0, 0, "{单位}")
    sheet.set(2, 1, "{#频道}")
    let found = try TemplateCheck.check(Self.parts(Workbook(sheets: [sheet])), sample: Self.record, aliases: [:])
    #expect(found.map { [$0.position.row, $0.position.column] } == [[2, 1]])
  }

  @Test func whatATemplateHasOfItsOwnGoesAlong() throws {
    var sheet = Sheet(name: "清单")
    sheet.set(0, from: 0, ["频道", "栏目路径", "办理情况", "核实情况"])
    sheet.set(1, from: 0, ["{.一级栏目}", "{.栏目路径}"])
    sheet.notes = [CellNote(row: 0, column: 3, "按实际填写")]
    var other = Sheet(name: "附件")
    other.set(0, 0, "本表依据方案制作")
    let parts = try Self.parts(Workbook(sheets: [sheet, other]))
    let noted = try TaskTemplateDesign.noted(in: parts)
    let hidden = try #require(try Self.grids(noted).first { $0.visibility == .hidden })
    #expect(hidden.cells.map(\.text) == ["lanmu-task-design", "label 频道", "sheet 附件", "note 按实际填写"])
  }

  @Test func fontsWithinATextStay() throws {
    var sheet = Sheet(name: "表")
    sheet.set(
      0, 0,
      .rich([
        TextRun("单位：", style: CellStyle().with { $0.bold = true }),
        TextRun("{单位}", style: CellStyle().with { $0.italic = true }),
      ]))
    let filled = try TemplateFiller(Self.record).fill(Self.parts(Workbook(sheets: [sheet]))).value
    let cell = try #require(
      filled.markup("xl/worksheets/sheet1.xml")?.root.first("sheetData")?.elements.first?.elements.first)
    let runs = cell.first("is")?.elements ?? []
    #expect(runs.map(\.text) == ["单位：", "县<司>法局"])
    #expect(runs.map { $0.first("rPr")?.first("b") != nil } == [true, false])
    #expect(runs.map { $0.first("rPr")?.first("i") != nil } == [false, true])
  }

  @Test func whatWouldStayAsItIsIsTold() throws {
    var sheet = Sheet(name: "表")
    sheet.set(0, from: 0, ["{.频道|合并相同项}", "{单位", "{\"a\":1} {}"])
    sheet.set(1, 0, .formula(Formula("=\"{单位}\"&A1", text: "")))
    sheet.validations.append(
      Validation(CellArea(row: 2, column: 1), .wholeNumber(0...9), promptTitle: "填数", prompt: "{单位}填"))
    sheet.notes = [CellNote(row: 0, column: 2, "{无此项}")]
    sheet.set(3, from: 0, ["{.栏目}", "{频道.名称}"])
    let found = try TemplateCheck.check(Self.parts(Workbook(sheets: [sheet])), sample: Self.record, aliases: [:])
    #expect(
      found.map(\.code).sorted() == [
        "template.formulaPlaceholder", "template.formulaPlaceholder", "template.lists", "template.unknown",
        "template.unknown", "template.unreadable", "template.unreadable",
      ])
    let places = found.filter { $0.code == "template.unreadable" }.map { [$0.position.row, $0.position.column] }
    #expect(places == [[0, 0], [0, 1]])
  }

  @Test func formulaReferences() {
    func shifted(_ formula: String) -> String {
      FormulaReferences.rewrite(formula) { reference in
        var copy = reference
        copy.first.row += 1
        copy.last?.row += 1
        return copy
      }
    }
    #expect(shifted("SUM(A1:$B$2)*C3") == "SUM(A2:$B$3)*C4")
    #expect(shifted("\"A1\"&'某 表'!A1&Sheet2!$1:$2") == "\"A1\"&'某 表'!A2&'Sheet2'!$2:$3")
    #expect(shifted("LOG10(A1)+_lanmu_list_1+TODAY()+1.5E3") == "LOG10(A2)+_lanmu_list_1+TODAY()+1.5E3")
  }

  @Test func builtInTemplateGivesTheSheetItself() throws {
    let set = try #require(TaskSheetSample.set(census: true))
    let draft = try #require(TaskTemplateDraft.workbook())
    let parts = try Self.parts(draft)
    #expect(
      try TemplateCheck.check(parts, sample: TaskTemplateData.sample, aliases: TemplateKind.tasks.aliases).isEmpty)
    let filled = try TemplateFiller(TaskTemplateData.record(set.sheets[1]), aliases: TaskTemplateData.aliases).fill(
      parts)
    let own = try Self.grids(Self.parts(TaskSheetReport(set).workbook(at: 1)))
    let templated = try Self.grids(filled.value)
    for (left, right) in zip(own, templated) where left.name == "任务清单" {
      #expect(left.cells.map(\.text) == right.cells.map(\.text))
    }
  }

  /// A list with all that a sheet of ours has around one.
  private static func report(rows: Int) -> Workbook {
    var sheet = Sheet(name: "栏目")
    sheet.merge(CellArea(rows: 0...0, columns: 0...3), .text("栏目（\(rows)个）"), OfficialStyle.title)
    sheet.merge(CellArea(rows: 1...1, columns: 0...3), .text("共\(rows)个"), OfficialStyle.subtitle)
    sheet.set(2, from: 0, ["序号", "栏目", "条数（本月）", "状态"], OfficialStyle.header)
    for row in 0..<rows {
      sheet.set(
        row + 3, from: 0, [.count(row + 1), .text("栏目\(row)"), .count(row * 2), row == 1 ? "逾期" : "按期"],
        OfficialStyle.body)
    }
    let column = CellArea(rows: 3...rows + 2, columns: 2...2).reference()
    let states = CellArea(rows: 3...rows + 2, columns: 3...3).reference()
    sheet.set(
      rows + 3, from: 0,
      [
        "合计", .empty, .formula(Formula("=SUM(\(column))", number: Double(rows * (rows - 1)))),
        .formula(Formula("=COUNTIF(\(states),\"逾期\")", number: rows > 1 ? 1 : 0)),
      ], OfficialStyle.total)
    sheet.merge(CellArea(rows: rows + 5...rows + 5, columns: 0...3), "说明", OfficialStyle.heading)
    for line in 0..<2 {
      sheet.merge(
        CellArea(rows: rows + 6 + line...rows + 6 + line, columns: 0...3), .text("第\(line)条"), OfficialStyle.body)
    }
    // Lines by themselves, in two places.
    for row in [rows + 9, rows + 10, rows + 12] {
      sheet.merge(CellArea(rows: row...row, columns: 0...3), .text("另有\(row)个"), OfficialStyle.body)
    }
    sheet.autofilter = CellArea(rows: 2...rows + 2, columns: 0...3)
    var summary = Sheet(name: "封面")
    summary.set(0, 0, .formula(Formula("=SUM('栏目'!\(column))", number: Double(rows * (rows - 1)))))
    return Workbook(sheets: [sheet, summary])
  }

  @Test(arguments: [1, 2, 7]) func aDraftFilledAgainIsTheWorkbook(rows: Int) throws {
    let draft = TemplateDraft.workbook(of: Self.report(rows: 3), title: "稿")
    let sample = WorkbookRecord.record(of: Self.report(rows: 3))
    #expect(try TemplateCheck.check(Self.parts(draft), sample: sample, aliases: [:]).isEmpty)
    let report = Self.report(rows: rows)
    let outcome = try TemplateFiller(WorkbookRecord.record(of: report)).fill(Self.parts(draft))
    #expect(outcome.diagnostics.isEmpty)
    func texts(_ grids: [Grid]) -> [[String]] {
      grids.map { grid in
        grid.cells.filter { !$0.text.isEmpty }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.map {
          "\($0.row),\($0.column) \($0.text)"
        }
      }
    }
    #expect(try texts(Self.grids(outcome.value)) == texts(Self.grids(Self.parts(report))))
  }

  @Test func aDraftPrintsItsChartsWhole() throws {
    var report = Self.report(rows: 30)
    let area = CellArea(rows: 3...32, columns: 2...2)
    let values = Chart.Source(sheet: "栏目", area: area)
    let chart = Chart(.bar, title: "条数", series: [.init(name: "条数", categories: nil, values: values)])
    report.sheets[0].charts = [PlacedChart(chart, row: 3, column: 5, width: 300, height: 500)]
    report.sheets[0].page.printArea = CellArea(rows: 0...42, columns: 0...12)
    let printed = try #require(TemplateDraft.workbook(of: report, title: "稿").sheets[0].page.printArea)
    #expect(printed.lastRow >= 3 + 500 / 20)
  }

  @Test func aDraftOfAListWithoutRowsLeavesNoSums() throws {
    let draft = TemplateDraft.workbook(of: Self.report(rows: 3), title: "稿")
    var record = WorkbookRecord.record(of: Self.report(rows: 3))
    record["栏目"] = .list([])
    let grids = try Self.grids(TemplateFiller(record).fill(Self.parts(draft)).value)
    #expect(grids[0].cells.contains { $0.text == "合计" } == false)
    #expect(grids[1].cells.map(\.text) == ["0"])
  }

  private static let list = MarkList(
    name: "问题", title: "问题", fields: [("序号", 6), ("问题", 30)],
    lines: [.init(["1", "更新日期无法识别"], target: ("表", 1, 0))])

  @Test func marksStandBesideNotesThatAreThere() throws {
    var sheet = Sheet(name: "表")
    sheet.set(1, from: 0, ["甲", "乙"])
    sheet.notes = [CellNote(row: 1, column: 0, "自己的批注"), CellNote(row: 3, column: 3, "另一个")]
    var marked = try Self.parts(Workbook(sheets: [sheet]))
    for round in 1...2 {
      var marker = try WorkbookMarker(marked)
      marked = try marker.mark(
        [
          .init(sheet: "表", row: 1, column: 0, note: "应为日期\(round)"),
          .init(sheet: "表", row: 1, column: 1, note: "应为整数\(round)"),
        ], list: Self.list)
    }
    let part = try #require(marked.order.first { $0.contains("comments") })
    let list = try #require(try marked.markup(part)?.root.first("commentList"))
    let notes = Dictionary(uniqueKeysWithValues: list.elements.map { ($0["ref"] ?? "", $0.text) })
    #expect(notes["A2"]?.hasPrefix("自己的批注") == true)
    #expect(notes["A2"]?.hasSuffix("应为日期1\n应为日期2") == true)
    #expect(notes["B2"] == "应为整数1\n应为整数2")
    #expect(notes["D4"] == "另一个")
    let drawing = try #require(marked.order.first { $0.hasSuffix(".vml") })
    let shapes = try marked.markup(drawing)?.root.elements.filter { $0.localName == "shape" } ?? []
    #expect(shapes.count == 3)
    #expect(Set(shapes.compactMap { $0["id"] }).count == 3)
    #expect(try Self.grids(marked).map(\.name).contains("表"))
  }

  /// openpyxl declares the prefix of relationships on each sheet instead of above them.
  @Test func aNewSheetDeclaresThePrefixThatOnlyItsSiblingsDeclare() throws {
    var sheet = Sheet(name: "表")
    sheet.set(0, from: 0, ["甲"])
    var parts = try Self.parts(Workbook(sheets: [sheet]))
    var book = try #require(try parts.markup("xl/workbook.xml"))
    let relationships = try #require(book.root.attributes.first { $0.name == "xmlns:r" })
    book.root.attributes.removeAll { $0.name == "xmlns:r" }
    let place = try #require(book.root.firstIndex("sheets"))
    guard case .element(var list) = book.root.children[place] else { return }
    list.children = list.elements.map { element in
      var element = element
      element.attributes.append(relationships)
      return .element(element)
    }
    book.root.children[place] = .element(list)
    parts.set("xl/workbook.xml", book)
    let path = "/tmp/lanmu-prefix-\(getpid())-\(UInt64.random(in: .min ... .max)).xlsx"
    defer { _ = unsafe unlink(path) }
    try parts.write(to: path)
    var marker = try WorkbookMarker(WorkbookParts(.file(path: path)))
    let marked = try marker.mark(
      [.init(sheet: "表", row: 0, column: 0, note: "应为日期")], list: Self.list)
    let sheets = try #require(try marked.markup("xl/workbook.xml")?.root.first("sheets")).elements
    #expect(sheets.map { $0["name"] } == ["问题", "表"])
    #expect(sheets.allSatisfy { $0.attributes.contains { $0.name == "xmlns:r" } })
  }
}
