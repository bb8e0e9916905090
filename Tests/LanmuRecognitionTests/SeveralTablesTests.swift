import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import Testing

/// Documents in which other things stand beside a plan's table, or several tables one after the other.
@Suite("Several tables")
struct SeveralTablesTests {
  private func tables(
    _ blocks: [TableDocument.Block], format: String = "sketch", profile: RecognitionProfile? = nil
  ) throws -> [RecognisedTable] {
    try PlanRecogniser(profile: profile).recognise(TableDocument(format: format, blocks: blocks)).value.tables
  }

  private func table(_ sketch: String) -> TableDocument.Block { .table(Grid(sketch: sketch)) }
  private func text(_ text: String) -> TableDocument.Block { .paragraph(.init(text: text)) }

  private let news = """
    栏目名称 | 公开内容 | 更新时限 | 责任科室
    要闻 | 发布要闻。 | 每周更新 | 信息中心
    快讯 | 发布快讯。 | 每月更新 | 县府办
    """

  @Test("A list of people after the plan is no part of it, with or without a heading")
  func peopleBelow() throws {
    let people = table("姓名 | 职务 | 分工 | 联系电话\n韦明 | 科长 | 组长 | 5550101\n陆洁 | 科员 | 成员 | 5550102")
    for between in [[], [text("信息员名单")]] {
      let found = try tables([text("某县网站栏目保障表"), table(news)] + between + [people])
      #expect(found.map(\.rows.count) == [2])
    }
  }

  @Test("A part's heading above the document's title, printed again, ends the table above it")
  func headingAboveTitle() throws {
    let lines = [
      "序号 | 频道 | 栏目 | 内容说明 | 更新时限 | 责任单位 | 备注 |", "1 | 政务 | 动态 | 发布动态。 | 每周更新 | 县府办 | |",
      "2 | 民生 | 出行 | 发布出行信息。 | 每月更新 | 交通局 | |", "二、测评指标分工 | | | | | | |", "某县政府网站栏目责任分工表 | | | | | |",
      "序号 | 指标类别 | 考核指标 | 具体指标 | 评分细则 | 涉及栏目 | 内容保障单位", "1 | 健康情况 | 站点 | 可用 | 检查站点是否可用。 | 全部 | 县府办",
    ]
    let grid = Grid(sketch: lines.joined(separator: "\n"), layout: .delimited)
    let found = try tables([text("某县政府网站栏目责任分工表"), text("一、网站栏目分工"), .table(grid)])
    #expect(found.map { $0.rows.map(\.path) } == [[["政务", "动态"], ["民生", "出行"]], [["健康情况", "站点", "可用"]]])
  }

