import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Plans whose rows lost empty fields here and there, or got some too many")
struct LostFieldTests {
  private func table(_ rows: [String]) throws -> RecognisedTable {
    try RecognisedTable(rows.joined(separator: "\n"), layout: .delimited)
  }

  private let header = "频道 | 栏目 | 细目 | 更新时效 | 责任单位"

  /// A channel of three columns, of which only the last has one below it.
  private func channel(_ name: String, _ number: Int) -> [String] {
    [
      "\(name) | 栏目\(number)号 | | 每月更新 | 县教育局", " | 栏目\(number + 1)号 | | 每季度更新 | 县水务局",
      " | 栏目\(number + 2)号 | 细目\(number)号 | 每月更新 | 县民政局",
    ]
  }

  @Test("A row that lost the empty field behind its labels begins a channel, and the rows below belong to it")
  func behindLabels() throws {
    var rows = channel("公开", 1) + channel("民生", 11) + channel("服务", 21) + channel("互动", 31) + channel("专题", 41)
    rows[6] = "服务 | 栏目21号 | 每月更新 | 县教育局 | "
    rows[12] = "专题 | 栏目41号 | 每月更新 | 县教育局"
    rows[4] = " | 栏目12号 | 每季度更新 | 县水务局"
    let table = try table([header] + rows)
    #expect(table.rows[6].path == ["服务", "栏目21号"])
    #expect(table.rows[7].path == ["服务", "栏目22号"])
    #expect(table.rows[12].path == ["专题", "栏目41号"])
    #expect(table.rows[4].path == ["民生", "栏目12号"])
  }

  @Test(
    "Neighbouring rows that lost the empty field before their labels go on with the channel where none lacks a level")
  func beforeLabels() throws {
    let rows = [
      "公开 | 机构 | 介绍机构的职能。 | 每月更新 | 县府办 | ", " | 领导 | 介绍领导的分工。 | 每周更新 | 人事科 | ", " | 年报 | 发布每年的报告。 | 及时更新 | 法规科 | ",
    ]
    let moved = ["规划 | 发布规划及其说明。 | 每月更新 | 县府办 | ", "数据 | 发布数据及其说明。 | 每周更新 | 人事科 | ", "文件 | 发布文件及其说明。 | 及时更新 | 法规科 | "]
    let table = try table(["频道 | 栏目 | 内容要求 | 更新时限 | 责任单位 | 备注"] + rows + moved)
    #expect(table.rows.map(\.path) == ["机构", "领导", "年报", "规划", "数据", "文件"].map { ["公开", $0] })
  }

  @Test("Where a row lost a field is told by how its texts fit, field by field, also where it has no labels to go by")
  func withoutLevels() throws {
    let units = (1...10).map { "第\($0)中学" }
    let rows = units.enumerated().map { index, unit in
      let list = "校务\(index)号，招生\(index)号。"
      return switch index {
      case 2: "\(unit) | | \(list) | 每月更新 | "
      case 4: "\(unit) | \(list) | | 须配图片"
      case 5: "\(unit) | \(list) | 须配图片"
      case 7: "\(unit) | | | \(list) | 每周更新"
      default: "\(unit) | \(list) | \(index % 3 == 0 ? "每周更新" : "每月更新") | \(index == 8 ? "须配图片" : "")"
      }
    }
    let table = try table(["责任单位 | 栏目名称 | 更新时间 | 备注"] + rows)
    #expect(table.rows.map { $0.texts[.requirement] } == (0..<10).map { "校务\($0)号，招生\($0)号。" })
    #expect(table.rows[2].texts[.update] == "每月更新")
    #expect(table.rows[7].texts[.update] == "每周更新")
    #expect(table.rows[5].texts[.remarks] == "须配图片")
  }

