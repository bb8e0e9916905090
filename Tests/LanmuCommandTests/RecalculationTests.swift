import Foundation
import Testing

/// LibreOffice computes every formula of the produced workbooks anew; its values are the ones that were written.
@Suite struct RecalculationTests {
  /// Makes LibreOffice compute workbooks of other programs when it opens them, which it does not by itself.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">\
    <value>0</value></prop></item></oor:items>
    """

  @Test(.enabled(if: Office.path != nil, "LibreOffice is not installed"), .timeLimit(.minutes(3)))
  func valuesAreThoseOfLibreOffice() throws {
    try CommandRun.withFolder { folder in
      let samples = "%SAMPLES%/"
      let inputs = [
        samples + "plan.docx", "--month", "2026-11", "--records", samples + "records-2026-11.xlsx",
        "--records-since",
        "2025-11-01", "--letters", samples + "letters-2026-11.csv", "--links", samples + "links-2026-11.csv",
        "--probes",
        samples + "probes-2026-11.csv",
      ]
      let names = ["census.xlsx", "filled.xlsx", "index.xlsx"]
      #expect(try CommandRun(["census"] + inputs + ["-o", names[0]], in: folder).exitCode == 0)
      #expect(try CommandRun(["template", "export", "census", "-o", "form.xlsx"], in: folder).exitCode == 0)
      #expect(
        try CommandRun(["census"] + inputs + ["--template", "form.xlsx", "-o", names[1]], in: folder).exitCode == 0)
      #expect(
        try CommandRun(["tasks", samples + "plan.docx", "--month", "2026-12", "-o", "tasks"], in: folder).exitCode == 0)
      let tasks = folder.appending(path: "tasks")
      let index = try #require(
        try FileManager.default.contentsOfDirectory(atPath: tasks.path).first { $0.hasPrefix("00") })
      try FileManager.default.copyItem(at: tasks.appending(path: index), to: folder.appending(path: names[2]))

      try Office.saveAnew(names, into: "computed", in: folder, settings: Self.settings)
      for name in names + ["form.xlsx"] { try WorkbookSchemaTests.check(name, in: folder) }
      try WorkbookSchemaTests.load(names + ["form.xlsx"], in: folder)
      for name in names {
        let own = try Self.cells(name, in: folder)
        let computed = try Self.cells("computed/" + name, in: folder)
        #expect(own.count > 20)
        for (place, text) in own where !Self.isSame(text, computed[place] ?? "") {
          Issue.record("\(name) \(place): \(text), computed \(computed[place] ?? "nothing")")
        }
      }
    }
  }

  /// The texts of all cells by sheet, row and column.
  private static func cells(_ file: String, in folder: URL) throws -> [String: String] {
    let run = try CommandRun(["tables", file, "--to", "json"], in: folder)
    let document = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    var cells: [String: String] = [:]
    for table in document["tables"] as? [[String: Any]] ?? [] {
      let name = table["name"] as? String ?? ""
      for cell in table["cells"] as? [[String: Any]] ?? [] {
        guard let row = cell["row"] as? Int, let column = cell["column"] as? Int, let text = cell["text"] as? String,
          !text.isEmpty
        else { continue }
        cells["\(name) \(row),\(column)"] = text
      }
    }
    return cells
  }

  /// Numbers to the last digits that programs agree on; a day is its number, since formats are guessed for helpers.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    guard let first = number(left), let second = number(right) else { return false }
    return abs(first - second) <= 1e-9 * max(1, abs(first))
  }

  private static func number(_ text: String) -> Double? {
    if let number = Double(text) { return number }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, text.count == 10 else { return nil }
    var components = DateComponents(year: parts[0], month: parts[1], day: parts[2])
    components.calendar = Calendar(identifier: .gregorian)
    components.timeZone = TimeZone(identifier: "UTC")
    return components.date.map { ($0.timeIntervalSince1970 / 86_400).rounded() + 25_569 }
  }
}
