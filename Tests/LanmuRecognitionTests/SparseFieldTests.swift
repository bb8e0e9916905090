import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

/// Fields of few texts beside fields that write equal values again: the habits of the other fields say nothing of these.
@Suite("Fields most of whose cells are empty")
struct SparseFieldTests {
  private func table(_ header: String, _ rows: [String]) throws -> RecognisedTable {
    try RecognisedTable(([header] + rows).joined(separator: "\n"), layout: .delimited)
  }

  /// Units that stand in three rows each and are written in all of them.
  private func unit(_ row: Int) -> String { "县\(["甲", "乙", "丙", "丁"][row / 3 % 4])局" }

  @Test("The only demand of a table, in its first row, is that of all rows", arguments: [8, 12, 20])
  func onlyDemand(count: Int) throws {
    let demand = "1.内容准确；2.发布前须经审签。"
    let rows = (0..<count).map { "栏目\($0 + 1)号 | \($0 == 0 ? demand : "") | \(unit($0))" }
    let table = try table("栏目 | 保障要求 | 责任单位", rows)
    #expect(table.rows.allSatisfy { $0.texts[.requirement] == demand })
    #expect(table.rows.map(\.doubts.isEmpty) == (0..<count).map { $0 == 0 })
  }

  @Test("Demands that stand in the first rows of two long branches alone are those of the branches")
  func demandsOfTwoBranches() throws {
    let demands = ["定期检查链接，确保可用。", "注明信息来源和发布时间。"]
    let rows = (0..<15).map { index in
      let branch = index < 10 ? 0 : 1
      let begins = index % 10 == 0
      let labels = "\(begins ? "频道\(branch + 1)号" : "") | 栏目\(index + 1)号"
      return "\(labels) | \(begins ? demands[branch] : "") | \(unit(index)) | 每\(["周", "月", "年"][index * index % 3])更新"
    }
    let table = try table("频道 | 栏目 | 发布内容 | 责任单位 | 更新频度", rows)
    #expect(table.rows.map { $0.texts[.requirement] } == (0..<15).map { demands[$0 < 10 ? 0 : 1] })
    #expect(table.rows.indices.allSatisfy { [0, 10].contains($0) == table.rows[$0].doubts.isEmpty })
  }

  @Test("Times that most rows lack are those above, with a doubt where no branch tells")
  func sparseTimes() throws {
    let times = [0: 3, 1: 5, 6: 7, 7: 10, 11: 15]
    let rows = (0..<16).map { index in
      let time = times[index].map { "信息产生后\($0)个工作日内" } ?? ""
      return "栏目\(index + 1)号 | 发布第\(index)号的内容。 | \(time) | \(unit(index))"
    }
    let table = try table("栏目 | 内容 | 更新时限 | 责任单位", rows)
    #expect(table.rows.allSatisfy { $0.texts[.update] != nil })
    #expect(table.rows.indices.allSatisfy { times[$0] != nil || !table.rows[$0].doubts.isEmpty })
  }

  @Test("Helpers written again in row after row, whom a branch lacks from its start on, are not merged")
  func helpersWrittenAgain() throws {
    let helpers = [
      ["子", "子", "子", "", ""], ["丑", "丑", ""], ["", "寅", "寅", ""], ["卯", "卯", ""],
    ]
    var rows: [String] = []
    for (branch, units) in helpers.enumerated() {
      for (place, helper) in units.enumerated() {
        let label = place == 0 ? "频道\(branch + 1)号" : ""
        let time = place % 3 == 0 ? "每\(["周", "月", "年", "天"][(branch * 2 + place / 3) % 4])更新" : ""
        let lead = "县\(["甲", "乙", "丙", "丁", "戊"][(rows.count * 3 + 3) % 5])局"
        rows.append(
          "\(label) | 栏目\(rows.count + 1)号 | \(time) | \(lead) | \(helper.isEmpty ? "" : "县\(helper)办")")
      }
    }
    let table = try table("频道 | 栏目 | 更新频次 | 牵头 | 配合部门", rows)
    #expect(
      table.rows.map { $0.texts[.responsible] ?? "" } == helpers.joined().map { $0.isEmpty ? "" : "县\($0)办" })
  }

  @Test("Where each row writes the labels above it again, nothing is merged, and an empty demand is none")
  func labelsWrittenAgain() throws {
    let rows = [
      "互动 | 征集 | 次数 | 征集次数全年不少于6次。 | 县甲局", "互动 | 征集 | 反馈 | 征集结果全部公开反馈。 | 县乙局", "互动 | 访谈 | 期数 | 全年不少于6期，每期都有回放。 | 县丙局",
      "发布 | 概况 | 职能 | 职能完整准确，变动后及时更新。 | 县甲局", "发布 | 文件 | 分类 | 按主题、文号、年份分类展示。 | 县乙局", "发布 | 文件 | 标注 |  | 县丙局",
      "发布 | 文件 | 格式 |  | 县丁局", "发布 | 动态 | 数量 | 动态每周更新，不少于三条。 | 县甲局",
    ]
    let table = try table("一级指标 | 二级指标 | 三级指标 | 工作要求 | 责任单位", rows)
    #expect(table.rows.map { $0.texts[.requirement] == nil } == [false, false, false, false, false, true, true, false])
  }

  @Test("Bodies are merged though each row writes the labels above it again")
  func bodiesBesideRepeatedLabels() throws {
    let rows = [
      "政务 | 文件 | 发布文件。 | 县府办", "政务 | 解读 | 发布解读。 |", "政务 | 任免 | 发布任免。 |", "政务 | 预算 | 发布预算。 | 县财政局", "政务 | 决算 | 发布决算。 |",
    ]
    let table = try table("一级栏目 | 二级栏目 | 内容 | 责任单位", rows)
    #expect(table.rows.map { $0.texts[.responsible] } == ["县府办", "县府办", "县府办", "县财政局", "县财政局"])
  }

  @Test("Where no branch tells, few empty cells are in doubt whatever they were read as")
  func fewEmptyCells() throws {
    let rows = (0..<16).map { index in
      let deadline = [5, 11].contains(index) ? "" : "文件印发后\([3, 5, 5, 7][index % 4])个工作日内提供"
      return "栏目\(index + 1)号 | 发布第\(index)号的内容。 | 每\(["周", "月", "年"][index % 3])更新 | \(deadline) | \(unit(index))"
    }
    let table = try table("栏目 | 内容 | 更新时限 | 提供时限 | 责任单位", rows)
    #expect(table.rows.map(\.doubts.isEmpty) == (0..<16).map { ![5, 11].contains($0) })
  }
}
