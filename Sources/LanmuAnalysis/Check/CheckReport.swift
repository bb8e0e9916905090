public import LanmuDiagnostics
public import LanmuPlan

/// The findings of a check as JSON (`lanmu-check/1`).
public struct CheckReport: Sendable {
  public var source: PlanSource
  public var findings: [CheckFinding]

  public init(source: PlanSource, findings: [CheckFinding]) {
    self.source = source
    self.findings = findings
  }

  /// UTF-8 text that ends in a line break; sentences are in `language`.
  public func json(language: Language) throws(LanmuError) -> [UInt8] {
    let document = Document(
      schema: "lanmu-check/1", source: source,
      summary: Summary(
        error: count(.error), warning: count(.warning), note: count(.note)),
      findings: findings.map { Finding($0, in: language) })
    return try JSONText.encode(document, language: language)
  }

  private func count(_ severity: Diagnostic.Severity) -> Int { findings.count { $0.severity == severity } }

  private struct Document: Encodable {
    var schema: String
    var source: PlanSource
    var summary: Summary
    var findings: [Finding]
  }

  private struct Summary: Encodable {
    var error: Int
    var warning: Int
    var note: Int
  }

  private struct Finding: Encodable {
    var severity: String
    var code: String
    var message: String
    var remedy: String
    var line: Int?
    var table: Int?
    var row: Int?
    var entry: String?
    var others: [String]?
    var path: [String]?
    var probability: Double?

    init(_ finding: CheckFinding, in language: Language) {
      severity = finding.severity.rawValue
      code = finding.code
      message = finding.message.text(in: language)
      remedy = finding.remedy.text(in: language)
      line = finding.position.line
      table = finding.position.table
      row = finding.position.row
      entry = finding.entry
      others = finding.others.isEmpty ? nil : finding.others
      path = finding.path.isEmpty ? nil : finding.path
      probability = finding.probability
    }
  }
}
