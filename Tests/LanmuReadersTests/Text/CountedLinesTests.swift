import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Cells on lines of their own that page breaks part, or that counting tells")
struct CountedLinesTests {
  private let labels = KnownLabels { ["序号", "频道", "栏目", "时限", "单位"].contains($0) ? 1 : 0 }

  private func cells(_ lines: [String]) -> [[String]] {
    let grid = TextReader(labels: labels).read(lines.joined(separator: "\n") + "\n").value.tables.first
    return (0..<(grid?.rowCount ?? 0)).map { row in grid?.cells.filter { $0.row == row }.map(\.text) ?? [] }
  }

  private let rows = [
    ["频道", "栏目", "时限", "单位"], ["渔业", "渔港指南", "每周", "县甲局"], ["", "鱼苗", "", ""], ["", "渔船年检", "", "县乙办"],
    ["林业", "林场消息", "每月", ""], ["", "苗圃", "每月", ""], ["茶业", "茶园名册", "按需", "县丙局、县丁局"], ["", "采茶", "每周", ""],
  ]

  /// Bars between the cells of a row, each with a line of its own or at the end of the cell's line.
  private func between(_ rows: [[String]], bar: [String]) -> [String] {
    rows.flatMap { row in
      row.dropLast().flatMap { bar.isEmpty ? [$0.isEmpty ? "|" : $0 + " |"] : [$0] + bar } + row.suffix(1)
    }
  }

  @Test("A blank line stands for an empty cell at a row's end or at the next one's start", arguments: [[], ["|"]])
  func blankLines(bar: [String]) { #expect(cells(between(rows, bar: bar)) == rows) }

  @Test(
    "A page number among blank lines stands between two rows", arguments: [[], ["|"]],
    [["- 2 -"], ["", "- 2 -"], ["- 2 -", ""], ["", "2", ""]])
  func pageNumbers(bar: [String], number: [String]) {
    let lines = between(Array(rows[..<4]), bar: bar) + number + between(Array(rows[4...]), bar: bar)
    #expect(cells(lines) == rows)
  }

  @Test("Blank lines beside a page number part no rows where nothing else does", arguments: ["- 2 -", "2"])
  func pagesOfBars(number: String) {
    let lines = rows.map { row in row.map { $0.isEmpty ? "|" : $0 + " |" } }
    let top = Array(lines[..<5].joined())
    #expect(cells(top + ["", number, ""] + lines[0] + lines[5...].joined() + ["", "本表解释"]).count == rows.count + 1)
  }

  @Test("Rows that end with empty cells while none starts with one are filled up")
  func filledUp() {
    let rows = [["栏目", "时限", "单位"], ["渔业", "每周", "县甲局"], ["林业", "县乙局", ""], ["茶业", "县丙局", ""], ["盐业", "县丁局", ""]]
    let text = rows.flatMap { $0.map { $0.isEmpty ? "|" : $0 + " |" } + [""] }.joined(separator: "\n")
    #expect(TextReader(labels: labels).read(text).value.tables.map(\.layout) == [.dropped])
  }

  @Test("A bar alone below a text stands behind an empty cell where bars end lines, also if one closes the last row")
  func barsBehindEmptyCells() {
    let rows = [
      ["频道", "栏目", "时限", "单位"], ["渔业", "渔港指南", "每周", "县甲局"], ["", "鱼苗", "", "县甲局"], ["", "渔船年检", "每年", "县乙办"],
      ["林业", "林场消息", "每月", "县丙局"], ["", "苗圃", "", "县丙局"], ["说明：未列栏目由县府办负责。", "", "", ""],
    ]
    let lines = between(rows, bar: [])
    #expect(lines.last == "")
    #expect(cells(lines) == rows)
  }

  @Test("A first label broken over two lines is one label")
  func brokenLabel() {
    let table = [["频道", "时限", "单位"]] + (1...6).map { ["频道\($0)", "每周更新", "县单位\($0)局"] }
    let lines = (table.enumerated().map { [$0 == 0 ? "序\n号" : "\($0)"] + $1 }).joined().map { $0 + " |" }
    #expect(cells(["方案", ""] + lines).first == ["序\n号", "频道", "时限", "单位"])
  }
}
