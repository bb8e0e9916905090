public import LanmuDiagnostics
public import LanmuPlan

/// The units of a plan as text or JSON (`lanmu-units/1`).
public struct UnitReport: Sendable {
  public var source: PlanSource
  public var summaries: [UnitSummary]
  /// Why aliases are names of their units; empty unless asked for.
  public var explanations: [UnitExplanation]
  /// What reforms may have made of the units; empty unless asked for.
  public var suggestions: [SuccessionSuggestion]

  public init(
    source: PlanSource, summaries: [UnitSummary], explanations: [UnitExplanation] = [],
    suggestions: [SuccessionSuggestion] = []
  ) {
    self.source = source
    self.summaries = summaries
    self.explanations = explanations
    self.suggestions = suggestions
  }

  /// One block a unit: name, kind, number of columns, roles; aliases, members and explanations below it.
  public func text(language: Language) -> String {
    let isChinese = language == .chinese
    var lines: [String] = []
    let width = summaries.map(\.unit.name.displayWidth).max() ?? 0
    for summary in summaries {
      let unit = summary.unit
      var line = unit.name.padded(toDisplayWidth: min(width, 40)) + "  " + word(unit.kind, isChinese)
      line += "  " + (isChinese ? "\(summary.columns) 个栏目" : "\(summary.columns) columns")
      let roles = Assignment.Role.allCases.compactMap { role in
        summary.duties[role].map { word(role, isChinese) + " \($0)" }
      }
      if !roles.isEmpty { line += "  " + roles.joined(separator: isChinese ? "，" : ", ") }
      lines.append(line)
      if !unit.aliases.isEmpty { lines.append((isChinese ? "    又称：" : "    also: ") + list(unit.aliases, isChinese)) }
      if !unit.members.isEmpty {
        lines.append((isChinese ? "    成员：" : "    members: ") + list(unit.members, isChinese))
      }
      for explanation in explanations where explanation.unit == unit.name {
        lines.append("    " + explanation.message.text(in: language))
      }
      for suggestion in suggestions where suggestion.unit == unit.name {
        lines.append("    " + suggestion.message.text(in: language))
      }
    }
    return lines.joined(separator: "\n")
  }

  private func list(_ names: [String], _ isChinese: Bool) -> String { names.joined(separator: isChinese ? "、" : ", ") }

  private func word(_ kind: PlanUnit.Kind, _ isChinese: Bool) -> String {
    switch kind {
    case .unit: isChinese ? "单位" : "unit   "
    case .group: isChinese ? "群体" : "group  "
    case .vendor: isChinese ? "服务商" : "vendor "
    case .unknown: isChinese ? "未识别" : "unknown"
    }
  }

  private func word(_ role: Assignment.Role, _ isChinese: Bool) -> String {
    guard isChinese else { return role.rawValue }
    switch role {
    case .lead: return "牵头"
    case .responsible: return "责任"
    case .cooperating: return "配合"
    case .technical: return "技术"
    case .coordinating: return "协调"
    }
  }

  /// UTF-8 text that ends in a line break; sentences are in `language`.
  public func json(language: Language) throws(LanmuError) -> [UInt8] {
    let document = Document(
      schema: "lanmu-units/1", source: source, units: summaries.map(Entry.init),
      explanations: explanations.isEmpty ? nil : explanations.map { Reason($0, in: language) },
      suggestions: suggestions.isEmpty ? nil : suggestions.map { Suggestion($0, in: language) })
    return try JSONText.encode(document, language: language)
  }

  private struct Document: Encodable {
    var schema: String
    var source: PlanSource
    var units: [Entry]
    var explanations: [Reason]?
    var suggestions: [Suggestion]?
  }

  private struct Entry: Encodable {
    var name: String
    var aliases: [String]
    var kind: PlanUnit.Kind
    var members: [String]
    var columns: Int
    var duties: [String: Int]

    init(_ summary: UnitSummary) {
      name = summary.unit.name
      aliases = summary.unit.aliases
      kind = summary.unit.kind
      members = summary.unit.members
      columns = summary.columns
      duties = Dictionary(uniqueKeysWithValues: summary.duties.map { ($0.key.rawValue, $0.value) })
    }
  }

  private struct Reason: Encodable {
    var unit: String
    var alias: String
    var reason: UnitExplanation.Reason
    var message: String

    init(_ explanation: UnitExplanation, in language: Language) {
      unit = explanation.unit
      alias = explanation.alias
      reason = explanation.reason
      message = explanation.message.text(in: language)
    }
  }

  private struct Suggestion: Encodable {
    var unit: String
    var successors: [String]
    var kind: UnitSuccession.Kind
    var since: String
    var basis: UnitSuccession.Basis
    var message: String

    init(_ suggestion: SuccessionSuggestion, in language: Language) {
      unit = suggestion.unit
      successors = suggestion.succession.successors
      kind = suggestion.succession.kind
      since = suggestion.succession.since
      basis = suggestion.succession.basis
      message = suggestion.message.text(in: language)
    }
  }
}
