import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import Testing

/// What stands on one worksheet, or in one text between delimiters, together with a plan's table.
@Suite("What shares a sheet with a plan")
struct SharedSheetTests {
  private func found(_ sketch: String, layout: Grid.Layout = .spanned) throws -> RecognisedDocument {
    let blocks: [TableDocument.Block] = [.table(Grid(sketch: sketch, layout: layout))]
    return try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: blocks)).value
  }

  private let header = "频道 | 栏目 | 具体内容 | 更新时效 | 责任单位"

  /// A plan's rows without a header.
  private let rows = """
    走进本县 | 县情 | 介绍本县的位置和面积。 | 每年更新 | 县志办
    ^ | 人文 | 介绍本县的名人和古迹。 | 每季度更新 | 县文旅局
    民生 | 出行 | 发布公交的线路和票价。 | 每月更新 | 县交通局
    ^ | 求医 | 发布医院的名录和电话。 | 每周更新 | 县卫健局
    """

  @Test("Rows without a header that stand above another table with one are a table of their own, and not left out")
  func headerlessAboveOther() throws {
    let below = "二、各单位任务 | < | < | < | <\n序号 | 责任单位 | 栏目名称 | |\n1 | 县志办 | 县情、大事记。 | |\n2 | 县教育局 | 招生、学籍。 | |"
    let tables = try found("某县政府网站内容保障责任分解表 | < | < | < | <\n\(rows)\n\(below)").tables
    #expect(tables.map(\.rows.count) == [4, 2])
    #expect(tables.first?.rows.map { $0.path.last ?? "" } == ["县情", "人文", "出行", "求医"])
  }

  @Test("Headings that count on part two tables of a worksheet, the first without a header, and are no sections of it")
  func countedHeadings() throws {
    let above = "某县政府网站栏目责任表 | < | < | < | <\n一、网站部分 | < | < | < | <\n\(rows)"
    let accounts = "平台类型 | 平台名称 | 信息内容 | 责任科室 | 发布频次\n微信 | 某县发布 | 发布要闻。 | 县府办 | 每天\n视频号 | 某县在线 | 发布短片。 | 县文旅局 | 每周"
    let tables = try found("\(above)\n | | | |\n二、新媒体部分 | < | < | < | <\n\(accounts)").tables
    #expect(tables.map(\.rows.count) == [4, 2])
    #expect(tables.first?.rows.map { $0.path.first ?? "" } == ["走进本县", "走进本县", "民生", "民生"])
    #expect(tables.last?.rows.map { $0.texts[.update] } == ["每天", "每周"])
  }

  @Test(
    "A heading above a section's, from which none counts on, is the title of a table without a header",
    arguments: [false, true])
  func loneOuterHeading(isCountedOn: Bool) throws {
    let across = " | < | < | < | <\n"
    let second = isCountedOn ? "二、子站\(across)（一）民生" : "（二）民生"
    let table = "某县政府网站栏目责任表\(across)一、网站\(across)（一）走进\(across)\(rows)\n\(second)\(across)\(rows)"
    let tables = try found(table).tables
    let first = Set(tables.flatMap(\.rows).map { $0.path.first ?? "" })
    #expect(first == (isCountedOn ? ["一、网站", "二、子站"] : ["（一）走进", "（二）民生"]))
  }

  @Test("The mark of an annex in the midst of a worksheet begins another table, though its header has two labels alone")
  func countedAnnex() throws {
    let units = "附件2 | < | < | < | <\n各单位保障任务 | < | < | < | <\n单位 | 栏目名称 | | |\n县志办 | 县情、大事记 | | |\n县教育局 | 招生、学籍 | | |"
    let tables = try found("\(header)\n\(rows)\n\(units)").tables
    #expect(tables.map(\.rows.count) == [4, 2])
    #expect(tables.last?.rows.map { $0.texts[.responsible] } == ["县志办", "县教育局"])
  }

  @Test("Below a heading, a row that reaches beyond the table above may be the upper one of a wider table's header")
  func widerTable() throws {
    let units = "序号 | 保障单位 | 承担栏目 | | |\n1 | 县城管局 | 停车、路灯 | | |\n2 | 县志办 | 县情、大事记 | | |"
    let labels = "保障责任分工一览 | < | < | < | < | 备注\n频道 | 栏目 | 公开内容 | 更新时效 | 责任单位 | ^"
    let plan = labels + "\n走进 | 县情 | 介绍本县。 | 每年 | 县志办 | 试行\n民生 | 出行 | 发布线路。 | 每月 | 县交通局 | 首页"
    let tables = try found("\(units)\n二、栏目保障分工 | | | | |\n\(plan)").tables
    #expect(tables.map(\.rows.count) == [2, 2])
    #expect(tables.last?.rows.map { $0.texts[.remarks] } == ["试行", "首页"])
  }

  @Test("An approval form below rows without a header is no part of the plan, with blanks where its answers go")
  func approvalForm() throws {
    let form = "附件2 稿件审批单 | < | < | < | <\n稿件标题 | | 拟发位置 | |\n拟稿人 | | 联系电话 | |\n科室意见 | | | |\n保密审查意见 | | 签发日期 | 年 月 日 |"
    for layout in [Grid.Layout.spanned, .delimited] {
      let fields = layout == .spanned ? form : form.replacing("<", with: "")
      let plan = layout == .spanned ? rows : rows.replacing("^", with: "")
      let tables = try found("\(plan)\n\(fields)", layout: layout).tables
      #expect(tables.map { $0.rows.map { $0.path.last ?? "" } } == [["县情", "人文", "出行", "求医"]])
    }
  }

  @Test("A list of persons right below its heading is no part of the plan, though no gap parts the two")
  func listOfPersons() throws {
    let list = "信息员联系表 | | | |\n姓名 | 职务 | 办公电话 | |\n韦明 | 科长 | 0771-5550101 | |\n陆洁 | 科员 | 0771-5550102 | |"
    let tables = try found("\(header)\n\(rows)\n\(list)").tables
    #expect(tables.map { $0.rows.map { $0.path.last ?? "" } } == [["县情", "人文", "出行", "求医"]])
  }

  @Test("Who had the document printed is no entry, though the line stands right below the last row of a worksheet")
  func imprint() throws {
    let tables = try found("\(header)\n\(rows)\n某县人民政府办公室      2021年3月2日印发 | | | |").tables
    #expect(tables.map(\.rows.count) == [4])
  }

  @Test(
    "A sentence in the first field of the last row is said below the table, and no entry",
    arguments: [Grid.Layout.spanned, .delimited], [[], ["某县人民政府办公室", "2023年6月5日"]])
  func sentenceBelow(layout: Grid.Layout, signature: [String]) throws {
    let lines = ["各单位信息员名单请于10日内报办公室。"] + signature
    let below = lines.map { $0 + " | | | |" }.joined(separator: "\n")
    let plan = layout == .spanned ? rows : rows.replacing("^", with: "")
    let tables = try found("\(header)\n\(plan)\n\(below)", layout: layout).tables
    #expect(tables.map { $0.rows.map { $0.path.last ?? "" } } == [["县情", "人文", "出行", "求医"]])
  }

  @Test("Below a table of units, too, a sentence in the first field is no entry, nor who signed and in which month")
  func belowUnits() throws {
    let units = "责任单位 | 负责栏目 | 备注\n县交通局 | 出行、停车。 | \n县人社局 | 招聘、培训。 | "
    for below in ["以上任务自印发之日起执行。 | |", " | | 某县人民政府办公室\n | | 2023年1月"] {
      #expect(try found("\(units)\n\(below)", layout: .delimited).tables.map(\.rows.count) == [2])
    }
  }

  @Test("A sentence across a table, in the midst of its rows, is a note and no level")
  func sentenceAcross() throws {
    let below = "以下栏目按统一要求更新，不单独考核。 | < | < | < | <\n就业 | 招聘 | 发布招聘的岗位。 | 每周更新 | 县人社局"
    let table = try #require(found("\(header)\n\(rows)\n\(below)").tables.first)
    #expect(table.rows.map(\.path.count) == [2, 2, 2, 2, 2])
    #expect(table.note == "以下栏目按统一要求更新，不单独考核。")
  }

  @Test("Sentences across a table that part it from its first row on head what stands below them")
  func sentencesAsHeadings() throws {
    let parts = ["由县政府办负责，每日更新的栏目。", "由各部门负责，每周更新的栏目。"]
    let lines = parts.map { "\($0) | < | <\n要闻 | 县府办 | 每日\n公告 | 县府办 | 每日" }
    let table = try #require(found("栏目 | 责任单位 | 更新时限\n" + lines.joined(separator: "\n")).tables.first)
    #expect(table.rows.map(\.path) == parts.flatMap { [[$0, "要闻"], [$0, "公告"]] })
  }

  @Test("A last row of what remains (其他…) is an entry, though it ends as a sentence does")
  func remainder() throws {
    let table = try #require(found("\(header)\n\(rows)\n其他需要公开的内容。 | | | |", layout: .delimited).tables.first)
    #expect(table.rows.last?.path.last == "其他需要公开的内容。")
  }

  @Test(
    "A title above the header that comes again is no level, below the mark of an annex or not",
    arguments: [[], ["附件2"], ["", "附件2"]])
  func titleOfSameHeader(marks: [String]) throws {
    let lines = (marks + ["某县政府微信栏目责任表"]).map { $0 + " | | | |" }.joined(separator: "\n")
    let below = "就业 | 招聘 | 发布招聘的岗位。 | 每周更新 | 县人社局"
    let plan = rows.replacing("^", with: "")
    let tables = try found("\(header)\n\(plan)\n\(lines)\n\(header)\n\(below)", layout: .delimited).tables
    #expect(tables.flatMap { $0.rows.map(\.path) }.map(\.count) == [2, 2, 2, 2, 2])
    #expect(tables.last?.rows.last?.path == ["就业", "招聘"])
  }

  @Test("A last row whose merged cells leave nothing but a sentence among the fields of demands is an entry")
  func lastDemand() throws {
    let last = "就业 | 招聘 | 发布招聘的岗位和待遇。 | 每周更新 | 县人社局\n | | 发布招聘会的时间和地点。 | |"
    let tables = try found("\(header)\n\(rows.replacing("^", with: ""))\n\(last)", layout: .delimited).tables
    #expect(tables.map(\.rows.count) == [6])
  }

  @Test("A last row with nothing but a label at a deeper level is an entry, and no title of the table below")
  func lastLabel() throws {
    let tables = try found(
      """
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      民生 | 出行 | 发布公交的线路和票价。 | 每月更新 | 县交通局
       | 停车 | | |
      就业 | 招聘 | 发布招聘的岗位和待遇。 | 每周更新 | 县人社局
       | 培训 | | |
      序号 | 责任单位 | 栏目名称
      1 | 县交通局 | 出行、停车。
      2 | 县人社局 | 招聘、培训。
      """, layout: .delimited
    ).tables
    #expect(tables.map(\.rows.count) == [4, 2])
    #expect(tables.first?.rows.last?.path == ["就业", "培训"])
  }

  @Test("A header that shares labels with the one above but not their order begins another table")
  func otherOrder() throws {
    let tables = try found(
      """
      序号 | 网站栏目 | | 责任单位 | 内容要求
       | 频道 | 栏目名称 | |
      1 | 民生 | 出行 | 县交通局 | 发布公交的线路和票价。
       | | 停车 | 县公安局 | 发布车场的位置和费用。
      序号 | 网站栏目 | | 责任单位 | | 内容说明 | 更新频率 | 备注
       | 频道 | 栏目名称 | 牵头单位 | 配合单位 | | |
      1 | 专题 | 防汛 | 县应急局 | 县水利局 | 发布汛情和预案。 | 每日更新 |
       | | 防火 | 县林业局 | 县应急局 | 发布火险和禁令。 | 每周更新 |
      """, layout: .delimited
    ).tables
    #expect(tables.map { $0.rows.map(\.path) } == [[["民生", "出行"], ["民生", "停车"]], [["专题", "防汛"], ["专题", "防火"]]])
    #expect(tables.last?.rows.map { $0.texts[.update] } == ["每日更新", "每周更新"])
  }

  @Test("Columns about opinions at a plan's end are entries, and a cell may say when something was printed")
  func likeForms() throws {
    let last = "互动 | 来信 | 选登来信及其答复。 | 每周更新 | 县信访局\n | 部门意见 | | |\n | 单位意见 | | |"
    let opinions = try found("\(header)\n\(last)", layout: .delimited)
    #expect(opinions.tables.map { $0.rows.map { $0.path.last ?? "" } } == [["来信", "部门意见", "单位意见"]])
    let torn = "政务 | 规划 | 发布规划， | 每年更新 | 县发改局\n | | 由县政府2021年3月2日印发 | |"
    let cut = try found("\(header)\n\(torn)", layout: .delimited)
    #expect(cut.tables.first?.rows.last?.texts[.requirement]?.contains("印发") == true)
    let merged = try found("\(header)\n政务 | 规划 | 发布规划。 | 每年更新 | 县发改局\n县府办2021年3月2日印发 | ^ | ^ | ^ | ^")
    #expect(merged.tables.map(\.rows.count) == [2])
  }

  @Test("Numbered sentences above rows without a header are no entries, and a numbered heading is their section")
  func preface() throws {
    let numbered = rows.split(separator: "\n").enumerated().map { "\($0 + 1) | \($1)" }.joined(separator: "\n")
    let sentence = "一、提高认识。各单位要把网站内容保障工作摆上重要位置，主要负责人负总责，确定一名分管领导和一名信息员。 | | | | |"
    let title = "某县政府网站内容保障任务分解表 | < | < | < | < | <"
    #expect(try found("\(sentence)\n\(title)\n\(numbered)").tables.map { $0.rows.map(\.path.count) } == [[2, 2, 2, 2]])
    let section = "一、网站主站 | < | < | < | < | <"
    let below = "二、政务新媒体 | < | < | < | < | <\n5 | 要闻 | 快讯 | 发布本县的快讯。 | 每日更新 | 县融媒体中心"
    let parted = try found("\(title)\n\(section)\n\(numbered)\n\(below)").tables
    #expect(parted.map { $0.rows.map(\.path.count) } == [[3, 3, 3, 3, 3]])
  }

  @Test("A log of dates and bodies above a plan is no plan")
  func revisionLog() throws {
    let log = "版本 | 日期 | 修订单位\nV1 | 2020年1月 | 县政府办\nV2 | 2021年1月 | 县政府办"
    let plan = "\(header)\n民生 | 出行 | 发布线路。 | 每月更新 | 县交通局\n | 停车 | 发布车场。 | 每周更新 | 县公安局"
    #expect(try found("\(log)\n\(plan)", layout: .delimited).tables.map(\.rows.count) == [2])
  }

  @Test("A title among the fields of levels is no entry", arguments: [" | 附件2 各单位任务表 | | |", " | | 各单位任务分解表 | |"])
  func titleAmongLevels(_ title: String) throws {
    let plan = "\(header)\n民生 | 出行 | 发布线路。 | 每月更新 | 县交通局\n | 停车 | 发布车场。 | 每周更新 | 县公安局"
    let units = "序号 | 责任单位 | 栏目名称\n1 | 县交通局 | 出行\n2 | 县公安局 | 停车"
    let tables = try found("\(plan)\n\(title)\n\(units)", layout: .delimited).tables
    #expect(tables.map(\.rows.count) == [2, 2])
    #expect(tables[0].rows.map { $0.texts[.responsible] } == ["县交通局", "县公安局"])
  }

  @Test("A heading across the sheet that counts on from the one above the table heads another with a brief header")
  func countedHeading() throws {
    let plan = "一、栏目分工 | < | < | <\n" + header + "\n第一部分 公开 | < | < | < | <\n" + rows
    let units = "二、各单位任务 | < | < | < | <\n部门 | 保障栏目\n县交通局 | 公交、路况\n县教育局 | 招生、学区"
    let tables = try found("\(plan)\n\(units)", layout: .spanned).tables
    #expect(tables.map(\.kind) == [.columns, .units])
    #expect(tables.map(\.rows.count) == [4, 2])
    // Sections of the table itself are counted, too.
    let sections = "一、公开 | < | < | < | <\n" + rows + "\n二、互动 | < | < | < | <\n" + rows
    #expect(try found("\(header)\n\(sections)", layout: .spanned).tables.map(\.rows.count) == [8])
  }

  @Test("A further table below a running title has its own header")
  func furtherTableBelowTitle() throws {
    let plan = Grid(
      sketch: "序号 | 频道 | 一级栏目 | 二级栏目 | 保障部门 | 更新标准 | 主要内容\n9 | | | | 县民政局 | 每季度更新 | 介绍救助",
      layout: .delimited)
    let annex = Grid(
      sketch: "某县政府门户网站内容保障责任分工方案 | | | |\n编号 | 公开栏目 | 责任部门 | 更新标准 | 栏目内容及要求\n1 | 微博 | 县融媒体中心 | 每日更新 | ",
      layout: .delimited)
    let document = TableDocument(
      format: "sketch",
      blocks: [
        .paragraph(.init(text: "某县政府门户网站内容保障责任分工方案")), .table(plan),
        .paragraph(.init(text: "附件2 某县政务新媒体及专题栏目保障责任表")), .table(annex),
      ])
    let tables = try PlanRecogniser().recognise(document).value.tables
    #expect(tables.last?.rows.map(\.path) == [["微博"]])
  }

  @Test(
    "A column that the sheet hides is no part of the plan, unless nothing else is one", arguments: ["编码", "配合单位", ""])
  func hiddenColumn(label: String) throws {
    let below = rows.split(separator: "\n").enumerated().map { "\($1) | BM-\($0 + 1)" }.joined(separator: "\n")
    var grid = Grid(sketch: (label.isEmpty ? "" : "\(header) | \(label)\n") + below, layout: .spanned)
    grid.hiddenColumns = [5]
    let outcome = try PlanRecogniser().recognise(TableDocument(format: "xlsx", blocks: [.table(grid)]))
    #expect(outcome.value.tables.map { $0.rows.map { $0.texts[.number] ?? "" } } == [["", "", "", ""]])
    #expect(outcome.value.tables.first?.rows.first?.texts[.responsible] == "县志办")
    #expect(outcome.diagnostics.contains { $0.code == "column.hidden" && $0.position.column == 5 })
    let warns = outcome.diagnostics.contains { $0.code == "column.hidden" && $0.severity == .warning }
    #expect(warns == (label == "配合单位"))
    grid.hiddenColumns = [0, 1, 2, 3, 4, 5]
    let hidden = try PlanRecogniser().recognise(TableDocument(format: "xlsx", blocks: [.table(grid)])).value
    #expect(hidden.tables.map(\.rows.count) == [4])
  }
}
