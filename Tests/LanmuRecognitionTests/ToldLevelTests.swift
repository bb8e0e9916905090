import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("What single rows tell of tables whose covered cells are gone")
struct ToldLevelTests {
  private let paths = [
    ["公开", "人事信息", "干部任免"], ["公开", "人事信息", "公务员招录"], ["公开", "人事信息", "表彰奖励"], ["公开", "应急管理", "应急预案"],
    ["公开", "应急管理", "预警信息"], ["公开", "政策文件", "县政府文件"], ["公开", "政策文件", "部门文件"],
  ]

  @Test("One row whose texts all stand further right shows levels more than its own, though fields behind it are gone")
  func oneRow() throws {
    let table = try RecognisedTable(
      """
      栏目 | 工作要求 | 信息提供单位 | 说明
      公开 | 人事信息 | 干部任免 | 集中展示干部任免 | 县府办
      公务员招录 | 介绍公务员招录 | 县妇联、县公安局
      表彰奖励 | 提供表彰奖励查询 | 县人社局 | 详见附件
      应急管理 | 应急预案 | 发布应急预案相关信息 | 县应急局
      预警信息 | 发布预警信息相关信息 | 县气象局
      政策文件 | 县政府文件 | 发布县政府文件相关信息 | 县府办
      部门文件 | 发布部门文件相关信息 | 县司法局
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == paths)
  }

  @Test("A row that names a label and then says what to do about it belongs to no header")
  func demandBelowHeader() throws {
    let table = try RecognisedTable(
      """
      栏目 | 工作要求 | 信息提供单位 | 说明 | |
      公开 | 人事信息 | 干部任免 | 集中展示干部任免 | 县府办 | |
      公务员招录 | 介绍公务员招录 | 县妇联、县公安局 | | |
      表彰奖励 | 提供表彰奖励查询 | 县人社局 | 详见附件 | |
      应急管理 | 应急预案 | 发布应急预案相关信息 | 县应急局 | |
      预警信息 | 发布预警信息相关信息 | 县气象局 | | |
      政策文件 | 县政府文件 | 发布县政府文件相关信息 | 县府办 | |
      部门文件 | 发布部门文件相关信息 | 县司法局 | | |
      """, layout: .dropped)
    #expect(table.rows.map(\.path) == paths)
  }

  @Test("Units that stand before all labels are moved by none, and say nothing against further levels")
  func unitsBeforeLabels() throws {
    let table = try RecognisedTable(
      """
      保障单位 | 频道 | 栏目设置 | 栏目内容 | 更新时效
      县人社局 | 印象 | 经济 | 综合经济 | 围绕综合经济，提供表格下载。 | 每月更新
      县公安局 | 产业布局 | 发布产业布局的情况。 | 每月更新
      县财政局 | 重点园区 | 发布重点园区的情况。 | 每周更新
      县教育局 | 地情 | 历史沿革 | 发布历史沿革的情况。 | 每年更新
      县气象局 | 自然地理 | 发布自然地理的情况。 | 每月更新
      县水利局 | 行政区划 | 发布行政区划的情况。 | 每周更新
      """, layout: .indented)
    #expect(
      table.rows.map(\.path) == [
        ["印象", "经济", "综合经济"], ["印象", "经济", "产业布局"], ["印象", "经济", "重点园区"], ["印象", "地情", "历史沿革"],
        ["印象", "地情", "自然地理"], ["印象", "地情", "行政区划"],
      ])
  }

  @Test("A label alone in its row heads nothing if several rows say of it what is demanded")
  func leafAlone() throws {
    let table = try RecognisedTable(
      """
      一级栏目 | 二级栏目 | 三级栏目 | 内容要求 | 发布时限 | 承办单位
      专题
      法治 | —— | —— | 公开法治的情况。 | 每月更新 | 县司法局
      双拥 | —— | —— | 公开双拥的情况。 | 每周更新 | 县民政局
      旅游
      景点 | 国家景区 | 工作动态 | 提供工作动态查询入口 | 每月更新 | 县文旅局
      办理流程
      红色景点 | —— | 公开红色景点的情况。 | 每年更新 | 县水利局
      办事
      个人服务 | 求学 | 政策依据 | 公开政策依据的情况。 | 每月更新 | 县教育局
      办理流程 | 介绍办理流程基本情况 | 每周更新 | 县教育局
      法人服务 | 设立 | 政策依据 | 公开政策依据的情况。 | 每月更新 | 县工信局
      办理流程 | 介绍办理流程基本情况 | 每年更新 | 县府办
      """, layout: .delimited)
    #expect(
      table.rows.map(\.path).prefix(5) == [
        ["专题", "法治"], ["专题", "双拥"], ["旅游", "景点", "国家景区", "工作动态"], ["旅游", "景点", "国家景区", "办理流程"],
        ["旅游", "景点", "红色景点"],
      ])
  }

  @Test("A second header row that keeps its places divides the label above them, though the row's empty end is cut off")
  func dividedBeforeCutEnd() throws {
    let table = try RecognisedTable(
      """
      板块 | 栏目 | 内容要求 | 更新标准 | 责任部门 | 备注
       |  |  |  | 牵头 | 配合
      县情 | 地情 | 发布地情的情况。 | 每周更新 | 县教育局 | 县卫健局
       | 名胜 | 发布名胜的情况。 | 每月更新 | 县府办 | 县司法局 | 新增栏目
       | 美食 | 发布美食的情况。 | 每周更新 | 县商务局 | 县文旅局
      动态 | 要闻 | 发布要闻的情况。 | 每天更新 | 县府办 | 县民政局
       | 公告 | 发布公告的情况。 | 每年更新 | 县府办 | 县水利局 | 重点考核项
      """, layout: .delimited)
    #expect(table.header == ["板块", "栏目", "内容要求", "更新标准", "牵头", "配合", "备注"])
    #expect(table.rows.map { $0.texts[.remarks] ?? "" } == ["", "新增栏目", "", "", "重点考核项"])
    #expect(table.rows.map { $0.texts[.lead] } == ["县教育局", "县府办", "县商务局", "县府办", "县府办"])
  }

  @Test("Columns right below one section share merged values as those of one branch do")
  func leavesOfSection() throws {
    let table = try RecognisedTable(
      """
      栏目 |  | 责任部门 | 内容说明 | 更新时效
      （一）概况
      地情 | 沿革 | 县档案局 | 发布沿革的情况。 | 每月更新
      地理 | 县自然资源局 | 发布地理的情况。 | 每年更新
      （二）动态
      要闻 |  | 县府办 | 发布要闻的情况。 | 每周更新
      快讯 |  | 县民政局 | 发布快讯的情况。
      公告 | 征地 | 县住建局 | 发布征地的情况。 | 每天更新
      拍卖 | 县财政局 | 发布拍卖的情况。
      （三）公开
      机构 |  | 县编办 | 发布机构的情况。 | 每季度更新
      指南 |  | 县审计局 | 发布指南的情况。
      文件 |  | 县司法局 | 发布文件的情况。
      统计 |  | 县统计局 | 发布统计的情况。
      """, layout: .delimited)
    #expect(
      table.rows.map { $0.texts[.update] ?? "" } == [
        "每月更新", "每年更新", "每周更新", "每周更新", "每天更新", "每天更新", "每季度更新", "每季度更新", "每季度更新", "每季度更新",
      ])
  }

  @Test("What stands below a row that has perhaps not moved is in doubt with it")
  func belowMovedRow() throws {
    let rest = "确保准确。 | 每月更新 | 县府办"
    let rows = [
      "走进 | 概况 | 区位", " | | 历史", " | | 区划", " | 经济 | 产业", " | | 城建", " | 年鉴", " | 名片", "新闻 | 要闻", " | 部门",
      " | 视频 | 联播", " | | 短片", " | 媒体", "公开 | 人事 | 任免", " | | 招录", " | | 表彰", " | 清单", " | 财政 | 预算", " | | 决算",
      " | | 债务", "办事 | 个人 | 生育", " | | 户籍",
    ]
    var lines = rows.enumerated().map { "\($0 + 1). | \($1) | \(rest)" }
    lines[15] = "16. | | 清单 | 确保准确。 | 县府办"
    let table = try RecognisedTable(
      (["序号 | 一级栏目 | 二级栏目 | 三级栏目 | 内容说明 | 更新频次 | 负责单位"] + lines).joined(separator: "\n"), layout: .delimited)
    for row in table.rows[7...11] {
      #expect(row.path.first == "新闻" || row.doubts.contains { $0.field == .level }, "\(row.path)")
    }
  }

  @Test("A remark that reads like a time shows no further level where whole rows hold all in the header's fields")
  func timeAmongRemarks() throws {
    let table = try RecognisedTable(
      """
      序 | 频道 | 栏目 | 内容说明 | 时限要求 | 责任单位 | 备注
      39. | 页面管理 | 网站纠错 | 收集并发布纠错的内容。 | 每周不少于3条 | 县统战部 |
      44. | 领域 | 施工信息 | 发布施工的信息，注明来源。 | 每季度不少于1次 | 国资中心；资源局；发改委 |
      46. | 土地出让 | 按主题展示，注明来源。 | 每季度不少于1次 | 国资中心；资源局；发改委 | 每年3月复核
      55. | 村务公开 | 按主题展示，注明来源。 | 3个月内 | 档案馆 | 首页展示
      56. | 农田建设 | 发布农田的信息，注明来源。 | 3个月内 | 体育局 | 重点保障
      """, layout: .delimited)
    #expect(table.rows.map(\.path.count) == [2, 2, 2, 2, 2])
    #expect(table.rows[2].path == ["领域", "土地出让"])
  }

  @Test("An empty remark behind a body that moved with the row tells of no drift")
  func emptyRemark() throws {
    let table = try RecognisedTable(
      """
      栏目|责任部门|备注|内容要求
      旅游|一日游|融媒体中心||按照有关规定，主动公开一日游的线路，不得出现空白栏目。
      旅游咨询|永安街道 团委|单项否决|1、设置旅游咨询栏目； 2、全面公开旅游咨询； 3、信息准确。
      住宿餐饮|团委||公开住宿餐饮情况
      网站管理|关于我们|各部门||围绕关于我们，及时发布工作部署、进展情况和工作成效，并做好归类。
      网站地图|融媒体中心||公开网站地图情况
      网站声明|融媒体中心|试行|网站声明应做到页面整洁、分类清晰、链接有效。信息按发布时间倒序排列。
      年度报表|以文件为准|年度报表（图文、视频）
      重点领域|减税降费|团委||做好减税降费的采集、编辑和发布
      基层公开|信访局||根据条例和要点，做好基层公开：一是规范公开内容，要素不得缺失；二是统一公开格式，标题、文号、发布日期齐全。
      """, layout: .delimited)
    #expect(table.rows.prefix(2).map(\.path) == [["旅游", "一日游"], ["旅游", "旅游咨询"]])
    #expect(table.rows.map { $0.texts[.remarks] }.prefix(3) == [nil, "单项否决", nil])
  }

  @Test("Two bodies and two times that stand further right tell how far only together")
  func twoOfAKind() throws {
    let table = try RecognisedTable(
      """
      栏目名称 | 保障内容 | 主办单位 | 协办单位 | 提供时限 | 更新频次 | 备注
      走进 | 区位 | 区位及有关说明 | 县气象局 | 县民政局 | 按月报送 | 每月更新
      自然 | 公开自然情况 | 县水利局 | 县统计局 | | 每月更新
      经济 | 按月报送 | 动态调整
      遗产 | 每月更新
      特产 | 长期 | 由公司协助
      """, layout: .delimited)
    #expect(table.levels == 2)
  }
}
