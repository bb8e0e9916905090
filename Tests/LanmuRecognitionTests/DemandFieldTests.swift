import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Fields that say what a column must hold")
struct DemandFieldTests {
  @Test("Of two fields of demands, the one about content is the requirement; one that mostly sets times is them")
  func twoDemands() throws {
    let table = try RecognisedTable(
      """
      版块 | 栏目 | 内容说明 | 具体要求
      概况 | 简介 | 发布单位的名称、职责、地址。 | 及时更新，最长间隔不超过12个月。
      动态 | 要闻 | 发布会议、活动。 | 每周更新
      公开 | 公告 | 发布通知、公示。 | 有变化时更新
      """)
    #expect(table.rows.map { $0.texts[.requirement] } == ["发布单位的名称、职责、地址。", "发布会议、活动。", "发布通知、公示。"])
    #expect(table.rows.map { $0.texts[.update] } == ["及时更新，最长间隔不超过12个月。", "每周更新", "有变化时更新"])
  }

  @Test("A further field of demands is kept as remarks")
  func furtherDemand() throws {
    let table = try RecognisedTable(
      """
      栏目 | 内容说明 | 具体要求 | 更新周期
      简介 | 发布单位的名称、职责、地址和电话。 | 文字不超过三百字，配图一张。 | 每年
      要闻 | 发布会议、活动和重要工作的信息。 | 标题不超过二十字，不得转载。 | 每周
      """)
    #expect(table.rows.map { $0.texts[.remarks] } == ["文字不超过三百字，配图一张。", "标题不超过二十字，不得转载。"])
  }

  @Test("Duties left of the labels are no demand where a field behind these surely says what is demanded")
  func duties() throws {
    let table = try RecognisedTable(
      """
      序号 | 具体职责 | 业务事项 | 信息类别 | 内容标准 | 公开时限
      1 | 负责政务公开、政府信息公开及文件的收发工作 | 政务公开 | 基本信息 | 机构的名称 | 每年
      2 | ^ | ^ | 法定职责 | 最新的职责 | 每年
      3 | 负责本部门的预算、决算及财务的管理工作 | 财政信息 | 部门预算 | 预算的报表 | 每年
      """)
    #expect(table.rows.map { $0.texts[.requirement] } == ["机构的名称", "最新的职责", "预算的报表"])
    #expect(table.rows[0].path == ["政务公开", "基本信息"])
  }

  @Test("A part in lenticular brackets that stands alone is what is demanded, and no label")
  func bracketedParts() throws {
    let table = try RecognisedTable(
      """
      序号 | 业务事项 | 信息类别 | 内容标准 | 公开时限 | 公开形式
      1 | 政务公开 | 基本信息 | 【机构名称】 | 变更之日起20个工作日内 | 政府网站
      【联系方式】 | | | | |
      2 | 法定职责 | 最新法定职责 | 变更之日起20个工作日内 | 政府网站 |
      3 | 部门文件 | 【标题】 | 变更之日起20个工作日内 | 政府网站 |
      【正文】 | | | | |
      """, layout: .dropped)
    #expect(table.rows.map { $0.texts[.requirement] } == ["【机构名称】", "【联系方式】", "最新法定职责", "【标题】", "【正文】"])
    #expect(table.rows.map { $0.path.last } == ["基本信息", "基本信息", "法定职责", "部门文件", "部门文件"])
  }

  @Test("Where no field holds labels, a task left of what it demands is one")
  func tasks() throws {
    let table = try RecognisedTable(
      """
      工作任务 | 具体要求 | 责任部门
      一、做好预算公开。 | 1.公开报表。 | 财务科
      二、做好网站公开。 | 2.更新概况。 | 办公室
      ^ | 3.反馈意见。 | 各科室
      """)
    #expect(table.rows.map(\.path) == [["一、做好预算公开。"], ["二、做好网站公开。"], ["二、做好网站公开。"]])
    #expect(table.rows.map { $0.texts[.requirement] } == ["1.公开报表。", "2.更新概况。", "3.反馈意见。"])
  }

