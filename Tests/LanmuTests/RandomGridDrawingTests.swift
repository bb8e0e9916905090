import LanmuGrid
import LanmuReaders
import LanmuTestSupport
import Testing

@testable import Lanmu

/// 500 random grids with spans, drawn as `tables --to text` draws them, read back equal.
@Suite struct RandomGridDrawingTests {
  @Test func readBackEqual() throws {
    for seed: UInt64 in 1...500 {
      let grid = Grid.random(seed: seed)
      let drawing = GridDrawing(grid).text
      var read = TextReader().read(drawing).value.tables.first?.cells ?? []
      for index in read.indices { read[index].line = nil }
      guard read == grid.cells else {
        Issue.record("seed \(seed):\n\(drawing)\nreads as\n\(read)")
        return
      }
    }
  }
}
