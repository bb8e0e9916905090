import LanmuPlan
import Testing

/// Every distinct text of the labelled documents against its label: kind and main fields of each rule.
@Suite(
  "Rules of labelled documents", .enabled(if: SharedTruth.folder != nil, "no labelled documents beside the project"))
struct TruthRuleTests {
  @Test(arguments: ["000", "003"])
  func rulesMatchTheirLabels(_ name: String) throws {
    let document = try #require(try SharedTruth.document(name))
    let parser = TimeRuleParser()
    var seen: Set<String> = []
    for row in document.tables.flatMap(\.rows) {
      let cases: [(String, TimeRuleParser.Context, [SharedTruth.Rule]?, [[SharedTruth.Rule]])] = [
        (row.supply_deadline, .supply, row.supply_rules, row.supply_rules_alternatives ?? []),
        (
          row.update.isEmpty ? row.requirement : row.update, row.update.isEmpty ? .prose : .update, row.update_rules,
          row.update_rules_alternatives ?? []
        ),
      ]
      for (text, context, label, alternatives) in cases {
        guard let label, !text.isEmpty, seen.insert("\(context)" + text).inserted else { continue }
        let rules = parser.parse(text, in: context).rules
        let fits = ([label] + alternatives).contains { agrees($0, rules) }
        #expect(
          fits,
          "\(text)\n  got \(rules.map { "\($0.kind) scope=\($0.scope) condition=\($0.condition) text=\($0.text)" }.joined(separator: "\n      "))"
        )
      }
    }
  }

  private func agrees(_ labels: [SharedTruth.Rule], _ rules: [TimeRule]) -> Bool {
    labels.count == rules.count
      && zip(labels, rules).allSatisfy { label, rule in
        main(label, rule) && loose(label.scope, rule.scope)
          && (label.condition ?? "").isEmpty == rule.condition.isEmpty
      }
  }

  private func loose(_ label: String?, _ found: String) -> Bool {
    guard let label, !label.isEmpty else { return true }
    return !found.isEmpty && (label.contains(found) || found.contains(label))
  }

  private func span(_ label: SharedTruth.Rule.Span?, _ span: TimeSpan) -> Bool {
    guard let label else { return false }
    func days(_ count: Int, _ unit: String) -> [String] {
      unit == "week" ? ["\(count * 7)", "day"] : unit == "year" ? ["\(count * 12)", "month"] : ["\(count)", unit]
    }
    return days(label.count, label.unit) == days(span.count, span.unit.rawValue)
  }

  private func main(_ label: SharedTruth.Rule, _ rule: TimeRule) -> Bool {
    switch rule.kind {
    case .interval(let every, let atLeast):
      label.kind == "interval" && span(label.every, every) && (label.atLeast ?? 1) == atLeast
    case .months(let months): label.kind == "months" && label.months == months
    case .annual(let by, let offset): label.kind == "annual" && label.by == "\(by)" && (label.yearOffset ?? 0) == offset
    case .after(let event, let within): label.kind == "after" && span(label.within, within) && loose(label.event, event)
    case .onChange: label.kind == "onChange"
    case .prompt: label.kind == "prompt"
    case .realtime: label.kind == "realtime"
    case .asNeeded: label.kind == "asNeeded"
    case .regular: label.kind == "regular"
    case .follows(let target): label.kind == "follows" && loose(label.target, target)
    case .external(let authority): label.kind == "external" && loose(label.authority, authority)
    case .unknown: label.kind == "unknown"
    }
  }
}
