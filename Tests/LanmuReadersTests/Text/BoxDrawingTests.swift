import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Drawn tables whose columns are not aligned")
struct BoxDrawingTests {
  @Test("Where all lines have as many uprights, their order tells the columns, and which of them a rule closes")
  func countedUprights() throws {
    let text = """
      ┌─────┬─────┬──┬───────┐
      │ 一级指标 │ 二级指标 │序号│  指标说明 │
      ├─────┼─────┼──┼───────┤
      │ 政务公开 │ 基本信息 │ 1 │地理;历史;区划│
      │  30  │     │  │经济发展   │
      │     │     ├──┼───────┤
      │     │     │ 2 │领导的名单、简历│
      └─────┴─────┴──┴───────┘
      """
    let table = try #require(TextReader().read(text).value.tables.first)
    #expect(table.rowCount == 3 && table.columnCount == 4)
    #expect(
      table.cells.map(\.text) == [
        "一级指标", "二级指标", "序号", "指标说明", "政务公开\n30", "基本信息", "1", "地理;历史;区划\n经济发展", "2", "领导的名单、简历",
      ])
    #expect(table.cells.map(\.rowSpan) == [1, 1, 1, 1, 2, 2, 1, 1, 1, 1])
  }

  @Test("Bars of rows that are drawn shorter, since cells are merged, are those that the rule above opens")
  func shortenedRows() throws {
    let text = """
      ┌──┬──┬──┬──┬──┬──┬──┬──┐
      │栏目│子栏│细目│内容│方式│时限│依据│单位│
      ├──┴──┴──┴──┴──┴──┴──┴──┤
      │一、服务大厅                           │
      ├──┬─────┬──┬──┬──┬──┬──┤
      │办事│指南     │流程│网站│每月│条例│甲科│
      └──┴─────┴──┴──┴──┴──┴──┘
      """
    let table = try #require(TextReader().read(text).value.tables.first)
    #expect(table.cells.filter { $0.row == 1 }.map(\.text) == ["一、服务大厅"])
    #expect(table.cells.filter { $0.row == 1 }.map(\.columnSpan) == [8])
    #expect(table.cells.filter { $0.row == 2 }.map(\.columnSpan) == [1, 2, 1, 1, 1, 1, 1])
  }
}
