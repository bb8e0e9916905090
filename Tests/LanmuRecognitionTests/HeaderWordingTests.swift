import LanmuGrid
import Testing

@testable import LanmuRecognition

@Suite("Wording of headers")
struct HeaderWordingTests {
  @Test(
    "The last noun of a label says what its field holds",
    arguments: [
      ("栏目链接", FieldMeaning.other), ("栏目责任单位", .responsible), ("最低更新频次", .update), ("责任单位联系电话", .other),
      ("公开渠道和载体", .mode), ("协办科室", .cooperating), ("信息报送期限", .supply), ("内容更新要求", .requirement),
      ("时限要求", .update), ("更新时限及报送单位", .update), ("对应栏目及工作要求", .target), ("公开事项一级", .level),
      ("第三级栏目名称", .level), ("审核股室", .lead), ("信息员及电话", .other), ("项号", .number),
      ("Channel频道", .level), ("栏目ID", .other), ("是否必设", .other), ("注意事项", .remarks), ("发稿要求（频次）", .update),
      ("审签人", .other), ("责任民警", .other), ("技术支撑单位", .cooperating), ("把关单位", .lead), ("目录编码", .number),
      ("工作举措", .requirement), ("谁负责", .responsible), ("栏目属性", .other), ("特别说明", .remarks), ("承接栏目", .target),
      ("法规依据", .other), ("内容依据", .requirement), ("信息格式", .other), ("年度任务数", .other), ("年度指标（篇）", .other),
      ("栏目标题", .level),
      ("更新计划", .update), ("供稿截止", .supply), ("原栏目", .other), ("主抓单位", .lead), ("主维护单位", .lead),
      ("归属部室", .responsible), ("承建部门", .responsible), ("推进时序", .update), ("存续期限", .other), ("执行备忘", .remarks),
      ("特殊要求", .remarks), ("大栏", .level), ("扣分情形", .requirement), ("栏目应发布的信息", .requirement), ("任务序列", .number),
      ("粉丝量（万）", .other), ("总分", .other), ("公开范围", .other), ("公开项目", .level), ("公开时长", .other), ("网站所属栏目", .target),
      ("内容项", .level), ("功能区", .level), ("上报单位", .responsible), ("复审单位", .lead),
      ("送审部门", .responsible),
    ])
  func nouns(label: String, meaning: FieldMeaning) {
    #expect(HeaderLexicon.match(label)?.meaning == meaning)
  }

  @Test(
    "What names units, columns or times itself is no header",
    arguments: ["各部门", "派出机构", "每周更新", "张三", "2024年", "政协办"]
  )
  func contents(text: String) {
    #expect(HeaderLexicon.match(text) == nil)
  }

  @Test("Rows of a header whose spans are lost fill what those above leave open, up to three")
  func stacked() throws {
    let grid = Grid(
      sketch: """
        网站栏目及保障要求 | | | | | 备注
        序号 | 栏目 | | 更新时限 | 责任分工 |
         | 一级栏目 | 二级栏目 | | 牵头 | 配合
        1 | 政务 | 要闻 | 每周更新 | 县府办 | 各部门 |
        """, layout: .delimited)
    let header = try #require(HeaderFinder().header(in: grid.fieldRows(gridIndex: 0), at: 1))
    #expect(header.fields.map(\.label) == ["序号", "一级栏目", "二级栏目", "更新时限", "牵头", "配合"])
    #expect(header.fields.map(\.meaning) == [.number, .level, .level, .update, .lead, .cooperating])
    #expect(header.rowCount == 2)
  }

  @Test("One row of labels may divide several fields, each by its kind")
  func divided() throws {
    let grid = Grid(
      sketch: """
        序号 | 栏目 | 具体内容 | 责任单位
        一级栏目 | 二级栏目 | 牵头 | 配合
        1 | 政务 | 要闻 | 发布要闻。 | 县府办 | 各部门
        """, layout: .dropped)
    let header = try #require(HeaderFinder().header(in: grid.fieldRows(gridIndex: 0), at: 0))
    #expect(header.fields.map(\.label) == ["序号", "一级栏目", "二级栏目", "具体内容", "牵头", "配合"])
  }

  @Test(
    "Labels of units below a word for who does what divide it; those beside them, or below levels, are the rest of a row",
    arguments: [
      (["栏目", "内容", "责任分工"], ["牵头", "配合"], true), (["栏目", "内容", "牵头单位"], ["责任单位", "配合单位"], false),
      (["序号", "一级栏目"], ["二级栏目", "三级栏目"], false), (["栏目", "内容", "责任单位"], ["更新时限", "更新方式"], false),
    ])
  func dividedLabels(_ labels: [String], _ below: [String], _ isDivided: Bool) {
    #expect(RecognitionProfile.areLabels(labels, dividedBy: below) == isDivided)
  }

  @Test("The dimension of an assessment is a level")
  func dimensions() {
    for label in ["评估维度", "一级维度"] { #expect(HeaderLexicon.match(label)?.meaning == .level, "\(label)") }
  }
}
