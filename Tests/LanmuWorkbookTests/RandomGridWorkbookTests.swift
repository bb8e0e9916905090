import Glibc
import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import LanmuTestSupport
import LanmuWorkbook
import Testing

/// 500 random grids with spans, written as worksheets by the writer, read back equal.
@Suite struct RandomGridWorkbookTests {
  @Test(arguments: 0..<10)
  func readBackEqual(batch: Int) throws {
    let grids = (1...50).map { Grid.random(seed: UInt64(batch * 50 + $0)) }
    let workbook = Workbook(sheets: grids.indices.map { Self.sheet(grids[$0], name: "表\($0)") })
    let path = "/tmp/lanmu-test-\(getpid())-grids-\(batch).xlsx"
    defer { _ = unsafe unlink(path) }
    _ = try workbook.write(to: path, replacing: true)
    let outcome = try XLSXReader().read(.file(path: path))
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.value.tables.map(\.cells) == grids.map(\.cells))
  }

  private static func sheet(_ grid: Grid, name: String) -> Sheet {
    var sheet = Sheet(name: name)
    for cell in grid.cells {
      let area = CellArea(
        rows: cell.row...cell.row + cell.rowSpan - 1, columns: cell.column...cell.column + cell.columnSpan - 1)
      sheet.merge(area, .text(cell.text))
    }
    return sheet
  }
}
