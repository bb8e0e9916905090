import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

/// Texts in which headings and prose stand between tables.
@Suite("Texts of several parts")
struct TextPartsTests {
  private func document(_ text: String, format: SourceFormat = .text) -> TableDocument {
    TextReader(format: format).read(text).value
  }

  @Test("A heading set apart by blank lines parts two tables between bars; a page number does not")
  func headingsBetweenBars() {
    let table = "栏目 | 内容 | 单位 |\n要闻 | 发布要闻 | 县府办 |\n公告 | 发布公告 | 县府办 |\n"
    #expect(document(table + "\n表2 责任一览\n\n" + table).tables.map(\.rowCount) == [3, 3])
    #expect(document(table + "\n- 2 -\n\n" + table.replacing("栏目 |", with: "通知 |")).tables.count == 1)
  }

  @Test("The caption of a counted table between bars parts it from the one above, without blank lines")
  func captionsBetweenBars() {
    let table = "栏目 | 内容 | 单位 |\n要闻 | 发布要闻 | 县府办 |\n公告 | 发布公告 | 县府办 |\n"
    let people = "联系人 | 电话\n韦明 | 5550101\n"
    let found = document(table + "附件2 联系人名单\n" + people).tables
    #expect(found.map(\.name) == ["", "附件2 联系人名单"])
    #expect(found.map(\.columnCount) == [3, 2])
    #expect(document(table + "附件1\n" + "通知 | 发布通知 | 县府办 |\n").tables.map(\.rowCount) == [4])
  }

  @Test("Tables between commas of different widths, each below its heading, are tables of their own")
  func headingsBetweenCommas() {
    let found = document("名单\n姓名,电话,邮箱,地址\n甲,1,a,一号\n乙,2,b,二号\n投资\n年度,投资,完成率\n2019,120,95\n2020,140,97\n特此通知。\n")
    #expect(found.tables.map(\.rowCount) == [3, 3])
    #expect(found.tables.map(\.name) == ["名单", "投资"])
  }

  @Test("Headings filled up with empty fields part tables of different widths, and stand above headers")
  func filledUpHeadings() {
    let units = "甲局;要闻；快讯;每周;\n乙局;公告；公示;每月;\n丙局;信箱；调查;及时;\n"
    let columns = "1;政务;要闻;;发布要闻。;甲局\n2;;快讯;;发布快讯。;乙局\n3;民生;出行;公交;发布线路。;丙局\n"
    let found = document("单位;栏目;时限;备注\n\(units)二、栏目;;;\n序号;频道;栏目;子栏目;要求;单位\n\(columns)")
    #expect(found.tables.map(\.columnCount) == [4, 6])
    let narrow = document("单位;栏目\n甲局;要闻\n乙局;公告\n丙局;信箱\n二、栏目;\n序号;频道;栏目;子栏目;要求;单位\n\(columns)")
    #expect(narrow.tables.map(\.columnCount) == [2, 6])
    let titled = document("栏目分工表;;;\n序号;栏目;单位;要求\n1.;要闻;甲局;发布要闻。\n2.;快讯;乙局;发布快讯。\n3.;公告;丙局;发布公告。\n")
    #expect(titled.tables.map(\.rowCount) == [5])
  }

  @Test("A drawn table that is too large to be read is told as such")
  func tooLargeDrawing() {
    let row = "│" + String(repeating: "要", count: 1 << 16) + "│\n"
    let rule = "├" + String(repeating: "─", count: 1 << 16) + "┤\n"
    let found = TextReader().read(String(repeating: rule + row, count: 24))
    #expect(found.value.tables.isEmpty)
    #expect(found.diagnostics.map(\.code) == ["text.drawingTooLarge"])
    #expect(found.diagnostics.first?.position.line == 1)
  }

