import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Fields between delimiters")
struct DelimitedDialectTests {
  private func sizes(_ text: String) -> [[Int]] {
    TextReader().read(text).value.tables.map { [$0.rowCount, $0.columnCount] }
  }

  @Test("Rows that end in full stops are a table below a line of labels")
  func closedRows() {
    #expect(sizes("单位;栏目\n甲局;要闻、公告。\n乙局;规划、财政。\n丙局;教育。\n") == [[4, 2]])
    #expect(sizes("序号,单位,栏目\n1,甲局,要闻、公告。\n2,乙局,规划、财政。\n") == [[3, 3]])
  }

  @Test("Labels set apart to fill a cell are labels")
  func spacedLabels() {
    #expect(sizes("序 号;单 位;栏目\n1;甲局;要闻、公告。\n2;乙局;规划、财政。\n") == [[3, 3]])
  }

  @Test("Where a page repeats a header whose first label is broken, its start belongs to it, and torn rows stay mended")
  func brokenFirstLabel() {
    let labels = KnownLabels { ["保障栏目", "栏目", "单位", "牵头", "时限"].contains($0) ? 1 : 0 }
    let rows = [
      "保障栏目\t单位\t牵头\t时限", "要闻\t甲局\t乙局\t每周", "公告\t甲局\n丙局\t乙局\t每月", "快讯\t丁局\t乙局\t每天", "保障", "栏目\t单位\t牵头\t时限",
      "出行\t戊局\t己局\t每周", "就学\t戊局\t己局\t每年",
    ]
    let grid = TextReader(labels: labels).read(rows.joined(separator: "\n") + "\n").value.tables.first
    #expect(grid?.rowCount == 7)
    #expect(grid?.cells.filter { $0.column == 0 }.map(\.text) == ["保障栏目", "要闻", "公告", "快讯", "保障\n栏目", "出行", "就学"])
  }

  @Test("A known label with a space in it is a label, too")
  func brokenLabels() {
    let labels = KnownLabels { ["单位", "负责 栏目"].contains($0) ? 1 : 0 }
    let text = "单位;负责 栏目\n甲局;要闻、公告。\n乙局;规划、财政。\n丙局;教育。\n"
    #expect(TextReader(labels: labels).read(text).value.tables.map { [$0.rowCount, $0.columnCount] } == [[4, 2]])
  }

  @Test("A row whose first field runs over lines goes on with the table below a page number")
  func brokenFirstField() {
    let head = "\"序\n号\"\t栏目\t单位\n"
    #expect(sizes(head + "1\t要闻\t甲局\n2\t公告\t甲局\n第 1 页\n\n" + head + "3\t规划\t乙局\n") == [[5, 3]])
  }

  @Test("Sentences are no table")
  func sentences() {
    #expect(sizes("各单位,认真落实。\n甲局,负责要闻。\n乙局,负责公告。\n") == [])
    #expect(sizes("一要提高认识;明确责任。\n二要加强领导;健全制度。\n三要督促检查;通报情况。\n") == [])
  }

  private func tables(_ lines: [String]) -> [Grid] {
    TextReader().read(lines.joined(separator: "\n") + "\n").value.tables
  }

  @Test("Several rows of which only a label is left are rows, where the empty fields at the ends of lines are cut off")
  func lonelyLabels() {
    let head = ["频道\t栏目\t要求\t单位", "公开\t规划\t发布规划\t甲局", "民生\t住房\t发布住房政策\t乙局"]
    let tables = tables(head + ["★就业", "社会救助", "服务\t交通\t发布路况\t丙局"])
    #expect(tables.map(\.rowCount) == [6])
    #expect(tables.first?.cells.filter { (3...4).contains($0.row) }.map(\.text) == ["★就业", "社会救助"])
  }

  @Test(
    "Lines between two tables are no rows",
    arguments: [["附表2", "部门分工"], ["（二）各部门", "单位：件"], ["各单位请照办。", "分工如下"], ["附则", "", "分工"]])
  func linesBetween(lines: [String]) {
    let head = ["频道\t栏目\t单位", "公开\t规划\t甲局", "民生\t住房\t乙局"]
    #expect(tables(head + lines + head).count == 2)
  }

