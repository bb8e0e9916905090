import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Adversarial text")
struct AdversarialTextTests {
  /// Texts that would take hours if anything looked back or ahead further than it must.
  private static let texts: [(name: String, text: String)] = [
    ("tabs", String(repeating: "\t", count: 40_000)),
    ("tab lines", String(repeating: "\t\n", count: 12_000)),
    ("bars", String(repeating: "|", count: 40_000)),
    ("bar lines", String(repeating: "|\n", count: 12_000)),
    ("quotes", String(repeating: "\"", count: 40_000)),
    ("open quotes", String(repeating: "\"a,b\n", count: 4_000)),
    ("breached quotes", String(repeating: "\"a\"b,", count: 8_000)),
    ("one long line", String(repeating: "栏目", count: 20_000)),
    ("indented and headings", String(repeating: "\ta\n\n一、b\n\n", count: 2_400)),
    ("box joints", String(repeating: "┼", count: 4_000) + "\n" + String(repeating: "│a\n", count: 2_000)),
    ("rules", String(repeating: "├──┤\n", count: 4_000)),
    ("corners", String(repeating: "+--+\n", count: 4_000)),
    ("dashes", String(repeating: "a|b\n-|-\n", count: 4_000)),
    ("commas", String(repeating: "a,b\n\n", count: 4_000)),
    ("strays", String(repeating: "a | b\nc\n", count: 4_000)),
    ("rows between blank lines", String(repeating: "a\n|\nb\n\n", count: 3_000) + "a | b | c\n"),
    ("texts between blank lines", "a\n|\nb\n|\nc\n\n" + String(repeating: "x\n\na\n|\nb\n\n", count: 3_000)),
    ("tables of pages", String(repeating: "a\n<table><tr><td>b\n</table>\n", count: 2_000)),
    ("tables of pages without an end", "a\n" + String(repeating: "<table>\n", count: 20_000)),
    ("carriage returns", String(repeating: "\r", count: 40_000)),
    (
      "sections below blank lines",
      String(repeating: "a\tb\tc\n", count: 4_000) + "（一）d\n"
        + String(repeating: "a\tb\tc\n\n（二）d\n", count: 3_000) + "a\tb\tc\n"
    ),
    (
      "lists that count on for ever",
      String(repeating: "a,b,c,d\n", count: 8_000) + String(repeating: "\"2.e；1.f；\"\n", count: 8_000)
    ),
    ("ragged", (0..<400).map { String(repeating: "x\t", count: $0 % 200) }.joined(separator: "\n")),
  ]

  @Test("Time is linear", .timeLimit(.minutes(2)), arguments: texts.map(\.name))
  func linear(name: String) throws {
    let text = try #require(Self.texts.first { $0.name == name }?.text)
    for format: SourceFormat in [.text, .csv, .tsv] {
      for grid in TextReader(format: format).read(text).value.tables where grid.layout.keepsSpans {
        #expect(grid.brokenInvariant() == nil)
      }
    }
    _ = try RowStream.forEachRow(in: .memory(Array(text.utf8), name: "a.csv")) { _ throws(LanmuError) in .proceed }
  }

  @Test("Mutated documents are read without a crash", .timeLimit(.minutes(2)), arguments: 0..<4)
  func mutated(seed: UInt64) {
    let samples = [
      "频道\t栏目\t单位\n新闻\t\"要\n闻\"\t甲局\n\t公告\t乙局\n", "\t频道\n\t栏目\n\n\t新闻\n\t要\n\n闻\n\n\t\n\t公告\n",
      "频道 | 栏目 | 单位 |\n要闻 | 甲局 | |\n", "频道 |\n栏目 |\n\n新闻 |\n要闻 |\n", "┌──┬──┐\n│a │b │\n│  ├──┤\n│  │c │\n└──┴──┘\n",
      "| a | b |\n|---|---|\n| 1 | 2 |\n", "<table><tr><td rowspan=2>a<table><tr><td>b</table><td>c<tr><td>d</table>",
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<table><tr><td>a\n--x--\n",
    ]
    var random = SplitMix(state: seed)
    for sample in samples {
      for _ in 0..<15 {
        var bytes = Array(sample.utf8)
        for _ in 0..<Int(random.next() % 6) + 1 { random.mutate(&bytes) }
        for name in ["a.txt", "a.csv", "a.html", "a.mht"] {
          let source = ByteSource.memory(bytes, name: name)
          guard let format = SourceFormat(name: source.fileExtension),
            let outcome = try? DocumentReader().read(source, format: format)
          else { continue }
          for grid in outcome.value.tables { #expect(grid.brokenInvariant() == nil) }
        }
      }
    }
  }
}

/// A small generator of random numbers whose seed is all there is to it (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Changes, drops, repeats or inserts some bytes.
  mutating func mutate(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = Int(next() % UInt64(bytes.count))
    let length = min(Int(next() % 12) + 1, bytes.count - place)
    switch next() % 4 {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
    case 1: bytes.removeSubrange(place..<place + length)
    case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: Int(next() % UInt64(bytes.count)))
    default:
      let marks = Array("\t|\"\n\r,<>─│┼-+".utf8)
      bytes.insert(marks[Int(next() % UInt64(marks.count))], at: place)
    }
  }
}
