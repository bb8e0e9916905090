import LanmuGrid
import LanmuTestSupport
import Testing

@testable import LanmuRecognition

/// Whose labels a requirement speaks of, where the row below has none of its own.
@Suite("Requirements that rows share")
struct SharedRequirementTests {
  @Test("Where only requirements that speak of no column of their own have empty cells below them, these share them")
  func habit() throws {
    let general = "各单位按职责公开，做到真实准确。"
    let names = ["要闻", "公示", "预算", "救助", "招生", "门诊", "公交", "汛情"]
    let rows = names.enumerated().flatMap { index, name in
      let unit = ["教育局", "民政局", "交通局"][index % 3]
      return index % 2 == 0
        ? ["\(name) | 发布\(name)的信息。 | 县\(unit)"]
        : ["\(name) | \(general) | 县\(unit)", "\(name)一览 | | 县水利局", "\(name)统计 | | 县审计局"]
    }
    let sketch = (["栏目 | 具体内容 | 责任单位"] + rows).joined(separator: "\n")
    let table = try RecognisedTable(sketch, layout: .delimited)
    #expect(table.rows.count { $0.texts[.requirement] == general } == 12)
    // Empty cells below the others as well say nothing.
    let uneven = try RecognisedTable(
      sketch.replacing("\n预算 |", with: "\n要闻集锦 | | 县水利局\n预算 |").replacing("\n招生 |", with: "\n预算说明 | | 县审计局\n招生 |")
        + "\n火险 | 发布火险的信息。 | 县林业局\n火险等级 | | 县林业局", layout: .delimited)
    #expect(uneven.rows.last?.texts[.requirement] == nil)
  }

  private let top = "政务公开"

  private func leaning(_ label: String, _ text: String, to other: String) -> Double {
    SharedRequirement(path: [top, label], text: text).leaning(to: [top, other])
  }

  @Test("One that says nothing of either label leaves the habits of the column alone")
  func silent() {
    #expect(leaning("机构设置", "名称、地址、电话等", to: "领导分工") == 0)
  }

  @Test("One that names its own label alone is shared less, and still less where it begins with it")
  func own() {
    let inside = leaning("河长公示", "发布河长公示信息", to: "水质月报")
    #expect(inside < 0)
    #expect(leaning("河长公示", "河长公示牌、巡河记录", to: "水质月报") < inside)
  }

  @Test("One that uses the words of its own label in its own way speaks of that column")
  func reworded() {
    #expect(leaning("信访件办理结果", "公开信访件办理的进度和答复", to: "水质月报") < leaning("信访件", "公开信访件", to: "水质月报"))
  }

  @Test("One that speaks of several columns is shared")
  func collective() {
    #expect(leaning("水质月报", "各栏目均须注明来源", to: "空气月报") > 2)
    #expect(leaning("水质月报", "本类栏目统一要求：配图", to: "空气月报") > 2)
    #expect(leaning("水质月报", "1.本频道各栏目注明来源；2.配图", to: "空气月报") > 2)
    #expect(leaning("水质月报", "本频道的水质数据", to: "空气月报") <= 0)
  }

  @Test(
    "A text that ends with its number, or with the part of the site, speaks of no column",
    arguments: ["", "①", "1.", "本频道"])
  func cutShort(text: String) {
    #expect(leaning("水质月报", text, to: "空气月报") == 0)
  }

  @Test("One that names both labels, or the other, is shared")
  func both() {
    #expect(leaning("水质月报", "发布水质月报、空气月报", to: "空气月报") == 0)
    #expect(leaning("监测", "发布水质月报、空气月报", to: "空气月报") > 0)
  }

  @Test("One that names a parent which the row does not stand below is not shared")
  func left() {
    let requirement = SharedRequirement(path: ["环境质量", "水质"], text: "发布环境质量数据")
    #expect(requirement.leaning(to: ["环境执法", "处罚"]) < -2)
  }

  @Test("One that speaks of its own label ends with the branch, and one that speaks of all columns with the channel")
  func branchEnd() {
    let own = SharedRequirement(path: [top, "环境", "河长公示"], text: "发布河长公示信息")
    #expect(own.leaning(to: [top, "社会", "救助名单"]) < own.leaning(to: [top, "环境", "水质月报"]) - 1)
    let all = SharedRequirement(path: ["资讯", "要闻"], text: "本类栏目先审后发")
    #expect(all.leaning(to: ["资讯", "快讯"]) > 2)
    #expect(all.leaning(to: ["服务", "流程"]) < 0)
    let ofSite = SharedRequirement(path: ["资讯", "要闻"], text: "所有栏目先审后发")
    #expect(ofSite.leaning(to: ["服务", "流程"]) > 2)
  }

  @Test("A requirement that speaks of the column above alone is shared only in doubt, whatever the others are")
  func ownInDoubt() throws {
    let rows = (0..<12).map { index in
      let channel = index % 4 == 0 ? ["走进", "公开", "办事", "互动", "数据", "专题"][index / 4] + "之窗" : ""
      let own = "发布第\(index)号栏目的内容及其附件。"
      let requirement = index % 4 < 2 ? (index == 9 ? "发布河长公示的内容。" : own) : ""
      let label = index == 9 ? "河长公示" : "栏目\(index)号"
      return "\(channel) | \(label) | \(requirement) | 每月\(index % 9 + 1)日 | \(index % 4 == 0 ? "县第\(index)局" : "")"
    }
    let table = try RecognisedTable(
      (["频道 | 栏目 | 具体内容 | 更新时效 | 责任单位"] + rows).joined(separator: "\n"), layout: .delimited)
    for index in [10, 11] {
      #expect(table.rows[index].texts[.requirement] == "发布河长公示的内容。")
      #expect(table.rows[index].doubts.map(\.field) == [.requirement])
    }
  }

