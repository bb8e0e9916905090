import Testing

@testable import LanmuRecognition

@Suite struct ExactTextTests {
  @Test(arguments: ["", "a", "更新", "每月更新1次", "一二三四五六七八九十", "ab\u{0}", "🏛️"])
  func equalsItselfAlone(_ text: String) {
    let others = ["", "a", "更新", "更新 ", "每月更新1次", "一二三四五六七八九", "一二三四五六七八九十", "ab", "ab\u{0}", "🏛"]
    for other in others {
      #expect((ExactText(text) == ExactText(other)) == Array(text.utf8).elementsEqual(other.utf8))
    }
    #expect(Set([ExactText(text), ExactText(text + ""), ExactText(text + "。")]).count == 2)
  }

  /// é in one scalar and in two: one text to a reader, and two spellings in a document.
  @Test func tellsSpellingsApart() {
    #expect("\u{E9}" == "e\u{301}")
    #expect(ExactText("\u{E9}") != ExactText("e\u{301}"))
  }

  @Test func filtersByValue() {
    var filter = ScalarFilter(["局" as Unicode.Scalar])
    #expect(filter.mayHold("局"))
    #expect(!filter.mayHold("县"))
    filter.insert("县")
    #expect(filter.mayHold("县"))
    #expect(ScalarFilter(values: ["局" as Unicode.Scalar].map(\.value)).mayHold("局"))
  }
}

@Suite struct HeaderKeyTests {
  @Test(arguments: ["栏目", "（一级）栏目，名称", "更新时效（工作日）", "责任单位/部门：", "内容（含[图片]）要求。"])
  func isGivenUpToALimit(_ label: String) {
    let key = HeaderLexicon.key(label)
    for limit in 0...40 {
      #expect(HeaderLexicon.key(label, atMost: limit) == (key.utf8.count <= limit ? key : nil))
    }
  }
}
