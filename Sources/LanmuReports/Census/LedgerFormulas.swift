import LanmuAnalysis
import LanmuPlan
import LanmuWorkbook

/// The formulas of a row of 栏目更新情况.
struct LedgerFormulas {
  let row: Int
  /// The cell that holds the day of monitoring.
  let day: String

  private func cell(_ field: LedgerPlace.Field) -> String { LedgerPlace.cell(field, row: row) }

  func idle(_ days: Int?) -> CellValue {
    let expression = "IF(\(cell(.last))=\"\",\"\",\(day)-\(cell(.last)))"
    guard let days else { return .formula(expression, "") }
    return .formula(expression, Double(days))
  }

  /// A rolling window gives a formula; other rules a day that the program reckoned.
  func due(_ rule: RuleShape, _ due: CivilDate?) -> CellValue {
    guard let span = rule.rolling, span.unit != .workday else { return .date(due) }
    return .formula(Self.dueExpression(cell(.last), count: cell(.count), unit: span.unit), due)
  }

  func nationalDue(_ span: TimeSpan?, _ due: CivilDate?) -> CellValue {
    guard let span else { return .empty }
    return .formula(Self.dueExpression(cell(.last), count: cell(.nationalCount), unit: span.unit), due)
  }

  /// The last day that passes: after the last day of a month, months are kept to the last day of a month.
  private static func dueExpression(_ last: String, count: String, unit: TimeSpan.Unit) -> String {
    let months: String
    switch unit {
    case .day, .workday: return "IF(\(last)=\"\",\"\",\(last)+\(count))"
    case .week: return "IF(\(last)=\"\",\"\",\(last)+7*\(count))"
    case .month: months = count
    case .year: months = "12*\(count)"
    }
    return "IF(\(last)=\"\",\"\",IF(DAY(\(last)+1)=1,EDATE(\(last)+1,\(months))-1,EDATE(\(last),\(months))))"
  }

  func over(_ days: Int) -> CellValue {
    .formula("IF(AND(\(cell(.state))=\"逾期\",\(cell(.due))<>\"\"),MAX(0,\(day)-\(cell(.due))),0)", Double(days))
  }

  func state(_ text: String) -> CellValue {
    .formula(
      stateExpression(fixed: .fixedState, undated: .undatedState, due: .due, amber: cell(.amber)), text)
  }

  func national(_ text: String) -> CellValue {
    .formula(
      stateExpression(fixed: .nationalFixed, undated: .nationalUndated, due: .nationalDue, amber: cell(.nationalAmber)),
      text)
  }

  private func stateExpression(
    fixed: LedgerPlace.Field, undated: LedgerPlace.Field, due: LedgerPlace.Field, amber: String
  ) -> String {
    "IF(\(cell(fixed))<>\"\",\(cell(fixed)),IF(\(cell(.last))=\"\",\(cell(undated)),"
      + "IF(\(day)>\(cell(due)),\"逾期\",IF(\(cell(due))-\(day)<=\(amber),\"即将到期\",\"按期\"))))"
  }

  func isBlank(_ flag: Bool) -> CellValue {
    .formula("IF(OR(\(cell(.state))=\"空白\",\(cell(.national))=\"空白\"),1,0)", flag ? 1 : 0)
  }

  /// Without a calendar in the plan only the national window tells that a column is stale.
  func isLongStale(_ flag: Bool, months: Int, isBound: Bool) -> CellValue {
    let overdue =
      isBound ? "OR(\(cell(.state))=\"逾期\",\(cell(.national))=\"逾期\")" : "\(cell(.national))=\"逾期\""
    return .formula(
      "IF(\(cell(.isBlank))=1,1,IF(\(overdue),"
        + "IF(\(cell(.last))=\"\",1,IF(\(cell(.last))<EDATE(\(day),-\(months)),1,0)),0))", flag ? 1 : 0)
  }
}
