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
}
