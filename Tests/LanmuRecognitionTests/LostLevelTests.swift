import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Levels of tables whose merged cells are gone")
struct LostLevelTests {
  private func table(_ sketch: String) throws -> RecognisedTable { try RecognisedTable(sketch, layout: .delimited) }

  private func paths(_ table: RecognisedTable) -> [String] { table.rows.map { $0.path.joined(separator: "/") } }

  /// How probable the least probable path is that is in doubt.
  private func leastProbability(_ rows: some Sequence<RecognisedRow>) -> Double {
    rows.flatMap(\.doubts).filter { $0.field == .level }.map(\.probability).min() ?? 1
  }

  @Test("Where all rows write their outer labels again, one before a label without others below it is no piece of it")
  func repeatedLabels() throws {
    let table = try table(
      """
      序号 | 一级指标 | 二级指标 | 三级指标 | 考核要求 | 更新周期 | 保障部门
      1 | 政务服务 | 好差评 | 办理结果 | 发布办理结果的有关信息。 | 每月更新 | 乙局
      2 | 政务服务 | 好差评 | 评价指南 | 发布评价指南的有关信息。 | 每月更新 | 甲局
      3 | 政务服务 | 一件事 | 发布一件事的有关信息。 | 每月更新 | 乙局
      4 | 政务服务 | 法人办事 | 设立变更 | 发布设立变更的有关信息。 | 每月更新 | 甲局
      5 | 政务服务 | 法人办事 | 税收财务 | 发布税收财务的有关信息。 | 每月更新 | 乙局
      6 | 互动交流 | 网上调查 | 发布网上调查的有关信息。 | 每月更新 | 甲局
      7 | 互动交流 | 市长信箱 | 写信须知 | 发布写信须知的有关信息。 | 每月更新 | 乙局
      8 | 互动交流 | 市长信箱 | 来信选登 | 发布来信选登的有关信息。 | 每月更新 | 甲局
      9 | 互动交流 | 智能问答 | 发布智能问答的有关信息。 | 每月更新 | 乙局
      10 | 互动交流 | 在线访谈 | 访谈预告 | 发布访谈预告的有关信息。 | 每月更新 | 甲局
      11 | 互动交流 | 在线访谈 | 往期回顾 | 发布往期回顾的有关信息。 | 每月更新 | 乙局
      """)
    let expected = [
      "政务服务/好差评/办理结果", "政务服务/好差评/评价指南", "政务服务/一件事", "政务服务/法人办事/设立变更", "政务服务/法人办事/税收财务", "互动交流/网上调查",
      "互动交流/市长信箱/写信须知", "互动交流/市长信箱/来信选登", "互动交流/智能问答", "互动交流/在线访谈/访谈预告", "互动交流/在线访谈/往期回顾",
    ]
    #expect(paths(table) == expected)
    #expect(table.rows.map { $0.texts[.number] } == (1...11).map(String.init))
  }

  @Test("A branch that lacks an inner level keeps its empty cell in each row, and is no part of the channel above")
  func emptyInnerLevel() throws {
    let table = try table(
      """
      序号 | 一级栏目 | 二级栏目 | 三级栏目 | 公开内容 | 维护单位
      1 | 公开 | 财政 | 预算 | 发布预算的有关信息。 | 财政局
      2 | 决算 | 发布决算的有关信息。 | 财政局
      3 | 人事 | 任免 | 发布任免的有关信息。 | 组织部
      4 | 招录 | 发布招录的有关信息。 | 人社局
      5 | 渔港 | | 泊位 | 发布泊位的有关信息。 | 海洋局
      6 | | 航标 | 发布航标的有关信息。 | 海事局
      7 | | 渔汛 | 发布渔汛的有关信息。 | 海洋局
      8 | | 禁渔 | 发布禁渔的有关信息。 | 海洋局
      9 | 民生 | 出行 | 公交 | 发布公交的有关信息。 | 交通局
      10 | 停车 | 发布停车的有关信息。 | 公安局
      """)
    #expect(paths(table)[4..<8] == ["渔港/泊位", "渔港/航标", "渔港/渔汛", "渔港/禁渔"])
    #expect(paths(table).suffix(2) == ["民生/出行/公交", "民生/出行/停车"])
  }

