import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

/// Empty cells that are there in rows from which others are gone.
@Suite("Empty cells beside those that are gone")
struct ShownBlanksTests {
  @Test("Where rows that lost any covered cell lost all, one that is there and empty was empty, however many are")
  func lostAll() throws {
    let units = ["教育", "民政", "交通", "水利", "商务", "体育", "审计"]
    let rows = (0..<24).map { index in
      let channel = index % 4 == 0 ? "第\(index / 4)之窗 | " : ""
      let kept = "每\(["周", "月", "季度", "年"][index % 4])更新"
      let time = [1, 6, 14, 19].contains(index) ? " |" : index % 4 > 1 ? "" : " | \(kept)"
      return "\(channel)栏目\(index)号 | 发布第\(index)号栏目的内容及其附件。\(time) | 县\(units[index % 7])局"
    }
    let table = try RecognisedTable(
      (["频道 | 栏目 | 具体内容 | 更新时效 | 责任单位"] + rows).joined(separator: "\n"), layout: .delimited)
    #expect([1, 6, 14, 19].map { table.rows[$0].texts[.update] ?? "" } == ["", "", "", ""])
    #expect([2, 7, 10, 18, 22].allSatisfy { !(table.rows[$0].texts[.update] ?? "").isEmpty })
  }

  @Test("A time that is gone was merged where others are empty and there, though equal ones stand below each other")
  func goneTime() throws {
    let table = try RecognisedTable(
      """
      公开 | 渔业财务 | 预算管理处 | 每周 | 转载 | 名录、住所、电话 |
      领导名录 | 厅属各单位 | 栏目链接 | 全文图片 |
      机构名录 | 审计科 法规科 | 自信息形成之日起7个工作日内 | 自行发布 | 来信回复；决定摘要 |
      作风建设 | 公开办 监管科 | 每周 | 接口推送 | 案例；条件、程序 |
      文明创建 | 信访室 服务科 | 每周 | 自行发布 | 文件原文 |
      资讯 | 船员会议 | 人事科 |  | 接口推送 | 范围、机构 |
      渔业要闻 | 产业科 |  | 栏目链接 | 图表材料与文件关联 | 统一建设
      """, layout: .delimited)
    #expect(table.rows.map { $0.texts[.update] ?? "" } == ["每周", "每周", "自信息形成之日起7个工作日内", "每周", "每周", "", ""])
  }

  @Test("Where merged cells are gone, a field that lost none holds empty ones, also in rows that end before the table")
  func fieldThatLostNone() throws {
    let units = ["教育", "民政", "交通", "水利", "商务", "体育", "审计"]
    let blanks = [1, 6, 10, 14, 19, 21]
    let rows = (0..<24).map { index in
      let channel = index % 4 == 0 ? "第\(index / 4)之窗 | " : ""
      let time = blanks.contains(index) ? "" : "每\(["周", "月", "季度", "年"][index % 4])更新"
      // The unit of every second row is gone, and that of three is empty.
      let end = [2, 14, 18].contains(index) ? " |" : index % 2 == 1 ? "" : " | 县\(units[(index + 3) % 7])局"
      let lead = "县\(units[index % 7])局"
      let demand = "发布第\(index)号栏目的内容及其附件。"
      return "\(channel)栏目\(index)号 | \(demand) | \(time) | \(lead)\(end)"
    }
    let table = try RecognisedTable(
      (["频道 | 栏目 | 具体内容 | 更新时效 | 牵头单位 | 责任单位"] + rows).joined(separator: "\n"), layout: .delimited)
    #expect(blanks.map { table.rows[$0].texts[.update] ?? "" } == blanks.map { _ in "" })
    #expect([1, 5, 9].allSatisfy { !(table.rows[$0].texts[.responsible] ?? "").isEmpty })
  }
}
