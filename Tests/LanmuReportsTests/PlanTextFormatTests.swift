import LanmuPlan
import LanmuRecognition
import Testing

@testable import LanmuReports

@Suite struct PlanTextFormatTests {
  static let plan = Plan(
    title: "方案", documentNumber: "甲办〔2026〕1号", tables: [PlanTable(kind: .columns, title: "一、责任表")],
    entries: [
      PlanEntry(
        id: "a1", path: ["新闻", "要闻"], starred: true, requirement: "发布\"重要\"信息, 及时", update: TimedText(text: "每周"),
        responsible: "甲局"),
      PlanEntry(
        id: "a2", path: ["新闻", "快讯"], requirement: "第一行\n第二行", update: TimedText(text: "每天"), responsible: "乙|局"),
      PlanEntry(id: "a3", path: ["概况"], requirement: "<简介>", responsible: "甲局"),
    ])

  @Test func commaSeparated() {
    #expect(
      PlanTextFormat.csv.text(of: Self.plan)
        == "\u{FEFF}一级栏目,二级栏目,具体内容,更新要求,责任单位,编号\r\n"
        + "新闻,★要闻,\"发布\"\"重要\"\"信息, 及时\",每周,甲局,a1\r\n"
        + "新闻,快讯,\"第一行\n第二行\",每天,乙|局,a2\r\n" + "概况,,<简介>,,甲局,a3\r\n")
  }

  @Test func tabSeparated() {
    let lines = PlanTextFormat.tsv.text(of: Self.plan).split(separator: "\r\n")
    #expect(lines.count == 4)
    #expect(lines.last == "概况\t\t<简介>\t\t甲局\ta3")
  }

  @Test func markdownEscapesWhatWouldBeMarkup() {
    let text = PlanTextFormat.markdown.text(of: Self.plan)
    #expect(text.hasPrefix("# 方案\n\n甲办〔2026〕1号\n\n## 一、责任表\n\n| 一级栏目 | 二级栏目 |"))
    #expect(text.contains("| 新闻 | 快讯 | 第一行<br>第二行 | 每天 | 乙\\|局 | a2 |"))
    #expect(text.contains("| 概况 |  | &lt;简介> |"))
  }

  @Test func htmlMergesLabelsOfOuterLevels() {
    let text = PlanTextFormat.html.text(of: Self.plan)
    #expect(text.contains("<tr><td rowspan=\"2\">新闻</td><td>★要闻</td>"))
    #expect(text.contains("<tr><td>快讯</td>"))
    #expect(text.contains("<tr><td>概况</td><td></td><td>&lt;简介&gt;</td>"))
  }

  @Test func severalTablesAreToldApart() {
    var plan = Self.plan
    plan.tables.append(PlanTable(kind: .units, title: "二、单位表"))
    plan.entries.append(PlanEntry(id: "u1", table: 1, number: "1", path: [], requirement: "要闻", responsible: "甲局"))
    #expect(PlanTextFormat.csv.text(of: plan).contains("二、单位表,1,,,要闻,,甲局,u1\r\n"))
    #expect(PlanSheet.sheets(of: plan)[1].header == ["序号", "栏目名称", "单位", "编号"])
  }
}
