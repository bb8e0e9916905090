/// The fields of a task sheet's table, in the order of its columns.
///
/// The labels are what collecting goes by, so a label once sent out is never given another meaning.
package enum TaskSheetField: Int, CaseIterable, Sendable {
  /// Hidden: the mark and the entry's id, which stay with the row when it is moved.
  case identifier
  case order, number, path, role, scope, requirement, update, supply, lastUpdate, due, state
  case status, updatedOn, count, link, reason, person

  package var column: Int { rawValue }

  package var label: String {
    switch self {
    case .identifier: "行标识"
    case .order: "序号"
    case .number: "任务编号"
    case .path: "栏目路径"
    case .role: "角色"
    case .scope: "承担范围"
    case .requirement: "工作要求"
    case .update: "更新要求（原文）"
    case .supply: "提供时限"
    case .lastUpdate: "上次更新"
    case .due: "应更新日期"
    case .state: "当前状态"
    case .status: "办理情况"
    case .updatedOn: "更新日期"
    case .count: "条数"
    case .link: "信息链接或标题"
    case .reason: "未更新原因"
    case .person: "责任人"
    }
  }

  /// Whether the unit fills it in.
  package var isInput: Bool { rawValue >= TaskSheetField.status.rawValue }

  package static let inputs = allCases.filter(\.isInput)
}
