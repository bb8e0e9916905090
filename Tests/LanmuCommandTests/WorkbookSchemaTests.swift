import Foundation
import LanmuContainer
import LanmuDiagnostics
import LanmuTestSupport
import Testing

/// Every kind of workbook that the command writes holds its elements in the order that the schema wants, and other programs
/// open it without a word.
///
/// Censuses and the index are checked where they are recomputed (`RecalculationTests`).
@Suite struct WorkbookSchemaTests {
  @Test(.timeLimit(.minutes(2))) func everyWorkbookKeepsTheOrderOfTheSchema() throws {
    try CommandRun.withFolder { folder in
      func run(_ words: [String]) throws {
        let result = try CommandRun(words, in: folder)
        #expect(result.exitCode == 0, "\(words): \(result.errorText)")
      }
      let samples = "%SAMPLES%/"
      let tasks = ["tasks", samples + "plan.docx", "--month", "2026-12"]
      let diff = ["diff", samples + "plan.docx", samples + "plan-revised.docx"]
      for kind in ["tasks", "diff"] { try run(["template", "export", kind, "-o", "form-\(kind).xlsx"]) }
      try run(tasks + ["--unit", "县民政局", "--template", "form-tasks.xlsx", "-o", "formed"])
      try run(tasks + ["--one-workbook", "-o", "one.xlsx"])
      try run(diff + ["-o", "diff.xlsx"])
      try run(diff + ["--template", "form-diff.xlsx", "-o", "formed-diff.xlsx"])
      try run(["convert", samples + "plan.docx", "-o", "plan.xlsx"])
      try run(
        ["collect", samples + "returns", "--as-of", "2026-12-31", "-o", "collected.xlsx", "--mark", "marked"])
      let files = try Self.workbooks(in: folder)
      #expect(files.count >= 11)
      for file in files { try Self.check(file, in: folder) }
      try Self.load(files, in: folder)
    }
  }

  /// Other programs take the workbooks without a word: openpyxl, and calamine where it is installed.
  static func load(_ files: [String], in folder: URL) throws {
    let script = """
      import sys
      import openpyxl
      try:
          import python_calamine
      except ImportError:
          python_calamine = None
      for name in sys.argv[1:]:
          for sheet in openpyxl.load_workbook(name):
              assert sheet.max_row >= 1, name
          if python_calamine:
              book = python_calamine.load_workbook(name)
              for sheet in book.sheet_names:
                  book.get_sheet_by_name(sheet).to_python()
      """
    let run = try CommandRun(["-W", "error::UserWarning", "-c", script] + files, of: "/usr/bin/python3", in: folder)
    #expect(run.exitCode == 0 && run.errorText.isEmpty, "\(run.errorText)")
  }

  private static func workbooks(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xlsx") }.sorted()
  }

  static func check(_ file: String, in folder: URL) throws {
    let archive = try ZipArchive(.file(path: folder.appending(path: file).path), limits: .standard)
    for entry in archive.entries where entry.name.hasSuffix(".xml") {
      guard let bytes = try archive.bytes(of: entry.name) else { continue }
      let fault = SchemaOrder.fault(in: try RawMarkup(bytes, part: entry.name).root)
      #expect(fault == nil, "\(file) \(entry.name)")
    }
  }
}
