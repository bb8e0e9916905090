import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Tables made by hand, without merged cells")
struct HandMadeTableTests {
  private func table(_ rows: [String], layout: Grid.Layout = .spanned) throws -> RecognisedTable {
    try RecognisedTable(rows.joined(separator: "\n"), layout: layout)
  }

  private func codes(_ table: RecognisedTable) -> [[String]] { table.rows.map { $0.doubts.map(\.code) } }

  @Test("An only level that is left empty below its first row goes on; without texts that part rows, it is a guess")
  func soleLevel() throws {
    let rows = [
      "栏目 | 具体内容 | 更新时效 | 责任单位", "政务 | 发布要闻。 | 每周 | 信息中心", " | 发布快讯。 | 每周 | 县府办", "民生 | 发布路况。 | 每月 | 交通局",
      " | 发布学校名录。 | 每年 | 教育局",
    ]
    let table = try table(rows)
    #expect(table.rows.map(\.path) == [["政务"], ["政务"], ["民生"], ["民生"]])
    #expect(codes(table) == [[], [], [], []])
    let uncertain = try self.table(rows + [" | | 每年 | 卫健局"])
    #expect(uncertain.rows.map(\.path).last == ["民生"])
    #expect(codes(uncertain) == [[], ["level.carried"], [], ["level.carried"], ["level.carried"]])
  }

  @Test("A row without any label is in doubt")
  func noLabel() throws {
    let table = try table([
      "栏目 | 具体内容 | 更新时效 | 责任单位", "政务 | 发布要闻。 | 每周 | 信息中心", "^ | 发布快讯。 | 每周 | 县府办", " | 发布路况。 | 每月 | 交通局",
    ])
    #expect(table.rows.map(\.path) == [["政务"], ["政务"], []])
    #expect(codes(table) == [[], [], ["level.missing"]])
  }

  @Test("Times and units that every first row of a group fills go on where they are left empty as the labels are")
  func repeatedValues() throws {
    let rows = [
      "频道 | 栏目 | 更新时效 | 责任单位", "政务 | 要闻 | 每周 | 信息中心", " | 快讯 | | ", "民生 | 出行 | 每月 | 交通局", " | 就学 | 每年 | ",
    ]
    let table = try table(rows)
    #expect(table.rows.map { $0.texts[.update] } == ["每周", "每周", "每月", "每年"])
    #expect(table.rows.map { $0.texts[.responsible] } == ["信息中心", "信息中心", "交通局", "交通局"])
    #expect(table.rows.map { $0.doubts.map(\.field) } == [[], [.update, .responsible], [], [.responsible]])
    let open = try self.table(rows + ["互动 | 信箱 | 及时 | "])
    #expect(open.rows.map { $0.texts[.responsible] } == ["信息中心", nil, "交通局", nil, nil])
  }

  @Test("Few empty fields are empty, fewer still where others write again what stands right above them")
  func fewEmptyFields() throws {
    let header = "频道 | 栏目 | 更新时效 | 责任单位"
    func rows(again: Bool) -> [String] {
      [header]
        + (0..<12).map { index in
          let channel = index % 6 == 0 ? "频道\(index)" : ""
          let time = index == 4 ? "" : again && index == 8 ? "每7天" : "每\(index)天"
          return "\(channel) | 栏目\(index) | \(time) | 县府办"
        }
    }
    #expect(try table(rows(again: false)).rows[4].texts[.update] == "每3天")
    #expect(try table(rows(again: true)).rows[4].texts[.update] == nil)
  }

