/// What a unit may answer about a task; the raw values are the words of the drop-down.
public enum ReturnStatus: String, Sendable, Hashable, CaseIterable {
  case updated = "已更新"
  case unchanged = "无变动无需更新"
  case inProgress = "正在办理"
  case postponed = "申请延期"
  case merge = "建议合并或撤销"
  case notOurs = "非本单位职责"
}

/// Why a column was not updated; the raw values are the words of the drop-down.
public enum ReturnReason: String, Sendable, Hashable, CaseIterable {
  case nothingNew = "本期无新信息"
  case notApproved = "材料未审签"
  case secret = "涉密不公开"
  case technical = "系统或账号问题"
  case duplicate = "栏目重复"
  case other = "其他"
}
