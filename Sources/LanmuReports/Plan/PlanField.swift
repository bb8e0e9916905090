import LanmuDiagnostics
package import LanmuPlan
package import LanmuRecognition

/// A field of a plan's table as reports show it: its heading, and its text in an entry.
package enum PlanField: Sendable, Hashable {
  case number
  /// A level of the path, from 0.
  case level(Int)
  case requirement
  case target
  case supply
  case update
  case mode
  case lead
  case responsible
  case cooperating
  case remarks
  case id
  /// Doubts of the recognition, as sentences.
  case doubts

  /// The fields that at least one of the entries fills, in the order of a plan's table; `id` always stands at the end.
  package static func used(by entries: [PlanEntry]) -> [PlanField] {
    let depth = entries.map(\.path.count).max() ?? 0
    let fields: [PlanField] =
      [.number] + (0..<depth).map { .level($0) }
      + [.requirement, .target, .supply, .update, .mode, .lead, .responsible, .cooperating, .remarks, .doubts]
    return fields.filter { field in entries.contains { !field.text(of: $0).isEmpty } } + [.id]
  }

  package func heading(for kind: RecognisedTable.Kind) -> String {
    switch self {
    case .number: NormalizedHeading.text(of: .number, in: kind)
    case .level(let level): NormalizedHeading.level(level, in: kind)
    case .requirement: NormalizedHeading.text(of: .requirement, in: kind)
    case .target: NormalizedHeading.text(of: .target, in: kind)
    case .supply: NormalizedHeading.text(of: .supply, in: kind)
    case .update: NormalizedHeading.text(of: .update, in: kind)
    case .mode: NormalizedHeading.text(of: .mode, in: kind)
    case .lead: NormalizedHeading.text(of: .lead, in: kind)
    case .responsible: NormalizedHeading.text(of: .responsible, in: kind)
    case .cooperating: NormalizedHeading.text(of: .cooperating, in: kind)
    case .remarks: NormalizedHeading.text(of: .remarks, in: kind)
    case .id: NormalizedHeading.identifier
    case .doubts: NormalizedHeading.doubts
    }
  }

  package func text(of entry: PlanEntry) -> String {
    switch self {
    case .number: entry.number
    case .level(let level):
      if level >= entry.path.count {
        ""
      } else {
        (entry.starred && level == entry.path.count - 1 ? "★" : "") + entry.path[level]
      }
    case .requirement: entry.requirement
    case .target: entry.target
    case .supply: entry.supply.text
    case .update: entry.update.text
    case .mode: entry.mode
    case .lead: entry.lead
    case .responsible: entry.responsible
    case .cooperating: entry.cooperating
    case .remarks: entry.remarks
    case .id: entry.id
    case .doubts: entry.doubts.map(\.message.chinese).joined(separator: "\n")
    }
  }
}
