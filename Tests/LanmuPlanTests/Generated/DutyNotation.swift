import LanmuPlan

/// Duties in short, for comparing with a truth: `县教育局/R<scope>@office`, in an order of their own.
enum DutyNotation {
  static func text(_ duties: [Duty]) -> String {
    sorted(
      duties.map { duty in
        let name = duty.fullName.isEmpty ? duty.name : duty.fullName
        return name + "/" + letter(duty.role) + (duty.scope.isEmpty ? "" : "<" + bare(duty.scope) + ">")
          + (duty.office.isEmpty ? "" : "@" + duty.office)
      })
  }

  static func normalized(_ meaning: String) -> String { sorted(meaning.split(separator: " ").map(String.init)) }

  private static func sorted(_ duties: [String]) -> String { duties.sorted().joined(separator: " ") }

  /// A scope without quotation marks and the word 栏目 behind it.
  private static func bare(_ scope: String) -> String {
    let name = scope.filter { !"“”".contains($0) }
    return name.hasSuffix("栏目") ? String(name.dropLast(2)) : name
  }

  private static func letter(_ role: Assignment.Role) -> String {
    switch role {
    case .lead: "L"
    case .responsible: "R"
    case .cooperating: "C"
    case .technical: "T"
    case .coordinating: "K"
    }
  }
}
