import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import LanmuTestSupport
import Testing

@Suite("Rows and values that a page or a line's end cut in two")
struct CutRowTests {
  @Test("The rest of a value that breaks off stands in a row of its own", arguments: [Grid.Layout.delimited, .dropped])
  func tornValue(layout: Grid.Layout) throws {
    let rest = layout == .delimited ? " | | 以及图片。 | |" : "以及图片。 | | | |"
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 要闻 | 发布本县要闻， | 每周更新 | 信息中心
      \(rest)
      民生 | 出行 | 发布线路。 | 每月更新 | 交通局
      社会 | 就医 | 发布医院。 | 每季度更新 | 卫健局
      """, layout: layout)
    #expect(table.rows.map { $0.texts[.requirement] } == ["发布本县要闻，以及图片。", "发布线路。", "发布医院。"])
    #expect(table.rows[0].doubts.map(\.code) == ["row.joined"])
    #expect(table.rows[0].doubts.map(\.field) == [.requirement])
  }

  @Test(
    "A row that a page break cut in two, with no header between the halves",
    arguments: [Grid.Layout.delimited, .spanned])
  func cutTime(layout: Grid.Layout) throws {
    let table = try RecognisedTable(
      """
      频道 | 栏目 | 具体内容 | 更新时效 | 责任单位
      政务 | 要闻 | 发布名单、照片、 | 变动后3个 | 信息中心
       | | 简历等 | 工作日内 |
       | 快讯 | 发布快讯。 | 每周更新 | 各部门
      """, layout: layout)
    #expect(table.rows.map { $0.texts[.update] } == ["变动后3个工作日内", "每周更新"])
    #expect(table.rows[0].texts[.requirement] == "发布名单、照片、简历等")
    #expect(table.rows[0].doubts.map(\.code) == ["row.joined", "row.joined"])
  }

  @Test(
    "A requirement that a page break cut within a list goes on where its numbers do, however they are written",
    arguments: ["1.发布名单；2.发布照片和简|历；3.及时更新。", "①发布名单；②发布照片和简|历；③及时更新。", "（九）发布名单；（十）发布照片和简|历；（十一）及时更新。"])
  func cutList(text: String) throws {
    let halves = text.split(separator: "|").map(String.init)
    func table(_ rest: String) throws -> RecognisedTable {
      try RecognisedTable(
        "频道 | 栏目 | 具体内容 | 责任单位\n政务 | 要闻 | \(halves[0]) | 信息中心\n | | \(rest) |\n | 快讯 | 发布快讯。 | 各部门",
        layout: .delimited)
    }
    let joined = try table(halves[1])
    #expect(joined.rows.map { $0.texts[.requirement] } == [halves.joined(), "发布快讯。"])
    #expect(joined.rows[0].doubts.map(\.code) == ["row.joined"])
    #expect(try table("历；及时更新。").rows.count == 3)
  }

  @Test("The next items of a list below a page's header are the rest of a requirement, and a row where no page ends")
  func cutBetweenItems() throws {
    func table(_ header: String) throws -> RecognisedTable {
      try RecognisedTable(
        "频道 | 栏目 | 具体内容 | 责任单位\n政务 | 要闻 | 1.发布名单； | 信息中心\n\(header) | | 2.发布照片。 |\n | 快讯 | 发布快讯。 | 各部门",
        layout: .delimited)
    }
    let joined = try table("频道 | 栏目 | 具体内容 | 责任单位\n")
    #expect(joined.rows.map { $0.texts[.requirement] } == ["1.发布名单；2.发布照片。", "发布快讯。"])
    #expect(joined.rows[0].doubts.map(\.code) == ["row.joined"])
    #expect(try table("").rows.count == 3)
  }
}
