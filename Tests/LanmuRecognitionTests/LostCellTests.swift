import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Plans whose cells are lost")
struct LostCellTests {
  @Test("An empty second cell is no merged label where short rows do not fit their places")
  func emptyCellsInShortRows() throws {
    let table = try RecognisedTable(
      """
      序号 | 频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      1 | 政务 | 动态 | 发布动态的有关信息。 | 每周更新 | 信息中心
      快讯 | 发布快讯的有关信息。 | 每月更新 | 教育局
      公告 | | 每季度 | 民政局
      2 | 民生 | 出行 | 发布出行的有关信息。 | 每月更新 | 交通局
      停车 | | 及时更新 | 公安局
      住房 | 发布住房的有关信息。 | 每半年更新
      """, layout: .delimited)
    let paths = [["政务", "动态"], ["政务", "快讯"], ["政务", "公告"], ["民生", "出行"], ["民生", "停车"], ["民生", "住房"]]
    #expect(table.rows.map(\.path) == paths)
    #expect(table.rows.map { $0.texts[.number] ?? "" } == ["1", "1", "1", "2", "2", "2"])
  }

  @Test("Rows between delimiters that lost cells may be filled up at their ends again")
  func filledUpRows() throws {
    let table = try RecognisedTable(
      """
      序号 | 频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      1 | 政务 | 动态 | 发布动态的有关信息。 | 每周更新 | 信息中心
      2 | 快讯 | 发布快讯的有关信息。 | 教育局 | |
      3 | 公告 | 发布公告的有关信息。 | 民政局 | |
      4 | 民生 | 出行 | 发布出行的有关信息。 | 每月更新 | 交通局
      5 | 停车 | 发布停车的有关信息。 | 公安局 | |
      发布车位的有关信息。 | 城管局 | | | |
      """, layout: .delimited)
    let paths = [["政务", "动态"], ["政务", "快讯"], ["政务", "公告"], ["民生", "出行"], ["民生", "停车"], ["民生", "停车"]]
    #expect(table.rows.map(\.path) == paths)
    #expect(table.rows.map { $0.texts[.update] ?? "" } == ["每周更新", "每周更新", "每周更新", "每月更新", "每月更新", "每月更新"])
    #expect(table.rows.map { $0.texts[.responsible] ?? "" } == ["信息中心", "教育局", "民政局", "交通局", "公安局", "城管局"])
  }

  @Test("Sentences that also say when do not make a field of demands one of times")
  func demandsWithTimes() throws {
    let rows = ["动态", "快讯", "公告", "专题"].map { "\($0) | 介绍\($0)；信息产生后及时报送。 | 县教育局" }
    let table = try RecognisedTable("栏目 | 栏目内容说明 | 保障部门\n" + rows.joined(separator: "\n"), layout: .delimited)
    #expect(table.rows.allSatisfy { $0.texts[.requirement] != nil && $0.texts[.update] == nil })
  }

  @Test("Persons beside the units in front of the levels are no pieces of the units' names")
  func personsInFront() throws {
    let table = try RecognisedTable(
      """
      负责股室 | 甲岗 | 乙岗 | 时限 | 内容 | 频道 | 栏目 | 备注
      办公室 | 许静 | 何平 | 每周 | 会议和活动 | 动态 | 要闻 |
      每天 | 转载上级信息 | 转载 |
      人事股 | 丁勇 | 许静 | 每季度 | 招考公告和名单 | 人事 | 招录 |
      及时 | 任免信息 | 任免 |
      审批股 | 唐亮 | 丁勇 | 每月 | 许可的条件 | 办事 | 许可 |
      每年 | 备案目录 | 备案 |
      执法股 | 石峰 | 唐亮 | 每周 | 处罚决定 | 执法 | 处罚 |
      每天 | 检查的结果 | 检查 |
      """, layout: .delimited)
    let units = ["办公室", "人事股", "审批股", "执法股"].flatMap { [$0, $0] }
    #expect(table.rows.map { $0.texts[.responsible] } == units)
  }