  @Test("Labels that come once below one branch are as deep as those that come again below others")
  func labelsOfOneBranchAlike() throws {
    let channels = [
      (
        "新闻动态",
        [("新闻发布会", "预告 实录 回放"), ("领导活动", "综合类 部门"), ("图片新闻", "历史归档"), ("部门动态", "部门 综合类 历史归档"), ("人事信息", "综合类 部门")]
      ),
      (
        "公众参与",
        [("民意征集", "征集公告 结果反馈"), ("热线", "综合类 历史归档"), ("访谈", "访谈预告 往期回顾"), ("留言", "综合类"), ("问答", "部门 综合类")]
      ),
      ("数据资源", [("普查", "历史归档"), ("接口", "数据目录 应用案例 数据下载"), ("年度", "综合类 部门"), ("月度", "部门 历史归档")]),
    ]
    var rows: [String] = []
    var expected: [String] = []
    for (channel, branches) in channels {
      for (place, (branch, leaves)) in branches.enumerated() {
        for (index, leaf) in leaves.split(separator: " ").enumerated() {
          let labels = (place + index == 0 ? [channel] : []) + (index == 0 ? [branch] : []) + [String(leaf)]
          let unit = ["甲局", "乙局", "丙局"][rows.count % 3]
          rows.append((labels + ["发布\(leaf)的有关信息。", unit]).joined(separator: " | "))
          expected.append("\(channel)/\(branch)/\(leaf)")
        }
      }
    }
    let table = try table((["频道 | 栏目 | 子栏目 | 内容要求 | 责任单位"] + rows).joined(separator: "\n"))
    #expect(paths(table) == expected)
    #expect(leastProbability(table.rows) > 0.9)
  }

  @Test("What reads as a unit is no piece of a label, since it is none by itself")
  func unitsAsPieces() throws {
    let table = try table(
      """
      一级栏目 | 二级栏目 | 三级栏目 | 报送方式 | 工作要求 | 责任单位
      住建 | 住房 | 公租房 | 信息报送 | 公开公租房的信息，做到内容准确。 | 甲局
      危房 | 自动抓取 | 公开危房的信息，做到内容准确。 | 乙局
      市场 | 预售 | 系统对接 | 公开预售的信息，做到内容准确。 | 丙局
      物业 | 信息转载 | 公开物业的信息，做到内容准确。 | 甲局
      网站 | 联系 | 直属事业单位 | 信息转载 | 公开联系的信息，做到内容准确。 | 丙局
      新近 | 信息转载 | 公开新近的信息，做到内容准确。 | 甲局
      声明 | 直属事业单位 | 信息转载 | 公开声明的信息，做到内容准确。 | 甲局
      """)
    #expect(paths(table).suffix(3) == ["网站/联系/直属事业单位", "网站/联系/新近", "网站/声明/直属事业单位"])
    #expect(leastProbability(table.rows.suffix(3)) > 0.9)
  }

  @Test("Where labels stand below that of a short row, it reaches over no levels: the row lacks the label before it")
  func shortRowsThatOpen() throws {
    let table = try RecognisedTable(
      """
      一级目录 | 二级目录 | 保障要求 | 负责单位 | 更新要求
      公开信息 | 采购公告 | 公布咨询电话、监督电话和办公地址。 | 建设处 | 每年1月、7月
       | 财务预算 | 公布工作流程、办理时限、收费标准。 | 信息中心 | 当日更新
      党建工作 | 精神文明 | 发布图片须清晰并附说明。 | 人事处 | 两周内
      支部活动 | 公开检查结果、处罚决定和整改情况。 | 监督处 | 每年1月、7月
       | 心得体会 | 采取图解、问答等形式，便于群众理解。 | 质量站 | 当日更新
      """, layout: .indented)
    #expect(paths(table).suffix(3) == ["党建工作/精神文明", "党建工作/支部活动", "党建工作/心得体会"])
  }

  @Test("Short rows that end in an empty field were not cut off there: they lack cells before it")
  func shortRowsThatKeepTheirEnd() throws {
    let table = try RecognisedTable(
      """
      No. | 类别 | 栏目名称 | 时效 | 责任部门 | 备注
      1 | 预决算公开 | 绩效评价 | 每月更新 | 财政局 |
      2 | 政府债务 |
      3 | 政府决算 |
      4 | 统计规划 | 经济运行分析 | 每月更新 | 发改局 |
      5 | 统计公报 |
      6 | 发展规划 |
      7 | 区域规划 |
      """, layout: .indented)
    #expect(
      paths(table) == [
        "预决算公开/绩效评价", "预决算公开/政府债务", "预决算公开/政府决算", "统计规划/经济运行分析", "统计规划/统计公报", "统计规划/发展规划", "统计规划/区域规划",
      ])
  }
}
