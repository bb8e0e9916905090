import LanmuDiagnostics
import LanmuWorkbook

/// A ledger of ten fields, written row by row.
enum LedgerBenchmark {
  static func write(rows: Int, to path: String) throws(LanmuError) {
    let states = ["按期", "逾期", "即将到期", "按需"]
    var sheet = Sheet(name: "栏目更新情况")
    sheet.setWidths([6, 30, 18, 16, 12, 9, 9, 10, 34, 9])
    sheet.set(
      0, from: 0, ["序号", "栏目路径", "单位", "更新要求", "最后更新", "本月", "本年", "状态", "最后标题", "占比"], OfficialStyle.header)
    sheet.frozenRows = 1
    sheet.page = .landscapeTable
    sheet.page.repeatedRows = 0...0
    var writer = try WorkbookWriter(path: path, replacing: true, memory: .constant)
    try writer.begin(sheet)
    for row in 1...max(rows, 1) {
      let day = SheetDay(year: 2026, month: row % 12 + 1, day: row % 28 + 1)
      try writer.append(
        SheetRow([
          SheetCell(column: 0, value: .count(row), style: OfficialStyle.number),
          SheetCell(column: 1, value: .text("政务公开/重点领域/栏目\(row)"), style: OfficialStyle.body),
          SheetCell(column: 2, value: .text("县第\(row % 50)局"), style: OfficialStyle.body),
          SheetCell(column: 3, value: .text("\(row % 6 + 1)个月内更新"), style: OfficialStyle.body),
          SheetCell(column: 4, value: day.map { .day($0) } ?? .empty, style: OfficialStyle.date),
          SheetCell(column: 5, value: .count(row % 17), style: OfficialStyle.number),
          SheetCell(column: 6, value: .count(row % 211), style: OfficialStyle.number),
          SheetCell(column: 7, value: .text(states[row % 4]), style: OfficialStyle.center),
          SheetCell(column: 8, value: .text("关于第\(row)号事项的通知"), style: OfficialStyle.body),
          SheetCell(column: 9, value: .number(Double(row % 1000) / 1000), style: OfficialStyle.percent),
        ]))
    }
    _ = try writer.finish()
  }
}
