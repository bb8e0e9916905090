import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import Testing

@Suite("Plans unlike those known before")
struct UnseenPlanTests {
  private func tables(_ sketches: String..., layout: Grid.Layout = .spanned) throws -> [RecognisedTable] {
    let blocks = sketches.map { TableDocument.Block.table(Grid(sketch: $0, layout: layout)) }
    return try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: blocks)).value.tables
  }

  private func table(_ sketch: String, layout: Grid.Layout = .spanned) throws -> RecognisedTable {
    try #require(try tables(sketch, layout: layout).first)
  }

  @Test("A common noun for bodies over bodies is a header's, though few of its words are known")
  func nounOverBodies() throws {
    let table = try table(
      """
      甲 | 乙 | 主要内容 | 支部室 | 维护周期
      概况 | 简介 | 建馆历史、馆藏规模 | 办公室 | 每年
      资源 | 书目 | 图书、期刊目录 | 采编部 | 每月
      活动 | 讲坛 | 讲座预告、视频 | 推广部 | 每周
      """)
    #expect(table.header == ["甲", "乙", "主要内容", "支部室", "维护周期"])
    #expect(table.rows.map { $0.texts[.responsible] } == ["办公室", "采编部", "推广部"])
  }

  @Test("Without a header, lists beside labels say what is demanded")
  func listsBesideLabels() throws {
    let table = try table(
      """
      1 | 概览 | 面积、人口、产业 | 每年 | 党政办公室
      2 | 领导 | 姓名、职务、分工 | 变动时 | 党建办公室
      3 | 财政 | 预算、决算 | 每年 | 财政所
      4 | 低保 | 对象、标准 | 每月 | 民政办公室
      """)
    #expect(table.rows.map(\.path) == [["概览"], ["领导"], ["财政"], ["低保"]])
    #expect(table.rows.last?.texts[.requirement] == "对象、标准")
  }

  @Test("Fractions that do not count up are no running numbers")
  func fractions() throws {
    let table = try table(
      """
      平台 | 账号 | 推文要求 | 更新频率 | 运营部门 | 甲
      微信 | 平安发布 | 会议和活动 | 每日 | 宣传部 | 46.2
      ^ | 平安人社 | 招聘信息 | 每周 | 人社局 | 12.8
      微博 | 平安交警 | 路况信息 | 每日 | 公安局 | 8.1
      """)
    #expect(table.rows.allSatisfy { $0.texts[.number] == nil })
  }

  @Test("Matters of applicants with the time that each takes are no plan")
  func matters() throws {
    let tables = try tables(
      """
      专栏 | 栏目内容 | 更新期限 | 发布股室
      目录 | 事项目录 | 每月 | 法规股
      指南 | 办事指南 | 每季度 | 审批股
      """,
      """
      序号 | 事项名称 | 事项类型 | 法定办结时限 | 承诺办结时限 | 咨询电话
      1 | 企业登记 | 行政许可 | 3个工作日 | 1个工作日 | 6221001
      2 | 食品经营 | 行政许可 | 20个工作日 | 5个工作日 | 6221002
      """)
    #expect(tables.count == 1)
    #expect(tables.first?.rows.count == 2)
  }

  @Test("Of two times below one label, the one that speaks of supplying is the supply's")
  func timesBelowOneLabel() throws {
    let table = try table(
      """
      保障栏目 | < | 保障内容 | 时间要求 | < | 责任部门
      大栏 | 小栏 | ^ | 素材提交 | 网上发布 | ^
      概览 | 情况 | 四至范围 | 每年2月 | 每年3月 | 党政办
      动态 | 新闻 | 重要会议 | 每周四 | 每周五 | 宣传部
      """)
    #expect(table.rows.map { $0.texts[.supply] } == ["每年2月", "每周四"])
    #expect(table.rows.map { $0.texts[.update] } == ["每年3月", "每周五"])
  }

  @Test("A word for what columns a plan covers may stand over its levels, where merged cells are gone")
  func targetOverLevels() throws {
    let table = try table(
      """
      序号 | 保障栏目 | 保障内容 | 更新时限 | 责任分工 | 备注 | |
      大栏 | 小栏 | 牵头部门 | 协同单位 | | | |
      1 | 概览 | 情况 | 四至范围。 | 每年 | 党政办 | 经发局 | 无
      2 | 领导 | 简历、分工。 | 每年 | 组织部 | 党政办 | 无 |
      3 | 动态 | 新闻 | 重要会议。 | 每周 | 宣传部 | 党政办 | 无
      """, layout: .dropped)
    #expect(table.header == ["序号", "大栏", "小栏", "保障内容", "更新时限", "牵头部门", "协同单位", "备注"])
    #expect(table.rows.map(\.path) == [["概览", "情况"], ["概览", "领导"], ["动态", "新闻"]])
  }

  @Test("The short words of a catalogue divide its ticked fields, where merged cells are gone")
  func shortWordsOfCatalogues() throws {
    let table = try table(
      """
      编号 | 公开事项 | 公开内容 | 时限要求 | 主体 | 对象 | 方式 | 层级 | | | | |
      事项 | 子项 | 社会 | 特定 | 主动 | 申请 | 区 | 街 | | | | |
      1 | 服务 | 名录 | 公开名称和地址。 | 每年 | 区文旅局 | √ | | √ | | √ | √
      2 | 活动 | 公开时间和地点。 | 每月 | 区文旅局 | √ | | √ | | √ | √ |
      3 | 许可 | 演出 | 公开条件和结果。 | 每月 | 区文旅局 | √ | | √ | | √ |
      """, layout: .dropped)
    #expect(table.rows.map(\.path) == [["服务", "名录"], ["服务", "活动"], ["许可", "演出"]])
    #expect(table.rows.allSatisfy { $0.texts[.responsible] == "区文旅局" })
  }

  @Test(
    "A row in which but outer labels are covered has its cells in their places, though one reads like its neighbour")
  func fullButForOuterLabels() throws {
    let table = try table(
      """
      序号 | 频道 | 问题栏目 | 整改措施 | 完成时限 | 责任单位
      1 | 概况 | 简介 | 按统计公报订正数据 | 7月10日前 | 县统计局
      2 |  | 旅游 | 修复失效链接 | 7月10日前 | 县文旅局
      3 | 新闻 | 部门 | 每周至少更新2条 | 马上就改 | 各部门
      4 |  | 乡镇 | 约谈信息员 | 7月20日前 | 各乡镇
      5 | 政务 | 解读 | 补充关联链接 | 7月底前 | 县政府办
      6 |  | 预案 | 发布新修订预案 | 8月底前 | 县应急局
      """, layout: .delimited)
    #expect(table.rows[2].texts[.requirement] == "每周至少更新2条")
    #expect(table.rows[2].texts[.update] == "马上就改")
  }

  @Test("Rows that all reach the deepest level tell that a table writes out every level, where merged cells are gone")
  func writtenLevels() throws {
    let table = try table(
      """
      平台 | 账号名称 | 菜单栏目 | 推送内容 | 推送频率 | 运维单位 | 备注
      微信公众号 | 平安发布 | 平安要闻 | 重要会议活动 | 每个工作日 | 区融媒体中心 | 无
      政策速递 | 惠企政策及图解 | 每周 | 区融媒体中心 |
      办事服务 | 预约办事、进度查询 | 实时更新 | 区大数据中心 |
      平安警方 | 警情通报 | 反诈提醒 | 随时 | 区公安分局 |
      便民服务 | 户政、交管业务指南 | 每月 | 区公安分局 |
      平安健康 | 健康科普 | 疾病预防知识 | 每周 | 区疾控中心 |
      疫苗预约 | 接种点、接种时间 | 每日 | 区疾控中心 |
      平安教育 | 招生入学 | 学区划分、报名流程 | 每年 | 区教育局 |
      校园风采 | 各校活动 | 每周 | 各中小学 |
      微博 | 平安微博 | 微直播 | 重大活动直播 | 按需 | 区融媒体中心 |
      微辟谣 | 不实信息澄清 | 2小时内 | 区融媒体中心 |
      """, layout: .delimited)
    #expect(table.rows.allSatisfy { $0.path.count == 3 })
    #expect(table.rows[4].path == ["微信公众号", "平安警方", "便民服务"])
    #expect(table.rows[10].path == ["微博", "平安微博", "微辟谣"])
  }

  @Test("Labels that say little yield to counts, times and lists below them")
  func contentOverLabels() throws {
    let table = try table(
      """
      条目序 | 主版 | 分版 | 保障细目 | 上新要求 | 守护单位 | 其它说明
      1 | 州情 | 地理 | 位置、民族、语言 | 一年一次 | 州志办 |
      2 | ^ | 经济 | 指标、产业 | 每季度 | 州统计局 | 以公报为准
      3 | 政务 | 领导 | 简历、分工 | 有变动时更新 | 州政府办 |
      4 | ^ | 会议 | 议题、决定 | 会后2日内 | 州政府办 |
      """)
    #expect(table.fields == [.number, .level, .level, .requirement, .update, .responsible, .remarks])
    #expect(table.rows.last?.texts[.requirement] == "议题、决定")
  }

  @Test("Matters with which something is done are demands beside other levels", arguments: ["保障事项", "公开事项及内容", "发布事项"])
  func handledMatters(label: String) throws {
    let table = try table(
      """
      频道 | 栏目 | \(label) | 更新频率 | 责任单位
      概况 | 简介 | 县情概况 | 每年 | 县志办
      动态 | 要闻 | 重要会议 | 每周 | 县府办
      公开 | 预算 | 部门预算 | 每年 | 县财政局
      """)
    #expect(table.fields == [.level, .level, .requirement, .update, .responsible])
  }

  @Test("What a form says of itself above a header is no part of it, where merged cells are gone")
  func formAboveHeader() throws {
    let table = try table(
      """
      编制部门：信息科 | 编制日期：2024-03 | | | |
      序号 | 菜单 | 展示内容 | 变更条件 | 经办部门 |
      1 | 介绍 | 治理、网点概况 | 年报审计后 | 综合部 |
      2 | 公告 | 通知、公告 | 会议召开前15日 | 董事会办公室 |
      3 | 存款 | 期限、利率 | 利率调整当日 | 业务部 |
      """, layout: .dropped)
    #expect(table.header == ["序号", "菜单", "展示内容", "变更条件", "经办部门"])
    #expect(table.rows.map { $0.texts[.update] } == ["年报审计后", "会议召开前15日", "利率调整当日"])
  }

  @Test("A text alone in its row is a section's heading where all other rows begin with a number")
  func sectionsAmongNumbers() throws {
    let table = try table(
      """
      号码 | 公开事项 | 事项说明 | 何时公开 | 牵头科室
      党群工作 | | | |
      （1） | 党费收缴 | 收缴标准和使用情况。 | 每半年 | 党群办公室
      （2） | 发展党员 | 公示发展的对象。 | 每季度 | 党群办公室
      城市管理 | | | |
      （3） | 物业管理 | 公布考核的结果。 | 每半年 | 城管办公室
      """, layout: .dropped)
    #expect(table.rows.map(\.path) == [["党群工作", "党费收缴"], ["党群工作", "发展党员"], ["城市管理", "物业管理"]])
    #expect(table.rows.map { $0.texts[.number] } == ["（1）", "（2）", "（3）"])
  }

  @Test("What is assessed, by whatever word, makes a table of indicators")
  func assessedPoints() throws {
    let table = try table(
      """
      考评项 | 项分 | 考评点 | 评判尺度 | 对口处室
      安全 | 30 | 漏洞修复 | 未按时修复的，每次扣5分。 | 信息中心
      ^ | ^ | 账号管理 | 弱口令每个扣2分。 | 信息中心
      内容 | 40 | 栏目更新 | 超期未更新的，每个扣3分。 | 宣传部
      """)
    #expect(table.kind == .indicators)
    #expect(table.rows.map(\.path) == [["安全", "漏洞修复"], ["安全", "账号管理"], ["内容", "栏目更新"]])
  }

  @Test("In a table of one level, empty cells below a value are merged with it")
  func oneLevel() throws {
    let table = try table(
      """
      栏目 | 内容要求 | 责任单位
      值守 | 各栏目均须校对和审签。 | 应急局
      普法 | | 司法局
      商标 | | 市场局
      年鉴 | | 史志办
      科普 | | 科技局
      """, layout: .delimited)
    #expect(table.rows.allSatisfy { $0.texts[.requirement] == "各栏目均须校对和审签。" })
  }

  @Test("A field of columns of the site holds the labels where nothing else names what is kept")
  func targetAlone() throws {
    let table = try table(
      """
      编号 | 保障栏目 | 责任单位 | 更新时限 | 工作要求
      1 | 要闻 | 县府办 | 每周更新 | 发布重要的会议、活动。
      2 | 预算 | 财政局 | 每年更新 | 发布部门的预算、决算。
      """)
    #expect(table.rows.map(\.path) == [["要闻"], ["预算"]])
  }
}
