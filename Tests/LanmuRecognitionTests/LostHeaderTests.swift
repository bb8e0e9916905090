import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Which fields a table has, where its header or its rows have lost cells")
struct LostHeaderTests {
  @Test("Labels of a second header row stand below those that span fields, though the cells before them are gone")
  func secondHeaderRowWithoutCoveredCells() throws {
    let table = try RecognisedTable(
      """
      序号 | 栏目 | | 内容要求 | 责任单位 | | 更新时限
      频道 | 子栏目 | 牵头 | 配合
      1 | 渔港 | 泊位 | 登载泊位的位置和收费。 | 海洋局 | 交通局 | 每月更新
      2 | 航标 | 登载航标的位置和维护。 | 海事局 | 交通局 | 每月更新
      3 | 盐业 | 盐价 | 登载食盐的价格和走势。 | 商务局 | 发改局 | 每周更新
      """, layout: .delimited)
    #expect(table.header == ["序号", "频道", "子栏目", "内容要求", "牵头", "配合", "更新时限"])
    #expect(table.rows.map(\.path) == [["渔港", "泊位"], ["渔港", "航标"], ["盐业", "盐价"]])
    #expect(table.rows.map { $0.texts[.number] } == ["1", "2", "3"])
    #expect(table.rows.map { $0.texts[.lead] } == ["海洋局", "海事局", "商务局"])
  }

  @Test(
    "Below words for runs of labels, a row of these may itself be divided, whether the third row keeps its empty cells or not",
    arguments: [" | 频道 | 栏目 | 子栏目 | | | ", "频道 | 栏目 | 子栏目"])
  func thirdHeaderRow(labels: String) throws {
    let table = try RecognisedTable(
      """
      网站栏目 | 内容保障要求
      序号 | 栏目名称 | 内容说明 | 发布时限 | 责任单位
      \(labels)
      1 | 渔港 | 泊位 | 大泊 | 登载泊位的位置和收费。 | 每月更新 | 海洋局
      | | | 小泊 | 登载航标的位置和维护。 | 每月更新 | 海事局
      2 | 盐业 | 盐价 | 食盐 | 登载食盐的价格和走势。 | 每周更新 | 商务局
      """, layout: .indented)
    #expect(table.header.prefix(7) == ["序号", "频道", "栏目", "子栏目", "内容说明", "发布时限", "责任单位"])
    #expect(table.rows.map(\.path) == [["渔港", "泊位", "大泊"], ["渔港", "泊位", "小泊"], ["盐业", "盐价", "食盐"]])
    #expect(table.rows.map { $0.texts[.responsible] } == ["海洋局", "海事局", "商务局"])
  }

