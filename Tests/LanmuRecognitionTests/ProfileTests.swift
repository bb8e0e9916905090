import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import Testing

/// What a user pins down is obeyed, or told to have had no effect.
@Suite("Profiles")
struct ProfileTests {
  private func recognise(
    _ sketches: String..., layout: Grid.Layout = .spanned, profile: RecognitionProfile
  ) throws -> Outcome<RecognisedDocument> {
    let blocks = sketches.map { TableDocument.Block.table(Grid(sketch: $0, layout: layout)) }
    return try PlanRecogniser(profile: profile).recognise(TableDocument(format: "sketch", blocks: blocks))
  }

  private func unused(_ outcome: Outcome<RecognisedDocument>) -> [Diagnostic] {
    outcome.diagnostics.filter { $0.code == "profile.unused" }
  }

  private let unnamed = """
    要闻 | 发布本县要闻，做到准确。 | 每周更新 | 信息中心
    快讯 | 发布部门快讯，来源清楚。 | 每月更新 | 县府办
    公告 | 发布公告，及时完整。 | 及时更新 | 县府办
    """
  private let named = """
    频道 | 栏目 | 内容要求 | 更新时限 | 责任单位
    动态 | 要闻 | 发布本县的要闻。 | 每周更新 | 信息中心
    频道 | 栏目 | 内容要求 | 更新时限 | 责任单位
    动态 | 公告 | 发布本县的公告。 | 每月更新 | 县府办
    """
  private let people = "姓名 | 电话\n韦明 | 5550101\n陆洁 | 5550102"

  @Test("A field of a table without a header is pinned by its place alone")
  func byPlace() throws {
    let found = try recognise(unnamed, profile: RecognitionProfile(fields: ["2": .remarks]))
    #expect(found.value.tables[0].rows[0].texts[.remarks] == "发布本县要闻，做到准确。")
    #expect(found.value.tables[0].rows[0].path == ["要闻"])
    #expect(unused(found).isEmpty)
  }

  @Test("Where a header stands, a pinned place is told to be of no use, and why")
  func placeUnderHeader() throws {
    let found = try recognise(named, profile: RecognitionProfile(fields: ["2": .remarks]))
    #expect(unused(found).count == 1)
    #expect(unused(found).first?.message.chinese.contains("没有表头的表") == true)
  }

  @Test("Where all places are pinned, a table of too few rows is read")
  func allPlaces() throws {
    let profile = RecognitionProfile(headerRows: 0, fields: ["1": .level, "2": .requirement, "3": .responsible])
    let found = try recognise("要闻 | 要闻 | 县府办", profile: profile)
    #expect(found.value.tables[0].rows.map(\.path) == [["要闻"]])
    #expect(!found.diagnostics.contains { $0.code == "header.missing" })
  }

  @Test("No header row means that every row is one of the body")
  func noHeaderRows() throws {
    let found = try recognise(named, profile: RecognitionProfile(headerRows: 0))
    #expect(found.value.tables.map(\.headerRows) == [0])
    #expect(found.value.tables[0].rows.count == 4)
  }

  @Test("More levels than a table has are told", arguments: [Grid.Layout.spanned, .delimited, .dropped])
  func tooManyLevels(layout: Grid.Layout) throws {
    var profile = RecognitionProfile(levels: 7)
    profile.general.places.levels = .init(file: "p.yaml", line: 2, character: 1)
    let found = try recognise(named, layout: layout, profile: profile)
    #expect(unused(found).map(\.position.line) == [2])
    #expect(found.value.tables[0].rows.map(\.path) == [["动态", "要闻"], ["动态", "公告"]])
  }

  @Test("Header rows are counted as they stand where merged cells are gone")
  func droppedHeaderRows() throws {
    let sketch = """
      频道 | 栏目 | 内容要求 | 责任分工 | 备注 | |
      牵头 | 责任单位 | | | | |
      第一季度和第二季度的 | 第三季度和第四季度的 | | | | |
      动态 | 要闻 | 发布本县的要闻。 | 县府办 | 信息中心 | 教育局 | 新增
      公告 | 发布本县的公告。 | 县府办 | 信息中心 | 民政局 | 沿用 |
      """
    let found = try recognise(sketch, layout: .dropped, profile: RecognitionProfile(headerRows: 3))
    #expect(found.value.tables[0].headerRows == 3)
    #expect(found.value.tables[0].rows.map(\.path) == [["动态", "要闻"], ["动态", "公告"]])
    #expect(found.value.tables[0].rows.map { $0.texts[.lead] } == ["县府办", "县府办"])
    #expect(found.value.tables[0].rows.map { $0.texts[.remarks] } == ["新增", "沿用"])
  }

  @Test("Rows that count their last bar as their end are one cell short of whole ones; a header divides all the same")
  func barAtTheEnd() throws {
    let rows = [
      ["频道", "栏目", "责任单位", "更新周期", ""], ["文字", "牵头", "配合", "", ""],
      ["动态", "要闻", "县府办", "信息中心", "各部门", "每周更新"], ["公告", "县府办", "教育局", "各部门", "每月更新"],
      ["快讯", "县府办", "教育局", "各镇", "及时更新"], ["图片", "县府办", "民政局", "各镇", "及时更新"],
    ]
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { Cell(row: row, column: $0.offset, text: $0.element) }
    }
    let grid = Grid(rowCount: rows.count, columnCount: 6, layout: .dropped, cells: cells)
    for profile in [nil, RecognitionProfile(headerRows: 2)] {
      let found = try PlanRecogniser(profile: profile).recognise(
        TableDocument(format: "sketch", blocks: [.table(grid)]))
      #expect(found.value.tables[0].header == ["频道", "栏目", "文字", "牵头", "配合", "更新周期"])
      #expect(found.value.tables[0].rows.map(\.path.last) == ["要闻", "公告", "快讯", "图片"])
    }
  }

  @Test("A list of people stays none, though a profile says how many rows headers take")
  func peopleBeside() throws {
    let found = try recognise(named, people, profile: RecognitionProfile(headerRows: 1, levels: 2))
    #expect(found.value.tables.map(\.rows.count) == [2])
  }

  @Test("A header of unknown words is one by the user's word where what stands below is a plan's")
  func unknownWords() throws {
    let found = try recognise("甲 | 乙 | 丙 | 丁\n" + unnamed, profile: RecognitionProfile(headerRows: 1))
    #expect(found.value.tables.map(\.header) == [["甲", "乙", "丙", "丁"]])
    #expect(found.value.tables[0].rows.count == 3)
  }

  @Test("What is said of tables with certain labels holds for these alone")
  func sections() throws {
    let profile = RecognitionProfile(tables: [
      .init(
        header: ["事项", "内容要求"],
        layout: TableLayout(headerRows: 2, fields: ["内容要求": .remarks, "谁来办": .responsible])),
      .init(header: ["没有的"], layout: TableLayout(levels: 2)),
    ])
    let other = """
      事项 | 内容要求 | 谁来办
      （一） | （二） | （三）
      招生 | 发布招生的办法。 | 教育局
      """
    let found = try recognise(named, other, profile: profile)
    try #require(found.value.tables.map(\.headerRows) == [1, 2])
    #expect(found.value.tables[0].rows[0].texts[.requirement] == "发布本县的要闻。")
    #expect(found.value.tables[1].rows.map { $0.texts[.remarks] } == ["发布招生的办法。"])
    #expect(unused(found).map { $0.message.chinese.contains("没有的") } == [true])
  }
}
