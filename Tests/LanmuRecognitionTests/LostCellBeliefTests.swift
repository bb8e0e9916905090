import LanmuDiagnostics
import LanmuGrid
@testable import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("What is taken to be true of tables whose cells are lost")
struct LostCellBeliefTests {
  private func table(_ sketch: String, layout: Grid.Layout = .dropped) throws -> RecognisedTable {
    try RecognisedTable(sketch, layout: layout)
  }

  @Test("Where the rows of each channel are counted from one, no channel begins where counting goes on")
  func rowsCountedByChannel() throws {
    let table = try table(
      """
      序号 | 频道 | 栏目 | 子栏目 | 具体内容 | 责任单位
      1 | 概况 | 人口 | 发布人口的有关情况。 | 统计局
      2 | 特产 | 发布特产的有关情况。 | 农业农村局
      1 | 政务 | 人事 | 任免 | 发布任免的有关情况。 | 组织部
      2 | 招录 | 发布招录的有关情况。 | 人社局
      3 | 规划 | 年度 | 发布年度的有关情况。 | 发改局
      4 | 专项 | 发布专项的有关情况。 | 发改局
      5 | 财政 | 预算 | 发布预算的有关情况。 | 财政局
      6 | 决算 | 发布决算的有关情况。 | 财政局
      1 | 服务 | 出行 | 发布出行的有关情况。 | 交通运输局
      2 | 停车 | 发布停车的有关情况。 | 公安局
      1 | 互动 | 信箱 | 发布信箱的有关情况。 | 信访局
      2 | 访谈 | 发布访谈的有关情况。 | 信访局
      """)
    #expect(table.rows[2..<8].allSatisfy { $0.path.first == "政务" })
    #expect(table.rows.filter { $0.texts[.number] == "1" }.map { $0.path.first ?? "" } == ["概况", "政务", "服务", "互动"])
  }

  @Test("A label that ends as units do has not moved where its row leaves it no other place, and rows keep theirs")
  func labelLikeAUnit() throws {
    let whole = try table(
      """
      号 | 栏目 | 具体内容 | 更新时效 | 牵头单位 | 参与单位
      1 | 要闻 | 发布要闻的有关情况。 | 每周更新 | 县府办 | 县统计局
      2 | 快讯 | 发布快讯的有关情况。 | 每月更新 | 县文旅局 |
      3 | 公告 | 发布公告的有关情况。 | 每年更新 | |
      4 | 准营准办 | 介绍本县准营准办情况 | | 县住建局 | 县财政局
      5 | 出行 | 发布出行的有关情况。 | 每月更新 | 县交通局 |
      6 | 就学 | 发布就学的有关情况。 | 每周更新 | 县教育局 |
      7 | 就医 | 发布就医的有关情况。 | 每周更新 | |
      8 | 求职 | 发布求职的有关情况。 | 每年更新 | 县人社局 |
      """)
    let leads = ["县府办", "县文旅局", "县文旅局", "县住建局", "县交通局", "县教育局", "县教育局", "县人社局"]
    #expect(whole.rows.map { $0.texts[.lead] } == leads)
    let besideUnit = try table(
      """
      栏目 | 责任单位 | 具体内容 | 更新时效 | 备注
      要闻 | 县府办 | 发布要闻的有关情况。 | 每周更新 |
      快讯 | 县府办 | 发布快讯的有关情况。 | 每月更新 |
      公告 | | 发布公告的有关情况。 | 每年更新 |
      准营准办 | 县教育局、县民政局 | | 长期公开 |
      出行 | 县交通局 | 发布出行的有关情况。 | 每月更新 |
      就学 | | 发布就学的有关情况。 | 每周更新 |
      求职 | 县人社局 | 发布求职的有关情况。 | 每年更新 |
      住房 | 县住建局 | 发布住房的有关情况。 | 每月更新 |
      """)
    #expect(besideUnit.rows[2].texts[.responsible] == "县府办")
    #expect(besideUnit.rows[5].texts[.responsible] == "县交通局")
  }

  @Test("A label that is the first of a page and was open above stands at the outermost level")
  func labelRepeatedByPage() throws {
    let header = "频道 | 栏目 | 子栏目 | 责任单位 | 具体内容 | 更新时限"
    let table = try table(
      """
      \(header)
      公开 | 规划 | 年度 | 发改局 | 发布年度的有关情况。 | 每年更新
      专项 | 发改局 | 发布专项的有关情况。 | | |
      政策 | 司法局 | 发布政策的有关情况。 | 及时更新 | |
      \(header)
      公开 | 人事 | 任免 | 组织部 | 发布任免的有关情况。 | 及时更新
      招录 | 人社局 | 发布招录的有关情况。 | | |
      \(header)
      出行 | 停车 | 公安局 | 发布停车的有关情况。 | 每周更新 |
      \(header)
      出行 | 公交 | 交通局 | 发布公交的有关情况。 | 每周更新 |
      """)
    #expect(table.rows.suffix(2).map(\.path) == [["出行", "停车"], ["出行", "公交"]])
  }

