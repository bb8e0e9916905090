import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import LanmuRecognition
import Testing

@Suite("Texts between the rows of a table")
struct TextsBetweenRowsTests {
  private let rows = [
    "序号 | 栏目名称 | 栏目内容 | 更新时限 | 责任单位 |", "1 | 领导之窗 | 领导姓名、职务 | 及时更新 | 市政府办公室 |",
    "2 | 统计数据 | 统计月报 | 每月更新 | 市统计局 |", "3 | 政策文件 | 文件全文 | 每周更新 | 市司法局 |",
    "4 | 财政信息 | 预算、决算 | 每年更新 | 市财政局 |",
  ]

  private func read(_ lines: [String]) throws -> Outcome<RecognisedDocument> {
    let labels = KnownLabels { RecognitionProfile.labelStrength(of: $0) }
    let document = TextReader(labels: labels).read(lines.joined(separator: "\n") + "\n").value
    return try PlanRecogniser().recognise(document)
  }

  private func cells(_ row: String) -> [String] {
    row.split(separator: "|").map { $0.drop { $0 == " " } + "|" }.filter { $0 != "|" }
  }

  @Test("A text in no cell is told, between rows that follow each other and between two pieces")
  func told() throws {
    let text = "政务服务类栏目由下列单位负责"
    for parts in [[text], ["", text, ""]] {
      let outcome = try read(rows[..<3] + parts + rows[3...])
      #expect(outcome.value.tables.map(\.rows.count) == [4])
      #expect(outcome.diagnostics.map(\.code) == ["text.between"])
    }
  }

  @Test("Where each cell has its bar, a line without one above a row's number is none of it")
  func aboveNumber() throws {
    let outcome = try read(rows[..<3].flatMap(cells) + ["以上栏目每季度检查一次。"] + rows[3...].flatMap(cells))
    #expect(outcome.value.tables[0].rows.map { $0.texts[.number] } == ["1", "2", "3", "4"])
    #expect(outcome.diagnostics.map(\.code).contains("text.between"))
  }

  @Test("A note between rows is the table's")
  func note() throws {
    let outcome = try read(rows[..<3] + ["", "注：本页各栏目每季度检查一次。", ""] + rows[3...])
    #expect(outcome.value.tables.map(\.note) == ["注：本页各栏目每季度检查一次。"])
    #expect(outcome.diagnostics.isEmpty)
  }

  @Test("Page numbers, running heads and marks that a table goes on say nothing")
  func furniture() throws {
    let head = "某市人民政府办公室文件"
    let outcome = try read(
      [head, ""] + rows[..<3] + ["", "- 2 -", head, "续表", ""] + rows[3...4] + [""])
    #expect(outcome.value.tables.map(\.rows.count) == [4])
    #expect(outcome.diagnostics.isEmpty)
  }
}
