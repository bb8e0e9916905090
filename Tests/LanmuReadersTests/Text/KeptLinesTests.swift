import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Cells and bars on lines of their own, in rows that blank lines part")
struct KeptLinesTests {
  private let labels = KnownLabels { ["频道", "栏目", "时限", "单位", "部门"].contains($0) ? 1 : 0 }

  private let rows = [
    ["频道", "栏目", "时限", "单位"], ["渔业", "渔港指南", "", ""], ["", "鱼苗", "", "县甲局"], ["", "渔船年检", "每月", ""],
    ["林业", "", "", ""], ["茶业", "", "按需", "县丙局、县丁局"], ["", "采茶", "每周", ""],
  ]

  private func text(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: "\n|\n") }.joined(separator: "\n\n")
  }

  private func tables(_ text: String) -> [[[String]]] {
    let outcome = TextReader(labels: labels).read(text)
    #expect(outcome.diagnostics.isEmpty)
    return outcome.value.tables.map { grid in
      (0..<grid.rowCount).map { row in grid.cells.filter { $0.row == row }.map(\.text) }
    }
  }

  @Test("An empty cell keeps a blank line, also beside the one that parts rows")
  func emptyCells() {
    #expect(tables("方案\n" + text(rows) + "\n\n本表由县府办解释。\n") == [rows])
    #expect(tables("第二条 适用于本县。\n" + text(Array(rows[..<6])) + "\n\n印发\n") == [Array(rows[..<6])])
    let bare = Array(rows.dropFirst())
    #expect(tables(text(bare)) == [bare])
  }

  @Test("A page number between blank lines belongs to no row", arguments: ["- 2 -\n\n", "2\n\n", "\n第2页\n\n"])
  func pageNumber(number: String) {
    let top = text(Array(rows[..<4])) + "\n\n"
    #expect(tables(top + number + text(Array(rows[4...]))) == [rows])
  }

  @Test(
    "Headings above another first label, or text without bars, end the table",
    arguments: ["二、各单位栏目\n", "表2 各单位栏目\n请照此办理。\n", "请照此办理。\n\n二、各单位栏目\n\n"], ["单位", "各部门"])
  func nextTable(heading: String, label: String) {
    let second = [[label, "栏目"], ["县甲局", ""], ["县乙局", "渔业"]]
    let other = Array(rows[..<5])
    #expect(tables(text(rows) + "\n\n" + heading + text(second)) == [rows, second])
    #expect(tables(text(other) + "\n\n" + heading + text(second)) == [other, second])
  }

  @Test("A cell may have several lines where others have")
  func severalLines() {
    var torn = rows
    torn[1][2] = "每周\n更新"
    torn[5][0] = "茶业\n茶园"
    torn[5][3] = "县丙局\n县丁局"
    #expect(tables(text(torn) + "\n\n") == [torn])
  }

  @Test("A blank line between two cells parts no rows where nothing else does")
  func blankLineWithinARow() {
    let cells = ["频道", "", "时限", "单位"] + (1...6).flatMap { ["渔业\($0)", "渔港\($0)", $0 == 2 ? "" : "每月", "县甲局"] }
    let text = "方案\n" + cells.joined(separator: "\n|\n").replacing("渔业4\n", with: "- 1 -\n\n渔业4\n") + "\n|\n"
    let grid = TextReader(labels: labels).read(text).value.tables.first
    #expect(grid?.columnCount == 4)
  }
}
