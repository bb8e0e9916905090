import LanmuPlan

/// Rules of time in short, for comparing with a truth: `every 2week x3 @scope ? !(exceptions)`, joined by ` | `.
///
/// Weeks are told as days and years as months, since 2周 and 14天 say the same.
enum TimeNotation {
  static func text(_ rules: [TimeRule]) -> String { rules.map { text($0) }.joined(separator: " | ") }

  static func text(_ rule: TimeRule) -> String {
    var result = kind(rule.kind)
    if !rule.scope.isEmpty { result += " @" + rule.scope }
    if !rule.condition.isEmpty { result += " ?" }
    if !rule.exceptions.isEmpty { result += " !(" + rule.exceptions.map { text($0) }.joined(separator: "; ") + ")" }
    return result
  }

  private static func kind(_ kind: TimeRule.Kind) -> String {
    func word(_ name: String, _ about: String) -> String { about.isEmpty ? name : name + " " + about }
    switch kind {
    case .interval(let every, let least): return "every " + span(every) + (least > 1 ? " x\(least)" : "")
    case .months(let months): return "months " + months.map { "\($0)" }.joined(separator: ",")
    case .annual(let by, let offset): return "by " + (offset > 0 ? "next " : "") + "\(by)"
    case .after(let event, let within): return "within " + span(within) + (event.isEmpty ? "" : " of " + event)
    case .onChange: return "onChange"
    case .prompt: return "prompt"
    case .realtime: return "realtime"
    case .asNeeded: return "asNeeded"
    case .regular: return "regular"
    case .follows(let target): return word("follows", target)
    case .external(let authority): return word("external", authority)
    case .unknown: return "unknown"
    }
  }

  private static func span(_ span: TimeSpan) -> String {
    switch span.unit {
    case .week: "\(7 * span.count)day"
    case .year: "\(12 * span.count)month"
    default: "\(span.count)\(span.unit.rawValue)"
    }
  }

  /// A written meaning with its weeks and years told in the same way.
  static func normalized(_ meaning: String) -> String {
    meaning.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      for (unit, factor, other) in [("week", 7, "day"), ("year", 12, "month")] where word.hasSuffix(unit) {
        if let count = Int(word.dropLast(unit.count)) { return "\(count * factor)\(other)" }
      }
      return word == "x1" ? "" : String(word)
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