  @Test("Between bars, an empty cell between two spaces is a cell; what fills its row up is not")
  func filledUpRows() {
    let found = document("频道 | 栏目 | 要求 | 单位 |\n新闻 | 要闻 | 发布要闻 | 县府办 |\n公告 | 发布公告 |  | |\n快讯 | 发布快讯 | ||\n")
    let cells = found.tables.first?.cells.filter { $0.row > 1 && $0.text.isEmpty } ?? []
    #expect(cells.map(\.isPadding) == [false, true, true, true])
  }

  @Test("Where no bar closes a row that is whole, what fills others up reaches behind their last bar")
  func filledUpBehindLastBar() {
    let found = document("频道 | 栏目 | 要求 | 单位\n新闻 | 要闻 | 发布要闻 | 县府办\n公告 | 发布公告 | |\n快讯 | 发布快讯 | |\n")
    let cells = found.tables.first?.cells.filter { $0.row > 1 && $0.text.isEmpty } ?? []
    #expect(cells.map(\.isPadding) == [true, true, true, true])
  }

  @Test(
    "Where what fills rows up looks like empty cells, the one behind the last bar says no more", arguments: ["", " "])
  func filledUpLikeCells(end: String) {
    let found = document(
      "频道 | 栏目 | 要求 | 单位\n新闻 | 要闻 | 发布要闻 | 县府办\n公告 | 发布公告 |  |\(end)\n快讯 | 发布快讯 |  |\(end)\n")
    let cells = found.tables.first?.cells.filter { $0.row > 1 && $0.text.isEmpty } ?? []
    #expect(cells.map(\.isPadding) == [false, false, false, false])
  }

  @Test("Rows that lost all cells but one are rows where they are padded, however many; a list of links is none")
  func paddedSingles() {
    let rows = ["甲 | 动态 | 每周 | 一局 |", "要闻 | | | |", "公告 | | | |", "快讯 | 每月 | | |", "图片 | | | |", " | | | |"]
    let padded = document((["频道 | 栏目 | 时效 | 单位 |"] + rows + ["乙 | 服务 | 每周 | 二局 |"]).joined(separator: "\n"))
    #expect(padded.tables.map(\.rowCount) == [8])
    #expect(!document("首页 | 要闻\n上一篇 |\n下一篇 |\n打印 |\n关闭 |").tables.contains { $0.layout == .dropped })
  }

