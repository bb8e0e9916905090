import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import Testing

@Suite("Plans whose rows have drifted")
struct DriftedRowTests {
  private func table(_ rows: [String]) throws -> RecognisedTable {
    let grid = Grid(sketch: rows.joined(separator: "\n"), layout: .delimited)
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)]))
    return try #require(found.value.tables.first)
  }

  /// A channel of so many columns, of which the first stands beside it.
  private func channel(_ name: String, _ numbers: ClosedRange<Int>) -> [String] {
    numbers.map { number in
      "\(number == numbers.lowerBound ? name : "") | 栏目\(number)号 | 发布与栏目\(number)号有关的内容。 | 每月更新 | 县教育局"
    }
  }

  @Test("Rows that begin with an empty field too many do not widen the table, though they are neighbours")
  func neighbours() throws {
    let header = "频道 | 栏目 | 具体内容 | 更新时效 | 责任单位"
    let drifted = [7, 8].map { " | | 栏目\($0)号 | 发布与栏目\($0)号有关的内容。 | 每季度更新 | 县民政局" }
    let table = try table([header] + channel("公开", 1...6) + drifted + channel("民生", 9...14))
    #expect(table.rows.map(\.path) == (1...14).map { [$0 < 9 ? "公开" : "民生", "栏目\($0)号"] })
  }

  @Test("A row that lost the empty fields at its start stands at the deepest levels, however many it lost")
  func lostStart() throws {
    let header = "频道 | 大类 | 中类 | 小类 | 栏目 | 具体内容 | 更新时效 | 责任单位"
    let first = "公开 | 公告 | 政务 | 决策 | 首栏 | 发布首栏的有关内容。 | 每月更新 | 县教育局"
    let rows = (1...9).map { " | | | | 栏目\($0)号 | 发布栏目\($0)号的有关内容。 | 每月更新 | 县教育局" }
    let drifted = "执行 | 栏目十 | 发布栏目十的有关内容。 | 每月更新 | 县教育局"
    let table = try table([header, first] + rows.prefix(4) + [drifted] + rows.suffix(5))
    #expect(table.rows[5].path == ["公开", "公告", "政务", "执行", "栏目十"])
    #expect(table.rows[6].path == ["公开", "公告", "政务", "执行", "栏目5号"])
  }

  @Test("Where rows have moved, one that fits its place is moved back if its fields say so, with doubts")
  func fittingRow() throws {
    let header = "频道 | 栏目 | 具体内容 | 更新时效 | 责任单位"
    let moved = ["栏目21号 | 发布与栏目21号有关的内容。 | 每月更新 | 县教育局 | ", "回应关切 | 公开回应关切信息 | | | "]
    let table = try table([header] + channel("公开", 1...20) + moved + channel("民生", 23...28))
    #expect(table.rows[20].path == ["公开", "栏目21号"])
    #expect(table.rows[21].path == ["公开", "回应关切"])
    #expect(table.rows[21].texts[.requirement] == "公开回应关切信息")
    let doubted = Set(table.rows[21].doubts.compactMap(\.field))
    #expect(doubted.isSuperset(of: [.level, .requirement]))
    #expect(table.rows.prefix(20).allSatisfy { $0.doubts.isEmpty })
  }
}
