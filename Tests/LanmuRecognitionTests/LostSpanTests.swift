import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Plans whose spans are lost")
struct LostSpanTests {
  @Test("Empty fields on the left are merged labels, on the right levels that the row does not have")
  func emptiedLabels() throws {
    let table = try RecognisedTable(
      """
      频道 | 一级栏目 | 二级栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 动态 | 要闻 | 发布本县要闻。 | 每周更新 | 信息中心
       | | 快讯 | 发布部门快讯。 | 每周更新 | 各部门
       | 公告 | | 发布公告。 | 每月更新 | 县府办
      民生 | 出行 | 公交 | 发布线路。 | 每月更新 | 交通局
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["政务", "动态", "要闻"], ["政务", "动态", "快讯"], ["政务", "公告"], ["民生", "出行", "公交"]])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("A title that returns above the header of each page is no section")
  func runningTitle() throws {
    let table = try RecognisedTable(
      """
      青禾县政府网站栏目及责任单位表 | | |
      频道 | 栏目 | 更新时效 | 责任单位
      政务 | 要闻 | 每周更新 | 信息中心
       | 公告 | 每月更新 | 县府办
      青禾县政府网站栏目及责任单位表 | | |
      频道 | 栏目 | 更新时效 | 责任单位
      民生 | 出行 | 每月更新 | 交通局
       | 就医 | 每月更新 | 卫健局
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "公告"], ["民生", "出行"], ["民生", "就医"]])
  }

  @Test("A long note alone in its row says nothing of the field that it stands in")
  func noteInFirstField() throws {
    let table = try RecognisedTable(
      """
      评估内容 | 评估指标 | 考核要求 | 责任单位
      办事 | 个人办事 | 配合做好办事指南的数据核对。 | 县府办
       | 法人办事 | 及时公开依据、标准和结果。 | 财政局
      党建 | 干部任用 | 发布干部任用的信息。 | 组织部
      说明：更新时限自信息形成之日起计算，法律法规和上级文件另有规定的，一律从其规定执行。 | | |
      本方案自印发之日起施行，由县政府办公室负责解释，此前印发的各项规定同时停止执行。 | | |
      """, layout: .delimited)
    #expect(table.rows.prefix(3).map(\.path) == [["办事", "个人办事"], ["办事", "法人办事"], ["党建", "干部任用"]])
  }

  @Test("Where a table's width is unclear, each of its rows is in doubt")
  func unclearWidth() throws {
    var grid = Grid(sketch: "栏目 | 时限 | 单位\n要闻 | 每周 | 信息中心\n快讯 | 每月 | 各部门", layout: .cellPerLine)
    grid.rowLimits = .unclear
    let document = TableDocument(format: "sketch", blocks: [.table(grid)])
    let rows = try PlanRecogniser().recognise(document).value.tables.flatMap(\.rows)
    #expect(rows.map { $0.doubts.map(\.code) } == [["row.width"], ["row.width"]])
  }

  @Test("Long-lasting terms are times, so that a row with all its cells lacks none")
  func lastingTerms() throws {
    let table = try RecognisedTable(
      """
      序号 | 频道 | 栏目 | 更新频率 | 内容说明 | 分值 | 承办单位 | 审核人 | 完成时限
      1 | 政务 | 要闻 | 每月 | 发布要闻 | 5 | 信息中心 | 韦明 | 2023年6月底前
      2 | | 快讯 | 每周 | 发布快讯 | 3 | 各部门 | 韦明 | 2023年6月底前
      3 | | 规划 | 每年 | 发布规划 | 10% | 发改局 | 陆洁 | 长期坚持
      4 | | 公告 | 每月 | 发布公告 | 10% | 县府办 | 陆洁 | 长期坚持
      5 | | 解读 | 每月 | 发布解读 | 10% | 县府办 | 陆洁 | 立行立改
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.supply] }.suffix(3) == ["长期坚持", "长期坚持", "立行立改"])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("A drawn table with rules through its merged cells has lost them; one that draws merged cells has not")
  func drawnCoveredCells() throws {
    let rows = [
      "频道 | 栏目 | 具体内容 | 更新时效 | 责任单位", "政务 | 动态 | 发布本县要闻。 | 每周更新 | 信息中心", " | 快讯 | 发布快讯。 | | ",
      " | 专栏 | 发布专栏。 | | ", "民生 | 出行 | 发布线路。 | 每月更新 | 交通局", " | 就医 | 发布医院。 | | ",
    ]
    let lost = try RecognisedTable(rows.joined(separator: "\n"), layout: .boxDrawing)
    #expect(lost.rows.map { $0.texts[.responsible] } == ["信息中心", "信息中心", "信息中心", "交通局", "交通局"])
    var grid = Grid(sketch: rows.joined(separator: "\n"), layout: .boxDrawing)
    grid.cells.removeAll { $0.column == 0 && [2, 3].contains($0.row) }
    for place in grid.cells.indices where grid.cells[place].text == "政务" { grid.cells[place].rowSpan = 3 }
    let drawn = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)])).value.tables
      .first
    #expect(drawn?.rows.map { $0.texts[.responsible] } == ["信息中心", nil, nil, "交通局", nil])
  }

  @Test(
    "A table drawn with rules through its labels has lost merged cells, whatever another of its document draws",
    arguments: [false, true])
  func drawnOtherwise(isNumbered: Bool) throws {
    let rows = [
      "频道 | 栏目 | 具体内容 | 更新时效 | 责任单位", "政务 | 动态 | 发布本县要闻。 | 每周更新 | 信息中心", " | 快讯 | 发布快讯。 | | ",
      " | 专栏 | 发布专栏。 | | ", "民生 | 出行 | 发布线路。 | 每月更新 | 交通局", " | 就医 | 发布医院。 | | ",
    ]
    let ruled = rows.enumerated().map { isNumbered ? ($0 == 0 ? "序号" : "\($0)") + " | \($1)" : $1 }
    let merging = "栏目 | 更新时效 | 责任单位\n简介 | 每年更新 | 民政局\n职能 | ^ | 财政局"
    let grids = [
      Grid(sketch: ruled.joined(separator: "\n"), layout: .boxDrawing), Grid(sketch: merging, layout: .boxDrawing),
    ]
    let tables = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: grids.map { .table($0) })).value
      .tables
    #expect(tables.first?.rows.map { $0.texts[.responsible] } == ["信息中心", "信息中心", "信息中心", "交通局", "交通局"])
    #expect(tables.last?.rows.map { $0.texts[.update] } == ["每年更新", "每年更新"])
    #expect(tables.map(\.spansLost) == [true, false])
  }

  @Test("A drawn table that merges nothing but the labels of its header has lost the merged cells of its body")
  func drawnLabels() throws {
    let table = try RecognisedTable(
      """
      栏目 | < | 具体内容 | 更新时效 | 责任单位
      政务 | 要闻 | 发布要闻。 | 每周更新 | 信息中心
       | 快讯 | 发布快讯。 | |
      民生 | 出行 | 发布线路。 | 每月更新 | 交通局
       | 就医 | 发布医院。 | |
      """, layout: .boxDrawing)
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "快讯"], ["民生", "出行"], ["民生", "就医"]])
    #expect(table.rows.map { $0.texts[.responsible] } == ["信息中心", "信息中心", "交通局", "交通局"])
  }

  @Test("A drawn table of one level has lost its merged cells where several of a row are empty")
  func drawnCoveredFields() throws {
    let table = try RecognisedTable(
      """
      序号 | 栏目 | 更新时效 | 责任单位 | 具体内容
      1 | 要闻 | 每周更新 | 信息中心 | 发布要闻。
      2 | 快讯 | | | 发布快讯。
      3 | 出行 | 每月更新 | 交通局 | 发布线路。
      4 | 就医 | | | 发布医院。
      """, layout: .boxDrawing)
    #expect(table.rows.map { $0.texts[.responsible] } == ["信息中心", "信息中心", "交通局", "交通局"])
  }

  @Test("In a table whose rows are complete each cell stays in its place, however odd its words")
  func completeRows() throws {
    let odd = ["暂无", "县总工会：义务教育", "县教育局“社会救助”栏目", "待定"]
    let usual = (1...12).map { "栏目\($0)号 | 发布第\($0)项信息 | 每月更新 | 县教育局" }
    let strange = odd.enumerated().map { "专栏\($0)号 | 发布第\($0)类内容 | 每月更新 | \($1)" }
    let table = try RecognisedTable(
      (["栏目 | 具体内容 | 更新时效 | 责任单位"] + usual + strange).joined(separator: "\n"), layout: .delimited)
    #expect(table.rows.allSatisfy { $0.texts[.update] == "每月更新" })
    #expect(table.rows.suffix(odd.count).map { $0.texts[.responsible] } == odd)
  }

  @Test("A row here and there that drifted to the right does not widen the table")
  func driftedRows() throws {
    let rows = (1...16).map { number in
      // The fourth and the eleventh row begin with an empty field too many.
      (number == 4 || number == 11 ? " | " : "") + " | 栏目\(number) | 发布与栏目\(number)有关的内容。 | 每月更新 | 县府办"
    }
    let table = try RecognisedTable(
      (["频道 | 栏目 | 具体内容 | 更新时效 | 责任单位", "公开 | 首栏 | 发布要闻。 | 每周更新 | 信息中心"] + rows).joined(separator: "\n"),
      layout: .delimited)
    #expect(table.rows.map(\.path) == [["公开", "首栏"]] + (1...16).map { ["公开", "栏目\($0)"] })
    #expect(table.rows.allSatisfy { $0.texts[.responsible] != nil && $0.texts[.requirement]?.hasPrefix("发布") == true })
  }

  @Test("Remarks are told from requirements by each other's words, where cells are gone")
  func wordedRemarks() throws {
    let complete = (1...10).map { "栏目\($0) | 发布与栏目\($0)有关的政策和办理结果。 | 每月更新 | 县府办 | 链接到上级平台\($0 % 3)" }
    let table = try RecognisedTable(
      (["频道 | 栏目 | 具体内容 | 更新时效 | 责任单位 | 备注", "公开 | 首栏 | 发布要闻和公告。 | 每周更新 | 信息中心 | 链接到上级平台"]
        + complete + ["末栏 | 县统计局 | 链接到上级平台9"]).joined(separator: "\n"), layout: .dropped)
    let last = try #require(table.rows.last)
    #expect(last.path == ["公开", "末栏"])
    #expect(last.texts[.responsible] == "县统计局")
    #expect(last.texts[.remarks] == "链接到上级平台9")
  }

  @Test("Where cells are gone, a label that had a row to itself opens no branch with the next one")
  func leafOpensNoBranch() throws {
    let table = try RecognisedTable(
      """
      频道 | 一级栏目 | 二级栏目 | 具体内容 | 更新时效 | 责任单位
      魅力山水 | 县情概览 | 介绍本县的地理和历史。 | 每年更新 | 史志办
      风光影像 | 发布风光照片。 | 及时更新 | 文旅局
      新闻资讯 | 公告公示 | 发布公告。 | 每周更新 | 县府办
      部门消息 | 发布部门消息。 | 每周更新 | 各部门
      网上办事 | 办事大厅 | 服务事项 | 公开事项目录。 | 每月更新 | 审批局
      表格下载 | 提供表格。 | 每月更新 | 审批局
      """, layout: .dropped)
    #expect(
      table.rows.map(\.path) == [
        ["魅力山水", "县情概览"], ["魅力山水", "风光影像"], ["新闻资讯", "公告公示"], ["新闻资讯", "部门消息"],
        ["网上办事", "办事大厅", "服务事项"], ["网上办事", "办事大厅", "表格下载"],
      ])
  }

  @Test("Where cells are gone, a branch may begin with a member of its own name")
  func memberNamedLikeItsBranch() throws {
    let table = try RecognisedTable(
      """
      频道 | 一级栏目 | 二级栏目 | 具体内容 | 更新时效 | 责任单位
      便民服务 | 出行 | 长途汽车 | 发布出行信息。 | 及时更新 | 交通局
      公交线路 | 交通局
      客运班次 | 交通局
      出行提示 | 公安局
      住房 | 住房 | 住建局
      房屋租赁 | 住建局
      购房指引 | 住建局
      公积金 | 公积金中心
      纳税 | 发票业务 | 税务局
      申报缴纳 | 税务局
      """, layout: .dropped)
    let members = [
      "出行": ["长途汽车", "公交线路", "客运班次", "出行提示"], "住房": ["住房", "房屋租赁", "购房指引", "公积金"], "纳税": ["发票业务", "申报缴纳"],
    ]
    let branches = ["出行", "住房", "纳税"].flatMap { branch in (members[branch] ?? []).map { [branch, $0] } }
    #expect(table.rows.map(\.path) == branches.map { ["便民服务"] + $0 })
  }

  @Test("A row of more cells than can be weighed keeps its text, and is doubtful")
  func rowTooWide() throws {
    let wide = (1...200).map { "第\($0)格" }.joined(separator: " | ")
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      公开 | 首栏 | 发布要闻。 | 每周更新 | 信息中心
      次栏 | 发布公告。 | 每月更新 | 县府办
      \(wide)
      """, layout: .dropped)
    let last = try #require(table.rows.last)
    #expect(last.texts.values.contains { $0.contains("第200格") })
    #expect(!last.doubts.isEmpty)
  }

  @Test("A row without any content of its own has that of the row above")
  func sharedContent() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      公开 | 指南 | 发布指南和目录。 | 及时更新 | 县府办
       | 目录 | | |
       | 年报 | | |
      民生 | 出行 | 发布线路。 | 每月更新 | 交通局
      """, layout: .indented)
    #expect(table.rows[2].texts[.responsible] == "县府办")
    #expect(table.rows[2].texts[.requirement] == "发布指南和目录。")
  }

  @Test("Where equal values are written out again and again, an empty one is empty")
  func repeatedValues() throws {
    let rows = (1...12).map { " | 栏目\($0) | 发布内容\($0)。 | 每月更新 | 县府办" }
    let table = try RecognisedTable(
      (["频道 | 栏目 | 具体内容 | 更新时效 | 责任单位", "公开 | 首栏 | 发布要闻。 | 每月更新 | 县府办"] + rows + [
        "办事 | 入口 | 统一入口。 | | 审批局", " | 指南 | 办事指南。 | | 审批局",
      ]).joined(separator: "\n"), layout: .indented)
    #expect(table.rows.suffix(2).map { $0.texts[.update] } == [nil, nil])
  }

  @Test("Cells covered from above are gone; a page break's full row tells the open channel")
  func droppedCells() throws {
    let table = try RecognisedTable(
      """
      频道 | 一级栏目 | 二级栏目 | 具体内容 | 更新频率 | 责任单位
      政务公开 | 基础信息 | 领导之窗 | 公开领导信息。 | 及时更新 | 县府办
      机构职能 | 公开机构职能。 | 按需更新 | 编办 | |
      重点领域 | 财政信息 | 公开预算决算。 | 每年更新 | 财政局 |
      审计信息 | 公开审计结果。 | 每年更新 | 审计局 | |
      频道 | 一级栏目 | 二级栏目 | 具体内容 | 更新频率 | 责任单位
      政务公开 | 重点领域 | 价格信息 | 公开收费标准。 | 每年更新 | 发改局
      """, layout: .dropped)
    #expect(
      table.rows.map(\.path) == [
        ["政务公开", "基础信息", "领导之窗"], ["政务公开", "基础信息", "机构职能"], ["政务公开", "重点领域", "财政信息"], ["政务公开", "重点领域", "审计信息"],
        ["政务公开", "重点领域", "价格信息"],
      ])
  }

  @Test("A row cut by a page break is joined, with a doubt")
  func cutRow() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 要闻 | 发布本县要闻，转载上级 | 每周更新 | 信息中心
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
       | | 重要信息。 | |
       | 快讯 | 发布快讯。 | 每周更新 | 各部门
      """, layout: .delimited)
    #expect(table.rows.count == 2)
    #expect(table.rows[0].texts[.requirement] == "发布本县要闻，转载上级重要信息。")
    #expect(table.rows[0].doubts.map(\.code) == ["row.joined"])
  }

  @Test("In a table without levels and numbers, a row with a unit below a page break is a row of its own")
  func unitBelowBreak() throws {
    let table = try RecognisedTable(
      """
      责任单位 | 负责的栏目
      县教育局 | 机构职能、招生考试
      县民政局 | 机构职能、社会救助
      责任单位 | 负责的栏目
      县水务局 | 机构职能、防汛抗旱
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.responsible] } == ["县教育局", "县民政局", "县水务局"])
  }

  @Test("A label that lost its first character at a page break is kept, and the whole one offered")
  func damagedLabel() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      政府信息公开 | 要闻 | 发布要闻。 | 每周更新 | 信息中心
       | 快讯 | 发布快讯。 | 每周更新 | 各部门
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      府信息公开 | 公告 | 发布公告。 | 每月更新 | 县府办
      """, layout: .delimited)
    #expect(table.rows[2].path == ["府信息公开", "公告"])
    #expect(table.rows[2].doubts.contains { $0.code == "label.damaged" && $0.message.chinese.contains("政府信息公开") })
  }

  @Test("Rows that lost their leading fields are put back by their content")
  func driftedRow() throws {
    let table = try RecognisedTable(
      """
      频道 | 一级栏目 | 二级栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 动态 | 要闻 | 发布本县要闻。 | 每周更新 | 信息中心
      快讯 | 发布部门快讯，每条注明来源。 | 每周更新 | 各部门 | |
       | | 公告 | 发布公告。 | 每月更新 | 县府办
      """, layout: .delimited)
    #expect(table.rows[1].texts[.requirement] == "发布部门快讯，每条注明来源。")
    #expect(table.rows[1].texts[.responsible] == "各部门")
  }

  @Test("Of labels that a page break damaged, the order of characters that is usual tells which was meant")
  func damagedLabels() throws {
    let table = try RecognisedTable(
      """
      频道 | 一级栏目 | 二级栏目 | 具体内容 | 更新时效 | 责任单位
      政务公开 | 便民服务 | 教育培训 | 发布教育服务信息。 | 每周更新 | 县教育局
       | | 劳动就业 | 发布就业服务信息。 | 每周更新 | 县人社局
      频道 | 一级栏目 | 二级栏目 | 具体内容 | 更新时效 | 责任单位
      政务公开 | 便民利服务 | 医疗卫生 | 发布医疗服务信息。 | 每周更新 | 县卫健局
       | 重点领域公开 | 财政预算 | 发布财政预算信息。 | 每年更新 | 县财政局
      频道 | 一级栏目 | 二级栏目 | 具体内容 | 更新时效 | 责任单位
      政务公开 | 重点领域开公 | 审计结果 | 发布审计结果信息。 | 每年更新 | 县审计局
      """, layout: .delimited)
    let damaged = table.rows.map { row in row.doubts.filter { $0.code == "label.damaged" }.map(\.message.chinese) }
    #expect(damaged[0].contains { $0.contains("“便民服务”") && $0.contains("“便民利服务”") })
    #expect(damaged[1] == damaged[0])
    #expect(damaged[2].isEmpty && damaged[3].isEmpty)
    #expect(damaged[4].contains { $0.contains("应为“重点领域公开”") })
  }

  @Test("Labels that differ only in their numbers are not damaged")
  func numberedLabels() throws {
    let table = try RecognisedTable(
      """
      频道 | 一级栏目 | 具体内容 | 更新时效 | 责任单位
      信息公开 | 惠民专题112 | 发布专题信息。 | 每周更新 | 县教育局
      频道 | 一级栏目 | 具体内容 | 更新时效 | 责任单位
      信息公开 | 惠民专题12 | 发布专题信息。 | 每周更新 | 县人社局
      """, layout: .delimited)
    #expect(!table.rows.flatMap(\.doubts).contains { $0.code == "label.damaged" })
  }

  @Test("Where all other rows fit their places, a row of odd words has not drifted")
  func oddWords() throws {
    let rows = (1...12).map { "\($0) | \($0 == 1 ? "新闻" : "") | 第\($0)期 | 发布第\($0)期的有关内容。 | 每周更新 | 信息中心 | " }
    let table = try RecognisedTable(
      (["序号 | 频道 | 栏目 | 具体内容 | 更新时效 | 责任单位 | 备注"] + rows + ["13 | | 两周时间 | 介绍本地 | | | "])
        .joined(separator: "\n"), layout: .delimited)
    #expect(table.rows.map(\.path) == (1...12).map { ["新闻", "第\($0)期"] } + [["新闻", "两周时间"]])
    #expect(table.rows.last?.texts[.requirement] == "介绍本地")
  }

  @Test("A target that tells how often it is kept stays in its field")
  func targetWithTime() throws {
    let table = try RecognisedTable(
      """
      一级指标 | 二级指标 | 指标说明 | 对应栏目 | 更新时效 | 责任单位
      发布 | 要闻 | 发布本县的要闻。 | “要闻”栏目，及时更新 | 每周更新 | 信息中心
       | 快讯 | 发布部门的快讯。 | “快讯”栏目，及时更新 | | 各部门
       | 公告 | 发布各类公告。 | “公告”栏目，及时更新 | | 县府办
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.target] ?? "" } == ["要闻", "快讯", "公告"].map { "“\($0)”栏目，及时更新" })
  }

  @Test("An author who leaves no first row of a parent empty merged what is empty below it")
  func emptyCellsBelowParents() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 子栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 动态 | 要闻 | 发布要闻。 | 每周 | 县府办
       | | 快讯 | 发布快讯。 | 每周 | 教育局
       | | 公告 | 发布公告。 | | 县府办
       | 公开 | 指南 | 发布指南。 | 每月 | 信息中心
       | | 目录 | 发布目录。 | | 民政局
       | | 年报 | 发布年报。 | 每年 | 审计局
      民生 | 出行 | 公交 | 发布公交。 | 每月 | 交通局
       | | 停车 | 发布停车。 | | 公安局
       | 住房 | 公租房 | 发布公租房。 | 每月 | 住建局
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.update] ?? "" } == ["每周", "每周", "每周", "每月", "每月", "每年", "每月", "每月", "每月"])
  }

  @Test("A requirement that names a parent is not shared by what stands below another one")
  func requirementOfAnotherParent() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 子栏目 | 具体内容 | 更新时效 | 责任单位
      数据 | 统计发布 | 公报 | 建好统计发布栏目，按期公开。 | 每月 | 统计局
       | | 月报 | | 每月 | 统计局
       | 数据查询 | 查询系统 | | 实时 | 大数据局
      互动 | 信箱 | 县长信箱 | 及时答复来信。 | 3个工作日内 | 信访局
      """, layout: .delimited)
    #expect(
      table.rows.map { $0.texts[.requirement] ?? "" } == ["建好统计发布栏目，按期公开。", "建好统计发布栏目，按期公开。", "", "及时答复来信。"])
  }

  @Test("Numbers behind an empty first field say that rows have drifted, not that labels span fields")
  func driftedNumbers() throws {
    let table = try RecognisedTable(
      """
      序号 | 频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      1 | 新闻 | 要闻 | 发布本县的要闻。 | 每周更新 | 信息中心
       | 2 | | 快讯 | 发布部门的快讯。 | 每周更新 | 教育局
       | 3 | | 公告 | 发布各类公告。 | 每月更新 | 县府办
      4 | | 专题 | 发布各类专题。 | 每月更新 | 宣传部
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == ["要闻", "快讯", "公告", "专题"].map { ["新闻", $0] })
    #expect(table.rows.map { $0.texts[.number] ?? "" } == ["1", "2", "3", "4"])
  }

  @Test("A row that lacks one cell has rather lost the empty one at its start than one among its labels")
  func lostFirstCell() throws {
    let table = try RecognisedTable(
      """
      频道 | 一级栏目 | 二级栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 动态 | 要闻 | 发布本县的要闻。 | 每周更新 | 信息中心
       | | 快讯 | 发布部门的快讯。 | 每周更新 | 各部门
      人事信息 | 任免 | 发布人事任免的文件。 | 每月更新 | 组织部 |
       | | 招录 | 发布招录的公告。 | 每月更新 | 人社局
      """, layout: .delimited)
    #expect(table.rows[2].path == ["政务", "人事信息", "任免"])
    #expect(table.rows[3].path == ["政务", "人事信息", "招录"])
  }

  @Test(
    "A numbered heading above the table opens its first section where the next number stands within",
    arguments: [true, false])
  func firstSection(hasHeader: Bool) throws {
    let rows = """
      政务动态 | 要闻 | 发布本县要闻。 | 每周更新 | 县府办
       | 公告 | 发布公告。 | 每月更新 | 县府办
      二、政务服务类 | | | |
      民生 | 公交 | 发布公交线路。 | 每月更新 | 县交通局
       | 医院 | 公开医院名单。 | 每年更新 | 县卫健局
      """
    let sketch = (hasHeader ? "频道 | 栏目 | 具体内容 | 更新时效 | 责任单位\n" : "") + rows
    let blocks: [TableDocument.Block] = [
      .paragraph(.init(text: "一、信息发布类")), .table(Grid(sketch: sketch, layout: .delimited)),
    ]
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: blocks))
    let table = try #require(found.value.tables.first)
    #expect(table.rows.map(\.path[0]) == ["一、信息发布类", "一、信息发布类", "二、政务服务类", "二、政务服务类"])
    #expect(table.title.isEmpty)
  }
}
