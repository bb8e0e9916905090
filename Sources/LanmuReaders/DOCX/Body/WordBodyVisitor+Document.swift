import LanmuContainer
import LanmuDiagnostics
import LanmuGrid

extension WordBodyVisitor {
  /// The document, with what `foreign` makes of the documents embedded in it.
  ///
  /// Tables of which nothing is left are taken out, and what was nested in them stands by itself.
  func document(foreign: [WordForeignContent: [TableDocument.Block]]) -> TableDocument {
    var places = [Int?](repeating: nil, count: grids.count)
    var tableCount = 0
    for block in blocks {
      switch block {
      case .paragraph: continue
      case .table(let index):
        guard grids[index] != nil else { continue }
        places[index] = tableCount
        tableCount += 1
      case .foreign(let content): tableCount += Self.tableCount(of: foreign[content] ?? [])
      }
    }
    var result: [TableDocument.Block] = []
    result.reserveCapacity(blocks.count)
    var tablesBefore = 0
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): result.append(.paragraph(paragraph))
      case .table(let index):
        guard var grid = grids[index] else { continue }
        if let outer = grid.nestedIn {
          grid.nestedIn = places[outer.table].map { Grid.Nesting(table: $0, row: outer.row, column: outer.column) }
        }
        result.append(.table(grid))
        tablesBefore += 1
      case .foreign(let content):
        let embedded = foreign[content] ?? []
        for block in embedded {
          guard case .table(var grid) = block else {
            result.append(block)
            continue
          }
          grid.nestedIn?.table += tablesBefore
          result.append(.table(grid))
        }
        tablesBefore += Self.tableCount(of: embedded)
      }
    }
    return TableDocument(format: SourceFormat.docx.rawValue, blocks: result)
  }

  private static func tableCount(of blocks: [TableDocument.Block]) -> Int {
    blocks.count { if case .table = $0 { true } else { false } }
  }
}
