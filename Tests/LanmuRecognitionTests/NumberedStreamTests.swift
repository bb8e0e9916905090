import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Streams of cells whose rows running numbers tell")
struct NumberedStreamTests {
  /// The table read from cells in their order, cut into rows of a width as a reader guesses them.
  private func table(_ stream: String, width: Int) throws -> RecognisedTable {
    let texts = stream.split(separator: "\n").joined().split(separator: "|", omittingEmptySubsequences: false)
    let cells = texts.enumerated().map { place, text in
      Cell(row: place / width, column: place % width, text: String(text), line: place + 1)
    }
    let grid = Grid(
      rowCount: (texts.count + width - 1) / width, columnCount: width, layout: .cellPerLine, rowLimits: .unclear,
      cells: cells)
    let outcome = try PlanRecogniser().recognise(TableDocument(format: "text", blocks: [.table(grid)]))
    return try #require(outcome.value.tables.first)
  }

  @Test(
    "Below a header of two rows, numbers as many cells apart as it has fields begin whole rows", arguments: [2, 6, 7])
  func twoRows(width: Int) throws {
    let table = try table(
      """
      序号|公开事项|公开内容|公开时限|公开主体|一级事项|二级事项|
      1|政策文件|规范性文件|文件全文|20个工作日|县住建局|
      2|住房保障|公租房|资格确认的结果|20个工作日|县住建局
      """, width: width)
    #expect(table.rows.map(\.path) == [["政策文件", "规范性文件"], ["住房保障", "公租房"]])
    #expect(table.rows.map { $0.texts[.number] } == ["1", "2"])
    #expect(table.rows.map { $0.texts[.responsible] } == ["县住建局", "县住建局"])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("Below a header of one row that no row fills, numbers begin rows that lack covered cells")
  func narrowGuess() throws {
    let rows = (1...40).map { number in
      switch number % 4 {
      case 1: "\(number)|频道\(number)号|栏目\(number)号|按照统一模板整理发布，内容完整、链接有效。|综合科；监督科|"
      case 3: "\(number)|栏目\(number)号|按年度整理，形成专题，便于群众查阅|规划科|"
      default: "\(number)|栏目\(number)号|信访室；审批科；宣传科|"
      }
    }
    let table = try table("序号|类别|一级栏目|二级栏目|内容说明|维护科室|\n" + rows.joined(separator: "\n"), width: 4)
    #expect(table.rows.map { $0.texts[.number] } == (1...40).map(String.init))
    #expect(table.rows.map(\.path.last) == (1...40).map { "栏目\($0)号" })
  }

  @Test(
    "Labels of the second row stand below those that they divide, and rows that lack a cell end before the next number")
  func dividedFields() throws {
    let table = try table(
      """
      序号|公开事项|公开内容|公开时限|公开主体|公开对象|公开方式|
      一级事项|二级事项|全社会|特定群体（请写明）|主动|依申请|
      1|养老政策|法规文件|文件的名称和文号|20个工作日内|县民政局|√||√||
      2|扶持措施|措施的名称、对象和标准|20个工作日内|县民政局|√||√||
      3|办事指南|老年补贴|补贴的对象和标准|20个工作日内|县民政局|√||√|
      """, width: 2)
    #expect(
      table.header == [
        "序号", "一级事项", "二级事项", "公开内容", "公开时限", "公开主体", "全社会", "特定群体（请写明）", "主动", "依申请",
      ])
    #expect(table.rows.map { $0.texts[.number] } == ["1", "2", "3"])
    #expect(table.rows.map { $0.path.last } == ["法规文件", "扶持措施", "老年补贴"])
    #expect(table.rows.allSatisfy { $0.texts[.responsible] == "县民政局" && !$0.doubts.isEmpty })
  }

  @Test("Numbers without a label of their own tell which rows lack the label left of them")
  func numbersWithinRows() throws {
    let table = try table(
      """
      工作任务|具体要求|责任科室|时限要求|
      强化文件公开|1|公布文件的目录。|办公室|年底前|
      做好基础工作|2|规范公开的专栏。|各科室|每月|
      3|编制年度的报告。|办公室|1月底前|
      深化解读形式|4|提升解读的质量。|各科室|每季度
      """, width: 5)
    #expect(table.rows.map(\.path) == [["强化文件公开"], ["做好基础工作"], ["做好基础工作"], ["深化解读形式"]])
    #expect(table.rows.map { $0.texts[.number] } == ["1", "2", "3", "4"])
    #expect(table.rows.map { $0.texts[.update] } == ["年底前", "每月", "1月底前", "每季度"])
  }

  @Test("A label whose field is empty throughout is not divided into the fields that units stand in")
  func emptyRemarks() throws {
    let units = ["县府办", "县报社", "县编办", "县统计局", "县信访局"]
    let rows = (0..<10).map {
      "\($0 + 1)|栏目\($0)号|每\($0 % 2 == 0 ? "周" : "月")|\(units[$0 % 5])|\(units[($0 + 2) % 5])||"
    }
    let sketch = (["序号|栏目名称|更新频率|责任单位|备注|牵头单位|配合单位|"] + rows).joined(separator: "\n")
    let table = try table(sketch, width: 6)
    #expect(table.rows.map { $0.texts[.lead] } == (0..<10).map { units[$0 % 5] })
    #expect(table.rows.allSatisfy { $0.texts[.remarks] == nil })
  }

