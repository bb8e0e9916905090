import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import Testing

/// How the work of reading lost tables grows with their rows, counted in steps from one row to the next.
@Suite("Effort of alignment")
struct AlignmentEffortTests {
  /// A table whose every label is new, with its header repeated above every third row: page breaks are where labels are
  /// compared with each other.
  private func document(rows count: Int, keepsPlaces: Bool) -> TableDocument {
    let header = ["频道", "栏目", "子栏目", "内容要求", "更新时效", "责任单位"]
    let signs = Array("政务公开新闻教育医疗财统计农业水利交通环境应急民生社会")
    var rows = [header]
    func label(_ number: Int) -> String {
      String((0..<6).map { place in signs[(number / (place * 7 + 1) + number * (place + 3)) % signs.count] })
    }
    for number in 0..<count {
      if number % 3 == 2 { rows.append(header) }
      let leaf = label(number * 3)
      let cells = [
        number % 9 == 0 ? label(number * 3 + 1) : "", number % 3 == 0 ? label(number * 3 + 2) : "", leaf,
        "发布\(leaf)的有关信息，做到来源清楚。", "每月更新", "县教育局",
      ]
      rows.append(keepsPlaces ? cells : cells.filter { !$0.isEmpty })
    }
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { Cell(row: row, column: $0.offset, text: $0.element) }
    }
    let grid = Grid(rowCount: rows.count, columnCount: header.count, layout: .delimited, cells: cells)
    return TableDocument(
      format: "generated", blocks: [.paragraph(.init(text: "青禾县人民政府门户网站内容保障方案")), .table(grid)])
  }

  @Test("Twice the rows take twice the steps, however many page breaks there are", arguments: [true, false])
  func isLinear(keepsPlaces: Bool) throws {
    let steps = try [100, 200, 400].map { count in
      try #require(
        try PlanRecogniser().recognise(document(rows: count, keepsPlaces: keepsPlaces)).value.tables.first
      ).alignmentSteps
    }
    #expect(steps[0] > 0)
    #expect(steps[1] * 10 <= steps[0] * 22)
    #expect(steps[2] * 10 <= steps[1] * 22)
  }
}
