import Foundation
import Lanmu
import LanmuDiagnostics
import LanmuPlan
import Testing

/// The sample plans, each in each format.
@Suite struct SampleTests {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let versions = ["plan", "plan-revised"]
  static let formats = ["docx", "xlsx", "html", "tsv", "txt"]

  static func read(_ name: String) throws -> Outcome<Plan> {
    let bytes = try Data(contentsOf: repository.appending(path: "Samples").appending(path: name))
    return try PlanReader().read(.memory(Array(bytes), name: name))
  }

  /// Golden plans are made anew, to be read before they are kept, where `LANMU_WRITE_GOLDEN` is set.
  @Test(arguments: versions.flatMap { version in formats.map { version + "." + $0 } })
  func aSampleGivesItsGoldenPlan(name: String) throws {
    let outcome = try Self.read(name)
    let text = try PlanJSON.encode(outcome.value, diagnostics: outcome.diagnostics, language: .chinese)
    let golden = Self.repository.appending(path: "Samples/golden").appending(path: name + ".json")
    if ProcessInfo.processInfo.environment["LANMU_WRITE_GOLDEN"] != nil {
      try Data(text).write(to: golden)
    }
    #expect(try Data(contentsOf: golden) == Data(text), "the plan of \(name) is not the golden one")
  }

  @Test(arguments: versions)
  func everyFormatGivesTheSameEntries(version: String) throws {
    let reference = try Self.read(version + ".docx").value
    for format in Self.formats.dropFirst() {
      let plan = try Self.read(version + "." + format).value
      #expect(plan.title == reference.title)
      #expect(plan.documentNumber == reference.documentNumber)
      #expect(plan.issuer == reference.issuer)
      #expect(plan.issuedOn == reference.issuedOn)
      #expect(plan.entries.map(\.id) == reference.entries.map(\.id), "ids of \(format)")
      #expect(plan.units == reference.units, "units of \(format)")
      for (entry, expected) in zip(plan.entries, reference.entries) {
        #expect(Self.withoutOrigin(entry) == Self.withoutOrigin(expected), "\(format): \(entry.path)")
      }
    }
  }

  /// What a document with spans says about an entry, without where it stood and how sure the reading is.
  private static func withoutOrigin(_ entry: PlanEntry) -> PlanEntry {
    var copy = entry
    copy.origin = EntryOrigin()
    copy.doubts = []
    copy.confidence = 1
    return copy
  }

  @Test(arguments: ["plan.docx", "plan.xlsx", "plan.html"])
  func aPlanWithSpansLeavesNoDoubt(name: String) throws {
    #expect(try Self.read(name).value.entries.allSatisfy { $0.doubts.isEmpty })
  }

  @Test func theCountsAreThoseOfTheSource() throws {
    let plan = try Self.read("plan.docx").value
    #expect(plan.tables.map(\.kind) == [.columns, .units])
    #expect(plan.entries.count(where: { $0.table == 0 }) == 88)
    #expect(plan.entries.count(where: { $0.table == 1 }) == 22)
    #expect(plan.entries.count(where: \.starred) == 4)
  }

  /// A plan written as JSON and read again is the same plan.
  @Test func jsonReadsBack() throws {
    let plan = try Self.read("plan.html").value
    let again = try PlanReader().read(.memory(PlanJSON.encode(plan), name: "plan.json"))
    #expect(again.value == plan)
  }
}
