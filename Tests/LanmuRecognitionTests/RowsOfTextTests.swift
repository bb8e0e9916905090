import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import LanmuRecognition
import Testing

/// Which lines of a text are rows of its table, and which rows are entries.
@Suite("Rows of tables in text")
struct RowsOfTextTests {
  private func found(_ text: String) throws -> RecognisedDocument {
    try PlanRecogniser().recognise(TextReader().read(text).value).value
  }

  private func labels(_ text: String) throws -> [[String]] { try found(text).tables.flatMap(\.rows).map(\.path) }

  // MARK: - Tables one below the other

  private static let people = ["姓名\t单位\t职务\t电话", "韦明\t县甲局\t科员\t5550101", "陆洁\t县乙局\t主任\t5550102"]
  private static let duties = ["单位\t负责内容\t更新时限", "县甲局\t招生、学区\t每年更新", "县乙局\t医院名单\t每季度更新"]

  @Test("Below a list of people, a numbered heading begins another table, and the list is told to be none")
  func belowPeople() throws {
    let lines = Self.rows + ["二、联系人"] + Self.people + ["三、任务"] + Self.duties
    let outcome = try PlanRecogniser().recognise(TextReader().read(lines.joined(separator: "\n")).value)
    #expect(outcome.value.tables.map(\.rows.count) == [3, 2])
    #expect(outcome.value.tables.last?.title == "三、任务")
    #expect(outcome.diagnostics.map(\.code) == ["table.ignored"])
    #expect(try found((Self.people + ["二、任务"] + Self.duties).joined(separator: "\n")).tables.map(\.rows.count) == [2])
  }

  @Test("Neither a list of people nor its heading is the title of a plan")
  func titleOfPeople() throws {
    let plain = ["附件1"] + Self.people + ["", "附件2"] + Self.duties
    #expect(try found(plain.joined(separator: "\n")).title.isEmpty)
    let named = ["附件1 各单位联系人"] + Self.people + ["附件2 栏目分工"] + Self.duties
    #expect(try found(named.joined(separator: "\n")).title == "附件2栏目分工")
  }

  @Test("The mark of another annex and a heading below it begin another table of the same header")
  func annexes() throws {
    let second = Self.rows.prefix(1) + ["渔讯\t潮汐\t每天\t渔政站", "\t禁渔\t每年\t渔政站"]
    let lines = ["附件1", "某县网站栏目责任表"] + Self.rows + ["附件2", "某县客户端责任表"] + second
    #expect(try found(lines.joined(separator: "\n")).tables.map(\.title) == ["某县网站栏目责任表", "某县客户端责任表"])
    // At the top of each page they only return.
    let pages = ["附件1", "某县栏目一览"] + Self.rows + ["附件1", "某县栏目一览"] + second
    #expect(try found(pages.joined(separator: "\n")).tables.map(\.rows.count) == [5])
  }

  // MARK: - Page breaks

  private static let rows = ["频道\t栏目名称\t更新时限\t责任单位", "要闻\t快讯\t每周\t县府办", "\t公告\t每月\t县府办", "政务\t规划\t每年\t发改局"]
  private static let paths = [["要闻", "快讯"], ["要闻", "公告"], ["政务", "规划"]]

  /// Lines between two rows, where no header is repeated behind them.
  private static let breaks = [
    ["- 3 -", "某县网站内容保障方案"], ["某县网站内容保障方案"], ["- 3 -", "3", "第 4 页"], ["", "某县网站内容保障方案", ""],
    ["", "- 3 -", "", "某县网站内容保障方案"], ["3", "", "某县网站内容保障方案", "（续表）"],
  ]

  @Test("Page numbers and running titles between tabs are no rows and end no table", arguments: breaks)
  func tabs(lines: [String]) throws {
    let text = Self.rows[..<3] + lines + Self.rows[3...]
    #expect(try labels(text.joined(separator: "\n")) == Self.paths)
  }

  @Test("Nor do they between bars", arguments: breaks)
  func bars(lines: [String]) throws {
    let rows = Self.rows.map {
      $0.hasPrefix("\t") ? $0.dropFirst().replacing("\t", with: " | ") + " |" : $0.replacing("\t", with: " | ")
    }
    let text = rows[..<3] + lines + rows[3...]
    #expect(try labels(text.joined(separator: "\n")) == Self.paths)
  }

  @Test("A row that stands apart from all tables is told of")
  func apart() {
    let below = "本表由县府办解释。\n各单位抓好落实。\n执行中的问题及时反馈。\n"
    let outcome = TextReader().read(
      Self.rows[..<3].joined(separator: "\n").replacing("\t", with: " | ") + "\n" + below + "政务 | 规划 | 每年 | 发改局\n")
    #expect(outcome.value.tables.map(\.rowCount) == [3])
    #expect(outcome.diagnostics.map(\.position.line) == [7])
  }

  // MARK: - Sections and totals

  private static let sections = [
    ["序号", "栏目", "更新时限", "责任单位"], ["一、政务类", "", "", ""], ["1", "要闻", "每日", "融媒体中心"], ["二、互动类", "", "", ""],
    ["2", "县长信箱", "每月", "信访局"],
  ]

  @Test(
    "Rows of section headings are rows between bars, however few others there are", arguments: ["| | |", "|  |  | "])
  func fewEntries(padding: String) throws {
    let text = Self.sections.map { $0[1].isEmpty ? $0[0] + " " + padding : $0.joined(separator: " | ") }
    #expect(try labels(text.joined(separator: "\n")) == [["一、政务类", "要闻"], ["二、互动类", "县长信箱"]])
  }

