import Foundation
import Testing

/// Task sheets on their way: filled in, saved by LibreOffice, edited as clerks edit, and read back to the last answer.
@Suite struct ReturnRoundTripTests {
  private struct Truth: Decodable {
    struct Answer: Decodable {
      var unit: String
      var entry: String
      var status: String
      var updatedOn: String?
      var count: Int?
    }
    struct Fault: Decodable {
      var unit: String
      var entry: String
      var kind: String
    }
    var answers: [Answer]
    var faults: [Fault]
  }

  private struct Collected: Decodable {
    struct Problem: Decodable {
      var unit: String?
      var entry: String?
      var kind: String
    }
    var returns: [Truth.Answer]
    var problems: [Problem]
  }

  @Test(.enabled(if: Office.path != nil, "LibreOffice is not installed"), .timeLimit(.minutes(3)))
  func everyAnswerComesBack() throws {
    try CommandRun.withFolder { folder in
      let script = CommandRun.repository.appending(path: "Tests/Returns/returns.py").path
      for name in ["filled", "saved", "edited"] {
        try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
      }
      let units = ["县人社局", "县民政局", "青石镇", "县财政局"].flatMap { ["--unit", $0] }
      let made = try CommandRun(
        ["tasks", "%SAMPLES%/plan.docx", "--month", "2026-12", "-o", "sheets"] + units, in: folder)
      #expect(made.exitCode == 0, "\(made.errorText)")
      let filled = try CommandRun(
        [script, "fill", "sheets", "filled", "truth.json", "11"], of: "/usr/bin/python3", in: folder)
      #expect(filled.exitCode == 0, "\(filled.errorText)")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "filled").path).sorted()
      try Office.saveAnew(files.map { "filled/" + $0 }, into: "saved", in: folder)
      let edited = try CommandRun(
        [script, "edit", "saved", "edited", "truth.json", "12"], of: "/usr/bin/python3", in: folder)
      #expect(edited.exitCode == 0, "\(edited.errorText)")
      let collected = try CommandRun(
        ["collect", "edited", "--as-of", "2026-12-25", "-o", "returns.json"], in: folder)
      #expect(collected.exitCode == 0, "\(collected.errorText)")
      try compare(folder)
    }
  }

  private func compare(_ folder: URL) throws {
    func decode<Value: Decodable>(_ name: String) throws -> Value {
      try JSONDecoder().decode(Value.self, from: Data(contentsOf: folder.appending(path: name)))
    }
    let truth: Truth = try decode("truth.json")
    let collected: Collected = try decode("returns.json")
    #expect(truth.answers.count > 50)
    #expect(Set(truth.faults.map(\.kind)).count >= 7)
    let found = Dictionary(grouping: collected.returns) { $0.unit + " " + $0.entry }
    for answer in truth.answers {
      let read = found[answer.unit + " " + answer.entry] ?? []
      #expect(read.count == 1, "\(answer)")
      #expect(read.first?.status == answer.status, "\(answer)")
      #expect(read.first?.updatedOn == answer.updatedOn, "\(answer)")
      #expect(read.first?.count == answer.count, "\(answer)")
    }
    for fault in truth.faults {
      let isTold = collected.problems.contains {
        $0.kind == fault.kind && $0.unit == fault.unit && (fault.entry.isEmpty || $0.entry == fault.entry)
      }
      #expect(isTold, "\(fault)")
    }
  }
}
