import LanmuGrid
import Testing

@testable import Lanmu

@Suite struct GridDrawingTests {
  @Test func mergedAreasAreOpenInside() {
    let grid = Grid(
      sketch: """
        频道 | 栏目 | <
        新闻 | 要闻 | 市
        ^    | 快讯 | 县
        """)
    #expect(
      GridDrawing(grid).text == """
        ┌──────┬───────────┐
        │ 频道 │ 栏目      │
        ├──────┼──────┬────┤
        │ 新闻 │ 要闻 │ 市 │
        │      ├──────┼────┤
        │      │ 快讯 │ 县 │
        └──────┴──────┴────┘

        """)
  }

  @Test func longTextsAreWrappedByWidth() {
    let grid = Grid(sketch: "一二三四五六七八九十甲乙丙丁")
    #expect(
      GridDrawing(grid).text == """
        ┌────────────────────────────┐
        │ 一二三四五六七八九十甲乙丙 │
        │ 丁                         │
        └────────────────────────────┘

        """)
  }

  @Test func aMergedCellsTextRunsOverTheRule() {
    let grid = Grid(sketch: "甲⏎乙⏎丙 | 一\n^ | 二")
    #expect(
      GridDrawing(grid).text == """
        ┌────┬────┐
        │ 甲 │ 一 │
        │ 乙 ├────┤
        │ 丙 │ 二 │
        └────┴────┘

        """)
  }

  @Test func anEmptyGridDrawsNothing() {
    #expect(GridDrawing(Grid(rowCount: 0, columnCount: 0, cells: [])).text == "")
  }
}
