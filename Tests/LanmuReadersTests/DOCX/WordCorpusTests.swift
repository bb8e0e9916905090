import Foundation
import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

/// Every Word document of the corpus reads as the sketch beside it says.
///
/// To add one, put its text into the folder, run the tests with `LANMU_RECORD_CORPUS=1`, and check the sketch by eye.
@Suite("Corpus of Word documents")
struct WordCorpusTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus/docx")

  static var documents: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".parts") }.sorted()
  }

  static func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  @Test("Document", arguments: documents)
  func document(name: String) throws {
    let reading = Self.reading(WordSource(try Self.text(of: name)).source)
    let sketch = Self.folder.appending(path: name).deletingPathExtension().appendingPathExtension("sketch")
    if ProcessInfo.processInfo.environment["LANMU_RECORD_CORPUS"] != nil {
      try Data(reading.utf8).write(to: sketch)
    }
    let expected = String(decoding: (try? Data(contentsOf: sketch)) ?? Data(), as: UTF8.self)
    #expect(reading == expected, "\(name)")
  }

  @Test("The corpus is there")
  func corpus() {
    #expect(Self.documents.count >= 80)
  }

  /// What a reading makes of the document, errors included.
  static func reading(_ source: ByteSource) -> String {
    do throws(LanmuError) {
      let outcome = try DOCXReader().read(source)
      var text = ""
      for block in outcome.value.blocks {
        switch block {
        case .paragraph(let paragraph):
          text += "¶\(paragraph.headingLevel) \(paragraph.text.replacing("\n", with: "⏎"))\n"
        case .table(let grid):
          text += sketch(grid)
          if let broken = grid.brokenInvariant() { text += "broken: \(broken)\n" }
        }
      }
      text += outcome.diagnostics.map(describe).joined()
      return text
    } catch {
      return "error: \(error.code.rawValue) \(error.position.text(in: .english))\n"
    }
  }

  private static func describe(_ diagnostic: Diagnostic) -> String {
    "! \(diagnostic.severity.rawValue) \(diagnostic.code) \(diagnostic.position.text(in: .english))\n"
  }

  private static func sketch(_ grid: Grid) -> String {
    var title = "# “\(grid.name)” \(grid.rowCount)×\(grid.columnCount)"
    if grid.headerRowCount > 0 { title += ", \(grid.headerRowCount) header rows" }
    if let outer = grid.nestedIn { title += ", in table \(outer.table) at (\(outer.row), \(outer.column))" }
    guard grid.rowCount * grid.columnCount <= 400 else { return title + "\n" }
    return title + "\n" + grid.sketch + "\n"
  }
}
