import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Cells on lines of their own")
struct CellPerLineDialectTests {
  private func sizes(_ rows: [[String]]) -> [[Int]] { sizes(of: lines(rows)) }

  /// Each cell's text, with a bar at the end of its line; nothing says where rows end.
  private func lines(_ rows: [[String]]) -> String {
    rows.joined().map { $0.isEmpty ? "|" : $0 + " |" }.joined(separator: "\n")
  }

  private func sizes(of text: String) -> [[Int]] {
    TextReader().read("方案\n\n" + text + "\n").value.tables.map { [$0.rowCount, $0.columnCount] }
  }

  private func entry(_ number: Int) -> [String] {
    let parent = number % 4 == 1 ? "频道\(number)" : ""
    let demands = ["", "发布本县的各类信息，图文并茂，内容准确，及时维护", "公开名单"]
    let units = ["县水利局", "县委宣传部、县教育局", "各镇"]
    // No two rows in a row or three apart are to be alike by rule.
    let turn = number * number / 3
    return [
      parent, "栏目第\(number)号", demands[turn % 3], ["每周更新", "及时更新", "1个月内更新"][turn % 5 % 3], units[turn % 4 % 3], "",
    ]
  }

  private let header = ["板块", "栏目", "栏目定位与内容", "更新标准", "保障单位", "备注"]

  @Test("Not so many cells a row as two or three rows have together")
  func multiples() {
    #expect(sizes([header] + (1...29).map(entry)) == [[30, 6]])
    #expect(sizes([["单位", "栏目清单"]] + (1...11).map { ["县单位\($0)局", "规划计划、政策文件、工作动态、财政信息"] }) == [[12, 2]])
  }

  @Test("Not so many as come again by rule, where ends of texts that stand but once say nothing")
  func lists() {
    let ends = ["会。", "开", "果", "理。", "疗", "务", "聘。", "读", "办", "目。", "批", "单", "价。", "限", "识", "南。", "量"]
    let rows = zip("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午", ends).map { ["县\($0)", "财政信息、通知公告、政策文件、机构概况、县政府信息公\($1)"] }
    let labels = KnownLabels { ["单位", "栏目清单"].contains($0) ? 1 : 0 }
    let table = TextReader(labels: labels).read(lines([["单位", "栏目清单"]] + rows)).value.tables.first
    #expect(table?.columnCount == 2)
    #expect(table?.rowLimits == .guessed)
  }

  @Test("Numbers at a row's distance tell the width of two rows below no header")
  func twoNumberedRows() {
    #expect(sizes([["1", "案例", "", "县医保局", "每月更新"], ["2", "目录", "", "县府办", "及时更新"]]) == [[2, 5]])
  }

  @Test("Rows that were guessed to be of two cells are not taken for filled up")
  func narrowRows() {
    let rows = [["单位", "栏目清单"]] + (1...11).map { ["县单位\($0)局", $0 % 5 == 0 ? "" : "规划计划、政策文件、工作动态、财政信息"] }
    let table = TextReader().read(lines(rows)).value.tables.first
    #expect(table?.columnCount == 2)
    #expect(table?.layout == .cellPerLine)
  }

  @Test("Two rows of a header tell their width where the second has labels just below a merged one")
  func dividedHeader() {
    let labels = KnownLabels { ["序号", "栏目", "单位", "时限", "大类", "中类", "小类"].contains($0) ? 1 : 0 }
    let rows = [
      "序号|栏目|||单位|时限", "|大类|中类|小类||", "1|新闻|视频||县住建局|年度更新", "||要闻||县编办牵头，县国资委、县大数据局配合|",
      "||领导|法规|县消防大队、县大数据局、县公共资源中心、县委组织部|半年更新", "||综合||县信访局|", "||国务信息||县公安局、县自然局|", "||发布会|预告|县财政局|",
      "|||实录|县金融办、县邮政局|", "|||回放|县政务中心|半年更新",
    ]
    let cells = rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
    let grid = TextReader(labels: labels).read(lines(cells)).value.tables.first
    #expect(grid?.columnCount == 6)
    #expect(grid?.rowLimits == .guessed)
  }

