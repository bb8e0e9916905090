import Foundation
import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

/// Every document of the corpus reads as the sketch beside it says.
///
/// To add one, put the document into its folder, run the tests with `LANMU_RECORD_CORPUS=1`, and check the sketch by eye.
@Suite("Corpus")
struct CorpusTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  static func documents(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return names.filter { !$0.hasSuffix(".sketch") && !$0.hasPrefix(".") }.sorted()
  }

  @Test("Text", arguments: documents(in: "text"))
  func text(name: String) throws { try check(name, in: "text") }

  @Test("HTML", arguments: documents(in: "html"))
  func html(name: String) throws { try check(name, in: "html") }

  private func check(_ name: String, in folder: String) throws {
    let url = Self.root.appending(path: folder).appending(path: name)
    let outcome = try DocumentReader().read(.file(path: url.path))
    for grid in outcome.value.tables { #expect(grid.brokenInvariant() == nil) }
    let codes = outcome.diagnostics.map { "! \($0.code)\($0.position.line.map { " \($0)" } ?? "")\n" }.joined()
    let actual = DocumentSketch(outcome.value).text + codes
    let sketch = url.appendingPathExtension("sketch")
    if ProcessInfo.processInfo.environment["LANMU_RECORD_CORPUS"] != nil {
      try Data(actual.utf8).write(to: sketch)
    }
    let expected = String(decoding: (try? Data(contentsOf: sketch)) ?? Data(), as: UTF8.self)
    #expect(actual == expected, "\(folder)/\(name)")
  }
}
