import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Headers in words of their author's own")
struct UnknownWordingTests {
  @Test("Codes, yes and no, names and short numbers beside the levels are no levels and no running numbers")
  func sundries() throws {
    let table = try RecognisedTable(
      """
      版块 | 栏目 | 模板 | 必设 | 栏目内容 | 更新频次 | 责任科室 | 对接 | 内线
      概况 | 简介 | 1001 | 是 | 医院历史 | 每年 | 院办 | 刘芳 | 6035
      ^ | 领导 | 1002 | 否 | 院领导分工 | 每年 | 院办 | 刘芳 | 6012
      动态 | 要闻 | 1101 | 是 | 会议和活动 | 每周 | 宣传科 | 孙梅 | 6088
      """)
    #expect(table.rows.map(\.path) == [["概况", "简介"], ["概况", "领导"], ["动态", "要闻"]])
    #expect(table.rows.allSatisfy { $0.texts[.number] == nil })
    #expect(table.rows.map { $0.texts[.responsible] } == ["院办", "院办", "宣传科"])
  }

  @Test("Numbers from 1 on, one by one, number the rows, whatever their label", arguments: ["ID", "条目号", "栏目码"])
  func running(label: String) throws {
    let table = try RecognisedTable(
      """
      \(label) | 版块 | 栏目 | 栏目内容 | 更新频次 | 责任科室
      1 | 概况 | 简介 | 医院历史 | 每年 | 院办
      2 | ^ | 领导 | 院领导分工 | 每年 | 院办
      3 | 动态 | 要闻 | 会议和活动 | 每周 | 宣传科
      """)
    #expect(table.rows.map { $0.texts[.number] } == ["1", "2", "3"])
    #expect(table.rows.map(\.path) == [["概况", "简介"], ["概况", "领导"], ["动态", "要闻"]])
  }

  @Test("Whole sentences right of the labels say what is demanded where no label does")
  func sentences() throws {
    let table = try RecognisedTable(
      """
      版块 | 栏目 | 发布信息类型 | 更新频次 | 责任科室
      概况 | 简介 | 医院历史、规模和特色科室的介绍，配图片。 | 每年 | 院办
      动态 | 要闻 | 重要会议和活动的报道，当天发布。 | 每周 | 宣传科
      公开 | 账目 | 收费的项目和标准，有变动时更正。 | 每年 | 财务科
      """)
    #expect(table.rows.map(\.path) == [["概况", "简介"], ["动态", "要闻"], ["公开", "账目"]])
    #expect(table.rows.allSatisfy { $0.texts[.requirement] != nil })
  }

  @Test(
    "Who keeps a field of business leads those who are responsible, and is responsible where nobody else is",
    arguments: [
      ("归口科室", "责任科室", FieldMeaning.lead, FieldMeaning.responsible), ("归口科室", "参与科室", .responsible, .cooperating),
      ("主要责任科室", "归口科室", .lead, .responsible), ("主体责任单位", "内容责任单位", .lead, .responsible),
      ("承办单位", "保障单位", .lead, .responsible), ("牵头单位", "承办单位", .lead, .responsible),
    ])
  func overseers(first: String, second: String, one: FieldMeaning, other: FieldMeaning) throws {
    let table = try RecognisedTable(
      """
      版块 | 栏目 | 栏目内容 | 更新频次 | \(first) | \(second)
      概况 | 简介 | 医院历史 | 每年 | 院办 | 人事科
      动态 | 要闻 | 会议和活动 | 每周 | 宣传科 | 院办
      """)
    #expect(table.rows.map { $0.texts[one] } == ["院办", "宣传科"])
    #expect(table.rows.map { $0.texts[other] } == ["人事科", "院办"])
  }

