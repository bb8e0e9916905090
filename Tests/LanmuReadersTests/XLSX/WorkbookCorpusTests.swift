import Foundation
import LanmuContainer
import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

/// Every workbook of the corpus reads as the sketch beside it says, by the scanner, by libxml2 alone, and as rows.
///
/// To add one, put its text into the folder, run the tests with `LANMU_RECORD_CORPUS=1`, and check the sketch by eye.
@Suite("Corpus of workbooks")
struct WorkbookCorpusTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus/xlsx")

  static var documents: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".parts") }.sorted()
  }

  @Test("Workbook", arguments: documents)
  func workbook(name: String) throws {
    let url = Self.folder.appending(path: name)
    let source = WorkbookSource(String(decoding: try Data(contentsOf: url), as: UTF8.self)).source
    let scanned = Self.reading(source, usesScanner: true)
    #expect(scanned == Self.reading(source, usesScanner: false), "the scanner and libxml2 differ")
    let sketch = url.deletingPathExtension().appendingPathExtension("sketch")
    if ProcessInfo.processInfo.environment["LANMU_RECORD_CORPUS"] != nil {
      try Data(scanned.utf8).write(to: sketch)
    }
    let expected = String(decoding: (try? Data(contentsOf: sketch)) ?? Data(), as: UTF8.self)
    #expect(scanned == expected, "\(name)")
  }

  /// What a reading makes of the document, errors included.
  static func reading(_ source: ByteSource, usesScanner: Bool) -> String {
    do throws(LanmuError) {
      let outcome = try XLSXReader(usesScanner: usesScanner).read(source)
      var text = outcome.value.tables.map(sketch).joined()
      for grid in outcome.value.tables {
        if let broken = grid.brokenInvariant() { text += "broken: \(broken)\n" }
      }
      text += outcome.diagnostics.map(describe).joined()
      text += rows(source, usesScanner: usesScanner)
      return text
    } catch {
      return "error: \(error.code.rawValue) \(error.position.text(in: .english))\n"
    }
  }

  private static func describe(_ diagnostic: Diagnostic) -> String {
    "! \(diagnostic.severity.rawValue) \(diagnostic.code) \(diagnostic.position.text(in: .english))\n"
  }

  /// The rows of the stream, one a line.
  private static func rows(_ source: ByteSource, usesScanner: Bool) -> String {
    var text = ""
    do throws(LanmuError) {
      _ = try WorksheetRows(usesScanner: usesScanner).forEachRow(in: source) { row in
        let last = row.fields.last ?? ""
        let fields =
          row.fields.count > 50
          ? "… \(row.fields.count) fields … \(last)"
          : row.fields.map { $0.replacing("\n", with: "⏎") }.joined(separator: " | ")
        text += "> \(row.table).\(row.row)\(row.isHidden ? " hidden" : ""): \(fields)\n"
        return .proceed
      }
    } catch {
      text += "> error: \(error.code.rawValue)\n"
    }
    return text
  }

  private static func sketch(_ grid: Grid) -> String {
    var title = "# “\(grid.name)” \(grid.rowCount)×\(grid.columnCount)"
    if grid.visibility != .visible { title += " \(grid.visibility.rawValue)" }
    if !grid.hiddenColumns.isEmpty { title += " hidden \(grid.hiddenColumns.sorted())" }
    var lines = [title]
    if grid.rowCount * grid.columnCount <= 400 {
      lines +=
        grid.rowCount == 0 ? [] : grid.sketch.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    } else {
      lines += grid.cells.map { "(\($0.row), \($0.column)) \($0.rowSpan)×\($0.columnSpan) \($0.text)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
