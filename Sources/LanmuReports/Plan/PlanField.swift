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
  case remarks
  case id
  /// Doubts of the recognition, as sentences.
  case doubts

  /// The fields that at least one of the entries fills, in the order of a plan's table; `id` always stands at the end.
  package static func used(by entries: [PlanEntry]) -> [PlanField] {
    let depth = entries.map(\.path.count).max() ?? 0
    let fields: [PlanField] =
      [.number] + (0..<depth).map { .level($0) }
      + [.requirement, .target, .supply, .update, .mode, .lead, .responsible, .remarks, .doubts]
    return fields.filter { field in entries.contains { !field.text(of: $0).isEmpty } } + [.id]
  }

  package func heading(for kind: RecognisedTable.Kind) -> String {
    switch self {
    case .number: "序号"
    case .level(let level):
      ChineseNumeral.ordinal(level + 1) + (kind == .indicators ? "级指标" : "级栏目")
    case .requirement:
      switch kind {
      case .columns: "具体内容"
      case .units: "栏目名称"
      case .indicators: "指标说明"
      }
    case .target: "对应栏目"
    case .supply: "提供时限"
    case .update: "更新要求"
    case .mode: "保障方式"
    case .lead: "牵头单位"
    case .responsible: kind == .units ? "单位" : "责任单位"
    case .remarks: "备注"
    case .id: "编号"
    case .doubts: "存疑"
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
    case .remarks: entry.remarks
    case .id: entry.id
    case .doubts: entry.doubts.map(\.message.chinese).joined(separator: "\n")
    }
  }
}

/// Small Chinese numerals for headings.
package enum ChineseNumeral {
  /// 一 … 十 for 1 to 10; digits beyond.
  package static func ordinal(_ number: Int) -> String {
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return numerals.indices.contains(number - 1) ? numerals[number - 1] : String(number)
  }
}
