import Testing

@testable import LanmuPlan

@Suite struct UnitNameTests {
  @Test(arguments: [
    ("市教育局", "市"), ("县市场监管局", "县"), ("自治区教育厅", "自治区"), ("市场监管局", nil), ("市政管理局", nil), ("市政府办", "市"),
    ("区长信箱", nil), ("区域合作办", nil), ("自然资源局", nil), ("教育局", nil), ("县委", nil), ("镇", nil), ("", nil),
  ])
  func levelBeginsTheName(_ name: String, _ level: String?) { #expect(UnitName.level(of: name) == level) }

  @Test(arguments: [
    ("市教育局", "教育局"), ("自治区教育厅", "教育厅"), ("团县委", "团委"), ("共青团白水县委员会", "白水县团委"), ("国家税务总局白水县税务局", "白水县税务局"),
    ("市场监管局", "市场监管局"), ("县委", "县委"), (" 县 财政局★", "财政局"),
  ])
  func coreLeavesTheLevelOut(_ name: String, _ core: String) { #expect(UnitName.core(name) == core) }
}

@Suite struct CharacterCountTests {
  @Test(arguments: [
    "", "abc", "县教育局", "县教育局（牵头）", "a\r\nb", "e\u{301}", "乡镇、街道", "县\u{FE00}局", "𠮷野家", "“公开”", "局\u{200D}办",
  ])
  func isThatOfTheLibrary(_ text: String) {
    #expect(text.count == text.distance(from: text.startIndex, to: text.endIndex))
    #expect(text[...].count == Array(text).count)
  }
}
