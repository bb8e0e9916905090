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

  /// The due date of a rule; `workdays` gives the day so many working days after a cell, where the calendar has it.
  func due(_ obligation: Obligation, workdays: (_ cell: String, _ count: String) -> String?) -> String? {
    let from = cell(.countedFrom)
    switch obligation {
    case .rolling(let span): return window(span, from: from, count: cell(.count), workdays: workdays)
    case .count(_, let span): return window(span, from: from, count: String(span.count), workdays: workdays)
    case .period(let period, _): return Self.periodEnd(period, from: from, workdays: workdays)
    case .yearly(let by):
      // A day that the month does not have is its last.
      return "MIN(DATE(YEAR(\(from))+1,\(by.month),\(by.day)),DATE(YEAR(\(from))+1,\(by.month + 1),1)-1)"
    case .months(let months, let span):
      let next = Self.endOfNextMonth(months.sorted(), from: from)
      guard let span else { return next }
      return window(span, from: from, count: cell(.count), workdays: workdays).map { "MAX(\(next),\($0))" }
    default: return nil
    }
  }

  private func window(
    _ span: TimeSpan, from: String, count: String, workdays: (String, String) -> String?
  ) -> String? {
    if span.unit == .workday { return workdays(from, count + "+1").map { $0 + "-1" } }
    return Self.dueExpression(from, count: count, unit: span.unit)
  }

  /// The end of the period behind the one that holds a day.
  private static func periodEnd(
    _ period: CalendarPeriod, from: String, workdays: (String, String) -> String?
  ) -> String? {
    func months(_ count: Int) -> String {
      "DATE(YEAR(\(from)),INT((MONTH(\(from))-1)/\(count))*\(count)+1+\(2 * count),1)-1"
    }
    switch period {
    case .workday: return workdays(from, "1")
    case .week: return "\(from)-WEEKDAY(\(from),2)+14"
    case .month: return months(1)
    case .quarter: return months(3)
    case .halfYear: return months(6)
    case .year: return "DATE(YEAR(\(from))+1,12,31)"
    case .tenDays, .halfMonth: return nil
    }
  }

  /// The end of the first of these months that begins after a day.
  private static func endOfNextMonth(_ months: [Int], from: String) -> String {
    guard let first = months.first else { return from }
    var expression = "DATE(YEAR(\(from))+1,\(first + 1),1)-1"
    for month in months.reversed() {
      expression = "IF(MONTH(\(from))<\(month),DATE(YEAR(\(from)),\(month + 1),1)-1,\(expression))"
    }
    return expression
  }

  /// Whether a branch of notices is stale as a whole, told once, in its first row.
  func branchFault(_ flag: Bool, rows: ClosedRange<Int>) -> CellValue {
    func area(_ field: LedgerPlace.Field) -> String {
      CellArea(rows: rows, columns: field.rawValue...field.rawValue).reference(absolute: true)
    }
    let letters = LedgerPlace.letters(.branch)
    let own = cell(.branch)
    let above = "$\(letters)$\(rows.lowerBound + 1):\(own)"
    return .formula(
      "IF(COUNTIF(\(above),\(own))>1,0,IF(COUNTIFS(\(area(.branch)),\(own),\(area(.national)),\"<>逾期\","
        + "\(area(.national)),\"<>空白\")=0,1,0))", flag ? 1 : 0)
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
