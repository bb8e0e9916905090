import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import Testing

@Suite("What is taken to be true of tables whose cells are lost")
struct LostCellBeliefTests {
  private func table(_ sketch: String) throws -> RecognisedTable {
    let grid = Grid(sketch: sketch, layout: .dropped)
    let found = try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: [.table(grid)]))
    return try #require(found.value.tables.first)
  }

  @Test("Where the rows of each channel are counted from one, no channel begins where counting goes on")
  func rowsCountedByChannel() throws {
    let table = try table(
      """
      序号 | 频道 | 栏目 | 子栏目 | 具体内容 | 责任单位
      1 | 概况 | 人口 | 发布人口的有关情况。 | 统计局
      2 | 特产 | 发布特产的有关情况。 | 农业农村局
      1 | 政务 | 人事 | 任免 | 发布任免的有关情况。 | 组织部
      2 | 招录 | 发布招录的有关情况。 | 人社局
      3 | 规划 | 年度 | 发布年度的有关情况。 | 发改局
      4 | 专项 | 发布专项的有关情况。 | 发改局
      5 | 财政 | 预算 | 发布预算的有关情况。 | 财政局
      6 | 决算 | 发布决算的有关情况。 | 财政局
      1 | 服务 | 出行 | 发布出行的有关情况。 | 交通运输局
      2 | 停车 | 发布停车的有关情况。 | 公安局
      1 | 互动 | 信箱 | 发布信箱的有关情况。 | 信访局
      2 | 访谈 | 发布访谈的有关情况。 | 信访局
      """)
    #expect(table.rows[2..<8].allSatisfy { $0.path.first == "政务" })
    #expect(table.rows.filter { $0.texts[.number] == "1" }.map { $0.path.first ?? "" } == ["概况", "政务", "服务", "互动"])
  }

  @Test("A label that is the first of a page and was open above stands at the outermost level")
  func labelRepeatedByPage() throws {
    let header = "频道 | 栏目 | 子栏目 | 责任单位 | 具体内容 | 更新时限"
    let table = try table(
      """
      \(header)
      公开 | 规划 | 年度 | 发改局 | 发布年度的有关情况。 | 每年更新
      专项 | 发改局 | 发布专项的有关情况。 | | |
      政策 | 司法局 | 发布政策的有关情况。 | 及时更新 | |
      \(header)
      公开 | 人事 | 任免 | 组织部 | 发布任免的有关情况。 | 及时更新
      招录 | 人社局 | 发布招录的有关情况。 | | |
      \(header)
      出行 | 停车 | 公安局 | 发布停车的有关情况。 | 每周更新 |
      \(header)
      出行 | 公交 | 交通局 | 发布公交的有关情况。 | 每周更新 |
      """)
    #expect(table.rows.suffix(2).map(\.path) == [["出行", "停车"], ["出行", "公交"]])
  }

  @Test("Where shallow branches explain a table nearly as well as deep ones, all that depends on it is in doubt")
  func depthOfBranchesInDoubt() throws {
    let channels = [
      ("概况", ["人口", "地理", "气候"]), ("新闻", ["要闻", "快讯", "图片"]), ("招生", ["简章", "计划", "查询"]),
      ("教学", ["专业", "课程", "名师"]), ("科研", ["项目", "成果", "基地"]), ("文化", ["社团", "校史", "校歌"]),
    ]
    var number = 2
    let rows = channels.flatMap { channel, labels in
      labels.enumerated().map { place, label in
        number += 1
        let (first, unit) = place == 0 ? ("\(channel) | ", "宣传部") : ("", "办公室")
        return "\(number) | \(first)\(label) | 发布\(label)的有关情况。 | 及时更新 | \(unit)"
      }
    }
    let table = try table(
      """
      序号 | 频道 | 栏目 | 子栏目 | 具体内容 | 更新时限 | 责任单位
      1 | 公开 | 财务 | 预算 | 发布预算的有关情况。 | 每年更新 | 计财处
      2 | 决算 | 发布决算的有关情况。 | 每年更新 | 计财处
      \(rows.joined(separator: "\n"))
      """)
    #expect(table.rows.dropFirst(2).allSatisfy { row in row.doubts.contains { $0.field == .level } })
  }
}