  @Test("A short sentence that names the label before it is its requirement")
  func namedLabels() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 动态 | 及时发布动态的有关信息 | 每周更新 | 信息中心
      快讯 | 及时发布快讯的有关信息 | 教育局
      民生 | 出行 | 出行相关政策及其解读材料 | 每月更新 | 交通局
      住房 | 住房相关政策及其解读材料 | 住建局
      """, layout: .dropped)
    #expect(table.rows.map(\.path) == [["政务", "动态"], ["政务", "快讯"], ["民生", "出行"], ["民生", "住房"]])
    #expect(table.rows.map { $0.texts[.update] ?? "" } == ["每周更新", "每周更新", "每月更新", "每月更新"])
  }

  @Test("A first label written again says that a page broke, and where the outermost level is")
  func labelWrittenAgain() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 子栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 公开 | 指南 | 发布公开的指南及其附件。 | 每周更新 | 信息中心
      目录 | 发布公开的目录及其附件。 | 每周更新 | 信息中心
      数字 | 统计 | 公报 | 发布统计的公报及其附件。 | 每年更新 | 统计局
      数字 | 查询 | 入口 | 发布查询的入口及其附件。 | 及时更新 | 信息中心
      地图 | 发布查询的地图及其附件。 | 及时更新 | 信息中心
      """, layout: .dropped)
    #expect(
      table.rows.map(\.path) == [
        ["政务", "公开", "指南"], ["政务", "公开", "目录"], ["数字", "统计", "公报"], ["数字", "查询", "入口"], ["数字", "查询", "地图"],
      ])
  }

  @Test("Where a table writes missing levels out, two labels without an empty cell are the two deepest levels")
  func missingLevelsWrittenOut() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 子栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 专项 | | 发布专项工作的部署及其进展。 | 每周更新 | 信息中心
      头条 | | 介绍本县的头条及其作者。 | 每周更新 | 教育局
      本地 | 今日 | 发布今日的大事及其图片。 | 每月更新 | 民政局
      部门 | 发布部门的大事及其图片。 | 每月更新 | 民政局
      民生 | 出行 | 公交 | 发布公交的线路及其票价。 | 及时更新 | 交通局
      """, layout: .dropped)
    #expect(table.rows.map(\.path)[2...3] == [["政务", "本地", "今日"], ["政务", "本地", "部门"]])
  }

  @Test("Between bars, empty fields are kept in their places where the texts stand in theirs")
  func emptyFieldsBetweenBars() throws {
    let table = try RecognisedTable(
      """
      栏目 | 具体内容 | 更新时效 | 责任单位 | 备注
      要闻 | 发布要闻的有关信息。 | 每周更新 | 信息中心 |
      快讯 | 发布快讯的有关信息。 | | 教育局 |
      公告 | 发布公告的有关信息。 | 每月更新 | | 新增
      通知 | 发布通知的有关信息。 | | 民政局 |
      """, layout: .dropped)
    #expect(table.rows[1].texts[.responsible] == "教育局")
    #expect(table.rows[2].texts[.remarks] == "新增")
  }

  @Test("A dash where a level is missing says that such levels are written out, as an empty cell does")
  func missingLevelsDashed() throws {
    let table = try RecognisedTable(
      """
      序号 | 频道 | 栏目 | 子栏目 | 具体内容 | 更新时效 | 责任单位
      1 | 政务 | 专项 | —— | 发布专项工作的部署及其进展。 | 每周更新 | 信息中心
      2 | 本地 | 今日 | 发布今日的大事及其图片。 | 每月更新 | 民政局
      3 | 部门 | 发布部门的大事及其图片。 | 每月更新 | 民政局
      4 | 民生 | 出行 | —— | 发布公交的线路及其票价。 | 及时更新 | 交通局
      """, layout: .dropped)
    #expect(table.rows.map(\.path)[1...2] == [["政务", "本地", "今日"], ["政务", "本地", "部门"]])
  }

  @Test("Where rows have only the cells that are left, an empty one at a row's end is a field's, and stays empty")
  func emptyEnds() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 具体内容 | 更新时效 | 牵头部门 | 配合单位
      政务 | 动态 | 发布动态的有关信息。 | 每周更新 | 县府办 | 教育局、民政局
      快讯 | 发布快讯的有关信息。 | 每月更新 | 教育局 |
      公告 | 发布公告的有关信息。 | 每月更新 | 教育局 | 民政局、公安局
      通知 | 发布通知的有关信息。 | 每季度更新 | 公安局 |
      民生 | 出行 | 发布出行的有关信息。 | 交通局 |
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.lead] ?? "" } == ["县府办", "教育局", "教育局", "公安局", "交通局"])
    #expect(table.rows.map { $0.texts[.responsible] ?? "" } == ["教育局、民政局", "", "民政局、公安局", "", ""])
  }

  @Test("What fills rows up is told from an empty cell at a row's end, where the source tells them apart")
  func paddedEnds() throws {
    var grid = Grid(
      sketch: """
        频道 | 栏目 | 具体内容 | 更新时效 | 牵头部门 | 配合单位
        政务 | 动态 | 发布动态的有关信息。 | 每周更新 | 县府办 | 教育局、民政局
        快讯 | 发布快讯的有关信息。 | 每月更新 | 教育局 |  |
        公告 | 发布公告的有关信息。 | 每月更新 | 教育局 | 民政局、公安局 |
        通知 | 发布通知的有关信息。 | 每季度更新 | 公安局 |  |
        民生 | 出行 | 发布出行的有关信息。 | 交通局 |  |
        """, layout: .dropped)
    for index in grid.cells.indices where grid.cells[index].row > 1 && grid.cells[index].column == 5 {
      grid.cells[index].isPadding = true
    }
    let table = try #require(
      try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)])).value.tables.first)
    #expect(table.rows.map { $0.texts[.lead] ?? "" } == ["县府办", "教育局", "教育局", "公安局", "交通局"])
    #expect(table.rows.map { $0.texts[.responsible] ?? "" } == ["教育局、民政局", "", "民政局、公安局", "", ""])
  }

  @Test("Without a header, a field whose texts name the labels left of them says what is demanded")
  func demandsByNames() throws {
    let table = try RecognisedTable(
      """
      政务 | 动态 | 动态及说明 | 每周更新 | 信息中心
      快讯 | 快讯及说明 | 每月更新 | 教育局
      民生 | 出行 | 出行情况 | 每月更新 | 交通局
      住房 | 住房名录 | 每年更新 | 住建局
      文教 | 招生 | 招生工作动态 | 每年更新 | 教育局
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["政务", "动态"], ["政务", "快讯"], ["民生", "出行"], ["民生", "住房"], ["文教", "招生"]])
    #expect(table.rows.first?.texts[.requirement] == "动态及说明")
  }

  @Test("Without a header, the fields of a padded table are told by rows that are not padded")
  func paddedHeaderless() throws {
    var grid = Grid(
      sketch: """
        ★要闻 |  | 发布要闻的文字及图片。 | 每年1次 | 信息中心
        政务 | 动态 | 发布动态的文字及图片。 | 每年1次 | 教育局
        快讯 | 发布快讯的文字及图片。 | 民政局 |  |
        公告 | 发布公告的文字及图片。 | 公安局 |  |
        通知 | 发布通知的文字及图片。 | 交通局 |  |
        民生 | 出行 | 发布出行的文字及图片。 | 每周更新 | 交通局
        """, layout: .dropped)
    for index in grid.cells.indices where grid.cells[index].column > 2 && grid.cells[index].text.isEmpty {
      grid.cells[index].isPadding = true
    }
    let table = try #require(
      try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)])).value.tables.first)
    #expect(table.rows.map { $0.texts[.update] ?? "" } == Array(repeating: "每年1次", count: 5) + ["每周更新"])
    #expect(table.rows.map(\.path).suffix(2) == [["政务", "通知"], ["民生", "出行"]])
  }

  @Test("Without a header, whole rows tell the fields of a padded table, though a section's heading stands above them")
  func headedHeaderless() throws {
    let table = try RecognisedTable(
      """
      一、政务服务类 | | | |
      政务 | 动态 | 发布动态的文字及图片。 | 每年1次 | 信息中心
      快讯 | 发布快讯的文字及图片。 | 民政局 | |
      公告 | 发布公告的文字及图片。 | 公安局 | |
      民生 | 出行 | 发布出行的文字及图片。 | 每周更新 | 交通局
      停车 | 发布停车的文字及图片。 | 公安局 | |
      """, layout: .dropped)
    #expect(table.rows.map { $0.texts[.update] ?? "" } == ["每年1次", "每年1次", "每年1次", "每周更新", "每周更新"])
  }

  @Test("Without a header, whole rows tell the fields, though a label of the first row covers one")
  func coveredHeaderless() throws {
    let table = try RecognisedTable(
      """
      要闻 | 发布要闻的文字及图片。 | 每年1次 | 信息中心
      政务 | 动态 | 发布动态的文字及图片。 | 每年1次 | 教育局
      快讯 | 发布快讯的文字及图片。 | 每年1次 | 民政局
      公告 | 发布公告的文字及图片。 | 每年1次 | 公安局
      民生 | 出行 | 发布出行的文字及图片。 | 每周更新 | 交通局
      停车 | 发布停车的文字及图片。 | 每周更新 | 公安局
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.responsible] ?? "" } == ["信息中心", "教育局", "民政局", "公安局", "交通局", "公安局"])
    #expect(table.rows[1].path == ["政务", "动态"])
  }

  @Test("A target that names the label, as targets do, leaves the text before it to be the requirement")
  func namingTargets() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 子栏目 | 考核要点 | 对应栏目 | 责任单位 | 说明
      政务 | 公开 | 指南 | 指南及说明 | “指南”栏目 | 信息中心 | 新增
      目录 | 目录工作动态 | “目录”栏目、首页专题 | 教育局 |
      年报 | 年报情况 | “年报”栏目、首页专题 | 纳入考核
      民生 | 服务 | 出行 | 出行及说明 | “出行”栏目 | 交通局 | 新增
      """, layout: .delimited)
    #expect(table.rows[2].path == ["政务", "公开", "年报"])
    #expect(table.rows[2].texts[.requirement] == "年报情况")
    #expect(table.rows[2].texts[.target] == "“年报”栏目、首页专题")
  }

  @Test("What names a numbered label leaves its number out")
  func numberedLabels() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 子栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 公开 | 1.指南 | 指南名录 | 每周更新 | 信息中心
      2.目录 | 目录情况 | 每周更新 | 教育局
      3.年报 | 年报情况
      4.制度 | 制度名录 | 教育局
      民生 | 服务 | 1.出行 | 出行及说明 | 每月更新 | 交通局
      """, layout: .delimited)
    #expect(table.rows[2].path == ["政务", "公开", "3.年报"])
    #expect(table.rows.map { $0.texts[.requirement] ?? "" } == ["指南名录", "目录情况", "年报情况", "制度名录", "出行及说明"])
  }

  @Test("A padded table is as wide as its rows: one label over several levels covers what the header lacks")
  func levelsUnderOneLabel() throws {
    let table = try RecognisedTable(
      """
      序号 | 栏目设置 | 更新时效 | 责任单位 | 备注 | |
      1 | 政务 | 公开 | 指南 | 每周更新 | 信息中心 | 新增
      2 | 目录 | 每周更新 | 教育局 | | |
      3 | 制度 | 年报 | 每年更新 | 教育局 | |
      4 | 民生 | 服务 | 出行 | 每月更新 | 交通局 |
      """, layout: .dropped)
    let paths = [["政务", "公开", "指南"], ["政务", "公开", "目录"], ["政务", "制度", "年报"], ["民生", "服务", "出行"]]
    #expect(table.rows.map(\.path) == paths)
    #expect(table.rows.map { $0.texts[.number] ?? "" } == ["1", "2", "3", "4"])
  }

  @Test("A page that begins with a value again says that the cells above it were merged")
  func valuesContinuedOverPages() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 子栏目 | 具体内容 | 更新时效 | 责任单位
      县情 | 概况 | 地理 | 介绍本县的位置、面积和地形。 | 每年更新 | 县志办
      历史 | 介绍本县的沿革和名人。 | 每年更新 | 县志办
      公开 | 目录 | 发布公开的目录。 | 每月更新 | 县政府办
      指南 | 发布公开的指南。 | 每季度更新 | 县政府办
      年报 | 发布公开的年报。 | 每年更新 | 县政府办
      便民 | 教育 | 小学 | 列出办事的指南。 | 及时更新 | 县教育局
      初中 | 县教育局
      医疗 | 门诊 | 县卫健局
      药店 | 县卫健局
      频道 | 栏目 | 子栏目 | 具体内容 | 更新时效 | 责任单位
      便民 | 住房 | 买卖 | 列出办事的指南。 | 及时更新 | 县住建局
      贷款 | 县公积金中心
      """, layout: .dropped)
    let merged = table.rows[6...8]
    #expect(merged.allSatisfy { $0.texts[.update] == "及时更新" })
    #expect(merged.allSatisfy { row in !row.doubts.contains { $0.field == .update } })
  }

  @Test("A row whose cells are there and empty says so where covered cells are gone")
  func emptyRow() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 更新时效 | 责任单位 | 审核人
      政务 | 动态 | 每周更新 | 县信息中心 | 韦东
      快讯 | 每月更新 | 县教育局 | 覃海
      公告 | 王晓
      通知 | 每季度更新 | 县人社局 | 刘芳
      民生 | 出行 | 每月更新 | 县交通局 | 刘芳
      停车 | | | 王晓
      公交 | 每半年更新 | 县民政局 | 韦东
      住房 | 每年更新 | 县住建局 | 覃海
      """, layout: .delimited)
    #expect(table.rows.map(\.path.last) == ["动态", "快讯", "公告", "通知", "出行", "停车", "公交", "住房"])
    #expect(table.rows[2].texts[.responsible] == "县教育局")
    #expect(table.rows[5].texts[.responsible] == nil)
  }

  @Test("Where one unit is left of two in front of the labels, which of them it is stays in doubt")
  func unitsInFrontOfLabels() throws {
    let table = try RecognisedTable(
      """
      牵头单位 | 责任单位 | 频道 | 栏目 | 具体内容 | 更新时效
      县教育局 | 县民政局 | 政务 | 动态 | 发布动态的有关信息。 | 每周更新
      县财政局 | 快讯 | 发布快讯的有关信息。 | 每月更新
      县水利局 | 县审计局 | 民生 | 出行 | 发布出行的有关信息。 | 每季度更新
      县统计局 | 停车 | 发布停车的有关信息。 | 每年更新
      县文旅局 | 县医保局 | 数据 | 公报 | 发布公报的有关信息。 | 每年更新
      月报 | 发布月报的有关信息。 | 每月更新
      """, layout: .delimited)
    for row in [1, 3] {
      let doubted = Set(table.rows[row].doubts.compactMap(\.field))
      #expect(doubted.isSuperset(of: [.lead, .responsible]))
    }
    #expect(table.rows[0].doubts.isEmpty)
  }

  @Test("The inner labels that a page repeats below an outer one say which branch was open above it")
  func branchRepeatedByPage() throws {
    let header = "频道 | 栏目 | 子栏目 | 细目 | 责任单位 | 更新时限"
    let table = try RecognisedTable(
      """
      \(header)
      走进东江 | 荣誉 | 宣传 | 资料 | 史志办 | 长期公开
      政务公开 | 应急 | 预案 | | 应急局 | 及时更新
      预警 | | 气象局 | 每周更新
      会议 | 队伍 | | 信息中心 | 每月更新
      权力 | 清单 | 时限 | 司法局 | 每月更新
      许可 | 标准 | 司法局 | 每月更新
      \(header)
      政务公开 | 权力 | 许可 | 名录 | 司法局 | 每年更新
      处罚 | 依据 | 公安局 | 每年更新
      """, layout: .dropped)
    #expect(Set(table.rows.dropFirst().map { $0.path.first }) == ["政务公开"])
  }

  @Test("Where empty cells are kept, all branches are taken to be as deep as the header's levels")
  func evenDepthAmongBlanks() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 子栏目 | 具体内容 | 更新时效 | 责任单位
      应急安全 | 防灾减灾 | 科普园地 | 汇总科普园地的图文和视频。 | 每月更新 | 应急局
      应急预案 | 专项预案 | 发布专项预案的正文和附件。 | | 水利局
      总体预案 | 发布总体预案的正文和附件。 | 及时更新 | 应急局
      安全生产 | 执法计划 | 公开执法计划的安排和变动。 | 每年更新 | 应急局
      事故调查 | 公开事故调查的结论和建议。 | | 住建局
      文旅体育 | 食宿购物 | 星级饭店 | 介绍星级饭店的地址和电话。 | 每季度更新 | 文旅局
      文化惠民 | 新书推介 | 介绍新书的作者和馆藏。 | | 图书馆
      送戏下乡 | 预告送戏下乡的时间和剧目。 | 每月更新 | 文旅局
      全民健身 | 赛事报名 | 发布赛事报名的时间和办法。 | | 教育局
      """, layout: .dropped)
    #expect(table.rows.allSatisfy { $0.path.count == 3 && ["应急安全", "文旅体育"].contains($0.path[0]) })
    let doubted = table.rows.count { row in row.doubts.contains { $0.field == .level } }
    #expect(doubted <= 3)
  }

  @Test("Headings part a table whose entries say little beside their labels")
  func headingsOverSparseEntries() throws {
    let table = try RecognisedTable(
      """
      具体栏目 | 工作内容 | 承办单位
      印象 | |
      名胜 | | 文旅局
      历史 | 发布沿革和名人。 | 史志办
      民生 | |
      出行 | | 交通局
      就医 | 发布医院的名单。 | 卫健委
      """, layout: .dropped)
    #expect(table.rows.map(\.path) == [["印象", "名胜"], ["印象", "历史"], ["民生", "出行"], ["民生", "就医"]])
  }

  @Test("Dashes stand for labels where they do so in rows that lack no cell")
  func dashedLevels() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 子栏目 | 承办单位 | 工作内容 | 更新时限
      信箱 | 来信 | — | 信访局 | 公布来信和答复。 | 每周更新
      出行 | — | — | 交通局 | 公布路况和线路。 | 每天更新
      教育 | 资助 | 补助 | 教育局 | 公布补助的条件。 | 每年更新
      减免 | — | 公布减免的条件。 | 每月更新
      助学 | — | 公布助学的条件。 | 每月更新
      师资 | 招聘 | 公布招聘的条件。 | 每年更新
      就业 | — | — | 人社局 | 公布招聘和培训。 | 每周更新
      """, layout: .delimited)
    #expect(table.rows[3].path.last == "减免")
    #expect(table.rows.map { $0.texts[.responsible] } == ["信访局", "交通局", "教育局", "教育局", "教育局", "教育局", "人社局"])
  }

  @Test(
    "Where no row keeps the empty field below a label, rows that have slipped leave no doubt: most labels have several rows"
  )
  func unsplitLabels() throws {
    let labels = ["信箱", "出行", "教育", "就业", "医疗", "文化"]
    let rows = labels.enumerated().flatMap { index, label in
      [
        "\(label) | \(label)服务 | 邮箱报送 | 每月更新 | 财政局", "\(label)新闻 | 自动抓取 | 每周更新 | 教育局",
        "\(label)公告 | 邮箱报送 | 每年更新 | 民政局",
      ].prefix(index < 4 ? 3 : 1)
    }
    let table = try RecognisedTable(
      (["频道 | 栏目 | 信息发布方式 | 更新时限 | 责任单位"] + rows).joined(separator: "\n"), layout: .delimited)
    #expect(table.rows[1].path == ["信箱", "信箱新闻"])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("One cell a line, rows that begin a branch show that a header label stood over two levels")
  func spannedLabelInLines() throws {
    let table = try RecognisedTable(
      """
      序号 | 栏目名称 | 公开内容 | 更新标准 | 保障单位 | 备注
      1 | 政务公开 | 机构职能 | | 每月 | 县编办 |
      2 | 公示公告 | 发布县内公告。 | 每周 | 县府办 |
      3 | 人事信息 | 县人社局 |
      4 | 办事服务 | 个人办事 | 发布办事指南。 | 每月 | 县民政局 | 固定页面
      5 | 企业办事 | 县商务局 |
      6 | 互动交流 | 县长信箱 | | 及时更新 | 县信访局 |
      7 | 专题专栏 | 乡村振兴 | | 及时更新 | 县农业局 |
      8 | 在线访谈 | 县广电台 |
      9 | 网站管理 | 站内检索 | | 每年 | 县信息中心 |
      """, layout: .cellPerLine)
    #expect(table.rows.map(\.path.count) == Array(repeating: 2, count: 9))
    let channels = ["政务公开", "政务公开", "政务公开", "办事服务", "办事服务", "互动交流", "专题专栏", "专题专栏", "网站管理"]
    #expect(table.rows.map { $0.path.first } == channels)
    #expect(table.rows.map { $0.texts[.number] ?? "" } == (1...9).map(String.init))
  }
}
