import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

/// Rows whose cells are each closed by a bar, torn by line ends within and behind cells.
@Suite("Rows of closed cells")
struct ClosedRowsTests {
  private let labels = KnownLabels { ["序号", "栏目", "内容", "时限", "单位", "一级", "二级"].contains($0) ? 1 : 0 }

  /// The texts of the first table, row by row.
  private func rows(_ text: String) -> [[String]] {
    guard let table = TextReader(labels: labels).read(text).value.tables.first else { return [] }
    return (0..<table.rowCount).map { row in
      table.cells.filter { $0.row == row && !$0.isPadding }.map { $0.text.replacing("\n", with: "/") }
    }
  }

  private let header = "序号 | 栏目 | 内容 | 时限 | 单位 |\n"

  @Test("Lines that stand between bars belong to the open cell, however many there are")
  func linesWithinCells() {
    let text =
      header + """
        1 | 要闻 | 1.甲；
        2.乙；
        3.丙；
        4.丁。 | 每日 | 府办 |
        2 | 公告 | 公告 | 每月 | 甲局
        乙局 |
        3 | 财政 | 预算 | 每年 | 财政局 |
        """
    #expect(
      rows(text).dropFirst() == [
        ["1", "要闻", "1.甲；/2.乙；/3.丙；/4.丁。", "每日", "府办"], ["2", "公告", "公告", "每月", "甲局/乙局"],
        ["3", "财政", "预算", "每年", "财政局"],
      ])
  }

  @Test("Behind an empty cell, lines that open with its bar and hold nothing but ticks go on with the row")
  func ticks() {
    let text = """
      序号 | 栏目 | 内容 | 时限 | 单位 |
      一级 | 二级 | 主动 | 申请 | 县级 | 乡级 |
      1 | 要闻 | 甲 | 每日 | 府办 | √ |
      | √ |
      |
      2 | 公告 | 乙 | 每月 | 甲局 | √ |
      |
      | √ |
      3 | 财政 | 丙 | 每年 | 乙局 | √ |
      | √ |
      |
      """
    #expect(
      rows(text).dropFirst(2) == [
        ["1", "要闻", "甲", "每日", "府办", "√", "", "√"], ["2", "公告", "乙", "每月", "甲局", "√", "", "", "√"],
        ["3", "财政", "丙", "每年", "乙局", "√", "", "√"],
      ])
  }

  @Test("Lines that hold as many cells together as the header are one row")
  func linesBehindCells() {
    let torn = header + "1 | 要闻 | 甲 |\n每日 | 府办 |\n2 | 公告 |\n乙 | 每月 | 甲局 |"
    #expect(rows(torn).dropFirst() == [["1", "要闻", "甲", "每日", "府办"], ["2", "公告", "乙", "每月", "甲局"]])
    let single = header + "1 |\n要闻 |\n甲 | 每日 |\n府办 |\n2\n|\n公告 |\n乙 | 每月 |\n甲局 |"
    #expect(rows(single) == rows(torn))
  }

  @Test("Where rows are counted, a line without a number goes on with the row above that it makes whole")
  func countedRows() {
    let text = header + "1 | 要闻 | 甲 | 每日 | 府办 |\n2 | 乙 | 每月 | 甲局 |\n3 | 公告 | 丙 |\n每年 | 乙局 |\n4 | 丁 | 每年 | 丙局 |"
    #expect(
      rows(text).dropFirst() == [
        ["1", "要闻", "甲", "每日", "府办"], ["2", "乙", "每月", "甲局"], ["3", "公告", "丙", "每年", "乙局"], ["4", "丁", "每年", "丙局"],
      ])
  }

  @Test("Bars alone close empty cells of the row above, though the header's merged labels make it narrower")
  func barsAlone() {
    let text = "序号 | 栏目 | 单位 |\n一级 | 二级 |\n1 | 政务 | 要闻 | 府办 |\n|\n公告 | 甲局 |\n|\n"
    #expect(
      rows(text).suffix(2).map { $0.filter { !$0.isEmpty } } == [["1", "政务", "要闻", "府办"], ["公告", "甲局"]])
    #expect(rows(text).count == 4)
  }

  @Test("Where a bar opens each row, a line without one goes on with the row above")
  func openedRows() {
    let text = """
      | 栏目 | 内容 |
      时限 | 单位 |
      | 要闻 | 甲 | 每日 | 府办 |
      | 公告 | 乙 |
      每月 |
      甲局 |
      """
    #expect(rows(text) == [["栏目", "内容", "时限", "单位"], ["要闻", "甲", "每日", "府办"], ["公告", "乙", "每月", "甲局"]])
  }

  @Test("Rows that lack cells, and those whose numbers are merged, are no pieces of rows")
  func wholeRows() {
    let short = header + "1 | 要闻 | 甲 | 每日 | 府办 |\n乙 | 每月 |\n丙 | 每年 | 甲局 |\n2 | 公告 | 丁 | 每年 | 乙局 |\n戊 | 乙局 |"
    #expect(rows(short).count == 6)
    let merged = header + "1 | 要闻 | 甲 | 每日 | 府办 |\n乙 | 每月 | 甲局 | ||\n2 | 公告 | 丙 | 每年 | 甲局 |\n丁 | 每年 | 乙局 | ||\n"
    #expect(rows(merged).count == 5)
  }

  @Test("Two short rows that are together as wide as the table are one only if rows that lack cells are filled up")
  func shortRows() {
    let whole = header + "1 | 要闻 | 甲 | 每日 | 府办 |\n2 | 公告 | 乙 | 每月 | 甲局 |\n3 | 财政 | 丙 | 每年 | 乙局 |\n"
    #expect(rows(whole + "预算 | 每年 |\n决算 | 每年 | 乙局 |\n").count == 6)
    #expect(rows(whole + "预算 | 每年 | 乙局 | ||\n4 | 决算 |\n丁 | 每年 | 乙局 |\n").last == ["4", "决算", "丁", "每年", "乙局"])
  }

  @Test("Short rows as wide as each other, headings and what ends a table are no pieces of rows")
  func separateRows() {
    let even = "栏目 | 内容 | 时限 | 单位 |\n要闻 | 府办 |\n公告 | 甲局 |\n财政 | 丙 | 每年 | 乙局 |\n"
    #expect(rows(even).count == 4)
    let heading = "栏目 | 内容 | 时限 | 单位 |\n一、政务 |\n公告 | 每月 | 甲局 |\n财政 | 丙 | 每年 | 乙局 |\n"
    #expect(rows(heading).count == 4)
    let total = "栏目 | 内容 | 时限 | 单位 |\n财政 | 丙 | 每年 | 乙局 |\n公告 | 甲局 |||\n合计 |\n填表人 | 甲 | 2020年3月 |\n"
    #expect(rows(total).count == 5)
  }

  @Test("A row that lacks its last bar does not take the whole row below it, nor a note")
  func openRowAboveWholeOne() {
    let whole = "栏目 | 内容 | 时限 | 单位 |\n要闻 | 甲 | 每日 | 府办 |\n公告 | 乙\n财政 | 丙 | 每年 | 乙局 |\n"
    #expect(rows(whole).count == 4)
    #expect(rows(whole + "预算 | 丁 | 每年 | 甲局\n注：试行 | 2020年 |\n").count == 6)
  }

  @Test("A bar on the next line that closes a filled last cell fills nothing up")
  func filledLastCell() {
    let text = "栏目 | 内容 | 单位 | 备注 |\n要闻 | 甲 | 府办 | 新增\n |\n公告 | 甲局 | ||\n财政 | 乙局 | ||\n"
    #expect(rows(text).dropFirst().first == ["要闻", "甲", "府办", "新增"])
  }

  @Test("A row that no bar closes is whole where others are not closed either")
  func openRows() {
    let text = "栏目 | 内容 | 单位\n要闻 | 甲 |\n公告 | 乙 | 甲局\n财政 | 丙 |\n预算 | 丁 | 乙局\n"
    #expect(rows(text).count == 5)
  }
}
