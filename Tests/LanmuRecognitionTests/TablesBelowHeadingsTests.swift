import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

/// Tables that numbered headings, and lines below them, part from those above in the same text.
@Suite("Tables below numbered headings")
struct TablesBelowHeadingsTests {
  private func tables(_ rows: [[String]], layout: Grid.Layout = .delimited) throws -> [RecognisedTable] {
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { Cell(row: row, column: $0.offset, text: $0.element) }
    }
    let width = rows.map(\.count).max() ?? 0
    let grid = Grid(rowCount: rows.count, columnCount: width, layout: layout, cells: cells)
    return try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)])).value.tables
  }

  /// A text alone in a row, filled up with empty cells or not.
  private func line(_ text: String, filledUpTo width: Int?) -> [String] {
    [text] + Array(repeating: "", count: max(0, (width ?? 1) - 1))
  }

  private let header = ["频道", "栏目", "内容要求", "更新时限", "责任单位"]
  private let rows = [
    ["渔业", "渔港", "发布渔港的位置和泊位。", "每周更新", "县农业农村局"], ["", "鱼苗", "发布鱼苗的品种和价格。", "每月更新", "县农业农村局"],
    ["林业", "苗圃", "介绍苗圃的位置和面积。", "每年更新", "县林业局"], ["", "防火", "发布火险等级和禁令。", "及时更新", "县应急局"],
  ]
  private let units = [["部门", "栏目名称"], ["县林业局", "苗圃、防火、绿化。"], ["县农业农村局", "渔港、鱼苗、水产"], ["县应急局", "防火、防汛"]]

  @Test(
    "A table of two fields below a heading, or a heading and a sentence, filled up with empty cells or not",
    arguments: [nil, 5], [true, false])
  func twoFields(width: Int?, hasHeader: Bool) throws {
    for lines in [["二、各单位分工"], ["二、各单位分工", "下表所列栏目由各单位按照要求保障。"]] {
      let above = (hasHeader ? [header] : []) + rows
      let title = line("一、栏目分工", filledUpTo: width)
      let found = try tables([title] + above + lines.map { line($0, filledUpTo: width) } + units)
      #expect(found.map(\.kind) == [.columns, .units])
      #expect(found.first?.rows.map(\.path) == [["渔业", "渔港"], ["渔业", "鱼苗"], ["林业", "苗圃"], ["林业", "防火"]])
      #expect(found.last?.rows.map(\.path) == [[], [], []])
      #expect(found.last?.rows.first?.texts[.responsible] == "县林业局")
    }
  }

  @Test(
    "Several lines may stand between a heading and the header of another table, one of them the line of a form",
    arguments: [["单位：某县府办"], ["各单位按照下表做好保障工作。", "填报单位：某县府办  审核：秘书科"], ["打星的是考核栏目。", "某县考核分工表"]])
  func linesAboveHeader(lines: [String]) throws {
    let labels = ["渔业指标", "考核内容", "牵头单位", "配合单位", "备注"]
    let marks = [labels, ["更新", "每月抽查。", "县府办", "各单位", ""], ["可用", "每季抽查。", "县府办", "", ""]]
    let found = try tables(
      [line("一、栏目分工", filledUpTo: 5), header] + rows
        + (["二、考核分工"] + lines).map { line($0, filledUpTo: 5) } + marks)
    #expect(found.map { $0.rows.map(\.path.count) } == [[2, 2, 2, 2], [1, 1]])
    #expect(found.last?.rows.first?.path == ["更新"])
  }

  @Test(
    "A table of more fields than the one above, below a heading in the same text, half of whose labels are known",
    arguments: [Grid.Layout.delimited, .dropped], ["二、考核指标", "表2 考核指标"])
  func widerBelow(layout: Grid.Layout, heading: String) throws {
    let marks = [
      ["评估维度", "一级指标", "二级指标", "考核要点", "计分规则", "牵头部门", "配合部门"],
      ["内容", "更新", "要闻", "每周有新的要闻。", "少1条扣1分", "县府办", "各单位"],
      ["", "", "快讯", "每月有新的快讯。", "少1条扣1分", "信息中心", "各单位"],
    ]
    let marksInDropped = [marks[0], marks[1], ["快讯", "每月有新的快讯。", "少1条扣1分", "信息中心", "各单位", "", ""]]
    let rowsInDropped = rows.map { $0[0].isEmpty ? $0.dropFirst() + [""] : $0 }
    let isDropped = layout == .dropped
    let found = try tables(
      [header] + (isDropped ? rowsInDropped : rows) + [line(heading, filledUpTo: nil)]
        + (isDropped ? marksInDropped : marks), layout: layout)
    #expect(found.map { $0.rows.map(\.path.count) } == [[2, 2, 2, 2], [3, 3]])
    #expect(found.last?.rows.last?.path == ["内容", "更新", "快讯"])
    #expect(found.last?.title == heading.replacing(" ", with: ""))
  }

  @Test("Rows below a section's heading that only lack cells at their end are no other table")
  func sections() throws {
    let found = try tables([
      header, line("一、农业", filledUpTo: 5), rows[0], ["", "鱼苗", "发布鱼苗的品种和价格。"], line("二、生态", filledUpTo: 5),
      ["林业", "栏目苗圃"], ["", "部门防火"], rows[2],
    ])
    #expect(found.map(\.rows.count) == [5])
    #expect(found.first?.rows.last?.path.first == "二、生态")
  }

  @Test("Nor are they without a header, where the row above the heading lacks cells, too")
  func sectionsWithoutHeader() throws {
    let found = try tables([
      ["一、农林"], ["渔业", "渔港", "发布渔港的位置和泊位。", "县农业农村局"], ["", "鱼苗", "发布鱼苗的品种和价格。", "县农业农村局"],
      ["林业", "苗圃", "介绍苗圃的位置和面积。", "县林业局"], ["", "防火"], ["二、服务专区"],
      ["服务专区（县府办牵头）", "", "服务专区相关内容", "县交通局、县邮政局、县应急局"], ["服务综合", "", "综合服务的内容。", "县府办"],
    ])
    #expect(found.map { $0.rows.count } == [6])
    #expect(found.first?.rows.last?.path == ["二、服务专区", "服务综合"])
  }

  @Test("A sentence that stands above each header of a table is no section of it", arguments: [true, false])
  func sentenceAcross(keepsSpans: Bool) throws {
    let sentence = "栏目名称（打★的由县府办抽查）。负责单位：县府办。"
    let top = "\(sentence) | < | < | <\n频道 | 栏目 | 更新频率 | 保障单位\n"
    let again = top.replacing("单位", with: "部门")
    let sketch = top + "林业 | 苗圃 | 每年 | 县林业局\n^ | 防火 | 每日 | 县应急局\n" + again + "林业 | 护林 | 每周 | 县林业局\n渔业 | 渔港 | 每周 | 县农业局"
    let lost = sketch.replacing("<", with: "").replacing("^", with: "")
    let grid = Grid(sketch: keepsSpans ? sketch : lost, layout: keepsSpans ? .spanned : .delimited)
    let found = try PlanRecogniser().recognise(TableDocument(format: "docx", blocks: [.table(grid)])).value.tables
    #expect(found.map { $0.rows.map(\.path) } == [[["林业", "苗圃"], ["林业", "防火"], ["林业", "护林"], ["渔业", "渔港"]]])
  }

  @Test("A heading that counts its table parts it from the one above, as one with a number of a section does")
  func countedTable() throws {
    for heading in ["表2　各单位分工情况", "附表二 各单位分工情况"] {
      let found = try tables([header] + rows + [line(heading, filledUpTo: 5)] + units)
      #expect(found.map(\.rows.count) == [4, 3])
    }
  }

  @Test("Whom copies go to stands below a table, filled up to its width, and is no entry", arguments: [[], ["印发50份"]])
  func copies(below: [String]) throws {
    let lines = (["抄送：县委办公室，县人大常委会办公室。"] + below).map { line($0, filledUpTo: 5) }
    #expect(try tables([header] + rows + lines).map { $0.rows.map(\.path.count) } == [[2, 2, 2, 2]])
    let numbered = rows.enumerated().map { ["\($0 + 1)"] + $1 }
    #expect(try tables([["序号"] + header] + numbered + lines.map { $0 + [""] }).map(\.rows.count) == [4])
  }

  @Test("Labels alone in the last rows are entries, though a numbered sentence stands below them")
  func labelsAboveSentence() throws {
    let last = [["", "护林", "", "", ""], ["", "植树", "", "", ""]]
    let found = try tables([header] + rows + last + [line("（一）信息采集。各单位按照职责采集信息。", filledUpTo: 5)])
    #expect(found.map { $0.rows.map { $0.path.last ?? "" } } == [["渔港", "鱼苗", "苗圃", "防火", "护林", "植树"]])
  }

  @Test("A header of which the upper row says what that of the table above says is another's, if the lower row is")
  func likeUpperRow() throws {
    let above = ["栏目名称", "", "任务分工", "", "内容要求", "供稿时限", "发布频次"]
    let below = [["栏目名称", "", "责任单位", "", "栏目内容", "供稿时限", "发布频次"], ["一级目录", "二级目录", "牵头", "配合", "", "", ""]]
    let entry = ["渔业", "渔港", "县渔政站", "县港务局", "公布渔港的泊位。", "每周一提供", "每周更新"]
    let found = try tables([above, ["主栏目", "子栏目", "主办", "协办"], entry, entry] + below + [entry, entry])
    #expect(found.map(\.rows.count) == [2, 2])
    #expect(found.last?.header == ["一级目录", "二级目录", "牵头", "配合", "栏目内容", "供稿时限", "发布频次"])
    #expect(found.last?.rows.first?.texts[.requirement] == "公布渔港的泊位。")
  }

  @Test("A heading that counts its table stands above a header of words of its own, filled up with empty cells")
  func ownWording() throws {
    let own = [["序号", "栏目架构", "", "具体内容", "内容来源方式", "维护单位"], ["", "主栏目", "分栏目", "", "", ""]]
    let body = [["1", "旅游", "景区", "介绍景区的位置和票价。", "转载", "县文旅局"], ["2", "", "民宿", "介绍民宿的特色。", "转载", ""]]
    for heading in ["附表三：重点任务", "表三 重点任务"] {
      let found = try tables([header] + rows + [line(heading, filledUpTo: 6)] + own + body)
      #expect(found.map { $0.rows.map { $0.path.last ?? "" } } == [["渔港", "鱼苗", "苗圃", "防火"], ["景区", "民宿"]])
      #expect(found.last?.rows.map(\.path) == [["旅游", "景区"], ["旅游", "民宿"]])
    }
  }

  @Test("Below a heading that counts its table and a title, the header of the table above begins another one")
  func sameHeader() throws {
    let lines = ["附表二：林业领域目录", "某县政府网站栏目要求一览（★为重点栏目）"].map { line($0, filledUpTo: 5) }
    let found = try tables([header] + rows[..<2] + lines + [header] + rows[2...])
    #expect(found.map { $0.rows.map(\.path) } == [[["渔业", "渔港"], ["渔业", "鱼苗"]], [["林业", "苗圃"], ["林业", "防火"]]])
  }

  @Test(
    "The heading of a section in the last row of a page is none of a table, though the header stands again below it",
    arguments: [["（一）渔业", "（二）林业"], ["渔业类", "林业类"]])
  func sectionAtPageEnd(sections: [String]) throws {
    let (labels, entries) = (Array(header[1...]), rows.map { Array($0[1...]) })
    let headings = sections.map { line($0, filledUpTo: 4) }
    let found = try tables(
      [["一、栏目分工"], labels, headings[0]] + entries[..<2] + [headings[1], labels] + entries[2...])
    #expect(
      found.map { $0.rows.map(\.path) } == [
        [[sections[0], "渔港"], [sections[0], "鱼苗"], [sections[1], "苗圃"], [sections[1], "防火"]]
      ])
  }

  @Test(
    "A heading that counts on from the table's parts it from one without a header, whose rows are all of another width",
    arguments: [Grid.Layout.delimited, .cellPerLine])
  func headerlessBelow(layout: Grid.Layout) throws {
    let below = [["1", "农业", "苗木", "每年更新"], ["2", "", "种子", "每月更新"], ["3", "", "农机", "每年更新"]].enumerated().map {
      $1 + ["县\(["农业农村", "林业", "供销"][$0])局"]
    }
    let numbered = rows.enumerated().map { ["\($0 + 1)"] + $1 }
    let found = try tables(
      [["（一）栏目分工"], ["序号"] + header] + numbered + [["（二）专题栏目责任分工"]] + below, layout: layout)
    #expect(
      found.map { $0.rows.map(\.path) } == [
        [["渔业", "渔港"], ["渔业", "鱼苗"], ["林业", "苗圃"], ["林业", "防火"]], [["农业", "苗木"], ["农业", "种子"], ["农业", "农机"]],
      ])
    #expect(found.last?.rows.map { $0.texts[.responsible] } == ["县农业农村局", "县林业局", "县供销局"])
  }

  @Test("Below a row that lost all cells but one, rows that lack cells and hold words of headers are no other table's")
  func shortRowsBelowOneCell() throws {
    let table = try RecognisedTable(
      """
      公开领域 | 公开事项 | 公开子项 | 栏目说明 | 更新要求 | 提供单位 | 备注
      民生 | 农业 | 人居环境 | 集中展示人居环境内容 | 每月 | 专题主办单位 |
      人居环境相关政策、动态
      高标准农田 | 高标准农田的公开情况 | 有变化即更新 | 专题主办单位 | 国家级考核项
      农资市场 | 农资市场的公开情况 | 有变化即更新 | 教育局 |
      安全 | 隐患整治 | 做好隐患整治报道 | 每月 | 教育局 |
      """, layout: .delimited)
    #expect(table.rows.last?.path.first == "民生")
    #expect(table.rows.count == 5)
  }
}
