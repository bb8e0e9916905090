import LanmuGrid
import LanmuTestSupport
import Testing

@testable import LanmuRecognition

@Suite("Texts alone in rows whose cells are lost")
struct LoneTextTests {
  @Test("Demands in brackets that stand alone in their rows head no section")
  func loneBrackets() throws {
    let table = try RecognisedTable(
      """
      序号 | 事项 | 类别 | 内容标准 | 公开时限 | 公开形式
      1 | 政务 | 简介 | 【名称】 | 每年 | 网站
      【电话】 | | | | |
      【地址】 | | | | |
      2 | 民生 | 出行 | 【线路】 | 每月 | 网站
      【票价】 | | | | |
      3 | 教育 | 招生 | 发布简章。 | 每年 | 网站
      """, layout: .dropped)
    #expect(table.rows.count == 6)
    #expect(table.rows.map { $0.path.first } == ["政务", "政务", "政务", "民生", "民生", "教育"])
  }

  @Test("A unit that stands alone in its row is what is left of the row, and no heading")
  func loneUnits() throws {
    let table = try RecognisedTable(
      """
      编号 | 类别 | 栏目 | 更新要求 | 承办单位
      1 | 概况 | 人口 | 每年一次 | 统计局
      2 | 特产 | 农业局 | |
      政府办公室 | | | |
      各镇、各街道 | | | |
      3 | 新闻 | 要闻 | 每日更新 | 政府办公室
      4 | 图片 | 宣传部 | |
      """, layout: .dropped)
    let paths = [["概况", "人口"], ["概况", "特产"], ["概况", "特产"], ["概况", "特产"], ["新闻", "要闻"], ["新闻", "图片"]]
    #expect(table.rows.map(\.path) == paths)
    #expect(table.rows.map { $0.texts[.responsible] } == ["统计局", "农业局", "政府办公室", "各镇、各街道", "政府办公室", "宣传部"])
  }

  @Test("Labels alone one after the other, and clauses, are what is left of rows, though entries have a number")
  func loneLabels() throws {
    let table = try RecognisedTable(
      """
      序号 | 频道 | 栏目 | 内容 | 更新周期 | 责任单位
      1 | 林业 | 造林 | 发布造林名单。 | 每周 | 林业局
      护林员 | | | | |
      森林防火 | | | | |
      苗木供应 | | | | |
      2 | 渔业 | 休渔 | 休渔期通告 | 每年 | 农业局
      渔港动态，配发图片 | 每月 | | | |
      水产价格，含淡水鱼和海鲜 | | | | |
      3 | 交通 | 公交 | 线路和票价 | 每月 | 交通局
      """, layout: .dropped)
    #expect(table.rows.count == 8)
    #expect(table.rows.map { $0.path.first } == ["林业", "林业", "林业", "林业", "渔业", "渔业", "渔业", "交通"])
    #expect(table.rows.prefix(4).map { $0.path.last } == ["造林", "护林员", "森林防火", "苗木供应"])
  }