  @Test("A Markdown heading is read without its marks")
  func markdownHeading() {
    let table = "| 栏目 | 内容 |\n| --- | --- |\n| 要闻 | 发布要闻 |\n"
    let blocks = document("# 县网站方案 #\n\n## 一、分工\n\n#3 说明\n" + table).blocks
    #expect(
      blocks.prefix(3) == [
        .paragraph(.init(text: "县网站方案", headingLevel: 1, line: 1)),
        .paragraph(.init(text: "一、分工", headingLevel: 2, line: 3)),
        .paragraph(.init(text: "#3 说明", line: 5)),
      ])
  }

  @Test("Marks that make texts bold or italic are none of them; stars that nothing closes are")
  func markdownEmphasis() {
    let found = document(
      """
      **表一 栏目分工**

      | **栏目** | __内容__ | *单位* |
      | --- | --- | --- |
      | **要闻**（重点） | * 发布**要闻**，每周*2*条 | *教育局 |
      | \\*\\*公告 | ** | **a ** b** |
      | 联系人：张**，审核人：李** | 138****1234、139****5678 | _甲_、_乙_ |
      | *丙\\* | 丁 | 戊 |
      """)
    #expect(found.blocks.first == .paragraph(.init(text: "表一 栏目分工", line: 1)))
    let texts = (0..<5).map { row in found.tables[0].cells.filter { $0.row == row }.map(\.text) }
    #expect(texts[0] == ["栏目", "内容", "单位"])
    #expect(texts[1] == ["要闻（重点）", "* 发布要闻，每周*2*条", "*教育局"])
    #expect(texts[2] == ["**公告", "**", "a ** b"])
    #expect(texts[3] == ["联系人：张**，审核人：李**", "138****1234、139****5678", "_甲_、_乙_"])
    #expect(texts[4] == ["*丙*", "丁", "戊"])
  }

  @Test("In Markdown a backslash sets marks apart, and stands for itself elsewhere")
  func markdownEscapes() {
    let found = document(
      #"""
      | 栏目 | 内容 | 单位 |
      | --- | --- | --- |
      | 要\_闻 | 权重\*(N\|M)\\ | C:\数 |
      """#)
    #expect(found.tables.first?.cells.filter { $0.row == 1 }.map(\.text) == ["要_闻", #"权重*(N|M)\"#, #"C:\数"#])
  }

  @Test("Where each cell has a line, a heading right above the first cell of the next table is none of its lines")
  func headingsAboveCells() {
    let table = "栏目 |\n单位 |\n时限 |\n\n要闻 |\n县府办 |\n每周 |\n\n公告 |\n县府办 |\n每月 |\n\n"
    let found = document(table + "表2 责任一览\n" + table)
    #expect(found.tables.map(\.rowCount) == [3, 3])
    #expect(found.tables.last?.cells.first?.text == "栏目")
  }

  @Test(
    "A numbered heading whose empty fields were cut off is a row of its table",
    arguments: ["一、动态类", "第一部分 动态类", "（一）动态类"])
  func cutHeadings(_ heading: String) {
    let found = document("栏目\t内容\t单位\n\(heading)\n要闻\t发布要闻\t县府办\n公告\t发布公告\t县府办\n", format: .tsv)
    #expect(found.tables.map(\.rowCount) == [4])
  }

  @Test("A label of which nothing else is left may stand right below a numbered heading")
  func cutLabelBelowHeading() {
    let rows = ["要闻\t发布要闻\t县府办", "第二部分 服务类", "指南", "下载\t发布表格\t县府办"]
    let found = document((["栏目\t内容\t单位"] + rows).joined(separator: "\n") + "\n", format: .tsv)
    #expect(found.tables.map(\.rowCount) == [5])
    let prose = rows.prefix(1) + ["第二部分 报送要求", "明确责任人员", "严格审核把关", "邮箱\t略"]
    let cut = document((["栏目\t内容\t单位"] + prose).joined(separator: "\n") + "\n")
    #expect(cut.tables.first?.rowCount == 2)
  }

  @Test("Below a blank line, a heading that counts on from one within the table is a row of it, unless labels follow")
  func cutHeadingsBelowBlankLines() {
    let labels = KnownLabels { ["栏目", "内容", "单位", "类别"].contains($0) ? 1 : 0 }
    let above = "栏目\t内容\t单位\n（一）动态类\n要闻\t发布要闻\t县府办\n公告\t发布公告\t县府办\n\n（二）服务类\n"
    let rows = "指南\t发布指南\t县府办\n下载\t发布表格\t县府办\n"
    func counts(_ text: String) -> [Int] { TextReader(labels: labels).read(text).value.tables.map(\.rowCount) }
    #expect(counts(above + rows) == [7])
    #expect(counts(above + "栏目\t类别\t单位\n" + rows) == [4, 3])
    #expect(counts(above.replacing("（一）动态类\n", with: "") + rows) == [3, 2])
    // Another table begins to count anew, or skips what the table above lacks.
    #expect(counts(above.replacing("（二）", with: "（一）") + rows) == [4, 2])
    #expect(counts(above.replacing("（二）", with: "（三）") + rows) == [4, 2])
    #expect(counts(above.replacing("（二）", with: "二、") + rows) == [4, 2])
    // Sections of a higher level go on counting below those within them.
    let outer = above.replacing("（一）", with: "一、公开\n简讯\t发布简讯\t县府办\n（一）").replacing("（二）", with: "二、")
    #expect(counts(outer + rows) == [9])
  }

  @Test("A table may begin with a quoted field of several lines")
  func quotedStart() {
    let found = document("某县网站栏目保障表\n\"要\n闻\",发布要闻,县府办\n公告,发布公告,县府办\n", format: .csv)
    #expect(found.tables.first?.cells.first?.text == "要\n闻")
  }

  @Test("Rows that start with an empty field have no border if their header has none")
  func emptyFirstFields() {
    let found = document("号|栏目|内容|单位\n1|要闻|发布要闻|县府办\n" + String(repeating: "|公告|发布公告|县府办\n", count: 30))
    #expect(found.tables.first?.cells.filter { $0.row == 2 }.map(\.text) == ["", "公告", "发布公告", "县府办"])
  }

  @Test("Pages of a table between semicolons may have one field more than the first", arguments: [";", ","])
  func widerPages(_ delimiter: String) {
    let page = "栏目;内容;时限;方式;单位\n"
    let rows = ["要闻;发布要闻;每周;转载;县府办", "公告;发布公告;每月;转载;教育局", "快讯;发布快讯;每月;转载;民政局"]
    let text =
      page + rows.joined(separator: "\n") + "\n" + page.replacing("\n", with: ";备注\n")
      + rows.joined(separator: ";\n") + ";\n"
    let found = document("某县网站栏目保障表\n" + text.replacing(";", with: delimiter))
    #expect(found.tables.map(\.rowCount) == [8])
  }

  @Test("Two header rows whose empty fields were cut off are no torn row, though together they are as wide as one")
  func cutHeaderRows() {
    let rows = ["频道\t栏目\t分工\t\t内容\t时限", "\t\t职责", "\t\t牵头\t配合"]
    let body = Array(repeating: "新闻\t要闻\t县府办\t教育局\t发布要闻\t每周", count: 6)
    let found = document((rows + body).joined(separator: "\n") + "\n", format: .tsv)
    #expect(found.tables.map(\.rowCount) == [9])
  }

  @Test(
    "Two header rows without their merged labels are no torn row, though together they are as wide as one",
    arguments: ["\t", " | "])
  func lostHeaderLabels(_ delimiter: String) {
    let labels = KnownLabels { text in
      ["栏目", "内容", "单位", "频道", "类别", "责任单位"].contains(text) ? 1 : text.hasPrefix("负责单位") ? 0.8 : 0
    }
    let rows = ["栏目\t内容\t单位", "频道\t类别"] + Array(repeating: "新闻\t要闻\t发布要闻\t县府办", count: 6)
    let lines = rows.map { $0.replacing("\t", with: delimiter) + "\n" }
    let grid = TextReader(labels: labels).read(lines.joined()).value.tables.first
    #expect(grid?.cells.filter { $0.row == 1 && !$0.text.isEmpty }.map(\.text) == ["频道", "类别"])
    let uncertain = lines.joined().replacing("单位", with: "负责单位")
    #expect(TextReader(labels: labels).read(uncertain).value.tables.first?.rowCount == 8)
    // A label torn in two is one, even if a part of it is another.
    let torn = ["栏目\t内容\t责任", "单位\t频道"] + rows.dropFirst(2)
    let whole = TextReader(labels: labels).read(torn.joined(separator: "\n") + "\n").value.tables.first
    #expect(whole?.rowCount == 7)
  }

  @Test("Rows of a narrower table are no pieces of torn rows, though two of them are as wide as one")
  func narrowTable() {
    let wide = Array(repeating: "新闻\t要闻\t发布要闻\t每周\t县府办", count: 8)
    let narrow = ["各单位栏目分工", "序号\t单位\t栏目"] + (1...4).map { "\($0)\t教育局\t要闻、公告" }
    let found = document((wide + narrow).joined(separator: "\n") + "\n", format: .tsv)
    #expect(found.tables.map(\.rowCount) == [14])
  }
}