  @Test("So they are where each cell has a line")
  func sectionsOfLines() throws {
    let text = (Self.sections + [["3", "意见征集", "每季度", "县府办"]]).joined().map { $0 + "|" }
    #expect(
      try labels(text.joined(separator: "\n")) == [["一、政务类", "要闻"], ["二、互动类", "县长信箱"], ["二、互动类", "意见征集"]])
  }

  @Test("A total is no entry, whatever it counts", arguments: ["合计：3个栏目", "总计3项", "共计: 3"])
  func totals(total: String) throws {
    #expect(try labels((Self.rows + [total + "\t\t\t"]).joined(separator: "\n")) == Self.paths)
  }

  @Test(
    "What a web page has below its text is no entry, even in fields",
    arguments: ["扫一扫在手机打开当前页", "【打印】【关闭】", "责任编辑：管理员"])
  func pageControls(text: String) throws {
    #expect(try labels((Self.rows + [text + "\t\t\t"]).joined(separator: "\n")) == Self.paths)
  }

  @Test(
    "One cell a line, numbered rows stay whole below a header that a page break repeats, with remarks or without",
    arguments: [[], ["备注"]])
  func numberedPages(more: [String]) throws {
    let names = ["序号", "栏目", "内容要求", "更新时间", "责任单位"]
    let rows = (1...8).map { ["\($0)", "栏目\($0)号", "公开事项\($0)", "每月更新", "县人社局"] }
    let second = [names + more] + rows[4...].map { $0 + more.map { _ in "重点栏目" } }
    let lines = (([names] + rows[..<4]) + second).joined().map { "\($0) |" }.joined(separator: "\n")
    let reader = TextReader(labels: KnownLabels { RecognitionProfile.labelStrength(of: $0) })
    let read = try PlanRecogniser().recognise(reader.read(lines).value).value.tables.flatMap(\.rows)
    #expect(read.map(\.path) == (1...8).map { ["栏目\($0)号"] })
    #expect(read.map { $0.texts[.remarks] } == (1...8).map { $0 > 4 ? more.map { _ in "重点栏目" }.first : nil })
  }

  // MARK: - Pages

  @Test("The end of a sentence below a blank line goes on where the requirement above stops, if others are sentences")
  func cutSentence() throws {
    func requirements(_ first: String, gap: String = "\n", others: String = "。") throws -> [String?] {
      let rows = ["快讯", "公告", "出行", "就医", "就学"].map { "\t\($0)\t发布\($0)的内容\(others)\t县\($0)局" }
      let lines = ["频道\t栏目\t具体内容\t责任单位", "政务\t要闻\t\(first)\t信息中心", "\(gap)\t\t有关的文件和图片。\t"] + rows
      return try found(lines.joined(separator: "\n")).tables.flatMap(\.rows).map { $0.texts[.requirement] }
    }
    #expect(try requirements("发布要闻").first == "发布要闻有关的文件和图片。")
    #expect(try requirements("发布要闻").count == 6)
    #expect(try requirements("发布要闻", gap: "").count == 7)
    #expect(try requirements("发布要闻。").count == 7)
    #expect(try requirements("发布要闻", others: "").count == 7)
  }

  @Test("A row below a page's end that holds a requirement alone, as none elsewhere does, goes on with the one above")
  func cutRequirement() throws {
    func requirements(_ rows: [String]) throws -> [String?] {
      try found(rows.joined(separator: "\n")).tables.flatMap(\.rows).map { $0.texts[.requirement] }
    }
    let leaves = ["快讯", "公告", "出行", "就医", "就学"].map { "\t\($0)\t发布\($0)的内容。\t县\($0)局" }
    let top = ["频道\t栏目\t具体内容\t责任单位", "政务\t要闻\t发布要闻有关的文\t信息中心"]
    #expect(try requirements(top + ["第1页", "", "\t\t件和图片\t"] + leaves).first == "发布要闻有关的文件和图片")
    #expect(try requirements(top + ["第1页", "", "\t\t1.图片\t"] + leaves).count == 7)
    #expect(
      try requirements(top + ["第1页", "", "\t\t件和图片\t"] + [leaves[0], "\t\t发布快讯有关的图片和视频。\t"] + leaves[1...]).count == 8)
    let units = ["发改", "教育", "民政"].enumerated().map { "\($0 + 3)\t县\($1)局\t要闻、公告、规划" }
    let lists = ["序号\t单位\t负责栏目", "1\t县府办\t要闻、快讯", "2\t县人社局\t公告、人", "第1页", "", "\t\t事任免"]
    #expect(try requirements(lists + units)[1] == "公告、人事任免")
  }

  @Test("A whole channel may share all but its labels, where a run of labels stood alone in rows above")
  func manyLonelyLabels() throws {
    let few = (1...3).map { "概况\($0)" }
    let many = (1...24).map { "栏目\($0)" }
    let head = ["走进\t历史\t每年更新\t甲局"] + (1...3).map { "风物\($0)\t乙局" } + ["公开\t指南\t实时更新\t丙局"]
    let rest = ["要闻\t每周更新", "文件\t每月更新"] + many + ["服务\t交通\t实时更新\t丙局", "出行\t乙局"]
    let labels = try labels((head + few + rest).joined(separator: "\n"))
    #expect(labels.count == 36)
    #expect(labels.dropFirst(10).prefix(24).map(\.first) == Array(repeating: "公开", count: 24))
  }
}