  @Test("Where merged fields are kept, a clause alone in its row heads the rows below it, as any label does")
  func clausesAsHeadings() throws {
    let table = try RecognisedTable(
      """
      序号 | 栏目 | 内容 | 责任单位 | 更新时限
      一、政务公开
      1 | 政策 | 发布文件。 | 司法局 | 每周
      优化营商环境，服务企业发展
      2 | 惠企 | 发布政策。 | 发改局 | 每周
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["一、政务公开", "政策"], ["优化营商环境，服务企业发展", "惠企"]])
  }

  @Test("Where lists are all that is left of rows, a single name is too, and heads nothing")
  func nameBesideLists() throws {
    let table = try RecognisedTable(
      """
      序号 | 单位名称 | 保障栏目 | 备注
      1 | 县水利局 | 汛情信息；水价公告 |
      堤防工程；河长名录 | | |
      2 | 县文旅局 | 景区介绍；演出预告 | 首页显示
      公共文化 | | |
      3 | 县人社局 | 招聘信息；技能培训 |
      4 | 县教育局 | 招生公告 |
      """, layout: .dropped)
    #expect(table.rows.map(\.path) == Array(repeating: [], count: 6))
    #expect(table.rows.map { $0.texts[.requirement] }[3] == "公共文化")
    #expect(table.rows.map { $0.texts[.responsible] }[3] == "县文旅局")
  }

  @Test(
    "Labels alone head sections from the first row on, though columns whose fields are merged or empty stand alone, too",
    arguments: [Grid.Layout.delimited, .dropped])
  func headingsBesideEntries(layout: Grid.Layout) throws {
    let table = try RecognisedTable(
      """
      栏目 | 子栏目 | 内容 | 更新周期 | 维护单位
      县情概览
      地理 | 位置 | 介绍位置和面积。 | 每年 | 县志办
      办理流程 | 介绍流程。 | 每年 | 县志办
      人口 | 年报 | 介绍人口和民族。 | 每年 | 统计局
      办理流程
      资讯中心
      图片 | 活动 | 登载图片。 | 每周 | 县府办
      办理流程 | 介绍流程。 | 每周 | 县府办
      重点信息
      教育 | 招生 | 公布学区。 | 每年 | 教育局
      办理流程 | 介绍流程。 | 每年 | 教育局
      \(layout == .dropped ? "" : "竣工验收 | | | |\n变更信息 | | | |")
      """, layout: layout)
    let sections = ["县情概览", "县情概览", "县情概览", "县情概览", "资讯中心", "资讯中心", "重点信息", "重点信息", "重点信息", "重点信息"]
    #expect(table.rows.map { $0.path.first ?? "" } == Array(sections.prefix(layout == .dropped ? 8 : 10)))
    #expect(
      table.rows.prefix(4).map(\.path) == [
        ["县情概览", "地理", "位置"], ["县情概览", "地理", "办理流程"], ["县情概览", "人口", "年报"], ["县情概览", "人口", "办理流程"],
      ])
  }

  @Test("What names the label above it says more of that, and parts no sections that are counted")
  func furtherDemands() throws {
    let table = try RecognisedTable(
      """
      序号 | 类别 | 栏目 | 保障内容 | 更新标准 | 责任主体
      一、公开 | | | | |
      1 | 权责清单 | 证明事项 | 展示证明事项内容 | 每年一次 | 司法局
      做好证明事项宣传 | | | | |
      2 | 县情速览 | 公开县情 | 每月一次 | 县府办 |
      归集县情速览数据 | | | | |
      3 | 人员名录 | 公开人员名录 | 每月一次 | 人社局 |
      二、要闻 | | | | |
      4 | 基层 | 镇街动态 | 公开镇街动态 | 每周一次 | 县志办
      5 | 社区快讯 | 介绍社区快讯 | 每周一次 | 司法局 |
      三、概况 | | | | |
      6 | 自然 | 大事记 | 公开大事记 | 每周一次 | 气象局
      """, layout: .dropped)
    #expect(table.rows.map { $0.path.first ?? "" } == ["一、公开", "一、公开", "一、公开", "一、公开", "一、公开", "二、要闻", "二、要闻", "三、概况"])
  }

  @Test("Where rows of several texts have lost their number, a label alone in its row heads nothing")
  func lostNumbers() throws {
    let table = try RecognisedTable(
      """
      序号 | 栏目 | 保障内容 | 更新标准 | 保障单位 | 备注
      1 | 继续教育 | 公开继续教育的情况。 | 每月一次 | 教务处 | 试行
      本科教育 | | | | |
      招生就业 | 外链 | | | |
      2 | 图书馆 | 整合图书资源。 | 每月一次 | 信息中心 | 新设
      党政部门 | | | | |
      教学单位 | 合并 | | | |
      3 | 科研成果 | 公开科研成果。 | 每周一次 | 科研处 | 外链
      """, layout: .dropped)
    #expect(table.rows.count == 7)
  }

  @Test("Demands alone that follow each other show that no label alone heads others, though they name the label above")
  func demandsThatRunOn() throws {
    let table = try RecognisedTable(
      """
      序号 | 频道 | 栏目 | 内容要求 | 更新时限 | 责任单位 |
      8 | 目录 | 环评审批 | 环评审批名单、联系方式 | 每月更新 | 县环保局 |
      环评审批的依据、程序、结果 | | | | | |
      73 | 辅助 | 英文版 | 发布英文版信息 | 每季更新 | 县府办 |
      英文版相关政策、动态 | | | | | |
      英文版的依据、程序、结果 | | | | | |
      79 | 简介 | 人口民族 | 负责人口民族内容更新 | 每年更新 | 信息中心 |
      人口民族情况介绍及图片 | | | | | |
      做好人口民族宣传报道 | | | | | |
      """, layout: .dropped)
    #expect(table.rows.allSatisfy { $0.path.first != "环评审批的依据、程序、结果" })
    #expect(table.rows.count == 8)
  }
}