  @Test("Below a header of two rows, rows that keep all their cells come out even, though the table does not")
  func wholeRows() throws {
    let table = try table(
      """
      栏目|内容描述|报送方式|更新维护|所属频道|栏目名称|供稿单位|更新频率|
      走进|地理|公开地理概况|自行采编|县教育局||
      |物产|公开物产目录|自行采编|县教育局|每月更新|
      |图说|发布图片|网站抓取|县卫健局||
      新闻|要闻|转载要闻|网站抓取|县府办|每日更新
      """, width: 6)
    #expect(table.header == ["所属频道", "栏目名称", "内容描述", "报送方式", "供稿单位", "更新频率"])
    #expect(table.rows.map(\.path) == [["走进", "地理"], ["走进", "物产"], ["走进", "图说"], ["新闻", "要闻"]])
    #expect(table.rows.map { $0.texts[.responsible] } == ["县教育局", "县教育局", "县卫健局", "县府办"])
  }

  @Test("Below a header whose label of the levels stands over several, whole rows come out even as well")
  func wholeRowsBelowSpan() throws {
    let table = try table(
      """
      栏目|发布频次|承办科室|备注|
      概况|领导||2周内|院办||
      概况|科室||每日更新|质控科||
      指南|门诊|排班|每年10月|护理部||
      指南|门诊|挂号|每月更新|护理部|暂由设备科代管
      """, width: 6)
    #expect(table.rows.map(\.path) == [["概况", "领导"], ["概况", "科室"], ["指南", "门诊", "排班"], ["指南", "门诊", "挂号"]])
    #expect(table.rows.map { $0.texts[.responsible] } == ["院办", "质控科", "护理部", "护理部"])
  }

  @Test("Rows narrower than the header, with empty cells among them, are cut anew, and stay in doubt")
  func narrowRows() throws {
    let table = try table(
      """
      一级目录|二级目录|三级目录|公开内容|公开时限|公开主体|
      公开指南|部门指南||申请的方式、流程|每年|办公室|
      法定公开|机构职能|机构概况|职能、地址、电话|及时|人事科|
      领导分工||姓名、分工、照片|
      内设机构||各科的职责、电话|每月|人事科|
      监管公开|抽查计划||年度抽查的安排、依据|6月底前|监督科|
      抽查结果||抽查的对象、结果|及时|监督科|
      行政处罚|处罚决定||处罚的文书、依据|及时|法规科
      """, width: 2)
    #expect(table.header == ["一级目录", "二级目录", "三级目录", "公开内容", "公开时限", "公开主体"])
    #expect(table.rows.first?.path == ["公开指南", "部门指南"])
    #expect(table.rows.allSatisfy { $0.doubts.contains { $0.code == "row.width" } })
  }

  @Test("Rows that come out even and count from 1 on stay as they are, though their header has empty cells")
  func countedRows() throws {
    let stream = "序号|信息类别|时限要求|保障单位| | | | |牵头|落实|1|要闻|每周|县府办|教育局|2|出行|每月|县府办|交通局|3|就医|每年|县府办| "
    let texts = stream.split(separator: "|").map { $0 == " " ? "" : String($0) }
    let cells = texts.enumerated().map { Cell(row: $0 / 5, column: $0 % 5, text: $1, line: $0 + 1) }
    let grid = Grid(rowCount: 5, columnCount: 5, layout: .cellPerLine, rowLimits: .guessed, cells: cells)
    let found = try PlanRecogniser().recognise(TableDocument(format: "text", blocks: [.table(grid)])).value.tables
    #expect(found.first?.rows.map(\.path) == [["要闻"], ["出行"], ["就医"]])
    #expect(found.first?.rows.map { $0.texts[.lead] } == ["县府办", "县府办", "县府办"])
    #expect(found.first?.rows.map { $0.texts[.responsible] } == ["教育局", "交通局", nil])
  }
}

@Suite("A label over running numbers and what they count")
struct NumbersBelowLabelTests {
  private let entries = [
    ["强化文件公开", "1", "公布文件的目录。", "办公室", "年底前"], ["做好基础工作", "2", "规范公开的专栏。", "各科室", "每月"],
    ["深化解读形式", "3", "提升解读的质量。", "各科室", "每季度"],
  ]

  @Test("The numbers count rows, and the label is that of the texts", arguments: [Grid.Layout.spanned, .delimited])
  func numbers(layout: Grid.Layout) throws {
    let header = layout == .spanned ? "工作任务 | 具体要求 | < | 责任科室 | 时限要求" : "工作任务 | 具体要求 | | 责任科室 | 时限要求"
    let table = try RecognisedTable(
      ([header] + entries.map { $0.joined(separator: " | ") }).joined(separator: "\n"), layout: layout)
    #expect(table.rows.map { $0.texts[.number] } == ["1", "2", "3"])
    #expect(table.rows.map { $0.texts[.requirement] } == ["公布文件的目录。", "规范公开的专栏。", "提升解读的质量。"])
  }

  @Test("Numbers that do not run from 1 on are a part of what the label says")
  func otherNumbers() throws {
    let rows = zip(entries, ["3", "1", "2"]).map { entry, number in
      (entry.prefix(1) + [number] + entry.dropFirst(2)).joined(separator: " | ")
    }
    let table = try RecognisedTable((["工作任务 | 具体要求 | < | 责任科室 | 时限要求"] + rows).joined(separator: "\n"))
    #expect(table.rows.map { $0.texts[.requirement] } == ["3\n公布文件的目录。", "1\n规范公开的专栏。", "2\n提升解读的质量。"])
  }
}
