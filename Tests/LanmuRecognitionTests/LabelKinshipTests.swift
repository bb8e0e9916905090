import LanmuDiagnostics
import LanmuGrid
import LanmuTestSupport
import Testing

@testable import LanmuRecognition

@Suite("What the names of labels say of their places")
struct LabelKinshipTests {
  private func table(_ sketch: String) throws -> RecognisedTable {
    try RecognisedTable(sketch, layout: .dropped)
  }

  /// A header of three levels, and two channels whose columns have none below them.
  private let twoChannels = """
    频道 | 栏目 | 子栏目 | 具体内容 | 更新时效 | 责任单位
    县情 | 概况 | 介绍本县的位置、面积和地形。 | 每年更新 | 县志办
    历史 | 介绍本县的沿革和名人。 | 每年更新 | 县文旅局
    数据 | 公报 | 发布统计的公报及其附件。 | 每年更新 | 县统计局
    月报 | 发布每月的统计及其附件。 | 每月更新 | 县发改局
    """

  @Test("What one rule asks for stands side by side: 依申请公开 is a fellow of 信息公开指南, not a page of the list above it")
  func fellows() throws {
    let table = try table(
      """
      频道 | 栏目 | 子栏目 | 具体内容 | 更新时效 | 责任单位
      政务公开 | 信息公开指南 | 发布指南的文本，并注明修订的日期。 | 每年更新 | 县政府办
      公开年报 | 本级年报 | 发布本级的年度报告。 | 每年更新 | 县政府办
      乡镇年报 | 汇集各乡镇的年度报告。 | 每年更新 | 各乡镇
      平台入口 | 县直平台 | 列出县直部门的公开平台。 | 及时更新 | 县信息中心
      乡镇平台 | 列出各乡镇的公开平台。 | 及时更新 | 县信息中心
      依申请公开 | 说明申请的渠道和答复的期限。 | 及时更新 | 县政府办
      民生服务 | 出行 | 公交 | 发布公交的线路和票价。 | 每月更新 | 县交通局
      """)
    #expect(table.rows.map(\.path)[4...5] == [["政务公开", "平台入口", "乡镇平台"], ["政务公开", "依申请公开"]])
  }

  @Test("A label that lists all members of its branch has no siblings")
  func listedMembers() throws {
    let table = try table(
      """
      \(twoChannels)
      民意直通 | 来信 | 选登来信 来信统计 来信排行 | 选登群众的来信及其答复。 | 每周更新 | 县信访局
      建言献策 | 征求对本县大事的建议。 | 每季度更新 | 县政府办
      出行 | 公交 | 发布公交的线路和票价。 | 每月更新 | 县交通局
      """)
    #expect(table.rows[5].path == ["民意直通", "建言献策"])
  }

  @Test("A label whose characters all stand in another one is rather a part of it than of any other branch")
  func partsOfCompounds() {
    var labels = LabelTable()
    let numbers = ["公示公告", "办件目录", "公告"].map { labels.number(of: $0) }
    let kinship = LabelKinship(labels, recurs: { _ in false }, isList: { _ in false })
    let weights = numbers[..<2].map { parent in
      kinship.weight(of: [numbers[2]], at: [1], newFrom: 0, open: [parent, -1], members: [0, 0])
    }
    #expect(weights[0] > weights[1])
    #expect(weights[1] == 1)
  }

  @Test("Where a channel begins, other units are named; the same ones say that the channel goes on")
  func repeatedUnits() throws {
    let table = try table(
      """
      \(twoChannels)
      产业 | 园区 | 列出各园区的位置和企业。 | 每月更新 | 县工信局
      名录 | 企业 | 列出企业的名称和行业。 | 每月更新 | 县工信局
      商户 | 列出商户的名称和行业。 | 每月更新 | 县商务局
      出行 | 公交 | 线路 | 发布公交的线路和票价。 | 每月更新 | 县交通局
      """)
    #expect(table.rows[5].path == ["产业", "名录", "企业"])
  }

