import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Layouts of headers")
struct HeaderLayoutTests {
  private func tables(
    _ sketch: String, layout: Grid.Layout = .spanned, profile: RecognitionProfile? = nil
  ) throws -> Outcome<RecognisedDocument> {
    let grid = Grid(sketch: sketch, layout: layout)
    return try PlanRecogniser(profile: profile).recognise(TableDocument(format: "sketch", blocks: [.table(grid)]))
  }

  private func table(_ sketch: String, layout: Grid.Layout = .spanned) throws -> RecognisedTable {
    try #require(tables(sketch, layout: layout).value.tables.first)
  }

  @Test("Several fields of units under one heading all count; those that help are kept apart")
  func unitFields() throws {
    let table = try table(
      """
      栏目 | 保障内容 | 责任单位 | < | < | < | 更新周期
      ^ | ^ | 文字 | 图片 | 视频 | 配合 | ^
      要闻 | 发布要闻。 | 县府办 | 融媒体中心 | 电视台 | 各部门 | 每周更新
      公告 | 发布公告。 | 县府办 | | | 各乡镇 | 每月更新
      """)
    #expect(table.rows.map { $0.texts[.responsible] } == ["县府办\n融媒体中心\n电视台", "县府办"])
    #expect(table.rows.map { $0.texts[.cooperating] } == ["各部门", "各乡镇"])
  }

  @Test("A header's second row divides labels that are not merged, though cells of the body are")
  func unmergedHeader() throws {
    let table = try table(
      """
      板块 | 栏目 | | 更新时限 | 任务分工 |
       | 一级栏目 | 二级栏目 | | 牵头单位 | 责任单位
      政务 | 新闻 | 要闻 | 每日 | 县府办 | 宣传部
      ^ | ^ | 会议 | 每周 | ^ | 秘书科
      """)
    #expect(table.rows.map(\.path) == [["政务", "新闻", "要闻"], ["政务", "新闻", "会议"]])
    #expect(table.rows.map { $0.texts[.lead] } == ["县府办", "县府办"])
    #expect(table.rows.map { $0.texts[.responsible] } == ["宣传部", "秘书科"])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("Where nobody else is named, the unit in charge is the responsible one", arguments: ["主责单位", "归口部门"])
  func soleLead(label: String) throws {
    let table = try table("栏目 | 内容要求 | \(label)\n要闻 | 发布要闻。 | 县府办\n公告 | 发布公告。 | 县府办")
    #expect(table.rows.allSatisfy { $0.texts[.responsible] == "县府办" && $0.texts[.lead] == nil })
  }

  @Test("A label that says that its units lead says so where nobody else is named, too", arguments: ["牵头单位", "主办单位"])
  func soleLeader(label: String) throws {
    let table = try table("栏目 | 内容要求 | \(label)\n要闻 | 发布要闻。 | 县府办\n公告 | 发布公告。 | 县府办")
    #expect(table.rows.allSatisfy { $0.texts[.lead] == "县府办" && $0.texts[.responsible] == nil })
  }

  @Test("Ticks, counts and names under labels that are not known are no levels")
  func unknownFields() throws {
    let table = try table(
      """
      序号 | 事项 | < | 公开内容 | 公开时限 | 公开主体 | 全社会 | 月均数 | 老师
      ^ | 一级 | 二级 | ^ | ^ | ^ | ^ | ^ | ^
      1 | 救助 | 低保 | 公开低保名单。 | 每月更新 | 民政局 | √ | ≥2 | 张三
      2 | ^ | 特困 | 公开特困名单。 | 每月更新 | 民政局 | √ | 4条 | 李四
      3 | 教育 | 招生 | 公开招生办法。 | 每年更新 | 教育局 | | 1 | 王五
      """)
    #expect(table.rows.map(\.path) == [["救助", "低保"], ["救助", "特困"], ["教育", "招生"]])
  }

  @Test("A second row of labels that are not known divides the heading whose places it fills")
  func unknownDivisions() throws {
    let table = try table(
      """
      序号 | 栏目 | 保障内容 | 责任单位 | | 更新周期
       | | | 县级 | 乡镇 |
      1 | 要闻 | 发布要闻。 | 县府办 | 各乡镇 | 每周更新
      2 | 公告 | 发布公告。 | 县府办 | 河东镇 | 每月更新
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["要闻"], ["公告"]])
    #expect(table.rows[1].texts[.responsible] == "县府办\n河东镇")
  }

  @Test("One row of levels may divide the only label of levels, where merged cells are gone")
  func onlyLevels() throws {
    let table = try table(
      """
      网站栏目 | 工作标准 | 更新频率 | 责任单位
      一级类目 | 二级类目 | 三级类目 | 四级类目
      政务 | 动态 | 要闻 | 本县 | 发布本县的要闻。 | 每周更新 | 县府办
      外县 | 转载外县的要闻。 | 每月更新 | 信息中心
      """, layout: .dropped)
    #expect(table.header == ["一级类目", "二级类目", "三级类目", "四级类目", "工作标准", "更新频率", "责任单位"])
    #expect(table.rows.map(\.path) == [["政务", "动态", "要闻", "本县"], ["政务", "动态", "要闻", "外县"]])
  }

  @Test("Below a label that ends its row, two more rows of a header may divide it, though empty cells are cut off")
  func cutGroups() throws {
    let rows = [
      ["频道", "栏目", "内容要求", "更新时限", "保障落实"], ["", "", "", "", "责任单位"], ["", "", "", "", "牵头", "责任"],
      ["政务", "要闻", "发布要闻的图文。", "每月更新", "县府办", "教育局"],
      ["", "公告", "发布公告的全文。", "每周更新", "县府办", "民政局、公安局"],
    ]
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { Cell(row: row, column: $0.offset, text: $0.element) }
    }
    let grid = Grid(rowCount: rows.count, columnCount: 6, layout: .delimited, cells: cells)
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)]))
    let table = try #require(found.value.tables.first)
    #expect(table.header == ["频道", "栏目", "内容要求", "更新时限", "牵头", "责任"])
    #expect(table.rows.map { $0.texts[.lead] } == ["县府办", "县府办"])
  }

  @Test("A row that fills just what two groups leave open is the header's, though most of its words are not known")
  func unknownPlacesOfGroups() throws {
    let table = try table(
      """
      序 | 信息类别 | 时间节点 | | 供稿单位 | |
       | | 提供 | 更新 | 文字 | 图片 | 音频
      1 | 数说发展 | 会议结束后2个工作日内 | 每周更新 | 县府办 | 教育局 | 民政局
      2 | 视频讲解 | 形成后3个工作日内报送 | 每月更新 | 县府办 | 民政局 | 公安局
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["数说发展"], ["视频讲解"]])
    #expect(table.rows.map { $0.texts[.update] } == ["每周更新", "每月更新"])
  }