  @Test(
    "A header none of whose words is known is told by what stands below it",
    arguments: [Grid.Layout.spanned, .delimited])
  func contrast(layout: Grid.Layout) throws {
    let table = try RecognisedTable(
      """
      甲 | 乙 | 丙 | 丁 | 戊
      概况 | 简介 | 发布企业性质、经营范围和股权结构。 | 每年 | 县水务局
      动态 | 停水 | 公布停水的范围、原因和恢复时间。 | 每周 | 县住建局
      公开 | 水质 | 公开出厂水和管网水的检测结果。 | 每月 | 县卫健局
      互动 | 信箱 | 公开来信的答复和统计情况。 | 每周 | 县信访局
      """, layout: layout)
    #expect(table.rows.map(\.path) == [["概况", "简介"], ["动态", "停水"], ["公开", "水质"], ["互动", "信箱"]])
    #expect(table.header == ["甲", "乙", "丙", "丁", "戊"])
    #expect(table.rows.map { $0.texts[.update] } == ["每年", "每周", "每月", "每周"])
  }

  @Test("Without a header the first row stays an entry")
  func noHeader() throws {
    let table = try RecognisedTable(
      """
      概况 | 简介 | 发布企业性质、经营范围和股权结构。 | 每年 | 县水务局
      动态 | 停水 | 公布停水的范围、原因和恢复时间。 | 每周 | 县住建局
      公开 | 水质 | 公开出厂水和管网水的检测结果。 | 每月 | 县卫健局
      互动 | 信箱 | 公开来信的答复和统计情况。 | 每周 | 县信访局
      """)
    #expect(table.rows.count == 4)
  }

  @Test("Of fields under unknown labels the one with the fullest texts says what is demanded, if nothing else does")
  func demand() throws {
    let table = try RecognisedTable(
      """
      专栏 | 归口股室 | 更新频次 | 甲 | 乙
      要闻 | 办公室 | 每周 | 局里的重要会议、领导调研 | 好
      招生 | 基教股 | 每年 | 招生方案、学区、分班结果 | 差
      """)
    #expect(table.rows.map { $0.texts[.requirement] } == ["局里的重要会议、领导调研", "招生方案、学区、分班结果"])
    #expect(table.rows.map(\.path) == [["要闻"], ["招生"]])
  }

  @Test("Of two demands, the short one on the left names the entry where nothing else does")
  func twoDemands() throws {
    let table = try RecognisedTable(
      """
      重点任务 | 具体举措 | 责任单位
      助企纾困 | 集中发布减税降费政策，及时更新。 | 县发改局
      社会救助 | 按月公开低保人员和资金支出情况。 | 县民政局
      """)
    #expect(table.rows.map(\.path) == [["助企纾困"], ["社会救助"]])
    #expect(table.rows[1].texts[.requirement] == "按月公开低保人员和资金支出情况。")
  }

  @Test("The platform left of all other labels is the outermost level")
  func platform() throws {
    let table = try RecognisedTable(
      """
      平台 | 账号名称 | 推送内容 | 推送频率 | 主办单位
      公众号 | 平安发布 | 重要会议和活动 | 每日 | 宣传部
      ^ | 平安教育 | 招生信息 | 每周 | 教育局
      微博 | 平安警方 | 反诈提醒 | 每周 | 公安局
      """)
    #expect(table.rows.map(\.path) == [["公众号", "平安发布"], ["公众号", "平安教育"], ["微博", "平安警方"]])
    #expect(table.rows.allSatisfy { $0.texts[.mode] == nil })
  }

