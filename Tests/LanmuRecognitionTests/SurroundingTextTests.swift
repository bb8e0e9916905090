import LanmuDiagnostics
import LanmuGrid
import LanmuRecognition
import Testing

@Suite("Text around the tables")
struct SurroundingTextTests {
  private func recognised(_ paragraphs: [String]) throws -> RecognisedDocument {
    let grid = Grid(sketch: "频道 | 栏目 | 具体内容 | 责任单位\n政务 | 要闻 | 发布要闻。 | 县府办")
    let blocks = paragraphs.map { TableDocument.Block.paragraph(.init(text: $0)) } + [.table(grid)]
    return try PlanRecogniser().recognise(TableDocument(format: "sketch", blocks: blocks)).value
  }

  @Test("Title, number, issuer and date are read; the annex mark is none of them")
  func everything() throws {
    let document = try recognised([
      "青禾政办发〔2023〕5号", "各乡镇人民政府：", "现将方案印发给你们（参照甲政发〔2020〕1号）。", "青禾县人民政府办公室", "2023年4月6日", "附件1",
      "青禾县门户网站内容保障方案",
    ])
    #expect(document.title == "青禾县门户网站内容保障方案")
    #expect(document.documentNumber == "青禾政办发〔2023〕5号")
    #expect(document.issuer == "青禾县人民政府办公室")
    #expect(document.issuedOn == "2023-04-06")
  }

  @Test(
    "Dates in Chinese numerals",
    arguments: [("二〇二一年十二月三十一日", "2021-12-31"), ("二○一九年十月二十日", "2019-10-20"), ("2020.1.8", "2020-01-08")])
  func dates(_ text: String, _ expected: String) throws {
    #expect(try recognised(["青禾县信息中心", text]).issuedOn == expected)
  }

  @Test("Neither a part's heading nor what explains a star is the title; what a notice quotes is")
  func titleOfTheWhole() throws {
    let parts = ["青禾县政府网站保障任务分工表", "一、网站栏目内容保障责任分工", "栏目及责任分工（★为重点栏目）"]
    let document = try recognised(parts)
    #expect(document.title == parts[0])
    #expect(document.tables.first?.title == parts[1])
    let notice = ["现将《青禾县政府网站分工表》印发给你们。", "青禾县政府网站分工表", "一、坚持内容为先。", "附表：栏目内容保障责任分解表"]
    #expect(try recognised(notice).title == notice[1])
  }

  @Test("A number that is only cited is not the document's own")
  func citedNumber() throws {
    #expect(try recognised(["根据《通知》（甲政发〔2020〕1号）要求，制定本方案。"]).documentNumber.isEmpty)
  }

  @Test(
    "A title may stand in two lines, of which the first names the site",
    arguments: [["青禾县政府门户网站", "内容保障工作方案"], ["“青禾县政府网”", "栏目责任分解表"], ["“青禾县政府网站”", "栏目责任分解表"], ["青禾县政务新媒体", "基本目录"]])
  func titleInTwoLines(lines: [String]) throws {
    #expect(try recognised(["附件"] + lines).title == lines.joined())
    #expect(try recognised([lines.joined(separator: "\n")]).title == lines.joined())
  }

  @Test("A line that says where a plan comes from is no part of its title", arguments: ["来源：青禾县政府网", "承办：青禾县门户网站"])
  func originAboveTitle(line: String) throws {
    #expect(try recognised([line, "栏目责任分解表"]).title == "栏目责任分解表")
  }

  @Test(
    "The title that says whose plan it is stands above the heading of its table",
    arguments: ["栏目内容保障责任分解表", "附：内容保障分工明细表", "表一 渔业领域公开目录"])
  func titleAboveHeading(heading: String) throws {
    for title in ["“青禾县政府网”内容保障方案", "青禾县公开事项标准目录"] {
      let text = ["第一条 为加强内容建设，制定本方案。", "第二条 各单位按照下表保障。"]
      #expect(try recognised([title] + text + [heading]).title == title)
    }
  }

  @Test(
    "Of two titles that say whose plan it is, the whole's names its place, has the document's number below it, or stands first",
    arguments: [
      ["青禾县政府门户网站信息更新责任一览表", "第一条 各单位按照本表保障。", "门户网站栏目及责任单位一览表"],
      ["青禾县政府门户网站更新一览表", "（青府办发〔2020〕48号）", "青禾县栏目责任分工分解表"],
      ["青禾县网站栏目一览表", "第一条 各单位按照本表保障。", "青禾县网站栏目分解表"],
    ])
  func titleOfTwo(paragraphs: [String]) throws {
    #expect(try recognised(paragraphs).title == paragraphs[0])
    #expect(try recognised(["附件1"] + paragraphs).title == paragraphs[0])
  }

  @Test("What a notice makes known is the title, and not the notice")
  func quotedDirectory() throws {
    let notice = ["青禾县人民政府关于印发《青禾县主动公开基本目录》的通知", "现将《青禾县主动公开基本目录》印发给你们。", "附件1", "青禾县主动公开基本目录"]
    #expect(try recognised(notice).title == notice[3])
  }

  @Test("A long sentence that names a directory is no title")
  func sentenceOfDirectory() throws {
    let sentence = "各单位要按照县政府办公室的统一部署和时间要求认真梳理本单位的公开事项及时编制并在县政府网站公布本单位主动公开事项标准目录"
    let title = "网站栏目内容保障工作方案"
    #expect(try recognised([title, sentence + "并逐年更新完善形成本单位公开事项的标准目录"]).title == title)
  }
}
