import Lanmu
import LanmuAnalysis
import LanmuContainer
import LanmuDiagnostics
import LanmuPlan
import LanmuSamples

/// The census of the built-in samples.
enum DemoCensus {
  static let month = CivilMonth(parsing: "2026-11")
  /// From when on the sample records are complete.
  private static let recordsSince = CivilDate(parsing: "2025-11-01")

  /// - Parameter logs: records, letters, links and probes, in this order.
  static func census(
    of plan: Plan, month: CivilMonth, _ logs: [(name: String, bytes: [UInt8])]
  ) throws(LanmuError) -> Outcome<Census> {
    guard let rules = try RuleSetReader.ruleSet(named: "census-2015") else {
      throw LanmuError(
        .init("demo.rules"), .software, message: Message(zh: "缺少内置规则", en: "the built-in rules are missing"),
        remedy: Message(zh: "请报告此缺陷", en: "please report this defect"))
    }
    let sources = logs.map { [ByteSource.memory($0.bytes, name: $0.name)] }
    var request = CensusRequest(plan: plan, month: month, rules: rules)
    request.recordsSince = recordsSince
    if sources.count == 4 {
      (request.records, request.letters) = (sources[0], sources[1])
      (request.links, request.probes) = (sources[2], sources[3])
    }
    return try CensusMaker.census(request)
  }
}
