import Foundation
import Lanmu
import Testing

/// The example of the README, as it stands there.
@Suite struct ReadmeExampleTests {
  @Test func theExampleRuns() throws {
    let path = SampleTests.repository.appending(path: "Samples/plan.docx").path
    let later = SampleTests.repository.appending(path: "Samples/plan-revised.html").path
    var lines: [String] = []
    func show(_ line: String) { lines.append(line) }
    // begin example
    let plan = try PlanReader().read(contentsOf: path).value
    for entry in plan.entries where entry.starred {
      let units = entry.assignments.map(\.unit).joined(separator: "、")
      show(entry.path.joined(separator: " › ") + ": " + entry.update.text + " — " + units)
    }
    let changes = try PlanReader().read(contentsOf: later).value.difference(from: plan)
    show("\(changes.added.count) added, \(changes.removed.count) removed, \(changes.changed.count) changed")
    // end example
    #expect(lines.count == 5)
    #expect(lines.contains { $0.hasPrefix("新闻动态 › 通知公告: 1个月内更新 — 县政府办") })
  }

  @Test func theReadmeShowsTheSame() throws {
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    let readme = try String(contentsOf: SampleTests.repository.appending(path: "README.md"), encoding: .utf8)
    let example = source.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.hasSuffix("// begin example") }.dropFirst().prefix { !$0.hasSuffix("// end example") }
      .map { $0.dropFirst(4) }.joined(separator: "\n")
    #expect(example.count > 100)
    #expect(readme.contains(example))
  }
}
