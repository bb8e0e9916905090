import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Cells and bars on lines of their own, in rows that only counting parts")
struct KeptEndsTests {
  private let labels = KnownLabels { ["序号", "频道", "栏目", "时限", "单位", "备注", "部门"].contains($0) ? 1 : 0 }

  private let rows = [
    ["频道", "栏目", "时限", "单位", "备注"], ["渔业", "渔港指南", "", "县甲局", ""], ["", "鱼苗", "每周", "", "转载注明来源"],
    ["", "渔船年检", "每月", "县乙局", ""], ["林业", "", "每周", "县乙局", "由技术公司配合"], ["茶业", "茶园名册", "按需", "县丙局、县丁局", "历史数据保留"],
    ["", "采茶", "", "县丁局", ""],
  ]

  /// Bars on lines of their own between cells, of which an empty one leaves a line only at a row's start or end.
  private func lines(_ rows: [[String]], keepsEnds: Bool = true) -> [String] {
    rows.flatMap { row in
      row.enumerated().flatMap { place, cell -> [String] in
        let isEnd = place == 0 || place == row.count - 1
        return (place > 0 ? ["|"] : []) + (cell.isEmpty && !(isEnd && keepsEnds) ? [] : [cell])
      }
    }
  }

  private func grids(_ lines: [String]) -> [Grid] {
    TextReader(labels: labels).read(lines.joined(separator: "\n") + "\n").value.tables
  }

  private func tables(_ lines: [String]) -> [[[String]]] {
    grids(lines).map { grid in
      (0..<grid.rowCount).map { row in grid.cells.filter { $0.row == row }.map(\.text) }
    }
  }

  @Test("An empty cell leaves nothing within a row, and a blank line at its ends")
  func emptyCells() {
    #expect(tables(["栏目方案", ""] + lines(rows)) == [rows])
    #expect(tables(["栏目方案"] + lines(rows) + ["", "联系人：王某", "电话：1234567"]) == [rows])
    let whole = Array(rows[..<6])
    #expect(tables(lines(whole) + ["抄送：县委办。"]) == [whole])
    #expect(grids(lines(rows)).map(\.rowLimits) == [.told])
  }

  @Test("A header of two rows, of which the first one spans cells")
  func twoHeaderRows() {
    let table = [["频道", "", "时限", "单位", "备注"], ["频道", "栏目", "", "", ""]] + rows.dropFirst()
    #expect(tables(lines(table)) == [table])
  }

  @Test("Another table follows below text")
  func nextTable() {
    let units = [["部门", "栏目"]] + (1...5).map { ["县\($0)局", "渔港指南、鱼苗"] }
    #expect(tables(lines(rows) + ["", "二、各单位栏目", ""] + lines(units)) == [rows, units])
    #expect(tables(lines(Array(rows[..<6])) + ["二、各单位栏目"] + lines(units)) == [Array(rows[..<6]), units])
  }

  @Test("A page number between rows belongs to none", arguments: [["", "- 2 -", ""], ["- 2 -"], ["", "2", ""]])
  func pageNumber(number: [String]) {
    #expect(tables(lines(Array(rows[..<4])) + number + lines(Array(rows[4...]))) == [rows])
  }

  @Test("A row may lack its last bars")
  func lostBars() {
    let more = rows + (1...6).map { ["盐业\($0)", "盐场", "每周", "县甲局", ""] } + [["", "盐田", "每周", "", ""]]
    let table = more + [["桑业", "桑园", "每周", "县甲局", "转载注明来源"]]
    let short = lines(more.dropLast()) + ["", "|", "盐田", "|", "每周"] + lines([table[table.count - 1]])
    #expect(tables(short) == [table])
  }

  @Test("A cell may have several lines; where those between two rows belong is told by other rows, or guessed")
  func severalLines() {
    var torn = rows
    torn[1][1] = "渔港\n指南"
    torn[3][3] = "县乙局\n县丙局"
    torn[4][4] = "由技术公司\n配合"
    let more = torn + [["茶业", "茶山", "每周", "县甲局", "历史数据保留"]]
    func broken(_ table: [[String]]) -> [String] {
      lines(table).flatMap { $0.isEmpty ? [$0] : $0.split(separator: "\n").map(String.init) }
    }
    #expect(tables(broken(more)) == [more])
    var unknown = more
    unknown[4][4] = "由甲公司\n配合"
    unknown[5][0] = "茶叶"
    #expect(tables(broken(unknown)) == [unknown])
    #expect(grids(broken(unknown)).map(\.rowLimits) == [.unclear])
  }

  @Test("Texts of two lines within rows are no ends of shorter rows, and shorter rows no such texts")
  func shorterRows() {
    let table = [["序号", "栏目", "单位"]] + (1...9).map { ["\($0)", $0 % 2 == 0 ? "鱼苗" : "", "县\($0)局"] }
    #expect(tables(lines(table)) == [table])
    let labels = ["序号", "单位\n名称", "责任\n栏目", "分管\n领导"]
    let parted = [labels] + (1...4).map { ["\($0)", "县\($0)局", "鱼苗", "李\($0)"] }
    let text = parted.map { $0.joined(separator: "\n|\n") }.joined(separator: "\n\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(tables(text.map(String.init)) == [parted])
  }

  @Test("Where an empty cell leaves nothing at all, a text alone between rows is told by what others look like")
  func nothingKept() {
    let names = ["渔港", "鱼苗", "林场", "苗圃", "茶园", "采茶", "盐田", "桑园", "果园"]
    let table =
      [["频道", "栏目", "时限", "单位"]]
      + names.enumerated().map { place, name in
        [place % 3 == 0 ? name + "服务" : "", name, place % 2 == 0 ? "每周" : "", place == 4 ? "" : "县\(name)局"]
      }
    #expect(tables(["方案", ""] + lines(table, keepsEnds: false)) == [table])
  }

  @Test("A label ends a header's row, and the first row below it has its first cell")
  func nothingKeptBelowHeader() {
    let table =
      [["栏目", "", "单位", "备注"], ["频道", "栏目", "", ""]]
      + (0..<14).map { [$0 % 4 == 0 ? "服务\($0)" : "", "渔港\($0)", "县甲局", $0 % 3 == 2 ? "转载注明来源" : ""] }
    #expect(tables(["方案", ""] + lines(table, keepsEnds: false)).first?.prefix(3).map(\.self) == Array(table.prefix(3)))
  }
}
