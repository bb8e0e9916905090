import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

/// Pages of text between delimiters whose rows have all moved by one field, from some field on.
@Suite("Pages that have moved")
struct ShiftedPageTests {
  private func table(_ rows: [String]) throws -> RecognisedTable {
    try RecognisedTable(rows.joined(separator: "\n"), layout: .delimited)
  }

  @Test(
    "Behind labels that lost nothing, a page has moved from there on, below a header of its own or not",
    arguments: [true, false])
  func innerPage(repeatsHeader: Bool) throws {
    let header = "频道 | 大类 | 栏目 | 发布内容 | 更新时限 | 责任单位"
    let table = try table(
      [
        header, "公开 | 机构 | 职能 | 公开机构的职能。 | 每年更新 | 县政府办", " | | 领导 | 公开领导的分工。 | 每月更新 | 县人社局",
        "服务 | 办事 | 流程 | 公开办事的流程。 | 每年更新 | 县审批局",
      ] + (repeatsHeader ? [header] : []) + [
        " | | 材料 | | 公开办事的材料。 | 每年更新 | 县教育局", " | 查询 | | | 公开查询的方法。 | 每月更新 | 县水务局",
        "互动 | 来信 | 信箱 | | 公开信箱的地址。 | 每周更新 | 县信访局",
      ])
    #expect(
      table.rows.map(\.path) == [
        ["公开", "机构", "职能"], ["公开", "机构", "领导"], ["服务", "办事", "流程"], ["服务", "办事", "材料"], ["服务", "查询"],
        ["互动", "来信", "信箱"],
      ])
    #expect(table.rows.suffix(3).map { $0.texts[.responsible] } == ["县教育局", "县水务局", "县信访局"])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("Labels that stand elsewhere at their levels tell which of two empty fields a page has too many")
  func labelsElsewhere() throws {
    let header = "频道 | 栏目 | 细目 | 发布内容 | 更新时限 | 责任单位"
    let table = try table([
      header, "公开 | 机构 | | 公开机构的职能。 | 每年更新 | 县政府办", " | 领导 | | 公开领导的分工。 | 每月更新 | 县人社局",
      "服务 | 办事 | 流程 | 公开办事的流程。 | 每年更新 | 县审批局", " | | 材料 | 公开办事的材料。 | 每年更新 | 县教育局",
      " | 查询 | | 公开查询的方法。 | 每月更新 | 县水务局", header, " | 服务 | 求助 | | 公开求助的电话。 | 每年更新 | 县民政局",
      " | | 咨询 | | 公开咨询的电话。 | 每周更新 | 县信访局", " | 公开 | 规划 | | 公开规划的全文。 | 每年更新 | 县发改局",
    ])
    #expect(table.rows.suffix(3).map(\.path) == [["服务", "求助"], ["服务", "咨询"], ["公开", "规划"]])
  }

