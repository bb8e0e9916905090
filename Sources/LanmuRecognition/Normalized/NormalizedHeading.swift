internal import LanmuGrid

/// The headings of a plan that Lanmu itself has written as a table: one for each meaning, and the entry's id at the end.
///
/// A table in this form needs no recognition: every label stands on every row, and what is empty is empty.
package enum NormalizedHeading {
  /// The entry's id (编号), the last field of every such table.
  package static let identifier = "编号"
  /// The table that an entry stands in, where several share one list.
  package static let table = "表"
  /// What was in doubt when the entry was first read.
  package static let doubts = "存疑"

  /// The heading of a field other than a level.
  package static func text(of meaning: FieldMeaning, in kind: RecognisedTable.Kind) -> String {
    switch meaning {
    case .number: "序号"
    case .level: level(0, in: kind)
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
    case .cooperating: "配合单位"
    case .remarks: "备注"
    case .other: "其他"
    }
  }

  /// The heading of a level, counted from 0.
  package static func level(_ level: Int, in kind: RecognisedTable.Kind) -> String {
    (ChineseNumeral.text(of: level + 1) ?? String(level + 1)) + (kind == .indicators ? "级指标" : "级栏目")
  }

  /// What a heading stands for; `nil` for one that no such table has.
  static func meaning(of heading: String) -> FieldMeaning? {
    if heading.hasSuffix("级栏目") || heading.hasSuffix("级指标") { return .level }
    return FieldMeaning.allCases.first { meaning in
      meaning != .level && RecognisedTable.Kind.allCases.contains { text(of: meaning, in: $0) == heading }
    }
  }
}