  @Test("Where shallow branches explain a table nearly as well as deep ones, all that depends on it is in doubt")
  func depthOfBranchesInDoubt() throws {
    let channels = [
      ("概况", ["人口", "地理", "气候"]), ("新闻", ["要闻", "快讯", "图片"]), ("招生", ["简章", "计划", "查询"]),
      ("教学", ["专业", "课程", "名师"]), ("科研", ["项目", "成果", "基地"]), ("文化", ["社团", "校史", "校歌"]),
    ]
    var number = 2
    let rows = channels.flatMap { channel, labels in
      labels.enumerated().map { place, label in
        number += 1
        let (first, unit) = place == 0 ? ("\(channel) | ", "宣传部") : ("", "办公室")
        return "\(number) | \(first)\(label) | 发布\(label)的有关情况。 | 及时更新 | \(unit)"
      }
    }
    let table = try table(
      """
      序号 | 频道 | 栏目 | 子栏目 | 具体内容 | 更新时限 | 责任单位
      1 | 公开 | 财务 | 预算 | 发布预算的有关情况。 | 每年更新 | 计财处
      2 | 决算 | 发布决算的有关情况。 | 每年更新 | 计财处
      \(rows.joined(separator: "\n"))
      """)
    #expect(table.rows.dropFirst(2).allSatisfy { row in row.doubts.contains { $0.field == .level } })
  }

  @Test("Units that stand alone head no rows where a field names units, even if no other row ends in them")
  func unitsAloneBesideUnits() throws {
    let table = try table(
      """
      编号 | 类别 | 栏目 | 更新要求 | 承办单位
      1 | 概况 | 人口 | 每年一次 | 统计局、各部门
      2 | 特产 | 农业局 | |
      3 | 新闻 | 要闻 | 每日更新 | 政府办公室
      各部门 | | | |
      4 | 公开 | 规划 | 及时更新 | 发改局
      5 | 人事 | 人社局 | |
      6 | 财政 | 每年一次 | 财政局 |
      """)
    let paths = ["概况/人口", "概况/特产", "新闻/要闻", "新闻/要闻", "公开/规划", "公开/人事", "公开/财政"]
    #expect(table.rows.map { $0.path.joined(separator: "/") } == paths)
    #expect(table.rows[3].texts[.responsible] == "各部门")
  }

  @Test("Covered labels may have left empty cells where other merged cells are gone")
  func coveredLabelsKept() throws {
    let table = try table(
      """
      类别 | 栏目 | 信息内容 | 更新频率 | 更新方式 | 责任单位
      概览 | 区划 | 介绍区划的沿革，图文并茂。 | 有变动即更新 | 单位发布 | 县民政局
      | 非遗 | 有变动即更新 | 县文旅局 | |
      | 友城 | 有变动即更新 | 县外事办 | |
      | 年鉴 | 每年更新 | 县史志办 | |
      公开 | 文件 | 由责任单位登录后台直接发布，并及时清理。 | 有变动即更新 | 单位发布 | 县司法局
      | 指南 | 每年更新 | 县政府办 | |
      | 人事 | 每月更新 | 县委组织部 | |
      | 预算 | 每年更新 | 县财政局 | |
      | 采购 | 每月更新 | 信息报送 | 县财政局 |
      """, layout: .delimited)
    #expect(table.rows.map(\.path.first) == ["概览", "概览", "概览", "概览", "公开", "公开", "公开", "公开", "公开"])
    #expect(table.rows.map(\.path.last) == ["区划", "非遗", "友城", "年鉴", "文件", "指南", "人事", "预算", "采购"])
    #expect(table.rows.last?.texts[.responsible] == "县财政局")
    #expect(table.rows.last?.texts[.mode] == "信息报送")
  }

  @Test("An empty cell at the end of each whole row says how wide a table is whose rows are not filled up")
  func widthOfUnevenRows() throws {
    let table = try table(
      """
      考核指标 | 指标要求 | 对应栏目 | 更新时效 | 保障单位 | 备注
      一级指标 | 二级指标
      健康情况 | 链接 | 检查链接情况，发现问题按次扣分。 | 首页 | 每月更新 | 信息中心 |
      访问 | 检查访问情况，发现问题按次扣分。 | 信息中心 |
      发布情况 | 概况 | 检查概况情况，发现问题按次扣分。 | 概况 | 每年更新 | 史志办公室 |
      动态 | 检查动态情况，发现问题按次扣分。 | 动态 | 政府办公室 |
      服务情况 | 指南 | 检查指南情况，发现问题按次扣分。 | 指南 | 及时更新 | 教育局 |
      表格 | 检查表格情况，发现问题按次扣分。 | 表格 | 民政局 |
      """)
    #expect(table.rows.first?.texts[.requirement] == "检查链接情况，发现问题按次扣分。")
    #expect(table.rows.first?.texts[.update] == "每月更新")
  }

