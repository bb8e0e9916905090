import FoundationEssentials
public import LanmuDiagnostics

/// A plan as JSON text (`lanmu-plan/1`), written and read.
///
/// Keys are sorted, so that equal plans give equal bytes. `decode(encode(plan))` equals `plan`.
public enum PlanJSON {
  /// The plan with its diagnostics as UTF-8 text that ends in a line break; sentences for people are in `language`.
  public static func encode(
    _ plan: Plan, diagnostics: [Diagnostic] = [], language: Language = .chinese
  ) throws(LanmuError) -> [UInt8] {
    let document = Document(plan: plan, diagnostics: diagnostics.map { DiagnosticRecord($0, in: language) })
    return try JSONText.encode(document, language: language)
  }

  /// Reads a plan and the diagnostics that stand beside it.
  ///
  /// - Throws: `plan.json` (exit category data) with the line or the place in the tree, if the bytes are no such plan.
  public static func decode(_ bytes: [UInt8]) throws(LanmuError) -> Outcome<Plan> {
    let document = try JSONText.decode(Document.self, from: bytes, code: "plan.json", schema: Plan.schema)
    return Outcome(document.plan, diagnostics: document.diagnostics.map(\.diagnostic))
  }

  private struct Document: Codable {
    enum Key: String, CodingKey { case diagnostics }

    var plan: Plan
    var diagnostics: [DiagnosticRecord]

    init(plan: Plan, diagnostics: [DiagnosticRecord]) {
      self.plan = plan
      self.diagnostics = diagnostics
    }

    init(from decoder: any Decoder) throws {
      plan = try Plan(from: decoder)
      let container = try decoder.container(keyedBy: Key.self)
      diagnostics = try container.decodeIfPresent([DiagnosticRecord].self, forKey: .diagnostics) ?? []
    }

    func encode(to encoder: any Encoder) throws {
      try plan.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(diagnostics, forKey: .diagnostics)
    }
  }
}