  @Test("A form to be signed below the plan is no part of it, in a table of its own or in the same text")
  func formBelow() throws {
    let form = "稿件标题 | | 拟发栏目 | \n报送单位 | | 报送时间 | 年 月 日\n经办人意见 | 签字： | 负责人意见 | 签字（盖章）："
    let apart = try tables([text("某县网站栏目保障表"), table(news), table(form)])
    #expect(apart.map(\.rows.count) == [2])
    let narrow = "栏目名称 | 公开内容 | 责任科室\n要闻 | 发布要闻。 | 信息中心\n快讯 | 发布快讯。 | 县府办"
    for title in ["稿件审签表\n", ""] {
      let together = Grid(sketch: "\(narrow)\n\(title)\(form)", layout: .delimited)
      let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(together)])).value
      #expect(found.tables.map { $0.rows.map(\.path) } == [[["要闻"], ["快讯"]]])
    }
  }

  @Test("Paragraphs that are filled up with empty fields below the plan's rows are none of them")
  func paragraphsInSameText() throws {
    let sections = """
      栏目 | 具体内容 | 更新时限 | 责任单位
      一、公开类 | | |
      要闻 | 发布要闻。 | 每周 | 信息中心
      二、互动类 | | |
      信箱 | 答复来信。 | 每月 | 信访局
      """
    let below = "三、工作要求\n（一）加强领导。各单位要明确专人负责。 | | |\n（二）严格考核。每季度通报栏目更新情况一次。 | | |"
    let together = Grid(sketch: "\(sections)\n\(below)", layout: .delimited)
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(together)])).value
    #expect(found.tables.map { $0.rows.map(\.path) } == [[["一、公开类", "要闻"], ["二、互动类", "信箱"]]])
    #expect(found.tables.map(\.note) == [""])
  }

  @Test("A header of known labels within a text begins another table, though one of them is no usual one")
  func unitsInSameText() throws {
    let units = "单位 | 对应栏目内容 | 更新时效\n县教育局 | 通知公告、学校名录 | 两周内\n县气象局 | 通知公告、天气预报 | 每天"
    let together = Grid(sketch: "\(news)\n\(units)", layout: .delimited)
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(together)])).value
    #expect(found.tables.map(\.kind) == [.columns, .units])
  }

  @Test(
    "A header whose upper row says what the table is about begins another table, and the line above it is its title")
  func topRowInSameText() throws {
    let units = "责任单位 | 负责栏目 | 备注\n县教育局 | 通知公告、学校名录 | 新增\n县气象局 | 通知公告、天气预报 |"
    let below = """
      二、指标任务分解
      指标及任务分工 | | | | 备注
      序号 | 一级指标 | 二级指标 | 责任单位 |
      1 | 发布 | 要闻 | 信息中心 | 新增
      2 | | 快讯 | 县府办 |
      """
    let together = Grid(sketch: "\(units)\n\(below)", layout: .delimited)
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(together)])).value
    #expect(found.tables.map(\.title) == ["", "二、指标任务分解"])
    #expect(found.tables.map { $0.rows.map(\.path) } == [[[], []], [["发布", "要闻"], ["发布", "快讯"]]])
    #expect(found.tables.last?.rows.first?.texts[.remarks] == "新增")
  }

  @Test(
    "Columns of a site about seals and signatures are no form", arguments: [Grid.Layout.spanned, .delimited, .dropped])
  func sealsAsColumns(layout: Grid.Layout) throws {
    let rows = "栏目 | 时限 | 责任单位\n公开 | 每月 | 县教育局\n公章查询 | 每月 | 县公安局\n公章备案 | 每周 | 县公安局\n签名登记 | 每年 | 县民政局"
    for title in ["", "网站责任表 | | \n"] {
      let grid = Grid(sketch: title + rows, layout: layout)
      #expect(try tables([.table(grid)]).map(\.rows.count) == [4])
    }
  }

  @Test("A form that follows on the same worksheet takes no entry with it")
  func formOnSameSheet() throws {
    let form = "稿件审签表 | < | <\n稿件标题 | | 拟发栏目\n报送时间 | | 年 月 日\n经办人意见 | 签字： |\n负责人意见 | 签字（盖章）： |"
    let rows = (1...6).map { "栏目\($0)号 | 每周 | \($0 % 2 == 0 ? "^" : "县教育局")" }
    let grid = Grid(sketch: "栏目名称 | 更新时效 | 责任单位\n\(rows.joined(separator: "\n"))\n\(form)")
    #expect(try tables([.table(grid)]).map(\.rows.count) == [6])
  }

  @Test("A list of people below its title in the same text is no part of the plan")
  func peopleInSameText() throws {
    let people = "联络员名单 | | |\n姓名 | 工作单位 | 手机 | QQ号\n韦明 | 信息中心 | 5550101 | 81001\n陆洁 | 县府办 | 5550102 | 81002"
    let together = Grid(sketch: "\(news)\n\(people)", layout: .delimited)
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(together)])).value
    #expect(found.tables.map { $0.rows.map(\.path) } == [[["要闻"], ["快讯"]]])
  }

  @Test("A caption starts another table of the same header; a running head does not")
  func captions() throws {
    let found = try tables([text("资讯之窗"), table(news), text("便民大厅"), table(news)])
    #expect(found.map(\.title) == ["资讯之窗", "便民大厅"])
    let pages = try tables([text("某县网站栏目保障表"), table(news), text("某县网站栏目保障表"), table(news)])
    #expect(pages.map(\.rows.count) == [4])
  }

  @Test("A page whose header has a field more, in other places, joins the table")
  func otherPlaces() throws {
    let found = try tables([
      table(news),
      table("栏目名称 | 责任科室 | 公开内容 | 更新时限 | 联系电话\n公告 | 县府办 | 发布公告。 | 及时更新 | 5550103"),
    ])
    #expect(found.count == 1)
    let row = try #require(found.first?.rows.last)
    #expect(row.path == ["公告"])
    #expect(row.texts[.responsible] == "县府办")
    #expect(row.texts[.update] == "及时更新")
    #expect(row.texts[.other] == "联系电话：5550103")
  }

  @Test("Below a heading across the table, a header of other labels starts another table", arguments: [true, false])
  func headerBelowHeading(keepsSpans: Bool) throws {
    let heading = keepsSpans ? "二、任务分解 | < | < | <" : "二、任务分解"
    let sketch = news + "\n" + heading + "\n考核项目 | 指标说明 | 对应栏目及要求 | 负责单位\n发布 | 每周发布。 | 要闻 | 信息中心\n解读 | 每月发布。 | 快讯 | 县府办"
    let found = try tables([
      text("一、栏目分工"), .table(Grid(sketch: sketch, layout: keepsSpans ? .spanned : .delimited)),
    ])
    #expect(found.map(\.title) == ["一、栏目分工", "二、任务分解"])
    #expect(found.map(\.rows.count) == [2, 2])
    #expect(found.map { $0.rows[0].path } == [["要闻"], ["发布"]])
  }

  @Test("On a worksheet a caption, another table and a signature may stand below a gap")
  func worksheet() throws {
    let sheet = Grid(
      sketch: """
        某县网站栏目保障表 | < | < | < | <
         | 栏目名称 | 公开内容 | 更新时限 | 责任科室
         | 要闻 | 发布要闻。 | 每周更新 | 信息中心
         | 合计 | | | 1项
         | | | |
         | 二、部门分工 | | |
         | 单位 | 负责栏目 | |
         | 县教育局 | 教育服务、招生考试、学校名录 | |
         | 县民政局 | 社会救助、养老机构、婚姻登记 | |
         | | | |
         | 某县信息中心 | | |
         | 2024年5月6日 | | |
        """)
    let found = try tables([.table(sheet)], format: "xlsx")
    #expect(found.map(\.kind) == [.columns, .units])
    #expect(found.map(\.rows.count) == [1, 2])
    #expect(found[0].header == ["栏目名称", "公开内容", "更新时限", "责任科室"])
    #expect(found[1].title == "二、部门分工")
  }

  @Test("On a worksheet a header repeated at a page break is no gap, however narrow the table")
  func repeatedHeaderIsNoGap() throws {
    let sheet = Grid(
      sketch: """
        某县网站栏目保障表 | < | < | < | < | < | <
        责任单位 | 负责栏目 | 更新时限 | 备注 | | |
        县教育局 | 招生考试、学校名录 | 每月更新 | | | |
        县民政局 | 社会救助、养老机构 | 每月更新 | | | |
        责任单位 | 负责栏目 | 更新时限 | 备注 | | |
        县财政局 | 预算决算、政府采购 | 每年更新 | | | |
        县司法局 | 法律援助、公证服务 | 每月更新 | | | |
        二、指标分工 | < | < | < | < | < | <
         | | | | | |
        序号 | 一级指标 | 二级指标 | 指标要求 | 对应栏目 | 牵头单位 | 责任单位
        1 | 信息发布 | 概况信息 | 内容准确。 | 县情概况 | 县政府办公室 | 县档案馆
        2 | 信息发布 | 动态信息 | 更新及时。 | 今日要闻 | 县政府办公室 | 县融媒体中心
        """)
    let found = try tables([.table(sheet)], format: "xlsx")
    #expect(found.map(\.rows.count) == [4, 2])
    #expect(found[0].rows.map { $0.texts[.responsible] } == ["县教育局", "县民政局", "县财政局", "县司法局"])
  }

  @Test(
    "Rows left out that name units and times or demands are warned of, others only noted",
    arguments: [
      ("县甲局 | 每年更新\n县乙局 | 每月更新", Diagnostic.Severity.warning), ("要闻 | 发布要闻。\n甲楼 | 三层\n公告 | 县甲局", .note),
      ("要闻 | 发布要闻。\n公告 | 发布公告。\n县甲局 | 介绍县情。", .warning), ("县甲局 | 甲楼\n县乙局 | 乙楼", .note),
      ("1 | 院长类信息 | 各科室\n2 | 公告类信息 | 介绍科室。", .warning),
    ])
  func leftOut(rows: String, severity: Diagnostic.Severity) throws {
    let blocks = [table(news), text("二、其他"), table(rows)]
    let outcome = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: blocks))
    #expect(outcome.value.tables.count == 1)
    #expect(outcome.diagnostics.map(\.code) == ["table.ignored"])
    #expect(outcome.diagnostics.map(\.severity) == [severity])
  }

  @Test("A table's last row, with a label alone beside merged cells, is no title of the next table")
  func lastLabelBesideMergedCells() throws {
    let first = """
      栏目名称 | 公开内容 | 更新时限 | 责任科室
      要闻 | 发布要闻。 | 每周更新 | 信息中心
      快讯 | 发布快讯。 | | 县府办
      公告 | ^ | | ^
      """
    let found = try tables([table(first), text("二、任务"), table("一级指标 | 指标要求 | 责任科室\n更新 | 每月抽查。 | 县府办")])
    #expect(found.map { $0.rows.map(\.path) } == [[["要闻"], ["快讯"], ["公告"]], [["更新"]]])
    #expect(found.map(\.title) == ["", "二、任务"])
  }

  @Test("A hidden worksheet is left out where a shown one holds the plan")
  func hidden() throws {
    var old = Grid(sketch: news, name: "旧表")
    old.visibility = .hidden
    let found = try PlanRecogniser().recognise(
      TableDocument(format: "xlsx", blocks: [.table(Grid(sketch: news, name: "新表")), .table(old)]))
    #expect(found.value.tables.map(\.title) == ["新表"])
    #expect(found.diagnostics.contains { $0.code == "sheet.hidden" })
    #expect(try tables([.table(old)], format: "xlsx").count == 1)
  }

  @Test("Halves of a table printed side by side are read one after the other")
  func halves() throws {
    let found = try tables([
      table(
        """
        栏目 | 责任单位 | 栏目 | 责任单位
        要闻 | 信息中心 | 公告 | 县府办
        快讯 | 各部门 | |
        """)
    ])
    #expect(found.first?.rows.map(\.path) == [["要闻"], ["快讯"], ["公告"]])
    #expect(found.first?.rows.map { $0.texts[.responsible] } == ["信息中心", "各部门", "县府办"])
  }

  @Test("A header that returns in other words is no entry", arguments: [Grid.Layout.delimited, .spanned])
  func headerInOtherWords(layout: Grid.Layout) throws {
    let sketch = "单位名称 | 负责栏目\n县教育局 | 招生、学籍\n县水利局 | 汛情、水价\n责任单位 | 公开内容\n县民政局 | 救助、养老"
    let found = try tables([.table(Grid(sketch: sketch, layout: layout))])
    #expect(found.map { $0.rows.map { $0.texts[.responsible] } } == [["县教育局", "县水利局", "县民政局"]])
    let helpers = sketch.replacing("责任单位", with: "配合单位")
    #expect(try tables([.table(Grid(sketch: helpers, layout: layout))]).first?.rows.count == 4)
  }

  @Test("A short piece without a header takes its fields from the table before")
  func shortPiece() throws {
    let found = try tables([
      text("资讯之窗"),
      table("要闻 | 发布本县要闻，做到准确。 | 每周更新 | 信息中心\n快讯 | 发布部门快讯，来源清楚。 | 每月更新 | 县府办\n公告 | 发布公告，及时完整。 | 及时更新 | 县府办"),
      text("便民大厅"), table("公交 | 线路 | 每月更新 | 交通局"),
    ])
    #expect(found.map(\.rows.count) == [3, 1])
    #expect(found.last?.rows.first?.texts[.requirement] == "线路")
  }

  @Test("Documents without a plan say of each table why it is none")
  func noPlan() {
    #expect(
      performing: {
        try tables([table("姓名 | 职务 | 联系电话\n韦明 | 科长 | 5550101"), table("甲 | 乙\n1 | 2")])
      },
      throws: { error in
        let text = (error as? LanmuError)?.message.chinese ?? ""
        return text.contains("姓名") && text.contains("不足三列")
      })
  }

  private func refusal(_ blocks: [TableDocument.Block]) -> String {
    do {
      _ = try tables(blocks)
      return ""
    } catch {
      return (error as? LanmuError)?.message.chinese ?? ""
    }
  }

  @Test("What is missing for a plan is said, and what there is")
  func missingParts() {
    let people = refusal([table("姓名 | 电话 | 邮箱 | 地址\n韦明 | 5550101 | a@b.c | 一号\n陆洁 | 5550102 | d@e.f | 二号")])
    #expect(people.contains("表头为“姓名、电话、邮箱、地址”"))
    #expect(people.contains("没有写栏目（或内容）的列，也没有写责任单位、更新时限的列"))
    #expect(refusal([table("频道 | 栏目 | 更新频率 | 责任单位")]).contains("表头为“频道、栏目、更新频率、责任单位”的表下面没有内容行"))
  }

  @Test("Of several tables in one grid each is told")
  func severalInOneGrid() {
    let text = refusal([
      table(
        """
        名单 | | |
        姓名 | 电话 | 邮箱 | 地址
        韦明 | 5550101 | a@b.c | 一号
        投资 | | |
        年度 | 投资 | 完成率 |
        2019 | 120 | 95% |
        """)
    ])
    #expect(text.hasPrefix("2个表格都不是方案"))
    #expect(text.contains("“名单”（2行4列，表头为“姓名、电话、邮箱、地址”）"))
    #expect(text.contains("第5行起的“投资”（2行3列，开头为“年度、投资、完成率”）"))
  }

  @Test("A doubt about a field without a label says what the field holds")
  func doubtWithoutLabel() throws {
    let grid = Grid(
      sketch: """
        动态 | 要闻 | 发布本县的要闻，做到准确。 | 每周更新 | 信息中心
         | 快讯 | 发布部门的快讯，来源清楚。 | 每月更新 | 县府办
         | 图片 | 发布本县的图片，来源清楚。 | | 县府办
        服务 | 公告 | 发布本县的公告，做到完整。 | | 县府办
         | 招生 | 发布招生的办法，做到及时。 | 每周更新 | 教育局
         | 救助 | 发布救助的名单，做到及时。 | 每年更新 |
        """, layout: .delimited)
    let doubts = try tables([.table(grid)]).flatMap(\.rows).flatMap(\.doubts)
    #expect(!doubts.isEmpty)
    #expect(doubts.allSatisfy { !$0.message.chinese.contains("“”") && !$0.message.english.contains("“”") })
    #expect(doubts.contains { $0.message.chinese.contains("“更新时限”") })
  }

  @Test("A profile made of what was recognised gives the same tables again")
  func profiles() throws {
    let documents = [
      [text("资讯之窗"), table(news)],
      [table("序号 | 网站栏目 | < | 公开内容 | 责任分工 | <\n^ | 频道 | 栏目 | ^ | 牵头 | 配合\n1 | 政务 | 要闻 | 发布要闻。 | 县府办 | 各部门")],
      [table("要闻 | 发布本县要闻，做到准确。 | 每周更新 | 信息中心\n快讯 | 发布部门快讯，来源清楚。 | 每月更新 | 县府办\n公告 | 发布公告，及时完整。 | 及时更新 | 县府办")],
    ]
    for blocks in documents {
      let document = TableDocument(format: "sketch", blocks: blocks)
      let found = try PlanRecogniser().recognise(document).value
      let profile = RecognitionProfile(of: found)
      #expect(try PlanRecogniser(profile: profile).recognise(document).value == found)
    }
  }

  @Test("A header that shares a few labels with the one above, in other places, starts another table")
  func otherOrder() throws {
    let above = Grid(
      sketch: """
        序号 | 大类 | 小类 | 评分标准 | 对应网站栏目 | 责任单位
        1 | 动态 | 要闻 | 发布本县的要闻。 | “要闻”栏目 | 县府办
        2 | 动态 | 公告 | 发布本县的公告。 | “公告”栏目 | 信息中心
        """, layout: .delimited)
    let below = Grid(
      sketch: """
        保障单位 | 大类 | 小类 | 指标内容及要求 | 承载栏目
        教育局 | 服务 | 招生 | 发布招生的办法。 | “招生”栏目
        民政局 | 服务 | 救助 | 发布救助的名单。 | “救助”栏目
        """, layout: .delimited)
    let found = try tables([.table(above), text("附表2"), .table(below)])
    #expect(found.map(\.rows.count) == [2, 2])
    #expect(found.last?.rows.map { $0.texts[.responsible] } == ["教育局", "民政局"])
  }

  @Test("A header written again stays that, though the short row below it might be a second row of it")
  func repeatedAboveShortRow() throws {
    let grid = Grid(
      sketch: """
        网站栏目 | 信息内容 | 采集方式 | 更新周期 | 主办单位 | 备考 | | |
        专题 | 常设 | 双拥 | 指南 | 指南名录 | 人工采编 | 随时更新 | 县教育局 |
        归档 | 归档有关文件 | 人工采编 | 随时更新 | 县审计局 | | | |
        进展 | 进展动态 | 信息报送 | 随时更新 | 县统计局 | | | |
        服务 | 主题 | 高考 | 资料 | 资料名录 | 人工采编 | 每季度更新 | 县财政局 |
        办法 | 办法全文 | 人工采编 | 每季度更新 | 县审计局 | | | |
        网站栏目 | 信息内容 | 采集方式 | 更新周期 | 主办单位 | 备考 | | |
        附件 | 附件动态 | 系统直接发布 | 动态调整 | 县统计局 | | | |
        旅游 | 结果 | 结果文件 | 信息报送 | 每季度更新 | 县宣传部 | | |
        渠道 | 渠道文件 | 人工采编 | 每季度更新 | 县财政局 | | | |
        """, layout: .dropped)
    let found = try tables([.table(grid)])
    #expect(found.count == 1)
    #expect(found.first?.rows[5].path == ["服务", "主题", "高考", "附件"])
    #expect(found.first?.rows[6].path.suffix(2) == ["旅游", "结果"])
  }

  @Test("A form for signatures above a table without a header is none of its rows")
  func formAbove() throws {
    let sheet = Grid(
      sketch: """
        拟稿 | | 审核 |
        签发 | | 日期 |
         | | |
        要闻 | 发布本县的要闻。 | 每周更新 | 县府办
        公告 | 发布本县的公告。 | 每月更新 | 信息中心
        救助 | 发布救助的名单。 | 每月更新 | 民政局
        """)
    #expect(try tables([.table(sheet)], format: "xlsx").first?.rows.map(\.path) == [["要闻"], ["公告"], ["救助"]])
  }

  @Test("A line without a delimiter above narrower rows of delimited text is the heading of another table")
  func narrowerTableBelowLine() throws {
    let wide = ["序号", "频道", "栏目", "内容要求", "更新时限", "责任单位"]
    let body = (1...6).map { ["\($0)", $0 == 1 ? "新闻" : "", "第\($0)期要闻", "发布第\($0)期的要闻。", "每周更新", "信息中心"] }
    func found(_ narrow: [[String]]) throws -> [RecognisedTable] {
      let rows = [wide] + body + narrow
      let cells = rows.enumerated().flatMap { row, texts in
        texts.enumerated().map { Cell(row: row, column: $0.offset, text: $0.element) }
      }
      return try tables([.table(Grid(rowCount: rows.count, columnCount: 6, layout: .delimited, cells: cells))])
    }
    let units = try found([
      ["各单位栏目分工"], ["责任单位", "承担栏目"], ["教育局", "要闻动态、公告公示、部门快讯"], ["民政局", "领导信箱、在线访谈、网上调查"], ["水利局", "汛情通报、水质监测、供水信息"],
    ])
    #expect(units.map(\.kind) == [.columns, .units])
    #expect(units.last?.rows.map { $0.texts[.responsible] ?? "" } == ["教育局", "民政局", "水利局"])
    let people = try found([["工作联络表"], ["姓名", "职务", "手机"], ["王小明", "主任", ""], ["李小红", "科员", ""]])
    #expect(people.map(\.rows.count) == [6])
  }

  @Test("A signature and a date right below the rows of a worksheet are no entries")
  func signatureBelow() throws {
    let signed = table(news + "\n某县人民政府办公室 | | |\n2024年3月5日 | | |\n（此件公开发布） | | |")
    let document = TableDocument(format: "xlsx", blocks: [signed])
    let found = try PlanRecogniser().recognise(document).value
    #expect(found.tables.map(\.rows.count) == [2])
    #expect(found.issuer == "某县人民政府办公室")
    #expect(found.issuedOn == "2024-03-05")
  }

  private let marks = """
    扣分项 | 分数 | 计分
    链接打不开 | 3 | 每处扣1分
    有错字 | 2 | 每处扣1分
    没有回复 | 5 | 按比例扣
    """

  private let plan = """
    栏目 | 子栏目 | 公开内容 | 更新时限 | 责任科室
    要闻 | 会议 | 发布重要会议。 | 每周更新 | 信息中心
    快讯 | 部门 | 发布部门快讯。 | 每月更新 | 县府办
    公告 | 招考 | 发布招考公告。 | 及时更新 | 人社局
    """

  @Test(
    "A table of points below a heading is no piece of the plan above it, spans being lost",
    arguments: [true, false])
  func strayTable(hasHeader: Bool) throws {
    let rows = hasHeader ? plan : plan.split(separator: "\n").dropFirst().joined(separator: "\n")
    let document = TableDocument(
      format: "sketch",
      blocks: [
        .table(Grid(sketch: rows, layout: .delimited)), .paragraph(.init(text: "扣分标准")),
        .table(Grid(sketch: marks, layout: .delimited)),
      ])
    #expect(try PlanRecogniser().recognise(document).value.tables.map(\.rows.count) == [3])
  }

  @Test(
    "Below a numbered heading, a title or a note may stand above the header of another table",
    arguments: ["某县网站栏目保障表 | | ", "打星的为考核栏目，由信息中心解释。 | 说明 | ", ""])
  func lineAboveHeader(line: String) throws {
    let marks = "序号 | 渔业指标 | 渔政评分细则 | 涉及栏目 | 渔政承办单位\n1 | 更新 | 每月抽查。 | 要闻 | 县府办\n2 | 可用 | 每季抽查。 | 快讯 | 县府办"
    let grid = Grid(sketch: "\(news)\n二、考核分工 | | \n\(line.isEmpty ? "" : line + "\n")\(marks)", layout: .delimited)
    let found = try tables([.table(grid)])
    #expect(found.map { $0.rows.map(\.path) } == [[["要闻"], ["快讯"]], [["更新"], ["可用"]]])
  }

  @Test("A header that shares labels with the one above, below a heading and a note, starts another table")
  func sharedLabelsBelowNote() throws {
    let other = "序号 | 栏目名称 | 评分细则 | 更新时限 | 责任单位\n1 | 渔汛 | 每月抽查。 | 每周 | 县府办\n2 | 船检 | 每季抽查。 | 每周 | 县府办"
    let note = "打星的为考核栏目，由信息中心负责解释。 | | | | 说明"
    let grid = Grid(sketch: "\(news)\n二、考核分工 | | | | \n\(note)\n\(other)", layout: .delimited)
    #expect(try tables([.table(grid)]).map { $0.rows.map(\.path) } == [[["要闻"], ["快讯"]], [["渔汛"], ["船检"]]])
  }

  @Test("A table of points below a gap and a heading is none on the worksheet of a plan without a header either")
  func strayTableBelowGap() throws {
    let rows = plan.split(separator: "\n").dropFirst().joined(separator: "\n")
    let stray = "\n| | | |\n扣分标准 | | | |\n" + marks.replacing("\n", with: " | |\n") + " | |"
    let grid = Grid(sketch: rows + stray)
    let document = TableDocument(format: "xlsx", blocks: [.table(grid)])
    #expect(try PlanRecogniser().recognise(document).value.tables.map(\.rows.count) == [3])
  }

  @Test("A table without a header does not stand in the fields of the one above whose ways of publishing are names")
  func demandsBelowWays() throws {
    let above = """
      序号 | 栏目 | 内容 | 来源方式 | 牵头单位 | 责任单位
      1 | 要闻 | 发布要闻，注明来源。 | 单位发布 | 县府办 | 县教育局
      2 | 快讯 | 发布快讯，注明来源。 | 信息报送 | 县府办 | 县民政局
      """
    let below = """
      1 | 运维 | 巡检 | 公布巡检的结果，注明日期。 | 专题聚焦 | 县财政局
      2 | ^ | 培训 | 公布培训的安排，注明地点。 | 数据平台 | 县审计局
      3 | 功能 | 检索 | 检索结果准确，按时间排列。 | 通知公告 | 县交通局
      4 | ^ | 适配 | 页面适配手机，字体大小适中。 | 领导信箱 | 县水利局
      """
    let found = try tables([text("一、栏目分工"), table(above), text("二、指标分解"), table(below)])
    #expect(found.last?.rows.map(\.path) == [["运维", "巡检"], ["运维", "培训"], ["功能", "检索"], ["功能", "适配"]])
    #expect(found.map(\.kind) == [.columns, .indicators])
  }
}
