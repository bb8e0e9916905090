import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import Testing

@Suite("Tables made by hand, without merged cells")
struct HandMadeTableTests {
  private func table(_ rows: [String], layout: Grid.Layout = .spanned) throws -> RecognisedTable {
    let grid = Grid(sketch: rows.joined(separator: "\n"), layout: layout)
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)]))
    return try #require(found.value.tables.first)
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
}