  @Test("Long lists of units that moved into the last level make no demand of it")
  func movedUnits() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目名称 | 细分栏目 | 保障单位 | 信息提供时限 | 更新时限
      渔港 | 泊位 | 泊位公告 | 县海洋局 | 文件签发后2日内 | 定期更新
       | 船员招聘 | 县海洋局；县总工会 | 每季度首月10日前 | 6个月内 |
       | 航标公示 | 县海洋局 | 文件签发后2日内 | 实时 |
      潮汐 | 潮位答复 | 县气象局；县水利局；县教育局；县农业农村局 | 活动结束当日报送 | 每周更新 |
      """, layout: .delimited)
    #expect(
      table.rows.map(\.path) == [
        ["渔港", "泊位", "泊位公告"], ["渔港", "泊位", "船员招聘"], ["渔港", "泊位", "航标公示"], ["渔港", "潮汐", "潮位答复"],
      ])
    #expect(table.rows.allSatisfy { $0.texts[.requirement] == nil })
  }

  @Test("Indicators behind a level are labels, though demands drifted among them")
  func demandsAmongIndicators() throws {
    let table = try RecognisedTable(
      """
      考核项目 | 考核指标 | 考核内容 | 责任单位
      互动 | 时效 | 网民的留言须在五个工作日内答复，不得无故推诿。 | 信访局
       | 质量 | 答复应当有理有据，态度诚恳，不得敷衍了事。 | 信访局
       | 公开 | 除不宜公开的以外，答复的结果全部公开。 | 县府办
      服务 | 指南 | 办事的指南要素齐全，与服务网保持一致。 | 政务局
      咨询 | 提供办事的咨询渠道，三个工作日内答复。 | 政务局 |
      """, layout: .delimited)
    #expect(
      table.rows.map(\.path) == [["互动", "时效"], ["互动", "质量"], ["互动", "公开"], ["服务", "指南"], ["服务", "咨询"]])
  }

  @Test(
    "What is shared out is the demand where other fields hold the units, beside tasks that are but named",
    arguments: [Grid.Layout.spanned, .delimited])
  func sharedOutDuties(layout: Grid.Layout) throws {
    let table = try RecognisedTable(
      """
      工作任务 | 细化分工 | 牵头单位 | 责任单位 | 时限要求
      政策汇编 | 汇编各类惠企政策，按月更新。 | 县税务局 | 县工商联 | 每月
      领导解读 | 介绍负责人解读的情况和要点。 | 县司法局 | 县商务局 | 每季度
      咨询窗口 | 公布咨询的电话、地址和时间。 | 县团委 | 县妇联 | 即时
      """, layout: layout)
    #expect(table.fields == [.level, .requirement, .lead, .responsible, .update])
    #expect(table.rows.map(\.path) == [["政策汇编"], ["领导解读"], ["咨询窗口"]])
  }

  @Test("By when a task is done is its time only where no field sets another", arguments: ["更新时限", "备注"])
  func completion(last: String) throws {
    let table = try RecognisedTable(
      """
      重点任务 | 具体事项 | 具体要求 | 完成时间 | 责任单位 | \(last)
      公开 | 汇编 | 汇编各类惠企政策，按类列出。 | 9月30日前 | 县税务局 | \(last == "备注" ? "新增" : "每周更新")
      解读 | 图解 | 介绍政策的背景和要点。 | 长期坚持 | 县司法局 | \(last == "备注" ? "" : "每月更新")
      回应 | 窗口 | 公布咨询的电话和地址。 | 6月底前 | 县信访局 | \(last == "备注" ? "" : "每季度更新")
      """)
    #expect(table.fields[3] == (last == "备注" ? .update : .other))
    #expect(table.rows[0].texts[.update] == (last == "备注" ? "9月30日前" : "每周更新"))
  }

  @Test("A short demand under its own label stays one beside duties that are shared out")
  func shortDemands() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 内容要求 | 职责分工 | 责任单位 | 更新时限
      新闻 | 要闻 | 发布要闻信息 | 负责要闻的采集、审核、发布 | 县报社 | 每天
      ^ | 公告 | 发布公告信息 | 负责公告的采集、审核、发布 | 县府办 | 每周
      民生 | 出行 | 发布出行信息 | 负责出行的采集、审核、发布 | 县交通局 | 每月
      """)
    #expect(table.rows.map(\.path) == [["新闻", "要闻"], ["新闻", "公告"], ["民生", "出行"]])
    #expect(table.rows.map { $0.texts[.requirement] } == ["发布要闻信息", "发布公告信息", "发布出行信息"])
  }

  @Test("Of two words for updating, the one over lists and sentences says what is demanded")
  func demandsOfUpdating() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 更新维护要求 | 责任单位 | 更新要求
      服务 | 出行 | 每月至少更新1次；公布线路、票价和停运信息。 | 交通局 | 每月更新
      ^ | 就医 | 每季度至少更新一次；公布门诊时间，附件能够下载。 | 卫健局 | 半年内更新
      互动 | 来信 | 每半月至少更新1次；选登来信和答复，注明单位。 | 信访局 | 每日更新
      """)
    #expect(table.rows.map { $0.texts[.update] } == ["每月更新", "半年内更新", "每日更新"])
    #expect(table.rows.allSatisfy { $0.texts[.requirement]?.contains("；") == true && $0.texts[.supply] == nil })
  }

  @Test("The only word for updating says what is demanded where it is none to the letter, and stands over lists")
  func onlyDemandOfUpdating() throws {
    let rows = """
      服务 | 出行 | 1.每月至少更新1次；2.公布线路、票价和停运信息。 | 交通局
      ^ | 就医 | 每季度至少更新一次。 | 卫健局
      互动 | 来信 | 1.每半月至少更新1次；2.选登来信和答复，注明单位。 | 信访局
      """
    let demand = try RecognisedTable("频道 | 栏目 | 更新维护要求 | 责任单位\n" + rows)
    #expect(demand.fields == [.level, .level, .requirement, .responsible])
    for label in ["更新要求", "更新维护时限要求"] {
      let time = try RecognisedTable("频道 | 栏目 | \(label) | 责任单位\n" + rows)
      #expect(time.fields == [.level, .level, .update, .responsible])
    }
  }

  @Test("What fields hold is seen behind levels that the header does not show, too")
  func contentBehindFurtherLevels() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目名称 | 更新维护要求 | 责任单位 | 更新要求
      服务 | 出行 | 公交 | 每月至少更新1次；公布线路、票价和停运信息。 | 交通局 | 每月更新
       | | 地铁 | 每月至少更新1次；公布线路，附件能够下载。 | 轨道公司 | 半年内更新
      互动 | 信箱 | 来信 | 每半月至少更新1次；选登来信和答复，注明单位。 | 信访局 | 每日更新
      """, layout: .indented)
    #expect(table.rows.map(\.path) == [["服务", "出行", "公交"], ["服务", "出行", "地铁"], ["互动", "信箱", "来信"]])
    #expect(table.rows.map { $0.texts[.update] } == ["每月更新", "半年内更新", "每日更新"])
    #expect(table.rows.allSatisfy { $0.texts[.requirement]?.contains("；") == true })
  }

  @Test("A quota that says how often is a time")
  func quotas() throws {
    let rows = ["要闻 | 每月1条 | 县府办", "公告 | 每季度2条 | 信息中心", "访谈 | 每年1次 | 信访局"]
    for label in ["报送数（条）", "任务量"] {
      let table = try RecognisedTable((["栏目 | \(label) | 责任单位"] + rows).joined(separator: "\n"))
      #expect(table.fields == [.level, .update, .responsible])
    }
  }
}
