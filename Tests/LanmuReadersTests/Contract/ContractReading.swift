import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

/// What a reader made of a document, held against what every reader promises of every document, damaged ones included.
struct ContractReading: Equatable {
  var document: TableDocument?
  var diagnostics: [Diagnostic] = []
  var error: LanmuError?

  init(_ source: ByteSource, limits: ResourceLimits = .standard) {
    do throws(LanmuError) {
      let outcome = try DocumentReader(limits: limits).read(source)
      document = outcome.value
      diagnostics = outcome.diagnostics
    } catch {
      self.error = error
    }
    checkGrids()
    for diagnostic in diagnostics {
      #expect(!diagnostic.code.isEmpty)
      #expect(!diagnostic.message.text(in: .chinese).isEmpty && !diagnostic.message.text(in: .english).isEmpty)
      check(diagnostic.position, of: source)
      if diagnostic.code == "markup.broken" {
        #expect(diagnostic.position.part != nil && diagnostic.position.line != nil, "\(diagnostic)")
      }
    }
    if let error {
      #expect(error.category == .data || error.category == .inputOutput, "\(error.code)")
      #expect(!error.remedy.text(in: .chinese).isEmpty && !error.remedy.text(in: .english).isEmpty)
      check(error.position, of: source)
    }
  }

  var tables: [Grid] { document?.tables ?? [] }

  /// Merged places of all tables, whatever lies in them.
  var coveredPlaces: Int {
    tables.reduce(0) { $0 + $1.cells.reduce(0) { $1.isMerged ? $0 + $1.rowSpan * $1.columnSpan : $0 } }
  }

  private func checkGrids() {
    for (index, grid) in tables.enumerated() {
      // The check takes as long as the area is large.
      if coveredPlaces < 1_000 { #expect(grid.brokenInvariant() == nil) }
      if let outer = grid.nestedIn {
        #expect(outer.table >= 0 && outer.table < index)
        if tables.indices.contains(outer.table) {
          #expect((0..<max(1, tables[outer.table].rowCount)).contains(outer.row))
          #expect((0..<max(1, tables[outer.table].columnCount)).contains(outer.column))
        }
      }
    }
  }

  private func check(_ position: SourcePosition, of source: ByteSource) {
    #expect(position.file == source.displayName)
    #expect(position.line ?? 1 >= 1)
    #expect(position.row ?? 0 >= 0 && position.column ?? 0 >= 0 && position.table ?? 0 >= 0)
  }
}
