import LanmuDiagnostics
import LanmuPlan
import LanmuRecognition
import Testing

/// What a rule says more coarsely than the text is told, and what no rule says is kept and told.
@Suite("Times in doubt")
struct TimeDoubtTests {
  private func canonical(_ reading: TimeRuleReading) -> String {
    reading.rules.map(\.canonicalText).joined(separator: "|")
  }

  @Test(
    "Coarser than the text",
    arguments: [
      ("2小时内", "每1天至少更新1次", TimeDoubt.Reason.partOfDay), ("1小时内处置", "1天内提供", .partOfDay),
      ("突发事件发生后5小时内发布", "突发事件发生之日起1天内提供", .partOfDay), ("空气质量每小时更新", "空气质量：每1天至少更新1次", .partOfDay),
      ("每学期更新一次", "每6个月至少更新1次", .schoolCalendar), ("每学年更新", "每1年至少更新1次", .schoolCalendar),
      ("逢5日、10日更新", "每1个月至少更新2次", .daysOfMonth), ("每年国庆节前更新", "每1年至少更新1次", .unreadLimit),
      ("每月更新但下雨天除外", "每1个月至少更新1次", .unreadLimit), ("每月不超过5条", "每1个月至少更新1次", .unreadLimit),
    ])
  func coarse(_ text: String, _ meaning: String, _ reason: TimeDoubt.Reason) {
    let reading = TimeRuleParser().parse(text)
    #expect(canonical(reading) == meaning)
    #expect(reading.doubts.map(\.reason).contains(reason))
  }

  @Test(
    "Whole days, terms before an event and once by a date are certain",
    arguments: ["24小时内发布", "信息产生后48小时内发布", "每学期开学后10个工作日内", "每年3月底前更新一次", "按项目进度"])
  func certain(_ text: String) {
    #expect(TimeRuleParser().parse(text).doubts.isEmpty)
  }

  @Test(
    "No time that a calendar has",
    arguments: [
      "每年13月", "次年2月30日前", "0天", "999999999年内更新", "1.5个月", "T+1日公开", "个工作日", "2023年底前完成", "???", "征求意见不少于7天",
    ])
  func impossible(_ text: String) {
    let reading = TimeRuleParser().parse(text)
    #expect(reading.rules.map(\.kind) == [.unknown], "\(canonical(reading))")
    #expect(!reading.remainders.isEmpty)
  }

  @Test func aDoubtStandsInTheEntry() {
    let row = RecognisedRow(path: ["a"], texts: [.update: "2小时内"], row: 0)
    let table = RecognisedTable(kind: .columns, title: "", header: [], fields: [.level, .update], rows: [row])
    let outcome = PlanAssembler().assemble(RecognisedDocument(tables: [table]))
    #expect(outcome.value.entries[0].doubts.map(\.code) == ["time.doubtful"])
    #expect(outcome.value.entries[0].confidence < 1)
    #expect(outcome.diagnostics.map(\.code) == ["time.doubtful"])
  }

  @Test(
    "As offices write",
    arguments: [
      ("每周三、周五各1条", "每1周至少更新2次"), ("每月1日、11日、21日各更新1次", "每1个月至少更新3次"), ("每周3-5条", "每1周至少更新3次"),
      ("半月一报", "每15天至少更新1次"), ("一年一调整", "每1年至少更新1次"), ("当月25日前报送", "每1个月至少更新1次"), ("1月/次", "每1个月至少更新1次"),
      ("每周≥2", "每1周至少更新2次"), ("每月＞3条", "每1个月至少更新4次"), ("7×24小时", "实时更新"), ("“每月更新”", "每1个月至少更新1次"),
      ("依法定时限公开", "按法定要求更新"), ("一般事项每周报送", "一般事项：每1周至少更新1次"),
      ("每年“两会”结束后一个月内", "“两会”结束之日起1个月内提供"), ("每年高考结束后5日内", "高考结束之日起5天内提供"),
      ("在每年政府信息公开工作年度报告发布后1个月内更新", "政府信息公开工作年度报告发布之日起1个月内提供"),
      ("收到反馈当日处理", "收到反馈之日起1天内提供"), ("招生季（6—8月）每周更新", "招生季（6—8月）：每1周至少更新1次"),
      ("更新周期：14天（动态类）/180天（文件类）", "动态类：每14天至少更新1次|文件类：每180天至少更新1次"),
      ("意见征集期不少于30日，征集结束后15个工作日内公布", "意见征集期不少于30日|征集结束之日起15个工作日内提供"),
      ("审批结果7个工作日内、招标信息随时、验收结果15日内", "审批结果：每7个工作日至少更新1次|招标信息：及时更新|验收结果：每15天至少更新1次"),
    ])
  func practice(_ text: String, _ meaning: String) { #expect(canonical(TimeRuleParser().parse(text)) == meaning) }

  @Test func quartersOfAListShareTheirNoun() {
    let rules = TimeRuleParser().parse("第二、四季度更新").rules
    #expect(rules.map(\.canonicalText) == ["每年6月30日前更新", "每年12月31日前更新"])
    #expect(rules.map(\.text) == ["第二、四季度更新", "四季度更新"])
  }

  @Test(
    "In requirements",
    arguments: [
      ("有变动的，5个工作日内更新。", "有变动之日起5个工作日内提供"),
      ("应急预案每3年至少修订1次，演练每年不少于2次。", "应急预案：每3年至少更新1次|演练：每1年至少更新2次"), ("活动时间不少于7天。", ""),
    ])
  func prose(_ text: String, _ meaning: String) {
    #expect(canonical(TimeRuleParser().parse(text, in: .prose)) == meaning)
  }
}