  @Test("A requirement goes on like that if it speaks of all columns or names none; one that names its own does not")
  func sharedRequirement() throws {
    let table = try table([
      "频道 | 栏目 | 具体内容 | 责任单位", "政务 | 要闻 | 本类栏目统一要求：先审后发。 | 信息中心", " | 快讯 | | 县府办", "民生 | 出行 | 发布出行提示。 | 交通局",
      " | 就学 | | 教育局", "互动 | 信箱 | 及时答复。 | 信访局", " | 调查 | | 县府办",
    ])
    #expect(
      table.rows.map { $0.texts[.requirement] } == [
        "本类栏目统一要求：先审后发。", "本类栏目统一要求：先审后发。", "发布出行提示。", nil, "及时答复。", "及时答复。",
      ])
    #expect(table.rows.map { $0.doubts.map(\.field) } == [[], [.requirement], [], [], [], [.requirement]])
  }

  @Test("Numbers that stand just where the outermost labels do are those of all rows of their groups")
  func numberedGroups() throws {
    let table = try table([
      "序号 | 频道 | 栏目 | 责任单位", "1 | 政务 | 要闻 | 信息中心", " | | 快讯 | 县府办", "2 | 民生 | 出行 | 交通局", "3 | 互动 | 信箱 | 信访局",
      " | | 调查 | 统计局",
    ])
    #expect(table.rows.map { $0.texts[.number] } == ["1", "1", "2", "3", "3"])
    #expect(codes(table) == [[], [], [], [], []])
    let two = try self.table([
      "序号 | 频道 | 栏目 | 责任单位", "1 | 政务 | 要闻 | 信息中心", " | | 快讯 | 县府办", " | | 公告 | 县府办", "2 | 民生 | 出行 | 交通局",
      " | | 就学 | 教育局", " | | 求职 | 人社局",
    ])
    #expect(two.rows.map { $0.texts[.number] } == ["1", "1", "1", "2", "2", "2"])
    let one = try self.table([
      "序号 | 频道 | 栏目 | 责任单位", "1 | 政务 | 要闻 | 信息中心", " | | 快讯 | 县府办", " | | 公告 | 县府办", " | | 统计 | 统计局",
    ])
    #expect(one.rows.map { $0.texts[.number] } == ["1", "1", "1", "1"])
  }

  @Test("Numbers that stand wherever a row has a label count columns of the site, and are those of rows without one")
  func numberedColumns() throws {
    let table = try table([
      "序号 | 频道 | 栏目 | 具体内容 | 责任单位", "1 | 政务 | 要闻 | 发布要闻。 | 信息中心", " | | | 发布图片。 | 县府办", "2 | | 快讯 | 发布快讯。 | 县府办",
      "3 | 民生 | 出行 | 发布路况。 | 交通局", " | | | 发布线路。 | 县公交站",
    ])
    #expect(table.rows.map { $0.texts[.number] } == ["1", "1", "2", "3", "3"])
    #expect(table.rows.map(\.path.last) == ["要闻", "要闻", "快讯", "出行", "出行"])
    let uncounted = try self.table([
      "序号 | 频道 | 栏目 | 具体内容 | 责任单位", "1 | 政务 | 要闻 | 发布要闻。 | 信息中心", " | | | 发布图片。 | 县府办", " | | 快讯 | 发布快讯。 | 县府办",
      "2 | 民生 | 出行 | 发布路况。 | 交通局", "3 | | 就学 | 发布学校。 | 教育局",
    ])
    #expect(uncounted.rows.map { $0.texts[.number] } == ["1", nil, nil, "2", "3"])
  }

  // MARK: - Headings in a single cell

  @Test(
    "Labels that stand alone and part the table from its first row on are headings, whether spans are known or not",
    arguments: [Grid.Layout.spanned, .boxDrawing, .delimited])
  func loneHeadings(layout: Grid.Layout) throws {
    let rows = [
      "栏目 | 更新时效 | 责任单位", "资讯 | | ", "要闻 | 每周 | 信息中心", "快讯 | 每天 | 县府办", "互动 | | ", "信箱 | 每月 | 信访局", "调查 | 每年 | 县府办",
    ]
    let table = try table(rows, layout: layout)
    #expect(table.rows.map(\.path) == [["资讯", "要闻"], ["资讯", "快讯"], ["互动", "信箱"], ["互动", "调查"]])
    #expect(codes(table) == [[], [], [], []])
  }

  @Test("Labels that stand alone are headings in short rows, too, where the first row is one or entries are numbered")
  func loneHeadingsOfShortRows() throws {
    let single = try table(
      ["栏目 | 具体内容 | 更新时效 | 责任单位", "资讯", "要闻 | 发布要闻。 | 每周 | 信息中心", "快讯 | 发布快讯。 | 县府办", "互动", "信箱 | 答复来信。 | 每月 | 信访局"],
      layout: .delimited)
    #expect(single.rows.map(\.path) == [["资讯", "要闻"], ["资讯", "快讯"], ["互动", "信箱"]])
    let numbered = try table(
      [
        "序号 | 频道 | 栏目 | 更新时效 | 责任单位", "1 | 政务 | 要闻 | 每周 | 信息中心", "2 | 快讯 | 县府办", "民生", "3 | 出行 | 公交 | 每月 | 交通局",
        "4 | 地铁 | 住建局",
      ],
      layout: .delimited)
    #expect(numbered.rows.map(\.path.last) == ["要闻", "快讯", "公交", "地铁"])
    #expect(numbered.rows.suffix(2).allSatisfy { $0.path.first == "民生" })
  }

  @Test("An entry below such a label may have nothing but its unit")
  func loneHeadingsAboveShortEntries() throws {
    let table = try table(
      ["栏目 | 具体内容 | 责任单位", "资讯 | | ", "要闻 | 发布要闻。 | 信息中心", "互动 | | ", "信箱 | | 信访局", "调查 | 发布调查。 | 统计局"],
      layout: .dropped)
    #expect(table.rows.map(\.path) == [["资讯", "要闻"], ["互动", "信箱"], ["互动", "调查"]])
  }

  @Test("Below a numbered heading, a label that stands alone without a number is an entry")
  func loneEntryBelowNumberedHeading() throws {
    let table = try table(
      [
        "频道 | 栏目 | 更新时效 | 责任单位", "一、公开类 | | | ", "政务 | 要闻 | 每周 | 信息中心", " | 快讯 | | ", "民生 | 出行 | 每月 | 交通局",
        "二、互动类 | | | ", "信箱 | 来信 | 每天 | 信访局",
      ], layout: .delimited)
    #expect(
      table.rows.map(\.path) == [
        ["一、公开类", "政务", "要闻"], ["一、公开类", "政务", "快讯"], ["一、公开类", "民生", "出行"], ["二、互动类", "信箱", "来信"],
      ])
  }

  @Test("Labels that stand alone from the first row on are headings, though only some have a number")
  func mixedHeadings() throws {
    let table = try table(
      [
        "栏目 | 具体内容 | 责任单位", "一、公开 | | ", "职能 | 公布职能。 | 县教育局", "领导 | 公布领导。 | 县民政局", "服务 | | ", "指南 | 公布指南。 | 县教育局",
      ], layout: .delimited)
    #expect(table.rows.map(\.path.last) == ["职能", "领导", "指南"])
    #expect(table.rows.last?.path.first == "服务")
  }

  @Test(
    "Between headings whose numbers follow each other, a label without a number is an entry where others lack values, too",
    arguments: ["", "县教育局"])
  func loneEntryAmongCountedHeadings(unit: String) throws {
    let table = try table(
      [
        "栏目 | 具体内容 | 责任单位", "一、公开 | | ", "职能 | 公布职能。 | 县教育局", "声明 | | ", "领导 | 公布领导。 | 县民政局", "二、服务 | | ",
        "指南 | 公布指南。 | 县教育局", "表格 | 公布表格。 | \(unit)",
      ], layout: .delimited)
    guard unit.isEmpty else {
      return #expect(table.rows.map { $0.path.first } == ["一、公开", "声明", "二、服务", "二、服务"])
    }
    #expect(table.rows.map(\.path.last) == ["职能", "声明", "领导", "指南", "表格"])
    #expect(table.rows.map { $0.path.first } == ["一、公开", "一、公开", "一、公开", "二、服务", "二、服务"])
    #expect(codes(table)[1].contains("row.lone"))
  }

  @Test("Several labels alone below many counted headings are headings that nobody has counted")
  func headingsBeyondTheCounted() throws {
    let headings = ["一、公开", "二、服务", "三、互动", "四、专题", "数据", "概况", "监督"]
    let rows = headings.flatMap { heading in
      ["\(heading) | | ", "\(heading.suffix(2))指南 | 公布指南。 | ", "\(heading.suffix(2))名录 | 公布名录。 | 县民政局"]
    }
    let table = try table(["栏目 | 具体内容 | 责任单位"] + rows, layout: .delimited)
    #expect(table.rows.map { $0.path.first } == headings.flatMap { [$0, $0] })
  }

  @Test("Labels alone that follow each other are entries, where others from the first row on are headings")
  func loneEntriesBelowHeadings() throws {
    let table = try table(
      [
        "栏目 | 具体内容 | 更新时效 | 责任单位", "概览 | | | ", "简介 | 介绍历史和地理。 | 每年 | 县府办", "资讯 | | | ", "要闻 | 发布要闻和图片。 | 每周 | 信息中心",
        "快讯 | | | ", "公告 | | | ", "视频 | 发布视频新闻。 | 每月 | 信息中心",
      ], layout: .dropped)
    #expect(
      table.rows.map(\.path) == [["概览", "简介"], ["资讯", "要闻"], ["资讯", "快讯"], ["资讯", "公告"], ["资讯", "视频"]])
  }

  @Test("A unit alone in its row, in its place behind empty cells, is no heading")
  func loneUnit() throws {
    let table = try table(
      [
        "序号 | 栏目 | 更新时效 | 责任单位", "1 | 要闻 | 每周 | 信息中心", " | | | 县府办公室", "2 | 信箱 | 每月 | 信访局", "3 | 调查 | 每年 | 县府办",
      ], layout: .indented)
    #expect(table.rows.map(\.path) == [["要闻"], ["要闻"], ["信箱"], ["调查"]])
    #expect(table.rows.map { $0.texts[.responsible] } == ["信息中心", "县府办公室", "信访局", "县府办"])
  }

  @Test("Where the header begins with the second level, a single label that stands alone names the first")
  func loneHeadingAboveSecondLevel() throws {
    let table = try table(
      [
        "二级栏目 | 三级栏目 | 更新时效 | 责任单位", "财政资金 | | | ", " | | 每年 | 财政局", "市场监管 | | | ", "食品安全 | 抽检公告 | 每月 | 市监局",
        " | 学校食堂 | | 教育局",
      ],
      layout: .delimited)
    #expect(table.rows.map(\.path) == [["财政资金"], ["市场监管", "食品安全", "抽检公告"], ["市场监管", "食品安全", "学校食堂"]])
  }

  @Test("In text, labels that stand alone amid rows with merged values are entries")
  func loneEntriesInText() throws {
    let table = try table(
      ["栏目 | 更新时效 | 责任单位", "要闻 | 每周 | 信息中心", "快讯 | | ", "信箱 | 每月 | 信访局", "调查 | | ", "公告 | 每年 | 县府办"], layout: .delimited
    )
    #expect(table.rows.map(\.path) == [["要闻"], ["快讯"], ["信箱"], ["调查"], ["公告"]])
    #expect(table.rows.map { $0.texts[.update] } == ["每周", "每周", "每月", "每月", "每年"])
  }

  @Test("A label that stands alone elsewhere is an entry; where spans are known, it may be a heading and says so")
  func loneEntry() throws {
    let table = try table(["栏目 | 更新时效 | 责任单位", "要闻 | 每周 | 信息中心", "互动 | | ", "信箱 | 每月 | 信访局"])
    #expect(table.rows.map(\.path) == [["要闻"], ["互动"], ["信箱"]])
    #expect(codes(table) == [[], ["row.lone"], []])
  }

  @Test(
    "Where entries are numbered, a text without a number of theirs is a heading",
    arguments: ["资讯 | | | ", "（一） | 资讯 | | ", "一 | 资讯 | | "])
  func headingAmongNumbers(heading: String) throws {
    let rows = ["序号 | 栏目 | 更新时效 | 责任单位", "1 | 要闻 | 每周 | 信息中心", heading, "2 | 快讯 | 每天 | 县府办", "3 | 信箱 | 每月 | 信访局"]
    for layout in [Grid.Layout.spanned, .delimited] {
      let table = try table(rows, layout: layout)
      #expect(table.rows.map(\.path) == [["要闻"], ["资讯", "快讯"], ["资讯", "信箱"]])
      #expect(table.rows.map { $0.texts[.number] } == ["1", "2", "3"])
    }
  }

  @Test(
    "A label without a number below an entry is an entry, and may be a heading; above all numbered ones it is a heading"
  )
  func labelWithoutNumber() throws {
    let rows = ["1 | 要闻 | 每周 | 信息中心", "2 | 信箱 | 每月 | 信访局", "3 | 调查 | 每年 | 县府办"]
    let below = try table(["序号 | 栏目 | 更新时效 | 责任单位", rows[0], " | 快讯 | | ", rows[1], rows[2]])
    #expect(below.rows.map(\.path) == [["要闻"], ["快讯"], ["信箱"], ["调查"]])
    #expect(codes(below) == [[], ["row.lone"], [], []])
    let above = try table(["序号 | 栏目 | 更新时效 | 责任单位", " | 资讯 | | "] + rows)
    #expect(above.rows.map(\.path) == [["资讯", "要闻"], ["资讯", "信箱"], ["资讯", "调查"]])
  }

  @Test("A row whose unit is merged with the one above is an entry, though its label stands alone")
  func coveredEntry() throws {
    let table = try table([
      "序号 | 栏目 | 更新时效 | 责任单位", "1 | 要闻 | 每周 | 信息中心", " | 快讯 | ^ | ^", "2 | 信箱 | 每月 | 信访局", "3 | 调查 | 每年 | 县府办",
    ])
    #expect(table.rows.map(\.path) == [["要闻"], ["快讯"], ["信箱"], ["调查"]])
  }

  // MARK: - Marks

  @Test("同上 and 〃 repeat what stands above, in labels and in fields", arguments: [Grid.Layout.spanned, .delimited])
  func dittoMarks(layout: Grid.Layout) throws {
    let table = try table(
      [
        "频道 | 栏目 | 更新时效 | 责任单位", "政务 | 要闻 | 每周 | 信息中心", "同上 | 快讯 | 同上 | 县府办", "〃 | 公告 | 〃 | ″", "民生 | 出行 | 每月 | 交通局",
      ], layout: layout)
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "快讯"], ["政务", "公告"], ["民生", "出行"]])
    #expect(table.rows.map { $0.texts[.update] } == ["每周", "每周", "每周", "每月"])
    #expect(table.rows.map { $0.texts[.responsible] } == ["信息中心", "县府办", "县府办", "交通局"])
  }

  @Test("A label marked as going on is the one above; one that stands below another is its own")
  func continuedLabels() throws {
    let table = try table([
      "频道 | 栏目 | 更新时效 | 责任单位", "政务 | 要闻 | 每周 | 信息中心", "政务（续） | 快讯 | 每天 | 县府办", "(续) | 公告 | 每天 | 县府办",
      "民生（续） | 出行 | 每月 | 交通局",
    ])
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "快讯"], ["政务", "公告"], ["民生（续）", "出行"]])
  }

  // MARK: - Halves side by side

  @Test(
    "Tables side by side are read one below the other, with or without an empty column between them",
    arguments: [Grid.Layout.spanned, .delimited])
  func sideBySide(layout: Grid.Layout) throws {
    let table = try table(
      [
        "栏目 | 更新时效 | 责任单位 | | 栏目 | 更新时效 | 责任单位", "要闻 | 每周 | 信息中心 | | 出行 | 每月 | 交通局", "快讯 | 每天 | 县府办 | | 就学 | 每年 | 教育局",
      ], layout: layout)
    #expect(table.rows.map(\.path) == [["要闻"], ["快讯"], ["出行"], ["就学"]])
    #expect(table.rows.map { $0.texts[.responsible] } == ["信息中心", "县府办", "交通局", "教育局"])
  }

  // MARK: - Notes

  @Test("The items of a note below a table belong to it, within the table or below; a heading and a date do not")
  func itemsOfNotes() throws {
    let rows = ["栏目 | 更新时效 | 责任单位", "要闻 | 每周 | 信息中心", "快讯 | 每天 | 县府办"]
    let within = try table(rows + ["备注： | < | <", "1.要闻每天更新。 | < | <", "2.快讯不限。 | < | <", "2031年印制 | < | <"])
    #expect(within.note == "备注：\n1.要闻每天更新。\n2.快讯不限。")
    let blocks =
      [TableDocument.Block.table(Grid(sketch: rows.joined(separator: "\n")))]
      + ["注：1.要闻每天更新；", "2.快讯不限。", "二、其他", "2031年3月1日"].map { .paragraph(.init(text: $0)) }
    let below = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: blocks)).value
    #expect(below.tables.map(\.note) == ["注：1.要闻每天更新；\n2.快讯不限。"])
  }

  @Test(
    "A last row in which nothing but an explanation stands is a note",
    arguments: [Grid.Layout.indented, .cellPerLine, .dropped])
  func explanation(layout: Grid.Layout) throws {
    let rows = ["频道 | 栏目 | 更新时效 | 责任单位", "政务 | 要闻 | 每周 | 信息中心", "民生 | 出行 | 每天 | 县府办"]
    let note = "保障方式说明：转载指由信息中心转发，其余由各单位发布。"
    let found = try table(rows + [note + " |  |  | "], layout: layout)
    #expect(found.rows.map(\.path) == [["政务", "要闻"], ["民生", "出行"]])
    #expect(found.note == note)
  }

  // MARK: - Fields of units

  @Test("Help and technical help beside a lead are two fields, and what names nobody is left out")
  func technicalHelp() throws {
    let rows = ["要闻 | 每周 | 信息中心 | 县府办 | 数据局", "快讯 | 每天 | 县府办 | 教育局 | 无"]
    let led = try table(["栏目 | 更新时效 | 牵头单位 | 配合单位 | 技术支持单位"] + rows)
    #expect(led.rows.map { $0.texts[.responsible] } == ["县府办", "教育局"])
    #expect(led.rows.map { $0.texts[.cooperating] } == ["数据局", "无"])
    let kept = try table(["栏目 | 更新时效 | 责任单位 | 配合单位 | 技术支持单位"] + rows)
    #expect(kept.rows.map { $0.texts[.responsible] } == ["信息中心", "县府办"])
    #expect(kept.rows.map { $0.texts[.cooperating] } == ["县府办\n技术支持单位：数据局", "教育局"])
  }

  // MARK: - Labels

  @Test("A label below a page break that lacks the first characters of the one above says which is meant")
  func lostStart() throws {
    let header = "频道 | 栏目 | 更新时效 | 责任单位"
    let table = try table(
      [header, "便民中心 | 要闻 | 每周 | 信息中心", " | 快讯 | 每天 | 县府办", header, "民中心 | 公告 | 每月 | 县府办", "互动 | 信箱 | 每年 | 信访局"],
      layout: .delimited)
    #expect(table.rows.map { $0.doubts.map(\.code) } == [[], [], ["label.damaged"], []])
    #expect(table.rows[2].doubts.first?.message.chinese.contains("“便民中心”") == true)
  }

  @Test("Numbered lines in one label are doubted")
  func numberedLabels() throws {
    let table = try table(["栏目 | 更新时效 | 责任单位", "1.要闻⏎2.快讯 | 每周 | 信息中心", "信箱 | 每天 | 县府办"])
    #expect(codes(table) == [["label.list"], []])
  }

  // MARK: - Tables without a header, and within cells

  @Test("Without a header, units and times may stand before the labels; longer texts behind these say what is required")
  func unitsFirst() throws {
    let table = try table([
      "信息中心 | 每周 | 政务 | 要闻 | 本县重要新闻", "县府办 | 每天 | ^ | 快讯 | 各部门的工作", "交通局 | 每月 | 民生 | 出行 | 县内道路情况",
      "教育局 | 每年 | ^ | 就学 | 学区和招生安排",
    ])
    #expect(table.rows.map(\.path) == [["政务", "要闻"], ["政务", "快讯"], ["民生", "出行"], ["民生", "就学"]])
    #expect(table.rows.map { $0.texts[.requirement] } == ["本县重要新闻", "各部门的工作", "县内道路情况", "学区和招生安排"])
    #expect(table.rows.map { $0.texts[.responsible] } == ["信息中心", "县府办", "交通局", "教育局"])
  }

  @Test("A table within a cell is that cell's text")
  func tableWithinCell() throws {
    let outer = Grid(sketch: "栏目 | 更新时效 | 责任单位 | 备注\n要闻 | 每周 | | 重点\n快讯 | 每天 | 县府办 |")
    var inner = Grid(sketch: "牵头 | 信息中心\n配合 | 县府办")
    inner.nestedIn = Grid.Nesting(table: 0, row: 1, column: 2)
    let document = TableDocument(format: "sketch", blocks: [.table(outer), .table(inner)])
    let tables = try PlanRecogniser().recognise(document).value.tables
    #expect(tables.map(\.rows.count) == [2])
    #expect(tables.first?.rows.first?.texts[.responsible] == "牵头：信息中心\n配合：县府办")
    #expect(tables.first?.rows.first?.texts[.remarks] == "重点")
  }

  @Test("Where equal times are written again, few empty ones were left so")
  func repeatedTimes() throws {
    let table = try table([
      "频道 | 栏目 | 内容 | 更新时限 | 责任单位", "开放 | 统计 | 发布统计。 | 6个月内 | 县甲局", " | 导航 | 发布导航。 | 6个月内 | 县乙局",
      " | 接口 | 发布接口。 | 按需更新 | 县丙局", " | 目录 | 发布目录。 | | 县丁局", "服务 | 养老 | 公布机构。 | 6个月内 | 县甲局",
      " | 津贴 | 公布津贴。 | 6个月内 | 县乙局", " | 补贴 | 公布补贴。 | 按需更新 | 县丙局", " | 小学 | 公布小学。 | | 县丁局",
    ])
    #expect(table.rows.map { $0.texts[.update] == nil } == (0..<8).map { $0 == 3 || $0 == 7 })
  }
}