  @Test("A unit left of all levels holds for the rows below it, merged cells lost")
  func unitsFirst() throws {
    let table = try RecognisedTable(
      """
      责任站所 | 负责栏目 | 发布内容 | 分管领导 | 更新频次
      党政办 | 概况 | 镇情简介 | 张明 | 每年
       | 文件 | 镇政府文件 |  | 每月
       | 会议 | 议定事项 | | 每月
      财政所 | 预算 | 镇级预算 | 王勇 | 每年
       | 补贴 | 发放明细 | | 每月
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.responsible] } == ["党政办", "党政办", "党政办", "财政所", "财政所"])
    #expect(table.rows.map(\.path) == [["概况"], ["文件"], ["会议"], ["预算"], ["补贴"]])
  }

  @Test("A list of columns for each unit makes a table of units, though some units keep but one")
  func shortLists() throws {
    let table = try RecognisedTable(
      """
      序号 | 部门 | 负责栏目 | 信息员
      1 | 办公室 | 要闻、信箱 | 韩梅
      2 | 招商局 | 指南 | 方芳
      3 | 财政局 | 预决算 | 蒋欣
      """)
    #expect(table.kind == .units)
    #expect(table.rows.map { $0.texts[.requirement] } == ["要闻、信箱", "指南", "预决算"])
  }

  @Test("A period alone says how often")
  func barePeriods() throws {
    let table = try RecognisedTable(
      """
      类别 | 栏目 | 甲 | 乙 | 责任单位
      新闻 | 要闻 | 县内要闻。 | 日 | 县府办
      政务 | 文件 | 政府文件。 | 年 | 县府办
      服务 | 指南 | 办事指南。 | 半年 | 审批局
      """)
    #expect(table.rows.map { $0.texts[.update] } == ["日", "年", "半年"])
  }

  @Test("Days as bare numbers under a label of time stay in their field, merged cells lost")
  func oddFields() throws {
    let table = try RecognisedTable(
      """
      位置 | 栏目名称 | 栏目内容 | 更新周期（天） | 责任单位 | 编码
      首页 | 要闻 | 全局重大活动 | 1 | 宣传科 | A01
       | 提示 | 反诈提示 | 3 | 刑侦支队 | A02
       | 公告 | 通告、公示 | 7 | 办公室 | A03
      公开 | 机构 | 内设机构 | 365 | 办公室 | B01
       | 文件 | 规范性文件 | 30 | 法制支队 | B02
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.update] } == ["1", "3", "7", "365", "30"])
    #expect(table.rows.map(\.path).last == ["公开", "文件"])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("The ticked fields of a catalogue are divided by its own words, where merged cells are gone")
  func catalogue() throws {
    let table = try RecognisedTable(
      """
      序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 | 公开对象 | 公开方式 | 公开层级 | | | | |
      一级事项 | 二级事项 | 全社会 | 特定群体 | 主动 | 依申请 | 县级 | 乡级 | | | | |
      1 | 救助 | 低保 | 公开低保名单和标准。 | 每月更新 | 县民政局 | √ | | √ | | √ | √
      2 | 特困 | 公开特困名单和标准。 | 每月更新 | 县民政局 | √ | | √ | | √ | √ |
      3 | 教育 | 招生 | 公开招生办法和计划。 | 每年更新 | 县教育局 | √ | | √ | | √ |
      """, layout: .dropped)
    #expect(table.rows.map(\.path) == [["救助", "低保"], ["救助", "特困"], ["教育", "招生"]])
    #expect(table.rows.map { $0.texts[.responsible] } == ["县民政局", "县民政局", "县教育局"])
  }

  @Test("What a header asks is divided into yes and no, where merged cells are gone")
  func yesAndNo() throws {
    let table = try RecognisedTable(
      """
      序号 | 公开类别 | 公开事项 | 公开内容 | 是否已公开 | 公开时限 | 责任科室 |
      是 | 否 | | | | | |
      1 | 场务 | 机构 | 领导分工、科室职责 | √ | | 变动后10日内 | 办公室
      2 | 制度 | 管理制度 | √ | | 制定后10日内 | 办公室 |
      3 | 财务 | 预算 | 预算、决算 | | √ | 批复后20日内 | 财务科
      """, layout: .dropped)
    #expect(table.rows.map(\.path) == [["场务", "机构"], ["场务", "制度"], ["财务", "预算"]])
    #expect(table.header.count == 8)
  }

  @Test(
    "Who filled in and who checked, beside each other in the last row, are no entry",
    arguments: [Grid.Layout.spanned, .delimited])
  func signatures(layout: Grid.Layout) throws {
    let table = try RecognisedTable(
      """
      序号 | 一级栏目 | 二级栏目 | 栏目内容 | 更新时间 | 承办股室
      1 | 馆务 | 简介 | 馆藏和历史 | 每年 | 办公室
      2 | 资讯 | 动态 | 工作信息 | 每周 | 宣教股
      填表人：吴静 | | | 审核人：罗刚 | | 联系电话：7220000
      """, layout: layout)
    #expect(table.rows.map(\.path) == [["馆务", "简介"], ["资讯", "动态"]])
  }

  @Test("A count within a group of levels is no level")
  func counts() throws {
    let table = try RecognisedTable(
      """
      栏目信息 | < | < | 运行要求 | < | 责任体系 | <
      渠道 | 栏目 | 日均访问 | 更新频率 | 内容定位 | 第一责任 | 协同
      网站 | 动态 | 320 | 每周2条 | 重点工作、会议 | 综合科 | 各科室
      ^ | 前沿 | 210 | 每周1条 | 数字政府前沿 | 规划科 | 法规科
      公众号 | 速递 | 900 | 每周2次 | 数据政策图解 | 法规科 | 综合科
      """)
    #expect(table.rows.map(\.path) == [["网站", "动态"], ["网站", "前沿"], ["公众号", "速递"]])
  }

  @Test("Where no label names units, the field that holds nothing else does")
  func units() throws {
    let table = try RecognisedTable(
      """
      板块 | 写什么 | 更新 | 栏目责任人所在
      概况 | 区位和人口 | 每年 | 党政办
      动态 | 中心工作 | 每周 | 宣传办公室
      资金 | 补贴标准 | 每季度 | 财政所
      """)
    #expect(table.rows.map { $0.texts[.responsible] } == ["党政办", "宣传办公室", "财政所"])
  }

  @Test("Where every row is full, each cell stands in its place, though rows could be padded")
  func fullRows() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 子栏目 | 保障要求 | 承办科室
      政务 | 政策 | 解读 | 与文件同步发布 | 法规科
      政务 | 废止文件 | / | 每年清理一次 | 法规科
      政务 | 机构 | / | 变动后及时更新 | 人事科
      互动 | 信箱 | / | 五个工作日内答复 | 综合科
      """, layout: .dropped)
    #expect(table.rows.map(\.path) == [["政务", "政策", "解读"], ["政务", "废止文件"], ["政务", "机构"], ["互动", "信箱"]])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("What is told about units, and who leads it, is a row of the plan and no second row of the header")
  func columnsAboutUnits() throws {
    let table = try RecognisedTable(
      """
      主栏目 | 子栏目 | 承办单位 | 主要内容
      振兴专区 | 机构信息 | 住建局牵头，教育局、商务局配合 | 提供本区域机构信息的相关信息
      数据 | 地理 | 各部门 | 展示地理的基本情况；来源清楚。
       | 供应 | | 发布供应方面的政策和结果。
       | 减灾 | 水利局 | 发布减灾方面的预案。
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["振兴专区", "机构信息"], ["数据", "地理"], ["数据", "供应"], ["数据", "减灾"]])
  }

  @Test("Without a header and with cells gone, only rows that are whole say whether the first one differs from them")
  func firstRowAmongShortOnes() throws {
    let table = try RecognisedTable(
      """
      公开专栏 | 执行公开 | 招考录用 | 季报 | 每个工作日 | 县财政局
      公开制度 | 双公示 | 工作进展 | 变更之日起20个工作日内 | 县政协办公室
      公共资源 | 督查落实 | 会议材料 | 实时 | 各乡镇（街道）
      统计数据 | 监测类 | 价格监测 | 结果公布 | 有变化及时更新 | 县商务局、县图书馆
      统计类 | 季度分析 | 历史归档 | 实时 | 县公安局、县总工会
      """, layout: .delimited)
    #expect(table.rows.count == 5)
    #expect(table.rows.first?.path == ["公开专栏", "执行公开", "招考录用", "季报"])
    #expect(table.rows.first?.texts[.responsible] == "县财政局")
  }
}
