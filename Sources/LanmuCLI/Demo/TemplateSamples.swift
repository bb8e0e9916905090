import Lanmu
import LanmuAnalysis
import LanmuContainer
import LanmuDiagnostics
import LanmuPlan
import LanmuReports
import LanmuSamples
import LanmuWorkbook

/// The built-in samples as what templates are drafted from and checked against.
enum TemplateSamples {
  /// Every name that a kind of template knows, with a value.
  static func record(for kind: TemplateKind) throws(LanmuError) -> TemplateRecord {
    switch kind {
    case .tasks: TaskTemplateData.sample
    case .census: try census().map { CensusTemplateData.record(of: $0) } ?? TemplateRecord()
    case .diff: ChangeTemplateData.record(of: try difference())
    }
  }

  static func draft(for kind: TemplateKind) throws(LanmuError) -> Workbook? {
    switch kind {
    case .tasks: TaskTemplateDraft.workbook()
    case .census: try census().map(CensusTemplateData.draft)
    case .diff: ChangeTemplateData.draft(of: try difference())
    }
  }

  private static func census() throws(LanmuError) -> Census? {
    guard let month = DemoCensus.month else { return nil }
    let plan = try plan(BuiltInSamples.plan)
    return try DemoCensus.census(
      of: plan, month: month,
      [
        ("records.xlsx", BuiltInSamples.records), ("letters.csv", BuiltInSamples.letters),
        ("links.csv", BuiltInSamples.links), ("probes.csv", BuiltInSamples.probes),
      ]
    ).value
  }

  private static func difference() throws(LanmuError) -> PlanDifference {
    try plan(BuiltInSamples.revisedPlan).difference(from: plan(BuiltInSamples.plan))
  }

  private static func plan(_ bytes: [UInt8]) throws(LanmuError) -> Plan {
    try PlanReader().read(.memory(bytes, name: "plan.docx")).value
  }
}
