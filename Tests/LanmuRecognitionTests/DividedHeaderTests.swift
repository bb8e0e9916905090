import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Headers of several rows, whose labels divide those above")
struct DividedHeaderTests {
  private func table(_ sketch: String, layout: Grid.Layout = .spanned) throws -> RecognisedTable {
    try RecognisedTable(sketch, layout: layout)
  }

  @Test("A header of three rows is understood where merged cells are empty, and where they are gone")
  func threeRows() throws {
    let body = [
      "动态 | 要闻 | 发布本县的要闻。 | 每周更新 | 县府办 | 融媒体中心 | 新增",
      "动态 | 公告 | 发布本县的公告。 | 每月更新 | 县府办 | 信息中心 | 沿用", "服务 | 办事 | 发布办事的指南。 | 每月更新 | 政务局 | 信息中心 | 待定",
    ]
    let empty = try table(
      ([
        "频道 | 栏目 | 内容要求 | 保障落实 | | | 备注", " | | | 更新频率 | 分工 | |", " | | | | 牵头 | 负责 |",
      ] + body).joined(separator: "\n"), layout: .delimited)
    let gone = try table(
      (["频道 | 栏目 | 内容要求 | 保障落实 | 备注 | |", "更新频率 | 分工 | | | | |", "牵头 | 负责 | | | | |"] + body)
        .joined(separator: "\n"), layout: .dropped)
    for table in [empty, gone] {
      #expect(table.header == ["频道", "栏目", "内容要求", "更新频率", "牵头", "负责", "备注"])
      #expect(table.rows.map { $0.texts[.responsible] } == ["融媒体中心", "信息中心", "信息中心"])
      #expect(table.rows.map { $0.texts[.remarks] } == ["新增", "沿用", "待定"])
    }
  }

  @Test("Two labels are divided by one row where merged cells are gone")
  func twoDivisions() throws {
    let table = try table(
      """
      频道 | 栏目 | 时效要求 | 来源渠道 | 责任单位 | |
      提供时限 | 更新 | 文字 | 图片 | | |
      动态 | 要闻 | 当日报送 | 每周更新 | 信息报送 | 县府办 | 融媒体中心
      动态 | 公告 | 次日报送 | 每月更新 | 信息报送 | 县府办 | 信息中心
      服务 | 办事 | 当日报送 | 每年更新 | 栏目链接 | 政务局 | 信息中心
      """, layout: .dropped)
    #expect(table.fields == [.level, .level, .supply, .update, .mode, .responsible, .responsible])
    #expect(table.rows.map { $0.texts[.update] } == ["每周更新", "每月更新", "每年更新"])
  }

  @Test("What surely says when is not divided into labels of which none does")
  func undividedTime() throws {
    let table = try table(
      """
      频道 | 栏目 | 组织落实 | 责任单位 | 更新频次 |
      报送方式 | 提供时限 | | | |
      动态 | 要闻 | 邮箱报送 | 当日报送 | 县府办 | 每周更新
      动态 | 公告 | 系统报送 | 次日报送 | 教育局 | 每月更新
      服务 | 办事 | 邮箱报送 | 当日报送 | 政务局 | 每年更新
      """, layout: .dropped)
    #expect(table.fields == [.level, .level, .mode, .supply, .responsible, .update])
  }

  @Test("A word that divides work stands below the label that only organises, not below a demand")
  func dividedOrganisation() throws {
    let sketch = """
      保障落实 | 频道 | 栏目 | 内容要求 | 更新频率 |
      分工 | | | | |
      牵头 | 责任 | | | |
      县府办 | 信息中心 | 动态 | 要闻 | 发布本县的要闻。 | 每周更新
      县府办 | 教育局 | 公告 | 发布本县的公告。 | 每月更新 |
      """
    for _ in 0..<4 {
      let table = try table(sketch, layout: .dropped)
      #expect(table.header == ["牵头", "责任", "频道", "栏目", "内容要求", "更新频率"])
    }
  }

