import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import LanmuTestSupport
import Testing

/// Documents that were damaged at random, always in the same way, must be read or refused: never a crash, a hang, or a grid
/// that breaks its own rules.
@Suite("Damaged Word documents")
struct WordMutationTests {
  /// A small generator with a seed, so that a failure can be repeated (xorshift64*).
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return state &* 0x2545_f491_4f6c_dd1d
    }
  }

  private static let limits: ResourceLimits = {
    var limits = ResourceLimits.standard
    limits.coveredPlaces = 200_000
    limits.cells = 100_000
    return limits
  }()

  private func read(_ bytes: [UInt8]) {
    do throws(LanmuError) {
      let outcome = try DOCXReader(limits: Self.limits).read(.memory(bytes, name: "damaged.docx"))
      for grid in outcome.value.tables { #expect(grid.brokenInvariant() == nil) }
      for grid in outcome.value.tables {
        if let outer = grid.nestedIn { #expect(outcome.value.tables.indices.contains(outer.table)) }
      }
    } catch {
      #expect(error.category == .data || error.category == .inputOutput)
    }
  }

  @Test("markup with pieces deleted, doubled and exchanged", arguments: WordCorpusTests.documents)
  func markup(name: String) throws {
    let source = WordSource(try WordCorpusTests.text(of: name))
    guard let place = source.parts.firstIndex(where: { $0.name == "word/document.xml" }) else { return }
    var generator = Generator(state: 0x1a2b_3c4d)
    // Tags are exchanged as wholes, so that most results are well formed enough to be read far.
    let pieces = source.parts[place].content.split(separator: 0x3c, omittingEmptySubsequences: false)
    for _ in 0..<10 {
      var mutated = pieces
      for _ in 0..<Int.random(in: 1...4, using: &generator) where mutated.count > 2 {
        let one = Int.random(in: 1..<mutated.count, using: &generator)
        let other = Int.random(in: 1..<mutated.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: mutated.swapAt(one, other)
        case 1: mutated.remove(at: one)
        default: mutated.insert(mutated[other], at: one)
        }
      }
      var parts = source.parts
      parts[place].content = Array(mutated.joined(separator: [0x3c]))
      read(StoredArchive.bytes(of: parts))
    }
  }

  @Test("attributes with hostile numbers", arguments: WordCorpusTests.documents)
  func numbers(name: String) throws {
    let text = try WordCorpusTests.text(of: name)
    for hostile in ["-1", "0", "65536", "2147483648", "9223372036854775807", "99999999999999999999", "", "１", "1e9"] {
      read(WordSource(text.replacing(#/val="\d+"/#, with: "val=\"\(hostile)\"")).bytes)
    }
  }

  @Test("archives with bytes changed and cut off", arguments: WordCorpusTests.documents)
  func bytes(name: String) throws {
    let bytes = WordSource(try WordCorpusTests.text(of: name)).bytes
    var generator = Generator(state: 0x5eed)
    for _ in 0..<6 {
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        mutated[Int.random(in: 0..<mutated.count, using: &generator)] = .random(in: 0...255, using: &generator)
      }
      read(mutated)
      read(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator))))
    }
  }

  @Test("tables nested beyond the limit, and a column of merges beyond it")
  func limits() {
    let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: 70)
    let close = String(repeating: "</w:tc></w:tr></w:tbl>", count: 70)
    read(WordSource("Deep\n--- body\n\(open)\(close)").bytes)
    let row = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"16000\"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>"
    let source = WordSource("Wide\n--- body\n<w:tbl>\(String(repeating: row, count: 5_000))</w:tbl>").source
    var limits = ResourceLimits.standard
    limits.coveredPlaces = 1_000_000
    #expect(throws: LanmuError.limitExceeded(Message(zh: "", en: ""), limit: 0, at: SourcePosition())) {
      try DOCXReader(limits: limits).read(source)
    }
  }
}
