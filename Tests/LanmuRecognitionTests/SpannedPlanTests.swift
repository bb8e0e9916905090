import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import Testing

@Suite("Plans with their spans")
struct SpannedPlanTests {
  private func table(_ sketch: String, below: [String] = []) throws -> RecognisedTable {
    let blocks = [TableDocument.Block.table(Grid(sketch: sketch))] + below.map { .paragraph(.init(text: $0)) }
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: blocks))
    return try #require(found.value.tables.first)
  }

  @Test("Merged labels and values are carried down; a label that spans levels counts once")
  func merges() throws {
    let table = try table(
      """
      频道 | 一级栏目 | 二级栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 动态 | 要闻 | 发布本县要闻。 | 每周 | 信息中心
      ^ | ^ | 快讯 | 发布部门快讯。 | ^ | ^
      ^ | ★公告 | < | 发布公告。 | 每月 | 县府办
      """)
    #expect(table.rows.map(\.path) == [["政务", "动态", "要闻"], ["政务", "动态", "快讯"], ["政务", "公告"]])
    #expect(table.rows.map { $0.texts[.update] } == ["每周", "每周", "每月"])
    #expect(table.rows.map(\.starred) == [false, false, true])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
    #expect(table.kind == .columns)
  }

  @Test("Repeated labels of a level between merged ones may be left empty instead of merged; it is a guess")
  func emptyInnerLabels() throws {
    let rows = [
      "频道 | 一级栏目 | 二级栏目 | 更新时效 | 责任单位", "政务 | 动态 | 要闻 | 每周 | 信息中心", "^ | | 快讯 | 每周 | 信息中心", "^ | 公告 | 公示 | 每月 | 县府办",
      "^ | | 通告 | 每月 | 县府办",
    ]
    let table = try table(rows.joined(separator: "\n"))
    #expect(
      table.rows.map(\.path) == [["政务", "动态", "要闻"], ["政务", "动态", "快讯"], ["政务", "公告", "公示"], ["政务", "公告", "通告"]])
    #expect(table.rows.map { $0.doubts.map(\.code) } == [[], ["level.carried"], [], ["level.carried"]])
    let uneven = try self.table((rows + ["民生 | | 就医 | 每月 | 卫健局"]).joined(separator: "\n"))
    #expect(uneven.rows.map(\.path.count) == [3, 2, 3, 2, 2])
  }

  @Test("An empty cell stays empty, and dashes are no label")
  func blanks() throws {
    let table = try table(
      """
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | —— | 发布要闻。 | 每周 | 信息中心
      ^ | 快讯 | 发布快讯。 | | 信息中心
      """)
    #expect(table.rows.map(\.path) == [["政务"], ["政务", "快讯"]])
    #expect(table.rows[1].texts[.update] == nil)
  }

  @Test("A header of two rows gives each field its lower label")
  func twoHeaderRows() throws {
    let table = try table(
      """
      序号 | 频道 | 栏目名称 | 更新频率 | 责任单位 | <
      ^ | ^ | ^ | ^ | 牵头 | 配合
      1 | 政务 | 要闻 | 每周 | 信息中心 | 各部门
      2 | ^ | 快讯 | 每月 | 县府办 | 各乡镇
      """)
    #expect(table.header == ["序号", "频道", "栏目名称", "更新频率", "牵头", "配合"])
    #expect(table.rows[1].texts[.lead] == "县府办")
    #expect(table.rows[1].texts[.responsible] == "各乡镇")
    #expect(table.rows[1].path == ["政务", "快讯"])
  }

  @Test("Headers repeated at page breaks are no rows")
  func repeatedHeader() throws {
    let table = try table(
      """
      频道 | 栏目 | 具体内容 | 责任单位
      政务 | 要闻 | 发布要闻。 | 信息中心
      频道 | 栏目 | 具体内容（续） | 责任单位
      政务 | 快讯 | 发布快讯。 | 县府办
      """)
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "快讯"]])
  }

  @Test(
    "Empty cells below a repeated header go on with the labels that the break cut, and empty cells elsewhere do not")
  func labelsAcrossBreak() throws {
    let table = try table(
      """
      频道 | 栏目 | 子栏目 | 具体内容 | 责任单位
      政务 | 动态 | 要闻 | 发布要闻。 | 信息中心
      ^ | ^ | 快讯 | 发布快讯。 | 县府办
      频道 | 栏目 | 子栏目 | 具体内容 | 责任单位
       | | 公告 | 发布公告。 | 县府办
      ^ | 人事 | | 发布任免。 | 人社局
      民生 | 出行 | | 发布路况。 | 交通局
      """)
    #expect(
      table.rows.map(\.path) == [
        ["政务", "动态", "要闻"], ["政务", "动态", "快讯"], ["政务", "动态", "公告"], ["政务", "人事"], ["民生", "出行"],
      ])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test(
    "An empty field below a repeated header goes on with a merged one where no other is empty, and says so",
    arguments: ["", "政务"])
  func valuesAcrossBreak(label: String) throws {
    let table = try table(
      """
      频道 | 栏目 | 更新时效 | 责任单位
      政务 | 要闻 | 每周 | 信息中心
      ^ | 快讯 | ^ | 县府办
      频道 | 栏目 | 更新时效 | 责任单位
      \(label) | 公告 | | 县府办
      民生 | 出行 | 每月 | 交通局
      """)
    #expect(table.rows.map { $0.texts[.update] ?? "" } == ["每周", "每周", "每周", "每月"])
    #expect(table.rows.map { $0.doubts.map(\.field) } == [[], [], [.update], []])
  }

  @Test("An empty field below a repeated header that is merged over several rows goes on, also beside new labels")
  func mergedValuesAcrossBreak() throws {
    let table = try table(
      """
      栏目 | 更新时效 | 责任单位
      要闻 | 每周 | 信息中心
      快讯 | ^ | 县府办
      栏目 | 更新时效 | 责任单位
      公告 | | 县府办
      出行 | ^ | 交通局
      就学 | | 教育局
      栏目 | 更新时效 | 责任单位
      求职 | | 人社局
      """)
    #expect(table.rows.map { $0.texts[.update] ?? "" } == ["每周", "每周", "每周", "每周", "", ""])
    #expect(table.rows.map { $0.doubts.map(\.field) } == [[], [], [.update], [.update], [], []])
  }

  @Test("A label that a break cut goes on in all rows below a repeated header that no rule parts from them")
  func labelBelowUnruledHeader() throws {
    let table = try table(
      """
      频道 | 栏目 | 更新时效 | 责任单位
      政务 | 要闻 | 每周 | 信息中心
      频道 | 栏目 | 更新时效 | 责任单位
      ^ | 快讯 | 每月 | 县府办
      ^ | 公告 | 每周 | 县府办
      民生 | 出行 | 每月 | 交通局
      """)
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "快讯"], ["政务", "公告"], ["民生", "出行"]])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("A row below a break whose labels go on is a row of its own where its time is a whole one")
  func entryBelowBreak() throws {
    let table = try table(
      """
      频道 | 栏目 | 更新时效 | 责任单位
      政务 | 要闻 | 每周更新 | 信息中心
      频道 | 栏目 | 更新时效 | 责任单位
       | | 每月更新 | 县府办
      ^ | 公告 | 及时更新 | 县府办
      """)
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "要闻"], ["政务", "公告"]])
    #expect(table.rows.map { $0.texts[.responsible] } == ["信息中心", "县府办", "县府办"])
  }

  @Test("Where a drawing wraps a text of units, white space is left that may part names", arguments: ["^", ""])
  func wrappedUnits(below: String) throws {
    let sketch = "频道 | 栏目 | 具体内容 | 责任单位\n政务 | 要闻 | 发布⏎要闻。 | 教育局⏎民政局\n\(below) | 快讯 | 发布快讯。 | 县府办"
    let grid = Grid(sketch: sketch, layout: .boxDrawing)
    let row = try #require(
      PlanRecogniser().recognise(TableDocument(format: "text", blocks: [.table(grid)])).value.tables.first?.rows.first)
    #expect(row.texts[.responsible] == "教育局 民政局")
    #expect(row.texts[.requirement] == "发布要闻。")
  }

  @Test("Hand-made tables that leave repeated labels empty are understood")
  func unmergedRepeats() throws {
    let table = try table(
      """
      频道 | 栏目 | 具体内容 | 责任单位
      政务 | 要闻 | 发布要闻。 | 信息中心
       | 快讯 | 发布快讯。 | 县府办
      民生 | 出行 | 发布路况。 | 交通局
      """)
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "快讯"], ["民生", "出行"]])
  }

  @Test("Section rows group entries; a note below goes to the table's note")
  func sectionsAndNotes() throws {
    let table = try table(
      """
      栏目 | 具体内容 | 更新时效 | 责任单位
      一、信息发布 | < | < | <
      要闻 | 发布要闻。 | 每周 | 信息中心
      二、互动交流 | < | < | <
      信箱 | 答复来信。 | 及时 | 热线办
      """, below: ["备注：本表由信息中心解释"])
    #expect(table.rows.map(\.path) == [["一、信息发布", "要闻"], ["二、互动交流", "信箱"]])
    #expect(table.note == "备注：本表由信息中心解释")
  }

  @Test("The label of a note and a text that fills the rest of the last row are the table's note")
  func labelledNote() throws {
    let table = try table(
      """
      栏目 | 更新时效 | 责任单位
      要闻 | 每周 | 信息中心
      快讯 | 每月 | 县府办
      说明 | 各单位另报信息员。 | <
      """)
    #expect(table.rows.map(\.path) == [["要闻"], ["快讯"]])
    #expect(table.note == "说明\n各单位另报信息员。")
    // Without a merged cell only the one field is filled.
    let plain = try self.table("栏目 | 更新时效 | 责任单位\n要闻 | 每周 | 信息中心\n快讯 | 每月 | 县府办\n说明 | 每年 | ")
    #expect(plain.rows.count == 3)
  }

  @Test("A lone heading over a table without a header is its caption, not a level")
  func captionWithoutHeader() throws {
    let table = try table(
      """
      一、任务分解情况 | < | < | < | <
      新闻 | 要闻 | 及时发布本县的要闻，注明来源。 | 每周更新 | 信息中心
      ^ | 快讯 | 及时发布各部门的快讯，注明来源。 | 每月更新 | 教育局
      互动 | 信箱 | 及时答复群众的来信，公开结果。 | 5个工作日内 | 信访局
      """)
    #expect(table.title == "一、任务分解情况")
    #expect(table.rows.map(\.path) == [["新闻", "要闻"], ["新闻", "快讯"], ["互动", "信箱"]])
  }

  @Test("A numbered heading below the title of a table without a header is a section", arguments: ["一、", "一. "])
  func sectionWithoutHeader(number: String) throws {
    let sketch = """
      \(number)主站 | < | < | < | <
      新闻 | 要闻 | 及时发布本县的要闻，注明来源。 | 每周更新 | 信息中心
      ^ | 快讯 | 及时发布各部门的快讯，注明来源。 | 每月更新 | 教育局
      互动 | 信箱 | 及时答复群众的来信，公开结果。 | 5个工作日内 | 信访局
      """
    let blocks = [
      TableDocument.Block.paragraph(.init(text: "附件\n某县门户网站栏目责任分解表")), .table(Grid(sketch: sketch)),
    ]
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: blocks))
    let table = try #require(found.value.tables.first)
    let section = number == "一、" ? "一、主站" : "一.主站"
    #expect(table.rows.map(\.path) == [[section, "新闻", "要闻"], [section, "新闻", "快讯"], [section, "互动", "信箱"]])
    #expect(table.title.hasSuffix("责任分解表"))
  }

  @Test("A numbered heading that says what the table holds is no section, with the plan's title above it, too")
  func captionBelowTitle() throws {
    let sketch = "一、主站栏目设置 | < | < | <\n新闻 | 要闻 | 每周更新 | 信息中心\n^ | 快讯 | 每月更新 | 教育局\n互动 | 信箱 | 每天 | 信访局"
    let blocks = [TableDocument.Block.paragraph(.init(text: "某县门户网站栏目责任分解表")), .table(Grid(sketch: sketch))]
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: blocks))
    let table = try #require(found.value.tables.first)
    #expect(table.rows.map(\.path) == [["新闻", "要闻"], ["新闻", "快讯"], ["互动", "信箱"]])
    #expect(table.title == "一、主站栏目设置")
  }

  @Test("A section's heading above rows without a header is no form, though blank lines stand between all rows")
  func sectionAboveBlankLines() throws {
    let sketch = "一、主站 | | |\n新闻 | 要闻 | 每周更新 | 信息中心\n | 快讯 | 每月更新 | 教育局\n互动 | 信箱 | 每天 | 信访局"
    var grid = Grid(sketch: sketch, layout: .indented)
    for index in grid.cells.indices {
      grid.cells[index].line = 3 + grid.cells[index].row * 5 + grid.cells[index].column
    }
    let blocks = [TableDocument.Block.paragraph(.init(text: "某县门户网站栏目责任分解表")), .table(grid)]
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: blocks))
    let paths = found.value.tables.first?.rows.map(\.path)
    #expect(paths == [["一、主站", "新闻", "要闻"], ["一、主站", "新闻", "快讯"], ["一、主站", "互动", "信箱"]])
  }

  @Test("Texts that name the label beside them are requirements, where no header says so")
  func shortRequirements() throws {
    let table = try table(
      """
      空气质量 | 空气质量工作动态 | 每月更新 | 环保局
      水质监测 | 水质监测情况 | 每季度 | 水利局
      ★行政区划 | 行政区划及说明 | 每年更新 | 民政局
      """)
    #expect(table.rows.map(\.path) == [["空气质量"], ["水质监测"], ["行政区划"]])
    #expect(table.rows[2].texts[.requirement] == "行政区划及说明")
  }

  @Test("Notes below numbered rows leave their numbers numbers, where no header says so")
  func numbersAboveNotes() throws {
    let table = try table(
      """
      1 | 新闻 | 要闻 | 及时发布本县的要闻，注明来源。 | 每周更新 | 信息中心
      ^ | ^ | 快讯 | 及时发布各部门的快讯，注明来源。 | 每月更新 | 教育局
      2 | 互动 | 信箱 | 及时答复群众的来信，公开结果。 | 5个工作日内 | 信访局
      注：带星号的为重点栏目。 | | | | |
      """)
    #expect(table.rows.map { $0.texts[.number] ?? "" } == ["1", "1", "2"])
  }

  @Test("Labels that branch out up to a field of units are a plan, though nothing says what they hold")
  func branchesWithoutHeader() throws {
    let table = try table(
      """
      互动 | 信箱 | 县长信箱 | 信访局、县政府办
      ^ | ^ | 部门信箱 | 各部门
      ^ | 征集 | 网上调查 | 统计局
      服务 | 办事 | 户籍办理 | 公安局
      """)
    #expect(table.rows.map(\.path.count) == [3, 3, 3, 3])
    #expect(table.rows[1].texts[.responsible] == "各部门")
  }

  @Test("A list of people below notes and a signature on the same worksheet is no part of the plan")
  func listBelowSignature() throws {
    let table = try table(
      """
      新闻 | 要闻 | 及时发布本县的要闻，注明来源。 | 每周更新 | 信息中心
      ^ | 快讯 | 及时发布各部门的快讯，注明来源。 | 每月更新 | 教育局
      互动 | 信箱 | 及时答复群众的来信，公开结果。 | 5个工作日内 | 信访局
       | | | |
      注：带星号的为重点栏目。 | | | |
      某县人民政府办公室 | | | |
      2026年1月16日 | | | |
      附：联系人名单 | | | |
      姓名 | 单位 | 职务 | 联系电话 |
      王小明 | 教育局 | 主任 | 13800000000 |
      李小红 | 民政局 | 科员 | 13900000000 |
      """)
    #expect(table.rows.map { $0.path.last ?? "" } == ["要闻", "快讯", "信箱"])
  }

  @Test("A table of units lists the columns of each")
  func unitsTable() throws {
    let table = try table(
      """
      序号 | 单位 | 栏目名称
      1 | 教育局 | 机构概况、学前教育、小学教育、招生信息。
      2 | 民政局 | 机构概况、社会救助、养老服务、慈善事业。
      """)
    #expect(table.kind == .units)
    #expect(table.rows[1].texts[.responsible] == "民政局")
    #expect(table.rows[1].texts[.requirement] == "机构概况、社会救助、养老服务、慈善事业。")
    #expect(table.rows[1].path.isEmpty)
  }

  @Test("Assessment indicators are told from columns")
  func indicators() throws {
    let table = try table(
      """
      一级指标 | 二级指标 | 指标说明 | 对应栏目 | 责任单位
      发布 | 要闻 | 每周发布要闻。 | 新闻中心 | 信息中心
      """)
    #expect(table.kind == .indicators)
    #expect(table.rows[0].texts[.target] == "新闻中心")
  }

  @Test("A table that is no plan is refused with what was seen")
  func noPlan() {
    let grid = Grid(sketch: "日期 | 天气\n周一 | 晴\n周二 | 雨")
    #expect(
      throws: LanmuError(.init("plan.noPlan"), .data, message: Message(zh: "", en: ""), remedy: Message(zh: "", en: ""))
    ) {
      try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)]))
    }
  }

  @Test("A label with arrows is a path, and so is one with dashes if others are; a hyphen parts nothing")
  func writtenPaths() throws {
    let table = try table(
      """
      栏目名称 | 公开内容 | 更新时限 | 责任科室
      政务公开>财政信息 | 发布预算。 | 每年 | 财政局
      互动—县长信箱 | 答复来信。 | 每周 | 信访局
      办事—便民查询 | 水电气价格。 | 每月 | 县府办
      年度报告-公开年报 | 发布年报。 | 每年 | 县府办
      """)
    #expect(
      table.rows.map(\.path) == [["政务公开", "财政信息"], ["互动", "县长信箱"], ["办事", "便民查询"], ["年度报告-公开年报"]])
    #expect(table.rows.map { $0.doubts.map(\.code) } == [[], ["label.path"], ["label.path"], []])
  }

  @Test("Lines that could each be a label leave a doubt; those of a broken label do not")
  func listedLabels() throws {
    let table = try table(
      """
      栏目名称 | 公开内容 | 更新时限 | 责任科室
      重大项目进展⏎人事任免⏎统计公报 | 发布各类信息。 | 每年 | 县府办
      政府信息公⏎开年度报告 | 发布年报。 | 每年 | 县府办
      """)
    #expect(table.rows.map { $0.doubts.map(\.code) } == [["label.list"], []])
  }
}
