import Lanmu
import Testing

/// The worked examples of the 2015 sheet, and rule files with faults.
@Suite struct CensusRulesTests {
  private func rules(_ name: String) throws -> RuleSet { try #require(try RuleSetReader.ruleSet(named: name)) }

  /// 国办发〔2015〕15号 annex: each line with a value, and what it costs.
  @Test(arguments: [
    ("F1", 4.99, false, 0.0), ("F1", 5, true, 0), ("F2", 0, true, 0), ("F2", 1, false, 0), ("F3", 4, false, 0),
    ("F3", 5, true, 0),
    ("F4", 9, false, 0), ("F4", 10, true, 0), ("F5", 4, false, 0), ("F5", 5, true, 0), ("F7", 1, true, 0),
    ("K1", 2.9, true, 10), ("K1", 0.9, false, 0), ("K2a", 1, true, 1), ("K2a", 3, true, 3), ("K2b", 4, true, 0.4),
    ("K3", 9, true, 5), ("K3", 10, false, 0), ("K4a", 2, true, 6), ("K4b", 2, true, 8), ("K4c", 1, true, 5),
    ("K5", 0, true, 5),
    ("K6a", 0, true, 5), ("K6b", 0, false, 0), ("K6b", 5, true, 3), ("K6b", 6, false, 0), ("K7b", 2, true, 3),
  ])
  func the2015Sheet(code: String, value: Double, applies: Bool, points: Double) throws {
    let indicator = try #require(try rules("census-2015").indicators.first { $0.code == code })
    #expect(indicator.applies(to: value) == applies)
    #expect(abs(indicator.points(at: value) - points) < 1e-9)
  }

  @Test func earlyWarnings() throws {
    let indicators = try rules("census-2015").indicators
    let probes = try #require(indicators.first { $0.code == "F1" })
    #expect(probes.isEarlyWarning(at: 3))
    #expect(!probes.isEarlyWarning(at: 2.9))
    #expect(!probes.isEarlyWarning(at: 5))
  }

  @Test func the2019SheetIsNeverPrintedWhileALineIsOpen() throws {
    let rules = try rules("inspect-2019")
    #expect(rules.needsAll)
    #expect(rules.indicators.contains { $0.kind == .veto && $0.measure == nil })
    #expect(rules.window(for: .personnel) == nil)
    #expect(rules.window(for: .news)?.within == TimeSpan(14, .day))
  }

  @Test(arguments: [
    ("windows: 5", 1), ("name: x\nindicators:\n  - {code: A, measure: nonsense}\n", 3), ("name: x\ncolour: red\n", 2),
    ("windows:\n  - {classes: [动态], within: 14天}\n", 2), ("windows:\n  - {classes: [动态要闻], within: 两周}\n", 2),
    ("full: many\n", 1),
    ("indicators:\n  - {name: 无代码}\n", 2), ("a: [", 1),
  ])
  func faultsNameTheirLine(text: String, line: Int) throws {
    do {
      _ = try RuleSetReader.ruleSet(text, file: "rules.yaml")
      Issue.record("no error")
    } catch {
      #expect(error.position.file == "rules.yaml")
      #expect((error.position.line ?? 0) >= line - 1)
      #expect(error.category == .data)
    }
  }
}