  @Test("Where counting begins again with each channel, a row that begins it begins one, and no other does")
  func counting() throws {
    let header = "序号 | 频道 | 栏目 | 细目 | 更新时效 | 责任单位"
    var rows = (0..<5).flatMap { group in
      channel("频道\(group)号", group * 10 + 1).enumerated().map { index, row in "\(index + 1) | \(row)" }
    }
    rows[4] = "2 | 栏目12号 | 细目12号 | 每季度更新 | 县水务局"
    rows[6] = "1 | 频道2号 | 栏目21号 | 每月更新 | 县教育局"
    let table = try table([header] + rows)
    #expect(table.rows[4].path == ["频道1号", "栏目12号", "细目12号"])
    #expect(table.rows[6].path == ["频道2号", "栏目21号"])
    #expect(table.rows[7].path == ["频道2号", "栏目22号"])
  }

  @Test("Labels that alone moved to the left of their row stand at the level of most others")
  func slidLabels() throws {
    var rows = (1...12).map { number in
      "\(number == 1 ? "公开 | 目录" : " | ") | 栏目\(number)号 | 发布与栏目\(number)号有关的内容。 | 每月更新 | 县教育局"
    }
    rows[5] = "栏目6号 | | | 发布与栏目6号有关的内容。 | 每月更新 | 县教育局"
    rows[8] = "栏目9号 | 发布与栏目9号有关的内容。 | 每月更新 | 县教育局 | "
    rows[9] = "栏目10号 | 发布与栏目10号有关的内容。 | 每月更新 | 县教育局"
    let table = try table(["频道 | 大类 | 栏目 | 具体内容 | 更新时效 | 责任单位"] + rows)
    #expect(table.rows.map(\.path) == (1...12).map { ["公开", "目录", "栏目\($0)号"] })
  }

  @Test("An empty field that a short row keeps behind its label may be that of the level below, and leaves a doubt")
  func keptFieldBehindLabel() throws {
    let table = try table([
      "频道 | 栏目 | 子栏目 | 具体内容 | 更新时限 | 责任单位", "政务公开 | 机构职能 | | 发布机构职能的信息。 | 每月 | 编办",
      " | 财政信息 | 预算 | 发布预算的信息。 | 每年 | 财政局", "决算 | 发布决算的信息。 | 每年 | 财政局", "审计 | 发布审计的信息。 | 每年 | 审计局",
      " | 人事信息 | | 发布人事任免的信息。 | 每季度 | 人社局", "办事服务 | 个人办事 | 户籍 | 发布户籍办理的信息。 | 及时更新 | 公安局",
      "社保 | 发布社保办理的信息。 | 及时更新 | 人社局", "医保 | 发布医保办理的信息。 | 及时更新 | 医保局", " | 法人办事 | | 发布法人办事的信息。 | 每月 | 商务局",
      "招标投标 | | 每季度 | 住建局", "互动交流 | 在线访谈 | | 发布访谈的信息。 | 每月 | 广电台",
    ])
    #expect(table.rows[2].path == ["政务公开", "财政信息", "决算"])
    #expect(table.rows[9].path == ["办事服务", "招标投标"])
    #expect(table.rows[9].doubts.contains { $0.field == .level })
  }

  @Test("Units that could be labels where they stand tell that cells are gone before them")
  func unitsAmongLabels() throws {
    let table = try table([
      "频道 | 栏目 | 子栏目 | 具体内容 | 更新方式 | 提供单位", "首页 | 要闻 | | 围绕中心工作策划内容；图文并茂。 | 栏目共建 | 办公室",
      "政务公开 | 公开制度 | | 落实审核责任；确保链接有效。 | 栏目共建 | 办公室", "法定公开 | 其他文件 | 各有关处室",
      "干部任免 | 信息报送 | 人事处", "职称评审 | 人事处", "权责清单 | 政策法规处", "办事服务 | 行业名录 | | 确保内容准确；格式规范。 | 栏目共建 | 行业管理处",
    ])
    let units = ["各有关处室", "人事处", "人事处", "政策法规处", "行业管理处"]
    #expect(table.rows.suffix(5).map { $0.texts[.responsible] ?? "" } == units)
    #expect(table.rows[3].path == ["政务公开", "法定公开", "干部任免"])
  }

