import Glibc
import LanmuDiagnostics
import LanmuWorkbook
import Testing

/// A workbook with a bit of everything: the example to copy from.
@Suite struct WorkbookExampleTests {
  /// How a report builds a sheet.
  static func example() -> Workbook {
    var sheet = Sheet(name: "栏目更新情况")
    sheet.setWidths([6, 24, 12, 12, 14])
    sheet.merge(CellArea(rows: 0...0, columns: 0...4), "栏目更新情况表", OfficialStyle.title)
    sheet.set(1, from: 0, ["序号", "栏目", "更新数", "占比", "状态"], OfficialStyle.header)
    let rows: [(String, Double, String)] = [("政务动态", 12, "按期"), ("=公告公示", 3, "逾期"), ("@政策文件", 5, "按期")]
    for (index, row) in rows.enumerated() {
      let line = index + 2
      sheet.set(line, 0, .count(index + 1), OfficialStyle.number)
      sheet.set(line, 1, text: row.0, OfficialStyle.body)
      sheet.set(line, 2, .number(row.1), OfficialStyle.number)
      // Every formula carries its value.
      sheet.set(line, 3, .formula(Formula("=C\(line + 1)/SUM($C$3:$C$5)", number: row.1 / 20)), OfficialStyle.percent)
      sheet.set(line, 4, text: row.2, OfficialStyle.inputCenter)
    }
    // Vertical merges are as high as their text needs.
    sheet.merge(
      CellArea(rows: 5...6, columns: 0...4), .text(String(repeating: "说明文字。", count: 60)), OfficialStyle.note)
    let states = CellArea(rows: 2...4, columns: 4...4)
    sheet.validations.append(
      Validation(states, .list(["按期", "逾期", "空白"]), errorTitle: "状态", error: "请从下拉列表中选择"))
    sheet.conditionalFormats.append(
      ConditionalFormat(states, .equalsText("逾期", CellStyle().with { $0.fill = OfficialStyle.overdueFill })))
    sheet.conditionalFormats.append(
      ConditionalFormat(CellArea(rows: 2...4, columns: 2...2), .dataBar(Color(0x9DC3E6))))
    sheet.links.append(Hyperlink(row: 2, column: 1, .address("https://www.example.gov.cn/dt/")))
    sheet.links.append(Hyperlink(row: 3, column: 1, .cell(sheet: "说明", row: 0, column: 0)))
    sheet.notes.append(CellNote(row: 3, column: 4, "应为“按期”或“逾期”"))
    let names = Chart.Source(sheet: sheet.name, area: CellArea(rows: 2...4, columns: 1...1))
    let counts = Chart.Source(sheet: sheet.name, area: CellArea(rows: 2...4, columns: 2...2))
    sheet.charts.append(
      PlacedChart(
        Chart(
          .bar, title: "更新数", series: [Chart.Series(name: "本月", categories: names, values: counts)],
          categoryAxis: Chart.Axis(isReversed: true), legend: .none), row: 8, column: 0, altText: "各栏目本月更新数"))
    sheet.page = .landscapeTable
    sheet.page.repeatedRows = 1...1
    sheet.frozenRows = 2
    sheet.autofilter = CellArea(rows: 1...4, columns: 0...4)
    sheet.protection = SheetProtection(allowsFiltering: true)
    var notes = Sheet(name: "说明")
    notes.set(0, 0, .rich([TextRun("注意：", style: OfficialStyle.heading), TextRun("仅供参考", style: OfficialStyle.note)]))
    var hidden = Sheet(name: "_meta")
    hidden.visibility = .hidden
    hidden.set(0, 0, "plan")
    return Workbook(sheets: [hidden, sheet, notes], properties: DocumentProperties(title: "例"), activeSheet: 1)
  }

  @Test func writesAndReplaces() throws {
    let path = "/tmp/lanmu-example-\(getpid()).xlsx"
    defer { _ = unsafe unlink(path) }
    let diagnostics = try Self.example().write(to: path, replacing: false)
    #expect(diagnostics.isEmpty)
    let first = try contents(path)
    #expect(first.starts(with: [0x50, 0x4B]))
    #expect(throws: LanmuError.self) { try Self.example().write(to: path, replacing: false) }
    _ = try Self.example().write(to: path, replacing: true)
    #expect(try contents(path) == first, "the same input gives the same bytes")
  }

  @Test func streamsRows() throws {
    let path = "/tmp/lanmu-stream-\(getpid()).xlsx"
    defer { _ = unsafe unlink(path) }
    var writer = try WorkbookWriter(path: path, replacing: true, memory: .constant)
    var sheet = Sheet(name: "发布记录")
    sheet.setWidths([40, 12])
    sheet.merge(CellArea(rows: 0...1, columns: 0...1), "发布记录", OfficialStyle.title)
    sheet.set(2, from: 0, ["标题", "日期"], OfficialStyle.header)
    sheet.page.repeatedRows = 2...2
    try writer.begin(sheet)
    for index in 0..<1000 {
      try writer.append(
        SheetRow([
          SheetCell(column: 0, value: .text("第\(index)条"), style: OfficialStyle.body),
          SheetCell(
            column: 1, value: SheetDay(year: 2026, month: 11, day: 5).map { .day($0) } ?? .empty,
            style: OfficialStyle.date),
        ]))
    }
    try writer.end()
    #expect(try writer.finish().isEmpty)
    #expect(try contents(path).count > 5000)
  }

  private struct POSIXFailure: Error {}

  private func contents(_ path: String) throws -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { throw POSIXFailure() }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
