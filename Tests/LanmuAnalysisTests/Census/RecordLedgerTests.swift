import LanmuAnalysis
import LanmuGrid
import Testing

/// Rows that are off are counted and listed, never dropped in silence.
@Suite struct RecordLedgerTests {
  private func ledger(_ rows: [[String]], header: [String] = ["栏目", "标题", "发布时间", "单位", "创建时间"]) throws -> RecordLedger
  {
    let month = try #require(CivilMonth(parsing: "2026-11"))
    var ledger = RecordLedger(month: month, monitoringDay: month.lastDay)
    let map = try #require(FieldMap(header: header, kind: .records))
    for (index, row) in rows.enumerated() {
      ledger.add(FieldTexts(row), RecordFields(map), at: RowPlace(file: "f.xlsx", sheet: "表", row: index + 2))
    }
    ledger.finish()
    return ledger
  }

  @Test func badRowsAreListedWithTheirPlaces() throws {
    let ledger = try ledger([
      ["新闻 > 动态", "好", "2026-11-03", "甲局", ""], ["新闻 > 动态", "无日期", "", "甲局", ""],
      ["新闻 > 动态", "乱", "昨天", "甲局", ""], ["新闻 > 动态", "早", "1980-01-01", "甲局", ""],
      ["新闻 > 动态", "迟", "2027-01-01", "甲局", ""], ["新闻 > 动态", "好", "2026-11-03", "甲局", ""],
      ["新闻 > 动态", "好", "2026-11-09", "甲局", ""], ["", "无栏目", "2026-11-04", "甲局", ""],
      ["新闻 > 动态", "改期", "2026-11-05", "甲局", "2026-11-20"], ["新闻 > 动态", "断"], [""], [],
    ])
    let expected: [InputProblem.Kind: Int] = [
      .dateMissing: 2, .dateUnreadable: 1, .dateBefore1990: 1, .dateAfterMonitoring: 1, .duplicateRow: 1,
      .duplicateTitle: 1,
      .pathMissing: 1, .publishedBeforeCreation: 1, .shortRow: 1,
    ]
    #expect(ledger.problems.counts == expected)
    #expect(
      ledger.problems.listed.first { $0.kind == .dateUnreadable }?.place == RowPlace(file: "f.xlsx", sheet: "表", row: 4)
    )
    #expect(ledger.rows == 10)
    // Undated rows count as items, but not as updates.
    #expect(ledger.cells.reduce(0) { $0 + $1.total } == 8)
    #expect(ledger.cells.compactMap(\.last).max()?.text == "2026-11-09")
  }

  @Test func headersAreRecognisedByTheirWords() throws {
    let map = try #require(
      FieldMap(header: ["一级栏目", "二级栏目", " 信息标题 ", "发布日期（必填）", "来源", "URL"], kind: .records))
    #expect(map.pathColumns == [0, 1])
    let ledger = try ledger(
      [["新闻", "动态", "=1+1", "2026/11/5 8:30", "甲局", "http://x"]], header: ["一级栏目", "二级栏目", "信息标题", "发布日期", "来源", "URL"])
    #expect(ledger.paths == ["新闻 / 动态"])
    #expect(ledger.newest.first?.title == "=1+1")
    #expect(ledger.cells.first?.last?.text == "2026-11-05")
    #expect(FieldMap(header: ["姓名", "电话"], kind: .records) == nil)
    let pinned = FieldMap(header: ["频道名", "签发时刻"], kind: .records, pins: [.path: ["频道名"], .published: ["签发时刻"]])
    #expect(pinned?.pathColumns == [0])
    #expect(FieldMap(header: ["编号", "来信日期", "回复日期", "办理单位"], kind: .letters)?[.answered] == 2)
    #expect(FieldMap(header: ["时间", "结果", "耗时（秒）"], kind: .probes)?[.duration] == 2)
  }

  @Test func theSameTitleUnderAnotherLinkIsAnotherItem() throws {
    let ledger = try ledger(
      [
        ["动态", "会议", "2026-11-03", "http://x/1"], ["动态", "会议", "2026-11-03", "http://x/2"],
        ["动态", "会议", "2026-11-03", "http://x/2"], ["动态", "会议", "2026-11-03", "http://x/1"],
      ], header: ["栏目", "标题", "发布时间", "链接"])
    #expect(ledger.problems.counts == [.duplicateTitle: 1, .duplicateRow: 2])
    #expect(ledger.cells.first?.total == 2)
  }

  @Test(arguments: ["\u{3000}甲局\u{3000}", " 甲局\t", "\u{A0}甲局\u{A0}", "\u{FEFF}甲局"])
  func whiteSpaceAroundNamesMeansNothing(name: String) throws {
    let ledger = try ledger([["动态", "一", "2026-11-03", "甲局", ""], [" 动态", "二", " 2026-11-04 ", name, ""]])
    #expect(ledger.units == ["甲局"])
    #expect(ledger.paths == ["动态"])
    #expect(ledger.problems.total == 0)
  }
}