  @Test("Names of persons stand where the header has persons, however seldom they bear them")
  func personsBehindLostFields() throws {
    let table = try table([
      "频道 | 栏目 | 子栏目 | 更新时限 | 公开渠道 | 责任单位 | 联络员", "资讯 | 要闻 | 时政 | 每周 | 报送稿件 | 县教育局 | 蒙知秋", "民生 | 每月 | 莫雨田",
      "通报 | 覃小禾", "公告 | 招标 | 工程 | 每月 | 本单位发布 | 县审计局 | 蒙知秋", "采购 | 覃小禾", "土地 | 每年 | 莫雨田",
    ])
    #expect(table.rows.map { $0.texts[.mode] } == ["报送稿件", "报送稿件", "报送稿件", "本单位发布", "本单位发布", "本单位发布"])
    #expect(table.rows[2].path == ["资讯", "要闻", "通报"])
  }

  @Test("Points are no demand, so that what stands before them is none of the labels")
  func points() throws {
    let table = try RecognisedTable(
      """
      指标类别 | 指标名称 | 对应栏目及工作要求 | 考核内容 | 分值 | 责任部门
      统一入口 | 发布在“统一入口”栏目 | 做好统一入口的迁移和归档工作，标注失效的内容。 | 4 | 县总工会 |
      在线办理 | 在线办理、通知公告 | 汇总各单位报送的在线办理信息，经审核后统一发布 | 0.5 | 县水利局、县消防大队、县民政局 |
      便民利企 | 便民利企 | 1.附件应能正常下载打开；2.杜绝错链、死链、暗链。 | 2 | 县红十字会 |
      """, layout: .dropped)
    #expect(table.rows.map(\.path.last) == ["统一入口", "在线办理", "便民利企"])
    #expect(table.rows.map { $0.texts[.target] } == ["发布在“统一入口”栏目", "在线办理、通知公告", "便民利企"])
  }

