import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import Testing

@Suite("Streams of cells that do not tell where rows end")
struct UnmarkedRowsTests {
  /// The plan read from cells in their order, cut into rows of a width as a reader guesses them.
  private func plan(_ stream: String, width: Int) throws -> Outcome<RecognisedDocument> {
    let texts = stream.split(separator: "|", omittingEmptySubsequences: false).map {
      String($0).trimmingSpaces
    }
    let cells = texts.enumerated().map { place, text in
      Cell(row: place / width, column: place % width, text: text, line: place + 1)
    }
    let grid = Grid(
      rowCount: (texts.count + width - 1) / width, columnCount: width, layout: .cellPerLine, rowLimits: .guessed,
      cells: cells)
    return try PlanRecogniser().recognise(TableDocument(format: "text", blocks: [.table(grid)]))
  }

  private func table(_ stream: String, width: Int) throws -> RecognisedTable {
    try #require(plan(stream, width: width).value.tables.first)
  }

  private let catalogue = """
    一级目录|二级目录|公开内容|公开时限|公开主体|
    指南|公开指南|申请的方式、流程|每年|办公室|
    机构|简介|职能、地址、电话|办结后20个工作日内|人事科|
    领导|姓名、分工、照片|
    科室|各科的职责、电话|办结后20个工作日内|人事科|
    监管|计划|年度抽查的安排、依据|6月底前|监督科|
    结果|抽查的对象、结果|办结后7个工作日内|
    处罚|处罚的文书、依据|办结后7个工作日内|法规科
    """.split(separator: "\n").joined()

  @Test("Rows that all begin with their numbers, a width apart, are whole, though labels and units come again")
  func numberedRows() throws {
    let stream = """
      序号|考核项目|考核指标|评估要点|网站对应栏目|维护单位|
      1|出行|公交|发布公交的线路、班次和票价；每季度核对一次||县交通局|
      1|出行|停车|1.公布泊位的数量；2.公布收费的标准。|停车指引、收费标准|县公安局|
      1|出行|客运|公开客运的班次、票价和电话||县交通局|
      2|就医|门诊|公布门诊的排班、专家和电话|专家排班、就医指南|东岭乡、清水街道、石门镇|
      2|就医|疫苗|公布接种的时间、地点和电话||东岭乡、清水街道、石门镇|
      2|就医|急救|公布急救的电话、站点和车辆|急救站点|县卫健局|
      3|办事|户籍|公布户籍的条件、材料和时限||由县公安局牵头，县民政局、县司法局配合|
      3|办事|社保|公布社保的条件、材料和时限|社保查询|由县公安局牵头，县民政局、县司法局配合
      """
    let table = try table(stream.split(separator: "\n").joined(), width: 6)
    #expect(table.rows.map { $0.texts[.number] ?? "" } == ["1", "1", "1", "2", "2", "2", "3", "3"])
  }

  @Test("A number behind the labels begins the body, though cells come out even in rows that are wider by one")
  func numberBehindLabels() throws {
    let stream = """
      序号|类别|公开事项|评分指标|分值|责任部门|
      一|基本信息|（1）办学情况|总体情况介绍|0.8|党政办|
      班子简介|0.8|组织部|
      （2）规章制度|学校章程|0.8|党政办|
      各项制度|0.8|人事处|
      二|招生信息|（3）招生章程|招生简章|0.5|招生办
      """
    let table = try table(stream.split(separator: "\n").joined(), width: 7)
    #expect(table.header == ["序号", "类别", "公开事项", "评分指标", "分值", "责任部门"])
    #expect(table.rows.map { $0.texts[.responsible] } == ["党政办", "组织部", "党政办", "人事处", "招生办"])
  }

