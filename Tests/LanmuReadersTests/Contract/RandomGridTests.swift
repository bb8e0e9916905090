import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import LanmuTestSupport
import Testing

/// One table gives one grid, whatever format it is written in: 500 random ones, spans included.
///
/// `Tests/Agreement/round-trip.py` does the same with documents of other programs and LibreOffice's conversions.
@Suite("Random grids read back equal")
struct RandomGridTests {
  private static let seeds: ClosedRange<UInt64> = 1...500

  @Test("as Word documents")
  func word() throws {
    try check { WordSource("Random\n--- body\n\(GridMarkup($0).word)").source }
  }

  @Test("as workbooks")
  func workbook() throws {
    try check { WorkbookSource(GridMarkup($0).worksheet).source }
  }

  @Test("as web pages")
  func page() throws {
    try check { .memory(Array(GridMarkup($0).page.utf8), name: "page.html") }
  }

  @Test("as web archives")
  func message() throws {
    try check { .memory(Array(GridMarkup($0).message.utf8), name: "page.mht") }
  }

  private func check(_ source: (Grid) -> ByteSource) throws {
    for seed in Self.seeds {
      let grid = Grid.random(seed: seed)
      let outcome = try DocumentReader().read(source(grid))
      guard outcome.value.tables.map(\.cells) == [grid.cells], outcome.diagnostics.isEmpty else {
        let read = outcome.value.tables.map(\.sketch).joined(separator: "\n\n")
        Issue.record("seed \(seed):\n\(grid.sketch)\nreads as\n\(read)\n\(outcome.diagnostics.map(\.code))")
        return
      }
    }
  }
}
