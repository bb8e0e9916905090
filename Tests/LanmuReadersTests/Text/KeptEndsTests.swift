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