  @Test("Lists and sentences are no labels, so that rows of two that come again by rule are told", arguments: [30, 36])
  func listsInHeader(count: Int) {
    let labels = KnownLabels { ["单位", "清单"].contains($0) ? 1 : $0.hasSuffix("办") ? 0.85 : 0 }
    let units = ["县政协办", "县发改局", "县国资监管中心", "县搬迁安置局", "县人民医院", "县科技局", "县档案馆"]
    let ends = ["、清单", "、征收", "、镜头", "、电话", "、执法", "", "、数据"]
    let rows = (0..<count).map { row -> [String] in
      let end = row % 3 == 0 ? "、工业概况。" : ends[row % ends.count]
      return [units[row % units.count], "部门文件、通知公告、政策文件、规划总结、政府信息公开栏目" + end]
    }
    let grid = TextReader(labels: labels).read(lines([["单位", "清单"]] + rows)).value.tables.first
    #expect(grid?.columnCount == 2)
    if count == 30 { #expect(grid?.rowLimits == .guessed) }
  }

  @Test("A title with an empty cell beside it, above two labels", arguments: ["栏目", "栏目清单"])
  func titleAboveTwoLabels(label: String) {
    let rows = (1...7).map { ["县单位\($0)局", ["规划计划、政策文件", "工作动态、财政信息。", "办事指南"][$0 % 3]] }
    let labels = KnownLabels { $0 == "单位" || $0 == "栏目" ? 1 : $0 == "栏目清单" ? 0.8 : 0 }
    let text = lines([["某县网站栏目分解", ""], ["单位", label]] + rows)
    #expect(TextReader(labels: labels).read(text).value.tables.map { [$0.rowCount, $0.columnCount] } == [[9, 2]])
  }

  @Test("A header that returns with its last label changed")
  func driftingHeader() {
    let later = Array(header.dropLast()) + ["说明"]
    #expect(sizes([header] + (1...9).map(entry) + [later] + (10...25).map(entry)) == [[27, 6]])
  }

  @Test("A numbered title between two tables belongs to neither's cells")
  func titleBetween() {
    let first = ([header] + (1...5).map(entry)).joined().map { $0.isEmpty ? "|" : $0 + "\n|" }
    let second = (["指标", "单位"] + (1...6).flatMap { ["指标\($0)", "县教育局"] }).map { $0 + "\n|" }
    #expect(sizes(of: (first + ["二、考核指标任务分解"] + second).joined(separator: "\n")) == [[6, 6], [7, 2]])
  }

  @Test(
    "Blank lines between rows and bars only between their cells, of which empty ones leave nothing",
    arguments: ["|\n", "\n|\n", "\n| "], [true, false])
  func blankBetweenRows(bar: String, isDropped: Bool) {
    let rows = (1...6).map { isDropped && $0 % 4 != 1 ? Array(entry($0).dropFirst()) : entry($0) }
    let title = ["某县栏目一览（试行）"] + Array(repeating: "", count: 5)
    for above in [[], [title]] {
      let blocks = (above + [header] + rows.prefix(3) + [["- 2 -"]] + rows.dropFirst(3)).map { row in
        row.joined(separator: bar).replacing("||", with: "|\n|").split(separator: "\n").joined(separator: "\n")
      }
      let text = blocks.joined(separator: "\n\n") + "\n\n注：由县府办解释。"
      let labels = KnownLabels { header.contains($0) ? 1 : 0 }
      let table = TextReader(labels: labels).read(text).value.tables.first
      #expect(table?.rowCount == 7 + above.count)
      #expect(table?.columnCount == 6)
      let found = table?.cells.filter { $0.row == above.count + 4 }.map(\.text)
      #expect(found == rows[3])
    }
  }

  @Test("A list in a cell, whose last line has the cell's bar, opens no part")
  func listWithinCell() {
    let labels = KnownLabels { ["频道", "栏目", "时限", "单位"].contains($0) ? 1 : 0 }
    let rows = ["频道 栏目 时限 单位", "政务 要闻 每周 甲局", "民生 公告 每月 乙局", "科普 规划 每年 丙局"].map {
      $0.split(separator: " ").map(String.init)
    }
    let list = ["公开", "一、规划\n二、计划\n三、总结", "每年", "丁局"]
    let text = (rows + [list, ["档案", "史志", "每年", "戊局"]]).joined().map { $0 + "|" }.joined(separator: "\n")
    let grid = TextReader(labels: labels).read(text).value.tables.first
    #expect(grid?.rowCount == 6)
    #expect(grid?.cells.first { $0.row == 4 && $0.column == 1 }?.text == list[1])
  }

  @Test("Lists in the same cell of each row, and a label broken over lines, are no limits of shorter rows")
  func listsInOneColumn() {
    let known = ["频道", "栏目", "栏目名称", "内容", "要求", "内容要求", "方式", "更新", "更新要求", "单位"]
    let labels = KnownLabels { known.contains($0) ? 1 : 0 }
    let lists = ["1.图文；\n2.视频。", "公开本县信息：\n1.图文；\n2.视频；\n3.直播。"]
    let header: [String] = ["频道", "栏目\n名称", "内容\n要求", "方式", "更新\n要求", "单位"]
    let rows = (0..<9).map { row -> [String] in
      let label = row == 0 ? "政务" : ""
      let time = row % 3 == 1 ? "" : "每月5日、20日各更新一次"
      return [label, "栏目\(row)", lists[row % 2], "转载", time, row % 2 == 0 ? "甲局" : "乙局、丙局"]
    }
    let cells = ([header] + rows).joined()
    let text = cells.map { $0.isEmpty ? "|" : $0 + "\n|" }.joined(separator: "\n")
    #expect(TextReader(labels: labels).read(text).value.tables.map { [$0.rowCount, $0.columnCount] } == [[10, 6]])
  }

  @Test("Rows between blank lines may be wider than a header whose label spans fields, and lack cells")
  func spanningLabelBetweenBlanks() {
    let labels = KnownLabels { ["编号", "栏目", "单位", "备注"].contains($0) ? 1 : 0 }
    let rows = ["编号|栏目|单位|备注", "1|政务|要闻|甲局|", "公告|乙局|", "快讯|丙局|", "2|民生|出行|丁局|试行", "就学|戊局|"]
    let text = rows.map { $0.replacing("|", with: "\n|\n").replacing("\n\n", with: "\n") }.joined(separator: "\n\n")
    let tables = TextReader(labels: labels).read(text).value.tables
    #expect(tables.map { [$0.rowCount, $0.columnCount] } == [[6, 5]])
  }

  @Test(
    "Titles above the first label between blank lines are none of it, be the label likely, unknown or broken",
    arguments: [
      ["（府办发〔2017〕9号）", "某县网站分工", "网站频道"], ["某县政府网站内容保障责任分工表", "评估维度"], ["一、各频道内容保障责任", "网站", "频道"],
    ])
  func titleAboveLabel(lines: [String]) {
    let labels = KnownLabels { ["栏目", "时限", "单位"].contains($0) ? 1 : $0 == "网站频道" ? 0.8 : 0 }
    let rows = ["栏目|时限|单位", "政务|要闻|每周|甲局", "|公告|每月|乙局", "|快讯||丙局", "民生|出行|每天|丁局"]
    let above = lines.joined(separator: "\n") + "|"
    let text = ([above + rows[0]] + rows.dropFirst()).map { row in
      row.replacing("|", with: "\n|\n").split(separator: "\n").joined(separator: "\n")
    }
    let table = TextReader(labels: labels).read(text.joined(separator: "\n\n") + "\n").value.tables.first
    #expect(table?.rowCount == 5)
    let label = lines.count > 2 && lines[1] == "网站" ? "网站\n频道" : lines[lines.count - 1]
    #expect(table?.cells.first?.text == label)
  }

  @Test("A heading with a number in brackets right above another header begins another table between blank lines")
  func bracketedHeading() {
    let labels = KnownLabels { ["编号", "频道", "栏目", "单位"].contains($0) ? 1 : 0 }
    let rows = ["编号|频道|栏目|单位", "1|政务|要闻|甲局", "2|民生|出行|乙局", "（二）各部门\n编号|单位|栏目", "1|甲局|要闻", "2|乙局|出行"]
    let text = rows.map { $0.replacing("|", with: "\n|\n") }.joined(separator: "\n\n")
    let tables = TextReader(labels: labels).read(text).value.tables
    #expect(tables.map { [$0.rowCount, $0.columnCount] } == [[3, 4], [3, 3]])
  }

  @Test("A header between blank lines may end in empty cells, which its last label spans, if rows have as many cells")
  func spanningLabelAtEndBetweenBlanks() {
    let labels = KnownLabels { ["编号", "栏目", "分工", "牵头", "配合"].contains($0) ? 1 : 0 }
    let rows = ["编号|栏目|分工|", "||牵头|配合", "1|政务\n要闻|甲局\n乙局|丙局", "2|公告||", "3|快讯|甲局|", "4|出行\n就学|甲局\n丁局|丙局\n戊局"]
    let text = rows.map { row in
      row.replacing("|", with: "\n|\n").split(separator: "\n").joined(separator: "\n")
    }
    let table = TextReader(labels: labels).read(text.joined(separator: "\n\n")).value.tables.first
    #expect(table?.rowCount == 6)
    #expect(table?.columnCount == 4)
    #expect(table?.cells.first { $0.row == 3 && $0.column == 1 }?.text == "公告")
  }

  @Test("Labels of a header between blank lines may reach over empty cells in its midst, below a title")
  func spanningLabelsBetweenBlanks() {
    let labels = KnownLabels { ["编号", "栏目", "一级", "二级", "时限", "单位", "说明"].contains($0) ? 1 : 0 }
    let rows = [
      "某县栏目分工|||||", "编号|栏目||时限|单位|说明", "|一级|二级|||", "1|政务|要\n闻|每周|甲局|试行",
      "2||公告||乙局\n丙局|", "3||快讯|每日||试行",
    ]
    let text = rows.map { row in
      row.replacing("|", with: "\n|\n").split(separator: "\n").joined(separator: "\n")
    }
    let table = TextReader(labels: labels).read(text.joined(separator: "\n\n")).value.tables.first
    #expect(table?.rowCount == 6)
    #expect(table?.columnCount == 6)
    #expect(table?.cells.filter { $0.row == 4 }.map(\.text) == ["2", "", "公告", "", "乙局\n丙局", ""])
  }

  @Test("The first cell of a table without a header may stand on several lines below a blank one")
  func tornFirstCell() {
    let rows = (1...6).map { ["", "栏目\($0)", "发布第\($0)项信息。", "每周", "甲局"] }
    let first = [["卫生\n健康", "医师", "发布医师名录。", "每年", "甲局"]]
    let cells = (first + rows).map { row in
      row.map { $0.isEmpty ? "|" : $0 + "\n|" }.joined(separator: "\n")
    }
    let table = TextReader().read("某县公开目录\n\n" + cells.joined(separator: "\n\n")).value.tables.first
    #expect(table?.columnCount == 5)
    #expect(table?.cells.first?.text == "卫生\n健康")
  }

  @Test(
    "A first cell of two short lines may have its bar at their end, unless a header or another part begins there",
    arguments: [
      ("资讯", "中枢", "资讯\n中枢"), ("资讯", "栏目", "栏目"), ("附件2", "中枢", "中枢"), ("资讯中枢发布", "中枢", "中枢"),
    ])
  func tornFirstCellBeforeBar(above: String, end: String, expected: String) {
    let rows = (1...6).map { ["", "事项\($0)", "发布第\($0)项信息。", "每周", "甲局"] }
    let cells = ([[end, "医师", "发布医师名录。", "每年", "甲局"]] + rows).map { row in
      row.map { $0.isEmpty ? "|" : $0 + " |" }.joined(separator: "\n")
    }
    let labels = KnownLabels { $0 == "栏目" ? 1 : 0 }
    let text = "某县公开目录\n\n" + above + "\n" + cells.joined(separator: "\n\n")
    let table = TextReader(labels: labels).read(text).value.tables.first
    #expect(table?.columnCount == 5)
    #expect(table?.cells.first?.text == expected)
  }

  @Test("A label broken over lines in the midst of a header is no text above one")
  func tornLabelInHeader() {
    let labels = KnownLabels { ["栏目", "内容", "单位", "公开方式", "方式", "时限", "说明"].contains($0) ? 1 : 0 }
    let rows = ["分工|||||", "栏目|内容|单位|公开\n方式|时限|说明", "要闻|发布要闻|甲局|转载|每周|", "公告|发布公告|乙局|转载|每日|试行"]
    let text = rows.map { row in
      row.replacing("|", with: "\n|\n").split(separator: "\n").joined(separator: "\n")
    }
    let tables = TextReader(labels: labels).read(text.joined(separator: "\n\n")).value.tables
    #expect(tables.map(\.columnCount) == [6])
    #expect(tables.first?.rowCount == 4)
  }

  @Test("Blank lines beside which stands no bar part rows without a header, though labels run over lines")
  func tornLabelsBetweenBlanks() {
    let rows = [
      "政务\n公开|要\n闻|甲局|每周", "公\n告|乙局", "快\n讯|丙局|每月", "民生\n服务|出\n行|丁局|每周", "就\n学|戊局", "求\n职|己局|每月",
    ]
    let text = rows.map { $0.replacing("|", with: "\n|\n") }.joined(separator: "\n\n")
    let table = TextReader().read("某县栏目分工\n\n" + text).value.tables.first
    #expect(table?.rowCount == 6)
    #expect(table?.cells.first { $0.row == 4 }?.text == "就\n学")
  }

  @Test("Between blank lines, many rows of one length need no header, though the first ends in an empty cell")
  func evenBetweenBlanks() {
    let rows = [
      "（一）政务类|||", "1|要闻|甲局|", "2|公告|乙局|试行", "3|快讯|丙局|", "（二）民生类|||", "4|出行|丁局|", "5|就学|戊局|拟建",
    ]
    let text = rows.map { $0.split(separator: "|", omittingEmptySubsequences: false) }.map { row in
      let cells = row.dropLast().map { $0.isEmpty ? "|" : $0 + " |" } + row.suffix(1).map(String.init)
      return cells.filter { !$0.isEmpty }.joined(separator: "\n")
    }
    let table = TextReader().read("某县栏目分工\n\n" + text.joined(separator: "\n\n")).value.tables.first
    #expect(table?.rowCount == 7)
    #expect(table?.columnCount == 4)
    #expect(table?.cells.filter { $0.row == 2 }.map(\.text) == ["2", "公告", "乙局", "试行"])
  }

  @Test("Between blank lines, a heading above other labels or a title begins another table, and a page's number none")
  func tablesBetweenBlanks() {
    let labels = KnownLabels { ["栏目", "内容", "单位", "时限"].contains($0) ? 1 : 0 }
    func block(_ row: [String]) -> String { row.joined(separator: "\n|\n") }
    let first = ["栏目 内容 单位", "要闻 发布要闻 甲局", "2\n公告 发布公告 乙局", "快讯 发布快讯 丙局"].map {
      $0.split(separator: " ").map(String.init)
    }
    let second = [["单位", "栏目"], ["甲局", "要闻"], ["乙局", "公告"], ["丙局", "快讯"]]
    for heading in ["二、分工\n\n", "二、分工\n", "二、分工\n某县分工（试行）\n|\n\n"] {
      let text = first.map(block).joined(separator: "\n\n") + "\n\n" + heading
      let tables = TextReader(labels: labels).read(text + second.map(block).joined(separator: "\n\n")).value.tables
      #expect(tables.map(\.columnCount) == [3, 2])
      #expect(tables.first?.rowCount == 4)
      #expect(tables.first?.cells.first { $0.row == 2 }?.text == "公告")
    }
  }

  @Test(
    "Bars only between cells, where a row's last or the next one's first cell may be empty",
    arguments: ["|\n", "\n|\n"],
    [true, false])
  func betweenCells(bar: String, endsEmpty: Bool) {
    let rows = (1...6).map { number in
      let row = entry(number)
      return endsEmpty
        ? ["频道\(number)", row[1], row[3], number % 3 == 0 ? "试行" : ""] : [row[0], row[1], row[3], "县水利局"]
    }
    let text = ([["频道", "栏目", "时限", "末列"]] + rows).map { $0.joined(separator: bar) }.joined(separator: "\n") + "\n"
    let grid = TextReader().read(text).value.tables.first
    let read = (1...6).map { row in grid?.cells.filter { $0.row == row }.map(\.text) }
    #expect(read == rows)
  }

  @Test("Blank lines behind each row's last bar part rows whose cells are broken over lines")
  func brokenBetweenBlanks() {
    let rows = [["编号", "类别", "栏\n目", "时限"]] + (1...3).map { ["\($0)", "政务\($0)", "要\n闻", "每周"] }
    let text = rows.map { $0.map { $0 + " |" }.joined(separator: "\n") }.joined(separator: "\n\n")
    let grid = TextReader().read(text).value.tables.first
    let read = rows.indices.map { row in grid?.cells.filter { $0.row == row }.map(\.text) }
    #expect(read == rows)
  }

  @Test("Blank lines right before bars alone are empty cells, and part no rows")
  func emptyCells() {
    let rows = [header] + (1...9).map(entry)
    #expect(sizes(of: rows.joined().map { $0 + "\n|" }.joined(separator: "\n")) == [[10, 6]])
  }

  @Test("The caption of a counted table below a note parts it from the one above")
  func captionBelowNote() {
    let first = ([header] + (1...5).map(entry)).joined().map { $0.isEmpty ? "|" : $0 + "|" }
    let second = (["联系人", "电话"] + (1...3).flatMap { ["韦明\($0)", "555010\($0)"] }).map { $0 + "|" }
    let text = (first + ["本表由县府办解释。", "附件2 联系人名单"] + second).joined(separator: "\n")
    #expect(sizes(of: text) == [[6, 6], [4, 2]])
  }

  @Test(
    "Lines without a bar below a table whose cells each have one are none of its last row: a form's title, a part's heading",
    arguments: [["栏目信息审批表", "信息标题 |"], ["备注：以后再调整。", "二、栏目设置", "频道 |"], ["三、要求", "（一）加强领导。", "信息标题 |"]])
  func textBelow(below: [String]) {
    let text = ([lines([header] + (1...6).map(entry))] + below).joined(separator: "\n")
    #expect(sizes(of: text).first == [7, 6])
  }

  @Test("A note below cells that have a bar each, some broken over lines, is no cell")
  func noteBelowTornCells() {
    let rows = [header] + (1...9).map { number in entry(number).map { $0 == "县水利局" ? "县水\n利局" : $0 } }
    #expect(sizes(of: lines(rows) + "\n注：由县府办解释。") == [[10, 6]])
  }

  @Test(
    "A header that returns with one field more, or without it, begins rows that are as wide as it", arguments: [1, 2])
  func widenedHeader(turns: Int) {
    let names = ["编号", "栏目", "内容", "单位"]
    func page(_ numbers: ClosedRange<Int>, isWide: Bool) -> [[String]] {
      let rows = numbers.map { ["\($0)", "栏目第\($0)号", "发布各类信息", "县水利局"] }
      return ([names] + rows).enumerated().map { $1 + (isWide ? [$0 == 0 ? "备注" : $0 == 2 ? "链接" : ""] : []) }
    }
    let pages = [page(1...5, isWide: false), page(6...10, isWide: true), page(11...15, isWide: false)]
    let labels = KnownLabels { (names + ["备注"]).contains($0) ? 1 : 0 }
    let grid = TextReader(labels: labels).read(lines(Array(pages[...turns].joined()))).value.tables.first
    let widths = (0..<6 * (turns + 1)).map { row in grid?.cells.count { $0.row == row } }
    #expect(widths == (0..<6 * (turns + 1)).map { (6..<12).contains($0) ? 5 : 4 })
  }

  @Test("A number between blank lines, above the bar of an empty cell, is a page's")
  func pageAboveEmptyCell() {
    let rows = [
      ["频道", "栏目", "单位"], ["政务", "要闻", "甲局"], ["", "快讯", "乙局"], ["民生", "出行", "丙局"], ["", "就医", ""], ["", "就学", "丁局"],
    ]
    let cells = rows.map { $0.map { $0.isEmpty ? "|" : $0 + "\n|" }.joined(separator: "\n") }
    let text = cells[..<5].joined(separator: "\n") + "\n\n2\n\n" + cells[5]
    let labels = KnownLabels { rows[0].contains($0) ? 1 : 0 }
    let table = TextReader(labels: labels).read(text).value.tables.first
    #expect(table?.rowCount == 6)
    #expect(table?.cells.filter { $0.row == 5 }.map(\.text) == ["", "就学", "丁局"])
  }
}
