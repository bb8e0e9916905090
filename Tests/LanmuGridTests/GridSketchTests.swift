import LanmuGrid
import Testing

@Suite("Grid sketches")
struct GridSketchTests {
  @Test("A sketch with spans is read, and drawn again")
  func roundTrip() {
    let grid = Grid(
      sketch: """
        频道 | 栏目 | <
        政务 | 甲 | 一
        ^ | 乙⏎丙 |
        """)
    #expect(grid.brokenInvariant() == nil)
    #expect(grid.cells.first { $0.text == "政务" }?.rowSpan == 2)
    #expect(grid.cells.first { $0.text == "栏目" }?.columnSpan == 2)
    #expect(grid.cells.first { $0.text == "乙\n丙" }?.column == 1)
    #expect(Grid(sketch: grid.sketch) == grid)
  }

  @Test("Areas that overlap break an invariant")
  func overlap() {
    let cells = [Cell(row: 0, column: 0, columnSpan: 2, text: "a"), Cell(row: 0, column: 1, text: "b")]
    #expect(Grid(rowCount: 1, columnCount: 2, cells: cells).brokenInvariant() == "place (0, 1) covered twice")
  }
}
