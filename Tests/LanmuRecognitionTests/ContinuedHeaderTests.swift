import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

/// Tables without a header of their own, whose rows stand in the fields of the table before.
@Suite("Tables that share the header of the one before")
struct ContinuedHeaderTests {
  private func tables(_ blocks: [TableDocument.Block], format: String = "sketch") throws -> [RecognisedTable] {
    try PlanRecogniser().recognise(TableDocument(format: format, blocks: blocks)).value.tables
  }

  private func table(_ sketch: String, _ layout: Grid.Layout = .spanned, name: String = "") -> TableDocument.Block {
    .table(Grid(sketch: sketch, layout: layout, name: name))
  }

  private func text(_ text: String) -> TableDocument.Block { .paragraph(.init(text: text)) }

  private let first = """
    序号 | 栏目 | 责任单位 | 内容要求 | 更新时限 | 备注
    1 | 要闻 | 县府办 | 发布要闻。 | 每周更新 | 新增
    2 | 快讯 | 信息中心 | 发布快讯。 | 每月更新 | 新增
    """

  private let second = """
    3 | 信箱 | 县信访局 | 答复来信。 | 每天更新 | 限期
    4 | 访谈 | 县府办 | 发布预告。 | 每年更新 | 限期
    """

  @Test("A heading across the first row of a worksheet that counts its table begins one", arguments: ["Sheet2", "附表2"])
  func headingOnSheet(name: String) throws {
    for title in ["附表2 互动交流", "表2：互动交流", "互动交流栏目责任分工表"] {
      let found = try tables(
        [
          table("附表1 政务动态 | < | < | < | < | <\n\(first)", name: "Sheet1"),
          table("\(title) | < | < | < | < | <\n\(second)", name: name),
        ], format: "xlsx")
      #expect(found.map { $0.rows.map(\.path) } == [[["要闻"], ["快讯"]], [["信箱"], ["访谈"]]])
      #expect(found.last?.title == title.replacing(" ", with: ""))
      #expect(found.last?.rows.last?.texts[.remarks] == "限期")
    }
  }

  @Test("A section across the first row of a further page is one of the same table")
  func sectionOnPage() throws {
    let found = try tables([
      table("\(first.replacing("\n1", with: "\n一、动态 | < | < | < | < | <\n1"))"),
      table("二、互动 | < | < | < | < | <\n\(second)"),
    ])
    #expect(found.map { $0.rows.map(\.path.first) } == [["一、动态", "一、动态", "二、互动", "二、互动"]])
  }

  @Test(
    "Two rows below a heading are a table whose fields are those of the one above, where spans are lost, too",
    arguments: [Grid.Layout.delimited, .dropped, .indented, .cellPerLine, .boxDrawing])
  func fewRows(layout: Grid.Layout) throws {
    let found = try tables([
      text("附表1 政务动态"), table(first, layout), text("附表2 互动交流"), table(second, layout),
    ])
    #expect(found.map { $0.rows.map(\.path) } == [[["要闻"], ["快讯"]], [["信箱"], ["访谈"]]])
    #expect(found.last?.rows.map { $0.texts[.number] ?? "" } == ["3", "4"])
    #expect(found.last?.rows.map { $0.texts[.remarks] ?? "" } == ["限期", "限期"])
  }

  @Test(
    "What a field is called decides, where its content says too little",
    arguments: [Grid.Layout.delimited, .boxDrawing])
  func unclearFields(layout: Grid.Layout) throws {
    let header = "事项 | 内容要求 | 责任单位 | 公开依据 | 公开形式 | 公开期限"
    let row = { (name: String, body: String) in "\(name) | 发布\(name)的信息，注明来源。 | \(body) | 《公开条例》 | 政府网站 | 即时公开" }
    let found = try tables([
      text("附表1 数据开放"), table("\(header)\n\(row("数据", "县府办"))\n\(row("目录", "信息中心"))", layout),
      text("附表2 政务服务"), table("\(row("查询", "县审计局"))\n\(row("指南", "县府办"))\n\(row("预约", "县教育局"))", layout),
    ])
    #expect(found.map(\.rows.count) == [2, 3])
    #expect(found.last?.rows.map { $0.texts[.mode] ?? "" } == ["政府网站", "政府网站", "政府网站"])
  }

  @Test("Rows in another order have fields of their own", arguments: [Grid.Layout.delimited, .boxDrawing])
  func otherOrder(layout: Grid.Layout) throws {
    let other = """
      信箱 | 每天更新 | 答复来信，注明时间。 | 县信访局 | 张三
      访谈 | 每年更新 | 发布预告，配发图片。 | 县府办 | 李四
      热线 | 每周更新 | 公布号码，注明时间。 | 县卫健局 | 王五
      """
    let own = "栏目 | 内容要求 | 更新时限 | 责任单位 | 备注\n要闻 | 发布要闻。 | 每周更新 | 县府办 | 新增\n快讯 | 发布快讯。 | 每月更新 | 信息中心 | 新增"
    let found = try tables([text("附表1 动态"), table(own, layout), text("附表2 互动"), table(other, layout)])
    #expect(found.last?.rows.first?.path == ["信箱"])
    #expect(found.last?.rows.first?.texts[.update] == "每天更新")
    #expect(found.last?.rows.first?.texts[.requirement] == "答复来信，注明时间。")
  }

  @Test("A page goes on with the table above, though its first row has words of headers, where a cell ends a sentence")
  func headerWordsInBody() throws {
    let rows = [
      "一级指标 | 二级指标 | 三级指标 | 指标解释 | 对应栏目及工作要求 | 落实单位",
      "内容供给 | 解读质量 | 解读比例 | 公布解读比例有关内容。 | “解读比例”栏目 | 市场监管局",
      "内容供给 | 解读质量 | 解读形式 | 滚动发布解读形式文字及图片资料。 | “解读比例”栏目 | 市场监管局",
      "服务能力 | 办事指引 | 要素完整度 | 整理公开要素完整度有关内容 | 要素完整度 | 公安局",
    ]
    let pages = [rows.prefix(2), rows.suffix(2)].map { page in
      TableDocument.Block.table(Grid(sketch: page.joined(separator: "\n"), layout: .delimited))
    }
    let tables = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: pages)).value.tables
    #expect(tables.count == 1)
    #expect(tables.first?.rows.map(\.path.last) == ["解读比例", "解读形式", "要素完整度"])
  }

  @Test("A header of two rows is the table's own where a page has lost all of the upper row's labels but one")
  func upperRowOfOneLabel() throws {
    let table = try RecognisedTable(
      """
      栏目名称 | | | | 备注
      频道 | 栏目 | 发布内容 | 责任单位 |
      政务 | 要闻 | 发布要闻和图片。 | 信息中心 | 首页
       | 快讯 | 发布快讯，注明来源。 | 县府办 |
      栏目名称 | | | |
      频道 | 栏目 | 发布内容 | 责任单位 |
       | 公告 | 发布公告和通知。 | 县府办 | 试行
      """, layout: .delimited)
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "快讯"], ["政务", "公告"]])
    #expect(table.rows.map { $0.texts[.remarks] } == ["首页", nil, "试行"])
  }
}