  @Test("Rows whose covered cells are gone are cut where labels and values fit their fields")
  func lostCells() throws {
    let table = try table(catalogue, width: 5)
    #expect(
      table.rows.map(\.path) == [
        ["指南", "公开指南"], ["机构", "简介"], ["机构", "领导"], ["机构", "科室"], ["监管", "计划"], ["监管", "结果"], ["监管", "处罚"],
      ])
    #expect(table.rows.map { $0.texts[.responsible] } == ["办公室", "人事科", "人事科", "人事科", "监督科", "监督科", "法规科"])
    #expect(table.rows[2].texts[.update] == "办结后20个工作日内")
  }

  @Test("A width that divides the cells is no reason to cut rows that fit nothing", arguments: [4, 6])
  func otherWidths(width: Int) throws {
    #expect(try table(catalogue, width: width).rows.count == 7)
  }

  @Test("A header that a page break repeats parts rows, and is none")
  func repeatedHeader() throws {
    let header = "一级目录|二级目录|公开内容|公开时限|公开主体|"
    let again = catalogue.replacing("科室|", with: header + "科室|")
    #expect(try table(again, width: 5).rows.map(\.path) == table(catalogue, width: 5).rows.map(\.path))
  }

  @Test("A title that stands above the header again is none of the cells either")
  func repeatedTitle() throws {
    let title = "县府办栏目分工表|"
    let header = "一级目录|二级目录|公开内容|公开时限|公开主体|"
    let again = title + catalogue.replacing("科室|", with: title + header + "科室|")
    #expect(try table(again, width: 2).rows.map(\.path) == table(catalogue, width: 5).rows.map(\.path))
  }

  @Test("The word for two levels, named in a second row, is none of the fields")
  func twoHeaderRows() throws {
    let stream = catalogue.replacing("一级目录|二级目录|公开内容|公开时限|公开主体|", with: "公开事项|公开内容|公开时限|公开主体|一级事项|二级事项|")
    let table = try table(stream, width: 4)
    #expect(table.header == ["一级事项", "二级事项", "公开内容", "公开时限", "公开主体"])
    #expect(table.rows.count == 7)
  }

  @Test("One label may stand over two levels")
  func wideLabel() throws {
    let stream = catalogue.replacing("一级目录|二级目录|", with: "公开事项|")
    #expect(try table(stream, width: 7).rows.map(\.path) == table(catalogue, width: 5).rows.map(\.path))
  }

  @Test("Words of a second row that are not known divide those above them where a number begins the body")
  func dividedByUnknownWords() throws {
    let stream = """
      序号|公开事项|公开内容|公开时限|公开主体|公开对象|公开方式|一级事项|二级事项|全社会|特定群众|主动|依申请|
      1|救助|政策|文件的名称、文号|每年|民政局|√||√||
      2|指南|条件、流程、材料|实时公开|镇政府|√||√||
      3|养老|机构|名称、地址、电话|每季度|民政局|√||√||
      4|补贴|标准、对象|每月|镇政府||√|√||
      5|结果|名单、金额|每月|镇政府|√|||√
      """.split(separator: "\n").joined()
    let table = try table(stream, width: 7)
    #expect(table.rows.map(\.path) == [["救助", "政策"], ["救助", "指南"], ["养老", "机构"], ["养老", "补贴"], ["养老", "结果"]])
    #expect(table.rows.map { $0.texts[.responsible] } == ["民政局", "镇政府", "民政局", "镇政府", "镇政府"])
  }

  @Test("Paragraphs are cells where they fit the labels above them, and none of a table elsewhere")
  func paragraphs() throws {
    #expect(try table(catalogue, width: 1).rows.map(\.path) == table(catalogue, width: 5).rows.map(\.path))
    let prose = """
      栏目|公开内容|公开时限|公开主体|栏目的名称应当简洁。|内容由各科提出，办公室汇总。|时限按每周一次确定。|各科负责。|请于月底前报送材料。|\
      逾期不报的予以通报。|联系人王某|电话12345|此件公开发布。|抄送各科。|共印三十份。|校对李某|打印张某|二〇二四年三月
      """
    #expect(throws: LanmuError.self) { try table(prose, width: 1) }
  }

  @Test("What was guessed of rows is said as it was done: by a width, or by what cells hold")
  func guesses() throws {
    func guess(_ stream: String, width: Int) throws -> [String] {
      try plan(stream, width: width).diagnostics.filter { $0.code == "rows.guessed" }.map(\.message.chinese)
    }
    #expect(try guess(catalogue, width: 6) == ["各行按各单元格的内容划分"])
    #expect(try guess("栏目|时限|单位|要闻|每周|甲局|公告|每月|乙局|快讯|每天|丙局", width: 3) == ["按每行3个单元格划分各行"])
  }

  /// Rows whose last field is for remarks, of which most have none.
  private func remarked(_ first: String, _ one: String, _ other: String) -> String {
    """
    一级目录|二级目录|公开内容|公开时限|公开主体|备注|
    指南|公开指南|申请的方式、流程|每年|办公室|\(first)
    机构|简介|职能、地址、电话|每月|人事科|
    领导|姓名、分工、照片|每年|办公室|\(one)
    科室|各科的职责、电话|每季度|人事科|
    监管|计划|年度抽查的安排、依据|6月底前|监督科|
    结果|抽查的对象、结果|每周|监督科|
    处罚|处罚的文书、依据|每天|法规科|\(other)
    信用|信用的档案、名单|每月|法规科|
    养老|补贴|补贴的标准、对象|每年|民政科|
    机构|养老机构的名称、电话|每季度|民政科
    """.split(separator: "\n").joined()
  }

  @Test(
    "A word for a column's state is no outermost label of the row below, and the first row may have none",
    arguments: [["重点栏目", "试行", "新增"], ["重点栏目", "", "拟建栏目"], ["", "试行", "试行"]])
  func remarks(texts: [String]) throws {
    let cells = texts.map { $0.isEmpty ? "" : $0 + "|" }
    let table = try table(remarked(cells[0], cells[1], cells[2]), width: 7)
    #expect(table.rows.map { $0.path[0] } == ["指南", "机构", "机构", "机构", "监管", "监管", "监管", "监管", "养老", "养老"])
    #expect(table.rows.map { $0.texts[.remarks] ?? "" } == [texts[0], "", texts[1], "", "", "", texts[2], "", "", ""])
  }

  @Test(
    "Paragraphs below that sign, date or close the document are no cells",
    arguments: [
      "青禾县人民政府办公室|2024年3月5日", "请各单位对照职责，按时更新。|青禾县政务公开办公室|2024年3月5日", "（此件公开发布）|抄送：各科。",
      "填表人：韦明", "青禾县人民政府办公室2024年3月6日印发",
    ])
  func textBelow(text: String) throws {
    let plan = try plan(catalogue + "|" + text, width: 1).value
    #expect(plan.tables.first?.rows.map(\.path) == (try table(catalogue, width: 1).rows.map(\.path)))
    #expect(plan.tables.first?.rows.last?.texts == (try table(catalogue, width: 1).rows.last?.texts))
    if text.contains("|2024") { #expect(plan.issuedOn == "2024-03-05" && plan.issuer.hasSuffix("办公室")) }
  }

  @Test("Whole rows stay as they are")
  func wholeRows() throws {
    let stream = """
      频道|栏目|具体内容|更新时效|责任单位|政务|要闻|发布要闻。|每周|信息中心|政务|公告|发布公告。|每月|县府办|\
      民生|出行|发布出行。|每季度|交通局|民生|就医|发布就医。|每月|卫健局|民生|住房|发布住房。|每年|住建局
      """
    let table = try table(stream, width: 5)
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "公告"], ["民生", "出行"], ["民生", "就医"], ["民生", "住房"]])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("Covered cells that are there as empty ones, in the header too, are no reason to cut rows anew")
  func coveredCellsThatAreThere() throws {
    let stream = """
      门类|栏目|内容要求|时效要求||责任单位||||报送时限|更新时限||\
      渔港|泊位|登载泊位的位置和收费。|会后3个工作日内||海洋局||航标|||每月|海事局|\
      |潮汐|||每天|气象局|盐业|盐价|登载食盐的价格和走势。|会后3个工作日内|每周|商务局||盐场|||每年|商务局
      """
    let table = try table(stream, width: 6)
    #expect(table.rows.map(\.path) == [["渔港", "泊位"], ["渔港", "航标"], ["渔港", "潮汐"], ["盐业", "盐价"], ["盐业", "盐场"]])
    #expect(table.rows.map { $0.texts[.responsible] } == ["海洋局", "海事局", "气象局", "商务局", "商务局"])
  }

  @Test("Where rows come out even, a word that is not known may be a label, and a label-like text may be an entry's")
  func evenRows() throws {
    let rows = """
      专题专栏|领导信息|介绍本地概况|每季度|统计局|走进本市|政策解读|答复群众来信|每日|公安局|\
      办事服务|便民热线|发布各类公告|每周|财政局|办事服务|招商引资|介绍本地概况|每季度|公安局
      """
    let paths = [["专题专栏", "领导信息"], ["走进本市", "政策解读"], ["办事服务", "便民热线"], ["办事服务", "招商引资"]]
    for header in ["一级栏目|二级栏目|工作要求|更新时间|责任单位|", "一级栏目|二级栏目|工作要求|审核情况|责任单位|"] {
      let table = try table(header + rows, width: 5)
      #expect(table.rows.map(\.path) == paths)
      #expect(table.rows.map { $0.texts[.responsible] } == ["统计局", "公安局", "财政局", "公安局"])
    }
  }

  @Test("Without a header, rows that lost only labels are cut behind what ends each of them")
  func headerless() throws {
    let stream = """
      走进本县|地理|统计局|介绍地理的情况。|每年更新|区划|民政局|介绍区划的情况。|每年更新|\
      年鉴|档案局|登载历年的年鉴。|每年更新|新闻|要闻|县府办|转载重要的新闻。|每日更新|\
      快讯|县府办|登载部门的快讯。|每周更新|服务|出行|交通局|公布线路和班次。|每月更新|\
      就医|卫健局|公布医生的排班。|每周更新
      """
    let table = try table(stream, width: 2)
    let branches = [("走进本县", ["地理", "区划", "年鉴"]), ("新闻", ["要闻", "快讯"]), ("服务", ["出行", "就医"])]
    #expect(table.rows.map(\.path) == branches.flatMap { branch, leaves in leaves.map { [branch, $0] } })
    #expect(table.rows.map { $0.texts[.responsible] } == ["统计局", "民政局", "档案局", "县府办", "县府办", "交通局", "卫健局"])
    #expect(table.rows.map { $0.texts[.update] }.last == "每周更新")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(String(drop { $0 == " " }).reversed().drop { $0 == " " }.reversed())
  }
}