  @Test("A line end in a row's last cell leaves a line that goes on with it")
  func tornLastCell() {
    let rows = (1...6).map { "栏目\($0)\t每月更新\t渔政站\n" }.joined()
    let list = TextReader().read("栏目\t时限\t单位\n" + rows + "要闻\t每周\t渡口处、\n茶业办\n快讯\t每周\t渔\n政站\n动态\t每周\t甲局\n").value.tables
      .first
    #expect(list?.rowCount == 10)
    #expect(
      list?.cells.filter { [7, 8].contains($0.row) }.map(\.text) == ["要闻", "每周", "渡口处、\n茶业办", "快讯", "每周", "渔政站"])
    let heading = TextReader().read("栏目\t时限\t单位\n" + rows + "二、其他\n要闻\t每周\t渡口处\n").value.tables.first
    #expect(heading?.cells.contains { $0.text.hasPrefix("渔政站\n") } == false)
  }

  @Test("A line end before a row's last cell leaves a line like other last cells, and one within it a character or two")
  func tornBeforeLastCell() {
    let whole = ["栏目\t时限\t单位", "规划\t每年\t县甲局", "预算\t每年\t县乙局", "住房\t每月\t县丙办"]
    let last = { (rows: [String]) in tables(rows).first?.cells.filter { $0.column == 2 }.map(\.text) ?? [] }
    #expect(last(whole + ["路况\t每季度", "县丁局", "就医\t每周\t县戊局"]).suffix(2) == ["县丁局", "县戊局"])
    #expect(last(whole + ["路况\t每季度\t县丁", "局", "就医\t每周\t县戊局"]).suffix(2) == ["县丁局", "县戊局"])
    // A label that ends otherwise is a row.
    #expect(tables(whole + ["路况\t每季度", "民生服务", "就医\t每周\t县戊局"]).map(\.rowCount) == [7])
  }

  @Test(
    "Where rows keep empty fields at their ends, lines alone that end like last fields, or stand together, go on with them"
  )
  func tornInFullRows() {
    let rows = [
      "频道\t栏目\t单位\t其他", "\t\t主办\t", "公开\t规划\t每年\t甲局", "\t预算\t每年\t县人大", "县残联", "\t住房\t每月\t乙局", "丙局", "民生\t路况\t\t柳乡",
      "河镇", "沙洲", "\t就医\t\t丁局",
    ]
    let last = tables(rows).first?.cells.filter { $0.column == 3 }.map(\.text)
    #expect(last == ["其他", "", "甲局", "县人大\n县残联", "乙局\n丙局", "柳乡\n河镇\n沙洲", "丁局"])
    // Without such a field, rows may have lost all fields but one.
    #expect(tables(rows.filter { !$0.hasSuffix("\t") }.map { $0.replacing("其他", with: "主体") }).first?.rowCount == 10)
  }

  @Test(
    "One line alone, a page's head that comes again, and a heading below the labels go on with no field",
    arguments: [["政务中心"], ["某县人民政府办公室", "某县人民政府办公室"]])
  func loneLines(lines: [String]) {
    let units = ["县府办公室", "县信息中心", "县委编办", "县统计局", "", "县府办公室", "县信息中心", "县委编办", "县统计局"]
    var rows = ["序号\t栏目\t时限\t责任单位"] + units.indices.map { "\($0 + 1)\t栏目\($0)号\t每周\t\(units[$0])" }
    for (index, line) in lines.enumerated() { rows.insert(line, at: 4 + index * 3) }
    let labels = KnownLabels { ["序号", "栏目", "时限", "责任单位"].contains($0) ? 1 : 0 }
    let cells = TextReader(labels: labels).read(rows.joined(separator: "\n")).value.tables.flatMap(\.cells).map(\.text)
    #expect(!cells.contains { $0.contains("\n") } && cells.contains("县委编办"))
  }

  @Test("Where rows keep empty fields at their ends, most of them may be torn")
  func mostlyTorn() {
    let rows = [
      "频道\t栏目\t时限\t单位", "公\n开\t规\n划\t每年\t甲局", "\t预\n算\t\t", "\t住房\t每月\t乙局", "民\n生\t路\n况\t\t丙局", "\t就\n医\t\t丁局",
      "\t出行\t\t", "\t社保\t每季\t戊局", "\t户籍\t\t",
    ]
    #expect(tables(rows).first?.rowCount == 9)
    #expect(tables(rows).first?.cells.filter { $0.column == 1 }.map(\.text).contains("规\n划") == true)
  }

  @Test("Lists within quotes count with the rows that hold them where a delimiter is told")
  func delimiterBesideLists() {
    let list = "\"1.公开名单；\n2.公开照片；\n3.公开简历；\n4.公开分工；\n5.公开电话。\""
    let rows = (1...6).map { "栏目\($0);\($0 % 2 == 0 ? list : "公开名单");甲局,乙局" }
    let text = (["某县栏目一览", "栏目;内容;单位"] + rows).joined(separator: "\n")
    #expect(TextReader(format: .csv).read(text).value.tables.map { [$0.rowCount, $0.columnCount] } == [[7, 3]])
  }

  @Test("What a file is called decides no delimiter against most of its lines, whatever prose stands above them")
  func delimiterAgainstName() {
    let rows = ["栏目;内容;单位", "要闻;甲局牵头,乙局配合;县府办", "公告;\"转载\n公告\";县府办", "规划;丙局牵头,丁局配合;发改局", "统计;数据;统计局", "招考;名单;人社局"]
    let text = (["某县栏目一览", "各单位：", "现印发如下，请执行。", "附件"] + rows).joined(separator: "\n")
    #expect(TextReader(format: .csv).read(text).value.tables.map { [$0.rowCount, $0.columnCount] } == [[6, 3]])
    let pairs = ["单位;栏目", "甲局;要闻,公告", "乙局;规划,计划,总结", "丙局;教育", "丁局;统计,数据", "戊局;招考", "己局;名单,照片,简历"]
    #expect(TextReader(format: .csv).read(pairs.joined(separator: "\n")).value.tables.map(\.columnCount) == [2])
  }

  @Test("Lines of a list that end in semicolons within quotes decide no delimiter")
  func listsInQuotes() {
    let rows = (1...6).map { "栏目\($0),\"1.发布名单;\n2.发布照片;\n3.发布简历;\n4.发布分工\",每月,县府办" }
    let text = (["栏目,内容,时限,单位"] + rows).joined(separator: "\n")
    #expect(TextReader(format: .csv).read(text).value.tables.map { [$0.rowCount, $0.columnCount] } == [[7, 4]])
  }

  @Test("Lists between commas in two rows of fields between semicolons make no table of their own")
  func listsWithinFields() {
    let rows = (1...6).map { "栏目\($0);每月更新;甲局\n" }.joined()
    #expect(sizes("栏目;时限;单位\n" + rows + "要闻;每周;甲局,乙局,丙局\n快讯;每周;甲局,丁局,丙局\n" + rows) == [[15, 3]])
  }

  @Test("A line end between items of a list leaves a line that counts on, whatever is missing at the end of other rows")
  func tornLists() {
    let trimmed = (1...4).map { "栏目\($0)\t发布名单\t每月" }
    let torn = [
      "频道\t内容\t时限\t单位", "要闻\t发布要闻\t每周\t甲局", "公告\t1. 发布公告；\n2.发布公示。\t每周\t乙局", "规划\t发布规划\t每年\t丙局",
      "预算\t发布预算\t每年\t（一）甲局；\n（二）乙局和各乡镇。",
    ]
    let found = tables(torn + trimmed).first
    #expect(found?.rowCount == 9)
    #expect(found?.cells.filter { $0.row == 2 }.map(\.text) == ["公告", "1. 发布公告；\n2.发布公示。", "每周", "乙局"])
    #expect(found?.cells.filter { $0.row == 4 }.last?.text == "（一）甲局；\n（二）乙局和各乡镇。")
    // What does not count on from the line above, or ends like no item, is a row.
    for below in ["3.乙局；", "2.乙局"] {
      let rows = ["频道\t时限\t单位", "要闻\t每周\t1.甲局；", below, "公告\t每周\t丙局", "规划\t每年\t丁局"]
      #expect(tables(rows).first?.cells.contains { $0.text.contains("\n") } == false)
    }
  }

  @Test(
    "A field that a line end tore is one, though pages are of several widths",
    arguments: ["发布全部名单、|照片和简历。", "发布名单。|照片须清晰。", "名单；照片；|简历；总结"])
  func tornOnMovedPages(field: String) {
    func rows(_ numbers: ClosedRange<Int>, _ start: String) -> [String] {
      numbers.map { "\(start)频道\t栏目\($0)\t发布信息。\t每周\t甲局" }
    }
    let torn = "民生\t住房\t" + field.replacing("|", with: "\n") + "\t每月\t丙局"
    let found = tables(rows(1...8, "") + [torn] + rows(9...10, "\t") + ["\t" + torn] + rows(11...13, ""))
    #expect(found.map(\.rowCount) == [15])
    let texts = found.first?.cells.map { $0.text.replacing("\n", with: "|") }
    #expect(texts?.count { $0 == field } == 2)
    // Where rows lost their cells, one may begin with a sentence.
    let short = (1...4).map { ["频道\t栏目\($0)\t发布信息。\t每周\t甲局", "栏目\($0)甲\t发布名单。", "发布照片。\t每周\t甲局\t注"] }
    #expect(tables(short.flatMap(\.self)).map(\.rowCount) == [12])
    // What stops at a comma may be all there is, above a row of its own.
    let stray = ["单位\t栏目\t时限\t备注", "甲局\t公告\t及时\t无", "乙局\t职能、领导、", "丙局\t预案\t及时", "丁局\t招生\t每年\t无", "戊局\t医院\t每年"]
    #expect(tables(stray).map(\.rowCount) == [6])
    let lists = stray.map { $0.hasSuffix("无") ? "各局、" + $0 : $0 }.map { $0.replacing("丙局", with: "丙局、己局") }
    #expect(tables(lists).map(\.rowCount) == [6])
  }

  @Test("The lines of a list in the midst of a row, of which the last one holds the rest of it, belong to that row")
  func tornListsInRows() {
    let rows = [
      "公开\t要闻\t发布要闻\t每周\t甲局", "\t规划\t公开本县规划：\n1.发布规划；\n2.发布解读；\n3.发布总结；\n4.答复来信。\t每年\t乙局",
      "民生\t住房\t发布住房政策\t每月\t丙局", "\t就医\t公开就医：\n1.发布指南；\n2.3个工作日内答复。\t每周\t丁局", "\t就业\t发布岗位\t每周\t丁局",
    ]
    let found = tables(rows)
    #expect(found.map { [$0.rowCount, $0.columnCount] } == [[5, 5]])
    #expect(
      found.first?.cells.filter { $0.row == 1 && $0.column > 1 }.map(\.text)
        == ["公开本县规划：\n1.发布规划；\n2.发布解读；\n3.发布总结；\n4.答复来信。", "每年", "乙局"])
    #expect(found.first?.cells.filter { $0.row == 3 && $0.column == 3 }.map(\.text) == ["每周"])
  }

  @Test(
    "Headings that count on from headings are none of the items that they seem to count on from",
    arguments: ["1.政务/2.办事/1.发布文件；", "一、政务/二、办事/一、图解；", "（一）政务/（二）办事/（一）转载。", "/二、落实责任/一、发布公告"])
  func headingsThatCount(parts: String) {
    let part = parts.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let above = part[0].isEmpty ? [] : [part[0]]
    let rows = ["频道\t栏目\t时限\t内容"] + above + ["公开\t文件\t每周\t\(part[2])", part[1], "服务\t指南\t每月\t发布指南", "服务\t咨询\t每月\t答复"]
    #expect(tables(rows).first?.cells.contains { $0.column == 0 && $0.text == part[1] } == true)
  }
}
