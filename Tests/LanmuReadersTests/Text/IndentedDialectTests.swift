import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Indented cells")
struct IndentedDialectTests {
  private func read(_ text: String) -> TableDocument { TextReader().read(text).value }

  @Test("Each cell on its own tab line, a blank line before each row")
  func plain() {
    let document = read("附件\n\n\t频道\n\t栏目\n\t单位\n\n\t新闻\n\t要闻\n\t甲局\n\n\t\n\t公告\n\t乙局\n")
    #expect(
      document.tables == [
        Grid(
          rowCount: 3, columnCount: 3, layout: .indented, named: "附件",
          fields: [
            [("频道", 3), ("栏目", 4), ("单位", 5)], [("新闻", 7), ("要闻", 8), ("甲局", 9)], [("", 11), ("公告", 12), ("乙局", 13)],
          ])
      ])
  }

  @Test("A blank line inside a cell does not end it")
  func blankLineInCell() {
    let document = read("\t频道\n\t栏\n\n目\n\t单位\n\n\t新闻\n\t要\n\n闻\n\t甲局\n\n乙局\n\n\t\n\t公告\n\t丙局\n\n\n二、其他\n")
    #expect(document.tables.map(\.rowCount) == [3])
    #expect(document.tables.first?.cells.map(\.text) == ["频道", "栏\n目", "单位", "新闻", "要\n闻", "甲局\n乙局", "", "公告", "丙局"])
    #expect(document.blocks.last == .paragraph(TableDocument.Paragraph(text: "二、其他", line: 20)))
  }

  @Test("A label broken by several blank lines in the very first row does not end the table")
  func blankLinesInFirstRow() {
    let text = "\t频道\n\t栏目一\n\n\n\n栏目二\n\t甲局\n\n\t公告\n\t栏目三\n\t乙局\n\n\t动态\n\t栏目四\n\t丙局\n"
    #expect(read(text).tables.map(\.rowCount) == [3])
    #expect(read(text).tables.first?.cells.first { $0.column == 1 }?.text == "栏目一\n栏目二")
  }

  @Test("A blank line between the items of a list ends no cell, though a tab stands behind it, in however many rows")
  func listsTornByTabs() {
    let rows = ["要闻", "公告", "规划", "统计"].map { label in
      "\t\(label)\n\t要求：\n\n\t1.公开\(label)；\n\n\t2.按月汇总。\n\t每月\n\t县甲局\n\n"
    }
    let document = read("\t栏目\n\t内容\n\t时限\n\t单位\n\n" + rows.joined())
    #expect(document.tables.map(\.rowCount) == [5])
    #expect(
      document.tables.first?.cells.filter { $0.row == 2 }.map(\.text) == ["公告", "要求：\n1.公开公告；\n2.按月汇总。", "每月", "县甲局"])
    // A whole row may end in an item, and the next one begin with the next number.
    let numbered = (1...4).map { "\t\($0).栏目\n\t每月\n\t\($0).公开；\n\n" }.joined()
    #expect(read("\t栏目\n\t时限\n\t内容\n\n" + numbered).tables.map(\.rowCount) == [5])
  }

  @Test("Text below a blank line heads the table whose labels follow, whatever stands before its mark")
  func headingOfNextTable() {
    let labels = KnownLabels { ["频道", "栏目", "单位", "指标", "内容", "部门"].contains($0) ? 1 : 0 }
    let first = "\t频道\n\t栏目\n\t单位\n\n\t新闻\n\t要闻\n\t\n\n\t\n\t公告\n\t县乙局\n\n"
    let text = first + "[bookmark: _GoBack]附件2\n考核任务\n\n\n\t指标\n\t内容\n\t部门\n\n\t质量\n\t更新\n\t县丙局\n"
    let tables = TextReader(labels: labels).read(text).value.tables
    #expect(tables.map(\.rowCount) == [3, 2])
    #expect(tables.first?.cells.last?.text == "县乙局")
  }

  @Test("A list that goes on behind a blank line continues its cell, also in a row wider than the header")
  func listBehindBlankLine() {
    var text = "\t序号\n\t网站栏目\n\t单位\n\n\t1\n\t新闻\n\t要闻\n\t1.发布要闻。\n\n2.附件可以下载。\n\t甲局\n\n"
    for number in 2...9 { text += "\t\(number)\n\t公告\n\t乙局\n\n" }
    let grid = read(text).tables.first
    #expect(grid?.rowCount == 10)
    #expect(grid?.cells.filter { $0.row == 1 }.map(\.text) == ["1", "新闻", "要闻", "1.发布要闻。\n2.附件可以下载。", "甲局"])
  }

  @Test("A row torn by a blank line at the end of a cell is one row")
  func tornRow() {
    var text = "\t序号\n\t栏目\n\t单位\n\t要求\n\n"
    for number in 1...8 { text += "\t\(number)\n\t栏目\(number)\n\t单位\n\t每月\n\n" }
    text += "\t9\n\t栏目九\n\n\t单位\n\t每周\n"
    let grid = read(text).tables.first
    #expect(grid?.rowCount == 10)
    #expect(grid?.cells.filter { $0.row == 9 }.map(\.text) == ["9", "栏目九", "单位", "每周"])
  }

  @Test("The heading of a section that names a table ends one above a label, though all rows are whole")
  func headingOfSection() {
    let above = "\t栏目\n\t单位\n\n\t要闻\n\t甲局\n\n\t公告\n\t乙局\n\n"
    let text = above + "（二）考核指标责任分解\n\n\t指标\n\t分值\n\n\t更新\n\t5\n"
    let labels = KnownLabels { ["栏目", "单位", "指标"].contains($0) ? 1 : 0 }
    #expect(TextReader(labels: labels).read(text).value.tables.map(\.rowCount) == [3, 2])
  }

  @Test("Rows torn in so many places that most groups are short are counted out by the numbers that they begin with")
  func tornCountedRows() {
    var text = "\t序号\n\t栏目\n\t要求\n\t单位\n\t分值\n\n"
    for number in 1...6 {
      let (first, second) = [("\n", ""), ("", "\n"), ("", "")][number % 3]
      text += "\t\(number)\n\t栏目\n\t提供检索功能。\n\(first)\t甲局\n\(second)\t\(number % 2 + 2)\n\n"
    }
    #expect(read(text).tables.map { [$0.rowCount, $0.columnCount] } == [[7, 5]])
    #expect(read("\t某县栏目分工\n\t\n\t\n\t\n\t\n\n" + text).tables.map(\.rowCount) == [8])
    // A number that is not the next one begins a row of its own.
    let other = text.replacing("\t4\n\t栏目", with: "\t9\n\t栏目")
    #expect(read(other).tables.first?.rowCount != 7)
  }

  @Test("A row of labels that divide one of those above is no piece of that row, though together they are whole")
  func dividedHeader() {
    var text = "\t栏目\n\t要求\n\t分工\n\n\t牵头\n\t配合\n\n"
    for number in 1...8 { text += "\t频道\(number)\n\t栏目\n\t每月\n\t甲局\n\t乙局\n\n" }
    let words = ["栏目", "要求", "分工", "牵头", "配合"]
    let labels = KnownLabels(
      strength: { words.contains($0) ? 1 : 0 }, areDivided: { $0.contains("分工") && $1 == ["牵头", "配合"] })
    #expect(TextReader(labels: labels).read(text).value.tables.first?.rowCount == 10)
    let torn = text.replacing("牵头", with: "时限")
    #expect(TextReader(labels: labels).read(torn).value.tables.first?.rowCount == 9)
  }

  @Test("A short row that ends in an empty cell is a row, and so is the short one below")
  func shortRows() {
    var text = "\t栏目\n\t单位\n\t要求\n\t备注\n\n"
    for number in 1...12 { text += "\t栏目\(number)\n\t单位\n\t每月\n\t无\n\n" }
    text += "\t动态\n\t\n\n\t快讯\n\t每周\n\n"
    let grid = read(text).tables.first
    #expect(grid?.rowCount == 15)
  }

  @Test(
    "Prose and a numbered heading below a short row stand above a further table",
    arguments: ["\t发布要闻\n\n各单位要高度重视，认真做好维护。\n栏目分工\n", "\t\n\n二、栏目分工\n"])
  func proseAboveFurtherTable(_ end: String) {
    var text = "\t频道\n\t栏目\n\t要求\n\t时限\n\t单位\n\n"
    for number in 1...8 { text += "\t频道\(number)\n\t栏目\n\t要求\n\t每月\n\t单位\n\n" }
    text += "\t栏目五\n" + end + "\t序号\n\t单位\n\t栏目\n\t联系人\n\n\t1\n\t教育局\n\t要闻\n\t王五\n\n"
    #expect(read(text).tables.map(\.rowCount) == [10, 2])
  }

  @Test("A numbered heading two blank lines below a whole cell stands above a further table where known labels follow")
  func headingAboveKnownLabels() {
    let text =
      "\t1\n\t快讯\n\t每日更新\n\t甲局\n\n\t2\n\t要闻\n\t每周更新\n\n\t3\n\t公告\n\n\n二、栏目分工\n\t序号\n\t单位\n\n\t1\n\t乙局\n\n\t2\n\t丙局\n"
    let labels = KnownLabels { $0 == "序号" || $0 == "单位" ? 1 : 0 }
    #expect(TextReader(labels: labels).read(text).value.tables.map(\.rowCount) == [3, 3])
  }

  @Test("Where rows are of any width, two short ones are two rows, though together they are as wide as one")
  func shortRowsOfLostCells() {
    var text = "\t频道\n\t类别\n\t栏目\n\t要求\n\t时限\n\t单位\n\n"
    for number in 1...4 {
      text += "\t频道\(number)\n\t类别\n\t栏目\n\t每月\n\t两周\n\t单位\n\n"
      text += "\t类别\(number)\n\t栏目\n\t每月\n\t两周\n\t单位\n\n"
      text += "\t栏目\(number)\n\t每月\n\t两周\n\t单位\n\n"
    }
    text += "\t栏目五\n\t每月\n\n\t栏目六\n\t每周\n\n"
    #expect(read(text).tables.first?.rowCount == 15)
  }

  @Test("Where all whole rows begin with a number, two short ones without are two rows")
  func shortRowsWithoutNumbers() {
    var text = "\t序号\n\t频道\n\t栏目\n\t要求\n\t时限\n\t单位\n\n\t1\n\t频道\n\t栏目\n\t要求\n\t每月\n\t甲局\n\n"
    for number in 2...14 { text += "\t\(number)\n\t栏目\(number)\n\t要求\n\t每月\n\t甲局\n\n" }
    text += "\t更多要求\n\t每周\n\t乙局\n\n\t其他要求\n\t丙局\n\n\t15\n\t栏目\n\t要求\n\t每月\n\t丁局\n"
    #expect(read(text).tables.first?.rowCount == 18)
  }

  @Test("A label broken by a blank line does not end a table of short rows, even in the first row that is whole")
  func brokenLabelInWholeRow() {
    var text = "\t频道\n\t类别\n\t栏目\n\t要求\n\t单位\n\n"
    for number in 1...9 { text += "\t栏目\(number)\n\t每月更新\n\n" }
    text += "\t互动\n\t信箱\n\t来信\n\n选登\n\t每周更新\n\t甲局\n\n\t栏目十\n\t每季更新\n"
    let grids = read(text).tables
    #expect(grids.map(\.rowCount) == [12])
    #expect(grids.first?.cells.filter { $0.row == 10 }.map(\.text) == ["互动", "信箱", "来信\n选登", "每周更新", "甲局"])
  }

  @Test("A label broken by a blank line does not tear the header, though most rows are as wide as its pieces")
  func brokenHeader() {
    var text = "\t频道\n\t类别\n\t栏\n\n目\n\t要求\n\t时限\n\t单位\n\n\t公开\n\t规划\n\t总体\n\t发布规划\n\t每年\n\t甲局\n\n"
    for number in 1...20 { text += "\t栏目\(number)\n\t每月\n\t乙局\n\n" }
    let grids = read(text).tables
    #expect(grids.map(\.rowCount) == [22])
    #expect(grids.first?.cells.filter { $0.row == 0 }.map(\.text) == ["频道", "类别", "栏\n目", "要求", "时限", "单位"])
  }

  @Test("A broken label at the header's end does not end the table, though few rows are as wide as it")
  func brokenHeaderEnd() {
    var text = "\t频道\n\t类别\n\t栏目\n\t要求\n\t时限\n\t单\n\n位\n\n\t公开\n\t规划\n\t总体\n\t发布规划\n\t每年\n\t甲局\n\n"
    for number in 1...20 { text += "\t栏目\(number)\n\t每月\n\t乙局\n\n" }
    #expect(read(text).tables.map(\.rowCount) == [22])
  }

  @Test("The heading of a further table ends a table of short rows", arguments: ["", "\n"])
  func furtherTable(gap: String) {
    var text = "\t频道\n\t栏目\n\t要求\n\t时限\n\t单位\n\n\t新闻\n\t要闻\n\t发布要闻\n\t每周\n\t甲局\n\n"
    for number in 1...6 { text += "\t栏目\(number)\n\t每月\n\n" }
    for heading in ["附表2", "表2 保障分工", "附：联系人名单"] {
      let document = read(text + "\(heading)\n\(gap)\t单位\n\t栏目\n\n\t乙局\n\t公告\n\n\t丙局\n\t通知\n")
      #expect(document.tables.map(\.rowCount) == [8, 3], "\(heading)")
    }
  }

  @Test("Paragraphs that start with a tab are no table")
  func indentedProse() {
    let document = read("\t第一段文字。\n\n\t第二段文字。\n\n\t第三段文字。\n")
    #expect(document.tables.isEmpty)
    #expect(document.blocks.count == 3)
  }

  @Test("The heading of a section below a header whose label spans two fields is a row, and no piece of the header")
  func sectionBelowNarrowHeader() {
    for heading in ["（一）农业类", "一、农业类", "第一部分 农业"] {
      var text = "\t序号\n\t栏目\n\t单位\n\t备注\n\n\t\(heading)\n\n"
      for number in 1...20 { text += "\t\(number)\n\t频道\(number)\n\t栏目\(number)\n\t甲局\n\t\n\n" }
      let grid = read(text + "\t（二）工业类\n\n\t21\n\t园区\n\t招商\n\t乙局\n\t试行\n").tables.first
      #expect(grid?.rowCount == 24)
      #expect(grid?.cells.filter { $0.row == 1 }.map(\.text) == [heading])
    }
  }
}

extension Grid {
  /// A grid of a dialect without spans, from its rows of texts and lines.
  init(rowCount: Int, columnCount: Int, layout: Layout, named name: String = "", fields: [[(String, Int)]]) {
    let cells = fields.enumerated().flatMap { row, fields in
      fields.enumerated().map { column, field in Cell(row: row, column: column, text: field.0, line: field.1) }
    }
    self.init(name: name, rowCount: rowCount, columnCount: columnCount, layout: layout, cells: cells)
  }
}
