import LanmuAnalysis
import LanmuWorkbook

extension CensusReport {
  /// The days of the hidden calendar: the year before the census, its year, and the months that deadlines reach into.
  private var calendarSpan: ClosedRange<CivilDate> {
    let first = census.month.firstDay.adding(months: 1 - census.month.month - 12)
    return first...first.adding(months: 27).adding(days: -1)
  }

  func inCalendar(_ date: CivilDate) -> Bool { calendarSpan.contains(date) }

  private func range(_ column: Int) -> String {
    let count = calendarSpan.upperBound.days(since: calendarSpan.lowerBound) + 1
    return CellArea(rows: 1...count, columns: column...column).reference(inSheet: SheetTitle.calendar)
  }

  /// The day so many working days after another, as a formula over the calendar.
  func deadline(from start: String, workingDays: String) -> String {
    "INDEX(\(range(0)),MATCH(LOOKUP(\(start),\(range(0)),\(range(2)))+\(workingDays),\(range(2)),0))"
  }

  func elapsed(from start: String, to end: String) -> String {
    "LOOKUP(\(end),\(range(0)),\(range(2)))-LOOKUP(\(start),\(range(0)),\(range(2)))"
  }

  /// 日历, hidden: every day with its running number of working days.
  func calendarSheet() -> Sheet {
    var sheet = Sheet(name: SheetTitle.calendar)
    sheet.visibility = .hidden
    sheet.setWidths([12, 8, 8, 12, 28, 10])
    for (column, name) in ["日期", "工作日", "序号", "名称", "依据", "提示"].enumerated() {
      sheet.set(0, column, .text(name), OfficialStyle.header)
    }
    var number = 0
    var date = calendarSpan.lowerBound
    var row = 1
    while date <= calendarSpan.upperBound {
      let worked = calendar.isWorkingDay(date)
      if worked { number += 1 }
      sheet.set(row, 0, .date(date), OfficialStyle.date)
      sheet.set(row, 1, .count(worked ? 1 : 0), OfficialStyle.number)
      let before = CellArea.reference(row: row - 1, column: 2)
      let own = CellArea.reference(row: row, column: 1)
      sheet.set(row, 2, .formula(row == 1 ? own : "\(before)+\(own)", Double(number)), OfficialStyle.number)
      if let special = calendar.specialDay(on: date) {
        sheet.set(row, 3, .optionalText(special.name), OfficialStyle.center)
        sheet.set(row, 4, .optionalText(special.basis), OfficialStyle.body)
      }
      if calendar.isProvisional(date) { sheet.set(row, 5, .text("暂按周一至周五计"), OfficialStyle.center) }
      row += 1
      date = date.adding(days: 1)
    }
    sheet.frozenRows = 1
    return sheet
  }
}
