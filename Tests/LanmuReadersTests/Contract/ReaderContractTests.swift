import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import LanmuTestSupport
import Testing

/// What every reader promises, held against every document of the corpus: whole, cut off, changed, and under tight limits.
///
/// `ContractReading` checks each reading: areas that tile their grid, nested tables inside the tables that hold them,
/// diagnostics and errors with their place, in both languages. A crash or a hang fails by itself.
@Suite("What every reader promises")
struct ReaderContractTests {
  @Test("Reading again gives the same", arguments: ContractDocument.all)
  func determinism(document: ContractDocument) throws {
    let source = try document.loaded().source()
    #expect(ContractReading(source) == ContractReading(source))
  }

  @Test("A file reads as the same bytes in memory", arguments: ContractDocument.Kind.allCases)
  func file(kind: ContractDocument.Kind) throws {
    let document = try #require(ContractDocument.all.first { $0.kind == kind })
    let source = try document.loaded().source()
    let folder = try TemporaryDirectory()
    let path = try folder.write(source.bytes(limit: .max), named: source.fileName)
    #expect(ContractReading(.file(path: path)).document == ContractReading(source).document)
  }

  @Test("What is cut off is read up to there, or refused", arguments: ContractDocument.all)
  func prefixes(document: ContractDocument) throws {
    let whole = try document.loaded()
    var generator = SeededGenerator(seed: UInt64(whole.markup.count))
    for _ in 0..<min(6, whole.markup.count) {
      let cut = Int.random(in: 0..<whole.markup.count, using: &generator)
      _ = ContractReading(whole.source(markup: Array(whole.markup.prefix(cut))))
    }
  }

  @Test("Packages cut off anywhere are refused", arguments: [ContractDocument.Kind.docx, .xlsx])
  func packagePrefixes(kind: ContractDocument.Kind) throws {
    let document = try #require(ContractDocument.all.first { $0.kind == kind })
    let source = try document.loaded().source()
    let bytes = try source.bytes(limit: .max)
    // The first four bytes make it a package; before, it is a short text.
    for count in stride(from: 4, to: bytes.count, by: 7) {
      let reading = ContractReading(.memory(Array(bytes.prefix(count)), name: source.fileName))
      #expect(reading.error != nil)
    }
  }

  @Test("Changed bytes are read or refused", arguments: ContractDocument.all)
  func mutations(document: ContractDocument) throws {
    let whole = try document.loaded()
    let pieces: [UInt8] = [0x3C, 0x3E, 0x22, 0x0A, 0x00, 0xE4, 0x39]
    var generator = SeededGenerator(seed: UInt64(document.name.utf8.count))
    for _ in 0..<4 {
      var changed = whole.markup
      for _ in 0..<Int.random(in: 1...5, using: &generator) where !changed.isEmpty {
        let place = Int.random(in: changed.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: changed[place] = .random(in: 0...255, using: &generator)
        case 1: changed.remove(at: place)
        default: changed.insert(pieces.randomElement(using: &generator) ?? 0, at: place)
        }
      }
      _ = ContractReading(whole.source(markup: changed))
    }
  }

  @Test("Limits hold", arguments: ContractDocument.all)
  func limits(document: ContractDocument) throws {
    let source = try document.loaded().source()
    let keepsSpans = document.kind != .text
    func reading(_ change: (inout ResourceLimits) -> Void) -> ContractReading {
      var limits = ResourceLimits.standard
      change(&limits)
      return ContractReading(source, limits: limits)
    }
    let few = reading { $0.cells = 3 }
    #expect(few.tables.reduce(0) { $0 + $1.cells.count } <= 3)
    let short = reading { $0.textBytes = 40 }
    #expect(short.tables.flatMap(\.cells).reduce(0) { $0 + $1.text.utf8.count } <= 40)
    guard keepsSpans else { return }
    #expect(reading { $0.rows = 2 }.tables.allSatisfy { $0.rowCount <= 2 })
    #expect(reading { $0.columns = 2 }.tables.allSatisfy { $0.columnCount <= 2 })
    #expect(reading { $0.tableDepth = 1 }.tables.allSatisfy { $0.nestedIn == nil })
    #expect(reading { $0.coveredPlaces = 3 }.coveredPlaces <= 3)
  }
}