  @Test("A page has moved though most of its rows are as wide as the header, since they lost the field they ended in")
  func trimmedPage() throws {
    let header = "频道 | 大类 | 栏目 | 发布内容 | 责任单位 | 备注"
    let table = try table([
      header, "公开 | 机构 | 职能 | 公开机构的职能。 | 县政府办 | ", " | | 领导 | 公开领导的分工。 | 县人社局 | 新增", "服务 | 办事 | | 公开办事的流程。 | 县审批局 | ",
      " | 求助 | 热线 | 公开求助的电话。 | 县民政局 | ", header, " | | | 咨询 | 公开咨询的电话。 | 县信访局", " | | 查询 | | 公开查询的方法。 | 县水务局",
      " | | 预约 | | 公开预约的方法。 | 县卫健局 | 暂缓", " | | 投诉 | 信箱 | 公开信箱的地址。 | ",
    ])
    #expect(
      table.rows.suffix(4).map(\.path) == [["服务", "求助", "咨询"], ["服务", "查询"], ["服务", "预约"], ["服务", "投诉", "信箱"]])
  }

  @Test("Pages that moved from different fields on are parted by nothing but the lines of their numbers")
  func pagesBesideEachOther() throws {
    let pages = [
      ["频道 | 栏目 | 发布内容 | 更新时限 | 责任单位", "公开 | 职能 | 公开机构的职能。 | 每年更新 | 县政府办", " | 领导 | | 每月更新 | 县人社局"],
      [" | 解读 | | 公开文件的解读。 | | 各部门", " | 文件 | | 公开文件的全文。 | 每年更新 | 县司法局", "服务 | 材料 | | | 每年更新 | 县教育局"],
      [" | 查询 | 公开查询的方法。 | | | 县水务局", " | 热线 | 公开求助的电话。 | 每年更新 | | 县民政局", "互动 | 信箱 | | 每周更新 | | 县信访局"],
    ]
    var grid = Grid(sketch: pages.joined().joined(separator: "\n"), layout: .delimited)
    for index in grid.cells.indices {
      let row = grid.cells[index].row
      grid.cells[index].line = 1 + row / 3 * 4 + row % 3
    }
    let document = TableDocument(format: "sketch", blocks: [.table(grid)])
    let table = try #require(PlanRecogniser().recognise(document).value.tables.first)
    #expect(
      table.rows.map(\.path) == [
        ["公开", "职能"], ["公开", "领导"], ["公开", "解读"], ["公开", "文件"], ["服务", "材料"], ["服务", "查询"], ["服务", "热线"], ["互动", "信箱"],
      ])
    let demands = table.rows.map { $0.texts[.requirement] ?? "" }
    #expect(demands[3] == "公开文件的全文。" && demands[5...6] == ["公开查询的方法。", "公开求助的电话。"])
    #expect(table.rows.dropFirst(2).map { $0.texts[.responsible] } == ["各部门", "县司法局", "县教育局", "县水务局", "县民政局", "县信访局"])
  }

  @Test("Rows that end in empty fields beside such a page are not filled up for cells that they lost")
  func besideEmptyEnds() throws {
    let header = "序号 | 栏目 | 更新频率 | 责任单位 | 说明"
    let table = try table([
      header, "1 | 要闻 | 每周更新 | 县府办 | 新增", "2 | 公告 | 每月更新 | 县府办 | ", header,
      "3 | 快讯 | | 每月更新 | 县文旅局 | ", "4 | 会议 | | 每周更新 | 县府办 | 首页展示", "5 | 出行 | | 每天更新 | 县交通局 | ",
      "6 | 就学 | | 每年更新 | 县教育局 | ", header + " | ", "7 | 信箱 | 每周更新 | 县信访局 | 限期 | ",
      "8 | 调查 | 每月更新 | 县统计局 | | ", "9 | 热线 | 每月更新 | 县信访局 | | ", "10 | 访谈 | 每月更新 | 县广电局 | 预告 | ",
      "11 | 评议 | 每年更新 | 县府办 | | ", "12 | 投票 | 每年更新 | 县府办 | | ",
    ])
    let labels = ["要闻", "公告", "快讯", "会议", "出行", "就学", "信箱", "调查", "热线", "访谈", "评议", "投票"]
    #expect(table.rows.map(\.path) == labels.map { [$0] })
    #expect(table.rows.compactMap { $0.texts[.remarks] } == ["新增", "首页展示", "限期", "预告"])
    #expect(table.rows.allSatisfy { $0.doubts.isEmpty })
  }

  @Test("A page whose rows lost the empty fields that they began with stands below the labels of the page before")
  func clippedPage() throws {
    let header = "频道 | 大类 | 栏目 | 牵头单位 | 协办单位"
    let table = try table([
      header, "公开 | 机构 | 职能 | 县政府办 | 县人社局", " | | 领导 | 县政府办 | 县编办", " | | 解读 | 县政府办 | 各部门",
      " | | 文件 | 县编办 | 县司法局", header, "材料 | 县教育局 | 县卫健局", "查询 | 公交 | 县交通局 | 县水务局", "医院 | 县卫健局 | 县教育局",
      "互动 | 来信 | 信箱 | 县信访局 | 各部门",
    ])
    #expect(
      table.rows.suffix(4).map(\.path) == [
        ["公开", "机构", "材料"], ["公开", "查询", "公交"], ["公开", "查询", "医院"], ["互动", "来信", "信箱"],
      ])
    #expect(table.rows.map { $0.texts[.lead] }.suffix(4) == ["县教育局", "县交通局", "县卫健局", "县信访局"])
  }

  @Test(
    "A page that has moved behind its labels does not tell the fields of a table without a header",
    arguments: ["", " | "])
  func headerless(end: String) throws {
    let table = try table([
      "1 | 概况 | 历史 | 发布沿革、名人等信息；注明来源 | 每年更新 | 县教育局\(end)", "2 |  | 风俗 | 发布节庆、礼仪等信息；注明来源 | 每季度更新 | 县民政局\(end)",
      "3 |  | 特产 | 发布特产、名店等信息；注明来源 | 每年更新 | 县民政局\(end)", "4 | 动态 | 公告 | 发布公告、通告等信息；注明来源 | 每周更新 | 县公安局\(end)",
      "5 |  | 名胜 |  | 发布名胜、路线等信息；注明来源 | 每季度更新 | 县财政局", "6 | 服务 | 会议 |  | 发布会议、活动等信息；注明来源 | 每周更新 | 县教育局",
      "7 |  | 快讯 |  | 发布快讯、简报等信息；注明来源 | 每天更新 | 县公安局",
    ])
    #expect(table.rows.map { $0.texts[.number] } == (1...7).map { "\($0)" })
    #expect(
      table.rows.map(\.path) == [
        ["概况", "历史"], ["概况", "风俗"], ["概况", "特产"], ["动态", "公告"], ["动态", "名胜"], ["服务", "会议"], ["服务", "快讯"],
      ])
    #expect(table.rows.allSatisfy { $0.texts[.requirement] != nil && $0.texts[.update] != nil && $0.doubts.isEmpty })
    #expect(table.rows.map { $0.texts[.responsible]?.count } == Array(repeating: 4, count: 7))
  }

  @Test("Nor does it where single rows of the pages before have moved as well")
  func headerlessBesideMovedRows() throws {
    let table = try table([
      "1 | 概况 | 历史 | 发布沿革、名人等信息；注明来源 | 每年更新 | 县教育局", "2 |  | 风俗 | 发布节庆、礼仪等信息；注明来源 | 每季度更新 | 县民政局",
      "3 |  | 特产 |  | 发布特产、名店等信息；注明来源 | 每年更新 | 县民政局", "4 | 动态 | 公告 | 发布公告、通告等信息；注明来源 | 每周更新 | 县公安局",
      "5 |  | 名胜 |  | 发布名胜、路线等信息；注明来源 | 每季度更新 | 县财政局", "6 | 服务 | 会议 |  | 发布会议、活动等信息；注明来源 | 每周更新 | 县教育局",
      "7 |  | 快讯 |  | 发布快讯、简报等信息；注明来源 | 每天更新 | 县公安局",
    ])
    #expect(table.fields == [.number, .level, .level, .requirement, .update, .responsible])
    #expect(table.rows.map { $0.path.last } == ["历史", "风俗", "特产", "公告", "名胜", "会议", "快讯"])
  }

  @Test("Running numbers tell rows that moved right, though most are no wider than the header")
  func countedRows() throws {
    let kept = ["1 | 栏目1号 | 县甲局 | 每周 | 发布消息；公开结果。 | ", "2 | 栏目2号 | | | | "]
    let moved = (3...26).flatMap { number in
      let unit = [5, 8, 24].contains(number) ? "" : "县甲局"
      let demand = [3, 5, 8, 12, 18, 21].contains(number) ? "" : " | 发布消息；公开结果。"
      let remark = [6, 9, 15, 24].contains(number) ? " | 暂缓" : ""
      let further = Array(repeating: " | | | 县乙局 | 每周 | 发布消息；公开结果。 | 暂缓", count: number == 9 ? 2 : 0)
      return [" | \(number) | 栏目\(number)号 | \(unit) | 每周\(demand)\(remark)"] + further
    }
    let table = try table(["序号 | 栏目 | 责任单位 | 更新时效 | 内容 | 备注"] + kept + moved)
    let numbers = (1...9).map { $0 } + [9, 9] + (10...26).map { $0 }
    #expect(table.rows.map(\.path) == numbers.map { ["栏目\($0)号"] })
    #expect(table.rows.map { $0.texts[.number] ?? "" } == numbers.map(String.init))
    #expect(table.rows.dropFirst(8).prefix(3).map { $0.texts[.responsible] } == ["县甲局", "县乙局", "县乙局"])
  }
}