  @Test("A label that closed its branch time and again has no siblings below it")
  func closingLabels() throws {
    var closing = ClosingLabels()
    for _ in 0..<3 { closing.note(0, goesOn: false, probability: 0.9) }
    for _ in 0..<6 { closing.note(1, goesOn: true, probability: 0.9) }
    #expect(closing.weightOfGoingOn(after: 0) < 0.5)
    #expect(closing.weightOfGoingOn(after: 1) == 1)
    #expect(closing.weightOfGoingOn(after: 2) == 1)
    let table = try table(
      """
      频道 | 栏目 | 子栏目 | 具体内容 | 更新时效 | 责任单位
      县情 | 概况 | 地理 | 介绍本县的位置、面积和地形。 | 每年更新 | 县志办
      历史 | 介绍本县的沿革和名人。 | 每年更新 | 县志办
      便民 | 教育 | 小学 | 列出办事的指南。 | 及时更新 | 县教育局
      咨询投诉 | 县教育局
      医疗 | 门诊 | 县卫健局
      咨询投诉 | 县卫健局
      住房 | 租赁 | 县住建局
      咨询投诉 | 县住建局
      出行 | 公交 | 县交通局
      咨询投诉 | 县交通局
      纳税 | 发票业务 | 县税务局
      申报 | 县税务局
      """)
    let last = table.rows[10]
    #expect(last.path == ["便民", "纳税", "发票业务"])
    #expect(last.doubts.filter { $0.field == .level }.allSatisfy { $0.probability > 0.9 })
  }

  @Test("Where nearly all last labels come again, one that does not stands a level above them")
  func recurringLeaves() throws {
    let table = try table(
      """
      频道 | 栏目 | 子栏目 | 具体内容 | 更新时效 | 责任单位
      要闻 | 快讯 | 发布本县的快讯。 | 每日更新 | 县融媒体中心
      专题 | 土地 | 常用表格 | 发布土地的常用表格。 | 每周更新 | 县甲局
      中签名单 | 发布土地的中签名单。 | 每月更新
      办事流程 | 发布土地的办事流程。 | 县乙局
      沿革 | 年度计划 | 发布修志的年度计划。 | 每年更新 | 县丙局
      办事流程 | 发布修志的办事流程。 | 县丁局
      领导 | 年度计划 | 发布领导的年度计划。 | 每年更新 | 县戊局
      民生 | 求医 | 典型做法 | 发布求医的典型做法。 | 每周更新 | 县己局
      中签名单 | 发布求医的中签名单。
      办事流程 | 发布求医的办事流程。 | 县庚局
      数据 | 慈善 | 介绍慈善的机构。 | 每月更新 | 县辛局
      动态 | 典型做法 | 发布动态的典型做法。 | 县壬局
      年度计划 | 发布动态的年度计划。
      办事流程 | 发布动态的办事流程。 | 每季度更新 | 县癸局
      常用表格 | 发布动态的常用表格。 | 县甲局
      """)
    #expect(table.rows[10...].map { $0.path.first } == Array(repeating: "数据", count: 5))
    #expect(table.rows[10].path == ["数据", "慈善"])
  }

  @Test("No branch goes on below the heading of a section")
  func acrossSections() throws {
    let table = try table(
      """
      序号 | 频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      一、网站管理
      1 | 地图 | 展示本站的全部栏目。 | 每年更新 | 县信息中心
      2 | 搜索 | 检索本站的全部文章。 | 每年更新 | 县信息中心
      3 | 声明 | 说明本站的版权和隐私。 | 每年更新 | 县信息中心
      二、重点公开
      4 | 征地 | 发布征地的公告和补偿。 | 及时更新 | 县自然资源局
      5 | 采购 | 发布采购的公告和结果。 | 及时更新 | 县财政局
      三、专题
      6 | 创城 | 发布创城的动态和经验。 | 每周更新 | 县委宣传部
      7 | 防疫 | 防控 | 发布防控的通告和措施。 | 每周更新 | 县卫健局
      """)
    #expect(table.rows.map(\.path.count) == [2, 2, 2, 2, 2, 2, 3])
  }
}
