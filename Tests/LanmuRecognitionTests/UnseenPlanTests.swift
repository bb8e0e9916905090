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
}