  @Test("Counted levels go on with those left of them, though the last field is empty everywhere")
  func countedLevelsBelowOneLabel() throws {
    let table = try RecognisedTable(
      """
      栏目体系 | 保障要求 | 维护方式 | 更新要求 | 主办单位 | 维护单位 | 其他说明 | |
      主频道 | 一级栏目 | 二级栏目 | 三级栏目 | | | | |
      政策 | 解读 | | | 公布解读材料；注明来源。 | 转载 | 每季更新 | 乡村局 | 统计局
      媒体 | | | 公布评论，附图片和链接。 | 报送 | 每月更新 | 司法局 | 信访局 |
      应急 | 事故 | 报告 | 全文 | 提供调查报告，链接可用。 | 报送 | 每年更新 | 发改局 | 档案局
      """, layout: .dropped)
    #expect(
      table.header == ["主频道", "一级栏目", "二级栏目", "三级栏目", "保障要求", "维护方式", "更新要求", "主办单位", "维护单位", "其他说明"])
    #expect(table.rows.first?.texts[.requirement] == "公布解读材料；注明来源。")
  }

  @Test(
    "Labels that say by themselves what they divide are a header's second or third row, though none is a word for a field"
  )
  func lastRowOfDivisions() throws {
    let rows = """
      1 | 许可 | 办理 | 办理的条件和流程。 | 每年更新 | 县住建局 | √ | | √
      处罚 | 公布处罚决定和依据。 | 每月更新 | 县城管局 | √ | | √
      2 | 救助 | 申请 | 申请的材料和时限。 | 每年更新 | 县民政局 | | √ | √
      """
    let two = try RecognisedTable(
      "序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 | 公开主体 | 公开对象 | 公开方式\n全社会 | 特定群众\n" + rows, layout: .indented)
    let three = try RecognisedTable(
      "序号 | 公开事项 | 公开要素 | 公开时限 | 公开主体 | 公开属性\n一级事项 | 二级事项 | 公开对象 | 公开方式\n全社会 | 特定群众\n" + rows, layout: .indented)
    for table in [two, three] {
      #expect(table.header.first == "序号")
      #expect(table.header.contains("全社会") && table.header.last == "公开方式")
      #expect(table.rows.map(\.path) == [["许可", "办理"], ["许可", "处罚"], ["救助", "申请"]])
      #expect(table.rows.map { $0.texts[.update] } == ["每年更新", "每月更新", "每年更新"])
    }
  }

  @Test("To whom and how something is published are its attributes rather than parts of what it holds")
  func attributes() throws {
    let table = try RecognisedTable(
      """
      序号 | 事项 | 公开要素 | 公开依据 | 公开时限 | 公开主体 | 公开属性 | | | |
      一级事项 | 二级事项 | 公开对象 | 公开方式 | | | | | | |
      全社会 | 特定群众 | 主动 | 依申请 | | | | | | |
      1 | 许可 | 办理 | 办理的条件和流程。 | 《许可法》 | 每年更新 | 县住建局 | √ | | √ |
      处罚 | 公布处罚决定和依据。 | 《处罚法》 | 每月更新 | 县城管局 | √ | | √ | | |
      2 | 救助 | 申请 | 申请的材料和时限。 | 《救助办法》 | 每年更新 | 县民政局 | | √ | √ | √
      """, layout: .dropped)
    #expect(table.header.suffix(4) == ["全社会", "特定群众", "主动", "依申请"])
    #expect(table.rows.map(\.path) == [["许可", "办理"], ["许可", "处罚"], ["救助", "申请"]])
  }

  @Test("Of several labels that span fields, those below divide the one that they mean")
  func secondHeaderRowBelowItsGroup() throws {
    let table = try RecognisedTable(
      """
      栏目 | | 内容要求 | 责任单位 | | 更新时限
      牵头 | 配合
      渔港 | 泊位 | 登载泊位的位置和收费。 | 海洋局 | 交通局 | 每月更新
      航标 | 登载航标的位置和维护。 | 海事局 | 交通局 | 每月更新
      盐业 | 盐价 | 登载食盐的价格和走势。 | 商务局 | 发改局 | 每周更新
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["渔港", "泊位"], ["渔港", "航标"], ["盐业", "盐价"]])
    #expect(table.rows.map { $0.texts[.lead] } == ["海洋局", "海事局", "商务局"])
  }

  @Test(
    "One label may stand over all fields but the remarks", arguments: ["栏目设置及责任分工", "责任分工"],
    [Grid.Layout.delimited, .dropped])
  func labelOverAllFields(label: String, layout: Grid.Layout) throws {
    let pad = layout == .dropped ? " |" : ""
    let table = try RecognisedTable(
      """
      \(label) | 备注\(pad)\(pad)\(pad)\(pad)\(pad)\(pad)\(pad)
      序号 | 频道 | 子栏目 | 内容要求 | 保障方式 | 牵头单位 | 配合单位 | 更新时限\(pad)
      1 | 渔港 | 泊位 | 登载泊位的位置和收费。 | 信息报送 | 海洋局 | 交通局 | 每月更新 | 重点栏目
      2 | 航标 | 登载航标的位置和维护。 | 信息报送 | 海事局 | 交通局 | 每月更新 | 重点栏目\(pad)
      3 | 盐业 | 盐价 | 登载食盐的价格和走势。 | 信息报送 | 商务局 | 发改局 | 每周更新 | 链接省厅
      """, layout: layout)
    #expect(table.header == ["序号", "频道", "子栏目", "内容要求", "保障方式", "牵头单位", "配合单位", "更新时限", "备注"])
    #expect(table.rows.map { $0.texts[.remarks] } == ["重点栏目", "重点栏目", "链接省厅"])
    #expect(table.rows.map { $0.texts[.update] } == ["每月更新", "每月更新", "每周更新"])
  }

  @Test(
    "All that tells its field stands behind it in the first row, which nothing covers, where a label stood over several levels"
  )
  func firstRowBehindItsFields() throws {
    let table = try RecognisedTable(
      """
      大类 | 栏目名称 | 报送方式 | 内容要求 | 牵头单位 | 配合单位 | 备注
      概况 | 年鉴 | 法规 | 报送、转载 | 公开年鉴的信息，做到内容准确。 | 市档案局 | 市统计局 |
      地图 | 信息转载 | 市自然资源局 | 链接省厅
      荣誉 | 部门 | 栏目链接 | 公开荣誉的信息，做到内容准确。 | 市民政局 | 市文旅局 |
      图片 | 信息转载 | 市教育局 |
      名片 | 视频 | 自主发布 | 公开名片的信息，做到内容准确。 | 市商务局 | 市文旅局 |
      """, layout: .dropped)
    let paths = [
      ["概况", "年鉴", "法规"], ["概况", "年鉴", "地图"], ["概况", "荣誉", "部门"], ["概况", "荣誉", "图片"], ["概况", "名片", "视频"],
    ]
    #expect(table.rows.map(\.path) == paths)
  }

  @Test("A label stood over several levels where nobody leads in the first row, and a level of its branch is a dash")
  func firstRowWithoutLead() throws {
    let table = try RecognisedTable(
      """
      网站栏目 | 内容说明 | 更新周期 | 牵头部门 | 保障单位 | 备注
      渔港 | 地图 | —— | 公开地图的信息，做到内容准确。 | | | 各园区管委会 |
      旅游 | 景点 | 公开景点的信息，做到内容准确。 | 每月更新 | 文旅局 | 商务局、住建局 |
      线路 | 公开线路的信息，做到内容准确。 | 6个月内 | 统战部 | 公安局 |
      办事 | 评价 | —— | 公开评价的信息，做到内容准确。 | 每月更新 | 应急局 | 税务局、民政局 |
      出生 | 证明 | 公开证明的信息，做到内容准确。 | 每季度 | 卫健局 | 公安局 |
      户籍 | 公开户籍的信息，做到内容准确。 | 每月更新 | 公安局 | 民政局 |
      """, layout: .delimited)
    #expect(
      table.rows.map(\.path) == [
        ["渔港", "地图"], ["渔港", "旅游", "景点"], ["渔港", "旅游", "线路"], ["办事", "评价"], ["办事", "出生", "证明"], ["办事", "出生", "户籍"],
      ])
  }

  @Test("Bodies behind others that are less surely bodies do not show that a label stood over several levels")
  func bodiesInTheirPlaces() throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目名称 | 公开内容 | 牵头部门 | 配合 | 建设方式 | 更新要求 | 说明
      渔港 | 沿革 | 沿革（含图片、文字、视频） | 人事科 | 气象局牵头，海事局配合 | 自动抓取 | 每周更新 |
      指南 | 泊位 | 集中展示本地泊位有关情况 | 气象局 | 各科室 | 自动抓取 | 随时更新 | 链接至省网
       | | 航标 | 及时介绍航标，确保无空白、无错链 | 宣传科 | 海事局 | 转载 | | 链接至省网
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["渔港", "沿革"], ["指南", "泊位"], ["指南", "航标"]])
  }

  @Test("Where the first row tells but one of its fields, those as long tell that a label stood over several levels")
  func longestRows() throws {
    let table = try RecognisedTable(
      """
      栏目名称 | 保障方式 | 保障部门 | 栏目内容 | 说明
      渔港 | 风采 | 概况 | 报送、转载 | 住房公积金管理中心 | 1.公开概况的信息，做到内容准确。 |
      名录 | 简介 | 单位发布或栏目链接 | 税务局；审批局 | 公开简介的信息，做到内容准确。 |
      沿革 | 栏目共建 | 卫健局 | 公开沿革的信息，做到内容准确。 | 重点
      数据 | 图解 | 开放 | 自动抓取 | 教育局；信访局 | 公开图解的信息，做到内容准确。 |
      招商 | 产业园区 | 动态 | 单位发布 | 信访局 | 公开园区的信息，做到内容准确。 |
      """, layout: .delimited)
    #expect(
      table.rows.map(\.path) == [
        ["渔港", "风采", "概况"], ["渔港", "名录", "简介"], ["渔港", "名录", "沿革"], ["数据", "图解", "开放"], ["招商", "产业园区", "动态"],
      ])
  }

  @Test("Times and bodies behind the fields of a header show that one of its labels stood over several levels")
  func cellsBehindTheirFields() throws {
    let table = try RecognisedTable(
      """
      门类 | 栏目 | 更新时限 | 内容要求 | 责任单位 | 备注 |
      渔港 | 泊位 | | 每月更新 | 登载泊位的位置和收费。 | 海洋局 |
      航标 | | 每月更新 | 登载航标的位置和维护。 | 海事局 | |
      赶海 | 潮汐 | 每天更新 | 登载潮汐的时刻和高低。 | 气象局 | |
      水温 | 每天更新 | 登载水温的高低和走势。 | 气象局 | | |
      盐业 | 盐价 | | 每周更新 | 登载食盐的价格和走势。 | 商务局 |
      盐场 | | 每周更新 | 登载盐场的位置和产量。 | 商务局 | |
      """, layout: .dropped)
    #expect(
      table.rows.map(\.path) == [
        ["渔港", "泊位"], ["渔港", "航标"], ["渔港", "赶海", "潮汐"], ["渔港", "赶海", "水温"], ["盐业", "盐价"], ["盐业", "盐场"],
      ])
    #expect(table.rows.map { $0.texts[.responsible] } == ["海洋局", "海事局", "气象局", "气象局", "商务局", "商务局"])
  }

  @Test("Where rows keep their places, all their times behind their field show that a label stood over several levels")
  func timesBehindTheirField() throws {
    let table = try RecognisedTable(
      """
      栏目 | 具体内容 | 责任单位 | 更新时限 | 备注 |
      概况 | 历史 | 发布本地的沿革和名录。 | 县史志办 | 每年更新 |
       | 物产 | 发布本地的特产和名录。 | 县农业局 | 每年更新 | 重点
       | 风俗 | 发布本地的节庆和名录。 |  | 每年更新 |
      动态 | 要闻 | 发布本地的要闻和会议。 | 县府办 | 每周更新 |
       | 快讯 | 发布部门的快讯和简报。 | 县府办 | 每天更新 |
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["概况", "历史"], ["概况", "物产"], ["概况", "风俗"], ["动态", "要闻"], ["动态", "快讯"]])
    #expect(table.rows[1].texts[.update] == "每年更新" && table.rows[1].texts[.remarks] == "重点")
  }

  @Test(
    "Without a header, numbers that rows begin with count, though the rows that lack nothing begin far below the first")
  func numbersOfWholeRows() throws {
    var rows = (1...11).map { "\($0) | \($0 == 1 ? "渔港 | " : "")泊位\($0) | 海洋局 | 登载泊位\($0)的位置和收费。 | 每月更新" }
    for (place, label) in ["赶海", "垂钓", "采贝", "观鸟"].enumerated() {
      rows.append("\(12 + place * 2) | \(label) | \(label)须知 | \(label)时刻 | 气象局 | 登载\(label)的时刻和高低。 | 每天更新")
      rows.append("\(13 + place * 2) | \(label)水温 | 气象局 | 登载\(label)时水温的高低。 | 每天更新")
    }
    let table = try RecognisedTable(rows.joined(separator: "\n"), layout: .delimited)
    #expect(table.rows.map { $0.texts[.number] ?? "" } == (1...19).map(String.init))
  }

  @Test("Without a header, rows that have a cell for every field tell them, and an always empty one is a level")
  func emptyLevelOfWholeRows() throws {
    let table = try RecognisedTable(
      """
      渔港 | 泊位 | | | 登载泊位的位置和收费。 | 每月更新 | 海洋局
      航标 | | | 登载航标的位置和维护。 | 每月更新 | 海事局
      赶海 | 潮汐 | | 登载潮汐的时刻和高低。 | 每天更新 | 气象局
      出海 | 渔船 | 登载渔船出海的手续办法。 | 及时更新 | 渔政局
      渔具 | 登载渔具使用的手续办法。 | 及时更新 | 渔政局
      盐业 | 盐价 | | | 登载食盐的价格和走势。 | 每周更新 | 商务局
      盐场 | | | 登载盐场的位置和产量。 | 每周更新 | 商务局
      粮油 | 粮价 | | | 登载粮食的价格和走势。 | 每周更新 | 粮食局
      油价 | | | 登载食油的价格和走势。 | 每周更新 | 粮食局
      """, layout: .delimited)
    #expect(
      table.rows.map(\.path) == [
        ["渔港", "泊位"], ["渔港", "航标"], ["渔港", "赶海", "潮汐"], ["渔港", "赶海", "出海", "渔船"], ["渔港", "赶海", "出海", "渔具"],
        ["盐业", "盐价"], ["盐业", "盐场"], ["粮油", "粮价"], ["粮油", "油价"],
      ])
  }

  @Test(
    "Without a header, outer labels that stand in no whole row are labels by the rows that lost cells to their right")
  func outerLabelsOfNarrowRows() throws {
    let table = try RecognisedTable(
      """
      渔港 | 泊位 | 登载泊位的位置和收费。 | 每月更新 | 海洋局
       | 航标 | 登载航标的位置和维护。 | 每月更新 | 海事局
       | 赶海 | 潮汐 | 登载潮汐的时刻和高低。 | 每天更新 | 气象局
       |  | 水温 | 登载水温的高低和走势。 | 每天更新 | 气象局
      盐业 | 盐价 | 登载食盐的价格和走势。 | 每周更新 | 商务局
       | 盐场 | 位置 | 登载盐场的位置和面积。 | 每年更新 | 商务局
       |  | 产量 | 登载盐场的产量和销路。 | 每年更新 | 商务局
       |  | 工人 | 登载盐场的用工和待遇。 | 每年更新 | 商务局
      """, layout: .indented)
    #expect(
      table.rows.map(\.path) == [
        ["渔港", "泊位"], ["渔港", "航标"], ["渔港", "赶海", "潮汐"], ["渔港", "赶海", "水温"], ["盐业", "盐价"],
        ["盐业", "盐场", "位置"], ["盐业", "盐场", "产量"], ["盐业", "盐场", "工人"],
      ])
  }

  @Test(
    "Remarks that name bodies and times stand behind their fields as well", arguments: [Grid.Layout.dropped, .indented])
  func remarksLikeOtherFields(layout: Grid.Layout) throws {
    let table = try RecognisedTable(
      """
      栏目 | 内容 | 时间 | 单位 | 备注 |
      泊位 | 登载泊位的位置。 | 每月 | 海洋局 | 市交通局 |
      航标 | 登载航标的位置。 | 每周 | 海事局 | 市水利局 |
      盐价 | 登载食盐的价格。 | 每年 | 商务局 | 每季度 |
      """, layout: layout)
    #expect(table.rows.map(\.path) == [["泊位"], ["航标"], ["盐价"]])
    #expect(table.rows.map { $0.texts[.remarks] } == ["市交通局", "市水利局", "每季度"])
  }

  @Test("The first row shows how many levels a header covers though it lacks one, and a label reads like a body")
  func levelsOfFirstRow() throws {
    let table = try RecognisedTable(
      """
      大类 | 栏目名称 | 具体内容 | 更新频次 | 责任单位
      招商 | 成本 | 部门 | | 介绍部门的分工，注明联系的方式。 | 每月更新 | 县商务局
      归档 | 计划 | 公开历年的计划，注明其依据。 | 每年更新 | 县档案局
      总结 | 公开历年的总结，注明其依据。 | 每年更新 | 县档案局
      政策 | | | 发布招商的政策，注明其依据。 | 每月更新 | 县商务局
      园区 | 法规 | 条例 | 发布有关的条例，注明其依据。 | 每月更新 | 县司法局
      办法 | 发布有关的办法，注明其依据。 | 每月更新 | 县司法局
      """, layout: .delimited)
    #expect(
      table.rows.map(\.path) == [
        ["招商", "成本", "部门"], ["招商", "成本", "归档", "计划"], ["招商", "成本", "归档", "总结"], ["招商", "政策"],
        ["招商", "园区", "法规", "条例"], ["招商", "园区", "法规", "办法"],
      ])
  }

  @Test("A header of two rows begins within a table with its upper one, though few of its words are certain")
  func upperRowWithinTable() throws {
    let grid = Grid(
      sketch: """
        序号 | 目录 | 具体内容 | 时限 | 责任主体 | |
        1 | 统计 | 公开统计的有关信息。 | 每月更新 | 统计局 | |
        2 | 普查 | 公开普查的有关信息。 | 每月更新 | 统计局 | |
        栏目名称 | 信息更新时间 | 任务分工 | 发布方式 | | |
        一级目录 | 二级目录 | 三级目录 | 主办 | 协办 | |
        动态 | 要闻 | 国务院 | 每日更新 | 档案局 | 公安局 | 共建
        公告 | 每周更新 | 住建局 | 统计局 | 链接 | |
        """, layout: .dropped)
    let tables = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)])).value.tables
    #expect(tables.last?.header == ["一级目录", "二级目录", "三级目录", "信息更新时间", "主办", "协办", "发布方式"])
    #expect(tables.flatMap(\.rows).count == 4)
  }

  @Test("Who leads, found among those who are responsible, shows that a label stands over several levels")
  func leadersMovedOn() throws {
    let table = try RecognisedTable(
      """
      目录名称 | 建设要求 | 牵头单位 | 配合单位 | 其他说明
      安全 | 法规 | 文字、图片 | 统计局 | 住建局、交通局 |
      标准 | 发布标准的有关信息。 | 各公开主体 | 商务局 |
      计划 | 发布计划的有关信息。 | 体育局 | | 新增栏目
      住房 | 配给 | 发布配给的有关信息。 | 审计局 | 民政局、水务局 |
      租金 | 发布租金的有关信息。 | 财政局 | |
      """, layout: .indented)
    #expect(table.rows.map { $0.path.joined(separator: "/") } == ["安全/法规", "安全/标准", "安全/计划", "住房/配给", "住房/租金"])
    #expect(table.rows.map { $0.texts[.lead] } == ["统计局", "各公开主体", "体育局", "审计局", "财政局"])
  }

  /// A page of channels with a column and two more below another, each beside a body.
  private func labelsAndBodies(_ count: Int) -> String {
    (0..<count).map { branch in
      "频道\(branch) | 栏目\(branch) | 子目\(branch) | 商务局\n子目一\(branch) | 公安局\n栏目甲\(branch) | 政协办"
    }.joined(separator: "\n")
  }

  @Test(
    "Without a header, rows that lack what is merged above them branch, though nothing but labels and bodies stands in them",
    arguments: [Grid.Layout.delimited, .dropped])
  func labelsAndBodies(layout: Grid.Layout) throws {
    let table = try RecognisedTable(labelsAndBodies(7), layout: layout)
    #expect(table.rows.count == 21)
    #expect(table.rows.map { $0.texts[.responsible] } == (0..<21).map { ["商务局", "公安局", "政协办"][$0 % 3] })
  }

  @Test("A short list of bodies without a header is no plan, whatever its rows lack")
  func shortList() throws {
    let grid = Grid(sketch: "春节 | 初一 | 上午 | 县府办\n下午 | 县教育局\n国庆 | 一日 | 上午 | 县水利局\n下午 | 县卫健局", layout: .dropped)
    #expect(throws: (any Error).self) {
      try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)]))
    }
  }

  @Test("A body more in the first row, before the one in its place, is no label")
  func bodyTooMany() throws {
    let table = try RecognisedTable(
      """
      栏目 | 责任单位 | 更新频率 | 内容
      概况 | 县史志办 | 县统计局 | 每年 | 介绍县情。
      要闻 | 县政府办 | 每天 | 发布要闻。
      公告 | 县政府办 | 每周 | 发布公告。
      """, layout: .delimited)
    #expect(table.rows.dropFirst().map(\.path) == [["要闻"], ["公告"]])
  }
}
