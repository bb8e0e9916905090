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

  @Test("What the law has governments publish stands side by side: 社会公益事业 is a fellow of 公共资源配置, not a channel")
  func mattersToPublish() throws {
    let table = try table(
      """
      频道 | 栏目 | 子栏目 | 具体内容 | 牵头单位 | 配合单位
      历史 | 介绍本县的沿革和名人。 | 县志办 | 县文旅局 | |
      政务公开 | 政策文件 | 县级文件 | 发布本级的文件。 | 县政府办 | 县司法局
      审计信息 | 发布审计的结果。 | 县审计局 | 县财政局 | |
      公共资源配置 | 地块 | 发布出让的公告。 | 县自然资源局 | 各有关单位 |
      公开制度 | 列出公开的制度。 | 县政府办 | 县政务局 | |
      社会公益事业 | 低保 | 发布低保的标准。 | 县民政局 | 各有关单位 |
      法定主动公开内容 | 机构职能 | 发布机构的职能。 | 县委编办 | 各有关单位 |
      """)
    #expect(table.rows[5].path == ["政务公开", "社会公益事业", "低保"])
  }

  @Test("财政信息公开 and 教育领域 are matters to publish as 财政 and 教育 are")
  func wordingsOfMatters() {
    for (wording, matter) in [("财政信息公开", "财政"), ("教育领域", "教育"), ("审计信息", "审计")] {
      #expect(LabelFellows.bits(of: wording) == LabelFellows.bits(of: matter))
      #expect(LabelFellows.bits(of: matter) != 0)
    }
    for label in ["信息公开", "公开", "政府信息"] { #expect(LabelFellows.bits(of: label) & LabelFellows.bits(of: "财政") == 0) }
  }

  @Test("Below a label that opens the site's pages on its place stand those that name the place")
  func placeOfTheSite() {
    let labels = ["走进清河", "清河旅游", "投资清河", "风物", "走进机关", "清河"]
    let places = PlaceLabels(labels)
    #expect(labels.indices.filter { places.isOf($0, openedBy: 0) } == [0, 1, 2, 5])
    #expect(labels.indices.filter { places.isOf($0, openedBy: 4) } == [4])
    #expect(labels.indices.allSatisfy { !places.isOf($0, openedBy: 1) })
    #expect(!PlaceLabels(["走进政府开放日", "政府开放日活动"]).isOf(1, openedBy: 0))

    var table = LabelTable()
    let numbers = labels.map { table.number(of: $0) }
    let kinship = LabelKinship(table, recurs: { _ in false }, isList: { _ in false })
    let weights = [0, 3].map { parent in
      kinship.weight(of: [numbers[1]], at: [1], newFrom: 0, open: [numbers[parent], -1], members: [0, 0])
    }
    #expect(weights[0] > weights[1])
  }

  @Test("A branch ends where the heading of a section stands, also where only deep branches were seen above it")
  func branchesEndAtSections() throws {
    let table = try table(
      """
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      防汛 | 常识 | 发布防汛的常识和图片。 | 每周更新 | 县水利局
      二、新闻 | | | |
      要闻 | 发布本县的要闻和图片。 | 每周更新 | 县融媒体中心 |
      公告 | 发布本县的公告和附件。 | 每月更新 | 县政府办 |
      """)
    #expect(table.rows.suffix(2).map(\.path) == [["二、新闻", "要闻"], ["二、新闻", "公告"]])
  }

  @Test("A heading that is written again on the next page begins no section", arguments: ["一、公开类（续）", "（续表）", "一、公开类"])
  func headingsWrittenAgain(heading: String) throws {
    let table = try table(
      """
      频道 | 栏目 | 更新时效 | 责任单位
      一、公开类 | | |
      县务 | 政策 | 每月更新 | 县政府办
      会议 | 每月更新 | 县司法局 |
      \(heading) | | |
      人事 | 每月更新 | 县人社局 |
      规划 | 每月更新 | 县发改局 |
      二、互动类 | | |
      交流 | 信箱 | 每月更新 | 县信访局
      访谈 | 每月更新 | 县信访局 |
      """)
    #expect(table.rows[2...3].map(\.path) == [["一、公开类", "县务", "人事"], ["一、公开类", "县务", "规划"]])
    #expect(table.rows.last?.path == ["二、互动类", "交流", "访谈"])
  }

  @Test("Of matters that a department makes channels of, some are pages of others all the same")
  func mattersAsChannels() throws {
    let table = try table(
      """
      频道 | 栏目 | 更新时效 | 责任单位
      教育 | 学前 | 每年更新 | 教科文科
      医疗卫生 | 政策 | 每月更新 | 社保科
      公共卫生 | 每月更新 | 社保科 |
      社会保障 | 养老服务 | 每月更新 | 社保科
      社会救助 | 每月更新 | 社保科 |
      """)
    #expect(table.rows.map(\.path).contains(["医疗卫生", "公共卫生"]))
    #expect(table.rows.last?.path == ["社会保障", "社会救助"])
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

  @Test("A branch that begins as another does is rather below it than one that ends so")
  func beginningOfBranch() {
    var labels = LabelTable()
    let numbers = ["政务新媒体", "政务微博", "个人服务", "法人服务", "指南"].map { labels.number(of: $0) }
    let kinship = LabelKinship(labels, recurs: { _ in false }, isList: { _ in false })
    func below(_ parent: Int, _ label: Int) -> Double {
      kinship.weight(
        of: [numbers[label], numbers[4]], at: [1, 2], newFrom: 0, open: [numbers[parent], -1, -1], members: [0, 0, 0])
    }
    #expect(below(0, 1) > 1)
    #expect(below(2, 3) == 1)
  }

  @Test("An entry that is counted may be named like its branch")
  func entryNamedLikeBranch() throws {
    let table = try RecognisedTable(
      """
      序号 | 类别 | 栏目 | 供稿单位 | 保障方式 | 备注
      1 | 工作动态 | 领导讲话 | 局属各单位 | 单位录入 |
      2 | 国务院要闻 | 项目建设科 | 栏目链接 | |
      3 | 重要会议 | 机关党委 | 单位录入 | 参照上级标准执行 |
      4 | 工作动态 | 疾病控制科 | 自行发布 | 需图文形式 |
      5 | 基层动态 | 人事教育科 | 栏目链接 | 新增栏目 |
      """, layout: .dropped)
    #expect(table.rows.map { $0.path.first } == Array(repeating: "工作动态", count: 5))
    #expect(table.rows.map { $0.path.last } == ["领导讲话", "国务院要闻", "重要会议", "工作动态", "基层动态"])
  }
}
