import LanmuGrid
import Testing

@testable import LanmuRecognition

/// What the texts between tables say of the table that follows.
@Suite("Captions")
struct CaptionReadingTests {
  private func reading(_ texts: String...) -> CaptionReading {
    var captions = CaptionReading()
    for text in texts { captions.take(text) }
    return captions
  }

  @Test("A heading begins a table where spans are known; in lossy text only a numbered one or a title does")
  func beginnings() {
    #expect(reading("乡镇栏目").startTable(.spanned, after: nil))
    #expect(!reading("乡镇栏目").startTable(.delimited, after: nil))
    #expect(reading("二、乡镇栏目").startTable(.delimited, after: nil))
    #expect(!reading("以下栏目由各镇保障。").startTable(.spanned, after: nil))
  }

  @Test("A heading that comes again is a running head, also where it came first")
  func runningHead() {
    var captions = reading("二、乡镇栏目", "二、乡镇栏目")
    #expect(!captions.startTable(.spanned, after: nil))
    #expect(!captions.hasHeading)
    #expect(captions.title == "二、乡镇栏目")
    captions.take("三、部门栏目")
    #expect(captions.startTable(.delimited, after: nil))
    captions.startedTable()
    #expect(!captions.hasHeading)
    #expect(captions.title.isEmpty)
  }

  @Test("The mark of an annex begins a table with the heading below it, unless one of them comes again")
  func annex() {
    #expect(reading("附件2", "乡镇栏目").startTable(.delimited, after: nil))
    #expect(!reading("附件2", "各镇保障如下。", "乡镇栏目").startTable(.delimited, after: nil))
    #expect(!reading("附件2", "乡镇栏目", "附件2").startTable(.delimited, after: nil))
    #expect(!reading("附件2", "乡镇栏目", "乡镇栏目").startTable(.delimited, after: nil))
  }

  @Test("What counts an annex and names it in a word or two is a heading, and no mark")
  func shortNames() {
    for heading in ["附表2 动态", "附件2：概况"] { #expect(reading(heading).startTable(.delimited, after: nil)) }
    for mark in ["附件", "附表2", "附件（一）", "附件："] { #expect(!reading(mark).hasHeading) }
  }

  @Test("What says which edition of a document it is heads no table", arguments: ["（征求意见稿）", "(试行)", "（2024年版）"])
  func editions(edition: String) {
    let captions = reading("乡镇栏目", edition)
    #expect(captions.title == "乡镇栏目" && captions.hasHeading)
    #expect(!reading(edition).hasHeading)
  }

  @Test("Only a title stands above a page that has no other heading")
  func titles() {
    #expect(reading("青禾县政府网站内容保障方案", "第2页").hasOnlyTitle)
    #expect(!reading("青禾县政府网站内容保障方案", "乡镇栏目").hasOnlyTitle)
  }

  @Test("A worksheet's name is a heading, unless a program gave it")
  func sheets() {
    var captions = reading("乡镇栏目")
    captions.startSheet("Sheet2")
    #expect(!captions.hasHeading)
    captions.startSheet("部门栏目")
    #expect(captions.hasCaption)
    #expect(captions.startTable(.spanned, after: nil))
  }

  @Test("A long text that begins as one before, and is as long, has stood there; a short one only if it is the same")
  func alike() {
    let captions = reading("青禾县人民政府办公室二〇二〇年第一号", "短句甲")
    #expect(captions.haveHeld("青禾县人民政府办公室二〇二〇年第二号"))
    #expect(!captions.haveHeld("青禾县人民政府办公室二〇二〇年第二十号"))
    #expect(!captions.haveHeld("短句乙"))
  }
}