  @Test("A lone row that says nothing shares, in doubt, what speaks of the column above alone; several share it surely")
  func silentRows() throws {
    func doubts(_ labels: String...) throws -> [[FieldMeaning?]] {
      let rows = labels.map { " | \($0) | | |" }
      let lines = ["频道 | 栏目 | 具体内容 | 更新时效 | 责任单位", "环境 | 河长公示 | 发布河长公示的内容。 | 每月 | 县水利局"] + rows
      let table = try RecognisedTable(
        (lines + ["社会 | 救助 | 发布名单。 | 每周 | 县民政局"]).joined(separator: "\n"), layout: .delimited)
      for row in table.rows.prefix(labels.count + 1) { #expect(row.texts[.requirement] == "发布河长公示的内容。") }
      return table.rows.dropFirst().prefix(labels.count).map { $0.doubts.map(\.field) }
    }
    #expect(try doubts("水质") == [[.requirement]])
    #expect(try doubts("水质", "空气") == [[], []])
  }

  @Test("One that names a parent of both, and neither's label, speaks of the branch")
  func branch() {
    let requirement = SharedRequirement(path: ["环境质量", "水质"], text: "发布环境质量数据")
    #expect(requirement.leaning(to: ["环境质量", "空气"]) > 1)
  }

  @Test("One that names a parent of both may be shared, whatever it says of its own label")
  func parent() {
    let requirement = SharedRequirement(path: ["环境质量", "水质查询"], text: "环境质量的查询渠道：提供水质查询")
    #expect(requirement.leaning(to: ["环境质量", "举报"]) == 0)
  }

  @Test("What names its own column alone is not shared where many do, though the units below it are merged")
  func ownRequirement() throws {
    let names = ["要闻", "公告", "快讯", "出行", "就学", "求医", "规划", "统计", "审计", "信访", "调查", "热线", "普查", "年报", "招考", "预算"]
    let rows = names.enumerated().map { index, name in
      let label = index % 4 == 0 ? "频道\(index)号" : ""
      return index % 2 == 1 ? "\(label) | \(name) | | | 每周" : "\(label) | \(name) | 介绍\(name)情况。 | 县\(name)局 | 每周"
    }
    let table = try RecognisedTable(
      (["频道 | 栏目 | 内容要求 | 责任单位 | 更新频率"] + rows).joined(separator: "\n"), layout: .delimited)
    #expect(names.indices.allSatisfy { (table.rows[$0].texts[.requirement] == nil) == ($0 % 2 == 1) })
    #expect(names.indices.allSatisfy { table.rows[$0].texts[.responsible] != nil })
  }

  @Test("A requirement does not speak of a branch whose label is but a part of its own")
  func branchWithinLabel() {
    let requirement = SharedRequirement(path: [top, "动态", "部门动态"], text: "介绍部门动态情况")
    #expect(requirement.leaning(to: [top, "动态", "图片新闻"]) < -2)
    #expect(requirement.mayBeOwn(besides: [top, "动态", "图片新闻"]))
  }

  @Test(
    "Remarks are merged with all else where hardly any of many rows that share the rest has its own", arguments: [2, 6])
  func sharedRemarks(count: Int) throws {
    let heads = ["新闻 | 要闻", " | 动态", "公开 | 指南", " | 制度", "服务 | 个人", " | 法人"]
    let groups = heads.prefix(count).enumerated().map { place, head in
      let own = place == 1 ? "单独验收" : ""
      return """
        \(head)一 | 登载内容之\(place)。 | 第\(place)局 | 备案\(place)
         | 乙\(place) | | | \(own)
         | 丙\(place) | | |
        \(place == 5 ? " | 丁 | 另行登载。 | 县戊局 |\n | 己 | | | " : "")
        """
    }
    let table = try RecognisedTable(
      "频道 | 栏目 | 内容 | 责任单位 | 备注\n" + groups.joined(separator: "\n"), layout: .delimited)
    let remarks = table.rows.map { $0.texts[.remarks] ?? "" }
    #expect(remarks[4] == "单独验收")
    #expect(remarks[5] == (count > 2 ? "单独验收" : ""))
    // No merged cell reaches past a row with texts of its own and no remarks.
    #expect(remarks.suffix(4) == (count > 2 ? ["备案5", "备案5", "", ""] : ["", "备案1", "单独验收", ""]))
    #expect(count == 2 || table.rows[16].doubts.contains { $0.field == .remarks })
  }

  @Test("A missing demand that begins a branch is in doubt where only the words of the one above speak against it")
  func demandsOfOwnColumns() throws {
    let table = try RecognisedTable(
      """
      频道 | 一级栏目 | 二级栏目 | 三级栏目 | 内容要求 | 保障单位 | 备注
      政务公开 | 财政资金 | 三公经费 | 服务指南 | 公开服务指南领域的重要会议，便于公众下载。 | 县残联 |
       | | 专项资金 | 工作进展 | 公开工作进展的政策和结果，按主题分类归档。 | 县信访局 |
       | | 政府债务 | 补充材料 | | 县体育局 | 历史数据归档
       | | | 咨询电话 | 展示咨询电话的政策和结果，内容准确完整。 | 县教育局 |
      """, layout: .delimited)
    #expect(table.rows[2].texts[.requirement] == nil)
    #expect(table.rows.map { $0.doubts.map(\.field) } == [[], [], [.requirement], []])
  }
}