  @Test("A site stands in the field of ways to publish, beside fields of ticks of which some are empty")
  func ticksBesideSites() throws {
    let table = try RecognisedTable(
      """
      序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 | 公开渠道 | 公开对象 | 公开方式 | | |
      一级事项 | 二级事项 | 全社会 | 特定群众 | 主动 | 依申请公开 | | | | |
      1 | 政策文件 | 规范性文件 | 文件全文 | 每月 | 县住建局 | 政府网站 | √ | | √ |
      2 | 住房保障 | 公租房 | 资格结果 | 每季度 | 县住建局 | 政府网站 | √ | | √ |
      3 | 财政信息 | 预决算 | 预算、决算报告 | 每年 | 县财政局 | 政府网站 | √ | | √ |
      """, layout: .dropped)
    #expect(table.rows.map { $0.texts[.mode] } == ["政府网站", "政府网站", "政府网站"])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("The word for none stands in a field of times as it does in one of units")
  func noneForTime() throws {
    let table = try RecognisedTable(
      """
      序号 | 栏目 | 责任单位 | 更新频次
      3 | 扫黄打非 | 区人力资源社会保障局牵头，各公共企事业单位配合 | 每两周不少于1条
      4 | 节能降碳 | 区林业局 | 变更后5个工作日内更新
      5 | 创城巩卫 | 大河镇、柳林乡、杨家寨乡 | 动态调整
      13 | 技能培训 | 区医疗保障局牵头，区直各部门配合 | 每季度至少1期
      15 | 失业登记 | 区审计局、区红十字会 | 无
      16 | 定点医院 | 区退役军人事务局、区委组织部、区自然资源局 |
      17 | 预约挂号 | 区委宣传部 |
      18 | 疫苗接种 | 区卫生健康局牵头，各有关单位配合 | 不定期
      19 | 家庭医生 | 区委编办 | 不定期
      22 | 养老助残 | 区卫生健康局牵头，各有关单位配合 | 不定期
      23 | 教育入学 | 区投资促进中心 | 每季度首月10日前
      """, layout: .delimited)
    #expect(table.rows[4].texts[.responsible] == "区审计局、区红十字会")
    #expect(table.rows[4].texts[.update] == "无")
  }

  @Test("The star of assessed columns stands on labels, and not on what is demanded of them")
  func starredLabel() throws {
    let table = try RecognisedTable(
      """
      频道 | 大类 | 栏目 | 保障内容 | 责任单位 | 附注
      互动 | 信箱 | 来信选登 | 登载来信；附上答复。 | 信访局 |
      ★咨询建议 | 登载咨询；附上答复。 | 网信办 | 附图
      提案办理 | ★人大代表建议办理 | 县团委 |
      """, layout: .delimited)
    #expect(table.rows.map(\.path.last) == ["来信选登", "咨询建议", "人大代表建议办理"])
    #expect(table.rows.map(\.path.count) == [3, 3, 3])
    #expect(table.rows.last?.starred == true)
  }

  @Test("A text named right behind it is a label, though it ends as offices do, where other demands name theirs")
  func namedLabel() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 牵头单位 | 配合单位 | 公开内容 | 公开时限
      办事 | 设立变更 | 税务局 | 信访局 | 发布设立变更相关信息 | 实时
      准营准办 | 准营准办内容完整、准确 | 每月一次 | | |
      便民 | 公交线路 | 交通局 | 公安局 | 介绍公交线路 | 实时
      停水停电 | 水务局 | 提供停水停电查询 | 每月一次 | |
      天气预报 | 气象局 | 公开天气预报情况 | 每月一次 | |
      主题 | 新生儿出生 | 卫健局 | 公安局 | 介绍新生儿出生 | 实时
      企业开办 | 提供企业开办查询 | 每月一次 | | |
      """, layout: .dropped)
    #expect(table.rows[1].path == ["办事", "准营准办"])
    #expect(table.rows[1].texts[.lead] == "税务局")
  }

  @Test("A body behind a whole sentence is no end of it")
  func bodyBehindSentence() throws {
    let table = try RecognisedTable(
      """
      序号 | 一级栏目 | 二级栏目 | 三级栏目 | 内容 | 更新频率 | 责任单位
      1 | 综合信息 | 1.公布信息的咨询和监督电话；2.对失效的信息作出标注。 | 区林业局 | | |
      2 | 公共卫生 | ★疾病防控 | 发布疾病防控的名录及咨询渠道，并附原文链接。 | 区体育局、区残联、区数据局 | |
      3 | 医院名录 | 1.公布医院名录的咨询和监督电话；⏎2.配发医院的图片。 | 每两周至少更新一次 | | |
      4 | 新闻资讯 | 本地要闻 | 头条新闻 | 发布头条新闻，注明来源（涉密内容除外）。 | 每天更新 | 区房管局、各直属单位
      """, layout: .dropped)
    #expect(table.rows[0].texts[.responsible] == "区林业局")
  }

  @Test("What refers to an annex is a demand, short as it is, and no label")
  func demandInAnnex() throws {
    let table = try RecognisedTable(
      """
      频道 | 一级栏目 | 二级栏目 | 三级栏目 | 栏目内容 | 更新标准 | 责任部门
      公开 | 社会保障 | 救助 | | 设置主题和体裁两种分类，提供检索。 | 每周更新 | 县甲局
      就业 | 招聘 | 见附件2 | 每月更新 | 县乙局
      培训 | 公布培训的内容和名额。 | 每周更新 | 县丙局
      监管 | 首页展示不少于6条，列表页不少于20条。 | 每月更新 | 县丁局
      政务 | 镇街 | 动态 | | 发布各镇街的工作动态。 | 每周更新 | 县乙局
      """, layout: .delimited)
    #expect(table.rows[1].path.last == "招聘")
    #expect(table.rows[1].texts[.requirement] == "见附件2")
  }
}