  @Test("What every website is for may be a part of a channel, where missing levels are written out")
  func functionWithinChannel() throws {
    let table = try table(
      """
      编号 | 大类 | 中类 | 小类 | 内容说明 | 责任单位
      1 | 健康情况 | 链接 | | 检查第1项的情况，发现问题按次扣分。 | 信息中心
      2 | 访问 | | 检查第2项的情况，发现问题按次扣分。 | 信息中心
      3 | 政务公开 | 基础信息 | 机构 | 检查第3项的情况，发现问题按次扣分。 | 办公室
      4 | 领导 | 检查第4项的情况，发现问题按次扣分。 | 办公室
      5 | 解读回应 | 比例 | 检查第5项的情况，发现问题按次扣分。 | 办公室
      6 | 形式 | 检查第6项的情况，发现问题按次扣分。 | 办公室
      7 | 数据发布 | 图表 | 检查第7项的情况，发现问题按次扣分。 | 办公室
      8 | 安全保障 | 演练 | 检查第8项的情况，发现问题按次扣分。 | 信息中心
      """)
    #expect(table.rows[2..<7].allSatisfy { $0.path.first == "政务公开" })
  }

  @Test("Branches of the same columns, below each of several departments, do not make those of other branches shallow")
  func leavesThatComeAgainTogether() throws {
    let subjects = [("税费", ["纳税辅导", "发票样式", "退税办理"]), ("林地", ["古树名录", "造林进度", "防火值守"])]
    let departments = ["卫生局", "林业局", "水务局", "粮食局"].map { ($0, ["职能简介", "负责同志", "本局文件", "咨询渠道"]) }
    let channels = [("民生事项", subjects), ("部门主页", departments)]
    let rows = channels.flatMap { channel, branches in
      branches.enumerated().flatMap { branch, content in
        content.1.enumerated().map { place, leaf in
          let labels = (branch == 0 && place == 0 ? [channel] : []) + (place == 0 ? [content.0] : []) + [leaf]
          return (labels + ["登载\(leaf)的做法和进度，方便群众查询。", "每月更新", "\(content.0)办公室"]).joined(separator: " | ")
        }
      }
    }
    let header = "一级栏目 | 二级栏目 | 三级栏目 | 内容要求 | 更新时限 | 责任单位"
    let table = try table(([header] + rows).joined(separator: "\n"), layout: .delimited)
    let paths = channels.flatMap { channel, branches in
      branches.flatMap { branch, leaves in leaves.map { [channel, branch, $0] } }
    }
    #expect(table.rows.map(\.path) == paths)
  }

  @Test("Before any row is read, who helps is expected to be missing oftener than who leads")
  func helpersAreMissing() {
    let meanings: [FieldMeaning] = [.level, .lead, .cooperating]
    let columns = meanings.enumerated().map { LogicalColumn(meaning: $1, label: "", columns: $0..<$0 + 1) }
    let model = LossModel(columns: columns, levelCount: 1, certainlyShown: 0)
    #expect(model.missing[model.place(0, 2)] > model.missing[model.place(0, 1)])
  }

  @Test("Below a page break, a label much like the one above may be its neighbour as well as the same one, torn")
  func neighbourBelowBreak() throws {
    let header = "序号 | 频道 | 栏目 | 子栏目 | 维护内容 | 更新要求 | 责任单位"
    let table = try table(
      """
      \(header)
      1 | 政务动态 | 部门动态 | 基层快讯 | 介绍基层快讯的有关情况。 | 每年更新 | 科技局
      2 | 乡镇传真 | 做好乡镇传真的日常维护。 | 每周更新 | 各乡镇
      3 | 领导活动 | 县长活动 | 公开县长活动的最新信息。 | 每月更新 | 融媒体中心
      \(header)
      4 | 副县长活动 | 按规定公开副县长活动。 | 每月更新 | 政府办
      5 | 公示公告 | 通知公告 | 按规定公开通知公告。 | 每月更新 | 政府办
      6 | 停电通知 | 公布停电通知的有关情况。 | 每周更新 | 供电局
      """, layout: .delimited)
    #expect(table.rows.map(\.path)[3] == ["政务动态", "领导活动", "副县长活动"])
  }

  @Test("Where a row has perhaps not lost the empty cell before its label, rows below it may stand below that label")
  func belowSlippedRow() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 要闻 | 发布本县要闻。 | 每周更新 | 信息中心
       | 快讯 | 发布本县快讯。 | 每天更新 | 信息中心
      民生 | | 发布民生信息。 | 每月更新 | 民政局
       | 出行 | 发布公交线路。 | 每月更新 | 交通局
      就医 | 发布医院名单。 | 每月更新 | 卫健局
       | 就学 | 发布学校名单。 | 每月更新 | 教育局
      文化 | 旅游 | 发布景点名单。 | 每月更新 | 文旅局
      """, layout: .cellPerLine)
    #expect(table.rows[4...5].map(\.path) == [["民生", "就医"], ["民生", "就学"]])
    let doubted = table.rows.indices.filter { row in table.rows[row].doubts.contains { $0.field == .level } }
    #expect(doubted == [4, 5])
  }
}