  @Test("The word for columns that are kept names all levels where it stands over several fields")
  func keptColumns() throws {
    let table = try table(
      """
      序号 | 保障栏目 | | 内容要求 | 责任单位
      1 | 民生 | 出行 | 发布线路和票价。 | 交通局
       | | 就医 | 发布医院和门诊。 | 卫健局
      2 | 信箱 | 来信 | 选登来信和答复。 | 信访局
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["民生", "出行"], ["民生", "就医"], ["信箱", "来信"]])
    #expect(table.rows.allSatisfy { $0.texts[.target] == nil })
  }

  @Test(
    "The word for columns that are kept names further levels behind other labels",
    arguments: ["一级目录 | 保障栏目 | < | 内容要求 | 责任单位", "频道 | 对应栏目 | < | 内容要求 | 责任单位"])
  func keptColumnsBehindLabels(header: String) throws {
    let rows = """
      服务 | 民生 | 出行 | 发布线路和票价。 | 交通局
      ^ | ^ | 就医 | 发布医院和门诊。 | 卫健局
      互动 | 信箱 | 来信 | 选登来信和答复。 | 信访局
      """
    let table = try table(header + "\n" + rows, layout: .spanned)
    #expect(table.rows.map(\.path) == [["服务", "民生", "出行"], ["服务", "民生", "就医"], ["互动", "信箱", "来信"]])
    #expect(table.rows.allSatisfy { $0.texts[.target] == nil })
  }

  @Test("A field for columns of the site right of merged labels of others is a level, though it is no wider")
  func columnsBelowChannels() throws {
    let table = try table(
      """
      频道 | 对应栏目 | 内容要求 | 责任单位
      服务 | 出行 | 发布线路。 | 交通局
      ^ | 就医 | 发布门诊。 | 卫健局
      互动 | 来信 | 选登来信。 | 信访局
      ^ | 访谈 | 预告访谈。 | 县府办
      """, layout: .spanned)
    #expect(table.rows.map(\.path) == [["服务", "出行"], ["服务", "就医"], ["互动", "来信"], ["互动", "访谈"]])
  }

  @Test("Below a header that lost its spans, a label that counts one level leaves the others to columns of the site")
  func targetsBehindOneLevel() throws {
    let table = try table(
      """
      一级目录 | 保障栏目 | 具体内容 | 责任单位
      服务 | 民生 | 出行 | 发布线路和票价，方便群众查询。 | 交通局
       | | 就医 | 发布医院和门诊，及时调整号源。 | 卫健局
       | 企业 | 开办 | 发布办理流程和材料，提供样表。 | 市场监管局
      互动 | 信箱 | 来信 | 选登来信和答复，回应社会关切。 | 信访局
       | | 访谈 | 预告访谈，会后公布文字和图片。 | 县府办
      """, layout: .indented)
    #expect(
      table.rows.map(\.path) == [
        ["服务", "民生", "出行"], ["服务", "民生", "就医"], ["服务", "企业", "开办"], ["互动", "信箱", "来信"], ["互动", "信箱", "访谈"],
      ])
    #expect(table.rows.allSatisfy { $0.texts[.target] == nil })
  }

  @Test(
    "What answers each label is no level, though labels of columns stand left of it, and it is wide", arguments: [1, 2])
  func columnsElsewhere(width: Int) throws {
    let wide = width == 2 ? " | <" : ""
    let rows = ["领导之窗", "政策文件", "通知公告"].map { "\($0) | 政务公开\(width == 2 ? " | 首页" : "") | 县政府办 | 每周更新" }
    let sketch = ["栏目名称 | 对应栏目\(wide) | 责任单位 | 更新时限"] + rows
    let table = try table(sketch.joined(separator: "\n"), layout: .spanned)
    #expect(table.rows.map(\.path) == [["领导之窗"], ["政策文件"], ["通知公告"]])
    #expect(table.rows.allSatisfy { $0.texts[.target]?.hasPrefix("政务公开") == true })
  }

  @Test("Indicators that are but short names behind labels are the innermost of these")
  func shortIndicators() throws {
    let table = try table(
      """
      考核类别 | 考核项目 | 考核指标 | 分数 | 责任单位
      保障 | 组织 | 专题研究 | 3 | 县府办
      ^ | ^ | 人员配备 | 4 | ^
      互动 | 留言 | 答复时效 | 2 | 信访局
      ^ | ^ | 公开反馈 | 2 | ^
      """, layout: .spanned)
    #expect(
      table.rows.map(\.path) == [
        ["保障", "组织", "专题研究"], ["保障", "组织", "人员配备"], ["互动", "留言", "答复时效"], ["互动", "留言", "公开反馈"],
      ])
  }

  @Test("What is asked of columns stays what is asked, though it is short, as a word for indicators over it does")
  func shortDemands() throws {
    let demands = ["每日更新", "不得空白", "要素齐全", "及时准确", "内容完整", "链接有效"]
    let rows = demands.enumerated().map { "栏目\($0)号 | \($1) | 县府办" }
    let table = try table((["栏目名称 | 考核指标 | 责任单位"] + rows).joined(separator: "\n"), layout: .spanned)
    #expect(table.rows.map { $0.texts[.requirement] } == demands)
  }

  @Test("What explains indicators is no word over them, and one of several levels may bear the name of all")
  func dividedWords() throws {
    let indicators = try table(
      """
      考核指标 | 指标解释 | 对应栏目 | 责任单位 |
      指标类别 | 指标名称 | | |
      政务 | 公开 | 发布公开的指南及目录。 | “公开”栏目 | 县府办
      解读 | 发布政策的解读及问答。 | “解读”栏目 | 教育局 |
      民生 | 出行 | 发布出行的线路及票价。 | “出行”栏目 | 交通局
      """, layout: .dropped)
    #expect(indicators.header == ["指标类别", "指标名称", "指标解释", "对应栏目", "责任单位"])
    #expect(indicators.rows.map(\.path) == [["政务", "公开"], ["政务", "解读"], ["民生", "出行"]])
    let columns = try table(
      """
      栏目 | 具体内容 | 更新时效 | 责任单位 | |
      频道 | 栏目 | 子栏目 | | |
      政务 | 公开 | 指南 | 发布公开的指南及目录。 | 每周更新 | 县府办
      目录 | 发布公开的目录及附件。 | 每月更新 | 教育局 | |
      民生 | 出行 | 公交 | 发布公交的线路及票价。 | 每月更新 | 交通局
      """, layout: .dropped)
    #expect(columns.rows.map(\.path) == [["政务", "公开", "指南"], ["政务", "公开", "目录"], ["民生", "出行", "公交"]])
  }

  @Test("Levels of indicators stand below the word for assessment that ends in their own")
  func kindredGroup() throws {
    let table = try table(
      """
      考核指标 | 评估要点 | 更新频次 | 责任科室
      一级指标 | 二级指标 | |
      政务 | 公开 | 发布公开的指南。 | 每周更新 | 县府办
      解读 | 发布政策的解读。 | 每月更新 | 教育局 |
      民生 | 出行 | 发布出行的线路。 | 每月更新 | 交通局
      """, layout: .dropped)
    #expect(table.header == ["一级指标", "二级指标", "评估要点", "更新频次", "责任科室"])
    #expect(table.rows.map(\.path) == [["政务", "公开"], ["政务", "解读"], ["民生", "出行"]])
  }

  @Test("A header that a page break repeats with one field more widens the table")
  func widened() throws {
    let table = try table(
      """
      栏目 | 内容要求 | 更新时限 | 责任单位
      要闻 | 发布要闻。 | 每周更新 | 县府办
      栏目 | 内容要求 | 更新时间 | 责任单位 | 备注
      公告 | 发布公告。 | 每月更新 | 县府办 | 重点栏目
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.remarks] } == [nil, "重点栏目"])
    #expect(table.rows.map { $0.texts[.responsible] } == ["县府办", "县府办"])
  }

  @Test("So it does where each cell stands on lines of its own", arguments: [Grid.Layout.indented, .cellPerLine])
  func widenedCells(layout: Grid.Layout) throws {
    let table = try table(
      """
      频道 | 栏目 | 内容要求 | 牵头单位 | 配合单位
      政务 | 要闻 | 发布要闻。 | 县府办 | 县信访局
       | 快讯 | 发布快讯。 | 县水利局 |
       | 会议 | 发布会议。 | 县民政局 | 县司法局
      频道 | 栏目 | 内容要求 | 牵头单位 | 配合单位 | 备注
       | 公告 | 发布公告。 | 县府办 | | 重点栏目
      民生 | 出行 | 发布线路。 | 县交通局 | 县公安局 |
      """, layout: layout)
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "快讯"], ["政务", "会议"], ["政务", "公告"], ["民生", "出行"]])
    #expect(!table.rows.contains { row in row.doubts.contains { $0.code == "cell.placed" } })
  }

  @Test("A row that a repeated header's label reaches down into is no row of the header if it holds a sentence")
  func sentenceBelowHeader() throws {
    let header = "栏目 | < | 公开内容 | 保障单位 | 更新标准\n一级分类 | 二级分类 | ^ | ^ | ^"
    let table = try table(
      """
      \(header)
      政务 | 要闻 | 发布本县的要闻。 | 县府办 | 每周更新
      ^ | 快讯 | 发布各部门的快讯。 | 县府办 | 每月更新
      \(header)
      ^ | 文件目录 | 及时公开文件目录，不得空白。 | 县司法局 | 每日更新
      ^ | 年报 | 公开每年的报告。 | 县府办 | 每年更新
      民生 | 出行 | 发布线路和票价。 | 县交通局 | 每月更新
      """)
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "快讯"], ["政务", "文件目录"], ["政务", "年报"], ["民生", "出行"]])
  }

  @Test("Fields that may hold anything strain no row")
  func manyOtherFields() throws {
    let table = try table(
      """
      序号 | 版块 | 栏目 | 内容规范 | 链接 | 更新周期 | 月均条数 | 责任科室 | 管理员 | 联系方式 | 权重 | 备注
      1 | 新闻 | 要闻 | 发布要闻目录及全文 | http://www.example.cn/a/ | 按规定时限公开 | ≥2 | 财政局 | 张三 | 2173924 | 5 |
      2 | | 快讯 | 发布快讯目录及全文 | http://www.example.cn/b/ | 每月更新 | 4 | 司法局 | 李四 | 2173925 | 2 |
      3 | | 公告 | 发布公告目录及全文 | http://www.example.cn/c/ | 及时更新 | 1 | 审计局 | 王五 | 2173926 | 1 | 暂缓
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["新闻", "要闻"], ["新闻", "快讯"], ["新闻", "公告"]])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("Halves side by side are found beside an empty margin")
  func marginAndHalves() throws {
    let table = try table(
      """
       | 序号 | 栏目名称 | 责任单位 | 序号 | 栏目名称 | 责任单位
       | 1 | 要闻 | 县府办 | 3 | 公告 | 信息中心
       | 2 | 快讯 | 县府办 | 4 | 公示 | 信息中心
      """)
    #expect(table.rows.map(\.path) == [["要闻"], ["快讯"], ["公告"], ["公示"]])
  }

  @Test("A field of a profile that no header has is told, with its place in the file")
  func unusedFields() throws {
    let profile = RecognitionProfile(
      fields: ["责任单位（发布）": .lead, "谁来做": .responsible],
      places: .init(fields: ["谁来做": .init(file: "p.yaml", line: 4, character: 3)]))
    let found = try tables(
      "栏目 | 内容要求 | 更新时限 | 责任单位\n要闻 | 发布要闻。 | 每周更新 | 县府办\n公告 | 发布公告。 | 每周更新 | 县府办", profile: profile)
    let warnings = found.diagnostics.filter { $0.code == "profile.unused" }
    #expect(warnings.map(\.position.line) == [4])
    #expect(warnings.map(\.position.file) == ["p.yaml"])
    #expect(warnings.first?.message.chinese.contains("谁来做") == true)
    // Brackets in labels differ from file to file.
    #expect(found.value.tables[0].rows[0].texts[.lead] == "县府办")
  }

  @Test(
    "Offices within a body may be the subject of rows that list their columns", arguments: ["科室名称", "科室", "股室名称", "处室"])
  func offices(label: String) throws {
    let table = try RecognisedTable(
      "\(label) | 负责栏目 | 更新要求\n办公室 | 要闻、公告 | 每周\n人事科 | 任免、招聘 | 及时\n财务科 | 预决算 | 每年", layout: .delimited)
    #expect(table.kind == .units)
    #expect(table.rows.map { $0.texts[.responsible] } == ["办公室", "人事科", "财务科"])
  }

  @Test("An empty place behind a label of levels is one of them, though demands have drifted into it on a page")
  func driftedIntoLevel() throws {
    let demand = "围绕栏目主题发布政策文件、工作动态和办理结果，标题应简明准确，正文应注明信息来源。"
    let table = try RecognisedTable(
      """
      频道 | 栏目 | | | 工作要求 | 更新时效 | 责任单位
       | 预算 | - | \(demand) | 每年 | 县财政局 | 
      数据开放 | 资助 | 学前 | 审批 | 发布学前资助的审批结果，并提供检索、下载。 | 每年 | 县教育局
       |  |  |  | 提供办事流程，包括基本情况、政策依据和联系方式等。 | 每季度 | 县教育局
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.remarks] } == [nil, nil, nil])
    #expect(table.rows[1].path == ["数据开放", "资助", "学前", "审批"])
    #expect(table.rows[0].texts[.requirement] == demand)
  }

  @Test(
    "A site left of the levels is the outermost of them, though its name begins with that of a body",
    arguments: ["网站", "子网站"])
  func sitesOfBodies(label: String) throws {
    let table = try RecognisedTable(
      """
      \(label) | 频道 | 栏目 | 具体要求 | 更新频率 | 责任单位
      青溪县政府门户网站 | 政务 | 要闻 | 发布要闻。 | 每周 | 县府办
      青溪县政府门户网站 | 政务 | 公告 | 发布公告。 | 每月 | 县府办
      青溪县政府门户网站 | 服务 | 出行 | 发布线路。 | 每月 | 交通局
      """, layout: .delimited)
    let path = ["青溪县政府门户网站", "政务"]
    #expect(table.rows.prefix(2).map(\.path) == [path + ["要闻"], path + ["公告"]])
    #expect(table.rows.allSatisfy { $0.texts[.cooperating] == nil })
  }

  @Test("The platform left of all labels is one of them where another field says how content comes, whatever its names")
  func platformsBesideWays() throws {
    let table = try RecognisedTable(
      """
      平台 | 账号名称 | 信息内容 | 更新频次 | 运营单位 | 保障方式
      门户网站 | 要闻 | 发布要闻。 | 每周 | 县府办 | 链接
       | 公告 | 发布公告。 | 每月 | 县府办 | 报送
      微信推送 | 文旅 | 发布景区动态。 | 每周 | 文旅局 | 转载
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["门户网站", "要闻"], ["门户网站", "公告"], ["微信推送", "文旅"]])
    #expect(table.rows.map { $0.texts[.mode] } == ["链接", "报送", "转载"])
  }

  @Test("Ways left of all labels are ways, though another field says how content comes")
  func waysBesideWays() throws {
    let table = try table(
      "发布方式 | 栏目 | 责任单位 | 报送方式\n链接 | 领导之窗 | 县府办 | 后台\n自动抓取 | 要闻 | 县府办 | 邮件\n链接 | 公告 | 县府办 | 后台",
      layout: .delimited)
    #expect(table.rows.map(\.path) == [["领导之窗"], ["要闻"], ["公告"]])
  }

  @Test("The platform left of all data is the column where nothing else is one", arguments: ["平台", "网站"])
  func platformsAlone(label: String) throws {
    let table = try RecognisedTable(
      "序号 | \(label) | 公开内容 | 更新时限 | 责任单位\n1 | 历史沿革 | 公布历史沿革。 | 每年 | 县府办\n2 | 风景名胜 | 公布景区名录。 | 每年 | 文旅局",
      layout: .delimited)
    #expect(table.rows.map(\.path) == [["历史沿革"], ["风景名胜"]])
  }

  @Test("How points are given is a demand only where nothing else says what is demanded")
  func scoring() throws {
    let points = "未按时更新的每次扣0.5分，扣完为止，连续两次未更新的该项不得分，不设置栏目的得零分。"
    let beside = try RecognisedTable(
      "一级指标 | 二级指标 | 指标说明 | 分值 | 评分标准 | 责任单位\n更新 | 首页 | 首页每日更新。 | 5 | \(points) | 县府办\n更新 | 栏目 | 栏目按时更新。 | 5 | \(points) | 县府办"
    )
    #expect(beside.rows.map { $0.texts[.requirement] } == ["首页每日更新。", "栏目按时更新。"])
    #expect(
      beside.rows.allSatisfy { $0.texts[.remarks] == nil && $0.texts[.other]?.contains("评分标准：" + points) == true })
    let alone = try RecognisedTable(
      "一级指标 | 二级指标 | 分值 | 评分标准 | 责任单位\n更新 | 首页 | 5 | \(points) | 县府办\n更新 | 栏目 | 5 | \(points) | 县府办")
    #expect(alone.rows.map { $0.texts[.requirement] } == [points, points])
  }

  @Test("A label over two levels leaves a header too short, though a demand below it reads like a time")
  func shortHeader() throws {
    let table = try RecognisedTable(
      """
      栏目名称 | 内容要求 | 更新时限 | 承办单位
      政策解读 | 上级政策解读 |  | 每季度 | 卫健局
       | 文字解读 | 及时公开文字解读 | 每季度 | 档案馆
       | 视频解读 |  | 每季度 | 财政局
       | 负责人解读 |  | 每月 | 档案馆
      """, layout: .delimited)
    let leaves = ["上级政策解读", "文字解读", "视频解读", "负责人解读"]
    #expect(table.rows.map(\.path) == leaves.map { ["政策解读", $0] })
  }
}
