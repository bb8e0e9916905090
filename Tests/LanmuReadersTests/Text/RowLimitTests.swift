import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Limits of rows that have a cell a line")
struct RowLimitTests {
  private func texts(_ text: String, labels: KnownLabels = .none) -> [[String]] {
    let grid = TextReader(labels: labels).read("方案\n\n" + text + "\n").value.tables.first
    return (0..<(grid?.rowCount ?? 0)).map { row in grid?.cells.filter { $0.row == row }.map(\.text) ?? [] }
  }

  @Test("Between blank lines, many rows of one length need no header, though lists run over lines in most of them")
  func listsBetweenBlanks() {
    let rows = (1...7).map { number in
      [number == 1 ? "频道" : "", "栏目\(number)", "1.公开名单；\n2.及时维护。", "每月更新", number == 2 ? "" : "县\(number)局"]
    }
    let blocks = rows.map { $0.map { $0.isEmpty ? "" : $0 + "\n" }.joined(separator: "|\n") }
    #expect(texts(blocks.joined(separator: "\n")) == rows)
  }

  @Test("Where bars end lines, one alone below a text is that of the next row's first cell")
  func barBelowText() {
    let labels = KnownLabels { ["频道", "栏目", "内容", "单位"].contains($0) ? 1 : 0 }
    let rows = [
      ["频道", "栏目", "内容", "单位"], ["纳税\n服务", "办理\n指南", "公开指南", "县税务局\n县财政局"], ["", "政策", "", "县住建局"],
      ["", "公告", "发布公告", ""], ["招商", "投资", "", "县商务局"], ["", "项目", "推介项目", "县文旅局"], ["", "园区", "", "各镇"],
    ]
    let lines = rows.map { row in
      row.dropLast().map { $0.isEmpty ? "|\n" : $0 + " |\n" }.joined() + (row[3].isEmpty ? "" : row[3] + "\n")
    }
    #expect(texts(lines.joined(), labels: labels) == rows)
  }

  @Test("Lists that run over lines in half of the rows hide no limit of rows, of which all have two cells and no bar")
  func listsWithinRows() {
    let labels = KnownLabels { ["栏目", "单位", "内容", "时限"].contains($0) ? 1 : 0 }
    let rows = [
      ["栏目", "单位", "内容", "时限"], ["问卷", "办公室", "", "每周更新"], ["意见", "信访室", "1.公开名单；\n2.及时维护。", "每日更新"],
      ["★行业\n通知", "监督科", "1.公开依据；\n2.注明来源。", "每日更新"], ["指南", "法规科", "公开指南", "每日更新"],
      ["文件", "法规科", "1.公开全文；\n2.附件齐全。", "每周更新"],
    ]
    let lines = rows.map { row in row.dropLast().map { $0.isEmpty ? "|\n" : $0 + " |\n" }.joined() + row[3] + "\n" }
    #expect(texts(lines.joined(), labels: labels) == rows)
  }

  @Test("Where bars close all cells, a blank line before one parts rows, of which some begin with an empty cell")
  func emptyFirstCells() {
    let labels = KnownLabels { ["频道", "栏目", "内容", "单位"].contains($0) ? 1 : 0 }
    let rows = [
      ["频道", "栏目", "内容", "单位"], ["政策", "法规", "公开法规。", "县教育局"], ["", "解读", "公开解读。", "县财政局"],
      ["服务", "办事", "公开指南。", "县住建局"], ["", "便民", "公开电话。", "县信访局"],
    ]
    let blocks = rows.map { $0.map { ($0.isEmpty ? "" : $0 + "\n") + "|" }.joined(separator: "\n") }
    #expect(texts(blocks.joined(separator: "\n\n"), labels: labels) == rows)
  }
}
