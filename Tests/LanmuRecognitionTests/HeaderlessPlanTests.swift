import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

/// Plans above whose rows no header stands.
@Suite("Plans without a header")
struct HeaderlessPlanTests {
  @Test("A channel whose name ends as that of a body does is a level beside certain bodies")
  func channels() throws {
    let table = try RecognisedTable(
      """
      便民工作站 | 出行 | 公交线路 | 公布线路和班次。 | 交通局
      ^ | ^ | 停车泊位 | 公布泊位的位置。 | 公安局
      ^ | 就医 | 门诊排班 | 公布医生的排班。 | 卫健委
      ^ | ^ | 疫苗接种 | 公布接种的时间。 | 卫健委
      """)
    #expect(
      table.rows.map(\.path) == [
        ["便民工作站", "出行", "公交线路"], ["便民工作站", "出行", "停车泊位"], ["便民工作站", "就医", "门诊排班"], ["便民工作站", "就医", "疫苗接种"],
      ])
    #expect(table.rows.allSatisfy { $0.texts[.lead] == nil })
  }

  @Test("A long label left of all others that opens a branch is one, and says nothing of what is demanded")
  func longChannels() throws {
    let table = try RecognisedTable(
      """
      动态 | 新闻 | 要闻 | 及时发布本县的要闻，注明来源。 | 每周更新 | 县府办
      ^ | ^ | 快讯 | 及时发布各部门的快讯，注明来源。 | 每月更新 | 县府办
      走进东江（县文化广电和旅游局牵头） | 概况 | 历史 | 介绍本地的沿革，配发图片。 | 每年更新 | 史志办
      ^ | ^ | 物产 | 介绍本地的特产，配发图片。 | 每年更新 | 农业局
      服务 | 出行 | 公交 | 公布各线路的班次，注明票价。 | 每月更新 | 交通局
      ^ | ^ | 停车 | 公布各车场的位置，注明费用。 | 每月更新 | 公安局
      注：本表未列的栏目由主管单位统筹。 | < | < | < | < | <
      """)
    #expect(table.rows.map(\.path.count) == [3, 3, 3, 3, 3, 3])
    #expect(table.rows.allSatisfy { $0.texts[.remarks] == nil && $0.texts[.requirement]?.hasSuffix("。") == true })
  }

  @Test("Numbers written again on each row of a branch are running numbers")
  func repeatedNumbers() throws {
    let table = try RecognisedTable(
      """
      1 | 概况 | 历史 | 发布本地的沿革、名录和图片等信息。 | 史志办
      1 | 概况 | 物产 | 发布本地的特产、名录和图片等信息。 | 农业局
      1 | 概况 | 风俗 | 发布本地的节庆、名录和图片等信息。 | 文化局
      2 | 动态 | 要闻 | 发布本地的要闻、会议和活动等信息。 | 县府办
      2 | 动态 | 快讯 | 发布部门的快讯、简报和图片等信息。 | 县府办
      2 | 动态 | 会议 | 发布部门的会议、活动和报道等信息。 | 县府办
      2 | 动态 | 视频 | 发布部门的视频、图片和专题等信息。 | 县府办
      3 | 公开 | 预算 | 发布部门的预算、决算和说明等信息。 | 财政局
      """)
    #expect(table.rows.map { $0.texts[.number] ?? "" } == ["1", "1", "1", "2", "2", "2", "2", "3"])
    #expect(table.rows.first?.path == ["概况", "历史"])
  }

  @Test("Demands that end in a time are demands")
  func timedDemands() throws {
    let table = try RecognisedTable(
      """
      概况 | 历史 | 发布本地的沿革、名人等信息；每年更新。 | 史志办
      动态 | 要闻 | 发布重要的会议、活动等；及时更新。 | 县府办
      公开 | 预算 | 发布部门的预算、决算；每月10日前。 | 财政局
      """)
    #expect(table.rows.allSatisfy { $0.texts[.requirement] != nil && $0.texts[.update] == nil })
  }

  @Test("The second row is no header because some of its texts hold words of one")
  func secondRow() throws {
    let table = try RecognisedTable(
      """
      督查 | 实事进度 | 结果公告 | 公布名单、标准和进度等信息 | 变化时更新 | 民政局，卫健委
      ^ | ^ | 专题栏目 | 公布专题相关内容、图片；注明来源 | 内容变化更新 | 民政局，卫健委
      ^ | 工作台账 | 收费目录 | 公布收费的标准；注明依据 | 每年更新 | 财政局
      信箱 | 来信选登 | 办理情况 | 公布来信的答复和统计；注明时间 | 每月更新 | 信访局
      """)
    #expect(
      table.rows.map(\.path) == [
        ["督查", "实事进度", "结果公告"], ["督查", "实事进度", "专题栏目"], ["督查", "工作台账", "收费目录"], ["信箱", "来信选登", "办理情况"],
      ])
  }

  @Test("Where rows have slipped, those that are full say what the fields are")
  func slippedRows() throws {
    let table = try RecognisedTable(
      """
      概况 | 县情 | 历史 | 史志办 | 发布沿革、名人等信息 | 每年更新
      特产 | 文化局 | 发布特产、名店等信息 | 每年更新 | | 
      风俗 | 文化局 | 发布节庆、礼仪等信息 | 每年更新 | | 
      动态 | 要闻 | 会议 | 县府办 | 发布重要的会议、活动 | 每周更新
      快讯 | 县府办 | 发布部门的快讯、简报 | 每周更新 | | 
      公开 | 财政 | 预算 | 财政局 | 发布部门的预算、决算 | 每月更新
      采购 | 财政局 | 发布采购的公告、结果 | 每月更新 | | 
      """, layout: .delimited)
    #expect(table.rows.count == 7)
    #expect(table.rows[0].path == ["概况", "县情", "历史"])
    #expect(table.rows[3].texts[.responsible] == "县府办")
    #expect(table.rows[3].texts[.update] == "每周更新")
  }

  @Test(
    "Where rows have slipped that begin with as many texts as the others, those whose labels end furthest right tell the fields"
  )
  func slippedRowsWithLists() throws {
    let table = try RecognisedTable(
      """
      政务 | 要闻 | 会议 | 县府办 | 发布重要的会议、活动；注明时间 |
       | | 快讯 | 县教育局 | 发布部门的快讯、简报；注明来源 |
      公报 | 目录、索引 | 县府办 | 发布公报的目录、全文；注明期号 | 长期 |
       | 来信 | 县信访局 | 发布来信的答复、统计；注明时间 | |
      公开 | 财政 | 预算 | 县财政局 | 发布部门的预算、决算；注明口径 |
      采购 | 公告、结果 | 县财政局 | 发布采购的公告、结果；注明时间 | 重点 |
       | 规划 | 县民政局 | 发布规划的文本、图件；注明时间 | |
      """, layout: .delimited)
    #expect(table.rows.map { $0.path.last } == ["会议", "快讯", "目录、索引", "来信", "预算", "公告、结果", "规划"])
    #expect(table.rows.allSatisfy { $0.path.count == 3 && $0.texts[.requirement]?.hasPrefix("发布") == true })
  }

  @Test(
    "A field of channels that open branches is a level, though they end as some bodies do, and few fields end as bodies only"
  )
  func channelsNamedAsBodies() throws {
    let table = try RecognisedTable(
      """
      县情导览站 | 概况 | 县情 | 历史 | 发布沿革、名人等信息；注明来源 | 县融媒体中心
       | | 风俗 | 节庆 | 发布节庆、礼仪等信息；注明来源 | 县教育局
       | | 特产 | 名店 | 发布特产、名店等信息；注明来源 | 县供销中心
      便民导览站 | 办事 | 证件 | 户籍 | 发布办理的条件、材料；注明时间 | 县服务中心
       | | 婚育 | 登记 | 发布登记的条件、材料；注明时间 | 县民政局
      """, layout: .delimited)
    #expect(
      table.rows.map(\.path) == [
        ["县情导览站", "概况", "县情", "历史"], ["县情导览站", "概况", "风俗", "节庆"], ["县情导览站", "概况", "特产", "名店"],
        ["便民导览站", "办事", "证件", "户籍"], ["便民导览站", "办事", "婚育", "登记"],
      ])
    #expect(table.rows.map { $0.texts[.responsible] } == ["县融媒体中心", "县教育局", "县供销中心", "县服务中心", "县民政局"])
  }

  @Test("Of rows that lost labels and were filled up, those that begin with as many as the first tell the fields")
  func filledUpRows() throws {
    let table = try RecognisedTable(
      """
      1 | 概况 | 历史 | 介绍历史，内容准确 |  | 
      2 | 特产 | 发布特产，内容准确 |  | 重点展示 | 
      3 | 风俗 | 风俗类信息 | 各科室 |  | 
      4 | 动态 | 要闻 | 公开要闻有关情况 |  | 
      5 | 快讯 | 快讯（含图片、文字） | 各科室 | 已归档 | 
      6 | 公开 | 预算 | 公开预算，内容准确 | 财政局、审计局 | 
      7 | 决算 | 整理发布决算有关情况 |  |  | 
      8 | 民生 | 出行 | 发布出行，内容准确 | 交通局、公安局 | 由技术公司协助
      """, layout: .dropped)
    let paths = ["概况/历史", "概况/特产", "概况/风俗", "动态/要闻", "动态/快讯", "公开/预算", "公开/决算", "民生/出行"]
    #expect(table.rows.map { $0.path.joined(separator: "/") } == paths)
    #expect(table.rows[5].texts[.responsible] == "财政局、审计局")
  }

  @Test("A page whose rows begin with an empty field too many does not widen the table", arguments: ["", " | | "])
  func pushedPage(_ end: String) throws {
    let table = try RecognisedTable(
      """
      1 | 概况 | 历史 | 发布沿革、名人等信息；注明来源 | 每年更新 | 县教育局\(end)
      2 |  | 风俗 | 发布节庆、礼仪等信息；注明来源 | 每季度更新 | 县民政局
      3 |  | 特产 | 发布特产、名店等信息；注明来源 | 每年更新 | 县民政局
       | 14 |  | 名胜 | 发布名胜、路线等信息；注明来源 | 每季度更新 | 县财政局
       | 15 | 动态 | 会议 | 发布会议、活动等信息；注明来源 | 每周更新 | 县教育局
       | 16 |  | 快讯 | 发布快讯、简报等信息；注明来源 | 每天更新 | 县公安局
      17 |  | 公告 | 发布公告、通告等信息；注明来源 | 每周更新 | 县公安局
      18 |  | 通知 | 发布通知、通告等信息；注明来源 | 每周更新 | 县公安局
      """, layout: .delimited)
    guard end.isEmpty else {
      // With further fields at some end, nothing is sure but that all rows are read.
      #expect(table.rows.count == 8)
      return
    }
    #expect(table.rows.map { $0.texts[.number] ?? "" } == ["1", "2", "3", "14", "15", "16", "17", "18"])
    #expect(table.rows.map(\.path.last) == ["历史", "风俗", "特产", "名胜", "会议", "快讯", "公告", "通知"])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("A page whose rows lost the empty field that they begin with does not blur what the fields hold")
  func pulledPage() throws {
    let table = try RecognisedTable(
      """
       | | 名录 | 发布名录、名册等信息；注明来源 | 每月更新 | 县教育局 |
       | | 样表 | 发布样表、表格等信息；注明来源 | 每月更新 | 县教育局 |
       | | 指南 | 发布指南、指引等信息；注明来源 | 每月更新 | 县教育局 |
      公示 | 专栏 | 结果 | 标准 | 发布标准、依据等信息；注明来源 | 每周更新 | 县司法局
       | | | 公告 | 发布公告、通告等信息；注明来源 | 每天更新 | 县公安局
       | | 动态 | 会议 | 发布会议、活动等信息；注明来源 | 每周更新 | 县司法局
       | | | 快讯 | 发布快讯、简报等信息；注明来源 | 每周更新 | 县民政局
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.update]?.prefix(1) } == Array(repeating: "每", count: 7))
    #expect(table.rows.allSatisfy { $0.texts[.remarks] == nil })
    #expect(table.rows.dropFirst(3).map(\.path.count) == [4, 4, 4, 4])
  }

  @Test("Where rows lack covered cells, an empty last field is one too, and short rows show what it holds")
  func emptyLastField() throws {
    let table = try RecognisedTable(
      """
      概况 | 县情 | 历史 | 发布沿革、名人等信息。 | 每年更新 | 史志办 |
      特产 | 发布特产、名店等信息。 | 每年更新 | 文化局 |
      风俗 | 发布节庆、礼仪等信息。 | 每年更新 | 文化局 | 新设
      动态 | 要闻 | 会议 | 发布重要的会议、活动。 | 每周更新 | 县府办 |
      快讯 | 简报 | 发布部门的快讯、简报。 | 每周更新 | 县府办 | 已改版
      图片 | 发布部门的图片、视频。 | 每周更新 | 教育局 |
      公开 | 财政 | 预算 | 发布部门的预算、决算。 | 每月更新 | 财政局 |
      采购 | 发布采购的公告、结果。 | 每月更新 | 财政局 |
      """, layout: .delimited)
    #expect(table.rows[1].path == ["概况", "县情", "特产"])
    #expect(table.rows.map { $0.texts[.remarks] ?? "" } == ["", "", "新设", "", "已改版", "", "", ""])
    #expect(table.rows[4].texts[.responsible] == "县府办")
  }

  @Test("Certain bodies in rows that lack cells show that the outermost labels are channels")
  func channelsOfShortRows() throws {
    let table = try RecognisedTable(
      """
      移动端平台 | 出行 | 公交 | 公交线路 | 公布线路和班次等信息。 | 由城区分局牵头，各乡镇配合
      停车泊位 | 公布泊位的位置等信息。 | 公安局
      就医 | 门诊 | 门诊排班 | 公布医生的排班等信息。 | 卫健委
      疫苗接种 | 公布接种的时间等信息。 | 卫健委
      便民子站 | 入学 | 报名 | 报名条件 | 公布条件、材料等信息。 | 县融媒中心
      学区划分 | 公布学区、学校等信息。 | 教育局
      招生人数 | 公布人数、班级等信息。 | 教育局
      """, layout: .delimited)
    #expect(table.rows.allSatisfy { $0.texts[.lead] == nil })
    #expect(
      table.rows.map { $0.path.first } == Array(repeating: "移动端平台", count: 4) + Array(repeating: "便民子站", count: 3))
  }

  /// Rows that lost what a label to their right covers, and keep the empty cells below merged ones.
  private let ragged = """
    渔业频道 | 渔港 | 发布渔港的位置和泊位。 | 每周更新 | 县农业农村局
    | 鱼苗 | 发布鱼苗的品种和价格。 | 每月更新 | 县农业农村局
    | 渔船 | 检验 | 公布检验的时间和费用。 | 每季度更新 | 县交通运输局
    | | 登记 | 公布登记的条件和材料。 | 每年更新 | 县交通运输局
    林业频道 | 防火 | 火险 | 每日等级 | 发布火险的等级和禁令。 | 及时更新 | 县应急管理局
    | | | 每周预报 | 发布火险的预报和提示。 | 每周更新 | 县气象局
    | | 护林 | 护林员 | 公布护林员的名单和区域。 | 每年更新 | 县林业局
    | | | 巡查 | 公布巡查的路线和结果。 | 每月更新 | 县林业局
    | 苗圃 | 介绍苗圃的位置和面积。 | 每年更新 | 县林业局
    | 采伐 | 公布采伐的限额和名单。 | 每年更新 | 县林业局、县财政局
    """

  @Test(
    "Rows that lost what a label covers to its right show their fields from the last one on", arguments: [true, false])
  func raggedRows(isNumbered: Bool) throws {
    let rows = ragged.split(separator: "\n").enumerated().map { isNumbered ? "\($0 + 1) | \($1)" : String($1) }
    let sketch = (isNumbered ? ["一、农林类栏目"] : []) + rows
    let found = try RecognisedTable(sketch.joined(separator: "\n"), layout: .indented)
    let paths = found.rows.map { $0.path.filter { $0 != "一、农林类栏目" } }
    #expect(paths.count == 10)
    #expect(paths.prefix(4) == [["渔业频道", "渔港"], ["渔业频道", "鱼苗"], ["渔业频道", "渔船", "检验"], ["渔业频道", "渔船", "登记"]])
    #expect(paths.dropFirst(5).prefix(1) == [["林业频道", "防火", "火险", "每周预报"]])
    #expect(paths.suffix(3) == [["林业频道", "防火", "护林", "巡查"], ["林业频道", "苗圃"], ["林业频道", "采伐"]])
    #expect(found.rows.map { $0.texts[.update] ?? "" }.prefix(3) == ["每周更新", "每月更新", "每季度更新"])
    #expect(found.rows.last?.texts[.responsible] == "县林业局、县财政局")
    #expect(!isNumbered || found.rows.map { $0.texts[.number] ?? "" } == (1...10).map(String.init))
  }

  @Test(
    "Few rows that lack no cell tell the fields where the others are shorter",
    arguments: [Grid.Layout.indented, .delimited])
  func fewWholeRows(layout: Grid.Layout) throws {
    let channels = [
      ("概况", "县情", ["沿革", "地理"]), ("公开", "财政", ["预算", "决算"]), ("办事", "出行", ["公交", "停车"]),
    ]
    var sketch = (1...5).map { "便民\($0) | 专栏\($0) | 发布便民的消息和图片。 | 每月更新 | 县信息中心" }
    for (channel, branch, columns) in channels {
      sketch.append("\(channel) | \(branch) | \(columns[0]) | 发布\(columns[0])的消息和图片。 | 每年更新 | 县志办")
      sketch.append("\(columns[1]) | 发布\(columns[1])的消息和图片。 | 每年更新 | 县志办")
      sketch += (1...9).map { "\(columns[0])之\($0)" }
    }
    let table = try RecognisedTable(sketch.joined(separator: "\n"), layout: layout)
    #expect(table.rows.first?.texts[.update] == "每月更新")
    #expect(table.rows.allSatisfy { $0.texts[.remarks] == nil })
  }

  @Test("Rows that lack their first cells do not say more of the fields than the whole ones among them")
  func wholeRowsOutweighMovedOnes() throws {
    let table = try RecognisedTable(
      """
      县情 | 沿革 |  | 介绍本县的沿革，注明资料的来源。 | 每年更新 | 县志办
      名胜 |  | 介绍本县的名胜，注明门票的价格。 | 每季度更新
      招商 | 环境 | 1.介绍本县的环境；2.提供联系的方式。 | 每月更新 | 县商务局
      互动 | 信箱 |  | 公开来信的办理情况。 | 及时更新 | 县信访局
      征集 | 意见 | 公开征集的意见及其采纳情况。 | 及时更新 | 各乡镇、各部门
      热点 | 回应 | 1.回应社会的热点；2.注明信息的来源。 | 2周内更新 | 县委宣传部牵头，县住建局、县司法局配合
      办事 | 个人 | 生育 | 1.列出办理的条件；2.提供表格的下载。 | 每年更新 | 县政务局牵头，县民政局、县税务局配合
      """, layout: .delimited)
    #expect(
      table.rows.map(\.path) == [
        ["县情", "沿革"], ["县情", "名胜"], ["县情", "招商", "环境"], ["互动", "信箱"], ["互动", "征集", "意见"], ["互动", "热点", "回应"],
        ["办事", "个人", "生育"],
      ])
    #expect(
      table.rows.map { $0.texts[.update] } == ["每年更新", "每季度更新", "每月更新", "及时更新", "及时更新", "2周内更新", "每年更新"])
  }

  @Test("Rows that are filled up, and begin with fewer labels than the first, do not say what its fields are")
  func remarksOfMovedRows() throws {
    let table = try RecognisedTable(
      """
      公开 | 财政 | 预算 | 发布部门的预算，注明其依据。 | 每月更新 | 县财政局 |
      决算 | 发布部门的决算，注明其依据。 | 每月更新 | 县财政局 | | |
      县情 | 沿革 | 历史 | 介绍本县的沿革，注明其来源。 | 每年更新 | 县档案局 |
      特产 | 名店 | 介绍本县的名店，注明其地址。 | 每年更新 | 县文化局 | 已改版 |
      风俗 | 节庆 | 介绍本县的节庆，注明其时间。 | 每年更新 | 县文化局 | 须附图片 |
      """, layout: .dropped)
    #expect(table.rows.map(\.path.last) == ["预算", "决算", "历史", "名店", "节庆"])
    #expect(table.rows.map { $0.texts[.responsible] ?? "" } == ["县财政局", "县财政局", "县档案局", "县文化局", "县文化局"])
    #expect(table.rows.map { $0.texts[.remarks] ?? "" } == ["", "", "", "已改版", "须附图片"])
  }

  @Test("Of two fields of times without a header, the one that speaks of supplying content is not that of updates")
  func timesOfSupply() throws {
    let table = try RecognisedTable(
      """
      资讯 | 要闻 | 发布本县的要闻，注明其来源。 | 活动结束当日报送 | 每周更新 | 县政府办
      资讯 | 公告 | 发布本县的公告，注明其文号。 | 印发后2个工作日内提供 | 每月更新 | 县财政局
      县情 | 名胜 | 介绍本县的名胜，注明其地址。 | 每月25日前报送 | 每年更新 | 县文化局
      县情 | 特产 | 介绍本县的特产，注明其产地。 | 活动结束当日报送 | 每年更新 | 县农业局
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.update] } == ["每周更新", "每月更新", "每年更新", "每年更新"])
    #expect(table.rows[0].texts[.supply] == "活动结束当日报送")
  }

  @Test("Numbers count the rows of a whole table, though those that tell its fields stand far below the first")
  func numbersOfFullestRows() throws {
    let table = try RecognisedTable(
      """
      1 | 动态 | 转载 | 讲话 | | 转载讲话的内容，注明其来源。 | 不定期 | 县科技局，县信访局 |
      29 | 渠道 | 公开监督的渠道，注明其来源。 | 每季度更新 | 县发改委 | | | |
      30 | 数据 | 公开统计的数据，注明其来源。 | 不定期 | 县体育局，县司法局 | | | |
      32 | 专题 | 在办 | | | 转载专题的内容，注明其来源。 | 及时更新 | 县林业局，县交通局 |
      33 | 归档 | 脱贫 | 名单 | 发布脱贫的名单，注明其来源。 | 每年更新 | 县科技局 | |
      """, layout: .dropped)
    #expect(table.rows.map { $0.texts[.number] } == ["1", "29", "30", "32", "33"])
  }

  @Test("Two numbers that are written again with the same labels count branches")
  func numbersOfTwoBranches() throws {
    let table = try RecognisedTable(
      """
      1 | 动态 | 要闻 | 发布本县的要闻，注明其来源。 | 每周更新 | 县政府办
      | | 公告 | 发布本县的公告，注明其文号。 | 每月更新 | 县财政局
      2 | 县情 | 名胜 | 介绍本县的名胜，注明其地址。 | 每年更新 | 县文化局
      2 | 县情 | 特产 | 介绍本县的特产，注明其产地。 | 每年更新 | 县农业局
      2 | 县情 | 民俗 | 介绍本县的民俗，注明其由来。 | 每年更新 | 县档案局
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.number] } == ["1", "1", "2", "2", "2"])
  }

  @Test("Of two fields of units without a header, which one leads is in doubt; of a single one, nothing is")
  func unnamedUnits() throws {
    let sketch = """
      资讯 | 要闻 | 发布本县的要闻，注明其来源。 | 每周更新 | 县政府办%
      资讯 | 公告 | 发布本县的公告，注明其文号。 | 每月更新 | 县财政局%
      县情 | 名胜 | 介绍本县的名胜，注明其地址。 | 每年更新 | 县文化局%
      县情 | 特产 | 介绍本县的特产，注明其产地。 | 每年更新 | 县农业局%
      """
    let two = try RecognisedTable(sketch.replacing("%", with: " | 县档案局"), layout: .spanned)
    #expect(two.rows.map { $0.doubts.map(\.code) } == Array(repeating: ["header.units", "header.units"], count: 4))
    #expect(two.rows[0].doubts.map(\.field) == [.responsible, .cooperating])
    let one = try RecognisedTable(sketch.replacing("%", with: ""), layout: .spanned)
    #expect(one.rows.map { $0.doubts.count } == [0, 0, 0, 0])
  }

  @Test("Columns named behind what is demanded and before the units are those that it is demanded of, no remarks")
  func targetsWithoutHeader() throws {
    let table = try RecognisedTable(
      """
      1 | 功能 | 检索 | 检索结果准确，注明其来源。 | “民生实事”栏目 | 县教育局
      2 | 功能 | 适配 | 页面适配手机，注明其版本。 | 工作动态 | 县财政局
      3 | 发布 | 年报 | 按时发布年报，注明其文号。 | 部门文件、规划计划 | 县文化局
      4 | 发布 | 解读 | 及时发布解读，注明其作者。 | 政策解读 | 县农业局
      """)
    #expect(table.rows.map { $0.texts[.target] } == ["“民生实事”栏目", "工作动态", "部门文件、规划计划", "政策解读"])
  }
}