  @Test("A page break repeats all rows of a header, also one whose wording drifted")
  func rewordedDivisions() throws {
    let header = "栏目 | 内容 | 时限要求 | | 责任单位\n | | 报送时限 | 更新周期"
    let table = try RecognisedTable(
      """
      \(header) |
      要闻 | 发布要闻。 | 当天报送 | 每周更新 | 县府办
      公告 | 发布公告。 | 当天报送 | 每月更新 | 县府办
      \(header)要求 |
      住房 | 发布政策。 | 次日报送 | 每月更新 | 住建局
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["要闻"], ["公告"], ["住房"]])
  }

  @Test("A page break repeats all rows of a header, also one with a single label")
  func repeatedDivisions() throws {
    let header = ["频道 | 栏目 | 内容要求 | 保障落实 | | |", " | | | 更新频率 | 分工 | |", " | | | | 牵头 | 负责 |"]
    let lone = ["频道 | 栏目 | 内容要求 | 更新频率 | 保障 | |", " | | | | 分工 | |", " | | | | 牵头 | 负责 |"]
    for header in [header, lone] {
      let rows = [
        "动态 | 要闻 | 发布本县的要闻。 | 每周更新 | 县府办 | 融媒体中心 |", " | 公告 | 发布本县的公告。 | 每月更新 | 县府办 | 信息中心 |",
        " | 快讯 | 发布本县的快讯。 | 每周更新 | 县府办 | 信息中心 |",
      ]
      let pages = header + rows + header + ["服务 | 办事 | 发布办事的指南。 | 每月更新 | 政务局 | 信息中心 |"]
      let table = try table(pages.joined(separator: "\n"), layout: .delimited)
      #expect(table.rows.map { $0.texts[.lead] } == ["县府办", "县府办", "县府办", "政务局"])
    }
  }

  @Test("A header whose units are divided may have one label over several levels besides")
  func divisionBesideLevels() throws {
    let table = try table(
      """
      序号 | 考核指标 | 内容要求 | 责任单位 | |
      文字 | 图片 | | | |
      1 | 政务 | 公开 | 发布公开的指南。 | 信息中心 | 教育局
      2 | 目录 | 发布公开的目录。 | 民政局 | 公安局 |
      3 | 民生 | 服务 | 发布服务的指南。 | 交通局 | 公安局
      """, layout: .dropped)
    #expect(table.rows.map(\.path) == [["政务", "公开"], ["政务", "目录"], ["民生", "服务"]])
  }

  @Test("A header's first row may be cut behind the label of its last group")
  func cutGroup() throws {
    let table = try table(
      """
      序号 | 栏目 | 保障内容 | 供稿单位
       | | | 文字 | 图片
      1 | 要闻 | 发布要闻。 | 县府办 | 融媒体中心
      2 | 公告 | 发布公告。 | 县府办 | 信息中心
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.responsible] } == ["县府办\n融媒体中心", "县府办\n信息中心"])
  }

  @Test("A word for indicators over several fields names the levels beside one for what is demanded")
  func indicatorsOverLevels() throws {
    let table = try table(
      """
      序号 | 考核指标 | < | 评估要点 | 牵头部门
      1 | 动态 | 要闻 | 发布本县的要闻。 | 县府办
      2 | ^ | 公告 | 发布本县的公告。 | 信息中心
      """)
    #expect(table.rows.map(\.path) == [["动态", "要闻"], ["动态", "公告"]])
    #expect(table.rows.map { $0.texts[.requirement] } == ["发布本县的要闻。", "发布本县的公告。"])
  }

  @Test("A label of no known meaning stands alone in the second row where the third divides it by known ones")
  func unknownGroupBetweenRows() throws {
    let table = try table(
      """
      频道 | 栏目 | 内容保障 | | 内容要求 | 时限
       | | 分派 | | |
       | | 牵头 | 配合 | |
      新闻 | 要闻 | 县府办 | 教育局 | 发布本县的要闻。 | 每周
       | 公告 | 信息中心 | 民政局 | 发布各类公告。 | 每月
      """, layout: .delimited)
    #expect(table.fields == [.level, .level, .lead, .responsible, .requirement, .update])
    #expect(table.rows.count == 2)
  }

  @Test("A second row of unknown words divides a group where a group of levels and few other labels stand beside it")
  func unknownDivisionBesideLevels() throws {
    let table = try table(
      """
      栏目体系 | | | 供稿单位 | | 公开内容 | 附注
       | | | 文字信息 | 图片信息 | |
      新闻 | 要闻 | 本县 | 县府办 | 宣传部 | 发布本县的要闻，注明来源。 | 新设
       | | 外地 | 信息中心 | 宣传部 | 转载外地的要闻，注明来源。 |
      互动 | 信箱 | 来信 | 信访局 | 信访局 | 及时答复群众的来信。 |
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["新闻", "要闻", "本县"], ["新闻", "要闻", "外地"], ["互动", "信箱", "来信"]])
    #expect(table.rows[0].texts[.responsible] == "县府办\n宣传部")
  }

  @Test("A second row that names only levels is the header's where cells are missing", arguments: [false, true])
  func levelsNamedBelow(endsInBlank: Bool) throws {
    let grid = Grid(
      sketch: """
        网站栏目 | 责任单位 | 更新时限\(endsInBlank ? " | 备注" : "")
        一级 | 二级 | 三级
        政务 | 动态 | 要闻 | 信息中心 | 每周更新
        快讯 | 教育局 | 每月更新
        """, layout: .delimited)
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)]))
    let rows = try #require(found.value.tables.first).rows
    #expect(rows.map(\.path) == [["政务", "动态", "要闻"], ["政务", "动态", "快讯"]])
    #expect(rows.map { $0.texts[.responsible] } == ["信息中心", "教育局"])
  }

  @Test("A header divided by words of several fields is read where cells are missing, though no row near is whole")
  func dividedWhereCellsAreMissing() throws {
    let grid = Grid(
      sketch: """
        序号 | 栏目体系 | 保障要求 | 供稿单位 | 备注
        栏目类别 | 具体栏目 | 内容说明 | 更新时限
        1 | 政务 | 要闻 | 发布要闻和图片。 | 每周更新 | 信息中心
        2 | 快讯 | 发布快讯和图片。 | 教育局
        """, layout: .delimited)
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)]))
    let rows = try #require(found.value.tables.first).rows
    #expect(rows.map(\.path) == [["政务", "要闻"], ["政务", "快讯"]])
    #expect(rows.map { $0.texts[.responsible] } == ["信息中心", "教育局"])
    #expect(rows.map { $0.texts[.update] } == ["每周更新", "每周更新"])
  }

  @Test("A label that divides itself, among others, is read as one of those below it where merged cells are gone")
  func dividedByItself() throws {
    let grid = Grid(
      sketch: """
        编号 | 栏目体系 | 责任单位 | 保障要求 ||
        栏目大类 | 栏目小类 | 保障要求 | 更新方式 ||
        1 | 政务 | 要闻 | 信息中心 | 发布要闻和图片。 | 单位发布
        2 | 快讯 | 教育局 | 发布快讯和图片。 | 转载 |
        """, layout: .dropped)
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)]))
    let rows = try #require(found.value.tables.first).rows
    #expect(rows.map { $0.texts[.responsible] } == ["信息中心", "教育局"])
    #expect(rows.map { $0.texts[.requirement] } == ["发布要闻和图片。", "发布快讯和图片。"])
    #expect(rows.map { $0.texts[.mode] } == ["单位发布", "转载"])
  }

  @Test("Labels below others divide the nearest word: indicators, ways of updating, a site")
  func nearestWord() throws {
    func row(_ sketch: String) throws -> RecognisedRow {
      let grid = Grid(sketch: sketch, layout: .dropped)
      let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)]))
      return try #require(found.value.tables.first?.rows.first)
    }
    let indicators = try row(
      """
      评估指标 | 评估要点 | 维护单位 | |
      一级指标 | 二级指标 | 三级指标 | |
      政务 | 要闻 | 快讯 | 发布快讯和图片。 | 信息中心
      民生 | 出行 | 路况 | 发布路况和线路。 | 交通局
      """)
    #expect(indicators.path == ["政务", "要闻", "快讯"])
    #expect(indicators.texts[.requirement] == "发布快讯和图片。")
    let ways = try row(
      """
      栏目体系 | 保障要求 | 供稿单位 | 更新时间要求 | |
      频道 | 栏目 | 发布内容 | 更新方式 | |
      政务 | 要闻 | 发布要闻和图片。 | 转载 | 信息中心 | 每周更新
      民生 | 出行 | 发布路况和线路。 | 链接 | 交通局 | 每月更新
      """)
    #expect(ways.texts[.mode] == "转载")
    #expect(ways.texts[.responsible] == "信息中心")
    #expect(ways.texts[.update] == "每周更新")
    let site = try row(
      """
      栏目名称 | 牵头单位 | 保障要求 | |
      平台 | 频道 | 栏目 | |
      主站 | 政务 | 要闻 | 信息中心 | 发布要闻和图片。
      微信 | 民生 | 出行 | 交通局 | 发布路况和线路。
      """)
    #expect(site.path == ["主站", "政务", "要闻"])
    #expect(site.texts[.lead] == "信息中心")
  }

  @Test("A divided header may have a field more than any row has cells, where the last one is always empty")
  func lostLastField() throws {
    let table = try table(
      """
      栏目名称 | 保障要求 | 供稿单位 | 备注 |
      频道 | 栏目 | 发布内容 | 更新时间 |
      政务 | 要闻 | 发布要闻和图片。 | 每周更新 | 信息中心
      快讯 | 发布快讯和图片。 | 每天更新 | 县府办 |
      民生 | 出行 | 发布路况和线路。 | 每月更新 | 交通局
      """, layout: .dropped)
    #expect(table.header == ["频道", "栏目", "发布内容", "更新时间", "供稿单位", "备注"])
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "快讯"], ["民生", "出行"]])
    #expect(table.rows.map { $0.texts[.responsible] } == ["信息中心", "县府办", "交通局"])
  }

  @Test(
    "Labels over several fields or levels may leave a single cell, while what is merged downwards leaves empty ones")
  func spanningLabels() throws {
    let table = try table(
      """
      序号 | 网站栏目 | 具体内容 | 责任单位
      | 频道 | 栏目 | 子栏目 | |
      1 | 政务 | 要闻 | 快讯 | 发布要闻和图片。 | 信息中心
      2 | | | 公告 | 发布公告和通知。 | 县府办
      3 | | 人事 | 发布任免和招考。 | 人社局
      4 | 民生 | 发布路况和线路。 | 交通局
      | | 发布停运和绕行。 | 公交公司
      5 | 互动 | 信箱 | 来信 | 答复来信和来电。 | 信访局
      6 | | | 去信 | 公开去信和回执。 |
      """, layout: .indented)
    #expect(table.header == ["序号", "频道", "栏目", "子栏目", "具体内容", "责任单位"])
    #expect(
      table.rows.map(\.path) == [
        ["政务", "要闻", "快讯"], ["政务", "要闻", "公告"], ["政务", "人事"], ["民生"], ["民生"], ["互动", "信箱", "来信"],
        ["互动", "信箱", "去信"],
      ])
    #expect(
      table.rows.prefix(6).map { $0.texts[.responsible] } == ["信息中心", "县府办", "人社局", "交通局", "公交公司", "信访局"])
  }

  @Test("One label over all levels leaves a single cell in a header below which all rows are wider by as many")
  func spanningHeader() throws {
    let table = try table(
      """
      序号 | 栏目 | 更新时效 | 责任单位 | 备注
      1 | 政务 | 动态 | 要闻 | 每周 | 信息中心 |
      2 | | | 快讯 | 每天 | 县府办 | 首页
      3 | | 公告 | 人事 | 每月 | 人社局 |
      4 | | | 公示 | 每月 | |
      5 | 民生 | 出行 | 公交 | 每年 | 交通局 |
      """, layout: .indented)
    #expect(
      table.rows.map(\.path) == [
        ["政务", "动态", "要闻"], ["政务", "动态", "快讯"], ["政务", "公告", "人事"], ["政务", "公告", "公示"], ["民生", "出行", "公交"],
      ])
    #expect(table.rows[1].texts[.remarks] == "首页")
  }

  @Test("Fields that only drifted cells reach for are none")
  func driftedIntoNoField() throws {
    let rows = (1...16).map { number in
      // Every fourth row has an empty field too many in front of its unit.
      "\(number). | 栏目\(number)号 | \(number % 4 == 0 ? " | " : "")县教育局 | 公开栏目\(number)号的信息，注明来源。"
    }
    let table = try table((["序号 | 栏目名称 | 责任单位 | 内容规范"] + rows).joined(separator: "\n"), layout: .delimited)
    #expect(table.rows.map(\.path) == (1...16).map { ["栏目\($0)号"] })
    #expect(table.rows.allSatisfy { $0.texts[.responsible] == "县教育局" })
  }

  @Test("An empty place right of a level's label is one, too, though words of how columns are supplied stand below it")
  func levelWithoutLabel() throws {
    let table = try table(
      """
      编号 | 频道 | 栏目名称 | | 公开内容 | 牵头部门 | 配合单位 | 更新时间 | 备注
      4 | 新媒体 | 公众号 | 本县发布 | 栏目链接 | 县数据局 | 县府办 | 1周内 | 首页展示
      年度报表 | —— | 转载上级报表 | 县发改局 | | 每年3月、9月
      客户端 | 首页推送 | 介绍客户端 | 县府办 | 县司法局 | 1周内
      """, layout: .delimited)
    #expect(table.fields.prefix(5) == [.number, .level, .level, .level, .requirement])
  }

  @Test("A word for supplying content is a label below one for times, beside another, that is none alone")
  func supplyBelowTimes() throws {
    let table = try table(
      """
      频道 | 栏目 | 栏目内容 | 时效 | 责任单位
      提供 | 更新
      资讯 | 要闻 | 发布本县要闻。 | 每月25日前提供 | 每周更新 | 县政府办
      服务 | 办事流程 | 公布办理条件。 | 活动结束次日提供 | 每月更新 | 县审批局
      专题 | 防汛 | 发布防汛提示。 | 每季度末报送 | 每年更新 | 县水务局
      """, layout: .delimited)
    #expect(table.header == ["频道", "栏目", "栏目内容", "提供", "更新", "责任单位"])
    #expect(table.rows.map { $0.texts[.responsible] } == ["县政府办", "县审批局", "县水务局"])
  }

  @Test("Points of assessment are levels, and stand below the word for the system of which they are parts")
  func partsOfAssessment() throws {
    let system = try table(
      """
      序号 | 指标体系 | 指标要求 | 落实栏目 | 责任分工 | 备注 | | |
      评估指标 | 二级指标 | 考察点 | 牵头单位 | 配合单位 | | | |
      1 | 要闻 | 时政 | 国务院 | 名称、地址 | 微话题 | 气象局 | 医保局、数据局 |
      2 | 省政府 | 年度报告 | 舆情通报 | 审计局 | 交通局、水务局 | | |
      3 | 公告 | 通知 | 招考 | 办公时间、地址 | 领导活动 | 体育局 | 统计局、司法局 | 链接至省平台
      """, layout: .dropped)
    #expect(system.header == ["序号", "评估指标", "二级指标", "考察点", "指标要求", "落实栏目", "牵头单位", "配合单位", "备注"])
    let parts = try table(
      """
      编号 | 指标名称及分解 | 指标要求 | 评分标准 | 责任单位 | |
      指标类别 | 指标名称 | 考核要点 | | | |
      1 | 传播 | 效果 | 浏览 | 公开浏览的有关信息。 | 每少1次扣1分。 | 商务局
      2 | 创新 | 特色 | 公开特色的有关信息。 | 每少1次扣1分。 | 民政局 |
      3 | 互动 | 征集 | 数量 | 公开征集的有关信息。 | 符合要求得满分。 | 司法局
      """, layout: .dropped)
    #expect(parts.header == ["编号", "指标类别", "指标名称", "考核要点", "指标要求", "评分标准", "责任单位"])
    #expect(parts.rows.map(\.path.count) == [3, 3, 3])
  }

  @Test(
    "Persons stand below the label for those who do the work, beside bodies, where merged cells are gone",
    arguments: [Grid.Layout.delimited, .dropped])
  func personsBesideBodies(layout: Grid.Layout) throws {
    let pad = layout == .dropped ? " |" : ""
    let beside = try table(
      """
      序号 | 栏目 | 内容要求 | 责任分工\(pad)\(pad)
      责任部门 | 审核领导\(pad)\(pad)\(pad)\(pad)
      1 | 要闻 | 发布本县的要闻。 | 县府办 | 张三
      2 | 公告 | 发布各类公告。 | 教育局 | 李四
      """, layout: layout)
    #expect(beside.header == ["序号", "栏目", "内容要求", "责任部门", "审核领导"])
    let indicators = try table(
      """
      评估维度 | 考核指标 | 考核内容 | 责任分工 | 备注\(pad)\(pad)
      责任单位 | 分管负责人\(pad)\(pad)\(pad)\(pad)\(pad)
      公开 | 要闻 | 发布本县的要闻。 | 县府办 | 张三 | 新增
      公开 | 公告 | 发布各类公告。 | 教育局 | 李四 | 沿用
      """, layout: layout)
    #expect(indicators.header == ["评估维度", "考核指标", "考核内容", "责任单位", "分管负责人", "备注"])
  }

  @Test("Words that are not known divide labels above, beside known ones, where they make the body's width")
  func unknownBesideKnown() throws {
    let table = try table(
      """
      栏目名称 | 内容保障 | 维护单位
      项目 | 子项 | 明细 | 保障内容 | 时效要求
      动态 | 要闻 | 本县 | 发布本县的要闻。 | 每周 | 县府办
      外地 | 转载外地的要闻。 | 每月 | 教育局
      公告 | 人事 | 发布人事的公告。 | 每月 | 民政局
      """, layout: .delimited)
    #expect(table.header == ["项目", "子项", "明细", "保障内容", "时效要求", "维护单位"])
    #expect(table.rows.map { $0.texts[.responsible] } == ["县府办", "教育局", "民政局"])
  }

  @Test("Units that take part stand beside those that lead below a label for units")
  func takingPart() throws {
    let table = try table(
      """
      项号 | 信息类别 | 公开时限 | 保障责任
      主办 | 参与
      1 | 要闻 | 每周 | 县府办 | 教育局
      2 | 公告 | 每月 | 民政局
      3 | 公示 | 每月 | 县府办 | 民政局
      """, layout: .delimited)
    #expect(table.fields == [.number, .level, .update, .lead, .responsible])
    #expect(table.rows.map(\.path) == [["要闻"], ["公告"], ["公示"]])
  }

  @Test(
    "Words for supplying and for publishing divide the label for times, and no other",
    arguments: [Grid.Layout.delimited, .dropped])
  func publishingBelowTimes(layout: Grid.Layout) throws {
    let pad = layout == .dropped ? " |" : ""
    let table = try table(
      """
      栏目名称 | 公开内容 | 信息保障单位 | 时限要求 | 备注\(pad)\(pad)
      报送 | 发布更新\(pad)\(pad)\(pad)\(pad)\(pad)
      要闻 | 发布本县的要闻。 | 县府办 | 次日报送 | 每周更新 | 新增
      公告 | 发布各类公告。 | 教育局 | 次日报送 | 每月更新 | 沿用
      服务 | 提供办事指南。 | 民政局 | 当日报送 | 每年更新 | 新增
      """, layout: layout)
    #expect(table.header == ["栏目名称", "公开内容", "信息保障单位", "报送", "发布更新", "备注"])
    #expect(table.rows.map { $0.texts[.update] } == ["每周更新", "每月更新", "每年更新"])
  }

  @Test("Common nouns for bodies divide labels above though their duty is not known, where merged cells are gone")
  func unknownDuties() throws {
    let table = try table(
      """
      互动类型 | 互动栏目 | 办理要求 | 责任分工 | 时限要求
      牵头责任单位 | 办理单位
      信箱类 | 书记信箱 | 公开书记信箱的办理情况。 | 信访局 | 教育局 | 每周
      镇街信箱 | 公开镇街信箱的办理情况。 | 宣传部 | 各部门 | 每年
      """, layout: .delimited)
    #expect(table.header == ["互动类型", "互动栏目", "办理要求", "牵头责任单位", "办理单位", "时限要求"])
    #expect(table.fields == [.level, .level, .requirement, .lead, .responsible, .update])
  }

  @Test("Which of two labels a row divides is told by the rows below that have all their cells")
  func divisionToldByBody() throws {
    let header = "栏目名称 | 公开内容 | 信息更新 | 备注\n承担单位 | 最低更新频率"
    let body = "要闻 | 发布本县的要闻。 | 信访局 | 每月更新 | 新增\n公告 | 发布本县的公告。 | 县水利局 | 每周更新 | 沿用"
    for layout in [Grid.Layout.delimited, .dropped] {
      let table = try table("\(header)\n\(body)", layout: layout)
      #expect(table.header == ["栏目名称", "公开内容", "承担单位", "最低更新频率", "备注"])
    }
    let swapped = try table(
      """
      栏目 | 保障要求 | 工作要求 | 备注
      更新时限 | 承办科室
      要闻 | 每月更新 | 信访局 | 发布本县的要闻。 | 新增
      公告 | 每周更新 | 县水利局 | 发布本县的公告。 | 沿用
      """, layout: .delimited)
    #expect(swapped.header == ["栏目", "更新时限", "承办科室", "工作要求", "备注"])
  }
}
