import Foundation
import Lanmu
import LanmuPlan
import Testing

/// Real documents of an optional folder beside the repository; skipped, with a word, where it is not there.
@Suite struct RealDocumentTests {
  static let folder = SampleTests.repository.deletingLastPathComponent().appending(path: "shared/seeds")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test(.enabled(if: !names.isEmpty, "no real documents at ../shared/seeds"))
  func eachGivesAPlan() throws {
    for name in Self.names {
      let plan = try PlanReader().read(contentsOf: Self.folder.appending(path: name).path).value
      #expect(!plan.entries.isEmpty, "\(name)")
      #expect(!plan.units.isEmpty, "\(name)")
      #expect(Set(plan.entries.map(\.id)).count == plan.entries.count, "\(name): ids are not unique")
    }
  }
}
