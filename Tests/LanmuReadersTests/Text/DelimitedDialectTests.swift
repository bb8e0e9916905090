import LanmuDiagnostics
import LanmuGrid
import LanmuReaders
import Testing

@Suite("Fields between commas and semicolons")
struct DelimitedDialectTests {
  private func sizes(_ text: String) -> [[Int]] {
    TextReader().read(text).value.tables.map { [$0.rowCount, $0.columnCount] }
  }

  @Test("Rows that end in full stops are a table below a line of labels")
  func closedRows() {
    #expect(sizes("单位;栏目\n甲局;要闻、公告。\n乙局;规划、财政。\n丙局;教育。\n") == [[4, 2]])
    #expect(sizes("序号,单位,栏目\n1,甲局,要闻、公告。\n2,乙局,规划、财政。\n") == [[3, 3]])
  }

  @Test("Sentences are no table")
  func sentences() {
    #expect(sizes("各单位,认真落实。\n甲局,负责要闻。\n乙局,负责公告。\n") == [])
    #expect(sizes("一要提高认识;明确责任。\n二要加强领导;健全制度。\n三要督促检查;通报情况。\n") == [])
  }
}
