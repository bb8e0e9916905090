import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Plans whose rows lost the empty fields that they began or ended with")
struct TrimmedStartTests {
  private func table(_ rows: [String]) throws -> RecognisedTable {
    try RecognisedTable(rows.joined(separator: "\n"), layout: .delimited)
  }

  @Test("Rows that all fit the end of the header lack labels alone, and their places tell which")
  func labels() throws {
    let table = try table([
      "门类 | 大项 | 小项 | 评分说明 | 对应栏目 | 权重 | 牵头部门 | 配合部门",
      "建设 | 发布 | 概况 | 发布概况信息。 | “概况”栏目 | 4 | 县史志办 | ",
      "动态 | 发布动态信息。 | “动态”栏目 | 6 | 县府办 | 县统计局",
      "通报 | 按时发布通报。 | “通报”栏目 | 5 | 县审计局 | ",
      "回应 | 比例 | 展示解读的比例。 | —— | 2 | 县财政局 | 县应急局", "形式 | 展示解读的形式。 | —— | 8 | 县民政局 | 县水利局",
      "专题 | 数量 | 集中展示专题。 | 专题、通知 | 8 | 县工信局 | 县交通局", "维护 | 考核专题的维护。 | 专题、通知 | 9 | 县教育局 | ",
      "服务 | 办理 | 反馈 | 提供反馈的入口。 | “反馈”栏目 | 4 | 县信访局 | ", "评价 | 考核评价的渠道。 | —— | 7 | 县发改局 | ",
    ])
    #expect(
      table.rows.map(\.path) == [
        ["建设", "发布", "概况"], ["建设", "发布", "动态"], ["建设", "发布", "通报"], ["建设", "回应", "比例"], ["建设", "回应", "形式"],
        ["建设", "专题", "数量"], ["建设", "专题", "维护"], ["服务", "办理", "反馈"], ["服务", "办理", "评价"],
      ])
    #expect(!table.rows.contains { $0.doubts.contains { $0.field == .level } })
  }

  @Test("Where no row keeps an empty cell, a channel without a level of its own is no part of the one above")
  func nothingKept() throws {
    let table = try table(
      [
        "频道 | 栏目 | 子栏目 | 内容要求 | 更新时限 | 责任单位", "新闻 | 动态 | 县内 | 发布县内的动态。 | 每天 | 县府办",
        "乡镇 | 发布乡镇的动态。 | 每周 | 县府办", "部门 | 发布部门的动态。 | 每周 | 县府办", "图片 | 发布各类图片。 | 每周 | 县府办",
        "视频 | 发布各类视频。 | 每周 | 县府办", "互动交流 | 信箱 | 答复来信。 | 每周 | 县信访局", "政务公开 | 人事 | 发布人事信息。 | 每周 | 县人社局",
      ])
    #expect(table.rows.suffix(2).allSatisfy { $0.path.first != "新闻" || $0.doubts.contains { $0.field == .level } })
  }

  @Test("Rows that fit better further left lack cells behind their labels, too")
  func fieldsGone() throws {
    let table = try table([
      "频道 | 栏目 | 内容要求 | 保障方式 | 责任单位", "新闻 | 要闻 | 每天发布本县的要闻。 | 单位发布 | 县府办", "公告 | 及时发布各类公告。 | 信息报送 | 县府办",
      "快讯 | 及时发布部门的快讯。 | 信息报送 | 县府办", "图片 | 及时发布本县的图片。 | 信息报送 | 融媒体中心", "视频 | 及时发布本县的视频。 | 信息报送 | 融媒体中心",
      "服务 | 指南 | 发布办事的指南。 | 单位发布 | 县审批局", "表格、样表 | 信息报送 | 县审批局",
    ])
    let news = ["要闻", "公告", "快讯", "图片", "视频"].map { ["新闻", $0] }
    #expect(table.rows.map(\.path) == news + [["服务", "指南"], ["服务", "表格、样表"]])
    #expect(table.rows.map { $0.texts[.mode] } == ["单位发布", "信息报送", "信息报送", "信息报送", "信息报送", "单位发布", "信息报送"])
  }

  @Test("Where leaders alone answer for columns, many an empty one is merged with the one above")
  func leaders() throws {
    let table = try table([
      "序号 | 大项 | 小项 | 牵头单位 | 指标说明 | 时限", "1 | 解读 | 比例 | 县税务局 | 考核解读的比例：按次扣分。 | 实时更新",
      "形式 |  | 考核解读的形式：按次扣分。 | 每月更新", "时效 |  | 考核回应的时效：按次扣分。 | 每周更新", "2 | 专题 | 数量 | 县府办 | 考核专题的数量：按次扣分。 | 每周更新",
      "维护 |  | 考核专题的维护：按次扣分。 | 每月更新", "转载上级专题；不得遗漏。 | 每年更新", "3 | 服务 | 指南 | 县审批局 | 考核指南的要素：按次扣分。 | 每年更新",
      "办理 |  | 考核办理的深度：按次扣分。 | 每年更新", "评价 |  | 考核评价的渠道：按次扣分。 | 每月更新",
    ])
    #expect(
      table.rows.map { $0.texts[.lead] ?? "" } == ["县税务局", "县税务局", "县税务局", "县府办", "县府办", "县府办", "县审批局", "县审批局", "县审批局"])
  }

  @Test("Empty demands that stand only below general ones are merged with these")
  func generalDemands() throws {
    let general = ["内容准确，链接有效。", "按职责公开，要素齐全。", "图文并茂，不得抄袭。"]
    let rows = (0..<6).flatMap { number in
      [
        "\(number + 1) | 频道\(number) | 甲\(number)栏 | \(general[number % 3]) | 县府办", "乙\(number)栏 |  | 县教育局",
        "丙\(number)栏 | 介绍丙\(number)栏的情况。 | 县水利局", "丁\(number)栏 | 公布丁\(number)栏的名单。 | 县应急局",
      ]
    }
    let table = try table(["序号 | 栏目名称 | < | 内容要求 | 保障部门"] + rows)
    #expect(table.rows[1].path == ["频道0", "乙0栏"])
    #expect((0..<6).allSatisfy { table.rows[4 * $0 + 1].texts[.requirement] == general[$0 % 3] })
  }

  @Test("Where rows keep their starts and end in texts, units stand in their places, though one row has moved")
  func ends() throws {
    let body = (0..<8).flatMap { number in
      [
        "\(number + 1) | 频道\(number) | 甲\(number)栏 | 及时发布甲\(number)栏的消息。 | 每周更新 | 县府办 | 县水利局",
        " | | 乙\(number)栏 | 介绍乙\(number)栏的情况。 | | 县民政局", " | | 丙\(number)栏 | 公布丙\(number)栏的名单。 | 每月更新 | 县教育局",
      ]
    }
    let odd = ["9 | 频道八 | 戊栏 | 及时登载 | | 县审批局", " | | 己栏 | 公布己栏的名单。 | | 县交通局"]
    let table = try table(["序号 | 频道 | 栏目 | 内容要求 | 时限 | 牵头单位 | 协助单位"] + body + odd)
    let leads = (0..<8).flatMap { _ in ["县府办", "县民政局", "县教育局"] }
    #expect(table.rows.prefix(24).map { $0.texts[.lead] } == leads)
    #expect(table.rows.last?.texts[.lead] == "县交通局")
  }
}
