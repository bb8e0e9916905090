import LanmuGrid
import LanmuTestSupport
import Testing

@testable import LanmuRecognition

@Suite("Branches that the next page goes on with")
struct HeldBranchTests {
  private func paths(_ sketch: String, layout: Grid.Layout = .dropped) throws -> [String] {
    try RecognisedTable(sketch, layout: layout).rows.map { $0.path.joined(separator: "/") }
  }

  /// How many outer labels stay open at each row; a line of a page's first row begins with ↓.
  private func levels(_ sketch: String) -> [Int] {
    let lines = sketch.split(separator: "\n")
    let rows = lines.map { line in
      line.split(separator: "|").map { part in
        let text = part.filter { $0 != " " && $0 != "↓" }
        return AlignableCell(raw: text, text: text, evidence: TextEvidence(text), line: nil)
      }
    }
    return HeldBranches(rows, breaks: lines.map { $0.hasPrefix("↓") ? .page : .none }).levels
  }

  @Test(
    "A row above a page that begins with labels of a row further up is below these, too",
    arguments: [Grid.Layout.dropped, .delimited])
  func lastRowOfPage(layout: Grid.Layout) throws {
    let pad = layout == .dropped ? " | " : ""
    let found = try paths(
      """
      主栏目 | 分栏目 | 末级栏目 | 更新时效 | 内容保障单位 | 说明
      专题专栏 | 在办专题 | 优化营商环境 | 每月更新 | 统计局\(pad)
      安全生产月 | 按需 | 科学技术局 | 重点考核栏目\(pad)\(pad)
      主栏目 | 分栏目 | 末级栏目 | 更新时效 | 内容保障单位 | 说明
      专题专栏 | 在办专题 | 诚信建设 | 每月更新 | 林业局\(pad)
      """, layout: layout)
    #expect(found == ["专题专栏/在办专题/优化营商环境", "专题专栏/在办专题/安全生产月", "专题专栏/在办专题/诚信建设"])
  }

  @Test("Labels of a page that open one branch after another under one name say nothing of the rows between")
  func branchesOfOneName() throws {
    let found = try paths(
      """
      频道 | 栏目 | 子栏目 | 更新时效 | 责任单位
      甲镇 | 公开 | 预算 | 每月更新 | 财政所
      通知 | 每周更新 | 党政办 | |
      公开 | 服务 | 社保 | 每月更新 | 社保所
      频道 | 栏目 | 子栏目 | 更新时效 | 责任单位
      甲镇 | 公开 | 决算 | 每月更新 | 财政所
      """)
    #expect(found.count == 4)
    #expect(found.prefix(2) == ["甲镇/公开/预算", "甲镇/通知"])
    #expect(found.last == "甲镇/公开/决算")
    let between = "通知 | 每周更新 | 党政办"
    #expect(levels("甲镇 | 公开 | 预算\n\(between)\n↓ 甲镇 | 公开 | 决算") == [0, 2, 2])
    #expect(levels("甲镇 | 公开 | 预算\n\(between)\n公开 | 服务 | 社保\n↓ 甲镇 | 公开 | 决算") == [0, 1, 1, 1])
  }

  @Test("A page goes on with what the page above did, or with its channel alone where two have a branch of one name")
  func pages() {
    #expect(levels("甲镇 | 公开 | 预算\n↓ 甲镇 | 公开 | 决算\n通知 | 每周更新\n↓ 甲镇 | 公开 | 采购") == [0, 2, 2, 2])
    #expect(levels("甲镇 | 公开 | 预算\n乙镇 | 公开 | 决算\n↓ 乙镇 | 公开 | 采购") == [0, 0, 1])
    // What stood above the channel's first row is none of its branches.
    #expect(levels("公开 | 服务 | 预算\n甲镇 | 通知 | 决算\n↓ 甲镇 | 公开 | 采购") == [0, 0, 1])
  }

  @Test("Where hardly a page begins with labels that are written again, none says anything")
  func pagesThatDoNotRenew() {
    let sketch = "甲镇 | 公开 | 预算\n↓ 采购 | 每周更新\n↓ 招标 | 每周更新\n↓ 甲镇 | 公开 | 决算"
    #expect(levels(sketch) == [0, 0, 0, 0])
  }

  @Test("A zone of the site that is named like its channel is a part of it")
  func zoneOfChannel() throws {
    let found = try paths(
      """
      主栏目 | 分栏目 | 末级栏目 | 更新时效 | 内容保障单位 | 说明
      数据开放 | 普查数据 | 人口普查 | 每周更新 | 科学技术局、国资委 | 涉密信息除外
      经济普查 | 每月更新 | 退役军人事务局 | 今年起 | |
      数据专区 | 数据目录 | 每月更新 | 退役军人事务局 | |
      开放接口 | 每年更新 | 供销社 | | |
      专题专栏 | 在办专题 | 营商环境 | 每月更新 | 统计局 |
      乡村振兴 | 每月更新 | 农业局 | | |
      """)
    #expect(
      found == [
        "数据开放/普查数据/人口普查", "数据开放/普查数据/经济普查", "数据开放/数据专区/数据目录", "数据开放/数据专区/开放接口",
        "专题专栏/在办专题/营商环境", "专题专栏/在办专题/乡村振兴",
      ])
  }
}
